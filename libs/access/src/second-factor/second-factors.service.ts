import { Injectable } from '@nestjs/common';
import { EventLog } from '@fanfare/events';
import { rowsOf, type Tx } from '@fanfare/database';
import { Clock, Problem } from '@fanfare/kernel';
import { AccountSecurityChanged, type SecurityChange } from '../account.events.js';
import type { PasskeyProof } from './passkey.row.js';
import { RecoveryCodesService } from './recovery-codes.service.js';
import { TotpService } from './totp.service.js';

/** What an account has beside its password. */
export interface Factors {
  readonly passkeys: number;
  readonly totpSince: Date | null;
  readonly recoveryCodes: number;
}

/** What somebody who knows the password shows beside it: what they typed, or a passkey that was checked already. */
export interface SecondStep {
  readonly code?: string | null;
  readonly passkey?: PasskeyProof | null;
}

const FACTORS = `
  SELECT (SELECT count(*)::int FROM passkeys WHERE account_id = $1) AS passkeys,
    (SELECT since FROM totp_secrets WHERE account_id = $1) AS "totpSince",
    (SELECT count(*)::int FROM recovery_codes WHERE account_id = $1 AND used_at IS NULL) AS "recoveryCodes"`;

const USED = `
  UPDATE passkeys SET counter = $3, backed_up = $4, last_used_at = $5
  WHERE id = $1 AND account_id = $2 AND (counter < $3 OR (counter = 0 AND $3 = 0)) RETURNING id`;

/** The second factor of accounts: whether there is one, and whether what is shown is one. */
@Injectable()
export class SecondFactorsService {
  constructor(
    private readonly totp: TotpService,
    private readonly recoveryCodes: RecoveryCodesService,
    private readonly events: EventLog,
    private readonly clock: Clock,
  ) {}

  async of(tx: Tx, accountId: string): Promise<Factors> {
    const [factors] = await rowsOf<Factors>(tx, FACTORS, [accountId]);
    return factors!;
  }

  /**
   * Lets whoever proved the password pass: at once when the account has nothing else, else by what they show.
   *
   * @throws Problem `SECOND_FACTOR_REQUIRED` with `totp`, `passkey` and `recovery` when nothing is shown, `WRONG_CODE`, `PASSKEY_REFUSED`
   */
  async hold(tx: Tx, accountId: string, { code, passkey }: SecondStep): Promise<void> {
    const factors = await this.of(tx, accountId);
    if (!hasSecondFactor(factors)) return;
    if (passkey) return this.used(tx, accountId, passkey);
    if (!code) throw new Problem('SECOND_FACTOR_REQUIRED', asked(factors));
    const known = isAppCode(code) ? await this.totp.use(tx, accountId, code) : await this.recover(tx, accountId, code);
    if (!known) throw new Problem('WRONG_CODE');
  }

  /** Notes that a passkey was used; its counter only grows. @throws Problem `PASSKEY_REFUSED` also when it is gone by now */
  async used(tx: Tx, accountId: string, proof: PasskeyProof): Promise<void> {
    const row = [proof.passkeyId, accountId, proof.counter, proof.backedUp, this.clock.now()];
    const used = await rowsOf(tx, USED, row);
    if (used.length === 0) throw new Problem('PASSKEY_REFUSED');
  }

  /** @param by the account that did it; null for whoever runs the deployment */
  async changed(tx: Tx, accountId: string, what: SecurityChange, by: string | null = accountId): Promise<void> {
    await this.events.append(tx, AccountSecurityChanged, { actorId: by, subjectId: accountId, payload: { what } });
  }

  private async recover(tx: Tx, accountId: string, code: string): Promise<boolean> {
    const used = await this.recoveryCodes.use(tx, accountId, code);
    if (used) await this.changed(tx, accountId, 'RECOVERY_CODE_USED');
    return used;
  }
}

export function hasSecondFactor({ passkeys, totpSince }: Factors): boolean {
  return passkeys > 0 || totpSince !== null;
}

function asked({ passkeys, totpSince, recoveryCodes }: Factors) {
  return { totp: totpSince !== null, passkey: passkeys > 0, recovery: recoveryCodes > 0 };
}

/** An app's code is six digits; everything else is meant as a recovery code. */
function isAppCode(code: string): boolean {
  return /^\d{6}$/.test(code.replace(/\s/g, ''));
}
