import { describe, expect, it } from 'vitest';
import type { Translator } from '~/i18n/translator';
import { genuinenessReasons, marksByReviewer, tooManyFor, weightedMean } from './panel-words';

const CRITERIA = [{ position: 0, weight: 3 }, { position: 1, weight: 1 }];

describe('what the panel’s desk says', () => {
  it('gives each reviewer’s mean by the weights', () => {
    const mark = (criterion: number, score: number, id: string) => ({ criterion, score, note: '', reviewer: { id, displayName: id } });
    const [ada, bob] = marksByReviewer([mark(0, 4, 'ada'), mark(0, 2, 'bob'), mark(1, 0, 'ada'), mark(1, 2, 'bob')], CRITERIA);
    expect([ada!.reviewer!.id, ada!.mean, bob!.mean]).toEqual(['ada', 3, 2]);
    expect(ada!.marks.get(1)).toEqual({ score: 0, note: '' });
    expect(weightedMean(new Map(), CRITERIA)).toBe(0);
  });

  it('says how many can get an answer by the ranking, where more were asked for', () => {
    const t = ((key: string, values: object) => `${key} ${JSON.stringify(values)}`) as unknown as Translator;
    expect(tooManyFor(t, { code: 'INVALID_INPUT', params: { field: 'count', max: 7 } })).toBe('calls.tooMany {"max":7}');
    expect(tooManyFor(t, { code: 'INVALID_INPUT', params: { field: 'reason' } })).toBeNull();
    expect(tooManyFor(t, { code: 'SEATS_TAKEN', params: { field: 'count' } })).toBeNull();
    expect(tooManyFor(t, null)).toBeNull();
  });

  it('leaves out what says nothing, and puts the clearest first', () => {
    const reasons = genuinenessReasons([{ kind: 'trust', value: 0.65 }, { kind: 'identity', value: 0.5 }, { kind: 'independence', value: 0.1 }, { kind: 'unheard', value: 1 }]);
    expect(reasons).toEqual([{ key: 'calls.genuine_independence_against', speaksFor: false }, { key: 'calls.genuine_trust_for', speaksFor: true }]);
  });
});
