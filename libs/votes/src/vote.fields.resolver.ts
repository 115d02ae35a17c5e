import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Ctx, RequestContext } from '@fanfare/graphql';
import { IdeaModel, type IdeaRow, IdeasLoaders } from '@fanfare/ideas';
import { VoteModel, VoteStandingEnum } from './vote.model.js';
import { standingSeenBy } from './vote.policy.js';
import type { VoteRow, VoteStanding } from './vote.row.js';

@Resolver(() => VoteModel)
export class VoteFieldsResolver {
  constructor(private readonly ideas: IdeasLoaders) {}

  @ResolveField(() => VoteStandingEnum)
  standing(@Parent() vote: VoteRow, @Ctx() context: RequestContext): VoteStanding {
    return standingSeenBy(context.actor, vote);
  }

  @ResolveField(() => IdeaModel)
  idea(@Parent() vote: VoteRow, @Ctx() context: RequestContext): Promise<IdeaRow | null> {
    return this.ideas.byId.load(context, vote.ideaId);
  }
}
