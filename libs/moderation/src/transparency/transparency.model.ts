import { ArgsType, Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import { ConnectionType } from '@fanfare/graphql';
import { type Decider, DeciderEnum, type DecisionAction, DecisionActionEnum, type DecisionGround, DecisionGroundEnum } from '../moderation.enums.js';

@ArgsType()
export class PeriodArgs {
  @Field({ description: 'Its first moment.' })
  from: Date;

  @Field({ description: 'Its end, which is not in it.' })
  to: Date;
}

@ObjectType('ReportCount')
export class ReportCountModel {
  @Field({ description: 'A ReportCategory.' })
  word: string;

  @Field(() => Int)
  count: number;
}

@ObjectType('ActionCount')
export class ActionCountModel {
  @Field(() => DecisionActionEnum)
  word: DecisionAction;

  @Field(() => Int)
  count: number;
}

@ObjectType('DeciderCount')
export class DeciderCountModel {
  @Field(() => DeciderEnum)
  word: Decider;

  @Field(() => Int)
  count: number;
}

@ObjectType('GroundCount')
export class GroundCountModel {
  @Field(() => DecisionGroundEnum)
  ground: DecisionGround;

  @Field(() => Int, { nullable: true, description: 'Its number; null for a law.' })
  rule: number | null;

  @Field({ description: 'The rule’s title, or the law as cited.' })
  title: string;

  @Field(() => Int)
  count: number;
}

@ObjectType('HandlingTimes', { description: 'In seconds; null when nothing was counted.' })
export class HandlingTimesModel {
  @Field(() => Int)
  count: number;

  @Field(() => Float, { nullable: true })
  median: number | null;

  @Field(() => Float, { nullable: true, description: '95 in 100 took no longer.' })
  p95: number | null;
}

@ObjectType('NoticeCounts')
export class NoticeCountsModel {
  @Field(() => Int)
  total: number;

  @Field(() => Int, { description: 'Under Article 16 of the Digital Services Act.' })
  illegalContent: number;

  @Field(() => Int)
  byVisitors: number;

  @Field(() => [ReportCountModel])
  byCategory: ReportCountModel[];
}

@ObjectType('DecisionCounts')
export class DecisionCountsModel {
  @Field(() => Int, { description: 'In force at some time; what was proposed and not seconded is not counted.' })
  total: number;

  @Field(() => Int, { description: 'Everything but KEEP.' })
  restrictions: number;

  @Field(() => [ActionCountModel])
  byAction: ActionCountModel[];

  @Field(() => [GroundCountModel])
  byGround: GroundCountModel[];

  @Field(() => [DeciderCountModel])
  byDecider: DeciderCountModel[];

  @Field(() => Int, { description: 'Holds in front of the queue: a machine does nothing else.' })
  automatedDecisions: number;

  @Field(() => Int)
  automatedDetections: number;
}

@ObjectType('AppealCounts')
export class AppealCountsModel {
  @Field(() => Int)
  opened: number;

  @Field(() => Int)
  decided: number;

  @Field(() => Int, { description: 'The decision stands.' })
  upheld: number;

  @Field(() => Int)
  reversed: number;

  @Field(() => Int)
  changed: number;

  @Field(() => HandlingTimesModel)
  times: HandlingTimesModel;
}

@ObjectType('ReporterAccuracy', { description: 'How reports judged in the period turned out.' })
export class ReporterAccuracyModel {
  @Field(() => Int)
  judged: number;

  @Field(() => Int)
  upheld: number;

  @Field(() => Int)
  unfounded: number;

  @Field(() => Int)
  abusive: number;
}

@ObjectType('Treatment', { description: 'Of texts that people judged, how many were restricted.' })
export class TreatmentModel {
  @Field(() => Int)
  judged: number;

  @Field(() => Int)
  restricted: number;

  @Field(() => Int)
  removed: number;
}

@ObjectType('TransparencyReport', { description: 'Moderation in a period, counted by when things happened.' })
export class TransparencyReportModel {
  @Field()
  from: Date;

  @Field()
  to: Date;

  @Field(() => NoticeCountsModel)
  notices: NoticeCountsModel;

  @Field(() => DecisionCountsModel)
  decisions: DecisionCountsModel;

  @Field(() => HandlingTimesModel, { description: 'From the opening of an item to a person’s first decision.' })
  times: HandlingTimesModel;

  @Field(() => AppealCountsModel)
  appeals: AppealCountsModel;

  @Field(() => ReporterAccuracyModel)
  accuracy: ReporterAccuracyModel;

  @Field(() => TreatmentModel, { description: 'Texts that criticise the brand.' })
  critical: TreatmentModel;

  @Field(() => TreatmentModel, { description: 'All other texts.' })
  other: TreatmentModel;

  @Field(() => Int, { description: 'Items that waited at its end.' })
  waiting: number;
}

@ObjectType('StatementField')
export class StatementFieldModel {
  @Field()
  name: string;

  @Field()
  value: string;
}

@ObjectType('ExportedStatement', { description: 'A restriction in the fields of the Commission’s transparency database, without personal data.' })
export class ExportedStatementModel {
  @Field(() => ID, { description: 'Of the decision.' })
  id: string;
}

@ObjectType()
export class ExportedStatementConnection extends ConnectionType(ExportedStatementModel, 'ExportedStatement') {}
