import { Injectable } from '@nestjs/common';
import { Database, rowsOf, type Tx } from '@fanfare/database';
import { EventLog } from '@fanfare/events';
import { groupedBy } from '@fanfare/graphql';
import { Clock, type Grant, newId, Problem, type StaffRole } from '@fanfare/kernel';
import { RoleGranted, RoleRevoked } from './account.events.js';

/** A role somebody holds now. */
export interface GrantRow {
  readonly id: string;
  readonly communityId: string;
  readonly accountId: string;
  readonly role: StaffRole;
  readonly grantedAt: Date;
}

/** What a role is given or taken by. */
export interface RoleChange {
  readonly communityId: string;
  readonly accountId: string;
  readonly role: StaffRole;
  /** The account that decides; null for the system. */
  readonly by: string | null;
}

const COLUMNS = 'g.id, g.community_id AS "communityId", g.account_id AS "accountId", g.role, g.granted_at AS "grantedAt"';

// Both unique indexes of the table stand behind this: one role twice, or a moderator with a brand role, is no new row.
const GRANT = `
  INSERT INTO role_grants (id, community_id, account_id, role, granted_by, granted_at) VALUES ($1, $2, $3, $4, $5, $6)
  ON CONFLICT DO NOTHING RETURNING id`;

const IS_TEST = 'SELECT FROM accounts WHERE id = $1 AND test_until IS NOT NULL';

const HOLDS = 'SELECT FROM role_grants WHERE community_id = $1 AND account_id = $2 AND role = $3 AND revoked_at IS NULL';

const REVOKE = `
  UPDATE role_grants SET revoked_at = greatest($5, granted_at), revoked_by = $4
  WHERE community_id = $1 AND account_id = $2 AND role = $3 AND revoked_at IS NULL RETURNING id`;

/** Locked in one order, so that two owners who revoke each other wait instead of leaving nobody. */
const OWNERS = `
  SELECT account_id FROM role_grants WHERE community_id = $1 AND role = 'OWNER' AND revoked_at IS NULL ORDER BY id FOR UPDATE`;

/** Staff roles: who holds which, in which community. Rows are kept when a role ends. */
@Injectable()
export class RolesService {
  constructor(
    private readonly database: Database,
    private readonly events: EventLog,
    private readonly clock: Clock,
  ) {}

  /** The roles an account holds, in all communities. */
  grantsOf(accountId: string): Promise<Grant[]> {
    const sql = 'SELECT community_id AS "communityId", role FROM role_grants WHERE account_id = $1 AND revoked_at IS NULL ORDER BY granted_at';
    return this.database.query<Grant>(sql, [accountId]);
  }

  /** The staff of communities, by community, the longest serving first. */
  async staffOf(communityIds: readonly string[]): Promise<Map<string, GrantRow[]>> {
    const sql = `SELECT ${COLUMNS} FROM role_grants g WHERE g.community_id = ANY ($1) AND g.revoked_at IS NULL ORDER BY g.granted_at, g.id`;
    const rows = await this.database.query<GrantRow>(sql, [communityIds]);
    return groupedBy(rows, (row) => row.communityId);
  }

  /**
   * Gives a role; giving one twice changes nothing. Who may do so is the caller's policy.
   *
   * @returns whether it is new
   * @throws Problem `ROLE_CONFLICT` for a brand role and MODERATOR in one community, `NOT_ALLOWED` for a test account
   */
  async grant(tx: Tx, { communityId, accountId, role, by }: RoleChange): Promise<boolean> {
    if ((await rowsOf(tx, IS_TEST, [accountId])).length > 0) throw new Problem('NOT_ALLOWED');
    const granted = await rowsOf(tx, GRANT, [newId(), communityId, accountId, role, by, this.clock.now()]);
    if (granted.length === 0) {
      if (!(await this.holds(tx, { communityId, accountId, role }))) throw new Problem('ROLE_CONFLICT', { role });
      return false;
    }
    await this.events.append(tx, RoleGranted, { communityId, actorId: by, subjectId: accountId, payload: { role } });
    return true;
  }

  /** Whether somebody has a role now. */
  async holds(tx: Tx, { communityId, accountId, role }: Omit<RoleChange, 'by'>): Promise<boolean> {
    return (await rowsOf(tx, HOLDS, [communityId, accountId, role])).length > 0;
  }

  /**
   * Takes a role; taking one that is not held changes nothing.
   *
   * @returns whether it was held
   * @throws Problem `LAST_OWNER` when the community would be left without an owner
   */
  async revoke(tx: Tx, { communityId, accountId, role, by }: RoleChange): Promise<boolean> {
    if (role === 'OWNER') await this.keepAnOwner(tx, communityId, accountId);
    const revoked = await rowsOf(tx, REVOKE, [communityId, accountId, role, by, this.clock.now()]);
    if (revoked.length === 0) return false;
    await this.events.append(tx, RoleRevoked, { communityId, actorId: by, subjectId: accountId, payload: { role } });
    return true;
  }

  private async keepAnOwner(tx: Tx, communityId: string, accountId: string): Promise<void> {
    const owners = await rowsOf<{ account_id: string }>(tx, OWNERS, [communityId]);
    if (owners.length === 1 && owners[0]!.account_id === accountId) throw new Problem('LAST_OWNER');
  }
}
