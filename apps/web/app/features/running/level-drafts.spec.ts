import { describe, expect, it } from 'vitest';
import type { LevelTableFragment } from '~/graphql/generated/documents';
import { levelDrafts, levelFaults, levelsInput } from './level-drafts';

const rights = { links: true, images: true, reportWeight: 2, applyToCalls: true, markHelpful: true };
const LEVELS = [
  { ...rights, level: 'NEWCOMER', score: 0, identityLevel: 'ANONYMOUS', votesPerDay: 100, links: false },
  { ...rights, level: 'FAN', score: 10, identityLevel: 'CONFIRMED', votesPerDay: 300 },
  { ...rights, level: 'REGULAR', score: 60, identityLevel: 'CONFIRMED', votesPerDay: null },
] as LevelTableFragment[];

describe('levels being edited', () => {
  it('are sent as they came when nothing was changed', () => expect(levelsInput(levelDrafts(LEVELS))).toEqual(LEVELS));

  it('rise: none asks less or takes away what the one below opened', () => {
    const faults = (change: object) => levelFaults(levelDrafts(LEVELS).map((draft) => (draft.level === 'REGULAR' ? { ...draft, ...change } : draft)))[2];
    expect(faults({})).toBeNull();
    expect(faults({ score: '10' })).toBe('score');
    expect(faults({ score: '6.5' })).toBe('score');
    expect(faults({ identityLevel: 'ANONYMOUS' })).toBe('identityLevel');
    expect(faults({ votesPerDay: '299' })).toBe('votesPerDay');
    expect(faults({ reportWeight: '11' })).toBe('reportWeight');
    expect(faults({ links: false })).toBe('links');
  });
});
