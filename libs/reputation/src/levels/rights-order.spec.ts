import { DEFAULT_LEVEL_RIGHTS, type LevelRights } from '@fanfare/communities';
import { Problem } from '@fanfare/kernel';
import { describe, expect, it } from 'vitest';
import { risingRights } from './rights-order.js';

const withLevel = (level: string, change: Partial<LevelRights>) => DEFAULT_LEVEL_RIGHTS.map((right) => (right.level === level ? { ...right, ...change } : right));

function fieldAt(rights: readonly LevelRights[]): unknown {
  try {
    risingRights(rights);
    return null;
  } catch (error) {
    return (error as Problem).params['field'];
  }
}

describe('a table of levels', () => {
  it('comes in the order of the levels, whatever order it was given in', () => expect(risingRights(DEFAULT_LEVEL_RIGHTS.toReversed())).toEqual(DEFAULT_LEVEL_RIGHTS));

  it('holds all five once', () => {
    expect(fieldAt(DEFAULT_LEVEL_RIGHTS.slice(1))).toBe('levels');
    expect(fieldAt([...DEFAULT_LEVEL_RIGHTS.slice(1), DEFAULT_LEVEL_RIGHTS[1]!])).toBe('levels');
  });

  it('begins with everybody and only ever rises', () => {
    expect(fieldAt(withLevel('NEWCOMER', { score: 1 }))).toBe('levels.score');
    expect(fieldAt(withLevel('NEWCOMER', { identityLevel: 'CONFIRMED' }))).toBe('levels.identityLevel');
    expect(fieldAt(withLevel('REGULAR', { score: 10 }))).toBe('levels.score');
    expect(fieldAt(withLevel('CHAMPION', { identityLevel: 'CONFIRMED' }))).toBe('levels.identityLevel');
    expect(fieldAt(withLevel('ADVOCATE', { votesPerDay: 1_000 }))).toBe('levels.votesPerDay');
    expect(fieldAt(withLevel('FAN', { votesPerDay: 0 }))).toBe('levels.votesPerDay');
    expect(fieldAt(withLevel('FAN', { reportWeight: 11 }))).toBe('levels.reportWeight');
    expect(fieldAt(withLevel('REGULAR', { links: false }))).toBe('levels.links');
  });
});
