import { Injectable } from '@nestjs/common';
import { Database } from '@fanfare/database';
import { type Connection, connectionOf, type PageArgs, pageSize } from '@fanfare/graphql';
import { decodeCursor, encodeCursor } from '@fanfare/kernel';
import type { RecordedEvent } from './event.js';
import { EVENT_COLUMNS, type EventRow, recordedEvent } from './event-log.js';

const ORDER = 'LATEST_ACT';

/** Which acts of a community are asked for; what is left out narrows nothing. */
export interface StaffActsFilter {
  readonly actorId?: string | null;
  readonly types?: readonly string[] | null;
}

const WHERE = 'e.staff_act AND e.community_id = $1 AND ($2::uuid IS NULL OR e.actor_id = $2) AND ($3::text[] IS NULL OR e.type = ANY ($3))';

const PAGE = `
  SELECT ${EVENT_COLUMNS} FROM events e
  WHERE ${WHERE} AND ($4::timestamptz IS NULL OR (e.occurred_at, e.id) < ($4, $5::uuid))
  ORDER BY e.occurred_at DESC, e.id DESC LIMIT $6`;

const COUNT = `SELECT count(*)::int AS count FROM events e WHERE ${WHERE}`;

/** What staff did, read from the log itself: nothing is written twice, so nothing can be missing. Who may read is the caller's policy. */
@Injectable()
export class StaffActs {
  constructor(private readonly database: Database) {}

  /** A community's acts of staff, the latest first. */
  async page(communityId: string, args: PageArgs, filter: StaffActsFilter = {}): Promise<Connection<RecordedEvent>> {
    const [at, id] = args.after ? decodeCursor(ORDER, args.after, ['time', 'id']) : [null, null];
    const wanted = [communityId, filter.actorId ?? null, filter.types ?? null];
    const rows = await this.database.query<EventRow>(PAGE, [...wanted, at && new Date(at), id, pageSize(args) + 1]);
    const cursorOf = (event: RecordedEvent) => encodeCursor(ORDER, [event.occurredAt.toISOString(), event.id]);
    return connectionOf(rows.map(recordedEvent), args, cursorOf, () => this.count(wanted));
  }

  private async count(wanted: unknown[]): Promise<number> {
    const [row] = await this.database.query<{ count: number }>(COUNT, wanted);
    return row!.count;
  }
}
