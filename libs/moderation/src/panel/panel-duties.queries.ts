import { Injectable } from '@nestjs/common';
import { Database, rowsOf, type Tx } from '@fanfare/database';
import type { Actor } from '@fanfare/kernel';

/** What waits in one community for somebody from outside it. */
export interface PanelDuty {
  readonly communityId: string;
  readonly slug: string;
  readonly name: string;
  /** Items and appeals. */
  readonly waiting: number;
  readonly since: Date;
}

// Of an item's moderators those whom neither authorship nor a report of their own keeps from it, and who took part in it before.
// A proposal and an appeal want somebody fresh; anything wants two who could judge each other (`officeOf`).
const DUTIES = `
  WITH matters AS (
    SELECT t.id, t.community_id, t.author_id, t.opened_at AS since, t.state = 'PROPOSED' AS fresh FROM review_items t WHERE t.state <> 'DECIDED'
    UNION ALL
    SELECT t.id, t.community_id, t.author_id, p.opened_at, true FROM appeals p JOIN review_items t ON t.id = p.item_id WHERE p.state = 'OPEN'
  )
  SELECT c.id AS "communityId", c.slug, c.name, count(*)::int AS waiting, min(w.since) AS since
  FROM matters w JOIN communities c ON c.id = w.community_id
  CROSS JOIN LATERAL (
    SELECT count(*) AS able, count(*) FILTER (WHERE NOT EXISTS (
        SELECT FROM decisions d WHERE d.item_id = w.id AND g.account_id IN (d.decided_by, d.seconded_by)
        UNION ALL SELECT FROM appeals a WHERE a.item_id = w.id AND a.decided_by = g.account_id)) AS fresh
    FROM role_grants g
    WHERE g.community_id = w.community_id AND g.role = 'MODERATOR' AND g.revoked_at IS NULL
      AND NOT EXISTS (SELECT FROM members m WHERE m.id = w.author_id AND m.account_id = g.account_id)
      AND NOT EXISTS (SELECT FROM reports r JOIN members m ON m.id = r.reporter_id WHERE r.item_id = w.id AND m.account_id = g.account_id)
  ) bench
  WHERE bench.able < 2 OR (w.fresh AND bench.fresh = 0)
  GROUP BY c.id ORDER BY min(w.since), c.id`;

const SITS = 'SELECT FROM moderation_panel WHERE account_id = $1';

/** What small communities cannot decide among themselves. */
@Injectable()
export class PanelDuties {
  constructor(private readonly database: Database) {}

  /** What waits longest first; null to who neither sits on the panel nor runs the deployment. */
  async of(actor: Actor): Promise<PanelDuty[] | null> {
    if (!actor.isOperator && (await this.database.query(SITS, [actor.accountId])).length === 0) return null;
    return this.database.query<PanelDuty>(DUTIES);
  }

  /** The same, whoever asks. */
  all(tx: Tx): Promise<PanelDuty[]> {
    return rowsOf<PanelDuty>(tx, DUTIES);
  }
}
