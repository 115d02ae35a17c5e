import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '@fanfare/database';
import type { RateLimiterPostgres } from 'rate-limiter-flexible';
import { AddressSalt } from './address-salt.js';
import { ATTEMPT_LIMITS, COST_OF_A_FAILURE, type LimitedOperation } from './attempts.limits.js';
import { networkOf } from './network-address.js';
import { consume, COUNTERS, limiterOn } from './rate-limiter.js';

/** Whose try it is. */
export interface Attempt {
  readonly operation: LimitedOperation;
  /** An address or an account id; kept as a pseudonym. */
  readonly subject: string;
  readonly ip: string;
}

interface Limiters {
  readonly subject: RateLimiterPostgres;
  readonly ip: RateLimiterPostgres;
}

/** Counts tries at account operations, in the database, so that all processes count together. */
@Injectable()
export class AttemptsService {
  private readonly limiters: Record<LimitedOperation, Limiters>;

  constructor(
    database: Database,
    private readonly salt: AddressSalt,
  ) {
    const entries = Object.entries(ATTEMPT_LIMITS).map(([name, { subject, ip }]) => {
      return [name, { subject: limiterOn(database, `${name}:subject`, subject), ip: limiterOn(database, `${name}:ip`, ip) }];
    });
    this.limiters = Object.fromEntries(entries) as Record<LimitedOperation, Limiters>;
  }

  /**
   * Counts a try before it is made, the same whether or not anybody has the address.
   *
   * @returns how many of the subject stand against its limit, this one among them
   * @throws Problem `TOO_MANY_ATTEMPTS` with `retryAfterSeconds`
   */
  async take({ operation, subject, ip }: Attempt): Promise<number> {
    const { subject: bySubject, ip: byIp } = this.limiters[operation];
    await consume(byIp, networkOf(ip));
    return consume(bySubject, await this.salt.pseudonymOf(subject));
  }

  /** Gives an address its try back after it succeeded. The network's is spent: a success costs us work too. */
  async forgive({ operation, subject }: Attempt): Promise<void> {
    await this.limiters[operation].subject.reward(await this.salt.pseudonymOf(subject));
  }

  /** Makes a network pay for a failure. */
  async blame({ operation, ip }: Attempt): Promise<void> {
    await this.limiters[operation].ip.penalty(networkOf(ip), COST_OF_A_FAILURE - 1);
  }

  /** Removes counters that count nothing any more. */
  async prune(tx: Tx): Promise<void> {
    await tx.query(`DELETE FROM ${COUNTERS} WHERE expire < $1`, [Date.now()]);
  }
}
