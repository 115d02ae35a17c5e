import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { MemberChipFragment } from '~/graphql/generated/documents';
import { Avatar } from './avatar';
import { RoleBadge } from './badge';
import { IdentityMark, LevelMark } from './marks';
import styles from './member-chip.module.css';

interface MemberChipProps {
  /** null when the author left or came without one; then `absent` is shown. */
  member: MemberChipFragment | null | undefined;
  community: string;
  /** What stands in for a missing author. */
  absent?: string;
  size?: 's' | 'm';
  /** After the name, e.g. a time. */
  children?: ReactNode;
}

/** Who: picture, name leading to the profile, level once there is one to show, identity, staff role. */
export function MemberChip({ member, community, absent = '—', size = 'm', children }: MemberChipProps) {
  return (
    <span className={styles.chip} data-size={size}>
      <Avatar seed={member?.id ?? absent} url={member?.avatarUrl} size={size === 's' ? 24 : 36} />
      <span className={styles.text}>
        <span className={styles.name}>
          {member ? <Link to={`/c/${community}/members/${member.handle}`}>{member.displayName}</Link> : <span>{absent}</span>}
          {member && (
            <span className={styles.marks}>
              {member.level !== 'NEWCOMER' && <LevelMark level={member.level} size={16} />}
              <IdentityMark level={member.identityLevel} size={16} />
            </span>
          )}
          {member?.roles.map((role) => <RoleBadge key={role} role={role} />)}
        </span>
        {children && <span className={styles.more}>{children}</span>}
      </span>
    </span>
  );
}
