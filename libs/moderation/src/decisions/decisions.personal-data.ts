import { Injectable } from '@nestjs/common';
import { type Leaving, PersonalData } from '@fanfare/access';
import type { Tx } from '@fanfare/database';

const DECISIONS = `
  SELECT c.name AS community, ri.subject_kind AS about, d.action, d.muted_right AS muted, d.rule_number AS rule, d.law, d.facts, d.passage, d.state, d.source,
    d.automated_detection, d.automated_decision, d.decided_at, d.starts_at, d.ends_at, d.over_at, d.appeal_until, d.acknowledged_at
  FROM decisions d JOIN members me ON me.id = d.affected_id AND me.account_id = $1 JOIN communities c ON c.id = d.community_id
  JOIN review_items ri ON ri.id = d.item_id WHERE d.action <> 'KEEP' AND d.state NOT IN ('PROPOSED', 'REJECTED') ORDER BY d.decided_at, d.id`;

const APPEALS = `
  SELECT c.name AS community, d.action AS against, p.round, p.opened_at, p.due_at, p.state, p.decided_at, p.reasons
  FROM appeals p JOIN members me ON me.id = p.appellant_id AND me.account_id = $1 JOIN communities c ON c.id = p.community_id
  JOIN decisions d ON d.id = p.decision_id ORDER BY p.opened_at, p.id`;

const MESSAGES = `
  SELECT c.name AS community, CASE WHEN g.by_moderation THEN 'moderators' ELSE 'you' END AS by, g.body, g.written_at
  FROM appeal_messages g JOIN appeals p ON p.id = g.appeal_id JOIN members me ON me.id = p.appellant_id AND me.account_id = $1
  JOIN communities c ON c.id = p.community_id ORDER BY g.written_at, g.id`;

/** The words of statements, appeals and their threads; what they came to stays, and the log that proves it. What waits for nobody goes. */
const FORGET = [
  'UPDATE decisions SET facts = NULL, passage = NULL, second_reason = NULL, erased_at = $2 WHERE affected_id = ANY ($1) AND erased_at IS NULL',
  'DELETE FROM appeal_messages g USING appeals p WHERE p.id = g.appeal_id AND p.appellant_id = ANY ($1)',
  `DELETE FROM appeals WHERE appellant_id = ANY ($1) AND state = 'OPEN'`,
  'UPDATE appeals SET reasons = NULL, erased_at = $2 WHERE appellant_id = ANY ($1)',
];

/** What moderators said in threads of other people's appeals stays, by nobody. */
const FORGET_MODERATOR = 'UPDATE appeal_messages SET author_account_id = NULL WHERE author_account_id = $1';

/** What was decided about people, and by whom. */
@Injectable()
export class DecisionsPersonalData {
  constructor(personal: PersonalData) {
    personal.register('decisions', {
      tables: {
        decisions: 'stay without words, about a former member; who decided stays, as an id',
        appeals: 'stay without words; those that wait go; who decided stays, as an id',
        appeal_messages: 'deleted; what moderators wrote stays, by nobody',
      },
      sections: [
        { name: 'decisions-about-you', sql: DECISIONS },
        { name: 'appeals', sql: APPEALS },
        { name: 'messages-in-appeals', sql: MESSAGES, markdown: (row) => `**${row['by']}**\n\n${row['body']}\n` },
      ],
      erase: (tx, leaving) => this.erase(tx, leaving),
    });
  }

  private async erase(tx: Tx, { accountId, memberIds, at }: Leaving): Promise<void> {
    for (const sql of FORGET) await tx.query(sql, sql.includes('$2') ? [memberIds, at] : [memberIds]);
    await tx.query(FORGET_MODERATOR, [accountId]);
  }
}
