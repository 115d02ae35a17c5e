import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type App, startApp } from '../support/app.js';
import type { Client } from '../support/client.js';
import { alive, go, startBrowser, type TestBrowser, until, type Visit } from './browser.js';
import { confirm, fillIn, freshAddress, join, PASSWORD, signIn, signUp } from './steps.js';
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
    const email = freshAddress();
    await go(page, `/sign-up?to=/c/${community}`);
    await signUp(page, say, email);
    await confirm(page, say, app, email);
    await page.waitForURL(new RegExp(`/c/${community}$`));
    await go(page, `/c/${community}/join`);
    await join(page, say);
    expect(await page.getByRole('heading', { level: 1 }).count()).toBe(1);
  });

  it('is shown similar ideas while typing a title', async () => {
    const { page } = visit;
    await go(page, `/c/${community}/post`);
    await page.getByLabel(say('posting.titleLabel')).fill(similar);
    await page.getByRole('heading', { name: say('posting.similarHeading') }).waitFor();
    expect(await page.getByRole('button', { name: say('posting.similarBack') }).count()).toBeGreaterThan(0);
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
    expect(await vote.getAttribute('aria-pressed')).toBe('false');
    await vote.click();
    await page.locator('#support button[aria-pressed=true]').waitFor();
    await page.waitForResponse((response) => response.url().endsWith('/graphql')).catch(() => {});
    await page.reload();
    await alive(page);
    expect(await page.locator('#support').getByRole('button', { name: title }).getAttribute('aria-pressed')).toBe('true');
  });

  it('comments, and the comment stays', async () => {
    const { page } = visit;
    await page.getByLabel(say('idea.commentWrite')).fill(comment);
    await page.getByRole('button', { name: say('idea.commentPost') }).click();
    await page.locator('article').getByText(comment).waitFor();
    await page.reload();
    expect(await page.locator('article').getByText(comment).count()).toBe(1);
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
    expect(await countOn(voted)).toBe(before + 1);
    expect(faults).toEqual([]);
    await close();
  });

  it('is dropped when the visitor declines', async () => {
    const { page, close } = await browser.open();
    await go(page, '/c/brindlebrick');
    await page.locator('article button[aria-pressed]').first().click();
    await page.getByRole('dialog').getByRole('button', { name: say('idea.notNow') }).click();
    expect(await page.evaluate(`sessionStorage.getItem('fanfare.vote-intent')`)).toBeNull();
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

describe('what an author may do', () => {
  const say = wordsOf('en');

  it('edits an idea, and who backs it sees what changed', async () => {
    const { page, close } = await browser.open();
    const author = await app.visitor().signUp();
    await author.join('brindlebrick');
    const text = { title: 'A ferry that loads from both ends', body: 'It should have two ramps and a small café.' };
    const { idea } = await author.mutate('submitIdea', { community: 'brindlebrick', ...text }, 'idea { id }');
    await author.mutate('castVote', { idea: idea.id }, 'idea { id }');
    await signIn(page, say, author.person!.email, `/c/brindlebrick/ideas/${idea.id}`);
    await page.getByRole('link', { name: say('idea.edit'), exact: true }).click();
    await page.locator('article form textarea').fill('It should have three ramps and a small café.');
    await page.getByRole('button', { name: say('idea.editSave') }).click();
    await page.getByRole('link', { name: say('idea.changedSee') }).click();
    const changes = page.locator('#versions');
    expect(await changes.locator('del').first().innerText()).toContain('two');
    expect(await changes.locator('ins').first().innerText()).toContain('three');
    await close();
  });

  it('answers, corrects and deletes a comment; its place stays for the answers', async () => {
    const { page, close } = await browser.open();
    const fan = await app.visitor().signUp();
    await fan.join('brindlebrick');
    const { id } = await someIdea(fan);
    const { comment } = await fan.mutate('addComment', { idea: id, body: 'First of two thoughts.' }, 'comment { id }');
    await signIn(page, say, fan.person!.email, `/c/brindlebrick/ideas/${id}`);
    const mine = page.locator(`[id="comment-${comment.id}"]`);
    await mine.getByRole('button', { name: say('idea.commentReply') }).click();
    await page.keyboard.type('And the second.');
    await page.getByRole('button', { name: say('idea.commentReplyPost') }).click();
    await page.getByRole('article').getByText('And the second.').waitFor();
    await mine.getByRole('button', { name: say('idea.commentEdit') }).click();
    await mine.locator('textarea').fill('First of three thoughts.');
    await mine.getByRole('button', { name: say('idea.commentSave'), exact: true }).click();
    await mine.getByText('First of three thoughts.').waitFor();
    await mine.getByRole('button', { name: say('idea.commentDelete') }).click();
    await page.getByRole('dialog').getByRole('button', { name: say('idea.commentDelete') }).click();
    await mine.getByText(say('idea.commentDeleted')).waitFor();
    expect(await page.getByRole('article').getByText('And the second.').count()).toBe(1);
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
    expect(await page.getByRole('article').count()).toBe(20);
    const first = await page.getByRole('article').first().getByRole('heading').innerText();
    await page.getByRole('link', { name: say('feed.loadMore') }).click();
    expect(await page.getByRole('article').count()).toBe(20);
    expect(await page.getByRole('article').first().getByRole('heading').innerText()).not.toBe(first);
    await page.getByRole('article').first().getByRole('heading').getByRole('link').click();
    expect(await page.getByRole('heading', { level: 1 }).count()).toBe(1);
    expect(await page.locator('#comments').count()).toBe(1);
    expect(await page.locator('script[type="application/ld+json"]').count()).toBe(1);
    await page.goto('/c/brindlebrick/search?q=lighthouse');
    expect(await page.getByRole('article').count()).toBeGreaterThan(0);
    expect(faults).toEqual([]);
    await close();
  });
});

describe('a page that lives', () => {
  it('counts the vote of somebody else while it is read', async () => {
    const { page, close } = await browser.open();
    const [reader, voter] = [app.visitor(), await app.visitor().signUp()];
    await voter.join('brindlebrick');
    const { id, raw } = await someIdea(reader);
    await go(page, `/c/brindlebrick/ideas/${id}`);
    const vote = page.locator('#support button[aria-pressed]');
    expect(await countOn(vote)).toBe(raw);
    await page.waitForEvent('websocket').then((socket) => socket.waitForEvent('framereceived'));
    await voter.mutate('castVote', { idea: id }, 'idea { id }');
    await until(page, `document.querySelector('#support button[aria-pressed]').innerText.includes('${raw + 1}')`);
    await close();
  });
});

describe('without a connection', () => {
  const say = wordsOf('en');

  it('nothing that was typed is lost, and it is sent once the connection is back', async () => {
    const { page, close } = await browser.open();
    const fan = await app.visitor().signUp();
    await fan.join('brindlebrick');
    const { id } = await someIdea(fan);
    await signIn(page, say, fan.person!.email, `/c/brindlebrick/ideas/${id}`);
    await page.getByLabel(say('idea.commentWrite')).fill('Typed on a train, in a tunnel.');
    await page.context().setOffline(true);
    await page.getByRole('button', { name: say('idea.commentPost') }).click();
    await page.getByText(say('problems.OFFLINE')).waitFor();
    await page.context().setOffline(false);
    await page.reload();
    await until(page, `document.querySelector('#comments textarea').value.startsWith('Typed on a train')`);
    await page.getByRole('button', { name: say('idea.commentPost') }).click();
    await page.locator('article').getByText('Typed on a train').waitFor();
    expect(await page.getByLabel(say('idea.commentWrite')).inputValue()).toBe('');
    await close();
  });

  it('a draft says where it is safe, and is saved later', async () => {
    const { page, close } = await browser.open();
    const fan = await app.visitor().signUp();
    await fan.join('brindlebrick');
    await signIn(page, say, fan.person!.email, '/c/brindlebrick/post');
    await page.context().setOffline(true);
    await page.getByLabel(say('posting.titleLabel')).fill('A tunnel one can look into');
    await page.getByText(say('posting.statusOffline')).waitFor();
    await page.context().setOffline(false);
    await page.getByText(say('posting.statusSaved')).waitFor();
    const { viewer } = await fan.get('{ viewer { drafts(community: "brindlebrick") { title } } }');
    expect(viewer.drafts).toEqual([{ title: 'A tunnel one can look into' }]);
    await close();
  });
});

describe('for machines', () => {
  const text = async (path: string) => {
    const response = await fetch(app.url + path);
    return { status: response.status, type: response.headers.get('content-type'), body: await response.text() };
  };

  it('new ideas and delivered ones are Atom feeds', async () => {
    const feed = await text('/c/elivane/feed.atom');
    expect(feed.type).toBe('application/atom+xml; charset=utf-8');
    expect(feed.body.match(/<entry>/g)).toHaveLength(30);
    expect(feed.body).toContain('xml:lang="fr"');
    expect((await text('/c/elivane/delivered.atom')).body).toContain('<entry>');
    expect((await text('/c/nowhere/feed.atom')).status).toBe(404);
  });

  it('every public page is in a sitemap that robots.txt names', async () => {
    expect((await text('/robots.txt')).body).toContain(`Sitemap: ${app.url}/sitemap.xml`);
    expect((await text('/sitemap.xml')).body).toContain(`${app.url}/c/brindlebrick/sitemap.xml`);
    const { body } = await text('/c/brindlebrick/sitemap.xml');
    expect(body.match(/<url>/g)!.length).toBeGreaterThan(40);
    const [address] = /http[^<]+\/ideas\/[^<]+/.exec(body)!;
    expect((await fetch(address)).status).toBe(200);
  });
});

describe('the place one comes back to', () => {
  it('is where one left: further pages and scroll are there again', async () => {
    const say = wordsOf('en');
    const { page, close } = await browser.open();
    await go(page, '/c/brindlebrick?tab=new');
    await page.getByRole('link', { name: say('feed.loadMore') }).click();
    await until(page, `document.querySelectorAll('article').length > 20`);
    const further = page.getByRole('article').nth(30);
    const title = await further.getByRole('heading').innerText();
    await further.getByRole('heading').getByRole('link').click();
    await page.waitForURL(/\/ideas\//);
    await page.goBack();
    await until(page, `document.querySelectorAll('article').length > 20`);
    await until(page, 'scrollY > 1500');
    expect(await page.getByRole('article').nth(30).getByRole('heading').innerText()).toBe(title);
    await close();
  });
});

async function someIdea(client: Client): Promise<{ id: string; raw: number }> {
  const { community } = await client.get('{ community(slug: "brindlebrick") { ideas(first: 1, orderBy: TOP, filter: { status: [OPEN] }) { nodes { id support { raw } } } } }');
  const [idea] = community.ideas.nodes;
  return { id: idea.id, raw: idea.support.raw };
}

async function countOn(button: { innerText(): Promise<string> }): Promise<number> {
  return Number((await button.innerText()).replace(/\D/g, ''));
}

/** Presses Tab until something that fits has the focus. */
async function tabTo(page: Visit['page'], selector: string): Promise<void> {
  for (let presses = 0; presses < 80; presses++) {
    await page.keyboard.press('Tab');
    if (await page.evaluate(`document.activeElement?.matches(${JSON.stringify(selector)}) ?? false`)) return;
  }
  throw new Error(`Tab never reached ${selector}`);
}
