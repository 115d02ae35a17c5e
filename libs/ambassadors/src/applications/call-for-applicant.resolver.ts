import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Ctx, RequestContext } from '@fanfare/graphql';
import { Clock, DAY } from '@fanfare/kernel';
import { CallModel } from '../calls/call.model.js';
import type { CallRow } from '../calls/call.row.js';
import { RecruitmentLoaders } from '../recruitment.loaders.js';

/** What a call is to somebody who applied to another one before. */
@Resolver(() => CallModel)
export class CallForApplicantResolver {
  constructor(
    private readonly loaders: RecruitmentLoaders,
    private readonly clock: Clock,
  ) {}

  @ResolveField(() => Date, { nullable: true, description: 'When the reader, whom another call declined, may apply to this one; null for at once.' })
  async viewerMayApplyFrom(@Parent() call: CallRow, @Ctx() context: RequestContext): Promise<Date | null> {
    const declinedAt = await this.loaders.declinedAt.load(context, call.id);
    const from = declinedAt && new Date(declinedAt.getTime() + call.reapplyAfterDays * DAY);
    return from && from > this.clock.now() ? from : null;
  }
}
