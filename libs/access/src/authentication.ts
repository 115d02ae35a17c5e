import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@fanfare/graphql';
import { type Actor, VISITOR } from '@fanfare/kernel';
import passport from 'passport';
import { Strategy as CustomStrategy } from 'passport-custom';
import { Strategy as LocalStrategy } from 'passport-local';
import { SessionService } from './session.service.js';
import { SignInService } from './sign-in.service.js';

/** What our strategies read: an operation's context and, for passport-local, what was typed. */
interface Attempted {
  readonly context: RequestContext;
  readonly body: unknown;
}

type Settle = (error: unknown, actor?: Actor | false) => void;
type Run = (request: Attempted, response: object, next: (error: unknown) => void) => void;

const Passport = (passport as unknown as { Passport: new () => passport.Authenticator }).Passport;

/**
 * Who somebody is, by passport's strategies: `session` (cookie or bearer token) and `local` (address and password). Its
 * own passport, not the module's shared one, so that two applications in one process do not answer for each other.
 */
@Injectable()
export class Authentication {
  private readonly passport = new Passport();

  constructor(sessions: SessionService, signIn: SignInService) {
    this.passport.use('session', new CustomStrategy((request, done) => {
      const { context } = request as unknown as Attempted;
      settle(sessions.actorOf(context), done as Settle);
    }));
    this.passport.use('local', new LocalStrategy({ usernameField: 'email', passReqToCallback: true }, (request, email, password, done) => {
      const { context } = request as unknown as Attempted;
      const actor = signIn.find(email, password, context).then((id) => (id ? sessions.actorOfAccount(id) : null));
      settle(actor, done as Settle);
    }));
  }

  /** Who sent a request; a visitor when nobody knows. */
  async bySession(context: RequestContext): Promise<Actor> {
    return (await this.run('session', { context, body: {} })) ?? VISITOR;
  }

  /** Who has this address and password, or null. */
  byPassword(context: RequestContext, input: unknown): Promise<Actor | null> {
    return this.run('local', { context, body: input });
  }

  private run(strategy: string, request: Attempted): Promise<Actor | null> {
    return new Promise((resolve, reject) => {
      const finish = (error: unknown, actor: unknown) => (error ? reject(error as Error) : resolve((actor || null) as Actor | null));
      const run = this.passport.authenticate(strategy, { session: false }, finish) as Run;
      run(request, {}, reject);
    });
  }
}

function settle(actor: Promise<Actor | null>, done: Settle): void {
  actor.then((found) => done(null, found ?? false), done);
}
