import { Args, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Access, ViewerModel } from '@fanfare/access';
import { CommunitiesQueries } from '@fanfare/communities';
import { type Connection, connectionOf, Ctx, FEW_LISTS, PageArgs, RequestContext } from '@fanfare/graphql';
import { MemberModel, type MemberRow, MembersLoaders } from '@fanfare/members';
import { VoteConnection } from './vote.model.js';
import type { VoteRow } from './vote.row.js';
import { VotesQueries } from './votes.queries.js';

/** What somebody supports: in the open, like the votes themselves. */
@Resolver(() => MemberModel)
export class MemberVotesResolver {
  constructor(private readonly queries: VotesQueries) {}

  @ResolveField(() => VoteConnection, { description: 'The latest first.' })
  supportedIdeas(@Parent() member: MemberRow, @Args() page: PageArgs, @Ctx() context: RequestContext): Promise<Connection<VoteRow>> {
    FEW_LISTS.count(context);
    return this.queries.pageOf(member.id, page);
  }
}

@Access('SIGNED_IN')
@Resolver(() => ViewerModel)
export class ViewerVotesResolver {
  constructor(
    private readonly queries: VotesQueries,
    private readonly communities: CommunitiesQueries,
    private readonly members: MembersLoaders,
  ) {}

  @ResolveField(() => VoteConnection, { description: 'The reader’s votes in a community, the latest first.' })
  async votes(@Args('community') slug: string, @Args() page: PageArgs, @Ctx() context: RequestContext): Promise<Connection<VoteRow>> {
    const { id: communityId } = await this.communities.requireBySlug(slug);
    const member = await this.members.byAccount.load(context, { accountId: context.actor.accountId!, communityId });
    return member ? this.queries.pageOf(member.id, page) : connectionOf<VoteRow>([], page, () => '', async () => 0);
  }
}
