import { DAY, Problem } from '@fanfare/kernel';
import type { DecisionAction } from '../moderation.enums.js';
import type { DecisionScope, Office } from './decision.row.js';

/** Why somebody is no judge in a matter. */
export const PARTIALITIES = ['BRAND', 'OWN_CONTENT', 'OWN_REPORT', 'TOOK_PART'] as const;
export type Partiality = (typeof PARTIALITIES)[number];

/** Somebody who wants to judge, and who else could. */
export interface Bench {
  /** A moderator of the community, with the second factor it asks for. */
  readonly isModerator: boolean;
  readonly isOnPanel: boolean;
  readonly isOperator: boolean;
  /** Holds a brand role in the community. */
  readonly isBrand: boolean;
  /** It is about them, or what they wrote. */
  readonly isAffected: boolean;
  readonly isReporter: boolean;
  /** Decided, seconded or judged an appeal about this item before. */
  readonly tookPart: boolean;
  /** Moderators of the community whom none of the above but the last keeps from judging this. */
  readonly moderators: number;
  /** Of them, those who took no part. */
  readonly freshModerators: number;
  /** People of the panel who took no part, and are no moderators here. */
  readonly freshPanel: number;
}

/** Fewer than this many moderators cannot judge each other. */
export const ENOUGH = 2;

/** What may last while nobody else has looked: a fortnight. */
export const LONGEST_HOLD_MS = 14 * DAY;

/**
 * In which office somebody may judge, whatever they have to do with it: the community's moderators; where they are fewer than
 * two, or none of them is left, the deployment's panel; where it has nobody left either, the operator.
 *
 * @param fresh only somebody who took no part will do
 */
export function officeOf(bench: Bench, fresh = false): Office | null {
  if (bench.isModerator) return 'MODERATOR';
  const tooFew = bench.moderators < ENOUGH || (fresh && bench.freshModerators === 0);
  if (!tooFew) return null;
  if (bench.isOnPanel) return 'PANEL';
  return bench.isOperator && bench.freshPanel === 0 ? 'OPERATOR' : null;
}

/** What keeps somebody from judging impartially; null for nothing. */
export function partialityOf(bench: Bench, fresh = false): Partiality | null {
  if (bench.isBrand) return 'BRAND';
  if (bench.isAffected) return 'OWN_CONTENT';
  if (bench.isReporter) return 'OWN_REPORT';
  return fresh && bench.tookPart ? 'TOOK_PART' : null;
}

/**
 * The office somebody judges in.
 *
 * @param fresh only somebody who took no part will do: to second, and to decide an appeal
 * @throws Problem `NOT_IMPARTIAL` with why, `NOT_FOUND` for who has no office here and is to know of nothing
 */
export function requireOffice(bench: Bench, fresh = false): Office {
  const office = officeOf(bench, fresh);
  const partiality = partialityOf(bench, fresh);
  if (partiality !== null && (office !== null || bench.isBrand)) throw new Problem('NOT_IMPARTIAL', { why: partiality });
  if (office === null) throw new Problem('NOT_FOUND', { what: 'item' });
  return office;
}

/** What is about to be decided, as far as it matters who decides. */
export interface Weight {
  readonly action: DecisionAction;
  readonly scope: DecisionScope;
  readonly endsAt: Date | null;
}

const LIGHT: readonly DecisionAction[] = ['KEEP', 'LABEL', 'WARN'];

/** Whether a decision is no heavier than a hold of a fortnight. */
export function isLight({ action, endsAt }: Weight, now: Date): boolean {
  return LIGHT.includes(action) || (action === 'HOLD' && endsAt !== null && endsAt.getTime() - now.getTime() <= LONGEST_HOLD_MS);
}

/** Whether nobody else of the community could judge what is decided in this office. */
export function decidesLightlyOnly(office: Office, bench: Bench): boolean {
  return office === 'MODERATOR' && bench.moderators < ENOUGH;
}

/**
 * A moderator whom nobody of the community could judge holds, and leaves the rest to the panel.
 *
 * @throws Problem `NEEDS_SECOND`
 */
export function requireLightEnough(office: Office, bench: Bench, weight: Weight, now: Date): void {
  if (!decidesLightlyOnly(office, bench) || isLight(weight, now)) return;
  throw new Problem('NEEDS_SECOND', { why: 'TOO_FEW_MODERATORS', heaviest: 'HOLD', days: LONGEST_HOLD_MS / DAY });
}

/** The rung from which on an idea is removed by two. */
const HIGH_RUNG = 2;

/** Whether a decision binds only once another has agreed: to ban somebody for good, and to remove what many stand behind. */
export function needsSecond({ action, endsAt }: Weight, rung: number): boolean {
  return (action === 'BAN' && endsAt === null) || (action === 'REMOVE' && rung >= HIGH_RUNG);
}
