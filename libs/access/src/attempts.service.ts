import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '@fanfare/database';
import { Problem } from '@fanfare/kernel';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { AddressSalt } from './address-salt.js';
import { type Allowance, ATTEMPT_LIMITS, COST_OF_A_FAILURE, type LimitedOperation } from './attempts.limits.js';
import { networkOf } from './network-address.js';

const TABLE = 'rate_limits';

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
    private readonly database: Database,
    private readonly salt: AddressSalt,
  ) {
    const entries = Object.entries(ATTEMPT_LIMITS).map(([name, { subject, ip }]) => {
      return [name, { subject: this.limiter(`${name}:subject`, subject), ip: this.limiter(`${name}:ip`, ip) }];
    });
    this.limiters = Object.fromEntries(entries) as Record<LimitedOperation, Limiters>;
  }

  /**
   * Counts a try before it is made, the same whether or not anybody has the address.
   *
   * @throws Problem `TOO_MANY_ATTEMPTS` with `retryAfterSeconds`
   */
  async take({ operation, subject, ip }: Attempt): Promise<void> {
    const { subject: bySubject, ip: byIp } = this.limiters[operation];
    await consume(byIp, networkOf(ip));
    await consume(bySubject, await this.salt.pseudonymOf(subject));
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
    await tx.query(`DELETE FROM ${TABLE} WHERE expire < $1`, [Date.now()]);
  }

  private limiter(keyPrefix: string, { points, seconds }: Allowance): RateLimiterPostgres {
    return new RateLimiterPostgres({
      storeClient: this.database.source,
      storeType: 'typeorm',
      tableName: TABLE,
      tableCreated: true,
      clearExpiredByTimeout: false,
      keyPrefix,
      points,
      duration: seconds,
    });
  }
}

async function consume(limiter: RateLimiterPostgres, key: string): Promise<void> {
  try {
    await limiter.consume(key);
  } catch (reason) {
    if (!(reason instanceof RateLimiterRes)) throw reason;
    throw new Problem('TOO_MANY_ATTEMPTS', { retryAfterSeconds: Math.max(1, Math.ceil(reason.msBeforeNext / 1000)) });
  }
}
