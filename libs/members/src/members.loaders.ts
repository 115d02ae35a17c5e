import { Injectable } from '@nestjs/common';
import { type GrantRow, RolesService } from '@fanfare/access';
import { type LevelRights, LevelRightsTable } from '@fanfare/communities';
import { Loader } from '@fanfare/graphql';
import type { InvitationRow } from './invitation.row.js';
import { InvitationsQueries } from './invitations.queries.js';
import { memberAsSeenBy } from './member.policy.js';
import type { MemberRow } from './member.row.js';
import { type AccountInCommunity, keyOfAccount, MembersQueries } from './members.queries.js';

@Injectable()
export class MembersLoaders {
  readonly byId = new Loader<MemberRow>(async (ids, { actor }) => seen(await this.queries.byIds(ids), (row) => memberAsSeenBy(actor, row)));
  readonly byAccount = new Loader<MemberRow, AccountInCommunity>(
    async (keys, { actor }) => seen(await this.queries.byAccounts(keys), (row) => memberAsSeenBy(actor, row)),
    keyOfAccount,
  );
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

function seen<Row>(rows: ReadonlyMap<string, Row>, bySomebody: (row: Row) => Row): Map<string, Row> {
  return new Map([...rows].map(([key, row]) => [key, bySomebody(row)]));
}
