import { Injectable } from '@nestjs/common';
import { rowsOf, Transactor, type Tx } from '@fanfare/database';
import { EventLog } from '@fanfare/events';
import { Problem } from '@fanfare/kernel';
import { emailOf } from '../account.js';
import { StaffSecondFactorRemoved } from '../account.events.js';
import { AccountsService } from '../accounts.service.js';
import { SessionService } from '../session.service.js';
import { type Factors, hasSecondFactor, SecondFactorsService } from './second-factors.service.js';

const LOCK = 'SELECT FROM passwords WHERE account_id = $1 FOR UPDATE';
const REMOVE = ['passkeys', 'totp_secrets', 'recovery_codes'].map((table) => `DELETE FROM ${table} WHERE account_id = $1`);
const COMMUNITIES = 'SELECT DISTINCT community_id AS id FROM role_grants WHERE account_id = $1 AND revoked_at IS NULL';

/**
 * For somebody who lost all that their account asks for beside the password. Only whoever runs the deployment may, by a command
 * on its machine: whether the person is who they say is theirs to find out, and no page could do that.
 */
@Injectable()
export class SecondFactorRecovery {
  constructor(
    private readonly transactor: Transactor,
    private readonly accounts: AccountsService,
    private readonly factors: SecondFactorsService,
    private readonly sessions: SessionService,
    private readonly events: EventLog,
  ) {}

  /** What the account that confirmed an address has. @throws Problem `INVALID_EMAIL`, `NOT_FOUND` without such an account */
  async look(address: string): Promise<Factors> {
    const accountId = await this.accountOf(address);
    return this.transactor.run((tx) => this.factors.of(tx, accountId));
  }

  /**
   * Leaves its password alone to open the account, and ends its sessions. The owner is told by mail; where they are on the
   * staff, the community's record says so, and their powers wait as those of anybody without a second factor do.
   *
   * @returns what it had
   * @throws Problem `INVALID_EMAIL`, `NOT_FOUND` without such an account, or when it has nothing to remove
   */
  async remove(address: string): Promise<Factors> {
    const accountId = await this.accountOf(address);
    return this.transactor.run(async (tx) => {
      await tx.query(LOCK, [accountId]);
      const had = await this.factors.of(tx, accountId);
      if (!hasSecondFactor(had)) throw new Problem('NOT_FOUND', { what: 'second factor' });
      for (const remove of REMOVE) await tx.query(remove, [accountId]);
      await this.sessions.endAll(tx, accountId);
      await this.factors.changed(tx, accountId, 'REMOVED_BY_OPERATOR', null);
      await this.tellTeams(tx, accountId);
      return had;
    });
  }

  private async tellTeams(tx: Tx, accountId: string): Promise<void> {
    for (const { id } of await rowsOf<{ id: string }>(tx, COMMUNITIES, [accountId])) {
      await this.events.append(tx, StaffSecondFactorRemoved, { communityId: id, subjectId: accountId, payload: {} });
    }
  }

  private async accountOf(address: string): Promise<string> {
    const account = await this.accounts.ownerOf(emailOf(address));
    if (!account) throw new Problem('NOT_FOUND', { what: 'account' });
    return account.id;
  }
}
