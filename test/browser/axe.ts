import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

export interface Violation {
  readonly id: string;
  readonly help: string;
  /** Selectors of what is at fault. */
  readonly targets: readonly string[];
}

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/**
 * What fades in is as pale as its moment: what is judged is where a motion ends. A second at most, for motions that go on as
 * long as they are needed.
 */
const AT_REST = `Promise.race([
  new Promise((later) => setTimeout(later, 1000)),
  Promise.allSettled(document.getAnimations().filter((one) => one.effect?.getComputedTiming().endTime !== Infinity).map((one) => one.finished)),
]).then(() => undefined)`;
const source = readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Runs axe-core inside a page; its script is evaluated by the browser itself, so the page's policy stays as it is. */
export class AxeBuilder {
  constructor(private readonly page: Page) {}

  async run(): Promise<Violation[]> {
    await this.page.evaluate(await source);
    await this.page.evaluate(AT_REST);
    const options = { runOnly: { type: 'tag', values: TAGS }, resultTypes: ['violations'] };
    const { violations } = await this.page.evaluate<Outcome>(`axe.run(document, ${JSON.stringify(options)})`);
    return violations.map(({ id, help, nodes }) => ({ id, help, targets: nodes.map(({ target }) => target.join(' ')) }));
  }
}

/** As far as it is read here. */
interface Outcome {
  violations: { id: string; help: string; nodes: { target: string[] }[] }[];
}
