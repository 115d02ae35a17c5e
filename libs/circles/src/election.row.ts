import type { ElectionOutcome } from './election.policy.js';

/** An election as reads answer it. */
export interface ElectionRow {
  readonly id: string;
  readonly circleId: string;
  readonly communityId: string;
  readonly startedBy: string | null;
  readonly startedAt: Date;
  readonly standingUntil: Date;
  readonly closesAt: Date;
  /** When it was due, however late somebody counted; null while it runs. */
  readonly closedAt: Date | null;
  /** How many were in the circle when it began. */
  readonly electorate: number;
  readonly outcome: ElectionOutcome | null;
  /** How many voted; null while it runs. */
  readonly turnout: number | null;
  readonly winnerId: string | null;
}

/** Over `e` (circle_elections). */
export const ELECTION_COLUMNS = `
  e.id, e.circle_id AS "circleId", e.community_id AS "communityId", e.started_by AS "startedBy", e.started_at AS "startedAt",
  e.standing_until AS "standingUntil", e.closes_at AS "closesAt", e.closed_at AS "closedAt", e.electorate, e.outcome, e.turnout,
  e.winner_id AS "winnerId"`;

export interface CandidateRow {
  readonly electionId: string;
  readonly memberId: string;
  /** Plain text; may be empty. */
  readonly statement: string;
  readonly stoodAt: Date;
  /** Null while the election runs. */
  readonly votes: number | null;
}

/** Over `c` (circle_candidates). */
export const CANDIDATE_COLUMNS = 'c.election_id AS "electionId", c.member_id AS "memberId", c.statement, c.stood_at AS "stoodAt", c.votes';
