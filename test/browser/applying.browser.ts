import { afterAll, beforeAll, expect, it } from 'vitest';
import { type App, startApp } from '../support/app.js';
import { aBrand, type Brand } from '../support/brand.js';
import type { Client } from '../support/client.js';
import { someFans } from '../support/fans.js';
import { acknowledged, go, startBrowser, type TestBrowser } from './browser.js';
import { enter } from './steps.js';
import { wordsOf } from './words.js';

const DAY = 86_400_000;
const say = wordsOf('en');

let app: App;
let browser: TestBrowser;
let brand: Brand;
let fan: Client;
let voter: Client;

beforeAll(async () => {
  app = await startApp({ web: true });
  browser = await startBrowser(app.url);
  brand = await aBrand(app);
  const made = (await someFans(app.database, brand.communityId, 6)).filter(({ isAnonymous }) => !isAnonymous);
  await app.database.query(`UPDATE members SET level = 'FAN' WHERE id = ANY ($1)`, [made.map(({ memberId }) => memberId)]);
  [fan, voter] = made.map(({ token }) => Object.assign(app.visitor(), { token })) as [Client, Client];
});

afterAll(async () => {
  await browser?.close();
  await app?.stop();
});

const CALL = {
  title: 'Twelve builders', story: 'Six months, **one** workshop.', perks: 'Two sets a month.', seats: 12, selection: 'HALF', leastAge: 18, regions: ['FR', 'GB'],
  opensAt: new Date(Date.now() - DAY), closesAt: new Date(Date.now() + 9 * DAY), publish: true,
  questions: [{ kind: 'TEXT', text: 'What would you build?', audience: 'COMMUNITY' }, { kind: 'LINK', text: 'A picture of it', required: false }],
};

it('a fan reads a call, applies in steps, leaves, goes on where they were, hands in, changes it, gets a vote, and withdraws', async () => {
  const { call } = await brand.manager.mutate('openCall', { community: brand.slug, ...CALL }, 'call { id }');
  const [home, seen] = [`/c/${brand.slug}/calls/${call.id}`, () => app.database.query('SELECT count(*)::int AS n FROM call_views').then(([row]) => (row as { n: number }).n)];
  const { page, faults, close } = await browser.open();
  await enter(page, brand.manager, home); // whoever runs it is not counted
  await page.getByRole('link', { name: say('recruitment.panel') }).waitFor();
  await page.context().clearCookies();
  await enter(page, fan, home);
  const main = page.getByRole('main');
  await main.getByRole('timer').waitFor();
  await expect.poll(seen, { timeout: 20_000 }).toBe(1);

  await main.getByRole('link', { name: say('recruitment.apply'), exact: true }).click();
  await main.getByLabel(say('applying.country')).selectOption('FR');
  await main.getByLabel(say('applying.ofAge', { count: 18 })).check();
  await acknowledged(page, 'startApplication', () => main.getByRole('button', { name: say('applying.begin') }).click());
  await main.getByRole('heading', { level: 1, name: say('applying.step_questions') }).waitFor();
  await main.getByLabel(CALL.questions[0]!.text).fill('A harbour with a crane.');
  await main.getByLabel(CALL.questions[1]!.text).fill('nothing');
  await main.getByLabel(CALL.questions[0]!.text).focus();
  await main.getByText(say('applying.linkWrong')).waitFor();
  await main.getByLabel(CALL.questions[1]!.text).fill('example.org/crane');
  await main.getByRole('link', { name: say('applying.next'), exact: true }).click();
  await main.getByRole('button', { name: say('applying.reachAdd') }).click();
  await main.getByLabel(say('applying.reachName')).fill('My blog');
  await main.getByLabel(say('applying.reachUrl')).fill('bricks.example.org');
  await main.getByLabel(say('applying.reachFollowers')).fill('40');
  await main.getByRole('status').filter({ hasText: say('applying.saved') }).waitFor();
  const kept = 'query ($id: ID!) { call(id: $id) { viewerApplication { id state step country answers { answer } reach { url followers proved } } } }';
  const mine = async () => (await fan.get(kept, { id: call.id }))['call'].viewerApplication;
  await expect.poll(mine).toMatchObject({
    state: 'DRAFT', step: 2, country: 'FR', answers: [{ answer: 'A harbour with a crane.' }, { answer: 'https://example.org/crane' }], reach: [{ url: 'https://bricks.example.org', followers: 40, proved: false }],
  });

  await go(page, home);
  await main.getByRole('heading', { name: say('applying.mine_DRAFT') }).waitFor();
  await main.getByRole('link', { name: say('recruitment.goOn') }).click();
  await main.getByRole('heading', { level: 1, name: say('applying.step_reach') }).waitFor();
  expect(await main.getByLabel(say('applying.reachName')).inputValue()).toBe('My blog');
  await main.getByRole('link', { name: say('applying.next'), exact: true }).click();
  await main.getByRole('heading', { level: 1, name: say('applying.step_review') }).waitFor();
  await acknowledged(page, 'submitApplication', () => main.getByRole('button', { name: say('applying.handIn') }).click());
  await main.getByRole('heading', { name: say('applying.mine_SUBMITTED') }).waitFor();

  await main.getByRole('link', { name: say('applying.change') }).click();
  await main.getByRole('link', { name: say('applying.editStep', { step: say('applying.step_questions') }) }).click();
  await main.getByLabel(CALL.questions[0]!.text).fill('A harbour with two cranes.');
  await acknowledged(page, 'saveApplication', () => main.getByRole('button', { name: say('applying.saveChanges') }).click());
  await expect.poll(mine).toMatchObject({ state: 'SUBMITTED', answers: [{ answer: 'A harbour with two cranes.' }, {}] });

  const visit = await browser.open({ phone: true });
  await enter(visit.page, voter, `${home}/candidates`);
  const candidate = visit.page.getByRole('main').getByRole('article');
  await candidate.getByText('A harbour with two cranes.').waitFor();
  const votes = async () => (await app.database.query('SELECT votes, verified_votes AS verified FROM applications'))[0];
  await acknowledged(visit.page, 'voteForApplication', () => candidate.locator('button[aria-pressed=false]').click());
  await expect.poll(votes).toEqual({ votes: 1, verified: 1 });
  await acknowledged(visit.page, 'withdrawApplicationVote', () => candidate.getByRole('button', { pressed: true }).click());
  await expect.poll(votes).toEqual({ votes: 0, verified: 0 });
  await visit.close();

  await go(page, home);
  await main.getByRole('button', { name: say('applying.withdraw'), exact: true }).click();
  await acknowledged(page, 'withdrawApplication', () => page.getByRole('dialog').getByRole('button', { name: say('applying.withdraw'), exact: true }).click());
  await main.getByRole('heading', { name: say('applying.mine_WITHDRAWN') }).waitFor();
  expect(await seen()).toBe(1);
  expect(faults.concat(visit.faults)).toEqual([]);
  await close();
});
