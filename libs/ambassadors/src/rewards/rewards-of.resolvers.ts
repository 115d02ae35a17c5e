import { Args, ID, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Access } from '@fanfare/access';
import { CommunityModel, type CommunityRow } from '@fanfare/communities';
import { type Connection, Ctx, FEW_LISTS, PageArgs, RequestContext } from '@fanfare/graphql';
import { enforce, isId } from '@fanfare/kernel';
import { MemberModel, type MemberRow } from '@fanfare/members';
import { DeliveryStateEnum, MemberRewardsModel, PerkConnection, PerkDeliveryConnection, RewardBudgetConnection, RewardBudgetModel } from './reward.model.js';
import { canManageRewards, canReadRewards } from './reward.policy.js';
import type { BudgetRow, DeliveryRow, DeliveryState, PerkRow } from './reward.row.js';
import { RewardsQueries } from './rewards.queries.js';

/** What a community gives. */
@Resolver(() => CommunityModel)
export class CommunityRewardsResolver {
  constructor(private readonly queries: RewardsQueries) {}

  @ResolveField(() => PerkConnection, { description: 'What members may choose for points, the latest first; to the brand’s team also what only missions bring.' })
  perks(@Parent() { id }: CommunityRow, @Args() args: PageArgs, @Ctx() context: RequestContext): Promise<Connection<PerkRow>> {
    FEW_LISTS.count(context);
    return this.queries.perks(id, args, !canManageRewards(context.actor, id).allowed);
  }

  @Access('SIGNED_IN')
  @ResolveField(() => RewardBudgetConnection, { nullable: true, description: 'The latest first; for the brand’s team.' })
  rewardBudgets(@Parent() { id }: CommunityRow, @Args() args: PageArgs, @Ctx() context: RequestContext): Promise<Connection<BudgetRow>> {
    enforce(canManageRewards(context.actor, id));
    FEW_LISTS.count(context);
    return this.queries.budgets(id, args);
  }

  @Access('SIGNED_IN')
  @ResolveField(() => RewardBudgetModel, { nullable: true, description: 'One of them; for the brand’s team.' })
  async rewardBudget(@Parent() { id }: CommunityRow, @Args('id', { type: () => ID }) wanted: string, @Ctx() context: RequestContext): Promise<BudgetRow | null> {
    enforce(canManageRewards(context.actor, id));
    const budget = isId(wanted) ? await this.queries.budget.load(context, wanted.toLowerCase()) : null;
    return budget?.communityId === id ? budget : null;
  }

  @Access('SIGNED_IN')
  @ResolveField(() => PerkDeliveryConnection, { nullable: true, description: 'The latest first; for the brand’s team.' })
  perkDeliveries(
    @Parent() { id }: CommunityRow,
    @Args() args: PageArgs,
    @Args('state', { type: () => DeliveryStateEnum, nullable: true }) state: DeliveryState | null,
    @Ctx() context: RequestContext,
  ): Promise<Connection<DeliveryRow>> {
    enforce(canManageRewards(context.actor, id));
    FEW_LISTS.count(context);
    return this.queries.deliveries({ communityId: id }, state ?? null, args);
  }
}

@Resolver(() => MemberModel)
export class MemberRewardsResolver {
  @Access('SIGNED_IN')
  @ResolveField(() => MemberRewardsModel, { nullable: true, description: 'What they earned; their own only, null to others.' })
  rewards(@Parent() member: MemberRow, @Ctx() context: RequestContext): MemberRow | null {
    return canReadRewards(context.actor, member) ? member : null;
  }
}
