import { Injectable } from '@nestjs/common';
import { Database } from '@fanfare/database';
import type { Actor, IdentityLevel } from '@fanfare/kernel';
import type { RateLimiterPostgres } from 'rate-limiter-flexible';
import { AddressSalt } from './address-salt.js';
import { type Activity, ACTIVITY_LIMITS, ANONYMOUS_COST } from './attempts.limits.js';
import { consume, limiterOn } from './rate-limiter.js';

const LEVEL = 'SELECT identity_level AS level FROM accounts WHERE id = $1';

/** Bounds what one account writes into communities, so that one person cannot flood what everybody reads. */
@Injectable()
export class ActivityService {
  private readonly limiters: Record<Activity, RateLimiterPostgres>;

  constructor(
    private readonly database: Database,
    private readonly salt: AddressSalt,
  ) {
    const entries = Object.entries(ACTIVITY_LIMITS).map(([name, allowance]) => [name, limiterOn(database, `${name}:account`, allowance)]);
    this.limiters = Object.fromEntries(entries) as Record<Activity, RateLimiterPostgres>;
  }

  /**
   * Counts what an actor is about to do, and how often; of a visitor nothing, for who must be signed in says so. Call it before the
   * transaction: it works on a connection of its own.
   *
   * @throws Problem `TOO_MANY_ATTEMPTS` with `retryAfterSeconds`
   */
  async take({ accountId }: Actor, activity: Activity, times = 1): Promise<void> {
    if (accountId === null) return;
    const [account] = await this.database.query<{ level: IdentityLevel }>(LEVEL, [accountId]);
    const cost = account?.level === 'ANONYMOUS' ? ANONYMOUS_COST : 1;
    await consume(this.limiters[activity], await this.salt.pseudonymOf(accountId), cost * times);
  }
}
