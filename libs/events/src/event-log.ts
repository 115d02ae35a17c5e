import { Injectable } from '@nestjs/common';
import { type Database, rowsOf, Transactor, type Tx } from '@fanfare/database';
import { Clock, newId } from '@fanfare/kernel';
import { type EventType, isDeclared, isPassing, isStaffAct, type NewEvent, type RecordedEvent } from './event.js';
import { Handlers } from './handlers.js';

const APPEND = `
  WITH appended AS (
    INSERT INTO events (id, type, community_id, actor_id, subject_id, payload, occurred_at, staff_act, passing)
    VALUES ($1, $2, $3, $4, $5, $6::jsonb, $7, $9, $10) RETURNING id
  )
  INSERT INTO deliveries (event_id, handler) SELECT id, unnest($8::text[]) FROM appended`;

/** Many of one kind, in one statement: they stand in the log in the order they came in. */
const APPEND_ALL = `
  WITH appended AS (
    INSERT INTO events (id, type, community_id, actor_id, subject_id, payload, occurred_at, staff_act, passing)
    SELECT e.id, $2, e.community_id, e.actor_id, e.subject_id, e.payload::jsonb, e.occurred_at, $9, $10
    FROM unnest($1::uuid[], $3::uuid[], $4::uuid[], $5::uuid[], $6::text[], $7::timestamptz[])
      WITH ORDINALITY AS e (id, community_id, actor_id, subject_id, payload, occurred_at, at) ORDER BY e.at RETURNING id
  )
  INSERT INTO deliveries (event_id, handler) SELECT id, unnest($8::text[]) FROM appended`;

/** Appends events in the caller's own transaction, with a delivery for each handler. */
@Injectable()
export class EventLog {
  private readonly appended = new WeakSet<Tx>();

  constructor(
    private readonly handlers: Handlers,
    private readonly clock: Clock,
    private readonly transactor: Transactor,
  ) {}

  /** @returns the event's id */
  async append<Payload extends object>(tx: Tx, type: EventType<Payload>, event: NewEvent<Payload>): Promise<string> {
    if (!isDeclared(type.type)) throw new Error(`Nobody declared the event ${type.type}`);
    const id = newId();
    const { communityId = null, actorId = null, subjectId = null, payload, at = this.clock.now() } = event;
    const handlers = this.handlers.namesFor(type.type);
    const staffAct = isStaffAct(type.type);
    await tx.query(APPEND, [id, type.type, communityId, actorId, subjectId, JSON.stringify(payload), at, handlers, staffAct, isPassing(type.type)]);
    this.appended.add(tx);
    this.transactor.witness(tx, id);
    return id;
  }

  /** Appends many events of one kind, in this order, however many at the price of one. */
  async appendAll<Payload extends object>(tx: Tx, type: EventType<Payload>, events: readonly NewEvent<Payload>[]): Promise<void> {
    if (!isDeclared(type.type)) throw new Error(`Nobody declared the event ${type.type}`);
    if (events.length === 0) return;
    const ids = events.map(() => newId());
    const now = this.clock.now();
    const columns = [
      events.map(({ communityId }) => communityId ?? null), events.map(({ actorId }) => actorId ?? null), events.map(({ subjectId }) => subjectId ?? null),
      events.map(({ payload }) => JSON.stringify(payload)), events.map(({ at }) => at ?? now),
    ];
    await tx.query(APPEND_ALL, [ids, type.type, ...columns, this.handlers.namesFor(type.type), isStaffAct(type.type), isPassing(type.type)]);
    this.appended.add(tx);
    this.transactor.witness(tx, ids[0]!);
  }

  /** Whether a transaction of this process appended something. */
  hasAppended(tx: Tx): boolean {
    return this.appended.has(tx);
  }
}

export interface EventRow {
  readonly id: string;
  readonly type: string;
  readonly community_id: string | null;
  readonly actor_id: string | null;
  readonly subject_id: string | null;
  readonly payload: Record<string, unknown>;
  readonly occurred_at: Date;
}

export const EVENT_COLUMNS = 'e.id, e.type, e.community_id, e.actor_id, e.subject_id, e.payload, e.occurred_at';

export function recordedEvent(row: EventRow): RecordedEvent {
  return {
    id: row.id,
    type: row.type,
    communityId: row.community_id,
    actorId: row.actor_id,
    subjectId: row.subject_id,
    payload: row.payload,
    occurredAt: row.occurred_at,
  };
}

/** A place in the log: everything up to it has been read. */
export interface LogPosition {
  readonly xid: string;
  readonly sequence: string;
}

const END = `SELECT pg_snapshot_xmin(pg_current_snapshot())::text AS xid, '0' AS sequence`;

/** Most events of one read of the log. */
export const LARGEST_READ = 500;

const AFTER = `
  SELECT ${EVENT_COLUMNS}, e.xid::text AS xid, e.sequence::text AS sequence FROM events e
  WHERE (e.xid, e.sequence) > ($1::xid8, $2::bigint) AND e.xid < pg_snapshot_xmin(pg_current_snapshot()) AND e.type = ANY ($3)
  ORDER BY e.xid, e.sequence LIMIT ${LARGEST_READ}`;

/** Where the log ends now: only what commits later will stand after it. */
export async function endOfLog(database: Database): Promise<LogPosition> {
  const [row] = await database.query<LogPosition>(END);
  return row!;
}

const LAST = `
  SELECT e.id, e.xid::text AS xid, e.sequence::text AS sequence FROM events e WHERE e.xid < pg_snapshot_xmin(pg_current_snapshot())
  ORDER BY e.xid DESC, e.sequence DESC LIMIT 1`;

/** The last event whose place in the log is final, of whatever kind; null in an empty log. */
export async function lastOfLog(tx: Tx): Promise<(LogPosition & { readonly id: string }) | null> {
  return (await rowsOf<LogPosition & { id: string }>(tx, LAST))[0] ?? null;
}

/** Where an event stands. Keep the event's id rather than this: a restore numbers the log anew. */
export async function positionOf(tx: Tx, eventId: string): Promise<LogPosition> {
  const [row] = await rowsOf<LogPosition>(tx, 'SELECT xid::text AS xid, sequence::text AS sequence FROM events WHERE id = $1', [eventId]);
  if (!row) throw new Error(`The log has no event ${eventId}`);
  return row;
}

/** Events after a position in their final order: none is ever inserted before one that was read. At most 500. */
export async function readAfter(tx: Tx, position: LogPosition, types: readonly string[]): Promise<{ event: RecordedEvent; position: LogPosition }[]> {
  const rows = await rowsOf<EventRow & LogPosition>(tx, AFTER, [position.xid, position.sequence, types]);
  return rows.map((row) => ({ event: recordedEvent(row), position: { xid: row.xid, sequence: row.sequence } }));
}
