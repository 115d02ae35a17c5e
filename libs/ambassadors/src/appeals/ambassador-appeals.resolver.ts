import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Access } from '@fanfare/access';
import { CommunitiesLoaders, CommunityModel, type CommunityRow } from '@fanfare/communities';
import { type Connection, Ctx, permissionOf, PermissionModel, RequestContext } from '@fanfare/graphql';
import { ALLOWED, isId, refused } from '@fanfare/kernel';
import { MemberModel, type MemberRow, MembersLoaders } from '@fanfare/members';
import { Benches } from '@fanfare/moderation';
import { EntriesLoaders } from '../entries/entries.loaders.js';
import { EntryEvidenceModel, EntryModel } from '../entries/entry.model.js';
import type { EntryRow, EvidenceRow } from '../entries/entry.row.js';
import { MissionModel } from '../missions/mission.model.js';
import type { MissionRow } from '../missions/mission.row.js';
import { MissionsLoaders } from '../missions/missions.loaders.js';
import { RecruitmentLoaders } from '../recruitment.loaders.js';
import { TermModel } from '../terms/term.model.js';
import type { TermRow } from '../terms/term.row.js';
import {
  AmbassadorAppealConnection,
  AmbassadorAppealModel,
  AmbassadorAppealsArgs,
  AppealedDecisionModel,
  AppealTermInput,
  AppealTermPayload,
  DecideAmbassadorAppealInput,
  DecideAmbassadorAppealPayload,
} from './ambassador-appeal.model.js';
import { type AmbassadorAppealRow, judgedIn } from './ambassador-appeal.row.js';
import { AmbassadorAppealsLoaders } from './ambassador-appeals.loaders.js';
import { AmbassadorAppealLists } from './ambassador-appeal-lists.queries.js';
import type { AppealedDecisionRow } from './ambassador-appeals.queries.js';
import { AmbassadorAppealsService } from './ambassador-appeals.service.js';

@Access('SIGNED_IN')
@Resolver(() => AmbassadorAppealModel)
export class AmbassadorAppealsResolver {
  constructor(
    private readonly appeals: AmbassadorAppealsService,
    private readonly loaders: AmbassadorAppealsLoaders,
    private readonly recruitment: RecruitmentLoaders,
  ) {}

  @Query(() => AmbassadorAppealModel, { nullable: true, description: 'For whoever made it, and for whoever may judge it; null to others.' })
  ambassadorAppeal(@Args('id', { type: () => ID }) id: string, @Ctx() context: RequestContext): Promise<AmbassadorAppealRow | null> | null {
    return isId(id) ? this.loaders.readable(context, id.toLowerCase()) : null;
  }

  @Mutation(() => AppealTermPayload, { description: 'Against the revocation of one’s term, within six months; a moderator decides, never the brand.' })
  async appealTerm(@Args('input') input: AppealTermInput, @Ctx() context: RequestContext): Promise<{ appeal: AmbassadorAppealRow }> {
    await this.appeals.appeal(context.actor, 'TERM', input.term, input);
    return { appeal: (await this.loaders.ofSubject.load(context, input.term.toLowerCase()))![0]! };
  }

  @Mutation(() => DecideAmbassadorAppealPayload, { description: 'By a moderator who took no part, never by the brand; where there are none, by the panel or the operator.' })
  async decideAmbassadorAppeal(@Args('input') input: DecideAmbassadorAppealInput, @Ctx() context: RequestContext): Promise<{ appeal: AmbassadorAppealRow }> {
    const appeal = await this.appeals.decide(context.actor, input);
    this.recruitment.forget(context);
    return { appeal };
  }
}

@Resolver(() => CommunityModel)
export class AmbassadorAppealsOfCommunityResolver {
  constructor(private readonly lists: AmbassadorAppealLists) {}

  @ResolveField(() => AmbassadorAppealConnection, { nullable: true, description: 'What waits, the oldest first, or what was decided: to each who judges there their own part; null and an error to others.' })
  ambassadorAppeals(
    @Parent() { id }: CommunityRow,
    @Args() { decided, ...page }: AmbassadorAppealsArgs,
    @Ctx() { actor }: RequestContext,
  ): Promise<Connection<AmbassadorAppealRow>> {
    return decided ? this.lists.decided(actor, id, page) : this.lists.open(actor, id, page);
  }
}

@Resolver(() => TermModel)
export class AppealOfTermResolver {
  constructor(private readonly loaders: AmbassadorAppealsLoaders) {}

  @ResolveField(() => AmbassadorAppealModel, { nullable: true, description: 'The last against its revocation; for whoever made it, and for moderators.' })
  async appeal(@Parent() { id }: TermRow, @Ctx() context: RequestContext): Promise<AmbassadorAppealRow | null> {
    const [last] = (await this.loaders.ofSubject.load(context, id)) ?? [];
    return last ? this.loaders.readable(context, last.id) : null;
  }
}

/** Whoever reaches an appeal may read what it is about. */
@Resolver(() => AmbassadorAppealModel)
export class AmbassadorAppealFieldsResolver {
  constructor(
    private readonly loaders: AmbassadorAppealsLoaders,
    private readonly members: MembersLoaders,
    private readonly communities: CommunitiesLoaders,
    private readonly recruitment: RecruitmentLoaders,
    private readonly entries: EntriesLoaders,
    private readonly missions: MissionsLoaders,
    private readonly benches: Benches,
  ) {}

  @ResolveField(() => CommunityModel)
  community(@Parent() { communityId }: AmbassadorAppealRow, @Ctx() context: RequestContext): Promise<CommunityRow | null> {
    return this.communities.byId.load(context, communityId);
  }

  @ResolveField(() => MemberModel, { nullable: true })
  member(@Parent() { memberId }: AmbassadorAppealRow, @Ctx() context: RequestContext): Promise<MemberRow | null> {
    return this.members.byId.load(context, memberId);
  }

  @ResolveField(() => AppealedDecisionModel, { nullable: true, description: 'What the brand’s team decided.' })
  decision(@Parent() { against }: AmbassadorAppealRow, @Ctx() context: RequestContext): Promise<AppealedDecisionRow | null> {
    return this.loaders.against.load(context, against);
  }

  @ResolveField(() => TermModel, { nullable: true, description: 'That was revoked.' })
  term(@Parent() { subject, subjectId }: AmbassadorAppealRow, @Ctx() context: RequestContext): Promise<TermRow | null> | null {
    return subject === 'TERM' ? this.recruitment.term.load(context, subjectId) : null;
  }

  @ResolveField(() => EntryModel, { nullable: true, description: 'That was refused; null also for who may not read it as it is now.' })
  entry(@Parent() { subject, subjectId }: AmbassadorAppealRow, @Ctx() context: RequestContext): Promise<EntryRow | null> | null {
    return subject === 'ENTRY' ? this.entries.byId.load(context, subjectId) : null;
  }

  @ResolveField(() => MissionModel, { nullable: true, description: 'That the refused entry was handed in for.' })
  mission(@Parent() { missionId }: AmbassadorAppealRow, @Ctx() context: RequestContext): Promise<MissionRow | null> | null {
    return missionId === null ? null : this.missions.byId.load(context, missionId);
  }

  @ResolveField(() => [EntryEvidenceModel], { description: 'What the refused entry shows.' })
  async evidence(@Parent() { subject, subjectId, communityId }: AmbassadorAppealRow, @Ctx() context: RequestContext): Promise<EvidenceRow[]> {
    const rows = subject === 'ENTRY' ? ((await this.entries.evidence.load(context, subjectId)) ?? []) : [];
    return rows.map((row) => ({ ...row, communityId, inProgress: true }));
  }

  @ResolveField(() => PermissionModel, { description: 'Whether the reader may decide it, and if not why.' })
  async viewerMayDecide(@Parent() appeal: AmbassadorAppealRow, @Ctx() context: RequestContext): Promise<PermissionModel> {
    if (appeal.outcome !== null) return permissionOf(refused('NOT_IN_FORCE'));
    const why = await this.benches.refusal(context, judgedIn(appeal), true);
    return permissionOf(why === null ? ALLOWED : refused(why));
  }
}
