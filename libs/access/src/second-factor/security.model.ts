import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { ViewerModel } from '../account.model.js';

@ObjectType('Passkey', { description: 'A key that a device or a password manager keeps; it opens the account by itself.' })
export class PasskeyModel {
  @Field(() => ID)
  id: string;

  @Field()
  name: string;

  @Field()
  createdAt: Date;

  @Field(() => Date, { nullable: true })
  lastUsedAt: Date | null;

  @Field({ description: 'Whether it may be on several devices.' })
  maySync: boolean;

  @Field({ description: 'Whether a copy of it was kept when it was last used.' })
  backedUp: boolean;
}

@ObjectType('AccountSecurity', { description: 'What opens an account beside its password.' })
export class AccountSecurityModel {
  /** Whose it is; the fields below are asked for one by one. */
  accountId: string;

  @Field(() => [PasskeyModel])
  passkeys: PasskeyModel[];

  @Field(() => Date, { nullable: true, description: 'Since when codes of an authenticator app are asked for; null: they are not.' })
  totpSince: Date | null;

  @Field(() => Int)
  recoveryCodesLeft: number;

  @Field(() => Date, { nullable: true, description: 'Until when this session may change these things without a fresh proof; null: it may not.' })
  provenUntil: Date | null;

  @Field(() => Date, { nullable: true, description: 'For staff and who runs the deployment, without a second factor: when their powers begin to wait for one.' })
  staffDeadline: Date | null;

  @Field({ description: 'Whether that time is over, and powers of theirs wait.' })
  staffHeld: boolean;
}

@ObjectType('TotpSetUp')
export class TotpSetUpModel {
  @Field({ description: 'To type into the app, in Base32.' })
  secret: string;

  @Field({ description: 'An otpauth: address, for a QR code.' })
  uri: string;
}

@ObjectType()
export class SignInWithPasskeyPayload {
  @Field(() => String, { nullable: true, description: 'For `Authorization: Bearer`; null when the browser asked for a cookie.' })
  token: string | null;

  @Field(() => ViewerModel)
  viewer: ViewerModel;
}

@ObjectType()
export class RequestPasskeyOptionsPayload {
  @Field({ description: 'JSON for `navigator.credentials`: of creation options for ADD, else of request options. Good once, for fifteen minutes.' })
  options: string;
}

@ObjectType()
export class RenewProofPayload {
  @Field(() => ViewerModel)
  viewer: ViewerModel;
}

@ObjectType()
export class SetUpTotpPayload {
  @Field(() => TotpSetUpModel, { description: 'In force once confirmTotp saw a code of it, within half an hour.' })
  setUp: TotpSetUpModel;
}

/** What every change answers. */
@ObjectType({ isAbstract: true })
class SecurityPayload {
  @Field(() => ViewerModel)
  viewer: ViewerModel;
}

@ObjectType({ isAbstract: true })
class SecurityPayloadWithCodes extends SecurityPayload {
  @Field(() => [String], { nullable: true, description: 'Fresh recovery codes, which are shown this once; null when there were some already.' })
  recoveryCodes: string[] | null;
}

@ObjectType()
export class AddPasskeyPayload extends SecurityPayloadWithCodes {}

@ObjectType()
export class ConfirmTotpPayload extends SecurityPayloadWithCodes {}

@ObjectType()
export class RenamePasskeyPayload extends SecurityPayload {}

@ObjectType()
export class RemovePasskeyPayload extends SecurityPayload {}

@ObjectType()
export class RemoveTotpPayload extends SecurityPayload {}

@ObjectType()
export class RenewRecoveryCodesPayload extends SecurityPayload {
  @Field(() => [String], { description: 'Shown this once; those from before are void.' })
  recoveryCodes: string[];
}
