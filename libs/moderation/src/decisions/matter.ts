import { rowsOf, type Tx } from '@fanfare/database';
import { type Actor, isId, Problem } from '@fanfare/kernel';
import type { DecisionAction, ReviewSubjectKind } from '../moderation.enums.js';
import type { DecisionState } from './decision.row.js';

/** A review item as whoever decides needs it, held until the transaction ends. */
export interface Matter {
  readonly id: string;
  readonly communityId: string;
  readonly kind: ReviewSubjectKind;
  readonly subjectId: string;
  readonly authorId: string | null;
  readonly state: 'OPEN' | 'PROPOSED' | 'DECIDED';
  readonly claimedBy: string | null;
  readonly claimedUntil: Date | null;
  /** The highest rung the idea reached; 0 for whatever is none. */
  readonly rung: number;
}

const LOCK = `
  SELECT r.id, r.community_id AS "communityId", r.subject_kind AS kind, r.subject_id AS "subjectId", r.author_id AS "authorId", r.state,
    r.claimed_by AS "claimedBy", r.claimed_until AS "claimedUntil",
    CASE WHEN r.subject_kind = 'IDEA' THEN coalesce((SELECT i.rung FROM ideas i WHERE i.id = r.subject_id), 0) ELSE 0 END AS rung
  FROM review_items r WHERE r.id = $1 FOR NO KEY UPDATE OF r`;

const BY = `
  SELECT id, action, state FROM decisions WHERE item_id = $1 AND NOT automated_decision AND holds_for IS NULL AND state <> 'REJECTED'
  ORDER BY decided_at DESC, id DESC LIMIT 1`;

const CLOSE = `
  UPDATE review_items SET state = $2, decided_at = CASE WHEN $2 = 'DECIDED' THEN $3::timestamptz END, changed_at = $3,
    claimed_by = NULL, claimed_until = NULL WHERE id = $1`;

/** Two who decide take turns here: the second finds it decided. @throws Problem `NOT_FOUND` */
export async function lockMatter(tx: Tx, itemId: string): Promise<Matter> {
  const [item] = isId(itemId) ? await rowsOf<Matter>(tx, LOCK, [itemId]) : [];
  if (!item) throw new Problem('NOT_FOUND', { what: 'item' });
  return item;
}

/**
 * Whether an item waits for the actor's decision.
 *
 * @throws Problem `ITEM_DECIDED` with what it was decided by, `ITEM_CLAIMED` while somebody else looks at it
 */
export async function requireUndecided(tx: Tx, item: Matter, actor: Actor, now: Date): Promise<void> {
  if (item.state !== 'OPEN') {
    const [by] = await rowsOf<{ id: string; action: DecisionAction; state: DecisionState }>(tx, BY, [item.id]);
    throw new Problem('ITEM_DECIDED', { decision: by?.id ?? null, action: by?.action ?? null, state: by?.state ?? null });
  }
  if (item.claimedBy !== null && item.claimedBy !== actor.accountId && item.claimedUntil! > now) {
    throw new Problem('ITEM_CLAIMED', { until: item.claimedUntil!.toISOString() });
  }
}

/** Writes down where an item stands now; whoever claimed it is done. */
export async function settleMatter(tx: Tx, itemId: string, state: Matter['state'], at: Date): Promise<void> {
  await tx.query(CLOSE, [itemId, state, at]);
}
