import { Injectable, Logger } from '@nestjs/common';
import { rowsOf, Transactor, type Tx } from '@fanfare/database';
import { Clock } from '@fanfare/kernel';

/**
 * One transaction's worth of work that comes round. Answers `MORE` when it stopped at a batch: the rest is done at once, in
 * transactions of its own, by whoever is free.
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

  /** Does everything that is due now. */
  async runDue(): Promise<void> {
    for (const schedule of this.schedules) {
      await this.runOne(schedule).catch((error: Error) => this.failed(schedule, error));
    }
  }

  /** Kept for the operator until it works again. */
  private async failed({ name }: Schedule, error: Error): Promise<void> {
    this.log.warn(`${name} failed: ${error.message}`);
    const keep = (tx: Tx) => tx.query(FAILED, [name, error.message, this.clock.now()]);
    await this.transactor.run(keep).catch(() => undefined); // the database may be what failed
  }

  private async runOne(schedule: Schedule): Promise<void> {
    while (!this.stopped && (await this.runBatch(schedule)) === MORE);
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
