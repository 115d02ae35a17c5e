import { Field, Float, ID, ObjectType, registerEnumType } from '@nestjs/graphql';
import { ConnectionType } from '@fanfare/graphql';
import { REPORT_CATEGORIES, REPORT_OUTCOMES, type ReportCategory, type ReportOutcome } from './report.category.js';

const enumOf = <Value extends string>(values: readonly Value[]) =>
  Object.fromEntries(values.map((value) => [value, value])) as { [value in Value]: value };

export const ReportCategoryEnum = enumOf(REPORT_CATEGORIES);
registerEnumType(ReportCategoryEnum, { name: 'ReportCategory', description: 'What somebody says is wrong.' });

export const ReportOutcomeEnum = enumOf(REPORT_OUTCOMES);
registerEnumType(ReportOutcomeEnum, { name: 'ReportOutcome', description: 'How a report was judged. UNFOUNDED: in good faith.' });

export const ReportStateEnum = enumOf(['WAITING', 'DECIDED']);
registerEnumType(ReportStateEnum, { name: 'ReportState' });

@ObjectType('IllegalContentNotice', { description: 'What Article 16 of the Digital Services Act asks of a notice.' })
export class NoticeModel {
  @Field({ description: 'Which law, in the words of whoever filed it.' })
  law: string;

  @Field()
  location: string;

  @Field(() => String, { nullable: true, description: 'Null where it was withheld, as one may about crimes against children.' })
  name: string | null;

  @Field(() => String, { nullable: true })
  email: string | null;

  @Field()
  nameWithheld: boolean;

  @Field({ description: 'When they declared that it is accurate and complete, in good faith.' })
  goodFaithAt: Date;
}

@ObjectType('Report', { description: 'That something breaks a rule or the law. Whoever has its reference learns state and outcome; the rest is for who filed it and for moderators.' })
export class ReportModel {
  @Field(() => ID)
  id: string;

  @Field({ description: 'To ask by: Query.report.' })
  reference: string;

  @Field()
  filedAt: Date;

  @Field(() => ReportOutcomeEnum, { nullable: true, description: 'Null while it waits.' })
  outcome: ReportOutcome | null;

  @Field(() => Date, { nullable: true })
  judgedAt: Date | null;
}

@ObjectType()
export class ReportConnection extends ConnectionType(ReportModel, 'Report') {}

/** Of fields that moderators read of who reports. */
@ObjectType('ReporterRecord', { description: 'How earlier reports of theirs were judged in this community, and what that makes this one weigh.' })
export class ReporterRecordModel {
  @Field(() => Float, { description: 'What the report weighs: identity × min(1, 2 × accuracy) × (level + record). 0 for an anonymous account.' })
  weight: number;

  @Field({ description: 'False for newcomers whom nobody has upheld yet: all of them together weigh at most 1.' })
  established: boolean;
}

export type { ReportCategory };
