import { RolesService } from '@fanfare/access';
import { DEFAULT_LEVEL_RIGHTS, LevelRightsTable } from '@fanfare/communities';
import type { Database, Tx } from '@fanfare/database';
import { BURST, IdeasAccess, type IdeaStatus } from '@fanfare/ideas';
import { type Actor, newId, VISITOR } from '@fanfare/kernel';
import { aCommunity, aMember, anIdea, aRole, bootRooms, type Rooms, somebodyWaits } from '@fanfare/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { VotesModule } from './votes.module.js';
import { VotesQueries } from './votes.queries.js';
import { VotesService } from './votes.service.js';

let rooms: Rooms;
let db: Database;
let votes: VotesService;
let community: { id: string };
let idea: { id: string; community_id: string };

beforeAll(async () => {
  rooms = await bootRooms([VotesModule]);
  db = rooms.database;
  votes = rooms.get(VotesService);
  community = await aCommunity(db);
});
afterAll(() => rooms.close());

beforeEach(async () => {
  idea = await anIdea(db, community.id);
});

const actorOf = (member: { account_id: unknown }): Actor => ({ ...VISITOR, accountId: member.account_id as string });
const aVoter = async (columns: Parameters<typeof aMember>[2] = {}) => actorOf(await aMember(db, community.id, columns));

async function support(ideaId = idea.id) {
  const { raw = 0, verified = 0, quarantined = 0 } = (await rooms.get(VotesQueries).supportOf([ideaId])).get(ideaId) ?? {};
  return { raw, verified, quarantined };
}

async function eventsOf(subjectId: string) {
  const rows = await db.query<{ type: string }>('SELECT type FROM events WHERE subject_id = $1 ORDER BY sequence', [subjectId]);
  return rows.map(({ type }) => type);
}

async function rankOf(ideaId: string) {
  const [row] = await db.query<{ raw: number; verified: number }>('SELECT raw, verified FROM idea_ranks WHERE idea_id = $1', [ideaId]);
  return row!;
}

describe('casting', () => {
  it('counts at once, in the orders too when nobody else votes', async () => {
    await votes.cast(await aVoter(), idea.id);
    expect(await support()).toEqual({ raw: 1, verified: 1, quarantined: 0 });
    expect(await rankOf(idea.id)).toEqual({ raw: 1, verified: 1 });
  });

  it('twice is the same vote, one row and one event', async () => {
    const fan = await aVoter();
    await votes.cast(fan, idea.id);
    await votes.cast(fan, idea.id);
    await Promise.all([votes.cast(fan, idea.id), votes.cast(fan, idea.id)]);
    expect(await support()).toEqual({ raw: 1, verified: 1, quarantined: 0 });
    expect(await eventsOf(idea.id)).toEqual(['vote.cast']);
  });

  it('at the same moment from many hands is one vote', async () => {
    const fan = await aVoter();
    await Promise.all(Array.from({ length: 10 }, () => votes.cast(fan, idea.id)));
    expect(await support()).toMatchObject({ raw: 1 });
    expect(await eventsOf(idea.id)).toEqual(['vote.cast']);
  });

  it('by an anonymous account or by staff is shown, never verified', async () => {
    await votes.cast(await aVoter({ identity_level: 'ANONYMOUS' }), idea.id);
    const staff = await aMember(db, community.id);
    await aRole(db, community.id, staff.account_id!, 'BRAND_MANAGER');
    await votes.cast(actorOf(staff), idea.id);
    expect(await support()).toEqual({ raw: 2, verified: 0, quarantined: 0 });
  });

  it('by staff of another community is an ordinary vote', async () => {
    const elsewhere = await aCommunity(db);
    const fan = await aMember(db, community.id);
    await aRole(db, elsewhere.id, fan.account_id!, 'OWNER');
    await votes.cast(actorOf(fan), idea.id);
    expect(await support()).toMatchObject({ verified: 1 });
  });

  it('counts an author’s own vote', async () => {
    const author = await aMember(db, community.id);
    const own = await anIdea(db, community.id, { author_id: author.id });
    await votes.cast(actorOf(author), own.id);
    expect(await support(own.id)).toEqual({ raw: 1, verified: 1, quarantined: 0 });
  });

  it('with a key of its own is not repeated after it was withdrawn', async () => {
    const fan = await aVoter();
    await votes.cast(fan, idea.id, 'first try');
    await votes.withdraw(fan, idea.id);
    await votes.cast(fan, idea.id, 'first try');
    expect(await support()).toMatchObject({ raw: 0 });
    const other = await anIdea(db, community.id);
    await expect(votes.cast(fan, other.id, 'first try')).rejects.toMatchObject({ code: 'IDEMPOTENCY_KEY_REUSED' });
  });
});

describe('withdrawing', () => {
  it('takes the vote back; twice is fine, and so is what was never cast', async () => {
    const fan = await aVoter();
    await votes.withdraw(fan, idea.id);
    await votes.cast(fan, idea.id);
    await votes.withdraw(fan, idea.id);
    await votes.withdraw(fan, idea.id);
    expect(await support()).toEqual({ raw: 0, verified: 0, quarantined: 0 });
    expect(await rankOf(idea.id)).toEqual({ raw: 0, verified: 0 });
    expect(await eventsOf(idea.id)).toEqual(['vote.cast', 'vote.withdrawn']);
  });
});

describe('who may vote on what', () => {
  it.each<[IdeaStatus, string | null]>([
    ['OPEN', null],
    ['UNDER_REVIEW', null],
    ['PLANNED', 'VOTING_CLOSED'],
    ['IN_PROGRESS', 'VOTING_CLOSED'],
    ['DELIVERED', 'VOTING_CLOSED'],
    ['DECLINED', 'VOTING_CLOSED'],
    ['EXPIRED', 'VOTING_CLOSED'],
    ['REMOVED', 'VOTING_CLOSED'],
    ['PENDING', 'NOT_FOUND'],
    ['DRAFT', 'NOT_FOUND'],
  ])('%s: %s', async (status, code) => {
    const author = await aMember(db, community.id);
    const found = await anIdea(db, community.id, { status, author_id: author.id, deadline: null });
    const fan = await aVoter();
    for (const act of [() => votes.cast(fan, found.id), () => votes.withdraw(fan, found.id)]) {
      if (code) await expect(act()).rejects.toMatchObject({ code });
      else await act();
    }
  });

  it('asks for an account, a membership and an idea', async () => {
    await expect(votes.cast(VISITOR, idea.id)).rejects.toMatchObject({ code: 'SIGN_IN_REQUIRED' });
    const elsewhere = await aCommunity(db);
    const stranger = actorOf(await aMember(db, elsewhere.id));
    await expect(votes.cast(stranger, idea.id)).rejects.toMatchObject({ code: 'NOT_A_MEMBER' });
    await expect(votes.cast(stranger, newId())).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(votes.cast(stranger, 'no id')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await support()).toMatchObject({ raw: 0 });
  });

  it('a vote that was cast in time stays cast when its retry comes late', async () => {
    const fan = await aVoter();
    await votes.cast(fan, idea.id);
    await db.query(`UPDATE ideas SET status = 'PLANNED', deadline = NULL WHERE id = $1`, [idea.id]);
    await votes.cast(fan, idea.id);
    await expect(votes.withdraw(fan, idea.id)).rejects.toMatchObject({ code: 'VOTING_CLOSED' });
    expect(await support()).toMatchObject({ raw: 1 });
  });
});

describe('votes of a day', () => {
  const DAILY = 2;
  const refused = (problem: { code: string }) => problem.code;

  async function aRestrictedCommunity() {
    const { id } = await aCommunity(db);
    const rights = DEFAULT_LEVEL_RIGHTS.map((right) => ({ ...right, votesPerDay: DAILY }));
    await rooms.transactor.run((tx) => rooms.get(LevelRightsTable).write(tx, id, rights));
    return id;
  }

  it('are no more for who casts them all at once', async () => {
    const restricted = await aRestrictedCommunity();
    const fan = actorOf(await aMember(db, restricted));
    const ideas = await Promise.all(Array.from({ length: 5 }, () => anIdea(db, restricted)));
    let casts: Promise<unknown[]> = Promise.resolve([]);
    await rooms.transactor.run(async (tx) => {
      await tx.query('LOCK TABLE votes IN SHARE MODE'); // which can be read: as far as anybody sees, none is cast
      casts = Promise.all(ideas.map(({ id }) => votes.cast(fan, id).then(() => 'cast', refused)));
      await somebodyWaits(db, ideas.length);
    });
    expect((await casts).sort()).toEqual(['VOTES_OF_DAY_USED', 'VOTES_OF_DAY_USED', 'VOTES_OF_DAY_USED', 'cast', 'cast']);
    const [{ cast }] = (await db.query<{ cast: number }>('SELECT count(*)::int AS cast FROM votes WHERE community_id = $1', [restricted])) as [{ cast: number }];
    expect(cast).toBe(DAILY);
  });
});

describe('moving while people vote', () => {
  const close = (tx: Tx) => tx.query(`UPDATE ideas SET status = 'PLANNED', deadline = NULL WHERE id = $1`, [idea.id]);

  async function somebodyAtTheGate(): Promise<void> {
    const sql = `SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND NOT granted AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`;
    const deadline = Date.now() + 10_000;
    while ((await db.query(sql)).length === 0) if (Date.now() > deadline) throw new Error('Nobody waits');
  }

  it('a vote waits for a move on its way, and finds the door shut', async () => {
    const fan = await aVoter();
    let vote: Promise<unknown> = Promise.resolve();
    await rooms.transactor.run(async (tx) => {
      await rooms.get(IdeasAccess).lockForMove(tx, VISITOR, idea.id);
      await close(tx);
      vote = votes.cast(fan, idea.id).then(() => 'cast', (problem: { code: string }) => problem.code);
      await somebodyAtTheGate();
    });
    expect(await vote).toBe('VOTING_CLOSED');
    expect(await support()).toMatchObject({ raw: 0 });
  });

  it('a move waits for a vote on its way, and finds it counted', async () => {
    const fan = await aMember(db, community.id);
    let counted: Promise<number> = Promise.resolve(0);
    await rooms.transactor.run(async (tx) => {
      await rooms.get(IdeasAccess).lockForVote(tx, actorOf(fan), idea.id);
      counted = rooms.transactor.run(async (mover) => {
        await rooms.get(IdeasAccess).lockForMove(mover, VISITOR, idea.id);
        await close(mover);
        return (await rooms.get(VotesQueries).supportOf([idea.id], mover)).get(idea.id)?.raw ?? 0;
      });
      await somebodyAtTheGate();
      await tx.query(
        `INSERT INTO votes (idea_id, member_id, community_id, standing, cast_at, idea_version) VALUES ($1, $2, $3, 'VERIFIED', now(), 1)`,
        [idea.id, fan.id, community.id],
      );
    });
    expect(await counted).toBe(1);
  });

  it('(control) without the gate a vote slips past the move', async () => {
    const fan = await aVoter();
    await rooms.transactor.run(async (tx) => {
      await close(tx);
      await votes.cast(fan, idea.id);
    });
    expect(await support()).toMatchObject({ raw: 1 });
  });
});

describe('a storm on one idea', () => {
  const pasts = async () => (await db.query<{ n: number }>('SELECT count(*)::int AS n FROM idea_past_ranks WHERE idea_id = $1', [idea.id]))[0]!.n;

  it('leaves a bounded past, support exact meanwhile, and the orders right when its events are delivered', async () => {
    for (let n = 0; n < BURST; n += 1) await votes.cast(await aVoter(), idea.id);
    expect([await pasts(), (await rankOf(idea.id)).raw]).toEqual([BURST, BURST]);
    // As if all of them came just now, however slow this machine is.
    await db.query(`UPDATE idea_past_ranks SET ended_at = clock_timestamp() + interval '1 minute' WHERE idea_id = $1`, [idea.id]);
    for (let n = 0; n < 10; n += 1) await votes.cast(await aVoter(), idea.id);
    expect([await pasts(), (await rankOf(idea.id)).raw]).toEqual([BURST, BURST]);
    expect(await support()).toMatchObject({ raw: BURST + 10 });
    await rooms.dispatcher.drain();
    expect([await pasts(), (await rankOf(idea.id)).raw]).toEqual([BURST + 1, BURST + 10]);
  });

  it('ends, and the next vote is placed at once', async () => {
    for (let n = 0; n < BURST; n += 1) await votes.cast(await aVoter(), idea.id);
    await db.query(`UPDATE idea_past_ranks SET ended_at = ended_at - interval '2 seconds' WHERE idea_id = $1`, [idea.id]);
    await votes.cast(await aVoter(), idea.id);
    expect((await rankOf(idea.id)).raw).toBe(BURST + 1);
  });
});

describe('roles', () => {
  it('a fan who joins the staff keeps their votes, unverified, until they leave it', async () => {
    const fan = await aMember(db, community.id);
    const owner = await aMember(db, community.id);
    await votes.cast(actorOf(fan), idea.id);
    const change = { communityId: community.id, accountId: fan.account_id!, role: 'MODERATOR' } as const;
    await rooms.transactor.run((tx) => rooms.get(RolesService).grant(tx, { ...change, by: owner.account_id }));
    await rooms.dispatcher.drain();
    expect(await support()).toEqual({ raw: 1, verified: 0, quarantined: 0 });
    expect(await rankOf(idea.id)).toEqual({ raw: 1, verified: 0 });
    await rooms.transactor.run((tx) => rooms.get(RolesService).revoke(tx, { ...change, by: owner.account_id }));
    await rooms.dispatcher.drain();
    expect(await support()).toEqual({ raw: 1, verified: 1, quarantined: 0 });
    expect(await eventsOf(fan.id)).toEqual(['votes.restood', 'votes.restood']);
  });
});
