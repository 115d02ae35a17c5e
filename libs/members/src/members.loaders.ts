import { Injectable } from '@nestjs/common';
import { Loader } from '@fanfare/graphql';
import type { StaffRole } from '@fanfare/kernel';
import type { MemberRow } from './member.row.js';
import { type AccountInCommunity, keyOfAccount, MembersQueries } from './members.queries.js';
import { type StaffRow, StaffQueries } from './staff.queries.js';

@Injectable()
export class MembersLoaders {
  readonly byId = new Loader<MemberRow>((ids) => this.queries.byIds(ids));
  readonly byAccount = new Loader<MemberRow, AccountInCommunity>((keys) => this.queries.byAccounts(keys), keyOfAccount);
  /** Every membership, by account. */
  readonly memberships = new Loader<MemberRow[]>((ids) => this.queries.membershipsOf(ids));
  readonly roles = new Loader<StaffRole[], AccountInCommunity>((keys) => this.staff.rolesOf(keys), keyOfAccount);
  /** Who holds a role now, by community. */
  readonly staffOf = new Loader<StaffRow[]>((ids) => this.staff.ofCommunities(ids));

  constructor(
    private readonly queries: MembersQueries,
    private readonly staff: StaffQueries,
  ) {}
}
