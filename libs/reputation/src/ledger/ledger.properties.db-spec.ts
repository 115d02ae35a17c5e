import { PersonalData, RolesService } from '@fanfare/access';
import { HelpfulMarksService } from '@fanfare/comments';
import { rowsOf } from '@fanfare/database';
import { declareEvent, EventLog, type EventType, LARGEST_READ } from '@fanfare/events';
import { AnswersService, IdeaMoves, IdeasAccess, type IdeaStatus } from '@fanfare/ideas';
import { type Actor, type IdentityLevel, IDENTITY_LEVELS, newId, Problem, VISITOR } from '@fanfare/kernel';
import { LadderService } from '@fanfare/ladder';
import { MemberIdentityChanged } from '@fanfare/members';
import { aComment, aCommunity, aMember, anIdea, aRole, bootRooms, type Rooms } from '@fanfare/testing';
import { MergesService, RecountService, StandingsService, VotesService } from '@fanfare/votes';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HistoryService } from '../history/history.service.js';
import { ReputationModule } from '../reputation.module.js';
import { RULE_CODES, type Rule } from '../rules/rule.js';
import { RULES } from '../rules/rules.js';
import { AuditService } from './audit.service.js';
import { LedgerService } from './ledger.service.js';
import { ContentJudged, MissionEntryJudged, ReportJudged } from './merit.events.js';
import { ReplayService } from './replay.service.js';

const RUNS = Number(process.env.FANFARE_RUNS ?? 25);
const MEMBERS = 5;
const IDEAS = 4;
const SOUND = {
  scoreIsNotSum: 0, scoreIsNotBases: 0, baseIsNotCredits: 0, entriesMiscounted: 0, chainBroken: 0, monthsAreNotSums: 0, identityUnheard: 0, votesUnheard: 0,
};

type Command =
  | { do: 'cast' | 'withdraw'; member: number; idea: number }
  | { do: 'quarantine' | 'release'; member: number; idea: number }
  | { do: 'identify'; member: number; level: IdentityLevel }
  | { do: 'appoint' | 'dismiss'; member: number }
  | { do: 'mark' | 'unmark'; member: number; idea: number }
  | { do: 'uphold' | 'dismiss report' | 'find abusive' | 'accept' | 'refuse'; member: number; idea: number }
  | { do: 'leave'; member: number; texts: 'KEEP' | 'ERASE' }
  | { do: 'merge'; idea: number; target: number }
  | { do: 'unmerge' | 'remove' | 'restore' | 'plan' | 'deliver' | 'review' | 'hide comment' | 'show comment'; idea: number }
  | { do: 'climb' }
  | { do: 'read' };

const member = fc.nat(MEMBERS - 1);
const idea = fc.nat(IDEAS - 1);
const command: fc.Arbitrary<Command> = fc.oneof(
  { weight: 8, arbitrary: fc.record({ do: fc.constant('cast' as const), member, idea }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('withdraw' as const), member, idea }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constantFrom('quarantine' as const, 'release' as const), member, idea }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('identify' as const), member, level: fc.constantFrom(...IDENTITY_LEVELS) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('mark' as const, 'unmark' as const), member, idea }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constantFrom('appoint' as const, 'dismiss' as const), member }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('merge' as const), idea, target: idea }) },
  { weight: 5, arbitrary: fc.record({ do: fc.constantFrom('unmerge', 'remove', 'restore', 'plan', 'deliver', 'review', 'hide comment', 'show comment'), idea }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('uphold', 'dismiss report', 'find abusive', 'accept', 'refuse'), member, idea }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('leave' as const), member, texts: fc.constantFrom('KEEP', 'ERASE') }) },
  { weight: 2, arbitrary: fc.constant({ do: 'climb' as const }) },
  { weight: 3, arbitrary: fc.constant({ do: 'read' as const }) },
);

let rooms: Rooms;
beforeAll(async () => {
  rooms = await bootRooms([ReputationModule]);
});
afterAll(() => rooms.close());

interface World {
  readonly communityId: string;
  readonly members: readonly { id: string; accountId: string }[];
  readonly ideas: readonly string[];
  readonly comments: readonly string[];
  /** Reports, and entries of missions: the ledger knows no more than their ids. */
  readonly filed: readonly string[];
  readonly staff: { readonly id: string; readonly actor: Actor };
}

/** Members 0 and 1 wrote the ideas and each a comment below every idea. Two votes make a rung, three the next. */
async function aWorld(): Promise<World> {
  const { database: db } = rooms;
  const { id: communityId } = await aCommunity(db);
  await db.query('UPDATE rungs SET support = position + 1 WHERE community_id = $1 AND position < 3', [communityId]);
  const people = [];
  for (let n = 0; n <= MEMBERS; n += 1) people.push(await aMember(db, communityId, { identity_level: n === 1 ? 'VERIFIED' : 'CONFIRMED' }));
  const ideas = [];
  const comments = [];
  for (let n = 0; n < IDEAS; n += 1) {
    const idea = await anIdea(db, communityId, { author_id: people[n % 2]!.id });
    ideas.push(idea.id);
    comments.push((await aComment(db, idea, { author_id: people[(n + 1) % 2]!.id })).id);
  }
  const staff = people.pop()!;
  for (const role of ['BRAND_MANAGER', 'OWNER'] as const) await aRole(db, communityId, staff.account_id!, role);
  await rooms.transactor.run((tx) => rooms.get(HistoryService).tell(tx, communityId));
  const actor: Actor = { ...VISITOR, accountId: staff.account_id!, grants: [{ communityId, role: 'BRAND_MANAGER' }, { communityId, role: 'MODERATOR' }] };
  const members = people.map(({ id, account_id }) => ({ id, accountId: account_id! }));
  return { communityId, members, ideas, comments, filed: ideas.map(() => newId()), staff: { id: staff.id, actor } };
}

const REFUSALS = ['ROLE_CONFLICT', 'VOTING_CLOSED', 'MOVE_REFUSED', 'NOT_MERGED', 'MERGE_WITH_ITSELF', 'ALREADY_MERGED', 'MERGE_TARGET_MERGED', 'MERGE_TARGET_CLOSED',
  'OWN_COMMENT', 'COMMENTS_CLOSED', 'NOT_FOUND', 'TOO_MANY_ATTEMPTS', 'NOT_ALLOWED', 'NOT_A_MEMBER', 'COMMENT_DELETED', 'MERGE_OVERRULED', 'REASON_REQUIRED'];

async function unlessRefused(work: Promise<unknown>): Promise<void> {
  await work.catch((error: unknown) => {
    if (!(error instanceof Problem) || !REFUSALS.includes(error.code)) throw error;
  });
}

async function run(world: World, command: Command): Promise<void> {
  if (command.do === 'read') return step();
  if (command.do === 'climb') return rooms.transactor.run((tx) => rooms.get(LadderService).settle(tx, world.ideas));
  await unlessRefused('member' in command ? byMember(world, command) : byStaff(world, command as Extract<Command, { idea: number }>));
}

async function byMember(world: World, command: Extract<Command, { member: number }>): Promise<unknown> {
  const { id, accountId } = world.members[command.member]!;
  const { transactor } = rooms;
  const actor: Actor = { ...VISITOR, accountId, grants: await rooms.get(RolesService).grantsOf(accountId) };
  const role = { communityId: world.communityId, accountId, role: 'MODERATOR', by: null } as const;
  switch (command.do) {
    case 'cast':
    case 'withdraw':
      return rooms.get(VotesService)[command.do](actor, world.ideas[command.idea]!);
    case 'quarantine':
    case 'release':
      return transactor.run((tx) => rooms.get(StandingsService)[command.do](tx, world.ideas[command.idea]!, [id]));
    case 'mark':
    case 'unmark':
      return rooms.get(HelpfulMarksService)[command.do](actor, world.comments[command.idea]!);
    case 'appoint':
      return transactor.run((tx) => rooms.get(RolesService).grant(tx, role));
    case 'dismiss':
      return transactor.run((tx) => rooms.get(RolesService).revoke(tx, role));
    case 'uphold':
      return judge(world, ReportJudged, world.filed[command.idea]!, { memberId: id, verdict: 'UPHELD' });
    case 'dismiss report':
      return judge(world, ReportJudged, world.filed[command.idea]!, { memberId: id, verdict: 'UNFOUNDED' });
    case 'find abusive':
      return judge(world, ReportJudged, world.filed[command.idea]!, { memberId: id, verdict: 'ABUSIVE' });
    case 'accept':
    case 'refuse':
      return judge(world, MissionEntryJudged, world.filed[command.idea]!, { memberId: id, accepted: command.do === 'accept' });
    case 'leave':
      return leave(world.members[command.member]!, command.texts);
    case 'identify':
      return transactor.run(async (tx) => {
        const changed = await rowsOf(tx, 'UPDATE members SET identity_level = $2 WHERE id = $1 AND account_id IS NOT NULL RETURNING id', [id, command.level]);
        if (changed.length === 0) return;
        await rooms.get(EventLog).append(tx, MemberIdentityChanged, { communityId: world.communityId, subjectId: id, payload: { from: 'ANONYMOUS', to: command.level } });
      });
  }
}

/** What rooms above this one will tell. */
function judge<Payload extends object>({ communityId }: World, type: EventType<Payload>, subjectId: string, payload: Payload): Promise<unknown> {
  return rooms.transactor.run((tx) => rooms.get(EventLog).append(tx, type, { communityId, subjectId, payload }));
}

const AccountDeleted = declareEvent<{ farewell: string }>('account.deleted');

/** As the room of portability has it: every room does its part in one transaction. */
function leave({ id, accountId }: { id: string; accountId: string }, texts: 'KEEP' | 'ERASE'): Promise<unknown> {
  return rooms.transactor.run(async (tx) => {
    const there = await rowsOf(tx, 'SELECT FROM accounts a JOIN members m ON m.account_id = a.id WHERE a.id = $1 FOR UPDATE', [accountId]);
    if (there.length === 0) return;
    const leaving = { accountId, email: `${id}@example.org`, hadConfirmed: true, memberIds: [id], texts, at: new Date() };
    for (const records of rooms.get(PersonalData).all.values()) await records.erase?.(tx, leaving);
    await rooms.get(EventLog).append(tx, AccountDeleted, { subjectId: accountId, payload: { farewell: newId() } });
  });
}

async function byStaff(world: World, command: { do: string; idea: number; target?: number }): Promise<unknown> {
  const { staff, ideas } = world;
  const id = ideas[command.idea]!;
  if (command.do === 'merge') return rooms.get(MergesService).merge(staff.actor, { duplicate: id, target: ideas[command.target!]! });
  if (command.do === 'unmerge') return rooms.get(MergesService).unmerge(staff.actor, id);
  if (command.do.endsWith('comment')) {
    const author = world.members[(command.idea + 1) % 2]!.id;
    return judge(world, ContentJudged, world.comments[command.idea]!, { memberId: author, removed: command.do === 'hide comment' });
  }
  const status = { plan: 'PLANNED', deliver: 'DELIVERED', review: 'UNDER_REVIEW' }[command.do] as IdeaStatus | undefined;
  if (status) return rooms.get(AnswersService).answer(staff.actor, { idea: id, status, response: 'We say so.' });
  return rooms.transactor.run(async (tx) => {
    const found = await rooms.get(IdeasAccess).lockForMove(tx, staff.actor, id);
    if (command.do === 'restore' && found.status !== 'REMOVED') return;
    const moves = rooms.get(IdeaMoves);
    const by = { mover: 'MODERATOR', memberId: staff.id, reason: null } as const;
    return command.do === 'restore' ? moves.restore(tx, staff.actor, found, by) : moves.move(tx, staff.actor, found, { to: 'REMOVED', ...by });
  });
}

const step = async () => void (await rooms.transactor.run((tx) => rooms.get(LedgerService).step(tx, 1 + (newId().charCodeAt(35) % 3))));

/** Everything that happened is delivered and read. */
async function settled(): Promise<void> {
  await rooms.dispatcher.drain();
  const unread = `SELECT FROM events e WHERE NOT EXISTS (
    SELECT FROM reputation_ledger l JOIN events r ON r.id = l.read_to WHERE (e.xid, e.sequence) <= (r.xid, r.sequence))`;
  await expect.poll(async () => {
    await rooms.get(LedgerService).catchUp();
    return (await rooms.database.query(unread)).length;
  }, { timeout: 110_000 }).toBe(0); // whoever holds a transaction open anywhere on the server holds up the log
}

const audit = () => rooms.get(AuditService).audit();
const randomSizes = () => () => 1 + Math.floor(Math.random() * LARGEST_READ);

/** Whatever the order: the score is the sum of points and of bases, and votes and identities are as their rows say. */
async function holdsThrough(world: World, commands: readonly Command[]): Promise<void> {
  for (const each of commands) {
    await run(world, each);
    if (each.do === 'read') await rooms.dispatcher.drain();
    if (each.do === 'read' || each.do === 'leave') expect({ ...(await audit()), identityUnheard: 0, votesUnheard: 0 }).toEqual(SOUND);
  }
  await settled();
  expect(await audit()).toEqual(SOUND);
}

async function replaysAndRecounts(): Promise<void> {
  expect((await rooms.get(ReplayService).replay(randomSizes())).differences).toEqual([]);
  expect((await rooms.get(RecountService).compare()).drift).toMatchObject({ raw: 0, verified: 0, quarantined: 0, union: 0, standing: 0 });
}

/** Something by every rule. */
const EVERYTHING: Command[] = [
  { do: 'cast', member: 2, idea: 0 }, { do: 'cast', member: 3, idea: 0 }, { do: 'climb' }, { do: 'mark', member: 0, idea: 0 },
  { do: 'appoint', member: 4 }, { do: 'mark', member: 4, idea: 0 }, { do: 'plan', idea: 1 }, { do: 'deliver', idea: 1 },
  { do: 'uphold', member: 1, idea: 0 }, { do: 'find abusive', member: 1, idea: 1 }, { do: 'accept', member: 1, idea: 2 }, { do: 'read' },
  { do: 'hide comment', idea: 0 }, { do: 'remove', idea: 2 }, { do: 'identify', member: 1, level: 'LINKED' },
];

/** Whoever found something helpful leaves: what their mark brought goes with them, as a vote does. */
const MARKER_LEAVES: Command[] = [{ do: 'mark', member: 1, idea: 3 }, { do: 'read' }, { do: 'leave', member: 1, texts: 'KEEP' }];

describe('whatever happens', () => {
  it('one after another, the score is the sum of points and of bases, and a replay makes the same ledger', async () => {
    const commands = fc.array(command, { minLength: 5, maxLength: 40 });
    const property = fc.asyncProperty(commands, async (each) => holdsThrough(await aWorld(), each));
    await fc.assert(property, { numRuns: RUNS, endOnFailure: true, examples: [[EVERYTHING], [MARKER_LEAVES]] });
    await replaysAndRecounts();
    const rules = await rooms.database.query<{ rule: string }>('SELECT DISTINCT rule FROM reputation_entries');
    expect(rules.map(({ rule }) => rule).sort()).toEqual([...RULE_CODES].sort());
  }, 600_000);

  it('all at once, the same', async () => {
    const atOnce = async (commands: Command[]) => {
      const world = await aWorld();
      await Promise.all(commands.map((each) => run(world, each)));
      await holdsThrough(world, []);
    };
    await fc.assert(fc.asyncProperty(fc.array(command, { minLength: 20, maxLength: 50 }), atOnce), { numRuns: Math.ceil(RUNS / 3), endOnFailure: true });
    await replaysAndRecounts();
  }, 600_000);
});

describe('the same fails', () => {
  const votes: Command[] = [{ do: 'cast', member: 2, idea: 0 }, { do: 'cast', member: 3, idea: 0 }];

  it('when a vote is moved and nobody tells', async () => {
    const world = await aWorld();
    await holdsThrough(world, votes);
    await rooms.database.query(`UPDATE votes SET standing = 'QUARANTINED' WHERE idea_id = $1`, [world.ideas[0]]);
    await expect(holdsThrough(world, [])).rejects.toThrow();
    expect(await audit()).toEqual({ ...SOUND, votesUnheard: 2 });
    await rooms.database.query(`UPDATE votes SET standing = 'VERIFIED' WHERE idea_id = $1`, [world.ideas[0]]);
  });

  it('when a rule is changed without a new version', async () => {
    const rule = RULES.find(({ code }) => code === 'VOTE_RECEIVED') as { -readonly [Key in keyof Rule]: Rule[Key] };
    const { perPair } = rule;
    rule.perPair = [5, 2, 1];
    try {
      await holdsThrough(await aWorld(), votes);
    } finally {
      rule.perPair = perPair;
    }
    const { differences } = await rooms.get(ReplayService).replay();
    expect(differences.map(({ table }) => table)).toContain('reputation_entries');
  });
});
