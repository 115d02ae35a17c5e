import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Access } from '@fanfare/access';
import { CurrentActor } from '@fanfare/graphql';
import type { Actor } from '@fanfare/kernel';
import { AppointPanelModeratorInput, AppointPanelModeratorPayload, DismissPanelModeratorInput, DismissPanelModeratorPayload, PanelModeratorModel } from './panel.model.js';
import { type PanelMember, PanelService } from './panel.service.js';

@Access('SIGNED_IN')
@Resolver(() => PanelModeratorModel)
export class PanelResolver {
  constructor(private readonly panel: PanelService) {}

  @Query(() => [PanelModeratorModel], { nullable: true, description: 'The deployment’s panel of moderators; for the operator.' })
  moderationPanel(@CurrentActor() actor: Actor): Promise<PanelMember[]> {
    return this.panel.list(actor);
  }

  @Mutation(() => AppointPanelModeratorPayload, { description: 'By the operator.' })
  async appointPanelModerator(@Args('input') input: AppointPanelModeratorInput, @CurrentActor() actor: Actor): Promise<{ panel: PanelMember[] }> {
    await this.panel.appoint(actor, input.email);
    return { panel: await this.panel.list(actor) };
  }

  @Mutation(() => DismissPanelModeratorPayload, { description: 'By the operator. What they decided stands.' })
  async dismissPanelModerator(@Args('input') input: DismissPanelModeratorInput, @CurrentActor() actor: Actor): Promise<{ panel: PanelMember[] }> {
    await this.panel.dismiss(actor, input.account);
    return { panel: await this.panel.list(actor) };
  }
}
