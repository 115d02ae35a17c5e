import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { Access } from '@fanfare/access';
import { Ctx, RequestContext } from '@fanfare/graphql';
import type { ResponseRow } from '../idea-details.queries.js';
import { IdeaModel } from '../idea.model.js';
import type { IdeaRow } from '../idea.row.js';
import { IdeasLoaders } from '../ideas.loaders.js';
import {
  AnswerIdeaInput,
  AnswerIdeaPayload,
  AnswerIdeasInput,
  AnswerIdeasPayload,
  SetEstimateInput,
  SetEstimatePayload,
} from './answer.inputs.js';
import { AnswersLoaders } from './answers.loaders.js';
import { AnswersService, type Outcome } from './answers.service.js';
import { GiveCreditInput, GiveCreditPayload, WithdrawCreditInput, WithdrawCreditPayload } from './credit.inputs.js';
import type { CreditRow } from './credit.model.js';
import { CreditsService } from './credits.service.js';

/** What the brand says and does about ideas. */
@Access('SIGNED_IN')
@Resolver(() => IdeaModel)
export class AnswersResolver {
  constructor(
    private readonly answers: AnswersService,
    private readonly credits: CreditsService,
    private readonly loaders: IdeasLoaders,
    private readonly more: AnswersLoaders,
  ) {}

  @Mutation(() => AnswerIdeaPayload, { description: 'A public response by a brand role, and where the idea goes with it.' })
  async answerIdea(@Args('input') input: AnswerIdeaInput, @Ctx() context: RequestContext): Promise<{ idea: IdeaRow; response: ResponseRow }> {
    const responseId = await this.answers.answer(context.actor, input);
    return { idea: (await this.fresh(context, input.idea))!, response: (await this.loaders.response.load(context, responseId))! };
  }

  @Mutation(() => AnswerIdeasPayload, { description: 'The same answer to each of several ideas: one that is refused stops no other.' })
  async answerIdeas(@Args('input') input: AnswerIdeasInput, @Ctx() context: RequestContext): Promise<{ results: (Outcome & { idea: IdeaRow | null })[] }> {
    const outcomes = await this.answers.answerMany(context.actor, input);
    return { results: await Promise.all(outcomes.map(async (outcome) => ({ ...outcome, idea: await this.fresh(context, outcome.id) }))) };
  }

  @Mutation(() => SetEstimatePayload, { description: 'When something planned is expected, by a brand role, without a response.' })
  async setEstimate(@Args('input') input: SetEstimateInput, @Ctx() context: RequestContext): Promise<{ idea: IdeaRow }> {
    return { idea: await this.answers.setEstimate(context.actor, input.idea, input.estimate ?? null) };
  }

  @Mutation(() => GiveCreditPayload, { description: 'A delivered idea names what and whom it came from; by a brand role. Who is credited already stays so once.' })
  async giveCredit(@Args('input') input: GiveCreditInput, @Ctx() context: RequestContext): Promise<{ idea: IdeaRow }> {
    return { idea: await this.credits.giveCredit(context.actor, input) };
  }

  @Mutation(() => WithdrawCreditPayload, { description: 'By a brand role. The credit stays and says that it was withdrawn, and why.' })
  async withdrawCredit(@Args('input') input: WithdrawCreditInput, @Ctx() context: RequestContext): Promise<{ credit: CreditRow }> {
    return { credit: await this.credits.withdraw(context.actor, input.credit, input.reason) };
  }

  /** As it is after the write, whatever was loaded before. */
  private fresh(context: RequestContext, id: string): Promise<IdeaRow | null> {
    const key = id.toLowerCase();
    for (const loader of [this.loaders.byId, this.loaders.latestResponse, this.loaders.moves, this.more.credits, this.more.waitingSince]) loader.clear(context, key);
    return this.loaders.byId.load(context, key);
  }
}
