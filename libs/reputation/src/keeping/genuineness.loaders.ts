import { Injectable } from '@nestjs/common';
import { Database } from '@fanfare/database';
import { Loader } from '@fanfare/graphql';
import type { EstimateRow } from './genuineness.policy.js';
import { type RulingRow, RulingsStore } from './rulings.store.js';
import { type RunRow, RunsQueries } from './runs.queries.js';

const ESTIMATES = `
  SELECT m.id AS "memberId", g.score::float8, coalesce(g.evidence, '{}') AS evidence, g.model, g.judged_at AS "judgedAt",
    (SELECT count(*)::int FROM vote_suspicions s JOIN votes v ON v.idea_id = s.idea_id AND v.member_id = s.member_id WHERE s.member_id = m.id) AS "heldVotes"
  FROM members m LEFT JOIN genuineness_members g ON g.member_id = m.id WHERE m.id = ANY ($1::uuid[])`;

/** Edges from members to their estimate and from ideas to what is held, batched per request. */
@Injectable()
export class GenuinenessLoaders {
  readonly estimate = new Loader<EstimateRow>(async (ids) => {
    const rows = await this.database.query<EstimateRow>(ESTIMATES, [ids]);
    return new Map(rows.map((row) => [row.memberId, row]));
  });
  /** By idea: its own first, then the largest. */
  readonly runs = new Loader<RunRow[]>(async (ids) => Map.groupBy(await this.runsQueries.ofIdeas(ids), (row) => row.onIdeaId));
  readonly ruling = new Loader<RulingRow>(async (ids) => new Map((await this.rulings.byIds(ids)).map((row) => [row.id, row])));

  constructor(
    private readonly database: Database,
    private readonly runsQueries: RunsQueries,
    private readonly rulings: RulingsStore,
  ) {}
}
