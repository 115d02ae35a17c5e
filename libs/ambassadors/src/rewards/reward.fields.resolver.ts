import { Args, Int, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { type Connection, Ctx, FEW_LISTS, PageArgs, RequestContext } from '@fanfare/graphql';
import { MissionModel } from '../missions/mission.model.js';
import type { MissionRow } from '../missions/mission.row.js';
import { MissionsLoaders } from '../missions/missions.loaders.js';
import { MemberModel, type MemberRow, MembersLoaders } from '@fanfare/members';
import { MemberRewardsModel, PerkDeliveryConnection, PerkDeliveryModel, PerkModel, RewardBudgetModel, RewardTransferConnection, RewardTransferModel } from './reward.model.js';
import type { BudgetRow, DeliveryRow, PerkRow, TransferRow } from './reward.row.js';
import { type Funds, RewardsQueries } from './rewards.queries.js';

/** A budget is only ever handed to the brand's team. */
@Resolver(() => RewardBudgetModel)
export class RewardBudgetFieldsResolver {
  constructor(private readonly queries: RewardsQueries) {}

  @ResolveField(() => Int, { description: 'Points.' })
  async left(@Parent() { id }: BudgetRow, @Ctx() context: RequestContext): Promise<number> {
    return (await this.points(context, id))?.left ?? 0;
  }

  @ResolveField(() => Int, { description: 'Points that were ever put into it.' })
  async funded(@Parent() { id }: BudgetRow, @Ctx() context: RequestContext): Promise<number> {
    return (await this.points(context, id))?.funded ?? 0;
  }

  @ResolveField(() => [PerkModel], { description: 'The latest first.' })
  async perks(@Parent() { id }: BudgetRow, @Ctx() context: RequestContext): Promise<PerkRow[]> {
    return (await this.queries.perksOf.load(context, id)) ?? [];
  }

  @ResolveField(() => RewardTransferConnection, { description: 'Whatever came in and went out, the latest first.' })
  transfers(@Parent() { id }: BudgetRow, @Args() args: PageArgs, @Ctx() context: RequestContext): Promise<Connection<TransferRow>> {
    FEW_LISTS.count(context);
    return this.queries.transfers({ budgetId: id }, args);
  }

  private async points(context: RequestContext, id: string): Promise<Funds | undefined> {
    return (await this.queries.funds.load(context, id))?.find(({ perkId }) => perkId === null);
  }
}

@Resolver(() => PerkModel)
export class PerkFieldsResolver {
  constructor(private readonly queries: RewardsQueries) {}

  @ResolveField(() => Int, { description: 'How many are left.' })
  async stock(@Parent() { id, budgetId }: PerkRow, @Ctx() context: RequestContext): Promise<number> {
    return (await this.queries.funds.load(context, budgetId))?.find(({ perkId }) => perkId === id)?.left ?? 0;
  }
}

@Resolver(() => RewardTransferModel)
export class RewardTransferFieldsResolver {
  constructor(
    private readonly queries: RewardsQueries,
    private readonly members: MembersLoaders,
    private readonly missions: MissionsLoaders,
  ) {}

  @ResolveField(() => MissionModel, { nullable: true, description: 'Of the entry that was paid; null where none was, and where it was erased.' })
  mission(@Parent() { missionId }: TransferRow, @Ctx() context: RequestContext): Promise<MissionRow | null> | null {
    return missionId === null ? null : this.missions.byId.load(context, missionId);
  }

  @ResolveField(() => PerkModel, { nullable: true, description: 'Null for points.' })
  perk(@Parent() { perkId }: TransferRow, @Ctx() context: RequestContext): Promise<PerkRow | null> | null {
    return perkId === null ? null : this.queries.perk.load(context, perkId);
  }

  @ResolveField(() => MemberModel, { nullable: true, description: 'Whom it reached, or came back from.' })
  member(@Parent() { memberId }: TransferRow, @Ctx() context: RequestContext): Promise<MemberRow | null> | null {
    return memberId === null ? null : this.members.byId.load(context, memberId);
  }

  @ResolveField(() => MemberModel, { nullable: true, description: 'Who did it; null for the system.' })
  madeBy(@Parent() { madeBy: accountId, communityId }: TransferRow, @Ctx() context: RequestContext): Promise<MemberRow | null> | null {
    return accountId === null ? null : this.members.byAccount.load(context, { accountId, communityId });
  }
}

@Resolver(() => PerkDeliveryModel)
export class PerkDeliveryFieldsResolver {
  constructor(
    private readonly queries: RewardsQueries,
    private readonly members: MembersLoaders,
  ) {}

  @ResolveField(() => PerkModel)
  perk(@Parent() { perkId }: DeliveryRow, @Ctx() context: RequestContext): Promise<PerkRow | null> {
    return this.queries.perk.load(context, perkId);
  }

  @ResolveField(() => MemberModel)
  member(@Parent() { memberId }: DeliveryRow, @Ctx() context: RequestContext): Promise<MemberRow | null> {
    return this.members.byId.load(context, memberId);
  }
}

/** A member's own: see `MemberRewardsResolver`. */
@Resolver(() => MemberRewardsModel)
export class MemberRewardsFieldsResolver {
  constructor(private readonly queries: RewardsQueries) {}

  @ResolveField(() => Int)
  async points(@Parent() { id }: MemberRow, @Ctx() context: RequestContext): Promise<number> {
    return (await this.queries.points.load(context, id)) ?? 0;
  }

  @ResolveField(() => RewardTransferConnection, { description: 'The latest first.' })
  transfers(@Parent() { id }: MemberRow, @Args() args: PageArgs, @Ctx() context: RequestContext): Promise<Connection<TransferRow>> {
    FEW_LISTS.count(context);
    return this.queries.transfers({ memberId: id }, args);
  }

  @ResolveField(() => PerkDeliveryConnection, { description: 'Perks on their way to them, the latest first.' })
  deliveries(@Parent() { id }: MemberRow, @Args() args: PageArgs, @Ctx() context: RequestContext): Promise<Connection<DeliveryRow>> {
    FEW_LISTS.count(context);
    return this.queries.deliveries({ memberId: id }, null, args);
  }
}
