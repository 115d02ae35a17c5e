import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { Access } from '@fanfare/access';
import { Ctx, RequestContext } from '@fanfare/graphql';
import { type IdeaRow, IdeasLoaders } from '@fanfare/ideas';
import { Problem } from '@fanfare/kernel';
import { VoteModel } from './vote.model.js';
import { CastVoteInput, CastVotePayload, WithdrawVoteInput, WithdrawVotePayload } from './votes.inputs.js';
import { VotesLoaders } from './votes.loaders.js';
import { VotesService } from './votes.service.js';

@Resolver(() => VoteModel)
export class VotesResolver {
  constructor(
    private readonly votes: VotesService,
    private readonly ideas: IdeasLoaders,
    private readonly loaders: VotesLoaders,
  ) {}

  @Access('SIGNED_IN')
  @Mutation(() => CastVotePayload, { description: 'Supports an idea; casting twice is the same vote.' })
  async castVote(@Args('input') input: CastVoteInput, @Ctx() context: RequestContext): Promise<{ idea: IdeaRow }> {
    await this.votes.cast(context.actor, input.idea, input.idempotencyKey);
    return { idea: await this.after(input.idea, context) };
  }

  @Access('SIGNED_IN')
  @Mutation(() => WithdrawVotePayload, { description: 'Takes support back; withdrawing twice is fine.' })
  async withdrawVote(@Args('input') input: WithdrawVoteInput, @Ctx() context: RequestContext): Promise<{ idea: IdeaRow }> {
    await this.votes.withdraw(context.actor, input.idea);
    return { idea: await this.after(input.idea, context) };
  }

  /** The idea as it is now: what this request loaded of it before the vote is forgotten. Who asks, and how much, is not. */
  private async after(ideaId: string, context: RequestContext): Promise<IdeaRow> {
    const id = ideaId.toLowerCase();
    this.ideas.byId.clear(context, id);
    const idea = await this.ideas.byId.load(context, id);
    if (!idea) throw new Problem('NOT_FOUND', { what: 'idea' });
    this.loaders.support.forget(context);
    this.loaders.ownVote.forget(context);
    return idea;
  }
}
