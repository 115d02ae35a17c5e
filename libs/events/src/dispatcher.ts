import { Injectable, Logger } from '@nestjs/common';
import { Database, rowsOf, Transactor, type Tx } from '@fanfare/database';
import { EVENT_COLUMNS, EventLog, type EventRow, recordedEvent } from './event-log.js';
import { type Handler, Handlers, type SendingHandler, type WritingHandler } from './handlers.js';

const POLL_MS = 250;
const LEASE_SECONDS = 10;
const RENEW_MS = 3_000;
const LARGEST_PAUSE_SECONDS = 3600;

const DUE_HANDLERS = `
  SELECT handler FROM unnest($1::text[]) AS handler WHERE EXISTS (
    SELECT FROM deliveries d WHERE d.handler = handler.handler AND d.run_at <= now() AND (d.leased_until IS NULL OR d.leased_until < now()))`;

const CLAIM = `
  SELECT ${EVENT_COLUMNS} FROM deliveries d JOIN events e ON e.id = d.event_id
  WHERE d.handler = $1 AND d.run_at <= now() AND (d.leased_until IS NULL OR d.leased_until < now()) AND d.attempts <= $3
  ORDER BY d.run_at, d.sequence LIMIT $2 FOR UPDATE OF d SKIP LOCKED`;

const DONE = 'DELETE FROM deliveries WHERE handler = $1 AND event_id = ANY ($2)';

const POSTPONE = `
  UPDATE deliveries SET attempts = attempts + 1, leased_until = NULL, last_error = left($3, 500),
    run_at = now() + make_interval(secs => least($4, 0.5 * 2 ^ attempts))
  WHERE handler = $1 AND event_id = ANY ($2)`;

const LEASE = `UPDATE deliveries SET leased_until = now() + make_interval(secs => $3) WHERE handler = $1 AND event_id = $2`;

/**
 * Delivers events to their handlers: at once after a commit of this process, within a quarter of a second otherwise.
 * A writing handler's delivery ends in the handler's own transaction, so a killed worker's work is free at once; a
 * sending handler holds a ten-second lease. Handlers work side by side, so a slow mail server holds back mail only.
 * Failures are repeated for ever, ever later.
 */
@Injectable()
export class Dispatcher {
  private readonly log = new Logger('Dispatcher');
  private timer: NodeJS.Timeout | null = null;
  private looking: Promise<void> | null = null;
  private lookAgain = false;
  private stopped = true;
  /** Handlers at work, and those of them that were found due again meanwhile. */
  private readonly working = new Map<string, Promise<void>>();
  private readonly dueAgain = new Set<string>();
  /** When handlers that rest after a batch may go on, by `performance.now()`. */
  private readonly restsUntil = new Map<string, number>();

  constructor(
    private readonly database: Database,
    private readonly transactor: Transactor,
    private readonly handlers: Handlers,
    events: EventLog,
  ) {
    transactor.onCommit((tx) => {
      if (!this.stopped && events.hasAppended(tx)) void this.kick();
    });
  }

  start(): void {
    this.stopped = false;
    this.timer = setInterval(() => void this.kick(), POLL_MS);
  }

  /** Ends after the deliveries under way. */
  async stop(): Promise<void> {
    this.stopped = true;
    if (this.timer) clearInterval(this.timer);
    await this.looking;
    await Promise.all(this.working.values());
  }

  /** Looks now which handlers have something due, and sets them to work. */
  async kick(): Promise<void> {
    this.lookAgain = true;
    this.looking ??= this.look().finally(() => (this.looking = null));
    await this.looking;
  }

  /**
   * Delivers everything that is due, including what handlers append meanwhile, without rests, and waits for what this
   * process has under way by itself. For tests and commands.
   */
  async drain(): Promise<void> {
    for (let any = true; any; ) {
      any = false;
      for (const handler of await this.due()) any = (await this.deliver(handler)) || any;
      any ||= this.working.size > 0;
      await Promise.all(this.working.values());
    }
  }

  private async look(): Promise<void> {
    while (this.lookAgain && !this.stopped) {
      this.lookAgain = false;
      try {
        for (const handler of await this.due()) if (!this.rests(handler)) this.setToWork(handler);
      } catch (error) {
        this.log.warn(`Deliveries wait: ${(error as Error).message}`);
      }
    }
  }

  private async due(): Promise<Handler[]> {
    const rows = await this.database.query<{ handler: string }>(DUE_HANDLERS, [this.handlers.names]);
    return rows.map(({ handler }) => this.handlers.get(handler)!);
  }

  private setToWork(handler: Handler): void {
    this.dueAgain.add(handler.name);
    if (this.working.has(handler.name)) return;
    const work = this.exhaust(handler).finally(() => this.working.delete(handler.name));
    this.working.set(handler.name, work);
  }

  private async exhaust(handler: Handler): Promise<void> {
    try {
      while (this.dueAgain.delete(handler.name)) while (!this.stopped && !this.rests(handler) && (await this.deliver(handler)));
    } catch (error) {
      this.log.warn(`${handler.name} waits: ${(error as Error).message}`);
    }
  }

  private rests({ name }: Handler): boolean {
    return (this.restsUntil.get(name) ?? 0) > performance.now();
  }

  private deliver(handler: Handler): Promise<boolean> {
    return handler.kind === 'writes' ? this.write(handler, handler.batch) : this.send(handler);
  }

  /** A batch that fails is tried again one by one, so that one bad event holds back nobody else's. */
  private async write(handler: WritingHandler<object>, size: number): Promise<boolean> {
    let claimed: string[] = [];
    try {
      await this.transactor.run(async (tx) => {
        const events = await claim(tx, handler.name, size);
        claimed = events.map((event) => event.id);
        if (events.length === 0) return;
        await handler.handle(tx, events);
        await tx.query(DONE, [handler.name, claimed]);
      });
      const full = claimed.length === size;
      if (claimed.length > 0 && !full) this.restsUntil.set(handler.name, performance.now() + handler.pauseMs);
      if (claimed.length > 0 || size === 1) return claimed.length > 0;
      return await this.write(handler, 1); // what failed before is due by itself
    } catch (error) {
      if (claimed.length > 1) return this.write(handler, 1);
      await this.postpone(handler.name, claimed, error);
      return false;
    }
  }

  private async send(handler: SendingHandler<object>): Promise<boolean> {
    const event = await this.transactor.run(async (tx) => {
      const [found] = await claim(tx, handler.name, 1);
      if (found) await tx.query(LEASE, [handler.name, found.id, LEASE_SECONDS]);
      return found;
    });
    if (!event) return false;
    const renewal = setInterval(() => void this.renew(handler.name, event.id), RENEW_MS);
    try {
      await handler.handle(event, `${event.id}:${handler.name}`);
      await this.database.query(DONE, [handler.name, [event.id]]);
      return true;
    } catch (error) {
      await this.postpone(handler.name, [event.id], error);
      return false;
    } finally {
      clearInterval(renewal);
    }
  }

  private async renew(handler: string, eventId: string): Promise<void> {
    await this.database.query(LEASE, [handler, eventId, LEASE_SECONDS]).catch(() => undefined);
  }

  private async postpone(handler: string, ids: readonly string[], error: unknown): Promise<void> {
    const message = error instanceof Error ? error.message : String(error);
    this.log.warn(`${handler} failed and will be tried again: ${message}`);
    await this.database.query(POSTPONE, [handler, ids, message, LARGEST_PAUSE_SECONDS]).catch(() => undefined);
  }
}

const ANY_NUMBER_OF_ATTEMPTS = 2_147_483_647;

async function claim(tx: Tx, handler: string, size: number) {
  const attempts = size > 1 ? 0 : ANY_NUMBER_OF_ATTEMPTS; // what failed before never joins a batch again
  const rows = await rowsOf<EventRow>(tx, CLAIM, [handler, size, attempts]);
  return rows.map(recordedEvent);
}
