import { Injectable } from '@nestjs/common';
import { PersonalData } from '@fanfare/access';
import { TOLD_TITLE } from '@fanfare/ideas';

const ESTIMATES = `
  SELECT c.name AS community, g.score, g.evidence, g.model, g.judged_at FROM genuineness_members g
  JOIN members me ON me.id = g.member_id AND me.account_id = $1 JOIN communities c ON c.id = g.community_id ORDER BY c.name`;
const SUSPICIONS = `
  SELECT c.name AS community, ${TOLD_TITLE} AS idea, s.suspected_at FROM vote_suspicions s
  JOIN members me ON me.id = s.member_id AND me.account_id = $1 JOIN ideas i ON i.id = s.idea_id JOIN communities c ON c.id = s.community_id
  ORDER BY s.suspected_at`;

const RULINGS = `
  SELECT c.name AS community, ${TOLD_TITLE} AS idea, r.counts, r.reason, r.ruled_at FROM run_rulings r
  JOIN members me ON me.id = r.ruled_by AND me.account_id = $1 JOIN ideas i ON i.id = r.idea_id JOIN communities c ON c.id = r.community_id
  ORDER BY r.ruled_at`;

/** What estimates know about people. */
@Injectable()
export class GenuinenessPersonalData {
  constructor(personal: PersonalData) {
    personal.register('genuineness', {
      tables: {
        genuineness_members: 'deleted',
        vote_suspicions: 'deleted',
        run_ruled_members: 'deleted',
        run_rulings: 'stay, by a former member: other moderators follow them',
      },
      sections: [{ name: 'genuineness', sql: ESTIMATES }, { name: 'held-votes', sql: SUSPICIONS }, { name: 'rulings-on-votes', sql: RULINGS }],
      erase: async (tx, { memberIds }) => {
        await tx.query('DELETE FROM genuineness_members WHERE member_id = ANY ($1)', [memberIds]);
        await tx.query('DELETE FROM vote_suspicions WHERE member_id = ANY ($1)', [memberIds]);
        await tx.query('DELETE FROM run_ruled_members WHERE member_id = ANY ($1)', [memberIds]);
      },
    });
  }
}
