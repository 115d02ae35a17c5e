import { Args, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CommunityModel, type CommunityRow } from '@fanfare/communities';
import { type Connection, Ctx, PageArgs, RequestContext } from '@fanfare/graphql';
import { enforce } from '@fanfare/kernel';
import { MemberModel, type MemberRow } from '@fanfare/members';
import { canRunProgramme } from '../missions/mission.policy.js';
import { MissionModel } from '../missions/mission.model.js';
import type { MissionRow } from '../missions/mission.row.js';
import { EntriesArgs, EntryConnection, EntryModel } from './entry.model.js';
import type { EntryRow } from './entry.row.js';
import { EntriesLoaders } from './entries.loaders.js';
import { EntryListsQueries } from './entry-lists.queries.js';

@Resolver(() => CommunityModel)
export class EntriesOfCommunityResolver {
  constructor(private readonly lists: EntryListsQueries) {}

  @ResolveField(() => EntryConnection, { description: 'The wall: accepted work as it was sent, the latest first.' })
  missionFeed(@Parent() { id }: CommunityRow, @Args() page: PageArgs, @Ctx() { actor }: RequestContext): Promise<Connection<EntryRow>> {
    return this.lists.wall('community_id', id, actor, page);
  }

  @ResolveField(() => EntryConnection, { nullable: true, description: 'What was sent, the longest waiting first; for owners and brand managers.' })
  missionEntries(@Parent() { id }: CommunityRow, @Args() { filter, ...page }: EntriesArgs, @Ctx() { actor }: RequestContext): Promise<Connection<EntryRow>> {
    enforce(canRunProgramme(actor, id));
    return this.lists.desk(id, filter ?? {}, page);
  }
}

@Resolver(() => MissionModel)
export class EntriesOfMissionResolver {
  constructor(
    private readonly lists: EntryListsQueries,
    private readonly loaders: EntriesLoaders,
  ) {}

  @ResolveField(() => EntryConnection, { description: 'Accepted work as it was sent, the latest first.' })
  entries(@Parent() { id }: MissionRow, @Args() page: PageArgs, @Ctx() { actor }: RequestContext): Promise<Connection<EntryRow>> {
    return this.lists.wall('mission_id', id, actor, page);
  }

  @ResolveField(() => EntryModel, { nullable: true, description: 'The reader’s own.' })
  viewerEntry(@Parent() { id }: MissionRow, @Ctx() context: RequestContext): Promise<EntryRow | null> {
    return this.loaders.ofViewer.load(context, id);
  }
}

@Resolver(() => MemberModel)
export class EntriesOfMemberResolver {
  constructor(private readonly lists: EntryListsQueries) {}

  @ResolveField(() => EntryConnection, { description: 'Missions done: accepted work, the latest first. To themselves, all they have sent or begun.' })
  entries(@Parent() { id, accountId }: MemberRow, @Args() page: PageArgs, @Ctx() { actor }: RequestContext): Promise<Connection<EntryRow>> {
    const own = actor.accountId !== null && actor.accountId === accountId;
    return own ? this.lists.mine(id, page) : this.lists.wall('member_id', id, actor, page);
  }
}
