import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { StaffRoleEnum } from '@fanfare/access';
import { CommunityModel } from '@fanfare/communities';
import type { StaffRole } from '@fanfare/kernel';
import { IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';
import { StaffInvitationModel } from './invitation.model.js';

@InputType()
export class InviteStaffInput {
  @Field({ description: 'The slug.' })
  community: string;

  @MaxLength(1000)
  @Field()
  email: string;

  @Field(() => StaffRoleEnum)
  role: StaffRole;

  @IsOptional()
  @MaxLength(200)
  @Field(() => String, { nullable: true })
  idempotencyKey?: string | null;
}

@InputType()
export class RevokeInvitationInput {
  @IsUUID()
  @Field(() => ID)
  invitation: string;
}

@InputType({ isAbstract: true })
abstract class AnsweredInvitationInput {
  @IsOptional()
  @IsString()
  @MaxLength(200)
  @Field(() => String, { nullable: true, description: 'From the link in the mail: it also shows that the address is one’s own.' })
  token?: string | null;

  @IsOptional()
  @IsUUID()
  @Field(() => ID, { nullable: true, description: 'One of those to an address that one confirmed.' })
  invitation?: string | null;
}

@InputType()
export class AcceptInvitationInput extends AnsweredInvitationInput {}

@InputType()
export class DeclineInvitationInput extends AnsweredInvitationInput {}

@ObjectType({ isAbstract: true })
abstract class InvitationPayload {
  @Field(() => StaffInvitationModel)
  invitation: StaffInvitationModel;
}

@ObjectType()
export class InviteStaffPayload extends InvitationPayload {}

@ObjectType()
export class RevokeInvitationPayload extends InvitationPayload {}

@ObjectType()
export class DeclineInvitationPayload extends InvitationPayload {}

@ObjectType()
export class AcceptInvitationPayload extends InvitationPayload {
  @Field(() => CommunityModel)
  community: CommunityModel;
}
