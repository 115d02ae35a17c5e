import type { CallSelection } from '../ambassadors.enums.js';

/** How an application stands among the others, with each number that led there. */
export interface RankingRow {
  readonly applicationId: string;
  /** From 1; equal points share a place. */
  readonly place: number;
  /** 0..5, of what the call is decided by; null where nothing is known yet. */
  readonly points: number | null;
  /** Mean of the reviewers' weighted marks, 0..5. */
  readonly panelPoints: number | null;
  readonly reviewers: number;
  /** Verified votes against the most that anybody got in this call, as 0..5. */
  readonly communityPoints: number | null;
  readonly verifiedVotes: number;
  readonly votes: number;
  readonly mostVotes: number;
  readonly selection: CallSelection;
}

/** SQL of the points of `a` (applications) in `k` (calls) with `best.most`, the most verified votes of the call: null where there is nothing to go by. */
export const POINTS = `
  CASE k.selection
    WHEN 'PANEL' THEN a.panel_points::float8
    WHEN 'COMMUNITY' THEN ${'CASE WHEN best.most = 0 THEN NULL ELSE 5.0 * a.verified_votes / best.most END'}::float8
    ELSE (coalesce(a.panel_points, 0)::float8 + CASE WHEN best.most = 0 THEN 0 ELSE 5.0 * a.verified_votes / best.most END) / 2
  END`;

/**
 * SQL that puts `a` (applications) in the order of their points, the best first; what has none stands last. Where one number decides
 * it is the very expression of an index (applications_by_points, applications_by_votes), so that a page reads its own rows.
 */
export const BEST_FIRST: Readonly<Record<CallSelection, string>> = {
  PANEL: '(-coalesce(a.panel_points, -1))::float8',
  COMMUNITY: '(-a.verified_votes)::float8',
  HALF: `(-${POINTS})::float8`,
};

/** The same in words of a program, for who checks it: half and half is the mean of both, what is missing counting nothing. */
export function pointsOf(selection: CallSelection, panel: number | null, verified: number, most: number): number | null {
  const community = most === 0 ? null : (5 * verified) / most;
  if (selection === 'PANEL') return panel;
  if (selection === 'COMMUNITY') return community;
  return ((panel ?? 0) + (community ?? 0)) / 2;
}
