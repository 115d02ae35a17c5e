import { PersonalData } from '@fanfare/access';
import { type Actor, newId, type Problem, VISITOR } from '@fanfare/kernel';
import { aCommunity, aCreation, aMember, anIdea, aPictureRow, bootRooms, type Rooms } from '@fanfare/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { AppreciationsService } from './appreciations.service.js';
import { CreationPagesQueries, type CreationOrder } from './creation-pages.queries.js';
import { CreationResponsesService } from './creation-responses.service.js';
import { CreationsModule } from './creations.module.js';
import { CreationsQueries, LONGEST_CHAIN } from './creations.queries.js';
import { CreationsService, type NewCreation } from './creations.service.js';

type Member = Awaited<ReturnType<typeof aMember>>;

let rooms: Rooms;
let creations: CreationsService;
let appreciations: AppreciationsService;
let responses: CreationResponsesService;
let community: Awaited<ReturnType<typeof aCommunity>>;
let ana: Member;
let ben: Member;
beforeAll(async () => {
  rooms = await bootRooms([CreationsModule]);
  creations = rooms.get(CreationsService);
  appreciations = rooms.get(AppreciationsService);
  responses = rooms.get(CreationResponsesService);
});
beforeEach(async () => {
  community = await aCommunity(rooms.database);
  [ana, ben] = [await aMember(rooms.database, community.id), await aMember(rooms.database, community.id)];
});
afterAll(() => rooms?.close());

const as = (member: Member): Actor => ({ ...VISITOR, accountId: member.account_id });
const codeOf = (work: Promise<unknown>) => work.then(() => 'nothing', (problem: Problem) => problem.code ?? problem);
const picture = async (member: Member, columns = {}) => ({ picture: (await aPictureRow(rooms.database, member.account_id, columns)).id });
const show = async (member: Member, more: Partial<NewCreation> = {}) =>
  creations.show(as(member), { community: community.slug, title: 'A tower', pictures: more.pictures ?? [await picture(member)], ...more });
const now = async (id: string) => (await rooms.get(CreationsQueries).byIds([id])).get(id)!;
const uses = async (subject: string) => (await rooms.database.query('SELECT picture_id FROM picture_uses WHERE subject_id = $1', [subject])).length;
const keptUntil = async (id: string) => (await rooms.database.query<{ at: Date | null }>('SELECT keep_until AS at FROM pictures WHERE id = $1', [id]))[0]!.at;
const chainOf = async (id: string) => ((await rooms.get(CreationsQueries).chainsOf([id])).get(id) ?? []).map((link) => link.id);
const typesOf = async (id: string) =>
  (await rooms.database.query<{ type: string }>('SELECT type FROM events WHERE subject_id = $1 ORDER BY sequence', [id])).map(({ type }) => type);
/** Runs every way of a race and counts what they answered. */
const outcomes = async (work: Promise<unknown>[]) => {
  const codes = await Promise.all(work.map(codeOf));
  return (code: string) => codes.filter((one) => one === code).length;
};

describe('a creation', () => {
  it('stands with its text, pictures and ideas, once for one key', async () => {
    const idea = await anIdea(rooms.database, community.id);
    const pictures = [{ ...(await picture(ana)), alt: ' A  tower ' }, await picture(ana)];
    const input = { community: community.slug, title: ' A  tower ', story: 'Bricks.', product: 'Set 6080', pictures, ideas: [idea.id], idempotencyKey: newId() };
    const made = await Promise.all(Array.from({ length: 5 }, () => creations.show(as(ana), input)));
    expect(new Set(made.map(({ id }) => id)).size).toBe(1);
    const { id } = made[0]!;
    expect(made[0]).toMatchObject({ title: 'A tower', story: 'Bricks.', product: 'Set 6080', authorId: ana.id, parentId: null, rootId: id, depth: 0, withdrawnAt: null });
    expect((await rooms.get(CreationsQueries).picturesOf([id])).get(id)).toEqual([
      { creationId: id, pictureId: pictures[0]!.picture, alt: 'A tower' },
      { creationId: id, pictureId: pictures[1]!.picture, alt: '' },
    ]);
    expect((await rooms.get(CreationsQueries).ideasOf([id])).get(id)).toEqual([idea.id]);
    expect([await keptUntil(pictures[0]!.picture), await uses(id)]).toEqual([null, 2]);
    expect(await typesOf(id)).toEqual(['creation.shown']);
    expect(await codeOf(creations.show(as(ana), { ...input, title: 'Another' }))).toBe('IDEMPOTENCY_KEY_REUSED');
  });

  it('is refused with the reason, and then shows nothing', async () => {
    const elsewhere = await aCommunity(rooms.database);
    const stranger = await aMember(rooms.database, elsewhere.id);
    const own = await picture(ana);
    const [draft, removed, ideaElsewhere] = [
      await anIdea(rooms.database, community.id, { status: 'DRAFT', author_id: ana.id }),
      await anIdea(rooms.database, community.id, { status: 'REMOVED' }),
      await anIdea(rooms.database, elsewhere.id),
    ];
    const creationElsewhere = await aCreation(rooms.database, elsewhere.id, stranger.id);
    const refused = (more: Partial<NewCreation>, member = ana) => codeOf(show(member, { pictures: [own], ...more }));
    expect(await codeOf(creations.show(VISITOR, { community: community.slug, title: 'A tower', pictures: [own] }))).toBe('SIGN_IN_REQUIRED');
    expect(await refused({ pictures: [await picture(stranger)] }, stranger)).toBe('NOT_A_MEMBER');
    expect(await refused({ pictures: [own, await picture(ben)] })).toBe('NOT_FOUND');
    expect(await refused({ pictures: [await picture(ana, { kind: 'AVATAR' })] })).toBe('NOT_FOUND');
    expect(await refused({ pictures: [await picture(ana, { stored: false })] })).toBe('NOT_FOUND');
    expect(await refused({ pictures: [{ picture: newId() }] })).toBe('NOT_FOUND');
    expect(await refused({ pictures: [] })).toBe('INVALID_INPUT');
    expect(await refused({ pictures: [own, own] })).toBe('INVALID_INPUT');
    expect(await refused({ pictures: await Promise.all(Array.from({ length: 11 }, () => picture(ana))) })).toBe('INVALID_INPUT');
    for (const idea of [draft, removed, ideaElsewhere]) expect(await refused({ ideas: [idea.id] })).toBe('NOT_FOUND');
    for (const remixOf of [newId(), 'nonsense', creationElsewhere.id]) expect(await refused({ remixOf })).toBe('NOT_FOUND');
    expect(await refused({ title: ' x ' })).toBe('EMPTY_TEXT');
    expect(await refused({ story: 'x'.repeat(10_001) })).toBe('TOO_LONG');
    expect(await refused({ pictures: [{ ...own, alt: 'x'.repeat(301) }] })).toBe('TOO_LONG');
    expect(await keptUntil(own.picture)).not.toBeNull();
    expect(await rooms.database.query('SELECT FROM creations WHERE community_id = $1', [community.id])).toEqual([]);
  });

  it('changes its pictures: those gone are collected later, new ones are kept', async () => {
    const [first, second, third] = [await picture(ana), await picture(ana), await picture(ana)];
    const { id } = await show(ana, { pictures: [first, second], story: 'Before', product: 'A set' });
    const edited = await creations.edit(as(ana), id, { story: 'After', pictures: [third, second] });
    expect(edited).toMatchObject({ title: 'A tower', story: 'After', product: 'A set', editedAt: expect.any(Date) });
    expect((await rooms.get(CreationsQueries).picturesOf([id])).get(id)!.map(({ pictureId }) => pictureId)).toEqual([third.picture, second.picture]);
    expect([await keptUntil(first.picture), await keptUntil(second.picture), await keptUntil(third.picture)]).toEqual([expect.any(Date), null, null]);
    expect(await codeOf(creations.edit(as(ben), id, { title: 'Mine now' }))).toBe('NOT_ALLOWED');
    expect(await codeOf(creations.edit(as(ana), id, { pictures: [await picture(ben)] }))).toBe('NOT_FOUND');
  });

  it('is erased when its author takes it back, and nothing can be said to it any more', async () => {
    const shown = await picture(ana);
    const { id } = await show(ana, { pictures: [shown], ideas: [(await anIdea(rooms.database, community.id)).id] });
    await appreciations.appreciate(as(ben), id);
    const said = await responses.add(as(ben), { creation: id, body: 'How tall!' });
    expect(await codeOf(creations.withdraw(as(ben), id))).toBe('NOT_ALLOWED');
    expect(await creations.withdraw(as(ana), id)).toMatchObject({ title: '', story: '', authorId: null, appreciations: 0, withdrawnAt: expect.any(Date) });
    expect([await uses(id), await keptUntil(shown.picture)]).toEqual([0, expect.any(Date)]);
    for (const work of [
      () => creations.edit(as(ana), id, { title: 'Back' }),
      () => creations.withdraw(as(ana), id),
      () => appreciations.appreciate(as(ben), id),
      () => responses.add(as(ben), { creation: id, body: 'Where is it?' }),
      () => responses.edit(as(ben), said.id, 'Changed'),
      () => show(ben, { remixOf: id }),
    ]) {
      expect(await codeOf(work())).toBe('CREATION_WITHDRAWN');
    }
    expect(await responses.remove(as(ben), said.id)).toMatchObject({ body: '', authorId: null });
    expect(await typesOf(id)).toEqual(['creation.shown', 'creation.appreciated', 'creation.withdrawn']);
  });
});

describe('appreciation', () => {
  it('counts each member once, whatever the race', async () => {
    const { id } = await show(ana);
    const fans = await Promise.all(Array.from({ length: 4 }, () => aMember(rooms.database, community.id)));
    await Promise.all(fans.flatMap((fan) => [1, 2, 3].map(() => appreciations.appreciate(as(fan), id))));
    expect((await now(id)).appreciations).toBe(4);
    await Promise.all(fans.flatMap((fan) => [() => appreciations.unappreciate(as(fan), id), () => appreciations.appreciate(as(fan), id)].map((act) => act())));
    const [{ rows }] = (await rooms.database.query<{ rows: number }>('SELECT count(*)::int AS rows FROM creation_appreciations WHERE creation_id = $1', [id])) as [{ rows: number }];
    expect((await now(id)).appreciations).toBe(rows);
  });

  it('is never of one’s own work, not even by SQL', async () => {
    const { id } = await show(ana);
    expect(await codeOf(appreciations.appreciate(as(ana), id))).toBe('OWN_CREATION');
    const insert = (member: string, author: string) =>
      rooms.database.query(`INSERT INTO creation_appreciations VALUES ($1, $2, $3, $4, now())`, [id, member, community.id, author]);
    await expect(insert(ana.id, ana.id)).rejects.toThrow(/creation_appreciations_of_others/);
    await expect(insert(ana.id, ben.id)).rejects.toThrow(/foreign key/);
    await expect(insert(ben.id, ana.id)).resolves.toBeDefined();
  });
});

describe('the chain', () => {
  it('holds over withdrawn works, and counts what is shown', async () => {
    const first = await show(ana);
    const second = await show(ben, { remixOf: first.id });
    const third = await show(ana, { remixOf: second.id });
    expect(third).toMatchObject({ parentId: second.id, rootId: first.id, depth: 2 });
    await creations.withdraw(as(ben), second.id);
    await creations.withdraw(as(ana), first.id);
    expect(await chainOf(third.id)).toEqual([first.id, second.id]);
    const chain = (await rooms.get(CreationsQueries).chainsOf([third.id])).get(third.id)!;
    expect(chain.map(({ title, authorId, withdrawnAt }) => [title, authorId, withdrawnAt !== null])).toEqual([['', null, true], ['', null, true]]);
    expect([(await now(first.id)).remixCount, (await now(second.id)).remixCount]).toEqual([0, 1]);
  });

  it('of great length shows its first work and the nearest', async () => {
    const ids = Array.from({ length: LONGEST_CHAIN + 6 }, () => newId());
    for (const [depth, id] of ids.entries()) {
      await aCreation(rooms.database, community.id, ana.id, { id, root_id: ids[0], parent_id: ids[depth - 1] ?? null, depth });
    }
    expect(await chainOf(ids.at(-1)!)).toEqual([ids[0], ...ids.slice(-LONGEST_CHAIN, -1)]);
    expect(await chainOf(ids[0]!)).toEqual([]);
  });

  it('closes into no circle and crosses no border, not even by SQL', async () => {
    const first = await show(ana);
    const second = await show(ben, { remixOf: first.id });
    const elsewhere = await aCommunity(rooms.database);
    const stranger = await aMember(rooms.database, elsewhere.id);
    const set = (sql: string, ...values: unknown[]) => rooms.database.query(`UPDATE creations SET ${sql} WHERE id = $1`, [first.id, ...values]);
    await expect(set('parent_id = $2, depth = 1', second.id)).rejects.toThrow(/foreign key/);
    await expect(set('parent_id = id, depth = 1')).rejects.toThrow(/foreign key/);
    await expect(set('parent_id = $2', second.id)).rejects.toThrow(/check constraint/);
    await expect(aCreation(rooms.database, elsewhere.id, stranger.id, { parent_id: first.id, root_id: first.id, depth: 1 })).rejects.toThrow(/foreign key/);
    await expect(aCreation(rooms.database, community.id, ana.id, { parent_id: second.id, root_id: second.id, depth: 1 })).rejects.toThrow(/foreign key/);
  });

  it('is decided by who comes first when a work is remixed and withdrawn at once', async () => {
    for (let round = 0; round < 5; round += 1) {
      const { id } = await show(ana);
      const pictures = await Promise.all([1, 2, 3, 4].map(() => picture(ben)));
      const count = await outcomes([...pictures.map((one) => show(ben, { remixOf: id, pictures: [one] })), creations.withdraw(as(ana), id)]);
      expect(count('nothing') + count('CREATION_WITHDRAWN')).toBe(5);
      expect((await now(id)).withdrawnAt).not.toBeNull();
      expect((await now(id)).remixCount).toBe(count('nothing') - 1);
    }
  });
});

describe('responses', () => {
  it('hang on two levels of one work, keep their count, and leave tombstones', async () => {
    const [{ id }, other] = [await show(ana), await show(ana)];
    const root = await responses.add(as(ben), { creation: id, body: ' How tall? ' });
    const reply = await responses.add(as(ana), { creation: id, body: 'A metre.', parent: root.id });
    const deeper = await responses.add(as(ben), { creation: id, body: 'Oh!', parent: reply.id });
    expect([root.body, reply.parentId, deeper.parentId, deeper.replyToId]).toEqual(['How tall?', root.id, root.id, reply.id]);
    expect(await codeOf(responses.add(as(ben), { creation: other.id, body: 'x', parent: root.id }))).toBe('NOT_FOUND');
    expect((await now(id)).responseCount).toBe(3);
    expect(await responses.edit(as(ben), root.id, 'How wide?')).toMatchObject({ body: 'How wide?', editedAt: expect.any(Date) });
    expect(await codeOf(responses.edit(as(ana), root.id, 'Mine'))).toBe('NOT_ALLOWED');
    expect(await codeOf(responses.remove(as(ana), root.id))).toBe('NOT_ALLOWED');
    await responses.remove(as(ben), root.id);
    expect(await codeOf(responses.remove(as(ben), root.id))).toBe('COMMENT_DELETED');
    expect(await codeOf(responses.add(as(ana), { creation: id, body: 'x', parent: root.id }))).toBe('COMMENT_DELETED');
    expect((await now(id)).responseCount).toBe(2);
  });
});

describe('pages', () => {
  it.each<CreationOrder>(['NEW', 'MOST_APPRECIATED', 'MOST_REMIXED'])('in order %s repeat and skip nothing', async (order) => {
    const at = new Date();
    for (let n = 0; n < 7; n += 1) {
      const counts = { appreciation_count: n % 3, remix_count: (n * 2) % 3 };
      await aCreation(rooms.database, community.id, ana.id, { ...counts, created_at: new Date(at.getTime() - (n % 4) * 1000) });
    }
    const withdrawn = await show(ana);
    await creations.withdraw(as(ana), withdrawn.id);
    const pages = rooms.get(CreationPagesQueries);
    const read = async (limit: number, after: Parameters<typeof pages.pages>[0][number]['after']) =>
      [...(await pages.pages([{ list: 'COMMUNITY', ownerId: community.id, order, limit, after }], as(ana))).values()][0]!;
    const all = await read(20, null);
    const many = { NEW: () => 0, MOST_APPRECIATED: (row: { appreciations: number }) => row.appreciations, MOST_REMIXED: (row: { remixCount: number }) => row.remixCount }[order];
    const paged = [];
    for (let last = null as (typeof all)[number] | null; ; last = paged.at(-1)!) {
      const page = await read(2, last && { at: last.createdAt, id: last.id, many: many(last as never) });
      if (page.length === 0) break;
      paged.push(...page);
    }
    expect(all).toHaveLength(7);
    expect(paged.map(({ id }) => id)).toEqual(all.map(({ id }) => id));
    expect(all.map((row) => many(row as never))).toEqual(all.map((row) => many(row as never)).sort((a, b) => b - a));
  });
});

describe('who leaves', () => {
  it.each(['KEEP', 'ERASE'] as const)('takes with them what they chose: %s', async (texts) => {
    const shown = await picture(ana);
    const [mine, others] = [await show(ana, { pictures: [shown] }), await show(ben)];
    const remix = await show(ben, { remixOf: mine.id });
    await appreciations.appreciate(as(ana), others.id);
    const said = await responses.add(as(ana), { creation: others.id, body: 'Fine work.' });
    const leaving = { accountId: ana.account_id!, email: 'ana@example.org', hadConfirmed: true, memberIds: [ana.id], texts, at: new Date() };
    await rooms.transactor.run((tx) => rooms.get(PersonalData).all.get('creations')!.erase!(tx, leaving));
    expect(await now(others.id)).toMatchObject({ appreciations: 0, responseCount: texts === 'KEEP' ? 1 : 0 });
    const [response] = await rooms.database.query<{ body: string }>('SELECT body FROM creation_responses WHERE id = $1', [said.id]);
    expect([(await now(mine.id)).title, response!.body, await uses(mine.id)]).toEqual(texts === 'KEEP' ? ['A tower', 'Fine work.', 1] : ['', '', 0]);
    expect(await chainOf(remix.id)).toEqual([mine.id]);
  });
});
