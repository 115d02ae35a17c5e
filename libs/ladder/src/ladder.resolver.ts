import { Args, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Access } from '@fanfare/access';
import { RungInput } from '@fanfare/communities';
import { Ctx, RequestContext } from '@fanfare/graphql';
import { IdeaModel, type IdeaRow, IdeasLoaders } from '@fanfare/ideas';
import type { Preview, PreviewExample } from './ladder-preview.js';
import { LadderPreviewService } from './ladder-preview.service.js';
import { LadderLoaders } from './ladder.loaders.js';
import { LadderPreviewExampleModel, LadderPreviewModel, RungGrantModel } from './ladder.model.js';
import type { RungGrantRow } from './ladder.queries.js';

@Resolver(() => IdeaModel)
export class IdeaLadderResolver {
  constructor(private readonly loaders: LadderLoaders) {}

  @ResolveField(() => [RungGrantModel], { description: 'The rungs it reached, from the lowest. Imported ideas may have reached some without a date.' })
  async rungsReached(@Parent() idea: IdeaRow, @Ctx() context: RequestContext): Promise<RungGrantRow[]> {
    return (await this.loaders.grants.load(context, idea.id)) ?? [];
  }
}

@Resolver(() => LadderPreviewModel)
export class LadderPreviewResolver {
  constructor(private readonly service: LadderPreviewService) {}

  @Access('SIGNED_IN')
  @Query(() => LadderPreviewModel, { nullable: true, description: 'For an OWNER: what a ladder would do to the ideas of today, before it is set.' })
  ladderPreview(
    @Args('community', { description: 'The slug.' }) community: string,
    @Args('ladder', { type: () => [RungInput], description: 'From the lowest rung.' }) ladder: RungInput[],
    @Ctx() context: RequestContext,
  ): Promise<Preview> {
    return this.service.preview(context.actor, community, ladder);
  }
}

@Resolver(() => LadderPreviewExampleModel)
export class LadderPreviewExampleResolver {
  constructor(private readonly ideas: IdeasLoaders) {}

  @ResolveField(() => IdeaModel)
  idea(@Parent() { ideaId }: PreviewExample, @Ctx() context: RequestContext): Promise<IdeaRow | null> {
    return this.ideas.byId.load(context, ideaId);
  }
}
