import type { LevelRights } from '@fanfare/communities';
import { IDENTITY_LEVELS, LEVELS, Problem } from '@fanfare/kernel';

const MOST_SCORE = 1_000_000;
const MOST_VOTES = 1_000;
const MOST_WEIGHT = 10;

type Rights = Omit<LevelRights, 'communityId'>;

/**
 * The five levels in their order, as a table that only ever rises: a higher level asks for more and takes nothing away, so
 * that nobody loses by having earned something.
 *
 * @throws Problem `INVALID_INPUT` with the `field`, and the `level` where one is at fault
 */
export function risingRights(given: readonly Rights[]): Rights[] {
  if (given.length !== LEVELS.length) throw new Problem('INVALID_INPUT', { field: 'levels', max: LEVELS.length });
  const rights = LEVELS.map((level) => given.find((right) => right.level === level));
  return rights.map((right, at) => {
    if (!right) throw new Problem('INVALID_INPUT', { field: 'levels', max: LEVELS.length });
    const fault = faultOf(right, rights[at - 1] ?? null);
    if (fault) throw new Problem('INVALID_INPUT', { field: `levels.${fault}`, level: right.level });
    return right;
  });
}

/** The field that does not hold; null when all do. @param below the level before */
export function faultOf(right: Rights, below: Rights | null): keyof Rights | null {
  if (!within(right.score, 0, MOST_SCORE) || (below ? right.score <= below.score : right.score !== 0)) return 'score';
  if (below ? rank(right) < rank(below) : right.identityLevel !== 'ANONYMOUS') return 'identityLevel';
  if (right.votesPerDay !== null && !within(right.votesPerDay, 1, MOST_VOTES)) return 'votesPerDay';
  if (!within(right.reportWeight, 1, MOST_WEIGHT)) return 'reportWeight';
  return below ? lost(right, below) : null;
}

function lost(right: Rights, below: Rights): keyof Rights | null {
  if ((right.votesPerDay ?? Infinity) < (below.votesPerDay ?? Infinity)) return 'votesPerDay';
  if (right.reportWeight < below.reportWeight) return 'reportWeight';
  return (['links', 'images', 'applyToCalls', 'markHelpful'] as const).find((key) => below[key] && !right[key]) ?? null;
}

const rank = ({ identityLevel }: Rights) => IDENTITY_LEVELS.indexOf(identityLevel);

function within(value: number, least: number, most: number): boolean {
  return Number.isInteger(value) && value >= least && value <= most;
}
