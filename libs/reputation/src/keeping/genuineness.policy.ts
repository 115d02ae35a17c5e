import { type Actor, type Decision, hasRole, type IdentityLevel, needsRole, refused } from '@fanfare/kernel';
import type { IdeaRow } from '@fanfare/ideas';
import type { EvidenceKind } from '../genuineness/genuineness.js';
import type { GenuinenessAdvice, GenuinenessReason, GenuinenessStanding } from './genuineness.model.js';

/** What is stored of a member. */
export interface EstimateRow {
  readonly memberId: string;
  /** Null of who was never judged. */
  readonly score: number | null;
  readonly evidence: Readonly<Partial<Record<EvidenceKind, number>>>;
  readonly model: number | null;
  readonly judgedAt: Date | null;
  readonly heldVotes: number;
}

const STRONG = 0.7;

/** Reasons and figures would teach a ring, so they stay with those who decide about it. */
export function canReadReasons(actor: Actor, communityId: string): boolean {
  return hasRole(actor, communityId, 'MODERATOR');
}

/** Whether the actor may decide about votes for an idea: a moderator, and not in a matter of their own. */
export function canRule(actor: Actor, idea: Pick<IdeaRow, 'communityId' | 'authorAccountId'>): Decision {
  if (actor.accountId === null) return refused('SIGN_IN_REQUIRED');
  return actor.accountId === idea.authorAccountId ? refused('NOT_ALLOWED') : needsRole(actor, idea.communityId, 'MODERATOR');
}

/** One's own standing, and everybody's to moderators. */
export function canReadStanding(actor: Actor, member: { readonly accountId: string | null; readonly communityId: string }): boolean {
  const own = actor.accountId !== null && actor.accountId === member.accountId;
  return own || canReadReasons(actor, member.communityId);
}

export function standingOf({ heldVotes, score }: Pick<EstimateRow, 'heldVotes' | 'score'>): GenuinenessStanding {
  if (heldVotes > 0) return 'HELD';
  return score !== null && score >= STRONG ? 'STRONG' : 'USUAL';
}

/** The next proof that would say most, and taking part for who hardly has. */
export function adviceFor(level: IdentityLevel, { constancy = 0 }: EstimateRow['evidence']): GenuinenessAdvice[] {
  const next: Record<IdentityLevel, GenuinenessAdvice | null> = { ANONYMOUS: 'CONFIRM_EMAIL', CONFIRMED: 'LINK_ACCOUNT', LINKED: 'VERIFY', VERIFIED: null };
  const proof = next[level];
  return [...(proof ? [proof] : []), ...(constancy < 0.3 ? (['TAKE_PART'] as const) : [])];
}

/** What speaks for somebody, as they are told: only what an honest person does anyway. */
export function strengthsOf(level: IdentityLevel, { constancy = 0 }: EstimateRow['evidence']): GenuinenessReason[] {
  return [...(level === 'ANONYMOUS' ? [] : (['IDENTIFIED'] as const)), ...(constancy >= 0.5 ? (['CONSTANT'] as const) : [])];
}

const NAMES: Partial<Record<EvidenceKind, readonly [GenuinenessReason, GenuinenessReason]>> = {
  trust: ['TRUSTED', 'APART'],
  independence: ['INDEPENDENT', 'COORDINATED'],
  identity: ['IDENTIFIED', 'UNIDENTIFIED'],
  constancy: ['CONSTANT', 'BRIEF'],
};

/** Named, the weightiest first; with a half they sum up to the estimate. */
export function reasonsFor(evidence: EstimateRow['evidence']): { reason: GenuinenessReason; effect: number }[] {
  const kinds = Object.entries(evidence) as [EvidenceKind, number][];
  return kinds
    .filter(([kind]) => NAMES[kind])
    .map(([kind, value]) => ({ reason: NAMES[kind]![value >= 0.5 ? 0 : 1], effect: (value - 0.5) / kinds.length }))
    .sort((a, b) => Math.abs(b.effect) - Math.abs(a.effect));
}
