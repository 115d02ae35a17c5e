import { Args, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CommunityModel, type CommunityRow } from '@fanfare/communities';
import { type Connection, Ctx, FEW_LISTS, PageArgs, RequestContext } from '@fanfare/graphql';
import { type AuditEntry, AuditEntryModel, idsIn, MemberModel, type MemberRow } from '@fanfare/members';
import { CircleConnection, CircleModel, CirclesArgs } from './circle.model.js';
import type { CircleRow } from './circle.row.js';
import { CirclesLoaders } from './circles.loaders.js';
import { CirclesQueries } from './circles.queries.js';

@Resolver(() => CommunityModel)
export class CommunityCirclesResolver {
  constructor(private readonly queries: CirclesQueries) {}

  @ResolveField(() => CircleConnection, { description: 'Those that everybody left are not listed.' })
  circles(@Parent() { id }: CommunityRow, @Args() args: CirclesArgs, @Ctx() context: RequestContext): Promise<Connection<CircleRow>> {
    FEW_LISTS.count(context);
    return this.queries.page(id, args, { order: args.orderBy ?? 'LARGEST', search: args.search });
  }
}

@Resolver(() => MemberModel)
export class MemberCirclesResolver {
  constructor(private readonly queries: CirclesQueries) {}

  @ResolveField(() => CircleConnection, { description: 'The circles they are in, the one joined last first.' })
  circles(@Parent() { id }: MemberRow, @Args() page: PageArgs, @Ctx() context: RequestContext): Promise<Connection<CircleRow>> {
    FEW_LISTS.count(context);
    return this.queries.ofMember(id, page);
  }
}

/** The circle an act of staff was about. */
@Resolver(() => AuditEntryModel)
export class AuditEntryCircleResolver {
  constructor(private readonly loaders: CirclesLoaders) {}

  @ResolveField(() => CircleModel, { nullable: true })
  async circle(@Parent() entry: AuditEntry, @Ctx() context: RequestContext): Promise<CircleRow | null> {
    if (!entry.type.startsWith('circle.')) return null;
    const found = await Promise.all(idsIn(entry).map((id) => this.loaders.byId.load(context, id)));
    return found.find((circle) => circle?.communityId === entry.communityId) ?? null;
  }
}
