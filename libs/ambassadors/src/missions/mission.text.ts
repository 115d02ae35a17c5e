import { cleanLine, cleanText, Problem } from '@fanfare/kernel';
import { EVIDENCE_FORMS, type EvidenceForm, type MissionKind } from '../ambassadors.enums.js';
import { praiseAsked } from '../briefs/brief-checker.js';
import { BRIEF_FAULTS, type BriefFault } from '../briefs/brief-rules.js';
import type { RubricLine } from './mission.row.js';

/** What a brand writes of a mission. There is no field for what to think of the brand. */
export interface MissionText {
  readonly kind: MissionKind;
  readonly title: string;
  /** Markdown. */
  readonly brief: string;
  readonly audience?: string | null;
  readonly places?: number | null;
  readonly opensAt: Date;
  readonly closesAt: Date;
  /** For a RALLY: when its hour begins. */
  readonly rallyAt?: Date | null;
  readonly evidence: readonly EvidenceForm[];
  readonly tracked?: boolean | null;
  readonly rubric?: readonly RubricLine[] | null;
  readonly disclosures?: readonly MissionDisclosure[] | null;
  readonly rewardPoints?: number | null;
  readonly rewardPerk?: string | null;
  readonly budget?: string | null;
  readonly period?: string | null;
}

export interface MissionDisclosure {
  readonly channel: string;
  readonly language: string;
  readonly words: readonly string[];
}

const MISSION_TITLE = { min: 3, max: 120 } as const;
export const LONGEST_BRIEF = 10_000;
export const MOST_CRITERIA = 10;
export const MOST_DISCLOSURES = 40;
const RALLY_MS = 60 * 60 * 1000;

export type CleanMission = ReturnType<typeof missionText>;

/**
 * A mission ready to be kept.
 *
 * @param language of the community, BCP 47
 * @throws Problem `EMPTY_TEXT`, `TOO_LONG`, `INVALID_INPUT` with the field, `BRIEF_ASKS_FOR_PRAISE` with the sentence and why
 */
export function missionText(text: MissionText, language: string) {
  const clean = {
    kind: text.kind,
    title: cleanLine('title', text.title, MISSION_TITLE),
    brief: cleanText('brief', text.brief, { min: 20, max: LONGEST_BRIEF }),
    audience: cleanLine('audience', text.audience ?? '', { min: 0, max: 500 }),
    places: within('places', text.places ?? null, 1, 100_000),
    evidence: EVIDENCE_FORMS.filter((form) => text.evidence.includes(form)),
    tracked: text.tracked ?? false,
    rubric: (text.rubric ?? []).map(criterionOf),
    disclosures: (text.disclosures ?? []).map(disclosureOf),
    rewardPoints: within('rewardPoints', text.rewardPoints ?? 0, 0, 1_000_000) ?? 0,
    rewardPerk: text.rewardPerk?.toLowerCase() ?? null,
    budgetId: text.budget?.toLowerCase() ?? null,
    periodId: text.period?.toLowerCase() ?? null,
    ...datesOf(text),
  };
  if (clean.evidence.length === 0) throw new Problem('INVALID_INPUT', { field: 'evidence' });
  if (clean.rubric.length > MOST_CRITERIA) throw new Problem('INVALID_INPUT', { field: 'rubric' });
  if (clean.rewardPoints > 0 && clean.budgetId === null) throw new Problem('INVALID_INPUT', { field: 'budget' });
  const { title, brief, audience } = clean;
  const disclosures = clean.disclosures.flatMap(({ channel, words }) => [channel, ...words]).join('\n');
  const rubric = clean.rubric.map(({ criterion, points }) => `${criterion}: ${points} points`).join('\n'); // so read in both languages
  requireNoPraise({ title, brief, audience, rubric, disclosures }, language);
  return clean;
}

/** What must be there before it is shown. @throws Problem `MISSION_INCOMPLETE` with the field */
export function requireComplete(mission: Pick<CleanMission, 'evidence' | 'disclosures' | 'closesAt'>, now: Date): void {
  if (mission.evidence.includes('LINK') && mission.disclosures.length === 0) throw new Problem('MISSION_INCOMPLETE', { field: 'disclosures' });
  if (mission.closesAt <= now) throw new Problem('MISSION_INCOMPLETE', { field: 'closesAt' });
}

/**
 * @param texts by the field they stand in; a text by itself stands in `text`
 * @param faults those that are refused; all when left out
 * @throws Problem `BRIEF_ASKS_FOR_PRAISE` `{ field, sentence, why }`
 */
export function requireNoPraise(texts: string | Readonly<Record<string, string>>, language: string, faults: readonly BriefFault[] = BRIEF_FAULTS): void {
  for (const [field, text] of Object.entries(typeof texts === 'string' ? { text: texts } : texts)) {
    const found = praiseAsked(text, language, faults);
    if (found) throw new Problem('BRIEF_ASKS_FOR_PRAISE', { field, sentence: found.sentence.slice(0, 500), why: found.why });
  }
}

function datesOf({ kind, opensAt, closesAt, rallyAt = null }: MissionText) {
  if (opensAt >= closesAt) throw new Problem('INVALID_INPUT', { field: 'closesAt' });
  if ((kind === 'RALLY') !== (rallyAt !== null)) throw new Problem('INVALID_INPUT', { field: 'rallyAt' });
  const rallyUntil = rallyAt && new Date(rallyAt.getTime() + RALLY_MS);
  if (rallyAt && (rallyAt < opensAt || rallyUntil! > closesAt)) throw new Problem('INVALID_INPUT', { field: 'rallyAt' });
  return { opensAt, closesAt, rallyAt, rallyUntil };
}

function criterionOf({ criterion, points }: RubricLine): RubricLine {
  return { criterion: cleanLine('rubric', criterion, { max: 200 }), points: within('rubric', points, 1, 100)! };
}

function disclosureOf({ channel, language, words }: MissionDisclosure): MissionDisclosure {
  if (words.length < 1 || words.length > 10) throw new Problem('INVALID_INPUT', { field: 'disclosures' });
  return {
    channel: cleanLine('disclosures', channel, { max: 80 }),
    language: cleanLine('disclosures', language, { min: 2, max: 35 }),
    words: words.map((word) => cleanLine('disclosures', word, { min: 2, max: 120 })),
  };
}

function within(field: string, value: number | null, least: number, most: number): number | null {
  if (value !== null && (!Number.isInteger(value) || value < least || value > most)) throw new Problem('INVALID_INPUT', { field });
  return value;
}
