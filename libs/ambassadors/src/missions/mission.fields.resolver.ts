import { Args, Int, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CommunitiesLoaders, CommunityModel, type CommunityRow } from '@fanfare/communities';
import { type Connection, Ctx, permissionOf, RequestContext } from '@fanfare/graphql';
import { Clock, refused } from '@fanfare/kernel';
import { MentionsService } from '@fanfare/members';
import { canRunProgramme, isOpenFor, takesEntries } from './mission.policy.js';
import { MissionConnection, MissionDisclosureModel, MissionModel, MissionPeriodModel, MissionPermissionsModel, MissionsArgs, RallyModel } from './mission.model.js';
import { PerkModel, RewardBudgetModel } from '../rewards/reward.model.js';
import { canManageRewards } from '../rewards/reward.policy.js';
import type { BudgetRow, PerkRow } from '../rewards/reward.row.js';
import { RewardsQueries } from '../rewards/rewards.queries.js';
import { type DisclosureRow, type MissionRow, type PeriodRow, rallyOf } from './mission.row.js';
import { MissionsLoaders } from './missions.loaders.js';
import { MissionsQueries } from './missions.queries.js';

@Resolver(() => MissionModel)
export class MissionFieldsResolver {
  constructor(
    private readonly missions: MissionsLoaders,
    private readonly communities: CommunitiesLoaders,
    private readonly mentions: MentionsService,
    private readonly rewards: RewardsQueries,
    private readonly clock: Clock,
  ) {}

  @ResolveField(() => CommunityModel)
  community(@Parent() { communityId }: MissionRow, @Ctx() context: RequestContext): Promise<CommunityRow | null> {
    return this.communities.byId.load(context, communityId);
  }

  @ResolveField(() => String, { description: 'The brief, ready to show.' })
  html(@Parent() { communityId, brief }: MissionRow, @Ctx() context: RequestContext): Promise<string> {
    return this.mentions.render(context, communityId, brief);
  }

  @ResolveField(() => MissionPeriodModel, { nullable: true })
  period(@Parent() { periodId }: MissionRow, @Ctx() context: RequestContext): Promise<PeriodRow | null> | null {
    return periodId === null ? null : this.missions.period.load(context, periodId);
  }

  @ResolveField(() => [MissionDisclosureModel], { description: 'Words that say that something was received.' })
  async disclosures(@Parent() { id }: MissionRow, @Ctx() context: RequestContext): Promise<DisclosureRow[]> {
    return (await this.missions.disclosures.load(context, id)) ?? [];
  }

  @ResolveField(() => Int, { nullable: true, description: 'Null: as many as like.' })
  placesLeft(@Parent() { places, taken }: MissionRow): number | null {
    return places === null ? null : Math.max(0, places - taken);
  }

  @ResolveField(() => RallyModel, { nullable: true, description: 'Of a RALLY, with the count as it is now.' })
  async rally(@Parent() mission: MissionRow, @Ctx() context: RequestContext): Promise<RallyModel | null> {
    return mission.rallyAt === null ? null : rallyOf(mission, await this.missions.rally.load(context, mission.id));
  }

  @ResolveField(() => PerkModel, { nullable: true, description: 'A perk for each accepted entry.' })
  perk(@Parent() { rewardPerk }: MissionRow, @Ctx() context: RequestContext): Promise<PerkRow | null> | null {
    return rewardPerk === null ? null : this.rewards.perk.load(context, rewardPerk);
  }

  @ResolveField(() => RewardBudgetModel, { nullable: true, description: 'What its points are paid from; null to everybody but owners and brand managers.' })
  budget(@Parent() { budgetId, communityId }: MissionRow, @Ctx() context: RequestContext): Promise<BudgetRow | null> | null {
    return budgetId !== null && canManageRewards(context.actor, communityId).allowed ? this.rewards.budget.load(context, budgetId) : null;
  }

  @ResolveField(() => Boolean)
  async viewerJoined(@Parent() { id }: MissionRow, @Ctx() context: RequestContext): Promise<boolean> {
    return (await this.missions.joined.load(context, id)) ?? false;
  }

  @ResolveField(() => MissionPermissionsModel, { description: 'As far as the mission goes: a term in force is asked for besides.' })
  async viewerCan(@Parent() mission: MissionRow, @Ctx() context: RequestContext): Promise<MissionPermissionsModel> {
    const { actor } = context;
    const now = this.clock.now();
    const joined = (await this.missions.joined.load(context, mission.id)) ?? false;
    const isFull = !joined && mission.places !== null && mission.taken >= mission.places;
    const signedIn = actor.accountId !== null;
    const open = isOpenFor(mission, now);
    const join = !signedIn ? refused('SIGN_IN_REQUIRED') : open.allowed && isFull ? refused('MISSION_FULL') : open;
    const submit = !signedIn ? refused('SIGN_IN_REQUIRED') : !joined ? refused('MISSION_NOT_JOINED') : takesEntries(mission, { wasSubmitted: false }, now);
    return { join: permissionOf(join), submit: permissionOf(submit), manage: permissionOf(canRunProgramme(actor, mission.communityId)) };
  }
}

@Resolver(() => MissionPeriodModel)
export class PeriodFieldsResolver {
  constructor(
    private readonly queries: MissionsQueries,
    private readonly mentions: MentionsService,
  ) {}

  @ResolveField(() => String, { description: 'The story, ready to show.' })
  html(@Parent() { communityId, story }: PeriodRow, @Ctx() context: RequestContext): Promise<string> {
    return this.mentions.render(context, communityId, story);
  }

  @ResolveField(() => MissionConnection)
  missions(@Parent() { id, communityId }: PeriodRow, @Args() page: MissionsArgs, @Ctx() { actor }: RequestContext): Promise<Connection<MissionRow>> {
    const { filter, ...args } = page;
    return this.queries.page(communityId, actor, { ...filter, period: id }, args);
  }
}
