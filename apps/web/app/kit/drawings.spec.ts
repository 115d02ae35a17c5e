import { describe, expect, it } from 'vitest';
import { drawAvatar } from './avatar-drawing';
import { drawLadder } from './ladder-drawing';

describe('drawAvatar', () => {
  it('is the same for the same person', () => {
    expect(drawAvatar('odette')).toEqual(drawAvatar('odette'));
  });

  it('is distinct among a thousand people', () => {
    const drawings = new Set(Array.from({ length: 1000 }, (_, i) => JSON.stringify(drawAvatar(`person ${i}`))));
    expect(drawings.size).toBeGreaterThan(990);
  });

  it('stays inside its square', () => {
    for (let i = 0; i < 200; i++) {
      for (const { d } of drawAvatar(`seed ${i}`).shapes) {
        expect(d).not.toContain('NaN');
        for (const [, x, y] of d.matchAll(/[ML](-?\d+) (-?\d+)/g)) expect(Math.min(Number(x), Number(y))).toBeGreaterThanOrEqual(0);
      }
    }
  });
});

describe('drawLadder', () => {
  it.each([1, 2, 4, 7])('climbs through %i rungs inside its frame', (rungs) => {
    const { stations, width, height, at } = drawLadder(rungs);
    expect(stations).toHaveLength(rungs + 1);
    for (const [i, { x, y }] of stations.entries()) {
      expect(x).toBeGreaterThan(10);
      expect(x).toBeLessThan(width - 10);
      expect(y).toBeGreaterThan(30);
      expect(y).toBeLessThan(height - 10);
      expect(at(i).x).toBeCloseTo(x, 5);
      expect(at(i).y).toBeCloseTo(y, 5);
    }
  });

  it('moves forward and up all along the way', () => {
    const { at } = drawLadder(4);
    const way = Array.from({ length: 41 }, (_, i) => at(i / 10));
    for (const [i, point] of way.entries()) {
      if (i === 0) continue;
      expect(point.x).toBeGreaterThan(way[i - 1]!.x);
      expect(point.y).toBeLessThanOrEqual(way[i - 1]!.y);
    }
  });
});
