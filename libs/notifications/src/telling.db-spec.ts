import { CommentsService } from '@fanfare/comments';
import { IdeaMoves, IdeasAccess, IdeasService } from '@fanfare/ideas';
import { type Actor, MINUTE, newId, type Problem, VISITOR } from '@fanfare/kernel';
import { aCategory, aComment, aCommunity, aMember, anIdea, aRole, aVote, bootRooms, type Rooms } from '@fanfare/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { FollowsService } from './follows.service.js';
import { NotificationsModule } from './notifications.module.js';
import { NotificationsService } from './notifications.service.js';
import { PreferencesService } from './preferences.service.js';
import { LARGEST_BATCH } from './tell.service.js';

type Member = Awaited<ReturnType<typeof aMember>>;
type Idea = Awaited<ReturnType<typeof anIdea>>;

let rooms: Rooms;
let community: { id: string; slug: string };
let idea: Idea;
let [author, ben, cleo, staff]: Member[] = [];
beforeAll(async () => {
  rooms = await bootRooms([NotificationsModule]);
});
beforeEach(async () => {
  await rooms.dispatcher.drain();
  rooms.clock.advance(MINUTE);
  community = await aCommunity(rooms.database);
  [author, ben, cleo, staff] = await Promise.all([1, 2, 3, 4].map(() => aMember(rooms.database, community.id)));
  await aRole(rooms.database, community.id, staff!.account_id!, 'BRAND_MANAGER');
  idea = await anIdea(rooms.database, community.id, { author_id: author!.id });
});
afterAll(() => rooms?.close());

const as = (member: Member): Actor => ({ ...VISITOR, accountId: member.account_id });
const codeOf = (work: Promise<unknown>) => work.then(() => 'nothing', (problem: Problem) => problem.code ?? problem);
const before = () => new Date(rooms.clock.now().getTime() - MINUTE);
const back = (member: Member, on = idea, more: object = {}) => aVote(rooms.database, on as never, member.id, { cast_at: before(), ...more });
const follow = (member: Member, subject: string) => rooms.get(FollowsService).follow(as(member), subject);

interface Told {
  readonly kind: string;
  readonly reason: string;
  readonly who: string;
  readonly amount: number;
}

/** What everybody of the community was told, in the order of the words. */
async function told(): Promise<string[]> {
  await rooms.dispatcher.drain();
  const rows = await rooms.database.query<Told>(
    `SELECT kind, reason, recipient_id AS who, amount FROM notifications WHERE community_id = $1 ORDER BY kind, reason`, [community.id]);
  const names = new Map([[author!.id, 'author'], [ben!.id, 'ben'], [cleo!.id, 'cleo'], [staff!.id, 'staff']]);
  return rows.map(({ kind, reason, who, amount }) => `${names.get(who) ?? 'somebody'}: ${kind} ${reason}${amount > 1 ? ` ×${amount}` : ''}`).sort();
}

/** Staff answer the idea with a move. */
async function answer(to: 'UNDER_REVIEW' | 'PLANNED' | 'DECLINED' = 'UNDER_REVIEW', on = idea.id): Promise<void> {
  const [response, now] = [newId(), rooms.clock.now()];
  await rooms.transactor.run(async (tx) => {
    const locked = await rooms.get(IdeasAccess).lockForMove(tx, as(staff!), on);
    await tx.query(
      `INSERT INTO official_responses (id, idea_id, community_id, author_id, status, body, created_at) VALUES ($1, $2, $3, $4, $5, 'Because.', $6)`,
      [response, on, community.id, staff!.id, to, now]);
    await rooms.get(IdeaMoves).move(tx, as(staff!), locked, { to, mover: 'STAFF', memberId: staff!.id, responseId: response });
  });
}

describe('an answer', () => {
  it('reaches whoever posted, backed, discussed or follows, once each, for the best reason; not who gave it', async () => {
    for (const member of [author!, ben!, staff!]) await back(member);
    await aComment(rooms.database, idea, { author_id: ben!.id, created_at: before() });
    await aComment(rooms.database, idea, { author_id: cleo!.id, created_at: before() });
    for (const member of [author!, ben!, cleo!, staff!]) await follow(member, idea.id);
    await follow(cleo!, community.id);
    await answer();
    expect(await told()).toEqual(['author: ANSWERED AUTHOR', 'ben: ANSWERED BACKED', 'cleo: ANSWERED COMMENTED']);
  });

  it('reaches who backed or posted a duplicate of it', async () => {
    const duplicate = await anIdea(rooms.database, community.id, { author_id: cleo!.id, status: 'MERGED', merged_into_id: idea.id });
    await back(ben!, duplicate);
    await answer();
    expect(await told()).toEqual(['author: ANSWERED AUTHOR', 'ben: ANSWERED BACKED', 'cleo: ANSWERED AUTHOR']);
  });

  it('reaches who follows the changelog', async () => {
    await follow(ben!, community.id);
    await answer('PLANNED');
    expect(await told()).toEqual(['author: ANSWERED AUTHOR', 'ben: ANSWERED FOLLOWED_COMMUNITY']);
  });

  it('does not reach who came after it, other communities, or people without an account', async () => {
    await back(ben!, idea, { cast_at: new Date(rooms.clock.now().getTime() + MINUTE) });
    const imported = await aMember(rooms.database, community.id, { account_id: null });
    await back(imported);
    await answer();
    expect(await told()).toEqual(['author: ANSWERED AUTHOR']);
  });

  it('is told of twice when there are two', async () => {
    await answer('UNDER_REVIEW');
    await answer('PLANNED');
    expect(await told()).toEqual(['author: ANSWERED AUTHOR', 'author: ANSWERED AUTHOR']);
  });

  it('of an idea that was hidden in the meantime is told to nobody', async () => {
    await answer();
    await rooms.database.query(`UPDATE ideas SET status = 'REMOVED', deadline = NULL WHERE id = $1`, [idea.id]);
    expect(await told()).toEqual([]);
  });
});

describe('a crowd', () => {
  it('is told in batches, each person once', async () => {
    const size = LARGEST_BATCH * 2 + 100;
    await rooms.database.query(
      `WITH people AS (
         INSERT INTO accounts (id, email, email_confirmed_at, display_name, identity_level)
         SELECT gen_random_uuid(), 'crowd-' || n || '@example.org', now(), 'Fan ' || n, 'CONFIRMED' FROM generate_series(1, $1::int) n RETURNING id
       ), joined AS (
         INSERT INTO members (id, community_id, account_id, handle, display_name, identity_level)
         SELECT gen_random_uuid(), $2, id, 'f' || substr(md5(id::text), 1, 20), 'Fan', 'CONFIRMED' FROM people RETURNING id
       )
       INSERT INTO votes (idea_id, member_id, community_id, standing, cast_at, idea_version) SELECT $3, id, $2, 'VERIFIED', $4, 1 FROM joined`,
      [size, community.id, idea.id, before()]);
    await answer();
    await rooms.dispatcher.drain();
    const [row] = await rooms.database.query<object>(
      `SELECT count(*)::int AS rows, count(DISTINCT recipient_id)::int AS people, count(DISTINCT mail_due_at)::int AS dues FROM notifications WHERE community_id = $1 AND kind = 'ANSWERED'`, [community.id]);
    expect(row).toEqual({ rows: size + 1, people: size + 1, dues: 1 });
    const [{ batches }] = await rooms.database.query<{ batches: number }>(
      `SELECT count(*)::int AS batches FROM events WHERE type = 'notifications.tellingMore' AND community_id = $1 AND payload -> 'matter' ->> 'kind' = 'ANSWERED'`, [community.id]) as [{ batches: number }];
    expect(batches).toBe(2);
  });
});

describe('a comment', () => {
  const say = (member: Member, body = 'Words.', parent: string | null = null) => rooms.get(CommentsService).add(as(member), { idea: idea.id, body, parent });

  it('is told to whom it answers, else whom it mentions, else who posted or follows the idea', async () => {
    const root = await say(ben!);
    await say(cleo!, `I agree, @${author!.handle} and @${staff!.handle} and @${cleo!.handle}!`, root.id);
    expect(await told()).toEqual([
      'author: COMMENTED AUTHOR', 'author: MENTIONED YOU', 'ben: REPLIED YOU', 'staff: MENTIONED YOU',
    ]);
  });

  it('adds to those nobody read yet', async () => {
    await follow(cleo!, idea.id);
    for (const body of ['One.', 'Two.', 'Three.']) await say(ben!, body);
    expect(await told()).toEqual(['author: COMMENTED AUTHOR ×3', 'cleo: COMMENTED FOLLOWED_IDEA ×3']);
    await rooms.get(NotificationsService).markRead(as(author!), { community: community.slug, upTo: rooms.clock.now() });
    rooms.clock.advance(MINUTE);
    await say(ben!, 'Four.');
    expect(await told()).toEqual(['author: COMMENTED AUTHOR', 'author: COMMENTED AUTHOR ×3', 'cleo: COMMENTED FOLLOWED_IDEA ×4']);
  });

  it('that mentions somebody only after an edit is told to them then, and once', async () => {
    const { id } = await say(ben!, 'Words.');
    await rooms.get(CommentsService).edit(as(ben!), id, `Words, @${cleo!.handle}.`);
    await rooms.get(CommentsService).edit(as(ben!), id, `Words, dear @${cleo!.handle}.`);
    expect(await told()).toEqual(['author: COMMENTED AUTHOR', 'cleo: MENTIONED YOU']);
  });

  it('that is deleted before anybody heard is told to nobody', async () => {
    const { id } = await say(ben!);
    await rooms.get(CommentsService).delete(as(ben!), id);
    expect(await told()).toEqual([]);
  });
});

describe('an idea', () => {
  it('is told to followers of its author and of its category, once, and to whom it mentions', async () => {
    const category = await aCategory(rooms.database, community.id);
    await follow(ben!, author!.id);
    await follow(ben!, category.id);
    await follow(cleo!, category.id);
    await rooms.get(IdeasService).submit(as(author!), {
      community: community.slug, title: 'A tower of bricks', body: `As tall as @${staff!.handle} says it could be.`, category: category.id,
    });
    expect(await told()).toEqual([
      'author: FOLLOWED YOU', 'ben: POSTED FOLLOWED_MEMBER', 'cleo: POSTED FOLLOWED_CATEGORY', 'staff: MENTIONED YOU',
    ]);
  });

  it('that was reworded is told to those who backed the earlier words, once until they look', async () => {
    await back(ben!);
    await back(cleo!, idea, { idea_version: 9 });
    for (const body of ['Another body, long enough for an idea.', 'A third body, long enough for an idea.']) {
      await rooms.get(IdeasService).edit(as(author!), { idea: idea.id, body });
    }
    expect(await told()).toEqual(['ben: EDITED BACKED']);
  });

  it('that ran out of time, or was merged, is told to who cared', async () => {
    await back(ben!);
    const target = await anIdea(rooms.database, community.id, { author_id: cleo!.id });
    const move = (to: 'EXPIRED' | 'MERGED', mover: 'SYSTEM' | 'STAFF', more: object = {}) => rooms.transactor.run(async (tx) => {
      const locked = await rooms.get(IdeasAccess).lockForMove(tx, VISITOR, idea.id);
      await rooms.get(IdeaMoves).move(tx, VISITOR, locked, { to, mover, memberId: null, ...more });
    });
    await move('EXPIRED', 'SYSTEM');
    await move('MERGED', 'STAFF', { mergedIntoId: target.id });
    expect(await told()).toEqual(['author: EXPIRED AUTHOR', 'author: MERGED AUTHOR', 'ben: EXPIRED BACKED', 'ben: MERGED BACKED']);
  });
});

describe('following', () => {
  it('is for members, of what they may know, and never oneself', async () => {
    const draft = await anIdea(rooms.database, community.id, { author_id: author!.id, status: 'DRAFT', deadline: null });
    const stranger = await aMember(rooms.database, (await aCommunity(rooms.database)).id);
    expect(await codeOf(follow(ben!, draft.id))).toBe('NOT_FOUND');
    expect(await codeOf(follow(ben!, newId()))).toBe('NOT_FOUND');
    expect(await codeOf(follow(stranger, idea.id))).toBe('NOT_A_MEMBER');
    expect(await codeOf(follow(ben!, ben!.id))).toBe('FOLLOWING_ONESELF');
  });

  it('is told to the member once, however often it begins', async () => {
    await follow(ben!, cleo!.id);
    await follow(ben!, cleo!.id);
    await rooms.get(FollowsService).unfollow(as(ben!), cleo!.id);
    await follow(ben!, cleo!.id);
    expect(await told()).toEqual(['cleo: FOLLOWED YOU']);
  });

  it('can be left also when one may no longer know of the idea', async () => {
    await follow(ben!, idea.id);
    await rooms.database.query(`UPDATE ideas SET status = 'PENDING', deadline = NULL WHERE id = $1`, [idea.id]);
    await rooms.get(FollowsService).unfollow(as(ben!), idea.id);
    expect(await rooms.database.query('SELECT 1 FROM follows WHERE follower_id = $1', [ben!.id])).toEqual([]);
  });
});

describe('preferences', () => {
  it('keep a kind out of the inbox, and all of it when mail is off too', async () => {
    const set = (member: Member, change: object) => rooms.get(PreferencesService).set(as(member), { community: community.slug, ...change });
    await set(author!, { kind: 'ANSWERED', inApp: false });
    await set(ben!, { kind: 'ANSWERED', inApp: false, mail: 'OFF' });
    await back(ben!);
    await answer();
    expect(await told()).toEqual(['author: ANSWERED AUTHOR']);
    const rows = await rooms.database.query(
      'SELECT in_app AS "inApp", mail_due_at IS NOT NULL AS mailed FROM notifications WHERE community_id = $1', [community.id]);
    expect(rows).toEqual([{ inApp: false, mailed: true }]);
  });
});

it('events of ours carry no words of anybody', async () => {
  const rows = await rooms.database.query<{ payload: object }>(`SELECT payload FROM events WHERE type LIKE 'notifications.%' OR type LIKE 'follow.%'`);
  expect(rows.length).toBeGreaterThan(0);
  expect(JSON.stringify(rows)).not.toMatch(/[a-z]@|Words|tower/i);
});
