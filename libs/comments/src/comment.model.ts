import { ArgsType, Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { ConnectionType, PageArgs, PermissionModel, WITHHELD_DESCRIPTION, WithholdingEnum } from '@fanfare/graphql';
import type { Withholding } from '@fanfare/kernel';
import { IsOptional } from 'class-validator';
import { COMMENT_ORDERS, type CommentOrder } from './comment-pages.queries.js';

export const CommentOrderEnum = Object.fromEntries(COMMENT_ORDERS.map((order) => [order, order])) as { [order in CommentOrder]: order };
registerEnumType(CommentOrderEnum, { name: 'CommentOrder' });

@ArgsType()
export class CommentsArgs extends PageArgs {
  @IsOptional()
  @Field(() => CommentOrderEnum, { nullable: true, description: 'OLDEST when left out.' })
  orderBy?: CommentOrder | null;
}

@ObjectType('Comment', { description: 'A comment, or after its author deleted it a tombstone without text and author.' })
export class CommentModel {
  @Field(() => ID)
  id: string;

  @Field({ description: 'Markdown; empty on a tombstone.' })
  body: string;

  @Field()
  createdAt: Date;

  @Field(() => Date, { nullable: true })
  editedAt: Date | null;

  @Field(() => Date, { nullable: true, description: 'When its author erased it.' })
  deletedAt: Date | null;

  @Field({ description: 'Whether its writer was on the staff when they wrote it.' })
  byStaff: boolean;

  @Field(() => Int)
  helpfulCount: number;

  @Field(() => WithholdingEnum, { nullable: true, description: WITHHELD_DESCRIPTION })
  withheld: Withholding | null;
}

@ObjectType()
export class CommentConnection extends ConnectionType(CommentModel, 'Comment') {}

@ObjectType('CommentVersion')
export class CommentVersionModel {
  @Field(() => Int)
  number: number;

  @Field({ description: 'Markdown.' })
  body: string;

  @Field({ description: 'When it was written.' })
  at: Date;
}

/** As the fields that compare are asked with it. */
export interface ComparedWording extends CommentVersionModel {
  /** The wording it replaced; null for the first. */
  readonly before: string | null;
}

@ObjectType('CommentPermissions', { description: 'What the reader may do with a comment.' })
export class CommentPermissionsModel {
  @Field(() => PermissionModel)
  edit: PermissionModel;

  @Field(() => PermissionModel)
  delete: PermissionModel;

  @Field(() => PermissionModel)
  markHelpful: PermissionModel;
}
