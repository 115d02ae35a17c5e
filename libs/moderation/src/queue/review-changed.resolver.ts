import { Args, Resolver, Subscription } from '@nestjs/graphql';
import { Access } from '@fanfare/access';
import { Ctx, RequestContext } from '@fanfare/graphql';
import { ReviewChanges } from './review-changes.js';
import type { ReviewItemRow } from './review-item.row.js';
import { ReviewItemModel } from './review.model.js';

@Resolver(() => ReviewItemModel)
export class ReviewChangedResolver {
  constructor(private readonly changes: ReviewChanges) {}

  @Access('SIGNED_IN')
  @Subscription(() => ReviewItemModel, {
    resolve: (item: ReviewItemRow) => item,
    description: 'Items of a community’s queue as they are opened, reported again, claimed, noted and decided, at most five a second; for who reviews there, as long as they do.',
  })
  reviewQueueChanged(@Args('community', { description: 'The slug.' }) slug: string, @Ctx() context: RequestContext): Promise<AsyncIterableIterator<ReviewItemRow>> {
    return this.changes.watch(slug, context);
  }
}
