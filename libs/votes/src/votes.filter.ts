import { Injectable } from '@nestjs/common';
import { IdeaFilters } from '@fanfare/ideas';

/** Answers the feed's filter `supportedByViewer`: a vote for a duplicate is one for its target, and the other way round. */
@Injectable()
export class VotesFilter {
  constructor(filters: IdeaFilters) {
    filters.register('supportedByViewer', (ideaId, actor, parameters) => {
      if (actor.accountId === null) return 'false';
      const accountId = parameters.add(actor.accountId);
      return `${ideaId} IN (
        WITH own AS (
          SELECT sv.idea_id, si.merged_into_id FROM members sm JOIN votes sv ON sv.member_id = sm.id JOIN ideas si ON si.id = sv.idea_id
          WHERE sm.account_id = ${accountId}::uuid)
        SELECT idea_id FROM own
        UNION ALL SELECT merged_into_id FROM own WHERE merged_into_id IS NOT NULL
        UNION ALL SELECT d.id FROM own JOIN ideas d ON d.merged_into_id = coalesce(own.merged_into_id, own.idea_id))`;
    });
  }
}
