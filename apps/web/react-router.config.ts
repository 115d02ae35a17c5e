import path from 'node:path';
import type { Config } from '@react-router/dev/config';
import { compressFolder } from './build/compress.mjs';

export default {
  appDirectory: 'app',
  // Another folder while looking at work in progress beside a running server; `dev/server.mjs` reads the same name.
  buildDirectory: process.env.WEB_BUILD_DIR ?? '../../dist/web',
  serverModuleFormat: 'esm',
  ssr: true,
  // Routes are few: sending all of them at once saves a request per navigation and needs no discovery endpoint.
  routeDiscovery: { mode: 'initial' },
  buildEnd: ({ reactRouterConfig }) => compressFolder(path.join(reactRouterConfig.buildDirectory, 'client')),
} satisfies Config;
