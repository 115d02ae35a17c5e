import { Injectable } from '@nestjs/common';
import { Database, rowsOf, Transactor, type Tx } from '@fanfare/database';
import type { RequestContext } from '@fanfare/graphql';
import { type Actor, Clock, MINUTE, Problem } from '@fanfare/kernel';
import { AccountsService } from '../accounts.service.js';
import { AttemptsService } from '../attempts.service.js';
import { fitsPassword } from '../password.policy.js';
import { PasswordsService } from '../passwords.service.js';
import { PasskeyChecks } from './passkey-checks.js';
import { SecondFactorsService } from './second-factors.service.js';

/** How long somebody who proved who they are may change what opens their account. */
export const PROOF_MS = 10 * MINUTE;

export interface Shown {
  readonly password?: string | null;
  /** JSON of the browser's answer. */
  readonly passkey?: string | null;
}

const PROVEN = 'SELECT proven_at AS at FROM sessions WHERE id = $1 AND proven_at > $2';
const PROVE = 'UPDATE sessions SET proven_at = $2 WHERE id = $1';

/** A session that was left open does not make its finder the owner: whoever changes what opens an account proves it anew. */
@Injectable()
export class FreshProofService {
  constructor(
    private readonly database: Database,
    private readonly transactor: Transactor,
    private readonly clock: Clock,
    private readonly accounts: AccountsService,
    private readonly passwords: PasswordsService,
    private readonly checks: PasskeyChecks,
    private readonly factors: SecondFactorsService,
    private readonly attempts: AttemptsService,
  ) {}

  /** Until when the session counts as freshly proven, or null. */
  async until({ sessionId }: Actor): Promise<Date | null> {
    return this.untilIn(this.database.reader, sessionId);
  }

  /** @throws Problem `FRESH_PROOF_REQUIRED` */
  async hold(tx: Tx, { sessionId }: Actor): Promise<void> {
    if (!(await this.untilIn(tx, sessionId))) throw new Problem('FRESH_PROOF_REQUIRED');
  }

  /**
   * Proves the session anew, by password or by passkey.
   *
   * @throws Problem `WRONG_CREDENTIALS`, `PASSKEY_REFUSED`, `INVALID_INPUT` when nothing is shown, `TOO_MANY_ATTEMPTS`
   */
  async renew(shown: Shown, { actor, http }: RequestContext): Promise<void> {
    const attempt = { operation: 'renewProof', subject: actor.accountId!, ip: http.ip } as const;
    await this.attempts.take(attempt);
    const hold = await this.held(actor.accountId!, shown);
    await this.transactor.run(async (tx) => {
      await hold(tx);
      await tx.query(PROVE, [actor.sessionId, this.clock.now()]);
    });
    await this.attempts.forgive(attempt);
  }

  /** What is slow about a proof is done first; what comes back holds it in a transaction. */
  private async held(accountId: string, { password, passkey }: Shown): Promise<(tx: Tx) => Promise<void>> {
    if (passkey) {
      const proof = await this.checks.check(passkey, 'PROOF', accountId);
      return (tx) => this.factors.used(tx, accountId, proof);
    }
    if (!password) throw new Problem('INVALID_INPUT', { field: 'password' });
    fitsPassword('password', password);
    const account = await this.accounts.byId(accountId);
    if (!account) throw new Problem('SIGN_IN_REQUIRED');
    const hash = await this.passwords.hash(account.email, password);
    return async (tx) => {
      if (!(await this.passwords.hold(tx, { accountId, hash }))) throw new Problem('WRONG_CREDENTIALS');
    };
  }

  private async untilIn(tx: Tx, sessionId: string | null): Promise<Date | null> {
    const since = new Date(this.clock.now().getTime() - PROOF_MS);
    const [row] = sessionId ? await rowsOf<{ at: Date }>(tx, PROVEN, [sessionId, since]) : [];
    return row ? new Date(row.at.getTime() + PROOF_MS) : null;
  }
}
