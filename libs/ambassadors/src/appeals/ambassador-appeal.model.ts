import { ArgsType, Field, ID, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';
import { ConnectionType, PageArgs } from '@fanfare/graphql';
import { DeciderEnum, type Office } from '@fanfare/moderation';
import { IsBoolean, IsOptional, IsUUID, MaxLength } from 'class-validator';
import {
  AMBASSADOR_APPEAL_OUTCOMES,
  AMBASSADOR_APPEAL_SUBJECTS,
  type AmbassadorAppealOutcome,
  type AmbassadorAppealSubject,
} from '../ambassadors.enums.js';

function enumOf<const Word extends string>(words: readonly Word[]) {
  return Object.fromEntries(words.map((word) => [word, word])) as { [word in Word]: word };
}

export const AmbassadorAppealSubjectEnum = enumOf(AMBASSADOR_APPEAL_SUBJECTS);
registerEnumType(AmbassadorAppealSubjectEnum, { name: 'AmbassadorAppealSubject' });
export const AmbassadorAppealOutcomeEnum = enumOf(AMBASSADOR_APPEAL_OUTCOMES);
registerEnumType(AmbassadorAppealOutcomeEnum, { name: 'AmbassadorAppealOutcome', description: 'UPHELD: the brand’s decision stands. OVERTURNED: it is taken back.' });

@ObjectType('AmbassadorAppeal', { description: 'What an ambassador says against a decision of the brand; a moderator decides.' })
export class AmbassadorAppealModel {
  @Field(() => ID)
  id: string;

  @Field(() => AmbassadorAppealSubjectEnum)
  subject: AmbassadorAppealSubject;

  @Field(() => ID)
  subjectId: string;

  @Field()
  text: string;

  @Field()
  openedAt: Date;

  @Field(() => AmbassadorAppealOutcomeEnum, { nullable: true, description: 'Null while it waits.' })
  outcome: AmbassadorAppealOutcome | null;

  @Field(() => Date, { nullable: true })
  decidedAt: Date | null;

  @Field(() => DeciderEnum, { nullable: true })
  decidedAs: Office | null;

  @Field(() => String, { nullable: true })
  reasons: string | null;
}

@ObjectType()
export class AmbassadorAppealConnection extends ConnectionType(AmbassadorAppealModel, 'AmbassadorAppeal') {}

@ObjectType('AppealedDecision', { description: 'What the brand’s team decided, and what the appeal is against.' })
export class AppealedDecisionModel {
  @Field(() => String, { nullable: true, description: 'The part of the agreement that was named, for a term.' })
  clause: string | null;

  @Field({ description: 'What happened, or why the work was refused.' })
  facts: string;

  @Field(() => String, { nullable: true, description: 'The words or the act it is about, for a term.' })
  passage: string | null;

  @Field()
  at: Date;
}

@ArgsType()
export class AmbassadorAppealsArgs extends PageArgs {
  @IsOptional()
  @IsBoolean()
  @Field(() => Boolean, { nullable: true, description: 'Those that were decided, the latest first.' })
  decided?: boolean | null;
}

@InputType()
export class AppealTermInput {
  @IsUUID('all')
  @Field(() => ID)
  term: string;

  @Field({ description: 'Why the revocation is wrong: up to 5,000 characters.' })
  text: string;

  @IsOptional()
  @MaxLength(200)
  @Field(() => String, { nullable: true })
  idempotencyKey?: string | null;
}

@ObjectType()
export class AppealTermPayload {
  @Field(() => AmbassadorAppealModel)
  appeal: AmbassadorAppealModel;
}

@InputType()
export class DecideAmbassadorAppealInput {
  @IsUUID('all')
  @Field(() => ID)
  appeal: string;

  @Field(() => AmbassadorAppealOutcomeEnum)
  outcome: AmbassadorAppealOutcome;

  @Field({ description: 'Whoever appealed reads them: up to 5,000 characters.' })
  reasons: string;
}

@ObjectType()
export class DecideAmbassadorAppealPayload {
  @Field(() => AmbassadorAppealModel)
  appeal: AmbassadorAppealModel;
}
