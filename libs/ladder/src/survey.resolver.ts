import { Args, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Access } from '@fanfare/access';
import { CommunitiesLoaders } from '@fanfare/communities';
import { Ctx, FewPerRequest, PermissionModel, permissionOf, RequestContext } from '@fanfare/graphql';
import { IdeaModel, type IdeaRow, IdeasLoaders, stopWordsOf } from '@fanfare/ideas';
import { enforce, Problem } from '@fanfare/kernel';
import { MembersLoaders } from '@fanfare/members';
import { LadderLoaders } from './ladder.loaders.js';
import { AnswerSurveyInput, AnswerSurveyPayload, SurveyAnswerModel, SurveyModel, SurveyResultsModel } from './survey.model.js';
import { canAnswerSurvey, canSeeSurveyResults, isSurveyOpen, surveyRungOf } from './survey.policy.js';
import { SurveyQueries } from './survey.queries.js';
import type { SurveyAnswerRow, SurveyResults } from './survey.row.js';
import { SurveyService } from './survey.service.js';

/** Each reads every answer. */
const resultsFew = new FewPerRequest('results', 5);

/** A survey is nothing but its idea, looked at from the rung. */
interface SurveyOf {
  readonly idea: IdeaRow;
  readonly rung: number;
  readonly open: boolean;
}

@Resolver(() => IdeaModel)
export class IdeaSurveyResolver {
  constructor(private readonly communities: CommunitiesLoaders) {}

  @ResolveField(() => SurveyModel, { nullable: true, description: 'Null where the community asks nothing, or the idea has not reached the rung.' })
  async survey(@Parent() idea: IdeaRow, @Ctx() context: RequestContext): Promise<SurveyOf | null> {
    const community = await this.communities.byId.load(context, idea.communityId);
    const ladder = (await this.communities.ladder.load(context, idea.communityId)) ?? [];
    const rung = community && surveyRungOf(community, ladder);
    return rung === null || idea.rung < rung || idea.status === 'REMOVED' ? null : { idea, rung, open: isSurveyOpen(idea, rung) };
  }
}

@Resolver(() => SurveyModel)
export class SurveyResolver {
  constructor(
    private readonly service: SurveyService,
    private readonly queries: SurveyQueries,
    private readonly loaders: LadderLoaders,
    private readonly ideas: IdeasLoaders,
    private readonly communities: CommunitiesLoaders,
    private readonly members: MembersLoaders,
  ) {}

  @Access('SIGNED_IN')
  @Mutation(() => AnswerSurveyPayload, { description: 'A supporter says whether they would buy it; the last answer stands.' })
  async answerSurvey(@Args('input') input: AnswerSurveyInput, @Ctx() context: RequestContext): Promise<{ idea: IdeaRow }> {
    await this.service.answer(context.actor, input);
    const idea = await this.ideas.byId.load(context, input.idea.toLowerCase());
    if (!idea) throw new Problem('NOT_FOUND', { what: 'idea' });
    this.loaders.ownAnswer.clear(context, idea.id);
    return { idea };
  }

  @ResolveField(() => SurveyAnswerModel, { nullable: true, description: 'The reader’s own answer.' })
  viewerAnswer(@Parent() { idea }: SurveyOf, @Ctx() context: RequestContext): Promise<SurveyAnswerRow | null> {
    return this.loaders.ownAnswer.load(context, idea.id);
  }

  @ResolveField(() => PermissionModel)
  async viewerCanAnswer(@Parent() { idea, open }: SurveyOf, @Ctx() context: RequestContext): Promise<PermissionModel> {
    const { actor } = context;
    const key = { accountId: actor.accountId ?? '', communityId: idea.communityId };
    const membership = actor.accountId === null ? null : await this.members.byAccount.load(context, key);
    const isSupporter = (await this.loaders.isSupporter.load(context, idea.id)) ?? false;
    return permissionOf(canAnswerSurvey(actor, { membership, isSupporter, isOpen: open, communityId: idea.communityId }));
  }

  @ResolveField(() => Boolean)
  viewerSeesResults(@Parent() { idea }: SurveyOf, @Ctx() context: RequestContext): boolean {
    return canSeeSurveyResults(context.actor, idea).allowed;
  }

  @Access('SIGNED_IN')
  @ResolveField(() => SurveyResultsModel, { nullable: true, description: 'For the brand and the idea’s author. Of five ideas in one request at most.' })
  async results(@Parent() { idea }: SurveyOf, @Ctx() context: RequestContext): Promise<SurveyResults> {
    enforce(canSeeSurveyResults(context.actor, idea));
    resultsFew.count(context);
    const community = await this.communities.byId.load(context, idea.communityId);
    return this.queries.resultsOf(idea.id, stopWordsOf(community!.locale));
  }
}
