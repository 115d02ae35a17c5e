import { Link, useLocation, useNavigation } from 'react-router';
import { mutate } from '~/data/mutate';
import { FeedDocument } from '~/graphql/generated/documents';
import { useT } from '~/i18n/react';
import { LinkButton } from '~/kit/button';
import { EmptyState } from '~/kit/empty-state';
import { useCommunity } from '~/shell/use-root';
import { feedPath, pagePath } from '../paths';
import type { FeedData } from './feed-page';
import { changeFeed, FIRST_FEED, formatFeed, isFiltered, type FeedState } from './feed-state';
import { IdeaList } from './idea-list';
import { IdeaSkeletons } from './idea-skeleton';
import { useDelayed } from './use-delayed';
import styles from './feed-list.module.css';

/** The ideas of the chosen tab and filters. */
export function FeedList({ data: { page, state, variables } }: { data: FeedData }) {
  const t = useT();
  const { key } = useLocation();
  const slug = useCommunity()!.community.slug;
  const leaving = useDelayed(useIsReordering(slug));
  const fetchPage = async (after: string) => (await mutate(FeedDocument, { ...variables, after })).community!.ideas;
  return (
    <>
      <h2 id="ideas" className="visually-hidden">{t('feed.heading')}</h2>
      {state.after && (
        <p><Link to={feedPath(slug, formatFeed({ ...state, after: null }))}>{t('feed.fromTheTop')}</Link></p>
      )}
      {leaving ? <IdeaSkeletons count={6} /> : page.nodes.length === 0 ? <NoIdeas state={state} /> : (
        <IdeaList
          key={key}
          page={page}
          fetchPage={fetchPage}
          hrefOf={(after) => feedPath(slug, formatFeed({ ...state, after }))}
          end={<p className={styles.end}>{t('feed.endOfList')}</p>}
        />
      )}
    </>
  );
}

/** True while another tab or filter of this feed is on its way. */
function useIsReordering(slug: string): boolean {
  const navigation = useNavigation();
  return navigation.state === 'loading' && navigation.location.pathname === feedPath(slug) && navigation.location.search !== useLocation().search;
}

function NoIdeas({ state }: { state: FeedState }) {
  const t = useT();
  const { community } = useCommunity()!;
  if (isFiltered(state)) {
    const all = feedPath(community.slug, formatFeed(changeFeed(state, { status: null, category: null })));
    return <EmptyState title={t('feed.emptyFilteredTitle')} text={t('feed.emptyFilteredText')} action={<LinkButton to={all}>{t('feed.filterClear')}</LinkButton>} />;
  }
  if (state.tab === 'closing') {
    const trending = feedPath(community.slug, formatFeed(FIRST_FEED));
    return <EmptyState title={t('feed.emptyClosingTitle')} text={t('feed.emptyClosingText')} action={<LinkButton to={trending}>{t('feed.tabTrending')}</LinkButton>} />;
  }
  const post = <LinkButton to={pagePath(community.slug, 'post')} tone="primary">{t('feed.postIdea')}</LinkButton>;
  return <EmptyState title={t('feed.emptyTitle')} text={t('feed.emptyText', { community: community.name })} action={post} />;
}
