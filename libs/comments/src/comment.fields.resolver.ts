import { Args, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { type Connection, Ctx, FewPerRequest, PageArgs, permissionOf, RequestContext } from '@fanfare/graphql';
import { type DiffPart, DiffPartModel, diffOf, IdeaModel, type IdeaRow, IdeasLoaders, InterestModel, interestOf } from '@fanfare/ideas';
import { canReadWithheld, type Decision, isStaff, refused } from '@fanfare/kernel';
import { MemberModel, type MemberRow, MembersLoaders, MentionsService } from '@fanfare/members';
import { CommentConnection, CommentModel, CommentPermissionsModel, CommentVersionModel, type ComparedWording } from './comment.model.js';
import { canDeleteComment, canEditComment, canMarkHelpful } from './comment.policy.js';
import type { CommentRow } from './comment.row.js';
import { CommentsLoaders } from './comments.loaders.js';
import { MOST_VERSIONS } from './comments.queries.js';

/** Each may be fifty long texts. A page of comments with their replies fits, and comments nobody edited do not count. */
const versionsFew = new FewPerRequest('versions', 150);
/** Comparing texts takes time: those of five comments at their longest. */
const diffsFew = new FewPerRequest('bodyDiff', 5 * MOST_VERSIONS);

@Resolver(() => CommentModel)
export class CommentFieldsResolver {
  constructor(
    private readonly comments: CommentsLoaders,
    private readonly ideas: IdeasLoaders,
    private readonly members: MembersLoaders,
    private readonly mentions: MentionsService,
  ) {}

  @ResolveField(() => String)
  bodyHtml(@Parent() comment: CommentRow, @Ctx() context: RequestContext): Promise<string> {
    return this.mentions.render(context, comment.communityId, comment.body);
  }

  @ResolveField(() => IdeaModel)
  idea(@Parent() comment: CommentRow, @Ctx() context: RequestContext): Promise<IdeaRow | null> {
    return this.ideas.byId.load(context, comment.ideaId);
  }

  @ResolveField(() => MemberModel, { nullable: true })
  author(@Parent() { authorId }: CommentRow, @Ctx() context: RequestContext): Promise<MemberRow | null> | null {
    return authorId === null ? null : this.members.byId.load(context, authorId);
  }

  @ResolveField(() => CommentModel, { nullable: true, description: 'The comment of level one that a reply hangs under.' })
  parent(@Parent() { parentId }: CommentRow, @Ctx() context: RequestContext): Promise<CommentRow | null> | null {
    return parentId === null ? null : this.comments.byId.load(context, parentId);
  }

  @ResolveField(() => CommentModel, { nullable: true, description: 'Whom a reply answers: its parent, or another reply beside it.' })
  inReplyTo(@Parent() { replyToId }: CommentRow, @Ctx() context: RequestContext): Promise<CommentRow | null> | null {
    return replyToId === null ? null : this.comments.byId.load(context, replyToId);
  }

  @ResolveField(() => InterestModel, { nullable: true, description: 'Its writer’s declared tie to the matter.' })
  interest(@Parent() comment: CommentRow): InterestModel | null {
    return interestOf(comment);
  }

  @ResolveField(() => CommentConnection, { description: 'From the oldest. A reply has none: answers to it stand beside it.' })
  replies(@Parent() comment: CommentRow, @Args() page: PageArgs, @Ctx() context: RequestContext): Promise<Connection<CommentRow>> {
    return this.comments.page(context, 'REPLIES', comment.id, 'OLDEST', page);
  }

  @ResolveField(() => Boolean)
  async viewerMarkedHelpful(@Parent() comment: CommentRow, @Ctx() context: RequestContext): Promise<boolean> {
    return (await this.comments.markedByViewer.load(context, comment.id)) ?? false;
  }

  @ResolveField(() => [CommentVersionModel], { description: `From the first wording to the present one, the latest ${MOST_VERSIONS} at most; none on a tombstone. Of 150 edited comments in one request at most.` })
  async versions(@Parent() comment: CommentRow, @Ctx() context: RequestContext): Promise<ComparedWording[]> {
    if (comment.deletedAt !== null || !canReadWithheld(context.actor, comment)) return [];
    if (comment.version > 1) versionsFew.count(context);
    const replaced = comment.version > 1 ? ((await this.comments.versions.load(context, comment.id)) ?? []) : [];
    const wordings = [...replaced, { number: comment.version, body: comment.body, at: comment.editedAt ?? comment.createdAt }];
    return wordings.map((wording, at) => ({ ...wording, before: wordings[at - 1]?.body ?? null })).slice(-MOST_VERSIONS);
  }

  @ResolveField(() => CommentPermissionsModel)
  async viewerCan(@Parent() comment: CommentRow, @Ctx() context: RequestContext): Promise<CommentPermissionsModel> {
    const { actor } = context;
    const { communityId } = comment;
    const member = actor.accountId ? await this.members.byAccount.load(context, { accountId: actor.accountId, communityId }) : null;
    return {
      edit: permissionOf(canEditComment(actor, comment)),
      delete: permissionOf(canDeleteComment(actor, comment)),
      markHelpful: permissionOf(await this.mayMark(context, member, comment)),
    };
  }

  /** Where nothing else stands in the way, the level decides. */
  private async mayMark(context: RequestContext, member: MemberRow | null, comment: CommentRow): Promise<Decision> {
    const decision = canMarkHelpful(context.actor, member, comment);
    if (!decision.allowed || isStaff(context.actor, comment.communityId)) return decision;
    const rights = await this.members.levelRights.load(context, comment.communityId);
    return rights!.find(({ level }) => level === member!.level)!.markHelpful ? decision : refused('LEVEL_TOO_LOW');
  }
}

@Resolver(() => CommentVersionModel)
export class CommentVersionFieldsResolver {
  @ResolveField(() => [DiffPartModel], { description: 'Against the wording before.' })
  bodyDiff(@Parent() { body, before }: ComparedWording, @Ctx() context: RequestContext): DiffPart[] {
    diffsFew.count(context);
    return diffOf(before ?? body, body);
  }
}
