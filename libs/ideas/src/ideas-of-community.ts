import { Injectable } from '@nestjs/common';
import { CommunitiesLoaders } from '@fanfare/communities';
import type { Connection, PageArgs, RequestContext } from '@fanfare/graphql';
import { isId, Problem } from '@fanfare/kernel';
import { MembersLoaders } from '@fanfare/members';
import { CategoriesLoaders } from '@fanfare/communities';
import type { FeedFilter } from './feed.filter.js';
import type { IdeaOrder, NeedsAnswerOrder } from './feed.order.js';
import { FeedQueries } from './feed.queries.js';
import type { IdeaFilter, IdeasArgs } from './idea.inputs.js';
import type { IdeaRow } from './idea.row.js';
import { SearchQueries } from './search.queries.js';
import { SimilarQueries, type SimilarRow } from './similar.queries.js';

export interface SimilarTo {
  readonly communityId: string;
  readonly title: string;
  readonly body?: string | null;
  readonly except?: string;
  readonly first?: number | null;
}

interface WaitingArgs extends PageArgs {
  readonly orderBy?: NeedsAnswerOrder | null;
  readonly filter?: IdeaFilter | null;
}

/** The lists of ideas, as clients ask for them. */
@Injectable()
export class IdeasOfCommunity {
  constructor(
    private readonly feed: FeedQueries,
    private readonly searching: SearchQueries,
    private readonly similarIdeas: SimilarQueries,
    private readonly communities: CommunitiesLoaders,
    private readonly categories: CategoriesLoaders,
    private readonly members: MembersLoaders,
  ) {}

  /**
   * A community's ideas, filtered and ordered.
   *
   * @throws Problem `UNKNOWN_CATEGORY`, `NOT_FOUND` (author), `INVALID_INPUT` (RELEVANCE without a search), `INVALID_CURSOR`,
   * `INVALID_PAGE_SIZE`
   */
  async page(context: RequestContext, communityId: string, args: IdeasArgs): Promise<Connection<IdeaRow>> {
    const filter = await this.checked(context, communityId, args.filter ?? {});
    const order: IdeaOrder = args.orderBy ?? (filter.search ? 'RELEVANCE' : 'TRENDING');
    if (order !== 'RELEVANCE') return this.feed.page(order, filter, context.actor, args);
    if (!filter.search) throw new Problem('INVALID_INPUT', { field: 'orderBy' });
    return this.searching.page(filter, context.actor, args);
  }

  /** What waits for the brand, filtered and ordered. @throws Problem as `page` does */
  async waiting(context: RequestContext, communityId: string, args: WaitingArgs): Promise<Connection<IdeaRow>> {
    const filter = await this.checked(context, communityId, args.filter ?? {});
    return this.feed.page(args.orderBy ?? 'MOST_SUPPORT', { ...filter, waiting: true }, context.actor, args);
  }

  /** What a member posted, the newest first. */
  pageOfAuthor(context: RequestContext, author: { id: string; communityId: string }, args: PageArgs): Promise<Connection<IdeaRow>> {
    return this.feed.page('NEWEST', { communityId: author.communityId, authorId: author.id }, context.actor, args);
  }

  /** What was posted already and says something alike. */
  async similar(context: RequestContext, { communityId, ...like }: SimilarTo): Promise<SimilarRow[]> {
    const community = await this.communities.byId.load(context, communityId);
    return this.similarIdeas.find({ communityId, locale: community?.locale ?? '', ...like });
  }

  /** Names of things are checked: another community's category or member is unknown here. */
  private async checked(context: RequestContext, communityId: string, filter: IdeaFilter): Promise<FeedFilter> {
    const { category, author, search, status, supportedByViewer } = filter;
    const foundCategory = category && isId(category) ? await this.categories.byId.load(context, category.toLowerCase()) : null;
    if (category && foundCategory?.communityId !== communityId) throw new Problem('UNKNOWN_CATEGORY');
    const foundAuthor = author && isId(author) ? await this.members.byId.load(context, author.toLowerCase()) : null;
    if (author && foundAuthor?.communityId !== communityId) throw new Problem('NOT_FOUND', { what: 'member' });
    return {
      communityId,
      search: search?.trim() || null,
      status,
      categoryId: foundCategory?.id,
      authorId: foundAuthor?.id,
      supportedByViewer,
    };
  }
}
