import { describe, expect, it } from 'vitest';
import { countOf, creditsInput, firstChoice, withIdea, withMember } from './credit-choice';

const candidates = [
  { reason: 'AUTHOR' as const, idea: { id: 'i1', title: 'A pier' }, member: { id: 'm1', handle: 'ada', displayName: 'Ada' } },
  { reason: 'DUPLICATE' as const, idea: { id: 'i2', title: 'A jetty' }, member: null },
];

describe('whom a delivered idea thanks', () => {
  it('begins with its author and those of its duplicates', () => {
    const choice = firstChoice(candidates);
    expect(choice.ideas.map(({ id, by, chosen, duplicate }) => [id, by, chosen, duplicate])).toEqual([['i1', 'Ada', true, false], ['i2', null, true, true]]);
    expect(creditsInput(choice)).toEqual({ ideas: ['i1', 'i2'], members: [], note: null });
  });

  it('takes each idea and each person once', () => {
    let choice = withIdea(firstChoice(candidates), { id: 'i1', title: 'A pier', by: 'Ada' });
    choice = withMember(withMember(choice, { id: 'm2', name: 'Ben' }), { id: 'm2', name: 'Ben' });
    expect(countOf(choice)).toBe(3);
  });

  it('asks for nothing when nobody is chosen', () => {
    expect(creditsInput({ ...firstChoice(candidates.map((each) => each)), ideas: [] })).toBeNull();
    expect(creditsInput(firstChoice(null))).toBeNull();
  });
});
