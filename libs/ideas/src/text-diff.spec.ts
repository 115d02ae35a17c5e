import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DiffKind, diffOf } from './text-diff.js';

const joined = (before: string, after: string, without: DiffKind) =>
  diffOf(before, after).filter((part) => part.kind !== without).map((part) => part.text).join('');

describe('a diff', () => {
  it('says which words went and came', () => {
    expect(diffOf('Bring back the red train', 'Bring back the blue train')).toEqual([
      { kind: 'SAME', text: 'Bring back the ' },
      { kind: 'REMOVED', text: 'red' },
      { kind: 'ADDED', text: 'blue' },
      { kind: 'SAME', text: ' train' },
    ]);
  });

  it('of the same text is the text', () => {
    expect(diffOf('as it was', 'as it was')).toEqual([{ kind: 'SAME', text: 'as it was' }]);
    expect(diffOf('', '')).toEqual([]);
  });

  it('of two quite different long texts does not search for what they share', () => {
    const words = (seed: number) => Array.from({ length: 1_900 }, (_, at) => ((at + 1) * seed).toString(36)).join(' ');
    expect(diffOf(words(7919), words(104729)).map((part) => part.kind)).toEqual(['REMOVED', 'ADDED']);
  });

  it('property: holds both texts', () => {
    const text = fc.array(fc.constantFrom('a', 'b', 'é', '\n', ' ', '中', '**')).map((parts) => parts.join(' '));
    fc.assert(
      fc.property(text, text, (before, after) => {
        expect(joined(before, after, 'REMOVED')).toBe(after);
        expect(joined(before, after, 'ADDED')).toBe(before);
      }),
    );
  });
});
