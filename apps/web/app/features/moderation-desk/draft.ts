import type { DecideReviewInput, DecisionAction, InsteadInput, MutedRight, ReviewSubjectKind } from '~/graphql/generated/documents';

/** A decision as it is being written. */
export interface Draft {
  readonly action: DecisionAction | null;
  readonly right: MutedRight | null;
  /** Days from now on, null for no end (or as long as it takes), undefined for not said. */
  readonly days: number | null | undefined;
  readonly ground: 'RULE' | 'LAW';
  readonly rule: number | null;
  readonly law: string;
  readonly passage: string;
  readonly facts: string;
  /** Of the facts; null for the text's own. */
  readonly language: string | null;
  /** What it means for the author beside the text. */
  readonly sanction: Sanction | null;
  /** Ids of reports that were made to harm, with KEEP. */
  readonly abusive: readonly string[];
}

export interface Sanction {
  readonly action: 'WARN' | 'MUTE' | 'SUSPEND';
  readonly right: MutedRight | null;
  readonly days: number | null;
}

export const EMPTY_DRAFT: Draft = {
  action: null, right: null, days: undefined, ground: 'RULE', rule: null, law: '', passage: '', facts: '', language: null, sanction: null, abusive: [],
};

export const RIGHTS: readonly MutedRight[] = ['POSTING', 'COMMENTING', 'VOTING', 'REPORTING'];

/** Actions with the letter that follows `a`, what is about the text first; `c` claims, here as everywhere. */
export const ACTIONS: readonly (readonly [DecisionAction, letter: string])[] = [
  ['KEEP', 'k'], ['ASK_CHANGE', 'e'], ['HIDE', 'h'], ['REMOVE', 'r'], ['LABEL', 'l'], ['HOLD', 'o'], ['WARN', 'w'], ['MUTE', 'm'], ['SUSPEND', 's'], ['BAN', 'b'],
];

/** What leads to a decision about the author rather than the text. */
const ABOUT_AUTHOR: readonly DecisionAction[] = ['WARN', 'MUTE', 'SUSPEND', 'BAN'];
/** A disputed entry and a contested merge stand, or do not. */
const MATTERS: readonly ReviewSubjectKind[] = ['REPUTATION_ENTRY', 'MERGE'];
/** Nothing is quoted where something other than a text is judged. */
const WITHOUT_PASSAGE: readonly ReviewSubjectKind[] = [...MATTERS, 'MEMBER'];

/** What whoever moderates alone decides; the API refuses the rest. */
const LIGHT: readonly DecisionAction[] = ['KEEP', 'LABEL', 'HOLD', 'WARN'];
/** What a hold lasts when nobody says, and at most where somebody moderates alone. */
const FORTNIGHT = 14;

/** What is decided about, as far as it bounds the decision. */
export interface About {
  readonly subjectKind: ReviewSubjectKind;
  readonly author: object | null;
  readonly content: { readonly title: string | null; readonly text: string } | null;
  /** Whether the rest is the panel's: see `LIGHT`. */
  readonly viewerDecidesLightlyOnly?: boolean;
}

/** What can be decided about it. */
export function actionsFor({ subjectKind, author, viewerDecidesLightlyOnly }: About): readonly DecisionAction[] {
  return ACTIONS.map(([action]) => action).filter((action) => {
    if (MATTERS.includes(subjectKind)) return action === 'KEEP' || action === 'REMOVE';
    if (viewerDecidesLightlyOnly && !LIGHT.includes(action)) return false;
    if (action === 'LABEL' && subjectKind === 'MEMBER') return false;
    return author !== null || !(ABOUT_AUTHOR.includes(action) || (action === 'HOLD' && subjectKind === 'MEMBER'));
  });
}

type Bounds = Pick<About, 'subjectKind' | 'viewerDecidesLightlyOnly'>;

/** For how many days a decision can last, the usual choice first; null for no end; none where it has no time. */
export function lengthsOf(action: DecisionAction, { subjectKind, viewerDecidesLightlyOnly }: Bounds): readonly (number | null)[] {
  switch (action) {
    case 'HIDE': return [null, 7, 30, 90];
    case 'HOLD': return subjectKind === 'MEMBER' && !viewerDecidesLightlyOnly ? [FORTNIGHT, 7, 30, 90] : [FORTNIGHT, 7, 3];
    case 'MUTE': return [7, 1, 3, 30, 90];
    case 'SUSPEND': return [7, 1, 3, 30, 90, 365];
    case 'BAN': return [null, 90, 365];
    default: return [];
  }
}

export type Field = 'action' | 'right' | 'ground' | 'passage' | 'facts';

/** What a decision still lacks, in the order of the form. */
export function missingFrom(draft: Draft, about: About): Field[] {
  if (!draft.action) return ['action'];
  const right: Field[] = draft.action === 'MUTE' && !draft.right ? ['right'] : [];
  if (draft.action === 'KEEP') return [];
  const grounded = draft.ground === 'RULE' ? draft.rule !== null : draft.law.trim() !== '';
  return [
    ...right,
    ...(grounded ? [] : ['ground' as const]),
    ...(needsPassage(about) && !draft.passage.trim() ? ['passage' as const] : []),
    ...(draft.facts.trim() ? [] : ['facts' as const]),
  ];
}

/** Of conduct, and of a text that is gone, no passage is asked. */
export function needsPassage({ subjectKind, content }: About): boolean {
  return !WITHOUT_PASSAGE.includes(subjectKind) && Boolean(content?.text.trim() || content?.title?.trim());
}

/** Whether a decision takes something from somebody. */
export function restricts(action: DecisionAction | null): boolean {
  return action !== null && action !== 'KEEP';
}

/** When it would end. @returns null for no end */
export function endOf(draft: Pick<Draft, 'action' | 'days'>, about: Bounds, now: number): Date | null {
  const days = daysOf(draft, about);
  return days === null ? null : inDays(days, now);
}

function daysOf({ action, days }: Pick<Draft, 'action' | 'days'>, about: Bounds): number | null {
  if (!action) return null;
  const lengths = lengthsOf(action, about);
  return days === undefined || !lengths.includes(days) ? (lengths[0] ?? null) : days;
}

/** A whole draft as the API takes it. */
export function inputOf(draft: Draft, item: About & { readonly id: string }, language: string, now: number, idempotencyKey: string): DecideReviewInput {
  const { sanction, abusive } = draft;
  return {
    item: item.id,
    ...rulingOf(draft, item, language, now),
    idempotencyKey,
    ...(restricts(draft.action) && sanction && { sanction: { action: sanction.action, right: sanction.right, until: sanction.days === null ? null : inDays(sanction.days, now).toISOString() } }),
    ...(draft.action === 'KEEP' && abusive.length > 0 && { abusiveReports: [...abusive] }),
  };
}

/** The part that is the same for one item, for several, and in place of a decision that falls. */
export function rulingOf(draft: Draft, about: About, language: string, now: number): Omit<InsteadInput, 'idempotencyKey'> {
  const said = (text: string) => text.trim() || null;
  const grounded = restricts(draft.action);
  const usual = draft.action === 'HOLD' && daysOf(draft, about) === FORTNIGHT; // by the API's clock: by one that is fast it would be longer
  return {
    action: draft.action!,
    right: draft.action === 'MUTE' ? draft.right : null,
    rule: grounded && draft.ground === 'RULE' ? draft.rule : null,
    law: grounded && draft.ground === 'LAW' ? said(draft.law) : null,
    passage: grounded && needsPassage(about) ? said(draft.passage) : null,
    facts: said(draft.facts),
    language: said(draft.facts) && (draft.language ?? language),
    until: usual ? null : (endOf(draft, about, now)?.toISOString() ?? null),
  };
}

function inDays(days: number, now: number): Date {
  return new Date(now + days * 86_400_000);
}
