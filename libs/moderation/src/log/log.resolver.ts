import { Args, Int, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CommunityModel, type CommunityRow } from '@fanfare/communities';
import { type Connection, Ctx, FEW_LISTS, PageArgs, RequestContext } from '@fanfare/graphql';
import type { LogEntryRow, LogHeadRow } from './log.row.js';
import {
  ConsistencyProofArgs,
  InclusionProofArgs,
  LogConsistencyProofModel,
  LogEntriesArgs,
  LogEntryConnection,
  LogEntryModel,
  LogHeadConnection,
  LogHeadModel,
  LogInclusionProofModel,
} from './log.model.js';
import { LogProofs } from './log-proofs.service.js';
import { LogQueries } from './log.queries.js';

/** The public log of a community, for whoever asks. */
@Resolver(() => CommunityModel)
export class CommunityLogResolver {
  constructor(
    private readonly queries: LogQueries,
    private readonly proofs: LogProofs,
  ) {}

  @ResolveField(() => LogEntryConnection, { description: 'Every decision of its moderators, the latest first. `totalCount` is the size of the log when no kinds are named.' })
  moderationLog(@Parent() { id }: CommunityRow, @Args() args: LogEntriesArgs, @Ctx() context: RequestContext): Promise<Connection<LogEntryRow>> {
    FEW_LISTS.count(context);
    return this.queries.page(id, args, args.kinds ?? null);
  }

  @ResolveField(() => LogEntryModel, { nullable: true })
  logEntry(@Parent() { id }: CommunityRow, @Args('index', { type: () => Int }) index: number, @Ctx() context: RequestContext): Promise<LogEntryRow | null> {
    FEW_LISTS.count(context);
    return this.queries.entry(id, index);
  }

  @ResolveField(() => LogHeadModel, { nullable: true, description: 'The latest signed head; none before the first decision.' })
  logHead(@Parent() { id }: CommunityRow, @Ctx() context: RequestContext): Promise<LogHeadRow | null> {
    FEW_LISTS.count(context);
    return this.queries.head(id);
  }

  @ResolveField(() => LogHeadConnection, { description: 'The latest first.' })
  logHeads(@Parent() { id }: CommunityRow, @Args() args: PageArgs, @Ctx() context: RequestContext): Promise<Connection<LogHeadRow>> {
    FEW_LISTS.count(context);
    return this.queries.heads(id, args);
  }

  @ResolveField(() => LogInclusionProofModel, { nullable: true, description: 'That an entry is in the log.' })
  async logInclusionProof(@Parent() { id }: CommunityRow, @Args() { index, treeSize }: InclusionProofArgs, @Ctx() context: RequestContext) {
    FEW_LISTS.count(context);
    return inHex(await this.proofs.inclusion(id, index, treeSize ?? null));
  }

  @ResolveField(() => LogConsistencyProofModel, { nullable: true, description: 'That the log of `from` entries is how the one of `to` entries begins.' })
  async logConsistencyProof(@Parent() { id }: CommunityRow, @Args() { from, to }: ConsistencyProofArgs, @Ctx() context: RequestContext) {
    FEW_LISTS.count(context);
    return inHex(await this.proofs.consistency(id, from, to ?? null));
  }
}

type Hexed<T> = { [K in keyof T]: T[K] extends number ? number : T[K] extends Buffer ? string : string[] };

function inHex<T extends object>(proof: T): Hexed<T> {
  const hexed = (value: unknown): unknown => (Buffer.isBuffer(value) ? value.toString('hex') : Array.isArray(value) ? value.map(hexed) : value);
  return Object.fromEntries(Object.entries(proof).map(([name, value]) => [name, hexed(value)])) as Hexed<T>;
}
