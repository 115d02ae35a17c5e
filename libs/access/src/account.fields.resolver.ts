import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentActor } from '@fanfare/graphql';
import type { Actor } from '@fanfare/kernel';
import { AccountModel, IdentityModel, SessionModel, ViewerModel } from './account.model.js';
import type { AccountRow } from './account.js';
import { SessionService } from './session.service.js';
import { Access } from './access.decorator.js';

@Resolver(() => AccountModel)
export class AccountFieldsResolver {
  constructor(private readonly sessions: SessionService) {}

  @ResolveField(() => Boolean)
  emailConfirmed(@Parent() account: AccountRow): boolean {
    return account.emailConfirmedAt !== null;
  }

  @Access('SIGNED_IN')
  @ResolveField('sessions', () => [SessionModel], { description: 'Where the account is signed in, the last used first; at most 100.' })
  async sessionsOf(@Parent() account: AccountRow, @CurrentActor() actor: Actor): Promise<SessionModel[]> {
    if (account.id !== actor.accountId) return [];
    const rows = await this.sessions.list(account.id);
    return rows.map((row) => ({ ...row, current: row.id === actor.sessionId }));
  }
}

@Resolver(() => ViewerModel)
export class ViewerFieldsResolver {
  @ResolveField(() => IdentityModel)
  identity(@Parent() { account }: { account: AccountRow }): IdentityModel {
    return { level: account.identityLevel, accountId: account.id };
  }
}
