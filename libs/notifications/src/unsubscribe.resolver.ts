import { Args, Field, ObjectType, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Access } from '@fanfare/access';
import { CommunitiesLoaders, CommunityModel, type CommunityRow } from '@fanfare/communities';
import { Ctx, RequestContext } from '@fanfare/graphql';
import type { NotificationKind } from './notification.kinds.js';
import { NotificationKindEnum } from './notification.model.js';
import { UnsubscribeService, type Unsubscription } from './unsubscribe.service.js';

@ObjectType('Unsubscription', { description: 'What the link in a mail stops. It does not say whose mails.' })
export class UnsubscriptionModel {
  @Field(() => NotificationKindEnum, { nullable: true, description: 'Mails about this kind of matter; null: all of the community.' })
  kind: NotificationKind | null;

  @Field({ description: 'Whether such mails still come.' })
  active: boolean;
}

@Resolver(() => UnsubscriptionModel)
export class UnsubscribeResolver {
  constructor(
    private readonly unsubscribe: UnsubscribeService,
    private readonly communities: CommunitiesLoaders,
  ) {}

  @Access('PUBLIC')
  @Query(() => UnsubscriptionModel, {
    nullable: true,
    description: 'What the link in a mail is for; null when it is none of ours. Asking stops nothing: POST /mail/unsubscribe/<token> does.',
  })
  unsubscription(@Args('token') token: string): Promise<Unsubscription | null> {
    return this.unsubscribe.read(token);
  }

  @ResolveField(() => CommunityModel)
  community(@Parent() { communityId }: Unsubscription, @Ctx() context: RequestContext): Promise<CommunityRow | null> {
    return this.communities.byId.load(context, communityId);
  }
}
