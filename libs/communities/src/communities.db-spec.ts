import { type Actor, newId, type Problem, VISITOR } from '@fanfare/kernel';
import { aCommunity, anAccount, bootRooms, type Rooms } from '@fanfare/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { CommunitiesModule } from './communities.module.js';
import { CommunitiesQueries } from './communities.queries.js';
import { CommunitiesService } from './communities.service.js';
import type { CommunityRow } from './community.row.js';

let rooms: Rooms;
let service: CommunitiesService;
let queries: CommunitiesQueries;
beforeAll(async () => {
  rooms = await bootRooms([CommunitiesModule]);
  service = rooms.get(CommunitiesService);
  queries = rooms.get(CommunitiesQueries);
});
afterAll(() => rooms?.close());

let operator: Actor;
let community: CommunityRow;
let owner: Actor;
let count = 0;
beforeEach(async () => {
  operator = { ...VISITOR, accountId: (await anAccount(rooms.database)).id, isOperator: true };
  community = await service.create(operator, { slug: `made-${(count += 1)}`, name: 'Made', terms: 'First words.' });
  owner = { ...operator, isOperator: false, grants: [{ communityId: community.id, role: 'OWNER' }] };
});

const codeOf = (work: Promise<unknown>) => work.then(() => 'nothing', (problem: Problem) => problem.code);
const termsOf = async () => (await queries.currentTerms([community.id])).get(community.id);
const categoriesOf = async () => (await queries.categoriesOf([community.id])).get(community.id) ?? [];

describe('a new community', () => {
  it('stands with ladder, terms and its maker as owner', async () => {
    expect(await queries.bySlug(community.slug.toUpperCase())).toMatchObject({ id: community.id, name: 'Made', termsVersion: 1 });
    expect(await termsOf()).toMatchObject({ version: 1, body: 'First words.' });
    expect((await queries.ladderOf(community.id)).map((rung) => rung.support)).toEqual([100, 1_000, 5_000, 10_000]);
    const grants = await rooms.database.query('SELECT account_id, role FROM role_grants WHERE community_id = $1', [community.id]);
    expect(grants).toEqual([{ account_id: operator.accountId, role: 'OWNER' }]);
  });

  it('takes a free address, and a retry finds it again', async () => {
    const input = { slug: `again-${newId()}`, name: 'Again', terms: 'x', idempotencyKey: newId() };
    const first = await service.create(operator, input);
    expect((await service.create(operator, input)).id).toBe(first.id);
    expect(await codeOf(service.create(operator, { ...input, idempotencyKey: null }))).toBe('SLUG_TAKEN');
    expect(await codeOf(service.create(owner, { ...input, slug: 'other' }))).toBe('NOT_ALLOWED');
  });
});

describe('a change', () => {
  it('is its owner’s, and tells which settings were sent', async () => {
    expect(await codeOf(service.update(operator, community.slug, { name: 'X' }))).toBe('NOT_ALLOWED');
    expect(await codeOf(service.update(owner, 'nowhere', { name: 'X' }))).toBe('NOT_FOUND');
    const changed = await service.update(owner, community.slug, { name: 'Mine', theme: { accent: '#AA0000' } });
    expect(changed).toMatchObject({ name: 'Mine', theme: { accent: '#aa0000', headingFace: 'sleek' } });
    const events = await rooms.database.query(`SELECT payload FROM events WHERE type = 'community.updated' AND subject_id = $1`, [community.id]);
    expect(events).toEqual([{ payload: { fields: ['name', 'theme'] } }]);
  });

  it('of the terms is a new version; the same words are none', async () => {
    await service.update(owner, community.slug, { terms: ' First words. ' });
    expect(await termsOf()).toMatchObject({ version: 1 });
    await service.update(owner, community.slug, { terms: 'Other words.' });
    expect(await termsOf()).toMatchObject({ version: 2, body: 'Other words.' });
    const kept = await rooms.database.query('SELECT body FROM community_terms WHERE community_id = $1 ORDER BY version', [community.id]);
    expect(kept).toEqual([{ body: 'First words.' }, { body: 'Other words.' }]);
  });

  it('of the ladder replaces it', async () => {
    await service.update(owner, community.slug, { ladder: [{ support: 5, days: 10 }, { support: 9, days: 20 }] });
    expect(await queries.ladderOf(community.id)).toMatchObject([{ position: 1, support: 5, days: 10 }, { position: 2, support: 9, days: 20 }]);
  });

  it('of the categories keeps, swaps, adds and takes away', async () => {
    await service.update(owner, community.slug, { categories: [{ name: 'One' }, { name: 'Two' }, { name: 'Three' }] });
    const [one, two] = await categoriesOf();
    await service.update(owner, community.slug, {
      categories: [{ id: two!.id, name: 'Two', slug: 'one' }, { id: one!.id, name: 'One', slug: 'two' }, { name: 'Four' }],
    });
    expect((await categoriesOf()).map(({ name, slug }) => [name, slug])).toEqual([['Two', 'one'], ['One', 'two'], ['Four', 'four']]);
  });

  it('of the categories takes no other community’s and none that ideas stand in', async () => {
    const other = await aCommunity(rooms.database);
    const foreign = newId();
    const insert = `INSERT INTO categories (id, community_id, slug, name, position) VALUES ($1, $2, $3, 'K', 1)`;
    await rooms.database.query(insert, [foreign, other.id, 'k']);
    expect(await codeOf(service.update(owner, community.slug, { categories: [{ id: foreign, name: 'Stolen' }] }))).toBe('UNKNOWN_CATEGORY');
    const used = newId();
    await rooms.database.query(insert, [used, community.id, 'used']);
    await rooms.database.query(
      `INSERT INTO ideas (id, community_id, category_id, title, body, status, created_at) VALUES ($1, $2, $3, 'T', 'B', 'OPEN', now())`,
      [newId(), community.id, used],
    );
    expect(await codeOf(service.update(owner, community.slug, { categories: [] }))).toBe('CATEGORY_IN_USE');
    expect(await categoriesOf()).toHaveLength(1);
  });
});

describe('the list', () => {
  it('has every community once in the order of names', async () => {
    for (const name of ['Zebra', 'éclair', 'Eclair', 'Aardvark']) await aCommunity(rooms.database, { name });
    const seen: string[] = [];
    for (let after: string | null = null, more = true; more; ) {
      const page = await queries.page({ first: 2, after });
      seen.push(...page.nodes.map((node) => node.name));
      ({ hasNextPage: more, endCursor: after } = page.pageInfo);
    }
    const { count: all } = (await rooms.database.query<{ count: number }>('SELECT count(*)::int AS count FROM communities'))[0]!;
    expect(seen).toHaveLength(all);
    expect(seen[0]).toBe('Aardvark');
    expect(seen.at(-1)).toBe('Zebra');
    expect(await codeOf(queries.page({ first: 2, after: 'x' }))).toBe('INVALID_CURSOR');
  });
});
