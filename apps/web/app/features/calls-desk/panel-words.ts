import type { ProblemFacts } from '~/data/problem';
import type { PanelApplicationFragment } from '~/graphql/generated/documents';
import type { MessageKey, Translator } from '~/i18n/translator';

/** Whose an application is, where that may be known; else a number that names nobody. */
export function nameOf(t: Translator, { id, member }: { id: string; member: { displayName: string } | null }): string {
  return member?.displayName ?? t('recruitment.applicant', { number: id.slice(-4).toUpperCase() });
}

/** Why not so many can get an answer by the ranking; null where that is not what was refused. */
export function tooManyFor(t: Translator, problem: ProblemFacts | null): string | null {
  if (problem?.code !== 'INVALID_INPUT' || problem.params['field'] !== 'count') return null;
  return t('calls.tooMany', { max: Number(problem.params['max']) });
}

const KINDS = ['trust', 'given', 'received', 'constancy', 'independence', 'identity'] as const;

export interface Reason {
  readonly key: MessageKey;
  readonly speaksFor: boolean;
}

/** What speaks for and against somebody, the clearest first; what says nothing is left out. */
export function genuinenessReasons(genuineness: NonNullable<PanelApplicationFragment['standing']>['genuineness']): Reason[] {
  return [...genuineness]
    .sort((a, b) => Math.abs(b.value - 0.5) - Math.abs(a.value - 0.5))
    .flatMap(({ kind, value }) => {
      const known = KINDS.find((one) => one === kind);
      if (!known || (value > 0.4 && value < 0.6)) return [];
      return [{ key: `calls.genuine_${known}_${value >= 0.6 ? 'for' : 'against'}` as MessageKey, speaksFor: value >= 0.6 }];
    });
}

export interface ReviewerMarks {
  readonly reviewer: { readonly id: string; readonly displayName: string } | null;
  /** By the criterion's place. */
  readonly marks: ReadonlyMap<number, { readonly score: number; readonly note: string }>;
  /** 0..5: each mark times its weight, over the weights. */
  readonly mean: number;
}

/** The marks of each reviewer, with the mean that goes into the ranking. */
export function marksByReviewer(marks: NonNullable<PanelApplicationFragment['marks']>, criteria: readonly { position: number; weight: number }[]): ReviewerMarks[] {
  const by = new Map<string, ReviewerMarks['reviewer']>();
  for (const { reviewer } of marks) by.set(reviewer?.id ?? '', reviewer);
  return [...by].map(([id, reviewer]) => {
    const own = new Map(marks.filter((mark) => (mark.reviewer?.id ?? '') === id).map(({ criterion, score, note }) => [criterion, { score, note }]));
    return { reviewer, marks: own, mean: weightedMean(new Map([...own].map(([criterion, { score }]) => [criterion, score])), criteria) };
  });
}

/** 0..5, over the criteria that have a mark. */
export function weightedMean(scores: ReadonlyMap<number, number>, criteria: readonly { position: number; weight: number }[]): number {
  const marked = criteria.filter(({ position }) => scores.has(position));
  const weights = marked.reduce((sum, { weight }) => sum + weight, 0);
  return weights === 0 ? 0 : marked.reduce((sum, { position, weight }) => sum + scores.get(position)! * weight, 0) / weights;
}
