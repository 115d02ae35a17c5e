import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Database } from '@fanfare/database';
import { endOfLog, type LogPosition, readAfter } from './event-log.js';
import type { RecordedEvent } from './event.js';

type Listener = (event: RecordedEvent) => void;

const POLL_MS = 200;

/**
 * What happens now, in any process, for live subscribers. Reads the log in order while somebody listens and rests
 * otherwise; LISTEN/NOTIFY is not used, since it takes one lock for every commit that notifies.
 */
@Injectable()
export class EventTail implements OnApplicationShutdown {
  private readonly listeners = new Map<Listener, readonly string[]>();
  private reading: Promise<void> | null = null;
  private ended = false;

  constructor(private readonly database: Database) {}

  /** Calls back with each event of these kinds from now on. @returns how to stop listening */
  listen(types: readonly string[], listener: Listener): () => void {
    this.listeners.set(listener, types);
    this.reading ??= this.read().finally(() => (this.reading = null));
    return () => this.listeners.delete(listener);
  }

  async onApplicationShutdown(): Promise<void> {
    this.ended = true;
    await this.reading;
  }

  private async read(): Promise<void> {
    let position: LogPosition | null = null;
    while (this.listeners.size > 0 && !this.ended) {
      try {
        position ??= await endOfLog(this.database);
        position = await this.pass(position);
      } catch {
        // the database is away: go on from the same position when it is back
      }
      await new Promise((resolve) => setTimeout(resolve, POLL_MS));
    }
  }

  private async pass(from: LogPosition): Promise<LogPosition> {
    const types = [...new Set([...this.listeners.values()].flat())];
    const found = await readAfter(this.database.reader, from, types);
    for (const { event } of found) this.tell(event);
    return found.at(-1)?.position ?? from;
  }

  private tell(event: RecordedEvent): void {
    for (const [listener, types] of this.listeners) if (types.includes(event.type)) listener(event);
  }
}
