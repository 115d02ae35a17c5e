import { createHash } from 'node:crypto';
import { Problem } from '@fanfare/kernel';
import { rowsOf, type Tx } from './database.js';

export interface Retryable {
  readonly accountId: string;
  /** The client's key; without one nothing is remembered. */
  readonly key: string | null | undefined;
  /** The mutation's name. */
  readonly operation: string;
  /** What the client sent, without the key itself. */
  readonly input: object;
}

/**
 * Makes a thing once per client key, in the caller's transaction: the same key with the same input answers the id of the
 * first time, with another input it is refused (`IDEMPOTENCY_KEY_REUSED`). Two tries at once wait for each other at the
 * key's row.
 *
 * @param id the id the thing gets when it is made now, drawn before the transaction
 * @returns the id of the thing, and whether this call made it
 */
export async function makeOnce(tx: Tx, retryable: Retryable, id: string, make: () => Promise<void>): Promise<{ id: string; made: boolean }> {
  const { accountId, key, operation } = retryable;
  if (!key) {
    await make();
    return { id, made: true };
  }
  const fingerprint = fingerprintOf(operation, retryable.input);
  const claimed = await rowsOf(tx, CLAIM, [accountId, key, operation, fingerprint, id]);
  if (claimed.length > 0) {
    await make();
    return { id, made: true };
  }
  return { id: await earlierResult(tx, accountId, key, fingerprint), made: false };
}

const CLAIM = `INSERT INTO idempotency_keys (account_id, key, operation, fingerprint, result_id) VALUES ($1, $2, $3, $4, $5)
  ON CONFLICT DO NOTHING RETURNING key`;

async function earlierResult(tx: Tx, accountId: string, key: string, fingerprint: Buffer): Promise<string> {
  const [row] = await rowsOf<{ fingerprint: Buffer; result_id: string }>(
    tx,
    'SELECT fingerprint, result_id FROM idempotency_keys WHERE account_id = $1 AND key = $2',
    [accountId, key],
  );
  if (!row || !row.fingerprint.equals(fingerprint)) throw new Problem('IDEMPOTENCY_KEY_REUSED');
  return row.result_id;
}

function fingerprintOf(operation: string, input: object): Buffer {
  const sorted = Object.entries(input).filter(([name, value]) => name !== 'idempotencyKey' && value !== undefined).sort();
  return createHash('sha256').update(JSON.stringify([operation, sorted])).digest();
}
