import { Args, Mutation, ResolveField, Resolver } from '@nestjs/graphql';
import { Access, ViewerModel } from '@fanfare/access';
import { Ctx, CurrentActor, FEW_LISTS, RequestContext } from '@fanfare/graphql';
import type { Actor } from '@fanfare/kernel';
import { RemoveFilterInput, RemoveFilterPayload, SavedFilterModel, SaveFilterInput, SaveFilterPayload } from './saved-filter.model.js';
import { MOST_FILTERS, SavedFiltersService } from './saved-filters.service.js';

@Access('SIGNED_IN')
@Resolver(() => ViewerModel)
export class SavedFiltersResolver {
  constructor(private readonly filters: SavedFiltersService) {}

  @ResolveField(() => [SavedFilterModel], { description: `The reader’s own, by name; at most ${MOST_FILTERS}.` })
  savedFilters(@Args('community') community: string, @Ctx() context: RequestContext): Promise<SavedFilterModel[]> {
    FEW_LISTS.count(context);
    return this.filters.mine(context.actor, community);
  }

  @Mutation(() => SaveFilterPayload, { description: 'By any staff role, for themselves.' })
  async saveFilter(@Args('input') input: SaveFilterInput, @CurrentActor() actor: Actor): Promise<SaveFilterPayload> {
    return { filter: await this.filters.save(actor, input) };
  }

  @Mutation(() => RemoveFilterPayload)
  async removeFilter(@Args('input') input: RemoveFilterInput, @CurrentActor() actor: Actor): Promise<RemoveFilterPayload> {
    await this.filters.remove(actor, input.filter);
    return { removed: true };
  }
}
