import { Link, useLocation } from 'react-router';
import { useT } from '~/i18n/react';
import { LinkButton } from '~/kit/button';
import { EmptyState } from '~/kit/empty-state';
import { useCommunity } from '~/shell/use-root';
import { IdeaList } from '../feed/idea-list';
import type { IdeaPage } from '../feed/use-more';
import { feedPath, pagePath } from '../paths';
import type { MyThings } from './me.server';
import styles from './me-page.module.css';
import { NOTHING, useMyPage } from './use-my-page';

/** What the reader backs, with what each vote counts for. */
export function MyVotes({ viewer }: { viewer: MyThings }) {
  const t = useT();
  const { key } = useLocation();
  const { fetchMine, hrefOf } = useMyPage('votes');
  const slug = useCommunity()!.community.slug;
  const votes = viewer.votes ?? NOTHING;
  if (votes.nodes.length === 0) {
    const find = <LinkButton tone="primary" to={feedPath(slug)}>{t('me.votesEmptyAction')}</LinkButton>;
    return <EmptyState title={t('me.votesEmptyTitle')} text={t('me.votesEmptyText')} action={find} />;
  }
  const notes = new Map(votes.nodes.map(({ idea, standing }) => [idea.id, t(`me.standing_${standing}`)]));
  const rights = viewer.membership?.rights;
  return (
    <>
      {rights?.votesPerDay != null && <p className={styles.left}>{t('reputation.votesLeft', { left: rights.votesLeft ?? 0, most: rights.votesPerDay })} <Link to={pagePath(slug, 'reputation')}>{t('reputation.how')}</Link></p>}
      <IdeaList key={key} level={2} page={backed(votes)} notes={notes} hrefOf={hrefOf} fetchPage={async (after) => backed((await fetchMine(after)).votes ?? NOTHING)} />
    </>
  );
}

function backed(votes: NonNullable<MyThings['votes']> | typeof NOTHING): IdeaPage {
  return { nodes: votes.nodes.map(({ idea }) => idea), pageInfo: votes.pageInfo };
}
