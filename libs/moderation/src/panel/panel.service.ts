import { Injectable } from '@nestjs/common';
import { rowsOf, Database, Transactor } from '@fanfare/database';
import { EventLog } from '@fanfare/events';
import { type Actor, Clock, enforce, isId, needsOperator, Problem } from '@fanfare/kernel';
import { StaffSecondFactorService } from '@fanfare/access';
import { PANEL_DUE } from './panel.seat.js';
import { PanelChanged } from '../moderation.events.js';

/** Somebody who moderates wherever a community has too few of its own. */
export interface PanelMember {
  readonly accountId: string;
  readonly displayName: string;
  readonly email: string;
  readonly appointedAt: Date;
}

const COLUMNS = 'p.account_id AS "accountId", a.display_name AS "displayName", a.email::text AS email, p.appointed_at AS "appointedAt"';
const LIST = `SELECT ${COLUMNS} FROM moderation_panel p JOIN accounts a ON a.id = p.account_id ORDER BY p.appointed_at, p.account_id`;
const KNOWN = 'SELECT id FROM accounts WHERE email = $1 AND email_confirmed_at IS NOT NULL AND erased_at IS NULL FOR KEY SHARE';
const APPOINT = 'INSERT INTO moderation_panel (account_id, appointed_at, appointed_by) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING RETURNING account_id';
const DISMISS = 'DELETE FROM moderation_panel WHERE account_id = $1 RETURNING account_id';

/** The deployment's panel of moderators, which whoever runs it appoints. */
@Injectable()
export class PanelService {
  constructor(
    private readonly database: Database,
    private readonly transactor: Transactor,
    private readonly events: EventLog,
    private readonly clock: Clock,
    staffSecondFactor: StaffSecondFactorService,
  ) {
    staffSecondFactor.register(`(SELECT ${PANEL_DUE} FROM moderation_panel p WHERE p.account_id = a.id)`);
  }

  /** The longest serving first. @throws Problem `NOT_ALLOWED`, `SECOND_FACTOR_NEEDED` */
  list(actor: Actor): Promise<PanelMember[]> {
    enforce(needsOperator(actor));
    return this.database.query<PanelMember>(LIST);
  }

  /**
   * Appoints whoever has confirmed an address; twice is once.
   *
   * @throws Problem `NOT_ALLOWED`, `SECOND_FACTOR_NEEDED`, `NOT_FOUND` for an address that nobody confirmed
   */
  async appoint(actor: Actor, email: string): Promise<void> {
    enforce(needsOperator(actor));
    await this.transactor.run(async (tx) => {
      const [account] = await rowsOf<{ id: string }>(tx, KNOWN, [email.trim()]);
      if (!account) throw new Problem('NOT_FOUND', { what: 'account' });
      const appointed = await rowsOf(tx, APPOINT, [account.id, this.clock.now(), actor.accountId]);
      if (appointed.length > 0) await this.events.append(tx, PanelChanged, { actorId: actor.accountId, subjectId: account.id, payload: { appointed: true } });
    });
  }

  /** What they decided stands. @throws Problem `NOT_ALLOWED`, `SECOND_FACTOR_NEEDED` */
  async dismiss(actor: Actor, accountId: string): Promise<void> {
    enforce(needsOperator(actor));
    if (!isId(accountId)) return;
    await this.transactor.run(async (tx) => {
      const dismissed = await rowsOf(tx, DISMISS, [accountId]);
      if (dismissed.length > 0) await this.events.append(tx, PanelChanged, { actorId: actor.accountId, subjectId: accountId, payload: { appointed: false } });
    });
  }
}
