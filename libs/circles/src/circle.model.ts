import { ArgsType, Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { ConnectionType, PageArgs, PermissionModel, WITHHELD_DESCRIPTION, WithholdingEnum } from '@fanfare/graphql';
import type { Withholding } from '@fanfare/kernel';
import { IsOptional, MaxLength } from 'class-validator';
import { CIRCLE_JOININGS, type CircleJoining } from './circle.row.js';
import { CIRCLE_ORDERS, type CircleOrder } from './circles.queries.js';

const enumOf = <Value extends string>(values: readonly Value[]) =>
  Object.fromEntries(values.map((value) => [value, value])) as { [value in Value]: value };

export const CircleJoiningEnum = enumOf(CIRCLE_JOININGS);
export const CircleOrderEnum = enumOf(CIRCLE_ORDERS);

registerEnumType(CircleJoiningEnum, {
  name: 'CircleJoining',
  description: 'OPEN: any member of the community comes in at once, and everybody reads what is said. BY_REQUEST: who looks after it decides, and only those in it read.',
});
registerEnumType(CircleOrderEnum, { name: 'CircleOrder' });

@ArgsType()
export class CirclesArgs extends PageArgs {
  @IsOptional()
  @Field(() => CircleOrderEnum, { nullable: true, description: 'LARGEST when left out.' })
  orderBy?: CircleOrder | null;

  @IsOptional()
  @MaxLength(100)
  @Field(() => String, { nullable: true, description: 'Words of the name.' })
  search?: string | null;
}

@ObjectType('Circle', { description: 'Fans of a community who gather around something.' })
export class CircleModel {
  @Field(() => ID)
  id: string;

  @Field()
  slug: string;

  @Field()
  name: string;

  @Field({ description: 'Markdown.' })
  description: string;

  @Field(() => CircleJoiningEnum)
  joining: CircleJoining;

  @Field()
  createdAt: Date;

  @Field(() => Date, { nullable: true, description: 'Since when the brand recognises it.' })
  recognisedAt: Date | null;

  @Field(() => String, { nullable: true, description: 'What the brand says of it.' })
  recognitionNote: string | null;

  @Field(() => Date, { nullable: true })
  spokespersonSince: Date | null;

  @Field(() => Date, { nullable: true, description: 'When the spokesperson’s year is over. They stay in office until somebody else is elected.' })
  termEndsAt: Date | null;

  @Field(() => Int)
  memberCount: number;
}

@ObjectType()
export class CircleConnection extends ConnectionType(CircleModel, 'Circle') {}

@ObjectType('CircleMembership', { description: 'That somebody is in a circle.' })
export class CircleMembershipModel {
  @Field()
  joinedAt: Date;
}

@ObjectType()
export class CircleMembershipConnection extends ConnectionType(CircleMembershipModel, 'CircleMembership') {}

@ObjectType('CircleRequest', { description: 'Somebody’s wish to join, for them and for who looks after the circle.' })
export class CircleRequestModel {
  @Field(() => ID)
  id: string;

  @Field({ description: 'Plain text; may be empty.' })
  message: string;

  @Field()
  requestedAt: Date;
}

@ObjectType()
export class CircleRequestConnection extends ConnectionType(CircleRequestModel, 'CircleRequest') {}

@ObjectType('CirclePermissions', { description: 'What the reader may do with a circle.' })
export class CirclePermissionsModel {
  @Field(() => PermissionModel, { description: 'To come in, or to ask.' })
  join: PermissionModel;

  @Field(() => PermissionModel)
  post: PermissionModel;

  @Field(() => PermissionModel, { description: 'To change it, to decide about requests, to send somebody away.' })
  keep: PermissionModel;

  @Field(() => PermissionModel)
  recognise: PermissionModel;

  @Field(() => PermissionModel, { description: 'To begin an election, or to ask for one while somebody is in office.' })
  startElection: PermissionModel;
}

@ObjectType('CirclePost', { description: 'What somebody said in a circle, or an idea they shared with it. After its author removed it a tombstone.' })
export class CirclePostModel {
  @Field(() => ID)
  id: string;

  @Field({ description: 'Markdown; empty on a tombstone, and where an idea is shared without a word.' })
  body: string;

  @Field()
  createdAt: Date;

  @Field(() => Date, { nullable: true })
  editedAt: Date | null;

  @Field(() => Date, { nullable: true })
  deletedAt: Date | null;

  @Field({ description: 'Whether only those in the circle read it.' })
  membersOnly: boolean;

  @Field(() => WithholdingEnum, { nullable: true, description: WITHHELD_DESCRIPTION })
  withheld: Withholding | null;
}

@ObjectType()
export class CirclePostConnection extends ConnectionType(CirclePostModel, 'CirclePost') {}

@ObjectType('CirclePostPermissions', { description: 'What the reader may do with a post.' })
export class CirclePostPermissionsModel {
  @Field(() => PermissionModel)
  edit: PermissionModel;

  @Field(() => PermissionModel)
  remove: PermissionModel;
}
