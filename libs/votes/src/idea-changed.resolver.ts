import { Args, ID, Resolver, Subscription } from '@nestjs/graphql';
import { Access } from '@fanfare/access';
import { Ctx, RequestContext } from '@fanfare/graphql';
import { IdeaModel, type IdeaRow } from '@fanfare/ideas';
import { IdeaChanges } from './idea-changes.js';

@Resolver(() => IdeaModel)
export class IdeaChangedResolver {
  constructor(private readonly changes: IdeaChanges) {}

  @Access('PUBLIC')
  @Subscription(() => IdeaModel, {
    resolve: (idea: IdeaRow) => idea,
    description: 'The idea as it is now, and again whenever it, its votes or its comments change: at most five times a second, less often when many watch.',
  })
  ideaChanged(@Args('idea', { type: () => ID }) ideaId: string, @Ctx() context: RequestContext): Promise<AsyncIterableIterator<IdeaRow>> {
    return this.changes.watch(ideaId, context);
  }
}
