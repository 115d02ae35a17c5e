import { Injectable } from '@nestjs/common';
import { Database, rowsOf, type Tx } from '@fanfare/database';
import { Clock, Problem } from '@fanfare/kernel';

/** Days that staff of a community may do without a second factor, where its owner did not say otherwise; the operator always. */
export const USUAL_GRACE_DAYS = 14;
export const LONGEST_GRACE_DAYS = 90;

/** SQL, over `a` (accounts): whether something beside the password is asked for. */
export const HAS_SECOND_FACTOR = `(EXISTS (SELECT FROM passkeys p WHERE p.account_id = a.id)
  OR EXISTS (SELECT FROM totp_secrets t WHERE t.account_id = a.id AND t.sealed IS NOT NULL))`;

const SINCE = '(SELECT d.second_factor_since FROM deployment d)';
const RULE = 'SELECT r.since FROM second_factor_rules r WHERE r.community_id = g.community_id';
const DAYS = 'SELECT r.grace_days FROM second_factor_rules r WHERE r.community_id = g.community_id';

/** SQL, over `g` (role_grants): when the role begins to wait; counted from the last of its grant, the owner's word and ours. */
export const ROLE_DUE = `greatest(g.granted_at, coalesce((${RULE}), ${SINCE})) + make_interval(days => coalesce((${DAYS}), ${USUAL_GRACE_DAYS}))`;

/** SQL: when a power of the whole deployment begins to wait, that somebody has since then (SQL, a time). */
export const deploymentPowerDueSql = (since: string): string => `greatest(${since}, ${SINCE}) + make_interval(days => ${USUAL_GRACE_DAYS})`;

/** SQL, over `a` (accounts): the same for whoever runs the deployment. */
export const OPERATOR_DUE = deploymentPowerDueSql('a.created_at');

const dueSql = (others: readonly string[]) => `
  SELECT least(CASE WHEN a.is_operator THEN ${OPERATOR_DUE} END,
      (SELECT min(${ROLE_DUE}) FROM role_grants g WHERE g.account_id = a.id AND g.revoked_at IS NULL)${others.map((sql) => `, ${sql}`).join('')}) AS at
  FROM accounts a WHERE a.id = $1 AND NOT ${HAS_SECOND_FACTOR}`;

const SET = `
  INSERT INTO second_factor_rules AS r (community_id, grace_days, since) VALUES ($1, $2, $3)
  ON CONFLICT (community_id) DO UPDATE SET grace_days = excluded.grace_days, since = excluded.since
  WHERE r.grace_days <> excluded.grace_days RETURNING community_id`;

/**
 * How long staff may do without a second factor. What follows when the time is over stands in `SessionService`, where actors
 * are made: roles without one are held, so that no rule of any room finds them.
 */
@Injectable()
export class StaffSecondFactorService {
  private readonly others: string[] = [];

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * Makes a power known that a room above gives and holds back itself, so that whoever has it is told in time.
   *
   * @param due SQL, over `a` (accounts): when it begins to wait; NULL for whoever does not have it
   */
  register(due: string): void {
    this.others.push(due);
  }

  /** When the first of an account's powers begins, or began, to wait; null for one without powers or with a second factor. */
  async dueOf(accountId: string): Promise<{ at: Date; isOver: boolean } | null> {
    const [row] = await this.database.query<{ at: Date | null }>(dueSql(this.others), [accountId]);
    return row?.at ? { at: row.at, isOver: row.at <= this.clock.now() } : null;
  }

  async graceDaysOf(communityIds: readonly string[]): Promise<Map<string, number>> {
    const sql = 'SELECT community_id AS id, grace_days AS days FROM second_factor_rules WHERE community_id = ANY ($1)';
    const rows = await this.database.query<{ id: string; days: number }>(sql, [communityIds]);
    const set = new Map(rows.map(({ id, days }) => [id, days]));
    return new Map(communityIds.map((id) => [id, set.get(id) ?? USUAL_GRACE_DAYS]));
  }

  /**
   * Sets the time for a community's staff, counted anew from now. Who may is the caller's policy.
   *
   * @returns whether it is another than before
   * @throws Problem `INVALID_INPUT`
   */
  async setGraceDays(tx: Tx, communityId: string, days: number): Promise<boolean> {
    if (!Number.isInteger(days) || days < 0 || days > LONGEST_GRACE_DAYS) {
      throw new Problem('INVALID_INPUT', { field: 'secondFactorGraceDays', max: LONGEST_GRACE_DAYS });
    }
    const isUsual = days === USUAL_GRACE_DAYS && (await rowsOf(tx, 'SELECT FROM second_factor_rules WHERE community_id = $1', [communityId])).length === 0;
    return !isUsual && (await rowsOf(tx, SET, [communityId, days, this.clock.now()])).length === 1;
  }
}
