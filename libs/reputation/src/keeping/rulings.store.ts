import { Injectable } from '@nestjs/common';
import { Database, rowsOf, type Tx } from '@fanfare/database';
import type { RunKey } from './run-id.js';

/** A run as it stands. */
export interface RunFacts extends RunKey {
  readonly endedAt: Date;
  readonly together: number;
  readonly expected: number;
  readonly model: number;
  readonly memberIds: readonly string[];
}

export interface RulingRow {
  readonly id: string;
  readonly ideaId: string;
  readonly communityId: string;
  readonly counts: boolean;
  readonly reason: string;
  readonly ruledBy: string;
  readonly ruledAt: Date;
}

/** What holds for a member who came for an idea, whatever is estimated. */
export interface RuledMember {
  readonly ideaId: string;
  readonly memberId: string;
  readonly counts: boolean;
  readonly together: number;
  readonly expected: number;
  readonly beganAt: Date;
  readonly endedAt: Date;
}

const RULED_MEMBERS = `
  SELECT m.idea_id AS "ideaId", m.member_id AS "memberId", r.counts, r.together, r.expected::float8, r.began_at AS "beganAt", r.ended_at AS "endedAt"
  FROM run_ruled_members m JOIN run_rulings r ON r.id = m.ruling_id`;
const RULED = `${RULED_MEMBERS} WHERE r.community_id = $1`;
const RULED_ABOUT = `${RULED_MEMBERS} WHERE (m.idea_id, m.member_id) IN (SELECT * FROM unnest($1::uuid[], $2::uuid[]))`;

/** Those who are suspected for it now, and those about whom somebody decided before. */
const RUN = `
  WITH suspected AS (
    SELECT member_id, together, expected, ended_at, model FROM vote_suspicions WHERE run_idea_id = $1 AND began_at = $2
  ), ruled AS (
    SELECT m.member_id, r.together, r.expected, r.ended_at, r.model FROM run_rulings r JOIN run_ruled_members m ON m.ruling_id = r.id
    WHERE r.idea_id = $1 AND r.began_at = $2
  ), everybody AS (SELECT * FROM suspected UNION ALL SELECT * FROM ruled)
  SELECT max(together) AS together, min(expected)::float8 AS expected, max(ended_at) AS "endedAt", max(model) AS model,
    array_agg(DISTINCT member_id) AS "memberIds" FROM everybody HAVING count(*) > 0`;

const RULE = `
  INSERT INTO run_rulings (id, idea_id, community_id, counts, members, together, expected, began_at, ended_at, model, reason, ruled_by, ruled_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`;
const RULE_MEMBERS = `
  INSERT INTO run_ruled_members (idea_id, member_id, ruling_id) SELECT $1, id, $3 FROM unnest($2::uuid[]) AS id ORDER BY id
  ON CONFLICT (idea_id, member_id) DO UPDATE SET ruling_id = excluded.ruling_id`;
const SOON = 'UPDATE genuineness_communities SET changed_at = coalesce(changed_at, $2) WHERE community_id = $1';

const BY_ID = `
  SELECT id, idea_id AS "ideaId", community_id AS "communityId", counts, reason, ruled_by AS "ruledBy", ruled_at AS "ruledAt"
  FROM run_rulings WHERE id = ANY ($1::uuid[])`;

/** What moderators decided about runs. */
@Injectable()
export class RulingsStore {
  constructor(private readonly database: Database) {}

  inForce(communityId: string): Promise<RuledMember[]> {
    return this.database.query<RuledMember>(RULED, [communityId]);
  }

  /** What holds for these who came for an idea, as of this statement. */
  about(tx: Tx, votes: readonly { readonly runIdeaId: string; readonly memberId: string }[]): Promise<RuledMember[]> {
    return rowsOf<RuledMember>(tx, RULED_ABOUT, [votes.map((vote) => vote.runIdeaId), votes.map((vote) => vote.memberId)]);
  }

  byIds(ids: readonly string[]): Promise<RulingRow[]> {
    return this.database.query<RulingRow>(BY_ID, [ids]);
  }

  async run(tx: Tx, { ideaId, beganAt }: RunKey): Promise<RunFacts | null> {
    const [found] = await rowsOf<Omit<RunFacts, keyof RunKey>>(tx, RUN, [ideaId, beganAt]);
    return found ? { ideaId, beganAt, ...found } : null;
  }

  /** Keeps a ruling, and has the estimate follow it on every other idea soon. */
  async keep(tx: Tx, ruling: RulingRow, run: RunFacts): Promise<void> {
    const { id, ideaId, communityId, counts, reason, ruledBy, ruledAt } = ruling;
    const then = [run.memberIds.length, run.together, run.expected, run.beganAt, run.endedAt, run.model];
    await tx.query(RULE, [id, ideaId, communityId, counts, ...then, reason, ruledBy, ruledAt]);
    await tx.query(RULE_MEMBERS, [ideaId, run.memberIds, id]);
    await tx.query(SOON, [communityId, ruledAt]);
  }
}
