import { Args, ID, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Access } from '@fanfare/access';
import { CommunityModel, type CommunityRow } from '@fanfare/communities';
import { type Connection, Ctx, FEW_LISTS, PageArgs, PermissionModel, permissionOf, RequestContext } from '@fanfare/graphql';
import { IdeaModel, type IdeaRow, IdeasLoaders } from '@fanfare/ideas';
import { enforce, isId, needsRole, Problem, STAFF_ROLES } from '@fanfare/kernel';
import { MemberModel, type MemberRow, MembersLoaders } from '@fanfare/members';
import { MergeContestConnection, MergeContestModel, MergeModel, MergePreviewModel } from './merge.model.js';
import { canContest, canMerge, canReadContest, asBrand } from './merge.policy.js';
import type { MergeRow } from './merge.row.js';
import { MergesLoaders } from './merges.loaders.js';
import { MergesQueries } from './merges.queries.js';

/** What merges add to an idea. */
@Resolver(() => IdeaModel)
export class IdeaMergesResolver {
  constructor(
    private readonly loaders: MergesLoaders,
    private readonly queries: MergesQueries,
    private readonly ideas: IdeasLoaders,
  ) {}

  @ResolveField(() => MergeModel, { nullable: true, description: 'How a duplicate became one; null for any other idea.' })
  merge(@Parent() idea: IdeaRow, @Ctx() context: RequestContext): Promise<MergeRow | null> {
    return this.loaders.inForce.load(context, idea.id);
  }

  @ResolveField(() => MergeContestModel, {
    nullable: true,
    description: 'What its author said against the latest merge; for the author and the community’s staff, null to others.',
  })
  async mergeContest(@Parent() idea: IdeaRow, @Ctx() context: RequestContext): Promise<MergeRow | null> {
    return canReadContest(context.actor, idea) ? this.loaders.contested.load(context, idea.id) : null;
  }

  @ResolveField(() => PermissionModel, { description: 'Whether the reader may contest the merge.' })
  async viewerCanContest(@Parent() idea: IdeaRow, @Ctx() context: RequestContext): Promise<PermissionModel> {
    return permissionOf(canContest(context.actor, idea, await this.loaders.inForce.load(context, idea.id)));
  }

  @Access('SIGNED_IN')
  @ResolveField(() => MergePreviewModel, { nullable: true, description: 'What merging this idea with another would come to; for the brand.' })
  async mergePreview(@Parent() idea: IdeaRow, @Args('target', { type: () => ID }) targetId: string, @Ctx() context: RequestContext): Promise<MergePreviewModel> {
    FEW_LISTS.count(context);
    enforce(asBrand(context.actor, idea.communityId));
    const target = isId(targetId) ? await this.ideas.byId.load(context, targetId.toLowerCase()) : null;
    if (!target) throw new Problem('NOT_FOUND', { what: 'idea' });
    const { both, ...combined } = await this.queries.preview(idea.id, target.id);
    const decision = canMerge(context.actor, idea, target);
    return { combined, both, refusal: decision.allowed ? null : decision.reason };
  }
}

@Resolver(() => CommunityModel)
export class CommunityMergesResolver {
  constructor(private readonly queries: MergesQueries) {}

  @Access('SIGNED_IN')
  @ResolveField(() => MergeContestConnection, { nullable: true, description: 'What authors said against merges and nobody has decided, the oldest first; for staff.' })
  mergeContests(@Parent() community: CommunityRow, @Args() page: PageArgs, @Ctx() context: RequestContext): Promise<Connection<MergeRow>> {
    FEW_LISTS.count(context);
    enforce(needsRole(context.actor, community.id, ...STAFF_ROLES));
    return this.queries.openContests(community.id, page);
  }
}

@Resolver(() => MergeModel)
export class MergeFieldsResolver {
  constructor(private readonly members: MembersLoaders) {}

  @ResolveField(() => MemberModel, { nullable: true, description: 'Who merged.' })
  by(@Parent() { mergedBy }: MergeRow, @Ctx() context: RequestContext): Promise<MemberRow | null> | null {
    return mergedBy === null ? null : this.members.byId.load(context, mergedBy);
  }
}

@Resolver(() => MergeContestModel)
export class MergeContestFieldsResolver {
  constructor(
    private readonly ideas: IdeasLoaders,
    private readonly members: MembersLoaders,
  ) {}

  @ResolveField(() => Date)
  at(@Parent() { contestedAt }: MergeRow): Date {
    return contestedAt!;
  }

  @ResolveField(() => String)
  reason(@Parent() { contestReason }: MergeRow): string {
    return contestReason!;
  }

  @ResolveField(() => IdeaModel, { nullable: true, description: 'The duplicate.' })
  idea(@Parent() { duplicateId }: MergeRow, @Ctx() context: RequestContext): Promise<IdeaRow | null> {
    return this.ideas.byId.load(context, duplicateId);
  }

  @ResolveField(() => IdeaModel, { nullable: true, description: 'What it was merged with.' })
  target(@Parent() { targetId }: MergeRow, @Ctx() context: RequestContext): Promise<IdeaRow | null> {
    return this.ideas.byId.load(context, targetId);
  }

  @ResolveField(() => String, { nullable: true, description: 'What the brand said when it merged.' })
  note(@Parent() { note }: MergeRow): string | null {
    return note;
  }

  @ResolveField(() => MemberModel, { nullable: true, description: 'The moderator who decided.' })
  decidedBy(@Parent() { decidedBy }: MergeRow, @Ctx() context: RequestContext): Promise<MemberRow | null> | null {
    return decidedBy === null ? null : this.members.byId.load(context, decidedBy);
  }
}
