import { Args, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CommunitiesLoaders, CommunityModel, type CommunityRow } from '@fanfare/communities';
import { type Connection, Ctx, FEW_LISTS, PageArgs, permissionOf, RequestContext } from '@fanfare/graphql';
import { ALLOWED, Clock, type Decision, refused } from '@fanfare/kernel';
import { MemberModel, type MemberRow, MembersLoaders, MentionsService } from '@fanfare/members';
import {
  CircleMembershipConnection,
  CircleMembershipModel,
  CircleModel,
  CirclePermissionsModel,
  CirclePostConnection,
  CircleRequestConnection,
  CircleRequestModel,
} from './circle.model.js';
import { canJoinCircle, canKeep, canPost, canReadFeed, canRecognise } from './circle.policy.js';
import type { CircleMembershipRow, CircleRequestRow, CircleRow } from './circle.row.js';
import type { CirclePostRow } from './circle-post.row.js';
import { CircleMembersQueries } from './circle-members.queries.js';
import { CirclePostsQueries } from './circle-posts.queries.js';
import { CirclesLoaders } from './circles.loaders.js';
import { ElectionCallsModel, ElectionConnection, ElectionModel } from './election.model.js';
import { callsNeeded, canCallElection, canElect, isSeatOpen } from './election.policy.js';
import type { ElectionRow } from './election.row.js';
import { ElectionsQueries } from './elections.queries.js';
import { type Reader, ViewerAt } from './viewer-at.js';

/** Who a circle is, and what is said in it. */
@Resolver(() => CircleModel)
export class CircleFieldsResolver {
  constructor(
    private readonly loaders: CirclesLoaders,
    private readonly people: CircleMembersQueries,
    private readonly posts: CirclePostsQueries,
    private readonly memberLoaders: MembersLoaders,
    private readonly communities: CommunitiesLoaders,
    private readonly mentions: MentionsService,
    private readonly viewer: ViewerAt,
  ) {}

  @ResolveField(() => CommunityModel)
  community(@Parent() { communityId }: CircleRow, @Ctx() context: RequestContext): Promise<CommunityRow | null> {
    return this.communities.byId.load(context, communityId);
  }

  @ResolveField(() => String)
  descriptionHtml(@Parent() circle: CircleRow, @Ctx() context: RequestContext): Promise<string> {
    return this.mentions.render(context, circle.communityId, circle.description);
  }

  @ResolveField(() => MemberModel)
  founder(@Parent() { founderId }: CircleRow, @Ctx() context: RequestContext): Promise<MemberRow | null> {
    return this.memberLoaders.byId.load(context, founderId);
  }

  @ResolveField(() => MemberModel, { nullable: true, description: 'Elected by those in it.' })
  spokesperson(@Parent() { spokespersonId }: CircleRow, @Ctx() context: RequestContext): Promise<MemberRow | null> | null {
    return spokespersonId === null ? null : this.memberLoaders.byId.load(context, spokespersonId);
  }

  @ResolveField(() => MemberModel, { nullable: true, description: 'Who looks after it: the spokesperson, else whoever is in it longest.' })
  keeper(@Parent() { keeperId }: CircleRow, @Ctx() context: RequestContext): Promise<MemberRow | null> | null {
    return keeperId === null ? null : this.memberLoaders.byId.load(context, keeperId);
  }

  @ResolveField(() => CircleMembershipModel, { nullable: true })
  viewerMembership(@Parent() { id }: CircleRow, @Ctx() context: RequestContext): Promise<CircleMembershipRow | null> {
    return this.loaders.inside.load(context, id);
  }

  @ResolveField(() => CircleRequestModel, { nullable: true, description: 'The reader’s own that waits.' })
  viewerRequest(@Parent() { id }: CircleRow, @Ctx() context: RequestContext): Promise<CircleRequestRow | null> {
    return this.loaders.ownRequest.load(context, id);
  }

  @ResolveField(() => CircleMembershipConnection, { description: 'Who is in it, the longest first.' })
  members(@Parent() circle: CircleRow, @Args() page: PageArgs, @Ctx() context: RequestContext): Promise<Connection<CircleMembershipRow>> {
    FEW_LISTS.count(context);
    return this.people.members(circle.id, page, circle.memberCount);
  }

  @ResolveField(() => CircleRequestConnection, { nullable: true, description: 'Those that wait, the longest first; null to all but who looks after it.' })
  async requests(@Parent() circle: CircleRow, @Args() page: PageArgs, @Ctx() context: RequestContext): Promise<Connection<CircleRequestRow> | null> {
    const { member } = await this.reader(circle, context);
    if (!canKeep(context.actor, member, circle).allowed) return null;
    FEW_LISTS.count(context);
    return this.people.requests(circle.id, page);
  }

  @ResolveField(() => CirclePostConnection, { nullable: true, description: 'What is said and shared, the latest first; of a circle by request for those in it, null to others.' })
  async feed(@Parent() circle: CircleRow, @Args() page: PageArgs, @Ctx() context: RequestContext): Promise<Connection<CirclePostRow> | null> {
    const { inside } = await this.reader(circle, context);
    if (!canReadFeed(context.actor, circle, inside)) return null;
    FEW_LISTS.count(context);
    return this.posts.feed(context.actor, circle.id, page);
  }

  private reader(circle: CircleRow, context: RequestContext): Promise<Reader> {
    return this.viewer.of(context, { circleId: circle.id, communityId: circle.communityId });
  }
}

/** How a circle chooses, and what the reader may do. */
@Resolver(() => CircleModel)
export class CircleElectionsResolver {
  constructor(
    private readonly loaders: CirclesLoaders,
    private readonly electionsQueries: ElectionsQueries,
    private readonly viewer: ViewerAt,
    private readonly clock: Clock,
  ) {}

  @ResolveField(() => ElectionModel, { nullable: true, description: 'The one that runs.' })
  election(@Parent() { id }: CircleRow, @Ctx() context: RequestContext): Promise<ElectionRow | null> {
    return this.loaders.running.load(context, id);
  }

  @ResolveField(() => ElectionConnection, { description: 'All of them, the latest first.' })
  elections(@Parent() { id }: CircleRow, @Args() page: PageArgs, @Ctx() context: RequestContext): Promise<Connection<ElectionRow>> {
    FEW_LISTS.count(context);
    return this.electionsQueries.page(id, page);
  }

  @ResolveField(() => ElectionCallsModel)
  async electionCalls(@Parent() circle: CircleRow, @Ctx() context: RequestContext): Promise<ElectionCallsModel> {
    const calls = await this.loaders.calls.load(context, circle.id);
    const needed = isSeatOpen(circle, this.clock.now()) ? 1 : callsNeeded(circle.memberCount);
    return { asked: calls?.asked ?? 0, needed, viewerAsked: calls?.viewerAsked ?? false };
  }

  @ResolveField(() => CirclePermissionsModel)
  async viewerCan(@Parent() circle: CircleRow, @Ctx() context: RequestContext): Promise<CirclePermissionsModel> {
    const reader = await this.viewer.of(context, { circleId: circle.id, communityId: circle.communityId });
    const { member, inside } = reader;
    const { actor } = context;
    return {
      join: permissionOf(canJoinCircle(actor, member, circle)),
      post: permissionOf(canPost(actor, member, inside)),
      keep: permissionOf(canKeep(actor, member, circle)),
      recognise: permissionOf(canRecognise(actor, circle)),
      startElection: permissionOf(await this.canStart(context, circle, reader)),
    };
  }

  private async canStart(context: RequestContext, circle: CircleRow, { member, inside }: Reader): Promise<Decision> {
    const calling = canCallElection(context.actor, member, inside);
    if (!calling.allowed) return calling;
    if (await this.loaders.running.load(context, circle.id)) return refused('ELECTION_RUNNING');
    const possible = canElect(circle, await this.loaders.lastClosed.load(context, circle.id), this.clock.now());
    return possible.allowed ? ALLOWED : possible;
  }
}

@Resolver(() => CircleMembershipModel)
export class CircleMembershipFieldsResolver {
  constructor(
    private readonly members: MembersLoaders,
    private readonly loaders: CirclesLoaders,
  ) {}

  @ResolveField(() => MemberModel)
  member(@Parent() { memberId }: CircleMembershipRow, @Ctx() context: RequestContext): Promise<MemberRow | null> {
    return this.members.byId.load(context, memberId);
  }

  @ResolveField(() => CircleModel)
  circle(@Parent() { circleId }: CircleMembershipRow, @Ctx() context: RequestContext): Promise<CircleRow | null> {
    return this.loaders.byId.load(context, circleId);
  }
}

@Resolver(() => CircleRequestModel)
export class CircleRequestFieldsResolver {
  constructor(private readonly members: MembersLoaders) {}

  @ResolveField(() => MemberModel)
  member(@Parent() { memberId }: CircleRequestRow, @Ctx() context: RequestContext): Promise<MemberRow | null> {
    return this.members.byId.load(context, memberId);
  }
}
