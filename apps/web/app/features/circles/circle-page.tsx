import { useT } from '~/i18n/react';
import { Tabs } from '~/kit/tabs';
import { Page } from '~/shell/page';
import { useCommunity } from '~/shell/use-root';
import { circlePath } from '../paths';
import { CircleAbout } from './circle-about';
import { CircleFeed } from './circle-feed';
import { CircleHead } from './circle-head';
import { CircleMembers } from './circle-members';
import { CircleNominates } from './circle-nominates';
import { CIRCLE_TABS, type CircleState, formatCircle } from './circles-state';
import type { CallToNominateFor, CircleFull, LinkedPost } from './circles.server';

const WORDS = { feed: 'circles.tabFeed', members: 'circles.tabMembers', about: 'circles.tabAbout' } as const;

interface Props {
  circle: CircleFull;
  linked: LinkedPost | LinkedPost['parent'];
  state: CircleState;
  calls: readonly CallToNominateFor[];
}

/** One circle: who it is, what is said in it, who is in it, who speaks for it. */
export function CirclePage({ circle, linked, state, calls }: Props) {
  const t = useT();
  const { slug } = useCommunity()!.community;
  const counts = { feed: undefined, members: circle.memberCount, about: undefined };
  return (
    <Page width="text">
      <CircleHead circle={circle} tab={state.tab} />
      <CircleNominates circle={circle} calls={calls} />
      <Tabs
        label={t('circles.tabsLabel', { name: circle.name })}
        tabs={CIRCLE_TABS.map((tab) => ({ to: circlePath(slug, circle.slug, formatCircle({ tab })), label: t(WORDS[tab]), current: tab === state.tab, count: counts[tab] }))}
      />
      {state.tab === 'feed' && <CircleFeed circle={circle} linked={linked} state={state} />}
      {state.tab === 'members' && <CircleMembers circle={circle} state={state} />}
      {state.tab === 'about' && <CircleAbout circle={circle} />}
    </Page>
  );
}
