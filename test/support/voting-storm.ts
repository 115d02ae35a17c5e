import type { Database } from '@fanfare/database';
import { setTimeout as delay } from 'node:timers/promises';
import type { Fan } from './fans.js';

/** What a fan was told last: the truth that everything else is held against. */
type Told = 'cast' | 'withdrawn';

interface StormOptions {
  readonly ideaId: string;
  readonly fans: readonly Fan[];
  readonly clients: number;
  /** Where the API answers now, one address per process. */
  readonly urls: () => readonly string[];
  /** Whether every fourth fan thinks better of it. */
  readonly withdrawals?: boolean;
}

const LONGEST_TRY_MS = 10_000;
const MOST_TRIES = 600;

/**
 * Clients who vote on one idea as fast as they are answered and never give up: a request that dies is sent again until it
 * is acknowledged. Every third vote is sent twice at once, as by an impatient thumb; every fourth is withdrawn afterwards.
 */
export class VotingStorm {
  /** By member. */
  readonly told = new Map<string, Told>();
  acknowledged = 0;
  /** Requests that ended without an answer, or with one that says "try again". */
  interrupted = 0;
  private turn = 0;
  private over = false;
  private readonly done: Promise<unknown>;

  constructor(private readonly options: StormOptions) {
    this.done = Promise.all(Array.from({ length: options.clients }, () => this.client()));
    this.done.catch(() => (this.over = true));
  }

  /** Waits until so many more requests were acknowledged. */
  async until(more: number, milliseconds = 120_000): Promise<void> {
    const goal = this.acknowledged + more;
    const deadline = Date.now() + milliseconds;
    while (this.acknowledged < goal) {
      if (this.over) return void (await this.done);
      if (Date.now() > deadline) throw new Error(`Only ${this.acknowledged} of ${goal} requests were acknowledged in time`);
      await delay(5);
    }
  }

  /** Every fan has a turn. */
  async finish(): Promise<void> {
    await this.done;
  }

  /** Every client finishes what it began; who had no turn gets none. */
  async end(): Promise<void> {
    this.over = true;
    await this.done;
  }

  private async client(): Promise<void> {
    while (!this.over) {
      const turn = (this.turn += 1);
      if (turn > this.options.fans.length) return void (this.over = true);
      await this.vote(this.options.fans[turn - 1]!, turn);
    }
  }

  private async vote(fan: Fan, turn: number): Promise<void> {
    const casts = turn % 3 === 0 ? 2 : 1;
    await Promise.all(Array.from({ length: casts }, () => this.insist('castVote', fan)));
    this.told.set(fan.memberId, 'cast');
    if (turn % 4 !== 0 || this.options.withdrawals === false) return;
    await this.insist('withdrawVote', fan);
    this.told.set(fan.memberId, 'withdrawn');
  }

  private async insist(mutation: 'castVote' | 'withdrawVote', fan: Fan): Promise<void> {
    for (let attempt = 0; attempt < MOST_TRIES; attempt += 1) {
      if (await this.isAcknowledged(mutation, fan)) return void (this.acknowledged += 1);
      this.interrupted += 1;
      await delay(20 + Math.random() * 80);
    }
    throw new Error(`${mutation} was never acknowledged`);
  }

  private async isAcknowledged(mutation: 'castVote' | 'withdrawVote', fan: Fan): Promise<boolean> {
    const urls = this.options.urls();
    const url = urls[Math.floor(Math.random() * urls.length)]!;
    const input = mutation === 'castVote' ? 'CastVoteInput' : 'WithdrawVoteInput';
    try {
      const response = await fetch(`${url}/graphql`, {
        method: 'POST',
        signal: AbortSignal.timeout(LONGEST_TRY_MS),
        headers: { 'content-type': 'application/json', authorization: `Bearer ${fan.token}` },
        body: JSON.stringify({
          query: `mutation ($input: ${input}!) { ${mutation}(input: $input) { idea { id viewerVote { castAt } } } }`,
          variables: { input: { idea: this.options.ideaId } },
        }),
      });
      const { data, errors } = (await response.json()) as { data?: Record<string, unknown> | null; errors?: { extensions?: { code?: string } }[] };
      return judge(errors?.[0]?.extensions?.code, Boolean(data?.[mutation]));
    } catch {
      return false; // the process died, or is only coming up
    }
  }
}

const TRY_AGAIN = ['UNKNOWN_OUTCOME', 'TEMPORARILY_UNAVAILABLE', 'INTERNAL'];

function judge(code: string | undefined, answered: boolean): boolean {
  if (code === undefined) return answered;
  if (TRY_AGAIN.includes(code)) return false;
  throw new Error(`A vote was refused with ${code}`);
}

/** What support must be, from what the fans were told alone. */
export function expectedSupport(told: ReadonlyMap<string, Told>, fans: readonly Fan[]) {
  const standing = fans.filter((fan) => told.get(fan.memberId) === 'cast');
  return { raw: standing.length, verified: standing.filter((fan) => !fan.isAnonymous).length, quarantined: 0, imported: 0 };
}

/** What is not as the fans were told, in words; nothing when all is well. */
export async function lies(database: Pick<Database, 'query'>, ideaId: string, { told }: VotingStorm): Promise<string[]> {
  const rows = await database.query<{ memberId: string }>('SELECT member_id AS "memberId" FROM votes WHERE idea_id = $1', [ideaId]);
  const events = await database.query<{ memberId: string; balance: number }>(
    `SELECT payload->>'memberId' AS "memberId", sum(CASE type WHEN 'vote.cast' THEN 1 ELSE -1 END)::int AS balance
     FROM events WHERE subject_id = $1 AND type IN ('vote.cast', 'vote.withdrawn') GROUP BY 1`,
    [ideaId],
  );
  const kept = new Set(rows.map(({ memberId }) => memberId));
  const balances = new Map(events.map(({ memberId, balance }) => [memberId, balance]));
  const count = (fits: (memberId: string, said: Told) => boolean) => [...told].filter(([memberId, said]) => fits(memberId, said)).length;
  return sentences({
    'acknowledged votes are lost': count((id, said) => said === 'cast' && !kept.has(id)),
    'withdrawn votes are still there': count((id, said) => said === 'withdrawn' && kept.has(id)),
    'votes stand twice': rows.length - kept.size,
    'votes nobody was told of': [...kept].filter((id) => !told.has(id)).length,
    'members whose events say otherwise': count((id, said) => (balances.get(id) ?? 0) !== (said === 'cast' ? 1 : 0)),
  });
}

function sentences(counts: Record<string, number>): string[] {
  return Object.entries(counts).filter(([, count]) => count !== 0).map(([what, count]) => `${count} ${what}`);
}
