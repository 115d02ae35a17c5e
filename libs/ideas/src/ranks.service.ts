import { Injectable } from '@nestjs/common';
import { rowsOf, type Tx } from '@fanfare/database';

/** An idea's support as orders need it. */
export interface RankChange {
  readonly ideaId: string;
  readonly verified: number;
  readonly raw: number;
  /** log2 of its decayed verified support; null without any. */
  readonly heat: number | null;
}

/** Stands for "no verified vote", below any heat. */
export const NO_HEAT = -1e9;

const LOCK = 'SELECT idea_id FROM idea_ranks WHERE idea_id = ANY ($1::uuid[]) ORDER BY idea_id FOR NO KEY UPDATE';

/** Placings of one idea within a minute, after which there is one a second: each leaves a past rank for an hour. */
export const BURST = 20;

const BUSY = `
  SELECT count(*) = ${BURST} AND min(ended_at) > clock_timestamp() - interval '1 minute' AND max(ended_at) > clock_timestamp() - interval '1 second'
  FROM (SELECT ended_at FROM idea_past_ranks WHERE idea_id = $1 ORDER BY from_xid DESC LIMIT ${BURST}) latest`;

const LOCK_CALM = `SELECT idea_id FROM idea_ranks WHERE idea_id = $1 AND NOT (${BUSY}) FOR NO KEY UPDATE SKIP LOCKED`;

const PLACE = `
  UPDATE idea_ranks r SET verified = c.verified, raw = c.raw, heat = c.heat
  FROM unnest($1::uuid[], $2::int[], $3::int[], $4::float8[]) AS c (idea_id, verified, raw, heat)
  WHERE r.idea_id = c.idea_id AND (r.verified, r.raw, r.heat) IS DISTINCT FROM (c.verified, c.raw, c.heat)`;

/**
 * Where ideas stand in the orders. Each transaction that changes a rank leaves a version of what it was before, so that
 * readers go on paging in the order in which they began. To write what is true: lock, then count in a statement of its
 * own, then place; whoever counted before waiting for the lock would write an older count over a newer one.
 */
@Injectable()
export class RanksService {
  /** Waits for these ideas' ranks and holds them until the transaction ends. */
  async lock(tx: Tx, ideaIds: readonly string[]): Promise<void> {
    await rowsOf(tx, LOCK, [ideaIds]);
  }

  /** Holds those of these ideas' ranks that nobody else holds. @returns their ids */
  async tryLock(tx: Tx, ideaIds: readonly string[]): Promise<string[]> {
    const rows = await rowsOf<{ idea_id: string }>(tx, `${LOCK} SKIP LOCKED`, [ideaIds]);
    return rows.map((row) => row.idea_id);
  }

  /** Holds an idea's rank, unless somebody else does or it changed often and a moment ago. @returns whether it is held */
  async tryLockCalm(tx: Tx, ideaId: string): Promise<boolean> {
    return (await rowsOf(tx, LOCK_CALM, [ideaId])).length > 0;
  }

  /** Writes the support of ideas whose ranks the caller holds; what stays the same is left alone. */
  async place(tx: Tx, changes: readonly RankChange[]): Promise<void> {
    if (changes.length === 0) return;
    await this.lock(tx, changes.map((change) => change.ideaId));
    await tx.query(PLACE, [
      changes.map((change) => change.ideaId),
      changes.map((change) => change.verified),
      changes.map((change) => change.raw),
      changes.map((change) => change.heat ?? NO_HEAT),
    ]);
  }

  /** `place` for those that can be held without waiting. @returns the ids that were placed */
  async tryPlace(tx: Tx, changes: readonly RankChange[]): Promise<string[]> {
    const held = new Set(await this.tryLock(tx, changes.map((change) => change.ideaId)));
    await this.place(tx, changes.filter((change) => held.has(change.ideaId)));
    return [...held];
  }
}
