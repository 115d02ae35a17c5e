import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Ctx, RequestContext } from '@fanfare/graphql';
import { IdeaModel, type IdeaRow } from '@fanfare/ideas';
import { SupportModel, VoteModel } from './vote.model.js';
import type { VoteRow } from './vote.row.js';
import { VotesLoaders } from './votes.loaders.js';

/** What votes add to an idea. */
@Resolver(() => IdeaModel)
export class IdeaVotesResolver {
  constructor(private readonly loaders: VotesLoaders) {}

  @ResolveField(() => SupportModel)
  async support(@Parent() idea: IdeaRow, @Ctx() context: RequestContext): Promise<SupportModel> {
    const counted = await this.loaders.support.load(context, idea.id);
    const { raw = 0, verified = 0, quarantined = 0, imported = idea.importedSupport } = counted ?? {};
    return { raw, verified, quarantined, imported };
  }

  @ResolveField(() => VoteModel, { nullable: true, description: 'The reader’s own vote; of an idea and its duplicates it is one and the same.' })
  viewerVote(@Parent() idea: IdeaRow, @Ctx() context: RequestContext): Promise<VoteRow | null> {
    return this.loaders.ownVote.load(context, idea.id);
  }

  @ResolveField(() => Boolean, {
    description: 'Whether the text changed after the reader voted for it, or after a merge brought their vote here.',
  })
  async editedSinceVote(@Parent() idea: IdeaRow, @Ctx() context: RequestContext): Promise<boolean> {
    const vote = await this.loaders.ownVote.load(context, idea.id);
    if (vote === null) return false;
    return vote.ideaId === idea.id ? vote.ideaVersion < idea.version : idea.editedAt !== null && idea.editedAt > vote.countsSince;
  }
}
