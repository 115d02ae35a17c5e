import { Injectable } from '@nestjs/common';
import { IdeaFilters } from '@fanfare/ideas';

/** Answers the feed's filter `supportedByViewer`. */
@Injectable()
export class VotesFilter {
  constructor(filters: IdeaFilters) {
    filters.register('supportedByViewer', (ideaId, actor, parameters) => {
      if (actor.accountId === null) return 'false';
      const accountId = parameters.add(actor.accountId);
      return `EXISTS (SELECT FROM members sm JOIN votes sv ON sv.member_id = sm.id WHERE sm.account_id = ${accountId}::uuid AND sv.idea_id = ${ideaId})`;
    });
  }
}
