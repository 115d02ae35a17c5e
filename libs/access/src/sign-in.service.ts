import { Injectable } from '@nestjs/common';
import { Transactor } from '@fanfare/database';
import type { RequestContext } from '@fanfare/graphql';
import { Problem } from '@fanfare/kernel';
import { emailOf } from './account.js';
import { AttemptsService } from './attempts.service.js';
import { fitsPassword } from './password.policy.js';
import { type PasswordProof, PasswordsService } from './passwords.service.js';
import { PasskeyChecks } from './second-factor/passkey-checks.js';
import { type SecondStep, SecondFactorsService } from './second-factor/second-factors.service.js';
import { type OpenedSession, SessionService } from './session.service.js';

/** What is typed or answered beside the password, where the account asks for it. */
export interface SecondStepInput {
  /** Of an authenticator app, or a recovery code. */
  readonly code?: string | null;
  /** JSON of the browser's answer. */
  readonly passkey?: string | null;
}

/** So many wrong codes after the right password are no slip any more: the owner is told, while there is time to change it. */
export const GUESSES_TOLD = 5;

/** Tries of address and password, of second factors and of passkeys, and the sessions they begin. */
@Injectable()
export class SignInService {
  constructor(
    private readonly transactor: Transactor,
    private readonly passwords: PasswordsService,
    private readonly sessions: SessionService,
    private readonly attempts: AttemptsService,
    private readonly checks: PasskeyChecks,
    private readonly factors: SecondFactorsService,
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
   * Opens a session for whom `find` found, once they show the second factor where there is one. A password that was replaced
   * meanwhile opens nothing: its replacement ended all sessions, and this one would outlive them.
   *
   * @throws Problem `WRONG_CREDENTIALS`, `SECOND_FACTOR_REQUIRED`, `WRONG_CODE`, `PASSKEY_REFUSED`, `TOO_MANY_ATTEMPTS`
   */
  async open(context: RequestContext, second: SecondStepInput): Promise<OpenedSession> {
    const proof = context.memo.get(this) as PasswordProof | null | undefined;
    if (!proof) throw new Problem('WRONG_CREDENTIALS');
    if (!second.code && !second.passkey) return this.openWith(proof, {}, context);
    const attempt = { operation: 'secondFactor', subject: proof.accountId, ip: context.http.ip } as const;
    const tries = await this.attempts.take(attempt);
    const passkey = second.passkey ? await this.checks.check(second.passkey, 'SIGN_IN', null) : null;
    const opened = await this.openWith(proof, { code: second.code, passkey }, context).catch((error: unknown) => this.failed(error, proof.accountId, tries));
    await this.attempts.forgive(attempt);
    return opened;
  }

  /**
   * Opens a session for whoever a passkey recognised.
   *
   * @throws Problem `PASSKEY_REFUSED`, `TOO_MANY_ATTEMPTS`
   */
  async openByPasskey(response: string, context: RequestContext): Promise<OpenedSession> {
    await this.attempts.take({ operation: 'signInWithPasskey', subject: context.http.ip, ip: context.http.ip });
    const proof = await this.checks.check(response, 'SIGN_IN', null);
    return this.transactor.run(async (tx) => {
      await this.factors.used(tx, proof.accountId, proof);
      return this.sessions.open(tx, proof.accountId, context);
    });
  }

  /** Passes on why no session was opened, having told the owner when it looks like guessing. */
  private async failed(error: unknown, accountId: string, tries: number): Promise<never> {
    if (error instanceof Problem && error.code === 'WRONG_CODE' && tries === GUESSES_TOLD) {
      await this.transactor.run((tx) => this.factors.changed(tx, accountId, 'CODES_GUESSED'));
    }
    throw error;
  }

  private openWith(proof: PasswordProof, step: SecondStep, context: RequestContext): Promise<OpenedSession> {
    return this.transactor.run(async (tx) => {
      if (!(await this.passwords.hold(tx, proof))) throw new Problem('WRONG_CREDENTIALS');
      await this.factors.hold(tx, proof.accountId, step);
      return this.sessions.open(tx, proof.accountId, context);
    });
  }
}
