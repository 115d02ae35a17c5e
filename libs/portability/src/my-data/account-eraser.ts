import { Injectable } from '@nestjs/common';
import { PersonalData } from '@fanfare/access';
import { rowsOf, type Tx } from '@fanfare/database';
import { EventLog, Handlers } from '@fanfare/events';
import { Clock, newId } from '@fanfare/kernel';
import { AccountDeleted, AccountDeletionDue } from './deletion.events.js';
import type { TextsChoice } from './deletion.row.js';

// Nobody signs in, votes or writes as this account while it goes: they wait for these rows, and then find nobody.
const HOLD_ACCOUNT = `
  SELECT d.texts, a.email::text AS email, a.display_name AS "displayName", a.locale, a.email_confirmed_at IS NOT NULL AS confirmed
  FROM account_deletions d JOIN accounts a ON a.id = d.account_id WHERE d.account_id = $1 AND d.begun_at IS NOT NULL FOR UPDATE`;

const HOLD_MEMBERS = 'SELECT id FROM members WHERE account_id = $1 ORDER BY id FOR UPDATE';

const FAREWELL = 'INSERT INTO farewells (id, email, display_name, locale, erased_at) VALUES ($1, $2, $3, $4, $5)';

interface Gone {
  readonly texts: TextsChoice;
  readonly email: string;
  readonly displayName: string;
  readonly locale: string;
  readonly confirmed: boolean;
}

/** Deletes an account in one transaction: every room does its part, or nothing happened and it is tried again. */
@Injectable()
export class AccountEraser {
  constructor(
    handlers: Handlers,
    private readonly personal: PersonalData,
    private readonly events: EventLog,
    private readonly clock: Clock,
  ) {
    handlers.on(AccountDeletionDue, 'portability.deleteAccount', (tx, event) => this.erase(tx, event.subjectId!));
  }

  /** @throws Problem `LAST_OWNER` as long as a community would be left without an owner */
  async erase(tx: Tx, accountId: string): Promise<void> {
    await tx.query('SET LOCAL statement_timeout = 0');
    const [gone] = await rowsOf<Gone>(tx, HOLD_ACCOUNT, [accountId]);
    if (!gone) return;
    const members = await rowsOf<{ id: string }>(tx, HOLD_MEMBERS, [accountId]);
    const at = this.clock.now();
    const leaving = { accountId, email: gone.email, hadConfirmed: gone.confirmed, memberIds: members.map(({ id }) => id), texts: gone.texts, at };
    for (const records of this.personal.all.values()) await records.erase?.(tx, leaving);
    await tx.query('DELETE FROM account_deletions WHERE account_id = $1', [accountId]);
    await this.sayFarewell(tx, accountId, gone, at);
  }

  /** A mailbox that nobody confirmed may be a stranger's: it hears nothing. */
  private async sayFarewell(tx: Tx, accountId: string, { email, displayName, locale, confirmed }: Gone, at: Date): Promise<void> {
    const farewell = newId();
    if (confirmed) await tx.query(FAREWELL, [farewell, email, displayName, locale, at]);
    await this.events.append(tx, AccountDeleted, { subjectId: accountId, payload: { farewell }, at });
  }
}
