import { Inject, Injectable } from '@nestjs/common';
import { Database } from '@fanfare/database';
import { Handlers } from '@fanfare/events';
import { type Config, CONFIG } from '@fanfare/kernel';
import { Mailer } from '@fanfare/mail';
import { AppealDecided } from '../moderation.events.js';
import { type AppealFacts, appealLetters } from './appeal.letters.js';
import { MOST_APPEALS } from './appeal.policy.js';

type Row = Omit<AppealFacts, 'isLast' | 'url'> & { readonly id: string; readonly round: number; readonly slug: string; readonly to: string; readonly locale: string };

const DECIDED = `
  SELECT p.id, p.round, p.state AS outcome, p.appellant_is AS "as", p.reasons, m.display_name AS name, c.name AS community, c.slug, a.email::text AS "to", a.locale
  FROM appeals p JOIN members m ON m.id = p.appellant_id JOIN accounts a ON a.id = m.account_id JOIN communities c ON c.id = p.community_id
  WHERE p.id = $1 AND p.reasons IS NOT NULL AND a.email_confirmed_at IS NOT NULL`;

/** Writes to whoever appealed what it came to and why, whatever they chose to hear of by mail. */
@Injectable()
export class AppealMails {
  constructor(
    handlers: Handlers,
    private readonly database: Database,
    private readonly mailer: Mailer,
    @Inject(CONFIG) private readonly config: Config,
  ) {
    handlers.send(AppealDecided, 'moderation.appealMail', (event, deliveryId) => this.send(event.subjectId!, deliveryId));
  }

  private async send(appealId: string, deliveryId: string): Promise<void> {
    const [row] = await this.database.query<Row>(DECIDED, [appealId]);
    if (!row) return;
    const { id, round, slug, to, locale, ...facts } = row;
    await this.mailer.send({ to, locale, deliveryId }, appealLetters, { ...facts, isLast: round >= MOST_APPEALS, url: `${this.config.publicUrl}/c/${slug}/appeals/${id}` });
  }
}
