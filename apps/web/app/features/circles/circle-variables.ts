import type { CircleState } from './circles-state';

const NOTHING = '00000000-0000-0000-0000-000000000000';

/** What a view of a circle asks for, in the page's loader and when it grows. */
export function circleVariables(community: string, slug: string, { tab, post, after }: CircleState) {
  return {
    community,
    slug,
    after,
    post: post ?? NOTHING,
    withPost: post !== null && tab === 'feed',
    withFeed: tab === 'feed',
    withMembers: tab === 'members',
    withAbout: tab === 'about',
  };
}
