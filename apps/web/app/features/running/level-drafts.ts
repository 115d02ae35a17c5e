import type { IdentityLevel, Level, LevelRightsInput, LevelTableFragment } from '~/graphql/generated/documents';
import { IDENTITIES } from '../reputation/identity-share';

/** A level as it is being edited: numbers are still text. */
export interface LevelDraft {
  readonly level: Level;
  readonly score: string;
  readonly identityLevel: IdentityLevel;
  readonly links: boolean;
  readonly images: boolean;
  /** Empty: as many as they like. */
  readonly votesPerDay: string;
  readonly reportWeight: string;
  readonly applyToCalls: boolean;
  readonly markHelpful: boolean;
}

export function levelDrafts(levels: readonly LevelTableFragment[]): LevelDraft[] {
  return levels.map(({ level, score, identityLevel, links, images, votesPerDay, reportWeight, applyToCalls, markHelpful }) => ({
    level, identityLevel, links, images, applyToCalls, markHelpful, score: String(score), votesPerDay: votesPerDay === null ? '' : String(votesPerDay), reportWeight: String(reportWeight),
  }));
}

/** The first thing wrong about each level, as the server would say; null where nothing is. */
export function levelFaults(drafts: readonly LevelDraft[]): (keyof LevelDraft | null)[] {
  return drafts.map((draft, at) => faultOf(draft, drafts[at - 1] ?? null));
}

/** What is sent; null while something is wrong. */
export function levelsInput(drafts: readonly LevelDraft[]): LevelRightsInput[] | null {
  if (levelFaults(drafts).some((fault) => fault !== null)) return null;
  return drafts.map((draft) => ({ ...draft, score: Number(draft.score), votesPerDay: votes(draft) === Infinity ? null : votes(draft), reportWeight: Number(draft.reportWeight) }));
}

function faultOf(draft: LevelDraft, below: LevelDraft | null): keyof LevelDraft | null {
  if (!isWhole(draft.score, 0, 1_000_000) || (below && Number(draft.score) <= Number(below.score))) return 'score';
  if (below && IDENTITIES.indexOf(draft.identityLevel) < IDENTITIES.indexOf(below.identityLevel)) return 'identityLevel';
  if (draft.votesPerDay.trim() !== '' && !isWhole(draft.votesPerDay, 1, 1_000)) return 'votesPerDay';
  if (!isWhole(draft.reportWeight, 1, 10)) return 'reportWeight';
  if (!below) return null;
  if (votes(draft) < votes(below)) return 'votesPerDay';
  if (Number(draft.reportWeight) < Number(below.reportWeight)) return 'reportWeight';
  return (['links', 'images', 'markHelpful', 'applyToCalls'] as const).find((right) => below[right] && !draft[right]) ?? null;
}

const votes = ({ votesPerDay }: LevelDraft) => (votesPerDay.trim() === '' ? Infinity : Number(votesPerDay));

function isWhole(text: string, least: number, most: number): boolean {
  return /^\d{1,7}$/.test(text.trim()) && Number(text) >= least && Number(text) <= most;
}
