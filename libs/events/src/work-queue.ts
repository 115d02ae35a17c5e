import { Injectable } from '@nestjs/common';
import { Database } from '@fanfare/database';
import { Handlers } from './handlers.js';
import { Schedules } from './schedules.js';

/** What waits for one handler. */
export interface WaitingWork {
  readonly handler: string;
  /** Whether it talks to the network, as mail does. */
  readonly sends: boolean;
  /** Whether this program still has it: what waits for a handler that is gone waits for ever. */
  readonly known: boolean;
  readonly waiting: number;
  /** Of those, tried before in vain. */
  readonly failing: number;
  /** When the event happened that waits the longest. */
  readonly oldestAt: Date;
  /** The same among those that nobody tried yet; null when there is none. A long time means that no worker is at work. */
  readonly untriedSince: Date | null;
}

/** A delivery that failed and will be tried again. */
export interface FailingDelivery {
  readonly id: string;
  readonly handler: string;
  readonly event: string;
  readonly eventAt: Date;
  readonly attempts: number;
  readonly error: string;
  readonly nextTryAt: Date;
}

/** Work that comes round. */
export interface ScheduleState {
  readonly name: string;
  /** Whether this program still has it. */
  readonly known: boolean;
  readonly lastRunAt: Date | null;
  readonly nextRunAt: Date;
  readonly lastError: string | null;
  readonly lastErrorAt: Date | null;
}

const WAITING = `
  SELECT d.handler, count(*)::int AS waiting, count(*) FILTER (WHERE d.attempts > 0)::int AS failing, min(e.occurred_at) AS "oldestAt",
    min(e.occurred_at) FILTER (WHERE d.attempts = 0 AND d.leased_until IS NULL) AS "untriedSince"
  FROM deliveries d JOIN events e ON e.id = d.event_id GROUP BY d.handler ORDER BY min(e.occurred_at)`;

const FAILING = `
  SELECT d.event_id || ':' || d.handler AS id, d.handler, e.type AS event, e.occurred_at AS "eventAt", d.attempts,
    coalesce(d.last_error, '') AS error, d.run_at AS "nextTryAt"
  FROM deliveries d JOIN events e ON e.id = d.event_id WHERE d.attempts > 0 ORDER BY d.attempts DESC, d.sequence LIMIT $1`;

const SCHEDULES = `
  SELECT name, last_run_at AS "lastRunAt", next_run_at AS "nextRunAt", last_error AS "lastError", last_error_at AS "lastErrorAt"
  FROM schedules ORDER BY name`;

/** What has yet to be done, for whoever runs the deployment. */
@Injectable()
export class WorkQueue {
  constructor(
    private readonly database: Database,
    private readonly handlers: Handlers,
    private readonly registered: Schedules,
  ) {}

  /** By handler, the one behind the longest first. */
  async waiting(): Promise<WaitingWork[]> {
    const rows = await this.database.query<Omit<WaitingWork, 'sends' | 'known'>>(WAITING);
    return rows.map((row) => {
      const handler = this.handlers.get(row.handler);
      return { ...row, sends: handler?.kind === 'sends', known: handler !== undefined };
    });
  }

  /** The deliveries that failed most often. */
  failing(most: number): Promise<FailingDelivery[]> {
    return this.database.query<FailingDelivery>(FAILING, [most]);
  }

  /** By name. */
  async schedules(): Promise<ScheduleState[]> {
    const rows = await this.database.query<Omit<ScheduleState, 'known'>>(SCHEDULES);
    return rows.map((row) => ({ ...row, known: this.registered.names.includes(row.name) }));
  }
}
