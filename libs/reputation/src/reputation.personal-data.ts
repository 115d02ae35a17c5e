import { Injectable } from '@nestjs/common';
import { type Leaving, PersonalData } from '@fanfare/access';
import type { Tx } from '@fanfare/database';
import { forgetMembers } from './ledger/ledger.writer.js';

const ENTRIES = `
  SELECT c.name AS community, e.number, e.rule, e.version, e.base, e.points, e.score_after, e.reversal, e.at
  FROM reputation_entries e JOIN members me ON me.id = e.member_id AND me.account_id = $1 JOIN communities c ON c.id = e.community_id
  ORDER BY c.name, e.number`;

const DISPUTES = `
  SELECT c.name AS community, e.rule, d.reason, d.disputed_at, d.upheld, d.decision, d.decided_at
  FROM reputation_disputes d JOIN members me ON me.id = d.member_id AND me.account_id = $1 JOIN communities c ON c.id = d.community_id
  LEFT JOIN reputation_entries e ON e.id = d.entry_id ORDER BY d.disputed_at`;

/** The ledger is read and written by one at a time. */
const HOLD = 'SELECT FROM reputation_ledger FOR UPDATE';

/** At once; what they gave others goes when the ledger reads of the deletion, after it has taken their votes back. */
const FORGET = [
  'DELETE FROM reputation_reversals WHERE member_id = ANY ($1::uuid[])',
  'DELETE FROM reputation_entries WHERE member_id = ANY ($1::uuid[])',
  'DELETE FROM reputation_disputes WHERE member_id = ANY ($1::uuid[])',
  'DELETE FROM reputation_months WHERE member_id = ANY ($1::uuid[])',
  'DELETE FROM reputation_days WHERE member_id = ANY ($1::uuid[])',
  'DELETE FROM reputation_opt_outs WHERE member_id = ANY ($1::uuid[])',
  'UPDATE reputation_members SET gone = true, base = 0, score = 0, entries = 0 WHERE member_id = ANY ($1::uuid[])',
];

/** What reputation knows about people. */
@Injectable()
export class ReputationPersonalData {
  constructor(personal: PersonalData) {
    personal.register('reputation', {
      tables: {
        reputation_members: 'deleted',
        reputation_entries: 'deleted',
        reputation_reversals: 'deleted',
        reputation_credits: 'deleted, what they brought others is taken back first',
        reputation_ideas: 'deleted',
        reputation_days: 'deleted',
        reputation_months: 'deleted',
        reputation_opt_outs: 'deleted',
        reputation_disputes: 'deleted; those they decided stay, as a former member’s',
      },
      sections: [{ name: 'reputation', sql: ENTRIES }, { name: 'reputation-disputes', sql: DISPUTES }],
      erase: (tx, leaving) => this.erase(tx, leaving),
    });
  }

  private async erase(tx: Tx, { memberIds }: Leaving): Promise<void> {
    await tx.query(HOLD);
    await forgetMembers(tx, memberIds, FORGET);
  }
}
