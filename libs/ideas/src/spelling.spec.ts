import { describe, expect, it } from 'vitest';
import { distanceBetween, nearestWords } from './spelling.js';

describe('spelling', () => {
  it.each([
    ['bicycle', 'bicycle', 0],
    ['bycicle', 'bicycle', 2],
    ['bicylce', 'bicycle', 1],
    ['bicyle', 'bicycle', 1],
    ['', 'abc', 3],
    ['été', 'ete', 2],
  ])('from %j to %j: %d', (one, other, distance) => {
    expect(distanceBetween(one, other)).toBe(distance);
    expect(distanceBetween(other, one)).toBe(distance);
  });

  it('chooses the words with the fewest mistakes, the more common first', () => {
    const known = [{ word: 'bricks', ideas: 3 }, { word: 'brick', ideas: 9 }, { word: 'trick', ideas: 50 }, { word: 'prick', ideas: 1 }];
    expect(nearestWords('birck', known, 4)).toEqual(['brick']);
    expect(nearestWords('xrick', known, 2)).toEqual(['trick', 'brick']);
  });

  it('leaves short words and far ones alone', () => {
    expect(nearestWords('red', [{ word: 'bed', ideas: 1 }], 4)).toEqual([]);
    expect(nearestWords('zebra', [{ word: 'train', ideas: 1 }], 4)).toEqual([]);
  });
});
