import { index, layout, route, type RouteConfigEntry } from '@react-router/dev/routes';

/** Pages under `/c/:slug`, inside the community's shell. */
export const communityPages: RouteConfigEntry[] = [
  layout('routes/community/pages.tsx', [
    index('routes/community/feed.tsx'),
    route('ideas/:id/:titleSlug?', 'routes/community/idea.tsx'),
    route('post', 'routes/community/post.tsx'),
    route('posted/:id', 'routes/community/posted.tsx'),
    route('search', 'routes/community/search.tsx'),
    route('creations', 'routes/community/creations.tsx'),
    route('creations/new', 'routes/community/creation-new.tsx'),
    route('creations/:id', 'routes/community/creation.tsx'),
    route('creations/:id/edit', 'routes/community/creation-edit.tsx'),
    route('circles', 'routes/community/circles.tsx'),
    route('circles/new', 'routes/community/circle-new.tsx'),
    route('circles/:circle', 'routes/community/circle.tsx'),
    route('circles/:circle/settings', 'routes/community/circle-settings.tsx'),
    route('missions', 'routes/community/missions.tsx'),
    route('missions/new', 'routes/community/mission-new.tsx'),
    route('missions/wall', 'routes/community/mission-wall.tsx'),
    route('missions/desk', 'routes/community/mission-desk.tsx'),
    route('missions/:id', 'routes/community/mission.tsx'),
    route('entries/:id', 'routes/community/entry.tsx'),
    route('members', 'routes/community/members.tsx'),
    route('members/:handle', 'routes/community/member.tsx'),
    route('members/:handle/reputation', 'routes/community/why.tsx'),
    route('members/:handle/:list', 'routes/community/member-follows.tsx'),
    route('me', 'routes/community/me.tsx'),
    route('inbox', 'routes/community/inbox.tsx'),
    route('inbox/settings', 'routes/community/inbox-settings.tsx'),
    route('marks', 'routes/community/marks.tsx'),
    route('roadmap', 'routes/community/roadmap.tsx'),
    route('changelog', 'routes/community/changelog.tsx'),
    route('desk', 'routes/community/desk.tsx'),
    route('desk/duplicates', 'routes/community/duplicates.tsx'),
    route('desk/votes', 'routes/community/votes.tsx'),
    route('desk/votes/:id', 'routes/community/votes-of-idea.tsx'),
    route('desk/disputes', 'routes/community/disputes.tsx'),
    route('moderation', 'routes/community/moderation.tsx'),
    route('reputation', 'routes/community/reputation.tsx'),
    route('leaderboard', 'routes/community/leaderboard.tsx'),
    route('guidelines', 'routes/community/guidelines.tsx'),
    route('terms', 'routes/community/terms.tsx'),
    route('notice', 'routes/community/notice.tsx'),
    route('reports/:reference?', 'routes/community/report.tsx'),
    route('decisions/:id', 'routes/community/decision.tsx'),
    route('appeals/:id', 'routes/community/appeal.ts'),
    route('log', 'routes/community/log.tsx'),
    route('transparency', 'routes/community/transparency.tsx'),
  ]),
];

/** Texts for machines under `/c/:slug`. */
export const communityResources: RouteConfigEntry[] = [
  route('c/:slug/feed.atom', 'routes/community/feed-atom.ts'),
  route('c/:slug/delivered.atom', 'routes/community/delivered-atom.ts'),
  route('c/:slug/changelog.atom', 'routes/community/changelog-atom.ts'),
  route('c/:slug/creations.atom', 'routes/community/creations-atom.ts'),
  route('c/:slug/log/heads.atom', 'routes/community/log-heads-atom.ts'),
  route('c/:slug/transparency.json', 'routes/community/transparency-json.ts'),
  route('c/:slug/transparency.csv', 'routes/community/transparency-csv.ts'),
  route('c/:slug/statements.csv', 'routes/community/statements-csv.ts'),
  route('c/:slug/sitemap.xml', 'routes/community/community-sitemap.ts'),
];

/** Texts for machines about the whole site. */
export const siteResources: RouteConfigEntry[] = [
  route('sitemap.xml', 'routes/community/sitemap.ts'),
  route('robots.txt', 'routes/community/robots.ts'),
];
