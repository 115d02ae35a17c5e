import { Injectable } from '@nestjs/common';
import { rowsOf, type Tx } from '@fanfare/database';
import { Clock, MINUTE } from '@fanfare/kernel';
import { Secret, TOTP } from 'otpauth';
import { SecretBox } from './secret-box.js';

/** What every authenticator app understands (RFC 6238). */
const SHAPE = { algorithm: 'SHA1', digits: 6, period: 30 } as const;
const STEP_MS = SHAPE.period * 1000;
/** Steps a clock may be off, either way. */
const WINDOW = 1;
const SECRET_BYTES = 20;
const PENDING_MS = 30 * MINUTE;

const PEND = `
  INSERT INTO totp_secrets (account_id, pending, pending_until) VALUES ($1, $2, $3)
  ON CONFLICT (account_id) DO UPDATE SET pending = excluded.pending, pending_until = excluded.pending_until`;

const PENDING = 'SELECT pending AS sealed FROM totp_secrets WHERE account_id = $1 AND pending_until > $2 FOR UPDATE';
const CONFIRM = `
  UPDATE totp_secrets SET sealed = pending, since = $2, last_step = $3, pending = NULL, pending_until = NULL WHERE account_id = $1`;

const CURRENT = 'SELECT sealed, last_step::int AS "lastStep" FROM totp_secrets WHERE account_id = $1 AND sealed IS NOT NULL FOR UPDATE';
const SPEND = 'UPDATE totp_secrets SET last_step = $2 WHERE account_id = $1';

/** What an authenticator app is given: as text to type, and as the address in a QR code. */
export interface TotpSetUp {
  readonly secret: string;
  readonly uri: string;
}

/** Codes of an authenticator app. A code is good for half a minute and its neighbours, once. */
@Injectable()
export class TotpService {
  constructor(
    private readonly box: SecretBox,
    private readonly clock: Clock,
  ) {}

  /** A fresh secret; the one before, if there is one, stays good until this one has been confirmed. */
  async begin(tx: Tx, accountId: string, names: { issuer: string; label: string }): Promise<TotpSetUp> {
    const secret = new Secret({ size: SECRET_BYTES });
    const until = new Date(this.clock.now().getTime() + PENDING_MS);
    await tx.query(PEND, [accountId, await this.box.seal(secret.bytes, accountId), until]);
    const uri = new TOTP({ ...SHAPE, ...names, secret }).toString();
    return { secret: secret.base32, uri };
  }

  /** Puts the pending secret into force, by a code of it. @returns whether the code was one */
  async confirm(tx: Tx, accountId: string, typed: string): Promise<boolean> {
    const now = this.clock.now();
    const [row] = await rowsOf<{ sealed: Buffer }>(tx, PENDING, [accountId, now]);
    const step = row ? await this.stepOf(row.sealed, accountId, typed) : null;
    if (step === null) return false;
    await tx.query(CONFIRM, [accountId, now, step]);
    return true;
  }

  /** Uses a code. @returns whether it was one, and none of this or a later time was used before */
  async use(tx: Tx, accountId: string, typed: string): Promise<boolean> {
    const [row] = await rowsOf<{ sealed: Buffer; lastStep: number }>(tx, CURRENT, [accountId]);
    const step = row ? await this.stepOf(row.sealed, accountId, typed) : null;
    if (step === null || step <= row!.lastStep) return false;
    await tx.query(SPEND, [accountId, step]);
    return true;
  }

  /** @param since of the one that is meant; null: any. @returns whether it was in force */
  async remove(tx: Tx, accountId: string, since: Date | null): Promise<boolean> {
    const sql = 'DELETE FROM totp_secrets WHERE account_id = $1 AND ($2::timestamptz IS NULL OR since = $2) RETURNING sealed IS NOT NULL AS "wasOn"';
    const [row] = await rowsOf<{ wasOn: boolean }>(tx, sql, [accountId, since]);
    return row?.wasOn ?? false;
  }

  /** The time step a code belongs to, or null. */
  private async stepOf(sealed: Buffer, accountId: string, typed: string): Promise<number | null> {
    const token = typed.replace(/\s/g, '');
    const secret = /^\d{6}$/.test(token) ? await this.box.open(sealed, accountId) : null;
    if (!secret) return null;
    const timestamp = this.clock.now().getTime();
    const buffer = Uint8Array.from(secret).buffer;
    const delta = TOTP.validate({ ...SHAPE, token, secret: new Secret({ buffer }), timestamp, window: WINDOW });
    return delta === null ? null : Math.floor(timestamp / STEP_MS) + delta;
  }
}
