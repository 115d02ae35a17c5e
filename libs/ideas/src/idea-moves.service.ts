import { Injectable } from '@nestjs/common';
import { rowsOf, type Tx } from '@fanfare/database';
import { EventLog } from '@fanfare/events';
import { type Actor, Clock, newId, Problem } from '@fanfare/kernel';
import { IdeaMoved } from './idea.events.js';
import { canMove, canRestore, type Mover } from './idea.moves.js';
import type { IdeaRow } from './idea.row.js';
import type { IdeaStatus } from './idea.status.js';

/** One move of an idea, and what is told of it. */
export interface Move {
  readonly to: IdeaStatus;
  readonly mover: Mover;
  /** The member who moves it; null for the system. */
  readonly memberId: string | null;
  /** The public response that a move by staff carries. */
  readonly responseId?: string | null;
  /** What the system gives as its reason. */
  readonly reason?: string | null;
  /** The idea a duplicate points at: with a move to `MERGED` only. */
  readonly mergedIntoId?: string | null;
  /** When it counts as moved; now when left out. The expiry of a deadline is dated by the deadline, however late it is seen. */
  readonly at?: Date;
}

/** The days of the rung to reach next; null at the top. */
const NEXT = '(SELECT r.days FROM rungs r WHERE r.community_id = i.community_id AND r.position > i.rung ORDER BY r.position LIMIT 1)';
/** What starts a clock anew. An undo does not: what had missed its deadline before misses it again. */
const STARTS = `(i.status = 'PENDING' OR (i.clock_left = '0' AND i.status NOT IN ('MERGED', 'REMOVED')))`;

/**
 * The clock of the ladder runs in `OPEN` only. Leaving it keeps what is left in `clock_left`; coming back gives that on top
 * of now, or the next rung's days where nothing was left. An idea without a clock (imported, no ladder) never gets one, and
 * where no rung is left to reach no clock runs. `clock_days`: what it was promised for the rung it is on the way to.
 * An estimate ends with the plan.
 */
const MOVE = `
  UPDATE ideas i SET status = $2, merged_into_id = $3,
    clock_left = CASE
      WHEN $2 IN ('OPEN', 'EXPIRED', 'PENDING') THEN NULL
      WHEN i.status = 'OPEN' THEN CASE WHEN i.deadline IS NOT NULL THEN greatest(i.deadline - $4, interval '0') END
      WHEN i.status = 'EXPIRED' THEN CASE WHEN i.deadline IS NOT NULL THEN interval '0' END
      ELSE i.clock_left END,
    deadline = CASE
      WHEN $2 = 'EXPIRED' THEN coalesce(i.deadline, (
        SELECT max(m.moved_at) FROM idea_moves m WHERE m.idea_id = i.id AND m.to_status = 'EXPIRED'))
      WHEN $2 = 'OPEN' THEN $4 + CASE WHEN ${STARTS} THEN make_interval(hours => 24 * ${NEXT}) WHEN ${NEXT} IS NOT NULL THEN i.clock_left END
      END,
    clock_days = CASE WHEN $2 = 'OPEN' AND ${STARTS} THEN ${NEXT} ELSE i.clock_days END,
    withheld_at = CASE WHEN $2 = 'OPEN' AND i.withheld IS NOT NULL THEN $4 ELSE i.withheld_at END,
    estimate_from = CASE WHEN $2 IN ('PLANNED', 'IN_PROGRESS', 'MERGED', 'REMOVED') THEN i.estimate_from END,
    estimate_precision = CASE WHEN $2 IN ('PLANNED', 'IN_PROGRESS', 'MERGED', 'REMOVED') THEN i.estimate_precision END
  WHERE i.id = $1`;

const REMEMBER = `
  INSERT INTO idea_moves (id, idea_id, community_id, from_status, to_status, mover, moved_at, actor_id, response_id, reason)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`;

const STATUS_BEFORE = `
  SELECT from_status AS "status" FROM idea_moves WHERE idea_id = $1 AND to_status = $2 ORDER BY moved_at DESC, id DESC LIMIT 1`;

/** Moves ideas along the table of moves. Its callers hold the idea by `IdeasAccess.lockForMove`. */
@Injectable()
export class IdeaMoves {
  constructor(
    private readonly events: EventLog,
    private readonly clock: Clock,
  ) {}

  /** @returns the move's id. @throws Problem `MOVE_REFUSED` when the table does not allow it */
  async move(tx: Tx, actor: Actor, idea: IdeaRow, move: Move): Promise<string> {
    const waits = Boolean(idea.withheld) && move.mover !== 'MODERATOR'; // for moderators: nothing else moves it meanwhile
    if (waits || !canMove(idea.status, move.to, move.mover)) throw refusal(idea.status, move.to);
    return this.write(tx, actor, idea, move);
  }

  /**
   * Undoes a merge or a removal: the idea goes back to the status before.
   *
   * @throws Problem `MOVE_REFUSED` when there is nothing to undo or this mover may not
   */
  async restore(tx: Tx, actor: Actor, idea: IdeaRow, undo: Omit<Move, 'to' | 'mergedIntoId'>): Promise<string> {
    const [before] = await rowsOf<{ status: IdeaStatus }>(tx, STATUS_BEFORE, [idea.id, idea.status]);
    if (!before || !canRestore(idea.status, before.status, undo.mover)) throw refusal(idea.status, before?.status ?? idea.status);
    return this.write(tx, actor, idea, { ...undo, to: before.status });
  }

  private async write(tx: Tx, actor: Actor, { id, communityId, status: from }: IdeaRow, move: Move): Promise<string> {
    const moveId = newId();
    const { to, mover, memberId, responseId = null, reason = null, mergedIntoId = null, at = this.clock.now() } = move;
    await tx.query(MOVE, [id, to, mergedIntoId, at]);
    await tx.query(REMEMBER, [moveId, id, communityId, from, to, mover, at, memberId, responseId, reason]);
    const payload = { from, to, moveId };
    await this.events.append(tx, IdeaMoved, { communityId, actorId: actor.accountId, subjectId: id, payload });
    return moveId;
  }
}

function refusal(from: IdeaStatus, to: IdeaStatus): Problem {
  return new Problem('MOVE_REFUSED', { from, to });
}
