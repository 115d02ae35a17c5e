import { ArgsType, Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { PageArgs } from '@fanfare/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsOptional, IsUUID, MaxLength, ValidateNested } from 'class-validator';
import { type ReviewSubjectKind, ReviewSubjectKindEnum } from '../moderation.enums.js';
import type { ReportCategory } from '../reports/report.category.js';
import { ReportCategoryEnum } from '../reports/report.model.js';
import type { ReviewItemRow, ReviewState } from './review-item.row.js';
import { ReviewItemModel, ReviewNoteModel, ReviewStateEnum } from './review.model.js';
import type { ReviewNoteRow } from './review-notes.service.js';

/** More of a kind than there are. */
const MOST = 20;

@InputType({ description: 'What is left out narrows nothing.' })
export class ReviewFilter {
  @IsOptional()
  @ArrayMaxSize(MOST)
  @Field(() => [ReviewStateEnum], { nullable: true, description: 'OPEN and PROPOSED when left out. DECIDED alone: the latest first.' })
  state?: ReviewState[] | null;

  @IsOptional()
  @ArrayMaxSize(MOST)
  @Field(() => [ReviewSubjectKindEnum], { nullable: true })
  kind?: ReviewSubjectKind[] | null;

  @IsOptional()
  @ArrayMaxSize(MOST)
  @Field(() => [ReportCategoryEnum], { nullable: true, description: 'Reported as one of these.' })
  category?: ReportCategory[] | null;

  @IsOptional()
  @Field(() => Boolean, { nullable: true })
  claimedByViewer?: boolean | null;

  @IsOptional()
  @Field(() => Boolean, { nullable: true, description: 'Those with an appeal that waits, whatever their state, the first due first.' })
  appeals?: boolean | null;

  @IsOptional()
  @MaxLength(200)
  @Field(() => String, { nullable: true, description: 'Part of the text or of its author’s name.' })
  search?: string | null;
}

@ArgsType()
export class ReviewQueueArgs extends PageArgs {
  @IsOptional()
  @ValidateNested()
  @Type(() => ReviewFilter)
  @Field(() => ReviewFilter, { nullable: true })
  filter?: ReviewFilter | null;
}

@InputType({ isAbstract: true })
abstract class ItemInput {
  @IsUUID()
  @Field(() => ID)
  item: string;
}

@ObjectType({ isAbstract: true })
abstract class ItemPayload {
  @Field(() => ReviewItemModel)
  item: ReviewItemRow;
}

@InputType()
export class ClaimReviewInput extends ItemInput {}
@ObjectType()
export class ClaimReviewPayload extends ItemPayload {}

@InputType()
export class ReleaseReviewInput extends ItemInput {}
@ObjectType()
export class ReleaseReviewPayload extends ItemPayload {}

@InputType()
export class AddReviewNoteInput extends ItemInput {
  @MaxLength(10_000)
  @Field({ description: 'Plain text, for moderators only; at most 5,000 characters.' })
  body: string;
}
@ObjectType()
export class AddReviewNotePayload extends ItemPayload {
  @Field(() => ReviewNoteModel)
  note: ReviewNoteRow;
}
