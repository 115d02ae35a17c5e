import { Injectable } from '@nestjs/common';
import { Database, rowsOf, type Tx } from '@fanfare/database';
import { Clock } from '@fanfare/kernel';
import { AddressSalt } from './address-salt.js';
import { Hasher } from './hasher.js';

// The owner of the address alone, once somebody confirmed it; before that whoever claims it, the newest first.
const BY_PASSWORD = `
  SELECT a.id FROM accounts a JOIN passwords p ON p.account_id = a.id
  WHERE a.email = $1 AND p.hash = $2 AND (a.email_confirmed_at IS NOT NULL
    OR NOT EXISTS (SELECT FROM accounts o WHERE o.email = $1 AND o.email_confirmed_at IS NOT NULL))
  ORDER BY a.created_at DESC, a.id DESC LIMIT 1`;

const SET = `
  INSERT INTO passwords (account_id, hash, changed_at) VALUES ($1, $2, $3)
  ON CONFLICT (account_id) DO UPDATE SET hash = excluded.hash, changed_at = excluded.changed_at`;

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

  /** The account that signs in by this address and password, or null: one hash and one query, whoever asks. */
  async find(email: string, password: string): Promise<string | null> {
    const hash = await this.hash(email, password);
    const [row] = await this.database.query<{ id: string }>(BY_PASSWORD, [email, hash]);
    return row?.id ?? null;
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
