import { BudgetsService } from './budgets.service.js';
import { PerksService } from './perks.service.js';
import {
  MemberRewardsFieldsResolver,
  PerkDeliveryFieldsResolver,
  PerkFieldsResolver,
  RewardBudgetFieldsResolver,
  RewardTransferFieldsResolver,
} from './reward.fields.resolver.js';
import { RewardsLedger } from './rewards.ledger.js';
import { CommunityRewardsResolver, MemberRewardsResolver } from './rewards-of.resolvers.js';
import { RewardsPersonalData } from './rewards.personal-data.js';
import { RewardsQueries } from './rewards.queries.js';
import { RewardsResolver } from './rewards.resolver.js';
import { RewardsService } from './rewards.service.js';

const FIELDS = [
  RewardBudgetFieldsResolver,
  PerkFieldsResolver,
  RewardTransferFieldsResolver,
  PerkDeliveryFieldsResolver,
  MemberRewardsFieldsResolver,
  CommunityRewardsResolver,
  MemberRewardsResolver,
];

/** Points and perks: budgets, payouts, deliveries. */
export const REWARDS = [RewardsLedger, RewardsQueries, RewardsService, BudgetsService, PerksService, RewardsPersonalData, ...FIELDS, RewardsResolver];
