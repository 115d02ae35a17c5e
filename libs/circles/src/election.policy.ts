import { type Actor, ALLOWED, DAY, type Decision, type IdentityLevel, type MemberUse, refused } from '@fanfare/kernel';
import { canPost, type Inside } from './circle.policy.js';
import type { CircleRow } from './circle.row.js';

/** Votes are taken so long, from the start. */
export const ELECTION_MS = 7 * DAY;
/** And so long somebody can stand, so that everybody has days to choose between all of them. */
export const STANDING_MS = 4 * DAY;
/** How long a spokesperson speaks before any member may ask for the next election. */
export const TERM_MS = 365 * DAY;
/** After an election, the next one waits so long. */
export const REST_MS = 7 * DAY;
/** A wish for an election before the term is over counts so long. */
export const CALL_MS = 30 * DAY;
/** Below it whoever is longest in the circle looks after it, and an election would say nothing. */
export const SMALLEST_ELECTORATE = 3;
export const MOST_CANDIDATES = 30;

export interface ElectionTimes {
  readonly startedAt: Date;
  readonly standingUntil: Date;
  readonly closesAt: Date;
  readonly closedAt: Date | null;
}

/** The reader as a member of the community, with what counts of their identity. */
export type Voter = { readonly id: string; readonly communityId: string; readonly identityLevel: IdentityLevel } | null;

/** Whether an election may begin in a circle, whoever asks. `lastClosedAt`: of the election before. */
export function canElect(circle: Pick<CircleRow, 'memberCount'>, lastClosedAt: Date | null, now: Date): Decision {
  if (circle.memberCount < SMALLEST_ELECTORATE) return refused('TOO_FEW_MEMBERS');
  if (lastClosedAt !== null && now.getTime() < lastClosedAt.getTime() + REST_MS) return refused('ELECTION_TOO_SOON');
  return ALLOWED;
}

/** Whether one member's word is enough to begin: nobody speaks for the circle, or their year is over. */
export function isSeatOpen({ spokespersonId, termEndsAt }: Pick<CircleRow, 'spokespersonId' | 'termEndsAt'>, now: Date): boolean {
  return spokespersonId === null || termEndsAt === null || termEndsAt <= now;
}

/** How many members must ask while somebody is in office: a third. */
export function callsNeeded(memberCount: number): number {
  return Math.max(1, Math.ceil(memberCount / 3));
}

/** Taking part in elections: members of the circle with a confirmed address, so that nobody votes with accounts made for it. */
export function canCallElection(actor: Actor, voter: Voter, inside: Inside, use: MemberUse | 'ANYWAY' = 'TAKING_PART'): Decision {
  const part = canPost(actor, voter, inside, use);
  if (!part.allowed) return part;
  return voter!.identityLevel === 'ANONYMOUS' ? refused('CONFIRM_EMAIL_FIRST') : ALLOWED;
}

/** Whether the actor votes in it, or does what else voters do (`use`): who was in the circle before it began, until it closes. By the clock, not by the schedule. */
export function canVoteInElection(actor: Actor, voter: Voter, inside: Inside, election: ElectionTimes, now: Date, use: MemberUse | 'ANYWAY' = 'VOTING'): Decision {
  const part = canCallElection(actor, voter, inside, use);
  if (!part.allowed) return part;
  if (election.closedAt !== null || election.closesAt <= now) return refused('ELECTION_OVER');
  return inside!.joinedAt < election.startedAt ? ALLOWED : refused('NOT_ELIGIBLE');
}

/** Whether the actor can stand: who votes, in the first days. */
export function canStand(actor: Actor, voter: Voter, inside: Inside, election: ElectionTimes, now: Date): Decision {
  const voting = canVoteInElection(actor, voter, inside, election, now, 'POSTING');
  if (!voting.allowed) return voting;
  return now < election.standingUntil ? ALLOWED : refused('STANDING_OVER');
}

/** A candidate as the count looks at them. */
export interface Counted {
  readonly memberId: string;
  readonly votes: number;
  /** Since when they are in the circle. */
  readonly joinedAt: Date;
}

export type ElectionOutcome = 'ELECTED' | 'NO_CANDIDATE' | 'NO_VOTE';

/** Most votes; of equals whoever is in the circle longest, then the lower id. Without a candidate or a vote nothing changes. */
export function resultOf(candidates: readonly Counted[]): { outcome: ElectionOutcome; winner: string | null } {
  if (candidates.length === 0) return { outcome: 'NO_CANDIDATE', winner: null };
  if (candidates.every(({ votes }) => votes === 0)) return { outcome: 'NO_VOTE', winner: null };
  const [first] = candidates.toSorted((a, b) => b.votes - a.votes || a.joinedAt.getTime() - b.joinedAt.getTime() || (a.memberId < b.memberId ? -1 : 1));
  return { outcome: 'ELECTED', winner: first!.memberId };
}
