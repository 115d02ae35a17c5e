import { Field, Int, ObjectType } from '@nestjs/graphql';
import { AccountModel, ViewerModel } from './account.model.js';
import type { AccountRow } from './account.js';

const TOKEN = { nullable: true, description: 'For `Authorization: Bearer`; null when the browser asked for a cookie.' };

@ObjectType()
export class SignUpPayload {
  @Field(() => String, TOKEN)
  token: string | null;

  @Field(() => ViewerModel)
  viewer: ViewerModel;
}

@ObjectType()
export class SignInPayload {
  @Field(() => String, TOKEN)
  token: string | null;

  @Field(() => ViewerModel)
  viewer: ViewerModel;
}

@ObjectType()
export class ChangePasswordPayload {
  @Field(() => String, { ...TOKEN, description: 'Of the one session that is left, a fresh one; null when the browser asked for a cookie.' })
  token: string | null;

  @Field(() => ViewerModel)
  viewer: ViewerModel;
}

@ObjectType()
export class SetUpDeploymentPayload {
  @Field(() => String, TOKEN)
  token: string | null;

  @Field(() => AccountModel)
  account: AccountRow;

  @Field(() => ViewerModel)
  viewer: ViewerModel;
}

@ObjectType()
export class ConfirmEmailPayload {
  @Field(() => ViewerModel)
  viewer: ViewerModel;
}

@ObjectType()
export class UpdateAccountPayload {
  @Field(() => ViewerModel)
  viewer: ViewerModel;
}

@ObjectType()
export class ResendConfirmationPayload {
  @Field()
  sent: boolean;
}

@ObjectType()
export class SignOutPayload {
  @Field({ description: 'Whether there was a session to end.' })
  signedOut: boolean;
}

@ObjectType()
export class EndSessionsPayload {
  @Field(() => Int, { description: 'How many ended.' })
  ended: number;

  @Field(() => ViewerModel)
  viewer: ViewerModel;
}

@ObjectType()
export class RequestPasswordResetPayload {
  @Field({ description: 'Always true: it says nothing about who has an account.' })
  sent: boolean;
}

@ObjectType()
export class ResetPasswordPayload {
  @Field()
  done: boolean;
}
