import type { Database } from '@fanfare/database';
import { type Rooms, aCommunity, aMember, anIdea, aVote, bootRooms } from '@fanfare/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

interface Tally {
  shard: number;
  raw: number;
  verified: number;
  quarantined: number;
  heat: number | null;
}

let rooms: Rooms;
let db: Database;
let community: { id: string };

beforeAll(async () => {
  rooms = await bootRooms([]);
  db = rooms.database;
  community = await aCommunity(db);
});
afterAll(() => rooms.close());

const talliesOf = (ideaId: string) => db.query<Tally>('SELECT * FROM vote_tallies WHERE idea_id = $1 ORDER BY shard', [ideaId]);

async function supportOf(ideaId: string) {
  const tallies = await talliesOf(ideaId);
  const sum = (kind: 'raw' | 'verified' | 'quarantined') => tallies.reduce((total, tally) => total + tally[kind], 0);
  const weights = tallies.filter((tally) => tally.heat !== null).map((tally) => 2 ** tally.heat!);
  const heat = weights.length > 0 ? Math.log2(weights.reduce((a, b) => a + b)) : null;
  return { raw: sum('raw'), verified: sum('verified'), quarantined: sum('quarantined'), heat };
}

/** Days since 2020, in units of three: what one vote's heat is. */
const heatAt = (at: Date) => (at.getTime() / 1000 - 1_577_836_800) / 259_200;

describe('tallies follow the vote rows', () => {
  it('counts standings apart', async () => {
    const idea = await anIdea(db, community.id);
    const at = new Date('2026-02-01T00:00:00Z');
    for (const standing of ['VERIFIED', 'VERIFIED', 'UNVERIFIED', 'QUARANTINED']) {
      await aVote(db, idea, (await aMember(db, community.id)).id, { standing, cast_at: at });
    }
    const { heat, ...counts } = await supportOf(idea.id);
    expect(counts).toEqual({ raw: 4, verified: 2, quarantined: 1 });
    expect(heat).toBeCloseTo(heatAt(at) + 1, 9);
  });

  it('counts many votes of one statement, in as many parts as their members fall into', async () => {
    const idea = await anIdea(db, community.id);
    const members = await Promise.all(Array.from({ length: 60 }, () => aMember(db, community.id)));
    await db.query(
      `INSERT INTO votes (idea_id, member_id, community_id, standing, cast_at, idea_version)
       SELECT $1, unnest($2::uuid[]), $3, 'VERIFIED', now(), 1`,
      [idea.id, members.map(({ id }) => id), community.id],
    );
    const tallies = await talliesOf(idea.id);
    expect(tallies.reduce((total, { raw }) => total + raw, 0)).toBe(60);
    expect(tallies.map(({ shard }) => shard)).toEqual([...new Set(members.map(({ id }) => Number(`0x${id.at(-1)}`)))].sort((a, b) => a - b));
  });

  it('gives a later vote more heat, and forgets what was withdrawn without a trace', async () => {
    const idea = await anIdea(db, community.id);
    const early = { member: (await aMember(db, community.id)).id, at: new Date('2020-05-01T00:00:00Z') };
    const late = { member: (await aMember(db, community.id)).id, at: new Date('2026-05-01T00:00:00Z') };
    // The same part of the tally, so that 2^7 is taken from 2^730 there.
    const twin = `${late.member.slice(0, -1)}${early.member.at(-1)}`;
    await db.query('UPDATE members SET id = $2 WHERE id = $1', [late.member, twin]);
    await aVote(db, idea, early.member, { cast_at: early.at });
    await aVote(db, idea, twin, { cast_at: late.at });
    expect((await supportOf(idea.id)).heat).toBeCloseTo(heatAt(late.at), 9);
    await db.query('DELETE FROM votes WHERE idea_id = $1 AND member_id = $2', [idea.id, twin]);
    expect(await supportOf(idea.id)).toEqual({ raw: 1, verified: 1, quarantined: 0, heat: heatAt(early.at) });
    await db.query('DELETE FROM votes WHERE idea_id = $1', [idea.id]);
    expect(await supportOf(idea.id)).toEqual({ raw: 0, verified: 0, quarantined: 0, heat: null });
  });

  it('moves votes between standings', async () => {
    const idea = await anIdea(db, community.id);
    const members = await Promise.all(Array.from({ length: 20 }, () => aMember(db, community.id)));
    for (const { id } of members) await aVote(db, idea, id, { standing: 'UNVERIFIED' });
    await db.query(`UPDATE votes SET standing = 'VERIFIED' WHERE idea_id = $1`, [idea.id]);
    expect(await supportOf(idea.id)).toMatchObject({ raw: 20, verified: 20, quarantined: 0 });
    await db.query(`UPDATE votes SET standing = 'QUARANTINED' WHERE idea_id = $1 AND member_id = ANY ($2)`, [idea.id, members.slice(0, 7).map(({ id }) => id)]);
    expect(await supportOf(idea.id)).toMatchObject({ raw: 20, verified: 13, quarantined: 7 });
    await db.query('UPDATE votes SET standing = standing WHERE idea_id = $1', [idea.id]);
    expect(await supportOf(idea.id)).toMatchObject({ raw: 20, verified: 13, quarantined: 7 });
  });

  it('keeps heats that no floating-point number could hold as a sum', async () => {
    const idea = await anIdea(db, community.id);
    const at = new Date('2060-01-01T00:00:00Z');
    for (let n = 0; n < 4; n += 1) await aVote(db, idea, (await aMember(db, community.id)).id, { cast_at: at });
    const [row] = await db.query<{ heat: number }>('SELECT heat_sum(heat) AS heat FROM vote_tallies WHERE idea_id = $1', [idea.id]);
    expect(row!.heat).toBeGreaterThan(1024);
    expect(row!.heat).toBeCloseTo(heatAt(at) + 2, 9);
  });
});

describe('what the database refuses', () => {
  it('a second vote of the same member', async () => {
    const idea = await anIdea(db, community.id);
    const member = await aMember(db, community.id);
    await aVote(db, idea, member.id);
    await expect(aVote(db, idea, member.id)).rejects.toThrow(/votes_pkey/);
  });

  it('a vote across communities, whichever of them it names', async () => {
    const other = await aCommunity(db);
    const idea = await anIdea(db, community.id);
    const stranger = await aMember(db, other.id);
    await expect(aVote(db, idea, stranger.id)).rejects.toThrow(/foreign key/);
    await expect(aVote(db, { id: idea.id, community_id: other.id }, stranger.id)).rejects.toThrow(/foreign key/);
  });

  it('a tally below zero', async () => {
    const idea = await anIdea(db, community.id);
    await aVote(db, idea, (await aMember(db, community.id)).id);
    await expect(db.query('UPDATE vote_tallies SET raw = -1, verified = 0, heat = NULL WHERE idea_id = $1', [idea.id])).rejects.toThrow(/check/);
  });
});
