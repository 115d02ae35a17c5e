import { cruise, type ICruiseResult } from 'dependency-cruiser';
import { createRequire } from 'node:module';
import { expect, it } from 'vitest';
import { expectGolden } from '../support/golden.js';

const require = createRequire(import.meta.url);
const { forbidden, options } = require('../../.dependency-cruiser.cjs') as { forbidden: object[]; options: object };

async function graph(): Promise<ICruiseResult> {
  const { output } = await cruise(['apps', 'libs'], { ...options, validate: true, ruleSet: { forbidden } } as never);
  return (typeof output === 'string' ? JSON.parse(output) : output) as ICruiseResult;
}

/** What `npm run lint` says, of the web app too. */
it('rooms import lower rooms only, through their door, without a cycle', async () => {
  const { modules, summary } = await graph();
  expect(modules.filter(({ source }) => source.startsWith('libs/')).length).toBeGreaterThan(100);
  expect(modules.filter(({ source }) => source.startsWith('apps/web/')).length).toBeGreaterThan(100);
  expect(summary.violations.map((violation) => `${violation.rule.name}: ${violation.from} -> ${violation.to}`)).toEqual([]);
  expectGolden('test/contract/import-graph.golden.txt', rooms(modules));
});

/** Which room imports which; tests, and the pages that show a component by itself, left out. */
function rooms(modules: ICruiseResult['modules']): string {
  const edges = new Set<string>();
  for (const module of modules.filter(({ source }) => !/\.(spec|db-spec)\.ts$|^apps\/web\/dev\//.test(source))) {
    const from = roomOf(module.source);
    for (const { resolved } of module.dependencies) {
      const to = roomOf(resolved);
      if (from && to && from !== to) edges.add(`${from} -> ${to}`);
    }
  }
  return `${[...edges].sort().join('\n')}\n`;
}

function roomOf(path: string): string | undefined {
  return /^(?:libs|apps)\/[^/]+/.exec(path)?.[0].replace('libs/', '');
}
