import { Injectable } from '@nestjs/common';
import { Database, rowsOf, type Tx } from '@fanfare/database';
import { groupedBy } from '@fanfare/graphql';
import type { Climber, RungAhead } from './climb.js';
import type { PreviewedIdea } from './ladder-preview.js';

/** A climber under its lock. */
export interface ClimberRow extends Climber {
  readonly id: string;
  readonly communityId: string;
  /** Of its latest move, else of its posting: nothing is dated before it. */
  readonly lastMovedAt: Date;
}

export interface RungGrantRow {
  readonly ideaId: string;
  readonly position: number;
  readonly support: number;
  readonly reachedAt: Date;
}

const SENT_TO_REVIEW = `EXISTS (SELECT FROM idea_moves m WHERE m.idea_id = i.id AND m.mover = 'SYSTEM' AND m.to_status = 'UNDER_REVIEW')`;

const CLIMBERS = `
  SELECT i.id, i.community_id AS "communityId", i.status, i.rung, i.deadline, i.clock_days AS "clockDays",
    ${SENT_TO_REVIEW} AS "wasSentToReview",
    coalesce((SELECT max(m.moved_at) FROM idea_moves m WHERE m.idea_id = i.id), i.created_at) AS "lastMovedAt"
  FROM ideas i WHERE i.id = ANY ($1::uuid[]) AND i.status IN ('OPEN', 'UNDER_REVIEW') AND i.withheld IS NULL ORDER BY i.id`;

/** The verified support of an idea with its duplicates. */
const VERIFIED = 'coalesce((SELECT s.verified FROM idea_support s WHERE s.idea_id = i.id), 0)';

/**
 * The rungs above ideas, each with the moment of the vote that made it. Duplicates count with their target, every voter
 * once, by the first of their votes. Votes are read only where a rung is reached.
 */
const AHEAD = `
  WITH asked AS (
    SELECT i.id, i.community_id, i.rung, ${VERIFIED} AS verified FROM ideas i WHERE i.id = ANY ($1::uuid[])
  ), ahead AS (
    SELECT a.id, r.position, r.support, r.days, a.verified >= r.support AS reached
    FROM asked a JOIN rungs r ON r.community_id = a.community_id AND r.position > a.rung
  ), counted AS (
    SELECT a.id, v.cast_at AS at, row_number() OVER (PARTITION BY a.id ORDER BY v.cast_at, v.member_id) AS nth
    FROM (SELECT DISTINCT id FROM ahead WHERE reached) a, united_votes(a.id) v WHERE v.standing = 'VERIFIED'
  )
  SELECT h.id AS "ideaId", h.position, h.support, h.days, c.at AS "reachedAt"
  FROM ahead h LEFT JOIN counted c ON c.id = h.id AND c.nth = h.support ORDER BY h.id, h.position`;

const NEAR = `
  SELECT i.id FROM ideas i JOIN rungs r ON r.community_id = i.community_id AND r.position = i.rung + 1
  WHERE i.id = ANY ($1::uuid[]) AND i.status IN ('OPEN', 'UNDER_REVIEW') AND i.withheld IS NULL AND ${VERIFIED} >= r.support`;

/** By the index of CLOSING_SOON, where only a running clock closes before the end of time: `ideas` needs none of its own. */
const DUE = `
  SELECT due.id FROM communities c, LATERAL (
    SELECT k.idea_id AS id, k.closes_at FROM idea_ranks k WHERE k.community_id = c.id AND k.closes_at <= $1 ORDER BY k.closes_at LIMIT $2
  ) due ORDER BY due.closes_at, due.id LIMIT $2`;

/** What no event told of: after an import, a change of the ladder, a restored backup. */
const OWED = `
  SELECT i.id FROM ideas i JOIN idea_ranks k ON k.idea_id = i.id
  LEFT JOIN rungs r ON r.community_id = i.community_id AND r.position = i.rung + 1
  WHERE i.status IN ('OPEN', 'UNDER_REVIEW') AND i.withheld IS NULL AND ($1::uuid IS NULL OR i.id > $1)
    AND CASE WHEN r.position IS NOT NULL
      THEN k.verified >= r.support OR (i.deadline > $2 AND i.clock_days < r.days)
      ELSE i.status = 'OPEN' AND i.rung > 0 AND NOT ${SENT_TO_REVIEW} END
  ORDER BY i.id LIMIT $3`;

const ON_LADDER = `
  SELECT i.id, i.status, i.rung, i.deadline, i.clock_days AS "clockDays", k.verified, ${SENT_TO_REVIEW} AS "wasSentToReview"
  FROM idea_ranks k JOIN ideas i ON i.id = k.idea_id
  WHERE k.community_id = $1 AND k.status IN ('OPEN', 'UNDER_REVIEW') AND i.withheld IS NULL`;

const GRANTS = `
  SELECT idea_id AS "ideaId", position, support, reached_at AS "reachedAt" FROM rung_grants
  WHERE idea_id = ANY ($1::uuid[]) ORDER BY position`;

interface AheadRow extends RungAhead {
  readonly ideaId: string;
}

/** Reads of ideas on the ladder. */
@Injectable()
export class LadderQueries {
  constructor(private readonly database: Database) {}

  /** Those of these ideas that can climb. */
  climbers(tx: Tx, ideaIds: readonly string[]): Promise<ClimberRow[]> {
    return rowsOf<ClimberRow>(tx, CLIMBERS, [ideaIds]);
  }

  /** The rungs above each of these ideas, from the lowest. */
  async ahead(tx: Tx, ideaIds: readonly string[]): Promise<Map<string, AheadRow[]>> {
    return groupedBy(await rowsOf<AheadRow>(tx, AHEAD, [ideaIds]), (row) => row.ideaId);
  }

  /** Those of these ideas that may have reached their next rung. */
  async near(tx: Tx, ideaIds: readonly string[]): Promise<string[]> {
    return idsOf(await rowsOf(tx, NEAR, [ideaIds]));
  }

  /** Ideas whose deadline has passed, the earliest first. */
  async due(tx: Tx, now: Date, limit: number): Promise<string[]> {
    return idsOf(await rowsOf(tx, DUE, [now, limit]));
  }

  /** Ideas that the ladder owes something, in the order of their ids. */
  async owed(tx: Tx, after: string | null, now: Date, limit: number): Promise<string[]> {
    return idsOf(await rowsOf(tx, OWED, [after, now, limit]));
  }

  /** Every idea of a community that can climb, with its verified support as the orders know it. */
  onLadder(communityId: string): Promise<PreviewedIdea[]> {
    return this.database.query<PreviewedIdea>(ON_LADDER, [communityId]);
  }

  /** The rungs that ideas reached, from the lowest. */
  async grantsOf(ideaIds: readonly string[]): Promise<Map<string, RungGrantRow[]>> {
    return groupedBy(await this.database.query<RungGrantRow>(GRANTS, [ideaIds]), (row) => row.ideaId);
  }
}

function idsOf(rows: unknown[]): string[] {
  return (rows as { id: string }[]).map(({ id }) => id);
}
