import { Injectable } from '@nestjs/common';
import { type Leaving, PersonalData } from '@fanfare/access';
import { rowsOf, type Tx } from '@fanfare/database';
import { EntriesQueries } from './entries.queries.js';
import { EntriesService } from './entries.service.js';

const ME = 'members me ON me.account_id = $1';

const JOINS = `
  SELECT c.name AS community, s.title AS mission, j.joined_at, j.left_at FROM mission_joins j JOIN ${ME} AND me.id = j.member_id
  JOIN missions s ON s.id = j.mission_id JOIN communities c ON c.id = j.community_id ORDER BY j.joined_at`;

const ENTRIES = `
  SELECT c.name AS community, s.title AS mission, e.state, e.note, e.disclosed, e.created_at, e.submitted_at, e.published_at,
    (SELECT string_agg(coalesce(v.text, v.url, '/media/' || v.picture_id), E'\\n' ORDER BY v.revision, v.position) FROM entry_evidence v WHERE v.entry_id = e.id) AS evidence
  FROM entries e JOIN ${ME} AND me.id = e.member_id JOIN missions s ON s.id = e.mission_id JOIN communities c ON c.id = e.community_id
  ORDER BY e.created_at, e.id`;

const CHECKS = `
  SELECT s.title AS mission, v.url, k.checked_at, k.verdict, k.hash, k.title, k.snapshot FROM entry_checks k JOIN entry_evidence v ON v.id = k.evidence_id
  JOIN entries e ON e.id = v.entry_id JOIN ${ME} AND me.id = e.member_id JOIN missions s ON s.id = e.mission_id ORDER BY k.checked_at`;

const REVIEWS = `
  SELECT s.title AS mission, o.outcome, o.reason, o.scores::text AS scores, o.reviewed_at FROM entry_reviews o JOIN ${ME} AND me.id = o.member_id
  JOIN entries e ON e.id = o.entry_id JOIN missions s ON s.id = e.mission_id ORDER BY o.reviewed_at`;

const APPEALS = `
  SELECT a.subject, a.text, a.opened_at, a.outcome, a.reasons, a.decided_at FROM ambassador_appeals a JOIN ${ME} AND me.id = a.member_id ORDER BY a.opened_at`;

const THEIRS = `SELECT id FROM entries WHERE member_id = ANY ($1) AND state <> 'WITHDRAWN' ORDER BY id`;
const LEAVE = 'UPDATE mission_joins SET left_at = $2 WHERE member_id = ANY ($1) AND left_at IS NULL';
const EMPTY_APPEALS = `UPDATE ambassador_appeals SET text = '' WHERE member_id = ANY ($1)`;
const EMPTY_NOTES = `UPDATE entries SET note = '' WHERE member_id = ANY ($1)`;

/** What ambassadors handed in. What was paid for stays in the ledger of rewards; the work goes as its author wishes. */
@Injectable()
export class EntriesPersonalData {
  constructor(
    personal: PersonalData,
    private readonly queries: EntriesQueries,
    private readonly entries: EntriesService,
  ) {
    personal.register('missions', {
      tables: {
        missions: 'stay the brand’s; who wrote them is a former member',
        mission_joins: 'places are given back',
        entries: 'accepted ones stay as a former member’s, or are emptied; others are emptied',
        entry_evidence: 'goes with its entry',
        entry_checks: 'go with the page they are about',
        entry_reviews: 'stay: what the brand said, and why',
        ambassador_appeals: 'are emptied; what was decided stays',
      },
      sections: [
        { name: 'missions', sql: JOINS },
        { name: 'mission-entries', sql: ENTRIES, markdown: (row) => `## ${row['mission']}\n\n${row['evidence'] ?? ''}\n` },
        { name: 'mission-checks', sql: CHECKS },
        { name: 'mission-reviews', sql: REVIEWS },
        { name: 'ambassador-appeals', sql: APPEALS },
      ],
      erase: (tx, leaving) => this.erase(tx, leaving),
    });
  }

  private async erase(tx: Tx, { memberIds, texts, at }: Leaving): Promise<void> {
    for (const { id } of await rowsOf<{ id: string }>(tx, THEIRS, [memberIds])) {
      const entry = await this.queries.lock(tx, id);
      if (texts !== 'KEEP' || entry.state !== 'ACCEPTED') await this.entries.erase(tx, null, entry, at);
    }
    await tx.query(LEAVE, [memberIds, at]);
    await tx.query(EMPTY_NOTES, [memberIds]);
    await tx.query(EMPTY_APPEALS, [memberIds]);
  }
}
