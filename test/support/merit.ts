import { EventLog } from '@fanfare/events';
import { MemberIdentityChanged } from '@fanfare/members';
import { AuditService, LedgerService, ReplayService } from '@fanfare/reputation';
import type { App } from './app.js';

/** SQL: what stands in the ledger, by member and rule: entries and their reversals together. */
const SUMS = `
  SELECT member_id, rule, sum(base)::int AS base, sum(points)::int AS points FROM reputation_entries
  GROUP BY 1, 2 HAVING sum(base) <> 0 OR sum(points) <> 0 ORDER BY 1, 2`;

const CREDITS = 'SELECT subject_id, rule, giver_id, member_id, counts FROM reputation_credits WHERE present ORDER BY 1, 2, 3';

/** The ledger of reputation, as tests look at it. */
export function merit(app: App) {
  return {
    /** Makes somebody whose merit counts: their address is confirmed. */
    earns: async (communityId: string, memberId: string) => {
      await app.database.query(`UPDATE members SET identity_level = 'CONFIRMED' WHERE id = $1`, [memberId]);
      const change = { communityId, subjectId: memberId, payload: { from: 'ANONYMOUS', to: 'CONFIRMED' } } as const;
      await app.transactor.run((tx) => app.get(EventLog).append(tx, MemberIdentityChanged, change));
    },
    readOn: () => app.get(LedgerService).catchUp(),
    score: async (memberId: string) => (await app.database.query<{ score: number }>('SELECT score FROM reputation_members WHERE member_id = $1', [memberId]))[0]?.score ?? 0,
    book: async () => ({ sums: await app.database.query(SUMS), credits: await app.database.query(CREDITS) }),
    /** What replaying the events makes otherwise, and what does not add up. What it has not read yet is no error. */
    faults: async () => {
      const { differences } = await app.get(ReplayService).replay();
      const { identityUnheard: _, votesUnheard: __, ...audit } = await app.get(AuditService).audit();
      return [...differences, ...Object.entries(audit).filter(([, count]) => count > 0)];
    },
  };
}
