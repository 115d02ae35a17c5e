import { Criticisms } from '../criticism/criticisms.service.js';
import { ReviewAccess } from './review.access.js';
import { ReviewChangedResolver } from './review-changed.resolver.js';
import { ReviewChanges } from './review-changes.js';
import { ReviewClaims } from './review-claims.service.js';
import { IntakeVerdictResolver, ReviewClaimResolver, ReviewFactorResolver, ReviewItemFieldsResolver, ReviewNoteResolver, ReviewSignalResolver } from './review-item.fields.resolver.js';
import { ReviewItemsService } from './review-items.service.js';
import { ReviewLoaders } from './review.loaders.js';
import { ReviewNotes } from './review-notes.service.js';
import { ReviewQueueQueries } from './review-queue.queries.js';
import { CommunityReviewResolver, ReviewResolver } from './review.resolver.js';
import { Reviewers } from './reviewers.service.js';
import { ReviewSignals } from './review-signals.js';
import { ReviewSubjectViews } from './review-subject.union.js';
import { UsualSubjectViews } from './usual-subject-views.js';

/** What the queue offers to other rooms, and to the rest of this one. */
export const QUEUE = [Criticisms, Reviewers, ReviewAccess, ReviewItemsService, ReviewClaims, ReviewNotes, ReviewQueueQueries, ReviewLoaders, ReviewSignals, ReviewSubjectViews, ReviewChanges];

export const QUEUE_FIELDS = [
  UsualSubjectViews,
  ReviewResolver,
  ReviewChangedResolver,
  CommunityReviewResolver,
  ReviewItemFieldsResolver,
  ReviewFactorResolver,
  ReviewSignalResolver,
  ReviewClaimResolver,
  ReviewNoteResolver,
  IntakeVerdictResolver,
];
