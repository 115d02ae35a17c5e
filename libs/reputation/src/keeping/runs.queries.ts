import { Injectable } from '@nestjs/common';
import { Database } from '@fanfare/database';
import { type Connection, connectionOf, type PageArgs, pageSize } from '@fanfare/graphql';
import { decodeCursor, encodeCursor } from '@fanfare/kernel';
import type { GenuinenessReason } from './genuineness.model.js';
import type { RunKey } from './run-id.js';

/** People who came together for an idea, as moderators see them. */
export interface RunRow extends RunKey {
  /** The idea whose votes are looked at; the run's own where a whole community is. */
  readonly onIdeaId: string;
  readonly endedAt: Date;
  readonly together: number;
  readonly expected: number;
  readonly model: number;
  readonly held: number;
  readonly since: Date;
  readonly rulingId: string | null;
  readonly members: Readonly<Partial<Record<GenuinenessReason, number>>>;
}

/** Something that happened to the votes of an idea. */
export interface SuspicionEventRow {
  readonly id: string;
  readonly type: 'votes.setAside' | 'votes.released' | 'votes.ruled';
  readonly at: Date;
  readonly votes: number;
  readonly rulingId: string | null;
  readonly counts: boolean | null;
}

const MOST_RUNS = 20;

/** How many of a run the kinds of evidence speak for or against; nobody in one has proved more than an address. */
const MEMBERS = `jsonb_build_object(
    'UNIDENTIFIED', count(DISTINCT s.member_id) FILTER (WHERE (g.evidence->>'identity')::real <= 0.5),
    'BRIEF', count(DISTINCT s.member_id) FILTER (WHERE (g.evidence->>'constancy')::real < 0.5),
    'CONSTANT', count(DISTINCT s.member_id) FILTER (WHERE (g.evidence->>'constancy')::real >= 0.5),
    'APART', count(DISTINCT s.member_id) FILTER (WHERE (g.evidence->>'trust')::real < 0.5),
    'TRUSTED', count(DISTINCT s.member_id) FILTER (WHERE (g.evidence->>'trust')::real > 0.5))`;
const FACTS = `s.run_idea_id AS "ideaId", s.began_at AS "beganAt", max(s.ended_at) AS "endedAt", max(s.together) AS together,
    min(s.expected)::float8 AS expected, max(s.model) AS model, count(v.member_id)::int AS held, min(s.suspected_at) AS since,
    max(r.ruling_id::text) AS "rulingId", ${MEMBERS} AS members`;
const FROM = `FROM vote_suspicions s LEFT JOIN votes v ON v.idea_id = s.idea_id AND v.member_id = s.member_id
    LEFT JOIN genuineness_members g ON g.member_id = s.member_id
    LEFT JOIN run_ruled_members r ON r.idea_id = s.run_idea_id AND r.member_id = s.member_id`;

/** What is held now; then what moderators let count, which nothing holds any more. */
const OF_IDEAS = `
  SELECT asked.id AS "onIdeaId", runs.* FROM unnest($1::uuid[]) AS asked (id), LATERAL (
    (SELECT ${FACTS} ${FROM} WHERE s.idea_id = asked.id GROUP BY s.run_idea_id, s.began_at
     ORDER BY s.run_idea_id = asked.id DESC, count(*) DESC, s.run_idea_id, s.began_at LIMIT ${MOST_RUNS})
    UNION ALL
    (SELECT f.idea_id, f.began_at, f.ended_at, f.together, f.expected::float8, f.model, 0, f.ruled_at, f.id::text, '{}'::jsonb FROM run_rulings f
     WHERE f.idea_id = asked.id AND f.counts AND EXISTS (SELECT FROM run_ruled_members m WHERE m.ruling_id = f.id)
       AND NOT EXISTS (SELECT FROM vote_suspicions s WHERE s.idea_id = asked.id AND s.run_idea_id = f.idea_id AND s.began_at = f.began_at)
     ORDER BY f.ruled_at DESC, f.id LIMIT ${MOST_RUNS})) AS runs`;

const ORDER = 'LATEST_RUN';
const OF_COMMUNITY = `
  SELECT s.run_idea_id AS "onIdeaId", ${FACTS} ${FROM}
  WHERE s.community_id = $1 AND ($2::timestamptz IS NULL OR (s.began_at, s.run_idea_id) < ($2, $3::uuid))
  GROUP BY s.run_idea_id, s.began_at ORDER BY s.began_at DESC, s.run_idea_id DESC LIMIT $4`;
const COUNT = 'SELECT count(DISTINCT (run_idea_id, began_at))::int AS count FROM vote_suspicions WHERE community_id = $1';

const STORY = 'STORY_OF_VOTES';
/** As its partial index has it. */
const TYPES = `e.type IN ('votes.setAside', 'votes.released', 'votes.ruled')`;
const EVENTS = `
  SELECT e.id, e.type, e.occurred_at AS at, (e.payload->>'votes')::int AS votes, e.payload->>'rulingId' AS "rulingId", (e.payload->>'counts')::boolean AS counts
  FROM events e WHERE e.subject_id = $1 AND ${TYPES} AND ($2::timestamptz IS NULL OR (e.occurred_at, e.id) < ($2, $3::uuid))
  ORDER BY e.occurred_at DESC, e.id DESC LIMIT $4`;
const COUNT_EVENTS = `SELECT count(*)::int AS count FROM events e WHERE e.subject_id = $1 AND ${TYPES}`;

/** Reads of what is suspected; who may read is the resolvers' business. */
@Injectable()
export class RunsQueries {
  constructor(private readonly database: Database) {}

  ofIdeas(ideaIds: readonly string[]): Promise<RunRow[]> {
    return this.database.query<RunRow>(OF_IDEAS, [ideaIds]);
  }

  /** A community's runs of which votes are held, the latest first. */
  async ofCommunity(communityId: string, args: PageArgs): Promise<Connection<RunRow>> {
    const [at, id] = args.after ? decodeCursor(ORDER, args.after, ['time', 'id']) : [null, null];
    const rows = await this.database.query<RunRow>(OF_COMMUNITY, [communityId, at && new Date(at), id, pageSize(args) + 1]);
    return connectionOf(rows, args, (row) => encodeCursor(ORDER, [row.beganAt.toISOString(), row.ideaId]), () => this.count(COUNT, communityId));
  }

  /** What happened to an idea's votes, the latest first. */
  async story(ideaId: string, args: PageArgs): Promise<Connection<SuspicionEventRow>> {
    const [at, id] = args.after ? decodeCursor(STORY, args.after, ['time', 'id']) : [null, null];
    const rows = await this.database.query<SuspicionEventRow>(EVENTS, [ideaId, at && new Date(at), id, pageSize(args) + 1]);
    return connectionOf(rows, args, (row) => encodeCursor(STORY, [row.at.toISOString(), row.id]), () => this.count(COUNT_EVENTS, ideaId));
  }

  private async count(sql: string, id: string): Promise<number> {
    const [row] = await this.database.query<{ count: number }>(sql, [id]);
    return row?.count ?? 0;
  }
}
