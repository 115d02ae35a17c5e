import { Injectable } from '@nestjs/common';
import { AnswerAudiences } from '@fanfare/ideas';

/** Whoever backs an idea hears of its answers. */
@Injectable()
export class VotesAudience {
  constructor(audiences: AnswerAudiences) {
    audiences.register('VOTERS', (ideaIds) => `SELECT member_id FROM votes WHERE idea_id = ANY (${ideaIds})`);
  }
}
