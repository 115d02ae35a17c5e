import { existsSync } from 'node:fs';
import { index, layout, route, type RouteConfig } from '@react-router/dev/routes';
import { communityPages, communityResources, siteResources } from './routes/community/routes';

// TEMPORARY while pages are being written.
const present = <E extends { file: string }>(all: E[]) => all.filter((e) => existsSync(new URL(`./${e.file}`, `file://${process.cwd()}/app/`)));

export default [
  layout('routes/site-layout.tsx', [
    index('routes/home.tsx'),
    route('sign-in', 'routes/sign-in.tsx'),
    route('sign-up', 'routes/sign-up.tsx'),
    route('confirm', 'routes/confirm.tsx'),
    route('reset-password', 'routes/reset-password.tsx'),
    route('settings', 'routes/settings.tsx'),
    route('setup', 'routes/setup.tsx'),
    route('dev/kit', 'routes/dev-kit.tsx'),
  ]),
  route('c/:slug', 'routes/community-layout.tsx', [route('join', 'routes/join.tsx'), ...present(communityPages)]),
  ...present(communityResources),
  ...present(siteResources),
  route('*', 'routes/not-found.tsx'),
] satisfies RouteConfig;
