import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { Access, AccountLoaders, type ViewerModel } from '@fanfare/access';
import { Ctx, CurrentActor, RequestContext } from '@fanfare/graphql';
import type { Actor } from '@fanfare/kernel';
import type { EvidenceRow } from '../evidence.row.js';
import { ApiTokensService } from './api-tokens.service.js';
import {
  CreateApiTokenInput,
  CreateApiTokenPayload,
  IssuePurchaseCodesInput,
  IssuePurchaseCodesPayload,
  RedeemPurchaseCodeInput,
  RedeemPurchaseCodePayload,
  RevokeApiTokenInput,
  RevokeApiTokenPayload,
  RevokePurchaseBatchInput,
  RevokePurchaseBatchPayload,
  UploadPurchaseCodesInput,
  UploadPurchaseCodesPayload,
} from './purchase.inputs.js';
import { PurchaseCodesService, type Uploaded } from './purchase-codes.service.js';
import type { ApiTokenRow, BatchRow } from './purchase.row.js';
import { RedemptionService } from './redemption.service.js';

/** Purchase codes: the brand brings or issues them, members redeem them. */
@Access('SIGNED_IN')
@Resolver()
export class PurchasesResolver {
  constructor(
    private readonly codes: PurchaseCodesService,
    private readonly redemption: RedemptionService,
    private readonly tokens: ApiTokensService,
    private readonly accounts: AccountLoaders,
  ) {}

  @Mutation(() => RedeemPurchaseCodePayload, { description: 'Proves that one bought from the brand, by a code of its; each proves one member.' })
  async redeemPurchaseCode(@Args('input') input: RedeemPurchaseCodeInput, @Ctx() context: RequestContext): Promise<{ evidence: EvidenceRow; viewer: ViewerModel }> {
    const evidence = await this.redemption.redeem(context, input.community, input.code);
    return { evidence, viewer: await this.accounts.viewer(context) };
  }

  @Mutation(() => UploadPurchaseCodesPayload, { description: 'Keeps the codes of a file, as hashes; for the brand’s team.' })
  uploadPurchaseCodes(@Args('input') input: UploadPurchaseCodesInput, @CurrentActor() actor: Actor): Promise<Uploaded> {
    return this.codes.upload(actor, input);
  }

  @Mutation(() => RevokePurchaseBatchPayload, { description: 'Takes codes back, and the proofs that came of them; for the brand’s team.' })
  async revokePurchaseBatch(@Args('input') input: RevokePurchaseBatchInput, @CurrentActor() actor: Actor): Promise<{ batch: BatchRow }> {
    return { batch: await this.codes.revoke(actor, input.batch) };
  }

  @Access('PUBLIC')
  @Mutation(() => IssuePurchaseCodesPayload, { description: 'Makes codes, for programs that send a token of scope purchase:issue as Authorization: Bearer.' })
  issuePurchaseCodes(@Args('input') input: IssuePurchaseCodesInput, @Ctx() { http }: RequestContext): Promise<{ codes: string[]; batch: BatchRow }> {
    const token = /^Bearer +(\S+)$/i.exec(http.headers.authorization ?? '')?.[1] ?? null;
    return this.codes.issue(token, http.ip, input);
  }

  @Mutation(() => CreateApiTokenPayload, { description: 'For the brand’s team.' })
  createApiToken(@Args('input') input: CreateApiTokenInput, @CurrentActor() actor: Actor): Promise<{ token: string; apiToken: ApiTokenRow }> {
    return this.tokens.create(actor, input.community, input.name, input.scope);
  }

  @Mutation(() => RevokeApiTokenPayload)
  async revokeApiToken(@Args('input') input: RevokeApiTokenInput, @CurrentActor() actor: Actor): Promise<{ apiToken: ApiTokenRow }> {
    return { apiToken: await this.tokens.revoke(actor, input.apiToken) };
  }
}
