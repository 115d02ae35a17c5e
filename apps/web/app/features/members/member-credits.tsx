import { Link } from 'react-router';
import { mutate } from '~/data/mutate';
import { ProfileDocument } from '~/graphql/generated/documents';
import { useT } from '~/i18n/react';
import { EmptyState } from '~/kit/empty-state';
import { RelativeTime } from '~/kit/relative-time';
import { useCommunity } from '~/shell/use-root';
import { CreditWithdrawn } from '../idea/credit-withdrawn';
import { ideaPath, memberPath } from '../paths';
import { Growing } from './growing';
import type { Profile } from './profile.server';
import styles from './member-credits.module.css';

type Credits = NonNullable<Profile['credits']>;

/** What was delivered thanks to somebody; what was withdrawn stays and says so. */
export function MemberCredits({ member, credits }: { member: Profile; credits: Credits }) {
  const t = useT();
  const { slug } = useCommunity()!.community;
  const fetchPage = async (after: string) => {
    const { community } = await mutate(ProfileDocument, { slug, handle: member.handle, after, withIdeas: false, withBacked: false, withCredits: true, withCreations: false });
    return community!.member!.credits!;
  };
  if (credits.nodes.length === 0) return <EmptyState level={3} title={t('roadmap.creditsEmpty', { name: member.displayName })} />;
  return (
    <Growing page={credits} fetchPage={fetchPage} hrefOf={(after) => `${memberPath(slug, member.handle)}?tab=credits&after=${encodeURIComponent(after)}`} label={t('common.loadMore')}>
      {(all) => <ul role="list" className={styles.list}>{all.map((credit) => <li key={credit.id}><OneCredit credit={credit} /></li>)}</ul>}
    </Growing>
  );
}

function OneCredit({ credit }: { credit: Credits['nodes'][number] }) {
  const t = useT();
  const { slug, locale } = useCommunity()!.community;
  const { delivered, idea } = credit;
  return (
    <article className={styles.credit} data-withdrawn={credit.withdrawnAt ? '' : undefined}>
      <h3 className={styles.title} lang={locale}><Link to={ideaPath(slug, delivered)}>{delivered.title}</Link></h3>
      {idea && idea.id !== delivered.id && <p className={styles.fact}>{t('roadmap.creditFrom')} <Link to={ideaPath(slug, idea)} lang={locale}>{idea.title}</Link></p>}
      {credit.note && <p lang={locale}>{t('roadmap.creditNote', { note: credit.note })}</p>}
      <p className={styles.fact}><RelativeTime at={credit.at} /></p>
      <CreditWithdrawn credit={credit} />
    </article>
  );
}
