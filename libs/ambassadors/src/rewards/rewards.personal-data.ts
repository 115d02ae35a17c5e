import { Injectable } from '@nestjs/common';
import { PersonalData } from '@fanfare/access';

const ME = 'members me ON me.account_id = $1';

const LEDGER = `
  SELECT c.name AS community, t.kind, CASE WHEN k.id IS NULL THEN 'points' ELSE k.title END AS what, p.amount, t.reason, t.at
  FROM reward_accounts a JOIN ${ME} AND me.id = a.member_id JOIN reward_postings p ON p.account_id = a.id
  JOIN reward_transfers t ON t.id = p.transfer_id JOIN communities c ON c.id = a.community_id LEFT JOIN perks k ON k.id = a.perk_id ORDER BY t.at, t.id`;

const PERKS = `
  SELECT c.name AS community, k.title AS perk, d.state, d.note, d.owed_at, d.changed_at
  FROM perk_deliveries d JOIN ${ME} AND me.id = d.member_id JOIN perks k ON k.id = d.perk_id JOIN communities c ON c.id = d.community_id ORDER BY d.owed_at`;

const FORGET_NOTES = 'UPDATE perk_deliveries SET note = NULL WHERE member_id = ANY ($1)';

/** A brand's books stay: they hold sums under the id of a former member. What was written about a delivery goes. */
@Injectable()
export class RewardsPersonalData {
  constructor(personal: PersonalData) {
    personal.register('rewards', {
      tables: {
        reward_accounts: 'stays as the brand’s books, under the id of a former member',
        reward_postings: 'as reward_accounts',
        reward_transfers: 'as reward_accounts; who made them stays, under an id',
        reward_budgets: 'stay the community’s; who made them stays, under an id',
        perks: 'as reward_budgets',
        perk_deliveries: 'stay under the id of a former member; notes are deleted',
      },
      sections: [{ name: 'rewards', sql: LEDGER }, { name: 'perks', sql: PERKS }],
      erase: async (tx, { memberIds }) => void (await tx.query(FORGET_NOTES, [memberIds])),
    });
  }
}
