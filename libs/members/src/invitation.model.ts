import { Field, ID, ObjectType, registerEnumType } from '@nestjs/graphql';
import { StaffRoleEnum } from '@fanfare/access';
import { ConnectionType } from '@fanfare/graphql';
import type { StaffRole } from '@fanfare/kernel';
import { INVITATION_STATES, type InvitationState } from './invitation.row.js';

export const InvitationStateEnum = Object.fromEntries(INVITATION_STATES.map((state) => [state, state])) as { [state in InvitationState]: state };
registerEnumType(InvitationStateEnum, { name: 'InvitationState' });

@ObjectType('StaffInvitation', {
  description: 'Somebody asked by mail to join the staff. Seen by who may send them, and by who was asked.',
})
export class StaffInvitationModel {
  @Field(() => ID)
  id: string;

  @Field({ description: 'Where it was sent: whoever accepts has this address.' })
  email: string;

  @Field(() => StaffRoleEnum)
  role: StaffRole;

  @Field({ description: 'When it was last sent.' })
  invitedAt: Date;

  @Field()
  expiresAt: Date;

  @Field(() => Date, { nullable: true })
  endedAt: Date | null;
}

@ObjectType()
export class StaffInvitationConnection extends ConnectionType(StaffInvitationModel, 'StaffInvitation') {}
