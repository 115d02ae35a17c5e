import { IdeaChanges } from '@fanfare/votes';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type App, startApp } from '../support/app.js';
import type { Client } from '../support/client.js';
import { countOn, go, startBrowser, type TestBrowser, until } from './browser.js';
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

describe('what an author may do', () => {
  const say = wordsOf('en');

  it('edits an idea, and who backs it sees what changed', async () => {
    const { page, close } = await browser.open();
    const author = await app.visitor().signUp();
    await author.join('brindlebrick');
    const text = { title: 'A ferry that loads from both ends', body: 'It should have two ramps and a small café.' };
    const { idea } = await author.mutate('submitIdea', { community: 'brindlebrick', ...text }, 'idea { id }');
    await author.mutate('castVote', { idea: idea.id }, 'idea { id }');
    await enter(page, author, `/c/brindlebrick/ideas/${idea.id}`);
    await page.getByRole('link', { name: say('idea.edit'), exact: true }).click();
    await page.locator('article form textarea').fill('It should have three ramps and a small café.');
    await page.getByRole('button', { name: say('idea.editSave') }).click();
    await page.getByRole('link', { name: say('idea.changedSee') }).click();
    const changes = page.locator('#versions');
    await expect.poll(() => changes.locator('del').first().innerText()).toContain('two');
    await expect.poll(() => changes.locator('ins').first().innerText()).toContain('three');
    await close();
  });

  it('answers, corrects and deletes a comment; its place stays for the answers', async () => {
    const { page, close } = await browser.open();
    const fan = await app.visitor().signUp();
    await fan.join('brindlebrick');
    const { id } = await someIdea(fan);
    const { comment } = await fan.mutate('addComment', { idea: id, body: 'First of two thoughts.' }, 'comment { id }');
    await enter(page, fan, `/c/brindlebrick/ideas/${id}`);
    const mine = page.locator(`[id="comment-${comment.id}"]`);
    await mine.getByRole('button', { name: say('idea.commentReply') }).click();
    await page.keyboard.type('And the second.');
    await page.getByRole('button', { name: say('idea.commentReplyPost') }).click();
    await page.getByRole('article').getByText('And the second.').waitFor();
    await mine.getByRole('button', { name: say('idea.commentEdit') }).click();
    await mine.locator('textarea').fill('First of three thoughts.');
    await mine.getByRole('button', { name: say('common.save'), exact: true }).click();
    await mine.getByText('First of three thoughts.').waitFor();
    await mine.getByRole('link', { name: say('idea.commentEdited') }).click();
    const wordings = mine.getByRole('region', { name: say('idea.commentWordings') });
    await expect.poll(() => wordings.locator('del').innerText()).toContain('two');
    await expect.poll(() => wordings.locator('ins').innerText()).toContain('three');
    await expect.poll(() => new URL(page.url()).searchParams.get('wordings')).toBe(comment.id);
    await mine.getByRole('link', { name: say('idea.commentEdited') }).click();
    await wordings.waitFor({ state: 'detached' });
    await page.goBack();
    await wordings.waitFor();
    await mine.getByRole('button', { name: say('idea.commentDelete') }).click();
    await page.getByRole('dialog').getByRole('button', { name: say('idea.commentDelete') }).click();
    await mine.getByText(say('idea.commentDeleted')).waitFor();
    await expect.poll(() => page.getByRole('article').getByText('And the second.').count()).toBe(1);
    await close();
  });
});

describe('a duplicate', () => {
  const say = wordsOf('en');

  it('is not listed beside the idea it lives on in, unless somebody asks; a search still finds it, with where it went', async () => {
    const { page, close } = await browser.open({ javaScript: false });
    const fan = await app.visitor().signUp();
    await fan.join('brindlebrick');
    const post = async (title: string) => (await fan.mutate('submitIdea', { community: 'brindlebrick', title, body: 'With rails all the way to the top.' }, 'idea { id }')).idea.id;
    const [target, duplicate] = [await post('A cog railway up the volcano'), await post('Funicular for zeppelin pilots')];
    const card = page.getByRole('article').filter({ hasText: 'Funicular for zeppelin pilots' });
    await page.goto('/c/brindlebrick?tab=new');
    expect(await card.count()).toBe(1);
    await fan.sql(`UPDATE ideas SET status = 'MERGED', deadline = NULL, merged_into_id = $2 WHERE id = $1`, [duplicate, target]);
    for (const [path, cards] of [['?tab=new', 0], ['?tab=new&status=merged', 1], ['/search?q=zeppelin', 1]] as const) {
      await page.goto(`/c/brindlebrick${path}`);
      expect(await card.count(), path).toBe(cards);
    }
    await card.getByText(say('feed.cardMergedInto', { title: 'A cog railway up the volcano' })).waitFor();
    await card.getByRole('link', { name: 'A cog railway up the volcano' }).click();
    await page.waitForURL(new RegExp(`/ideas/${target}`));
    for (const feed of ['feed.atom', 'sitemap.xml']) expect(await (await fetch(`${app.url}/c/brindlebrick/${feed}`)).text(), feed).not.toContain(duplicate);
    await close();
  });
});

describe('a page that lives', () => {
  it('counts the vote of somebody else while it is read', async () => {
    const { page, close } = await browser.open();
    const [reader, voter] = [app.visitor(), await app.visitor().signUp()];
    await voter.join('brindlebrick');
    const { id, raw } = await someIdea(reader);
    const watching = () => app.get(IdeaChanges).watching;
    await expect.poll(watching, { message: 'earlier pages are gone' }).toBe(0);
    await go(page, `/c/brindlebrick/ideas/${id}`);
    const vote = page.locator('#support button[aria-pressed]');
    await expect.poll(() => countOn(vote)).toBe(raw);
    await expect.poll(watching, { message: 'the page listens' }).toBe(1);
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
    await enter(page, fan, `/c/brindlebrick/ideas/${id}`);
    await page.getByLabel(say('idea.commentWrite')).fill('Typed on a train, in a tunnel.');
    await page.context().setOffline(true);
    await page.getByRole('button', { name: say('idea.commentPost') }).click();
    await page.getByText(say('problems.OFFLINE')).waitFor();
    await page.context().setOffline(false);
    await page.reload();
    await until(page, `document.querySelector('#comments textarea').value.startsWith('Typed on a train')`);
    await page.getByRole('button', { name: say('idea.commentPost') }).click();
    await page.locator('article').getByText('Typed on a train').waitFor();
    await expect.poll(() => page.getByLabel(say('idea.commentWrite')).inputValue()).toBe('');
    await close();
  });

  it('a draft says where it is safe, and is saved later', async () => {
    const { page, close } = await browser.open();
    const fan = await app.visitor().signUp();
    await fan.join('brindlebrick');
    await enter(page, fan, '/c/brindlebrick/post');
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
    const movement = [...body.matchAll(/<loc>(http[^<]+\/(?:calls|missions|ambassadors)[^<]*)/g)].map(([, url]) => url!);
    expect(movement).toEqual(expect.arrayContaining([`${app.url}/c/brindlebrick/ambassadors`, `${app.url}/c/brindlebrick/missions/wall`]));
    expect(movement).toHaveLength(4 + 4 + 11); // four calls, and all missions but the draft
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
    await expect.poll(() => page.getByRole('article').nth(30).getByRole('heading').innerText()).toBe(title);
    await close();
  });
});

async function someIdea(client: Client): Promise<{ id: string; raw: number }> {
  const { community } = await client.get('{ community(slug: "brindlebrick") { ideas(first: 1, orderBy: TOP, filter: { status: [OPEN] }) { nodes { id support { raw } } } } }');
  const [idea] = community.ideas.nodes;
  return { id: idea.id, raw: idea.support.raw };
}
