import { Args, Int, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Access } from '@fanfare/access';
import { CommunityModel, type CommunityRow } from '@fanfare/communities';
import { type Connection, Ctx, FEW_LISTS, PageArgs, RequestContext } from '@fanfare/graphql';
import { enforce } from '@fanfare/kernel';
import { MemberModel, type MemberRow, MembersLoaders } from '@fanfare/members';
import { canManagePurchases } from '../evidence.policy.js';
import { ApiTokenConnection, ApiTokenModel, PurchaseBatchConnection, PurchaseBatchModel } from './purchase.model.js';
import type { ApiTokenRow, BatchRow } from './purchase.row.js';
import { PurchasesQueries } from './purchases.queries.js';

/** A brand's codes and tokens, for its team. */
@Access('SIGNED_IN')
@Resolver(() => CommunityModel)
export class CommunityPurchasesResolver {
  constructor(private readonly queries: PurchasesQueries) {}

  @ResolveField(() => PurchaseBatchConnection, { nullable: true, description: 'Purchase codes, the latest first; for the brand’s team.' })
  purchaseBatches(@Parent() community: CommunityRow, @Args() args: PageArgs, @Ctx() context: RequestContext): Promise<Connection<BatchRow>> {
    enforce(canManagePurchases(context.actor, community.id));
    FEW_LISTS.count(context);
    return this.queries.batches(community.id, args);
  }

  @ResolveField(() => ApiTokenConnection, { nullable: true, description: 'Tokens of programs, the latest first; for the brand’s team.' })
  apiTokens(@Parent() community: CommunityRow, @Args() args: PageArgs, @Ctx() context: RequestContext): Promise<Connection<ApiTokenRow>> {
    enforce(canManagePurchases(context.actor, community.id));
    FEW_LISTS.count(context);
    return this.queries.tokens(community.id, args);
  }
}

@Resolver(() => PurchaseBatchModel)
export class PurchaseBatchFieldsResolver {
  constructor(
    private readonly queries: PurchasesQueries,
    private readonly members: MembersLoaders,
  ) {}

  @ResolveField(() => Int, { description: 'How many codes.' })
  async codes(@Parent() { id }: BatchRow, @Ctx() context: RequestContext): Promise<number> {
    return (await this.queries.counts.load(context, id))?.codes ?? 0;
  }

  @ResolveField(() => Int, { description: 'How many of them were used.' })
  async redeemed(@Parent() { id }: BatchRow, @Ctx() context: RequestContext): Promise<number> {
    return (await this.queries.counts.load(context, id))?.redeemed ?? 0;
  }

  @ResolveField(() => MemberModel, { nullable: true, description: 'Who brought them, or made the token of who did.' })
  createdBy(@Parent() { createdBy: accountId, communityId }: BatchRow, @Ctx() context: RequestContext): Promise<MemberRow | null> {
    return this.members.byAccount.load(context, { accountId, communityId });
  }

  @ResolveField(() => ApiTokenModel, { nullable: true, description: 'Of the program that asked for them; null for a file.' })
  async apiToken(@Parent() { tokenId }: BatchRow, @Ctx() context: RequestContext): Promise<ApiTokenRow | null> {
    return tokenId ? this.queries.token.load(context, tokenId) : null;
  }
}

@Resolver(() => ApiTokenModel)
export class ApiTokenFieldsResolver {
  constructor(private readonly members: MembersLoaders) {}

  @ResolveField(() => MemberModel, { nullable: true })
  createdBy(@Parent() { createdBy: accountId, communityId }: ApiTokenRow, @Ctx() context: RequestContext): Promise<MemberRow | null> {
    return this.members.byAccount.load(context, { accountId, communityId });
  }
}
