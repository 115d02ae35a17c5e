import { describe, expect, it } from 'vitest';
import { closestZoom, keptInside, regionOf, wholeView } from './crop';

const WIDE = { width: 800, height: 400 };

describe('a square that looks at a picture', () => {
  it('begins in the middle, as large as fits', () => {
    expect(regionOf(wholeView(WIDE), WIDE)).toEqual({ x: 200, y: 0, width: 400, height: 400 });
  });

  it.each([
    [{ x: -100, y: 900, zoom: 1 }, { x: 0, y: 0, width: 400, height: 400 }],
    [{ x: 9000, y: 200, zoom: 1 }, { x: 400, y: 0, width: 400, height: 400 }],
    [{ x: 0, y: 0, zoom: 2 }, { x: 0, y: 0, width: 200, height: 200 }],
    [{ x: 900, y: 900, zoom: 99 }, { x: 700, y: 300, width: 100, height: 100 }],
    [{ x: 400, y: 200, zoom: 0 }, { x: 200, y: 0, width: 400, height: 400 }],
  ])('never leaves it: %o', (view, region) => {
    expect(regionOf(keptInside(view, WIDE), WIDE)).toEqual(region);
  });

  it('goes no closer than still looks sharp', () => {
    expect(closestZoom({ width: 128, height: 300 })).toBe(2);
    expect(closestZoom({ width: 30, height: 30 })).toBe(1);
  });
});
