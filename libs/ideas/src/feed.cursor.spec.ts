import { encodeCursor, type Problem } from '@fanfare/kernel';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodePosition, encodePosition } from './feed.cursor.js';

const codeOf = (work: () => unknown) => {
  try {
    work();
    return 'nothing';
  } catch (problem) {
    return (problem as Problem).code;
  }
};

describe('a position', () => {
  it('property: comes back as it was', () => {
    const xids = fc.uniqueArray(fc.bigInt({ min: 1n, max: 2n ** 62n }), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(xids, fc.nat(), fc.double({ noNaN: true, noDefaultInfinity: true }), (numbers, taken, heat) => {
        const running = numbers.sort((a, b) => (a < b ? -1 : 1));
        const snapshot = `${running[0]}:${running.at(-1)! + 1n}:${running.join(',')}`;
        const position = { snapshot, taken, tuple: [heat === 0 ? 0 : heat] };
        expect(decodePosition('list', encodePosition('list', position), ['n'])).toEqual(position);
      }),
    );
  });

  it('stays short with hundreds of writers at once', () => {
    const running = Array.from({ length: 500 }, (_, at) => 10_000_000 + at);
    const cursor = encodePosition('list', { snapshot: `10000000:10000500:${running.join(',')}`, taken: 1, tuple: [1] });
    expect(decodePosition('list', cursor, ['n']).snapshot).toBe('10000000:10000000:');
  });

  it.each(['', '5', '5:9', '0:9:', '9:5:', '5:9:4', '5:9:9', '5:9:7,6', '5:9:6,6', '5:9:x', "5:9:'", '5:99999999999999999999:', '9223372036854775807:9223372036854775808:'])(
    'a forged snapshot %j is refused here, not by the database',
    (snapshot) => {
      const forged = encodeCursor('list', [snapshot, 1, 1]);
      expect(codeOf(() => decodePosition('list', forged, ['n']))).toBe('INVALID_CURSOR');
    },
  );

  it('of another list is refused', () => {
    const other = encodePosition('other', { snapshot: '5:9:', taken: 1, tuple: [1] });
    expect(codeOf(() => decodePosition('list', other, ['n']))).toBe('INVALID_CURSOR');
    expect(codeOf(() => decodePosition('other', other, ['n']))).toBe('nothing');
  });
});
