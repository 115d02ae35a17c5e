import { Injectable } from '@nestjs/common';
import { AnswerAudiences } from '@fanfare/ideas';

/** Whoever follows an idea, or the community's changelog, hears of an answer. */
@Injectable()
export class FollowsAudience {
  constructor(audiences: AnswerAudiences) {
    audiences.register('FOLLOWERS', (ideaIds) => `SELECT follower_id AS member_id FROM follows
      WHERE subject_id = ANY (${ideaIds}) OR subject_id IN (SELECT community_id FROM ideas WHERE id = ANY (${ideaIds}))`);
  }
}
