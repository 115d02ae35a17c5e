import { Injectable } from '@nestjs/common';
import { PersonalAllowance } from '@fanfare/access';
import { Database, rowsOf, Transactor, type Tx } from '@fanfare/database';
import { EventLog, Schedules } from '@fanfare/events';
import type { RequestContext } from '@fanfare/graphql';
import { Clock, DAY, MINUTE, Problem } from '@fanfare/kernel';
import { AccountDeletionCancelled, AccountDeletionDue, AccountDeletionRequested } from './deletion.events.js';
import { DELETION_COLUMNS, type DeletionRow, type TextsChoice } from './deletion.row.js';

/** How long somebody may think again. */
export const PAUSE_DAYS = 7;

// Asking again changes the choice and leaves the day: nobody loses their pause, and nobody can be kept in it.
const REQUEST = `
  INSERT INTO account_deletions AS d (account_id, texts, requested_at, due_at) VALUES ($1, $2, $3, $4)
  ON CONFLICT (account_id) DO UPDATE SET texts = excluded.texts WHERE d.begun_at IS NULL
  RETURNING ${DELETION_COLUMNS}, xmax = 0 AS fresh`;

const SOLE_OWNER = `
  SELECT c.name FROM role_grants g JOIN communities c ON c.id = g.community_id
  WHERE g.account_id = $1 AND g.role = 'OWNER' AND g.revoked_at IS NULL AND NOT EXISTS (
    SELECT FROM role_grants o WHERE o.community_id = g.community_id AND o.role = 'OWNER' AND o.revoked_at IS NULL AND o.account_id <> $1
      AND NOT EXISTS (SELECT FROM account_deletions d WHERE d.account_id = o.account_id))
  ORDER BY c.name LIMIT 5`;

const CANCEL = `
  DELETE FROM account_deletions WHERE account_id = $1 AND begun_at IS NULL AND requested_at = coalesce($2::timestamptz, requested_at) RETURNING account_id`;

const BEGIN = `
  UPDATE account_deletions SET begun_at = greatest($1, due_at) WHERE account_id IN (
    SELECT account_id FROM account_deletions WHERE due_at <= $1 AND begun_at IS NULL ORDER BY due_at LIMIT 100 FOR UPDATE SKIP LOCKED)
  RETURNING account_id AS "accountId"`;

/** Asking to be forgotten, thinking again, and the day it happens. */
@Injectable()
export class DeletionsService {
  constructor(
    private readonly database: Database,
    private readonly transactor: Transactor,
    private readonly allowance: PersonalAllowance,
    private readonly events: EventLog,
    private readonly clock: Clock,
    schedules: Schedules,
  ) {
    schedules.every(MINUTE, 'portability.beginDeletions', (tx) => this.beginDue(tx));
  }

  /** The deletion an account waits for; null for none. */
  async of(accountId: string): Promise<DeletionRow | null> {
    const [row] = await this.database.query<DeletionRow>(`SELECT ${DELETION_COLUMNS} FROM account_deletions d WHERE d.account_id = $1`, [accountId]);
    return row ?? null;
  }

  /**
   * Begins the pause of seven days after which the actor's account is deleted.
   *
   * @throws Problem `WRONG_CREDENTIALS` for a wrong password, `LAST_OWNER` with the names of communities that would have no
   * owner, `TOO_MANY_ATTEMPTS`
   */
  async request(context: RequestContext, texts: TextsChoice, password: string): Promise<DeletionRow> {
    const { account, confirm } = await this.allowance.prove(context, password);
    const now = this.clock.now();
    return this.transactor.run(async (tx) => {
      await confirm(tx);
      const alone = await rowsOf<{ name: string }>(tx, SOLE_OWNER, [account.id]);
      if (alone.length > 0) throw new Problem('LAST_OWNER', { communities: alone.map(({ name }) => name).join(', ') });
      const due = new Date(now.getTime() + PAUSE_DAYS * DAY);
      const [row] = await rowsOf<DeletionRow & { fresh: boolean }>(tx, REQUEST, [account.id, texts, now, due]);
      if (!row) throw new Problem('NOT_ALLOWED');
      if (row.fresh) await this.tell(tx, row);
      return row;
    });
  }

  /** Takes the request back; without one nothing changes. @returns whether there was one */
  async cancel(accountId: string, requestedAt: Date | null = null): Promise<boolean> {
    return this.transactor.run(async (tx) => {
      const cancelled = await rowsOf(tx, CANCEL, [accountId, requestedAt]);
      if (cancelled.length > 0) await this.events.append(tx, AccountDeletionCancelled, { actorId: accountId, subjectId: accountId, payload: {} });
      return cancelled.length > 0;
    });
  }

  private async tell(tx: Tx, { accountId, texts, dueAt }: DeletionRow): Promise<void> {
    const payload = { texts, dueAt: dueAt.toISOString() };
    await this.events.append(tx, AccountDeletionRequested, { actorId: accountId, subjectId: accountId, payload });
  }

  /** Hands each one over to the log, once: its delivery is the work, tried again for as long as it fails, alone. */
  private async beginDue(tx: Tx): Promise<void> {
    for (const { accountId } of await rowsOf<{ accountId: string }>(tx, BEGIN, [this.clock.now()])) {
      await this.events.append(tx, AccountDeletionDue, { subjectId: accountId, payload: {} });
    }
  }
}
