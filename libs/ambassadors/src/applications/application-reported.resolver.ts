import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Ctx, RequestContext } from '@fanfare/graphql';
import { ReviewLoaders } from '@fanfare/moderation';
import { ApplicationModel } from './application.model.js';
import type { ApplicationRow } from './application.row.js';

@Resolver(() => ApplicationModel)
export class ApplicationReportedResolver {
  constructor(private readonly reviews: ReviewLoaders) {}

  @ResolveField(() => Boolean, { description: 'Whether the reader has reported it and nobody has decided about it since.' })
  async reportedByViewer(@Parent() { id }: ApplicationRow, @Ctx() context: RequestContext): Promise<boolean> {
    if (context.actor.accountId === null) return false; // visitors ask nothing of the database
    return (await this.reviews.reportedByViewer.load(context, { kind: 'APPLICATION', id })) ?? false;
  }
}
