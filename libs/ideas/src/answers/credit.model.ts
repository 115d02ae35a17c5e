import { Field, ID, ObjectType, registerEnumType } from '@nestjs/graphql';
import { ConnectionType } from '@fanfare/graphql';

@ObjectType('Credit', { description: 'A delivered idea names what it came from. Withdrawn, it stays and says so.' })
export class CreditModel {
  @Field(() => ID)
  id: string;

  @Field(() => String, { nullable: true, description: 'What was given; plain text.' })
  note: string | null;

  @Field()
  at: Date;

  @Field(() => Date, { nullable: true })
  withdrawnAt: Date | null;

  @Field(() => String, { nullable: true })
  withdrawnReason: string | null;
}

@ObjectType()
export class CreditConnection extends ConnectionType(CreditModel, 'Credit') {}

export const CREDIT_REASONS = ['AUTHOR', 'DUPLICATE'] as const;
export type CreditReason = (typeof CREDIT_REASONS)[number];

export const CreditReasonEnum = Object.fromEntries(CREDIT_REASONS.map((reason) => [reason, reason])) as { [reason in CreditReason]: reason };
registerEnumType(CreditReasonEnum, { name: 'CreditReason', description: 'Why somebody may be credited: they posted the idea, or one merged into it.' });

@ObjectType('CreditCandidate', { description: 'What a delivered idea may come from.' })
export class CreditCandidateModel {
  @Field(() => CreditReasonEnum)
  reason: CreditReason;
}

/** A credit as reads answer it. */
export interface CreditRow {
  readonly id: string;
  /** The delivered idea. */
  readonly deliveredId: string;
  readonly communityId: string;
  /** The idea it came from. */
  readonly sourceId: string | null;
  readonly memberId: string | null;
  readonly note: string | null;
  readonly givenById: string | null;
  readonly at: Date;
  readonly withdrawnAt: Date | null;
  readonly withdrawnReason: string | null;
}

export const CREDIT_COLUMNS = `
  k.id, k.idea_id AS "deliveredId", k.community_id AS "communityId", k.source_id AS "sourceId", k.member_id AS "memberId", k.note,
  k.given_by AS "givenById", k.given_at AS at, k.withdrawn_at AS "withdrawnAt", k.withdrawn_reason AS "withdrawnReason"`;
