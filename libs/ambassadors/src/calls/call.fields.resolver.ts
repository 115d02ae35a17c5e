import { Args, Int, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CommunitiesLoaders, CommunityModel, type CommunityRow } from '@fanfare/communities';
import { type Connection, Ctx, FEW_LISTS, PermissionModel, permissionOf, RequestContext } from '@fanfare/graphql';
import { ALLOWED, Clock, type Decision, mayUse, refused, renderMarkdown } from '@fanfare/kernel';
import { type AuditEntry, AuditEntryModel, idsIn, MemberModel, type MemberRow, MembersLoaders } from '@fanfare/members';
import type { CallState } from '../ambassadors.enums.js';
import { ApplicationConnection, ApplicationModel, ApplicationsArgs } from '../applications/application.model.js';
import { DECIDED, isOfPanel } from '../applications/application.policy.js';
import type { ApplicationRow } from '../applications/application.row.js';
import { Applicants } from '../applications/applicants.js';
import { PanelQueries } from '../panel/panel.queries.js';
import { RecruitmentLoaders } from '../recruitment.loaders.js';
import { CallChangeModel, CallConnection, CallCriterionModel, CallEligibilityModel, CallModel, CallQuestionModel, CallsArgs, CallStateEnum } from './call.model.js';
import { canRunCalls, canTakeApplications, levelToApply } from './call.policy.js';
import { type CallChangeRow, type CallRow, type CriterionRow, isVoting, type QuestionRow, stateOf } from './call.row.js';
import { CallsQueries } from './calls.queries.js';

/** What a call says, and where it stands. */
@Resolver(() => CallModel)
export class CallFieldsResolver {
  constructor(
    private readonly loaders: RecruitmentLoaders,
    private readonly communities: CommunitiesLoaders,
    private readonly members: MembersLoaders,
    private readonly clock: Clock,
  ) {}

  @ResolveField(() => CommunityModel)
  community(@Parent() { communityId }: CallRow, @Ctx() context: RequestContext): Promise<CommunityRow | null> {
    return this.communities.byId.load(context, communityId);
  }

  @ResolveField(() => CallStateEnum)
  state(@Parent() call: CallRow): CallState {
    return stateOf(call, this.clock.now());
  }

  @ResolveField(() => Boolean, { description: 'Whether the community can vote now.' })
  voting(@Parent() call: CallRow): boolean {
    return isVoting(call, this.clock.now());
  }

  @ResolveField(() => String)
  storyHtml(@Parent() { story }: CallRow): string {
    return renderMarkdown(story);
  }

  @ResolveField(() => CallEligibilityModel)
  async eligibility(@Parent() call: CallRow, @Ctx() context: RequestContext): Promise<CallEligibilityModel> {
    const rights = (await this.members.levelRights.load(context, call.communityId)) ?? [];
    return { ...call, leastLevel: levelToApply(call, rights.find(({ applyToCalls }) => applyToCalls)?.level ?? 'CHAMPION') };
  }

  @ResolveField(() => [CallQuestionModel])
  async questions(@Parent() { id }: CallRow, @Ctx() context: RequestContext): Promise<QuestionRow[]> {
    return (await this.loaders.questions.load(context, id)) ?? [];
  }

  @ResolveField(() => [CallCriterionModel], { description: 'What the panel judges by.' })
  async criteria(@Parent() { id }: CallRow, @Ctx() context: RequestContext): Promise<CriterionRow[]> {
    return (await this.loaders.criteria.load(context, id)) ?? [];
  }

  @ResolveField(() => [CallChangeModel], { description: 'The first first.' })
  async changes(@Parent() { id }: CallRow, @Ctx() context: RequestContext): Promise<CallChangeRow[]> {
    return (await this.loaders.changes.load(context, id)) ?? [];
  }

  @ResolveField(() => Int, { description: 'How many handed an application in.' })
  async applicants(@Parent() { id }: CallRow, @Ctx() context: RequestContext): Promise<number> {
    return (await this.loaders.applicants.load(context, id)) ?? 0;
  }
}

/** What a call is to its reader, and its applications. */
@Resolver(() => CallModel)
export class CallViewerResolver {
  constructor(
    private readonly loaders: RecruitmentLoaders,
    private readonly members: MembersLoaders,
    private readonly applicants: Applicants,
    private readonly panel: PanelQueries,
    private readonly clock: Clock,
  ) {}

  @ResolveField(() => ApplicationModel, { nullable: true, description: 'The reader’s own.' })
  viewerApplication(@Parent() { id }: CallRow, @Ctx() context: RequestContext): Promise<ApplicationRow | null> {
    return this.loaders.own.load(context, id);
  }

  @ResolveField(() => PermissionModel, { description: 'Before they say where they live and how old they are.' })
  async viewerMayApply(@Parent() call: CallRow, @Ctx() context: RequestContext): Promise<PermissionModel> {
    FEW_LISTS.count(context);
    return permissionOf(await this.mayApply(call, context));
  }

  @ResolveField(() => Boolean, { description: 'Whether the reader is of its panel.' })
  viewerIsOfPanel(@Parent() call: CallRow, @Ctx() context: RequestContext): Promise<boolean> {
    return this.isOfPanel(call, context);
  }

  @ResolveField(() => Boolean, { description: 'Whether the reader runs it and gives the answers.' })
  viewerRuns(@Parent() { communityId }: CallRow, @Ctx() { actor }: RequestContext): boolean {
    return canRunCalls(actor, communityId).allowed;
  }

  @ResolveField(() => [MemberModel], { description: 'Members who were named to read the applications beside the brand’s own people.' })
  async reviewers(@Parent() { id }: CallRow, @Ctx() context: RequestContext): Promise<MemberRow[]> {
    const ids = (await this.loaders.reviewers.load(context, id)) ?? [];
    const found = await Promise.all(ids.map((member) => this.members.byId.load(context, member)));
    return found.filter((member) => member !== null);
  }

  @ResolveField(() => ApplicationConnection, { nullable: true, description: 'For its panel; where the community votes for everybody. Null to others.' })
  async applications(@Parent() call: CallRow, @Args() args: ApplicationsArgs, @Ctx() context: RequestContext): Promise<Connection<ApplicationRow> | null> {
    const isPanel = await this.isOfPanel(call, context);
    if (!isPanel && call.selection === 'PANEL') return null;
    FEW_LISTS.count(context);
    const { accountId } = context.actor;
    const reader = isPanel && args.unmarked && accountId ? await this.members.byAccount.load(context, { accountId, communityId: call.communityId }) : null;
    const asked = { states: args.state, unmarkedBy: reader?.id ?? null, reviewAsked: isPanel ? args.reviewAsked : null };
    return this.panel.page(call.id, args, { order: orderFor(args, isPanel), selection: call.selection, ...asked });
  }

  private async isOfPanel({ id, communityId }: CallRow, context: RequestContext): Promise<boolean> {
    const isReviewer = (await this.loaders.reviewing.load(context, id)) ?? false;
    return isOfPanel({ actor: context.actor, isReviewer }, communityId);
  }

  private async mayApply(call: CallRow, context: RequestContext): Promise<Decision> {
    const { accountId } = context.actor;
    const open = canTakeApplications(call, this.clock.now());
    if (!open.allowed) return open;
    if (accountId === null) return refused('SIGN_IN_REQUIRED');
    const member = await this.members.byAccount.load(context, { accountId, communityId: call.communityId });
    if (!member) return refused('NOT_A_MEMBER');
    const own = await this.loaders.own.load(context, call.id);
    if (own && (DECIDED.includes(own.state) || own.decidedAt)) return refused('APPLICATION_DECIDED');
    const restricted = mayUse(context.actor, call.communityId, 'POSTING');
    if (!restricted.allowed) return restricted;
    const eligible = await this.applicants.eligibility(call, member, this.clock.now());
    return eligible.allowed ? ALLOWED : eligible;
  }
}

/** Who only votes is not told how the panel ranks. */
function orderFor({ orderBy }: ApplicationsArgs, isPanel: boolean) {
  return isPanel ? (orderBy ?? 'RANKING') : 'SUBMITTED';
}

@Resolver(() => CommunityModel)
export class CommunityCallsResolver {
  constructor(
    private readonly queries: CallsQueries,
    private readonly clock: Clock,
  ) {}

  @ResolveField(() => CallConnection, { description: 'The one that opens last first; drafts for those who write them.' })
  calls(@Parent() { id }: CommunityRow, @Args() args: CallsArgs, @Ctx() context: RequestContext): Promise<Connection<CallRow>> {
    FEW_LISTS.count(context);
    return this.queries.page(context.actor, id, args, { states: args.state, now: this.clock.now() });
  }
}

/** The call an act of staff was about. */
@Resolver(() => AuditEntryModel)
export class AuditEntryCallResolver {
  constructor(private readonly loaders: RecruitmentLoaders) {}

  @ResolveField(() => CallModel, { nullable: true })
  async call(@Parent() entry: AuditEntry, @Ctx() context: RequestContext): Promise<CallRow | null> {
    if (!/^(call|application)\./.test(entry.type)) return null;
    const found = await Promise.all(idsIn(entry, 'callId').map((id) => this.loaders.call.load(context, id)));
    return found.find((call) => call?.communityId === entry.communityId) ?? null;
  }
}
