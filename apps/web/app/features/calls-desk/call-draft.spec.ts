import { describe, expect, it } from 'vitest';
import { draftOf, inputOf, isInOrder, moved, newDraft, newQuestion } from './call-draft';
import { isoOf, localOf } from './local-time';

const NOW = Date.parse('2026-03-01T09:20:00Z');

describe('a call as it is being written', () => {
  it('opens tomorrow at a full hour, for a month, and is in order until its dates are not', () => {
    const draft = newDraft(NOW, ['Motivation']);
    expect([draft.opensAt, draft.closesAt]).toEqual(['2026-03-02T10:00:00.000Z', '2026-04-01T10:00:00.000Z']);
    expect(isInOrder(draft)).toBe(true);
    expect(isInOrder({ ...draft, closesAt: draft.opensAt })).toBe(false);
    expect(isInOrder({ ...draft, opensAt: '' })).toBe(false);
  });

  it('says what fits how it is decided: a community that votes knows for whom', () => {
    const draft = { ...newDraft(NOW, []), blind: true, questions: [{ ...newQuestion(), text: 'Why you?', audience: 'COMMUNITY' as const }, newQuestion()] };
    expect(inputOf(draft)).toMatchObject({ blind: true, votingUntil: null, questions: [{ text: 'Why you?', audience: 'PANEL' }] });
    expect(inputOf({ ...draft, selection: 'HALF' })).toMatchObject({ blind: false, questions: [{ audience: 'COMMUNITY' }] });
  });

  it('gives choices by line, only to a question that has them', () => {
    const question = { ...newQuestion(), text: 'Which?', choices: ' Blue \n\nRed' };
    const draft = newDraft(NOW, []);
    expect(inputOf({ ...draft, questions: [{ ...question, kind: 'CHOICE' }] }).questions[0]!.choices).toEqual(['Blue', 'Red']);
    expect(inputOf({ ...draft, questions: [question] }).questions[0]!.choices).toBeNull();
  });

  it('comes back as it was written', () => {
    const sent = inputOf({ ...newDraft(NOW, ['Motivation']), title: 'A hundred agents', story: 'Six months.', perks: 'A car.', leastAge: '18', regions: ['FR'], questions: [{ ...newQuestion(), text: 'Why you?' }] });
    const { leastLevel, leastIdentity, leastAge, regions, reapplyAfterDays } = sent;
    const stored = {
      ...sent, id: '1', state: 'DRAFT' as const, receives: sent.perks, viewerRuns: true, community: { slug: 'x' }, eligibility: { leastLevel, leastIdentity, leastAge, regions, reapplyAfterDays },
      questions: sent.questions.map((question, at) => ({ ...question, id: String(at), help: '', choices: [], maxLength: 2_000 })), criteria: sent.criteria.map((criterion, position) => ({ ...criterion, position })),
    };
    expect(inputOf(draftOf(stored))).toEqual(sent);
  });

  it('moves questions within their list', () => {
    expect(moved(['a', 'b', 'c'], 1, -1)).toEqual(['b', 'a', 'c']);
    expect(moved(['a', 'b'], 1, 1)).toEqual(['a', 'b']);
  });
});

describe('local time', () => {
  it('goes to an input and back', () => {
    expect(isoOf(localOf('2026-03-01T09:30:00.000Z'))).toBe('2026-03-01T09:30:00.000Z');
    expect([localOf(''), isoOf(''), isoOf('soon')]).toEqual(['', '', '']);
  });
});
