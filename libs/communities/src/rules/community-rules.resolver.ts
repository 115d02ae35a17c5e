import { Args, Int, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Access } from '@fanfare/access';
import { Ctx, CurrentActor, RequestContext } from '@fanfare/graphql';
import type { Actor } from '@fanfare/kernel';
import { CommunityModel } from '../community.model.js';
import type { CommunityRow } from '../community.row.js';
import { UpdateCommunityRulesInput, UpdateCommunityRulesPayload } from './community-rule.inputs.js';
import { CommunityRuleModel } from './community-rule.model.js';
import type { CommunityRuleRow } from './community-rule.row.js';
import { CommunityRulesLoaders } from './community-rules.loaders.js';
import { CommunityRulesService } from './community-rules.service.js';

/** The rules of a community: everybody reads them, an OWNER words them. */
@Resolver(() => CommunityModel)
export class CommunityRulesResolver {
  constructor(
    private readonly loaders: CommunityRulesLoaders,
    private readonly service: CommunityRulesService,
  ) {}

  @ResolveField(() => [CommunityRuleModel], { description: 'Those in force, in the order of their numbers.' })
  async rules(@Parent() { id }: CommunityRow, @Ctx() context: RequestContext): Promise<CommunityRuleRow[]> {
    return (await this.loaders.inForce.load(context, id)) ?? [];
  }

  @ResolveField(() => Int, { description: 'Grows with every change of a rule: say it when changing them, so that nobody’s change is written over.' })
  async rulesVersion(@Parent() { id }: CommunityRow, @Ctx() context: RequestContext): Promise<number> {
    return (await this.loaders.version.load(context, id)) ?? 0;
  }

  @Access('SIGNED_IN')
  @Mutation(() => UpdateCommunityRulesPayload, { description: 'An OWNER puts rules in force, rewords, renumbers and retires them. Decisions keep the wording they were made under.' })
  async updateCommunityRules(@Args('input') input: UpdateCommunityRulesInput, @CurrentActor() actor: Actor): Promise<{ community: CommunityRow }> {
    return { community: await this.service.update(actor, input) };
  }
}

@Resolver(() => CommunityRuleModel)
export class CommunityRuleFieldsResolver {
  constructor(private readonly loaders: CommunityRulesLoaders) {}

  @ResolveField(() => [CommunityRuleModel], { description: 'Every wording of its number, the latest first.' })
  async history(@Parent() { communityId, number }: CommunityRuleRow, @Ctx() context: RequestContext): Promise<CommunityRuleRow[]> {
    return (await this.loaders.history.load(context, { communityId, number })) ?? [];
  }
}
