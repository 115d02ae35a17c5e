import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { EvidenceEndingEnum, EvidenceKindEnum, type EvidenceEnding, type EvidenceKind } from './evidence.kinds.js';

@ObjectType('Evidence', { description: 'One proof about an account. Only its person sees it; whoever vouched for the brand sees theirs.' })
export class EvidenceModel {
  @Field(() => ID)
  id: string;

  @Field(() => EvidenceKindEnum)
  kind: EvidenceKind;

  @Field({ description: 'What it rests on: the address, the account elsewhere, the page, the purchase.' })
  detail: string;

  @Field()
  at: Date;

  @Field(() => Date, { nullable: true, description: 'Null when it does not run out.' })
  expiresAt: Date | null;

  @Field(() => Date, { nullable: true, description: 'When its person was told that it ends soon: its time is nearly over, or its page could not be read for days; null otherwise.' })
  warnedAt: Date | null;

  @Field(() => Date, { nullable: true, description: 'Null while it stands.' })
  endedAt: Date | null;

  @Field(() => EvidenceEndingEnum, { nullable: true })
  ending: EvidenceEnding | null;

  @Field({ description: 'Whether the person shows it on their profiles.' })
  public: boolean;

  @Field(() => String, { nullable: true, description: 'For an attested name: what the attestor wrote down.' })
  note: string | null;
}

@ObjectType('EvidenceMark', { description: 'A proof that a member shows to everybody.' })
export class EvidenceMarkModel {
  @Field(() => EvidenceKindEnum)
  kind: EvidenceKind;

  @Field()
  at: Date;

  @Field(() => String, { nullable: true, description: 'The page of a website, the provider of an account elsewhere; null for everything else.' })
  detail: string | null;

  @Field(() => Int, { nullable: true, description: 'For a brand’s proof: for how many members whoever vouched for it vouches here in the same way.' })
  attestorCount: number | null;
}
