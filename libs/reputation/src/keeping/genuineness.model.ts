import { Field, Float, Int, ObjectType, registerEnumType } from '@nestjs/graphql';

/** What a member is told of their own standing. */
export const GenuinenessStandingEnum = { STRONG: 'STRONG', USUAL: 'USUAL', HELD: 'HELD' } as const;
export type GenuinenessStanding = keyof typeof GenuinenessStandingEnum;
registerEnumType(GenuinenessStandingEnum, {
  name: 'GenuinenessStanding',
  description: 'STRONG: known as a person of their own. USUAL: like most, every vote counts. HELD: some votes wait, because they came together with many others.',
});

/** How a member's standing improves. */
export const GenuinenessAdviceEnum = {
  CONFIRM_EMAIL: 'CONFIRM_EMAIL',
  LINK_ACCOUNT: 'LINK_ACCOUNT',
  VERIFY: 'VERIFY',
  TAKE_PART: 'TAKE_PART',
} as const;
export type GenuinenessAdvice = keyof typeof GenuinenessAdviceEnum;
registerEnumType(GenuinenessAdviceEnum, { name: 'GenuinenessAdvice' });

/** Why an estimate is what it is. */
export const GenuinenessReasonEnum = {
  TRUSTED: 'TRUSTED',
  APART: 'APART',
  INDEPENDENT: 'INDEPENDENT',
  COORDINATED: 'COORDINATED',
  IDENTIFIED: 'IDENTIFIED',
  UNIDENTIFIED: 'UNIDENTIFIED',
  CONSTANT: 'CONSTANT',
  BRIEF: 'BRIEF',
} as const;
export type GenuinenessReason = keyof typeof GenuinenessReasonEnum;
registerEnumType(GenuinenessReasonEnum, {
  name: 'GenuinenessReason',
  description:
    'TRUSTED, APART: tied to known people, or hardly. INDEPENDENT, COORDINATED: votes alone, or in a run of many. IDENTIFIED, UNIDENTIFIED: by evidence. CONSTANT, BRIEF: since long, or for a moment.',
});

@ObjectType('GenuinenessReasonEffect')
export class GenuinenessReasonEffectModel {
  @Field(() => GenuinenessReasonEnum)
  reason: GenuinenessReason;

  @Field(() => Float, { description: 'How far it moved the estimate from a half.' })
  effect: number;
}

@ObjectType('Genuineness', { description: 'An estimate that an account behaves as one honest person. It holds votes and removes nobody.' })
export class GenuinenessModel {
  @Field(() => GenuinenessStandingEnum)
  standing: GenuinenessStanding;

  @Field(() => Int, { description: 'Votes of this member that wait.' })
  heldVotes: number;

  @Field(() => [GenuinenessReasonEnum], { description: 'What speaks for them.' })
  strengths: GenuinenessReason[];

  @Field(() => [GenuinenessAdviceEnum], { description: 'What would make it better.' })
  advice: GenuinenessAdvice[];

  @Field(() => Float, { nullable: true, description: '0 to 1; for moderators.' })
  score: number | null;

  @Field(() => [GenuinenessReasonEffectModel], { nullable: true, description: 'The weightiest first; for moderators.' })
  reasons: GenuinenessReasonEffectModel[] | null;

  @Field(() => Int, { nullable: true, description: 'The version of the model; for moderators.' })
  model: number | null;

  @Field(() => Date, { nullable: true, description: 'For moderators.' })
  judgedAt: Date | null;
}
