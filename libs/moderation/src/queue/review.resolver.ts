import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Access } from '@fanfare/access';
import { CommunityModel, type CommunityRow } from '@fanfare/communities';
import { type Connection, Ctx, CurrentActor, FEW_LISTS, RequestContext } from '@fanfare/graphql';
import { type Actor, enforce } from '@fanfare/kernel';
import { ReviewAccess } from './review.access.js';
import { ReviewClaims } from './review-claims.service.js';
import {
  AddReviewNoteInput,
  AddReviewNotePayload,
  ClaimReviewInput,
  ClaimReviewPayload,
  ReleaseReviewInput,
  ReleaseReviewPayload,
  ReviewQueueArgs,
} from './review.inputs.js';
import type { ReviewItemRow } from './review-item.row.js';
import { ReviewItemConnection, ReviewItemModel, ReviewWorkloadModel } from './review.model.js';
import { ReviewNotes } from './review-notes.service.js';
import { ReviewQueueQueries, type Workload } from './review-queue.queries.js';
import { Reviewers } from './reviewers.service.js';

@Access('SIGNED_IN')
@Resolver(() => ReviewItemModel)
export class ReviewResolver {
  constructor(
    private readonly access: ReviewAccess,
    private readonly claims: ReviewClaims,
    private readonly notes: ReviewNotes,
  ) {}

  @Query(() => ReviewItemModel, { nullable: true, description: 'Null to whoever may not review it.' })
  reviewItem(@Args('id', { type: () => ID }) id: string, @CurrentActor() actor: Actor): Promise<ReviewItemRow | null> {
    return this.access.find(actor, id);
  }

  @Mutation(() => ClaimReviewPayload, { description: 'Has an item to oneself for five minutes; again, for five more.' })
  async claimReview(@Args('input') input: ClaimReviewInput, @CurrentActor() actor: Actor): Promise<ClaimReviewPayload> {
    return { item: await this.claims.claim(actor, input.item) };
  }

  @Mutation(() => ReleaseReviewPayload, { description: 'Leaves an item to others.' })
  async releaseReview(@Args('input') input: ReleaseReviewInput, @CurrentActor() actor: Actor): Promise<ReleaseReviewPayload> {
    return { item: await this.claims.release(actor, input.item) };
  }

  @Mutation(() => AddReviewNotePayload, { description: 'For moderators only.' })
  addReviewNote(@Args('input') input: AddReviewNoteInput, @CurrentActor() actor: Actor): Promise<AddReviewNotePayload> {
    return this.notes.add(actor, input.item, input.body);
  }
}

@Resolver(() => CommunityModel)
export class CommunityReviewResolver {
  constructor(
    private readonly reviewers: Reviewers,
    private readonly queue: ReviewQueueQueries,
  ) {}

  @Access('SIGNED_IN')
  @ResolveField(() => ReviewItemConnection, {
    nullable: true,
    description: 'What waits for moderators, by priority; for moderators, and where there are fewer than two, for the panel and the operator.',
  })
  async reviewQueue(@Parent() { id }: CommunityRow, @Args() args: ReviewQueueArgs, @Ctx() context: RequestContext): Promise<Connection<ReviewItemRow>> {
    FEW_LISTS.count(context);
    enforce(await this.reviewers.canReview(context.actor, id));
    return this.queue.page({ communityId: id, accountId: context.actor.accountId! }, args.filter ?? {}, args);
  }

  @Access('SIGNED_IN')
  @ResolveField(() => ReviewWorkloadModel, { nullable: true, description: 'As `reviewQueue`.' })
  async reviewWorkload(@Parent() { id }: CommunityRow, @Ctx() context: RequestContext): Promise<Workload> {
    FEW_LISTS.count(context);
    enforce(await this.reviewers.canReview(context.actor, id));
    return this.queue.workload(id);
  }
}
