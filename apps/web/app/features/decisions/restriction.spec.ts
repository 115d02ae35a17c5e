import { describe, expect, it } from 'vitest';
import { heaviestOf, takesAway } from './restriction';

const one = (kind: Parameters<typeof takesAway>[0]['kind'], right: Parameters<typeof takesAway>[0]['right'] = null) => ({ kind, right, endsAt: null, decisionId: kind });

describe('restrictions', () => {
  it.each([
    [one('MUTE', 'COMMENTING'), ['COMMENTING']],
    [one('WARNING'), ['POSTING', 'COMMENTING']],
    [one('SUSPENSION'), ['POSTING', 'VOTING', 'COMMENTING', 'REPORTING']],
    [one('BAN'), ['POSTING', 'VOTING', 'COMMENTING', 'REPORTING']],
    [one('HOLD'), []],
  ])('%o takes %o', (restriction, taken) => {
    expect((['POSTING', 'VOTING', 'COMMENTING', 'REPORTING'] as const).filter((right) => takesAway(restriction, right))).toEqual(taken);
  });

  it('says what weighs most', () => {
    expect(heaviestOf([one('HOLD'), one('WARNING'), one('SUSPENSION'), one('MUTE', 'VOTING')])?.kind).toBe('SUSPENSION');
    expect(heaviestOf([])).toBeUndefined();
  });
});
