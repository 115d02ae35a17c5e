import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Access } from '@fanfare/access';
import { Ctx, CurrentActor, RequestContext } from '@fanfare/graphql';
import { type Actor, isId } from '@fanfare/kernel';
import { DraftsService } from './drafts.service.js';
import {
  DiscardDraftInput,
  DiscardDraftPayload,
  EditIdeaInput,
  EditIdeaPayload,
  SaveDraftInput,
  SaveDraftPayload,
  SubmitIdeaInput,
  SubmitIdeaPayload,
} from './idea.inputs.js';
import { IdeaModel } from './idea.model.js';
import type { IdeaRow } from './idea.row.js';
import { IdeasLoaders } from './ideas.loaders.js';
import { IdeasService } from './ideas.service.js';

@Resolver(() => IdeaModel)
export class IdeasResolver {
  constructor(
    private readonly ideas: IdeasService,
    private readonly drafts: DraftsService,
    private readonly loaders: IdeasLoaders,
  ) {}

  @Access('PUBLIC')
  @Query(() => IdeaModel, { nullable: true, description: 'Null to whoever may not know it. A removed idea is a tombstone.' })
  idea(@Args('id', { type: () => ID }) id: string, @Ctx() context: RequestContext): Promise<IdeaRow | null> | null {
    return isId(id) ? this.loaders.byId.load(context, id.toLowerCase()) : null;
  }

  @Access('SIGNED_IN')
  @Mutation(() => SubmitIdeaPayload, { description: 'Posts an idea; members only.' })
  async submitIdea(@Args('input') input: SubmitIdeaInput, @CurrentActor() actor: Actor): Promise<{ idea: IdeaRow }> {
    return { idea: await this.ideas.submit(actor, input) };
  }

  @Access('SIGNED_IN')
  @Mutation(() => EditIdeaPayload, { description: 'Changes an idea by its author, while it is open or under review.' })
  async editIdea(@Args('input') input: EditIdeaInput, @CurrentActor() actor: Actor): Promise<{ idea: IdeaRow }> {
    return { idea: await this.ideas.edit(actor, input) };
  }

  @Access('SIGNED_IN')
  @Mutation(() => SaveDraftPayload, { description: 'Keeps an unfinished idea, which only its author sees.' })
  async saveDraft(@Args('input') input: SaveDraftInput, @CurrentActor() actor: Actor): Promise<{ draft: IdeaRow }> {
    return { draft: await this.drafts.save(actor, input) };
  }

  @Access('SIGNED_IN')
  @Mutation(() => DiscardDraftPayload)
  async discardDraft(@Args('input') input: DiscardDraftInput, @CurrentActor() actor: Actor): Promise<DiscardDraftPayload> {
    await this.drafts.discard(actor, input.draft);
    return { discarded: true };
  }
}
