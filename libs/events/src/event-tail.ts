import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Database } from '@fanfare/database';
import { endOfLog, LARGEST_READ, type LogPosition, readAfter } from './event-log.js';
import { setTimeout as pause } from 'node:timers/promises';
import type { RecordedEvent } from './event.js';

type Listener = (event: RecordedEvent) => void;

const POLL_MS = 200;
const FIRST_LOOK_MS = 10;
const LONGEST_WAIT_MS = 5_000;

/**
 * What happens now, in any process, for live subscribers. Reads the log in order while somebody listens and rests
 * otherwise; LISTEN/NOTIFY is not used, since it takes one lock for every commit that notifies.
 */
@Injectable()
export class EventTail implements OnApplicationShutdown {
  private readonly listeners = new Map<Listener, readonly string[]>();
  private reading: Promise<void> | null = null;
  private position: LogPosition | null = null;
  private ended = false;

  constructor(private readonly database: Database) {}

  /** Calls back with each event of these kinds from now on. @returns how to stop listening */
  listen(types: readonly string[], listener: Listener): () => void {
    this.listeners.set(listener, types);
    this.start();
    return () => this.listeners.delete(listener);
  }

  /** Settles when the place in the log is taken: what commits from then on is told. At most some seconds without a database. */
  async listening(): Promise<void> {
    const deadline = Date.now() + LONGEST_WAIT_MS;
    while (!this.position && !this.ended && Date.now() < deadline) await pause(FIRST_LOOK_MS);
  }

  async onApplicationShutdown(): Promise<void> {
    this.ended = true;
    await this.reading;
  }

  private start(): void {
    this.reading ??= this.read().finally(() => {
      this.reading = null;
      if (this.listeners.size > 0 && !this.ended) this.start(); // somebody came while we were leaving
    });
  }

  private async read(): Promise<void> {
    while (this.listeners.size > 0 && !this.ended) {
      try {
        this.position = this.position ? await this.pass(this.position) : await endOfLog(this.database);
      } catch {
        // the database is away: go on from the same position when it is back
      }
      await pause(POLL_MS);
    }
    this.position = null;
  }

  /** Where nothing of interest was found, the position still moves on, so that it is not looked through again. */
  private async pass(from: LogPosition): Promise<LogPosition> {
    const end = await endOfLog(this.database);
    const types = [...new Set([...this.listeners.values()].flat())];
    const found = await readAfter(this.database.reader, from, types);
    for (const { event } of found) this.tell(event);
    const last = found.at(-1)?.position ?? from;
    return BigInt(end.xid) > BigInt(last.xid) && found.length < LARGEST_READ ? end : last;
  }

  private tell(event: RecordedEvent): void {
    for (const [listener, types] of this.listeners) if (types.includes(event.type)) listener(event);
  }
}
