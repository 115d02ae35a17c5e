import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Ctx, RequestContext } from '@fanfare/graphql';
import { ReviewLoaders } from '@fanfare/moderation';
import { EntryModel } from './entry.model.js';
import type { EntryRow } from './entry.row.js';

@Resolver(() => EntryModel)
export class EntryReportedResolver {
  constructor(private readonly reviews: ReviewLoaders) {}

  @ResolveField(() => Boolean, { description: 'Whether the reader has reported it and nobody has decided about it since.' })
  async reportedByViewer(@Parent() { id }: EntryRow, @Ctx() context: RequestContext): Promise<boolean> {
    if (context.actor.accountId === null) return false; // visitors ask nothing of the database
    return (await this.reviews.reportedByViewer.load(context, { kind: 'ENTRY', id })) ?? false;
  }
}
