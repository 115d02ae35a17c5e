import type { App } from './app.js';
import { accountOf, type Brand } from './brand.js';
import type { Client } from './client.js';

type Columns = Readonly<Record<string, unknown>>;

/**
 * Statements that the api would never send, as somebody could who has its connection. Each answers the constraint it broke, or
 * `written`.
 */
export function forbiddenWrites(app: App, { communityId: community_id }: Brand) {
  const run = (sql: string, values: readonly unknown[]): Promise<string> =>
    app.database.query(sql, [...values]).then(() => 'written', (error: { driverError?: { constraint?: string; message: string } }) => error.driverError?.constraint || error.driverError?.message || String(error));
  const insert = (table: string, row: Columns) => {
    const columns = Object.keys(row);
    return run(`INSERT INTO ${table} (id, ${columns.join(', ')}) VALUES (gen_random_uuid(), ${columns.map((_, at) => `$${at + 1}`).join(', ')})`, Object.values(row));
  };
  return {
    run,
    /** A removal that is whole, but for what changes. @param by null for a machine */
    decision: async (item: string, affected: string, by: Client | null, change: Columns = {}) => {
      const [account, now] = [by && (await accountOf(by)), new Date()];
      const reasons = { ground: 'RULE', rule_number: 1, rule_version: 1, facts: 'Why.', language: 'fr', source: 'REPORT', automated_detection: false, automated_decision: by === null };
      const judged = { state: 'IN_FORCE', decided_by: account, decided_as: by ? 'MODERATOR' : 'AUTOMATED', decided_at: now, starts_at: now, appeal_until: new Date(now.getTime() + 60_000) };
      return insert('decisions', { community_id, item_id: item, affected_id: affected, action: 'REMOVE', scope: 'TEXT', ...reasons, ...judged, ...change });
    },
    report: (item: string, by: string | null) =>
      insert('reports', { reference: `R-${Math.random()}`, community_id, item_id: item, reporter_id: by, category: 'SPAM', explanation: '', weight: 1, filed_at: new Date() }),
    appeal: (item: string, decision: string, by: string, round: number, as = 'AFFECTED', at = new Date()) =>
      insert('appeals', { community_id, item_id: item, decision_id: decision, appellant_id: by, appellant_is: as, round, opened_at: at, due_at: at }),
    change: (table: 'decisions' | 'appeals', id: string, change: Columns) =>
      run(`UPDATE ${table} SET ${Object.keys(change).map((column, at) => `${column} = $${at + 2}`).join(', ')} WHERE id = $1`, [id, ...Object.values(change)]),
    /** That somebody decides (`decided`) or seconds (`seconded`), now. */
    by: async (verb: 'decided' | 'seconded', who: Client) => ({ [`${verb}_by`]: await accountOf(who), [`${verb}_as`]: 'MODERATOR', [`${verb}_at`]: new Date() }),
  };
}
