import { Injectable } from '@nestjs/common';
import { Database, rowsOf, type Tx } from '@fanfare/database';

/** A vote that is held, by idea and member. */
export interface HeldVote extends NewSuspicion {
  readonly ideaId: string;
}

/** Why one is held. */
export interface NewSuspicion {
  readonly memberId: string;
  readonly runIdeaId: string;
  readonly together: number;
  readonly expected: number;
  /** From the first to the last of the run's votes. */
  readonly beganAt: Date;
  readonly endedAt: Date;
}

const HELD = `
  SELECT idea_id AS "ideaId", member_id AS "memberId", run_idea_id AS "runIdeaId", together, expected::float8, began_at AS "beganAt", ended_at AS "endedAt"
  FROM vote_suspicions WHERE community_id = $1`;
const MOVED = 'SELECT idea_id AS id FROM genuineness_ideas WHERE idea_id = ANY ($1::uuid[]) AND moved_at > $2';
const STANDING_VOTES = 'SELECT v.member_id AS id FROM votes v WHERE v.idea_id = $1 AND v.member_id = ANY ($2::uuid[])';
const MARK_MOVED = `
  INSERT INTO genuineness_ideas (idea_id, moved_at) VALUES ($1, $2) ON CONFLICT (idea_id) DO UPDATE SET moved_at = excluded.moved_at`;
const SUSPECT = `
  INSERT INTO vote_suspicions AS v (idea_id, member_id, community_id, run_idea_id, together, expected, began_at, ended_at, model, suspected_at)
  SELECT i.id, s.member_id, i.community_id, s.run_idea_id, s.together, s.expected, s.began_at, s.ended_at, $8, $9
  FROM ideas i, unnest($2::uuid[], $3::uuid[], $4::int[], $5::real[], $6::timestamptz[], $7::timestamptz[])
    AS s (member_id, run_idea_id, together, expected, began_at, ended_at) WHERE i.id = $1 ORDER BY s.member_id
  ON CONFLICT (idea_id, member_id) DO UPDATE SET run_idea_id = excluded.run_idea_id, together = excluded.together, expected = excluded.expected,
    began_at = excluded.began_at, ended_at = excluded.ended_at, model = excluded.model`;
const CLEAR = 'DELETE FROM vote_suspicions WHERE idea_id = $1 AND member_id = ANY ($2::uuid[])';
const SCORES = `
  INSERT INTO genuineness_members AS g (member_id, community_id, score, evidence, model, judged_at)
  SELECT m.id, m.community_id, s.score, s.evidence, $4, $5
  FROM unnest($1::uuid[], $2::real[], $3::jsonb[]) AS s (member_id, score, evidence) JOIN members m ON m.id = s.member_id ORDER BY m.id
  ON CONFLICT (member_id) DO UPDATE SET score = excluded.score, evidence = excluded.evidence, model = excluded.model, judged_at = excluded.judged_at
  WHERE (g.evidence, g.model) IS DISTINCT FROM (excluded.evidence, excluded.model)`;

/** What is stored of estimates. */
@Injectable()
export class SuspicionsStore {
  constructor(private readonly database: Database) {}

  held(communityId: string): Promise<HeldVote[]> {
    return this.database.query<HeldVote>(HELD, [communityId]);
  }

  /** Of these ideas, those whose votes were moved since then. */
  async movedSince(ideaIds: readonly string[], since: Date): Promise<Set<string>> {
    return new Set((await this.database.query<{ id: string }>(MOVED, [ideaIds, since])).map(({ id }) => id));
  }

  /** Of these members, those who still support the idea. */
  async supporters(tx: Tx, ideaId: string, memberIds: readonly string[]): Promise<string[]> {
    return (await rowsOf<{ id: string }>(tx, STANDING_VOTES, [ideaId, memberIds])).map(({ id }) => id);
  }

  async suspect(tx: Tx, ideaId: string, suspicions: readonly NewSuspicion[], model: number, at: Date): Promise<void> {
    await this.explain(tx, ideaId, suspicions, model, at);
    await tx.query(MARK_MOVED, [ideaId, at]);
  }

  /** Says why votes are held, or says it anew where a run has grown; moves none. */
  async explain(tx: Tx, ideaId: string, suspicions: readonly NewSuspicion[], model: number, at: Date): Promise<void> {
    const column = <Key extends keyof NewSuspicion>(key: Key) => suspicions.map((one) => one[key]);
    const columns = (['memberId', 'runIdeaId', 'together', 'expected', 'beganAt', 'endedAt'] as const).map(column);
    await tx.query(SUSPECT, [ideaId, ...columns, model, at]);
  }

  async clear(tx: Tx, ideaId: string, memberIds: readonly string[], at: Date): Promise<void> {
    await tx.query(CLEAR, [ideaId, memberIds]);
    await tx.query(MARK_MOVED, [ideaId, at]);
  }

  async keepScores(tx: Tx, rows: readonly { memberId: string; score: number; evidence: object }[], model: number, at: Date): Promise<void> {
    const evidence = rows.map((row) => JSON.stringify(row.evidence));
    await tx.query(SCORES, [rows.map((row) => row.memberId), rows.map((row) => row.score), evidence, model, at]);
  }
}
