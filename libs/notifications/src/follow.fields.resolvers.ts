import { Args, Int, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CategoryModel, type CategoryRow, CommunityModel, type CommunityRow } from '@fanfare/communities';
import { type Connection, Ctx, FEW_LISTS, PageArgs, RequestContext } from '@fanfare/graphql';
import { IdeaModel, type IdeaRow } from '@fanfare/ideas';
import { MemberConnection, MemberModel, type MemberRow, membersAsSeenBy } from '@fanfare/members';
import { FollowsLoaders } from './follows.loaders.js';
import { FollowsQueries } from './follows.queries.js';

const VIEWER_FOLLOWS = { description: 'Whether the reader follows it.' };

@Resolver(() => IdeaModel)
export class IdeaFollowsResolver {
  constructor(private readonly loaders: FollowsLoaders) {}

  @ResolveField(() => Boolean, VIEWER_FOLLOWS)
  async viewerFollows(@Parent() { id }: IdeaRow, @Ctx() context: RequestContext): Promise<boolean> {
    return (await this.loaders.byViewer.load(context, id)) ?? false;
  }

  @ResolveField(() => Int, { description: 'How many follow it; whoever posted or backed it hears of it in any case.' })
  async followerCount(@Parent() { id }: IdeaRow, @Ctx() context: RequestContext): Promise<number> {
    return (await this.loaders.count.load(context, id)) ?? 0;
  }
}

@Resolver(() => CategoryModel)
export class CategoryFollowsResolver {
  constructor(private readonly loaders: FollowsLoaders) {}

  @ResolveField(() => Boolean, VIEWER_FOLLOWS)
  async viewerFollows(@Parent() { id }: CategoryRow, @Ctx() context: RequestContext): Promise<boolean> {
    return (await this.loaders.byViewer.load(context, id)) ?? false;
  }
}

@Resolver(() => CommunityModel)
export class CommunityFollowsResolver {
  constructor(private readonly loaders: FollowsLoaders) {}

  @ResolveField(() => Boolean, { description: 'Whether the reader follows its changelog.' })
  async viewerFollows(@Parent() { id }: CommunityRow, @Ctx() context: RequestContext): Promise<boolean> {
    return (await this.loaders.byViewer.load(context, id)) ?? false;
  }
}

@Resolver(() => MemberModel)
export class MemberFollowsResolver {
  constructor(
    private readonly loaders: FollowsLoaders,
    private readonly queries: FollowsQueries,
  ) {}

  @ResolveField(() => Boolean, VIEWER_FOLLOWS)
  async viewerFollows(@Parent() { id }: MemberRow, @Ctx() context: RequestContext): Promise<boolean> {
    return (await this.loaders.byViewer.load(context, id)) ?? false;
  }

  @ResolveField(() => MemberConnection, { description: 'Who follows them, the latest first.' })
  async followers(@Parent() { id }: MemberRow, @Args() page: PageArgs, @Ctx() context: RequestContext): Promise<Connection<MemberRow>> {
    FEW_LISTS.count(context);
    return membersAsSeenBy(context.actor, await this.queries.followers(id, page));
  }

  @ResolveField(() => MemberConnection, { description: 'The members they follow, the latest first.' })
  async following(@Parent() { id }: MemberRow, @Args() page: PageArgs, @Ctx() context: RequestContext): Promise<Connection<MemberRow>> {
    FEW_LISTS.count(context);
    return membersAsSeenBy(context.actor, await this.queries.following(id, page));
  }
}
