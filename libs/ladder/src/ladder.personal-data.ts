import { Injectable } from '@nestjs/common';
import { PersonalData } from '@fanfare/access';
import { TOLD_TITLE } from '@fanfare/ideas';

const ANSWERS = `
  SELECT c.name AS community, ${TOLD_TITLE} AS idea, s.would_buy, s.price, s.currency, s.for_whom, s.answered_at
  FROM survey_answers s JOIN members me ON me.id = s.member_id AND me.account_id = $1 JOIN ideas i ON i.id = s.idea_id
  JOIN communities c ON c.id = s.community_id ORDER BY s.answered_at`;

/** What supporters answered goes with their vote. */
@Injectable()
export class LadderPersonalData {
  constructor(personal: PersonalData) {
    personal.register('ladder', {
      tables: { survey_answers: 'deleted; results follow' },
      sections: [{ name: 'survey-answers', sql: ANSWERS }],
      erase: async (tx, { memberIds }) => void (await tx.query('DELETE FROM survey_answers WHERE member_id = ANY ($1)', [memberIds])),
    });
  }
}
