import { deploymentPowerDueSql, HAS_SECOND_FACTOR } from '@fanfare/access';

/** SQL, over `p` (moderation_panel): when a seat begins to wait for a second factor, as the operator's power does. */
export const PANEL_DUE = deploymentPowerDueSql('p.appointed_at');

/**
 * SQL: whether an account sits on the panel, or does and may not act by it: its time is over, and it has no second factor.
 *
 * @param account SQL, an id
 * @param now SQL, a time
 * @param waiting those that wait instead of those that may act
 */
export function sitsOnPanelSql(account: string, now: string, waiting = false): string {
  const waits = `${PANEL_DUE} <= ${now} AND NOT ${HAS_SECOND_FACTOR}`;
  return `EXISTS (SELECT FROM moderation_panel p JOIN accounts a ON a.id = p.account_id WHERE p.account_id = ${account} AND ${waiting ? waits : `NOT (${waits})`})`;
}
