import { index, layout, route, type RouteConfig } from '@react-router/dev/routes';
import { communityRunningPages, runningPages } from './routes/running/routes';
import { communityPages, communityResources, siteResources } from './routes/community/routes';

export default [
  layout('routes/site-layout.tsx', [
    index('routes/home.tsx'),
    route('sign-in', 'routes/sign-in.tsx'),
    route('sign-up', 'routes/sign-up.tsx'),
    route('confirm', 'routes/confirm.tsx'),
    route('reset-password', 'routes/reset-password.tsx'),
    route('settings', 'routes/settings.tsx'),
    route('settings/identity', 'routes/settings-identity.tsx'),
    route('settings/security', 'routes/settings-security.tsx'),
    route('settings/data', 'routes/settings-data.tsx'),
    route('setup', 'routes/setup.tsx'),
    route('mail/unsubscribe/:token', 'routes/unsubscribe.tsx'),
    route('dev/kit', 'routes/dev-kit.tsx'),
    ...runningPages,
  ]),
  route('c/:slug', 'routes/community-layout.tsx', [route('join', 'routes/join.tsx'), ...communityPages, ...communityRunningPages]),
  ...communityResources,
  ...siteResources,
  route('*', 'routes/not-found.tsx'),
] satisfies RouteConfig;
