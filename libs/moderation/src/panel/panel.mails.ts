import { Inject, Injectable } from '@nestjs/common';
import { Database, rowsOf, type Tx } from '@fanfare/database';
import { EventLog, Handlers, Schedules } from '@fanfare/events';
import { type Config, CONFIG, DAY } from '@fanfare/kernel';
import { Mailer } from '@fanfare/mail';
import { PanelAwaited } from '../moderation.events.js';
import { PanelDuties } from './panel-duties.queries.js';
import { panelLetters } from './panel.letters.js';

// The panel; where nobody sits on it, whoever runs the deployment.
const JUDGES = `
  SELECT account_id AS id FROM moderation_panel
  UNION ALL SELECT id FROM accounts WHERE is_operator AND erased_at IS NULL AND NOT EXISTS (SELECT FROM moderation_panel)`;
const ADDRESS = 'SELECT email::text AS "to", locale, display_name AS name FROM accounts WHERE id = $1 AND email_confirmed_at IS NOT NULL AND erased_at IS NULL';

/** Tells the panel once a day what waits for it: its people need not be members anywhere, so no inbox is theirs. */
@Injectable()
export class PanelMails {
  constructor(
    schedules: Schedules,
    handlers: Handlers,
    private readonly events: EventLog,
    private readonly database: Database,
    private readonly duties: PanelDuties,
    private readonly mailer: Mailer,
    @Inject(CONFIG) private readonly config: Config,
  ) {
    schedules.every(DAY, 'moderation.panelAwaited', (tx) => this.call(tx));
    handlers.send(PanelAwaited, 'moderation.panelMail', (event, deliveryId) => this.send(event.subjectId!, event.payload.duties, deliveryId));
  }

  /** Each by an event of their own, so that one address that fails keeps nobody else waiting. */
  async call(tx: Tx): Promise<void> {
    const duties = (await this.duties.all(tx)).map(({ name, waiting }) => ({ name, waiting }));
    if (duties.length === 0) return;
    for (const { id } of await rowsOf<{ id: string }>(tx, JUDGES)) {
      await this.events.append(tx, PanelAwaited, { actorId: null, subjectId: id, payload: { duties } });
    }
  }

  private async send(accountId: string, duties: readonly { name: string; waiting: number }[], deliveryId: string): Promise<void> {
    const [row] = await this.database.query<{ to: string; locale: string; name: string }>(ADDRESS, [accountId]);
    if (row) await this.mailer.send({ to: row.to, locale: row.locale, deliveryId }, panelLetters, { name: row.name, duties, url: `${this.config.publicUrl}/panel` });
  }
}
