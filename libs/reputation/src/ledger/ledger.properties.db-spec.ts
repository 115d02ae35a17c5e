import { RolesService } from '@fanfare/access';
import { HelpfulMarksService } from '@fanfare/comments';
import { rowsOf } from '@fanfare/database';
import { EventLog, LARGEST_READ } from '@fanfare/events';
import { AnswersService, IdeaMoves, IdeasAccess, type IdeaStatus } from '@fanfare/ideas';
import { type Actor, type IdentityLevel, IDENTITY_LEVELS, newId, Problem, VISITOR } from '@fanfare/kernel';
import { MemberIdentityChanged } from '@fanfare/members';
import { aComment, aCommunity, aMember, anIdea, aRole, bootRooms, type Rooms } from '@fanfare/testing';
import { MergesService, RecountService, StandingsService, VotesService } from '@fanfare/votes';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HistoryService } from '../history/history.service.js';
import { ReputationModule } from '../reputation.module.js';
import { AuditService } from './audit.service.js';
import { LedgerService } from './ledger.service.js';
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
  | { do: 'merge'; idea: number; target: number }
  | { do: 'unmerge' | 'remove' | 'restore' | 'plan' | 'deliver' | 'review'; idea: number }
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
  { weight: 4, arbitrary: fc.record({ do: fc.constantFrom('unmerge' as const, 'remove' as const, 'restore' as const, 'plan' as const, 'deliver' as const, 'review' as const), idea }) },
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
  readonly staff: { readonly id: string; readonly actor: Actor };
}

/** Members 0 and 1 wrote the ideas and each a comment below every idea. */
async function aWorld(): Promise<World> {
  const { database: db } = rooms;
  const { id: communityId } = await aCommunity(db);
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
  return { communityId, members: people.map(({ id, account_id }) => ({ id, accountId: account_id! })), ideas, comments, staff: { id: staff.id, actor } };
}

const REFUSALS = ['ROLE_CONFLICT', 'VOTING_CLOSED', 'MOVE_REFUSED', 'NOT_MERGED', 'MERGE_WITH_ITSELF', 'ALREADY_MERGED', 'MERGE_TARGET_MERGED', 'MERGE_TARGET_CLOSED',
  'OWN_COMMENT', 'COMMENTS_CLOSED', 'NOT_FOUND', 'TOO_MANY_ATTEMPTS', 'NOT_ALLOWED', 'MERGE_OVERRULED', 'REASON_REQUIRED'];

async function unlessRefused(work: Promise<unknown>): Promise<void> {
  await work.catch((error: unknown) => {
    if (!(error instanceof Problem) || !REFUSALS.includes(error.code)) throw error;
  });
}

async function run(world: World, command: Command): Promise<void> {
  if (command.do === 'read') return step();
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
    case 'identify':
      return transactor.run(async (tx) => {
        await rowsOf(tx, 'UPDATE members SET identity_level = $2 WHERE id = $1', [id, command.level]);
        await rooms.get(EventLog).append(tx, MemberIdentityChanged, { communityId: world.communityId, subjectId: id, payload: { from: 'ANONYMOUS', to: command.level } });
      });
  }
}

async function byStaff(world: World, command: { do: string; idea: number; target?: number }): Promise<unknown> {
  const { staff, ideas } = world;
  const id = ideas[command.idea]!;
  if (command.do === 'merge') return rooms.get(MergesService).merge(staff.actor, { duplicate: id, target: ideas[command.target!]! });
  if (command.do === 'unmerge') return rooms.get(MergesService).unmerge(staff.actor, id);
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
  const unread = `SELECT FROM events e WHERE (e.xid, e.sequence) > (SELECT xid, sequence FROM events WHERE id = (SELECT read_to FROM reputation_ledger))`;
  await expect.poll(async () => {
    await rooms.get(LedgerService).catchUp();
    return (await rooms.database.query(unread)).length;
  }, { timeout: 10_000 }).toBe(0);
}

const audit = () => rooms.get(AuditService).audit();
const randomSizes = () => () => 1 + Math.floor(Math.random() * LARGEST_READ);

describe('whatever happens', () => {
  it('one after another, the score is the sum of points and of bases, and a replay makes the same ledger', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(command, { minLength: 5, maxLength: 40 }), async (commands) => {
        const world = await aWorld();
        for (const each of commands) {
          await run(world, each);
          if (each.do === 'read') await rooms.dispatcher.drain();
          expect({ ...(await audit()), identityUnheard: 0, votesUnheard: 0 }).toEqual(SOUND);
        }
        await settled();
        expect(await audit()).toEqual(SOUND);
      }),
      { numRuns: RUNS, endOnFailure: true },
    );
    expect((await rooms.get(ReplayService).replay(randomSizes())).differences).toEqual([]);
    expect((await rooms.get(RecountService).compare()).drift).toMatchObject({ raw: 0, verified: 0, quarantined: 0, union: 0, standing: 0 });
  }, 240_000);

  it('all at once, the same', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(command, { minLength: 20, maxLength: 50 }), async (commands) => {
        const world = await aWorld();
        await Promise.all(commands.map((each) => run(world, each)));
        await settled();
        expect(await audit()).toEqual(SOUND);
      }),
      { numRuns: Math.ceil(RUNS / 3), endOnFailure: true },
    );
    expect((await rooms.get(ReplayService).replay(randomSizes())).differences).toEqual([]);
  }, 240_000);
});
