import type { Tx } from '@fanfare/database';
import { IDEA_STATUSES, SqlParameters } from '@fanfare/ideas';
import { type Actor, newId, type Problem, VISITOR } from '@fanfare/kernel';
import { asSomebodyElse, aComment, aCommunity, aMember, anIdea, aRole, bootRooms, type Rooms, somebodyWaits } from '@fanfare/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { canReadComment } from './comment.policy.js';
import { visibleComments } from './comment.visibility.js';
import { CommentsModule } from './comments.module.js';
import { CommentsQueries } from './comments.queries.js';
import { CommentsService } from './comments.service.js';
import { HelpfulMarksService } from './helpful-marks.service.js';

type Member = Awaited<ReturnType<typeof aMember>>;
type Idea = Awaited<ReturnType<typeof anIdea>>;

let rooms: Rooms;
let comments: CommentsService;
let marks: HelpfulMarksService;
let community: { id: string };
let idea: Idea;
let ana: Member;
let ben: Member;
beforeAll(async () => {
  rooms = await bootRooms([CommentsModule]);
  comments = rooms.get(CommentsService);
  marks = rooms.get(HelpfulMarksService);
});
beforeEach(async () => {
  community = await aCommunity(rooms.database);
  [ana, ben] = [await aMember(rooms.database, community.id), await aMember(rooms.database, community.id)];
  idea = await anIdea(rooms.database, community.id);
});
afterAll(() => rooms?.close());

const as = (member: Member, more: Partial<Actor> = {}): Actor => ({ ...VISITOR, accountId: member.account_id, ...more });
const codeOf = (work: Promise<unknown>) => work.then(() => 'nothing', (problem: Problem) => problem.code ?? problem);
const say = (member: Member, body = 'Words.', more: object = {}) => comments.add(as(member), { idea: idea.id, body, ...more });
const tally = async (id = idea.id) => (await rooms.get(CommentsQueries).tallies([id])).get(id) ?? 0;
const recount = async (id = idea.id) =>
  (await rooms.database.query<{ n: number }>('SELECT count(*)::int AS n FROM comments WHERE idea_id = $1 AND deleted_at IS NULL', [id]))[0]!.n;
const eventsOf = async (id: string) =>
  (await rooms.database.query<{ type: string }>('SELECT type FROM events WHERE subject_id = $1 ORDER BY sequence', [id])).map((row) => row.type);

describe('a comment', () => {
  it('stands with its writer, idea and declared interest', async () => {
    const comment = await say(ana, ' Hello\r\nthere ', { interest: { kind: 'EMPLOYEE', note: 'I work there' } });
    expect(comment).toMatchObject({
      ideaId: idea.id, communityId: community.id, authorId: ana.id, parentId: null, replyToId: null, body: 'Hello\nthere',
      byStaff: false, interestKind: 'EMPLOYEE', interestNote: 'I work there', version: 1, editedAt: null, deletedAt: null, helpfulCount: 0,
    });
    expect(await eventsOf(comment.id)).toEqual(['comment.added']);
  });

  it('is marked as staff’s for good', async () => {
    await aRole(rooms.database, community.id, ana.account_id!, 'BRAND_MANAGER');
    const comment = await comments.add(as(ana, { grants: [{ communityId: community.id, role: 'BRAND_MANAGER' }] }), { idea: idea.id, body: 'We read this.' });
    expect(comment.byStaff).toBe(true);
    expect((await say(ana)).byStaff).toBe(false);
  });

  it('hangs on two levels and keeps whom it answers', async () => {
    const root = await say(ana);
    const reply = await say(ben, 'R', { parent: root.id });
    const deeper = await say(ana, 'D', { parent: reply.id });
    expect(reply).toMatchObject({ parentId: root.id, replyToId: root.id });
    expect(deeper).toMatchObject({ parentId: root.id, replyToId: reply.id });
  });

  it('cannot hang deeper or elsewhere even by SQL', async () => {
    const other = await anIdea(rooms.database, community.id);
    const root = await say(ana);
    const reply = await say(ben, 'R', { parent: root.id });
    await expect(aComment(rooms.database, idea, { parent_id: reply.id, reply_to_id: reply.id })).rejects.toThrow(/foreign key/);
    await expect(aComment(rooms.database, other, { parent_id: root.id, reply_to_id: root.id })).rejects.toThrow(/foreign key/);
    await expect(aComment(rooms.database, idea, { parent_id: (await say(ana)).id, reply_to_id: reply.id })).rejects.toThrow(/foreign key/);
    await expect(aComment(rooms.database, idea, { parent_id: root.id })).rejects.toThrow(/check constraint/);
    const foreign = await aMember(rooms.database, (await aCommunity(rooms.database)).id);
    await expect(aComment(rooms.database, idea, { author_id: foreign.id })).rejects.toThrow(/foreign key/);
  });

  it('is refused with the reason', async () => {
    const stranger = await aMember(rooms.database, (await aCommunity(rooms.database)).id);
    const elsewhere = await anIdea(rooms.database, community.id);
    const root = await say(ana);
    expect(await codeOf(comments.add(VISITOR, { idea: idea.id, body: 'x' }))).toBe('SIGN_IN_REQUIRED');
    expect(await codeOf(say(stranger))).toBe('NOT_A_MEMBER');
    expect(await codeOf(say(ana, ' \n '))).toBe('EMPTY_TEXT');
    expect(await codeOf(say(ana, 'x'.repeat(5_001)))).toBe('TOO_LONG');
    expect(await codeOf(say(ana, '𝕏'.repeat(5_000)))).toBe('nothing');
    for (const id of [newId(), 'nonsense']) {
      expect(await codeOf(comments.add(as(ana), { idea: id, body: 'x' }))).toBe('NOT_FOUND');
      expect(await codeOf(say(ana, 'x', { parent: id }))).toBe('NOT_FOUND');
    }
    expect(await codeOf(comments.add(as(ana), { idea: elsewhere.id, body: 'x', parent: root.id }))).toBe('NOT_FOUND');
  });

  it.each([
    ['PENDING', 'NOT_FOUND'],
    ['DRAFT', 'NOT_FOUND'],
    ['REMOVED', 'COMMENTS_CLOSED'],
    ['EXPIRED', 'nothing'],
    ['DELIVERED', 'nothing'],
  ])('on an idea in %s: %s', async (status, expected) => {
    idea = await anIdea(rooms.database, community.id, { status, author_id: ben.id, deadline: null });
    expect(await codeOf(say(ana))).toBe(expected);
    if (expected === 'NOT_FOUND') expect(await codeOf(say(ben))).toBe('COMMENTS_CLOSED');
  });

  it('on a duplicate goes on at its target', async () => {
    const duplicate = await anIdea(rooms.database, community.id, { status: 'MERGED', merged_into_id: idea.id, deadline: null });
    expect(await codeOf(comments.add(as(ana), { idea: duplicate.id, body: 'x' }))).toBe('COMMENTS_CLOSED');
  });

  it('sent again with its key is the same comment', async () => {
    const input = { idea: idea.id, body: 'Once', idempotencyKey: newId() };
    const made = await Promise.all(Array.from({ length: 6 }, () => comments.add(as(ana), input)));
    expect(new Set(made.map((comment) => comment.id)).size).toBe(1);
    expect(await tally()).toBe(1);
    expect(await codeOf(comments.add(as(ana), { ...input, body: 'Other' }))).toBe('IDEMPOTENCY_KEY_REUSED');
  });
});

describe('an edit', () => {
  it('keeps every wording', async () => {
    const { id } = await say(ana, 'One');
    await comments.edit(as(ana), id, 'Two');
    await comments.edit(as(ana), id, ' Two ');
    expect(await comments.edit(as(ana), id, 'Three')).toMatchObject({ body: 'Three', version: 3, editedAt: expect.any(Date) });
    const versions = (await rooms.get(CommentsQueries).versionsOf([id])).get(id)!;
    expect(versions.map(({ number, body }) => [number, body])).toEqual([[1, 'One'], [2, 'Two']]);
    expect(await eventsOf(id)).toEqual(['comment.added', 'comment.edited', 'comment.edited']);
  });

  it('by many at once loses no wording', async () => {
    const { id } = await say(ana, 'Start');
    await Promise.all(Array.from({ length: 8 }, (_, n) => comments.edit(as(ana), id, `Wording ${n}`)));
    const versions = (await rooms.get(CommentsQueries).versionsOf([id])).get(id)!;
    expect(versions.map((version) => version.number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  });

  it('after many others shows the latest wordings only', async () => {
    const { id } = await say(ana, 'Start');
    await rooms.database.query(
      `INSERT INTO comment_versions (comment_id, number, body, created_at) SELECT $1, n, 'Wording ' || n, now() FROM generate_series(1, 120) n`,
      [id],
    );
    const versions = (await rooms.get(CommentsQueries).versionsOf([id])).get(id)!;
    expect([versions.length, versions[0]!.number, versions.at(-1)!.number]).toEqual([50, 71, 120]);
  });

  it('is the writer’s alone', async () => {
    const { id } = await say(ana);
    expect(await codeOf(comments.edit(as(ben), id, 'Mine'))).toBe('NOT_ALLOWED');
    expect(await codeOf(comments.edit(VISITOR, id, 'Mine'))).toBe('SIGN_IN_REQUIRED');
    expect(await codeOf(comments.edit(as(ana), newId(), 'Mine'))).toBe('NOT_FOUND');
    expect(await codeOf(comments.edit(as(ana), id, ''))).toBe('EMPTY_TEXT');
  });
});

describe('a deletion', () => {
  it('leaves a tombstone that holds the thread, and no text anywhere', async () => {
    const secret = `secret-${newId()}`;
    const root = await say(ana, `${secret} one`, { interest: { kind: 'PAID', note: secret }, idempotencyKey: newId() });
    await comments.edit(as(ana), root.id, `${secret} two`);
    await marks.mark(as(ben), root.id);
    const reply = await say(ben, 'I answer', { parent: root.id });
    const tombstone = await comments.delete(as(ana), root.id);
    expect(tombstone).toMatchObject({ id: root.id, body: '', authorId: null, interestKind: null, helpfulCount: 0, deletedAt: expect.any(Date) });
    expect((await rooms.get(CommentsQueries).byIds([reply.id])).get(reply.id)).toMatchObject({ parentId: root.id, body: 'I answer' });
    for (const table of ['comments', 'comment_versions', 'events', 'idempotency_keys', 'deliveries']) {
      const found = await rooms.database.query(`SELECT 1 FROM ${table} t WHERE t::text LIKE $1`, [`%${secret}%`]);
      expect(found, table).toEqual([]);
    }
    expect(await tally()).toBe(1);
  });

  it('ends what can be done with it', async () => {
    const { id } = await say(ana);
    expect(await codeOf(comments.delete(as(ben), id))).toBe('NOT_ALLOWED');
    await comments.delete(as(ana), id);
    expect(await codeOf(comments.delete(as(ana), id))).toBe('COMMENT_DELETED');
    expect(await codeOf(comments.edit(as(ana), id, 'Back'))).toBe('COMMENT_DELETED');
    expect(await codeOf(marks.mark(as(ben), id))).toBe('COMMENT_DELETED');
    expect(await codeOf(say(ben, 'x', { parent: id }))).toBe('COMMENT_DELETED');
  });

  it('is possible where the discussion is closed', async () => {
    const { id } = await say(ana);
    await rooms.database.query(`UPDATE ideas SET status = 'REMOVED', deadline = NULL WHERE id = $1`, [idea.id]);
    expect(await codeOf(comments.edit(as(ana), id, 'x'))).toBe('COMMENTS_CLOSED');
    expect(await codeOf(comments.delete(as(ben), id))).toBe('NOT_FOUND');
    expect(await codeOf(comments.delete(as(ana), id))).toBe('nothing');
  });
});

describe('a helpful mark', () => {
  it('is one per member, can be taken back, and is counted exactly under races', async () => {
    const { id } = await say(ana);
    const crowd = await Promise.all(Array.from({ length: 6 }, () => aMember(rooms.database, community.id)));
    await Promise.all([...crowd, ...crowd].map((member) => marks.mark(as(member), id)));
    expect((await marks.mark(as(ben), id)).helpfulCount).toBe(7);
    await Promise.all([...crowd.slice(0, 3), ...crowd.slice(0, 3)].map((member) => marks.unmark(as(member), id)));
    expect((await marks.unmark(as(ben), id)).helpfulCount).toBe(3);
    const types = await eventsOf(id);
    expect(types.filter((type) => type === 'comment.markedHelpful')).toHaveLength(7);
    expect(types.filter((type) => type === 'comment.unmarkedHelpful')).toHaveLength(4);
    expect(await rooms.get(CommentsQueries).markedBy(crowd[5]!.account_id!, [id])).toEqual(new Map([[id, true]]));
  });

  it('is never on one’s own, nor by a stranger', async () => {
    const { id } = await say(ana);
    const stranger = await aMember(rooms.database, (await aCommunity(rooms.database)).id);
    expect(await codeOf(marks.mark(as(ana), id))).toBe('OWN_COMMENT');
    expect(await codeOf(marks.mark(as(stranger), id))).toBe('NOT_A_MEMBER');
    expect(await codeOf(marks.mark(VISITOR, id))).toBe('SIGN_IN_REQUIRED');
    expect(await codeOf(marks.mark(as(ben), newId()))).toBe('NOT_FOUND');
  });
});

describe('a mark and a deletion at once', () => {
  it('never leave a mark on a tombstone', async () => {
    const { id } = await say(ana);
    const { marking } = await rooms.transactor.run(async (tx) => {
      await tx.query(`UPDATE comments SET body = '', author_id = NULL, deleted_at = now() WHERE id = $1`, [id]);
      const outcome = asSomebodyElse(() => codeOf(marks.mark(as(ben), id)));
      await somebodyWaits(rooms.database);
      return { marking: outcome };
    });
    expect(await marking).toBe('COMMENT_DELETED');
  });
});

describe('the tally', () => {
  it('equals a recount after any change', async () => {
    const other = await anIdea(rooms.database, community.id);
    expect(await tally()).toBe(0);
    const made = await Promise.all(Array.from({ length: 10 }, (_, n) => say(n % 2 ? ana : ben)));
    await Promise.all(made.filter((comment) => comment.authorId === ana.id).map((comment) => comments.delete(as(ana), comment.id)));
    expect([await tally(), await recount()]).toEqual([5, 5]);
    await rooms.database.query('UPDATE comments SET idea_id = $2 WHERE id = $1', [made.find((comment) => comment.authorId === ben.id)!.id, other.id]);
    // the other idea had no tally yet
    expect([await tally(), await recount(), await tally(other.id), await recount(other.id)]).toEqual([4, 4, 1, 1]);
    await rooms.database.query('DELETE FROM comments WHERE idea_id = ANY ($1)', [[idea.id, other.id]]);
    expect([await tally(), await tally(other.id)]).toEqual([0, 0]);
  });

  it('rests on its trigger: without it a comment goes uncounted', async () => {
    const uncounted = async (tx: Tx) => {
      await tx.query('ALTER TABLE comments DISABLE TRIGGER comments_counted_when_added');
      await tx.query(`INSERT INTO comments (id, idea_id, community_id, body) VALUES ($1, $2, $3, 'B')`, [newId(), idea.id, community.id]);
      const [row] = await tx.query('SELECT count(*)::int AS n FROM comment_tallies WHERE idea_id = $1', [idea.id]);
      throw new Error(`${row.n} counted`);
    };
    await expect(rooms.transactor.run(uncounted)).rejects.toThrow('0 counted');
  });

  it('counts a whole import in one statement', async () => {
    const ideas = [idea.id, (await anIdea(rooms.database, community.id)).id];
    await rooms.database.query(
      `INSERT INTO comments (id, idea_id, community_id, body, source_key) SELECT gen_random_uuid(), i, $2, 'B', i::text || n
       FROM unnest($1::uuid[]) i, generate_series(1, 50) n`,
      [ideas, community.id],
    );
    expect(await Promise.all(ideas.map(tally))).toEqual([50, 50]);
  });
});

describe('who may read', () => {
  it('is answered alike by policy and SQL', async () => {
    const moderator = await aMember(rooms.database, community.id);
    const rows: { id: string; policyComment: { authorAccountId: string | null }; policyIdea: Parameters<typeof canReadComment>[2] }[] = [];
    const pairs = IDEA_STATUSES.flatMap((status) => [ana, moderator].map((poster) => ({ status, poster })));
    for (const { status, poster } of pairs) {
      const merged = status === 'MERGED' ? { merged_into_id: idea.id } : {};
      const about = await anIdea(rooms.database, community.id, { status, author_id: poster.id, deadline: null, ...merged });
      for (const author of [ana, ben, null]) {
        const { id } = await aComment(rooms.database, about, { author_id: author?.id ?? null });
        const policyIdea = { communityId: community.id, status, authorAccountId: poster.account_id };
        rows.push({ id, policyComment: { authorAccountId: author?.account_id ?? null }, policyIdea });
      }
    }
    const elsewhere = newId();
    const actors = [VISITOR, as(ana), as(ben), as(moderator), as(moderator, { grants: [{ communityId: community.id, role: 'MODERATOR' }] }),
      as(moderator, { grants: [{ communityId: elsewhere, role: 'MODERATOR' }] }), as(moderator, { grants: [{ communityId: community.id, role: 'OWNER' }] })];
    for (const actor of actors) {
      const parameters = new SqlParameters();
      const found = await rooms.database.query<{ id: string }>(
        `SELECT c.id FROM comments c JOIN ideas i ON i.id = c.idea_id LEFT JOIN members w ON w.id = c.author_id
         LEFT JOIN members a ON a.id = i.author_id WHERE c.community_id = ${parameters.add(community.id)} AND ${visibleComments(actor, parameters)}`,
        parameters.values,
      );
      const expected = rows.filter((row) => canReadComment(actor, row.policyComment, row.policyIdea)).map((row) => row.id);
      expect(found.map((row) => row.id).sort(), JSON.stringify(actor)).toEqual(expected.sort());
      expect(expected.length).toBeGreaterThan(0);
      expect(expected.length).toBeLessThan(rows.length);
    }
  });
});
