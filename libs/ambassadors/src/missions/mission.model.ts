import { ArgsType, Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { ConnectionType, PageArgs, PermissionModel } from '@fanfare/graphql';
import { Type } from 'class-transformer';
import { IsOptional, IsUUID, ValidateNested } from 'class-validator';
import { EVIDENCE_FORMS, type EvidenceForm, MISSION_KINDS, MISSION_STATES, type MissionKind, type MissionState } from '../ambassadors.enums.js';
import { MISSION_PHASES, type MissionPhase } from './missions.queries.js';

function enumOf<const Word extends string>(words: readonly Word[]) {
  return Object.fromEntries(words.map((word) => [word, word])) as { [word in Word]: word };
}

export const MissionKindEnum = enumOf(MISSION_KINDS);
registerEnumType(MissionKindEnum, { name: 'MissionKind', description: 'RALLY: everybody acts within one hour.' });
export const MissionStateEnum = enumOf(MISSION_STATES);
registerEnumType(MissionStateEnum, { name: 'MissionState' });
export const MissionPhaseEnum = enumOf(MISSION_PHASES);
registerEnumType(MissionPhaseEnum, { name: 'MissionPhase', description: 'Where a mission stands in time.' });
export const EvidenceFormEnum = enumOf(EVIDENCE_FORMS);
registerEnumType(EvidenceFormEnum, { name: 'EvidenceForm' });

@ObjectType('MissionPeriod', { description: 'A stretch of time with a theme, in which ambassadors choose missions.' })
export class MissionPeriodModel {
  @Field(() => ID)
  id: string;

  @Field()
  theme: string;

  @Field({ description: 'Markdown.' })
  story: string;

  @Field()
  startsAt: Date;

  @Field()
  endsAt: Date;
}

@ObjectType()
export class MissionPeriodConnection extends ConnectionType(MissionPeriodModel, 'MissionPeriod') {}

@ObjectType('RubricLine', { description: 'One thing a review looks at. None of them is the opinion.' })
export class RubricLineModel {
  @Field()
  criterion: string;

  @Field(() => Int)
  points: number;
}

@ObjectType('MissionDisclosure', { description: 'The words that say that something was received: any of them will do.' })
export class MissionDisclosureModel {
  @Field()
  channel: string;

  @Field({ description: 'BCP 47.' })
  language: string;

  @Field(() => [String])
  words: string[];
}

@ObjectType('Rally', { description: 'An hour in which everybody acts; `rallyChanged` tells it as it goes on.' })
export class RallyModel {
  @Field()
  startsAt: Date;

  @Field()
  endsAt: Date;

  @Field(() => Int)
  joined: number;

  @Field(() => Int, { description: 'Who acted within the hour.' })
  acted: number;

  @Field(() => [Int], { description: 'Who acted in each five minutes of it: twelve.' })
  pace: number[];
}

@ObjectType('MissionPermissions', { description: 'What the reader may do with a mission now.' })
export class MissionPermissionsModel {
  @Field(() => PermissionModel)
  join: PermissionModel;

  @Field(() => PermissionModel)
  submit: PermissionModel;

  @Field(() => PermissionModel)
  manage: PermissionModel;
}

@ObjectType('Mission', { description: 'What an ambassador may choose to do. What pays is the work, whatever its opinion: honest criticism is paid alike.' })
export class MissionModel {
  @Field(() => ID)
  id: string;

  @Field(() => MissionKindEnum)
  kind: MissionKind;

  @Field(() => MissionStateEnum)
  state: MissionState;

  @Field()
  title: string;

  @Field({ description: 'Markdown.' })
  brief: string;

  @Field({ description: 'Whom it is meant for; empty for every ambassador.' })
  audience: string;

  @Field(() => Int, { nullable: true, description: 'Null: as many as like.' })
  places: number | null;

  @Field(() => Int, { description: 'How many have chosen it.' })
  taken: number;

  @Field()
  opensAt: Date;

  @Field()
  closesAt: Date;

  @Field(() => [EvidenceFormEnum], { description: 'What an entry holds, of each one at least.' })
  evidence: EvidenceForm[];

  @Field({ description: 'Whether pages must carry the ambassador’s tracking link.' })
  tracked: boolean;

  @Field(() => [RubricLineModel])
  rubric: RubricLineModel[];

  @Field(() => Int)
  rewardPoints: number;

  @Field(() => Date, { nullable: true })
  publishedAt: Date | null;

  @Field(() => Date, { nullable: true, description: 'When it was closed early.' })
  closedAt: Date | null;

  @Field(() => String, { nullable: true, description: 'Why it was closed early.' })
  closeNotice: string | null;
}

@ObjectType()
export class MissionConnection extends ConnectionType(MissionModel, 'Mission') {}

@InputType()
export class MissionFilter {
  @IsOptional()
  @Field(() => [MissionKindEnum], { nullable: true })
  kind?: MissionKind[] | null;

  @IsOptional()
  @Field(() => [MissionPhaseEnum], { nullable: true })
  phase?: MissionPhase[] | null;

  @IsOptional()
  @IsUUID('all')
  @Field(() => ID, { nullable: true })
  period?: string | null;

  @IsOptional()
  @Field(() => Boolean, { nullable: true, description: 'Only what the reader has chosen.' })
  joined?: boolean | null;
}

@ArgsType()
export class MissionsArgs extends PageArgs {
  @IsOptional()
  @ValidateNested()
  @Type(() => MissionFilter)
  @Field(() => MissionFilter, { nullable: true })
  filter?: MissionFilter | null;
}
