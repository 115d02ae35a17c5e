import type { CallSelection, CallWrittenFragment, IdentityLevel, Level, QuestionAudience, QuestionKind } from '~/graphql/generated/documents';

/** A question as it is being written. */
export interface QuestionDraft {
  /** Of this form alone: what stays the same while questions move. */
  readonly key: string;
  readonly kind: QuestionKind;
  readonly text: string;
  readonly help: string;
  /** One a line. */
  readonly choices: string;
  readonly required: boolean;
  readonly audience: QuestionAudience;
}

export interface CriterionDraft {
  readonly key: string;
  readonly label: string;
  readonly weight: number;
}

/** A call as it is being written: dates as ISO 8601, empty where none was chosen; numbers as they are typed. */
export interface CallDraft {
  readonly title: string;
  readonly story: string;
  readonly perks: string;
  readonly receives: string;
  readonly seats: string;
  readonly opensAt: string;
  readonly closesAt: string;
  readonly votingUntil: string;
  readonly selection: CallSelection;
  readonly blind: boolean;
  readonly leastLevel: Level;
  readonly leastIdentity: IdentityLevel;
  readonly leastAge: string;
  readonly regions: readonly string[];
  readonly termMonths: string;
  readonly acceptDays: string;
  readonly reapplyAfterDays: string;
  readonly questions: readonly QuestionDraft[];
  readonly criteria: readonly CriterionDraft[];
}

export const MOST_QUESTIONS = 20;
export const MOST_CRITERIA = 8;
const DAY = 86_400_000;

/** A new call: open from tomorrow for a month, and decided by a panel. @param words what the house proposes to judge by */
export function newDraft(now: number, words: readonly string[]): CallDraft {
  const hour = Math.ceil(now / 3_600_000) * 3_600_000;
  return {
    title: '', story: '', perks: '', receives: '', seats: '10',
    opensAt: new Date(hour + DAY).toISOString(), closesAt: new Date(hour + 31 * DAY).toISOString(), votingUntil: '',
    selection: 'PANEL', blind: false, leastLevel: 'FAN', leastIdentity: 'CONFIRMED', leastAge: '', regions: [],
    termMonths: '6', acceptDays: '14', reapplyAfterDays: '180',
    questions: [newQuestion()], criteria: words.map((label) => ({ key: keyOf(), label, weight: 1 })),
  };
}

export function newQuestion(): QuestionDraft {
  return { key: keyOf(), kind: 'TEXT', text: '', help: '', choices: '', required: true, audience: 'PANEL' };
}

export function newCriterion(): CriterionDraft {
  return { key: keyOf(), label: '', weight: 1 };
}

/** A call that is written already. */
export function draftOf(call: CallWrittenFragment): CallDraft {
  const { leastLevel, leastIdentity, leastAge, regions, reapplyAfterDays } = call.eligibility;
  return {
    title: call.title, story: call.story, perks: call.perks, receives: call.receives === call.perks ? '' : call.receives, seats: String(call.seats),
    opensAt: call.opensAt, closesAt: call.closesAt, votingUntil: call.votingUntil ?? '', selection: call.selection, blind: call.blind,
    leastLevel, leastIdentity, leastAge: leastAge > 0 ? String(leastAge) : '', regions,
    termMonths: String(call.termMonths), acceptDays: String(call.acceptDays), reapplyAfterDays: String(reapplyAfterDays),
    questions: call.questions.map(({ id, kind, text, help, choices, required, audience }) => ({ key: id, kind, text, help, choices: choices.join('\n'), required, audience })),
    criteria: call.criteria.map(({ position, label, weight }) => ({ key: String(position), label, weight })),
  };
}

/** What the API is told. Questions without words are left out. */
export function inputOf(draft: CallDraft) {
  const votes = draft.selection !== 'PANEL';
  return {
    title: draft.title, story: draft.story, perks: draft.perks, receives: draft.receives.trim() || null, seats: Number(draft.seats),
    opensAt: draft.opensAt, closesAt: draft.closesAt, votingUntil: votes ? draft.votingUntil || null : null,
    selection: draft.selection, blind: !votes && draft.blind,
    leastLevel: draft.leastLevel, leastIdentity: draft.leastIdentity, leastAge: Number(draft.leastAge || 0), regions: [...draft.regions],
    termMonths: Number(draft.termMonths), acceptDays: Number(draft.acceptDays), reapplyAfterDays: Number(draft.reapplyAfterDays),
    questions: draft.questions.filter(({ text }) => text.trim()).map(questionInput(votes)),
    criteria: draft.criteria.filter(({ label }) => label.trim()).map(({ label, weight }) => ({ label, weight })),
  };
}

const questionInput = (votes: boolean) => ({ kind, text, help, choices, required, audience }: QuestionDraft) => ({
  kind, text, help: help.trim() || null, choices: kind === 'CHOICE' ? linesOf(choices) : null, required, audience: votes ? audience : ('PANEL' as const),
});

export function linesOf(text: string): string[] {
  return text.split('\n').map((line) => line.trim()).filter(Boolean);
}

/** One of a list, one place up or down; the list as it is where there is no such place. */
export function moved<Value>(list: readonly Value[], at: number, by: 1 | -1): readonly Value[] {
  const to = at + by;
  if (to < 0 || to >= list.length) return list;
  const next = [...list];
  [next[at], next[to]] = [next[to]!, next[at]!];
  return next;
}

/** Whether the call could be shown: what is asked of every form field is asked by the form itself. */
export function isInOrder(draft: CallDraft): boolean {
  return draft.opensAt !== '' && draft.closesAt !== '' && draft.opensAt < draft.closesAt;
}

let made = 0;

function keyOf(): string {
  made += 1;
  return `new-${made}`;
}

/** A part of the form, which reads the draft and changes some of it. */
export interface Part {
  draft: CallDraft;
  change(part: Partial<CallDraft>): void;
}
