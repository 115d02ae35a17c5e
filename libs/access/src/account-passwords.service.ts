import { Injectable } from '@nestjs/common';
import { Transactor, type Tx } from '@fanfare/database';
import { EventLog } from '@fanfare/events';
import type { RequestContext } from '@fanfare/graphql';
import { Clock, newId, Problem } from '@fanfare/kernel';
import { emailOf } from './account.js';
import { AccountPasswordChanged, PasswordResetRequested } from './account.events.js';
import { AccountsService } from './accounts.service.js';
import { AttemptsService } from './attempts.service.js';
import { CodesService } from './codes.service.js';
import { checkPassword, fitsPassword } from './password.policy.js';
import { PasswordsService } from './passwords.service.js';
import { type OpenedSession, SessionService } from './session.service.js';

export interface PasswordReset {
  readonly code: string;
  readonly password: string;
  /** When given, it must be the address the code was sent to. */
  readonly email?: string | null;
}

/** New passwords: by the old one, or by a code sent to the address. Either ends every session. */
@Injectable()
export class AccountPasswordsService {
  constructor(
    private readonly transactor: Transactor,
    private readonly events: EventLog,
    private readonly clock: Clock,
    private readonly accounts: AccountsService,
    private readonly passwords: PasswordsService,
    private readonly sessions: SessionService,
    private readonly codes: CodesService,
    private readonly attempts: AttemptsService,
  ) {}

  /**
   * Asks for a reset. The request is written whoever has the address, or nobody; a handler looks later and sends the mail,
   * so neither the answer nor its time tells anything.
   *
   * @throws Problem `INVALID_EMAIL`, `TOO_MANY_ATTEMPTS`
   */
  async requestReset(address: string, ip: string): Promise<void> {
    const email = emailOf(address);
    await this.attempts.take({ operation: 'requestPasswordReset', subject: email, ip });
    const id = newId();
    await this.transactor.run(async (tx) => {
      await tx.query('INSERT INTO password_reset_requests (id, email, requested_at) VALUES ($1, $2, $3)', [id, email, this.clock.now()]);
      await this.events.append(tx, PasswordResetRequested, { subjectId: id, payload: {} });
    });
  }

  /**
   * Sets a new password by a code from a mail and ends every session.
   *
   * @throws Problem `WRONG_CODE`, `WEAK_PASSWORD`, `COMMON_PASSWORD`, `TOO_LONG`, `TOO_MANY_ATTEMPTS`
   */
  async reset({ code, password, email }: PasswordReset, ip: string): Promise<void> {
    checkPassword(password, email ? emailOf(email) : '');
    const attempt = { operation: 'resetPassword', subject: email ? emailOf(email) : ip, ip } as const;
    await this.attempts.take(attempt);
    const owner = await this.codes.resetOwner(code);
    if (!owner || (email && emailOf(email) !== owner.email)) throw new Problem('WRONG_CODE');
    checkPassword(password, owner.email);
    const hash = await this.passwords.hash(owner.email, password);
    await this.transactor.run((tx) => this.resetBy(tx, owner.id, code, hash));
    await this.attempts.forgive(attempt);
  }

  /**
   * Replaces the actor's password; all sessions end, and one fresh one begins.
   *
   * @throws Problem `WRONG_CREDENTIALS`, `WEAK_PASSWORD`, `COMMON_PASSWORD`, `TOO_LONG`, `TOO_MANY_ATTEMPTS`
   */
  async change(current: string, password: string, context: RequestContext): Promise<OpenedSession> {
    const account = await this.accounts.byId(context.actor.accountId!);
    if (!account) throw new Problem('SIGN_IN_REQUIRED');
    fitsPassword('current', current);
    checkPassword(password, account.email);
    const attempt = { operation: 'changePassword', subject: account.id, ip: context.http.ip } as const;
    await this.attempts.take(attempt);
    const [from, to] = [await this.passwords.hash(account.email, current), await this.passwords.hash(account.email, password)];
    const opened = await this.transactor.run((tx) => this.replace(tx, account.id, { from, to }, context));
    await this.attempts.forgive(attempt);
    return opened;
  }

  private async resetBy(tx: Tx, accountId: string, code: string, hash: string): Promise<void> {
    if (!(await this.codes.use(tx, accountId, 'RESET_PASSWORD', code))) throw new Problem('WRONG_CODE');
    await this.passwords.set(tx, accountId, hash);
    await this.sessions.endAll(tx, accountId);
    await this.events.append(tx, AccountPasswordChanged, { actorId: accountId, subjectId: accountId, payload: { how: 'RESET' } });
  }

  private async replace(tx: Tx, accountId: string, hashes: { from: string; to: string }, context: RequestContext): Promise<OpenedSession> {
    if (!(await this.passwords.replace(tx, accountId, hashes.from, hashes.to))) throw new Problem('WRONG_CREDENTIALS');
    await this.codes.drop(tx, accountId, 'RESET_PASSWORD');
    await this.sessions.endAll(tx, accountId);
    await this.events.append(tx, AccountPasswordChanged, { actorId: accountId, subjectId: accountId, payload: { how: 'CHANGED' } });
    return this.sessions.open(tx, accountId, context);
  }
}
