import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { Access } from '@fanfare/access';
import { Ctx, CurrentActor, RequestContext } from '@fanfare/graphql';
import type { Actor } from '@fanfare/kernel';
import { BudgetsService } from './budgets.service.js';
import { PerksService } from './perks.service.js';
import {
  CreatePerkInput,
  CreatePerkPayload,
  CreateRewardBudgetInput,
  CreateRewardBudgetPayload,
  FundBudgetInput,
  FundBudgetPayload,
  RedeemPerkInput,
  RedeemPerkPayload,
  UpdateDeliveryInput,
  UpdateDeliveryPayload,
  UpdatePerkInput,
  UpdatePerkPayload,
} from './reward.inputs.js';
import type { BudgetRow, DeliveryRow, PerkRow } from './reward.row.js';
import { RewardsQueries } from './rewards.queries.js';

/** What a brand sets aside and sends, and what members choose. */
@Access('SIGNED_IN')
@Resolver()
export class RewardsResolver {
  constructor(
    private readonly budgets: BudgetsService,
    private readonly perks: PerksService,
    private readonly queries: RewardsQueries,
  ) {}

  @Mutation(() => CreateRewardBudgetPayload, { description: 'For the brand’s team.' })
  async createRewardBudget(@Args('input') input: CreateRewardBudgetInput, @CurrentActor() actor: Actor, @Ctx() context: RequestContext): Promise<{ budget: BudgetRow }> {
    return { budget: (await this.queries.budget.load(context, await this.budgets.create(actor, input)))! };
  }

  @Mutation(() => FundBudgetPayload, { description: 'Puts points into a budget, or pieces of a perk into its stock; for the brand’s team.' })
  async fundBudget(@Args('input') input: FundBudgetInput, @CurrentActor() actor: Actor, @Ctx() context: RequestContext): Promise<{ budget: BudgetRow }> {
    await this.budgets.fund(actor, input);
    return { budget: (await this.queries.budget.load(context, input.budget.toLowerCase()))! };
  }

  @Mutation(() => CreatePerkPayload, { description: 'For the brand’s team.' })
  async createPerk(@Args('input') input: CreatePerkInput, @CurrentActor() actor: Actor, @Ctx() context: RequestContext): Promise<{ perk: PerkRow }> {
    return { perk: (await this.queries.perk.load(context, await this.budgets.createPerk(actor, input)))! };
  }

  @Mutation(() => UpdatePerkPayload, { description: 'For the brand’s team.' })
  async updatePerk(@Args('input') input: UpdatePerkInput, @CurrentActor() actor: Actor, @Ctx() context: RequestContext): Promise<{ perk: PerkRow }> {
    await this.budgets.updatePerk(actor, input);
    return { perk: (await this.queries.perk.load(context, input.perk.toLowerCase()))! };
  }

  @Mutation(() => RedeemPerkPayload, { description: 'Takes a perk for points of one’s own.' })
  async redeemPerk(@Args('input') input: RedeemPerkInput, @CurrentActor() actor: Actor, @Ctx() context: RequestContext): Promise<{ delivery: DeliveryRow }> {
    return { delivery: (await this.queries.delivery.load(context, await this.perks.redeem(actor, input)))! };
  }

  @Mutation(() => UpdateDeliveryPayload, { description: 'Says where a perk is; for the brand’s team.' })
  async updateDelivery(@Args('input') input: UpdateDeliveryInput, @CurrentActor() actor: Actor, @Ctx() context: RequestContext): Promise<{ delivery: DeliveryRow }> {
    await this.perks.update(actor, input.delivery, input.state, input.note);
    return { delivery: (await this.queries.delivery.load(context, input.delivery.toLowerCase()))! };
  }
}
