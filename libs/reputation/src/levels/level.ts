import type { LevelRights } from '@fanfare/communities';
import { identityAtLeast, type IdentityLevel, type Level } from '@fanfare/kernel';

/** Where somebody stands. */
export interface Footing {
  readonly score: number;
  readonly identity: IdentityLevel;
}

/** The highest level whose score and identity are both reached. @param rights from the lowest level up */
export function levelOf({ score, identity }: Footing, rights: readonly LevelRights[]): Level {
  const reached = rights.filter((right) => score >= right.score && identityAtLeast(identity, right.identityLevel));
  return reached.at(-1)?.level ?? 'NEWCOMER';
}

/** What the next level asks for beyond what somebody has. */
export interface Missing {
  readonly level: Level;
  /** Points that are missing; 0 when there are enough. */
  readonly points: number;
  /** The identity level it asks for; null when theirs is enough. */
  readonly identity: IdentityLevel | null;
}

/** Null at the top. */
export function missingFor(footing: Footing, rights: readonly LevelRights[]): Missing | null {
  const at = rights.findIndex(({ level }) => level === levelOf(footing, rights));
  const next = rights[at + 1];
  return next ? missingTo(footing, next) : null;
}

/** What one level asks for beyond what somebody has. */
export function missingTo(footing: Footing, { level, score, identityLevel }: LevelRights): Missing {
  const points = Math.max(0, score - footing.score);
  return { level, points, identity: identityAtLeast(footing.identity, identityLevel) ? null : identityLevel };
}
