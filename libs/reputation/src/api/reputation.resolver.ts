import { Args, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Access } from '@fanfare/access';
import { CommunityModel, type CommunityRow, type LevelRights } from '@fanfare/communities';
import { type Connection, Ctx, CurrentActor, PageArgs, RequestContext } from '@fanfare/graphql';
import { type Actor, Clock, hasRole, Problem } from '@fanfare/kernel';
import { MemberModel, type MemberRow, MembersLoaders } from '@fanfare/members';
import type { Rule } from '../rules/rule.js';
import { CURRENT_RULES } from '../rules/rules.js';
import { DisputesService } from './disputes.service.js';
import {
  DisputeEntryInput,
  DisputeEntryPayload,
  HideFromLeaderboardsInput,
  HideFromLeaderboardsPayload,
  LeaderboardArgs,
  LeaderboardPlaceConnection,
  LeaderboardPlaceModel,
  LevelRightsModel,
  OwnPlaceArgs,
  ReputationDisputeConnection,
  ReputationDisputeModel,
  ReputationEntryModel,
  ReputationRuleModel,
} from './reputation.model.js';
import { ReputationLoaders } from './reputation.loaders.js';
import { type DisputeRow, type EntryRow, type Place, ReputationQueries } from './reputation.queries.js';

@Access('SIGNED_IN')
@Resolver(() => ReputationEntryModel)
export class ReputationResolver {
  constructor(
    private readonly disputes: DisputesService,
    private readonly members: MembersLoaders,
  ) {}

  @Mutation(() => DisputeEntryPayload, { description: 'Asks a moderator to look at an entry of one’s own.' })
  async disputeEntry(@Args('input') input: DisputeEntryInput, @CurrentActor() actor: Actor): Promise<{ entry: EntryRow }> {
    return { entry: await this.disputes.dispute(actor, input.entry, input.reason) };
  }

  @Mutation(() => HideFromLeaderboardsPayload, { description: 'Leaves the lists of the best, or comes back to them.' })
  async hideFromLeaderboards(@Args('input') input: HideFromLeaderboardsInput, @CurrentActor() actor: Actor, @Ctx() context: RequestContext): Promise<{ member: MemberRow | null }> {
    const id = await this.disputes.hide(actor, input.community, input.hidden);
    return { member: await this.members.byId.load(context, id) };
  }
}

@Resolver(() => CommunityModel)
export class CommunityReputationResolver {
  constructor(
    private readonly queries: ReputationQueries,
    private readonly loaders: ReputationLoaders,
    private readonly members: MembersLoaders,
    private readonly clock: Clock,
  ) {}

  @ResolveField(() => [ReputationRuleModel], { description: 'What merit comes from here, in the versions that are in force.' })
  reputationRules(): readonly Rule[] {
    return CURRENT_RULES;
  }

  @ResolveField(() => [LevelRightsModel], { description: 'From the lowest level up.' })
  levels(@Parent() { id }: CommunityRow, @Ctx() context: RequestContext): Promise<readonly LevelRights[] | null> {
    return this.loaders.levels.load(context, id);
  }

  @ResolveField(() => LeaderboardPlaceConnection, { description: 'Who has earned most; without those who do not want to be listed.' })
  leaderboard(@Parent() { id }: CommunityRow, @Args() args: LeaderboardArgs): Promise<Connection<Place>> {
    return this.queries.leaderboard(id, this.monthOf(args), args);
  }

  @ResolveField(() => LeaderboardPlaceModel, { nullable: true, description: 'Where the viewer stands in it; null without points, and for who does not want to be listed.' })
  async viewerPlace(@Parent() { id }: CommunityRow, @Args() args: OwnPlaceArgs, @Ctx() context: RequestContext): Promise<Place | null> {
    const { accountId } = context.actor;
    const member = accountId ? await this.members.byAccount.load(context, { accountId, communityId: id }) : null;
    return member && this.queries.placeOf(id, this.monthOf(args), member.id);
  }

  /** Its first day; null for all time. */
  private monthOf({ period, month }: OwnPlaceArgs): string | null {
    return period === 'MONTH' ? `${month ?? this.clock.now().toISOString().slice(0, 7)}-01` : null;
  }

  @Access('SIGNED_IN')
  @ResolveField(() => ReputationDisputeConnection, { nullable: true, description: 'Disputed entries that wait for a moderator, the oldest first; for moderators.' })
  reputationDisputes(@Parent() { id }: CommunityRow, @Args() args: PageArgs, @CurrentActor() actor: Actor): Promise<Connection<DisputeRow>> {
    if (!hasRole(actor, id, 'MODERATOR')) throw new Problem('NOT_ALLOWED');
    return this.queries.disputes(id, args);
  }
}

@Resolver(() => LeaderboardPlaceModel)
export class LeaderboardPlaceResolver {
  constructor(private readonly members: MembersLoaders) {}

  @ResolveField(() => MemberModel)
  member(@Parent() { memberId }: Place, @Ctx() context: RequestContext): Promise<MemberRow | null> {
    return this.members.byId.load(context, memberId);
  }
}

@Resolver(() => ReputationDisputeModel)
export class ReputationDisputeResolver {
  constructor(
    private readonly members: MembersLoaders,
    private readonly loaders: ReputationLoaders,
  ) {}

  @ResolveField(() => MemberModel)
  member(@Parent() { memberId }: DisputeRow, @Ctx() context: RequestContext): Promise<MemberRow | null> {
    return this.members.byId.load(context, memberId);
  }

  @ResolveField(() => ReputationEntryModel)
  entry(@Parent() { entryId }: DisputeRow, @Ctx() context: RequestContext): Promise<EntryRow | null> {
    return this.loaders.entry.load(context, entryId);
  }
}

/** The words of a rule, in the reader's language or English. */
@Resolver(() => ReputationRuleModel)
export class ReputationRuleResolver {
  @ResolveField(() => String)
  sentence(@Parent() { sentence }: Rule, @Args('locale', { type: () => String, nullable: true }) locale?: string | null): string {
    return locale?.startsWith('fr') ? sentence.fr : sentence.en;
  }

  @ResolveField(() => String)
  condition(@Parent() { condition }: Rule, @Args('locale', { type: () => String, nullable: true }) locale?: string | null): string {
    return locale?.startsWith('fr') ? condition.fr : condition.en;
  }
}
