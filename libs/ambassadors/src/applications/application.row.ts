import type { Withholding } from '@fanfare/kernel';
import type { ApplicationOutcome, ApplicationState } from '../ambassadors.enums.js';

/** A channel that an applicant says they reach people by. */
export interface DeclaredChannel {
  /** Such as a blog or the name of a service. */
  readonly channel: string;
  readonly url: string;
  readonly followers: number;
}

/** A member's answer to a call. */
export interface ApplicationRow {
  readonly id: string;
  readonly callId: string;
  readonly communityId: string;
  readonly memberId: string;
  /** Never shown: whose it is, for policies. */
  readonly accountId: string | null;
  readonly state: ApplicationState;
  readonly country: string | null;
  readonly ofAge: boolean;
  readonly startedAt: Date;
  readonly changedAt: Date;
  readonly submittedAt: Date | null;
  readonly decidedAt: Date | null;
  readonly waitingPlace: number | null;
  readonly seatLeftAt: Date | null;
  readonly declaredReach: readonly DeclaredChannel[];
  /** Where its author left off. */
  readonly step: number;
  /** Whether it is kept from everybody but its author and moderators. */
  readonly withheld: Withholding | null;
  /** 0..5 */
  readonly panelPoints: number | null;
  readonly reviewers: number;
  readonly votes: number;
  readonly verifiedVotes: number;
  /** Of its call: whether the panel reads without names. */
  readonly blind: boolean;
  readonly selection: 'PANEL' | 'COMMUNITY' | 'HALF';
}

/** Over `a` (applications), `m` (members) and `k` (calls). */
export const APPLICATION_COLUMNS = `
  a.id, a.call_id AS "callId", a.community_id AS "communityId", a.member_id AS "memberId", m.account_id AS "accountId", a.state, a.country,
  a.of_age AS "ofAge", a.started_at AS "startedAt", a.changed_at AS "changedAt", a.submitted_at AS "submittedAt", a.decided_at AS "decidedAt",
  a.waiting_place AS "waitingPlace", a.seat_left_at AS "seatLeftAt", a.declared_reach AS "declaredReach", a.panel_points::float8 AS "panelPoints",
  a.step, a.withheld, a.reviewers, a.votes, a.verified_votes AS "verifiedVotes", k.blind, k.selection`;
export const APPLICATION_TABLES = 'applications a JOIN members m ON m.id = a.member_id JOIN calls k ON k.id = a.call_id';

export interface AnswerRow {
  readonly applicationId: string;
  readonly questionId: string;
  readonly answer: string;
}

export interface DecisionRow {
  readonly id: string;
  readonly applicationId: string;
  readonly communityId: string;
  readonly state: ApplicationOutcome;
  readonly reason: string;
  /** Null where a free seat went to the next who waited. */
  readonly decidedBy: string | null;
  readonly at: Date;
  readonly reverses: string | null;
  /** Whether, and how, a look at it again was asked for and answered. */
  readonly reviewAskedAt: Date | null;
  readonly reviewText: string | null;
  readonly reviewOutcome: 'KEPT' | 'CHANGED' | null;
  readonly reviewAnswer: string | null;
}
