import { Args, Field, ID, InputType, Mutation, ObjectType, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Access, ViewerModel } from '@fanfare/access';
import { CommunitiesQueries } from '@fanfare/communities';
import { type Connection, Ctx, FEW_LISTS, PageArgs, RequestContext } from '@fanfare/graphql';
import { Problem } from '@fanfare/kernel';
import { MemberConnection, MemberModel } from '../member.model.js';
import { memberAsSeenBy } from '../member.policy.js';
import type { MemberRow } from '../member.row.js';
import { membersAsSeenBy } from '../members.queries.js';
import { MutesQueries } from './mutes.queries.js';
import { MutesService } from './mutes.service.js';

@InputType()
export class MuteMemberInput {
  @Field(() => ID)
  member: string;

  @Field(() => Boolean, { description: 'False to hear them again.' })
  muted: boolean;
}

@ObjectType()
export class MuteMemberPayload {
  @Field(() => MemberModel)
  member: MemberModel;
}

@Resolver(() => MemberModel)
export class MutesResolver {
  constructor(
    private readonly service: MutesService,
    private readonly queries: MutesQueries,
  ) {}

  @Access('SIGNED_IN')
  @Mutation(() => MuteMemberPayload, { description: 'What they say is folded for the reader, and no mention or follow of theirs is told to them. Nobody hears of it.' })
  async muteMember(@Args('input') { member: id, muted }: MuteMemberInput, @Ctx() context: RequestContext): Promise<{ member: MemberRow }> {
    const member = await this.service.mute(context.actor, id, muted);
    this.queries.byViewer.clear(context, member.id);
    return { member: memberAsSeenBy(context.actor, member) };
  }

  @ResolveField(() => Boolean, { description: 'Whether the reader muted them: what they say is folded then.' })
  async mutedByViewer(@Parent() { id }: MemberRow, @Ctx() context: RequestContext): Promise<boolean> {
    return (await this.queries.byViewer.load(context, id)) ?? false;
  }
}

@Access('SIGNED_IN')
@Resolver(() => ViewerModel)
export class ViewerMutesResolver {
  constructor(
    private readonly queries: MutesQueries,
    private readonly communities: CommunitiesQueries,
  ) {}

  @ResolveField(() => MemberConnection, { nullable: true, description: 'Whom one muted in a community, the latest first. Nobody else sees it.' })
  async mutedMembers(@Args('community') slug: string, @Args() page: PageArgs, @Ctx() context: RequestContext): Promise<Connection<MemberRow>> {
    FEW_LISTS.count(context);
    const community = await this.communities.bySlug(slug);
    if (!community) throw new Problem('NOT_FOUND', { what: 'community' });
    return membersAsSeenBy(context.actor, await this.queries.page(context.actor, community.id, page));
  }
}
