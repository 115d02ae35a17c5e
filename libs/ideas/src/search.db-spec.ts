import { Database } from '@fanfare/database';
import { type Problem, VISITOR } from '@fanfare/kernel';
import { aCommunity, anIdea, bootRooms, type Rooms } from '@fanfare/testing';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { IdeasModule } from './ideas.module.js';
import { SearchQueries } from './search.queries.js';
import { SearchWords } from './search-words.service.js';
import { SimilarQueries } from './similar.queries.js';

let rooms: Rooms;
let db: Database;
let community: string;
const ids: Record<string, string> = {};

const TEXTS: Record<string, [string, string]> = {
  bikes: ['Safer lanes for bicycles', 'Cycling to school should not need courage. Paint is no protection; a kerb is.'],
  train: ['Bring back the red steam train', 'The one with the working pistons and the little coal wagon, please.'],
  velo: ['Des vélos électriques en libre-service', 'À la gare, près de l’école, et partout où l’été rend la marche pénible.'],
  bricks: ['Bricks made of recycled plastic', 'Recycling old parts keeps them out of the sea.'],
  escola: ['Més places a les escoles bressol', 'Cal ampliar l’escola pública del barri amb més espai verd.'],
  chinese: ['我们需要更多的自行车道', '城市应该为骑自行车的人提供安全的道路。'],
  car: ['Un toit ouvrant pour la petite', 'Une voiture sans ciel, ce n’est pas une voiture d’été.'],
};

beforeAll(async () => {
  rooms = await bootRooms([IdeasModule]);
  db = rooms.database;
  community = (await aCommunity(db)).id;
  for (const [name, [title, body]] of Object.entries(TEXTS)) ids[name] = (await anIdea(db, community, { title, body })).id;
  const elsewhere = (await aCommunity(db)).id;
  await anIdea(db, elsewhere, { title: 'Bicycles of another community', body: 'Nobody should find these bicycles elsewhere.' });
  await rooms.transactor.run((tx) => rooms.get(SearchWords).learn(tx));
});

afterAll(() => rooms?.close());

const nameOf = (id: string) => Object.keys(ids).find((name) => ids[name] === id) ?? id;

async function search(text: string): Promise<string[]> {
  const page = await rooms.get(SearchQueries).page({ communityId: community, search: text }, VISITOR, { first: 50 });
  return page.nodes.map((idea) => nameOf(idea.id));
}

describe('a search finds', () => {
  it.each([
    ['another form of a word', 'bicycle lane', ['bikes']],
    ['a word of the body', 'pistons', ['train']],
    ['an English stem', 'recycle', ['bricks']],
    ['a French plural without its accent', 'velo electrique', ['velo']],
    ['an accent that is not there', 'stéam', ['train']],
    ['capitals', 'ÉCOLE', ['velo', 'escola'].slice(0, 1)],
    ['a French article left out', 'l’été à la gare', ['velo']],
    ['a phrase in quotes', '"steam train"', ['train']],
    ['no phrase in another order', '"train steam"', []],
    ['alternatives', 'pistons OR recycled', ['bricks', 'train']],
    ['without an exclusion', 'voiture -toit', []],
    ['the beginning of a word', 'bicyc', ['bikes']],
    ['words in between of a Chinese sentence', '自行车', ['chinese']],
    ['English words around stop words', 'bring back of the pistons', ['train']],
    ['Catalan', 'escoles bressol', ['escola']],
    ['past a word that no index of bodies keeps', 'on pistons', ['train']],
    ['a mistyped word of a title', 'bicylces', ['bikes']],
    ['two letters swapped, in a body', 'pistosn', ['train']],
    ['a mistyped word beside a right one', 'recycled plastc', ['bricks']],
    ['nothing where there is nothing', 'zzyzx', []],
    ['nothing for signs', '!!! & | ( ) :* \\', []],
    ['nothing for a quote left open', "'", []],
  ])('%s: %s', async (_what, text, expected) => {
    expect((await search(text)).sort()).toEqual([...expected].sort());
  });

  it('a title before a body', async () => {
    const inBody = await anIdea(db, community, { title: 'Something about toys at large', body: 'Among others a zeppelin would be a joy to build.' });
    const inTitle = await anIdea(db, community, { title: 'A zeppelin to build at home', body: 'It would be a joy among toys at large.' });
    expect(await search('zeppelin')).toEqual([inTitle.id, inBody.id]);
  });

  it('nothing that is a draft or removed', async () => {
    await anIdea(db, community, { title: 'Removed wheelbarrow thoughts', status: 'REMOVED' });
    expect(await search('wheelbarrow')).toEqual([]);
  });

  it('pages without repeating or skipping, while votes arrive', async () => {
    const place = (await aCommunity(db)).id;
    const made = [];
    for (let at = 0; at < 9; at += 1) made.push((await anIdea(db, place, { title: `A lighthouse, number ${'i'.repeat(at % 3)}`, body: 'With a lighthouse keeper inside it.' })).id);
    const seen: string[] = [];
    for (let after: string | null = null; ; ) {
      const page = await rooms.get(SearchQueries).page({ communityId: place, search: 'lighthouse' }, VISITOR, { first: 2, after });
      seen.push(...page.nodes.map((idea) => idea.id));
      await db.query('UPDATE idea_ranks SET raw = raw + 5, verified = verified + 5, heat = random() WHERE idea_id = $1', [made[seen.length % 9]]);
      if (!page.pageInfo.hasNextPage) break;
      after = page.pageInfo.endCursor;
    }
    expect(seen).toHaveLength(9);
    expect(new Set(seen)).toEqual(new Set(made));
  });
});

/** How many rows the named parts of a plan made. */
function rowsOfPlan(plan: unknown, name: string): number[] {
  if (Array.isArray(plan)) return plan.flatMap((part) => rowsOfPlan(part, name));
  if (typeof plan !== 'object' || plan === null) return [];
  const node = plan as Record<string, unknown>;
  const own = node['Subplan Name'] === name ? [node['Actual Rows'] as number] : [];
  return [...own, ...Object.values(node).flatMap((part) => rowsOfPlan(part, name))];
}

describe('similar ideas', () => {
  const similar = (title: string, body = '', more: object = {}) =>
    rooms.get(SimilarQueries).find({ communityId: community, locale: 'en', title, body, ...more });

  it('are found while one types, the most alike first, with scores from 0 to 1', async () => {
    const found = await similar('Red steam trains should come back');
    expect(nameOf(found[0]!.idea.id)).toBe('train');
    for (const { score } of found) expect(score).toBeGreaterThanOrEqual(0.15);
    for (const { score } of found) expect(score).toBeLessThanOrEqual(1);
    expect((await similar(TEXTS['train']![0]))[0]!.score).toBeGreaterThan(found[0]!.score);
  });

  it('are found by the body too, with a mistyped title, and in Chinese', async () => {
    expect((await similar('Courage on the way to school', 'Cycling should not need any: paint no, a kerb yes.')).map(({ idea }) => nameOf(idea.id))).toContain('bikes');
    expect((await similar('Bring bakc the redd steem train')).map(({ idea }) => nameOf(idea.id))).toContain('train');
    expect((await similar('自行车')).map(({ idea }) => nameOf(idea.id))).toContain('chinese');
  });

  it('are looked for among a bounded number of texts, also while an import’s words are not yet counted', async () => {
    const place = (await aCommunity(db)).id;
    await db.query(
      `INSERT INTO ideas (id, community_id, title, body, status, created_at, source_key)
       SELECT gen_random_uuid(), $1, 'Benches number ' || n, 'Wooden benches under tall trees beside quiet water', 'OPEN', now(), n::text FROM generate_series(1, 1000) n`,
      [place],
    );
    const asked = vi.spyOn(rooms.get(Database), 'query');
    const request = { communityId: place, locale: 'en', title: 'Shade for tired walkers', body: 'Wooden benches under tall trees beside quiet water' };
    expect(await rooms.get(SimilarQueries).find(request)).toHaveLength(5);
    const [sql, values] = asked.mock.calls[0]!;
    asked.mockRestore();
    const [plan] = await db.query<{ 'QUERY PLAN': unknown }>(`EXPLAIN (ANALYZE, TIMING OFF, FORMAT JSON) ${sql}`, values);
    expect(rowsOfPlan(plan!['QUERY PLAN'], 'CTE scored')).toEqual([150]);
  });

  it('are none for nothing, for what is unlike everything, and never the idea itself', async () => {
    expect(await similar('')).toEqual([]);
    expect(await similar('  ', '\n')).toEqual([]);
    expect(await similar('Xylophone quarry')).toEqual([]);
    expect((await similar(TEXTS['train']![0], '', { except: ids['train'] })).map(({ idea }) => idea.id)).not.toContain(ids['train']);
  });

  it('are public ones of this community', async () => {
    await anIdea(db, community, { title: 'A hovercraft for the whole family', status: 'REMOVED' });
    await anIdea(db, community, { title: 'A hovercraft for the whole family', status: 'PENDING' });
    const planned = await anIdea(db, community, { title: 'A hovercraft for the whole family', status: 'PLANNED' });
    expect((await similar('A hovercraft for the family')).map(({ idea }) => idea.id)).toEqual([planned.id]);
    expect((await similar('Bicycles of another community')).every(({ idea }) => idea.communityId === community)).toBe(true);
  });

  it('are 1 to 10', async () => {
    const codeOf = (work: Promise<unknown>) => work.then(() => 'nothing', (problem: Problem) => problem.code);
    expect(await codeOf(similar('train', '', { first: 0 }))).toBe('INVALID_PAGE_SIZE');
    expect(await codeOf(similar('train', '', { first: 11 }))).toBe('INVALID_PAGE_SIZE');
  });
});
