import { DAY, Problem } from '@fanfare/kernel';
import type { DecisionAction, MemberRight, ReviewSubjectKind } from '../moderation.enums.js';
import type { DecisionScope } from './decision.row.js';
import { LONGEST_HOLD_MS } from './judge.policy.js';

/** What a moderator wants to happen. */
export interface GivenSentence {
  readonly action: DecisionAction;
  /** With MUTE only. */
  readonly right?: MemberRight | null;
  readonly until?: Date | null;
  /** Of a HOLD: the text, or what its author writes. The text where there is one when left out. */
  readonly scope?: DecisionScope | null;
}

export interface Sentence {
  readonly action: DecisionAction;
  readonly right: MemberRight | null;
  readonly scope: DecisionScope;
  readonly endsAt: Date | null;
}

const ABOUT_MEMBER: readonly DecisionAction[] = ['WARN', 'MUTE', 'SUSPEND', 'BAN'];
const NEEDS_END: readonly DecisionAction[] = ['MUTE', 'SUSPEND'];
const MAY_END: readonly DecisionAction[] = ['HIDE', 'MUTE', 'HOLD', 'SUSPEND', 'BAN'];
/** A disputed entry and a contested merge stand or do not: `decideDispute` and `decideMergeContest` say which. */
const MATTERS: readonly ReviewSubjectKind[] = ['REPUTATION_ENTRY', 'MERGE'];
/** Nothing is decided for longer. */
const LONGEST_MS = 10 * 365 * DAY;

/**
 * What will happen, checked against what can happen to such a subject. A hold lasts a fortnight when nobody says; of a text never longer.
 *
 * @param hasAuthor whether there is a member whom it can affect
 * @throws Problem `INVALID_INPUT` with the field
 */
export function sentenceFrom(given: GivenSentence, kind: ReviewSubjectKind, hasAuthor: boolean, now: Date): Sentence {
  const { action } = given;
  const scope = scopeOf(given, kind);
  if (MATTERS.includes(kind)) throw invalid('item');
  if (action === 'LABEL' && kind === 'MEMBER') throw invalid('action');
  if (scope === 'MEMBER' && !hasAuthor) throw invalid('action');
  if ((action === 'MUTE') !== (given.right != null)) throw invalid('right');
  return { action, right: given.right ?? null, scope, endsAt: endOf(given, scope, now) };
}

function scopeOf({ action, scope }: GivenSentence, kind: ReviewSubjectKind): DecisionScope {
  if (ABOUT_MEMBER.includes(action)) return 'MEMBER';
  if (action !== 'HOLD') return 'TEXT';
  return scope ?? (kind === 'MEMBER' ? 'MEMBER' : 'TEXT');
}

function endOf({ action, until }: GivenSentence, scope: DecisionScope, now: Date): Date | null {
  if (until == null) {
    if (NEEDS_END.includes(action)) throw invalid('until');
    return action === 'HOLD' ? new Date(now.getTime() + LONGEST_HOLD_MS) : null;
  }
  const lasts = until.getTime() - now.getTime();
  const longest = action === 'HOLD' && scope === 'TEXT' ? LONGEST_HOLD_MS : LONGEST_MS;
  if (!MAY_END.includes(action) || lasts <= 0 || lasts > longest) throw invalid('until');
  return until;
}

function invalid(field: string): Problem {
  return new Problem('INVALID_INPUT', { field });
}
