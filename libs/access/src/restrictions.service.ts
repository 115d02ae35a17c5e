import { Injectable } from '@nestjs/common';
import { rowsOf, type Tx } from '@fanfare/database';
import { EventLog } from '@fanfare/events';
import { Clock, type MemberRight, newId, type Restriction, type RestrictionKind } from '@fanfare/kernel';
import { RestrictionImposed, RestrictionLifted } from './restriction.events.js';
import { OF_MEMBER, type RestrictionJson, restrictionsFrom } from './restriction.row.js';

/** What a decision takes from a member. */
export interface Imposition {
  readonly communityId: string;
  readonly memberId: string;
  readonly decisionId: string;
  readonly kind: RestrictionKind;
  /** Of a `MUTE`, which needs one; the others have none. */
  readonly right?: MemberRight | null;
  readonly startsAt: Date;
  /** Null for no end. */
  readonly endsAt: Date | null;
}

interface Moved {
  readonly communityId: string;
  readonly memberId: string;
  readonly decisionId: string;
  readonly kind: RestrictionKind;
  readonly right: MemberRight | null;
  readonly account: string | null;
}

const MOVED = `community_id AS "communityId", member_id AS "memberId", decision_id AS "decisionId", kind, muted_right AS "right",
  (SELECT m.account_id FROM members m WHERE m.id = member_id) AS account`;

// A decision that was undone and stands again restricts again, as it said then. What is in force already is left alone.
const IMPOSE = `
  INSERT INTO restrictions AS r (id, community_id, member_id, decision_id, kind, muted_right, starts_at, ends_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
  ON CONFLICT (decision_id, kind) DO UPDATE SET lifted_at = NULL, starts_at = excluded.starts_at, ends_at = excluded.ends_at
  WHERE r.lifted_at IS NOT NULL RETURNING ${MOVED}`;

const LIFT = `UPDATE restrictions SET lifted_at = greatest($2, starts_at) WHERE decision_id = $1 AND lifted_at IS NULL RETURNING ${MOVED}`;

/**
 * What members may not do. Whoever decides about them writes it here; everywhere they act it is read: with the actor, and once
 * more where they write, behind a lock on the member (`MembersService.requireMember`). What is under way commits first, what
 * comes after is refused.
 */
@Injectable()
export class RestrictionsService {
  constructor(
    private readonly events: EventLog,
    private readonly clock: Clock,
  ) {}

  /** Restricts a member, in the decision's transaction. Twice is once. Waits for what the member is just doing. */
  async impose(tx: Tx, { communityId, memberId, decisionId, kind, right = null, startsAt, endsAt }: Imposition): Promise<void> {
    const made = await rowsOf<Moved>(tx, IMPOSE, [newId(), communityId, memberId, decisionId, kind, right, startsAt, endsAt]);
    for (const moved of made) await this.tell(tx, RestrictionImposed, moved);
  }

  /** Takes back whatever a decision restricted; what it did not restrict, or no longer, is fine. @returns whether there was something */
  async lift(tx: Tx, decisionId: string): Promise<boolean> {
    const lifted = await rowsOf<Moved>(tx, LIFT, [decisionId, this.clock.now()]);
    for (const moved of lifted) await this.tell(tx, RestrictionLifted, moved);
    return lifted.length > 0;
  }

  /** What binds a member now. */
  async inForce(tx: Tx, memberId: string): Promise<Restriction[]> {
    const [row] = await rowsOf<{ restrictions: RestrictionJson[] | null }>(tx, OF_MEMBER, [memberId, this.clock.now()]);
    return restrictionsFrom(row?.restrictions ?? []);
  }

  private async tell(tx: Tx, type: typeof RestrictionImposed, moved: Moved): Promise<void> {
    const { communityId, memberId: subjectId, decisionId: decision, kind, right, account } = moved;
    await this.events.append(tx, type, { communityId, actorId: null, subjectId, payload: { kind, right, decision, account } });
  }
}
