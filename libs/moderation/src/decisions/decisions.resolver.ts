import { Args, ID, Mutation, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Access, ViewerModel } from '@fanfare/access';
import { CommunitiesQueries } from '@fanfare/communities';
import { type Connection, connectionOf, Ctx, PageArgs, pageSize, RequestContext } from '@fanfare/graphql';
import { isId } from '@fanfare/kernel';
import { MembersLoaders } from '@fanfare/members';
import { BulkDecisionsService, type BulkOutcome } from './bulk-decisions.service.js';
import { DecisionReaders } from './decision-readers.js';
import {
  AcknowledgeWarningInput,
  AcknowledgeWarningPayload,
  ConfirmDecisionInput,
  ConfirmDecisionPayload,
  DecideReviewInput,
  DecideReviewPayload,
  DecideReviewsInput,
  DecideReviewsPayload,
} from './decision.inputs.js';
import { DecisionConnection, DecisionModel } from './decision.model.js';
import type { DecisionRow } from './decision.row.js';
import { DecisionsLoaders } from './decisions.loaders.js';
import { DecisionsQueries } from './decisions.queries.js';
import { DecisionsService } from './decisions.service.js';
import { WarningsService } from './warnings.service.js';

@Access('SIGNED_IN')
@Resolver(() => DecisionModel)
export class DecisionsResolver {
  constructor(
    private readonly decisions: DecisionsService,
    private readonly bulk: BulkDecisionsService,
    private readonly warnings: WarningsService,
    private readonly loaders: DecisionsLoaders,
    private readonly readers: DecisionReaders,
  ) {}

  @Access('PUBLIC')
  @Query(() => DecisionModel, { nullable: true, description: 'Null to who may not know of it.' })
  async decision(@Args('id', { type: () => ID }) id: string, @Ctx() context: RequestContext): Promise<DecisionRow | null> {
    return isId(id) ? this.readers.known(context, id) : null;
  }

  @Mutation(() => DecideReviewPayload, { description: 'Decides an item with complete reasons. By a moderator; where a community has fewer than two, by the panel or the operator.' })
  async decideReview(@Args('input') input: DecideReviewInput, @Ctx() context: RequestContext): Promise<{ decision: DecisionRow }> {
    return { decision: await this.fresh(context, await this.decisions.decide(context.actor, input)) };
  }

  @Mutation(() => DecideReviewsPayload, { description: 'The same decision about several items: one that is refused stops no other.' })
  async decideReviews(@Args('input') input: DecideReviewsInput, @Ctx() context: RequestContext): Promise<{ outcomes: (BulkOutcome & { decision: DecisionRow | null })[] }> {
    const outcomes = await this.bulk.decide(context.actor, input);
    return { outcomes: await Promise.all(outcomes.map(async (one) => ({ ...one, decision: one.decisionId && (await this.fresh(context, one.decisionId)) }) as never)) };
  }

  @Mutation(() => ConfirmDecisionPayload, { description: 'Another moderator’s word about a proposal: agreed, it binds; else the item waits again.' })
  async confirmDecision(@Args('input') input: ConfirmDecisionInput, @Ctx() context: RequestContext): Promise<{ decision: DecisionRow }> {
    return { decision: await this.fresh(context, await this.decisions.confirm(context.actor, input)) };
  }

  @Mutation(() => AcknowledgeWarningPayload, { description: 'Says that one has read a warning; one may write again.' })
  async acknowledgeWarning(@Args('input') input: AcknowledgeWarningInput, @Ctx() context: RequestContext): Promise<{ decision: DecisionRow }> {
    return { decision: await this.fresh(context, await this.warnings.acknowledge(context.actor, input.decision)) };
  }

  /** As it is after the write. */
  private async fresh(context: RequestContext, id: string): Promise<DecisionRow> {
    this.loaders.byId.clear(context, id);
    return (await this.loaders.byId.load(context, id))!;
  }
}

/** What was decided about whoever asks. */
@Access('SIGNED_IN')
@Resolver(() => ViewerModel)
export class ViewerDecisionsResolver {
  constructor(
    private readonly queries: DecisionsQueries,
    private readonly communities: CommunitiesQueries,
    private readonly members: MembersLoaders,
  ) {}

  @ResolveField(() => DecisionConnection, { description: 'That restrict the reader or what they wrote, the latest first.' })
  async decisions(@Args('community') slug: string, @Args() page: PageArgs, @Ctx() context: RequestContext): Promise<Connection<DecisionRow>> {
    const community = await this.communities.bySlug(slug);
    const { accountId } = context.actor;
    const member = community && accountId ? await this.members.byAccount.load(context, { accountId, communityId: community.id }) : null;
    return member ? this.queries.about(member.id, page) : none(page);
  }
}

function none(args: PageArgs): Connection<DecisionRow> {
  pageSize(args); // a page that cannot be asked for is refused here too
  return connectionOf<DecisionRow>([], args, () => '', async () => 0);
}
