import type { ReactNode } from 'react';
import type { IdeaStatus, StaffRole } from '~/graphql/generated/documents';
import { useT } from '~/i18n/react';
import { classes } from './classes';
import { Icon, type IconName } from './icon';
import styles from './badge.module.css';

export type BadgeTone = 'neutral' | 'accent' | 'good' | 'warn' | 'bad' | 'info';

/** A word in a small shape. Its colour never speaks alone. */
export function Badge({ tone = 'neutral', icon, size = 'm', children }: { tone?: BadgeTone; icon?: IconName; size?: 's' | 'm'; children: ReactNode }) {
  return (
    <span className={classes(styles.badge, styles[tone], size === 's' && styles.small)}>
      {icon && <Icon name={icon} size={size === 's' ? 14 : 16} strokeWidth={2} />}
      {children}
    </span>
  );
}

const STATUSES: Record<IdeaStatus, { tone: BadgeTone; icon: IconName }> = {
  DRAFT: { tone: 'neutral', icon: 'edit' },
  PENDING: { tone: 'neutral', icon: 'hourglass' },
  OPEN: { tone: 'accent', icon: 'arrowUp' },
  UNDER_REVIEW: { tone: 'info', icon: 'eye' },
  PLANNED: { tone: 'info', icon: 'calendar' },
  IN_PROGRESS: { tone: 'warn', icon: 'tools' },
  DELIVERED: { tone: 'good', icon: 'check' },
  DECLINED: { tone: 'bad', icon: 'close' },
  EXPIRED: { tone: 'neutral', icon: 'clock' },
  MERGED: { tone: 'neutral', icon: 'merge' },
  REMOVED: { tone: 'neutral', icon: 'eyeOff' },
};

/** Where an idea stands: word, icon and colour. */
export function StatusBadge({ status, size }: { status: IdeaStatus; size?: 's' | 'm' }) {
  const t = useT();
  return <Badge {...STATUSES[status]} size={size}>{t(`domain.status.${status}`)}</Badge>;
}

/** The colour of a status for a dot or a bar, e.g. `var(--good)`. */
export function statusColor(status: IdeaStatus): string {
  const { tone } = STATUSES[status];
  return tone === 'neutral' ? 'var(--ink-3)' : tone === 'accent' ? 'var(--accent)' : `var(--${tone})`;
}

/** Who speaks with a role: staff are never mistaken for fans. */
export function RoleBadge({ role }: { role: StaffRole }) {
  const t = useT();
  return <Badge size="s" tone={role === 'MODERATOR' ? 'neutral' : 'accent'} icon={role === 'MODERATOR' ? 'shield' : 'star'}>{t(`domain.role.${role}`)}</Badge>;
}
