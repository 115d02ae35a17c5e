import type { Database } from '@fanfare/database';
import { Problem } from '@fanfare/kernel';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import type { Allowance } from './attempts.limits.js';

/** Where the counters stand. */
export const COUNTERS = 'rate_limits';

/** Counts in the database, so that all processes of a deployment count together. */
export function limiterOn(database: Database, keyPrefix: string, { points, seconds }: Allowance): RateLimiterPostgres {
  return new RateLimiterPostgres({
    storeClient: database.source,
    storeType: 'typeorm',
    tableName: COUNTERS,
    tableCreated: true,
    clearExpiredByTimeout: false,
    keyPrefix,
    points,
    duration: seconds,
  });
}

/** Takes points from a key. @returns how many were taken within its time. @throws Problem `TOO_MANY_ATTEMPTS` with `retryAfterSeconds` */
export async function consume(limiter: RateLimiterPostgres, key: string, points = 1): Promise<number> {
  try {
    return (await limiter.consume(key, points)).consumedPoints;
  } catch (reason) {
    if (!(reason instanceof RateLimiterRes)) throw reason;
    throw new Problem('TOO_MANY_ATTEMPTS', { retryAfterSeconds: Math.max(1, Math.ceil(reason.msBeforeNext / 1000)) });
  }
}
