import { Injectable } from '@nestjs/common';
import { rowsOf, type Tx } from '@fanfare/database';
import { EventLog } from '@fanfare/events';
import type { IdentityLevel } from '@fanfare/kernel';
import { MemberIdentityChanged } from './member.events.js';

interface Moved {
  readonly id: string;
  readonly communityId: string;
  readonly from: IdentityLevel;
  readonly to: IdentityLevel;
}

// In a statement of its own, and the account before its members, as joining does: what is weighed after it is what the last
// change left.
const HOLD = 'SELECT FROM accounts WHERE id = $1 FOR SHARE';

const MOVE = `
  WITH before AS (
    SELECT m.id, m.identity_level AS level, member_identity(a.identity_level, a.id, m.community_id) AS next
    FROM members m JOIN accounts a ON a.id = m.account_id
    WHERE m.account_id = $1 AND ($2::uuid IS NULL OR m.community_id = $2) ORDER BY m.id FOR NO KEY UPDATE OF m
  )
  UPDATE members m SET identity_level = before.next FROM before WHERE m.id = before.id AND m.identity_level <> before.next
  RETURNING m.id, m.community_id AS "communityId", before.level AS "from", m.identity_level AS "to"`;

/** What somebody's identity counts for in each community: the account's own level, and the brand's evidence on top. */
@Injectable()
export class MemberIdentityService {
  constructor(private readonly events: EventLog) {}

  /**
   * Moves a person's members to the levels that their evidence amounts to; each move is told once.
   *
   * @param communityId one community; all when null
   */
  async follow(tx: Tx, accountId: string, communityId: string | null = null): Promise<void> {
    await tx.query(HOLD, [accountId]);
    for (const moved of await rowsOf<Moved>(tx, MOVE, [accountId, communityId])) {
      const { id, from, to } = moved;
      await this.events.append(tx, MemberIdentityChanged, { communityId: moved.communityId, actorId: accountId, subjectId: id, payload: { from, to } });
    }
  }
}
