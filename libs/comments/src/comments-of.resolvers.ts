import { Args, Int, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Access, ViewerModel } from '@fanfare/access';
import { CommunitiesQueries } from '@fanfare/communities';
import { type Connection, connectionOf, Ctx, PageArgs, pageSize, RequestContext } from '@fanfare/graphql';
import { canRead, IdeaModel, type IdeaRow } from '@fanfare/ideas';
import { MembersLoaders } from '@fanfare/members';
import { CommentConnection, CommentsArgs } from './comment.model.js';
import type { CommentRow } from './comment.row.js';
import { CommentsLoaders } from './comments.loaders.js';

/** The discussion of an idea: read by whoever may read the idea itself. */
@Resolver(() => IdeaModel)
export class IdeaCommentsResolver {
  constructor(private readonly loaders: CommentsLoaders) {}

  @ResolveField(() => Int, { description: 'Replies included, tombstones not.' })
  async commentCount(@Parent() idea: IdeaRow, @Ctx() context: RequestContext): Promise<number> {
    return canRead(context.actor, idea) ? ((await this.loaders.tally.load(context, idea.id)) ?? 0) : 0;
  }

  @ResolveField(() => CommentConnection, { description: 'Of level one; each holds its replies.' })
  async comments(@Parent() idea: IdeaRow, @Args() args: CommentsArgs, @Ctx() context: RequestContext): Promise<Connection<CommentRow>> {
    return canRead(context.actor, idea) ? this.loaders.page(context, 'IDEA', idea.id, args.orderBy ?? 'OLDEST', args) : noComments(args);
  }
}

/** What the reader wrote themselves. */
@Access('SIGNED_IN')
@Resolver(() => ViewerModel)
export class ViewerCommentsResolver {
  constructor(
    private readonly loaders: CommentsLoaders,
    private readonly communities: CommunitiesQueries,
    private readonly members: MembersLoaders,
  ) {}

  @ResolveField(() => CommentConnection, { description: 'The newest first.' })
  async comments(@Args('community') slug: string, @Args() page: PageArgs, @Ctx() context: RequestContext): Promise<Connection<CommentRow>> {
    const community = await this.communities.bySlug(slug);
    const { accountId } = context.actor;
    const member = community && accountId ? await this.members.byAccount.load(context, { accountId, communityId: community.id }) : null;
    return member ? this.loaders.page(context, 'MEMBER', member.id, 'NEWEST', page) : noComments(page);
  }
}

function noComments(args: PageArgs): Connection<CommentRow> {
  pageSize(args); // a page that cannot be asked for is refused here too
  return connectionOf<CommentRow>([], args, () => '', async () => 0);
}
