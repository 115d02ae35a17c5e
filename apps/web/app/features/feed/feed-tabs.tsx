import type { MessageKey } from '~/i18n/translator';
import { useT } from '~/i18n/react';
import { Tabs } from '~/kit/tabs';
import { useCommunity } from '~/shell/use-root';
import { feedPath } from '../paths';
import { changeFeed, FEED_TABS, formatFeed, type FeedState, type FeedTab } from './feed-state';

const WORDS: Record<FeedTab, MessageKey> = {
  trending: 'feed.tabTrending',
  top: 'feed.tabTop',
  new: 'feed.tabNew',
  closing: 'feed.tabClosing',
};

/** The orders of the feed as links: each is a page of its own that can be shared and gone back to. */
export function FeedTabs({ state }: { state: FeedState }) {
  const t = useT();
  const slug = useCommunity()!.community.slug;
  const tabs = FEED_TABS.map((tab) => ({
    to: feedPath(slug, formatFeed(changeFeed(state, { tab }))),
    label: t(WORDS[tab]),
    current: tab === state.tab,
  }));
  return <Tabs label={t('feed.tabsLabel')} tabs={tabs} />;
}
