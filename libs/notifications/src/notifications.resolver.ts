import { Args, Int, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Access, ViewerModel } from '@fanfare/access';
import { CommentModel, type CommentRow, CommentsLoaders } from '@fanfare/comments';
import { CommunitiesLoaders, CommunitiesQueries, RungModel, type RungRow } from '@fanfare/communities';
import { canReadResponse, CreationsLoaders } from '@fanfare/creations';
import { type Connection, connectionOf, Ctx, CurrentActor, FEW_LISTS, pageSize, RequestContext } from '@fanfare/graphql';
import { canRead, IdeaModel, type IdeaRow, IdeasLoaders, OfficialResponseModel, type ResponseRow } from '@fanfare/ideas';
import { type Actor, canReadWithheld, excerptOf } from '@fanfare/kernel';
import { MemberModel, type MemberRow, MembersLoaders } from '@fanfare/members';
import { InboxArgs, MarkReadInput, MarkReadPayload, NotificationConnection, NotificationModel } from './notification.model.js';
import { CircleNoticesQueries } from './circle-notices.queries.js';
import type { NotificationRow } from './notification.row.js';
import { RecruitmentNoticesQueries } from './recruitment-notices.queries.js';
import { NotificationsQueries } from './notifications.queries.js';
import { NotificationsService } from './notifications.service.js';

const EXCERPT_LENGTH = 200;

@Resolver(() => NotificationModel)
export class NotificationsResolver {
  constructor(
    private readonly service: NotificationsService,
    private readonly recruitment: RecruitmentNoticesQueries,
    private readonly ideas: IdeasLoaders,
    private readonly comments: CommentsLoaders,
    private readonly members: MembersLoaders,
    private readonly communities: CommunitiesLoaders,
    private readonly circles: CircleNoticesQueries,
    private readonly creations: CreationsLoaders,
  ) {}

  @Access('SIGNED_IN')
  @Mutation(() => MarkReadPayload)
  async markRead(@Args('input') input: MarkReadInput, @CurrentActor() actor: Actor): Promise<MarkReadPayload> {
    return { unreadCount: await this.service.markRead(actor, input) };
  }

  @ResolveField(() => IdeaModel, { nullable: true })
  async idea(@Parent() { ideaId }: NotificationRow, @Ctx() context: RequestContext): Promise<IdeaRow | null> {
    return ideaId === null ? null : this.ideas.byId.load(context, ideaId);
  }

  @ResolveField(() => CommentModel, { nullable: true, description: 'The latest, where there are several. Null once it was deleted, or while it is withheld.' })
  async comment(@Parent() row: NotificationRow, @Ctx() context: RequestContext): Promise<CommentRow | null> {
    if (row.commentId === null || !(await this.readable(row, context))) return null;
    const comment = await this.comments.byId.load(context, row.commentId);
    return comment?.deletedAt === null && canReadWithheld(context.actor, comment) ? comment : null;
  }

  @ResolveField(() => OfficialResponseModel, { nullable: true })
  async response(@Parent() row: NotificationRow, @Ctx() context: RequestContext): Promise<ResponseRow | null> {
    if (row.responseId === null || !(await this.readable(row, context))) return null;
    return this.ideas.response.load(context, row.responseId);
  }

  @ResolveField(() => String, { nullable: true, description: 'The first words of the response, comment, post, request or reason, as plain text.' })
  async excerpt(@Parent() row: NotificationRow, @Ctx() context: RequestContext): Promise<string | null> {
    const said = (await this.response(row, context)) ?? (await this.comment(row, context)) ?? (await this.creationResponse(row, context)) ?? (await this.circles.said(context, row)) ?? (await this.recruitment.said(context, row));
    return said && excerptOf(said.body, EXCERPT_LENGTH);
  }

  @ResolveField(() => MemberModel, { nullable: true, description: 'Who did it.' })
  actor(@Parent() { actorId }: NotificationRow, @Ctx() context: RequestContext): Promise<MemberRow | null> | null {
    return actorId === null ? null : this.members.byId.load(context, actorId);
  }

  @ResolveField(() => RungModel, { nullable: true, description: 'The rung that was reached.' })
  async rung(@Parent() { rungPosition, communityId }: NotificationRow, @Ctx() context: RequestContext): Promise<RungRow | null> {
    if (rungPosition === null) return null;
    const ladder = await this.communities.ladder.load(context, communityId);
    return ladder?.find(({ position }) => position === rungPosition) ?? null;
  }

  private async creationResponse({ creationResponseId }: NotificationRow, context: RequestContext): Promise<{ body: string } | null> {
    const said = creationResponseId === null ? null : await this.creations.responseById.load(context, creationResponseId);
    return said?.deletedAt === null && !said.closed && canReadResponse(context.actor, said) ? said : null;
  }

  private async readable({ ideaId }: NotificationRow, context: RequestContext): Promise<boolean> {
    const idea = ideaId === null ? null : await this.ideas.byId.load(context, ideaId);
    return idea !== null && canRead(context.actor, idea);
  }
}

@Access('SIGNED_IN')
@Resolver(() => ViewerModel)
export class ViewerInboxResolver {
  constructor(
    private readonly queries: NotificationsQueries,
    private readonly communities: CommunitiesQueries,
    private readonly members: MembersLoaders,
  ) {}

  @ResolveField(() => NotificationConnection, { description: 'What the reader was told in a community, the latest first.' })
  async inbox(@Args() args: InboxArgs, @Ctx() context: RequestContext): Promise<Connection<NotificationRow>> {
    FEW_LISTS.count(context);
    const member = await this.memberIn(args.community, context);
    if (member) return this.queries.inbox(member.id, args, args.unreadOnly ?? false);
    pageSize(args); // a page that cannot be asked for is refused here too
    return connectionOf<NotificationRow>([], args, () => '', async () => 0);
  }

  @ResolveField(() => Int, { description: 'How many the reader has not read in a community; counted up to 100.' })
  async unreadCount(@Args('community') slug: string, @Ctx() context: RequestContext): Promise<number> {
    const member = await this.memberIn(slug, context);
    return member ? this.queries.unread(member.id) : 0;
  }

  private async memberIn(slug: string, context: RequestContext): Promise<MemberRow | null> {
    const community = await this.communities.bySlug(slug);
    const { accountId } = context.actor;
    return community && accountId ? this.members.byAccount.load(context, { accountId, communityId: community.id }) : null;
  }
}
