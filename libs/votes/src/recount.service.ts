import { Injectable } from '@nestjs/common';
import { rowsOf, Transactor, type Tx } from '@fanfare/database';
import { settleRanks } from '@fanfare/ideas';
import { PlacementService } from './placement.service.js';
import { StandingsService } from './standings.service.js';
import { standingSql } from './vote.row.js';
import { FOLLOW_IDENTITY, FOLLOW_ROLES, PLACE_IDEAS } from './votes.handlers.js';

/** What can drift from the vote rows. `union`: parts of the counts of ideas with duplicates; `standing`: votes; `rank`: ideas; the others: parts of tallies. */
export const DRIFT_KINDS = ['raw', 'verified', 'quarantined', 'heat', 'union', 'standing', 'rank'] as const;
export type DriftKind = (typeof DRIFT_KINDS)[number];

/** How much was looked at, and how much of each kind is not what the vote rows say. */
export interface Recount {
  readonly votes: number;
  readonly ideas: number;
  readonly drift: Readonly<Record<DriftKind, number>>;
}

/** Heat is floating point: the order in which votes came may show in its last digits. log2 units. */
const HEAT_TOLERANCE = 1e-6;

const TALLY_DRIFT = `
  WITH counted AS (
    SELECT idea_id, vote_shard(member_id) AS shard, count(*)::int AS raw, count(*) FILTER (WHERE standing = 'VERIFIED')::int AS verified,
      count(*) FILTER (WHERE standing = 'QUARANTINED')::int AS quarantined, heat_sum(vote_heat(cast_at)) FILTER (WHERE standing = 'VERIFIED') AS heat
    FROM votes GROUP BY 1, 2
  ), compared AS (
    SELECT idea_id, coalesce(t.raw, 0) <> coalesce(c.raw, 0) AS raw, coalesce(t.verified, 0) <> coalesce(c.verified, 0) AS verified,
      coalesce(t.quarantined, 0) <> coalesce(c.quarantined, 0) AS quarantined,
      (t.heat IS NULL) <> (c.heat IS NULL) OR abs(t.heat - c.heat) > ${HEAT_TOLERANCE} AS heat
    FROM counted c FULL JOIN vote_tallies t USING (idea_id, shard)
  )
  SELECT idea_id AS "ideaId", count(*) FILTER (WHERE raw)::int AS raw, count(*) FILTER (WHERE verified)::int AS verified,
    count(*) FILTER (WHERE quarantined)::int AS quarantined, count(*) FILTER (WHERE heat)::int AS heat
  FROM compared WHERE raw OR verified OR quarantined OR heat GROUP BY 1 ORDER BY 1`;

const UNION_DRIFT = `
  WITH roots AS (SELECT DISTINCT merged_into_id AS root_id FROM ideas WHERE merged_into_id IS NOT NULL),
  counted AS (
    SELECT root_id, vote_shard(m.member_id)::int AS shard, count(*) AS raw, count(*) FILTER (WHERE m.standing = 'VERIFIED') AS verified,
      count(*) FILTER (WHERE m.standing = 'QUARANTINED') AS quarantined, heat_sum(vote_heat(m.cast_at)) FILTER (WHERE m.standing = 'VERIFIED') AS heat
    FROM roots, united_votes(root_id) m GROUP BY 1, 2
  ), parts AS (SELECT * FROM roots, generate_series(0, 15) AS shard)
  SELECT root_id AS "rootId", count(*)::int AS parts
  FROM (SELECT * FROM parts LEFT JOIN counted USING (root_id, shard)) c FULL JOIN (SELECT *, true AS kept FROM vote_unions) u USING (root_id, shard)
  WHERE u.kept IS NULL OR NOT EXISTS (SELECT FROM roots r WHERE r.root_id = u.root_id)
    OR (u.raw, u.verified, u.quarantined) <> (coalesce(c.raw, 0), coalesce(c.verified, 0), coalesce(c.quarantined, 0))
    OR (u.heat IS NULL) <> (c.heat IS NULL) OR abs(u.heat - c.heat) > ${HEAT_TOLERANCE}
  GROUP BY 1 ORDER BY 1`;

/** Work that is on its way is no drift. */
const onItsWay = (handlers: string, subjects: string) =>
  `EXISTS (SELECT FROM deliveries d JOIN events e ON e.id = d.event_id WHERE d.handler IN (${handlers}) AND e.subject_id IN (${subjects}))`;

const STANDING_DRIFT = `
  SELECT v.member_id AS "memberId", count(*)::int AS votes FROM votes v JOIN members m ON m.id = v.member_id
  WHERE v.standing <> ${standingSql('v.idea_id')} AND NOT ${onItsWay(`'${FOLLOW_IDENTITY}', '${FOLLOW_ROLES}'`, 'm.id, m.account_id')}
  GROUP BY 1 ORDER BY 1`;

const RANK_DRIFT = `
  SELECT r.idea_id AS "ideaId" FROM idea_ranks r LEFT JOIN idea_support c USING (idea_id)
  WHERE (r.raw <> coalesce(c.raw, 0) OR r.verified <> coalesce(c.verified, 0)
      OR (c.heat IS NOT NULL AND abs(r.heat - c.heat) > ${HEAT_TOLERANCE}) OR (c.heat IS NULL AND r.heat > -1e9)
      OR r.from_xid >= pg_snapshot_xmax(pg_current_snapshot()))
    AND NOT ${onItsWay(`'${PLACE_IDEAS}'`, 'SELECT d.id FROM ideas d WHERE r.idea_id IN (d.id, d.merged_into_id)')}
  ORDER BY 1`;

const SIZE = `SELECT (SELECT count(*)::int FROM votes) AS votes, (SELECT count(*)::int FROM idea_ranks) AS ideas`;

const ALL_SHARDS = `INSERT INTO vote_tallies (idea_id, shard) SELECT $1, generate_series(0, 15) ON CONFLICT DO NOTHING`;
const LOCK_SHARDS = 'SELECT shard FROM vote_tallies WHERE idea_id = $1 ORDER BY shard FOR UPDATE';
const RETALLY = `
  UPDATE vote_tallies t SET raw = c.raw, verified = c.verified, quarantined = c.quarantined, heat = c.heat
  FROM (
    SELECT s.shard, count(v.member_id) AS raw, count(*) FILTER (WHERE v.standing = 'VERIFIED') AS verified,
      count(*) FILTER (WHERE v.standing = 'QUARANTINED') AS quarantined,
      heat_sum(vote_heat(v.cast_at)) FILTER (WHERE v.standing = 'VERIFIED') AS heat
    FROM generate_series(0, 15) AS s (shard) LEFT JOIN votes v ON v.idea_id = $1 AND vote_shard(v.member_id) = s.shard GROUP BY 1
  ) c WHERE t.idea_id = $1 AND t.shard = c.shard`;

const BATCH = 100;

/** Holds everything that is counted against the vote rows, while people vote. */
@Injectable()
export class RecountService {
  constructor(
    private readonly transactor: Transactor,
    private readonly standings: StandingsService,
    private readonly placement: PlacementService,
  ) {}

  /** Counts anew and compares; changes nothing. */
  async compare(): Promise<Recount> {
    const { size, tallies, unions, members, ranks } = await this.look();
    const drift = { raw: 0, verified: 0, quarantined: 0, heat: 0, union: 0, standing: 0, rank: ranks.length };
    for (const tally of tallies) for (const kind of ['raw', 'verified', 'quarantined', 'heat'] as const) drift[kind] += tally[kind];
    for (const { parts } of unions) drift.union += parts;
    for (const { votes } of members) drift.standing += votes;
    return { ...size, drift };
  }

  /** Makes everything what the vote rows say. */
  async fix(): Promise<void> {
    await this.transactor.run((tx) => settleRanks(tx));
    const { members } = await this.look();
    for (const batch of batches(members.map(({ memberId }) => memberId))) {
      await this.transactor.run((tx) => this.standings.restand(tx, batch));
    }
    const { tallies } = await this.look();
    for (const { ideaId } of tallies) await this.transactor.run((tx) => retally(tx, ideaId));
    const { unions } = await this.look();
    for (const { rootId } of unions) await this.transactor.run((tx) => reunite(tx, rootId));
    const { ranks } = await this.look();
    for (const batch of batches(ranks)) await this.transactor.run((tx) => this.placement.place(tx, batch));
  }

  /** Each comparison is one statement, so it sees one moment. */
  private look() {
    return this.transactor.run(async (tx) => {
      await tx.query('SET LOCAL statement_timeout = 0');
      const [size] = await rowsOf<{ votes: number; ideas: number }>(tx, SIZE);
      const tallies = await rowsOf<Record<Exclude<DriftKind, 'union' | 'standing' | 'rank'>, number> & { ideaId: string }>(tx, TALLY_DRIFT);
      const unions = await rowsOf<{ rootId: string; parts: number }>(tx, UNION_DRIFT);
      const members = await rowsOf<{ memberId: string; votes: number }>(tx, STANDING_DRIFT);
      const ranks = await rowsOf<{ ideaId: string }>(tx, RANK_DRIFT);
      return { size: size!, tallies, unions, members, ranks: ranks.map(({ ideaId }) => ideaId) };
    });
  }
}

/** Under the locks of all its parts no vote of the idea is between its row and its tally. */
async function retally(tx: Tx, ideaId: string): Promise<void> {
  await tx.query(ALL_SHARDS, [ideaId]);
  await tx.query(LOCK_SHARDS, [ideaId]);
  await tx.query(RETALLY, [ideaId]);
}

/** The same for an idea with its duplicates. */
async function reunite(tx: Tx, rootId: string): Promise<void> {
  await tx.query('SELECT close_gates(ARRAY[$1::uuid])', [rootId]);
  await tx.query('SELECT hold_tallies(ARRAY[$1::uuid])', [rootId]);
  await tx.query('SELECT recount_union($1)', [rootId]);
}

function* batches<T>(items: readonly T[]): Generator<T[]> {
  for (let at = 0; at < items.length; at += BATCH) yield items.slice(at, at + BATCH);
}
