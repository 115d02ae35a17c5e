import { Injectable } from '@nestjs/common';
import { Database } from '@fanfare/database';
import { Loader } from '@fanfare/graphql';
import type { EstimateRow } from './genuineness.policy.js';

/** Votes of an idea that are held for one run. */
export interface RunRow {
  readonly ideaId: string;
  readonly runIdeaId: string;
  readonly together: number;
  readonly expected: number;
  readonly held: number;
  readonly since: Date;
  readonly model: number;
}

const ESTIMATES = `
  SELECT m.id AS "memberId", g.score::float8, coalesce(g.evidence, '{}') AS evidence, g.model, g.judged_at AS "judgedAt",
    (SELECT count(*)::int FROM vote_suspicions s WHERE s.member_id = m.id) AS "heldVotes"
  FROM members m LEFT JOIN genuineness_members g ON g.member_id = m.id WHERE m.id = ANY ($1::uuid[])`;

const MOST_RUNS = 20;
const RUNS = `
  SELECT asked.id AS "ideaId", runs.* FROM unnest($1::uuid[]) AS asked (id), LATERAL (
    SELECT s.run_idea_id AS "runIdeaId", s.together, s.expected::float8, s.model, count(*)::int AS held, min(s.suspected_at) AS since
    FROM vote_suspicions s WHERE s.idea_id = asked.id GROUP BY s.run_idea_id, s.together, s.expected, s.model
    ORDER BY count(*) DESC, s.run_idea_id LIMIT ${MOST_RUNS}) AS runs`;

/** Edges from members to their estimate and from ideas to what is held, batched per request. */
@Injectable()
export class GenuinenessLoaders {
  readonly estimate = new Loader<EstimateRow>(async (ids) => {
    const rows = await this.database.query<EstimateRow>(ESTIMATES, [ids]);
    return new Map(rows.map((row) => [row.memberId, row]));
  });
  /** The largest first. */
  readonly runs = new Loader<RunRow[]>(async (ids) => Map.groupBy(await this.database.query<RunRow>(RUNS, [ids]), (row) => row.ideaId));

  constructor(private readonly database: Database) {}
}
