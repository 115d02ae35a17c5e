import { describe, expect, it } from 'vitest';
import { contrast, ensureContrast, mix, parseHex, toHex, type Rgb } from './contrast';

const WHITE: Rgb = [1, 1, 1];
const BLACK: Rgb = [0, 0, 0];
const hex = (value: string) => parseHex(value)!;

describe('contrast', () => {
  it('agrees with WCAG on known pairs', () => {
    expect(contrast(WHITE, BLACK)).toBeCloseTo(21, 5);
    expect(contrast(hex('#767676'), WHITE)).toBeCloseTo(4.54, 2);
    expect(contrast(WHITE, WHITE)).toBe(1);
  });

  it('reads short and long hex, and nothing else', () => {
    expect(toHex(hex('#fa0'))).toBe('#ffaa00');
    expect(toHex(hex('#C2410C'))).toBe('#c2410c');
    for (const wrong of ['red', '#12', '#12345g', 'url(x)', '#1234567']) expect(parseHex(wrong)).toBeUndefined();
  });
});

describe('ensureContrast', () => {
  it('leaves a colour that stands out as it is', () => {
    expect(ensureContrast(hex('#c2410c'), WHITE, 4.5)).toEqual(hex('#c2410c'));
  });

  it('darkens on white and lightens on black, just enough', () => {
    for (const accent of ['#ffd400', '#00ff88', '#ff9ecf', '#ffffff', '#7fd1ff']) {
      const ratio = contrast(ensureContrast(hex(accent), WHITE, 4.5), WHITE);
      expect(ratio).toBeGreaterThanOrEqual(4.5);
      expect(ratio).toBeLessThan(4.7);
    }
    for (const accent of ['#0a1633', '#000000', '#3a0000', '#1d3b00']) {
      expect(contrast(ensureContrast(hex(accent), BLACK, 4.5), BLACK)).toBeGreaterThanOrEqual(4.5);
    }
  });

  it('keeps the hue: a corrected yellow is no grey and no green', () => {
    const [red, green, blue] = ensureContrast(hex('#ffd400'), WHITE, 4.5);
    expect(red).toBeGreaterThan(green);
    expect(green).toBeGreaterThan(blue + 0.2);
  });
});

describe('mix', () => {
  it('starts and ends at its colours', () => {
    expect(toHex(mix(WHITE, hex('#c2410c'), 0))).toBe('#ffffff');
    expect(toHex(mix(WHITE, hex('#c2410c'), 1))).toBe('#c2410c');
  });
});
