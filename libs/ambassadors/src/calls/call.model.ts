import { ArgsType, Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { IdentityLevelEnum } from '@fanfare/access';
import { ConnectionType, PageArgs } from '@fanfare/graphql';
import type { IdentityLevel, Level } from '@fanfare/kernel';
import { LevelEnum } from '@fanfare/members';
import { IsIn, IsOptional } from 'class-validator';
import {
  CALL_CHANGE_KINDS,
  CALL_SELECTIONS,
  CALL_STATES,
  type CallChangeKind,
  type CallSelection,
  type CallState,
  QUESTION_AUDIENCES,
  QUESTION_KINDS,
  type QuestionAudience,
  type QuestionKind,
} from '../ambassadors.enums.js';

export const enumOf = <Value extends string>(values: readonly Value[]) =>
  Object.fromEntries(values.map((value) => [value, value])) as { [value in Value]: value };

export const CallStateEnum = enumOf(CALL_STATES);
registerEnumType(CallStateEnum, { name: 'CallState', description: 'It follows from the dates. DECIDED: closed, and nobody waits for an answer.' });
export const CallSelectionEnum = enumOf(CALL_SELECTIONS);
registerEnumType(CallSelectionEnum, { name: 'CallSelection', description: 'Who chooses: a panel, the community by its verified votes, or half and half.' });
export const QuestionKindEnum = enumOf(QUESTION_KINDS);
registerEnumType(QuestionKindEnum, { name: 'QuestionKind' });
export const QuestionAudienceEnum = enumOf(QUESTION_AUDIENCES);
registerEnumType(QuestionAudienceEnum, { name: 'QuestionAudience', description: 'Who reads the answer: who decides, or everybody where the community votes.' });
export const CallChangeKindEnum = enumOf(CALL_CHANGE_KINDS);
registerEnumType(CallChangeKindEnum, { name: 'CallChangeKind' });

@ArgsType()
export class CallsArgs extends PageArgs {
  @IsOptional()
  @IsIn(CALL_STATES, { each: true })
  @Field(() => [CallStateEnum], { nullable: true })
  state?: CallState[] | null;
}

@ObjectType('CallEligibility', { description: 'Who may apply.' })
export class CallEligibilityModel {
  @Field(() => LevelEnum)
  leastLevel: Level;

  @Field(() => IdentityLevelEnum)
  leastIdentity: IdentityLevel;

  @Field(() => Int, { description: 'Years; 0 for any.' })
  leastAge: number;

  @Field(() => [String], { description: 'ISO 3166 countries; empty for everywhere.' })
  regions: readonly string[];

  @Field(() => Int)
  reapplyAfterDays: number;
}

@ObjectType('CallQuestion')
export class CallQuestionModel {
  @Field(() => ID)
  id: string;

  @Field(() => QuestionKindEnum)
  kind: QuestionKind;

  @Field()
  text: string;

  @Field()
  help: string;

  @Field(() => [String])
  choices: readonly string[];

  @Field()
  required: boolean;

  @Field(() => Int)
  maxLength: number;

  @Field(() => QuestionAudienceEnum)
  audience: QuestionAudience;
}

@ObjectType('CallCriterion', { description: 'What the panel judges by: each mark is 0 to 5.' })
export class CallCriterionModel {
  @Field(() => Int, { description: 'Its place in the rubric, from 0.' })
  position: number;

  @Field()
  label: string;

  @Field(() => Int)
  weight: number;
}

@ObjectType('CallChange', { description: 'What changed once the call was public.' })
export class CallChangeModel {
  @Field(() => ID)
  id: string;

  @Field(() => CallChangeKindEnum)
  kind: CallChangeKind;

  @Field()
  notice: string;

  @Field({ description: 'When it closes, or closed, from then on.' })
  closesAt: Date;

  @Field()
  at: Date;
}

@ObjectType('Call', { description: 'A recruitment of ambassadors.' })
export class CallModel {
  @Field(() => ID)
  id: string;

  @Field()
  title: string;

  @Field({ description: 'Markdown.' })
  story: string;

  @Field({ description: 'Plain text, said openly.' })
  perks: string;

  @Field({ description: 'What an ambassador’s profile says they receive.' })
  receives: string;

  @Field(() => Int)
  seats: number;

  @Field(() => Int, { description: 'Selected and not given up: never more than the seats.' })
  seatsTaken: number;

  @Field()
  opensAt: Date;

  @Field()
  closesAt: Date;

  @Field(() => Date, { nullable: true, description: 'Until when the community votes; null where a panel decides alone.' })
  votingUntil: Date | null;

  @Field(() => CallSelectionEnum)
  selection: CallSelection;

  @Field({ description: 'Whether the panel reads without names, pictures and links, until it has decided.' })
  blind: boolean;

  @Field(() => Int)
  termMonths: number;

  @Field(() => Int, { description: 'Days to accept the agreement once selected.' })
  acceptDays: number;
}

@ObjectType()
export class CallConnection extends ConnectionType(CallModel, 'Call') {}
