import { Injectable } from '@nestjs/common';
import { rowsOf, type Tx } from '@fanfare/database';
import { Clock, DAY, HOUR } from '@fanfare/kernel';
import { MORE, Schedules } from './schedules.js';

/** A client that has not tried again within a week will not. */
const FORGET = `
  DELETE FROM idempotency_keys WHERE (account_id, key) IN (
    SELECT account_id, key FROM idempotency_keys WHERE created_at < now() - interval '7 days' ORDER BY created_at LIMIT 20000)`;

const FORGOTTEN_AT_ONCE = 5_000;
/** Longer than any errand is tried for. */
const PASSING_DAYS = 30;

/** One that somebody has yet to hear of stays. */
const FORGET_EVENTS = `
  DELETE FROM events e WHERE e.id IN (
    SELECT id FROM events o WHERE o.passing AND o.occurred_at < $1 AND NOT EXISTS (SELECT FROM deliveries d WHERE d.event_id = o.id)
    ORDER BY o.occurred_at LIMIT ${FORGOTTEN_AT_ONCE}) RETURNING e.id`;

/** Throws away what the lower rooms no longer need. */
@Injectable()
export class Housekeeping {
  constructor(
    schedules: Schedules,
    private readonly clock: Clock,
  ) {
    schedules.every(HOUR, 'events.forgetIdempotencyKeys', async (tx) => void (await tx.query(FORGET)));
    schedules.every(HOUR, 'events.forgetPassing', (tx) => this.forgetPassing(tx));
  }

  private async forgetPassing(tx: Tx): Promise<void | typeof MORE> {
    const gone = await rowsOf(tx, FORGET_EVENTS, [new Date(this.clock.now().getTime() - PASSING_DAYS * DAY)]);
    return gone.length === FORGOTTEN_AT_ONCE ? MORE : undefined;
  }
}
