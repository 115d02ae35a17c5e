import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Access } from '@fanfare/access';
import { CommunityModel, type CommunityRow } from '@fanfare/communities';
import { type Connection, Ctx, PageArgs, ProblemCodeEnum, RequestContext } from '@fanfare/graphql';
import { isId, Problem, type ProblemCode } from '@fanfare/kernel';
import { MemberModel, type MemberRow, MembersLoaders } from '@fanfare/members';
import { DecisionModel } from '../decisions/decision.model.js';
import type { DecisionRow } from '../decisions/decision.row.js';
import { DecisionsLoaders } from '../decisions/decisions.loaders.js';
import type { ReviewItemRow } from '../queue/review-item.row.js';
import { ReviewLoaders } from '../queue/review.loaders.js';
import { ReviewItemModel } from '../queue/review.model.js';
import { AppealDecisionsService } from './appeal-decisions.service.js';
import { AppealReaders } from './appeal-readers.js';
import {
  AnswerAppealInput,
  AnswerAppealPayload,
  AppealDecisionInput,
  AppealDecisionPayload,
  DecideAppealInput,
  DecideAppealPayload,
} from './appeal.inputs.js';
import { AppealConnection, AppealMessageModel, AppealModel } from './appeal.model.js';
import { MOST_APPEALS } from './appeal.policy.js';
import type { AppealMessageRow, AppealRow } from './appeal.row.js';
import { AppealsLoaders } from './appeals.loaders.js';
import { AppealsQueries } from './appeals.queries.js';
import { AppealsService } from './appeals.service.js';

@Access('SIGNED_IN')
@Resolver(() => AppealModel)
export class AppealsResolver {
  constructor(
    private readonly appeals: AppealsService,
    private readonly decisions: AppealDecisionsService,
    private readonly loaders: AppealsLoaders,
    private readonly readers: AppealReaders,
  ) {}

  @Query(() => AppealModel, { nullable: true, description: 'Null to who may not know of it.' })
  async appeal(@Args('id', { type: () => ID }) id: string, @Ctx() context: RequestContext): Promise<AppealRow | null> {
    return isId(id) ? this.readers.known(context, id) : null;
  }

  @Mutation(() => AppealDecisionPayload, { description: 'Within six months. Against a restriction by whom it affects, against a dismissal by who reported.' })
  async appealDecision(@Args('input') input: AppealDecisionInput, @Ctx() context: RequestContext): Promise<{ appeal: AppealRow }> {
    return { appeal: await this.fresh(context, await this.appeals.appeal(context.actor, input)) };
  }

  @Mutation(() => AnswerAppealPayload, { description: 'Writes in the thread of an appeal that waits.' })
  async answerAppeal(@Args('input') input: AnswerAppealInput, @Ctx() context: RequestContext): Promise<{ appeal: AppealRow }> {
    return { appeal: await this.fresh(context, await this.appeals.answer(context.actor, input.appeal, input.body)) };
  }

  @Mutation(() => DecideAppealPayload, { description: 'By somebody who took no part.' })
  async decideAppeal(@Args('input') input: DecideAppealInput, @Ctx() context: RequestContext): Promise<{ appeal: AppealRow }> {
    return { appeal: await this.fresh(context, await this.decisions.decide(context.actor, input)) };
  }

  /** As it is after the write. */
  private async fresh(context: RequestContext, id: string): Promise<AppealRow> {
    for (const loader of [this.loaders.byId, this.loaders.messages]) loader.clear(context, id);
    return (await this.loaders.byId.load(context, id))!;
  }
}

/** Who was given an appeal may read it whole. */
@Resolver(() => AppealModel)
export class AppealFieldsResolver {
  constructor(
    private readonly loaders: AppealsLoaders,
    private readonly decisions: DecisionsLoaders,
    private readonly readers: AppealReaders,
    private readonly members: MembersLoaders,
  ) {}

  @ResolveField(() => DecisionModel)
  decision(@Parent() { decisionId }: AppealRow, @Ctx() context: RequestContext): Promise<DecisionRow | null> {
    return this.decisions.byId.load(context, decisionId);
  }

  @ResolveField(() => DecisionModel, { nullable: true, description: 'What took its place, with CHANGED.' })
  newDecision(@Parent() { newDecisionId }: AppealRow, @Ctx() context: RequestContext): Promise<DecisionRow | null> | null {
    return newDecisionId === null ? null : this.decisions.byId.load(context, newDecisionId);
  }

  @ResolveField(() => MemberModel, { nullable: true })
  appellant(@Parent() { appellantId }: AppealRow, @Ctx() context: RequestContext): Promise<MemberRow | null> {
    return this.members.byId.load(context, appellantId);
  }

  @ResolveField(() => [AppealMessageModel], { description: 'From the first, which is the appeal itself.' })
  async messages(@Parent() { id }: AppealRow, @Ctx() context: RequestContext): Promise<AppealMessageRow[]> {
    return (await this.loaders.messages.load(context, id)) ?? [];
  }

  @ResolveField(() => Boolean, { description: 'Whether it is the reader’s own.' })
  mine(@Parent() { appellantAccountId }: AppealRow, @Ctx() { actor }: RequestContext): boolean {
    return actor.accountId !== null && actor.accountId === appellantAccountId;
  }

  @ResolveField(() => Boolean, { description: 'Whether the matter ended with it here: what remains is outside, a certified dispute settlement body or a court.' })
  isLast(@Parent() { round }: AppealRow): boolean {
    return round >= MOST_APPEALS;
  }

  @ResolveField(() => Boolean, { description: 'Whether the reader may write in its thread.' })
  async viewerMayAnswer(@Parent() appeal: AppealRow, @Ctx() context: RequestContext): Promise<boolean> {
    return appeal.state === 'OPEN' && (await this.readers.reads(context, appeal));
  }

  @ResolveField(() => ProblemCodeEnum, { nullable: true, description: 'Why the reader cannot decide it; null when they can.' })
  viewerMayNotDecideBecause(@Parent() appeal: AppealRow, @Ctx() context: RequestContext): Promise<ProblemCode | null> {
    return this.readers.refusalToDecide(context, appeal);
  }
}

/** What can be done against a decision. */
@Resolver(() => DecisionModel)
export class DecisionAppealsResolver {
  constructor(private readonly readers: AppealReaders) {}

  @ResolveField(() => [AppealModel], { description: 'Those that the reader may read, the first one first.' })
  appeals(@Parent() decision: DecisionRow, @Ctx() context: RequestContext): Promise<AppealRow[]> {
    return this.readers.ofDecision(context, decision);
  }

  @ResolveField(() => Boolean)
  async viewerMayAppeal(@Parent() decision: DecisionRow, @Ctx() context: RequestContext): Promise<boolean> {
    return (await this.readers.refusal(context, decision)) === null;
  }

  @ResolveField(() => ProblemCodeEnum, { nullable: true, description: 'Why the reader cannot appeal; null when they can.' })
  viewerMayNotAppealBecause(@Parent() decision: DecisionRow, @Ctx() context: RequestContext): Promise<ProblemCode | null> {
    return this.readers.refusal(context, decision);
  }
}

/** What was said against what moderators decided about an item. */
@Resolver(() => ReviewItemModel)
export class ItemAppealsResolver {
  constructor(private readonly loaders: AppealsLoaders) {}

  @ResolveField(() => [AppealModel], { description: 'The first one first.' })
  async appeals(@Parent() { id }: ReviewItemRow, @Ctx() context: RequestContext): Promise<AppealRow[]> {
    return (await this.loaders.ofItem.load(context, id)) ?? [];
  }
}

@Access('SIGNED_IN')
@Resolver(() => CommunityModel)
export class CommunityAppealsResolver {
  constructor(
    private readonly queries: AppealsQueries,
    private readonly reviews: ReviewLoaders,
  ) {}

  @ResolveField(() => AppealConnection, { nullable: true, description: 'That wait, what is due first first; for moderators.' })
  async appeals(@Parent() { id }: CommunityRow, @Args() args: PageArgs, @Ctx() context: RequestContext): Promise<Connection<AppealRow>> {
    if (!(await this.reviews.mayReview(context, id))) throw new Problem('NOT_ALLOWED');
    return this.queries.waiting(id, context.actor.accountId!, args);
  }
}
