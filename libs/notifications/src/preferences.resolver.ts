import { Args, Mutation, ResolveField, Resolver } from '@nestjs/graphql';
import { Access, ViewerModel } from '@fanfare/access';
import { CommunitiesQueries } from '@fanfare/communities';
import { Ctx, CurrentActor, RequestContext } from '@fanfare/graphql';
import type { Actor } from '@fanfare/kernel';
import { MembersLoaders } from '@fanfare/members';
import { NotificationPreferencesModel, SetNotificationPreferenceInput, SetNotificationPreferencePayload } from './notification.model.js';
import { type Preferences, PreferencesService } from './preferences.service.js';

@Access('SIGNED_IN')
@Resolver(() => ViewerModel)
export class PreferencesResolver {
  constructor(
    private readonly preferences: PreferencesService,
    private readonly communities: CommunitiesQueries,
    private readonly members: MembersLoaders,
  ) {}

  @ResolveField(() => NotificationPreferencesModel, { nullable: true, description: 'Null where the reader is no member.' })
  async notificationPreferences(@Args('community') slug: string, @Ctx() context: RequestContext): Promise<Preferences | null> {
    const { id: communityId } = await this.communities.requireBySlug(slug);
    const member = await this.members.byAccount.load(context, { accountId: context.actor.accountId!, communityId });
    return member && this.preferences.of(member.id);
  }

  @Mutation(() => SetNotificationPreferencePayload)
  async setNotificationPreference(@Args('input') input: SetNotificationPreferenceInput, @CurrentActor() actor: Actor): Promise<{ preferences: Preferences }> {
    return { preferences: await this.preferences.set(actor, input) };
  }
}
