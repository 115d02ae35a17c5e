import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { IsOptional, IsUUID, MaxLength, ValidateNested } from 'class-validator';
import type { ReportCategory } from './report.category.js';
import { ReportCategoryEnum, ReportModel } from './report.model.js';
import type { ReportRow } from './report.row.js';

/** More than any text here may hold; the service says what is too long. */
const LONGEST_TEXT = 10_000;

@InputType({ description: 'A notice of illegal content, as Article 16 of the Digital Services Act asks for it.' })
export class IllegalContentNoticeInput {
  @MaxLength(LONGEST_TEXT)
  @Field({ description: 'Which law it breaks; at most 500 characters.' })
  law: string;

  @MaxLength(LONGEST_TEXT)
  @Field({ description: 'Where exactly it is: the address of the page; at most 2,000 characters.' })
  location: string;

  @IsOptional()
  @MaxLength(LONGEST_TEXT)
  @Field(() => String, { nullable: true, description: 'Of whoever files it; one’s own account’s when left out.' })
  name?: string | null;

  @IsOptional()
  @MaxLength(LONGEST_TEXT)
  @Field(() => String, { nullable: true, description: 'Where the answer goes; one’s own account’s when left out.' })
  email?: string | null;

  @IsOptional()
  @Field(() => Boolean, { nullable: true, description: 'For crimes against children: name and address may be left out.' })
  nameWithheld?: boolean | null;

  @Field({ description: 'That what is said is accurate and complete, in good faith.' })
  goodFaith: boolean;
}

@InputType()
export class ReportInput {
  @IsUUID()
  @Field(() => ID, { description: 'The id of an idea, a comment, a creation, a response to one, a post in a circle, or a member.' })
  subject: string;

  @Field(() => ReportCategoryEnum)
  category: ReportCategory;

  @IsOptional()
  @MaxLength(LONGEST_TEXT)
  @Field(() => String, { nullable: true, description: 'At most 5,000 characters; needed in a notice.' })
  explanation?: string | null;

  @IsOptional()
  @ValidateNested()
  @Type(() => IllegalContentNoticeInput)
  @Field(() => IllegalContentNoticeInput, { nullable: true, description: 'With ILLEGAL_CONTENT, and only then.' })
  notice?: IllegalContentNoticeInput | null;

  @IsOptional()
  @MaxLength(35)
  @Field(() => String, { nullable: true, description: 'A language tag: what a notice is answered in.' })
  locale?: string | null;

  @IsOptional()
  @MaxLength(200)
  @Field(() => String, { nullable: true })
  idempotencyKey?: string | null;
}

@ObjectType()
export class ReportPayload {
  @Field(() => ReportModel)
  report: ReportRow;
}
