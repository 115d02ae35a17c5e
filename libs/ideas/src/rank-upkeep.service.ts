import { Injectable } from '@nestjs/common';
import { rowsOf, type Tx } from '@fanfare/database';
import { Schedules } from '@fanfare/events';
import { MINUTE } from '@fanfare/kernel';

/** Ten minutes more than a cursor asks for, so that a page under way never misses what it counted on. */
const PRUNE = `
  DELETE FROM idea_past_ranks WHERE ctid = ANY (ARRAY(
    SELECT ctid FROM idea_past_ranks WHERE ended_at < clock_timestamp() - interval '70 minutes' ORDER BY ended_at LIMIT $1))
  RETURNING 1`;
/** So many in one statement, which then never takes long, and so many statements in one transaction: the rest a minute later. */
const PRUNE_BATCH = 5_000;
const MOST_BATCHES = 20;

/** Transactions that this server did not count yet: the data came out of another one. */
const FOREIGN = `
  SELECT EXISTS (SELECT FROM idea_ranks WHERE from_xid >= pg_snapshot_xmax(pg_current_snapshot()))
    OR EXISTS (SELECT FROM idea_past_ranks WHERE to_xid >= pg_snapshot_xmax(pg_current_snapshot())) AS found`;

// What ideas say, again; support stays as it was placed. xids of another cluster (a restored backup) mean nothing here.
const REBUILD = `
  INSERT INTO idea_ranks AS r (idea_id, community_id, status, category_id, author_id, created_at, closes_at, imported)
  SELECT id, community_id, status, category_id, author_id, created_at, closing_of(status, deadline), imported_total(id)
  FROM ideas WHERE status <> 'DRAFT' AND ($1::uuid IS NULL OR community_id = $1) ORDER BY id
  ON CONFLICT (idea_id) DO UPDATE SET status = excluded.status, category_id = excluded.category_id, author_id = excluded.author_id,
    created_at = excluded.created_at, closes_at = excluded.closes_at, imported = excluded.imported,
    from_xid = CASE WHEN r.from_xid < pg_snapshot_xmax(pg_current_snapshot()) THEN r.from_xid ELSE pg_current_xact_id() END`;

const SETTLE_WAITS = `SELECT settle_waits(ARRAY(SELECT id FROM ideas WHERE status <> 'DRAFT' AND ($1::uuid IS NULL OR community_id = $1)))`;

const FORGET_FUTURE = 'DELETE FROM idea_past_ranks WHERE to_xid > pg_current_xact_id()';

/** Keeps ranks small and, after a restore or a repair by hand, right. */
@Injectable()
export class RankUpkeep {
  constructor(schedules: Schedules) {
    schedules.every(MINUTE, 'ideas.pruneRanks', (tx) => this.prune(tx));
  }

  /** Forgets ranks that nobody can be paging through any more, in batches. */
  async prune(tx: Tx, batch = PRUNE_BATCH): Promise<void> {
    for (let at = 0; at < MOST_BATCHES; at += 1) {
      if ((await rowsOf(tx, PRUNE, [batch])).length < batch) return;
    }
  }

  /**
   * Sets every rank's facts anew from the ideas themselves; support is placed by votes. The database's triggers keep them in
   * step, so this is for a recount and after a restore into another server.
   *
   * @param communityId one community's only, or everything
   */
  async rebuild(tx: Tx, communityId: string | null = null): Promise<void> {
    await rebuildRanks(tx, communityId);
  }
}

/**
 * After a backup was restored into another server: feeds compare transaction ids, and those of the old server would hide
 * every idea behind the first page. Run at every start; looks through the ranks once and changes nothing where all is well.
 *
 * @returns whether ranks had to be rebuilt
 */
export async function settleRanks(tx: Tx): Promise<boolean> {
  await tx.query('SET LOCAL statement_timeout = 0');
  const [foreign] = await rowsOf<{ found: boolean }>(tx, FOREIGN);
  if (foreign!.found) await rebuildRanks(tx, null);
  return foreign!.found;
}

async function rebuildRanks(tx: Tx, communityId: string | null): Promise<void> {
  await tx.query(FORGET_FUTURE);
  await tx.query(REBUILD, [communityId]);
  await tx.query(SETTLE_WAITS, [communityId]);
}
