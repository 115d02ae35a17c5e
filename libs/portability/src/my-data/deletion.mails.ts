import { Inject, Injectable } from '@nestjs/common';
import { AccountsService } from '@fanfare/access';
import { Database, type Tx } from '@fanfare/database';
import { Handlers, type RecordedEvent, Schedules } from '@fanfare/events';
import { Clock, type Config, CONFIG, DAY, HOUR } from '@fanfare/kernel';
import { Mailer } from '@fanfare/mail';
import { AccountDeleted, AccountDeletionRequested } from './deletion.events.js';
import { deletionRequestedLetters, farewellLetters } from './deletion.letters.js';
import type { TextsChoice } from './deletion.row.js';

interface Farewell {
  readonly email: string;
  readonly displayName: string;
  readonly locale: string;
}

/** Longest an address outlives its account while mail cannot leave. */
const FAREWELL_DAYS = 7;

/** The mail before, with the way back, and the one after. */
@Injectable()
export class DeletionMails {
  constructor(
    handlers: Handlers,
    schedules: Schedules,
    private readonly database: Database,
    private readonly accounts: AccountsService,
    private readonly mailer: Mailer,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {
    handlers.send(AccountDeletionRequested, 'portability.deletionMail', (event, delivery) => this.requested(event, delivery));
    handlers.send(AccountDeleted, 'portability.farewellMail', (event, delivery) => this.farewell(event.payload.farewell, delivery));
    schedules.every(HOUR, 'portability.forgetFarewells', (tx) => this.forget(tx));
  }

  private async requested({ subjectId, payload }: RecordedEvent<{ texts: TextsChoice; dueAt: string }>, delivery: string): Promise<void> {
    const account = await this.accounts.byId(subjectId!);
    if (!account?.emailConfirmedAt) return;
    const day = new Intl.DateTimeFormat(account.locale.startsWith('fr') ? 'fr' : 'en', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(payload.dueAt));
    const facts = { name: account.displayName, day, erase: payload.texts === 'ERASE', url: `${this.config.publicUrl}/settings/data` };
    await this.mailer.send({ to: account.email, locale: account.locale, deliveryId: delivery }, deletionRequestedLetters, facts);
  }

  /** The address goes when the mail has gone; one that was sent and not yet forgotten keeps its Message-ID. */
  private async farewell(id: string, delivery: string): Promise<void> {
    const sql = 'SELECT email::text AS email, display_name AS "displayName", locale FROM farewells WHERE id = $1';
    const [found] = await this.database.query<Farewell>(sql, [id]);
    if (!found) return;
    await this.mailer.send({ to: found.email, locale: found.locale, deliveryId: delivery }, farewellLetters, { name: found.displayName });
    await this.database.query('DELETE FROM farewells WHERE id = $1', [id]);
  }

  private async forget(tx: Tx): Promise<void> {
    await tx.query('DELETE FROM farewells WHERE erased_at < $1', [new Date(this.clock.now().getTime() - FAREWELL_DAYS * DAY)]);
  }
}
