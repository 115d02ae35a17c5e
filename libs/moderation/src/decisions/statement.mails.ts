import { Inject, Injectable } from '@nestjs/common';
import { Database } from '@fanfare/database';
import { Handlers } from '@fanfare/events';
import { type Config, CONFIG } from '@fanfare/kernel';
import { Mailer } from '@fanfare/mail';
import { DecisionHeld, DecisionMade } from '../moderation.events.js';
import { type StatementFacts, statementLetters } from './statement.letters.js';

type Row = Omit<StatementFacts, 'ground' | 'url'> & {
  readonly id: string;
  readonly to: string;
  readonly locale: string;
  readonly slug: string;
  readonly rule: number | null;
  readonly title: string | null;
  readonly law: string | null;
};

const STATEMENT = `
  SELECT d.id, a.email::text AS "to", a.locale, m.display_name AS name, c.name AS community, c.slug, d.action, d.muted_right AS "right", d.scope,
    ri.subject_kind AS "subjectKind", d.rule_number AS rule, cr.title, d.law, d.facts, d.passage, d.source, d.automated_detection AS "automatedDetection",
    d.automated_decision AS "automatedDecision", d.ends_at AS "endsAt", d.appeal_until AS "appealUntil"
  FROM decisions d JOIN review_items ri ON ri.id = d.item_id JOIN members m ON m.id = d.affected_id JOIN accounts a ON a.id = m.account_id
  JOIN communities c ON c.id = d.community_id
  LEFT JOIN community_rules cr ON cr.community_id = d.community_id AND cr.number = d.rule_number AND cr.version = d.rule_version
  WHERE d.id = $1 AND d.action <> 'KEEP' AND a.email_confirmed_at IS NOT NULL`;

/**
 * Writes the statement of reasons to whom a decision affects, in their language, at once and whatever they chose to hear of by mail:
 * the law asks for it, and it is theirs to know.
 */
@Injectable()
export class StatementMails {
  constructor(
    handlers: Handlers,
    private readonly database: Database,
    private readonly mailer: Mailer,
    @Inject(CONFIG) private readonly config: Config,
  ) {
    handlers.send(DecisionMade, 'moderation.statementMail', (event, deliveryId) => this.send(event.subjectId!, deliveryId));
    handlers.send(DecisionHeld, 'moderation.holdMail', (event, deliveryId) => this.send(event.subjectId!, deliveryId));
  }

  private async send(decisionId: string, deliveryId: string): Promise<void> {
    const [row] = await this.database.query<Row>(STATEMENT, [decisionId]);
    if (!row) return; // nobody it affects, or nobody who confirmed an address
    const { id, to, locale, slug, rule, title, law, ...facts } = row;
    const ground = rule === null ? { law: law! } : { rule, title: title! };
    await this.mailer.send({ to, locale, deliveryId }, statementLetters, { ...facts, ground, url: `${this.config.publicUrl}/c/${slug}/decisions/${id}` });
  }
}
