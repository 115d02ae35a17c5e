import { Injectable, Logger } from '@nestjs/common';
import { rowsOf, Transactor, type Tx } from '@fanfare/database';
import { Clock } from '@fanfare/kernel';

interface Schedule {
  readonly name: string;
  readonly everyMs: number;
  readonly run: (tx: Tx) => Promise<void>;
}

const LOOK_MS = 1_000;

const CLAIM = 'SELECT name FROM schedules WHERE name = $1 AND next_run_at <= $2 FOR UPDATE SKIP LOCKED';
const DONE = 'UPDATE schedules SET last_run_at = $2, next_run_at = $3, last_error = NULL, last_error_at = NULL WHERE name = $1';
// Its first run may be the one that failed, and took its row back with it.
const FAILED = `
  INSERT INTO schedules (name, last_error, next_run_at, last_error_at) VALUES ($1, left($2, 500), $3, $3)
  ON CONFLICT (name) DO UPDATE SET last_error = excluded.last_error, last_error_at = excluded.last_error_at`;
const KNOW = 'INSERT INTO schedules (name, next_run_at) VALUES ($1, $2) ON CONFLICT DO NOTHING';

/** Work that comes round. Whoever holds the row does it, in one transaction with the row: one process at a time, once each. */
@Injectable()
export class Schedules {
  private readonly log = new Logger('Schedules');
  private readonly schedules: Schedule[] = [];
  private timer: NodeJS.Timeout | null = null;
  private running: Promise<void> | null = null;

  constructor(
    private readonly transactor: Transactor,
    private readonly clock: Clock,
  ) {}

  /** Registers work; a run that was missed while nobody was up happens at the next start. */
  every(everyMs: number, name: string, run: (tx: Tx) => Promise<void>): void {
    this.schedules.push({ name, everyMs, run });
  }

  /** What comes round in this program. */
  get names(): readonly string[] {
    return this.schedules.map((schedule) => schedule.name);
  }

  start(): void {
    this.timer = setInterval(() => {
      this.running ??= this.runDue().finally(() => (this.running = null));
    }, LOOK_MS);
  }

  async stop(): Promise<void> {
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

  private async runOne({ name, everyMs, run }: Schedule): Promise<void> {
    const now = this.clock.now();
    await this.transactor.run(async (tx) => {
      await tx.query(KNOW, [name, now]);
      const due = await rowsOf(tx, CLAIM, [name, now]);
      if (due.length === 0) return;
      await run(tx);
      await tx.query(DONE, [name, now, new Date(now.getTime() + everyMs)]);
    });
  }
}
