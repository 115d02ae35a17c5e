import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { ConnectionType } from '@fanfare/graphql';

export const TransferKindEnum = { FUND: 'FUND', WITHDRAW: 'WITHDRAW', PAYOUT: 'PAYOUT', REVERSAL: 'REVERSAL', PERK: 'PERK', RETURN: 'RETURN' } as const;
registerEnumType(TransferKindEnum, {
  name: 'RewardTransferKind',
  valuesMap: {
    FUND: { description: 'The brand put it into a budget.' },
    WITHDRAW: { description: 'The brand took back what was left, with a reason.' },
    PAYOUT: { description: 'An accepted entry was paid.' },
    REVERSAL: { description: 'A payout was taken back, with a reason.' },
    PERK: { description: 'A member chose a perk for points.' },
    RETURN: { description: 'A perk came back into stock, and what it cost to who had chosen it.' },
  },
});

export const DeliveryStateEnum = { OWED: 'OWED', SENT: 'SENT', RECEIVED: 'RECEIVED', RETURNED: 'RETURNED' } as const;
registerEnumType(DeliveryStateEnum, { name: 'DeliveryState', description: 'Where a piece of a perk is.' });

@ObjectType('RewardBudget', { description: 'What a brand sets aside for what ambassadors do.' })
export class RewardBudgetModel {
  @Field(() => ID)
  id: string;

  @Field()
  name: string;

  @Field()
  createdAt: Date;
}

@ObjectType()
export class RewardBudgetConnection extends ConnectionType(RewardBudgetModel, 'RewardBudget') {}

@ObjectType('Perk', { description: 'A thing that a budget gives.' })
export class PerkModel {
  @Field(() => ID)
  id: string;

  @Field()
  title: string;

  @Field()
  description: string;

  @Field(() => Int, { nullable: true, description: 'For how many points members may choose it; null: only missions bring it.' })
  cost: number | null;

  @Field()
  createdAt: Date;

  @Field(() => Date, { nullable: true, description: 'Since when nobody chooses it any more; missions that promised it still bring it.' })
  retiredAt: Date | null;
}

@ObjectType()
export class PerkConnection extends ConnectionType(PerkModel, 'Perk') {}

@ObjectType('RewardTransfer', { description: 'One line of a budget or of a member’s account.' })
export class RewardTransferModel {
  @Field(() => ID)
  id: string;

  @Field(() => TransferKindEnum)
  kind: string;

  @Field(() => Int, { description: 'Signed: what came or went, in points, or in pieces where a perk is named.' })
  amount: number;

  @Field(() => Int, { description: 'What was there after it.' })
  balance: number;

  @Field(() => ID, { nullable: true, description: 'The entry that was paid.' })
  entryId: string | null;

  @Field(() => String, { nullable: true })
  reason: string | null;

  @Field()
  at: Date;
}

@ObjectType()
export class RewardTransferConnection extends ConnectionType(RewardTransferModel, 'RewardTransfer') {}

@ObjectType('PerkDelivery', { description: 'A piece of a perk on its way to a member.' })
export class PerkDeliveryModel {
  @Field(() => ID)
  id: string;

  @Field(() => DeliveryStateEnum)
  state: string;

  @Field(() => String, { nullable: true, description: 'What the brand tells the member about it, such as a tracking number.' })
  note: string | null;

  @Field()
  owedAt: Date;

  @Field()
  changedAt: Date;
}

@ObjectType()
export class PerkDeliveryConnection extends ConnectionType(PerkDeliveryModel, 'PerkDelivery') {}

@ObjectType('MemberRewards', { description: 'What a member earned, for their own eyes.' })
export class MemberRewardsModel {
  @Field(() => Int, { description: 'What they may spend. Below zero when more was taken back than was left.' })
  points: number;
}
