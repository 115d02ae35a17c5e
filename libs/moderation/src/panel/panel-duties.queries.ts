import { Injectable } from '@nestjs/common';
import { Database, rowsOf, type Tx } from '@fanfare/database';
import { groupedBy } from '@fanfare/graphql';
import type { Actor } from '@fanfare/kernel';
import type { PanelDutyKind } from '../moderation.enums.js';

/** What waits in one community for somebody from outside it. */
export interface PanelDuty {
  readonly communityId: string;
  readonly slug: string;
  readonly name: string;
  readonly kind: PanelDutyKind;
  readonly waiting: number;
  readonly since: Date;
}

const REVIEW = `
    SELECT 'REVIEW' AS kind, t.id, t.community_id, t.author_id, NULL::uuid AS partaker_id, t.opened_at AS since, t.state = 'PROPOSED' AS fresh
    FROM review_items t WHERE t.state <> 'DECIDED'
    UNION ALL
    SELECT 'REVIEW', t.id, t.community_id, t.author_id, NULL, p.opened_at, true FROM appeals p JOIN review_items t ON t.id = p.item_id WHERE p.state = 'OPEN'`;

// Of a matter's moderators those whom neither authorship nor a report of their own keeps from it, and who took part in it before.
// A proposal and an appeal want somebody fresh; anything wants two who could judge each other (`officeOf`). Nobody is told of what
// is about them, what they decided themselves, or what is their brand's; the operator only of what nobody of the panel is free for.
const dutiesSql = (others: readonly string[], readers: string) => `
  WITH matters AS (${[REVIEW, ...others].join(' UNION ALL ')}
  ), waiting AS (
    SELECT w.* FROM matters w CROSS JOIN LATERAL (
      SELECT count(*) AS able, count(*) FILTER (WHERE NOT EXISTS (
          SELECT FROM decisions d WHERE d.item_id = w.id AND g.account_id IN (d.decided_by, d.seconded_by)
          UNION ALL SELECT FROM appeals a WHERE a.item_id = w.id AND a.decided_by = g.account_id
          UNION ALL SELECT FROM members m WHERE m.id = w.partaker_id AND m.account_id = g.account_id)) AS fresh
      FROM role_grants g
      WHERE g.community_id = w.community_id AND g.role = 'MODERATOR' AND g.revoked_at IS NULL
        AND NOT EXISTS (SELECT FROM members m WHERE m.id = w.author_id AND m.account_id = g.account_id)
        AND NOT EXISTS (SELECT FROM reports r JOIN members m ON m.id = r.reporter_id WHERE r.item_id = w.id AND m.account_id = g.account_id)
    ) bench WHERE bench.able < 2 OR (w.fresh AND bench.fresh = 0)
  ), readers AS (${readers}
  ), told AS (
    SELECT w.*, r.account_id, r.sits FROM waiting w CROSS JOIN readers r
    WHERE NOT EXISTS (SELECT FROM members m WHERE m.account_id = r.account_id AND m.id IN (w.author_id, w.partaker_id))
      AND NOT EXISTS (SELECT FROM role_grants g WHERE g.community_id = w.community_id AND g.account_id = r.account_id AND g.revoked_at IS NULL AND g.role <> 'MODERATOR')
  )
  SELECT t.account_id AS "accountId", c.id AS "communityId", c.slug, c.name, t.kind, count(*)::int AS waiting, min(t.since) AS since
  FROM told t JOIN communities c ON c.id = t.community_id
  WHERE t.sits OR NOT EXISTS (SELECT FROM told o WHERE o.id = t.id AND o.sits)
  GROUP BY t.account_id, c.id, t.kind ORDER BY min(t.since), c.id, t.kind`;

/** Whoever looks after both sees all that somebody of the panel would. */
const ONE = 'SELECT $1::uuid AS account_id, true AS sits';
const ALL = `
  SELECT account_id, true AS sits FROM moderation_panel
  UNION ALL SELECT id, false FROM accounts WHERE is_operator AND erased_at IS NULL AND id NOT IN (SELECT account_id FROM moderation_panel)`;

const SITS = 'SELECT FROM moderation_panel WHERE account_id = $1';

/** What small communities cannot decide among themselves. Rooms above register in a constructor what waits with them. */
@Injectable()
export class PanelDuties {
  private readonly others: string[] = [];

  constructor(private readonly database: Database) {}

  /**
   * Makes matters known that a room above has decided by the same bench, and for which only somebody fresh will do.
   *
   * @param sql what waits: `id`, `community_id`, `author_id` (the member it is about), `partaker_id` (the member who decided what is
   * looked at again) and `since`, in this order
   */
  register(kind: Exclude<PanelDutyKind, 'REVIEW'>, sql: string): void {
    this.others.push(`SELECT '${kind}', s.*, true FROM (${sql}) s`);
  }

  /** What waits longest first; null to who neither sits on the panel nor runs the deployment. */
  async of(actor: Actor): Promise<PanelDuty[] | null> {
    if (!actor.isOperator && (await this.database.query(SITS, [actor.accountId])).length === 0) return null;
    return this.database.query<PanelDuty>(dutiesSql(this.others, ONE), [actor.accountId]);
  }

  /** What each of the panel is to be told of, and whoever runs the deployment, by account; none for whom nothing waits. */
  async ofEach(tx: Tx): Promise<Map<string, PanelDuty[]>> {
    return groupedBy(await rowsOf<PanelDuty & { accountId: string }>(tx, dutiesSql(this.others, ALL)), ({ accountId }) => accountId);
  }
}
