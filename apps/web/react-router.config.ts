import type { Config } from '@react-router/dev/config';

export default {
  appDirectory: 'app',
  buildDirectory: '../../dist/web',
  serverModuleFormat: 'esm',
  ssr: true,
  // Routes are few: sending all of them at once saves a request per navigation and needs no discovery endpoint.
  routeDiscovery: { mode: 'initial' },
} satisfies Config;
