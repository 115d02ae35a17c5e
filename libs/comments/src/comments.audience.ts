import { Injectable } from '@nestjs/common';
import { AnswerAudiences } from '@fanfare/ideas';

/** Whoever takes part in the discussion of an idea hears of its answers. */
@Injectable()
export class CommentsAudience {
  constructor(audiences: AnswerAudiences) {
    audiences.register('COMMENTERS', (ideaIds) => `SELECT author_id AS member_id FROM comments WHERE idea_id = ANY (${ideaIds}) AND deleted_at IS NULL AND withheld IS NULL`);
  }
}
