import { Injectable } from '@nestjs/common';
import type { Tx } from '@fanfare/database';
import type { RequestContext } from '@fanfare/graphql';
import { Problem } from '@fanfare/kernel';
import { AccountsService } from './accounts.service.js';
import type { AccountRow } from './account.js';
import { AttemptsService } from './attempts.service.js';
import { fitsPassword } from './password.policy.js';
import { PasswordsService } from './passwords.service.js';

/** That it is really the person: their password again, and not too often. */
@Injectable()
export class PersonalAllowance {
  constructor(
    private readonly accounts: AccountsService,
    private readonly passwords: PasswordsService,
    private readonly attempts: AttemptsService,
  ) {}

  /**
   * Holds a password against the actor's own. Slow by design: call it before a transaction, `confirm` inside.
   *
   * @throws Problem `SIGN_IN_REQUIRED`, `WRONG_CREDENTIALS` (by `confirm`), `TOO_LONG`, `TOO_MANY_ATTEMPTS`
   */
  async prove(context: RequestContext, password: string): Promise<{ account: AccountRow; confirm: (tx: Tx) => Promise<void> }> {
    const account = await this.account(context);
    fitsPassword('password', password);
    const attempt = { operation: 'requestAccountDeletion', subject: account.id, ip: context.http.ip } as const;
    await this.attempts.take(attempt);
    const hash = await this.passwords.hash(account.email, password);
    const confirm = async (tx: Tx) => {
      if (!(await this.passwords.hold(tx, { accountId: account.id, hash }))) throw new Problem('WRONG_CREDENTIALS', { field: 'password' });
    };
    return { account, confirm };
  }

  /** Counts a download of everything. @throws Problem `SIGN_IN_REQUIRED`, `TOO_MANY_ATTEMPTS` */
  async takeExport(context: RequestContext): Promise<AccountRow> {
    const account = await this.account(context);
    await this.attempts.take({ operation: 'dataExport', subject: account.id, ip: context.http.ip });
    return account;
  }

  private async account({ actor }: RequestContext): Promise<AccountRow> {
    const account = actor.accountId ? await this.accounts.byId(actor.accountId) : null;
    if (!account) throw new Problem('SIGN_IN_REQUIRED');
    return account;
  }
}
