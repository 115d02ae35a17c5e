import { Injectable } from '@nestjs/common';
import { hash } from '@node-rs/argon2';
import { Problem } from '@fanfare/kernel';
import { availableParallelism } from 'node:os';

/** argon2id as OWASP recommends it: 19 MiB, two passes, one lane. */
const ARGON2ID = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** How many may wait for each core. Past that a person is better served by an answer than by a queue. */
const WAITING_PER_CORE = 64;

/** Computes password hashes, one at a time per core, in the order they came. */
@Injectable()
export class Hasher {
  /** Computations so far; tests compare what two requests cost. */
  computed = 0;
  private running = 0;
  private readonly waiting: (() => void)[] = [];
  private readonly cores = availableParallelism();

  /**
   * The hash in PHC format.
   *
   * @param salt 16 bytes
   * @throws Problem `TEMPORARILY_UNAVAILABLE` when too many wait already
   */
  async hash(password: string, salt: Buffer): Promise<string> {
    await this.enter();
    try {
      this.computed += 1;
      return await hash(password, { ...ARGON2ID, salt });
    } finally {
      this.leave();
    }
  }

  private enter(): Promise<void> {
    if (this.running < this.cores) {
      this.running += 1;
      return Promise.resolve();
    }
    if (this.waiting.length >= this.cores * WAITING_PER_CORE) throw new Problem('TEMPORARILY_UNAVAILABLE');
    return new Promise((resolve) => this.waiting.push(resolve));
  }

  /** The place passes to the next in line, so that nobody slips in between. */
  private leave(): void {
    const next = this.waiting.shift();
    if (next) next();
    else this.running -= 1;
  }
}
