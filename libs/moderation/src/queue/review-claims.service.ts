import { Injectable } from '@nestjs/common';
import { ActivityService } from '@fanfare/access';
import { rowsOf, Transactor, type Tx } from '@fanfare/database';
import { EventLog } from '@fanfare/events';
import { type Actor, Clock, MINUTE, Problem } from '@fanfare/kernel';
import { ReviewClaimed } from '../moderation.events.js';
import { REVIEW_ITEM_COLUMNS, type ReviewItemRow } from './review-item.row.js';
import { ReviewAccess } from './review.access.js';

/** Whoever looks at an item has it to themselves for so long, and for as long again whenever they claim it again. */
export const CLAIM_MS = 5 * MINUTE;

// The row decides a race: of two who claim at once one changes it, and the other finds it changed.
const CLAIM = `
  WITH t AS (
    UPDATE review_items SET claimed_by = $2, claimed_until = $3
    WHERE id = $1 AND state <> 'DECIDED' AND (claimed_by IS NULL OR claimed_by = $2 OR claimed_until <= $4) RETURNING *
  ) SELECT ${REVIEW_ITEM_COLUMNS} FROM t`;

const RELEASE = `
  WITH t AS (
    UPDATE review_items SET claimed_by = NULL, claimed_until = NULL WHERE id = $1 AND claimed_by = $2 RETURNING *
  ) SELECT ${REVIEW_ITEM_COLUMNS} FROM t`;

const CLAIMANT = `
  SELECT m.handle::text AS handle FROM members m WHERE m.account_id = $1 AND m.community_id = $2`;

/** Two moderators never work on the same item without knowing it. */
@Injectable()
export class ReviewClaims {
  constructor(
    private readonly transactor: Transactor,
    private readonly access: ReviewAccess,
    private readonly activity: ActivityService,
    private readonly events: EventLog,
    private readonly clock: Clock,
  ) {}

  /**
   * Takes an item for five minutes, or for five more.
   *
   * @throws Problem `NOT_FOUND`, `ITEM_CLAIMED` with `by` (a handle, or null) and `until`, `ITEM_DECIDED`, `TOO_MANY_ATTEMPTS`
   */
  async claim(actor: Actor, itemId: string): Promise<ReviewItemRow> {
    await this.activity.take(actor, 'review');
    return this.transactor.run(async (tx) => {
      const before = await this.access.require(tx, actor, itemId);
      const now = this.clock.now();
      const [claimed] = await rowsOf<ReviewItemRow>(tx, CLAIM, [before.id, actor.accountId, new Date(now.getTime() + CLAIM_MS), now]);
      if (!claimed) throw await this.refusal(tx, actor, before.id);
      if (before.claimedBy !== actor.accountId) await this.tell(tx, actor, claimed);
      return claimed;
    });
  }

  /** Leaves an item to others; one that is not the actor's stays as it is. @throws Problem `NOT_FOUND`, `TOO_MANY_ATTEMPTS` */
  async release(actor: Actor, itemId: string): Promise<ReviewItemRow> {
    await this.activity.take(actor, 'review');
    return this.transactor.run(async (tx) => {
      const before = await this.access.require(tx, actor, itemId);
      const [released] = await rowsOf<ReviewItemRow>(tx, RELEASE, [before.id, actor.accountId]);
      if (released) await this.tell(tx, actor, released);
      return released ?? before;
    });
  }

  /**
   * Whether nobody else has the item now; for whoever is about to decide it and holds its row.
   *
   * @throws Problem `ITEM_CLAIMED`, `ITEM_DECIDED`
   */
  async requireFree(tx: Tx, actor: Actor, item: ReviewItemRow): Promise<void> {
    if (item.state === 'DECIDED') throw new Problem('ITEM_DECIDED');
    const free = item.claimedBy === null || item.claimedBy === actor.accountId || item.claimedUntil! <= this.clock.now();
    if (!free) throw await this.refusal(tx, actor, item.id);
  }

  private async refusal(tx: Tx, actor: Actor, itemId: string): Promise<Problem> {
    const item = await this.access.require(tx, actor, itemId);
    if (item.state === 'DECIDED') return new Problem('ITEM_DECIDED');
    const [claimant] = await rowsOf<{ handle: string }>(tx, CLAIMANT, [item.claimedBy, item.communityId]);
    return new Problem('ITEM_CLAIMED', { by: claimant?.handle ?? null, until: item.claimedUntil?.toISOString() ?? null });
  }

  private async tell(tx: Tx, actor: Actor, item: ReviewItemRow): Promise<void> {
    const payload = { kind: item.subjectKind, about: item.subjectId, until: item.claimedUntil?.toISOString() ?? null };
    await this.events.append(tx, ReviewClaimed, { communityId: item.communityId, actorId: actor.accountId, subjectId: item.id, payload });
  }
}
