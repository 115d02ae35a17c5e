import { RewardsService } from '@fanfare/ambassadors';
import { Transactor } from '@fanfare/database';
import { newId } from '@fanfare/kernel';
import { aCall, anApplication, aTermOf } from '@fanfare/testing';
import { parse } from 'csv-parse/sync';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type App, startApp } from '../support/app.js';
import { aBrand, type Brand } from '../support/brand.js';
import { acknowledged, go, startBrowser, type TestBrowser } from './browser.js';
import { enter } from './steps.js';
import { wordsOf } from './words.js';

const [say, dire] = [wordsOf('en'), wordsOf('fr')];

let app: App;
let browser: TestBrowser;
let brand: Brand;
let mission: string;

beforeAll(async () => {
  app = await startApp({ web: true });
  browser = await startBrowser(app.url);
  brand = await aBrand(app);
  mission = await aMovement();
});

afterAll(async () => {
  await browser?.close();
  await app?.stop();
});

/** A call that two applied to, the fan's term, and a mission they chose. @returns the mission */
async function aMovement(): Promise<string> {
  const { database: db } = app;
  const call = await aCall(db, brand.communityId, brand.fanId, { title: 'Twenty builders', opens_at: new Date(Date.now() - 86_400_000), closes_at: new Date(Date.now() + 86_400_000) });
  await anApplication(db, call, brand.fanId);
  const term = await aTermOf(db, { id: brand.fanId, community_id: brand.communityId });
  const id = newId();
  await db.query(
    `INSERT INTO missions (id, community_id, kind, state, title, brief, opens_at, closes_at, evidence, created_by, created_at, published_at)
     VALUES ($1, $2, 'CREATE', 'PUBLISHED', 'Build a pier', 'Do it.', now() - interval '1 day', now() + interval '1 day', '{LINK}', $3, now(), now())`, [id, brand.communityId, brand.fanId]);
  await db.query('INSERT INTO mission_joins (mission_id, member_id, community_id, term_id, joined_at) VALUES ($1, $2, $3, $4, now())', [id, brand.fanId, brand.communityId, term]);
  return id;
}

const path = (rest: string) => `/c/${brand.slug}/${rest}`;
const dialogOf = (page: Page) => page.getByRole('dialog');

/** Sends the dialog that stands open, and waits until the page behind it is as it is then. */
async function send(page: Page, mutation: string, button: string): Promise<void> {
  await acknowledged(page, mutation, () => dialogOf(page).getByRole('button', { name: button, exact: true }).click());
  await dialogOf(page).waitFor({ state: 'detached' });
}

async function setAside(page: Page): Promise<string> {
  await enter(page, brand.manager, path('movement/budgets'));
  await page.getByRole('button', { name: say('budgets.new') }).click();
  await dialogOf(page).getByLabel(say('budgets.name')).fill('Summer');
  await send(page, 'createRewardBudget', say('budgets.create'));
  await page.getByRole('link', { name: 'Summer' }).click();
  await page.getByRole('button', { name: say('budgets.fund') }).click();
  await dialogOf(page).getByLabel(say('budgets.amount')).fill('100');
  await send(page, 'fundBudget', say('budgets.fund'));
  await page.getByRole('button', { name: say('budgets.newPerk') }).click();
  await dialogOf(page).getByLabel(say('budgets.perk')).fill('A mug');
  await dialogOf(page).getByLabel(say('budgets.cost')).fill('30');
  await dialogOf(page).getByLabel(say('budgets.stock')).fill('2');
  await send(page, 'createPerk', say('budgets.addPerk'));
  return new URL(page.url()).pathname.split('/').at(-1)!;
}

it('a brand sets points and a perk aside, an ambassador chooses it, it is sent and seen to be; the numbers open their lists and their files', async () => {
  const staff = await browser.open();
  const { page: desk } = staff;
  const budgetId = await setAside(desk);
  await app.get(Transactor).run((tx) => app.get(RewardsService).pay(tx, { entryId: newId(), communityId: brand.communityId, memberId: brand.fanId, points: 40, budgetId, perkId: null, by: null }));

  const fan = await browser.open({ phone: true, language: 'fr' });
  const { page } = fan;
  await enter(page, brand.fan, path('rewards?hl=fr'));
  const main = page.getByRole('main');
  await main.getByText('40', { exact: true }).waitFor();
  await main.getByRole('button', { name: dire('rewards.takeLabel', { title: 'A mug' }) }).click();
  await dialogOf(page).getByText(dire('rewards.sure', { cost: 30, left: 10 })).waitFor();
  await send(page, 'redeemPerk', dire('rewards.take'));
  await main.getByText(dire('rewards.state_OWED')).waitFor();
  await main.getByText(dire('rewards.missing', { points: 20 })).waitFor();
  await main.getByLabel(dire('rewards.channel')).fill('Bluesky');
  await acknowledged(page, 'createTrackingLink', () => main.getByRole('button', { name: dire('rewards.makeLink') }).click());
  await main.getByRole('button', { name: dire('rewards.copy', { channel: 'Bluesky' }) }).waitFor();

  await go(desk, path('movement/deliveries'));
  await desk.getByRole('button', { name: say('budgets.move_SENT') }).click();
  await dialogOf(desk).getByLabel(say('budgets.note'), { exact: true }).fill('Parcel 7');
  await send(desk, 'updateDelivery', say('budgets.move_SENT'));
  await desk.getByText(say('budgets.empty_OWED')).waitFor();
  await app.dispatcher.drain();
  await go(page, path('inbox'));
  await page.getByText(dire('inbox.what.PERK_SENT')).waitFor();
  await page.getByRole('main').getByRole('link', { name: 'A mug' }).click();
  await page.waitForURL(/\/rewards/);
  await main.getByText('Parcel 7').waitFor();
  await main.getByText(dire('rewards.state_SENT'), { exact: true }).waitFor();

  await go(desk, path(`movement/budgets/${budgetId}`));
  const lines = desk.getByRole('table').getByRole('row');
  await expect.poll(() => lines.count()).toBe(5); // its head, points in, pieces in, the payout, the mug
  await expect.poll(() => lines.allInnerTexts().then((texts) => texts.join(' '))).toContain('−40');

  await go(desk, path(`movement/links?mission=${mission}`));
  await desk.getByRole('table').getByText('Bluesky').waitFor();
  await go(desk, path('movement/numbers'));
  const funnel = desk.getByRole('region', { name: 'Twenty builders' });
  await funnel.getByText(say('numbers.callSays', { seen: 1, submitted: 1, selected: 0, accepted: 0 })).waitFor();
  const file = await desk.getByRole('main').getByRole('link', { name: say('numbers.file_calls'), exact: true }).getAttribute('href');
  const answer = await desk.request.get(file!);
  const rows = parse(await answer.text(), { columns: true }) as Record<string, string>[];
  expect([answer.headers()['content-disposition'], rows.map(({ title }) => title)]).toEqual([expect.stringContaining('attachment'), ['Twenty builders']]);
  await funnel.getByRole('link', { name: say('calls.step_submitted') }).click();
  await desk.waitForURL(/\/calls\/.*\/panel/);
  expect([...fan.faults, ...staff.faults]).toEqual([]);
  await Promise.all([fan.close(), staff.close()]);
});
