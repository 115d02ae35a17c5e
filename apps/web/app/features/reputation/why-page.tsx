import { Link } from 'react-router';
import { mutate } from '~/data/mutate';
import { MoreReasonsDocument } from '~/graphql/generated/documents';
import { useT } from '~/i18n/react';
import { LinkButton } from '~/kit/button';
import { EmptyState } from '~/kit/empty-state';
import { Page, PageTitle } from '~/shell/page';
import { useCommunity } from '~/shell/use-root';
import { Growing } from '../members/growing';
import { memberPath, pagePath, whyPath } from '../paths';
import { EntryList } from './entry-list';
import { Listing } from './listing';
import { NextLevel } from './next-level';
import { Raising } from './raising';
import type { Explained, WhyCommunity } from './reputation.server';
import { ScoreChart } from './score-chart';
import { ScoreSum } from './score-sum';
import { Sources } from './sources';
import styles from './why-page.module.css';

interface Props {
  member: Explained;
  community: WhyCommunity;
}

/** "Why 74": how a score comes about, what would raise it, and every reason; for its member and for moderators. */
export function WhyPage({ member, community }: Props) {
  const t = useT();
  const { community: { slug }, membership } = useCommunity()!;
  const mine = membership?.id === member.id;
  const { score, entries, history, hidden } = member.reputation;
  return (
    <Page width="text" className={styles.page}>
      <div>
        <PageTitle
          title={t('reputation.why', { score })}
          lead={<><Link to={memberPath(slug, member.handle)}>{member.displayName}</Link> · <Link to={pagePath(slug, 'reputation')}>{t('reputation.how')}</Link></>}
        />
        <div className={styles.hero}>
          <ScoreSum member={member} mine={mine} />
          <NextLevel member={member} levels={community.levels} />
        </div>
      </div>
      {entries!.totalCount > 0 && <Sources member={member} />}
      {mine && <Raising member={member} rules={community.reputationRules} />}
      {history && spansDays(history) && <ScoreChart history={history} levels={community.levels} />}
      <Reasons member={member} mine={mine} />
      {mine && <Listing slug={slug} hidden={hidden ?? false} />}
    </Page>
  );
}

/** One day makes no line. */
function spansDays(history: readonly { at: string }[]): boolean {
  return history.at(0)?.at.slice(0, 10) !== history.at(-1)?.at.slice(0, 10);
}

function Reasons({ member: { handle, identityLevel, reputation }, mine }: { member: Explained; mine: boolean }) {
  const t = useT();
  const { slug } = useCommunity()!.community;
  const entries = reputation.entries!;
  const fetchPage = async (after: string) => (await mutate(MoreReasonsDocument, { slug, handle, after })).community!.member!.reputation.entries!;
  if (entries.totalCount === 0) {
    if (!mine) return <EmptyState title={t('reputation.empty')} />;
    if (identityLevel === 'ANONYMOUS') return <EmptyState title={t('reputation.emptyMine')} text={t('reputation.emptyAnonymous')} action={<LinkButton tone="primary" to="/confirm">{t('reputation.confirm')}</LinkButton>} />;
    return <EmptyState title={t('reputation.emptyMine')} text={t('reputation.emptyMineText')} action={<LinkButton tone="primary" to={pagePath(slug, 'post')}>{t('shell.post')}</LinkButton>} />;
  }
  return (
    <section aria-labelledby="reasons">
      <h2 id="reasons" className={styles.heading}>{t('reputation.entries')}</h2>
      <p className={styles.quiet}>{t('reputation.entriesLead', { count: entries.totalCount })}</p>
      <Growing page={entries} fetchPage={fetchPage} hrefOf={(after) => `${whyPath(slug, handle)}?after=${encodeURIComponent(after)}`} label={t('reputation.more')}>
        {(lines) => <EntryList entries={lines} mine={mine} />}
      </Growing>
    </section>
  );
}
