import { SearchWords } from '@fanfare/ideas';
import { aCommunity, anIdea } from '@fanfare/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type App, startApp } from '../support/app.js';

let app: App;
let slug: string;

const IDEAS: [string, string][] = [
  ['Bring back the steam train', 'With working pistons and a little coal wagon.'],
  ['A castle that opens like a book', 'Steam from the kitchen, a dragon in the cellar.'],
  ['Des roues à rayons pour la décapotable', 'Comme sur l’ancienne, celle de l’été 1962.'],
];

beforeAll(async () => {
  app = await startApp();
  const community = await aCommunity(app.database);
  slug = community.slug;
  for (const [at, [title, body]] of IDEAS.entries()) {
    await anIdea(app.database, community.id, { title, body, created_at: new Date(Date.now() - 60_000 + at * 1000) });
  }
  await app.transactor.run((tx) => app.get(SearchWords).learn(tx));
});
afterAll(() => app?.stop());

const SEARCH = `query ($slug: String!, $search: String!, $orderBy: IdeaOrder, $first: Int, $after: String) { community(slug: $slug) {
  ideas(filter: { search: $search }, orderBy: $orderBy, first: $first, after: $after) { nodes { title } totalCount pageInfo { endCursor hasNextPage } } } }`;

const search = async (text: string, more: object = {}) => (await app.visitor().get(SEARCH, { slug, search: text, ...more })).community.ideas;
const titles = async (text: string, more: object = {}): Promise<string[]> => (await search(text, more)).nodes.map((node: { title: string }) => node.title);

describe('searching', () => {
  it('answers the best first, and in another order when asked', async () => {
    expect(await titles('steam')).toEqual([IDEAS[0]![0], IDEAS[1]![0]]);
    expect(await titles('steam', { orderBy: 'NEWEST' })).toEqual([IDEAS[1]![0], IDEAS[0]![0]]);
    expect((await search('steam', { first: 1 })).totalCount).toBe(2);
  });

  it('forgives a typo, a missing accent and a capital', async () => {
    expect(await titles('trian')).toEqual([IDEAS[0]![0]]);
    expect(await titles('DECAPOTABLE a rayon')).toEqual([IDEAS[2]![0]]);
    expect(await titles('été')).toEqual([IDEAS[2]![0]]);
  });

  it('goes on where a page ended', async () => {
    const first = await search('steam', { first: 1 });
    const second = await search('steam', { first: 1, after: first.pageInfo.endCursor });
    expect([...first.nodes, ...second.nodes].map((node: { title: string }) => node.title)).toEqual([IDEAS[0]![0], IDEAS[1]![0]]);
    expect(second.pageInfo.hasNextPage).toBe(false);
    const { code } = await app.visitor().ask(SEARCH, { slug, search: 'castle', first: 1, after: first.pageInfo.endCursor });
    expect(code).toBe('INVALID_CURSOR');
  });

  it('answers nothing with an empty page, and blanks with everything', async () => {
    expect(await search('zzyzx')).toMatchObject({ nodes: [], totalCount: 0 });
    expect(await titles('!!!')).toEqual([]);
    expect(await titles('   ')).toHaveLength(3);
  });

  it('survives whatever is typed', async () => {
    for (const text of ["'", '"', '\\', ':*', '&|!()', '-', '<->', '%_', 'a'.repeat(5000), '\u0000x', '😀', '中', ':::: | | !', "x') OR 1=1 --"]) {
      expect((await app.visitor().ask(SEARCH, { slug, search: text })).code, text).toBeNull();
    }
  });
});
