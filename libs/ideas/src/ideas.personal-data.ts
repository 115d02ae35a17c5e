import { Injectable } from '@nestjs/common';
import { type Leaving, PersonalData } from '@fanfare/access';
import { rowsOf, type Tx } from '@fanfare/database';
import { TOLD_TITLE } from './idea.visibility.js';

const MINE = 'members me ON me.account_id = $1';

const IDEAS = `
  SELECT c.name AS community, i.title, i.body, i.status, k.name AS category, i.created_at, i.edited_at, i.interest_kind, i.interest_note, i.id
  FROM ideas i JOIN ${MINE} AND me.id = i.author_id JOIN communities c ON c.id = i.community_id LEFT JOIN categories k ON k.id = i.category_id
  ORDER BY i.created_at, i.id`;

const VERSIONS = `
  SELECT i.title AS idea, v.number, v.title, v.body, v.created_at
  FROM idea_versions v JOIN ideas i ON i.id = v.idea_id JOIN ${MINE} AND me.id = i.author_id ORDER BY i.id, v.number`;

const RESPONSES = `
  SELECT ${TOLD_TITLE} AS idea, r.status, r.body, r.created_at
  FROM official_responses r JOIN ${MINE} AND me.id = r.author_id JOIN ideas i ON i.id = r.idea_id ORDER BY r.created_at`;

const NOTES = `
  SELECT ${TOLD_TITLE} AS idea, n.body, n.created_at, n.edited_at FROM idea_notes n JOIN ideas i ON i.id = n.idea_id
  WHERE n.account_id = $1 ORDER BY n.created_at`;

const CREDITS = `
  SELECT ${TOLD_TITLE} AS idea, d.note, d.given_at, d.withdrawn_at, d.withdrawn_reason
  FROM credits d JOIN ${MINE} AND me.id = d.member_id JOIN ideas i ON i.id = d.idea_id ORDER BY d.given_at`;

const CONTESTS = `
  SELECT i.title AS idea, g.contested_at, g.contest_reason, g.decided_at, g.upheld, g.decision
  FROM merges g JOIN ideas i ON i.id = g.duplicate_id JOIN ${MINE} AND me.id = i.author_id WHERE g.contested_at IS NOT NULL ORDER BY g.contested_at, g.id`;

const FILTERS = `
  SELECT c.name AS community, f.name, f.filter, f.created_at FROM saved_filters f JOIN communities c ON c.id = f.community_id
  WHERE f.account_id = $1 ORDER BY f.created_at`;

const FORGET = [
  // Drafts are nobody else's; nothing points at them.
  `DELETE FROM ideas WHERE author_id = ANY ($1) AND status = 'DRAFT'`,
];

const ERASE = [
  `UPDATE merges g SET contest_reason = CASE WHEN c.locale LIKE 'fr%' THEN 'Effacé par son auteur' ELSE 'Erased by its author' END
   FROM communities c WHERE c.id = g.community_id AND g.contest_reason IS NOT NULL AND g.duplicate_id IN (SELECT id FROM ideas WHERE author_id = ANY ($1))`,
];

const ERASE_VERSIONS = 'DELETE FROM idea_versions WHERE idea_id = ANY ($1)';

const ERASE_IDEAS = `UPDATE ideas i SET author_id = NULL, interest_kind = NULL, interest_note = NULL, erased_at = $2, edited_at = NULL,
     title = CASE WHEN c.locale LIKE 'fr%' THEN 'Effacée par son auteur' ELSE 'Erased by its author' END,
     body = CASE WHEN c.locale LIKE 'fr%' THEN 'La personne qui avait proposé cette idée a effacé ce qu’elle avait écrit.'
       ELSE 'Whoever posted this idea erased what they had written.' END
   FROM communities c WHERE c.id = i.community_id AND i.author_id = ANY ($1) RETURNING i.id`;

/** What people wrote as ideas. What staff said for the brand is the brand's and stays. */
@Injectable()
export class IdeasPersonalData {
  constructor(personal: PersonalData) {
    personal.register('ideas', {
      tables: {
        ideas: 'drafts deleted; the others stay as a former member’s, or lose text and author',
        idea_versions: 'stay with the text, or deleted',
        official_responses: 'stay, as a former member’s: the brand’s word',
        idea_moves: 'stay, as a former member’s',
        idea_notes: 'stay, as a former member’s: the staff’s record',
        credits: 'stay, as a former member’s: the trail from idea to product',
        merges: 'stay, as a former member’s; what an author said against one stays or goes with the idea’s text',
        idea_ranks: 'follow the idea',
        idea_past_ranks: 'gone within the hour by themselves',
        saved_filters: 'deleted',
      },
      sections: [
        { name: 'ideas', sql: IDEAS, markdown: (row) => `# ${row['title']}\n\n${row['body']}\n` },
        { name: 'earlier-wordings-of-ideas', sql: VERSIONS },
        { name: 'official-responses', sql: RESPONSES },
        { name: 'staff-notes', sql: NOTES },
        { name: 'credits', sql: CREDITS },
        { name: 'contested-merges', sql: CONTESTS },
        { name: 'saved-filters', sql: FILTERS },
      ],
      erase: (tx, leaving) => this.erase(tx, leaving),
    });
  }

  private async erase(tx: Tx, { accountId, memberIds, texts, at }: Leaving): Promise<void> {
    for (const sql of FORGET) await tx.query(sql, [memberIds]);
    await tx.query('DELETE FROM saved_filters WHERE account_id = $1', [accountId]);
    if (texts === 'KEEP') return;
    for (const sql of ERASE) await tx.query(sql, [memberIds]);
    const erased = await rowsOf<{ id: string }>(tx, ERASE_IDEAS, [memberIds, at]);
    await tx.query(ERASE_VERSIONS, [erased.map(({ id }) => id)]); // an edit under way was waited for: its wording is among them
  }
}
