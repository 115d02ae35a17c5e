import { Injectable } from '@nestjs/common';
import type { Tx } from '@fanfare/database';
import { Handlers } from '@fanfare/events';
import { IdeaUnmerged, MergeContestDecided, MergeContested, MergeContestModel, MergesLoaders, MergesQueries } from '@fanfare/votes';
import { ReviewItemsService } from '../queue/review-items.service.js';
import { declareReviewSubjectType, ReviewSubjectViews } from '../queue/review-subject.union.js';
import { ReportedSubjects } from '../reports/reported-subjects.service.js';

declareReviewSubjectType('MERGE', MergeContestModel);

/** An author who contests a merge waits for a moderator: `decideMergeContest` is the decision, and closes the item. */
@Injectable()
export class ContestedMerges {
  constructor(
    handlers: Handlers,
    views: ReviewSubjectViews,
    loaders: MergesLoaders,
    private readonly merges: MergesQueries,
    private readonly subjects: ReportedSubjects,
    private readonly items: ReviewItemsService,
  ) {
    handlers.on(MergeContested, 'moderation.openContests', (tx, event) => this.open(tx, event.payload.mergeId));
    handlers.on(MergeContestDecided, 'moderation.closeContests', (tx, event) => this.items.close(tx, 'MERGE', event.payload.mergeId));
    handlers.on(IdeaUnmerged, 'moderation.closeContestsOfUndone', (tx, event) => this.items.close(tx, 'MERGE', event.payload.mergeId));
    views.register('MERGE', async (context, id) => {
      const merge = await loaders.byId.load(context, id);
      return merge?.contestedAt ? merge : null;
    });
  }

  /** What was decided or undone before the news came opens nothing. */
  private async open(tx: Tx, mergeId: string): Promise<void> {
    const merge = await this.merges.openContest(tx, mergeId);
    const idea = merge && (await this.subjects.find(tx, merge.duplicateId));
    if (merge && idea) await this.items.openOrJoin(tx, { ...idea, kind: 'MERGE', id: merge.id });
  }
}
