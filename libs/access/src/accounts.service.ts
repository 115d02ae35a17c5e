import { Injectable } from '@nestjs/common';
import { Database, isUniqueViolation, rowsOf, Transactor, type Tx } from '@fanfare/database';
import { EventLog } from '@fanfare/events';
import { keyedBy, type RequestContext } from '@fanfare/graphql';
import { type Actor, cleanLine, Clock, type IdentityLevel, newId, Problem } from '@fanfare/kernel';
import { ACCOUNT_COLUMNS, type AccountRow, emailOf, localeOf, LONGEST_NAME, timeZoneOf } from './account.js';
import { AccountConfirmationRequested, AccountEmailConfirmed, AccountIdentityChanged, AccountSignedUp } from './account.events.js';
import { AttemptsService } from './attempts.service.js';
import { CodesService } from './codes.service.js';
import { checkPassword } from './password.policy.js';
import { PasswordsService } from './passwords.service.js';
import { type OpenedSession, SessionService } from './session.service.js';

export interface NewAccount {
  readonly email: string;
  readonly password: string;
  readonly displayName: string;
  readonly locale?: string | null;
  /** An IANA name; what is none counts as unknown. */
  readonly timeZone?: string | null;
}

/** How an account that we ourselves vouch for begins. */
export interface TrustedAccount extends NewAccount {
  readonly isOperator?: boolean;
}

const INSERT = `
  INSERT INTO accounts (id, email, display_name, locale, email_confirmed_at, identity_level, is_operator, created_at, time_zone)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`;

const CONFIRM = 'UPDATE accounts SET email_confirmed_at = $2 WHERE id = $1 AND email_confirmed_at IS NULL RETURNING id';
const GIVE_UP = 'UPDATE accounts SET email_confirmed_at = NULL WHERE id = $1 AND email_confirmed_at IS NOT NULL RETURNING id';
const TAKEN = `
  SELECT FROM accounts a JOIN accounts o ON o.email = a.email AND o.id <> a.id AND o.email_confirmed_at IS NOT NULL WHERE a.id = $1`;
const OWNER_INDEX = 'accounts_confirmed_email';

/** Accounts: beginning, the address that becomes theirs, what they say of themselves. */
@Injectable()
export class AccountsService {
  constructor(
    private readonly database: Database,
    private readonly transactor: Transactor,
    private readonly events: EventLog,
    private readonly clock: Clock,
    private readonly passwords: PasswordsService,
    private readonly sessions: SessionService,
    private readonly codes: CodesService,
    private readonly attempts: AttemptsService,
  ) {}

  async byId(id: string): Promise<AccountRow | null> {
    return (await this.byIds([id])).get(id) ?? null;
  }

  async byIds(ids: readonly string[]): Promise<Map<string, AccountRow>> {
    const rows = await this.database.query<AccountRow>(`SELECT ${ACCOUNT_COLUMNS} FROM accounts a WHERE a.id = ANY ($1)`, [ids]);
    return keyedBy(rows, (row) => row.id);
  }

  /** The account that confirmed an address. For our own errands: nobody else may learn the answer. */
  async ownerOf(email: string): Promise<AccountRow | null> {
    const sql = `SELECT ${ACCOUNT_COLUMNS} FROM accounts a WHERE a.email = $1 AND a.email_confirmed_at IS NOT NULL`;
    const [row] = await this.database.query<AccountRow>(sql, [email]);
    return row ?? null;
  }

  /**
   * Begins a fresh anonymous account and its first session, whoever else claims the address.
   *
   * @throws Problem `INVALID_EMAIL`, `WEAK_PASSWORD`, `COMMON_PASSWORD`, `EMPTY_TEXT`, `TOO_LONG`, `TOO_MANY_ATTEMPTS`, `TEMPORARILY_UNAVAILABLE`
   */
  async signUp(input: NewAccount, context: RequestContext): Promise<OpenedSession> {
    const account = this.checked(input);
    await this.attempts.take({ operation: 'signUp', subject: account.email, ip: context.http.ip });
    const hash = await this.passwords.hash(account.email, input.password);
    const id = newId();
    return this.transactor.run(async (tx) => {
      await this.insert(tx, id, account, {});
      await this.passwords.set(tx, id, hash);
      await this.events.append(tx, AccountSignedUp, { actorId: id, subjectId: id, payload: {} });
      return this.sessions.open(tx, id, context);
    });
  }

  /**
   * Makes an account whose address counts as confirmed: the operator's, and those of the demo. Answers the id of whoever
   * owns the address already instead of making a second owner.
   */
  async makeTrusted(input: TrustedAccount): Promise<{ id: string; made: boolean }> {
    const account = profileOf(input);
    const hash = await this.passwords.hash(account.email, input.password);
    const id = newId();
    try {
      await this.transactor.run((tx) => this.insertTrusted(tx, id, account, hash, input.isOperator ?? false));
      return { id, made: true };
    } catch (error) {
      const owner = isUniqueViolation(error, OWNER_INDEX) ? await this.ownerOf(account.email) : null;
      if (!owner) throw error;
      return { id: owner.id, made: false };
    }
  }

  /** Inserts an account whose address counts as confirmed. A taken address ends at the constraint. */
  async insertTrusted(tx: Tx, id: string, account: CheckedAccount, hash: string, isOperator: boolean): Promise<void> {
    await this.insert(tx, id, account, { confirmedAt: this.clock.now(), isOperator });
    await this.passwords.set(tx, id, hash);
  }

  /**
   * Gives the actor's address to their account, by the code that was sent there.
   *
   * @throws Problem `WRONG_CODE` for a wrong, used or expired code, and for an address that is somebody else's already
   */
  async confirmEmail(actor: Actor, code: string, ip: string): Promise<void> {
    const accountId = actor.accountId!;
    const attempt = { operation: 'confirmEmail', subject: accountId, ip } as const;
    await this.attempts.take(attempt);
    if (!(await this.tryCode(accountId, code))) throw new Problem('WRONG_CODE');
    await this.attempts.forgive(attempt);
  }

  /**
   * Gives an account its own address in the caller's transaction: the caller has seen proof that its mail is read.
   *
   * @returns false when another account confirmed the address before
   */
  async confirmAddress(tx: Tx, accountId: string): Promise<boolean> {
    const taken = await rowsOf(tx, TAKEN, [accountId]);
    if (taken.length > 0) return false;
    await this.own(tx, accountId);
    return true;
  }

  /**
   * Sends another code, unless the address is confirmed already. Counted by the address: many accounts may claim it, and
   * all their mails arrive in one mailbox.
   *
   * @throws Problem `INVALID_INPUT` for a locale that is none, `TOO_MANY_ATTEMPTS`
   */
  async resendConfirmation(actor: Actor, locale: string | null, ip: string): Promise<void> {
    const id = actor.accountId!;
    const payload = { locale: locale && localeOf(locale) };
    const account = await this.byId(id);
    if (!account) throw new Problem('SIGN_IN_REQUIRED');
    await this.attempts.take({ operation: 'resendConfirmation', subject: account.email, ip });
    await this.transactor.run((tx) => this.events.append(tx, AccountConfirmationRequested, { actorId: id, subjectId: id, payload }));
  }

  /** Changes what an account says of itself; what is left out stays. @throws Problem `SIGN_IN_REQUIRED` when it was deleted a moment ago */
  async update(actor: Actor, changes: { displayName?: string | null; locale?: string | null; timeZone?: string | null }, ip: string): Promise<void> {
    const displayName = changes.displayName == null ? null : cleanLine('displayName', changes.displayName, { max: LONGEST_NAME });
    const locale = changes.locale ? localeOf(changes.locale) : null;
    const timeZone = changes.timeZone ? timeZoneOf(changes.timeZone) : null;
    if (changes.timeZone && timeZone === null) throw new Problem('INVALID_INPUT', { field: 'timeZone' });
    await this.attempts.take({ operation: 'updateAccount', subject: actor.accountId!, ip });
    const sql = 'UPDATE accounts SET display_name = coalesce($2, display_name), locale = coalesce($3, locale), time_zone = coalesce($4, time_zone) WHERE id = $1 AND erased_at IS NULL RETURNING id';
    const changed = await this.transactor.run((tx) => rowsOf(tx, sql, [actor.accountId, displayName, locale, timeZone]));
    if (changed.length === 0) throw new Problem('SIGN_IN_REQUIRED');
  }

  /**
   * Takes an account's address back to a mere claim, in the caller's transaction: its person wants it so. They sign in as before.
   *
   * @returns whether it was confirmed
   */
  async giveUpAddress(tx: Tx, accountId: string): Promise<boolean> {
    const given = await rowsOf(tx, GIVE_UP, [accountId]);
    if (given.length > 0) await this.weighIdentity(tx, accountId);
    return given.length > 0;
  }

  /**
   * Moves an account to the level that its standing evidence amounts to: `account_identity()` in the database says which.
   * Call it in the transaction that changed the evidence.
   */
  async weighIdentity(tx: Tx, accountId: string): Promise<void> {
    await tx.query('SELECT FROM accounts WHERE id = $1 FOR UPDATE', [accountId]); // first: what is read next is what the last one left
    const [weighed] = await rowsOf<{ level: IdentityLevel }>(tx, 'SELECT account_identity($1) AS level', [accountId]);
    await this.setIdentityLevel(tx, accountId, weighed!.level);
  }

  /** Moves an account to a level; told to whoever counts by levels. */
  async setIdentityLevel(tx: Tx, accountId: string, to: IdentityLevel): Promise<void> {
    const [row] = await rowsOf<{ level: IdentityLevel }>(tx, 'SELECT identity_level AS level FROM accounts WHERE id = $1 FOR UPDATE', [accountId]);
    if (!row || row.level === to) return;
    await tx.query('UPDATE accounts SET identity_level = $2 WHERE id = $1', [accountId, to]);
    await this.events.append(tx, AccountIdentityChanged, { subjectId: accountId, payload: { from: row.level, to } });
  }

  /** What a new account says, made fit to keep. */
  checked(input: NewAccount): CheckedAccount {
    const account = profileOf(input);
    checkPassword(input.password, account.email);
    return account;
  }

  /** The race for an address ends at the unique index; its loser is told no more than a wrong code would tell. */
  private async tryCode(accountId: string, code: string): Promise<boolean> {
    try {
      return await this.transactor.run((tx) => this.confirmBy(tx, accountId, code));
    } catch (error) {
      if (isUniqueViolation(error, OWNER_INDEX)) return false;
      throw error;
    }
  }

  private async confirmBy(tx: Tx, accountId: string, code: string): Promise<boolean> {
    if (!(await this.codes.use(tx, accountId, 'CONFIRM_EMAIL', code))) return this.isConfirmed(tx, accountId);
    await this.own(tx, accountId);
    return true;
  }

  /** The address becomes the account's, unless it is already. A taken one ends at the unique index. */
  private async own(tx: Tx, accountId: string): Promise<void> {
    const confirmed = await rowsOf(tx, CONFIRM, [accountId, this.clock.now()]);
    if (confirmed.length === 0) return;
    await this.events.append(tx, AccountEmailConfirmed, { actorId: accountId, subjectId: accountId, payload: {} });
    await this.weighIdentity(tx, accountId);
  }

  /** A link followed twice has done its work. */
  private async isConfirmed(tx: Tx, accountId: string): Promise<boolean> {
    const rows = await rowsOf(tx, 'SELECT FROM accounts WHERE id = $1 AND email_confirmed_at IS NOT NULL', [accountId]);
    return rows.length === 1;
  }

  private async insert(tx: Tx, id: string, account: CheckedAccount, { confirmedAt = null, isOperator = false }: Standing): Promise<void> {
    const level: IdentityLevel = confirmedAt ? 'CONFIRMED' : 'ANONYMOUS';
    await tx.query(INSERT, [id, account.email, account.displayName, account.locale, confirmedAt, level, isOperator, this.clock.now(), account.timeZone]);
  }
}

interface Standing {
  readonly confirmedAt?: Date | null;
  readonly isOperator?: boolean;
}

export interface CheckedAccount {
  readonly email: string;
  readonly displayName: string;
  readonly locale: string;
  readonly timeZone?: string | null;
}

function profileOf({ email, displayName, locale, timeZone }: NewAccount): CheckedAccount {
  return {
    email: emailOf(email),
    displayName: cleanLine('displayName', displayName, { max: LONGEST_NAME }),
    locale: localeOf(locale),
    timeZone: timeZoneOf(timeZone),
  };
}
