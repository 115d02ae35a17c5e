import { ALLOWED, type Decision, refused } from './problem.js';

/** What moderators may take from a member one by one. Posting: ideas, works, circles, profile. Commenting: what is said under and in them. */
export const MEMBER_RIGHTS = ['POSTING', 'VOTING', 'COMMENTING', 'REPORTING'] as const;
export type MemberRight = (typeof MEMBER_RIGHTS)[number];

/** `MUTE` takes one right, `SUSPENSION` and `BAN` all; `HOLD` has what they write reviewed first; a `WARNING` waits to be acknowledged. */
export const RESTRICTION_KINDS = ['MUTE', 'HOLD', 'SUSPENSION', 'BAN', 'WARNING'] as const;
export type RestrictionKind = (typeof RESTRICTION_KINDS)[number];

/** What a member may not do in one community, by a decision that is in force. */
export interface Restriction {
  readonly communityId: string;
  readonly kind: RestrictionKind;
  /** What a `MUTE` takes; null for the others. */
  readonly right: MemberRight | null;
  /** Null for no end. */
  readonly endsAt: Date | null;
  readonly decisionId: string;
}

/** Who acts, as far as this page looks at them. */
export interface Restricted {
  readonly restrictions?: readonly Restriction[];
}

/** What somebody is about to use: one right, or only that they are a member like others, which following or joining takes. */
export type MemberUse = MemberRight | 'TAKING_PART';

/** Whether no restriction of the community keeps the actor from it. Who is no member at all is told so elsewhere. */
export function mayUse(actor: Restricted, communityId: string, use: MemberUse): Decision {
  return permits(actor.restrictions?.filter((one) => one.communityId === communityId) ?? [], use);
}

/** The same over the restrictions of one member. The heaviest that stands in the way is the one that is told. */
export function permits(restrictions: readonly Restriction[], use: MemberUse): Decision {
  const [heaviest] = restrictions.filter((one) => stops(one, use)).sort(heavierFirst);
  if (!heaviest) return ALLOWED;
  const { kind, decisionId: decision } = heaviest;
  if (kind === 'WARNING') return refused('ACKNOWLEDGE_WARNING', { decision });
  return refused('RESTRICTED', { right: heaviest.right, until: heaviest.endsAt?.toISOString() ?? null, decision });
}

/** Whether the actor is shut out of the community: what is for members only is not for them, and no office of theirs counts. */
export function isShutOut(actor: Restricted, communityId: string): boolean {
  return !mayUse(actor, communityId, 'TAKING_PART').allowed;
}

/** Whether what the actor writes in the community waits for a moderator, by a decision about them. */
export function isHeldForReview(actor: Restricted, communityId: string): boolean {
  return actor.restrictions?.some((one) => one.communityId === communityId && one.kind === 'HOLD') ?? false;
}

function stops({ kind, right }: Restriction, use: MemberUse): boolean {
  if (kind === 'BAN' || kind === 'SUSPENSION') return true;
  if (kind === 'MUTE') return right === use;
  return kind === 'WARNING' && (use === 'POSTING' || use === 'COMMENTING');
}

const WEIGHT: Readonly<Record<RestrictionKind, number>> = { BAN: 4, SUSPENSION: 3, MUTE: 2, WARNING: 1, HOLD: 0 };

function heavierFirst(a: Restriction, b: Restriction): number {
  return WEIGHT[b.kind] - WEIGHT[a.kind] || lastsLonger(a, b);
}

function lastsLonger(a: Restriction, b: Restriction): number {
  const [first, second] = [a.endsAt?.getTime() ?? Number.MAX_SAFE_INTEGER, b.endsAt?.getTime() ?? Number.MAX_SAFE_INTEGER];
  return second - first;
}
