import { CATEGORY_WORDS } from '../reports/report.words.js';
import type { ReviewItemRow } from './review-item.row.js';
import { priorityOf, waitingOf, worstOf } from './review-priority.js';

export const FACTORS = ['SEVERITY', 'REACH', 'REPORTS', 'WAITING'] as const;
export type FactorKind = (typeof FACTORS)[number];

/** One number of a priority, with what it comes from. */
export interface Factor {
  readonly kind: FactorKind;
  readonly value: number;
  readonly words: Readonly<Record<'en' | 'fr', string>>;
}

export interface Priority {
  readonly value: number;
  readonly factors: readonly Factor[];
}

type Weighed = Pick<ReviewItemRow, 'severity' | 'categories' | 'reach' | 'supporters' | 'comments' | 'reportWeight' | 'openedAt'>;

/** The arithmetic of an item's place, to be read by people. */
export function explainedPriority(item: Weighed, reports: number, now: Date): Priority {
  const factors = [severity(item), reach(item), weight(item, reports), waiting(item, now)];
  return { value: rounded(priorityOf(item, now)), factors };
}

function severity({ severity: value, categories }: Weighed): Factor {
  const worst = worstOf(categories);
  const words = worst
    ? { en: `The worst it is called: ${CATEGORY_WORDS[worst].en}`, fr: `Le motif le plus grave : ${CATEGORY_WORDS[worst].fr}` }
    : { en: 'Nobody reported it; somebody waits for an answer', fr: 'Personne ne l’a signalé ; quelqu’un attend une réponse' };
  return { kind: 'SEVERITY', value: rounded(value), words };
}

function reach({ reach: value, supporters, comments }: Weighed): Factor {
  const en = `${count(supporters, 'en')} behind it, ${count(comments, 'en')} comments: 1 + log2(1 + ${supporters + comments})`;
  const fr = `${count(supporters, 'fr')} soutiens, ${count(comments, 'fr')} commentaires : 1 + log2(1 + ${supporters + comments})`;
  return { kind: 'REACH', value: rounded(value), words: { en, fr } };
}

function weight({ reportWeight: value }: Weighed, reports: number): Factor {
  const together = rounded(value - 1);
  const en = `${count(reports, 'en')} ${reports === 1 ? 'report weighs' : 'reports weigh'} ${together} together: 1 + ${together}`;
  const fr = `${count(reports, 'fr')} ${reports < 2 ? 'signalement pèse' : 'signalements pèsent ensemble'} ${decimal(together, 'fr')} : 1 + ${decimal(together, 'fr')}`;
  return { kind: 'REPORTS', value: rounded(value), words: { en, fr } };
}

function waiting({ openedAt }: Weighed, now: Date): Factor {
  const hours = Math.max(0, Math.round((now.getTime() - openedAt.getTime()) / 3_600_000));
  const en = `Waiting for ${count(hours, 'en')} ${hours === 1 ? 'hour' : 'hours'}: doubles each day`;
  const fr = `En attente depuis ${count(hours, 'fr')} ${hours < 2 ? 'heure' : 'heures'} : double chaque jour`;
  return { kind: 'WAITING', value: rounded(waitingOf(openedAt, now)), words: { en, fr } };
}

const rounded = (value: number) => Math.round(value * 100) / 100;
const count = (value: number, locale: string) => new Intl.NumberFormat(locale).format(value);
const decimal = (value: number, locale: string) => new Intl.NumberFormat(locale, { maximumFractionDigits: 2 }).format(value);
