import { Args, Int, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Access, ViewerModel } from '@fanfare/access';
import { CommunityModel, type CommunityRow } from '@fanfare/communities';
import { type Connection, Ctx, CurrentActor, FEW_LISTS, FEW_SEARCHES, FewPerRequest, PageArgs, RequestContext } from '@fanfare/graphql';
import type { Actor } from '@fanfare/kernel';
import { MemberModel, type MemberRow } from '@fanfare/members';
import { DraftsService } from './drafts.service.js';
import { SimilarIdeaModel, StatusCountModel } from './idea-details.model.js';
import type { StatusCountRow } from './idea-details.queries.js';
import { IdeasArgs } from './idea.inputs.js';
import { IdeaConnection, IdeaModel } from './idea.model.js';
import type { IdeaRow } from './idea.row.js';
import { IdeasLoaders } from './ideas.loaders.js';
import { IdeasOfCommunity } from './ideas-of-community.js';
import type { SimilarRow } from './similar.queries.js';

/** Each is a search of its own. */
const similarFew = new FewPerRequest('similarIdeas', 5);

@Resolver(() => CommunityModel)
export class CommunityIdeasResolver {
  constructor(
    private readonly lists: IdeasOfCommunity,
    private readonly loaders: IdeasLoaders,
  ) {}

  @ResolveField(() => IdeaConnection, {
    description: 'Without a status: every status the reader may read, so no drafts and nothing removed. No page repeats or skips an idea while votes arrive.',
  })
  ideas(@Parent() community: CommunityRow, @Args() args: IdeasArgs, @Ctx() context: RequestContext): Promise<Connection<IdeaRow>> {
    (args.filter?.search ? FEW_SEARCHES : FEW_LISTS).count(context);
    return this.lists.page(context, community.id, args);
  }

  @ResolveField(() => [SimilarIdeaModel], { description: 'What was posted already, for whoever is typing. At most 10; 5 when left out.' })
  similarIdeas(
    @Parent() community: CommunityRow,
    @Args('title') title: string,
    @Args('body', { type: () => String, nullable: true }) body: string | null,
    @Args('first', { type: () => Int, nullable: true }) first: number | null,
    @Ctx() context: RequestContext,
  ): Promise<SimilarRow[]> {
    similarFew.count(context);
    return this.lists.similar(context, { communityId: community.id, title, body, first });
  }

  @ResolveField(() => [StatusCountModel], { description: 'How many ideas stand where, of those everybody may read.' })
  async statusCounts(@Parent() community: CommunityRow, @Ctx() context: RequestContext): Promise<StatusCountRow[]> {
    return (await this.loaders.statusCounts.load(context, community.id)) ?? [];
  }
}

@Resolver(() => MemberModel)
export class MemberIdeasResolver {
  constructor(
    private readonly lists: IdeasOfCommunity,
    private readonly loaders: IdeasLoaders,
  ) {}

  @ResolveField(() => IdeaConnection, { description: 'The newest first.' })
  ideas(@Parent() member: MemberRow, @Args() args: PageArgs, @Ctx() context: RequestContext): Promise<Connection<IdeaRow>> {
    FEW_LISTS.count(context);
    return this.lists.pageOfAuthor(context, member, args);
  }

  @ResolveField(() => Int)
  async ideaCount(@Parent() member: MemberRow, @Ctx() context: RequestContext): Promise<number> {
    return (await this.loaders.authorCount.load(context, member.id)) ?? 0;
  }
}

@Access('SIGNED_IN')
@Resolver(() => ViewerModel)
export class ViewerDraftsResolver {
  constructor(private readonly service: DraftsService) {}

  @ResolveField(() => [IdeaModel], { description: 'The last one written first; at most 50.' })
  drafts(@Args('community') community: string, @CurrentActor() actor: Actor): Promise<IdeaRow[]> {
    return this.service.mine(actor, community);
  }
}
