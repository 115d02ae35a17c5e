import { Injectable } from '@nestjs/common';
import { rowsOf, type Tx } from '@fanfare/database';
import { EventLog, MORE, Schedules } from '@fanfare/events';
import { Clock, SECOND } from '@fanfare/kernel';
import { CallClosed, CallOpened } from '../ambassadors.events.js';

/** The name of our work, as the database keeps it. */
export const RUN_CALLS = 'ambassadors.calls';
const AT_ONCE = 50;

const OPENED = `
  UPDATE calls SET opened_told_at = $1 WHERE id IN (
    SELECT id FROM calls WHERE published_at IS NOT NULL AND opened_told_at IS NULL AND opens_at <= $1 ORDER BY id LIMIT ${AT_ONCE} FOR NO KEY UPDATE SKIP LOCKED)
  RETURNING id, community_id AS "communityId", opens_at AS at, coalesce(closed_early_at, closes_at) <= $1 AS over`;

const CLOSED = `
  UPDATE calls SET closed_told_at = $1 WHERE id IN (
    SELECT id FROM calls WHERE published_at IS NOT NULL AND closed_told_at IS NULL AND least(closes_at, closed_early_at) <= $1
    ORDER BY id LIMIT ${AT_ONCE} FOR NO KEY UPDATE SKIP LOCKED)
  RETURNING id, community_id AS "communityId", least(closes_at, closed_early_at) AS at`;

interface Due {
  readonly id: string;
  readonly communityId: string;
  readonly at: Date;
}

/** Tells when calls open and close. What a call is follows from its dates, whether the worker is up or not. */
@Injectable()
export class CallWindows {
  constructor(
    schedules: Schedules,
    private readonly events: EventLog,
    private readonly clock: Clock,
  ) {
    schedules.every(5 * SECOND, RUN_CALLS, (tx) => this.run(tx));
  }

  /** Says of a batch of calls that they opened or closed; once each, however many try. */
  async run(tx: Tx): Promise<void | typeof MORE> {
    const now = this.clock.now();
    const opened = await rowsOf<Due & { over: boolean }>(tx, OPENED, [now]);
    for (const { id, communityId, at, over } of opened) {
      if (!over) await this.events.append(tx, CallOpened, { communityId, subjectId: id, payload: {}, at });
    }
    const closed = await rowsOf<Due>(tx, CLOSED, [now]);
    for (const { id, communityId, at } of closed) await this.events.append(tx, CallClosed, { communityId, subjectId: id, payload: {}, at });
    return opened.length === AT_ONCE || closed.length === AT_ONCE ? MORE : undefined;
  }
}
