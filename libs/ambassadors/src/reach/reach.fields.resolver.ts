import { Inject } from '@nestjs/common';
import { Args, ID, Int, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Access } from '@fanfare/access';
import { CommunityModel, type CommunityRow } from '@fanfare/communities';
import { type Connection, Ctx, FEW_LISTS, PageArgs, RequestContext } from '@fanfare/graphql';
import { type Config, CONFIG, enforce } from '@fanfare/kernel';
import { MemberModel, type MemberRow, MembersLoaders } from '@fanfare/members';
import { MissionModel } from '../missions/mission.model.js';
import type { MissionRow } from '../missions/mission.row.js';
import { MissionsLoaders } from '../missions/missions.loaders.js';
import { canManageRewards, canReadRewards } from '../rewards/reward.policy.js';
import { SiteFeedItemConnection, SiteFeedItemModel, SiteFeedModel, TrackingDayModel, TrackingLinkConnection, TrackingLinkModel } from './reach.model.js';
import { ReachQueries } from './reach.queries.js';
import type { SiteFeedItemRow, SiteFeedRow, TrackingDayRow, TrackingLinkRow } from './reach.row.js';

/** Only ever handed to the member whose link it is, and to the brand's team. */
@Resolver(() => TrackingLinkModel)
export class TrackingLinkFieldsResolver {
  constructor(
    private readonly queries: ReachQueries,
    private readonly members: MembersLoaders,
    private readonly missions: MissionsLoaders,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @ResolveField(() => MemberModel, { description: 'Whose it is.' })
  member(@Parent() { memberId }: TrackingLinkRow, @Ctx() context: RequestContext): Promise<MemberRow | null> {
    return this.members.byId.load(context, memberId);
  }

  @ResolveField(() => MissionModel, { nullable: true })
  mission(@Parent() { missionId }: TrackingLinkRow, @Ctx() context: RequestContext): Promise<MissionRow | null> {
    return this.missions.byId.load(context, missionId);
  }

  @ResolveField(() => String, { description: 'What to put into a post.' })
  url(@Parent() { token }: TrackingLinkRow): string {
    return `${this.config.publicUrl}/r/${token}`;
  }

  @ResolveField(() => Int, { description: 'The sum of the days: who comes on two days counts twice.' })
  async visitors(@Parent() { id }: TrackingLinkRow, @Ctx() context: RequestContext): Promise<number> {
    return (await this.queries.totals.load(context, id))?.visitors ?? 0;
  }

  @ResolveField(() => Int, { description: 'Programs, not counted among visitors.' })
  async robots(@Parent() { id }: TrackingLinkRow, @Ctx() context: RequestContext): Promise<number> {
    return (await this.queries.totals.load(context, id))?.robots ?? 0;
  }

  @ResolveField(() => [TrackingDayModel], { description: 'From the first that brought anybody.' })
  async days(@Parent() { id }: TrackingLinkRow, @Ctx() context: RequestContext): Promise<TrackingDayRow[]> {
    return (await this.queries.days.load(context, id)) ?? [];
  }
}

@Resolver(() => SiteFeedItemModel)
export class SiteFeedItemFieldsResolver {
  constructor(private readonly members: MembersLoaders) {}

  @ResolveField(() => MemberModel)
  member(@Parent() { memberId }: SiteFeedItemRow, @Ctx() context: RequestContext): Promise<MemberRow | null> {
    return this.members.byId.load(context, memberId);
  }
}

@Resolver(() => MemberModel)
export class MemberReachResolver {
  constructor(private readonly queries: ReachQueries) {}

  @Access('SIGNED_IN')
  @ResolveField(() => TrackingLinkConnection, { nullable: true, description: 'Their tracking links, the latest first; for themselves and the brand’s team, null to others.' })
  trackingLinks(
    @Parent() member: MemberRow,
    @Args() args: PageArgs,
    @Args('mission', { type: () => ID, nullable: true }) mission: string | null,
    @Ctx() context: RequestContext,
  ): Promise<Connection<TrackingLinkRow>> | null {
    if (!canReadRewards(context.actor, member) && !canManageRewards(context.actor, member.communityId).allowed) return null;
    FEW_LISTS.count(context);
    return this.queries.links(member.id, mission ?? null, args);
  }

  @Access('SIGNED_IN')
  @ResolveField(() => [SiteFeedModel], { nullable: true, description: 'Feeds of their own sites that are read; their own only, null to others.' })
  async siteFeeds(@Parent() member: MemberRow, @Ctx() context: RequestContext): Promise<SiteFeedRow[] | null> {
    return canReadRewards(context.actor, member) ? ((await this.queries.feeds.load(context, member.id)) ?? []) : null;
  }
}

@Resolver(() => MissionModel)
export class MissionReachResolver {
  constructor(private readonly queries: ReachQueries) {}

  @Access('SIGNED_IN')
  @ResolveField(() => String, { nullable: true, description: 'Where its tracking links lead: null for the community’s own page, and to all but the brand’s team.' })
  trackingTarget(@Parent() { id, communityId }: MissionRow, @Ctx() context: RequestContext): Promise<string | null> | null {
    return canManageRewards(context.actor, communityId).allowed ? this.queries.target.load(context, id) : null;
  }
}

@Resolver(() => CommunityModel)
export class CommunityReachResolver {
  constructor(private readonly queries: ReachQueries) {}

  @ResolveField(() => SiteFeedItemConnection, { description: 'What ambassadors wrote on their own sites, the latest first.' })
  siteFeedItems(@Parent() { id }: CommunityRow, @Args() args: PageArgs, @Ctx() context: RequestContext): Promise<Connection<SiteFeedItemRow>> {
    FEW_LISTS.count(context);
    return this.queries.items(id, args);
  }

  @Access('SIGNED_IN')
  @ResolveField(() => TrackingLinkConnection, { nullable: true, description: 'All ambassadors’ tracking links, the latest first, of one mission or of all; for the brand’s team.' })
  trackingLinks(
    @Parent() { id }: CommunityRow,
    @Args() args: PageArgs,
    @Args('mission', { type: () => ID, nullable: true }) mission: string | null,
    @Ctx() context: RequestContext,
  ): Promise<Connection<TrackingLinkRow>> {
    enforce(canManageRewards(context.actor, id));
    FEW_LISTS.count(context);
    return this.queries.linksOf(id, mission ?? null, args);
  }
}
