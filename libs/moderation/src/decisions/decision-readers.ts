import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@fanfare/graphql';
import { ReviewLoaders } from '../queue/review.loaders.js';
import { ReviewSubjectViews } from '../queue/review-subject.union.js';
import type { DecisionRow, DecisionState } from './decision.row.js';
import { DecisionsLoaders } from './decisions.loaders.js';

/** What was never in force is the moderators' alone. */
const NEVER_IN_FORCE: readonly DecisionState[] = ['PROPOSED', 'REJECTED'];

/** What of a decision somebody reads: nothing; action, rule and times; or the whole statement of reasons. */
export type Insight = 'NONE' | 'PUBLIC' | 'WHOLE';

/**
 * Who reads which part of a decision. Whole: whom it affects, and who reviews there. Its public part: who reported what it is about,
 * and of one about a text everybody who may know of that text.
 */
@Injectable()
export class DecisionReaders {
  constructor(
    private readonly loaders: DecisionsLoaders,
    private readonly reviews: ReviewLoaders,
    private readonly views: ReviewSubjectViews,
  ) {}

  async insight(context: RequestContext, decision: DecisionRow): Promise<Insight> {
    if (await this.reviewsThere(context, decision)) return 'WHOLE';
    if (NEVER_IN_FORCE.includes(decision.state)) return 'NONE';
    if (isAffected(context, decision)) return 'WHOLE';
    if (await this.loaders.reportedByViewer.load(context, decision.itemId)) return 'PUBLIC';
    const { scope, subjectKind, subjectId } = decision;
    if (scope !== 'TEXT' || subjectKind === 'MEMBER') return 'NONE';
    return (await this.views.of(subjectKind, context, subjectId)) === null ? 'NONE' : 'PUBLIC';
  }

  /** The decision, or null for whoever may not know of it. */
  async known(context: RequestContext, id: string): Promise<DecisionRow | null> {
    const decision = await this.loaders.byId.load(context, id.toLowerCase());
    return decision && (await this.insight(context, decision)) !== 'NONE' ? decision : null;
  }

  /** Whether the reader reads facts and passage. */
  async readsReasons(context: RequestContext, decision: DecisionRow): Promise<boolean> {
    return isAffected(context, decision) || (await this.reviewsThere(context, decision));
  }

  /** Nobody reviews what is about themselves. */
  async reviewsThere(context: RequestContext, decision: DecisionRow): Promise<boolean> {
    return !isAffected(context, decision) && (await this.reviews.mayReview(context, decision.communityId));
  }
}

function isAffected({ actor }: RequestContext, { affectedAccountId }: DecisionRow): boolean {
  return actor.accountId !== null && actor.accountId === affectedAccountId;
}
