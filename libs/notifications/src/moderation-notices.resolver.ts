import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Ctx, RequestContext } from '@fanfare/graphql';
import { AppealModel, AppealReaders, type AppealRow, DecisionModel, DecisionReaders, type DecisionRow } from '@fanfare/moderation';
import { NotificationModel } from './notification.model.js';
import type { NotificationRow } from './notification.row.js';

/** The decisions and appeals that matters are about. */
@Resolver(() => NotificationModel)
export class ModerationNoticesResolver {
  constructor(
    private readonly decisions: DecisionReaders,
    private readonly appeals: AppealReaders,
  ) {}

  @ResolveField('decision', () => DecisionModel, { nullable: true, description: 'Null for a report of something the reader may not know of any more.' })
  decisionOf(@Parent() { decisionId }: NotificationRow, @Ctx() context: RequestContext): Promise<DecisionRow | null> | null {
    return decisionId === null ? null : this.decisions.known(context, decisionId);
  }

  @ResolveField('appeal', () => AppealModel, { nullable: true })
  appealOf(@Parent() { appealId }: NotificationRow, @Ctx() context: RequestContext): Promise<AppealRow | null> | null {
    return appealId === null ? null : this.appeals.known(context, appealId);
  }
}
