import { Injectable } from '@nestjs/common';
import { Database, isUniqueViolation, rowsOf, Transactor, type Tx } from '@fanfare/database';
import type { RequestContext } from '@fanfare/graphql';
import { type Actor, cleanLine, Clock, isId, newId, Problem } from '@fanfare/kernel';
import type { SecurityChange } from '../account.events.js';
import { type AccountRow } from '../account.js';
import { AccountsService } from '../accounts.service.js';
import { AttemptsService } from '../attempts.service.js';
import { SessionService } from '../session.service.js';
import type { PasskeyPurpose } from './challenges.service.js';
import { FreshProofService } from './fresh-proof.service.js';
import { type NewPasskey, PasskeyChecks } from './passkey-checks.js';
import { PASSKEY_COLUMNS, type PasskeyRow } from './passkey.row.js';
import { RecoveryCodesService } from './recovery-codes.service.js';
import { hasSecondFactor, SecondFactorsService } from './second-factors.service.js';
import { TotpService, type TotpSetUp } from './totp.service.js';

export const MOST_PASSKEYS = 20;
export const LONGEST_PASSKEY_NAME = 60;
const ISSUER = 'Fanfare';

/** Whoever changes what opens an account makes whoever signs in by its password wait, and the other way round. */
const LOCK = 'SELECT FROM passwords WHERE account_id = $1 FOR UPDATE';

const LIST = `SELECT ${PASSKEY_COLUMNS} FROM passkeys p WHERE p.account_id = $1 ORDER BY p.created_at, p.id`;
const INSERT = `
  INSERT INTO passkeys (id, account_id, credential_id, public_key, counter, transports, may_sync, backed_up, name, created_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`;

/** Recovery codes that were just made; null when there were some before. */
export type FreshCodes = string[] | null;

/** What opens an account beside its password: its owner's to add, name and remove, after proving anew who they are. */
@Injectable()
export class AccountSecurityService {
  constructor(
    private readonly database: Database,
    private readonly transactor: Transactor,
    private readonly clock: Clock,
    private readonly accounts: AccountsService,
    private readonly sessions: SessionService,
    private readonly attempts: AttemptsService,
    private readonly proof: FreshProofService,
    private readonly checks: PasskeyChecks,
    private readonly factors: SecondFactorsService,
    private readonly totp: TotpService,
    private readonly recoveryCodes: RecoveryCodesService,
  ) {}

  /** The passkeys of an account, the oldest first; at most twenty. */
  passkeysOf(accountId: string): Promise<PasskeyRow[]> {
    return this.database.query<PasskeyRow>(LIST, [accountId]);
  }

  /**
   * JSON of what a browser is to be asked for.
   *
   * @throws Problem `SIGN_IN_REQUIRED` for what only an account asks, `FRESH_PROOF_REQUIRED` for a new passkey, `TOO_MANY_ATTEMPTS`
   */
  async passkeyOptions(purpose: PasskeyPurpose, { actor, http }: RequestContext): Promise<string> {
    await this.attempts.take({ operation: 'requestPasskeyOptions', subject: http.ip, ip: http.ip });
    if (purpose === 'SIGN_IN') return JSON.stringify(await this.checks.askFor(purpose, null));
    if (!actor.accountId) throw new Problem('SIGN_IN_REQUIRED');
    if (purpose === 'PROOF') return JSON.stringify(await this.checks.askFor(purpose, actor.accountId));
    await this.proof.hold(this.database.reader, actor);
    return JSON.stringify(await this.checks.askForNew(await this.account(actor)));
  }

  /** @throws Problem `FRESH_PROOF_REQUIRED`, `PASSKEY_REFUSED`, `PASSKEY_EXISTS`, `TOO_MANY_PASSKEYS`, `EMPTY_TEXT`, `TOO_LONG` */
  async addPasskey(response: string, name: string, context: RequestContext): Promise<FreshCodes> {
    const { actor } = context;
    const called = passkeyName(name);
    await this.count(context);
    const passkey = await this.checks.checkNew(response, actor.accountId!);
    const id = newId();
    return this.changing(actor, 'PASSKEY_ADDED', (tx, accountId) => this.insert(tx, { id, accountId, called, passkey }));
  }

  /** @throws Problem `FRESH_PROOF_REQUIRED`, `NOT_FOUND` for what is none of the actor's, `EMPTY_TEXT`, `TOO_LONG` */
  async renamePasskey(id: string, name: string, context: RequestContext): Promise<void> {
    const called = passkeyName(name);
    await this.count(context);
    await this.transactor.run(async (tx) => {
      await this.proof.hold(tx, context.actor);
      const sql = 'UPDATE passkeys SET name = $3 WHERE id = $1 AND account_id = $2 RETURNING id';
      await oneOf(tx, sql, [id, context.actor.accountId, called]);
    });
  }

  /** @throws Problem `FRESH_PROOF_REQUIRED`, `NOT_FOUND` for what is none of the actor's */
  async removePasskey(id: string, context: RequestContext): Promise<void> {
    await this.count(context);
    await this.changing(context.actor, 'PASSKEY_REMOVED', (tx, accountId) =>
      oneOf(tx, 'DELETE FROM passkeys WHERE id = $1 AND account_id = $2 RETURNING id', [id, accountId]));
  }

  /** A secret for an authenticator app, good for half an hour and in force once `confirmTotp` saw a code. @throws Problem `FRESH_PROOF_REQUIRED` */
  async setUpTotp(label: string | null, context: RequestContext): Promise<TotpSetUp> {
    await this.count(context);
    const account = await this.account(context.actor);
    const named = label ? cleanLine('label', label, { max: LONGEST_PASSKEY_NAME }) : account.email;
    return this.transactor.run(async (tx) => {
      await this.proof.hold(tx, context.actor);
      return this.totp.begin(tx, account.id, { issuer: ISSUER, label: named });
    });
  }

  /** @throws Problem `FRESH_PROOF_REQUIRED`, `WRONG_CODE`, `TOO_MANY_ATTEMPTS` */
  async confirmTotp(code: string, { actor, http }: RequestContext): Promise<FreshCodes> {
    const attempt = { operation: 'confirmTotp', subject: actor.accountId!, ip: http.ip } as const;
    await this.attempts.take(attempt);
    const fresh = await this.changing(actor, 'TOTP_ADDED', async (tx, accountId) => {
      if (!(await this.totp.confirm(tx, accountId, code))) throw new Problem('WRONG_CODE');
    });
    await this.attempts.forgive(attempt);
    return fresh;
  }

  /** @throws Problem `FRESH_PROOF_REQUIRED`, `NOT_FOUND` when there is none */
  async removeTotp(since: Date | null, context: RequestContext): Promise<void> {
    await this.count(context);
    await this.changing(context.actor, 'TOTP_REMOVED', async (tx, accountId) => {
      if (!(await this.totp.remove(tx, accountId, since))) throw new Problem('NOT_FOUND');
    });
  }

  /** Fresh codes; those from before are void. @throws Problem `FRESH_PROOF_REQUIRED`, `NOT_FOUND` without a second factor */
  async renewRecoveryCodes(count: number | undefined, context: RequestContext): Promise<string[]> {
    await this.count(context);
    const fresh: string[] = [];
    await this.changing(context.actor, 'RECOVERY_CODES_RENEWED', async (tx, accountId) => {
      if (!hasSecondFactor(await this.factors.of(tx, accountId))) throw new Problem('NOT_FOUND');
      fresh.splice(0, Infinity, ...(await this.recoveryCodes.renew(tx, accountId, count)));
    });
    return fresh;
  }

  /**
   * Makes one change and what follows from it: with the first factor come recovery codes, and whoever is signed in elsewhere
   * has to show it; with the last one the codes go.
   */
  private async changing(actor: Actor, what: SecurityChange, change: (tx: Tx, accountId: string) => Promise<void>): Promise<FreshCodes> {
    const accountId = actor.accountId!;
    return this.transactor.run(async (tx) => {
      await this.proof.hold(tx, actor);
      await tx.query(LOCK, [accountId]);
      const before = hasSecondFactor(await this.factors.of(tx, accountId));
      await change(tx, accountId);
      const after = await this.factors.of(tx, accountId);
      if (!before && hasSecondFactor(after)) await this.sessions.endOthers(tx, actor);
      await this.factors.changed(tx, accountId, what);
      return this.codesFor(tx, accountId, hasSecondFactor(after), after.recoveryCodes);
    });
  }

  private async codesFor(tx: Tx, accountId: string, has: boolean, left: number): Promise<FreshCodes> {
    if (has && left === 0) return this.recoveryCodes.renew(tx, accountId);
    if (!has) await this.recoveryCodes.drop(tx, accountId);
    return null;
  }

  private async insert(tx: Tx, { id, accountId, called, passkey }: { id: string; accountId: string; called: string; passkey: NewPasskey }): Promise<void> {
    const { credentialId, publicKey, counter, transports, maySync, backedUp } = passkey;
    const { passkeys } = await this.factors.of(tx, accountId);
    if (passkeys >= MOST_PASSKEYS) throw new Problem('TOO_MANY_PASSKEYS', { max: MOST_PASSKEYS });
    try {
      await tx.query(INSERT, [id, accountId, credentialId, publicKey, counter, transports, maySync, backedUp, called, this.clock.now()]);
    } catch (error) {
      if (isUniqueViolation(error, 'passkeys_credential')) throw new Problem('PASSKEY_EXISTS');
      throw error;
    }
  }

  private async count({ actor, http }: RequestContext): Promise<void> {
    await this.attempts.take({ operation: 'changeSecurity', subject: actor.accountId!, ip: http.ip });
  }

  private async account(actor: Actor): Promise<AccountRow> {
    const account = await this.accounts.byId(actor.accountId!);
    if (!account) throw new Problem('SIGN_IN_REQUIRED');
    return account;
  }
}

function passkeyName(name: string): string {
  return cleanLine('name', name, { max: LONGEST_PASSKEY_NAME });
}

/** @throws Problem `NOT_FOUND` when a statement on one row by its id found none */
async function oneOf(tx: Tx, sql: string, parameters: [id: string, ...rest: unknown[]]): Promise<void> {
  const found = isId(parameters[0]) ? await rowsOf(tx, sql, parameters) : [];
  if (found.length === 0) throw new Problem('NOT_FOUND');
}
