import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Access } from '@fanfare/access';
import { Ctx, RequestContext } from '@fanfare/graphql';
import { isId } from '@fanfare/kernel';
import { NominateForCallInput } from '../calls/call.inputs.js';
import { DecisionsService } from '../panel/decisions.service.js';
import { JudgingService } from '../panel/judging.service.js';
import { ReviewsAskedService } from '../panel/reviews-asked.service.js';
import { SupportService } from '../panel/support.service.js';
import { RecruitmentLoaders } from '../recruitment.loaders.js';
import {
  AnswerReviewInput,
  AnswerReviewPayload,
  ApplyToCallInput,
  ApplyToCallPayload,
  AskForReviewInput,
  AskForReviewPayload,
  DecideApplicationInput,
  DecideApplicationPayload,
  DecideByRankingInput,
  DecideByRankingPayload,
  DeclareConflictInput,
  DeclareConflictPayload,
  GiveUpSeatInput,
  GiveUpSeatPayload,
  NominateForCallPayload,
  SaveApplicationInput,
  SaveApplicationPayload,
  ScoreApplicationInput,
  ScoreApplicationPayload,
  StartApplicationInput,
  StartApplicationPayload,
  SubmitApplicationInput,
  SubmitApplicationPayload,
  VoteForApplicationInput,
  VoteForApplicationPayload,
  WithdrawApplicationInput,
  WithdrawApplicationPayload,
  WithdrawApplicationVoteInput,
  WithdrawApplicationVotePayload,
} from './application.inputs.js';
import { ApplicationModel } from './application.model.js';
import { canReadApplication } from './application.policy.js';
import type { ApplicationRow } from './application.row.js';
import { ApplicationsService } from './applications.service.js';

interface Payload {
  readonly application: ApplicationRow;
}

const declaredIn = ({ country, ofAge }: StartApplicationInput) => ({ country: country ?? null, ofAge: ofAge ?? false });

/** A member's own application. */
@Access('SIGNED_IN')
@Resolver(() => ApplicationModel)
export class ApplicationsResolver {
  constructor(
    private readonly applications: ApplicationsService,
    private readonly loaders: RecruitmentLoaders,
  ) {}

  @Access('PUBLIC')
  @Query(() => ApplicationModel, { nullable: true, description: 'For its member, the panel, and where the community votes everybody.' })
  async application(@Args('id', { type: () => ID }) id: string, @Ctx() context: RequestContext): Promise<ApplicationRow | null> {
    const found = isId(id) ? await this.loaders.application.load(context, id.toLowerCase()) : null;
    if (!found) return null;
    const isReviewer = (await this.loaders.reviewing.load(context, found.callId)) ?? false;
    return canReadApplication({ actor: context.actor, isReviewer }, found) ? found : null;
  }

  @Mutation(() => StartApplicationPayload, { description: 'Begins, or goes on with what was begun.' })
  async startApplication(@Args('input') input: StartApplicationInput, @Ctx() context: RequestContext): Promise<Payload> {
    return fresh(this.loaders, context, await this.applications.start(context.actor, input.call, declaredIn(input)));
  }

  @Mutation(() => SaveApplicationPayload, { description: 'Until the call closes, also once it is handed in.' })
  async saveApplication(@Args('input') input: SaveApplicationInput, @Ctx() context: RequestContext): Promise<Payload> {
    await this.applications.save(context.actor, input.application, input);
    return fresh(this.loaders, context, input.application);
  }

  @Mutation(() => SubmitApplicationPayload)
  async submitApplication(@Args('input') input: SubmitApplicationInput, @Ctx() context: RequestContext): Promise<Payload> {
    await this.applications.submit(context.actor, input.application);
    return fresh(this.loaders, context, input.application);
  }

  @Mutation(() => ApplyToCallPayload)
  async applyToCall(@Args('input') input: ApplyToCallInput, @Ctx() context: RequestContext): Promise<Payload> {
    return fresh(this.loaders, context, await this.applications.apply(context.actor, input.call, declaredIn(input), input));
  }

  @Mutation(() => WithdrawApplicationPayload)
  async withdrawApplication(@Args('input') input: WithdrawApplicationInput, @Ctx() context: RequestContext): Promise<Payload> {
    await this.applications.withdraw(context.actor, input.application);
    return fresh(this.loaders, context, input.application);
  }

  @Mutation(() => GiveUpSeatPayload, { description: 'By who was selected and has not accepted; it goes to the next who waits. Who serves resigns: see `resignTerm`.' })
  async giveUpSeat(@Args('input') input: GiveUpSeatInput, @Ctx() context: RequestContext): Promise<Payload> {
    await this.applications.withdraw(context.actor, input.application);
    return fresh(this.loaders, context, input.application);
  }
}

/** What the panel and the community say of applications. */
@Access('SIGNED_IN')
@Resolver(() => ApplicationModel)
export class JudgingResolver {
  constructor(
    private readonly judging: JudgingService,
    private readonly decisions: DecisionsService,
    private readonly reviews: ReviewsAskedService,
    private readonly support: SupportService,
    private readonly loaders: RecruitmentLoaders,
  ) {}

  @Mutation(() => ScoreApplicationPayload, { description: 'By the panel, until it is decided; marking again changes the marks.' })
  async scoreApplication(@Args('input') input: ScoreApplicationInput, @Ctx() context: RequestContext): Promise<Payload> {
    await this.judging.score(context.actor, input.application, input.marks);
    return fresh(this.loaders, context, input.application);
  }

  @Mutation(() => DeclareConflictPayload, { description: 'By the panel: one will not judge this one; marks one gave are taken out.' })
  async declareConflict(@Args('input') input: DeclareConflictInput, @Ctx() context: RequestContext): Promise<Payload> {
    await this.judging.declareConflict(context.actor, input.application, input.reason);
    return fresh(this.loaders, context, input.application);
  }

  @Mutation(() => DecideApplicationPayload, { description: 'By an OWNER or BRAND_MANAGER, once the call is closed.' })
  async decideApplication(@Args('input') input: DecideApplicationInput, @Ctx() context: RequestContext): Promise<{ applications: ApplicationRow[] }> {
    return this.decided(context, await this.decisions.decide(context.actor, input));
  }

  @Mutation(() => DecideByRankingPayload, { description: 'By an OWNER or BRAND_MANAGER, once the call is closed: one answer for the first of the ranking who wait for one.' })
  async decideByRanking(@Args('input') input: DecideByRankingInput, @Ctx() context: RequestContext): Promise<{ applications: ApplicationRow[] }> {
    return this.decided(context, await this.decisions.decideByRanking(context.actor, input));
  }

  private async decided(context: RequestContext, ids: readonly string[]): Promise<{ applications: ApplicationRow[] }> {
    this.loaders.forget(context);
    const found = await Promise.all(ids.map((id) => this.loaders.application.load(context, id)));
    return { applications: found.filter((application) => application !== null) };
  }

  @Mutation(() => AskForReviewPayload, { description: 'By the applicant, once for each answer.' })
  async askForReview(@Args('input') input: AskForReviewInput, @Ctx() context: RequestContext): Promise<Payload> {
    await this.reviews.ask(context.actor, input.application, input.text);
    return fresh(this.loaders, context, input.application);
  }

  @Mutation(() => AnswerReviewPayload, { description: 'By an OWNER or BRAND_MANAGER who did not give the answer, where there is another one.' })
  async answerReview(@Args('input') input: AnswerReviewInput, @Ctx() context: RequestContext): Promise<Payload> {
    await this.reviews.keep(context.actor, input.application, input.answer);
    return fresh(this.loaders, context, input.application);
  }

  @Mutation(() => VoteForApplicationPayload, { description: 'By members, where the community has a say.' })
  async voteForApplication(@Args('input') input: VoteForApplicationInput, @Ctx() context: RequestContext): Promise<Payload> {
    await this.support.vote(context.actor, input.application);
    return fresh(this.loaders, context, input.application);
  }

  @Mutation(() => WithdrawApplicationVotePayload)
  async withdrawApplicationVote(@Args('input') input: WithdrawApplicationVoteInput, @Ctx() context: RequestContext): Promise<Payload> {
    await this.support.withdrawVote(context.actor, input.application);
    return fresh(this.loaders, context, input.application);
  }

  @Mutation(() => NominateForCallPayload, { description: 'A circle puts its spokesperson forward: said by anybody else in it.' })
  async nominateForCall(@Args('input') input: NominateForCallInput, @Ctx() context: RequestContext): Promise<Payload> {
    return fresh(this.loaders, context, await this.support.nominate(context.actor, input.call, input.circle));
  }
}

/** As it is after the write, whatever was loaded before. */
async function fresh(loaders: RecruitmentLoaders, context: RequestContext, id: string): Promise<Payload> {
  loaders.forget(context);
  return { application: (await loaders.application.load(context, id.toLowerCase()))! };
}
