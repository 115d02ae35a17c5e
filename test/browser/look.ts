import { afterAll, beforeAll } from 'vitest';
import { type App, startApp } from '../support/app.js';
import { startBrowser, type TestBrowser } from './browser.js';
import { faultsOf } from './faults.js';
import { type Looker, moderatorPagesAmong, ownPagesOf, pagesToLookAt, promote, signInAs, staffPagesAmong } from './pages.js';

/** A seeded application, a browser, and its pages. */
export interface Look {
  readonly browser: TestBrowser;
  /**
   * What is wrong with a reader's pages, those of `among` or all; who is signed in looks at the team's afterwards, with a role.
   */
  faultsFor(reader: Looker, among?: (pages: Record<string, string>, reader: Looker) => Record<string, string>): Promise<Record<string, string[]>>;
}

/** For a file of tests that looks at every page: begins before the first test and ends after the last. */
export function lookAtPages(): Look {
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
  return {
    get browser() {
      return browser;
    },
    faultsFor: async (reader, among = (pages) => pages) => {
      const { page, faults, close } = await browser.open(reader);
      const fan = reader.signedIn ? await signInAs(page, app, reader) : null;
      const own = fan ? await ownPagesOf(fan, pages(reader)) : {};
      const found = await faultsOf(page, among({ ...pages(reader), ...own }, reader), faults);
      if (fan) {
        await promote(app, fan, 'OWNER');
        Object.assign(found, await faultsOf(page, among(staffPagesAmong(pages(reader)), reader), faults));
        await promote(app, fan, 'MODERATOR');
        Object.assign(found, await faultsOf(page, among(moderatorPagesAmong(pages(reader)), reader), faults));
      }
      await close();
      return found;
    },
  };
}
