import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contrast, parseHex, toHex, type Rgb } from './contrast';
import { darkRoles, lightRoles, themeVariables } from './theme';

const WHITE: Rgb = [1, 1, 1];
/** The lightest and darkest grounds of tokens.css that accents stand on. */
const LIGHT_WASH: Rgb = [0.95, 0.945, 0.94];
const DARK_SURFACE: Rgb = [0.125, 0.12, 0.14];
const anyColour = fc.tuple(...[0, 1, 2].map(() => fc.double({ min: 0, max: 1, noNaN: true }))).map((c) => c as unknown as Rgb);

describe('roles of an accent', () => {
  it('are legible on light pages whatever the brand chose', () => {
    fc.assert(fc.property(anyColour, (accent) => {
      const { fill, on, strong, ink, soft } = lightRoles(accent);
      expect(contrast(on, fill)).toBeGreaterThanOrEqual(4.5);
      expect(contrast(on, strong)).toBeGreaterThanOrEqual(4.5);
      for (const ground of [WHITE, LIGHT_WASH, soft]) expect(contrast(ink, ground)).toBeGreaterThanOrEqual(4.5);
    }));
  });

  it('are legible on dark pages whatever the brand chose', () => {
    fc.assert(fc.property(anyColour, (accent) => {
      const { fill, on, strong, ink, soft } = darkRoles(accent);
      expect(contrast(on, fill)).toBeGreaterThanOrEqual(4.5);
      expect(contrast(on, strong)).toBeGreaterThanOrEqual(4.5);
      expect(contrast(fill, DARK_SURFACE)).toBeGreaterThanOrEqual(3);
      for (const ground of [DARK_SURFACE, soft]) expect(contrast(ink, ground)).toBeGreaterThanOrEqual(4.5);
    }));
  });

  it('have lines that show on their own soft ground', () => {
    fc.assert(fc.property(anyColour, (accent) => {
      for (const { line, soft } of [lightRoles(accent), darkRoles(accent)]) expect(contrast(line, soft)).toBeGreaterThanOrEqual(1.35);
    }));
  });

  it('keep a brand that is legible already', () => {
    expect(toHex(lightRoles(parseHex('#c2410c')!).fill)).toBe('#c2410c');
  });
});

describe('themeVariables', () => {
  it('gives light and dark in one value', () => {
    expect(themeVariables({ accent: '#c2410c', headingFace: 'playful', corners: 'round' })['--accent']).toMatch(/^light-dark\(#c2410c, #[0-9a-f]{6}\)$/);
  });

  it('lets nothing of a strange choice into the page', () => {
    const variables = themeVariables({ accent: 'red; } body { display: none', headingFace: 'x', corners: '<b>' });
    expect(variables).toEqual({});
  });
});
