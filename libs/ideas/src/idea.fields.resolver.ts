import { Args, Int, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import {
  CategoriesLoaders,
  CategoryModel,
  type CategoryRow,
  CommunitiesLoaders,
  CommunityModel,
  type CommunityRow,
  RungModel,
  type RungRow,
} from '@fanfare/communities';
import { Ctx, FewPerRequest, permissionOf, RequestContext, WITHHELD_DESCRIPTION, WithholdingEnum } from '@fanfare/graphql';
import { Clock, excerptOf, type Withholding } from '@fanfare/kernel';
import { MemberModel, type MemberRow, MembersLoaders, MentionsService } from '@fanfare/members';
import { canAnswer } from './answers/answer.policy.js';
import { IdeaPermissionsModel, SimilarIdeaModel } from './idea-details.model.js';
import { MOST_MERGED } from './idea-details.queries.js';
import { IdeaModel } from './idea.model.js';
import { canComment, canEdit, canVote, isVotingOpen, withholdingOf } from './idea.policy.js';
import type { IdeaRow } from './idea.row.js';
import { IdeasLoaders } from './ideas.loaders.js';
import { IdeasOfCommunity } from './ideas-of-community.js';
import { InterestModel, interestOf } from './interest.js';
import type { SimilarRow } from './similar.queries.js';

const EXCERPT_LENGTH = 200;
/** Each is a search of its own. */
const similarFew = new FewPerRequest('similar', 5);

@Resolver(() => IdeaModel)
export class IdeaFieldsResolver {
  constructor(
    private readonly loaders: IdeasLoaders,
    private readonly lists: IdeasOfCommunity,
    private readonly communities: CommunitiesLoaders,
    private readonly categories: CategoriesLoaders,
    private readonly members: MembersLoaders,
    private readonly mentions: MentionsService,
    private readonly clock: Clock,
  ) {}

  @ResolveField(() => String)
  bodyHtml(@Parent() idea: IdeaRow, @Ctx() context: RequestContext): Promise<string> {
    return this.mentions.render(context, idea.communityId, idea.body);
  }

  @ResolveField(() => String, { description: 'The first 200 characters as plain text.' })
  excerpt(@Parent() idea: IdeaRow): string {
    return excerptOf(idea.body, EXCERPT_LENGTH);
  }

  @ResolveField(() => CommunityModel)
  community(@Parent() idea: IdeaRow, @Ctx() context: RequestContext): Promise<CommunityRow | null> {
    return this.communities.byId.load(context, idea.communityId);
  }

  @ResolveField(() => CategoryModel, { nullable: true })
  category(@Parent() { categoryId }: IdeaRow, @Ctx() context: RequestContext): Promise<CategoryRow | null> | null {
    return categoryId === null ? null : this.categories.byId.load(context, categoryId);
  }

  @ResolveField(() => MemberModel, { nullable: true, description: 'Null where an import knew none.' })
  author(@Parent() { authorId }: IdeaRow, @Ctx() context: RequestContext): Promise<MemberRow | null> | null {
    return authorId === null ? null : this.members.byId.load(context, authorId);
  }

  @ResolveField(() => WithholdingEnum, { nullable: true, description: WITHHELD_DESCRIPTION })
  withheld(@Parent() idea: IdeaRow): Withholding | null {
    return withholdingOf(idea);
  }

  @ResolveField(() => InterestModel, { nullable: true })
  interest(@Parent() idea: IdeaRow): InterestModel | null {
    return interestOf(idea);
  }

  @ResolveField(() => RungModel, { nullable: true, description: 'The highest rung reached.' })
  async rung(@Parent() idea: IdeaRow, @Ctx() context: RequestContext): Promise<RungRow | null> {
    return this.rungAt(idea, idea.rung, context);
  }

  @ResolveField(() => RungModel, { nullable: true, description: 'The next rung to reach.' })
  async nextRung(@Parent() idea: IdeaRow, @Ctx() context: RequestContext): Promise<RungRow | null> {
    return this.rungAt(idea, idea.rung + 1, context);
  }

  @ResolveField(() => Boolean, { description: 'Whether votes can be cast; where an author erased the text, those that were cast can still be withdrawn.' })
  votingOpen(@Parent() idea: IdeaRow): boolean {
    return isVotingOpen(idea, this.clock.now());
  }

  @ResolveField(() => IdeaPermissionsModel)
  async viewerCan(@Parent() idea: IdeaRow, @Ctx() context: RequestContext): Promise<IdeaPermissionsModel> {
    const { actor } = context;
    const key = { accountId: actor.accountId ?? '', communityId: idea.communityId };
    const member = actor.accountId === null ? null : await this.members.byAccount.load(context, key);
    return {
      edit: permissionOf(canEdit(actor, idea)),
      vote: permissionOf(canVote(actor, member, idea, this.clock.now())),
      comment: permissionOf(canComment(actor, member, idea)),
      answer: permissionOf(canAnswer(actor, idea)),
    };
  }

  @ResolveField(() => IdeaModel, { nullable: true, description: 'The idea that a duplicate points at.' })
  mergedInto(@Parent() { mergedIntoId }: IdeaRow, @Ctx() context: RequestContext): Promise<IdeaRow | null> | null {
    return mergedIntoId === null ? null : this.loaders.byId.load(context, mergedIntoId);
  }

  @ResolveField(() => [IdeaModel], { description: `Its duplicates, the latest ${MOST_MERGED} at most.` })
  async merged(@Parent() idea: IdeaRow, @Ctx() context: RequestContext): Promise<IdeaRow[]> {
    return (await this.loaders.merged.load(context, idea.id)) ?? [];
  }

  @ResolveField(() => [SimilarIdeaModel], { description: 'At most 10; 5 when left out. Of five ideas in one request at most.' })
  async similar(
    @Parent() { id, communityId, title, body }: IdeaRow,
    @Args('first', { type: () => Int, nullable: true }) first: number | null,
    @Ctx() context: RequestContext,
  ): Promise<SimilarRow[]> {
    similarFew.count(context);
    return this.lists.similar(context, { communityId, title, body, except: id, first });
  }

  private async rungAt(idea: IdeaRow, position: number, context: RequestContext): Promise<RungRow | null> {
    const ladder = await this.communities.ladder.load(context, idea.communityId);
    return ladder?.find((rung) => rung.position === position) ?? null;
  }
}
