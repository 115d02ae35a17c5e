import { route, type RouteConfigEntry } from '@react-router/dev/routes';

/** Pages of whoever runs the deployment, and of those who are invited to a team. */
export const runningPages: RouteConfigEntry[] = [
  route('new-community', 'routes/running/new-community.tsx'),
  route('operator', 'routes/running/operator.tsx'),
  route('panel', 'routes/running/panel.tsx'),
  route('invitation', 'routes/running/invitation.tsx'),
];

/** A community's settings and team, inside its shell. */
export const communityRunningPages: RouteConfigEntry[] = [
  route('team', 'routes/running/team.tsx'),
  route('settings', 'routes/running/settings-home.ts'),
  route('settings/team', 'routes/running/settings-team.tsx'),
  route('settings/codes', 'routes/running/settings-codes.tsx'),
  route('settings/audit', 'routes/running/settings-audit.tsx'),
  route('settings/:part', 'routes/running/settings-part.tsx'),
];
