import { Field, ID, ObjectType, registerEnumType } from '@nestjs/graphql';
import { IdentityLevelEnum, StaffRoleEnum } from '@fanfare/access';
import { ConnectionType, WITHHELD_DESCRIPTION, WithholdingEnum } from '@fanfare/graphql';
import { type IdentityLevel, type Level, LEVELS, type StaffRole, type Withholding } from '@fanfare/kernel';
import { MEMBER_ORDERS } from './members.queries.js';

const enumOf = <Value extends string>(values: readonly Value[]) =>
  Object.fromEntries(values.map((value) => [value, value])) as { [value in Value]: value };

export const LevelEnum = enumOf(LEVELS);
export const MemberOrderEnum = enumOf(MEMBER_ORDERS);

registerEnumType(LevelEnum, { name: 'Level', description: 'Earned by reputation and identity; opens rights.' });
registerEnumType(MemberOrderEnum, { name: 'MemberOrder' });

@ObjectType('Member', { description: 'A person inside one community.' })
export class MemberModel {
  @Field(() => ID)
  id: string;

  @Field()
  handle: string;

  @Field()
  displayName: string;

  @Field({ description: 'Plain text.' })
  bio: string;

  @Field()
  joinedAt: Date;

  @Field(() => IdentityLevelEnum)
  identityLevel: IdentityLevel;

  @Field(() => LevelEnum)
  level: Level;

  @Field(() => WithholdingEnum, { nullable: true, description: WITHHELD_DESCRIPTION })
  withheld: Withholding | null;
}

@ObjectType()
export class MemberConnection extends ConnectionType(MemberModel, 'Member') {}

@ObjectType('StaffMember', { description: 'Who decides here, in which role, since when.' })
export class StaffMemberModel {
  @Field(() => StaffRoleEnum)
  role: StaffRole;
}
