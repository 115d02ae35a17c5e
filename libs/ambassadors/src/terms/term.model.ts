import { ArgsType, Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { ConnectionType, PageArgs } from '@fanfare/graphql';
import { CommunityModel } from '@fanfare/communities';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayNotEmpty, IsIn, IsInt, IsOptional, IsUUID, Matches, MaxLength, ValidateNested } from 'class-validator';
import { TERM_STATES, type TermState } from '../ambassadors.enums.js';
import { enumOf } from '../calls/call.model.js';

export const TermStateEnum = enumOf(TERM_STATES);
registerEnumType(TermStateEnum, { name: 'TermState', description: 'LAPSED: an offer that was not accepted.' });
export const AgreementLocaleEnum = { en: 'en', fr: 'fr' } as const;
registerEnumType(AgreementLocaleEnum, { name: 'AgreementLocale' });

@ObjectType('Agreement', { description: 'What ambassadors agree to. A version once written stays.' })
export class AgreementModel {
  @Field(() => ID)
  id: string;

  @Field(() => Int)
  version: number;

  @Field(() => AgreementLocaleEnum)
  locale: 'en' | 'fr';

  @Field({ description: 'Markdown.' })
  text: string;

  @Field({ description: 'SHA-256 of the text, in hexadecimal.' })
  hash: string;

  @Field()
  since: Date;
}

@ObjectType('Term', { description: 'An ambassador’s service between two dates, under the agreement they accepted.' })
export class TermModel {
  @Field(() => ID)
  id: string;

  @Field(() => TermStateEnum)
  state: TermState;

  @Field({ description: 'What the brand gives: always shown beside the ambassador’s name.' })
  receives: string;

  @Field(() => Int)
  months: number;

  @Field({ description: 'For an offer: until when it can be accepted.' })
  acceptUntil: Date;

  @Field(() => Date, { nullable: true })
  acceptedAt: Date | null;

  @Field(() => String, { nullable: true, description: 'Of the agreement that was accepted.' })
  agreementHash: string | null;
}

@ObjectType()
export class TermConnection extends ConnectionType(TermModel, 'Term') {}

@ObjectType()
export class AgreementConnection extends ConnectionType(AgreementModel, 'Agreement') {}

@ArgsType()
export class TermsArgs extends PageArgs {
  @IsOptional()
  @IsIn(TERM_STATES, { each: true })
  @Field(() => [TermStateEnum], { nullable: true })
  state?: TermState[] | null;
}

@ObjectType('TermRevocation', { description: 'Why a term was taken away: for its member, the brand and moderators.' })
export class TermRevocationModel {
  @Field(() => ID)
  id: string;

  @Field({ description: 'The part of the agreement that was broken.' })
  clause: string;

  @Field()
  facts: string;

  @Field({ description: 'The words or the act it is about.' })
  passage: string;

  @Field()
  at: Date;

  @Field({ description: 'Until then a moderator can be asked.' })
  appealUntil: Date;

  @Field(() => Date, { nullable: true })
  overturnedAt: Date | null;

  @Field(() => String, { nullable: true })
  overturnedBecause: string | null;
}

@InputType({ isAbstract: true })
abstract class OneTermInput {
  @IsUUID()
  @Field(() => ID)
  term: string;
}

@InputType()
export class AcceptTermInput extends OneTermInput {
  @Matches(/^[0-9a-f]{64}$/)
  @Field({ description: 'The hash of the agreement that was read.' })
  agreementHash: string;
}

@InputType()
export class ResignTermInput extends OneTermInput {}

@InputType()
export class RevokeTermInput extends OneTermInput {
  @Field({ description: 'The part of the agreement that was broken: up to 1,000 characters.' })
  clause: string;

  @Field({ description: '10 to 5,000 characters.' })
  facts: string;

  @Field({ description: 'The words or the act it is about: up to 5,000 characters.' })
  passage: string;
}

@InputType()
export class RenewTermInput extends OneTermInput {
  @IsOptional()
  @IsInt()
  @Field(() => Int, { nullable: true, description: 'As many as the term had when left out; who answers a proposal takes its months.' })
  months?: number | null;

  @IsOptional()
  @Matches(/^[0-9a-f]{64}$/)
  @Field(() => String, { nullable: true, description: 'For the member: of the agreement in force.' })
  agreementHash?: string | null;
}

@InputType()
export class AgreementTextInput {
  @IsIn(['en', 'fr'])
  @Field(() => AgreementLocaleEnum)
  locale: 'en' | 'fr';

  @MaxLength(60_000)
  @Field({ description: 'Markdown.' })
  text: string;
}

@InputType()
export class WriteAgreementInput {
  @Field({ description: 'The slug of the community.' })
  community: string;

  @ArrayNotEmpty()
  @ArrayMaxSize(2)
  @ValidateNested({ each: true })
  @Type(() => AgreementTextInput)
  @Field(() => [AgreementTextInput], { description: 'The community’s language among them.' })
  texts: AgreementTextInput[];
}

@ObjectType({ isAbstract: true })
abstract class TermPayload {
  @Field(() => TermModel)
  term: TermModel;
}

@ObjectType()
export class AcceptTermPayload extends TermPayload {}

@ObjectType()
export class ResignTermPayload extends TermPayload {}

@ObjectType()
export class RevokeTermPayload extends TermPayload {}

@ObjectType()
export class RenewTermPayload extends TermPayload {}

@ObjectType()
export class WriteAgreementPayload {
  @Field(() => CommunityModel)
  community: CommunityModel;
}

