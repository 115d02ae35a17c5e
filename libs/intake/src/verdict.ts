import type { IdentityLevel, Level } from '@fanfare/kernel';

/** `NUDGE`: the author may rephrase once. `HOLD`: kept, and shown once a moderator has read it. `REFUSE`: not kept. */
export const OUTCOMES = ['PASS', 'NUDGE', 'HOLD', 'REFUSE'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** In the order in which a text passes them. */
export const PHASES = ['LENGTH', 'REPEAT', 'RATE', 'LINKS', 'WORDS', 'IMPERSONATION', 'SPAM', 'HOLD_FOR_REVIEW'] as const;
export type PhaseName = (typeof PHASES)[number];

/** Why a phase spoke. Stable: the web says each in words. "Criticises the brand" is none of them and cannot become one. */
export const REASONS = [
  'TOO_LONG',
  'NO_WORDS',
  'SAME_TEXT',
  'SIMILAR_TEXT',
  'TOO_MANY_TEXTS',
  'TOO_MANY_LINKS',
  'COARSE_WORD',
  'SLUR',
  'THREAT',
  'COMMUNITY_WORD',
  'NAME_LIKE_BRAND',
  'NAME_LIKE_STAFF',
  'NAME_LIKE_ROLE',
  'LOOKS_LIKE_SPAM',
  'MEMBER_HELD',
  'ANONYMOUS_MEMBER',
] as const;
export type Reason = (typeof REASONS)[number];

/** Numbers and words for the sentence that the author reads; never the text itself. */
export type VerdictParams = Readonly<Record<string, string | number>>;

export interface Verdict {
  readonly outcome: Outcome;
  /** Null when every phase let it pass. */
  readonly phase: PhaseName | null;
  readonly reason: Reason | null;
  readonly params: VerdictParams;
}

export const PASSED: Verdict = Object.freeze({ outcome: 'PASS', phase: null, reason: null, params: {} });

/** Kinds of text, by what moderation calls their subjects. */
export const TEXT_KINDS = ['IDEA', 'COMMENT', 'CREATION', 'CREATION_RESPONSE', 'CIRCLE_POST', 'MEMBER', 'ENTRY', 'APPLICATION'] as const;
export type TextKind = (typeof TEXT_KINDS)[number];

/** What somebody wrote, and nothing of what it is about. */
export interface IntakeText {
  readonly kind: TextKind;
  /** One line: of an idea or a creation its title, of a member the display name. */
  readonly title?: string;
  /** Markdown. */
  readonly body: string;
  /** The body it replaces: what stood there already is not judged again. */
  readonly before?: string;
}

/** How often the author wrote the same or nearly the same before; this text is not counted. */
export interface Copies {
  /** Other subjects with this very text. */
  readonly places: number;
  /** Texts with it, wherever they stand. */
  readonly texts: number;
  /** Other subjects with this text or one much like it. */
  readonly similarPlaces: number;
}

/** A name that nobody else may pass for. */
export interface ProtectedName {
  readonly name: string;
  readonly of: 'BRAND' | 'STAFF';
}

/** What the phases know of the author and the community. */
export interface IntakeContext {
  readonly level: Level;
  readonly identityLevel: IdentityLevel;
  /** Staff of the community: neither too fast nor too alike for it, and no impostor of itself. */
  readonly byStaff: boolean;
  /** A decision in force says that all they write is read first. */
  readonly isHeld: boolean;
  readonly copies: Copies;
  /** Texts of theirs within the last hour. */
  readonly textsOfHour: number;
  /** Links that begin so lead to this site itself. */
  readonly ownSite: string;
  readonly names: readonly ProtectedName[];
  readonly communityWords: readonly string[];
  readonly holdAnonymous: boolean;
}

/** Says what it thinks of a text, or nothing. Pure: no clock, no database. */
export interface Phase {
  readonly name: PhaseName;
  judge(text: IntakeText, context: IntakeContext): Verdict | null;
}

/** A verdict of a phase, with less to write. */
export function verdict(phase: PhaseName, outcome: Exclude<Outcome, 'PASS'>, reason: Reason, params: VerdictParams = {}): Verdict {
  return { outcome, phase, reason, params };
}
