import type { IdeaStatus } from '@fanfare/ideas';
import { anIdea } from '@fanfare/testing';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type App, startApp } from '../support/app.js';
import { aBrand, type Brand } from '../support/brand.js';
import { alive, go, startBrowser, type TestBrowser, until, violationsOn, type Visit } from './browser.js';
import { enter } from './steps.js';
import { wordsOf } from './words.js';

const say = wordsOf('en');
const WHY = 'We looked at it **twice**, and here is what we will do.';

let app: App;
let browser: TestBrowser;
let brand: Brand;

beforeAll(async () => {
  app = await startApp({ web: true });
  browser = await startBrowser(app.url);
  brand = await aBrand(app);
});

afterAll(async () => {
  await browser?.close();
  await app?.stop();
});

let ideas = 0;

async function anIdeaIn(status: IdeaStatus, title = `Wish number ${(ideas += 1)}`): Promise<{ id: string; title: string }> {
  const { id } = await anIdea(app.database, brand.communityId, { status, title, author_id: brand.fanId, category_id: brand.category });
  return { id, title };
}

const statusOf = async (id: string) => (await app.visitor().get('query ($id: ID!) { idea(id: $id) { status } }', { id }))['idea'].status as string;
const standsAt = (id: string, status: IdeaStatus) => expect.poll(() => statusOf(id)).toBe(status);

/** The manager at a page of the desk. */
async function atDesk(query = '', reader: Parameters<TestBrowser['open']>[0] = {}): Promise<Visit> {
  const visit = await browser.open(reader);
  await enter(visit.page, brand.manager, `/c/${brand.slug}/desk${query}`);
  return visit;
}

const dialogOf = (page: Page) => page.getByRole('dialog');

async function publish(page: Page, button: string): Promise<void> {
  await dialogOf(page).getByLabel(say('desk.response'), { exact: true }).fill(WHY);
  await dialogOf(page).getByRole('button', { name: button }).click();
  await dialogOf(page).waitFor({ state: 'detached' });
}

const status = (name: IdeaStatus) => say(`domain.status.${name}`);

describe('what needs an answer', () => {
  it('says why it is here, whom an answer reaches and how they will read it; answered, it waits no more and stands on the roadmap', async () => {
    const idea = await anIdeaIn('OPEN', 'A pier that reaches the sea');
    await brand.rival.mutate('castVote', { idea: idea.id }, 'idea { id }');
    const { page, faults, close } = await atDesk();
    const row = page.getByRole('article').filter({ hasText: idea.title });
    await expect.poll(() => row.innerText()).toContain(say('desk.whyOpen', { days: 0 }));
    await row.getByRole('button').click();
    const dialog = dialogOf(page);
    await dialog.getByText(say('desk.reach', { count: 2 })).waitFor();
    await expect.poll(() => new URL(page.url()).searchParams.get('answer')).toBe(idea.id);
    await dialog.getByRole('radio', { name: status('PLANNED') }).check();
    await dialog.getByLabel(say('desk.response'), { exact: true }).fill(WHY);
    await dialog.getByLabel(say('desk.estimate')).selectOption('YEAR');
    await dialog.getByText(say('desk.mailPreview')).click();
    const letter = dialog.frameLocator('iframe');
    await letter.getByText('twice').waitFor();
    await letter.getByRole('link', { name: idea.title }).waitFor();
    await expect.poll(() => letter.locator('body').innerText()).toContain('You back this idea.');
    await page.reload();
    await alive(page);
    await expect.poll(() => dialog.getByLabel(say('desk.response'), { exact: true }).inputValue()).toBe(WHY);
    await dialog.getByRole('radio', { name: status('PLANNED') }).check();
    await dialog.getByLabel(say('desk.estimate')).selectOption('YEAR');
    const year = await dialog.getByLabel(say('desk.estimatePeriod')).inputValue();
    await dialog.getByRole('button', { name: say('desk.publishAndMove', { status: status('PLANNED') }) }).click();
    await dialog.waitFor({ state: 'detached' });
    await row.waitFor({ state: 'detached' });
    await standsAt(idea.id, 'PLANNED');
    await go(page, `/c/${brand.slug}/roadmap`);
    const promised = page.getByRole('article').filter({ hasText: idea.title });
    await expect.poll(() => promised.innerText()).toContain(year.slice(0, 4));
    expect(faults).toEqual([]);
    await close();
  });

  it('tells who is too late that the idea moved, and keeps what they wrote', async () => {
    const idea = await anIdeaIn('OPEN');
    const { page, close } = await atDesk(`?answer=${idea.id}&to=declined`);
    const dialog = dialogOf(page);
    await dialog.getByLabel(say('desk.response'), { exact: true }).fill(WHY);
    await brand.owner.mutate('answerIdea', { idea: idea.id, status: 'PLANNED', response: 'I was first.' }, 'idea { id }');
    await dialog.getByRole('button', { name: say('desk.publishAndMove', { status: status('DECLINED') }) }).click();
    await dialog.getByRole('radio', { name: status('DELIVERED') }).waitFor();
    await expect.poll(() => dialog.getByLabel(say('desk.response'), { exact: true }).inputValue()).toBe(WHY);
    await standsAt(idea.id, 'PLANNED');
    await close();
  });

  it('has notes beside it that only staff read', async () => {
    const idea = await anIdeaIn('OPEN');
    const { page, close } = await atDesk(`?answer=${idea.id}`);
    const notes = dialogOf(page).getByRole('region', { name: say('desk.notes') });
    await notes.getByLabel(say('desk.noteLabel')).fill('Ask the people in moulds.');
    await notes.getByRole('button', { name: say('desk.noteAdd') }).click();
    await notes.getByRole('listitem').getByText('Ask the people in moulds.').waitFor();
    await go(page, `/c/${brand.slug}/ideas/${idea.id}`);
    expect(await page.content()).not.toContain('moulds');
    await close();
  });
});

describe('the board', () => {
  const column = (page: Page, name: IdeaStatus) => page.locator(`#column-${name.toLowerCase()}`);
  const cardIn = (page: Page, name: IdeaStatus, title: string) => column(page, name).getByRole('article').filter({ hasText: title });

  it('is worked by keyboard alone: arrows carry, a refused column says why, Enter puts down, the answer moves it', async () => {
    const idea = await anIdeaIn('UNDER_REVIEW', 'A boat for the keyboard');
    const { page, faults, close } = await atDesk('?tab=board');
    await page.getByRole('button', { name: say('desk.cardMenu', { title: idea.title }) }).focus();
    const said = page.locator('p[aria-live=assertive]').first();
    await page.keyboard.press('ArrowRight');
    await said.getByText(say('desk.carryAllowed', { status: status('PLANNED') })).waitFor();
    await page.keyboard.press('ArrowRight');
    await said.getByText(status('IN_PROGRESS'), { exact: false }).waitFor();
    await expect.poll(() => column(page, 'IN_PROGRESS').getAttribute('data-look')).toBe('refused');
    await page.keyboard.press('Escape');
    await said.getByText(say('desk.carryCancelled', { status: status('UNDER_REVIEW') })).waitFor();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await expect.poll(() => dialogOf(page).getByRole('radio', { name: status('PLANNED') }).isChecked()).toBe(true);
    await publish(page, say('desk.publishAndMove', { status: status('PLANNED') }));
    await cardIn(page, 'PLANNED', idea.title).waitFor();
    await standsAt(idea.id, 'PLANNED');
    expect(faults).toEqual([]);
    await close();
  });

  it('is worked by mouse: only allowed columns light up, a drop opens the answer, a refused one says why', async () => {
    const idea = await anIdeaIn('OPEN', 'A boat for the mouse');
    const { page, close } = await atDesk('?tab=board');
    const card = cardIn(page, 'OPEN', idea.title);
    await until(page, `document.querySelector('#column-open article[draggable=true]')`);
    await lift(page, card, column(page, 'IN_PROGRESS'));
    await expect.poll(() => column(page, 'PLANNED').getAttribute('data-look')).toBe('allowed');
    await expect.poll(() => column(page, 'IN_PROGRESS').getAttribute('data-look')).toBe('refused');
    await page.mouse.up();
    await page.getByRole('status').getByText(status('IN_PROGRESS')).waitFor();
    expect(await dialogOf(page).count()).toBe(0);
    await lift(page, card, column(page, 'UNDER_REVIEW'));
    await page.mouse.up();
    await publish(page, say('desk.publishAndMove', { status: status('UNDER_REVIEW') }));
    await cardIn(page, 'UNDER_REVIEW', idea.title).waitFor();
    await close();
  });

  it('shows one column at a time on a phone, where a card moves by its menu', async () => {
    const idea = await anIdeaIn('OPEN', 'A boat for the thumb');
    const { page, close } = await atDesk('?tab=board', { phone: true });
    await page.getByRole('button', { name: say('desk.cardMenu', { title: idea.title }) }).click();
    await page.getByRole('menuitem', { name: say('desk.moveTo', { status: status('DECLINED') }) }).click();
    await publish(page, say('desk.publishAndMove', { status: status('DECLINED') }));
    await page.getByRole('navigation', { name: say('desk.boardColumns') }).getByRole('button', { name: status('DECLINED') }).click();
    await cardIn(page, 'DECLINED', idea.title).waitFor();
    await close();
  });
});

/** Takes a card with the mouse and holds it over a column. */
async function lift(page: Page, card: ReturnType<Page['locator']>, column: ReturnType<Page['locator']>): Promise<void> {
  await column.scrollIntoViewIfNeeded();
  await card.scrollIntoViewIfNeeded();
  const [from, to] = [(await card.boundingBox())!, (await column.boundingBox())!];
  await page.mouse.move(from.x + 40, from.y + 12);
  await page.mouse.down();
  await page.mouse.move(from.x + 60, from.y + 30, { steps: 3 });
  await page.mouse.move(to.x + to.width / 2, to.y + 90, { steps: 6 });
  await until(page, `document.querySelector('#${await column.getAttribute('id')}[data-over]')`);
}

describe('one answer for several', () => {
  it('tells of each what became of it; what was refused stays chosen', async () => {
    const [planned, open] = [await anIdeaIn('PLANNED', 'Twin: a harbour'), await anIdeaIn('OPEN', 'Twin: a jetty')];
    const { page, faults, close } = await atDesk('?tab=all&q=twin');
    for (const { title } of [planned, open]) await page.getByRole('checkbox', { name: say('desk.choose', { title }) }).check();
    await page.getByRole('button', { name: say('desk.answerChosen', { count: 2 }) }).click();
    const dialog = dialogOf(page);
    await dialog.getByRole('radio', { name: status('IN_PROGRESS') }).check();
    await dialog.getByText(say('desk.bulkLeft', { count: 1 })).waitFor();
    await dialog.getByLabel(say('desk.response'), { exact: true }).fill(WHY);
    await dialog.getByRole('button', { name: say('desk.bulkPublish', { count: 2 }) }).click();
    await dialog.getByRole('heading', { name: say('desk.bulkDoneTitle', { done: 1, count: 2 }) }).waitFor();
    await expect.poll(() => dialog.getByRole('listitem').filter({ hasText: open.title }).innerText()).toContain(say('problems.MOVE_REFUSED'));
    await expect.poll(() => dialog.getByRole('listitem').filter({ hasText: planned.title }).innerText()).toContain(status('IN_PROGRESS'));
    await dialog.getByRole('button', { name: say('common.close') }).last().click();
    await page.getByText(say('desk.chosen', { count: 1 })).waitFor();
    await standsAt(planned.id, 'IN_PROGRESS');
    await standsAt(open.id, 'OPEN');
    expect(faults).toEqual([]);
    await close();
  });
});

describe('the desk', () => {
  it('keeps a view under a name, for its owner only', async () => {
    await anIdeaIn('OPEN');
    const { page, close } = await atDesk('?order=longest&status=open');
    await page.getByRole('button', { name: say('desk.save'), exact: true }).click();
    await dialogOf(page).getByLabel(say('desk.saveName')).fill('Oldest open');
    await dialogOf(page).getByRole('button', { name: say('desk.save') }).click();
    await page.getByRole('link', { name: 'Oldest open' }).waitFor();
    await go(page, `/c/${brand.slug}/desk`);
    await page.getByRole('link', { name: 'Oldest open' }).click();
    await page.waitForURL(/order=longest&status=open$/);
    await page.getByRole('button', { name: say('desk.savedRemove', { name: 'Oldest open' }) }).click();
    await page.getByRole('link', { name: 'Oldest open' }).waitFor({ state: 'detached' });
    await close();
  });

  it('is nobody else’s: a fan has no way there and is refused, a visitor is asked to sign in', async () => {
    const { page, close } = await browser.open();
    await go(page, `/c/${brand.slug}/desk`);
    await page.waitForURL(/\/sign-in/);
    await enter(page, brand.fan, `/c/${brand.slug}`);
    await page.getByRole('banner').getByRole('button', { name: say('shell.account') }).waitFor();
    expect(await page.getByRole('link', { name: say('shell.desk'), exact: true }).count()).toBe(0);
    expect((await page.goto(`/c/${brand.slug}/desk`))!.status()).toBe(403);
    await close();
  });
});

describe('from idea to product', () => {
  it('a delivered idea thanks whom it came from; a withdrawn credit stays and says why', async () => {
    const idea = await anIdeaIn('PLANNED', 'A lighthouse that turns');
    const { page, faults, close } = await atDesk(`?answer=${idea.id}&to=delivered`);
    const dialog = dialogOf(page);
    await expect.poll(() => dialog.getByRole('checkbox').first().isChecked()).toBe(true);
    await dialog.getByLabel(say('desk.creditNote')).fill('the lens');
    await publish(page, say('desk.publishAndMove', { status: status('DELIVERED') }));
    await go(page, `/c/${brand.slug}/members/fay-builds?tab=credits`);
    await page.getByRole('article').filter({ hasText: idea.title }).waitFor();
    await go(page, `/c/${brand.slug}/ideas/${idea.id}`);
    await page.getByRole('button', { name: say('desk.creditWithdraw'), exact: true }).click();
    await dialog.getByLabel(say('desk.creditWithdrawReason')).fill('Fay asked us to.');
    await dialog.getByRole('button', { name: say('desk.creditWithdraw') }).click();
    await page.getByRole('main').getByText('Fay asked us to.').waitFor();
    expect(faults).toEqual([]);
    await close();
  });

  it('the changelog reads without a script, and as Atom', async () => {
    const idea = await anIdeaIn('OPEN', 'A tram <fast> & quiet');
    await brand.manager.mutate('answerIdea', { idea: idea.id, status: 'DECLINED', response: 'Too *loud* for us.' }, 'idea { id }');
    const { page, close } = await browser.open({ javaScript: false });
    await page.goto(`/c/${brand.slug}/changelog`);
    const entry = page.getByRole('article').filter({ hasText: idea.title });
    await expect.poll(() => entry.locator('em').innerText()).toBe('loud');
    expect(await page.locator('script[type="application/ld+json"]').innerText()).toContain('BlogPosting');
    const atom = await (await page.request.get(`/c/${brand.slug}/changelog.atom`)).text();
    expect(atom).toContain(`<title>${status('DECLINED')}: A tram &lt;fast&gt; &amp; quiet</title>`);
    await close();
  });
});

describe('WCAG 2.2 AA', () => {
  // Of the desk itself: pages-axe.browser.ts.
  it('holds in the dialog of a delivery, phone, dark', async () => {
    const idea = await anIdeaIn('PLANNED');
    const { page, close } = await atDesk(`?answer=${idea.id}&to=delivered`, { phone: true, dark: true });
    await dialogOf(page).getByLabel(say('desk.creditNote')).waitFor();
    expect(await violationsOn(page)).toEqual([]);
    await close();
  });
});
