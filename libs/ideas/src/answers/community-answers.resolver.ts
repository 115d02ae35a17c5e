import { Args, ArgsType, Field, ID, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CategoriesLoaders, CommunityModel, type CommunityRow } from '@fanfare/communities';
import { type Connection, Ctx, FEW_LISTS, FEW_SEARCHES, PageArgs, RequestContext } from '@fanfare/graphql';
import { enforce, isId, Problem } from '@fanfare/kernel';
import { IsIn, IsOptional } from 'class-validator';
import { IdeaEventConnection } from '../idea-details.model.js';
import type { MoveRow } from '../idea-details.queries.js';
import { IdeaConnection, IdeaStatusEnum } from '../idea.model.js';
import type { IdeaRow } from '../idea.row.js';
import { IDEA_STATUSES, type IdeaStatus } from '../idea.status.js';
import { IdeasOfCommunity } from '../ideas-of-community.js';
import { NeedsAnswerArgs } from './answer.inputs.js';
import { canAnswer } from './answer.policy.js';
import { ChangelogQueries } from './changelog.queries.js';
import { RoadmapQueries } from './roadmap.queries.js';

@ArgsType()
class RoadmapArgs extends PageArgs {
  @IsOptional()
  @IsIn(IDEA_STATUSES)
  @Field(() => IdeaStatusEnum, { nullable: true, description: 'PLANNED, IN_PROGRESS or DELIVERED; all of them when left out.' })
  status?: IdeaStatus | null;
}

@ArgsType()
class ChangelogArgs extends PageArgs {
  @IsOptional()
  @Field(() => ID, { nullable: true })
  category?: string | null;
}

/** What a community's brand has to answer, and what it did. */
@Resolver(() => CommunityModel)
export class CommunityAnswersResolver {
  constructor(
    private readonly lists: IdeasOfCommunity,
    private readonly changes: ChangelogQueries,
    private readonly roadmapQueries: RoadmapQueries,
    private readonly categories: CategoriesLoaders,
  ) {}

  @ResolveField(() => IdeaConnection, {
    nullable: true,
    description: 'Brand roles. Open or under review, without an official response since it was posted, or since it completed the ladder. No page repeats or skips an idea while votes arrive.',
  })
  async needsAnswer(@Parent() community: CommunityRow, @Args() args: NeedsAnswerArgs, @Ctx() context: RequestContext): Promise<Connection<IdeaRow>> {
    (args.filter?.search ? FEW_SEARCHES : FEW_LISTS).count(context);
    enforce(canAnswer(context.actor, { communityId: community.id }));
    return this.lists.waiting(context, community.id, args);
  }

  @ResolveField(() => IdeaConnection, { description: 'What is planned, then in progress, by when it is expected and what has no date last; then what was delivered, the latest first.' })
  async roadmap(@Parent() community: CommunityRow, @Args() { status, ...args }: RoadmapArgs, @Ctx() context: RequestContext): Promise<Connection<IdeaRow>> {
    FEW_LISTS.count(context);
    return this.roadmapQueries.page(community.id, status ?? null, args);
  }

  @ResolveField(() => IdeaEventConnection, { description: 'Every move that the brand answered, the latest first.' })
  async changelog(@Parent() community: CommunityRow, @Args() args: ChangelogArgs, @Ctx() context: RequestContext): Promise<Connection<MoveRow>> {
    FEW_LISTS.count(context);
    const category = args.category && isId(args.category) ? await this.categories.byId.load(context, args.category.toLowerCase()) : null;
    if (args.category && category?.communityId !== community.id) throw new Problem('UNKNOWN_CATEGORY');
    return this.changes.page({ communityId: community.id, categoryId: category?.id ?? null }, args);
  }
}
