import { Injectable } from '@nestjs/common';
import { Transactor } from '@fanfare/database';
import type { RequestContext } from '@fanfare/graphql';
import { Problem } from '@fanfare/kernel';
import { emailOf } from './account.js';
import { AttemptsService } from './attempts.service.js';
import { fitsPassword } from './password.policy.js';
import { type PasswordProof, PasswordsService } from './passwords.service.js';
import { type OpenedSession, SessionService } from './session.service.js';

/** Tries of address and password, and the sessions that those who know them begin. */
@Injectable()
export class SignInService {
  constructor(
    private readonly transactor: Transactor,
    private readonly passwords: PasswordsService,
    private readonly sessions: SessionService,
    private readonly attempts: AttemptsService,
  ) {}

  /**
   * The account that signs in, or null; the request keeps the proof for `open`. Costs the same whether the address is
   * unknown or the password wrong: three counters, one hash, one query.
   *
   * @throws Problem `INVALID_EMAIL`, `TOO_LONG`, `TOO_MANY_ATTEMPTS`, `TEMPORARILY_UNAVAILABLE`
   */
  async find(address: string, password: string, context: RequestContext): Promise<string | null> {
    const email = emailOf(address);
    fitsPassword('password', password);
    const attempt = { operation: 'signIn', subject: email, ip: context.http.ip } as const;
    await this.attempts.take(attempt);
    const proof = await this.passwords.find(email, password);
    await (proof ? this.attempts.forgive(attempt) : this.attempts.blame(attempt));
    context.memo.set(this, proof);
    return proof?.accountId ?? null;
  }

  /**
   * Opens a session for whom `find` found. A password that was replaced meanwhile opens nothing: its replacement ended all
   * sessions, and this one would outlive them.
   *
   * @throws Problem `WRONG_CREDENTIALS`
   */
  async open(context: RequestContext): Promise<OpenedSession> {
    const proof = context.memo.get(this) as PasswordProof | null | undefined;
    if (!proof) throw new Problem('WRONG_CREDENTIALS');
    return this.transactor.run(async (tx) => {
      if (!(await this.passwords.hold(tx, proof))) throw new Problem('WRONG_CREDENTIALS');
      return this.sessions.open(tx, proof.accountId, context);
    });
  }
}
