import { DAY } from '@fanfare/kernel';
import type { Page } from 'playwright-core';
import { startBrowser, type TestBrowser, type Visit } from '../../browser/browser.js';
import type { Person } from './conversation.js';
import type { Numbers } from './numbers.js';
import type { Call } from './recruiting.js';
import type { Stage } from './stage.js';
import type { Told } from './told.js';

const PATIENCE_MS = 60_000;

/** People in real Chromium who watch the movement while it goes on. */
export class Onlookers {
  /** What they saw otherwise than it was. */
  readonly wrong: string[] = [];

  private constructor(
    private readonly stage: Stage,
    private readonly browser: TestBrowser,
  ) {}

  static async open(stage: Stage): Promise<Onlookers> {
    return new Onlookers(stage, await startBrowser(stage.talk.url));
  }

  close(): Promise<void> {
    return this.browser.close();
  }

  /** A visitor reads how many applied. */
  async seeCall({ id }: Call, applicants: number): Promise<void> {
    await this.see('the call', null, `/c/${this.stage.slug}/calls/${id}`, async (page) => {
      await expectText(page, 'A hundred agents');
      await expectText(page, applicants.toLocaleString('en'));
    });
  }

  /** The brand reads its applications. */
  async seePanel({ id }: Call): Promise<void> {
    await this.see('the panel', this.stage.manager, `/c/${this.stage.slug}/calls/${id}/panel`, async (page) => {
      await expectText(page, 'Test member');
    });
  }

  /** Anybody scrolls through what was accepted. */
  async seeWall(told: Told): Promise<void> {
    const paths = [...told.entries.values()].filter(({ state }) => state === 'ACCEPTED').map(({ handle, mission }) => `/${handle}/${mission}`);
    await this.see('the wall', null, `/c/${this.stage.slug}/missions/wall`, async (page) => {
      await expectText(page, 'A week by');
      const links = await page.locator('main a[href^="http://127.0.0.1"]').evaluateAll((found) => found.map((link) => link.getAttribute('href') ?? ''));
      const strange = links.filter((href) => href.includes(`:${this.stage.site.port}/`) && !paths.some((path) => href.endsWith(path)));
      if (strange.length > 0) throw new Error(`shows what was not accepted: ${strange[0]}`);
    });
  }

  /** The brand reads its numbers. */
  async seeNumbers({ accepted, points }: Numbers): Promise<void> {
    const day = (milliseconds: number) => new Date(milliseconds).toISOString().slice(0, 10);
    const period = `?from=${day(this.stage.now() - 200 * DAY)}&to=${day(this.stage.now() + DAY)}`;
    await this.see('the numbers', this.stage.manager, `/c/${this.stage.slug}/movement/numbers${period}`, async (page) => {
      for (const number of [accepted, points]) await expectText(page, number.toLocaleString('en'));
    });
  }

  private async see(what: string, who: Person | null, path: string, look: (page: Page) => Promise<void>): Promise<void> {
    const visit: Visit = await this.browser.open();
    try {
      if (who) await visit.page.context().addCookies([{ name: 'fanfare_session', value: who.token, url: this.stage.talk.url }]);
      await visit.page.goto(path);
      await look(visit.page);
    } catch (error) {
      this.wrong.push(`${what}: ${(error as Error).message.slice(0, 300)}`);
    } finally {
      await visit.close();
    }
  }
}

async function expectText(page: Page, text: string): Promise<void> {
  await page.getByText(text).first().waitFor({ timeout: PATIENCE_MS });
}
