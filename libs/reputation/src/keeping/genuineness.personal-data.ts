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

/** What estimates know about people. */
@Injectable()
export class GenuinenessPersonalData {
  constructor(personal: PersonalData) {
    personal.register('genuineness', {
      tables: { genuineness_members: 'deleted', vote_suspicions: 'deleted' },
      sections: [{ name: 'genuineness', sql: ESTIMATES }, { name: 'held-votes', sql: SUSPICIONS }],
      erase: async (tx, { memberIds }) => {
        await tx.query('DELETE FROM genuineness_members WHERE member_id = ANY ($1)', [memberIds]);
        await tx.query('DELETE FROM vote_suspicions WHERE member_id = ANY ($1)', [memberIds]);
      },
    });
  }
}
