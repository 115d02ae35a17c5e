/**
 * The order of test files: as Vitest has it, but what is known to take long comes first within its project. Vitest goes by
 * the size of a file where it has not run it before, and a short file that looks at many pages, begun last, would have one
 * worker wait for the other.
 */
import { BaseSequencer } from 'vitest/node';

const LONG = [
  'test/browser/pages-axe.browser.ts',
  'test/browser/fan-story.browser.ts',
  'test/browser/brand-desk.browser.ts',
  'test/contract/dist-boots.contract.ts',
  'libs/votes/src/merges/merges.properties.db-spec.ts',
  'libs/ladder/src/ladder.properties.db-spec.ts',
  'scripts/postgres/database.spec.mjs',
];

export class LongFirst extends BaseSequencer {
  /**
   * @override
   * @param {import('vitest/node').TestSpecification[]} files
   */
  async sort(files) {
    const sorted = await super.sort(files);
    const order = [...new Set(sorted.map(({ project }) => project.name))];
    const rank = ({ project, moduleId }) => order.indexOf(project.name) * 2 + (LONG.some((name) => moduleId.endsWith(name)) ? 0 : 1);
    return sorted.toSorted((a, b) => rank(a) - rank(b));
  }
}
