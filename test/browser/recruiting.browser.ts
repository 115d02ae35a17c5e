import { afterAll, beforeAll, expect, it } from 'vitest';
import { type App, startApp } from '../support/app.js';
import { aBrand, type Brand } from '../support/brand.js';
import type { Client } from '../support/client.js';
import { someFans } from '../support/fans.js';
import { acknowledged, go, startBrowser, type TestBrowser } from './browser.js';
import { enter } from './steps.js';
import { wordsOf } from './words.js';

const say = wordsOf('en');
const TITLE = 'Two lamps for the harbour';

let app: App;
let browser: TestBrowser;
let brand: Brand;
let fans: { client: Client; name: string }[];

beforeAll(async () => {
  app = await startApp({ web: true });
  browser = await startBrowser(app.url);
  brand = await aBrand(app);
  const made = (await someFans(app.database, brand.communityId, 6)).filter(({ isAnonymous }) => !isAnonymous).slice(0, 2);
  await app.database.query(`UPDATE members SET level = 'FAN', display_name = 'Fan ' || handle WHERE id = ANY ($1)`, [made.map(({ memberId }) => memberId)]);
  const names = await app.database.query<{ id: string; name: string }>('SELECT id, display_name AS name FROM members');
  fans = made.map(({ token, memberId }) => ({ client: Object.assign(app.visitor(), { token }), name: names.find(({ id }) => id === memberId)!.name }));
});

afterAll(async () => {
  await browser?.close();
  await app?.stop();
});

it('a brand writes a call, sees it as fans will, publishes it, reads two applications side by side, marks, selects one by the ranking and declines the other', async () => {
  const { page, faults, close } = await browser.open();
  const main = page.getByRole('main');
  const dialog = page.getByRole('dialog');
  await enter(page, brand.manager, `/c/${brand.slug}/calls`);
  await main.getByRole('link', { name: say('calls.newShort') }).first().click();
  await main.getByLabel(say('calls.title'), { exact: true }).fill(TITLE);
  await main.getByLabel(say('calls.story'), { exact: true }).fill('Leave only positive reviews of us, for **six** months.');
  await main.getByLabel(say('calls.perks'), { exact: true }).fill('Two lamps.');
  await main.getByLabel(say('calls.seats'), { exact: true }).fill('1');
  await main.getByLabel(say('calls.questionText')).fill('Why you?');
  await main.getByRole('button', { name: say('calls.questionAdd') }).click();
  const second = main.getByRole('group', { name: say('calls.question', { number: 2 }) });
  await second.getByLabel(say('calls.questionText')).fill('Which lamp?');
  await second.getByLabel(say('calls.questionKind')).selectOption('CHOICE');
  await second.getByLabel(say('calls.choices')).fill('Red\nGreen');
  await main.getByRole('button', { name: say('calls.saveAndPreview') }).click();
  await main.getByText('asks for praise').waitFor(); // refused with the sentence; everything typed stays
  await main.getByLabel(say('calls.story'), { exact: true }).fill('A lamp at each end of the pier, for **six** months.');
  await main.getByRole('button', { name: say('calls.saveAndPreview') }).click();

  await main.getByText(say('calls.barDraft')).waitFor();
  const call = page.url().split('/').at(-1)!;
  const seenBy = async (client: Client) => (await client.get('query ($id: ID!) { call(id: $id) { state questions { id choices } } }', { id: call }))['call'];
  expect(await seenBy(fans[0]!.client)).toBeNull();
  await main.getByRole('button', { name: say('calls.publish'), exact: true }).click();
  await acknowledged(page, 'publishCall', () => dialog.getByRole('button', { name: say('calls.publishNow') }).click());
  await main.getByText(say('calls.barPublic')).waitFor();
  const { state, questions } = await seenBy(fans[0]!.client);
  expect([state, questions[1].choices]).toEqual(['SCHEDULED', ['Red', 'Green']]);

  await app.database.query(`UPDATE calls SET opens_at = now() - interval '2 days' WHERE id = $1`, [call]);
  for (const { client } of fans) await client.mutate('applyToCall', { call, answers: [{ question: questions[0].id, answer: 'I sail at night.' }, { question: questions[1].id, answer: 'Red' }] }, 'application { id }');
  await go(page, `/c/${brand.slug}/calls/${call}/manage`);
  await main.getByRole('button', { name: say('calls.closeEarly') }).click();
  await dialog.getByLabel(say('calls.notice')).fill('Two came, and two is plenty.');
  await acknowledged(page, 'closeCall', () => dialog.getByRole('button', { name: say('calls.closeEarlyDo') }).click());
  await main.getByText('Two came, and two is plenty.').waitFor();

  await main.getByRole('link', { name: say('recruitment.panel') }).click();
  const rows = main.getByRole('list', { name: say('calls.listOf', { count: 2 }) }).getByRole('listitem');
  await expect.poll(() => rows.count()).toBe(2);
  await page.keyboard.press('j');
  await page.keyboard.press('o');
  const columns = main.getByRole('article');
  await columns.first().getByText('I sail at night.').waitFor();
  const first = (await columns.first().getAttribute('aria-label'))!;
  await page.keyboard.press('j');
  await page.keyboard.press('b');
  await expect.poll(() => columns.count()).toBe(2);
  expect(new URL(page.url()).searchParams.get('open')!.split(',')).toHaveLength(2);
  const loser = columns.nth(1);
  for (const group of await loser.getByRole('group').all()) if (await group.getByRole('radio').count()) await group.getByRole('radio', { name: '1', exact: true }).check();
  await acknowledged(page, 'scoreApplication', () => loser.getByRole('button', { name: say('recruitment.giveMarks') }).click());
  const winner = columns.nth(0);
  for (const group of await winner.getByRole('group').all()) if (await group.getByRole('radio').count()) await group.getByRole('radio', { name: '4', exact: true }).check();
  await acknowledged(page, 'scoreApplication', () => winner.getByRole('button', { name: say('recruitment.giveMarks') }).click());
  await winner.getByText(say('calls.placeWith', { place: 1, points: '4' })).waitFor();
  await loser.getByText(say('calls.placeWith', { place: 2, points: '1' })).waitFor();

  await main.getByRole('button', { name: say('calls.byRanking') }).click();
  await dialog.getByLabel(say('recruitment.reason')).fill('Your nights at sea.');
  expect(await dialog.getByLabel(say('calls.firstMany')).inputValue()).toBe('1'); // as many as there are seats
  await acknowledged(page, 'decideByRanking', () => dialog.getByRole('button', { name: say('calls.answerMany', { count: 1 }) }).click());
  await dialog.waitFor({ state: 'detached' });
  await main.getByText(say('calls.waitingMany', { count: 1 })).waitFor();
  await loser.getByRole('button', { name: say('calls.answerOne') }).click();
  await dialog.getByLabel(say('recruitment.outcome')).selectOption('DECLINED');
  await dialog.getByLabel(say('recruitment.reason')).fill('One pier, one lamp.');
  await acknowledged(page, 'decideApplication', () => dialog.getByRole('button', { name: say('recruitment.answer') }).click());
  await main.getByText(say('calls.waitingMany', { count: 0 })).waitFor();

  const [selected, declined] = fans[0]!.name === first ? fans : [fans[1]!, fans[0]!];
  for (const [{ client }, reason] of [[selected!, 'Your nights at sea.'], [declined!, 'One pier, one lamp.']] as const) {
    await enter(page, client, `/c/${brand.slug}/calls/${call}`);
    await main.getByText(reason).waitFor();
  }
  expect(faults).toEqual([]);
  await close();
});
