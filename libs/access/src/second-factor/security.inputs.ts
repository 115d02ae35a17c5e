import { Field, ID, InputType, Int, registerEnumType } from '@nestjs/graphql';
import { IsDate, IsIn, IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import { LONGEST_ANSWER } from '../account.inputs.js';
import { PASSKEY_PURPOSES, type PasskeyPurpose } from './challenges.service.js';

const LONGEST = 1000;

export const PasskeyPurposeEnum = Object.fromEntries(PASSKEY_PURPOSES.map((name) => [name, name])) as { [name in PasskeyPurpose]: name };
registerEnumType(PasskeyPurposeEnum, {
  name: 'PasskeyPurpose',
  description: 'What a passkey is asked for: to sign in, to prove anew who is signed in, or to become one of the account’s.',
});

@InputType()
export class RequestPasskeyOptionsInput {
  @IsIn(PASSKEY_PURPOSES)
  @Field(() => PasskeyPurposeEnum)
  purpose: PasskeyPurpose;
}

@InputType()
export class SignInWithPasskeyInput {
  @IsString()
  @MaxLength(LONGEST_ANSWER)
  @Field({ description: 'JSON of the browser’s answer, as `PublicKeyCredential.toJSON` makes it.' })
  response: string;
}

@InputType()
export class RenewProofInput {
  @IsOptional()
  @IsString()
  @MaxLength(LONGEST)
  @Field(() => String, { nullable: true })
  password?: string | null;

  @IsOptional()
  @IsString()
  @MaxLength(LONGEST_ANSWER)
  @Field(() => String, { nullable: true, description: 'In its place: JSON of the browser’s answer to options for PROOF.' })
  passkey?: string | null;
}

@InputType()
export class AddPasskeyInput {
  @IsString()
  @MaxLength(LONGEST_ANSWER)
  @Field({ description: 'JSON of the browser’s answer to options for ADD.' })
  response: string;

  @IsString()
  @MaxLength(LONGEST)
  @Field({ description: 'What its owner calls it, such as “Phone”.' })
  name: string;
}

@InputType()
export class RenamePasskeyInput {
  @Field(() => ID)
  @IsString()
  passkey: string;

  @IsString()
  @MaxLength(LONGEST)
  @Field()
  name: string;
}

@InputType()
export class RemovePasskeyInput {
  @Field(() => ID)
  @IsString()
  passkey: string;
}

@InputType()
export class SetUpTotpInput {
  @IsOptional()
  @IsString()
  @MaxLength(100)
  @Field(() => String, { nullable: true, description: 'What the app calls it; the account’s address when left out.' })
  label?: string | null;
}

@InputType()
export class RemoveTotpInput {
  @IsOptional()
  @IsDate()
  @Field(() => Date, { nullable: true, description: 'Since when the one that is meant is in force; a later one stays. Any when left out.' })
  since?: Date | null;
}

@InputType()
export class RenewRecoveryCodesInput {
  @IsOptional()
  @IsInt()
  @Min(5)
  @Max(20)
  @Field(() => Int, { nullable: true, description: 'How many, from 5 to 20; ten when left out.' })
  count?: number | null;
}

@InputType()
export class ConfirmTotpInput {
  @IsString()
  @MaxLength(LONGEST)
  @Field({ description: 'Six digits, as the app shows them.' })
  code: string;
}
