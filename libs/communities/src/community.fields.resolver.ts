import { Int, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Ctx, FEW_LISTS, RequestContext } from '@fanfare/graphql';
import { renderMarkdown } from '@fanfare/kernel';
import { CategoriesLoaders, CommunitiesLoaders } from './communities.loaders.js';
import { CommunitiesQueries } from './communities.queries.js';
import { CategoryModel, CommunityModel, RungModel, TermsModel } from './community.model.js';
import type { CategoryRow, CommunityRow, RungRow, TermsRow } from './community.row.js';

@Resolver(() => CommunityModel)
export class CommunityFieldsResolver {
  constructor(
    private readonly communities: CommunitiesLoaders,
    private readonly categoriesLoaders: CategoriesLoaders,
    private readonly queries: CommunitiesQueries,
  ) {}

  @ResolveField(() => String)
  guidelinesHtml(@Parent() community: CommunityRow): string {
    return renderMarkdown(community.guidelines);
  }

  @ResolveField(() => TermsModel)
  terms(@Parent() community: CommunityRow, @Ctx() context: RequestContext): Promise<TermsRow | null> {
    return this.communities.terms.load(context, community.id);
  }

  @ResolveField(() => [TermsModel], { description: 'Every wording, the latest first; at most 100.' })
  termsVersions(@Parent() community: CommunityRow, @Ctx() context: RequestContext): Promise<TermsRow[]> {
    FEW_LISTS.count(context);
    return this.queries.termsVersions(community.id);
  }

  @ResolveField(() => [CategoryModel])
  async categories(@Parent() community: CommunityRow, @Ctx() context: RequestContext): Promise<CategoryRow[]> {
    return (await this.categoriesLoaders.ofCommunity.load(context, community.id)) ?? [];
  }

  @ResolveField(() => Int, { description: 'How many days staff may do without a second factor.' })
  async secondFactorGraceDays(@Parent() community: CommunityRow, @Ctx() context: RequestContext): Promise<number> {
    return (await this.communities.graceDays.load(context, community.id))!;
  }

  @ResolveField(() => [RungModel], { description: 'From the lowest rung.' })
  async ladder(@Parent() community: CommunityRow, @Ctx() context: RequestContext): Promise<RungRow[]> {
    return (await this.communities.ladder.load(context, community.id)) ?? [];
  }
}

@Resolver(() => TermsModel)
export class TermsFieldsResolver {
  @ResolveField(() => String)
  bodyHtml(@Parent() terms: TermsRow): string {
    return renderMarkdown(terms.body);
  }
}
