import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { Access } from '@fanfare/access';
import { Ctx, RequestContext } from '@fanfare/graphql';
import {
  StandForElectionInput,
  StandForElectionPayload,
  StartElectionInput,
  StartElectionPayload,
  VoteInElectionInput,
  VoteInElectionPayload,
  WithdrawCandidacyInput,
  WithdrawCandidacyPayload,
} from './circle.inputs.js';
import type { CircleRow } from './circle.row.js';
import { CirclesLoaders } from './circles.loaders.js';
import { ElectionModel } from './election.model.js';
import type { ElectionRow } from './election.row.js';
import { ElectionsService } from './elections.service.js';

@Access('SIGNED_IN')
@Resolver(() => ElectionModel)
export class ElectionsResolver {
  constructor(
    private readonly elections: ElectionsService,
    private readonly loaders: CirclesLoaders,
  ) {}

  @Mutation(() => StartElectionPayload, { description: 'Begins an election, or joins those who ask for one while somebody is in office.' })
  async startElection(@Args('input') input: StartElectionInput, @Ctx() context: RequestContext): Promise<{ circle: CircleRow }> {
    await this.elections.start(context.actor, input.circle);
    this.loaders.forget(context);
    return { circle: (await this.loaders.byId.load(context, input.circle.toLowerCase()))! };
  }

  @Mutation(() => StandForElectionPayload, { description: 'Standing again changes the words.' })
  async standForElection(@Args('input') input: StandForElectionInput, @Ctx() context: RequestContext): Promise<{ election: ElectionRow }> {
    await this.elections.stand(context.actor, input.election, input.statement);
    return this.fresh(context, input.election);
  }

  @Mutation(() => WithdrawCandidacyPayload)
  async withdrawCandidacy(@Args('input') input: WithdrawCandidacyInput, @Ctx() context: RequestContext): Promise<{ election: ElectionRow }> {
    await this.elections.withdraw(context.actor, input.election);
    return this.fresh(context, input.election);
  }

  @Mutation(() => VoteInElectionPayload, { description: 'One vote each, secret, changeable until the close.' })
  async voteInElection(@Args('input') input: VoteInElectionInput, @Ctx() context: RequestContext): Promise<{ election: ElectionRow }> {
    await this.elections.vote(context.actor, input.election, input.candidate ?? null);
    return this.fresh(context, input.election);
  }

  private async fresh(context: RequestContext, id: string): Promise<{ election: ElectionRow }> {
    this.loaders.forget(context);
    return { election: (await this.loaders.election.load(context, id.toLowerCase()))! };
  }
}
