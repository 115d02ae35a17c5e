import { describe, expect, it } from 'vitest';
import { draftOf, emptyCriterion, emptyDraft, emptyWords, isoOf, localOf, sentOf } from './mission-draft';

const NOW = '2026-11-22T10:00:30.000Z';
const empty = emptyDraft(NOW, 'en', '#ad\nsponsored');

describe('a draft of a mission', () => {
  it('begins at once and lasts a month', () => {
    expect([empty.opensAt, empty.closesAt]).toEqual(['2026-11-22T10:00:00.000Z', '2026-12-22T10:00:00.000Z']);
  });

  it('is sent without rows that nobody filled in', () => {
    const draft = { ...empty, rubric: [emptyCriterion(), { criterion: 'Clear pictures', points: '3' }], disclosures: [emptyWords('en', '#ad'), { channel: 'Blog', language: 'fr', words: ' #pub \n\n offert ' }] };
    expect(sentOf(draft, true)).toMatchObject({
      draft: true, places: null, rewardPoints: 0, budget: null, rubric: [{ criterion: 'Clear pictures', points: 3 }], disclosures: [{ channel: 'Blog', language: 'fr', words: ['#pub', 'offert'] }],
    });
  });

  it('leaves out what its kind and its evidence do not have', () => {
    const draft = { ...empty, evidence: ['TEXT'] as const, tracked: true, rallyAt: NOW, disclosures: [{ channel: 'Blog', language: 'en', words: '#ad' }] };
    expect(sentOf(draft, false)).toMatchObject({ tracked: false, disclosures: [], rallyAt: null });
    expect(sentOf({ ...draft, kind: 'RALLY' }, false)).toMatchObject({ rallyAt: NOW });
  });

  it('that was kept says the same when it is sent again', () => {
    const kept = {
      kind: 'RALLY', title: 'One hour', brief: 'Everybody at once.', audience: 'All', opensAt: NOW, closesAt: NOW, evidence: ['LINK'], tracked: true, places: 7, rally: { startsAt: NOW },
      rubric: [{ criterion: 'There', points: 9 }], disclosures: [{ channel: 'Blog', language: 'en', words: ['#ad', 'given'] }], rewardPoints: 40, perk: { id: 'p' }, budget: { id: 'b' }, period: { id: 'd' },
    } as unknown as Parameters<typeof draftOf>[0];
    expect(sentOf(draftOf(kept), true)).toEqual({
      kind: 'RALLY', title: 'One hour', brief: 'Everybody at once.', audience: 'All', opensAt: NOW, closesAt: NOW, rallyAt: NOW, evidence: ['LINK'], tracked: true, places: 7,
      rubric: [{ criterion: 'There', points: 9 }], disclosures: [{ channel: 'Blog', language: 'en', words: ['#ad', 'given'] }], rewardPoints: 40, rewardPerk: 'p', budget: 'b', period: 'd', draft: true,
    });
  });
});

it('a local time goes there and back', () => {
  expect(isoOf(localOf('2026-11-22T10:05:00.000Z'))).toBe('2026-11-22T10:05:00.000Z');
  expect([localOf(''), isoOf(''), isoOf('tomorrow')]).toEqual(['', '', '']);
});
