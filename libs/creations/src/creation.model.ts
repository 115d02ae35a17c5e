import { ArgsType, Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { ConnectionType, PageArgs, PermissionModel, WITHHELD_DESCRIPTION, WithholdingEnum } from '@fanfare/graphql';
import type { Withholding } from '@fanfare/kernel';
import { IsOptional, IsUUID } from 'class-validator';
import { CREATION_ORDERS, type CreationOrder } from './creation-pages.queries.js';

export const CreationOrderEnum = Object.fromEntries(CREATION_ORDERS.map((order) => [order, order])) as { [order in CreationOrder]: order };
registerEnumType(CreationOrderEnum, { name: 'CreationOrder' });

@ArgsType()
export class CreationsArgs extends PageArgs {
  @IsOptional()
  @Field(() => CreationOrderEnum, { nullable: true, description: 'NEW when left out.' })
  orderBy?: CreationOrder | null;

  @IsOptional()
  @IsUUID()
  @Field(() => ID, { nullable: true, description: 'Only those that play with this idea.' })
  idea?: string | null;
}

@ObjectType('Creation', { description: 'A work that a fan shows; after they withdrew it a tombstone, which holds the chain of who built on whom together.' })
export class CreationModel {
  @Field(() => ID)
  id: string;

  @Field({ description: 'Empty on a tombstone.' })
  title: string;

  @Field({ description: 'Markdown; empty on a tombstone.' })
  story: string;

  @Field({ description: 'The product it plays with, in its maker’s words; empty for none.' })
  product: string;

  @Field()
  createdAt: Date;

  @Field(() => Date, { nullable: true })
  editedAt: Date | null;

  @Field(() => Date, { nullable: true, description: 'When its author took it back: no longer shown.' })
  withdrawnAt: Date | null;

  @Field(() => Int, { description: 'Steps from the first work of its chain; 0 for one that builds on nothing.' })
  depth: number;

  @Field(() => Int, { description: 'How many members appreciate it.' })
  appreciations: number;

  @Field(() => Int, { description: 'Replies included, tombstones not.' })
  responseCount: number;

  @Field(() => Int, { description: 'How many works build on it and are still shown.' })
  remixCount: number;

  @Field(() => WithholdingEnum, { nullable: true, description: WITHHELD_DESCRIPTION })
  withheld: Withholding | null;
}

@ObjectType()
export class CreationConnection extends ConnectionType(CreationModel, 'Creation') {}

@ObjectType('CreationPermissions', { description: 'What the reader may do with a creation.' })
export class CreationPermissionsModel {
  @Field(() => PermissionModel)
  edit: PermissionModel;

  @Field(() => PermissionModel)
  withdraw: PermissionModel;

  @Field(() => PermissionModel)
  appreciate: PermissionModel;

  @Field(() => PermissionModel)
  respond: PermissionModel;

  @Field(() => PermissionModel)
  remix: PermissionModel;
}

@ObjectType('CreationResponse', { description: 'What somebody says about a creation, or after they erased it a tombstone.' })
export class CreationResponseModel {
  @Field(() => ID)
  id: string;

  @Field({ description: 'Markdown; empty on a tombstone.' })
  body: string;

  @Field({ description: 'Whether its writer was on the staff when they wrote it.' })
  byStaff: boolean;

  @Field()
  createdAt: Date;

  @Field(() => Date, { nullable: true })
  editedAt: Date | null;

  @Field(() => Date, { nullable: true, description: 'When its author erased it.' })
  deletedAt: Date | null;

  @Field(() => WithholdingEnum, { nullable: true, description: WITHHELD_DESCRIPTION })
  withheld: Withholding | null;
}

@ObjectType()
export class CreationResponseConnection extends ConnectionType(CreationResponseModel, 'CreationResponse') {}

@ObjectType('CreationResponsePermissions', { description: 'What the reader may do with a response.' })
export class CreationResponsePermissionsModel {
  @Field(() => PermissionModel)
  edit: PermissionModel;

  @Field(() => PermissionModel)
  remove: PermissionModel;
}
