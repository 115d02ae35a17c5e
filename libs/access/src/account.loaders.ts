import { Injectable } from '@nestjs/common';
import { Loader, type RequestContext } from '@fanfare/graphql';
import { Problem } from '@fanfare/kernel';
import type { ViewerModel } from './account.model.js';
import type { AccountRow } from './account.js';
import { AccountsService } from './accounts.service.js';

@Injectable()
export class AccountLoaders {
  readonly byId = new Loader<AccountRow>((ids) => this.accounts.byIds(ids));

  constructor(private readonly accounts: AccountsService) {}

  /** Whoever asks, read afresh. @throws Problem `SIGN_IN_REQUIRED` */
  async viewer(context: RequestContext): Promise<ViewerModel> {
    const { accountId } = context.actor;
    if (!accountId) throw new Problem('SIGN_IN_REQUIRED');
    this.byId.clear(context, accountId);
    const account = await this.byId.load(context, accountId);
    if (!account) throw new Problem('SIGN_IN_REQUIRED');
    return { account };
  }
}
