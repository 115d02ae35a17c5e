import type { PersonFragment } from '~/graphql/generated/documents';
import { useT } from '~/i18n/react';
import { Card } from '~/kit/card';
import { MemberChip } from '~/kit/member-chip';
import { useCommunity } from '~/shell/use-root';
import styles from './people.module.css';

/** People side by side, each with what they say of themselves. */
export function People({ people }: { people: readonly PersonFragment[] }) {
  return <ul role="list" className={styles.people}>{people.map((member) => <li key={member.id}><PersonCard member={member} /></li>)}</ul>;
}

function PersonCard({ member }: { member: PersonFragment }) {
  const t = useT();
  const { community } = useCommunity()!;
  return (
    <Card as="article" snug className={styles.person}>
      <MemberChip member={member} community={community.slug}>@{member.handle}</MemberChip>
      {member.bio && <p className={styles.bio} lang={community.locale}>{member.bio}</p>}
      <p className={styles.since}>{t(member.imported ? 'members.importedSinceMonth' : 'members.joinedMonth', { month: t.date(member.joinedAt, { year: 'numeric', month: 'long', timeZone: 'UTC' }) })}</p>
    </Card>
  );
}
