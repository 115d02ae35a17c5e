import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Access } from '@fanfare/access';
import { Ctx, CurrentActor, RequestContext } from '@fanfare/graphql';
import { type Actor, isId } from '@fanfare/kernel';
import {
  CloseMissionInput,
  CloseMissionPayload,
  CreatePeriodInput,
  CreatePeriodPayload,
  DeleteMissionInput,
  DeleteMissionPayload,
  JoinMissionInput,
  JoinMissionPayload,
  LeaveMissionInput,
  LeaveMissionPayload,
  PublishMissionInput,
  PublishMissionPayload,
  UpdateMissionInput,
  UpdateMissionPayload,
  UpdatePeriodInput,
  UpdatePeriodPayload,
} from './mission.inputs.js';
import { MissionModel } from './mission.model.js';
import type { MissionRow, PeriodRow } from './mission.row.js';
import { MissionJoinsService } from './mission-joins.service.js';
import { MissionsLoaders } from './missions.loaders.js';
import { MissionsService } from './missions.service.js';
import { PeriodsService } from './periods.service.js';

interface Payload {
  readonly mission: MissionRow;
}

@Access('SIGNED_IN')
@Resolver(() => MissionModel)
export class MissionsResolver {
  constructor(
    private readonly missions: MissionsService,
    private readonly periods: PeriodsService,
    private readonly joins: MissionJoinsService,
    private readonly loaders: MissionsLoaders,
  ) {}

  @Access('PUBLIC')
  @Query(() => MissionModel, { nullable: true })
  mission(@Args('id', { type: () => ID }) id: string, @Ctx() context: RequestContext): Promise<MissionRow | null> | null {
    return isId(id) ? this.loaders.byId.load(context, id.toLowerCase()) : null;
  }

  @Mutation(() => PublishMissionPayload, { description: 'By owners and brand managers. A brief or rubric that asks for praise is refused, with the sentence and why.' })
  async publishMission(@Args('input') input: PublishMissionInput, @CurrentActor() actor: Actor): Promise<Payload> {
    return { mission: await this.missions.publish(actor, input) };
  }

  @Mutation(() => UpdateMissionPayload, { description: 'Of a draft; what is public stays as it was read.' })
  async updateMission(@Args('input') input: UpdateMissionInput, @CurrentActor() actor: Actor): Promise<Payload> {
    return { mission: await this.missions.update(actor, input.mission, input) };
  }

  @Mutation(() => DeleteMissionPayload, { description: 'Of a draft alone: what was shown stays.' })
  async deleteMission(@Args('input') input: DeleteMissionInput, @CurrentActor() actor: Actor): Promise<DeleteMissionPayload> {
    await this.missions.discard(actor, input.mission);
    return { deleted: true };
  }

  @Mutation(() => CloseMissionPayload, { description: 'Ends it early; what was submitted is still reviewed.' })
  async closeMission(@Args('input') input: CloseMissionInput, @CurrentActor() actor: Actor): Promise<Payload> {
    return { mission: await this.missions.close(actor, input.mission, input.notice) };
  }

  @Mutation(() => JoinMissionPayload, { description: 'Takes a place; twice is once. Ambassadors only.' })
  async joinMission(@Args('input') input: JoinMissionInput, @Ctx() context: RequestContext): Promise<Payload> {
    await this.joins.join(context.actor, input.mission);
    return this.fresh(context, input.mission);
  }

  @Mutation(() => LeaveMissionPayload, { description: 'Gives the place back, with what was a draft.' })
  async leaveMission(@Args('input') input: LeaveMissionInput, @Ctx() context: RequestContext): Promise<Payload> {
    await this.joins.leave(context.actor, input.mission);
    return this.fresh(context, input.mission);
  }

  @Mutation(() => CreatePeriodPayload)
  async createPeriod(@Args('input') input: CreatePeriodInput, @Ctx() context: RequestContext): Promise<{ period: PeriodRow }> {
    return this.savedPeriod(context, await this.periods.save(context.actor, input));
  }

  @Mutation(() => UpdatePeriodPayload)
  async updatePeriod(@Args('input') { period, ...input }: UpdatePeriodInput, @Ctx() context: RequestContext): Promise<{ period: PeriodRow }> {
    return this.savedPeriod(context, await this.periods.save(context.actor, input, period));
  }

  private async fresh(context: RequestContext, id: string): Promise<Payload> {
    this.loaders.forget(context, id.toLowerCase());
    return { mission: (await this.loaders.byId.load(context, id.toLowerCase()))! };
  }

  private async savedPeriod(context: RequestContext, id: string): Promise<{ period: PeriodRow }> {
    return { period: (await this.loaders.period.load(context, id))! };
  }
}
