import { describe, expect, it } from 'vitest';
import { categoriesInput, type CommunityDraft, ladderInput, moved, newDraft, rungDrafts, rungFaults, slugOf } from './community-draft';
import { createInput, firstOpenStep, isStepDone, parseKept, parseStep, stepAfter, stepBefore, stepPath, STEPS } from './wizard-state';

const draft: CommunityDraft = { ...newDraft('key', 'fr', { guidelines: 'Soyez bons.', terms: 'À vous.' }), name: 'Été & joie', slug: 'ete-joie' };

describe('the address that follows a name', () => {
  it.each([['Été & joie', 'ete-joie'], ['  Brindle Brick! ', 'brindle-brick'], ['日本', ''], ['x'.repeat(70), 'x'.repeat(60)]])('%s', (name, slug) => expect(slugOf(name)).toBe(slug));
});

describe('a ladder as it is typed', () => {
  const rungs = (...pairs: [string, string][]) => pairs.map(([support, days], at) => ({ key: `r${at}`, support, days }));

  it('asks more of each rung than of the one before, in whole numbers', () => {
    expect(rungFaults(rungs(['100', '60'], ['100', '10'], ['x', '0'], ['50', '99999']))).toEqual({
      r1: { support: 'order', days: undefined },
      r2: { support: 'number', days: 'number' },
      r3: { support: 'order', days: 'number' },
    });
    expect(rungFaults(rungs(['5', '1'], ['6', '3650']))).toEqual({});
  });

  it('is sent only when it is whole', () => {
    expect(ladderInput([])).toBeNull();
    expect(ladderInput(rungs(['1.5', '3']))).toBeNull();
    expect(ladderInput(rungDrafts([{ support: 5, days: 9 }]))).toEqual([{ support: 5, days: 9 }]);
  });
});

describe('categories', () => {
  it('without a name are left out', () => {
    const rows = [{ key: 'a', id: null, name: ' Sets ', description: ' ' }, { key: 'b', id: 'x', name: ' ', description: 'lost' }];
    expect(categoriesInput(rows)).toEqual([{ id: null, name: 'Sets', description: '' }]);
  });

  it('move by one place and no further', () => {
    expect(moved(['a', 'b', 'c'], 2, -1)).toEqual(['a', 'c', 'b']);
    expect(moved(['a', 'b'], 0, -1)).toEqual(['a', 'b']);
    expect(moved(['a', 'b'], 1, 1)).toEqual(['a', 'b']);
  });
});

describe('the wizard', () => {
  it('has five steps with addresses of their own', () => {
    expect(STEPS.map((step) => parseStep(new URLSearchParams(stepPath(step).split('?')[1])))).toEqual(STEPS);
    expect(parseStep(new URLSearchParams('step=nonsense'))).toBe('name');
    expect([stepBefore('name'), stepAfter('name'), stepAfter('team')]).toEqual([null, 'look', null]);
  });

  it('says which step still lacks something', () => {
    expect(firstOpenStep(draft)).toBeNull();
    expect(firstOpenStep({ ...draft, slug: 'No good' })).toBe('name');
    expect(isStepDone('look', { ...draft, look: { ...draft.look, accent: 'red' } })).toBe(false);
    expect(firstOpenStep({ ...draft, terms: ' ' })).toBe('texts');
    expect(firstOpenStep({ ...draft, minAge: '' })).toBe('texts');
    expect(firstOpenStep({ ...draft, ladder: [] })).toBe('ladder');
  });

  it('sends what was filled in', () => {
    expect(createInput(draft)).toMatchObject({ name: 'Été & joie', slug: 'ete-joie', locale: 'fr', minAge: 13, idempotencyKey: 'key', ladder: [{ support: 100, days: 60 }, {}, {}, {}] });
  });

  it('reads back what it kept, and nothing else', () => {
    expect(parseKept(JSON.stringify(draft))).toEqual(draft);
    expect(parseKept('{"name":"x"}')).toBeNull();
    expect(parseKept(null)).toBeNull();
  });
});
