import { Inject, Injectable } from '@nestjs/common';
import { rowsOf, type Tx } from '@fanfare/database';
import { type Config, CONFIG } from '@fanfare/kernel';
import { createHmac } from 'node:crypto';

/**
 * Hashes what proofs rest on, with a key of this deployment: two deployments cannot compare their people. With a pepper in
 * the configuration, a copy of the database alone tells no short code either.
 */
@Injectable()
export class SubjectHash {
  private key: Buffer | null = null;

  constructor(@Inject(CONFIG) private readonly config: Config) {}

  /** @param parts what is hashed, in order; ('a', 'bc') and ('ab', 'c') differ */
  async of(tx: Tx, ...parts: readonly string[]): Promise<Buffer> {
    const key = (this.key ??= await this.load(tx));
    return createHmac('sha256', key).update(JSON.stringify(parts)).digest();
  }

  private async load(tx: Tx): Promise<Buffer> {
    const [row] = await rowsOf<{ salt: Buffer }>(tx, 'SELECT address_salt AS salt FROM deployment');
    return createHmac('sha256', row!.salt).update(JSON.stringify(['evidence', this.config.evidencePepper])).digest();
  }
}
