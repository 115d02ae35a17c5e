import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { ConnectionType } from '@fanfare/graphql';

/** Names of scopes as GraphQL can spell them. */
export const ApiScopeEnum = { PURCHASE_ISSUE: 'purchase:issue' } as const;
registerEnumType(ApiScopeEnum, { name: 'ApiScope', description: 'What a token is for.', valuesMap: { PURCHASE_ISSUE: { description: 'purchase:issue: making purchase codes.' } } });

export const RefusedReasonEnum = { UNREADABLE: 'UNREADABLE', TOO_SHORT: 'TOO_SHORT', TWICE: 'TWICE', KNOWN: 'KNOWN' } as const;
registerEnumType(RefusedReasonEnum, {
  name: 'RefusedCodeReason',
  description: 'Why a line brought no code: no code stands there, too easy to guess, twice in the file, known to the community already.',
});

@ObjectType('PurchaseBatch', { description: 'Purchase codes that came together. Nobody reads the codes again.' })
export class PurchaseBatchModel {
  @Field(() => ID)
  id: string;

  @Field({ description: 'What was bought; members who redeem a code read it.' })
  label: string;

  @Field()
  createdAt: Date;

  @Field(() => Date, { nullable: true })
  expiresAt: Date | null;

  @Field(() => Date, { nullable: true })
  revokedAt: Date | null;
}

@ObjectType()
export class PurchaseBatchConnection extends ConnectionType(PurchaseBatchModel, 'PurchaseBatch') {}

@ObjectType('ApiToken', { description: 'What a program of the brand signs itself with.' })
export class ApiTokenModel {
  @Field(() => ID)
  id: string;

  @Field()
  name: string;

  @Field(() => ApiScopeEnum)
  scope: string;

  @Field()
  createdAt: Date;

  @Field(() => Date, { nullable: true })
  lastUsedAt: Date | null;

  @Field(() => Date, { nullable: true })
  revokedAt: Date | null;
}

@ObjectType()
export class ApiTokenConnection extends ConnectionType(ApiTokenModel, 'ApiToken') {}

@ObjectType('RefusedCode', { description: 'A line of the file that brought no code.' })
export class RefusedCodeModel {
  @Field(() => Int, { description: 'From 1, the header too.' })
  line: number;

  @Field(() => RefusedReasonEnum)
  reason: string;
}
