import { Page } from '~/shell/page';
import { useCommunity } from '~/shell/use-root';
import type { loadFeed } from './feed.server';
import { CallStrip } from '../movement/movement-part';
import { FeedFilters } from './feed-filters';
import { FeedHero } from './feed-hero';
import { FeedList } from './feed-list';
import { FeedSide } from './feed-side';
import { FeedTabs } from './feed-tabs';
import styles from './feed-page.module.css';

export type FeedData = Awaited<ReturnType<typeof loadFeed>>;

/** A community's first page: its promise, what came of earlier ideas, and the ideas themselves. */
export function FeedPage({ data }: { data: FeedData }) {
  const { community } = useCommunity()!;
  return (
    <>
      <FeedHero community={community} results={data.results} />
      <Page className={styles.page} side={<FeedSide community={community} staff={data.staff} follows={data.follows} movement={data.movement} state={data.state} />}>
        <section className={styles.feed} aria-labelledby="ideas">
          <CallStrip community={community} movement={data.movement} />
          <div className={styles.controls}>
            <FeedTabs state={data.state} />
            <FeedFilters state={data.state} categories={community.categories} statusCounts={data.statusCounts} />
          </div>
          <FeedList data={data} />
        </section>
      </Page>
    </>
  );
}
