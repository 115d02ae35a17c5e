import { Args, Int, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { type Connection, Ctx, PageArgs, permissionOf, RequestContext } from '@fanfare/graphql';
import { IdeaModel, type IdeaRow, IdeasLoaders } from '@fanfare/ideas';
import { MemberModel, type MemberRow, MembersLoaders, MentionsService } from '@fanfare/members';
import { CircleModel, CirclePostConnection, CirclePostModel, CirclePostPermissionsModel } from './circle.model.js';
import { canChangePost, canEditPost } from './circle.policy.js';
import type { CircleRow } from './circle.row.js';
import type { CirclePostRow } from './circle-post.row.js';
import { CirclesLoaders } from './circles.loaders.js';

@Resolver(() => CirclePostModel)
export class CirclePostFieldsResolver {
  constructor(
    private readonly loaders: CirclesLoaders,
    private readonly ideas: IdeasLoaders,
    private readonly members: MembersLoaders,
    private readonly mentions: MentionsService,
  ) {}

  @ResolveField(() => String)
  bodyHtml(@Parent() post: CirclePostRow, @Ctx() context: RequestContext): Promise<string> {
    return this.mentions.render(context, post.communityId, post.body);
  }

  @ResolveField(() => CircleModel)
  circle(@Parent() { circleId }: CirclePostRow, @Ctx() context: RequestContext): Promise<CircleRow | null> {
    return this.loaders.byId.load(context, circleId);
  }

  @ResolveField(() => MemberModel, { nullable: true })
  author(@Parent() { authorId }: CirclePostRow, @Ctx() context: RequestContext): Promise<MemberRow | null> | null {
    return authorId === null ? null : this.members.byId.load(context, authorId);
  }

  @ResolveField(() => CirclePostModel, { nullable: true, description: 'What a reply answers.' })
  parent(@Parent() { parentId }: CirclePostRow, @Ctx() context: RequestContext): Promise<CirclePostRow | null> | null {
    return parentId === null ? null : this.loaders.post.load(context, parentId);
  }

  @ResolveField(() => IdeaModel, { nullable: true, description: 'What it shares, as the reader may see it now.' })
  idea(@Parent() { ideaId }: CirclePostRow, @Ctx() context: RequestContext): Promise<IdeaRow | null> | null {
    return ideaId === null ? null : this.ideas.byId.load(context, ideaId);
  }

  @ResolveField(() => Int)
  async replyCount(@Parent() { id }: CirclePostRow, @Ctx() context: RequestContext): Promise<number> {
    return (await this.loaders.replyCount.load(context, id)) ?? 0;
  }

  @ResolveField(() => CirclePostConnection, { description: 'From the oldest. A reply has none.' })
  replies(@Parent() { id }: CirclePostRow, @Args() page: PageArgs, @Ctx() context: RequestContext): Promise<Connection<CirclePostRow>> {
    return this.loaders.replies(context, id, page);
  }

  @ResolveField(() => CirclePostPermissionsModel)
  viewerCan(@Parent() post: CirclePostRow, @Ctx() context: RequestContext): CirclePostPermissionsModel {
    return { edit: permissionOf(canEditPost(context.actor, post)), remove: permissionOf(canChangePost(context.actor, post)) };
  }
}
