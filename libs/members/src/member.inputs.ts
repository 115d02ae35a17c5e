import { ArgsType, Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { StaffRoleEnum } from '@fanfare/access';
import { PageArgs, REPHRASED_DESCRIPTION } from '@fanfare/graphql';
import type { StaffRole } from '@fanfare/kernel';
import { IsOptional, IsUUID, MaxLength } from 'class-validator';
import { MemberModel, MemberOrderEnum } from './member.model.js';
import type { MemberOrder } from './members.queries.js';

@ArgsType()
export class MembersArgs extends PageArgs {
  @IsOptional()
  @Field(() => MemberOrderEnum, { nullable: true, description: 'NEWEST when left out.' })
  orderBy?: MemberOrder | null;
}

@InputType()
export class JoinCommunityInput {
  @Field({ description: 'The slug.' })
  community: string;

  @Field({ description: '3 to 30 of a–z, 0–9, _ and -, beginning with a letter or digit.' })
  handle: string;

  @IsOptional()
  @Field(() => Int, { nullable: true, description: 'The version of the terms that was read. Joining accepts those in force; others are refused.' })
  acceptedTerms?: number | null;

  @IsOptional()
  @Field(() => Boolean, { nullable: true, description: 'Whether the community’s least age is reached. Joining says that it is; false is refused.' })
  ofAge?: boolean | null;

  @IsOptional()
  @Field(() => String, { nullable: true, description: 'The account’s own when left out.' })
  displayName?: string | null;

  @IsOptional()
  @MaxLength(200)
  @Field(() => String, { nullable: true })
  idempotencyKey?: string | null;

  @IsOptional()
  @IsUUID('all')
  @Field(() => ID, { nullable: true, description: REPHRASED_DESCRIPTION })
  rephrased?: string | null;
}

@InputType()
export class UpdateMemberInput {
  @Field({ description: 'The slug.' })
  community: string;

  @IsOptional()
  @Field(() => String, { nullable: true })
  displayName?: string | null;

  @IsOptional()
  @Field(() => String, { nullable: true, description: 'Plain text; empty takes it away.' })
  bio?: string | null;

  @IsOptional()
  @IsUUID('all')
  @Field(() => ID, { nullable: true, description: REPHRASED_DESCRIPTION })
  rephrased?: string | null;
}

@InputType({ isAbstract: true })
abstract class RoleInput {
  @Field({ description: 'The slug.' })
  community: string;

  @Field()
  handle: string;

  @Field(() => StaffRoleEnum)
  role: StaffRole;
}

@InputType()
export class GrantRoleInput extends RoleInput {}

@InputType()
export class RevokeRoleInput extends RoleInput {}

@ObjectType({ isAbstract: true })
abstract class MemberPayload {
  @Field(() => MemberModel)
  member: MemberModel;
}

@ObjectType()
export class JoinCommunityPayload extends MemberPayload {}

@ObjectType()
export class UpdateMemberPayload extends MemberPayload {}

@ObjectType()
export class GrantRolePayload extends MemberPayload {}

@ObjectType()
export class RevokeRolePayload extends MemberPayload {}
