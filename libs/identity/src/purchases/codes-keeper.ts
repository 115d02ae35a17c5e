import { Injectable } from '@nestjs/common';
import { rowsOf, type Tx } from '@fanfare/database';
import { newId } from '@fanfare/kernel';
import { SubjectHash } from '../subject-hash.js';
import type { BatchRow } from './purchase.row.js';

// In the order of the hashes: two files that share codes wait for each other and never in a ring.
const KEEP = `
  INSERT INTO purchase_codes (id, batch_id, community_id, code_hash)
  SELECT c.id, $1, $2, c.hash FROM unnest($3::uuid[], $4::bytea[]) AS c (id, hash) ORDER BY c.hash
  ON CONFLICT (community_id, code_hash) DO NOTHING RETURNING code_hash AS hash`;

/** Where codes are hashed and kept. */
@Injectable()
export class CodesKeeper {
  constructor(private readonly hashes: SubjectHash) {}

  /**
   * Keeps codes in a batch.
   *
   * @returns those that the community knew already
   */
  async keep(tx: Tx, { id, communityId }: BatchRow, codes: readonly string[]): Promise<ReadonlySet<string>> {
    const byHash = new Map<string, string>();
    for (const code of codes) byHash.set((await this.hashOf(tx, communityId, code)).toString('hex'), code);
    const hashes = [...byHash.keys()].map((hash) => Buffer.from(hash, 'hex'));
    const kept = await rowsOf<{ hash: Buffer }>(tx, KEEP, [id, communityId, hashes.map(() => newId()), hashes]);
    for (const { hash } of kept) byHash.delete(hash.toString('hex'));
    return new Set(byHash.values());
  }

  /** What a code is found by, in its community. */
  hashOf(tx: Tx, communityId: string, code: string): Promise<Buffer> {
    return this.hashes.of(tx, 'purchase code', communityId, code);
  }
}
