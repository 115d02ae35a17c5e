import { Injectable } from '@nestjs/common';
import { Database, rowsOf, Transactor, type Tx } from '@fanfare/database';
import { Clock, DAY, HOUR, newId } from '@fanfare/kernel';
import { createHash, randomInt, timingSafeEqual } from 'node:crypto';

export type CodePurpose = 'CONFIRM_EMAIL' | 'RESET_PASSWORD';

/** What a code is made of: digits to type within a session, more for a code that opens an account by itself. */
const SHAPES: Record<CodePurpose, { readonly alphabet: string; readonly length: number; readonly validMs: number }> = {
  CONFIRM_EMAIL: { alphabet: '0123456789', length: 8, validMs: DAY },
  RESET_PASSWORD: { alphabet: 'ABCDEFGHJKMNPQRSTUVWXYZ23456789', length: 12, validMs: HOUR },
};

/** Guesses at an account's open codes before they are void. */
const MOST_ATTEMPTS = 10;
/** Codes an account may have open at once, for mails that cross each other. */
const MOST_OPEN = 3;

const DROP_OLDEST = `
  DELETE FROM account_codes WHERE id IN (
    SELECT id FROM account_codes WHERE account_id = $1 AND purpose = $2 ORDER BY created_at DESC, id DESC OFFSET $3)`;

const OPEN_CODES = `
  SELECT id, code_hash FROM account_codes
  WHERE account_id = $1 AND purpose = $2 AND expires_at > $3 AND attempts < $4 FOR UPDATE`;

const RESET_OWNER = `
  SELECT a.id, a.email::text AS email FROM account_codes c JOIN accounts a ON a.id = c.account_id
  WHERE c.purpose = 'RESET_PASSWORD' AND c.code_hash = $1 AND c.expires_at > $2`;

/** Secrets sent by mail to prove that somebody reads an address. Kept as hashes, short-lived, used once. */
@Injectable()
export class CodesService {
  constructor(
    private readonly database: Database,
    private readonly transactor: Transactor,
    private readonly clock: Clock,
  ) {}

  /** Makes a code and keeps its hash; older ones stay valid, so that a mail sent twice spoils nothing. */
  async issue(accountId: string, purpose: CodePurpose): Promise<string> {
    const { alphabet, length, validMs } = SHAPES[purpose];
    const code = Array.from({ length }, () => alphabet[randomInt(alphabet.length)]).join('');
    const now = this.clock.now();
    const row = [newId(), accountId, purpose, hashOf(accountId, purpose, code), now, new Date(now.getTime() + validMs)];
    await this.transactor.run(async (tx) => {
      await tx.query('INSERT INTO account_codes (id, account_id, purpose, code_hash, created_at, expires_at) VALUES ($1, $2, $3, $4, $5, $6)', row);
      await tx.query(DROP_OLDEST, [accountId, purpose, MOST_OPEN]);
    });
    return code;
  }

  /** Uses a code of an account up, with all its others of the same purpose. A wrong one counts against them all. */
  async use(tx: Tx, accountId: string, purpose: CodePurpose, typed: string): Promise<boolean> {
    const open = await rowsOf<{ id: string; code_hash: Buffer }>(tx, OPEN_CODES, [accountId, purpose, this.clock.now(), MOST_ATTEMPTS]);
    const hash = hashOf(accountId, purpose, codeIn(typed));
    if (open.some((row) => timingSafeEqual(row.code_hash, hash))) {
      await this.drop(tx, accountId, purpose);
      return true;
    }
    await tx.query('UPDATE account_codes SET attempts = attempts + 1 WHERE id = ANY ($1)', [open.map((row) => row.id)]);
    return false;
  }

  /** Whose password a code may reset, or null. It is long enough to be found by itself. */
  async resetOwner(typed: string): Promise<{ id: string; email: string } | null> {
    const hash = hashOf('', 'RESET_PASSWORD', codeIn(typed));
    const [row] = await this.database.query<{ id: string; email: string }>(RESET_OWNER, [hash, this.clock.now()]);
    return row ?? null;
  }

  async drop(tx: Tx, accountId: string, purpose: CodePurpose): Promise<void> {
    await tx.query('DELETE FROM account_codes WHERE account_id = $1 AND purpose = $2', [accountId, purpose]);
  }

  async prune(tx: Tx): Promise<void> {
    await tx.query('DELETE FROM account_codes WHERE expires_at <= $1', [this.clock.now()]);
  }
}

/** What was meant by what was typed: people add spaces and dashes, and forget capitals. */
function codeIn(typed: string): string {
  return typed.replace(/[\s-]/g, '').toUpperCase();
}

/** A short code is only good for its account; a long one is looked up by its hash alone. */
function hashOf(accountId: string, purpose: CodePurpose, code: string): Buffer {
  const scope = purpose === 'RESET_PASSWORD' ? purpose : `${purpose}:${accountId}`;
  return createHash('sha256').update(`${scope}:${code}`).digest();
}
