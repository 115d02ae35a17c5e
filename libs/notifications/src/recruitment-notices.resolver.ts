import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CallModel, type CallRow, RecruitmentLoaders, TermModel, type TermRow } from '@fanfare/ambassadors';
import { Ctx, RequestContext } from '@fanfare/graphql';
import { NotificationModel } from './notification.model.js';
import type { NotificationRow } from './notification.row.js';

/** The calls and terms that matters are about. */
@Resolver(() => NotificationModel)
export class RecruitmentNoticesResolver {
  constructor(private readonly loaders: RecruitmentLoaders) {}

  @ResolveField('call', () => CallModel, { nullable: true })
  callOf(@Parent() { callId }: NotificationRow, @Ctx() context: RequestContext): Promise<CallRow | null> | null {
    return callId === null ? null : this.loaders.call.load(context, callId);
  }

  @ResolveField('term', () => TermModel, { nullable: true, description: 'The reader’s own, or for the brand’s team.' })
  termOf(@Parent() { termId }: NotificationRow, @Ctx() context: RequestContext): Promise<TermRow | null> | null {
    return termId === null ? null : this.loaders.term.load(context, termId);
  }
}
