import { Injectable } from '@nestjs/common';
import { Database, rowsOf, type Tx } from '@fanfare/database';
import { Clock } from '@fanfare/kernel';
import { AddressSalt } from './address-salt.js';
import { Hasher } from './hasher.js';

// Each claimant's password opens their own account, also when the address is somebody else's: a claimant who were turned
// away then would learn that it is. Of those who chose the same one the owner comes first, then the newest.
const BY_PASSWORD = `
  SELECT a.id FROM accounts a JOIN passwords p ON p.account_id = a.id
  WHERE a.email = $1 AND p.hash = $2
  ORDER BY (a.email_confirmed_at IS NOT NULL) DESC, a.created_at DESC, a.id DESC LIMIT 1`;

// Waits for whoever replaces the password at this moment, and makes them wait for us.
const HOLD = 'SELECT account_id FROM passwords WHERE account_id = $1 AND hash = $2 FOR SHARE';

const SET = `
  INSERT INTO passwords (account_id, hash, changed_at) VALUES ($1, $2, $3)
  ON CONFLICT (account_id) DO UPDATE SET hash = excluded.hash, changed_at = excluded.changed_at`;

/** That somebody knew the password of an account: good as long as the hash is the account's. */
export interface PasswordProof {
  readonly accountId: string;
  readonly hash: string;
}

/** Keeps and checks passwords. What a good one is stands in `password.policy.ts`. */
@Injectable()
export class PasswordsService {
  constructor(
    private readonly database: Database,
    private readonly salt: AddressSalt,
    private readonly hasher: Hasher,
    private readonly clock: Clock,
  ) {}

  /** The hash to keep for a password of an address. Slow by design: compute it before a transaction. */
  async hash(email: string, password: string): Promise<string> {
    return this.hasher.hash(password.normalize('NFKC'), await this.salt.of(email));
  }

  /** The account that an address and a password open, or null: one hash and one query, whoever asks. */
  async find(email: string, password: string): Promise<PasswordProof | null> {
    const hash = await this.hash(email, password);
    const [row] = await this.database.query<{ id: string }>(BY_PASSWORD, [email, hash]);
    return row ? { accountId: row.id, hash } : null;
  }

  /** Whether a proof still is one; until the transaction ends nobody replaces the password. */
  async hold(tx: Tx, { accountId, hash }: PasswordProof): Promise<boolean> {
    return (await rowsOf(tx, HOLD, [accountId, hash])).length === 1;
  }

  async set(tx: Tx, accountId: string, hash: string): Promise<void> {
    await tx.query(SET, [accountId, hash, this.clock.now()]);
  }

  /** Replaces one hash by another unless it changed meanwhile. @returns whether it did */
  async replace(tx: Tx, accountId: string, from: string, to: string): Promise<boolean> {
    const sql = 'UPDATE passwords SET hash = $3, changed_at = $4 WHERE account_id = $1 AND hash = $2 RETURNING account_id';
    const changed = await rowsOf(tx, sql, [accountId, from, to, this.clock.now()]);
    return changed.length === 1;
  }
}
