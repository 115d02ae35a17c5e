import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startBrowser, type TestBrowser } from '../browser/browser.js';
import { faultsOf } from '../browser/faults.js';
import { pagesToLookAt, readers, signInAs } from '../browser/pages.js';
import { type App, startApp } from '../support/app.js';

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

/** Every page, in both languages, light and dark, on a phone and on a desktop, signed in and not. */
describe.each(readers())('WCAG 2.2 AA on every page, $name', (reader) => {
  it('holds', async () => {
    const { page, close } = await browser.open(reader);
    if (reader.signedIn) await signInAs(page, app, reader);
    expect(await faultsOf(page, pages(reader))).toEqual({});
    await close();
  });
});
