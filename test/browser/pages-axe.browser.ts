import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type App, startApp } from '../support/app.js';
import { go, startBrowser, type TestBrowser, violationsOn, type Visit } from './browser.js';
import { faultsOf } from './faults.js';
import { pagesToLookAt, readers, sampleOf, signInAs } from './pages.js';

let app: App;
let browser: TestBrowser;
let pages: Awaited<ReturnType<typeof pagesToLookAt>>;

beforeAll(async () => {
  app = await startApp({ web: true, seed: true });
  browser = await startBrowser(app.url);
  pages = await pagesToLookAt(app);
});

afterAll(async () => {
  await browser?.close();
  await app?.stop();
});

/** One of each in a single run; `test/prove/axe.prove.ts` looks at every page with every reader. */
describe.each(readers().filter((reader) => reader.sample))('WCAG 2.2 AA, $name', (reader) => {
  let visit: Visit;

  beforeAll(async () => {
    visit = await browser.open(reader);
    if (reader.signedIn) await signInAs(visit.page, app, reader);
  });

  afterAll(() => visit?.close());

  it('holds on every page, and nothing is wider than the window', async () => {
    expect(await faultsOf(visit.page, sampleOf(pages(reader)))).toEqual({});
  });
});

describe('the check itself', () => {
  it('sees a page that excludes people', async () => {
    const { page, close } = await browser.open();
    await go(page, '/c/brindlebrick/terms');
    await page.evaluate(`document.querySelector('main').insertAdjacentHTML('beforeend', '<button></button><p style="color:#999;background:#fff">pale</p>')`);
    const found = (await violationsOn(page)).join('\n');
    expect(found).toContain('button-name');
    expect(found).toContain('color-contrast');
    await close();
  });
});
