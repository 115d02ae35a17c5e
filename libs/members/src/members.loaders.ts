import { Injectable } from '@nestjs/common';
import { type GrantRow, RolesService } from '@fanfare/access';
import { type LevelRights, LevelRightsTable } from '@fanfare/communities';
import { Loader } from '@fanfare/graphql';
import type { InvitationRow } from './invitation.row.js';
import { InvitationsQueries } from './invitations.queries.js';
import type { MemberRow } from './member.row.js';
import { type AccountInCommunity, keyOfAccount, MembersQueries } from './members.queries.js';

@Injectable()
export class MembersLoaders {
  readonly byId = new Loader<MemberRow>((ids) => this.queries.byIds(ids));
  readonly byAccount = new Loader<MemberRow, AccountInCommunity>((keys) => this.queries.byAccounts(keys), keyOfAccount);
  /** Every membership, by account. */
  readonly memberships = new Loader<MemberRow[]>((ids) => this.queries.membershipsOf(ids));
  /** Who holds which role now, by community. */
  readonly staffOf = new Loader<GrantRow[]>((ids) => this.roles.staffOf(ids));

  /** What the levels of a community open, from the lowest up. */
  readonly levelRights = new Loader<readonly LevelRights[]>((ids) => this.rights.of(ids));

  readonly invitation = new Loader<InvitationRow>((ids) => this.invitations.byIds(ids));

  constructor(
    private readonly queries: MembersQueries,
    private readonly invitations: InvitationsQueries,
    private readonly roles: RolesService,
    private readonly rights: LevelRightsTable,
  ) {}
}
