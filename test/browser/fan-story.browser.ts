import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type App, startApp } from '../support/app.js';
import { acknowledged, alive, countOn, go, startBrowser, type TestBrowser, until, type Visit } from './browser.js';
import { confirm, fillIn, join, PASSWORD, signUp } from './steps.js';
import { wordsOf } from './words.js';

/** A number of votes that moves because a vote joined or left; what stands there when a page opens never does. */
const MOVED = '[data-moved]';

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

const STORIES = [
  {
    language: 'en' as const,
    community: 'brindlebrick',
    similar: 'A lighthouse that really turns',
    title: 'A tide mill with wheels that turn both ways',
    body: 'Harbour Town has every kind of boat and nothing that works with the tide. **Two wheels**, one pond, one sluice.',
    comment: 'I would put the miller’s cat on the roof.',
    search: 'tide mil',
  },
  {
    language: 'fr' as const,
    community: 'elivane',
    similar: 'De vrais boutons pour le chauffage',
    title: 'Un porte-parapluie qui s’égoutte dehors',
    body: 'Les jours de pluie, le parapluie trempe le tapis. **Un tube** dans la portière, une sortie en bas, et c’est fini.',
    comment: 'Et une place pour celui du passager ?',
    search: 'parapluis',
  },
];

describe.each(STORIES)('the fan’s story ($language)', ({ language, community, similar, title, body, comment, search }) => {
  const say = wordsOf(language);
  let visit: Visit;

  beforeAll(async () => {
    visit = await browser.open({ language });
  });

  afterAll(() => visit?.close());

  it('signs up, confirms the address, joins', async () => {
    const { page } = visit;
    const email = await signUp(page, say, `/c/${community}`);
    await confirm(page, say, app, email);
    await page.waitForURL(new RegExp(`/c/${community}$`));
    await go(page, `/c/${community}/join`);
    await join(page, say);
    await expect.poll(() => page.getByRole('heading', { level: 1 }).count()).toBe(1);
  });

  it('is shown similar ideas while typing a title', async () => {
    const { page } = visit;
    await go(page, `/c/${community}/post`);
    await page.getByLabel(say('posting.titleLabel')).fill(similar);
    await page.getByRole('heading', { name: say('posting.similarHeading') }).waitFor();
    await page.getByRole('button', { name: say('posting.similarBack') }).first().waitFor();
  });

  it('writes an idea that is kept as a draft, looks once more, posts it', async () => {
    const { page } = visit;
    await page.getByLabel(say('posting.titleLabel')).fill(title);
    await page.getByLabel(say('posting.bodyLabel')).fill(body);
    await page.getByLabel(say('posting.categoryLabel')).selectOption({ index: 1 });
    await page.getByText(say('posting.statusSaved')).waitFor();
    await page.reload();
    await alive(page);
    await until(page, `document.querySelector('main form textarea').value === ${JSON.stringify(body)}`);
    await page.getByRole('button', { name: say('posting.review') }).click();
    await page.getByRole('heading', { name: say('posting.reviewHeading') }).waitFor();
    await page.getByRole('button', { name: say('posting.submit') }).click();
    await page.waitForURL(/\/posted\//);
    await page.getByRole('heading', { name: say('posting.doneHeading') }).waitFor();
  });

  it('finds the idea on its own page, backs it and sees the count move', async () => {
    const { page } = visit;
    await page.getByRole('link', { name: say('posting.doneOpen') }).click();
    await page.getByRole('heading', { level: 1, name: title }).waitFor();
    const vote = page.locator('#support').getByRole('button', { name: title });
    await expect.poll(() => vote.getAttribute('aria-pressed')).toBe('false');
    expect(await page.locator(MOVED).count()).toBe(0);
    await acknowledged(page, 'castVote', () => vote.click());
    await page.locator('#support button[aria-pressed=true]').waitFor();
    expect(await page.locator(MOVED).count()).toBe(1);
    await page.reload();
    await alive(page);
    await expect.poll(() => page.locator('#support').getByRole('button', { name: title }).getAttribute('aria-pressed')).toBe('true');
    expect(await page.locator(MOVED).count()).toBe(0);
  });

  it('comments, and the comment stays', async () => {
    const { page } = visit;
    await page.getByLabel(say('idea.commentWrite')).fill(comment);
    await page.getByRole('button', { name: say('idea.commentPost') }).click();
    await page.locator('article').getByText(comment).waitFor();
    await page.reload();
    await expect.poll(() => page.locator('article').getByText(comment).count()).toBe(1);
  });

  it('finds it again by a search with a typo', async () => {
    const { page } = visit;
    await go(page, `/c/${community}/search`);
    await page.getByRole('main').getByRole('searchbox').fill(search);
    await page.getByRole('main').getByRole('button', { name: say('search.submit') }).click();
    await page.getByRole('link', { name: title }).waitFor();
  });

  it('nothing broke on the way, and nobody else was asked for anything', () => {
    expect(visit.faults).toEqual([]);
  });
});

describe('a visitor’s vote', () => {
  const say = wordsOf('en');

  it('waits for signing in and joining, and is cast then, without another press', async () => {
    const { page, faults, close } = await browser.open();
    const { email } = (await app.visitor().signUp()).person!;
    await go(page, '/c/brindlebrick?tab=top');
    const card = page.getByRole('article').filter({ has: page.locator('button[aria-pressed]') }).first();
    expect(await page.locator(MOVED).count()).toBe(0);
    const title = await card.getByRole('heading').innerText();
    const before = await countOn(card.locator('button[aria-pressed]'));
    await card.locator('button[aria-pressed]').click();
    await page.getByRole('dialog').getByRole('link', { name: say('idea.signIn') }).click();
    await page.waitForURL(/\/sign-in/);
    await fillIn(page, say, email);
    await page.waitForURL(/\/c\/brindlebrick\?tab=top/);
    await page.getByRole('dialog').getByRole('link', { name: say('idea.joinTitle', { community: 'Brindlebrick' }) }).click();
    await join(page, say);
    await page.waitForURL(/\/c\/brindlebrick\?tab=top/);
    const voted = page.getByRole('article').filter({ hasText: title }).locator('button[aria-pressed=true]').first();
    await voted.waitFor();
    await expect.poll(() => countOn(voted)).toBe(before + 1);
    expect(faults).toEqual([]);
    await close();
  });

  it('is dropped when the visitor declines', async () => {
    const { page, close } = await browser.open();
    await go(page, '/c/brindlebrick');
    await page.locator('article button[aria-pressed]').first().click();
    await page.getByRole('dialog').getByRole('button', { name: say('idea.notNow') }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await expect.poll(() => page.evaluate(`sessionStorage.getItem('fanfare.vote-intent')`)).toBeNull();
    expect(await page.locator('article button[aria-pressed=true]').count()).toBe(0);
    await close();
  });
});

describe('a visitor’s idea', () => {
  const say = wordsOf('en');

  it('is kept through signing in and joining, then posted', async () => {
    const { page, faults, close } = await browser.open();
    const { email } = (await app.visitor().signUp()).person!;
    const title = 'A windmill for the roof of the library';
    await go(page, '/c/brindlebrick/post');
    await page.getByLabel(say('posting.titleLabel')).fill(title);
    await page.getByLabel(say('posting.bodyLabel')).fill('It turns when somebody opens a book about the sea.');
    await page.getByLabel(say('posting.categoryLabel')).selectOption({ index: 2 });
    await page.getByRole('button', { name: say('posting.review') }).click();
    await page.getByRole('button', { name: say('posting.submitSignIn') }).click();
    await page.getByRole('dialog').getByRole('link', { name: say('idea.signIn') }).click();
    await fillIn(page, say, email);
    await page.getByRole('button', { name: say('posting.submitJoin') }).click();
    await page.getByRole('dialog').getByRole('link', { name: say('idea.joinTitle', { community: 'Brindlebrick' }) }).click();
    await join(page, say);
    await page.getByRole('button', { name: say('posting.submit'), exact: true }).click();
    await page.waitForURL(/\/posted\//);
    await page.getByText(title).first().waitFor();
    await go(page, '/c/brindlebrick/me?tab=drafts');
    await page.getByRole('heading', { name: say('me.draftsEmptyTitle') }).waitFor();
    expect(faults).toEqual([]);
    await close();
  });
});

describe('by keyboard alone', () => {
  it('a fan signs in, opens an idea, backs it and takes the vote back', async () => {
    const { page, close } = await browser.open();
    const fan = await app.visitor().signUp();
    await fan.confirm();
    await fan.join('brindlebrick');
    await go(page, '/sign-in?to=/c/brindlebrick');
    await page.locator('input[name=email]').focus();
    await page.keyboard.type(fan.person!.email);
    await tabTo(page, 'input[type=password]');
    await page.keyboard.type(PASSWORD);
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/c\/brindlebrick$/);
    await page.locator('article').first().waitFor();
    await tabTo(page, 'article :is(h2, h3) a');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/ideas\//);
    await alive(page);
    await tabTo(page, '#support button[aria-pressed]');
    await page.keyboard.press('Space');
    await page.locator('#support button[aria-pressed=true]').waitFor();
    await page.keyboard.press('Space');
    await page.locator('#support button[aria-pressed=false]').waitFor();
    await close();
  });
});

describe('without JavaScript', () => {
  it('everything public can be read, page after page', async () => {
    const say = wordsOf('en');
    const { page, faults, close } = await browser.open({ javaScript: false });
    await page.goto('/c/brindlebrick?tab=new');
    // A click goes on before the next page is there, and a page comes bit by bit.
    const cards = () => page.getByRole('article').count();
    const heading = () => page.getByRole('article').first().getByRole('heading').innerText();
    await expect.poll(cards).toBe(20);
    const first = await heading();
    await page.getByRole('link', { name: say('feed.loadMore') }).click();
    await expect.poll(heading).not.toBe(first);
    await expect.poll(cards).toBe(20);
    await page.getByRole('article').first().getByRole('heading').getByRole('link').click();
    await page.waitForURL(/\/ideas\//);
    await expect.poll(() => page.getByRole('heading', { level: 1 }).count()).toBe(1);
    await expect.poll(() => page.locator('#comments').count()).toBe(1);
    await expect.poll(() => page.locator('script[type="application/ld+json"]').count()).toBe(1);
    await page.goto('/c/brindlebrick/search?q=lighthouse');
    await expect.poll(cards).toBeGreaterThan(0);
    expect(faults).toEqual([]);
    await close();
  });
});

/** Presses Tab until something that fits has the focus. */
async function tabTo(page: Visit['page'], selector: string): Promise<void> {
  for (let presses = 0; presses < 80; presses++) {
    await page.keyboard.press('Tab');
    if (await page.evaluate(`document.activeElement?.matches(${JSON.stringify(selector)}) ?? false`)) return;
  }
  throw new Error(`Tab never reached ${selector}`);
}
