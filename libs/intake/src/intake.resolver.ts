import { Args, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Access } from '@fanfare/access';
import { CommunitiesLoaders, CommunityModel, type CommunityRow } from '@fanfare/communities';
import { Ctx, RequestContext } from '@fanfare/graphql';
import { enforce } from '@fanfare/kernel';
import { IntakeSettingsModel, UpdateIntakeSettingsInput, UpdateIntakeSettingsPayload } from './intake.model.js';
import { canSetIntake } from './intake.policy.js';
import { type IntakeSettings, IntakeSettingsQueries } from './intake-settings.queries.js';
import { IntakeSettingsService } from './intake-settings.service.js';

@Access('SIGNED_IN')
@Resolver(() => CommunityModel)
export class CommunityIntakeResolver {
  constructor(
    private readonly queries: IntakeSettingsQueries,
    private readonly service: IntakeSettingsService,
    private readonly communities: CommunitiesLoaders,
  ) {}

  @ResolveField(() => IntakeSettingsModel, { nullable: true, description: 'How texts are received; for owners and moderators.' })
  intake(@Parent() community: CommunityRow, @Ctx() context: RequestContext): Promise<IntakeSettings | null> {
    enforce(canSetIntake(context.actor, community.id));
    return this.queries.byCommunity.load(context, community.id);
  }

  @Mutation(() => UpdateIntakeSettingsPayload, { description: 'An OWNER or MODERATOR says what is held; what is left out stays.' })
  async updateIntakeSettings(@Args('input') input: UpdateIntakeSettingsInput, @Ctx() context: RequestContext): Promise<{ community: CommunityRow }> {
    const id = await this.service.update(context.actor, input.community, input);
    this.queries.byCommunity.clear(context, id);
    return { community: (await this.communities.byId.load(context, id))! };
  }
}
