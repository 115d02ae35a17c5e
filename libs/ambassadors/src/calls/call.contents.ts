import { cleanLine, cleanText, type IdentityLevel, type Level, Problem } from '@fanfare/kernel';
import type { CallSelection, QuestionAudience, QuestionKind } from '../ambassadors.enums.js';

export interface NewQuestion {
  readonly kind: QuestionKind;
  readonly text: string;
  readonly help?: string | null;
  readonly choices?: readonly string[] | null;
  readonly required?: boolean | null;
  readonly maxLength?: number | null;
  readonly audience?: QuestionAudience | null;
}

export interface NewCriterion {
  readonly label: string;
  readonly weight?: number | null;
}

/** What the brand says of a call. Left out: as the house proposes. */
export interface CallContents {
  readonly title: string;
  readonly story: string;
  readonly perks: string;
  readonly receives?: string | null;
  readonly seats: number;
  readonly opensAt: Date;
  readonly closesAt: Date;
  readonly votingUntil?: Date | null;
  readonly selection: CallSelection;
  readonly leastLevel?: Level | null;
  readonly leastIdentity?: IdentityLevel | null;
  readonly leastAge?: number | null;
  readonly regions?: readonly string[] | null;
  readonly blind?: boolean | null;
  readonly reapplyAfterDays?: number | null;
  readonly termMonths?: number | null;
  readonly acceptDays?: number | null;
  readonly questions?: readonly NewQuestion[] | null;
  readonly criteria?: readonly NewCriterion[] | null;
}

type Present<T> = { readonly [Key in keyof T]-?: Exclude<T[Key], undefined | null> };
type CleanColumns = Present<Omit<CallContents, 'votingUntil' | 'questions' | 'criteria'>>;

export interface CleanCall extends CleanColumns {
  readonly votingUntil: Date | null;
  readonly questions: readonly Present<NewQuestion>[];
  readonly criteria: readonly Present<NewCriterion>[];
}

export const MOST_QUESTIONS = 20;
export const MOST_CRITERIA = 8;
const VOTING_MS = 7 * 86_400_000;
const LONGEST_ANSWER: Readonly<Record<QuestionKind, number>> = { TEXT: 2_000, CHOICE: 200, LINK: 1_000, VIDEO: 1_000 };
const COUNTRY = /^[A-Z]{2}$/;

/** Who comes, whether they can be reached, and what they would bring: what the house proposes to judge by. */
const CRITERIA: readonly NewCriterion[] = [{ label: 'Motivation' }, { label: 'Originality' }, { label: 'Reliability' }];

/**
 * A call made fit to keep.
 *
 * @throws Problem `EMPTY_TEXT`, `TOO_LONG`, `INVALID_INPUT` with the `field`
 */
export function cleanCall(call: CallContents): CleanCall {
  if (!(call.opensAt < call.closesAt)) throw invalid('closesAt');
  return {
    title: cleanLine('title', call.title, { max: 120 }),
    story: cleanText('story', call.story, { max: 20_000 }),
    perks: cleanText('perks', call.perks, { max: 4_000 }),
    receives: cleanLine('receives', call.receives || inOneLine(call.perks), { max: 1_000 }),
    seats: between('seats', call.seats, 1, 10_000),
    opensAt: call.opensAt,
    closesAt: call.closesAt,
    votingUntil: votingOf(call),
    selection: call.selection,
    ...conditionsOf(call),
    blind: blindOf(call),
    reapplyAfterDays: between('reapplyAfterDays', call.reapplyAfterDays ?? 180, 0, 3_650),
    termMonths: between('termMonths', call.termMonths ?? 6, 1, 60),
    acceptDays: between('acceptDays', call.acceptDays ?? 14, 1, 365),
    questions: few('questions', call.questions ?? [], MOST_QUESTIONS).map(cleanQuestion),
    criteria: few('criteria', call.criteria?.length ? call.criteria : CRITERIA, MOST_CRITERIA).map(cleanCriterion),
  };
}

function conditionsOf(call: CallContents) {
  const regions = [...new Set((call.regions ?? []).map((region) => region.trim().toUpperCase()))];
  if (!regions.every((region) => COUNTRY.test(region))) throw invalid('regions');
  return {
    leastLevel: call.leastLevel ?? 'NEWCOMER',
    leastIdentity: call.leastIdentity ?? 'CONFIRMED',
    leastAge: between('leastAge', call.leastAge ?? 0, 0, 120),
    regions: few('regions', regions, 250),
  } as const;
}

function votingOf({ selection, votingUntil, closesAt }: CallContents): Date | null {
  if (selection === 'PANEL') return null;
  const until = votingUntil ?? new Date(closesAt.getTime() + VOTING_MS);
  if (until < closesAt) throw invalid('votingUntil');
  return until;
}

function blindOf({ selection, blind }: CallContents): boolean {
  if (blind && selection !== 'PANEL') throw invalid('blind'); // a community that votes knows for whom
  return blind ?? false;
}

function cleanQuestion(question: NewQuestion): Present<NewQuestion> {
  const choices = few('choices', question.choices ?? [], 20).map((choice) => cleanLine('choices', choice, { max: 200 }));
  if ((question.kind === 'CHOICE') !== choices.length >= 2) throw invalid('choices');
  return {
    kind: question.kind,
    text: cleanLine('questions', question.text, { max: 300 }),
    help: cleanText('questions', question.help ?? '', { min: 0, max: 1_000 }),
    choices,
    required: question.required ?? true,
    maxLength: between('maxLength', question.maxLength ?? LONGEST_ANSWER[question.kind], 1, 5_000),
    audience: question.audience ?? 'PANEL',
  };
}

function cleanCriterion({ label, weight }: NewCriterion): Present<NewCriterion> {
  return { label: cleanLine('criteria', label, { max: 100 }), weight: between('criteria', weight ?? 1, 1, 100) };
}

function few<T>(field: string, values: readonly T[], most: number): readonly T[] {
  if (values.length > most) throw new Problem('INVALID_INPUT', { field, max: most });
  return values;
}

function between(field: string, value: number, min: number, max: number): number {
  if (!Number.isInteger(value) || value < min || value > max) throw new Problem('INVALID_INPUT', { field, min, max });
  return value;
}

function invalid(field: string): Problem {
  return new Problem('INVALID_INPUT', { field });
}

/** Perks are a line each; beside a name they stand in one. */
function inOneLine(perks: string): string {
  return perks.split('\n').map((line) => line.trim()).filter(Boolean).join(' · ');
}
