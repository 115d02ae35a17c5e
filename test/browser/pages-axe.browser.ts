import { describe, expect, it } from 'vitest';
import { go, violationsOn } from './browser.js';
import { lookAtPages } from './look.js';
import { sampleOf, sampleReaders } from './pages.js';

const look = lookAtPages();

/** A sample in a single run; `test/prove/axe.prove.ts` looks at every page with every reader. */
describe.concurrent.each(sampleReaders())('WCAG 2.2 AA, $name', (reader) => {
  it('holds on every page, and nothing is wider than the window', async () => {
    expect(await look.faultsFor(reader, sampleOf)).toEqual({});
  }, 900_000); // no test has more to do
});

describe('the check itself', () => {
  it('sees a page that excludes people', async () => {
    const { page, close } = await look.browser.open();
    await go(page, '/c/brindlebrick/terms');
    await page.evaluate(`document.querySelector('main').insertAdjacentHTML('beforeend', '<button></button><p style="color:#999;background:#fff">pale</p>')`);
    const found = (await violationsOn(page)).join('\n');
    expect(found).toContain('button-name');
    expect(found).toContain('color-contrast');
    await close();
  });
});
