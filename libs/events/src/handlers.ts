import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import type { Tx } from '@fanfare/database';
import { type EventType, isDeclared, type RecordedEvent } from './event.js';

/** Writes the database only: runs in one transaction with its delivery rows, for one or many events at once. */
export interface WritingHandler<Payload extends object> {
  readonly kind: 'writes';
  readonly name: string;
  /** Most events handled in one transaction. */
  readonly batch: number;
  /** Milliseconds one process rests after a batch that was not full, so that what comes meanwhile is one batch. */
  readonly pauseMs: number;
  readonly handle: (tx: Tx, events: readonly RecordedEvent<Payload>[]) => Promise<void>;
}

/** Talks to the network: runs outside any transaction under a renewed lease and may run again after a crash. */
export interface SendingHandler<Payload extends object> {
  readonly kind: 'sends';
  readonly name: string;
  /** @param deliveryId stable over retries, for the receiver to recognise a repetition */
  readonly handle: (event: RecordedEvent<Payload>, deliveryId: string) => Promise<void>;
}

export type Handler = WritingHandler<object> | SendingHandler<object>;

/** Who wants to know of what. Rooms register in their constructors; names are kept in the database, so they never change. */
@Injectable()
export class Handlers implements OnApplicationBootstrap {
  private readonly byName = new Map<string, Handler>();
  private readonly byType = new Map<string, string[]>();

  /** Calls `handle` with each event, in a transaction that ends with the delivery. */
  on<Payload extends object>(type: EventType<Payload>, name: string, handle: (tx: Tx, event: RecordedEvent<Payload>) => Promise<void>): void {
    this.add(type, { kind: 'writes', name, batch: 1, pauseMs: 0, handle: (tx, [event]) => handle(tx, event as RecordedEvent<Payload>) });
  }

  /**
   * Calls `handle` with up to `batch` events at once, for work that coalesces.
   *
   * @param pauseMs how long a process rests after a batch that was not full
   */
  onMany<Payload extends object>(
    type: EventType<Payload>,
    name: string,
    batch: number,
    handle: WritingHandler<Payload>['handle'],
    pauseMs = 0,
  ): void {
    this.add(type, { kind: 'writes', name, batch, pauseMs, handle: handle as WritingHandler<object>['handle'] });
  }

  /** Calls `handle` outside a transaction, at least once. */
  send<Payload extends object>(type: EventType<Payload>, name: string, handle: SendingHandler<Payload>['handle']): void {
    this.add(type, { kind: 'sends', name, handle: handle as SendingHandler<object>['handle'] });
  }

  /** Names of the handlers of a kind of event. */
  namesFor(type: string): readonly string[] {
    return this.byType.get(type) ?? [];
  }

  get(name: string): Handler | undefined {
    return this.byName.get(name);
  }

  get names(): readonly string[] {
    return [...this.byName.keys()];
  }

  /** Start-up fails on a handler that waits for an event nobody declared. */
  onApplicationBootstrap(): void {
    const unknown = [...this.byType.keys()].filter((type) => !isDeclared(type));
    if (unknown.length > 0) throw new Error(`Handlers wait for events nobody declared: ${unknown.join(', ')}`);
  }

  private add(type: EventType<object>, handler: Handler): void {
    const names = this.byType.get(type.type) ?? [];
    if (names.includes(handler.name)) throw new Error(`Handler ${handler.name} is registered twice for ${type.type}`);
    this.byType.set(type.type, [...names, handler.name]);
    this.byName.set(handler.name, this.byName.get(handler.name) ?? handler);
  }
}
