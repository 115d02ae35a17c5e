import { Schedules } from '@fanfare/events';
import { IdeaMoves, IdeasAccess, type IdeaStatus } from '@fanfare/ideas';
import { type Actor, DAY, HOUR, VISITOR } from '@fanfare/kernel';
import { aCommunity, aMember, anIdea, bootRooms, type Rooms } from '@fanfare/testing';
import { VotesService } from '@fanfare/votes';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LadderModule } from './index.js';

const START = new Date('2026-03-01T00:00:00Z').getTime();
const FANS = 6;
const LADDER = [{ support: 2, days: 10 }, { support: 4, days: 20 }, { support: 5, days: 30 }];

type Command =
  | { do: 'vote' | 'withdraw'; fan: number }
  | { do: 'wait'; hours: number }
  | { do: 'work' | 'review' | 'reopen' };

const fan = fc.nat(FANS - 1);
const command: fc.Arbitrary<Command> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: fc.constant('vote' as const), fan }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('withdraw' as const), fan }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('wait' as const), hours: fc.integer({ min: 1, max: 15 * 24 }) }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('work' as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constantFrom('review' as const, 'reopen' as const) }) },
);

interface State {
  readonly status: IdeaStatus;
  readonly rung: number;
  /** Milliseconds of the epoch. */
  readonly deadline: number | null;
  /** Milliseconds. */
  readonly left: number | null;
  readonly supporters: number;
}

/** What should happen, told the long way: nothing here knows how the rooms do it. */
class Model {
  private now = START;
  private status: IdeaStatus = 'OPEN';
  private rung = 0;
  private deadline: number | null = START + LADDER[0]!.days * DAY;
  private left: number | null = null;
  private readonly votes = new Map<number, number>();

  run(command: Command): void {
    switch (command.do) {
      case 'vote':
        if (this.votingIsOpen && !this.votes.has(command.fan)) this.votes.set(command.fan, this.now);
        return;
      case 'withdraw':
        if (this.votingIsOpen) this.votes.delete(command.fan);
        return;
      case 'wait':
        this.now += command.hours * HOUR;
        return;
      case 'work':
        return this.look();
      case 'review':
        if (this.status === 'OPEN' || this.status === 'EXPIRED') this.stop();
        return;
      case 'reopen':
        if (this.status === 'UNDER_REVIEW') this.goOn();
    }
  }

  get state(): State {
    const { status, rung, deadline, left } = this;
    return { status, rung, deadline, left, supporters: this.votes.size };
  }

  private get votingIsOpen(): boolean {
    return this.status === 'UNDER_REVIEW' || (this.status === 'OPEN' && (this.deadline === null || this.now < this.deadline));
  }

  private look(): void {
    if (this.status !== 'OPEN' && this.status !== 'UNDER_REVIEW') return;
    while (this.rung < LADDER.length && this.inTime() >= LADDER[this.rung]!.support) this.climb();
    if (this.status === 'OPEN' && this.deadline !== null && this.deadline <= this.now) this.status = 'EXPIRED';
  }

  /** Votes that came before the deadline, where there is one. */
  private inTime(): number {
    return [...this.votes.values()].filter((at) => this.deadline === null || at < this.deadline).length;
  }

  private climb(): void {
    this.rung += 1;
    const next = LADDER[this.rung];
    if (next && this.deadline !== null) this.deadline += next.days * DAY;
    if (next && this.left !== null) this.left += next.days * DAY;
    if (next || this.status !== 'OPEN') return;
    this.left = this.deadline === null ? null : Math.max(0, this.deadline - Math.max(...this.topVoteAt()));
    this.deadline = null;
    this.status = 'UNDER_REVIEW';
  }

  /** The moment of the vote that completed the ladder, or of the last move when that was later. */
  private topVoteAt(): [number, number] {
    const ordered = [...this.votes.values()].sort((a, b) => a - b);
    return [ordered[LADDER.at(-1)!.support - 1]!, this.lastMove];
  }

  private lastMove = START;

  private stop(): void {
    this.left = this.deadline === null ? null : this.status === 'EXPIRED' ? 0 : Math.max(0, this.deadline - this.now);
    this.deadline = null;
    this.status = 'UNDER_REVIEW';
    this.lastMove = this.now;
  }

  private goOn(): void {
    const next = LADDER[this.rung];
    const days = this.left === 0 && next ? next.days * DAY : this.left;
    this.deadline = next && days !== null ? this.now + days : null;
    this.left = null;
    this.status = 'OPEN';
    this.lastMove = this.now;
  }
}

let rooms: Rooms;
let communityId: string;
let fans: { id: string; account_id: string | null }[];

beforeAll(async () => {
  rooms = await bootRooms([LadderModule], { now: new Date(START) });
  communityId = (await aCommunity(rooms.database)).id;
  await rooms.database.query('DELETE FROM rungs WHERE community_id = $1', [communityId]);
  for (const [at, { support, days }] of LADDER.entries()) {
    await rooms.database.query('INSERT INTO rungs VALUES ($1, $2, $3, $4)', [communityId, at + 1, support, days]);
  }
  fans = [];
  for (let n = 0; n < FANS; n += 1) fans.push(await aMember(rooms.database, communityId));
});
afterAll(() => rooms.close());

async function freshIdea(): Promise<string> {
  rooms.clock.set(new Date(START));
  await rooms.database.query(`UPDATE ideas SET status = 'DECLINED', deadline = NULL`); // earlier ones are none of ours
  await rooms.database.query('DELETE FROM schedules');
  const deadline = new Date(START + LADDER[0]!.days * DAY);
  return (await anIdea(rooms.database, communityId, { created_at: new Date(START), deadline, clock_days: LADDER[0]!.days })).id;
}

/** What the commands do to the real thing; what is refused is refused. */
async function run(id: string, command: Command): Promise<void> {
  switch (command.do) {
    case 'vote':
      return refusable(rooms.get(VotesService).cast(actorOf(command.fan), id));
    case 'withdraw':
      return refusable(rooms.get(VotesService).withdraw(actorOf(command.fan), id));
    case 'wait':
      return rooms.clock.advance(command.hours * HOUR);
    case 'work':
      await rooms.dispatcher.drain();
      return rooms.get(Schedules).runDue();
    case 'review':
      return refusable(staffMove(id, 'UNDER_REVIEW'));
    case 'reopen':
      return refusable(staffMove(id, 'OPEN'));
  }
}

const actorOf = (number: number): Actor => ({ ...VISITOR, accountId: fans[number]!.account_id });

async function refusable(work: Promise<unknown>): Promise<void> {
  await work.catch((error: { code?: string }) => {
    if (!['VOTING_CLOSED', 'MOVE_REFUSED'].includes(error.code ?? '')) throw error;
  });
}

async function staffMove(id: string, to: IdeaStatus): Promise<void> {
  await rooms.transactor.run(async (tx) => {
    const idea = await rooms.get(IdeasAccess).lockForMove(tx, VISITOR, id);
    const [response] = await rooms.database.query<{ id: string }>(
      `INSERT INTO official_responses (id, idea_id, community_id, author_id, status, body, created_at)
       VALUES (gen_random_uuid(), $1, $2, $3, $4, 'Because.', now()) RETURNING id`,
      [id, communityId, fans[0]!.id, to],
    );
    await rooms.get(IdeaMoves).move(tx, VISITOR, idea, { to, mover: 'STAFF', memberId: fans[0]!.id, responseId: response!.id });
  });
}

const STATE = `
  SELECT status, rung, extract(epoch FROM deadline)::float8 * 1000 AS deadline, extract(epoch FROM clock_left)::float8 * 1000 AS "left",
    (SELECT count(*)::int FROM votes WHERE idea_id = $1) AS supporters FROM ideas WHERE id = $1`;

async function stateOf(id: string): Promise<State> {
  const [row] = await rooms.database.query<State>(STATE, [id]);
  return row!;
}

const TOLD = `
  SELECT (SELECT count(*)::int FROM rung_grants WHERE idea_id = $1) AS grants,
    (SELECT count(*)::int FROM events WHERE subject_id = $1 AND type = 'rung.reached') AS told,
    (SELECT count(DISTINCT payload->>'position')::int FROM events WHERE subject_id = $1 AND type = 'rung.reached') AS different`;

describe('whatever fans, staff and time do', () => {
  it('an idea stands where a patient reader of the rules would put it, however long the worker slept', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(command, { minLength: 5, maxLength: 40 }), async (commands) => {
        const [id, model] = [await freshIdea(), new Model()];
        for (const next of commands) {
          await run(id, next);
          model.run(next);
          expect(await stateOf(id)).toEqual(model.state);
        }
        const [told] = await rooms.database.query(TOLD, [id]);
        expect(told).toEqual({ grants: model.state.rung, told: model.state.rung, different: model.state.rung });
      }),
      { numRuns: 60 },
    );
  }, 180_000);
});
