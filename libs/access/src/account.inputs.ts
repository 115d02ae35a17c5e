import { Field, ID, InputType } from '@nestjs/graphql';
import { IsBoolean, IsOptional, IsString, MaxLength } from 'class-validator';

// Shape only: what an address, a name or a password must be is decided by the services.
const LONGEST = 1000;
/** Characters of a browser's answer about a passkey; the longest real ones carry large keys. */
export const LONGEST_ANSWER = 16_000;

@InputType()
export class SignUpInput {
  @IsString()
  @MaxLength(LONGEST)
  @Field()
  email: string;

  @IsString()
  @MaxLength(LONGEST)
  @Field({ description: 'At least 12 characters.' })
  password: string;

  @IsString()
  @MaxLength(LONGEST)
  @Field()
  displayName: string;

  @IsOptional()
  @IsString()
  @MaxLength(LONGEST)
  @Field(() => String, { nullable: true, description: 'A BCP 47 tag; English when left out.' })
  locale?: string | null;

  @IsOptional()
  @IsString()
  @MaxLength(LONGEST)
  @Field(() => String, { nullable: true, description: 'An IANA name, as browsers know it; what is none counts as unknown.' })
  timeZone?: string | null;
}

@InputType()
export class ConfirmEmailInput {
  @IsString()
  @MaxLength(LONGEST)
  @Field({ description: 'As it came by mail; spaces do not matter.' })
  code: string;
}

@InputType()
export class ResendConfirmationInput {
  @IsOptional()
  @IsString()
  @MaxLength(LONGEST)
  @Field(() => String, { nullable: true, description: 'The language of the mail; the account’s when left out.' })
  locale?: string | null;
}

@InputType()
export class SignInInput {
  @IsString()
  @MaxLength(LONGEST)
  @Field()
  email: string;

  @IsString()
  @MaxLength(LONGEST)
  @Field()
  password: string;

  @IsOptional()
  @IsString()
  @MaxLength(LONGEST)
  @Field(() => String, { nullable: true, description: 'After SECOND_FACTOR_REQUIRED: of the authenticator app, or a recovery code.' })
  code?: string | null;

  @IsOptional()
  @IsString()
  @MaxLength(LONGEST_ANSWER)
  @Field(() => String, { nullable: true, description: 'In its place: JSON of the browser’s answer to options for SIGN_IN.' })
  passkey?: string | null;
}

@InputType()
export class SignOutInput {
  @IsOptional()
  @IsBoolean()
  @Field(() => Boolean, { nullable: true, description: 'Whether all other sessions end too.' })
  everywhere?: boolean | null;
}

@InputType()
export class EndSessionsInput {
  @IsOptional()
  @IsString()
  @Field(() => ID, { nullable: true, description: 'The one that ends; all but one’s own when left out.' })
  session?: string | null;
}

@InputType()
export class RequestPasswordResetInput {
  @IsString()
  @MaxLength(LONGEST)
  @Field()
  email: string;
}

@InputType()
export class ResetPasswordInput {
  @IsString()
  @MaxLength(LONGEST)
  @Field({ description: 'As it came by mail; spaces, dashes and capitals do not matter.' })
  code: string;

  @IsString()
  @MaxLength(LONGEST)
  @Field({ description: 'The new one, at least 12 characters.' })
  password: string;

  @IsOptional()
  @IsString()
  @MaxLength(LONGEST)
  @Field(() => String, { nullable: true, description: 'The code says whose password it is; an address given must agree.' })
  email?: string | null;
}

@InputType()
export class ChangePasswordInput {
  @IsString()
  @MaxLength(LONGEST)
  @Field()
  current: string;

  @IsString()
  @MaxLength(LONGEST)
  @Field({ description: 'The new one, at least 12 characters.' })
  password: string;
}

@InputType()
export class UpdateAccountInput {
  @IsOptional()
  @IsString()
  @MaxLength(LONGEST)
  @Field(() => String, { nullable: true })
  displayName?: string | null;

  @IsOptional()
  @IsString()
  @MaxLength(LONGEST)
  @Field(() => String, { nullable: true })
  locale?: string | null;

  @IsOptional()
  @IsString()
  @MaxLength(LONGEST)
  @Field(() => String, { nullable: true, description: 'An IANA name.' })
  timeZone?: string | null;
}

@InputType()
export class SetUpDeploymentInput {
  @IsString()
  @MaxLength(LONGEST)
  @Field({ description: 'From the link that was printed at start.' })
  setupToken: string;

  @IsString()
  @MaxLength(LONGEST)
  @Field()
  email: string;

  @IsString()
  @MaxLength(LONGEST)
  @Field({ description: 'At least 12 characters.' })
  password: string;

  @IsString()
  @MaxLength(LONGEST)
  @Field()
  displayName: string;
}
