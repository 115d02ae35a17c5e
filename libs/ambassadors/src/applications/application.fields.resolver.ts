import { Int, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CircleModel, type CircleRow, CirclesLoaders } from '@fanfare/circles';
import { Ctx, PermissionModel, permissionOf, RequestContext, WITHHELD_DESCRIPTION, WithholdingEnum } from '@fanfare/graphql';
import { Clock, DAY, type Withholding } from '@fanfare/kernel';
import { MemberModel, type MemberRow, MembersLoaders } from '@fanfare/members';
import { CallModel } from '../calls/call.model.js';
import type { CallRow } from '../calls/call.row.js';
import { isVoting } from '../calls/call.row.js';
import type { ScoreRow } from '../panel/panel.queries.js';
import { RecruitmentLoaders } from '../recruitment.loaders.js';
import { TermModel } from '../terms/term.model.js';
import type { TermRow } from '../terms/term.row.js';
import {
  ApplicantStandingModel,
  ApplicationAnswerModel,
  ApplicationDecisionModel,
  ApplicationMarkModel,
  ApplicationModel,
  ApplicationRankingModel,
  DeclaredReachModel,
} from './application.model.js';
import { canDecide, canJudge, canReadAsPanel, canSeeApplicant, isOfPanel, isOwn, type Reader } from './application.policy.js';
import type { ApplicationRow, DecisionRow } from './application.row.js';
import { isProved } from './applications.queries.js';
import { blurred } from './standing.blur.js';

const MONTH_MS = 30.44 * DAY;

/** Who applied and what they wrote, to whom it is for. */
@Resolver(() => ApplicationModel)
export class ApplicationFieldsResolver {
  constructor(
    private readonly loaders: RecruitmentLoaders,
    private readonly members: MembersLoaders,
    private readonly circles: CirclesLoaders,
  ) {}

  @ResolveField(() => CallModel)
  call(@Parent() { callId }: ApplicationRow, @Ctx() context: RequestContext): Promise<CallRow | null> {
    return this.loaders.call.load(context, callId);
  }

  @ResolveField(() => MemberModel, { nullable: true, description: 'Null to a blind panel until it has decided.' })
  async member(@Parent() application: ApplicationRow, @Ctx() context: RequestContext): Promise<MemberRow | null> {
    return canSeeApplicant(await this.reader(application, context), application) ? this.members.byId.load(context, application.memberId) : null;
  }

  @ResolveField(() => String, { nullable: true, description: 'Where they say they live: for them and the panel.' })
  async country(@Parent() application: ApplicationRow, @Ctx() context: RequestContext): Promise<string | null> {
    return canReadAsPanel(await this.reader(application, context), application) ? application.country : null;
  }

  @ResolveField(() => [ApplicationAnswerModel], { description: 'In the order of the questions; to who only votes those that are for the community.' })
  async answers(@Parent() application: ApplicationRow, @Ctx() context: RequestContext): Promise<{ question: string; answer: string | null }[]> {
    const reader = await this.reader(application, context);
    const [questions, answers] = await Promise.all([this.loaders.questions.load(context, application.callId), this.loaders.answers.load(context, application.id)]);
    const [panel, named] = [canReadAsPanel(reader, application), canSeeApplicant(reader, application)];
    return (questions ?? []).filter(({ audience }) => panel || audience === 'COMMUNITY').flatMap(({ id, kind }) => {
      const given = answers?.find(({ questionId }) => questionId === id)?.answer;
      if (!given) return [];
      return [{ question: id, answer: named || kind === 'TEXT' || kind === 'CHOICE' ? given : null }];
    });
  }

  @ResolveField(() => [DeclaredReachModel], { nullable: true, description: 'For the applicant and the panel.' })
  async reach(@Parent() application: ApplicationRow, @Ctx() context: RequestContext): Promise<DeclaredReachModel[] | null> {
    const reader = await this.reader(application, context);
    if (!canReadAsPanel(reader, application)) return null;
    const proved = (await this.loaders.proved.load(context, application.id)) ?? [];
    const named = canSeeApplicant(reader, application);
    return application.declaredReach.map(({ channel, url, followers }) => ({
      channel: named ? channel : null, url: named ? url : null, followers, proved: isProved(url, proved),
    }));
  }

  @ResolveField(() => [CircleModel], { nullable: true, description: 'Circles that put them forward; null to a blind panel until it has decided.' })
  async nominatedBy(@Parent() application: ApplicationRow, @Ctx() context: RequestContext): Promise<CircleRow[] | null> {
    if (!canSeeApplicant(await this.reader(application, context), application)) return null;
    const nominations = (await this.loaders.nominations.load(context, application.id)) ?? [];
    const found = await Promise.all(nominations.map(({ circleId }) => this.circles.byId.load(context, circleId)));
    return found.filter((circle) => circle !== null);
  }

  @ResolveField(() => [ApplicationDecisionModel], { nullable: true, description: 'Every answer they got, the first first: for them and the panel.' })
  async decisions(@Parent() application: ApplicationRow, @Ctx() context: RequestContext): Promise<DecisionRow[] | null> {
    if (!canReadAsPanel(await this.reader(application, context), application)) return null;
    return (await this.loaders.decisions.load(context, application.id)) ?? [];
  }

  @ResolveField(() => Int, { nullable: true, description: 'Where its author left off: for them.' })
  step(@Parent() application: ApplicationRow, @Ctx() { actor }: RequestContext): number | null {
    return isOwn(actor, application) ? application.step : null;
  }

  @ResolveField(() => Int, { nullable: true, description: 'On the waiting list: 1 is the next to get a seat. For them and the panel.' })
  async waitingPlace(@Parent() application: ApplicationRow, @Ctx() context: RequestContext): Promise<number | null> {
    if (application.state !== 'WAITING' || !canReadAsPanel(await this.reader(application, context), application)) return null;
    return this.loaders.waitingPlace.load(context, application.id);
  }

  @ResolveField(() => WithholdingEnum, { nullable: true, description: WITHHELD_DESCRIPTION })
  withheld(@Parent() { withheld }: ApplicationRow): Withholding | null {
    return withheld; // nobody else is given an application that is withheld
  }

  @ResolveField(() => TermModel, { nullable: true, description: 'What came of it: for them and the panel.' })
  async term(@Parent() application: ApplicationRow, @Ctx() context: RequestContext): Promise<TermRow | null> {
    return canReadAsPanel(await this.reader(application, context), application) ? this.loaders.ofApplication.load(context, application.id) : null;
  }

  private reader(application: ApplicationRow, context: RequestContext): Promise<Reader> {
    return readerOf(this.loaders, application, context);
  }
}

/** What only the panel reads, and what the reader may do. */
@Resolver(() => ApplicationModel)
export class ApplicationPanelResolver {
  constructor(
    private readonly loaders: RecruitmentLoaders,
    private readonly clock: Clock,
  ) {}

  @ResolveField(() => ApplicationRankingModel, { nullable: true, description: 'For the panel.' })
  async ranking(@Parent() application: ApplicationRow, @Ctx() context: RequestContext): Promise<ApplicationRankingModel | null> {
    return (await this.isPanel(application, context)) ? this.loaders.ranking.load(context, application.id) : null;
  }

  @ResolveField(() => [ApplicationMarkModel], { nullable: true, description: 'Every reviewer’s: for the panel.' })
  async marks(@Parent() application: ApplicationRow, @Ctx() context: RequestContext): Promise<ScoreRow[] | null> {
    return (await this.isPanel(application, context)) ? ((await this.loaders.scores.load(context, application.id)) ?? []) : null;
  }

  @ResolveField(() => ApplicantStandingModel, { nullable: true, description: 'For the panel.' })
  async standing(@Parent() application: ApplicationRow, @Ctx() context: RequestContext): Promise<ApplicantStandingModel | null> {
    if (!(await this.isPanel(application, context))) return null;
    const row = await this.loaders.standing.load(context, application.id);
    if (!row) return null;
    const named = canSeeApplicant(await readerOf(this.loaders, application, context), application);
    const months = Math.floor((this.clock.now().getTime() - row.joinedAt.getTime()) / MONTH_MS);
    const genuineness = Object.entries(row.evidence).map(([kind, value]) => ({ kind, value }));
    const standing = { ...row, months: Math.max(0, months) };
    return { ...(named ? standing : blurred(standing)), genuineness } as ApplicantStandingModel;
  }

  @ResolveField(() => Boolean, { description: 'Whether the reader should not judge it: they declared so, or put its applicant forward.' })
  async viewerHasConflict(@Parent() { id }: ApplicationRow, @Ctx() context: RequestContext): Promise<boolean> {
    return (await this.loaders.conflict.load(context, id)) ?? false;
  }

  @ResolveField(() => PermissionModel)
  async viewerMayJudge(@Parent() application: ApplicationRow, @Ctx() context: RequestContext): Promise<PermissionModel> {
    const [reader, conflict] = await Promise.all([readerOf(this.loaders, application, context), this.viewerHasConflict(application, context)]);
    return permissionOf(canJudge(reader, application, conflict));
  }

  @ResolveField(() => PermissionModel)
  async viewerMayDecide(@Parent() application: ApplicationRow, @Ctx() context: RequestContext): Promise<PermissionModel> {
    const [reader, conflict] = await Promise.all([readerOf(this.loaders, application, context), this.viewerHasConflict(application, context)]);
    return permissionOf(canDecide(reader, application, conflict));
  }

  @ResolveField(() => Boolean, { description: 'Whether the reader voted for it.' })
  async viewerVoted(@Parent() { id }: ApplicationRow, @Ctx() context: RequestContext): Promise<boolean> {
    return (await this.loaders.voted.load(context, id)) ?? false;
  }

  @ResolveField(() => Boolean, { description: 'Whether votes for it are taken now.' })
  async voting(@Parent() application: ApplicationRow, @Ctx() context: RequestContext): Promise<boolean> {
    const call = await this.loaders.call.load(context, application.callId);
    return application.state === 'SUBMITTED' && call !== null && isVoting(call, this.clock.now()) && !isOwn(context.actor, application);
  }

  private async isPanel(application: ApplicationRow, context: RequestContext): Promise<boolean> {
    const reader = await readerOf(this.loaders, application, context);
    return isOfPanel(reader, application.communityId) && !isOwn(context.actor, application);
  }
}

/** Who reviewed: never the applicant's to know. */
@Resolver(() => ApplicationMarkModel)
export class ApplicationMarkFieldsResolver {
  constructor(private readonly members: MembersLoaders) {}

  @ResolveField(() => MemberModel, { nullable: true })
  reviewer(@Parent() { reviewerId }: ScoreRow, @Ctx() context: RequestContext): Promise<MemberRow | null> {
    return this.members.byId.load(context, reviewerId);
  }
}

async function readerOf(loaders: RecruitmentLoaders, { callId }: ApplicationRow, context: RequestContext): Promise<Reader> {
  return { actor: context.actor, isReviewer: (await loaders.reviewing.load(context, callId)) ?? false };
}
