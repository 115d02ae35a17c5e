import { Injectable } from '@nestjs/common';
import { HOUR } from '@fanfare/kernel';
import { Schedules } from './schedules.js';

/** A client that has not tried again within a week will not. */
const FORGET = `
  DELETE FROM idempotency_keys WHERE (account_id, key) IN (
    SELECT account_id, key FROM idempotency_keys WHERE created_at < now() - interval '7 days' ORDER BY created_at LIMIT 20000)`;

/** Throws away what the lower rooms no longer need. */
@Injectable()
export class Housekeeping {
  constructor(schedules: Schedules) {
    schedules.every(HOUR, 'events.forgetIdempotencyKeys', async (tx) => void (await tx.query(FORGET)));
  }
}
