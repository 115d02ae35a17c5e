import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { type DeliveryRow, PerkDeliveryModel, RewardsQueries } from '@fanfare/ambassadors';
import { Ctx, RequestContext } from '@fanfare/graphql';
import { NotificationModel } from './notification.model.js';
import type { NotificationRow } from './notification.row.js';

/** The perks on their way that matters are about. */
@Resolver(() => NotificationModel)
export class RewardNoticesResolver {
  constructor(private readonly rewards: RewardsQueries) {}

  @ResolveField(() => PerkDeliveryModel, { nullable: true, description: 'The reader’s own perk on its way, as it is now.' })
  delivery(@Parent() { deliveryId }: NotificationRow, @Ctx() context: RequestContext): Promise<DeliveryRow | null> | null {
    return deliveryId === null ? null : this.rewards.delivery.load(context, deliveryId);
  }
}
