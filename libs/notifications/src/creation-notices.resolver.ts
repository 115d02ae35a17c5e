import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { canReadResponse, CreationModel, CreationResponseModel, type CreationResponseRow, type CreationRow, CreationsLoaders } from '@fanfare/creations';
import { Ctx, RequestContext } from '@fanfare/graphql';
import { canReadWithheld } from '@fanfare/kernel';
import { NotificationModel } from './notification.model.js';
import type { NotificationRow } from './notification.row.js';

/** The works that matters are about. */
@Resolver(() => NotificationModel)
export class CreationNoticesResolver {
  constructor(private readonly creations: CreationsLoaders) {}

  @ResolveField(() => CreationModel, { nullable: true, description: 'Null once it was withdrawn, or while it is withheld.' })
  async creation(@Parent() { creationId }: NotificationRow, @Ctx() context: RequestContext): Promise<CreationRow | null> {
    const creation = creationId === null ? null : await this.creations.byId.load(context, creationId);
    return creation?.withdrawnAt === null && canReadWithheld(context.actor, creation) ? creation : null;
  }

  @ResolveField(() => CreationResponseModel, { nullable: true, description: 'The latest, where there are several. Null once it was erased, or while it is withheld.' })
  async creationResponse(@Parent() { creationResponseId }: NotificationRow, @Ctx() context: RequestContext): Promise<CreationResponseRow | null> {
    const response = creationResponseId === null ? null : await this.creations.responseById.load(context, creationResponseId);
    return response?.deletedAt === null && !response.closed && canReadResponse(context.actor, response) ? response : null;
  }
}
