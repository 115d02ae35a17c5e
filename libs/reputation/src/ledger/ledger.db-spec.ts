import type { Tx } from '@fanfare/database';
import { EventLog, type EventType, lastOfLog } from '@fanfare/events';
import { type IdentityLevel, newId } from '@fanfare/kernel';
import { MemberIdentityChanged } from '@fanfare/members';
import { aCommunity, aMember, anIdea, bootRooms, type Rooms } from '@fanfare/testing';
import { VoteCast, VotesRestood, VoteWithdrawn } from '@fanfare/votes';
import { IdeaMoved, type IdeaStatus } from '@fanfare/ideas';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { HistoryService } from '../history/history.service.js';
import { ReputationModule } from '../reputation.module.js';
import type { Rule } from '../rules/rule.js';
import { RULES } from '../rules/rules.js';
import { LedgerService } from './ledger.service.js';
import { ContentJudged, MissionEntryJudged, ReportJudged } from './merit.events.js';
import { ReplayService } from './replay.service.js';
import { forgetMembers } from './ledger.writer.js';

let rooms: Rooms;
beforeAll(async () => {
  rooms = await bootRooms([ReputationModule]);
});
const rules = RULES as Rule[];
const written = rules.length;
afterAll(() => {
  rules.length = written; // other files share the module
  return rooms.close();
});

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
    authorAccount: author.account_id,
    ideaIds,
    voterIds,
    vote: (idea = 0, voter = 0, standing: 'VERIFIED' | 'UNVERIFIED' = 'VERIFIED') =>
      tell((tx, log) => log.append(tx, VoteCast, { communityId, subjectId: ideaIds[idea]!, payload: { memberId: voterIds[voter]!, standing } })),
    withdraw: (idea = 0, voter = 0) =>
      tell((tx, log) => log.append(tx, VoteWithdrawn, { communityId, subjectId: ideaIds[idea]!, payload: { memberId: voterIds[voter]!, standing: 'VERIFIED' } })),
    restand: (standing: 'VERIFIED' | 'QUARANTINED', voter = 0) =>
      tell((tx, log) => log.append(tx, VotesRestood, { communityId, subjectId: voterIds[voter]!, payload: { standing, ideaIds } })),
    identify: (to: IdentityLevel) => tell((tx, log) => log.append(tx, MemberIdentityChanged, { communityId, subjectId: author.id, payload: { from: identity, to } })),
    move: (from: IdeaStatus, to: IdeaStatus, idea = 0, actorId: string | null = null) =>
      tell((tx, log) => log.append(tx, IdeaMoved, { communityId, actorId, subjectId: ideaIds[idea]!, payload: { from, to, moveId: newId() } })),
    judge: <Payload extends object>(type: EventType<Payload>, subjectId: string, payload: Payload) =>
      tell((tx, log) => log.append(tx, type, { communityId, subjectId, payload })),
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

it('hears verdicts of rooms above: reports, missions, removed comments, and their reversal', async () => {
  const story = await aStory('VERIFIED');
  const [report, entry] = [newId(), newId()];
  await story.judge(ReportJudged, report, { memberId: story.authorId, verdict: 'UPHELD' });
  await story.judge(ReportJudged, report, { memberId: story.authorId, verdict: 'ABUSIVE' });
  await story.judge(ReportJudged, report, { memberId: story.authorId, verdict: 'UNFOUNDED' });
  await story.judge(MissionEntryJudged, entry, { memberId: story.authorId, accepted: true });
  await story.judge(ContentJudged, newId(), { memberId: story.authorId, removed: false });
  expect(await lines(story.authorId)).toEqual([
    'REPORT_UPHELD 5 5 5', 'REPORT_UPHELD -5 -5 0', 'REPORT_ABUSIVE -10 -10 -10', 'REPORT_ABUSIVE 10 10 0', 'MISSION_ACCEPTED 20 20 20',
  ]);
});

it('gives staff nothing for what they decide on an idea of their own', async () => {
  const story = await aStory('VERIFIED');
  await story.move('OPEN', 'PLANNED', 0, story.authorAccount);
  expect(await lines(story.authorId)).toEqual([]);
  await story.move('PLANNED', 'IN_PROGRESS');
  await story.move('IN_PROGRESS', 'PLANNED', 0, story.authorAccount);
  expect(await lines(story.authorId)).toEqual(['IDEA_PLANNED 50 50 50']);
});

it('reads on when the numbers of transactions gain a digit', async () => {
  const [{ id }] = (await rooms.database.query<{ id: string }>('SELECT id FROM events ORDER BY events.xid DESC, events.sequence DESC LIMIT 1')) as [{ id: string }];
  await rooms.database.query(
    'UPDATE events e SET xid = n.nth::text::xid8 FROM (SELECT id, row_number() OVER (ORDER BY events.xid, events.sequence) AS nth FROM events) n WHERE n.id = e.id');
  expect(await rooms.database.query('SELECT FROM events WHERE events.xid = $1::xid8', ['10'])).toHaveLength(1);
  expect(await lastOfLog(rooms.database.reader)).toMatchObject({ id });
});

it('takes a change of a rule as a new version: what was earned stays as it was, and returns as it was', async () => {
  const story = await aStory('VERIFIED', 2, 2);
  await story.vote();
  await lines(story.authorId);
  rules.push({ ...rules.find(({ code }) => code === 'VOTE_RECEIVED')!, version: 2, points: 10, perPair: [10] });
  await story.vote(0, 1);
  await story.vote(1, 0);
  await story.withdraw();
  await story.vote();
  expect(await lines(story.authorId)).toEqual(['VOTE_RECEIVED 4 4 4', 'VOTE_RECEIVED 10 10 14', 'VOTE_RECEIVED -4 -4 10', 'VOTE_RECEIVED 4 4 14']);
  const versions = await rooms.database.query<{ version: number }>('SELECT version FROM reputation_entries WHERE member_id = $1 ORDER BY number', [story.authorId]);
  expect(versions.map(({ version }) => version)).toEqual([1, 2, 1, 1]);
  const replay = async () => (await rooms.get(ReplayService).replay()).differences.map(({ table }) => table);
  expect(await replay()).toEqual([]);
  const [{ since }] = (await rooms.database.query<{ since: string }>('SELECT since_event AS since FROM reputation_rules WHERE version = 2')) as [{ since: string }];
  await rooms.database.query('UPDATE reputation_rules SET since_event = NULL WHERE version = 2'); // as if it had always been so
  expect(await replay()).toContain('reputation_entries');
  await rooms.database.query('UPDATE reputation_rules SET since_event = $1 WHERE version = 2', [since]);
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
