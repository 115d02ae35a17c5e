import { describe, expect, it } from 'vitest';
import { placeOf, sentencesOf } from './sentences';

const TEXT = 'I like it. But you, sir,\nare a fool!  Really?\n\n  — a fan';

describe('sentences', () => {
  it('are found where they stand', () => {
    expect(sentencesOf(TEXT, 'en').map(({ from, to }) => TEXT.slice(from, to))).toEqual(['I like it.', 'But you, sir,', 'are a fool!', 'Really?', '— a fan']);
    expect(sentencesOf('', null)).toEqual([]);
  });
});

describe('a passage', () => {
  it('is found again though its lines are broken elsewhere', () => {
    expect(TEXT.slice(...Object.values(placeOf('you, sir, are a fool!', TEXT)!) as [number, number])).toBe('you, sir,\nare a fool!');
    expect(placeOf('(a+b)*', 'is (a+b)* fine?')).toEqual({ from: 3, to: 9 });
    expect([placeOf('a genius', TEXT), placeOf('  ', TEXT)]).toEqual([null, null]);
  });
});
