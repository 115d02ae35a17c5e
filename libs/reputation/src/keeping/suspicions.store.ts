import { Injectable } from '@nestjs/common';
import { Database, rowsOf, type Tx } from '@fanfare/database';

/** A vote that is held, by idea and member. */
export interface HeldVote {
  readonly ideaId: string;
  readonly memberId: string;
}

/** Why one is held. */
export interface NewSuspicion {
  readonly memberId: string;
  readonly runIdeaId: string;
  readonly together: number;
  readonly expected: number;
}

const HELD = 'SELECT idea_id AS "ideaId", member_id AS "memberId" FROM vote_suspicions WHERE community_id = $1';
const MOVED = 'SELECT idea_id AS id FROM genuineness_ideas WHERE idea_id = ANY ($1::uuid[]) AND moved_at > $2';
const STANDING_VOTES = 'SELECT v.member_id AS id FROM votes v WHERE v.idea_id = $1 AND v.member_id = ANY ($2::uuid[])';
const MARK_MOVED = `
  INSERT INTO genuineness_ideas (idea_id, moved_at) VALUES ($1, $2) ON CONFLICT (idea_id) DO UPDATE SET moved_at = excluded.moved_at`;
const SUSPECT = `
  INSERT INTO vote_suspicions (idea_id, member_id, community_id, run_idea_id, together, expected, model, suspected_at)
  SELECT i.id, s.member_id, i.community_id, s.run_idea_id, s.together, s.expected, $6, $7
  FROM ideas i, unnest($2::uuid[], $3::uuid[], $4::int[], $5::real[]) AS s (member_id, run_idea_id, together, expected) WHERE i.id = $1
  ON CONFLICT DO NOTHING`;
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
    const column = <Key extends keyof NewSuspicion>(key: Key) => suspicions.map((one) => one[key]);
    await tx.query(SUSPECT, [ideaId, column('memberId'), column('runIdeaId'), column('together'), column('expected'), model, at]);
    await tx.query(MARK_MOVED, [ideaId, at]);
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
