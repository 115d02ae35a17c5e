import { Args, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Access, ViewerModel } from '@fanfare/access';
import { CategoriesLoaders, CategoryModel, type CategoryRow, CommunitiesLoaders, CommunitiesQueries, CommunityModel, type CommunityRow } from '@fanfare/communities';
import { type Connection, Ctx, CurrentActor, FEW_LISTS, PageArgs, RequestContext } from '@fanfare/graphql';
import { IdeaModel, type IdeaRow, IdeasLoaders } from '@fanfare/ideas';
import type { Actor } from '@fanfare/kernel';
import { MemberModel, type MemberRow, MembersLoaders } from '@fanfare/members';
import { FollowConnection, FollowInput, FollowModel, FollowPayload, UnfollowInput, UnfollowPayload } from './follow.model.js';
import type { FollowKind, FollowRow } from './follow.row.js';
import { FollowsLoaders } from './follows.loaders.js';
import { FollowsQueries, type Subject } from './follows.queries.js';
import { FollowsService } from './follows.service.js';

interface Payload {
  readonly idea: IdeaRow | null;
  readonly member: MemberRow | null;
  readonly category: CategoryRow | null;
  readonly community: CommunityRow | null;
}

@Access('SIGNED_IN')
@Resolver(() => FollowModel)
export class FollowsResolver {
  constructor(
    private readonly follows: FollowsService,
    private readonly loaders: FollowsLoaders,
    private readonly ideas: IdeasLoaders,
    private readonly members: MembersLoaders,
    private readonly categories: CategoriesLoaders,
    private readonly communities: CommunitiesLoaders,
  ) {}

  @Mutation(() => FollowPayload, { description: 'Following twice is following once.' })
  async follow(@Args('input') input: FollowInput, @CurrentActor() actor: Actor, @Ctx() context: RequestContext): Promise<Payload> {
    return this.seen(context, await this.follows.follow(actor, input.subject));
  }

  @Mutation(() => UnfollowPayload)
  async unfollow(@Args('input') input: UnfollowInput, @CurrentActor() actor: Actor, @Ctx() context: RequestContext): Promise<Payload> {
    return this.seen(context, await this.follows.unfollow(actor, input.subject));
  }

  @ResolveField(() => IdeaModel, { nullable: true })
  idea(@Parent() { kind, subjectId }: FollowRow, @Ctx() context: RequestContext): Promise<IdeaRow | null> | null {
    return kind === 'IDEA' ? this.ideas.byId.load(context, subjectId) : null;
  }

  @ResolveField(() => MemberModel, { nullable: true })
  member(@Parent() { kind, subjectId }: FollowRow, @Ctx() context: RequestContext): Promise<MemberRow | null> | null {
    return kind === 'MEMBER' ? this.members.byId.load(context, subjectId) : null;
  }

  @ResolveField(() => CategoryModel, { nullable: true })
  category(@Parent() { kind, subjectId }: FollowRow, @Ctx() context: RequestContext): Promise<CategoryRow | null> | null {
    return kind === 'CATEGORY' ? this.categories.byId.load(context, subjectId) : null;
  }

  @ResolveField(() => CommunityModel, { nullable: true })
  community(@Parent() { kind, subjectId }: FollowRow, @Ctx() context: RequestContext): Promise<CommunityRow | null> | null {
    return kind === 'COMMUNITY' ? this.communities.byId.load(context, subjectId) : null;
  }

  /** The subject as it is after the change. */
  private async seen(context: RequestContext, { id, kind }: Subject): Promise<Payload> {
    this.loaders.byViewer.clear(context, id);
    this.loaders.count.clear(context, id);
    const only = <Row>(wanted: FollowKind, load: () => Promise<Row | null>) => (kind === wanted ? load() : Promise.resolve(null));
    return {
      idea: await only('IDEA', () => this.ideas.byId.load(context, id)),
      member: await only('MEMBER', () => this.members.byId.load(context, id)),
      category: await only('CATEGORY', () => this.categories.byId.load(context, id)),
      community: await only('COMMUNITY', () => this.communities.byId.load(context, id)),
    };
  }
}

@Access('SIGNED_IN')
@Resolver(() => ViewerModel)
export class ViewerFollowsResolver {
  constructor(
    private readonly queries: FollowsQueries,
    private readonly communities: CommunitiesQueries,
  ) {}

  @ResolveField(() => FollowConnection, { description: 'All that the reader follows in a community, the latest first.' })
  async follows(@Args('community') slug: string, @Args() page: PageArgs, @Ctx() context: RequestContext): Promise<Connection<FollowRow>> {
    FEW_LISTS.count(context);
    const { id } = await this.communities.requireBySlug(slug);
    return this.queries.mine(id, context.actor.accountId!, page);
  }
}
