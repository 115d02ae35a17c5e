import { Injectable } from '@nestjs/common';
import { Database, rowsOf, type Tx } from '@fanfare/database';
import { Clock, MINUTE } from '@fanfare/kernel';
import { createHash, randomBytes } from 'node:crypto';

/** What a passkey is asked for: to open an account, to prove anew who is signed in, or to become one of an account's. */
export const PASSKEY_PURPOSES = ['SIGN_IN', 'PROOF', 'ADD'] as const;
export type PasskeyPurpose = (typeof PASSKEY_PURPOSES)[number];

/** Long enough for a sign-in page that waits in a tab while somebody looks for their key. */
export const CHALLENGE_MS = 15 * MINUTE;
const BYTES = 32;

const INSERT = 'INSERT INTO passkey_challenges (challenge_hash, purpose, account_id, expires_at) VALUES ($1, $2, $3, $4)';
const SPEND = `
  DELETE FROM passkey_challenges
  WHERE challenge_hash = $1 AND purpose = $2 AND account_id IS NOT DISTINCT FROM $3 AND expires_at > $4 RETURNING purpose`;

/** What passkeys sign: made by us, good once, for one purpose, for a quarter of an hour. */
@Injectable()
export class ChallengesService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** @param accountId whose it is; null for signing in, where nobody knows yet */
  async issue(purpose: PasskeyPurpose, accountId: string | null): Promise<Uint8Array<ArrayBuffer>> {
    const challenge = new Uint8Array(randomBytes(BYTES));
    const expires = new Date(this.clock.now().getTime() + CHALLENGE_MS);
    await this.database.query(INSERT, [hashOf(challenge), purpose, accountId, expires]);
    return challenge;
  }

  /** Spends a challenge, also when what was signed turns out wrong. @returns whether it was a good one */
  async spend(challenge: Uint8Array, purpose: PasskeyPurpose, accountId: string | null): Promise<boolean> {
    const spent = await rowsOf(this.database.reader, SPEND, [hashOf(challenge), purpose, accountId, this.clock.now()]);
    return spent.length === 1;
  }

  async prune(tx: Tx): Promise<void> {
    await tx.query('DELETE FROM passkey_challenges WHERE expires_at <= $1', [this.clock.now()]);
  }
}

function hashOf(challenge: Uint8Array): Buffer {
  return createHash('sha256').update(challenge).digest();
}
