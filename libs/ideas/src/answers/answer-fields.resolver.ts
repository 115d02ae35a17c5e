import { Args, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { type Connection, connectionOf, Ctx, FEW_LISTS, FewPerRequest, PageArgs, RequestContext } from '@fanfare/graphql';
import { enforce } from '@fanfare/kernel';
import { MemberModel, type MemberRow, MembersLoaders } from '@fanfare/members';
import { IdeaEventModel, OfficialResponseConnection, OfficialResponseModel } from '../idea-details.model.js';
import type { MoveRow, ResponseRow } from '../idea-details.queries.js';
import { IdeaModel, IdeaStatusEnum } from '../idea.model.js';
import { canRead } from '../idea.policy.js';
import type { IdeaRow } from '../idea.row.js';
import type { IdeaStatus } from '../idea.status.js';
import { IdeasLoaders } from '../ideas.loaders.js';
import { AnswerAudiences, type Reach } from './answer-audiences.js';
import { AnswerReachModel } from './answer.models.js';
import { answerStatuses, canAnswer } from './answer.policy.js';
import { AnswersLoaders } from './answers.loaders.js';
import { CreditCandidateModel, CreditConnection, CreditModel, type CreditRow } from './credit.model.js';
import { type CandidateRow, CreditsQueries, MOST_CREDITS } from './credits.queries.js';
import { EstimateModel, estimateOf } from './estimate.js';
import { IdeaNoteConnection, type IdeaNoteRow } from './idea-note.model.js';
import { IdeaNotesService } from './idea-notes.service.js';
import { ResponsesQueries } from './responses.queries.js';

/** Each counts everybody who backed an idea. */
const reachFew = new FewPerRequest('answerReach', 5);

/** What answers add to an idea. */
@Resolver(() => IdeaModel)
export class AnswerFieldsResolver {
  constructor(
    private readonly responses: ResponsesQueries,
    private readonly notesService: IdeaNotesService,
    private readonly creditsQueries: CreditsQueries,
    private readonly audiences: AnswerAudiences,
    private readonly loaders: AnswersLoaders,
  ) {}

  @ResolveField(() => OfficialResponseConnection, { description: 'All the brand said, the latest first.' })
  async officialResponses(@Parent() idea: IdeaRow, @Args() args: PageArgs, @Ctx() context: RequestContext): Promise<Connection<ResponseRow>> {
    FEW_LISTS.count(context);
    if (!canRead(context.actor, idea)) return connectionOf<ResponseRow>([], args, () => '', async () => 0);
    return this.responses.page(idea.id, args);
  }

  @ResolveField(() => EstimateModel, { nullable: true, description: 'When it is expected, while it is planned or in progress.' })
  estimate(@Parent() { estimateFrom, estimatePrecision }: IdeaRow): EstimateModel | null {
    return estimateOf(estimateFrom, estimatePrecision);
  }

  @ResolveField(() => Date, { nullable: true, description: 'Since when it has waited for the brand: open or under review without an official response since it was posted, or since it completed the ladder. Null when it does not.' })
  waitingSince(@Parent() { id }: IdeaRow, @Ctx() context: RequestContext): Promise<Date | null> {
    return this.loaders.waitingSince.load(context, id);
  }

  @ResolveField(() => [IdeaStatusEnum], { description: 'Where an answer may take it: first where it stands, which is a further response.' })
  answerStatuses(@Parent() { status }: IdeaRow): IdeaStatus[] {
    return answerStatuses(status);
  }

  @ResolveField(() => [CreditModel], { description: `What and whom it came from, in the order given and the withdrawn ones among them; ${MOST_CREDITS} at most.` })
  async credits(@Parent() idea: IdeaRow, @Ctx() context: RequestContext): Promise<CreditRow[]> {
    if (!canRead(context.actor, idea)) return [];
    return (await this.loaders.credits.load(context, idea.id)) ?? [];
  }

  @ResolveField(() => [CreditCandidateModel], { nullable: true, description: 'Brand roles. Who to credit once it is delivered: its author first, then the authors of its duplicates.' })
  async creditCandidates(@Parent() idea: IdeaRow, @Ctx() context: RequestContext): Promise<CandidateRow[]> {
    FEW_LISTS.count(context);
    enforce(canAnswer(context.actor, idea));
    return this.creditsQueries.candidates(idea.id);
  }

  @ResolveField(() => IdeaNoteConnection, { nullable: true, description: 'Staff only; the latest first.' })
  async notes(@Parent() idea: IdeaRow, @Args() args: PageArgs, @Ctx() context: RequestContext): Promise<Connection<IdeaNoteRow>> {
    FEW_LISTS.count(context);
    return this.notesService.page(context.actor, idea, args);
  }

  @ResolveField(() => AnswerReachModel, { nullable: true, description: 'Brand roles: how many hear of an answer. Of five ideas in one request at most.' })
  async answerReach(@Parent() idea: IdeaRow, @Ctx() context: RequestContext): Promise<Reach> {
    enforce(canAnswer(context.actor, idea));
    reachFew.count(context);
    return this.audiences.reachOf(idea.id);
  }
}

/** Estimates as they were when the brand spoke. */
@Resolver(() => OfficialResponseModel)
export class ResponseEstimateResolver {
  @ResolveField(() => EstimateModel, { nullable: true, description: 'When it was expected then.' })
  estimate(@Parent() { estimateFrom, estimatePrecision }: ResponseRow): EstimateModel | null {
    return estimateOf(estimateFrom, estimatePrecision);
  }
}

@Resolver(() => IdeaEventModel)
export class EventIdeaResolver {
  constructor(private readonly ideas: IdeasLoaders) {}

  @ResolveField(() => IdeaModel)
  idea(@Parent() { ideaId }: MoveRow, @Ctx() context: RequestContext): Promise<IdeaRow | null> {
    return this.ideas.byId.load(context, ideaId);
  }
}

@Resolver(() => CreditModel)
export class CreditFieldsResolver {
  constructor(
    private readonly ideas: IdeasLoaders,
    private readonly members: MembersLoaders,
  ) {}

  @ResolveField(() => IdeaModel, { description: 'The delivered idea that gives the credit.' })
  delivered(@Parent() { deliveredId }: CreditRow, @Ctx() context: RequestContext): Promise<IdeaRow | null> {
    return this.ideas.byId.load(context, deliveredId);
  }

  @ResolveField(() => IdeaModel, { nullable: true, description: 'The idea it came from; null where a person is named for themselves.' })
  idea(@Parent() { sourceId }: CreditRow, @Ctx() context: RequestContext): Promise<IdeaRow | null> | null {
    return sourceId === null ? null : this.ideas.byId.load(context, sourceId);
  }

  @ResolveField(() => MemberModel, { nullable: true, description: 'Null where the idea has no known author.' })
  member(@Parent() { memberId }: CreditRow, @Ctx() context: RequestContext): Promise<MemberRow | null> | null {
    return memberId === null ? null : this.members.byId.load(context, memberId);
  }

  @ResolveField(() => MemberModel, { nullable: true, description: 'Who gave it, for the brand.' })
  by(@Parent() { givenById }: CreditRow, @Ctx() context: RequestContext): Promise<MemberRow | null> | null {
    return givenById === null ? null : this.members.byId.load(context, givenById);
  }
}

@Resolver(() => CreditCandidateModel)
export class CreditCandidateFieldsResolver {
  constructor(
    private readonly ideas: IdeasLoaders,
    private readonly members: MembersLoaders,
  ) {}

  @ResolveField(() => IdeaModel)
  idea(@Parent() { sourceId }: CandidateRow, @Ctx() context: RequestContext): Promise<IdeaRow | null> {
    return this.ideas.byId.load(context, sourceId);
  }

  @ResolveField(() => MemberModel, { nullable: true })
  member(@Parent() { memberId }: CandidateRow, @Ctx() context: RequestContext): Promise<MemberRow | null> | null {
    return memberId === null ? null : this.members.byId.load(context, memberId);
  }
}

@Resolver(() => MemberModel)
export class MemberCreditsResolver {
  constructor(private readonly queries: CreditsQueries) {}

  @ResolveField(() => CreditConnection, { description: 'What was delivered thanks to them, the latest first and the withdrawn ones among it.' })
  credits(@Parent() member: MemberRow, @Args() args: PageArgs, @Ctx() context: RequestContext): Promise<Connection<CreditRow>> {
    FEW_LISTS.count(context);
    return this.queries.ofMember(member.id, args);
  }
}
