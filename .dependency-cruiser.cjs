/** The house's one direction: a room imports only rooms before it. Type imports count. */
const ROOMS = [
  'kernel',
  'outbound',
  'database',
  'graphql',
  'events',
  'mail',
  'access',
  'communities',
  'members',
  'media',
  'identity',
  'intake',
  'ideas',
  'votes',
  'ladder',
  'comments',
  'circles',
  'creations',
  'moderation',
  'reputation',
  'ambassadors',
  'notifications',
  'portability',
  'operations',
  'testing',
];
const TESTS = '\\.(spec|db-spec)\\.tsx?$|^libs/testing/|^libs/[^/]+/test/';

const upward = ROOMS.map((room, at) => ({
  name: `${room}-imports-only-lower-rooms`,
  severity: 'error',
  from: { path: `^libs/${room}/`, pathNot: TESTS },
  to: { path: `^libs/(${ROOMS.slice(at + 1).join('|') || 'none'})/` },
}));

module.exports = {
  forbidden: [
    ...upward,
    { name: 'no-cycle', severity: 'error', from: { pathNot: [TESTS, '^apps/web/'] }, to: { circular: true } },
    {
      name: 'web-no-cycle',
      comment: 'A component may name the type of its route\'s data; nothing that runs goes round.',
      severity: 'error',
      from: { path: '^apps/web/' },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'one-door',
      comment: 'Import @fanfare/<room>, never a file inside it.',
      severity: 'error',
      from: { path: '^libs/([^/]+)/', pathNot: TESTS },
      to: { path: '^libs/([^/]+)/src/', pathNot: ['^libs/[^/]+/src/index\\.ts$', '^libs/$1/'] },
    },
    {
      name: 'apps-use-doors',
      severity: 'error',
      from: { path: '^(apps|test|bench)/', pathNot: '^apps/web/dev/' },
      to: { path: '^libs/[^/]+/src/', pathNot: '^libs/[^/]+/src/index\\.ts$' },
    },
    { name: 'web-imports-nothing-from-libs', severity: 'error', from: { path: '^apps/web/(app|server)/' }, to: { path: '^(libs|apps/(api|worker))/' } },
    { name: 'libs-import-no-app', severity: 'error', from: { path: '^libs/' }, to: { path: '^apps/' } },
    { name: 'kernel-is-plain', severity: 'error', from: { path: '^libs/kernel/', pathNot: TESTS }, to: { path: '(@nestjs|typeorm)/' } },
    { name: 'nothing-unresolvable', severity: 'error', from: {}, to: { couldNotResolve: true, pathNot: '^(virtual:|\\+types|@fanfare/)|/\\+types/|generated' } },
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.lint.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|generated|\\.react-router)/' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'types', 'default'], extensions: ['.ts', '.tsx', '.js', '.mjs', '.json'] },
  },
};
