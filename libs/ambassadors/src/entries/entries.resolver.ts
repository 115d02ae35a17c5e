import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Access } from '@fanfare/access';
import { Ctx, RequestContext } from '@fanfare/graphql';
import { isId } from '@fanfare/kernel';
import { AmbassadorAppealsService } from '../appeals/ambassador-appeals.service.js';
import {
  AppealEntryInput,
  AppealEntryPayload,
  ReviewEntryInput,
  ReviewEntryPayload,
  SaveEntryInput,
  SaveEntryPayload,
  SubmitEntryInput,
  SubmitEntryPayload,
  WithdrawEntryInput,
  WithdrawEntryPayload,
} from './entry.inputs.js';
import { EntryModel } from './entry.model.js';
import type { EntryRow } from './entry.row.js';
import { EntriesLoaders } from './entries.loaders.js';
import { EntriesService } from './entries.service.js';
import { EntryReviewsService } from './entry-reviews.service.js';

interface Payload {
  readonly entry: EntryRow;
}

@Access('SIGNED_IN')
@Resolver(() => EntryModel)
export class EntriesResolver {
  constructor(
    private readonly entries: EntriesService,
    private readonly reviews: EntryReviewsService,
    private readonly appeals: AmbassadorAppealsService,
    private readonly loaders: EntriesLoaders,
  ) {}

  @Access('PUBLIC')
  @Query(() => EntryModel, { nullable: true, description: 'Accepted work; what is on its way for its author, the brand’s team and moderators.' })
  entry(@Args('id', { type: () => ID }) id: string, @Ctx() context: RequestContext): Promise<EntryRow | null> | null {
    return isId(id) ? this.loaders.byId.load(context, id.toLowerCase()) : null;
  }

  @Mutation(() => SaveEntryPayload, { description: 'Keeps a draft for a mission that one has chosen.' })
  async saveEntry(@Args('input') input: SaveEntryInput, @Ctx() context: RequestContext): Promise<Payload> {
    return this.fresh(context, await this.entries.save(context.actor, input));
  }

  @Mutation(() => SubmitEntryPayload, { description: 'Hands in what a mission asks for, or does so again. Pages are read soon after.' })
  async submitEntry(@Args('input') input: SubmitEntryInput, @Ctx() context: RequestContext): Promise<Payload> {
    return this.fresh(context, await this.entries.submit(context.actor, input));
  }

  @Mutation(() => WithdrawEntryPayload, { description: 'Takes one’s own entry back for good, with what it brought.' })
  async withdrawEntry(@Args('input') input: WithdrawEntryInput, @Ctx() context: RequestContext): Promise<Payload> {
    return this.fresh(context, await this.entries.withdraw(context.actor, input.entry));
  }

  @Mutation(() => ReviewEntryPayload, { description: 'By owners and brand managers, of others. Accepting pays at once; a change or a refusal after it takes that back.' })
  async reviewEntry(@Args('input') input: ReviewEntryInput, @Ctx() context: RequestContext): Promise<Payload> {
    return this.fresh(context, await this.reviews.review(context.actor, input));
  }

  @Mutation(() => AppealEntryPayload, { description: 'Against a refusal; a moderator decides, never the brand.' })
  async appealEntry(@Args('input') input: AppealEntryInput, @Ctx() context: RequestContext): Promise<Payload> {
    await this.appeals.appeal(context.actor, 'ENTRY', input.entry, input);
    return { entry: (await this.loaders.byId.load(context, input.entry.toLowerCase()))! };
  }

  /** What was loaded before the change is forgotten. */
  private fresh(context: RequestContext, entry: EntryRow): Payload {
    this.loaders.forget(context, entry);
    return { entry };
  }
}
