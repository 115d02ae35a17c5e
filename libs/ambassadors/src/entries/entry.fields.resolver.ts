import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CommunitiesLoaders, CommunityModel, type CommunityRow } from '@fanfare/communities';
import { Ctx, permissionOf, RequestContext } from '@fanfare/graphql';
import { canReadWithheld, Clock, type Decision } from '@fanfare/kernel';
import { PictureModel, type PictureRow, PicturesLoaders } from '@fanfare/media';
import { MemberModel, type MemberRow, MembersLoaders, MentionsService } from '@fanfare/members';
import { MissionModel } from '../missions/mission.model.js';
import { takesEntries } from '../missions/mission.policy.js';
import type { MissionRow } from '../missions/mission.row.js';
import { MissionsLoaders } from '../missions/missions.loaders.js';
import { AmbassadorAppealModel } from '../appeals/ambassador-appeal.model.js';
import type { AmbassadorAppealRow } from '../appeals/ambassador-appeal.row.js';
import { canAppealEntry, canEditEntry, canReadProgress, canReviewEntry, canWithdrawEntry } from './entry.policy.js';
import { CheckVerdictEnum, EntryCheckModel, EntryEvidenceModel, EntryModel, EntryPermissionsModel, EntryReviewModel } from './entry.model.js';
import type { CheckRow, EntryReviewRow, EntryRow, EvidenceRow } from './entry.row.js';
import { EntriesLoaders } from './entries.loaders.js';
import type { CheckVerdict } from '../ambassadors.enums.js';

/** A piece of evidence, and whether the reader sees how its entry goes on. */
type ShownEvidence = EvidenceRow & { readonly communityId: string; readonly inProgress: boolean };

@Resolver(() => EntryModel)
export class EntryFieldsResolver {
  constructor(
    private readonly entries: EntriesLoaders,
    private readonly missions: MissionsLoaders,
    private readonly communities: CommunitiesLoaders,
    private readonly members: MembersLoaders,
    private readonly clock: Clock,
  ) {}

  @ResolveField(() => CommunityModel)
  community(@Parent() { communityId }: EntryRow, @Ctx() context: RequestContext): Promise<CommunityRow | null> {
    return this.communities.byId.load(context, communityId);
  }

  @ResolveField(() => MissionModel, { nullable: true })
  mission(@Parent() { missionId }: EntryRow, @Ctx() context: RequestContext): Promise<MissionRow | null> {
    return this.missions.byId.load(context, missionId);
  }

  @ResolveField(() => MemberModel, { nullable: true, description: 'Null where the entry is withheld from the reader.' })
  member(@Parent() entry: EntryRow, @Ctx() context: RequestContext): Promise<MemberRow | null> | null {
    return canReadWithheld(context.actor, entry) || canReadProgress(context.actor, entry) ? this.members.byId.load(context, entry.memberId) : null;
  }

  @ResolveField(() => [EntryEvidenceModel], { description: 'What it shows, unedited.' })
  async evidence(@Parent() entry: EntryRow, @Ctx() context: RequestContext): Promise<ShownEvidence[]> {
    const inProgress = canReadProgress(context.actor, entry);
    if (!inProgress && !canReadWithheld(context.actor, entry)) return [];
    const rows = (await this.entries.evidence.load(context, entry.id)) ?? [];
    return rows.map((row) => ({ ...row, communityId: entry.communityId, inProgress }));
  }

  @ResolveField(() => String, { nullable: true, description: 'For who reviews it; null to everybody but them and its author.' })
  note(@Parent() entry: EntryRow, @Ctx() { actor }: RequestContext): string | null {
    return canReadProgress(actor, entry) ? entry.note : null;
  }

  @ResolveField(() => [EntryReviewModel], { nullable: true, description: 'From the first; for its author, the brand’s team and moderators.' })
  async reviews(@Parent() entry: EntryRow, @Ctx() context: RequestContext): Promise<EntryReviewRow[] | null> {
    return canReadProgress(context.actor, entry) ? ((await this.entries.reviews.load(context, entry.id)) ?? []) : null;
  }

  @ResolveField(() => [AmbassadorAppealModel], { nullable: true, description: 'The latest first; for its author, the brand’s team and moderators.' })
  async appeals(@Parent() entry: EntryRow, @Ctx() context: RequestContext): Promise<AmbassadorAppealRow[] | null> {
    return canReadProgress(context.actor, entry) ? ((await this.entries.appeals.load(context, entry.id)) ?? []) : null;
  }

  @ResolveField(() => EntryPermissionsModel)
  async viewerCan(@Parent() entry: EntryRow, @Ctx() context: RequestContext): Promise<EntryPermissionsModel> {
    const { actor } = context;
    return {
      edit: permissionOf(await this.canEdit(entry, context)),
      withdraw: permissionOf(canWithdrawEntry(actor, entry)),
      review: permissionOf(canReviewEntry(actor, entry)),
      appeal: permissionOf(canAppealEntry(actor, entry)),
    };
  }

  /** Its author's to change, as long as the mission takes it. */
  private async canEdit(entry: EntryRow, context: RequestContext): Promise<Decision> {
    const decision = canEditEntry(context.actor, entry);
    const mission = decision.allowed ? await this.missions.byId.load(context, entry.missionId) : null;
    return mission ? takesEntries(mission, { wasSubmitted: entry.firstSubmittedAt !== null }, this.clock.now()) : decision;
  }
}

@Resolver(() => EntryEvidenceModel)
export class EvidenceFieldsResolver {
  constructor(
    private readonly entries: EntriesLoaders,
    private readonly pictures: PicturesLoaders,
    private readonly mentions: MentionsService,
  ) {}

  @ResolveField(() => String, { nullable: true, description: 'The text, ready to show.' })
  html(@Parent() { communityId, text }: ShownEvidence, @Ctx() context: RequestContext): Promise<string> | null {
    return text === null ? null : this.mentions.render(context, communityId, text);
  }

  @ResolveField(() => PictureModel, { nullable: true })
  async picture(@Parent() { pictureId, alt }: ShownEvidence, @Ctx() context: RequestContext): Promise<PictureRow | null> {
    const picture = pictureId && (await this.pictures.byId.load(context, pictureId));
    return picture ? { ...picture, alt } : null;
  }

  @ResolveField(() => String, { nullable: true, description: 'Of the page, when it was last read.' })
  async pageTitle(@Parent() { id, kind }: ShownEvidence, @Ctx() context: RequestContext): Promise<string | null> {
    return kind === 'LINK' ? ((await this.entries.latestCheck.load(context, id))?.title ?? null) : null;
  }

  @ResolveField(() => CheckVerdictEnum, { nullable: true, description: 'Of the latest reading; null before it.' })
  async verdict(@Parent() { id, kind }: ShownEvidence, @Ctx() context: RequestContext): Promise<CheckVerdict | null> {
    return kind === 'LINK' ? ((await this.entries.latestCheck.load(context, id))?.verdict ?? null) : null;
  }

  @ResolveField(() => [EntryCheckModel], { nullable: true, description: 'Every reading, the latest first; for its author, the brand’s team and moderators.' })
  async checks(@Parent() { id, inProgress }: ShownEvidence, @Ctx() context: RequestContext): Promise<CheckRow[] | null> {
    return inProgress ? ((await this.entries.checks.load(context, id)) ?? []) : null;
  }

  @ResolveField(() => Date, { nullable: true, description: 'When its page is read next, for who reads `checks`; null: not again, as things stand.' })
  nextCheckAt(@Parent() { inProgress, nextCheckAt }: ShownEvidence): Date | null {
    return inProgress ? nextCheckAt : null;
  }
}

@Resolver(() => EntryReviewModel)
export class EntryReviewFieldsResolver {
  constructor(private readonly members: MembersLoaders) {}

  @ResolveField(() => MemberModel, { nullable: true, description: 'Null where an appeal decided.' })
  by(@Parent() { reviewedBy }: EntryReviewRow, @Ctx() context: RequestContext): Promise<MemberRow | null> | null {
    return reviewedBy === null ? null : this.members.byId.load(context, reviewedBy);
  }
}
