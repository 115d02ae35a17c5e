import { Inject, Injectable } from '@nestjs/common';
import { Database } from '@fanfare/database';
import { Handlers } from '@fanfare/events';
import { Clock, CONFIG, type Config, DAY } from '@fanfare/kernel';
import { Mailer, RecipientRefused } from '@fanfare/mail';
import { mailingLetters } from './mailing.letters.js';
import { MailingReader, type ReadMailing } from './mailing.reader.js';
import { MailingsMade } from './mailings.service.js';
import { UnsubscribeService } from './unsubscribe.service.js';

/** Longest that a mail is tried: as mail servers do among themselves. What it tells of stays in the inbox. */
const PATIENCE_MS = 5 * DAY;

/** As many as the mail room keeps connections. */
const AT_ONCE = 3;

/** What stands in no inbox was read, if ever, in its mail: while it counted as unread, what comes after would join it unseen. */
const END = `
  WITH ended AS (UPDATE mailings SET ended_at = $2, outcome = $3 WHERE id = $1 AND ended_at IS NULL RETURNING id)
  UPDATE notifications n SET read_at = $2 FROM ended WHERE n.mailing_id = ended.id AND NOT n.in_app AND n.read_at IS NULL`;

/**
 * Sends mails that were made. Which matters a mail is about was fixed when it was made, and its id makes its Message-ID: if
 * a worker dies between the mail server's "250" and our note of it, the next one sends the same mail again under the same
 * name, by which mailboxes know it. Any other moment costs nothing.
 */
@Injectable()
export class MailingsSender {
  constructor(
    handlers: Handlers,
    private readonly database: Database,
    private readonly reader: MailingReader,
    private readonly mailer: Mailer,
    private readonly unsubscribe: UnsubscribeService,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {
    handlers.send(MailingsMade, 'notifications.sendMailings', (event) => this.sendAll(event.payload.mailings));
  }

  /**
   * What fails is tried again with the next delivery, after all the others had their turn: a mail that its server never takes
   * would hold them back for ever. What went out before does not go out again.
   */
  private async sendAll(ids: readonly string[]): Promise<void> {
    const failed: PromiseRejectedResult[] = [];
    for (let at = 0; at < ids.length; at += AT_ONCE) {
      const sent = await Promise.allSettled(ids.slice(at, at + AT_ONCE).map((id) => this.send(id)));
      failed.push(...sent.filter((one) => one.status === 'rejected'));
    }
    if (failed.length > 0) throw failed[0]!.reason;
  }

  private async send(id: string): Promise<void> {
    const mailing = await this.reader.read(id);
    if (!mailing || mailing.matters.length === 0) return this.end(id, 'MOOT');
    try {
      await this.hand(mailing);
    } catch (error) {
      const isOld = this.clock.now().getTime() - mailing.madeAt.getTime() >= PATIENCE_MS;
      if (!(error instanceof RecipientRefused) && !isOld) throw error;
      return this.end(id, 'REFUSED');
    }
    await this.end(id, 'SENT');
  }

  private async hand(mailing: ReadMailing): Promise<void> {
    const { id, email: to, locale, memberId, kind, matters, community } = mailing;
    const scope = kind === 'NOTICE' ? matters[0]!.kind : null;
    const unsubscribeUrl = `${this.config.publicUrl}/mail/unsubscribe/${await this.unsubscribe.token(memberId, scope)}`;
    const headers = {
      'List-Id': `<${community.slug}.${new URL(this.config.publicUrl).hostname}>`,
      'List-Unsubscribe': `<${unsubscribeUrl}>`,
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    };
    const facts = { mailing, origin: this.config.publicUrl, unsubscribeUrl };
    await this.mailer.send({ to, locale, deliveryId: `mailing:${id}`, headers }, mailingLetters, facts);
  }

  /** One that ended already stays as it ended. */
  private async end(id: string, outcome: 'SENT' | 'REFUSED' | 'MOOT'): Promise<void> {
    await this.database.query(END, [id, this.clock.now(), outcome]);
  }
}
