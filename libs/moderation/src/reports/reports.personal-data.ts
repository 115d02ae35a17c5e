import { Injectable } from '@nestjs/common';
import { type Leaving, PersonalData } from '@fanfare/access';
import type { Tx } from '@fanfare/database';

const REPORTS = `
  SELECT c.name AS community, r.reference, r.category, r.explanation, r.filed_at, r.verdict AS outcome, r.judged_at, n.law, n.location, n.name, n.email::text AS email
  FROM reports r JOIN members m ON m.id = r.reporter_id JOIN communities c ON c.id = r.community_id LEFT JOIN illegal_content_notices n ON n.report_id = r.id
  WHERE m.account_id = $1 ORDER BY r.filed_at, r.id`;

/** That somebody looked at what they wrote. What others said about it, and who, stays with the moderators. */
const ABOUT = `
  SELECT c.name AS community, t.subject_kind AS about, t.opened_at, t.decided_at FROM review_items t JOIN members m ON m.id = t.author_id
  JOIN communities c ON c.id = t.community_id WHERE m.account_id = $1 ORDER BY t.opened_at, t.id`;

const NOTES = `
  SELECT c.name AS community, n.body, n.written_at FROM review_notes n JOIN review_items t ON t.id = n.item_id JOIN communities c ON c.id = t.community_id
  WHERE n.author_account_id = $1 ORDER BY n.written_at, n.id`;

const PANEL = 'SELECT appointed_at FROM moderation_panel WHERE account_id = $1';

const FORGET_NOTICES = `
  UPDATE illegal_content_notices n SET name = NULL, email = NULL, name_withheld = true FROM reports r
  WHERE r.id = n.report_id AND (r.reporter_id = ANY ($1) OR (r.reporter_id IS NULL AND $3 AND n.email = $2::citext))`;

const FORGET = [
  'UPDATE review_items SET claimed_by = NULL, claimed_until = NULL WHERE claimed_by = $1',
  'UPDATE review_notes SET author_account_id = NULL WHERE author_account_id = $1',
  'UPDATE moderation_panel SET appointed_by = NULL WHERE appointed_by = $1',
  'DELETE FROM moderation_panel WHERE account_id = $1',
];

const ERASE_WORDS = `UPDATE reports SET explanation = '' WHERE reporter_id = ANY ($1)`;

/** Who reported what, and who looked at it. */
@Injectable()
export class ReportsPersonalData {
  constructor(personal: PersonalData) {
    personal.register('reports', {
      tables: {
        reports: 'stay, from a former member; their words go when the texts go',
        illegal_content_notices: 'stay without name and address',
        review_items: 'stay, about a former member',
        review_notes: 'stay, by nobody',
        moderation_panel: 'deleted',
      },
      sections: [
        { name: 'reports', sql: REPORTS, markdown: (row) => `## ${row['reference']}\n\n${row['explanation']}\n` },
        { name: 'reviews-of-what-you-wrote', sql: ABOUT },
        { name: 'review-notes', sql: NOTES, markdown: (row) => `${row['body']}\n` },
        { name: 'moderation-panel', sql: PANEL },
      ],
      erase: (tx, leaving) => this.erase(tx, leaving),
    });
  }

  private async erase(tx: Tx, { accountId, memberIds, email, hadConfirmed, texts }: Leaving): Promise<void> {
    await tx.query(FORGET_NOTICES, [memberIds, email, hadConfirmed]);
    for (const sql of FORGET) await tx.query(sql, [accountId]);
    if (texts === 'ERASE') await tx.query(ERASE_WORDS, [memberIds]);
  }
}
