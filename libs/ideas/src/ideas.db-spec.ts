import type { Database } from '@fanfare/database';
import { type Actor, DAY, newId, type Problem, VISITOR } from '@fanfare/kernel';
import { aCategory, aCommunity, aMember, anAccount, anIdea, bootRooms, type Rooms } from '@fanfare/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { DraftsService } from './drafts.service.js';
import { IdeaDetailsQueries } from './idea-details.queries.js';
import { IdeasAccess } from './ideas.access.js';
import { IdeasModule } from './ideas.module.js';
import { IdeasQueries } from './ideas.queries.js';
import { IdeasService } from './ideas.service.js';

let rooms: Rooms;
let db: Database;
let ideas: IdeasService;
let drafts: DraftsService;
let community: { id: string; slug: string };
let actor: Actor;

beforeAll(async () => {
  rooms = await bootRooms([IdeasModule]);
  db = rooms.database;
  ideas = rooms.get(IdeasService);
  drafts = rooms.get(DraftsService);
});

afterAll(() => rooms?.close());

beforeEach(async () => {
  community = await aCommunity(db);
  actor = await memberOf(community.id);
});

const memberOf = async (communityId: string): Promise<Actor> => ({ ...VISITOR, accountId: (await aMember(db, communityId)).account_id });
const codeOf = (work: Promise<unknown>) => work.then(() => 'nothing', (problem: Problem) => problem.code);
const TEXT = { title: 'A lighthouse with a working lamp', body: 'It should turn, and shine, and be taller than a minifigure ship.' };
const submit = (more: object = {}, by: Actor = actor) => ideas.submit(by, { community: community.slug, ...TEXT, ...more });
const eventsOf = (ideaId: string) => db.query<{ type: string; payload: object }>('SELECT type, payload FROM events WHERE subject_id = $1 ORDER BY sequence', [ideaId]);

describe('submitting', () => {
  it('posts an open idea with the first rung’s days, and says so', async () => {
    const category = await aCategory(db, community.id);
    const idea = await submit({ category: category.id, interest: { kind: 'PROFESSIONAL', note: ' I build\nlamps ' } });
    expect(idea).toMatchObject({ ...TEXT, status: 'OPEN', version: 1, rung: 0, categoryId: category.id, interestKind: 'PROFESSIONAL', interestNote: 'I build lamps' });
    expect(idea.createdAt).toEqual(rooms.clock.now());
    expect(idea.deadline!.getTime() - idea.createdAt.getTime()).toBe(60 * DAY);
    expect(await eventsOf(idea.id)).toEqual([{ type: 'idea.submitted', payload: { status: 'OPEN' } }]);
  });

  it('is refused with the reason', async () => {
    const stranger: Actor = { ...VISITOR, accountId: (await anAccount(db)).id };
    const foreign = await aCategory(db, (await aCommunity(db)).id);
    expect(await codeOf(submit({}, VISITOR))).toBe('SIGN_IN_REQUIRED');
    expect(await codeOf(submit({}, stranger))).toBe('NOT_A_MEMBER');
    expect(await codeOf(submit({ community: 'nowhere' }))).toBe('NOT_FOUND');
    expect(await codeOf(submit({ category: foreign.id }))).toBe('UNKNOWN_CATEGORY');
    expect(await codeOf(submit({ category: 'nonsense' }))).toBe('UNKNOWN_CATEGORY');
    expect(await codeOf(submit({ title: 'Short' }))).toBe('EMPTY_TEXT');
    expect(await codeOf(submit({ title: 'x'.repeat(121) }))).toBe('TOO_LONG');
    expect(await codeOf(submit({ body: 'Too short.' }))).toBe('EMPTY_TEXT');
    expect(await codeOf(submit({ body: 'x'.repeat(10_001) }))).toBe('TOO_LONG');
    expect(await codeOf(submit({ draft: newId() }))).toBe('NOT_FOUND');
  });

  it('makes one idea of a retried request, also when both arrive at once', async () => {
    const [one, other] = await Promise.all([submit({ idempotencyKey: 'k' }), submit({ idempotencyKey: 'k' })]);
    expect(one.id).toBe(other.id);
    expect((await submit({ idempotencyKey: 'k' })).id).toBe(one.id);
    expect(await codeOf(submit({ idempotencyKey: 'k', title: 'Another idea entirely' }))).toBe('IDEMPOTENCY_KEY_REUSED');
    expect(await db.query('SELECT id FROM ideas WHERE community_id = $1', [community.id])).toHaveLength(1);
  });
});

describe('drafts', () => {
  const save = (more: object = {}, by: Actor = actor) => drafts.save(by, { community: community.slug, ...more });

  it('are kept as unfinished as they are, and what is left out stays', async () => {
    const draft = await save({ title: 'A' });
    expect(draft).toMatchObject({ status: 'DRAFT', title: 'A', body: '', deadline: null });
    expect(await save({ draft: draft.id, body: 'Only the text' })).toMatchObject({ id: draft.id, title: 'A', body: 'Only the text' });
    expect(await drafts.mine(actor, community.slug)).toHaveLength(1);
    expect(await eventsOf(draft.id)).toEqual([]);
  });

  it('are nobody else’s', async () => {
    const draft = await save({ title: 'A secret' });
    const other = await memberOf(community.id);
    const seen = (by: Actor) => rooms.get(IdeasQueries).byIds([draft.id], by);
    expect((await seen(actor)).size).toBe(1);
    expect((await seen(other)).size + (await seen(VISITOR)).size).toBe(0);
    expect(await drafts.mine(other, community.slug)).toEqual([]);
    expect(await codeOf(save({ draft: draft.id, title: 'Mine now' }, other))).toBe('NOT_FOUND');
    expect(await codeOf(drafts.discard(other, draft.id))).toBe('NOT_FOUND');
    expect(await codeOf(submit({ draft: draft.id }, other))).toBe('NOT_FOUND');
  });

  it('become the idea, once', async () => {
    rooms.clock.set(new Date('2026-03-01T00:00:00Z'));
    const draft = await save({ title: 'A' });
    rooms.clock.set(new Date('2026-03-09T00:00:00Z'));
    const idea = await submit({ draft: draft.id });
    expect(idea).toMatchObject({ id: draft.id, status: 'OPEN', ...TEXT, createdAt: new Date('2026-03-09T00:00:00Z'), editedAt: null });
    expect(await drafts.mine(actor, community.slug)).toEqual([]);
    expect(await codeOf(submit({ draft: draft.id }))).toBe('IDEA_NOT_DRAFT');
    expect(await codeOf(drafts.discard(actor, draft.id))).toBe('IDEA_NOT_DRAFT');
    expect(await codeOf(save({ draft: draft.id, title: 'B' }))).toBe('IDEA_NOT_DRAFT');
  });

  it('stay in their community', async () => {
    const draft = await save({ title: 'A' });
    const elsewhere = await aCommunity(db);
    await aMember(db, elsewhere.id, { account_id: actor.accountId });
    expect(await codeOf(submit({ community: elsewhere.slug, draft: draft.id }))).toBe('NOT_FOUND');
  });

  it('are gone when discarded, and not without number', async () => {
    const draft = await save({ title: 'A' });
    await drafts.discard(actor, draft.id);
    expect(await codeOf(drafts.discard(actor, draft.id))).toBe('NOT_FOUND');
    for (let at = 0; at < 50; at += 1) await save({ title: 'A' });
    expect(await codeOf(save({ title: 'A' }))).toBe('TOO_MANY_DRAFTS');
  });
});

describe('editing', () => {
  it('keeps the text before as a version, and says what changed', async () => {
    const { id } = await submit();
    rooms.clock.advance(60_000);
    const edited = await ideas.edit(actor, { idea: id, title: 'A lighthouse with two working lamps' });
    expect(edited).toMatchObject({ version: 2, title: 'A lighthouse with two working lamps', body: TEXT.body, editedAt: rooms.clock.now() });
    const versions = (await rooms.get(IdeaDetailsQueries).versionsOf([id])).get(id)!;
    expect(versions.map(({ number, title }) => [number, title])).toEqual([[1, TEXT.title], [2, edited.title]]);
    expect(versions[0]!.at).toEqual(edited.createdAt);
    expect(versions[1]!.at).toEqual(edited.editedAt);
    expect((await eventsOf(id)).at(-1)).toEqual({ type: 'idea.edited', payload: { version: 2, changed: ['title'] } });
  });

  it('writes nothing when nothing changes', async () => {
    const { id } = await submit();
    const before = await db.query('SELECT xmin::text, * FROM ideas WHERE id = $1', [id]);
    const same = await ideas.edit(actor, { idea: id, title: ` ${TEXT.title} `, body: TEXT.body });
    expect(same.version).toBe(1);
    expect(await db.query('SELECT xmin::text, * FROM ideas WHERE id = $1', [id])).toEqual(before);
    expect(await eventsOf(id)).toHaveLength(1);
  });

  it('counts no version for a category or a declaration', async () => {
    const category = await aCategory(db, community.id);
    const { id } = await submit();
    const edited = await ideas.edit(actor, { idea: id, category: category.id, interest: { kind: 'PAID', note: '' } });
    expect(edited).toMatchObject({ version: 1, categoryId: category.id, interestKind: 'PAID', editedAt: null });
    expect(await ideas.edit(actor, { idea: id, category: null, interest: null })).toMatchObject({ categoryId: null, interestKind: null });
  });

  it('is refused with the reason', async () => {
    const { id } = await submit();
    const edit = (more: object, by: Actor = actor) => codeOf(ideas.edit(by, { idea: id, ...more }));
    const other = await memberOf(community.id);
    expect(await edit({ title: 'Something else here' }, other)).toBe('NOT_ALLOWED');
    expect(await edit({ title: 'Something else here' }, VISITOR)).toBe('SIGN_IN_REQUIRED');
    expect(await edit({ title: 'x' })).toBe('EMPTY_TEXT');
    expect(await edit({ version: 9, title: 'Something else here' })).toBe('STALE_VERSION');
    expect(await edit({ idea: newId() })).toBe('NOT_FOUND');
    expect(await edit({ idea: 'nonsense' })).toBe('NOT_FOUND');
    await db.query(`UPDATE ideas SET status = 'PLANNED', deadline = NULL WHERE id = $1`, [id]);
    expect(await edit({ title: 'Something else here' })).toBe('IDEA_NOT_EDITABLE');
    const draft = await drafts.save(actor, { community: community.slug, title: 'A' });
    expect(await edit({ idea: draft.id, title: 'Something else here' }, other)).toBe('NOT_FOUND');
  });

  it('twice at once leaves both texts in the versions', async () => {
    const { id } = await submit();
    await Promise.all(['first', 'second'].map((word) => ideas.edit(actor, { idea: id, body: `${TEXT.body} The ${word} edit.` })));
    const versions = (await rooms.get(IdeaDetailsQueries).versionsOf([id])).get(id)!;
    expect(versions.map((version) => version.number)).toEqual([1, 2, 3]);
    expect(new Set(versions.map((version) => version.body)).size).toBe(3);
  });
});

describe('what hangs on an idea', () => {
  it('of many moves tells the latest, and of many duplicates too', async () => {
    const { id } = await submit();
    await db.query(
      `INSERT INTO idea_moves (id, idea_id, community_id, from_status, to_status, moved_at)
       SELECT gen_random_uuid(), $1, $2, 'OPEN', 'EXPIRED', timestamptz '2030-01-01' + n * interval '1 hour' FROM generate_series(1, 130) n`,
      [id, community.id],
    );
    await db.query(
      `INSERT INTO ideas (id, community_id, author_id, title, body, status, created_at, merged_into_id)
       SELECT gen_random_uuid(), community_id, author_id, title, body, 'MERGED', timestamptz '2030-01-01' + n * interval '1 hour', id
       FROM ideas, generate_series(1, 60) n WHERE id = $1`,
      [id],
    );
    const details = rooms.get(IdeaDetailsQueries);
    const moves = (await details.movesOf([id])).get(id)!;
    expect([moves.length, moves[0]!.at, moves.at(-1)!.at]).toEqual([100, new Date('2030-01-02T07:00:00Z'), new Date('2030-01-06T10:00:00Z')]);
    const merged = (await details.mergedInto([id], actor)).get(id)!;
    expect([merged.length, merged[0]!.createdAt]).toEqual([50, new Date('2030-01-03T12:00:00Z')]);
  });
});

describe('holding', () => {
  it('a vote under way keeps the idea where it is; the move comes after, and later votes after the move', async () => {
    const idea = await anIdea(db, community.id);
    const access = rooms.get(IdeasAccess);
    const told: string[] = [];
    const mayEnd = Promise.withResolvers<void>();
    const held = Promise.withResolvers<void>();
    const vote = rooms.transactor.run(async (tx) => {
      await access.lockForVote(tx, VISITOR, idea.id);
      held.resolve();
      await mayEnd.promise;
      told.push('vote');
    });
    await held.promise;
    const move = rooms.transactor.run(async (tx) => {
      await access.lockForMove(tx, VISITOR, idea.id);
      await tx.query(`UPDATE ideas SET status = 'DECLINED', deadline = NULL WHERE id = $1`, [idea.id]);
      told.push('move');
    });
    await waitsForLock();
    const later = rooms.transactor.run(async (tx) => {
      told.push((await access.lockForVote(tx, VISITOR, idea.id)).status);
    });
    mayEnd.resolve();
    await Promise.all([vote, move, later]);
    expect(told).toEqual(['vote', 'move', 'DECLINED']);
  });

  async function waitsForLock(): Promise<void> {
    const deadline = Date.now() + 10_000;
    while (Date.now() < deadline) {
      const waiting = await db.query(`SELECT 1 FROM pg_locks l JOIN pg_database d ON d.oid = l.database WHERE l.locktype = 'advisory' AND NOT l.granted AND d.datname = current_database()`);
      if (waiting.length > 0) return;
    }
    throw new Error('Nobody waits for a lock');
  }
});

describe('the database refuses', () => {
  const columns = () => ({ author_id: null as string | null });
  const violates = (work: Promise<unknown>) => work.then(() => 'nothing', (error: { driverError: { constraint: string } }) => error.driverError.constraint);

  it.each([
    ['an unknown status', { status: 'LOST' }, 'ideas_status_check'],
    ['a draft of nobody', { status: 'DRAFT', deadline: null }, 'ideas_draft_has_author'],
    ['an idea without a title', { title: '' }, 'ideas_title_length'],
    ['an idea without a text', { body: '' }, 'ideas_body_length'],
    ['a text longer than people may write', { body: 'x'.repeat(10_001) }, 'ideas_own_text_length'],
    ['a clock that runs in a closed idea', { status: 'PLANNED', deadline: new Date(Date.now() + DAY) }, 'ideas_deadline_while_open'],
    ['a clock that stands in an open idea', { clock_left: '1 day' }, 'ideas_clock_stands_elsewhere'],
    ['a duplicate of nothing', { status: 'MERGED', deadline: null }, 'ideas_merged_somewhere'],
    ['half a declaration', { interest_kind: 'PAID' }, 'ideas_interest_whole'],
    ['imported support of an idea that is not imported', { imported_support: 3 }, 'ideas_import_is_sourced'],
  ])('%s', async (_what, more, constraint) => {
    expect(await violates(anIdea(db, community.id, { ...columns(), ...more }))).toBe(constraint);
  });

  it('an author or a category of another community', async () => {
    const elsewhere = (await aCommunity(db)).id;
    const [author, category] = [await aMember(db, elsewhere), await aCategory(db, elsewhere)];
    expect(await violates(anIdea(db, community.id, { author_id: author.id }))).toBe('ideas_author_id_community_id_fkey');
    expect(await violates(anIdea(db, community.id, { category_id: category.id }))).toBe('ideas_category_id_community_id_fkey');
  });

  it('a move by staff without a response, and a DECLINED without a reason', async () => {
    const idea = await anIdea(db, community.id);
    const move = (mover: string, to: string) =>
      violates(db.query(`INSERT INTO idea_moves (id, idea_id, community_id, from_status, to_status, mover, moved_at) VALUES ($1, $2, $3, 'OPEN', $4, $5, now())`, [newId(), idea.id, community.id, to, mover]));
    expect(await move('STAFF', 'PLANNED')).toBe('idea_moves_staff_answers');
    expect(await move('SYSTEM', 'DECLINED')).toBe('idea_moves_declined_has_reason');
    expect(await move('SYSTEM', 'EXPIRED')).toBe('nothing');
  });
});
