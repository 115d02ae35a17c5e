import { afterAll, beforeAll } from 'vitest';
import { type App, startApp } from '../support/app.js';
import { startBrowser, type TestBrowser, type Visit } from './browser.js';
import { type Looker, pagesToLookAt, signInAs } from './pages.js';

/** A seeded application, a browser, and its pages. */
export interface Look {
  readonly browser: TestBrowser;
  /** Every page of a reader, by name. */
  pagesOf(reader: Looker): Record<string, string>;
  /** A page of the reader, who is signed in when they are one who is. */
  openAs(reader: Looker): Promise<Visit>;
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
    pagesOf: (reader) => pages(reader),
    openAs: async (reader) => {
      const visit = await browser.open(reader);
      if (reader.signedIn) await signInAs(visit.page, app, reader);
      return visit;
    },
  };
}
