import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Access } from '@fanfare/access';
import { type Connection, CurrentActor, PageArgs } from '@fanfare/graphql';
import type { Actor } from '@fanfare/kernel';
import { CommunitiesQueries } from './communities.queries.js';
import { CommunitiesService } from './communities.service.js';
import { CommunityAddresses } from './community-addresses.js';
import { CreateCommunityInput, CreateCommunityPayload, UpdateCommunityInput, UpdateCommunityPayload } from './community.inputs.js';
import { AddressCheckModel, CommunityConnection, CommunityModel } from './community.model.js';
import type { CommunityRow } from './community.row.js';

@Resolver(() => CommunityModel)
export class CommunitiesResolver {
  constructor(
    private readonly queries: CommunitiesQueries,
    private readonly service: CommunitiesService,
    private readonly addresses: CommunityAddresses,
  ) {}

  @Access('PUBLIC')
  @Query(() => CommunityConnection, { description: 'In the order of their names.' })
  communities(@Args() page: PageArgs): Promise<Connection<CommunityRow>> {
    return this.queries.page(page);
  }

  @Access('PUBLIC')
  @Query(() => CommunityModel, { nullable: true })
  community(@Args('slug') slug: string): Promise<CommunityRow | null> {
    return this.queries.bySlug(slug);
  }

  @Access('OPERATOR')
  @Query(() => AddressCheckModel, { description: 'Before a community is made: whether it could live there.' })
  communityAddress(@Args('slug') slug: string): Promise<AddressCheckModel> {
    return this.addresses.check(slug);
  }

  @Access('OPERATOR')
  @Mutation(() => CreateCommunityPayload)
  async createCommunity(@Args('input') input: CreateCommunityInput, @CurrentActor() actor: Actor): Promise<{ community: CommunityRow }> {
    return { community: await this.service.create(actor, input) };
  }

  @Access('SIGNED_IN')
  @Mutation(() => UpdateCommunityPayload, { description: 'An OWNER changes settings; what is left out stays.' })
  async updateCommunity(@Args('input') input: UpdateCommunityInput, @CurrentActor() actor: Actor): Promise<{ community: CommunityRow }> {
    return { community: await this.service.update(actor, input.community, input) };
  }
}
