import { Injectable } from '@nestjs/common';
import { Database, rowsOf, type Tx } from '@fanfare/database';

/** What must be nothing, by name. Each is a count of rows that break the promise. */
const AUDIT = `
  WITH sums AS (SELECT member_id, sum(points)::int AS points, sum(base)::int AS base, count(*)::int AS entries, max(number) AS last FROM reputation_entries GROUP BY 1),
  carried AS (SELECT member_id, sum(worth)::int AS base FROM reputation_credits WHERE entry_id IS NOT NULL GROUP BY 1),
  months AS (SELECT member_id, sum(points)::int AS points FROM reputation_months GROUP BY 1),
  merit AS (SELECT member_id, sum(points)::int AS points FROM reputation_entries WHERE rule <> 'IDENTITY' GROUP BY 1),
  chain AS (SELECT score_after, points, number, coalesce(lag(score_after) OVER (PARTITION BY member_id ORDER BY number), 0) AS before,
    lag(number) OVER (PARTITION BY member_id ORDER BY number) AS number_before FROM reputation_entries),
  holders AS (SELECT * FROM reputation_members WHERE NOT gone)
  SELECT
    (SELECT count(*)::int FROM holders h LEFT JOIN sums s USING (member_id) WHERE h.score <> coalesce(s.points, 0)) AS "scoreIsNotSum",
    (SELECT count(*)::int FROM holders h LEFT JOIN sums s USING (member_id)
      WHERE h.base <> coalesce(s.base, 0) OR h.score <> reputation_score(coalesce(s.base, 0), h.identity_level)) AS "scoreIsNotBases",
    (SELECT count(*)::int FROM holders h LEFT JOIN carried c USING (member_id) WHERE h.base <> coalesce(c.base, 0)) AS "baseIsNotCredits",
    (SELECT count(*)::int FROM holders h LEFT JOIN sums s USING (member_id) WHERE h.entries <> coalesce(s.entries, 0) OR h.entries <> coalesce(s.last, 0)) AS "entriesMiscounted",
    (SELECT count(*)::int FROM chain WHERE score_after <> before + points OR number <> coalesce(number_before, 0) + 1) AS "chainBroken",
    (SELECT count(*)::int FROM merit FULL JOIN months USING (member_id) WHERE coalesce(merit.points, 0) <> coalesce(months.points, 0)) AS "monthsAreNotSums",
    (SELECT count(*)::int FROM holders h JOIN members m ON m.id = h.member_id WHERE m.identity_level <> h.identity_level) AS "identityUnheard",
    (SELECT count(*)::int FROM reputation_credits c LEFT JOIN votes v ON v.idea_id = c.subject_id AND v.member_id = c.giver_id
      WHERE c.rule = 'VOTE_RECEIVED' AND (c.present <> (v.idea_id IS NOT NULL) OR (c.present AND c.counts <> (v.standing = 'VERIFIED')))) AS "votesUnheard"`;

export type LedgerAudit = Readonly<
  Record<
    'scoreIsNotSum' | 'scoreIsNotBases' | 'baseIsNotCredits' | 'entriesMiscounted' | 'chainBroken' | 'monthsAreNotSums' | 'identityUnheard' | 'votesUnheard',
    number
  >
>;

/** Counts what would break the ledger's promises. The last two are true once the ledger has read everything there is to read. */
@Injectable()
export class AuditService {
  constructor(private readonly database: Database) {}

  async audit(tx: Tx = this.database.reader): Promise<LedgerAudit> {
    const [row] = await rowsOf<LedgerAudit>(tx, AUDIT);
    return row!;
  }
}
