import { Inject, Injectable } from '@nestjs/common';
import { Database, isUniqueViolation, rowsOf, Transactor, type Tx } from '@fanfare/database';
import type { RequestContext } from '@fanfare/graphql';
import { Clock, CONFIG, type Config, DAY, newId, Problem } from '@fanfare/kernel';
import { createHash, randomBytes } from 'node:crypto';
import { AccountsService, type NewAccount } from './accounts.service.js';
import { AttemptsService } from './attempts.service.js';
import { PasswordsService } from './passwords.service.js';
import { type OpenedSession, SessionService } from './session.service.js';

const TOKEN_BYTES = 32;
const TOKEN_MS = DAY;

const NO_OPERATOR = 'SELECT NOT EXISTS (SELECT FROM accounts WHERE is_operator) AS needed';
/** Those who set up at once wait for each other here. */
const LOCK = 'SELECT FROM deployment FOR UPDATE';

/** The first operator of a deployment, let in by a link that whoever started it has read. */
@Injectable()
export class SetupService {
  constructor(
    private readonly database: Database,
    private readonly transactor: Transactor,
    private readonly clock: Clock,
    private readonly accounts: AccountsService,
    private readonly passwords: PasswordsService,
    private readonly sessions: SessionService,
    private readonly attempts: AttemptsService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Whether nobody runs this deployment yet. */
  async isNeeded(): Promise<boolean> {
    const [row] = await this.database.query<{ needed: boolean }>(NO_OPERATOR);
    return row!.needed;
  }

  /** A fresh link for setting up, valid for a day and once; null when there is an operator. Only its hash is kept. */
  async linkIfNeeded(): Promise<string | null> {
    if (!(await this.isNeeded())) return null;
    const token = randomBytes(TOKEN_BYTES).toString('base64url');
    const now = this.clock.now();
    const sql = 'INSERT INTO setup_tokens (token_hash, created_at, expires_at) VALUES ($1, $2, $3)';
    await this.database.query(sql, [hashOf(token), now, new Date(now.getTime() + TOKEN_MS)]);
    return `${this.config.publicUrl}/setup?token=${token}`;
  }

  /**
   * Makes the first operator and signs them in. Their address counts as confirmed: whoever holds the token runs the machine.
   *
   * @throws Problem `SETUP_DONE`, `WRONG_CODE` for a token that is unknown, used or expired, `INVALID_EMAIL` for an address
   *   that is somebody's already, and what `signUp` throws of a password or name
   */
  async setUp(setupToken: string, input: NewAccount, context: RequestContext): Promise<OpenedSession> {
    const account = this.accounts.checked(input);
    await this.attempts.take({ operation: 'setUpDeployment', subject: context.http.ip, ip: context.http.ip });
    await this.transactor.run((tx) => this.hold(tx, setupToken)); // before the slow hash, so that guessing costs us little
    const hash = await this.passwords.hash(account.email, input.password);
    const id = newId();
    try {
      return await this.transactor.run(async (tx) => {
        await this.hold(tx, setupToken);
        await this.accounts.insertTrusted(tx, id, account, hash, true);
        await tx.query('DELETE FROM setup_tokens');
        return this.sessions.open(tx, id, context);
      });
    } catch (error) {
      if (isUniqueViolation(error, 'accounts_confirmed_email')) throw new Problem('INVALID_EMAIL', { field: 'email' });
      throw error;
    }
  }

  private async hold(tx: Tx, setupToken: string): Promise<void> {
    await tx.query(LOCK);
    const [row] = await rowsOf<{ needed: boolean }>(tx, NO_OPERATOR);
    if (!row!.needed) throw new Problem('SETUP_DONE');
    const sql = 'SELECT FROM setup_tokens WHERE token_hash = $1 AND expires_at > $2';
    const found = await rowsOf(tx, sql, [hashOf(setupToken), this.clock.now()]);
    if (found.length === 0) throw new Problem('WRONG_CODE');
  }
}

function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
