import { Args, Float, Int, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Access } from '@fanfare/access';
import { CommunityModel, type CommunityRow } from '@fanfare/communities';
import { type Connection, Ctx, CurrentActor, FEW_LISTS, Loader, PageArgs, RequestContext } from '@fanfare/graphql';
import { IdeaModel, type IdeaRow, IdeasLoaders } from '@fanfare/ideas';
import { type Actor, enforce } from '@fanfare/kernel';
import { asBrand } from '../merges/merge.policy.js';
import { DismissDuplicateInput, DismissDuplicatePayload, DuplicateSuggestionConnection, DuplicateSuggestionModel } from './duplicate.model.js';
import type { DuplicateRow } from './duplicate.row.js';
import { DuplicatesQueries, pairKey } from './duplicates.queries.js';
import { DuplicatesService } from './duplicates.service.js';

@Resolver(() => CommunityModel)
export class CommunityDuplicatesResolver {
  constructor(private readonly queries: DuplicatesQueries) {}

  @Access('SIGNED_IN')
  @ResolveField(() => DuplicateSuggestionConnection, { nullable: true, description: 'Likely duplicates that nobody merged or dismissed, the most alike first; for the brand.' })
  duplicateSuggestions(@Parent() community: CommunityRow, @Args() page: PageArgs, @Ctx() context: RequestContext): Promise<Connection<DuplicateRow>> {
    FEW_LISTS.count(context);
    enforce(asBrand(context.actor, community.id));
    return this.queries.page(community.id, page);
  }
}

@Resolver(() => IdeaModel)
export class IdeaDuplicatesResolver {
  private readonly ofIdea: Loader<DuplicateRow[]>;

  constructor(queries: DuplicatesQueries) {
    this.ofIdea = new Loader((ids) => queries.ofIdeas(ids));
  }

  @Access('SIGNED_IN')
  @ResolveField(() => [DuplicateSuggestionModel], { nullable: true, description: 'Ideas that may ask for the same, ten at most; for the brand.' })
  async duplicateSuggestions(@Parent() idea: IdeaRow, @Ctx() context: RequestContext): Promise<DuplicateRow[]> {
    enforce(asBrand(context.actor, idea.communityId));
    return (await this.ofIdea.load(context, idea.id)) ?? [];
  }
}

@Resolver(() => DuplicateSuggestionModel)
export class DuplicateSuggestionResolver {
  private readonly supporters: Loader<number, DuplicateRow>;

  constructor(
    queries: DuplicatesQueries,
    private readonly ideas: IdeasLoaders,
    private readonly duplicates: DuplicatesService,
  ) {
    this.supporters = new Loader((pairs) => queries.sharedSupporters(pairs), pairKey);
  }

  @Access('SIGNED_IN')
  @Mutation(() => DismissDuplicatePayload, { description: 'Says that two ideas are not the same, by the brand: they are not suggested again.' })
  async dismissDuplicate(@Args('input') input: DismissDuplicateInput, @CurrentActor() actor: Actor): Promise<{ idea: IdeaRow }> {
    return { idea: await this.duplicates.dismiss(actor, input.idea, input.other) };
  }

  @ResolveField(() => Float, { description: 'From 0 to 1.' })
  score(@Parent() { score }: DuplicateRow): number {
    return score / 1000;
  }

  @ResolveField(() => IdeaModel, { nullable: true, description: 'The younger one.' })
  idea(@Parent() { ideaId }: DuplicateRow, @Ctx() context: RequestContext): Promise<IdeaRow | null> {
    return this.ideas.byId.load(context, ideaId);
  }

  @ResolveField(() => IdeaModel, { nullable: true, description: 'The older one.' })
  other(@Parent() { otherId }: DuplicateRow, @Ctx() context: RequestContext): Promise<IdeaRow | null> {
    return this.ideas.byId.load(context, otherId);
  }

  @ResolveField(() => Int, { description: 'How many people voted for both.' })
  async sharedSupporters(@Parent() pair: DuplicateRow, @Ctx() context: RequestContext): Promise<number> {
    return (await this.supporters.load(context, pair)) ?? 0;
  }
}
