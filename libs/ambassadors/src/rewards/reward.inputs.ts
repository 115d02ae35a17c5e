import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { IsIn, IsOptional, IsUUID, Max, MaxLength, Min } from 'class-validator';
import { MOST_POINTS } from './budgets.service.js';
import { DeliveryStateEnum, PerkDeliveryModel, PerkModel, RewardBudgetModel } from './reward.model.js';
import type { DeliveryState } from './reward.row.js';

@InputType()
export class CreateRewardBudgetInput {
  @Field({ description: 'The slug.' })
  community: string;

  @MaxLength(200)
  @Field()
  name: string;

  @IsOptional()
  @MaxLength(150)
  @Field(() => String, { nullable: true })
  idempotencyKey?: string | null;
}

@ObjectType()
export class CreateRewardBudgetPayload {
  @Field(() => RewardBudgetModel)
  budget: RewardBudgetModel;
}

@InputType()
export class FundBudgetInput {
  @IsUUID()
  @Field(() => ID)
  budget: string;

  @IsOptional()
  @IsUUID()
  @Field(() => ID, { nullable: true, description: 'A perk of the budget whose stock grows; points when left out.' })
  perk?: string | null;

  @Min(-MOST_POINTS)
  @Max(MOST_POINTS)
  @Field(() => Int, { description: 'In points or pieces; below zero takes back what is left, with a reason.' })
  amount: number;

  @IsOptional()
  @MaxLength(2_000)
  @Field(() => String, { nullable: true })
  reason?: string | null;

  @IsOptional()
  @MaxLength(150)
  @Field(() => String, { nullable: true })
  idempotencyKey?: string | null;
}

@ObjectType()
export class FundBudgetPayload {
  @Field(() => RewardBudgetModel)
  budget: RewardBudgetModel;
}

@InputType()
export class CreatePerkInput {
  @IsUUID()
  @Field(() => ID)
  budget: string;

  @MaxLength(200)
  @Field()
  title: string;

  @MaxLength(4_000)
  @Field({ defaultValue: '' })
  description: string;

  @IsOptional()
  @Min(1)
  @Max(MOST_POINTS)
  @Field(() => Int, { nullable: true, description: 'For how many points members may choose it; only missions bring it when left out.' })
  cost?: number | null;

  @Min(0)
  @Max(MOST_POINTS)
  @Field(() => Int, { defaultValue: 0 })
  stock: number;

  @IsOptional()
  @MaxLength(150)
  @Field(() => String, { nullable: true })
  idempotencyKey?: string | null;
}

@ObjectType()
export class CreatePerkPayload {
  @Field(() => PerkModel)
  perk: PerkModel;
}

@InputType({ description: 'What a perk is from now on.' })
export class UpdatePerkInput {
  @IsUUID()
  @Field(() => ID)
  perk: string;

  @MaxLength(200)
  @Field()
  title: string;

  @MaxLength(4_000)
  @Field({ defaultValue: '' })
  description: string;

  @IsOptional()
  @Min(1)
  @Max(MOST_POINTS)
  @Field(() => Int, { nullable: true, description: 'For how many points members may choose it; only missions bring it when left out.' })
  cost?: number | null;

  @Field({ defaultValue: false, description: 'Nobody chooses it any more; missions that promised it still bring it.' })
  retired: boolean;
}

@ObjectType()
export class UpdatePerkPayload {
  @Field(() => PerkModel)
  perk: PerkModel;
}

@InputType()
export class RedeemPerkInput {
  @IsUUID()
  @Field(() => ID)
  perk: string;

  @IsOptional()
  @Field(() => Int, { nullable: true, description: 'What the reader was shown: when it costs something else by now, nothing is taken.' })
  cost?: number | null;

  @IsOptional()
  @MaxLength(150)
  @Field(() => String, { nullable: true })
  idempotencyKey?: string | null;
}

@ObjectType()
export class RedeemPerkPayload {
  @Field(() => PerkDeliveryModel)
  delivery: PerkDeliveryModel;
}

@InputType()
export class UpdateDeliveryInput {
  @IsUUID()
  @Field(() => ID)
  delivery: string;

  @IsIn(Object.keys(DeliveryStateEnum))
  @Field(() => DeliveryStateEnum)
  state: DeliveryState;

  @IsOptional()
  @MaxLength(1_000)
  @Field(() => String, { nullable: true, description: 'What the member reads; left as it is when left out.' })
  note?: string | null;
}

@ObjectType()
export class UpdateDeliveryPayload {
  @Field(() => PerkDeliveryModel)
  delivery: PerkDeliveryModel;
}
