import type { IdentityLevel, Level } from '@fanfare/kernel';
import type { CallChangeKind, CallSelection, CallState, QuestionAudience, QuestionKind } from '../ambassadors.enums.js';

/** A call as reads answer it. */
export interface CallRow {
  readonly id: string;
  readonly communityId: string;
  readonly title: string;
  /** Markdown. */
  readonly story: string;
  readonly perks: string;
  /** What an ambassador receives during the term: shown beside their name. */
  readonly receives: string;
  readonly seats: number;
  readonly seatsTaken: number;
  readonly opensAt: Date;
  /** When it closes, or closed early. */
  readonly closesAt: Date;
  readonly votingUntil: Date | null;
  readonly publishedAt: Date | null;
  readonly closedEarlyAt: Date | null;
  readonly selection: CallSelection;
  readonly leastLevel: Level;
  readonly leastIdentity: IdentityLevel;
  readonly leastAge: number;
  /** ISO 3166 countries; empty for everywhere. */
  readonly regions: readonly string[];
  readonly blind: boolean;
  readonly reapplyAfterDays: number;
  readonly termMonths: number;
  readonly acceptDays: number;
  readonly createdAt: Date;
  /** Whether some application waits for its answer. */
  readonly undecided: boolean;
}

/** Over `c` (calls). */
export const CALL_COLUMNS = `
  c.id, c.community_id AS "communityId", c.title, c.story, c.perks, c.receives, c.seats, c.seats_taken AS "seatsTaken", c.opens_at AS "opensAt",
  coalesce(c.closed_early_at, c.closes_at) AS "closesAt", c.voting_until AS "votingUntil", c.published_at AS "publishedAt",
  c.closed_early_at AS "closedEarlyAt", c.selection, c.least_level AS "leastLevel", c.least_identity AS "leastIdentity", c.least_age AS "leastAge",
  c.regions, c.blind, c.reapply_after_days AS "reapplyAfterDays", c.term_months AS "termMonths", c.accept_days AS "acceptDays",
  c.created_at AS "createdAt", EXISTS (SELECT FROM applications u WHERE u.call_id = c.id AND u.state = 'SUBMITTED' AND coalesce(u.withheld, 'HOLD') = 'HOLD') AS undecided`;

/** What a call is at a moment. */
export function stateOf(call: Pick<CallRow, 'publishedAt' | 'opensAt' | 'closesAt' | 'undecided'>, now: Date): CallState {
  if (call.publishedAt === null) return 'DRAFT';
  if (now < call.opensAt && now < call.closesAt) return 'SCHEDULED';
  if (now < call.closesAt) return 'OPEN';
  return call.undecided ? 'CLOSED' : 'DECIDED';
}

/** Whether the community can vote for who applied. */
export function isVoting(call: Pick<CallRow, 'publishedAt' | 'opensAt' | 'votingUntil'>, now: Date): boolean {
  return call.publishedAt !== null && call.votingUntil !== null && now >= call.opensAt && now < call.votingUntil;
}

export interface QuestionRow {
  readonly id: string;
  readonly callId: string;
  readonly position: number;
  readonly kind: QuestionKind;
  readonly text: string;
  readonly help: string;
  readonly choices: readonly string[];
  readonly required: boolean;
  readonly maxLength: number;
  readonly audience: QuestionAudience;
}

/** Over `q` (call_questions). */
export const QUESTION_COLUMNS = `
  q.id, q.call_id AS "callId", q.position, q.kind, q.text, q.help, q.choices, q.required, q.max_length AS "maxLength", q.audience`;

export interface CriterionRow {
  readonly callId: string;
  readonly position: number;
  readonly label: string;
  readonly weight: number;
}

export interface CallChangeRow {
  readonly id: string;
  readonly callId: string;
  readonly kind: CallChangeKind;
  readonly notice: string;
  readonly closesAt: Date;
  readonly at: Date;
}
