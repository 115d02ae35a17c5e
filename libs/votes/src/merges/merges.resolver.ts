import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { Access } from '@fanfare/access';
import { CurrentActor } from '@fanfare/graphql';
import type { IdeaRow } from '@fanfare/ideas';
import type { Actor } from '@fanfare/kernel';
import { ContestsService } from './contests.service.js';
import { MergeModel } from './merge.model.js';
import {
  ContestMergeInput,
  ContestMergePayload,
  DecideMergeContestInput,
  DecideMergeContestPayload,
  MergeIdeaInput,
  MergeIdeaPayload,
  UnmergeIdeaInput,
  UnmergeIdeaPayload,
} from './merges.inputs.js';
import { MergesService } from './merges.service.js';

@Access('SIGNED_IN')
@Resolver(() => MergeModel)
export class MergesResolver {
  constructor(
    private readonly merges: MergesService,
    private readonly contests: ContestsService,
  ) {}

  @Mutation(() => MergeIdeaPayload, {
    description: 'Declares an idea a duplicate, by the brand. Its votes stay with it; the target counts the different people behind both.',
  })
  mergeIdea(@Args('input') input: MergeIdeaInput, @CurrentActor() actor: Actor): Promise<{ idea: IdeaRow; target: IdeaRow }> {
    return this.merges.merge(actor, input);
  }

  @Mutation(() => UnmergeIdeaPayload, { description: 'Restores both sides of a merge, by the brand.' })
  async unmergeIdea(@Args('input') input: UnmergeIdeaInput, @CurrentActor() actor: Actor): Promise<{ idea: IdeaRow }> {
    return { idea: await this.merges.unmerge(actor, input.idea, input.reason) };
  }

  @Mutation(() => ContestMergePayload, { description: 'The author says why their idea is no duplicate; a moderator decides.' })
  async contestMerge(@Args('input') input: ContestMergeInput, @CurrentActor() actor: Actor): Promise<{ idea: IdeaRow }> {
    return { idea: await this.contests.contest(actor, input.idea, input.reason) };
  }

  @Mutation(() => DecideMergeContestPayload, { description: 'Decides what an author says against a merge, by a moderator.' })
  async decideMergeContest(@Args('input') input: DecideMergeContestInput, @CurrentActor() actor: Actor): Promise<{ idea: IdeaRow }> {
    return { idea: await this.contests.decide(actor, input) };
  }
}
