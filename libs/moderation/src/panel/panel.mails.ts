import { Inject, Injectable } from '@nestjs/common';
import { Database, type Tx } from '@fanfare/database';
import { EventLog, Handlers, Schedules } from '@fanfare/events';
import { type Config, CONFIG, DAY } from '@fanfare/kernel';
import { Mailer } from '@fanfare/mail';
import { PanelAwaited } from '../moderation.events.js';
import { PanelDuties } from './panel-duties.queries.js';
import { type PanelFacts, panelLetters } from './panel.letters.js';

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
    for (const [accountId, all] of await this.duties.ofEach(tx)) {
      const duties = all.map(({ name, kind, waiting }) => ({ name, kind, waiting }));
      await this.events.append(tx, PanelAwaited, { actorId: null, subjectId: accountId, payload: { duties } });
    }
  }

  private async send(accountId: string, duties: PanelFacts['duties'], deliveryId: string): Promise<void> {
    const [row] = await this.database.query<{ to: string; locale: string; name: string }>(ADDRESS, [accountId]);
    if (row) await this.mailer.send({ to: row.to, locale: row.locale, deliveryId }, panelLetters, { name: row.name, duties, url: `${this.config.publicUrl}/panel` });
  }
}
