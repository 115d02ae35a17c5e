import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CircleModel, CirclePostModel, type CirclePostRow, type CircleRow, CirclesLoaders } from '@fanfare/circles';
import { Ctx, RequestContext } from '@fanfare/graphql';
import { CircleNoticesQueries } from './circle-notices.queries.js';
import { NotificationModel } from './notification.model.js';
import type { NotificationRow } from './notification.row.js';

/** The circles and posts that matters are about. */
@Resolver(() => NotificationModel)
export class CircleNoticesResolver {
  constructor(
    private readonly circles: CirclesLoaders,
    private readonly queries: CircleNoticesQueries,
  ) {}

  @ResolveField(() => CircleModel, { nullable: true })
  circle(@Parent() { circleId }: NotificationRow, @Ctx() context: RequestContext): Promise<CircleRow | null> | null {
    return circleId === null ? null : this.circles.byId.load(context, circleId);
  }

  @ResolveField(() => CirclePostModel, { nullable: true, description: 'Null once it was removed, or when it is not the reader’s to read.' })
  circlePost(@Parent() row: NotificationRow, @Ctx() context: RequestContext): Promise<CirclePostRow | null> {
    return this.queries.post(context, row);
  }
}
