import { ArgsType, Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { ConnectionType, PageArgs, PermissionModel, WITHHELD_DESCRIPTION, WithholdingEnum } from '@fanfare/graphql';
import type { Withholding } from '@fanfare/kernel';
import { Type } from 'class-transformer';
import { IsOptional, IsUUID, ValidateNested } from 'class-validator';
import {
  CHECK_VERDICTS,
  type CheckVerdict,
  ENTRY_OUTCOMES,
  ENTRY_STATES,
  type EntryOutcome,
  type EntryState,
  type EvidenceForm,
} from '../ambassadors.enums.js';
import { EvidenceFormEnum } from '../missions/mission.model.js';

function enumOf<const Word extends string>(words: readonly Word[]) {
  return Object.fromEntries(words.map((word) => [word, word])) as { [word in Word]: word };
}

export const EntryStateEnum = enumOf(ENTRY_STATES);
registerEnumType(EntryStateEnum, {
  name: 'EntryState',
  valuesMap: {
    NEEDS_DISCLOSURE: { description: 'Back with its author: a page does not say what they receive, or lacks the tracking link.' },
    CHANGE_ASKED: { description: 'Back with its author: the brand asks for a change.' },
    ACCEPTED: { description: 'Paid, and shown to everybody as it was sent.' },
  },
});
export const CheckVerdictEnum = enumOf(CHECK_VERDICTS);
registerEnumType(CheckVerdictEnum, { name: 'CheckVerdict', description: 'Whether a page shows what it should.' });
export const EntryOutcomeEnum = enumOf(ENTRY_OUTCOMES);
registerEnumType(EntryOutcomeEnum, { name: 'EntryOutcome' });

const LookedForEnum = { DISCLOSURE: 'DISCLOSURE', TRACKING_LINK: 'TRACKING_LINK' } as const;
registerEnumType(LookedForEnum, { name: 'LookedForKind' });

@ObjectType('LookedFor')
export class LookedForModel {
  @Field(() => LookedForEnum)
  kind: keyof typeof LookedForEnum;

  @Field(() => [String], { description: 'Any of them will do.' })
  wanted: string[];

  @Field(() => String, { nullable: true, description: 'Which of them was there; null for none.' })
  found: string | null;
}

@ObjectType('EntryCheck', { description: 'One reading of a page.' })
export class EntryCheckModel {
  @Field(() => ID)
  id: string;

  @Field()
  checkedAt: Date;

  @Field(() => CheckVerdictEnum)
  verdict: CheckVerdict;

  @Field(() => [LookedForModel])
  lookedFor: LookedForModel[];

  @Field(() => String, { nullable: true, description: 'SHA-256 of what was read, in hexadecimal.' })
  hash: string | null;

  @Field(() => String, { nullable: true, description: 'Of the page.' })
  title: string | null;

  @Field(() => String, { nullable: true, description: 'The words of the page as they were, up to 20,000 characters.' })
  snapshot: string | null;

  @Field(() => String, { nullable: true, description: 'Why it could not be read: URL, ADDRESS, REDIRECTS, TIMEOUT, NETWORK, STATUS, TYPE or SIZE.' })
  reason: string | null;

  @Field(() => Int, { nullable: true })
  status: number | null;
}

@ObjectType('EntryEvidence', { description: 'One piece of what an entry shows, as its author sent it.' })
export class EntryEvidenceModel {
  @Field(() => ID)
  id: string;

  @Field(() => EvidenceFormEnum)
  kind: EvidenceForm;

  @Field(() => String, { nullable: true })
  channel: string | null;

  @Field(() => String, { nullable: true })
  url: string | null;

  @Field(() => String, { nullable: true, description: 'Markdown.' })
  text: string | null;
}

@ObjectType('RubricScore')
export class RubricScoreModel {
  @Field()
  criterion: string;

  @Field(() => Int)
  score: number;

  @Field(() => Int, { description: 'The most it could be.' })
  of: number;
}

@ObjectType('EntryReview', { description: 'What the brand said of an entry, or who decided an appeal. Never changed.' })
export class EntryReviewModel {
  @Field(() => ID)
  id: string;

  @Field(() => Int, { description: 'Which sending it is about.' })
  revision: number;

  @Field(() => EntryOutcomeEnum)
  outcome: EntryOutcome;

  @Field(() => [RubricScoreModel])
  scores: RubricScoreModel[];

  @Field()
  reason: string;

  @Field({ description: 'That the reviewer saw the disclosure on a page that could not be read.' })
  sawDisclosure: boolean;

  @Field()
  reviewedAt: Date;
}

@ObjectType('EntryPermissions', { description: 'What the reader may do with an entry.' })
export class EntryPermissionsModel {
  @Field(() => PermissionModel)
  edit: PermissionModel;

  @Field(() => PermissionModel)
  withdraw: PermissionModel;

  @Field(() => PermissionModel)
  review: PermissionModel;

  @Field(() => PermissionModel)
  appeal: PermissionModel;
}

@ObjectType('Entry', { description: 'What an ambassador hands in for a mission. Once accepted everybody reads it as it was sent.' })
export class EntryModel {
  @Field(() => ID)
  id: string;

  @Field(() => EntryStateEnum)
  state: EntryState;

  @Field(() => Int, { description: 'Goes up with each sending.' })
  revision: number;

  @Field({ description: 'That its author says openly what they receive.' })
  disclosed: boolean;

  @Field()
  createdAt: Date;

  @Field(() => Date, { nullable: true })
  submittedAt: Date | null;

  @Field(() => Date, { nullable: true, description: 'When it was accepted.' })
  publishedAt: Date | null;

  @Field(() => Date, { nullable: true, description: 'Since when a page no longer says what its author receives; null while all do.' })
  disclosureLostAt: Date | null;

  @Field(() => Date, { nullable: true })
  withdrawnAt: Date | null;

  @Field(() => WithholdingEnum, { nullable: true, description: WITHHELD_DESCRIPTION })
  withheld: Withholding | null;
}

@ObjectType()
export class EntryConnection extends ConnectionType(EntryModel, 'Entry') {}

@InputType()
export class EntryFilter {
  @IsOptional()
  @Field(() => [EntryStateEnum], { nullable: true })
  state?: EntryState[] | null;

  @IsOptional()
  @IsUUID('all')
  @Field(() => ID, { nullable: true })
  mission?: string | null;

  @IsOptional()
  @Field(() => Boolean, { nullable: true, description: 'Only accepted ones whose page no longer discloses.' })
  disclosureLost?: boolean | null;
}

@ArgsType()
export class EntriesArgs extends PageArgs {
  @IsOptional()
  @ValidateNested()
  @Type(() => EntryFilter)
  @Field(() => EntryFilter, { nullable: true })
  filter?: EntryFilter | null;
}
