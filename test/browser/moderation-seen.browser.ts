import { aRole } from '@fanfare/testing';
import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type App, startApp } from '../support/app.js';
import { accountOf, aBrand, type Brand } from '../support/brand.js';
import type { Client } from '../support/client.js';
import { acknowledged, go, startBrowser, type TestBrowser, violationsOn } from './browser.js';
import { enter } from './steps.js';
import { wordsOf } from './words.js';

let app: App;
let browser: TestBrowser;
let brand: Brand;
let author: Client;
let idea: string;
let comment: string;

const RULE = `INSERT INTO community_rules (community_id, number, version, title, body, since)
  VALUES ($1, 1, 1, 'Respect people', 'No insults.', now()) ON CONFLICT DO NOTHING`;
const IN_A_WEEK = new Date(Date.now() + 7 * 86_400_000).toISOString();
const INSULT = 'Whoever designed this is a clown.';

beforeAll(async () => {
  app = await startApp({ web: true, env: { SECRET_KEY: 'a key for tests, long enough to be one' } });
  [browser, brand] = await Promise.all([startBrowser(app.url), aBrand(app)]);
  await app.database.query(RULE, [brand.communityId]);
  const second = await aMemberOf('nell-reviews');
  await aRole(app.database, brand.communityId, await accountOf(second), 'MODERATOR');
  author = await aMemberOf('otto-writes');
  idea = (await brand.fan.mutate('submitIdea', { community: brand.slug, title: 'A bridge that opens', body: 'For the tall ships of our harbour.', category: brand.category }, 'idea { id }')).idea.id;
  comment = (await author.mutate('addComment', { idea, body: INSULT }, 'comment { id }')).comment.id;
});
afterAll(async () => {
  await browser?.close();
  await app?.stop();
});

async function aMemberOf(handle: string): Promise<Client> {
  const client = await (await app.visitor().signUp()).confirm();
  await client.join(brand.slug, handle);
  return client;
}

const QUEUE = 'query ($slug: String!) { community(slug: $slug) { reviewQueue(filter: { kind: [COMMENT] }) { nodes { id subjectId } } } }';

async function remove(): Promise<string> {
  const { nodes } = (await brand.moderator.get(QUEUE, { slug: brand.slug })).community.reviewQueue;
  const item = nodes.find(({ subjectId }: { subjectId: string }) => subjectId === comment).id as string;
  const ruling = { item, action: 'REMOVE', rule: 1, facts: 'It calls a person names.', passage: 'is a clown', language: 'en', sanction: { action: 'MUTE', right: 'COMMENTING', until: IN_A_WEEK } };
  return (await brand.moderator.mutate('decideReview', ruling, 'decision { id }')).decision.id;
}

/** By Tab, as whoever uses no mouse. */
async function tabTo(place: Locator): Promise<void> {
  await place.waitFor();
  for (let presses = 0; presses < 120; presses++) {
    await place.page().keyboard.press('Tab');
    if (await place.evaluate((element: { matches(selector: string): boolean }) => element.matches(':focus'))) return;
  }
  throw new Error(`Tab never reached ${place}`);
}

async function press(place: Locator, key: 'Enter' | 'Space'): Promise<void> {
  await tabTo(place);
  await place.page().keyboard.press(key);
}

describe('moderation, as members and the public see it', () => {
  const [say, dire] = [wordsOf('en'), wordsOf('fr')];

  it('takes reports by keyboard alone, and gives references to ask by', async () => {
    const at = `/c/${brand.slug}`;
    const { page, faults, close } = await browser.open();
    await enter(page, brand.fan, `${at}/ideas/${idea}`);
    const said = page.locator(`#comment-${comment}`);
    await press(said.getByRole('button', { name: say('reports.report_COMMENT') }), 'Enter');
    const dialog = page.getByRole('dialog');
    await press(dialog.getByRole('radio').first(), 'Space');
    await page.keyboard.press('ArrowDown');
    expect(await dialog.getByRole('radio', { name: new RegExp(`^${say('moderation.category_HARASSMENT')}`) }).isChecked()).toBe(true);
    await tabTo(dialog.getByRole('textbox'));
    await page.keyboard.type('About Ada, who drew it.');
    expect(await violationsOn(page)).toEqual([]);
    await acknowledged(page, 'report', () => press(dialog.getByRole('button', { name: say('reports.send') }), 'Enter'));
    const reference = await dialog.getByText(/^R-\w{4}-\w{4}-\w{4}$/).innerText();
    await press(dialog.getByRole('button', { name: say('common.close') }).last(), 'Enter');
    await said.getByRole('button', { name: say('reports.reported') }).waitFor();
    await go(page, `${at}/ideas/${idea}`); // and is not forgotten
    await said.getByRole('button', { name: say('reports.reported') }).waitFor();
    await go(page, `${at}/me?tab=reports`);
    await page.getByRole('link', { name: reference }).click();
    await page.getByText(say('reports.outcome_WAITING')).waitFor();
    expect(faults).toEqual([]);
    await close();
  });

  it('asks for another look at a rough word, also on one’s profile, and takes it the second time', async () => {
    const { page, faults, close } = await browser.open({ phone: true });
    await enter(page, brand.fan, `/c/${brand.slug}/me`);
    await page.getByRole('link', { name: say('me.seeProfile') }).click();
    await page.getByRole('link', { name: say('members.editProfile') }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel(say('members.editBio')).fill('I draw shit, and I like it.');
    await acknowledged(page, 'updateMember', () => dialog.getByRole('button', { name: say('common.save') }).click());
    await dialog.getByText(say('problems.REPHRASE')).waitFor();
    expect(await violationsOn(page)).toEqual([]);
    await acknowledged(page, 'updateMember', () => dialog.getByRole('button', { name: say('withheld.saveAnyway') }).click());
    await dialog.waitFor({ state: 'detached' });
    await page.getByText('I draw shit, and I like it.').waitFor();
    expect(new URL(page.url()).search).toBe('');
    expect(faults).toEqual([]);
    await close();
  });

  it('lets anybody notify illegal content, by the address alone', async () => {
    const { page, faults, close } = await browser.open({ language: 'fr', phone: true, dark: true });
    await go(page, `/c/${brand.slug}/notice`);
    const fill = (key: string, text: string) => page.getByLabel(dire(`reports.${key}`)).fill(text);
    await fill('location', `${app.url}/c/${brand.slug}/roadmap`);
    await fill('law', 'Code pénal, article R621-2');
    await fill('name', 'Vera Passante');
    await fill('email', 'vera@example.org');
    await fill('why', 'Le commentaire injurie une personne nommée.');
    await page.getByRole('checkbox', { name: dire('reports.goodFaith') }).check();
    const send = () => page.getByRole('button', { name: dire('reports.sendNotice') }).click();
    await send();
    await page.getByText(dire('reports.locationUnknown')).waitFor();
    await fill('location', `${app.url}/c/${brand.slug}/ideas/${idea}#comment-${comment}`);
    expect(await violationsOn(page)).toEqual([]);
    await acknowledged(page, 'report', send);
    await page.getByText(/^R-\w{4}-\w{4}-\w{4}$/).waitFor();
    await page.getByRole('link', { name: dire('reports.toOutcome') }).click();
    await page.getByText(dire('reports.outcome_WAITING')).waitFor();
    expect(faults).toEqual([]);
    await close();
  });

  it('gives whom it affects the reasons and an appeal, everybody the log and the numbers', async () => {
    const decision = await remove();
    const at = `/c/${brand.slug}`;
    const { page, faults, close } = await browser.open();
    await enter(page, author, `${at}/me?tab=decisions`);
    await press(page.getByRole('main').getByRole('link', { name: 'Your comment was removed' }), 'Enter');
    for (const text of ['It calls a person names.', 'is a clown', say('decisions.means_REMOVE')]) await page.getByText(text, { exact: true }).waitFor();
    expect(await violationsOn(page)).toEqual([]);
    await tabTo(page.getByLabel(say('decisions.appealWhy')));
    await page.keyboard.type('I meant the clown on the bridge in the picture.');
    await acknowledged(page, 'appealDecision', () => press(page.getByRole('button', { name: say('decisions.appealSend') }), 'Enter'));
    await page.getByText(say('decisions.appeal_OPEN')).waitFor();
    await page.getByText('I meant the clown on the bridge in the picture.').waitFor();
    await go(page, `${at}/ideas/${idea}`); // who may not comment is not let write in vain
    await page.locator('#comments').getByRole('link', { name: say('decisions.bannerWhy') }).waitFor();
    expect(await page.locator('#comments').getByRole('textbox').count()).toBe(0);
    expect(await violationsOn(page)).toEqual([]);
    await close();

    const public_ = await browser.open();
    await go(public_.page, `${at}/decisions/${decision}`);
    await public_.page.getByText(say('decisions.private')).waitFor();
    expect(await public_.page.getByText('It calls a person names.').count()).toBe(0);
    await readLog(at);
    await go(public_.page, `${at}/transparency`);
    await public_.page.getByRole('heading', { name: say('transparency.decisions') }).waitFor();
    await public_.page.getByText(say('transparency.treatmentNone')).waitFor();
    expect(await violationsOn(public_.page)).toEqual([]);
    expect([...faults, ...public_.faults]).toEqual([]);
    await public_.close();
  });

  /** The entry is checked in the reader's own browser, against the signed head. */
  async function readLog(at: string): Promise<void> {
    await app.database.query(`UPDATE schedules SET next_run_at = now() WHERE name = 'log.heads'`); // the minute until the next head need not pass
    await app.schedules.runDue();
    await expect.poll(async () => (await fetch(`${app.url}${at}/log/head.json`)).status).toBe(200);
    const { page, faults, close } = await browser.open();
    await go(page, `${at}/log`);
    const entry = page.locator('article').filter({ hasText: 'A comment was removed' });
    await entry.getByText(/^Verify entry/).click();
    await entry.getByRole('button', { name: say('log.check') }).click();
    await entry.getByText(/^It holds/).waitFor();
    expect(await violationsOn(page)).toEqual([]);
    expect(faults).toEqual([]);
    await close();
  }

  it('is downloaded: the report, and every restriction', async () => {
    const file = async (name: string) => {
      const response = await fetch(`${app.url}/c/${brand.slug}/${name}`);
      return { type: response.headers.get('content-type'), name: response.headers.get('content-disposition'), text: await response.text() };
    };
    const json = await file('transparency.json');
    expect([json.type, JSON.parse(json.text)]).toMatchObject(['application/json; charset=utf-8', { community: brand.slug, notices: { total: 2, illegalContent: 1 }, decisions: { restrictions: 2 } }]);
    const csv = await file('transparency.csv?from=2020-01-01&to=2020-12-31');
    expect(csv.name).toBe(`attachment; filename="${brand.slug}-transparency-2020-01-01-2020-12-31.csv"`);
    expect(csv.text.split('\r\n')).toEqual(expect.arrayContaining(['measure,word,value', 'notices.total,,0', 'times.median,,']));
    const statements = (await file('statements.csv')).text.trimEnd().split('\r\n');
    expect([statements.length, statements[0]!.split(',')[0], statements[1]!.includes('is a clown')]).toEqual([3, 'puid', false]);
    expect((await file('statements.csv?from=2020-01-01&to=2020-12-31')).text).toBe('');
    expect((await fetch(`${app.url}/c/nowhere/statements.csv`)).status).toBe(404);
  });
});
