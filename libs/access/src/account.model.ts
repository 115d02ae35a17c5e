import { Field, ID, ObjectType, registerEnumType } from '@nestjs/graphql';
import { IDENTITY_LEVELS, type IdentityLevel, STAFF_ROLES, type StaffRole } from '@fanfare/kernel';
import type { AccountRow } from './account.js';

export const IdentityLevelEnum = Object.fromEntries(IDENTITY_LEVELS.map((level) => [level, level])) as { [level in IdentityLevel]: level };
registerEnumType(IdentityLevelEnum, {
  name: 'IdentityLevel',
  description: 'How sure we are that an account is one real person: nothing known, a confirmed address, a linked account or website too, a purchase or attested name too.',
});

export const StaffRoleEnum = Object.fromEntries(STAFF_ROLES.map((role) => [role, role])) as { [role in StaffRole]: role };
registerEnumType(StaffRoleEnum, { name: 'StaffRole', description: 'What somebody may do for a community. A moderator holds no brand role in it.' });

@ObjectType('Session', { description: 'A place where an account is signed in.' })
export class SessionModel {
  @Field(() => ID)
  id: string;

  @Field()
  createdAt: Date;

  @Field({ description: 'To the hour.' })
  lastSeenAt: Date;

  @Field(() => String, { nullable: true })
  userAgent: string | null;

  @Field({ description: 'Whether this request came with it.' })
  current: boolean;
}

@ObjectType('Account', { description: 'Somebody who signs in. Only they see it.' })
export class AccountModel {
  @Field(() => ID)
  id: string;

  @Field()
  displayName: string;

  @Field({ description: 'Theirs once confirmed; until then only claimed.' })
  email: string;

  @Field()
  emailConfirmed: boolean;

  @Field({ description: 'The language of their pages and mails, as a BCP 47 tag.' })
  locale: string;

  @Field(() => String, { nullable: true, description: 'An IANA name, such as Europe/Zurich; null when unknown. Digests come in its morning.' })
  timeZone: string | null;

  @Field()
  createdAt: Date;

  @Field({ description: 'Whether they run this deployment.' })
  isOperator: boolean;
}

@ObjectType('Identity', { description: 'What an account has shown of who it is. A brand’s own evidence counts in its community beside it: see Member.identityLevel.' })
export class IdentityModel {
  @Field(() => IdentityLevelEnum)
  level: IdentityLevel;

  /** Whose it is; the identity room adds what it rests on. */
  accountId: string;
}

@ObjectType('Viewer', { description: 'Whoever asks, as they see themselves.' })
export class ViewerModel {
  @Field(() => AccountModel)
  account: AccountRow;
}

@ObjectType('Deployment', { description: 'This installation.' })
export class DeploymentModel {
  @Field({ description: 'Whether nobody runs it yet.' })
  needsSetup: boolean;

  @Field({ description: 'Whether mail lands at /dev/mail instead of being sent.' })
  devMailbox: boolean;

  @Field()
  version: string;
}
