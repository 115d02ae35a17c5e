import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { ViewerModel } from '@fanfare/access';
import { IsOptional, IsUUID, Max, MaxLength, Min } from 'class-validator';
import { EvidenceModel } from '../evidence.model.js';
import { LONGEST_FILE } from './code-list.js';
import { ApiScopeEnum, ApiTokenModel, PurchaseBatchModel, RefusedCodeModel } from './purchase.model.js';
import type { ApiScope } from './purchase.row.js';

@InputType()
export class RedeemPurchaseCodeInput {
  @Field({ description: 'The slug.' })
  community: string;

  @MaxLength(200)
  @Field({ description: 'As it is printed; capitals, blanks and hyphens do not matter.' })
  code: string;
}

@ObjectType()
export class RedeemPurchaseCodePayload {
  @Field(() => EvidenceModel)
  evidence: EvidenceModel;

  @Field(() => ViewerModel)
  viewer: ViewerModel;
}

@InputType()
export class UploadPurchaseCodesInput {
  @Field({ description: 'The slug.' })
  community: string;

  @MaxLength(200)
  @Field({ description: 'What was bought, such as “Summer set 2026”.' })
  label: string;

  @MaxLength(LONGEST_FILE)
  @Field({ description: `The column “code” of a CSV file, or its first; at most ${LONGEST_FILE} characters. Longer files come in parts, see batch.` })
  csv: string;

  @IsOptional()
  @Field(() => Date, { nullable: true, description: 'When codes that were not used are worth nothing any more.' })
  expiresAt?: Date | null;

  @IsOptional()
  @IsUUID()
  @Field(() => ID, { nullable: true, description: 'The batch that the first part of the file began.' })
  batch?: string | null;
}

@ObjectType()
export class UploadPurchaseCodesPayload {
  @Field(() => PurchaseBatchModel)
  batch: PurchaseBatchModel;

  @Field(() => Int)
  added: number;

  @Field(() => [RefusedCodeModel])
  refused: RefusedCodeModel[];
}

@InputType()
export class RevokePurchaseBatchInput {
  @IsUUID()
  @Field(() => ID)
  batch: string;
}

@ObjectType()
export class RevokePurchaseBatchPayload {
  @Field(() => PurchaseBatchModel)
  batch: PurchaseBatchModel;
}

@InputType()
export class IssuePurchaseCodesInput {
  @Min(1)
  @Max(500)
  @Field(() => Int, { description: 'At most 500.' })
  count: number;

  @MaxLength(200)
  @Field({ description: 'What was bought.' })
  label: string;

  @IsOptional()
  @Field(() => Date, { nullable: true })
  expiresAt?: Date | null;

  @IsOptional()
  @MaxLength(150)
  @Field(() => String, { nullable: true })
  idempotencyKey?: string | null;
}

@ObjectType()
export class IssuePurchaseCodesPayload {
  @Field(() => [String], { description: 'Shown this once.' })
  codes: string[];

  @Field(() => PurchaseBatchModel)
  batch: PurchaseBatchModel;
}

@InputType()
export class CreateApiTokenInput {
  @Field({ description: 'The slug.' })
  community: string;

  @MaxLength(200)
  @Field({ description: 'Which program it is for.' })
  name: string;

  @Field(() => ApiScopeEnum)
  scope: ApiScope;
}

@ObjectType()
export class CreateApiTokenPayload {
  @Field({ description: 'Shown this once. Send it as Authorization: Bearer.' })
  token: string;

  @Field(() => ApiTokenModel)
  apiToken: ApiTokenModel;
}

@InputType()
export class RevokeApiTokenInput {
  @IsUUID()
  @Field(() => ID)
  apiToken: string;
}

@ObjectType()
export class RevokeApiTokenPayload {
  @Field(() => ApiTokenModel)
  apiToken: ApiTokenModel;
}
