import { Args, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Access } from '@fanfare/access';
import { CommunityModel, type CommunityRow } from '@fanfare/communities';
import { type Connection, Ctx, CurrentActor, PageArgs, RequestContext } from '@fanfare/graphql';
import { type Actor, Problem } from '@fanfare/kernel';
import { MemberModel, type MemberRow, MembersLoaders } from '@fanfare/members';
import { AmbassadorAppealConnection, AmbassadorAppealModel, AppealTermInput, AppealTermPayload, DecideAmbassadorAppealInput, DecideAmbassadorAppealPayload } from './ambassador-appeal.model.js';
import type { AmbassadorAppealRow } from './ambassador-appeal.row.js';
import { AmbassadorAppealsQueries } from './ambassador-appeals.queries.js';
import { AmbassadorAppealsService } from './ambassador-appeals.service.js';

@Access('SIGNED_IN')
@Resolver(() => AmbassadorAppealModel)
export class AmbassadorAppealsResolver {
  constructor(
    private readonly appeals: AmbassadorAppealsService,
    private readonly queries: AmbassadorAppealsQueries,
  ) {}

  @Mutation(() => AppealTermPayload, { description: 'Against the revocation of one’s term, within six months; a moderator decides, never the brand.' })
  async appealTerm(@Args('input') input: AppealTermInput, @CurrentActor() actor: Actor): Promise<{ appeal: AmbassadorAppealRow }> {
    await this.appeals.appeal(actor, 'TERM', input.term, input);
    return { appeal: (await this.queries.ofSubjects([input.term])).get(input.term.toLowerCase())![0]! };
  }

  @Mutation(() => DecideAmbassadorAppealPayload, { description: 'By a moderator who took no part, never by the brand; where there are none, by the panel or the operator.' })
  async decideAmbassadorAppeal(@Args('input') input: DecideAmbassadorAppealInput, @CurrentActor() actor: Actor): Promise<{ appeal: AmbassadorAppealRow }> {
    return { appeal: await this.appeals.decide(actor, input) };
  }
}

@Resolver(() => CommunityModel)
export class AmbassadorAppealsOfCommunityResolver {
  constructor(private readonly queries: AmbassadorAppealsQueries) {}

  @ResolveField(() => AmbassadorAppealConnection, { nullable: true, description: 'What waits, the oldest first; for moderators, null and an error to others.' })
  async ambassadorAppeals(@Parent() { id }: CommunityRow, @Args() page: PageArgs, @Ctx() context: RequestContext): Promise<Connection<AmbassadorAppealRow>> {
    const refusal = await this.queries.refusal(context, id);
    if (refusal) throw new Problem(refusal);
    return this.queries.open(id, page);
  }
}

@Resolver(() => AmbassadorAppealModel)
export class AmbassadorAppealFieldsResolver {
  constructor(private readonly members: MembersLoaders) {}

  @ResolveField(() => MemberModel, { nullable: true })
  member(@Parent() { memberId }: AmbassadorAppealRow, @Ctx() context: RequestContext): Promise<MemberRow | null> {
    return this.members.byId.load(context, memberId);
  }
}
