import { Args, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Access } from '@fanfare/access';
import { CommunityModel, type CommunityRow } from '@fanfare/communities';
import { type Connection, Ctx, CurrentActor, FEW_LISTS, PageArgs, RequestContext } from '@fanfare/graphql';
import { IdeaModel, type IdeaRow, IdeasLoaders } from '@fanfare/ideas';
import { type Actor, enforce, needsRole } from '@fanfare/kernel';
import { MemberModel, type MemberRow, MembersLoaders } from '@fanfare/members';
import { GenuinenessLoaders } from './genuineness.loaders.js';
import type { GenuinenessReason } from './genuineness.model.js';
import { canReadReasons } from './genuineness.policy.js';
import { RulingsService } from './rulings.service.js';
import type { RulingRow } from './rulings.store.js';
import { runId } from './run-id.js';
import {
  RuleOnRunInput,
  RuleOnRunPayload,
  RunReasonModel,
  RunRulingModel,
  SuspectedRunConnection,
  SuspectedRunModel,
  SuspicionEventConnection,
  type SuspicionEventKind,
  SuspicionEventKindEnum,
  SuspicionEventModel,
} from './runs.model.js';
import { type RunRow, RunsQueries, type SuspicionEventRow } from './runs.queries.js';

@Access('SIGNED_IN')
@Resolver(() => SuspectedRunModel)
export class RunsResolver {
  constructor(private readonly rulings: RulingsService) {}

  @Mutation(() => RuleOnRunPayload, { description: 'Lets the votes of people who came together count, or makes them wait; for moderators.' })
  async ruleOnRun(@Args('input') input: RuleOnRunInput, @CurrentActor() actor: Actor): Promise<{ idea: IdeaRow }> {
    return { idea: await this.rulings.rule(actor, input) };
  }
}

@Resolver(() => CommunityModel)
export class CommunityRunsResolver {
  constructor(private readonly queries: RunsQueries) {}

  @Access('SIGNED_IN')
  @ResolveField(() => SuspectedRunConnection, { nullable: true, description: 'People who came together and whose votes wait, the latest first; for moderators.' })
  suspectedRuns(@Parent() { id }: CommunityRow, @Args() args: PageArgs, @Ctx() context: RequestContext): Promise<Connection<RunRow>> {
    enforce(needsRole(context.actor, id, 'MODERATOR'));
    FEW_LISTS.count(context);
    return this.queries.ofCommunity(id, args);
  }
}

@Resolver(() => IdeaModel)
export class IdeaRunsResolver {
  constructor(
    private readonly loaders: GenuinenessLoaders,
    private readonly queries: RunsQueries,
  ) {}

  @ResolveField(() => [SuspectedRunModel], { nullable: true, description: 'Why votes of the idea wait, or no longer do, twenty of each; for moderators, null to others.' })
  async suspectedRuns(@Parent() idea: IdeaRow, @Ctx() context: RequestContext): Promise<RunRow[] | null> {
    if (!canReadReasons(context.actor, idea.communityId)) return null;
    return (await this.loaders.runs.load(context, idea.id)) ?? [];
  }

  @ResolveField(() => SuspicionEventConnection, { nullable: true, description: 'What happened to its votes, the latest first; for moderators, null to others.' })
  async suspicionEvents(@Parent() idea: IdeaRow, @Args() args: PageArgs, @Ctx() context: RequestContext): Promise<Connection<SuspicionEventRow> | null> {
    if (!canReadReasons(context.actor, idea.communityId)) return null;
    FEW_LISTS.count(context);
    return this.queries.story(idea.id, args);
  }
}

@Resolver(() => SuspectedRunModel)
export class SuspectedRunFieldsResolver {
  constructor(
    private readonly ideas: IdeasLoaders,
    private readonly loaders: GenuinenessLoaders,
  ) {}

  @ResolveField(() => String)
  id(@Parent() run: RunRow): string {
    return runId(run);
  }

  @ResolveField(() => IdeaModel, { nullable: true })
  cameFor(@Parent() run: RunRow, @Ctx() context: RequestContext): Promise<IdeaRow | null> {
    return this.ideas.byId.load(context, run.ideaId);
  }

  @ResolveField(() => [RunReasonModel])
  reasons(@Parent() { members }: RunRow): RunReasonModel[] {
    const known = Object.entries(members) as [GenuinenessReason, number][];
    return known.filter(([, count]) => count > 0).map(([reason, count]) => ({ reason, members: count })).sort((a, b) => b.members - a.members);
  }

  @ResolveField(() => RunRulingModel, { nullable: true })
  async ruling(@Parent() { rulingId }: RunRow, @Ctx() context: RequestContext): Promise<RulingRow | null> {
    return rulingId ? this.loaders.ruling.load(context, rulingId) : null;
  }
}

@Resolver(() => SuspicionEventModel)
export class SuspicionEventFieldsResolver {
  constructor(private readonly loaders: GenuinenessLoaders) {}

  @ResolveField(() => SuspicionEventKindEnum)
  kind(@Parent() { type, counts }: SuspicionEventRow): SuspicionEventKind {
    if (type === 'votes.ruled') return counts ? 'RULED_TO_COUNT' : 'RULED_TO_WAIT';
    return type === 'votes.setAside' ? 'SET_ASIDE' : 'RELEASED';
  }

  @ResolveField(() => RunRulingModel, { nullable: true })
  async ruling(@Parent() { rulingId }: SuspicionEventRow, @Ctx() context: RequestContext): Promise<RulingRow | null> {
    return rulingId ? this.loaders.ruling.load(context, rulingId) : null;
  }
}

@Resolver(() => RunRulingModel)
export class RunRulingFieldsResolver {
  constructor(private readonly members: MembersLoaders) {}

  @ResolveField(() => MemberModel, { nullable: true, description: 'The moderator.' })
  by(@Parent() { ruledBy }: RulingRow, @Ctx() context: RequestContext): Promise<MemberRow | null> {
    return this.members.byId.load(context, ruledBy);
  }
}
