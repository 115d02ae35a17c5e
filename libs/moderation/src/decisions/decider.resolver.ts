import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Ctx, RequestContext } from '@fanfare/graphql';
import { MemberModel, type MemberRow, MembersLoaders } from '@fanfare/members';
import { DecisionReaders } from './decision-readers.js';
import { DecisionModel } from './decision.model.js';
import type { DecisionRow } from './decision.row.js';

/** Among themselves moderators know who decided; to everybody else they speak as one. */
@Resolver(() => DecisionModel)
export class DeciderResolver {
  constructor(
    private readonly readers: DecisionReaders,
    private readonly members: MembersLoaders,
  ) {}

  @ResolveField(() => MemberModel, { nullable: true, description: 'For moderators. Null for a machine, and for somebody of the panel who is no member here.' })
  async decidedBy(@Parent() decision: DecisionRow, @Ctx() context: RequestContext): Promise<MemberRow | null> {
    if (decision.decidedBy === null || !(await this.readers.reviewsThere(context, decision))) return null;
    return this.members.byAccount.load(context, { accountId: decision.decidedBy, communityId: decision.communityId });
  }
}
