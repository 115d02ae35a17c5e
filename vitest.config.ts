import { fileURLToPath } from 'node:url';
import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config';
import { LongFirst } from './scripts/long-first.mjs';

const root = fileURLToPath(new URL('.', import.meta.url));
const never = ['**/node_modules/**', '**/dist/**', '**/.*/**'];

/** A set of tests; those that need PostgreSQL share one throwaway server (see scripts/postgres/vitest-setup.mjs). */
function project(name: string, include: string[], more: TestProjectInlineConfiguration['test'] = {}) {
  return { extends: true as const, test: { name, include, ...more } };
}

// Loading Nest, TypeORM and our rooms anew for each file costs more than many a file's tests; none leaves anything behind.
const together = { isolate: false };
const onDatabase = { globalSetup: ['scripts/postgres/vitest-setup.mjs'] };

export default defineConfig({
  root,
  // Nest reads the types that TypeScript writes beside decorators.
  oxc: { decorator: { legacy: true, emitDecoratorMetadata: true } },
  resolve: {
    alias: [
      { find: /^@fanfare\/([a-z-]+)$/, replacement: `${root}libs/$1/src/index.ts` },
      // Node takes this file, Vite another one: two copies of graphql do not know each other's classes.
      { find: /^graphql$/, replacement: `${root}node_modules/graphql/index.js` },
      { find: /^~\//, replacement: `${root}apps/web/app/` },
    ],
  },
  test: {
    setupFiles: ['reflect-metadata', './scripts/same-inputs.mjs'],
    exclude: never,
    retry: 0,
    bail: 0,
    // Deadlines end what hangs. They are no measure of speed: a busy machine takes many times as long as an idle one.
    testTimeout: 120_000,
    hookTimeout: 300_000, // the first that needs the demo loads it
    expect: { poll: { timeout: 20_000, interval: 25 } }, // for `expect.poll`: the default deadline of a second is no deadline
    ...(process.argv.some((argument) => argument.startsWith('--sequence.shuffle')) ? {} : { sequence: { sequencer: LongFirst } }),
    maxWorkers: '100%', // of the cores: the default leaves one of two idle
    projects: [
      project('unit', ['{libs,apps,scripts,test}/**/*.spec.{ts,tsx,mjs}'], together),
      project('db', ['{libs,apps,test}/**/*.db-spec.ts'], { ...onDatabase, ...together }),
      project('e2e', ['test/e2e/**/*.e2e.ts'], { ...onDatabase, ...together }),
      project('contract', ['test/contract/**/*.contract.ts'], { ...onDatabase, ...together }),
      project('browser', ['test/browser/**/*.browser.ts'], {
        ...onDatabase,
        ...together,
        testTimeout: 300_000,
        expect: { poll: { timeout: 60_000, interval: 50 } },
        sequence: { groupOrder: 1 }, // a browser and its server want the cores for themselves
      }),
      // What takes longer than a person waits for: only `npm run prove` runs it.
      ...(process.env.FANFARE_PROVE
        ? [
            project('prove', ['test/prove/**/*.prove.ts'], {
              ...onDatabase,
              testTimeout: 1_800_000,
              hookTimeout: 300_000,
              fileParallelism: false,
            }),
          ]
        : []),
    ],
  },
});
