import { Args, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Access } from '@fanfare/access';
import type { CommunityRow } from '@fanfare/communities';
import { Ctx, CurrentActor, RequestContext } from '@fanfare/graphql';
import type { Actor } from '@fanfare/kernel';
import { MemberModel, type MemberRow } from '@fanfare/members';
import { ReputationLoaders } from '../api/reputation.loaders.js';
import { UpdateLevelRightsInput, UpdateLevelRightsPayload } from './level-rights.inputs.js';
import { LevelRightsService } from './level-rights.service.js';
import { MemberRightsModel } from './member-rights.model.js';
import { MemberRightsService } from './member-rights.service.js';

@Resolver(() => MemberModel)
export class LevelRightsResolver {
  constructor(
    private readonly service: LevelRightsService,
    private readonly rightsOf: MemberRightsService,
    private readonly loaders: ReputationLoaders,
  ) {}

  @Access('SIGNED_IN')
  @Mutation(() => UpdateLevelRightsPayload, { description: 'An OWNER sets what the levels ask for and open; members follow within a minute, their points stay.' })
  async updateLevelRights(@Args('input') input: UpdateLevelRightsInput, @CurrentActor() actor: Actor, @Ctx() context: RequestContext): Promise<{ community: CommunityRow }> {
    const community = await this.service.update(actor, input.community, input.levels);
    this.loaders.levels.clear(context, community.id);
    return { community };
  }

  @ResolveField(() => MemberRightsModel, { nullable: true, description: 'One’s own; null of others.' })
  async rights(@Parent() member: MemberRow, @Ctx() context: RequestContext): Promise<MemberRightsModel | null> {
    if (context.actor.accountId === null || context.actor.accountId !== member.accountId) return null;
    const [standing, table] = await Promise.all([this.loaders.ofMember.load(context, member.id), this.loaders.levels.load(context, member.communityId)]);
    return this.rightsOf.of(context.actor, member, { score: standing?.score ?? 0, identity: member.identityLevel }, table!);
  }
}
