import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Ctx, RequestContext } from '@fanfare/graphql';
import { IdeaModel, type IdeaRow, IdeasLoaders } from '@fanfare/ideas';
import { MemberModel, type MemberRow } from '@fanfare/members';
import { GenuinenessLoaders, type RunRow } from './genuineness.loaders.js';
import { GenuinenessModel, SuspectedRunModel } from './genuineness.model.js';
import { adviceFor, canReadReasons, canReadStanding, reasonsFor, standingOf } from './genuineness.policy.js';

@Resolver(() => MemberModel)
export class MemberGenuinenessResolver {
  constructor(private readonly loaders: GenuinenessLoaders) {}

  @ResolveField(() => GenuinenessModel, { nullable: true, description: 'For the member and the moderators of the community; null to others.' })
  async genuineness(@Parent() member: MemberRow, @Ctx() context: RequestContext): Promise<GenuinenessModel | null> {
    if (!canReadStanding(context.actor, member)) return null;
    const row = await this.loaders.estimate.load(context, member.id);
    if (!row) return null;
    const told = { standing: standingOf(row), heldVotes: row.heldVotes, advice: adviceFor(member.identityLevel, row.evidence), judgedAt: row.judgedAt };
    if (!canReadReasons(context.actor, member.communityId)) return { ...told, score: null, reasons: null, model: null };
    return { ...told, score: row.score, reasons: reasonsFor(row.evidence), model: row.model };
  }
}

@Resolver(() => SuspectedRunModel)
export class SuspectedRunResolver {
  constructor(private readonly ideas: IdeasLoaders) {}

  @ResolveField(() => IdeaModel, { nullable: true, description: 'What they came for; another idea where these votes only came with it.' })
  cameFor(@Parent() run: RunRow, @Ctx() context: RequestContext): Promise<IdeaRow | null> {
    return this.ideas.byId.load(context, run.runIdeaId);
  }
}

@Resolver(() => IdeaModel)
export class IdeaSuspicionsResolver {
  constructor(private readonly loaders: GenuinenessLoaders) {}

  @ResolveField(() => [SuspectedRunModel], { nullable: true, description: 'Why votes of the idea are held, the twenty largest runs; for moderators, null to others.' })
  async suspectedRuns(@Parent() idea: IdeaRow, @Ctx() context: RequestContext): Promise<RunRow[] | null> {
    if (!canReadReasons(context.actor, idea.communityId)) return null;
    return (await this.loaders.runs.load(context, idea.id)) ?? [];
  }
}
