import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { EntriesLoaders, EntryModel, type EntryRow, MissionModel, type MissionRow, MissionsLoaders } from '@fanfare/ambassadors';
import { Ctx, RequestContext } from '@fanfare/graphql';
import { NotificationModel } from './notification.model.js';
import type { NotificationRow } from './notification.row.js';

/** The missions and entries that matters are about. */
@Resolver(() => NotificationModel)
export class MissionNoticesResolver {
  constructor(
    private readonly missions: MissionsLoaders,
    private readonly entries: EntriesLoaders,
  ) {}

  @ResolveField(() => MissionModel, { nullable: true })
  mission(@Parent() { missionId }: NotificationRow, @Ctx() context: RequestContext): Promise<MissionRow | null> | null {
    return missionId === null ? null : this.missions.byId.load(context, missionId);
  }

  @ResolveField(() => EntryModel, { nullable: true, description: 'What the reader handed in, as it is now.' })
  entry(@Parent() { entryId }: NotificationRow, @Ctx() context: RequestContext): Promise<EntryRow | null> | null {
    return entryId === null ? null : this.entries.byId.load(context, entryId);
  }
}
