import { aCategory, aCommunity, aMember, anIdea, aRole } from '@fanfare/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type App, startApp } from '../support/app.js';
import type { Client } from '../support/client.js';
import { statementsOf } from '../support/statements.js';

let app: App;
let ana: Client;
let voters: Client[];
let community: { id: string; slug: string };

beforeAll(async () => {
  app = await startApp();
  [ana, ...voters] = await Promise.all(Array.from({ length: 4 }, () => app.visitor().signUp())) as [Client, ...Client[]];
  community = await aCommunity(app.database);
  for (const client of [ana, ...voters]) {
    await client.confirm();
    await client.join(community.slug);
  }
});
afterAll(() => app?.stop());

interface Page {
  readonly nodes: { readonly id: string }[];
  readonly totalCount: number;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly hasPreviousPage: boolean; readonly endCursor: string | null };
}

const FEED = `query ($slug: String!, $first: Int, $after: String, $orderBy: IdeaOrder, $filter: IdeaFilter) { community(slug: $slug) {
  ideas(first: $first, after: $after, orderBy: $orderBy, filter: $filter) {
    nodes { id title status } edges { cursor node { id } } totalCount pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } } }`;

const feed = async (args: object = {}, by: Client = app.visitor()): Promise<Page> => (await by.get(FEED, { slug: community.slug, ...args })).community.ideas;
const idsOf = async (args: object, by?: Client) => (await feed(args, by)).nodes.map((node) => node.id);
const codeOf = async (args: object) => (await app.visitor().ask(FEED, { slug: community.slug, ...args })).code;

async function readAll(args: object, meanwhile: (page: number) => Promise<unknown> = async () => undefined): Promise<string[]> {
  const seen: string[] = [];
  let after: string | null = null;
  for (let page = 0; ; page += 1) {
    const found: Page = await feed({ ...args, after });
    seen.push(...found.nodes.map((node) => node.id));
    if (!found.pageInfo.hasNextPage) return seen;
    after = found.pageInfo.endCursor;
    await meanwhile(page);
  }
}

let moments = 0;

/** An idea, a second after the one before: two of the same millisecond would be in the order of their ids. */
function posted(columns: Record<string, unknown> = {}) {
  moments += 1;
  return anIdea(app.database, community.id, { created_at: new Date(Date.now() - 3_600_000 + moments * 1000), ...columns });
}

async function makeIdeas(count: number): Promise<string[]> {
  const ids: string[] = [];
  for (let at = 0; at < count; at += 1) ids.push((await posted()).id);
  return ids;
}

/** A community of its own for each story, with the same people. */
async function elsewhere(): Promise<void> {
  community = await aCommunity(app.database);
  for (const client of [ana, ...voters]) await client.join(community.slug);
}

describe('the feed', () => {
  it('is empty where there is nothing', async () => {
    expect(await feed()).toMatchObject({ nodes: [], totalCount: 0, pageInfo: { hasNextPage: false, hasPreviousPage: false, startCursor: null, endCursor: null } });
  });

  it.each(['TOP', 'TRENDING'])('%s: no page repeats or skips an idea while people vote', async (orderBy) => {
    await elsewhere();
    const all = await makeIdeas(9);
    for (const id of all.slice(0, 3)) await ana.mutate('castVote', { idea: id }, 'idea { id }');
    const beginning = await idsOf({ orderBy, first: 100 });
    const read = await readAll({ orderBy, first: 2 }, async (page) => {
      const last = beginning.at(-1 - page)!;
      for (const voter of voters) await voter.mutate('castVote', { idea: last }, 'idea { id }');
      await app.dispatcher.drain();
    });
    expect(read).toEqual(beginning);
    expect(await idsOf({ orderBy, first: 100 })).not.toEqual(beginning);
  });

  it('filters by status, category, author and what the reader backs', async () => {
    await elsewhere();
    const category = await aCategory(app.database, community.id);
    const [author] = await ana.sql<{ id: string; handle: string }>(`SELECT m.id FROM members m JOIN accounts a ON a.id = m.account_id WHERE m.community_id = $1 AND a.email = $2`, [community.id, ana.person!.email]);
    const inCategory = (await posted({ category_id: category.id })).id;
    const declined = (await posted({ status: 'DECLINED', author_id: author!.id })).id;
    const open = (await posted()).id;
    await ana.mutate('castVote', { idea: open }, 'idea { id }');
    const only = (filter: object, by?: Client) => idsOf({ filter, orderBy: 'NEWEST' }, by);
    expect(await only({})).toEqual([open, declined, inCategory]);
    expect(await only({ status: ['DECLINED', 'EXPIRED'] })).toEqual([declined]);
    expect(await only({ status: [] })).toEqual([]);
    expect(await only({ category: category.id })).toEqual([inCategory]);
    expect(await only({ author: author!.id })).toEqual([declined]);
    expect(await only({ supportedByViewer: true }, ana)).toEqual([open]);
    expect(await only({ supportedByViewer: false }, ana)).toEqual([declined, inCategory]);
    expect(await only({ supportedByViewer: true })).toEqual([]);
    const { community: counted } = await ana.get('query ($s: String!) { community(slug: $s) { statusCounts { status count } } }', { s: community.slug });
    expect(counted.statusCounts.sort((a: { status: string }, b: { status: string }) => (a.status < b.status ? -1 : 1))).toEqual([{ status: 'DECLINED', count: 1 }, { status: 'OPEN', count: 2 }]);
  });

  it('refuses what it cannot answer, with a code', async () => {
    await elsewhere();
    await makeIdeas(3);
    const foreign = await aCommunity(app.database);
    const category = await aCategory(app.database, foreign.id);
    const { pageInfo } = await feed({ first: 1, orderBy: 'TOP' });
    expect(pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: false });
    const after = pageInfo.endCursor;
    for (const first of [0, -5, 101, 1000]) expect(await codeOf({ first })).toBe('INVALID_PAGE_SIZE');
    expect(await codeOf({ after: 'nonsense' })).toBe('INVALID_CURSOR');
    expect(await codeOf({ after, orderBy: 'NEWEST' })).toBe('INVALID_CURSOR');
    expect(await codeOf({ after, orderBy: 'TOP', filter: { status: ['OPEN'] } })).toBe('INVALID_CURSOR');
    expect(await codeOf({ after, orderBy: 'TOP', slug: foreign.slug })).toBe('INVALID_CURSOR');
    expect(await codeOf({ orderBy: 'RELEVANCE' })).toBe('INVALID_INPUT');
    expect(await codeOf({ filter: { category: category.id } })).toBe('UNKNOWN_CATEGORY');
    expect(await codeOf({ filter: { category: 'nonsense' } })).toBe('UNKNOWN_CATEGORY');
    expect(await codeOf({ filter: { author: 'nonsense' } })).toBe('NOT_FOUND');
    expect((await feed({ first: 1, orderBy: 'TOP', after })).pageInfo.hasPreviousPage).toBe(true);
  });

  it('refuses what would cost too much of every row', async () => {
    await elsewhere();
    await makeIdeas(6);
    for (const field of ['similar { score }', 'versions { number }']) {
      const answer = await app.visitor().ask(`query ($s: String!) { community(slug: $s) { ideas { nodes { ${field} } } } }`, { s: community.slug });
      expect(answer.code, field).toBe('QUERY_TOO_COMPLEX');
    }
  });

  it('refuses lists and searches of its own for every row, however the request is written', async () => {
    await elsewhere();
    const other = await aCommunity(app.database);
    for (let n = 0; n < 31; n += 1) await anIdea(app.database, other.id, { author_id: (await aMember(app.database, other.id)).id });
    const ask = (field: string, first: number) =>
      app.visitor().ask(`query ($s: String!) { community(slug: $s) { ideas(first: ${first}, orderBy: NEWEST) { nodes { ${field} } } } }`, { s: other.slug });
    const search = 'community { ideas(first: 1, filter: { search: "brick" }) { totalCount nodes { id } } }';
    expect((await ask(search, 5)).errors).toEqual([]);
    expect(await ask(search, 6)).toMatchObject({ code: 'QUERY_TOO_COMPLEX', errors: [{ extensions: { params: { what: 'searches', max: 5 } } }] });
    for (const field of ['author { ideas { totalCount } }', 'author { supportedIdeas { totalCount } }', 'community { members { totalCount } }', 'community { member(handle: "ana") { id } }', 'community { ideas { totalCount } }']) {
      expect((await ask(field, 29)).errors, field).toEqual([]);
      expect((await ask(field, 31)).code, field).toBe('QUERY_TOO_COMPLEX');
    }
    const roots = Array.from({ length: 10 }, (_, at) => `r${at}: community(slug: $s) { ideas(first: 3) { nodes { author { ideas { totalCount } } } } }`);
    expect((await app.visitor().ask(`query ($s: String!) { ${roots.join(' ')} }`, { s: other.slug })).code).toBe('QUERY_TOO_COMPLEX');
  });

  it('lists a member’s ideas, the newest first', async () => {
    await elsewhere();
    const post = (title: string) => ana.mutate('submitIdea', { community: community.slug, title, body: 'A body long enough to be an idea.' }, 'idea { id author { handle } }');
    const first = (await post('The first of two ideas')).idea;
    const second = (await post('The second of two ideas')).idea;
    const { community: found } = await app.visitor().get(
      'query ($s: String!, $h: String!) { community(slug: $s) { member(handle: $h) { ideaCount ideas(first: 1) { nodes { id } totalCount pageInfo { endCursor } } } } }',
      { s: community.slug, h: first.author.handle },
    );
    expect(found.member).toMatchObject({ ideaCount: 2, ideas: { nodes: [{ id: second.id }], totalCount: 2 } });
  });

  it('asks the database a fixed number of questions, however long the page', async () => {
    await elsewhere();
    await makeIdeas(30);
    const document = `query ($slug: String!, $first: Int!) { community(slug: $slug) { ideas(first: $first) { nodes {
      id title excerpt status createdAt category { name } author { handle } officialResponse { id } rung { position } nextRung { support } merged { id } } } } }`;
    const questions = (first: number) => statementsOf(app, () => app.visitor().get(document, { slug: community.slug, first }));
    await questions(3);
    const [few, many] = [await questions(3), await questions(30)];
    expect(many).toBe(few);
    expect(many).toBeLessThanOrEqual(9);
  });

  it('is read, voted on and framed by one question about who asks, their roles and second factor included', async () => {
    const whoAsks = /\b(sessions|passkeys|totp_secrets|second_factor_rules)\b/;
    const asked = (client: Client, document: string) => statementsOf(app, () => client.get(document, { slug: community.slug }), whoAsks);
    const feed = 'query ($slug: String!) { community(slug: $slug) { ideas(first: 10) { nodes { id title viewerVote { castAt } } } } viewer { roles(community: $slug) waitingRoles(community: $slug) } }';
    const session = '{ viewer { account { id emailConfirmed } memberships { id } deletion { dueAt } security { staffDeadline staffHeld } } }';
    expect([await asked(app.visitor(), feed), await asked(ana, feed), await asked(ana, session)]).toEqual([0, 1, 1]);
    const idea = (await ana.get(feed, { slug: community.slug }))['community'].ideas.nodes[0].id;
    expect(await statementsOf(app, () => ana.mutate('castVote', { idea }, 'idea { support { verified } }'), whoAsks)).toBe(1);
    const role = await aRole(app.database, community.id, (await ana.get(session))['viewer'].account.id, 'MODERATOR');
    expect([await asked(ana, feed), await asked(ana, session)]).toEqual([1, 2]); // staff: when their time is over
    await app.database.query('DELETE FROM role_grants WHERE id = $1', [role.id]);
  });
});
