import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Ctx, permissionOf, RequestContext } from '@fanfare/graphql';
import { Clock } from '@fanfare/kernel';
import { MemberModel, type MemberRow, MembersLoaders } from '@fanfare/members';
import { CircleModel } from './circle.model.js';
import type { CircleRow } from './circle.row.js';
import { CirclesLoaders } from './circles.loaders.js';
import { CandidateModel, ElectionModel, ElectionPermissionsModel } from './election.model.js';
import { canStand, canVoteInElection } from './election.policy.js';
import type { CandidateRow, ElectionRow } from './election.row.js';
import { ViewerAt } from './viewer-at.js';

@Resolver(() => ElectionModel)
export class ElectionFieldsResolver {
  constructor(
    private readonly loaders: CirclesLoaders,
    private readonly members: MembersLoaders,
    private readonly viewer: ViewerAt,
    private readonly clock: Clock,
  ) {}

  @ResolveField(() => CircleModel)
  circle(@Parent() { circleId }: ElectionRow, @Ctx() context: RequestContext): Promise<CircleRow | null> {
    return this.loaders.byId.load(context, circleId);
  }

  @ResolveField(() => [CandidateModel], { description: 'In the order they stood; after the close those with most votes first.' })
  async candidates(@Parent() { id }: ElectionRow, @Ctx() context: RequestContext): Promise<CandidateRow[]> {
    return (await this.loaders.candidates.load(context, id)) ?? [];
  }

  @ResolveField(() => MemberModel, { nullable: true })
  winner(@Parent() { winnerId }: ElectionRow, @Ctx() context: RequestContext): Promise<MemberRow | null> | null {
    return winnerId === null ? null : this.members.byId.load(context, winnerId);
  }

  @ResolveField(() => MemberModel, { nullable: true, description: 'Whom the reader votes for, while the election runs; nobody sees anybody else’s.' })
  async viewerVote(@Parent() { id }: ElectionRow, @Ctx() context: RequestContext): Promise<MemberRow | null> {
    const candidateId = await this.loaders.ownBallot.load(context, id);
    return candidateId === null ? null : this.members.byId.load(context, candidateId);
  }

  @ResolveField(() => ElectionPermissionsModel)
  async viewerCan(@Parent() election: ElectionRow, @Ctx() context: RequestContext): Promise<ElectionPermissionsModel> {
    const { member, inside } = await this.viewer.of(context, election);
    const now = this.clock.now();
    return {
      stand: permissionOf(canStand(context.actor, member, inside, election, now)),
      vote: permissionOf(canVoteInElection(context.actor, member, inside, election, now)),
    };
  }
}

@Resolver(() => CandidateModel)
export class CandidateFieldsResolver {
  constructor(private readonly members: MembersLoaders) {}

  @ResolveField(() => MemberModel)
  member(@Parent() { memberId }: CandidateRow, @Ctx() context: RequestContext): Promise<MemberRow | null> {
    return this.members.byId.load(context, memberId);
  }
}
