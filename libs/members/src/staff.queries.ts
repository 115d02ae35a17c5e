import { Injectable } from '@nestjs/common';
import { Database } from '@fanfare/database';
import { groupedBy } from '@fanfare/graphql';
import type { StaffRole } from '@fanfare/kernel';
import { type AccountInCommunity, keyOfAccount } from './members.queries.js';

export interface StaffRow {
  readonly communityId: string;
  readonly role: StaffRole;
  readonly since: Date;
  /** Null while the account that holds the role has not joined the community. */
  readonly memberId: string | null;
}

const STAFF = `
  SELECT g.community_id AS "communityId", g.role, g.granted_at AS since, m.id AS "memberId" FROM role_grants g
  LEFT JOIN members m ON m.community_id = g.community_id AND m.account_id = g.account_id
  WHERE g.community_id = ANY ($1) AND g.revoked_at IS NULL
  ORDER BY array_position(ARRAY['OWNER', 'BRAND_MANAGER', 'MODERATOR'], g.role), g.granted_at, g.id`;

const ROLES = `
  SELECT g.account_id AS "accountId", g.community_id AS "communityId", g.role FROM role_grants g
  JOIN unnest($1::uuid[], $2::uuid[]) AS k (account_id, community_id) USING (account_id, community_id)
  WHERE g.revoked_at IS NULL ORDER BY array_position(ARRAY['OWNER', 'BRAND_MANAGER', 'MODERATOR'], g.role)`;

/** Who holds which role: public, since these people decide what others see. */
@Injectable()
export class StaffQueries {
  constructor(private readonly database: Database) {}

  async ofCommunities(communityIds: readonly string[]): Promise<Map<string, StaffRow[]>> {
    return groupedBy(await this.database.query<StaffRow>(STAFF, [communityIds]), (row) => row.communityId);
  }

  /** Roles by account and community. */
  async rolesOf(keys: readonly AccountInCommunity[]): Promise<Map<string, StaffRole[]>> {
    const rows = await this.database.query<AccountInCommunity & { role: StaffRole }>(ROLES, [
      keys.map((key) => key.accountId),
      keys.map((key) => key.communityId),
    ]);
    return new Map([...groupedBy(rows, keyOfAccount)].map(([key, held]) => [key, held.map((row) => row.role)]));
  }
}
