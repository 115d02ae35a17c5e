import type { Tx } from '@fanfare/database';
import { EventLog } from '@fanfare/events';
import { type IdentityLevel, newId } from '@fanfare/kernel';
import { MemberIdentityChanged } from '@fanfare/members';
import { aCommunity, aMember, anIdea, bootRooms, type Rooms } from '@fanfare/testing';
import { VoteCast, VotesRestood, VoteWithdrawn } from '@fanfare/votes';
import { IdeaMoved, type IdeaStatus } from '@fanfare/ideas';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { HistoryService } from '../history/history.service.js';
import { ReputationModule } from '../reputation.module.js';
import { LedgerService } from './ledger.service.js';
import { ReplayService } from './replay.service.js';
import { forgetMembers } from './ledger.writer.js';

let rooms: Rooms;
beforeAll(async () => {
  rooms = await bootRooms([ReputationModule]);
});
afterAll(() => rooms.close());

/** An author, their ideas and voters, known to the log. */
async function aStory(identity: IdentityLevel, ideas = 1, voters = 1) {
  const { database: db } = rooms;
  const { id: communityId } = await aCommunity(db);
  const author = await aMember(db, communityId, { identity_level: identity });
  const ideaIds: string[] = [];
  for (let n = 0; n < ideas; n += 1) ideaIds.push((await anIdea(db, communityId, { author_id: author.id })).id);
  const voterIds: string[] = [];
  for (let n = 0; n < voters; n += 1) voterIds.push((await aMember(db, communityId)).id);
  await rooms.transactor.run((tx) => rooms.get(HistoryService).tell(tx, communityId));
  const tell = (work: (tx: Tx, log: EventLog) => Promise<unknown>) => rooms.transactor.run((tx) => work(tx, rooms.get(EventLog)));
  return {
    authorId: author.id,
    ideaIds,
    voterIds,
    vote: (idea = 0, voter = 0, standing: 'VERIFIED' | 'UNVERIFIED' = 'VERIFIED') =>
      tell((tx, log) => log.append(tx, VoteCast, { communityId, subjectId: ideaIds[idea]!, payload: { memberId: voterIds[voter]!, standing } })),
    withdraw: (idea = 0, voter = 0) =>
      tell((tx, log) => log.append(tx, VoteWithdrawn, { communityId, subjectId: ideaIds[idea]!, payload: { memberId: voterIds[voter]!, standing: 'VERIFIED' } })),
    restand: (standing: 'VERIFIED' | 'QUARANTINED', voter = 0) =>
      tell((tx, log) => log.append(tx, VotesRestood, { communityId, subjectId: voterIds[voter]!, payload: { standing, ideaIds } })),
    identify: (to: IdentityLevel) => tell((tx, log) => log.append(tx, MemberIdentityChanged, { communityId, subjectId: author.id, payload: { from: identity, to } })),
    move: (from: IdeaStatus, to: IdeaStatus, idea = 0) => tell((tx, log) => log.append(tx, IdeaMoved, { communityId, subjectId: ideaIds[idea]!, payload: { from, to, moveId: newId() } })),
  };
}

/** The ledger reads what no open transaction of the whole server can still precede: others' tests may keep it waiting. */
async function read(): Promise<void> {
  const unread = `SELECT FROM events e WHERE NOT EXISTS (
    SELECT FROM reputation_ledger l JOIN events r ON r.id = l.read_to WHERE (e.xid, e.sequence) <= (r.xid, r.sequence)) LIMIT 1`;
  await expect.poll(async () => (await rooms.get(LedgerService).catchUp(), (await rooms.database.query(unread)).length), { timeout: 100_000 }).toBe(0);
}

async function lines(memberId: string): Promise<string[]> {
  await read();
  const rows = await rooms.database.query<{ rule: string; base: number; points: number; after: number }>(
    'SELECT rule, base, points, score_after AS after FROM reputation_entries WHERE member_id = $1 ORDER BY number', [memberId]);
  return rows.map(({ rule, base, points, after }) => `${rule} ${base} ${points} ${after}`);
}

it('gives less for each further vote between the same two, whatever is withdrawn and cast anew', async () => {
  const story = await aStory('VERIFIED', 4);
  for (const idea of [0, 1, 2, 3]) await story.vote(idea);
  expect(await lines(story.authorId)).toEqual(['VOTE_RECEIVED 4 4 4', 'VOTE_RECEIVED 2 2 6', 'VOTE_RECEIVED 1 1 7']);
  await story.withdraw(0);
  await story.vote(0);
  expect((await lines(story.authorId)).slice(3)).toEqual(['VOTE_RECEIVED -4 -4 3', 'VOTE_RECEIVED 4 4 7']);
});

it('gives no more than the cap of a day, and room back for what is suspected', async () => {
  const story = await aStory('VERIFIED', 1, 12);
  for (let voter = 0; voter < 11; voter += 1) await story.vote(0, voter);
  expect((await lines(story.authorId)).at(-1)).toBe('VOTE_RECEIVED 4 4 40');
  await story.restand('QUARANTINED');
  await story.vote(0, 11);
  expect((await lines(story.authorId)).slice(-2)).toEqual(['VOTE_RECEIVED -4 -4 36', 'VOTE_RECEIVED 4 4 40']);
});

it('gives the anonymous nothing, ever, and follows identity with one adjustment', async () => {
  const story = await aStory('ANONYMOUS', 2, 2);
  await story.vote();
  await story.identify('CONFIRMED');
  await story.restand('QUARANTINED');
  await story.restand('VERIFIED');
  expect(await lines(story.authorId)).toEqual([]);
  await story.vote(0, 1);
  await story.vote(1, 1);
  await story.identify('VERIFIED');
  await story.identify('CONFIRMED');
  await story.withdraw(0, 1);
  await story.identify('ANONYMOUS');
  expect(await lines(story.authorId)).toEqual([
    'VOTE_RECEIVED 4 2 2', 'VOTE_RECEIVED 2 1 3', 'IDENTITY 0 3 6', 'IDENTITY 0 -3 3', 'VOTE_RECEIVED -4 -2 1', 'IDENTITY 0 -1 0',
  ]);
});

it('takes back all that a removed idea brought by one entry a rule, and gives it back with the idea', async () => {
  const story = await aStory('VERIFIED', 1, 3);
  for (const voter of [0, 1, 2]) await story.vote(0, voter);
  await story.move('OPEN', 'PLANNED');
  await story.move('PLANNED', 'REMOVED');
  await story.restand('QUARANTINED', 2);
  await story.move('REMOVED', 'PLANNED');
  await story.move('PLANNED', 'DECLINED');
  const after = (await lines(story.authorId)).slice(3);
  expect(after[0]).toBe('IDEA_PLANNED 50 50 62');
  expect(after.slice(1, 4).map((line) => line.split(' ').slice(0, 2).join(' ')).sort()).toEqual(['CONTENT_REMOVED -20', 'IDEA_PLANNED -50', 'VOTE_RECEIVED -12']);
  expect(after.slice(4, 7).map((line) => line.split(' ').slice(0, 2).join(' ')).sort()).toEqual(['CONTENT_REMOVED 20', 'IDEA_PLANNED 50', 'VOTE_RECEIVED 8']);
  expect(after.slice(7)).toEqual(['IDEA_PLANNED -50 -50 8']);
});

it('takes the later of two facts, also when the log has them the wrong way round', async () => {
  const story = await aStory('VERIFIED');
  await story.restand('QUARANTINED'); // by a transaction that had its number before it waited for the vote
  await rooms.database.query(`DELETE FROM deliveries WHERE event_id IN (SELECT id FROM events WHERE subject_id = $1)`, [story.voterIds[0]]);
  await rooms.database.query(`UPDATE events SET id = event_id(now() + interval '1 minute') WHERE type = 'votes.restood' AND subject_id = $1`, [story.voterIds[0]]);
  await story.vote();
  expect(await lines(story.authorId)).toEqual([]);
});

it('a replay sees what somebody slipped in, and what they took away', async () => {
  const story = await aStory('VERIFIED');
  await story.vote();
  await lines(story.authorId);
  await rooms.database.query('UPDATE reputation_days SET base = base + 1 WHERE member_id = $1', [story.authorId]);
  const { differences } = await rooms.get(ReplayService).replay();
  expect(differences).toContainEqual(expect.objectContaining({ table: 'reputation_days', missing: 1, surplus: 1 }));
});

it('is append-only, but for the law', async () => {
  const story = await aStory('VERIFIED');
  await story.vote();
  await lines(story.authorId);
  const { database: db } = rooms;
  for (const sql of ['UPDATE reputation_entries SET points = 9', 'DELETE FROM reputation_entries', 'TRUNCATE reputation_entries']) {
    await expect(db.query(sql)).rejects.toThrow('append-only');
  }
  await expect(db.query('UPDATE reputation_members SET score = score + 1')).rejects.toThrow('check constraint');
  await rooms.transactor.run((tx) => forgetMembers(tx, [story.authorId]));
  expect(await db.query('SELECT FROM reputation_entries WHERE member_id = $1', [story.authorId])).toEqual([]);
});
