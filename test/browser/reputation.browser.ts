import { DEFAULT_LEVEL_RIGHTS } from '@fanfare/communities';
import { LedgerService } from '@fanfare/reputation';
import { anIdea } from '@fanfare/testing';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type App, startApp } from '../support/app.js';
import { aBrand, type Brand } from '../support/brand.js';
import type { Client } from '../support/client.js';
import { acknowledged, go, startBrowser, type TestBrowser, violationsOn } from './browser.js';
import { enter } from './steps.js';
import { wordsOf } from './words.js';

let app: App;
let browser: TestBrowser;
let brand: Brand;
let fan: Client;
let voters: Client[];
let idea: string;

beforeAll(async () => {
  app = await startApp({ web: true });
  [browser, brand] = await Promise.all([startBrowser(app.url), aBrand(app)]);
  [fan, ...voters] = await Promise.all(['tess-climbs', 'voter-1', 'voter-2', 'voter-3'].map((handle) => aConfirmed(handle))) as [Client, ...Client[]];
  const submitted = await fan.mutate('submitIdea', { community: brand.slug, title: 'A tram that climbs stairs', body: 'With rubber feet, one for each step.', category: brand.category }, 'idea { id }');
  idea = submitted.idea.id;
});
afterAll(async () => {
  await browser?.close();
  await app?.stop();
});

async function aConfirmed(handle: string): Promise<Client> {
  const client = await (await app.visitor().signUp()).confirm();
  await client.join(brand.slug, handle);
  return client;
}

const SCORE = 'query ($slug: String!) { community(slug: $slug) { member(handle: "tess-climbs") { reputation { score } } } }';

/** The ledger reads what is final in the log: a moment later where other transactions were open. */
async function scoreBecomes(score: number): Promise<void> {
  const now = async () => {
    await app.dispatcher.drain();
    await app.get(LedgerService).catchUp();
    return (await app.visitor().get(SCORE, { slug: brand.slug })).community.member.reputation.score;
  };
  await expect.poll(now, { timeout: 30_000 }).toBe(score);
}

describe('a reputation', () => {
  const say = wordsOf('en');

  it('grows by others’ votes, says why, may be disputed, and need not be listed', async () => {
    for (const voter of voters) await voter.mutate('castVote', { idea }, 'idea { id }');
    await voters[0]!.mutate('withdrawVote', { idea }, 'idea { id }');
    await scoreBecomes(4);

    const { page, faults, close } = await browser.open();
    const at = `/c/${brand.slug}`;
    await enter(page, fan, `${at}/members/tess-climbs`);
    await page.getByText(say('reputation.merit.VOTE_RECEIVED', { count: 2 })).waitFor();
    await page.getByRole('link', { name: say('reputation.why', { score: 4 }) }).click();

    // The sum, what is missing, and every reason: one of them taken back.
    await page.getByRole('img', { name: say('reputation.sumSpoken', { base: 8, share: '0.5', identity: say('domain.identity.CONFIRMED'), score: 4 }) }).waitFor();
    await page.getByText(say('reputation.missingPoints', { points: 6 })).waitFor();
    const line = (number: number) => page.getByRole('listitem').filter({ has: page.getByRole('link', { name: 'A tram that climbs stairs' }) }).nth(number);
    await line(0).getByText(say('reputation.takenBack', { what: say('reputation.entry.VOTE_RECEIVED'), reason: say('reputation.because.VOTE_WITHDRAWN') })).waitFor();
    expect(await page.locator('s').allInnerTexts()).toEqual(['+2', say('reputation.entry.VOTE_RECEIVED')]);
    expect(await violationsOn(page)).toEqual([]);

    // A line that looks wrong goes to a moderator, once.
    await line(1).getByRole('button', { name: say('reputation.dispute') }).click();
    await page.getByRole('dialog').getByRole('textbox').fill('This one was from my sister.');
    await acknowledged(page, 'disputeEntry', () => page.getByRole('dialog').getByRole('button', { name: say('reputation.disputeSend') }).click());
    await line(1).getByText(/^Waits for a moderator/).waitFor();
    expect(await line(1).getByRole('button', { name: say('reputation.dispute') }).count()).toBe(0);

    // On the leaderboard, until one does not want to be.
    await go(page, `${at}/leaderboard?of=all`);
    await page.getByText(say('reputation.ownPlace', { rank: 1, points: 4 })).waitFor();
    await go(page, '/settings');
    await acknowledged(page, 'hideFromLeaderboards', () => page.getByRole('checkbox', { name: /^Show me on the leaderboard/ }).click());
    await go(page, `${at}/leaderboard?of=all`);
    await page.getByText(say('reputation.nobody')).waitFor();

    // A link is not open yet: said before it is sent.
    await go(page, `${at}/ideas/${idea}`);
    await page.getByLabel(say('idea.commentWrite')).fill('So: ![a stair](https://example.com/stairs.png)');
    await page.getByText(say('reputation.picturesOpenAt', { level: say('domain.level.REGULAR'), missing: say('reputation.missingPoints', { points: 56 }) })).waitFor();
    await page.getByLabel(say('idea.commentWrite')).fill('Look at https://example.com/stairs');
    await page.getByText(say('reputation.linksOpenAt', { level: say('domain.level.FAN'), missing: say('reputation.missingPoints', { points: 6 }) })).waitFor();

    await enter(page, brand.moderator, `${at}/desk/disputes`);
    await page.getByText('This one was from my sister.').waitFor();
    expect(await violationsOn(page)).toEqual([]);
    expect(faults).toEqual([]);
    await close();
  });

  it('has rules that everybody reads, with a table of levels that owners set', async () => {
    const { page, close } = await browser.open();
    await enter(page, brand.owner, `/c/${brand.slug}/settings/levels`);
    const level = page.getByRole('group', { name: say('domain.level.FAN') });
    await level.getByLabel(say('reputation.fromScore')).fill('0');
    await level.getByText(say('reputation.fault.score')).waitFor();
    await level.getByLabel(say('reputation.fromScore')).fill('12');
    await level.getByLabel(say('reputation.right.votesPerDay')).fill('321');
    await acknowledged(page, 'updateLevelRights', () => page.getByRole('button', { name: say('common.save') }).click());
    await page.getByText(say('common.saved')).waitFor();
    expect(await violationsOn(page)).toEqual([]);
    await close();
    for (const language of ['en', 'fr'] as const) await readRules(language);
  });

  it('leaves so many votes a day, which the buttons say before they are used up', async () => {
    await brand.owner.mutate('updateLevelRights', { community: brand.slug, levels: DEFAULT_LEVEL_RIGHTS.map((right) => ({ ...right, votesPerDay: 2 })) }, 'community { id }');
    await Promise.all(['A lamp that hums', 'A kite for two'].map((title) => anIdea(app.database, brand.communityId, { title })));
    const { page, faults, close } = await browser.open({ phone: true });
    await enter(page, voters[0]!, `/c/${brand.slug}`);
    const button = (title: string) => page.getByRole('button', { name: new RegExp(`“${title}”`) });
    const left = async (title: string, count: number) => expect.poll(() => button(title).getAttribute('aria-label')).toContain(say('idea.votesLeft', { count }));
    await left('A kite for two', 2);
    await acknowledged(page, 'castVote', () => button('A lamp that hums').click());
    await page.getByText(say('idea.votesLeft', { count: 1 }), { exact: true }).waitFor();
    await acknowledged(page, 'castVote', () => button('A tram that climbs stairs').click());
    await left('A kite for two', 0);
    expect(await button('A lamp that hums').getAttribute('aria-label')).not.toContain(say('idea.votesLeft', { count: 0 })); // backed already
    await button('A kite for two').click();
    await page.getByText(say('problems.VOTES_OF_DAY_USED', { most: 2 })).waitFor();

    // Taken back, it may go elsewhere; the idea's own page says what is left below its button.
    await acknowledged(page, 'withdrawVote', () => button('A lamp that hums').click());
    await left('A kite for two', 1);
    await page.getByRole('link', { name: 'A kite for two' }).click();
    await page.getByRole('main').getByText(say('idea.votesLeft', { count: 1 }), { exact: true }).waitFor();
    expect(faults).toEqual([]);
    await close();
  });

  async function readRules(language: 'en' | 'fr'): Promise<void> {
    const words = wordsOf(language);
    const { page, close } = await browser.open({ language, phone: language === 'fr', dark: language === 'fr' });
    await go(page, `/c/${brand.slug}/reputation`);
    await page.getByRole('heading', { level: 1, name: words('reputation.how') }).waitFor();
    await page.getByRole('heading', { name: language === 'fr' ? 'Quelqu’un vote pour votre idée' : 'Somebody votes for your idea' }).waitFor();
    expect(await cellsOf(page, words('reputation.right.votesPerDay'))).toContain('321');
    expect(await cellsOf(page, words('reputation.fromScore'))).toContain('12');
    expect(await violationsOn(page)).toEqual([]);
    await enter(page, fan, `/c/${brand.slug}/members/tess-climbs/reputation?hl=${language}`); // whose account speaks English
    await page.getByRole('heading', { name: words('reputation.raising') }).waitFor();
    expect(await violationsOn(page)).toEqual([]);
    await close();
  }
});

async function cellsOf(page: Page, row: string): Promise<string[]> {
  return page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: row }) }).getByRole('cell').allInnerTexts();
}
