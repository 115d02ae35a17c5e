import { Injectable } from '@nestjs/common';
import { rowsOf, type Tx } from '@fanfare/database';
import { createHmac } from 'node:crypto';

/** Hashes what proofs rest on, with a key of this deployment: two deployments cannot compare their people. */
@Injectable()
export class SubjectHash {
  private key: Buffer | null = null;

  /** @param parts what is hashed, in order; ('a', 'bc') and ('ab', 'c') differ */
  async of(tx: Tx, ...parts: readonly string[]): Promise<Buffer> {
    const key = (this.key ??= await load(tx));
    return createHmac('sha256', key).update(JSON.stringify(parts)).digest();
  }
}

async function load(tx: Tx): Promise<Buffer> {
  const [row] = await rowsOf<{ salt: Buffer }>(tx, 'SELECT address_salt AS salt FROM deployment');
  return createHmac('sha256', row!.salt).update('evidence').digest();
}
