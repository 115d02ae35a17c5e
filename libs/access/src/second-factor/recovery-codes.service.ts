import { Injectable } from '@nestjs/common';
import { rowsOf, type Tx } from '@fanfare/database';
import { Clock } from '@fanfare/kernel';
import { createHash, randomInt } from 'node:crypto';

/** Without letters and digits that look alike. */
const ALPHABET = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789';
const GROUPS = 4;
const GROUP = 4;
const HOW_MANY = 10;

const USE = 'UPDATE recovery_codes SET used_at = $3 WHERE account_id = $1 AND code_hash = $2 AND used_at IS NULL RETURNING account_id';

/** What opens an account when its second factor is lost: codes on paper, each good once, kept as hashes. */
@Injectable()
export class RecoveryCodesService {
  constructor(private readonly clock: Clock) {}

  /** Makes fresh ones, ten unless said otherwise; those from before are void. @returns the only copy there will be */
  async renew(tx: Tx, accountId: string, count = HOW_MANY): Promise<string[]> {
    const codes = Array.from({ length: count }, aCode);
    await this.drop(tx, accountId);
    const hashes = codes.map((code) => hashOf(accountId, meant(code)));
    await tx.query('INSERT INTO recovery_codes (account_id, code_hash) SELECT $1, unnest($2::bytea[])', [accountId, hashes]);
    return codes;
  }

  /** Uses a code up. @returns whether it was one */
  async use(tx: Tx, accountId: string, typed: string): Promise<boolean> {
    const used = await rowsOf(tx, USE, [accountId, hashOf(accountId, meant(typed)), this.clock.now()]);
    return used.length === 1;
  }

  async drop(tx: Tx, accountId: string): Promise<void> {
    await tx.query('DELETE FROM recovery_codes WHERE account_id = $1', [accountId]);
  }
}

/** Such as `K7QM-2XPA-HW9C-V4TB`: 79 bits, so that a fast hash keeps it well enough. */
function aCode(): string {
  const group = () => Array.from({ length: GROUP }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
  return Array.from({ length: GROUPS }, group).join('-');
}

function meant(typed: string): string {
  return typed.replace(/[\s-]/g, '').toUpperCase();
}

function hashOf(accountId: string, code: string): Buffer {
  return createHash('sha256').update(`RECOVERY:${accountId}:${code}`).digest();
}
