import { Args, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Access, AccountLoaders } from '@fanfare/access';
import { CommunityModel, type CommunityRow } from '@fanfare/communities';
import { StaffActs, staffActs } from '@fanfare/events';
import { type Connection, Ctx, FEW_LISTS, RequestContext } from '@fanfare/graphql';
import { enforce, Problem } from '@fanfare/kernel';
import { type AuditEntry, AuditEntryConnection, AuditEntryModel, AuditFactModel, AuditLogArgs, idsIn } from './audit-log.model.js';
import { StaffInvitationModel } from './invitation.model.js';
import type { InvitationRow } from './invitation.row.js';
import { canManageRoles, canReadAuditLog } from './member.policy.js';
import { MemberModel } from './member.model.js';
import type { MemberRow } from './member.row.js';
import { MembersLoaders } from './members.loaders.js';
import { MembersQueries } from './members.queries.js';

/** What staff did, for staff. */
@Resolver(() => CommunityModel)
export class CommunityAuditResolver {
  constructor(
    private readonly acts: StaffActs,
    private readonly members: MembersQueries,
  ) {}

  @Access('SIGNED_IN')
  @ResolveField(() => AuditEntryConnection, { nullable: true, description: 'Every act of staff, the latest first; for staff.' })
  async auditLog(@Parent() community: CommunityRow, @Args() args: AuditLogArgs, @Ctx() context: RequestContext): Promise<Connection<AuditEntry>> {
    enforce(canReadAuditLog(context.actor, community.id));
    FEW_LISTS.count(context);
    return this.acts.page(community.id, args, { actorId: await this.accountOf(community.id, args.actor), types: args.kind });
  }

  @Access('SIGNED_IN')
  @ResolveField(() => [String], { nullable: true, description: 'The kinds of acts there can be; for staff.' })
  auditKinds(@Parent() community: CommunityRow, @Ctx() context: RequestContext): string[] {
    enforce(canReadAuditLog(context.actor, community.id));
    return [...staffActs()].sort();
  }

  private async accountOf(communityId: string, handle: string | null | undefined): Promise<string | null> {
    if (!handle) return null;
    const accountId = (await this.members.byHandle(communityId, handle))?.accountId;
    if (!accountId) throw new Problem('NOT_FOUND', { what: 'member' });
    return accountId;
  }
}

/** Who and what an act was about, as far as this room knows; rooms above add theirs. */
@Resolver(() => AuditEntryModel)
export class AuditEntryFieldsResolver {
  constructor(
    private readonly members: MembersLoaders,
    private readonly accounts: AccountLoaders,
  ) {}

  @ResolveField(() => String)
  kind(@Parent() entry: AuditEntry): string {
    return entry.type;
  }

  @ResolveField(() => Date)
  at(@Parent() entry: AuditEntry): Date {
    return entry.occurredAt;
  }

  @ResolveField(() => MemberModel, { nullable: true, description: 'Who acted; null for the system, and for who has not joined the community.' })
  async actor(@Parent() { actorId, communityId }: AuditEntry, @Ctx() context: RequestContext): Promise<MemberRow | null> {
    return actorId ? this.members.byAccount.load(context, { accountId: actorId, communityId: communityId! }) : null;
  }

  @ResolveField(() => String, { nullable: true, description: 'Null for the system and for accounts that are gone.' })
  async actorName(@Parent() entry: AuditEntry, @Ctx() context: RequestContext): Promise<string | null> {
    if (!entry.actorId) return null;
    const member = await this.actor(entry, context);
    return member?.displayName ?? (await this.accounts.byId.load(context, entry.actorId))?.displayName ?? null;
  }

  @ResolveField(() => MemberModel, { nullable: true, description: 'Whom it was about.' })
  async member(@Parent() entry: AuditEntry, @Ctx() context: RequestContext): Promise<MemberRow | null> {
    const { communityId, subjectId } = entry;
    const byAccount = subjectId ? await this.members.byAccount.load(context, { accountId: subjectId, communityId: communityId! }) : null;
    if (byAccount) return byAccount;
    const found = await Promise.all(idsIn(entry, 'memberId', 'member').map((id) => this.members.byId.load(context, id)));
    return found.find((member) => member?.communityId === communityId) ?? null;
  }

  @ResolveField(() => String, { nullable: true, description: 'Their name, also when they have not joined the community.' })
  async memberName(@Parent() entry: AuditEntry, @Ctx() context: RequestContext): Promise<string | null> {
    const member = await this.member(entry, context);
    if (member || !entry.subjectId) return member?.displayName ?? null;
    return (await this.accounts.byId.load(context, entry.subjectId))?.displayName ?? null;
  }

  @ResolveField(() => StaffInvitationModel, { nullable: true, description: 'For those who may send them, while it is remembered.' })
  async invitation(@Parent() entry: AuditEntry, @Ctx() context: RequestContext): Promise<InvitationRow | null> {
    if (!entry.subjectId || !canManageRoles(context.actor, entry.communityId!).allowed) return null;
    return this.members.invitation.load(context, entry.subjectId);
  }

  @ResolveField(() => [AuditFactModel])
  facts(@Parent() { payload }: AuditEntry): AuditFactModel[] {
    return Object.entries(payload).flatMap(([name, value]) => (value === null || value === undefined ? [] : [{ name, value: factOf(value) }]));
  }
}

function factOf(value: unknown): string {
  if (Array.isArray(value)) return value.map(String).join(', ');
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
