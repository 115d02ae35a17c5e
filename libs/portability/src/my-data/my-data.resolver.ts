import { Inject } from '@nestjs/common';
import { Args, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Access, AccountLoaders, type AccountRow, ViewerModel } from '@fanfare/access';
import { Ctx, RequestContext } from '@fanfare/graphql';
import { type Config, CONFIG } from '@fanfare/kernel';
import type { DeletionRow } from './deletion.row.js';
import { DeletionsService } from './deletions.service.js';
import {
  AccountDeletionModel,
  CancelAccountDeletionInput,
  CancelAccountDeletionPayload,
  DataExportModel,
  RequestAccountDeletionInput,
  RequestAccountDeletionPayload,
} from './my-data.model.js';

@Resolver()
export class MyDataResolver {
  constructor(
    private readonly deletions: DeletionsService,
    private readonly loaders: AccountLoaders,
  ) {}

  @Access('SIGNED_IN')
  @Mutation(() => RequestAccountDeletionPayload, {
    description: 'Deletes the account after seven days in which it can be taken back. Asking again changes what becomes of texts, not the day.',
  })
  async requestAccountDeletion(@Args('input') input: RequestAccountDeletionInput, @Ctx() context: RequestContext): Promise<RequestAccountDeletionPayload> {
    const deletion = await this.deletions.request(context, input.texts, input.password);
    return { deletion, viewer: await this.loaders.viewer(context) };
  }

  @Access('SIGNED_IN')
  @Mutation(() => CancelAccountDeletionPayload, { description: 'The account stays.' })
  async cancelAccountDeletion(@Args('input') input: CancelAccountDeletionInput, @Ctx() context: RequestContext): Promise<CancelAccountDeletionPayload> {
    const cancelled = await this.deletions.cancel(context.actor.accountId!, input.requestedAt ?? null);
    return { cancelled, viewer: await this.loaders.viewer(context) };
  }
}

@Resolver(() => ViewerModel)
export class ViewerDataResolver {
  constructor(
    private readonly deletions: DeletionsService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Access('SIGNED_IN')
  @ResolveField(() => AccountDeletionModel, { nullable: true, description: 'The deletion that was asked for; null for none.' })
  deletion(@Parent() { account }: { account: AccountRow }): Promise<DeletionRow | null> {
    return this.deletions.of(account.id);
  }

  @Access('SIGNED_IN')
  @ResolveField(() => DataExportModel, { nullable: true })
  dataExport(): DataExportModel {
    return { url: `${this.config.publicUrl}/me/data.zip` };
  }
}
