import { rowsOf } from '@fanfare/database';
import { EventLog } from '@fanfare/events';
import { type Actor, type IdentityLevel, Problem, VISITOR } from '@fanfare/kernel';
import { MemberIdentityChanged } from '@fanfare/members';
import { aCommunity, aMember, anIdea, bootRooms, type Rooms } from '@fanfare/testing';
import fc from 'fast-check';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { RecountService } from '../recount.service.js';
import { StandingsService } from '../standings.service.js';
import type { VoteStanding } from '../vote.row.js';
import { VotesModule } from '../votes.module.js';
import { VotesQueries } from '../votes.queries.js';
import { VotesService } from '../votes.service.js';
import { MergesService } from './merges.service.js';

const MEMBERS = 4;
const IDEAS = 5;
const NO_DRIFT = { raw: 0, verified: 0, quarantined: 0, heat: 0, union: 0, standing: 0, rank: 0 };

type Command =
  | { do: 'cast' | 'withdraw' | 'quarantine' | 'release'; member: number; idea: number }
  | { do: 'identify'; member: number; level: IdentityLevel }
  | { do: 'merge'; idea: number; target: number }
  | { do: 'unmerge'; idea: number };

const member = fc.nat(MEMBERS - 1);
const idea = fc.nat(IDEAS - 1);
const command: fc.Arbitrary<Command> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: fc.constant('cast' as const), member, idea }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('withdraw' as const), member, idea }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('quarantine' as const, 'release' as const), member, idea }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('identify' as const), member, level: fc.constantFrom<IdentityLevel>('ANONYMOUS', 'CONFIRMED') }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('merge' as const), idea, target: idea }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('unmerge' as const), idea }) },
);

let rooms: Rooms;
beforeAll(async () => {
  rooms = await bootRooms([VotesModule]);
});
afterAll(() => rooms.close());

interface World {
  readonly communityId: string;
  readonly brand: Actor;
  readonly members: readonly { id: string; actor: Actor }[];
  readonly ideas: readonly string[];
}

async function aWorld(): Promise<World> {
  const { id: communityId } = await aCommunity(rooms.database);
  const people = [];
  for (let n = 0; n <= MEMBERS; n += 1) people.push(await aMember(rooms.database, communityId));
  const [brand, ...members] = people.map(({ id, account_id }) => ({ id, actor: { ...VISITOR, accountId: account_id! } }));
  const ideas = [];
  for (let n = 0; n < IDEAS; n += 1) ideas.push((await anIdea(rooms.database, communityId, { status: n === 0 ? 'UNDER_REVIEW' : 'OPEN' })).id);
  return { communityId, brand: { ...brand!.actor, grants: [{ communityId, role: 'BRAND_MANAGER' }] }, members, ideas };
}

/** What the commands do to the real thing; what is refused is no failure, here. */
async function run(world: World, command: Command): Promise<void> {
  const { transactor } = rooms;
  const [votes, standings, merges] = [rooms.get(VotesService), rooms.get(StandingsService), rooms.get(MergesService)];
  const ideaId = 'idea' in command ? world.ideas[command.idea]! : '';
  const fan = 'member' in command ? world.members[command.member]! : world.members[0]!;
  switch (command.do) {
    case 'cast':
    case 'withdraw':
      return votes[command.do](fan.actor, ideaId);
    case 'quarantine':
    case 'release':
      return transactor.run((tx) => standings[command.do === 'release' ? 'release' : 'quarantine'](tx, ideaId, [fan.id]));
    case 'identify':
      return transactor.run(async (tx) => {
        await rowsOf(tx, 'UPDATE members SET identity_level = $2 WHERE id = $1', [fan.id, command.level]);
        await rooms.get(EventLog).append(tx, MemberIdentityChanged, { subjectId: fan.id, payload: { from: 'ANONYMOUS', to: command.level } });
      });
    case 'merge':
      return unlessRefused(() => merges.merge(world.brand, { duplicate: ideaId, target: world.ideas[command.target]! }));
    case 'unmerge':
      return unlessRefused(() => merges.unmerge(world.brand, ideaId));
  }
}

async function unlessRefused(work: () => Promise<unknown>): Promise<void> {
  await work().catch((error: unknown) => {
    if (!(error instanceof Problem) || !/MERGE/.test(error.code)) throw error;
  });
}

/** What they should do, in memory: who voted where, who is suspected where, what is a duplicate of what. */
class Model {
  private readonly votes = new Set<string>();
  private readonly suspicions = new Set<string>();
  private readonly anonymous = new Set<number>();
  private readonly parents = new Map<number, number>();

  run(command: Command): void {
    switch (command.do) {
      case 'cast':
        if (!this.hasVoted(command.member, command.idea)) this.votes.add(`${command.member} ${command.idea}`);
        return;
      case 'withdraw':
        for (const one of this.family(command.idea)) this.votes.delete(`${command.member} ${one}`);
        return;
      case 'quarantine':
        return void this.suspicions.add(`${command.member} ${command.idea}`);
      case 'release':
        return void this.suspicions.delete(`${command.member} ${command.idea}`);
      case 'identify':
        return void (command.level === 'ANONYMOUS' ? this.anonymous.add(command.member) : this.anonymous.delete(command.member));
      case 'merge': {
        const allowed = command.idea !== command.target && !this.parents.has(command.idea) && !this.parents.has(command.target);
        return void (allowed && this.parents.set(command.idea, command.target));
      }
      case 'unmerge':
        return void this.parents.delete(command.idea);
    }
  }

  root(one: number): number {
    const parent = this.parents.get(one);
    return parent === undefined ? one : this.root(parent);
  }

  hasVoted(person: number, one: number): boolean {
    return this.family(one).some((other) => this.votes.has(`${person} ${other}`));
  }

  /** Of a root everybody behind the family, once; of a duplicate those who voted there. */
  support(one: number) {
    const counts = (person: number) => (this.root(one) === one ? this.hasVoted(person, one) : this.votes.has(`${person} ${one}`));
    const standings = people.filter(counts).map((person) => this.standing(person, one));
    const of = (standing: VoteStanding) => standings.filter((found) => found === standing).length;
    return { raw: standings.length, verified: of('VERIFIED'), quarantined: of('QUARANTINED') };
  }

  private family(one: number): number[] {
    return everyIdea.filter((other) => this.root(other) === this.root(one));
  }

  private standing(person: number, one: number): VoteStanding {
    if (this.family(one).some((other) => this.suspicions.has(`${person} ${other}`))) return 'QUARANTINED';
    return this.anonymous.has(person) ? 'UNVERIFIED' : 'VERIFIED';
  }
}

const people = Array.from({ length: MEMBERS }, (_, at) => at);
const everyIdea = Array.from({ length: IDEAS }, (_, at) => at);

/** Everything anybody may read about who supports what, and what points where. */
async function stateOf(world: World) {
  const support = await rooms.get(VotesQueries).supportOf(world.ideas);
  const pointers = await rooms.database.query<{ id: string; root: string }>('SELECT id, coalesce(merged_into_id, id) AS root FROM ideas WHERE id = ANY ($1)', [world.ideas]);
  const own = await Promise.all(world.members.map(({ actor }) => rooms.get(VotesQueries).ofActor(actor, world.ideas)));
  return world.ideas.map((id) => {
    const { raw = 0, verified = 0, quarantined = 0 } = support.get(id) ?? {};
    const root = world.ideas.indexOf(pointers.find((row) => row.id === id)!.root);
    return { root, support: { raw, verified, quarantined }, backers: own.map((votes) => votes.has(id)) };
  });
}

function expected(model: Model) {
  return everyIdea.map((one) => ({ root: model.root(one), support: model.support(one), backers: people.map((person) => model.hasVoted(person, one)) }));
}

/** Counts the attempts at a transaction, from now on, that the database ended as deadlocked; they are repeated in silence. */
function deadlocksSeen(): () => number {
  const attempts = vi.spyOn(rooms.transactor as unknown as { once: () => Promise<unknown> }, 'once');
  return () => {
    const failed = attempts.mock.settledResults.filter(({ type, value }) => type === 'rejected' && codeOf(value) === '40P01');
    attempts.mockRestore();
    return failed.length;
  };
}

function codeOf(error: unknown): unknown {
  return (error as { code?: unknown; driverError?: { code?: unknown } }).driverError?.code ?? (error as { code?: unknown }).code;
}

async function drift() {
  return (await rooms.get(RecountService).compare()).drift;
}

const oneAfterAnother = fc.asyncProperty(fc.array(command, { minLength: 5, maxLength: 30 }), async (commands) => {
  const [world, model] = [await aWorld(), new Model()];
  for (const one of commands) {
    await run(world, one);
    await rooms.dispatcher.drain();
    model.run(one);
    expect(await stateOf(world)).toEqual(expected(model));
  }
  expect(await drift()).toEqual(NO_DRIFT);
});

describe('whatever is voted, withdrawn, merged and restored', () => {
  // Without a safeguard (below) it fails within a few.
  it('one after another, every voter is counted once on every idea after every step', async () => {
    await fc.assert(oneAfterAnother, { numRuns: 30 });
  }, 240_000);

  it('all at once, support equals a recount whenever it is read', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(command, { minLength: 20, maxLength: 60 }), async (commands) => {
        const world = await aWorld();
        const deadlocks = deadlocksSeen();
        let done = false;
        const reader = async () => {
          for (; !done; await delay(1)) {
            const { raw, verified, quarantined, heat, union } = await drift();
            expect({ raw, verified, quarantined, heat, union }).toEqual({ raw: 0, verified: 0, quarantined: 0, heat: 0, union: 0 });
          }
        };
        const reading = reader();
        await Promise.all(commands.map((one) => run(world, one))).finally(() => (done = true));
        await reading;
        await rooms.dispatcher.drain();
        expect(await drift()).toEqual(NO_DRIFT);
        expect(deadlocks(), 'transactions that waited for each other').toBe(0);
      }),
      { numRuns: 20 },
    );
  }, 240_000);
});

describe('the safeguards, taken away', () => {
  const definitionOf = async (name: string) =>
    (await rooms.database.query<{ sql: string }>('SELECT pg_get_functiondef($1::regproc) AS sql', [name]))[0]!.sql;

  it('when votes are not counted at the root, the property fails, and the recount sees and mends it', async () => {
    const intact = await definitionOf('tally_unions');
    await rooms.database.query(`CREATE OR REPLACE FUNCTION tally_unions(was vote_change[], became vote_change[]) RETURNS void LANGUAGE sql AS ''`);
    const result = await fc.check(oneAfterAnother, { numRuns: 60, endOnFailure: true });
    await rooms.database.query(intact);
    expect(result.failed).toBe(true);
    expect((await drift()).union).toBeGreaterThan(0);
    await rooms.get(RecountService).fix();
    expect(await drift()).toEqual(NO_DRIFT);
  }, 120_000);

  it('when the counts of both sides are added up, somebody is counted twice', async () => {
    const intact = await definitionOf('united_votes');
    await rooms.database.query(`CREATE OR REPLACE FUNCTION united_votes(root uuid) RETURNS TABLE (member_id uuid, standing text, cast_at timestamptz) LANGUAGE sql STABLE STRICT AS $$
      SELECT v.member_id, v.standing, v.cast_at FROM ideas f JOIN votes v ON v.idea_id = f.id WHERE f.id = root OR f.merged_into_id = root $$`);
    const result = await fc.check(oneAfterAnother, { numRuns: 100, endOnFailure: true });
    await rooms.database.query(intact);
    expect(result.failed).toBe(true);
  }, 120_000);

  it('a chain is refused by the database, whoever writes it', async () => {
    const { ideas } = await aWorld();
    const point = (one: number, target: number) =>
      rooms.database.query(`UPDATE ideas SET status = 'MERGED', deadline = NULL, merged_into_id = $2 WHERE id = $1`, [ideas[one], ideas[target]]);
    await point(1, 2);
    await expect(point(2, 3)).rejects.toThrow(/duplicate points at a duplicate/);
    await expect(point(3, 1)).rejects.toThrow(/duplicate points at a duplicate/);
  });
});
