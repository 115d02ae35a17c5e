import { Args, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CommunityModel, type CommunityRow } from '@fanfare/communities';
import { type Connection, Ctx, PageArgs, RequestContext } from '@fanfare/graphql';
import { MissionConnection, MissionPeriodConnection, MissionsArgs } from './mission.model.js';
import type { MissionRow, PeriodRow } from './mission.row.js';
import { MissionsQueries } from './missions.queries.js';

@Resolver(() => CommunityModel)
export class MissionsOfCommunityResolver {
  constructor(private readonly queries: MissionsQueries) {}

  @ResolveField(() => MissionConnection, { description: 'What ambassadors may choose to do, what opens last first. Drafts are the brand’s team’s.' })
  missions(@Parent() { id }: CommunityRow, @Args() { filter, ...page }: MissionsArgs, @Ctx() { actor }: RequestContext): Promise<Connection<MissionRow>> {
    return this.queries.page(id, actor, filter ?? {}, page);
  }

  @ResolveField(() => MissionPeriodConnection, { description: 'The latest first.' })
  missionPeriods(@Parent() { id }: CommunityRow, @Args() page: PageArgs): Promise<Connection<PeriodRow>> {
    return this.queries.periods(id, page);
  }
}
