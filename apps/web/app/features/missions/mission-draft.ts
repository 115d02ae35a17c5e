import type { EvidenceForm, MissionDraftQuery, MissionKind, PublishMissionInput } from '~/graphql/generated/documents';

type Kept = NonNullable<MissionDraftQuery['mission']>;
type Sent = Omit<PublishMissionInput, 'community' | 'idempotencyKey'>;

export interface RubricRow {
  readonly criterion: string;
  readonly points: string;
}

export interface WordsRow {
  readonly channel: string;
  readonly language: string;
  /** One on each line. */
  readonly words: string;
}

/** A mission as its form holds it: numbers and times as they are typed. */
export interface MissionDraft {
  readonly kind: MissionKind;
  readonly title: string;
  readonly brief: string;
  readonly audience: string;
  readonly places: string;
  /** ISO; '' when none is chosen. */
  readonly opensAt: string;
  readonly closesAt: string;
  readonly rallyAt: string;
  readonly evidence: readonly EvidenceForm[];
  readonly tracked: boolean;
  readonly rubric: readonly RubricRow[];
  readonly disclosures: readonly WordsRow[];
  readonly points: string;
  readonly perk: string;
  readonly budget: string;
  readonly period: string;
}

const DAY = 86_400_000;
const MINUTE = 60_000;
export const MOST_CRITERIA = 10;
export const MOST_DISCLOSURES = 40;
/** The usual: most of a brand's rubrics count in fives. */
const USUAL_POINTS = '5';

/** A new mission: a month from this minute on. @param now ISO */
export function emptyDraft(now: string, language: string, usualWords: string): MissionDraft {
  const start = Math.floor(Date.parse(now) / MINUTE) * MINUTE;
  return {
    kind: 'CREATE', title: '', brief: '', audience: '', places: '', opensAt: new Date(start).toISOString(), closesAt: new Date(start + 30 * DAY).toISOString(), rallyAt: '',
    evidence: ['LINK'], tracked: false, rubric: [], disclosures: [emptyWords(language, usualWords)], points: '', perk: '', budget: '', period: '',
  };
}

export function emptyWords(language: string, words: string): WordsRow {
  return { channel: '', language, words };
}

export function emptyCriterion(): RubricRow {
  return { criterion: '', points: USUAL_POINTS };
}

/** What was kept of a mission, to go on with. */
export function draftOf(mission: Kept): MissionDraft {
  const { kind, title, brief, audience, opensAt, closesAt, evidence, tracked } = mission;
  return {
    kind, title, brief, audience, opensAt, closesAt, evidence, tracked,
    places: mission.places === null ? '' : String(mission.places),
    rallyAt: mission.rally?.startsAt ?? '',
    rubric: mission.rubric.map(({ criterion, points }) => ({ criterion, points: String(points) })),
    disclosures: mission.disclosures.map(({ channel, language, words }) => ({ channel, language, words: words.join('\n') })),
    points: mission.rewardPoints > 0 ? String(mission.rewardPoints) : '',
    perk: mission.perk?.id ?? '', budget: mission.budget?.id ?? '', period: mission.period?.id ?? '',
  };
}

/** As the API wants it: what does not belong to its kind, and rows that nobody filled in, are left out. */
export function sentOf(draft: MissionDraft, asDraft: boolean): Sent {
  const links = draft.evidence.includes('LINK');
  return {
    kind: draft.kind, title: draft.title, brief: draft.brief, audience: draft.audience, evidence: [...draft.evidence],
    places: draft.places ? Number(draft.places) : null,
    opensAt: draft.opensAt, closesAt: draft.closesAt, rallyAt: draft.kind === 'RALLY' && draft.rallyAt ? draft.rallyAt : null,
    tracked: links && draft.tracked,
    rubric: draft.rubric.filter(({ criterion }) => criterion.trim()).map(({ criterion, points }) => ({ criterion, points: Number(points) })),
    disclosures: links ? draft.disclosures.filter(({ channel, words }) => channel.trim() && linesOf(words).length > 0).map(({ channel, language, words }) => ({ channel, language, words: linesOf(words) })) : [],
    rewardPoints: draft.points ? Number(draft.points) : 0,
    rewardPerk: draft.perk || null, budget: draft.budget || null, period: draft.period || null, draft: asDraft,
  };
}

function linesOf(text: string): string[] {
  return text.split('\n').map((line) => line.trim()).filter(Boolean);
}

/** An ISO time for an input of local time, and back. */
export function localOf(iso: string): string {
  if (!iso) return '';
  const date = new Date(iso);
  return new Date(date.getTime() - date.getTimezoneOffset() * MINUTE).toISOString().slice(0, 16);
}

export function isoOf(local: string): string {
  return local && Number.isFinite(Date.parse(local)) ? new Date(local).toISOString() : '';
}
