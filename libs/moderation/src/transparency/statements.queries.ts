import { Injectable } from '@nestjs/common';
import { Database } from '@fanfare/database';
import { type Connection, connectionOf, type PageArgs, pageSize } from '@fanfare/graphql';
import { decodeCursor, encodeCursor } from '@fanfare/kernel';
import type { StatementRow } from './dsa-statement.js';
import type { Period } from './transparency.report.js';

const RESTRICTIONS = `
  FROM decisions d JOIN review_items i ON i.id = d.item_id
  WHERE d.community_id = $1 AND d.action <> 'KEEP' AND d.state NOT IN ('PROPOSED', 'REJECTED') AND d.starts_at IS NOT NULL
    AND d.decided_at >= $2 AND d.decided_at < $3`;

// content_date: when moderators first met it; the text itself may be gone by now.
const PAGE = `
  SELECT d.id, d.community_id AS "communityId", i.subject_kind AS "subjectKind", d.action, d.muted_right AS "mutedRight", d.scope, d.ground, d.rule_number AS rule,
    u.title AS "ruleTitle", u.body AS "ruleText", d.law, c.category, d.language, d.source, d.automated_detection AS "automatedDetection",
    d.automated_decision AS "automatedDecision", least(i.opened_at, d.decided_at) AS "contentAt", d.starts_at AS "startsAt",
    d.ends_at AS "endsAt", d.decided_at AS "decidedAt"
  FROM (SELECT d.* ${RESTRICTIONS} AND ($4::timestamptz IS NULL OR (d.decided_at, d.id) > ($4, $5::uuid)) ORDER BY d.decided_at, d.id LIMIT $6) d
  JOIN review_items i ON i.id = d.item_id
  LEFT JOIN community_rules u ON u.community_id = d.community_id AND u.number = d.rule_number AND u.version = d.rule_version
  LEFT JOIN LATERAL (
    SELECT r.category FROM reports r WHERE r.item_id = d.item_id GROUP BY r.category ORDER BY count(*) DESC, r.category LIMIT 1) c ON true
  ORDER BY d.decided_at, d.id`;

const ORDER = 'STATEMENTS';

/** The restrictions of a period, the oldest first: what is sent to the Commission. */
@Injectable()
export class StatementsQueries {
  constructor(private readonly database: Database) {}

  /** A cursor belongs to one community. */
  async page(communityId: string, { from, to }: Period, args: PageArgs): Promise<Connection<StatementRow>> {
    const order = `${ORDER} ${communityId}`;
    const [at, id] = args.after ? decodeCursor(order, args.after, ['time', 'id']) : [null, null];
    const rows = await this.database.query<StatementRow>(PAGE, [communityId, from, to, at, id, pageSize(args) + 1]);
    return connectionOf(rows, args, (row) => encodeCursor(order, [row.decidedAt.toISOString(), row.id]), () => this.count(communityId, { from, to }));
  }

  private async count(communityId: string, { from, to }: Period): Promise<number> {
    const [row] = await this.database.query<{ count: number }>(`SELECT count(*)::int AS count ${RESTRICTIONS}`, [communityId, from, to]);
    return row!.count;
  }
}
