import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Ctx, RequestContext } from '@fanfare/graphql';
import type { MemberRow } from '@fanfare/members';
import { ReputationModel } from '../api/reputation.model.js';
import { GenuinenessLoaders } from './genuineness.loaders.js';
import { GenuinenessModel } from './genuineness.model.js';
import { adviceFor, canReadReasons, canReadStanding, reasonsFor, standingOf, strengthsOf } from './genuineness.policy.js';

/** A reputation is the member, looked at from there. */
@Resolver(() => ReputationModel)
export class ReputationGenuinenessResolver {
  constructor(private readonly loaders: GenuinenessLoaders) {}

  @ResolveField(() => GenuinenessModel, { nullable: true, description: 'For the member and the moderators of the community; null to others.' })
  async genuineness(@Parent() member: MemberRow, @Ctx() context: RequestContext): Promise<GenuinenessModel | null> {
    if (!canReadStanding(context.actor, member)) return null;
    const row = await this.loaders.estimate.load(context, member.id);
    if (!row) return null;
    const { identityLevel } = member;
    const words = { standing: standingOf(row), strengths: strengthsOf(identityLevel, row.evidence), advice: adviceFor(identityLevel, row.evidence) };
    const told = { ...words, heldVotes: row.heldVotes };
    if (!canReadReasons(context.actor, member.communityId)) return { ...told, score: null, reasons: null, model: null, judgedAt: null };
    return { ...told, score: row.score, reasons: reasonsFor(row.evidence), model: row.model, judgedAt: row.judgedAt };
  }
}
