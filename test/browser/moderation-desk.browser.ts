import { aComment, anIdea, aRole } from '@fanfare/testing';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type App, startApp } from '../support/app.js';
import { accountOf, aBrand, type Brand } from '../support/brand.js';
import type { Client } from '../support/client.js';
import { acknowledged, alive, startBrowser, type TestBrowser, violationsOn } from './browser.js';
import { enter } from './steps.js';
import { wordsOf } from './words.js';

const INSULT = 'The colours are a mess. Whoever likes this is an utter fool. I still want one.';

let app: App;
let browser: TestBrowser;
let brand: Brand;
let author: Client;
let authorId: string;
let second: Client;
let at: string;

beforeAll(async () => {
  app = await startApp({ web: true });
  [browser, brand] = await Promise.all([startBrowser(app.url), aBrand(app)]);
  at = `/c/${brand.slug}/moderation`;
  [author, second] = await Promise.all([app.visitor().signUp(), app.visitor().signUp()]);
  authorId = await author.join(brand.slug, 'otto-writes');
  await second.join(brand.slug, 'mona-reviews');
  await aRole(app.database, brand.communityId, await accountOf(second), 'MODERATOR');
  for (const [number, title] of [[1, 'Stay on the subject'], [2, 'No hidden advertising'], [3, 'No insults']] as const) {
    await app.database.query(
      `INSERT INTO community_rules (community_id, number, version, title, body, since) VALUES ($1, $2, 1, $3, 'Argue with the idea, not with the person.', now()) ON CONFLICT DO NOTHING`,
      [brand.communityId, number, title]);
  }
});
afterAll(async () => {
  await browser?.close();
  await app?.stop();
});

/** Something of Otto's that Fay reported. */
async function reported(): Promise<{ comment: string; idea: string }> {
  const idea = await anIdea(app.database, brand.communityId, { author_id: authorId, title: 'A lighthouse made of watches', category_id: brand.category });
  const { id } = await aComment(app.database, idea, { author_id: authorId, body: INSULT });
  await brand.fan.mutate('report', { subject: id, category: 'HARASSMENT', explanation: 'It calls me a fool.' }, 'report { id }');
  await brand.rival.mutate('report', { subject: idea.id, category: 'SPAM', explanation: 'Watches again.' }, 'report { id }');
  return { comment: id, idea: idea.id };
}

/** A comment of somebody that Fay took for spam. */
async function advertised(body: string, author: string): Promise<string> {
  const idea = await anIdea(app.database, brand.communityId, { author_id: brand.fanId, category_id: brand.category });
  const { id } = await aComment(app.database, idea, { author_id: author, body });
  await brand.fan.mutate('report', { subject: id, category: 'SPAM' }, 'report { id }');
  return id;
}

const itemOf = async (subject: string) => (await app.database.query<{ id: string }>('SELECT id FROM review_items WHERE subject_id = $1', [subject]))[0]!.id;
const stateOf = async (comment: string) =>
  (await app.database.query<{ withheld: string | null }>('SELECT withheld FROM comments WHERE id = $1', [comment]))[0]!.withheld;

/** Presses keys one after the other, as somebody does who knows them. */
async function press(page: Page, ...keys: string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

/** Opens the one that waits: a page answers to clicks while it wakes up, to keys only once it is awake. */
async function stepIn(page: Page): Promise<void> {
  await expect.poll(() => press(page, 'j').then(() => page.url())).toContain('item=');
}

describe('the moderators’ desk', () => {
  const say = wordsOf('en');

  it('is a shift by keyboard: claimed, quoted, decided with reasons while another looks on, appealed and decided by the other', async () => {
    const { comment } = await reported();
    const { page, faults, close } = await browser.open();
    const other = await browser.open({ language: 'en' });
    await enter(page, brand.moderator, `/c/${brand.slug}`);
    await page.getByRole('banner').getByRole('link', { name: /^Moderation/ }).click();
    await page.waitForURL((url) => url.pathname === at);
    await enter(other.page, second, at);
    const row = (of: Page, words: RegExp) => of.getByRole('listitem').filter({ hasText: words });
    await row(page, /A lighthouse made of watches/).waitFor();

    // The worst first: harassment, which is not read in passing.
    await press(page, '?');
    await page.getByRole('dialog').getByText(say('review.key.step')).waitFor();
    await press(page, 'Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await press(page, 'j');
    await page.getByText('It calls me a fool.').waitFor();
    expect(new URL(page.url()).searchParams.get('item')).not.toBeNull();
    await page.getByRole('button', { name: say('review.showHard') }).waitFor();
    await press(page, 'v');
    await page.getByText(INSULT).waitFor();
    expect(await violationsOn(page)).toEqual([]);

    // The other sees who is on it.
    await press(other.page, 'j');
    await acknowledged(page, 'claimReview', () => press(page, 'c'));
    await page.getByText(say('review.claimedByYou')).waitFor();
    await other.page.getByText(say('review.readAlong')).waitFor();

    // Action, rule, passage and facts; nothing goes without all of them.
    await press(page, 'a', 'r');
    await press(page, 'Control+Enter');
    await page.getByText(say('review.missing.passage')).waitFor();
    await page.keyboard.press('Escape');
    await press(page, '3', 'q');
    await page.getByRole('group', { name: say('review.pickLabel') }).waitFor();
    await press(page, 'ArrowDown', 'Enter', 'Escape');
    expect(await page.getByLabel(say('review.passage')).inputValue()).toBe('Whoever likes this is an utter fool.');
    await press(page, 'f');
    await page.keyboard.type('It insults everybody who likes the idea.');
    const statement = page.getByRole('region', { name: say('review.preview') });
    await statement.getByText(say('review.ruleLine', { number: 3, title: 'No insults' })).waitFor();
    await statement.getByText('It insults everybody who likes the idea.').waitFor();
    await statement.getByText(say('review.statement.REMOVE', { kind: 'COMMENT' })).waitFor();
    expect(await violationsOn(page)).toEqual([]);

    // What is written outlives leaving the page.
    await page.reload();
    await page.getByRole('button', { name: say('review.decide', { action: say('review.do.REMOVE') }) }).waitFor();
    await press(page, 'f');
    await acknowledged(page, 'decideReview', () => press(page, 'Control+Enter'));
    await page.getByText(say('review.doneRestrict', { action: say('review.do.REMOVE') })).waitFor();
    expect(await stateOf(comment)).toBe('REMOVED');

    // The next stands open; the other learns by whom and what.
    await page.getByText('Watches again.').waitFor();
    await other.page.getByText(/Remove: decided by/).waitFor();
    expect(await violationsOn(other.page)).toEqual([]);

    // An appeal comes to who took no part.
    const { viewer } = await author.get('query ($community: String!) { viewer { decisions(community: $community, first: 1) { nodes { id } } } }', { community: brand.slug });
    await author.mutate('appealDecision', { decision: viewer.decisions.nodes[0].id, text: 'I meant myself.' }, 'appeal { id }');
    await enter(page, brand.moderator, `${at}?tab=appeals`);
    await stepIn(page);
    await page.getByText('I meant myself.').waitFor();
    await page.getByText(say('review.notImpartial')).waitFor();
    await enter(other.page, second, `${at}?tab=appeals`);
    await stepIn(other.page);
    await other.page.getByText('I meant myself.').waitFor();
    await other.page.getByRole('radio', { name: new RegExp(say('review.outcomeDo.REVERSED')) }).focus();
    await press(other.page, 'Space', 'f');
    await other.page.keyboard.type('You did: irony is no insult.');
    expect(await violationsOn(other.page)).toEqual([]);
    await acknowledged(other.page, 'decideAppeal', () => press(other.page, 'Control+Enter'));
    await other.page.getByText(say('review.outcomeOf.REVERSED')).waitFor();
    expect(await stateOf(comment)).toBeNull();
    expect([...faults, ...other.faults]).toEqual([]);
    await Promise.all([close(), other.close()]);
  });

  it('decides several together, asks a second moderator for what takes two, and puts something lighter where an appeal finds it too heavy', async () => {
    const pia = await app.visitor().signUp();
    const piaId = await pia.join(brand.slug, 'pia-writes');
    const [first, other, third] = [await advertised('Cheap watches, the first lot.', authorId), await advertised('Cheap watches, the second lot.', authorId), await advertised('I buy codes from boxes.', piaId)];
    const { page, faults, close } = await browser.open();
    const row = (of: Page, words: RegExp) => of.getByRole('listitem').filter({ hasText: words });
    const say = wordsOf('en');
    await enter(page, brand.moderator, at);

    // Several with one reason, and from each its own passage.
    for (const words of [/first lot/, /second lot/]) await row(page, words).getByRole('checkbox').check();
    await page.getByRole('button', { name: say('review.bulkDecide') }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('radio', { name: say('review.do.HIDE') }).check();
    const decide = dialog.getByRole('button', { name: say('review.decide', { action: say('review.do.HIDE') }) });
    await decide.click();
    await dialog.getByText(say('review.missing.ground')).waitFor();
    await dialog.getByRole('radio', { name: /No hidden advertising/ }).check();
    await dialog.getByLabel(say('review.facts')).fill('It sells watches.');
    for (const quote of await dialog.getByRole('button', { name: say('review.quoteAll') }).all()) await quote.click();
    expect(await violationsOn(page)).toEqual([]);
    await acknowledged(page, 'decideReviews', () => decide.click());
    await dialog.getByText(say('review.bulkDone', { done: 2, count: 2 })).waitFor();
    await dialog.getByRole('button', { name: say('common.close') }).first().click();
    await row(page, /first lot/).waitFor({ state: 'detached' });
    expect([await stateOf(first), await stateOf(other)]).toEqual(['HIDDEN', 'HIDDEN']);

    // A ban for good is proposed; who proposed it cannot agree.
    const reasons = { rule: 2, passage: 'I buy codes', facts: 'It trades codes.', language: 'en' };
    await brand.moderator.mutate('decideReview', { item: await itemOf(third), action: 'BAN', ...reasons }, 'decision { id }');
    await page.goto(`${at}?tab=second`);
    await alive(page);
    await stepIn(page);
    await page.getByText(say('review.notImpartial')).waitFor();
    const two = await browser.open({ phone: true });
    await enter(two.page, second, `/c/${brand.slug}`);
    await two.page.getByRole('navigation').getByRole('link', { name: say('review.short') }).click(); // the thumb's way
    await two.page.getByRole('link', { name: new RegExp(`^${say('review.tab.second')}`) }).click();
    await row(two.page, /I buy codes/).getByRole('link').click();
    await two.page.getByRole('link', { name: say('review.goDecide') }).click();
    await two.page.locator('#decision-pane').getByText(say('review.statement.BAN')).waitFor();
    await two.page.getByRole('button', { name: say('review.disagree') }).click();
    await two.page.getByText(say('review.missing.second')).waitFor();
    expect(await violationsOn(two.page)).toEqual([]);
    await acknowledged(two.page, 'confirmDecision', () => two.page.getByRole('button', { name: say('review.agree') }).click());
    expect(await app.database.query(`SELECT kind FROM restrictions WHERE member_id = $1 AND lifted_at IS NULL`, [piaId])).toEqual([{ kind: 'BAN' }]);

    // An appeal that finds it too heavy puts another decision in its place.
    const { viewer } = await author.get('query ($community: String!) { viewer { decisions(community: $community, first: 5) { nodes { id passage } } } }', { community: brand.slug });
    const { id: hidden } = viewer.decisions.nodes.find(({ passage }: { passage: string }) => passage.includes('first lot'));
    await author.mutate('appealDecision', { decision: hidden, text: 'I do sell them. Say so beside it.' }, 'appeal { id }');
    const judge = await browser.open();
    await enter(judge.page, second, `${at}?tab=appeals`);
    await stepIn(judge.page);
    await judge.page.getByText('I do sell them. Say so beside it.').waitFor();
    await judge.page.getByRole('radio', { name: new RegExp(say('review.outcomeDo.CHANGED')) }).check();
    await press(judge.page, 'a', 'l', '2');
    await judge.page.getByLabel(say('review.passage')).fill('Cheap watches');
    await judge.page.keyboard.press('Escape');
    await press(judge.page, 'f');
    await judge.page.keyboard.type('A label is enough.');
    expect(await violationsOn(judge.page)).toEqual([]);
    await acknowledged(judge.page, 'decideAppeal', () => press(judge.page, 'Control+Enter'));
    await judge.page.getByText(say('review.outcomeOf.CHANGED')).waitFor();
    expect([await stateOf(first), await stateOf(other)]).toEqual([null, 'HIDDEN']);
    expect(await app.database.query('SELECT label FROM content_labels WHERE subject_id = $1 AND lifted_at IS NULL', [first])).toEqual([{ label: 'DISCLOSURE_MISSING' }]);
    expect([...faults, ...two.faults, ...judge.faults]).toEqual([]);
    await Promise.all([close(), two.close(), judge.close()]);
  });
});
