import { ElectionClosing } from '@fanfare/circles';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type App, startApp } from '../support/app.js';
import { acknowledged, go, startBrowser, type TestBrowser } from './browser.js';
import { enter } from './steps.js';
import { wordsOf } from './words.js';

let app: App;
let browser: TestBrowser;

beforeAll(async () => {
  app = await startApp({ web: true, seed: true });
  browser = await startBrowser(app.url);
});
afterAll(async () => {
  await browser?.close();
  await app?.stop();
});

const HOME = '/c/brindlebrick/circles';

it('a fan starts a circle, says something, others join, and they choose who speaks for them', async () => {
  const say = wordsOf('en');
  const [fan, ben, cleo] = await Promise.all([1, 2, 3].map(() => app.visitor().signUp()));
  for (const one of [fan!, ben!, cleo!]) {
    await one.confirm();
    await one.join('brindlebrick');
  }
  const { page, close } = await browser.open();
  await enter(page, fan!, HOME);
  const main = page.getByRole('main');
  await main.getByRole('link', { name: say('circles.start') }).first().click();
  await main.getByLabel(say('circles.name'), { exact: true }).fill('Harbour folk');
  await main.getByLabel(say('circles.description'), { exact: true }).fill('Cranes, ferries and **gulls**.');
  await main.getByRole('button', { name: say('circles.create') }).click();
  await page.waitForURL(`**${HOME}/harbour-folk`);
  await main.getByRole('button', { name: say('circles.write') }).click();
  await main.getByLabel(say('circles.write'), { exact: true }).fill('Who has a crane?');
  await main.getByRole('button', { name: say('circles.post'), exact: true }).click();
  await main.getByText('Who has a crane?').waitFor();
  const { circle } = await ben!.get('{ circle(community: "brindlebrick", slug: "harbour-folk") { id } }');
  for (const one of [ben!, cleo!]) await one.mutate('joinCircle', { circle: circle.id }, 'circle { id }');
  await go(page, `${HOME}/harbour-folk?tab=about`);
  await main.getByRole('button', { name: say('circles.startElection') }).click();
  await main.getByRole('heading', { name: say('circles.electionTitle') }).waitFor();
  await main.getByRole('button', { name: say('circles.stand') }).click();
  await page.getByRole('dialog').getByRole('button', { name: say('circles.stand') }).click();
  const vote = main.getByRole('button', { name: /^Vote for / });
  await acknowledged(page, 'voteInElection', () => vote.click());
  await main.getByRole('button', { pressed: true }).waitFor();
  await app.database.query(
    `UPDATE circle_elections SET started_at = started_at - interval '8 days', standing_until = standing_until - interval '8 days', closes_at = closes_at - interval '8 days' WHERE circle_id = $1`, [circle.id]);
  await app.transactor.run((tx) => app.get(ElectionClosing).closeAllDue(tx));
  await go(page, `${HOME}/harbour-folk?tab=about`);
  await expect.poll(() => main.getByRole('table').getByRole('row').last().getByRole('cell').last().textContent()).toBe('1');
  await main.getByText(say('circles.spokesperson'), { exact: true }).first().waitFor();
  await close();
});

it('a circle puts who speaks for it forward for a call, from its own page, by anybody in it', async () => {
  const say = wordsOf('en');
  const member = await (await app.visitor().signUp()).confirm();
  await member.join('elivane');
  const { circle, community } = await member.get(
    '{ circle(community: "elivane", slug: "rouleurs-d-hiver") { id spokesperson { displayName } } community(slug: "elivane") { calls(first: 1, state: [OPEN]) { nodes { id title } } } }');
  const [call] = community.calls.nodes;
  await app.database.query('DELETE FROM application_nominations WHERE circle_id = $1', [circle.id]);
  const { page, close } = await browser.open();
  const at = '/c/elivane/circles/rouleurs-d-hiver';
  await enter(page, member, at);
  const calls = page.getByRole('list', { name: say('applying.nominate') });
  expect(await calls.count()).toBe(0); // not in it
  await member.mutate('joinCircle', { circle: circle.id }, 'circle { id }');
  await go(page, at);
  await calls.getByRole('link', { name: call.title }).waitFor();
  const forward = calls.getByRole('button', { name: say('applying.nominateVoice', { name: circle.spokesperson.displayName }) });
  await acknowledged(page, 'nominateForCall', () => forward.click());
  await expect.poll(() => forward.isDisabled()).toBe(true);
  expect(await app.database.query('SELECT a.call_id AS call FROM application_nominations n JOIN applications a ON a.id = n.application_id WHERE n.circle_id = $1', [circle.id])).toEqual([{ call: call.id }]);
  await close();
});
