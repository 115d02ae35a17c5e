import { RolesService } from '@fanfare/access';
import { rowsOf } from '@fanfare/database';
import { EventLog } from '@fanfare/events';
import { type Actor, type IdentityLevel, Problem, VISITOR } from '@fanfare/kernel';
import { MemberIdentityChanged } from '@fanfare/members';
import { aCommunity, aMember, anIdea, bootRooms, type Rooms } from '@fanfare/testing';
import fc from 'fast-check';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { RecountService } from './recount.service.js';
import { StandingsService } from './standings.service.js';
import type { VoteStanding } from './vote.row.js';
import { VotesModule } from './votes.module.js';
import { VotesQueries } from './votes.queries.js';
import { VotesService } from './votes.service.js';

const MEMBERS = 4;
const IDEAS = 3;
const NO_DRIFT = { raw: 0, verified: 0, quarantined: 0, heat: 0, union: 0, standing: 0, rank: 0 };

type Mark = { do: 'cast' | 'withdraw'; member: number; idea: number } | { do: 'quarantine' | 'release'; member: number; idea: number };
type Command =
  | Mark
  | { do: 'identify'; member: number; level: IdentityLevel }
  | { do: 'appoint' | 'dismiss'; member: number };

const member = fc.nat(MEMBERS - 1);
const idea = fc.nat(IDEAS - 1);
const command: fc.Arbitrary<Command> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: fc.constant('cast' as const), member, idea }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('withdraw' as const), member, idea }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('quarantine' as const, 'release' as const), member, idea }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('identify' as const), member, level: fc.constantFrom<IdentityLevel>('ANONYMOUS', 'CONFIRMED', 'VERIFIED') }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constantFrom('appoint' as const, 'dismiss' as const), member }) },
);

let rooms: Rooms;

beforeAll(async () => {
  rooms = await bootRooms([VotesModule]);
});
afterAll(() => rooms.close());

interface World {
  readonly members: readonly { id: string; accountId: string }[];
  readonly ideas: readonly string[];
  readonly communityId: string;
}

async function aWorld(): Promise<World> {
  const { id: communityId } = await aCommunity(rooms.database);
  const members = [];
  for (let n = 0; n < MEMBERS; n += 1) members.push(await aMember(rooms.database, communityId));
  const ideas = [];
  for (let n = 0; n < IDEAS; n += 1) ideas.push((await anIdea(rooms.database, communityId)).id);
  return { members: members.map(({ id, account_id }) => ({ id, accountId: account_id! })), ideas, communityId };
}

const actorOf = (accountId: string): Actor => ({ ...VISITOR, accountId });

/** What the commands do to the real thing. */
async function run(world: World, command: Command): Promise<void> {
  const { id, accountId } = world.members[command.member]!;
  const { transactor } = rooms;
  const role = { communityId: world.communityId, accountId, role: 'MODERATOR', by: null } as const;
  switch (command.do) {
    case 'cast':
      return rooms.get(VotesService).cast(actorOf(accountId), world.ideas[command.idea]!);
    case 'withdraw':
      return rooms.get(VotesService).withdraw(actorOf(accountId), world.ideas[command.idea]!);
    case 'quarantine':
    case 'release':
      return transactor.run((tx) => rooms.get(StandingsService)[command.do](tx, world.ideas[command.idea]!, [id]));
    case 'identify':
      return transactor.run(async (tx) => {
        await rowsOf(tx, 'UPDATE members SET identity_level = $2 WHERE id = $1', [id, command.level]);
        await rooms.get(EventLog).append(tx, MemberIdentityChanged, { subjectId: id, payload: { from: 'ANONYMOUS', to: command.level } });
      });
    case 'appoint':
      return ignoring('ROLE_CONFLICT', () => transactor.run(async (tx) => void (await rooms.get(RolesService).grant(tx, role))));
    case 'dismiss':
      return transactor.run(async (tx) => void (await rooms.get(RolesService).revoke(tx, role)));
  }
}

async function ignoring(code: string, work: () => Promise<void>): Promise<void> {
  await work().catch((error: unknown) => {
    if (!(error instanceof Problem) || error.code !== code) throw error;
  });
}

/** What they should do, in memory. */
class Model {
  private readonly votes = new Set<string>();
  private readonly suspicions = new Set<string>();
  private readonly levels = new Map<number, IdentityLevel>();
  private readonly staff = new Set<number>();

  run(command: Command): void {
    if (command.do === 'identify') this.levels.set(command.member, command.level);
    else if (command.do === 'appoint') this.staff.add(command.member);
    else if (command.do === 'dismiss') this.staff.delete(command.member);
    else if ('idea' in command) this.mark(command);
  }

  private mark(command: Mark): void {
    const set = command.do === 'cast' || command.do === 'withdraw' ? this.votes : this.suspicions;
    const key = `${command.member} ${command.idea}`;
    if (command.do === 'cast' || command.do === 'quarantine') set.add(key);
    else set.delete(key);
  }

  support(idea: number) {
    const standings = [...this.votes].filter((key) => key.endsWith(` ${idea}`)).map((key) => this.standing(key));
    const of = (standing: VoteStanding) => standings.filter((found) => found === standing).length;
    return { raw: standings.length, verified: of('VERIFIED'), quarantined: of('QUARANTINED') };
  }

  private standing(key: string): VoteStanding {
    const member = Number(key.split(' ')[0]);
    if (this.suspicions.has(key)) return 'QUARANTINED';
    return this.staff.has(member) || this.levels.get(member) === 'ANONYMOUS' ? 'UNVERIFIED' : 'VERIFIED';
  }
}

async function supportOf(world: World) {
  const support = await rooms.get(VotesQueries).supportOf(world.ideas);
  return world.ideas.map((id) => {
    const { raw = 0, verified = 0, quarantined = 0 } = support.get(id) ?? {};
    return { raw, verified, quarantined };
  });
}

async function drift() {
  return (await rooms.get(RecountService).compare()).drift;
}

describe('whatever people do', () => {
  it('one after another, support is what it should be after every step', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(command, { maxLength: 25 }), async (commands) => {
        const [world, model] = [await aWorld(), new Model()];
        for (const command of commands) {
          await run(world, command);
          await rooms.dispatcher.drain();
          model.run(command);
          expect(await supportOf(world)).toEqual(world.ideas.map((_, idea) => model.support(idea)));
        }
        expect(await drift()).toEqual(NO_DRIFT);
      }),
      { numRuns: 40 },
    );
  }, 120_000);

  it('all at once, support equals a recount whenever it is read, and standings are right in the end', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(command, { minLength: 20, maxLength: 60 }), async (commands) => {
        const world = await aWorld();
        let done = false;
        const reader = async () => {
          for (; !done; await delay(1)) {
            const { raw, verified, quarantined, heat } = await drift();
            expect({ raw, verified, quarantined, heat }).toEqual({ raw: 0, verified: 0, quarantined: 0, heat: 0 });
          }
        };
        const reading = reader();
        await Promise.all(commands.map((command) => run(world, command))).finally(() => (done = true));
        await reading;
        await rooms.dispatcher.drain();
        expect(await drift()).toEqual(NO_DRIFT);
      }),
      { numRuns: 20 },
    );
  }, 120_000);
});

describe('the safeguards, taken away', () => {
  it('without its trigger the counts drift, and the recount sees and mends it', async () => {
    const world = await aWorld();
    await run(world, { do: 'cast', member: 0, idea: 0 });
    await rooms.database.query('ALTER TABLE votes DISABLE TRIGGER votes_tally_new');
    await run(world, { do: 'cast', member: 1, idea: 0 });
    await run(world, { do: 'cast', member: 2, idea: 1 });
    await rooms.database.query('ALTER TABLE votes ENABLE TRIGGER votes_tally_new');
    await rooms.dispatcher.drain();
    expect(await drift()).toMatchObject({ raw: 2, verified: 2, heat: 2, standing: 0 });
    await rooms.get(RecountService).fix();
    expect(await drift()).toEqual(NO_DRIFT);
    expect((await supportOf(world)).map(({ raw }) => raw)).toEqual([2, 1, 0]);
  });

  it('without the handler’s work standings and ranks drift, and the recount mends both', async () => {
    const world = await aWorld();
    await run(world, { do: 'cast', member: 0, idea: 0 });
    await rooms.dispatcher.drain();
    await rooms.database.query(`UPDATE members SET identity_level = 'ANONYMOUS' WHERE id = $1`, [world.members[0]!.id]);
    await rooms.database.query('UPDATE idea_ranks SET raw = 7, heat = 3 WHERE idea_id = $1', [world.ideas[1]]);
    expect(await drift()).toMatchObject({ raw: 0, standing: 1, rank: 1 });
    await rooms.get(RecountService).fix();
    expect(await drift()).toEqual(NO_DRIFT);
    expect((await supportOf(world))[0]).toEqual({ raw: 1, verified: 0, quarantined: 0 });
  });

  it('in a backup from another server ranks drift, and the recount mends them', async () => {
    const world = await aWorld();
    await rooms.database.query(`UPDATE idea_ranks SET from_xid = '9000000000' WHERE idea_id = $1`, [world.ideas[1]]);
    expect(await drift()).toEqual({ ...NO_DRIFT, rank: 1 });
    await rooms.get(RecountService).fix();
    expect(await drift()).toEqual(NO_DRIFT);
  });

  it('without its primary key one vote becomes two', async () => {
    const world = await aWorld();
    const insert = `INSERT INTO votes (idea_id, member_id, community_id, standing, cast_at, idea_version) VALUES ($1, $2, $3, 'VERIFIED', now(), 1)`;
    const twice = () => Promise.allSettled([1, 2].map(() => rooms.database.query(insert, [world.ideas[0], world.members[0]!.id, world.communityId])));
    expect((await twice()).filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    await rooms.database.query('ALTER TABLE votes DROP CONSTRAINT votes_pkey');
    await rooms.database.query('DELETE FROM votes WHERE idea_id = $1', [world.ideas[0]]);
    expect((await twice()).filter(({ status }) => status === 'fulfilled')).toHaveLength(2);
  });
});
