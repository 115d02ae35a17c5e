import { aTermOf } from '@fanfare/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type App, startApp } from '../support/app.js';
import { aBrand, type Brand } from '../support/brand.js';
import { acknowledged, alive, go, startBrowser, type TestBrowser } from './browser.js';
import { enter } from './steps.js';
import { wordsOf } from './words.js';

const say = wordsOf('en');
const ASKS = 'Post a 5-star review.';
const BRIEF = 'Build the quay you know, and tell what was hard.';
const WORK = 'The quay of Camaret, on two baseplates. The cranes tip over and the awning never fits.';

let app: App;
let browser: TestBrowser;
let brand: Brand;

beforeAll(async () => {
  app = await startApp({ web: true });
  browser = await startBrowser(app.url);
  brand = await aBrand(app);
  await aTermOf(app.database, { id: brand.fanId, community_id: brand.communityId });
});

afterAll(async () => {
  await browser?.close();
  await app?.stop();
});

it('a mission that asks for praise is refused beside its brief, mended, chosen, done with criticism in it, accepted, paid and on the wall', async () => {
  const { budget } = await brand.manager.mutate('createRewardBudget', { community: brand.slug, name: 'Autumn' }, 'budget { id }');
  await brand.manager.mutate('fundBudget', { budget: budget.id, amount: 500 }, 'budget { left }');
  const at = `/c/${brand.slug}/missions`;

  // The brand writes it.
  const { page: desk, faults: deskFaults, close: closeDesk } = await browser.open();
  await enter(desk, brand.manager, `${at}/new`);
  const brief = desk.getByRole('textbox', { name: say('missions.briefLabel') });
  await desk.getByLabel(say('missions.titleLabel')).fill('The quay you know');
  await brief.fill(`${BRIEF} ${ASKS}`);
  await desk.getByLabel(say('missions.askedOfThem.LINK')).uncheck();
  await desk.getByLabel(say('missions.askedOfThem.TEXT'), { exact: true }).check();
  await desk.getByRole('button', { name: say('missions.addCriterion') }).click();
  await desk.getByLabel(say('missions.criterion')).fill('What was hard is told');
  await desk.getByLabel(say('missions.pointsLabel')).fill('40');
  await desk.getByLabel(say('missions.budgetLabel')).selectOption(budget.id);
  const publish = desk.getByRole('button', { name: say('missions.publish') });
  await publish.click();
  await desk.getByText(ASKS).last().waitFor();
  await expect.poll(() => desk.getByText(say('missions.why.POSITIVE_OPINION')).count()).toBe(1);
  await expect.poll(() => brief.evaluate((field) => field === field.ownerDocument.activeElement && field.getAttribute('aria-invalid'))).toBe('true');
  await brief.fill(BRIEF);
  await publish.click();
  await desk.getByRole('heading', { name: 'The quay you know' }).waitFor();
  const mission = new URL(desk.url()).pathname.split('/').at(-1)!;

  // An ambassador does it, on a phone.
  await app.database.query(`INSERT INTO mission_disclosures (mission_id, channel, language, words) VALUES ($1, 'Photos', 'en', '{#gifted}')`, [mission]);
  const { page: phone, faults: phoneFaults, close: closePhone } = await browser.open({ phone: true });
  await enter(phone, brand.fan, `${at}/${mission}`);
  await acknowledged(phone, 'joinMission', () => phone.getByRole('button', { name: say('missions.join') }).click());
  const text = phone.getByRole('textbox', { name: say('missions.textLabel') });
  await text.fill(WORK);
  await phone.locator('form').getByRole('button', { name: '#gifted' }).waitFor(); // before one says that one uses them
  const send = phone.getByRole('button', { name: say('missions.send'), exact: true });
  await send.click();
  await phone.getByText(say('problems.DISCLOSURE_REQUIRED')).waitFor();
  await phone.getByLabel(say('missions.discloseLabel')).check();
  await acknowledged(phone, 'submitEntry', () => send.click());
  await phone.getByText(say('missions.stateText.SUBMITTED')).waitFor();

  // The brand judges the work, by keyboard.
  await go(desk, `${at}/desk`);
  await desk.keyboard.press('j');
  await expect.poll(() => desk.evaluate('document.activeElement.innerText')).toContain(WORK);
  await desk.getByRole('slider').press('ArrowRight');
  await acknowledged(desk, 'reviewEntry', () => desk.getByRole('button', { name: say('missions.accept') }).click());
  await desk.getByText(say('missions.deskEmpty.waiting')).waitFor();

  // Everybody reads it, criticism included, with what its author receives; and it is paid.
  const { page: wall, close: closeWall } = await browser.open({ javaScript: false });
  await wall.goto(`${at}/wall`);
  await expect.poll(() => wall.getByRole('article').innerText()).toContain('The cranes tip over');
  await expect.poll(() => wall.getByRole('article').innerText()).toContain(`${say('missions.receives')} A car for six months.`);
  await go(phone, `/c/${brand.slug}/rewards`);
  await expect.poll(() => phone.getByRole('main').innerText()).toMatch(/\b40\b/);
  expect([deskFaults, phoneFaults]).toEqual([[], []]);
  await Promise.all([closeDesk(), closePhone(), closeWall()]);
});

it('a rally counts down, is counted live for who watches, and can be looked at by everybody', async () => {
  const rally = (from: number) => brand.manager.mutate('publishMission', {
    community: brand.slug, kind: 'RALLY', title: 'One hour of lighthouses', brief: 'Everybody builds one lighthouse in the same hour.', evidence: ['TEXT'],
    opensAt: new Date(Date.now() - 7_200_000).toISOString(), closesAt: new Date(Date.now() + 86_400_000).toISOString(), rallyAt: new Date(Date.now() + from).toISOString(),
  }, 'mission { id }');
  const [{ mission: coming }, { mission }] = [await rally(3_600_000), await rally(-60_000)];
  const { page, faults, close } = await browser.open();
  const rallyOf = (id: string) => `/c/${brand.slug}/missions/${id}/rally`;
  await go(page, rallyOf(coming.id));
  await page.getByText(say('missions.rally.before')).waitFor();
  const seconds = () => page.getByRole('timer').innerText();
  const before = await seconds();
  await expect.poll(seconds).not.toBe(before);
  await go(page, rallyOf(mission.id));
  const region = page.getByRole('region', { name: say('missions.rallyName') });
  await expect.poll(() => region.innerText()).toMatch(/\b0\b/);
  await alive(page);
  await brand.fan.mutate('joinMission', { mission: mission.id }, 'mission { id }');
  await expect.poll(() => region.innerText(), { timeout: 20_000 }).toContain(say('missions.rallyJoined', { count: 1 }));
  await brand.fan.mutate('submitEntry', { mission: mission.id, evidence: [{ kind: 'TEXT', text: 'Eleven bricks and a torch, which went out.' }], disclosed: true }, 'entry { id }');
  await expect.poll(() => region.locator('strong').innerText(), { timeout: 20_000 }).toBe('1');
  expect(faults).toEqual([]);
  await close();
});

it('a draft is discarded once its writer says so twice, and leaves the drafts', async () => {
  const now = Date.now();
  const dates = { opensAt: new Date(now).toISOString(), closesAt: new Date(now + 86_400_000).toISOString() };
  const draft = { community: brand.slug, kind: 'HELP', title: 'Never mind', brief: 'Help somebody new with a first boat.', evidence: ['TEXT'], draft: true, ...dates };
  const { mission } = await brand.manager.mutate('publishMission', draft, 'mission { id }');
  const { page, faults, close } = await browser.open({ phone: true });
  await enter(page, brand.manager, `/c/${brand.slug}/missions?tab=drafts`);
  await page.getByText('Never mind').click();
  await page.getByRole('heading', { name: say('missions.editTitle') }).waitFor();
  const discard = page.getByRole('main').getByRole('button', { name: say('missions.discard') });
  await discard.click();
  await page.getByRole('button', { name: say('missions.discardKeep') }).click();
  await discard.click();
  await acknowledged(page, 'deleteMission', () => page.getByRole('dialog').getByRole('button', { name: say('missions.discard') }).click());
  await page.getByText(say('missions.discarded')).waitFor();
  await expect.poll(() => page.url()).toContain('tab=drafts');
  await expect.poll(() => page.getByText('Never mind').count()).toBe(0);
  expect((await brand.manager.get(`{ mission(id: "${mission.id}") { id } }`)).mission).toBeNull();
  expect(faults).toEqual([]);
  await close();
});
