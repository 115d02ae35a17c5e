import { Injectable, Logger } from '@nestjs/common';
import { Database, rowsOf, Transactor, type Tx } from '@fanfare/database';
import { Clock } from '@fanfare/kernel';

/**
 * One transaction's worth of work that comes round. Answers `MORE` when it stopped at a batch: the rest is done at once, in
 * transactions of its own, by whoever is free and in turn with what else is due.
 */
export type Work = (tx: Tx) => Promise<void | typeof MORE>;

/** There is more to do than one transaction should hold. */
export const MORE = 'MORE';

interface Schedule {
  readonly name: string;
  readonly everyMs: number;
  readonly run: Work;
}

const LOOK_MS = 1_000;

/** One look for all of them: most of the time nothing is due. */
const DUE = `
  SELECT asked.name FROM unnest($1::text[]) AS asked (name) LEFT JOIN schedules s ON s.name = asked.name
  WHERE s.name IS NULL OR s.next_run_at <= $2`;
const CLAIM = 'SELECT name FROM schedules WHERE name = $1 AND next_run_at <= $2 FOR UPDATE SKIP LOCKED';
const DONE = 'UPDATE schedules SET last_run_at = $2, next_run_at = $3, last_error = NULL, last_error_at = NULL WHERE name = $1';
// Its first run may be the one that failed, and took its row back with it.
const FAILED = `
  INSERT INTO schedules (name, last_error, next_run_at, last_error_at) VALUES ($1, left($2, 500), $3, $3)
  ON CONFLICT (name) DO UPDATE SET last_error = excluded.last_error, last_error_at = excluded.last_error_at`;
const HASTEN = 'UPDATE schedules SET next_run_at = least(next_run_at, $2) WHERE name = $1';
const KNOW = 'INSERT INTO schedules (name, next_run_at) VALUES ($1, $2) ON CONFLICT DO NOTHING';

/** Work that comes round. Whoever holds the row does it, in one transaction with the row: one process at a time, once each. */
@Injectable()
export class Schedules {
  private readonly log = new Logger('Schedules');
  private readonly schedules: Schedule[] = [];
  private timer: NodeJS.Timeout | null = null;
  private running: Promise<void> | null = null;
  private stopped = false;

  constructor(
    private readonly database: Database,
    private readonly transactor: Transactor,
    private readonly clock: Clock,
  ) {}

  /** Registers work; a run that was missed while nobody was up happens at the next start. */
  every(everyMs: number, name: string, run: Work): void {
    this.schedules.push({ name, everyMs, run });
  }

  /** What comes round in this program. */
  get names(): readonly string[] {
    return this.schedules.map((schedule) => schedule.name);
  }

  /** Makes work due as soon as the caller's transaction is over: what it looks for has just come about. */
  async hasten(tx: Tx, name: string): Promise<void> {
    await tx.query(HASTEN, [name, this.clock.now()]);
  }

  start(): void {
    this.stopped = false;
    this.timer = setInterval(() => {
      this.running ??= this.runDue().finally(() => (this.running = null));
    }, LOOK_MS);
  }

  async stop(): Promise<void> {
    this.stopped = true;
    if (this.timer) clearInterval(this.timer);
    await this.running;
  }

  /** Does everything that is due now, in turn, a batch of each: work of many batches holds back nobody else's. */
  async runDue(): Promise<void> {
    const failed = new Set<string>();
    for (let more = true; more && !this.stopped; ) {
      more = false;
      for (const schedule of await this.due(failed)) {
        const attempt = this.stopped ? undefined : this.runBatch(schedule).catch((error: Error) => this.failed(schedule, error, failed));
        if ((await attempt) === MORE) more = true;
      }
    }
  }

  /** @param failed what shall rest until the next look */
  private async due(failed: ReadonlySet<string>): Promise<Schedule[]> {
    try {
      const asked = [this.names, this.clock.now()];
      const due = new Set((await this.database.query<{ name: string }>(DUE, asked)).map(({ name }) => name));
      return this.schedules.filter(({ name }) => due.has(name) && !failed.has(name));
    } catch (error) {
      this.log.warn(`Schedules wait: ${(error as Error).message}`);
      return [];
    }
  }

  /** Kept for the operator until it works again. */
  private async failed({ name }: Schedule, error: Error, failed: Set<string>): Promise<void> {
    failed.add(name);
    this.log.warn(`${name} failed: ${error.message}`);
    const keep = (tx: Tx) => tx.query(FAILED, [name, error.message, this.clock.now()]);
    await this.transactor.run(keep).catch(() => undefined); // the database may be what failed
  }

  /** After a batch with more to come the schedule stays due. */
  private async runBatch({ name, everyMs, run }: Schedule): Promise<void | typeof MORE> {
    const now = this.clock.now();
    return this.transactor.run(async (tx) => {
      await tx.query(KNOW, [name, now]);
      const due = await rowsOf(tx, CLAIM, [name, now]);
      if (due.length === 0) return;
      if ((await run(tx)) === MORE) return MORE;
      await tx.query(DONE, [name, now, new Date(now.getTime() + everyMs)]);
    });
  }
}
