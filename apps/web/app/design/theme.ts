import { contrast, ensureContrast, mix, parseHex, toHex, type Rgb } from './contrast';

/** What a community chose; anything unknown reads as the default. */
export interface ThemeChoice {
  accent: string;
  headingFace: string;
  corners: string;
}

/** CSS variables for the `style` of `<html>`. */
export type ThemeVariables = Record<`--${string}`, string>;

const WHITE: Rgb = [1, 1, 1];
const NEAR_BLACK: Rgb = [0.075, 0.075, 0.086];
/** The grounds that accents stand on: page and card, light and dark; see tokens.css. */
const LIGHT: Rgb = [0.965, 0.96, 0.955];
const DARK: Rgb = [0.14, 0.14, 0.16];

/** All that follows from the brand's one colour, legible on both grounds whatever was chosen. */
export function themeVariables(choice: ThemeChoice): ThemeVariables {
  const accent = parseHex(choice.accent);
  return { ...(accent ? accentVariables(accent) : {}), ...headingVariables(choice.headingFace), ...cornerVariables(choice.corners) };
}

interface AccentRoles {
  /** Fills of buttons and meters. */
  fill: Rgb;
  strong: Rgb;
  on: Rgb;
  /** Text and icons: 4.5:1 and better on every ground. */
  ink: Rgb;
  soft: Rgb;
  line: Rgb;
}

/** The roles of an accent on a light page. */
export function lightRoles(accent: Rgb): AccentRoles {
  return rolesFor(accent, ensureContrast(accent, WHITE, 1.6), WHITE, LIGHT, 0.08);
}

/** The roles of an accent on a dark page: dark brands are lifted until they show. */
export function darkRoles(accent: Rgb): AccentRoles {
  return rolesFor(accent, ensureContrast(mix(accent, WHITE, 0.08), DARK, 4), DARK, DARK, 0.16);
}

function rolesFor(accent: Rgb, fill: Rgb, paper: Rgb, ground: Rgb, softness: number): AccentRoles {
  const soft = mix(paper, fill, softness);
  const [on, legible] = labelled(fill);
  return {
    fill: legible,
    on,
    strong: mix(legible, on === WHITE ? NEAR_BLACK : WHITE, 0.14),
    ink: ensureContrast(ensureContrast(accent, ground, 5), soft, 4.8),
    soft,
    line: ensureContrast(mix(paper, fill, softness * 4), soft, 1.4),
  };
}

/** The label colour that reads better on a fill, and the fill moved as little as it takes to reach 4.6:1. */
function labelled(fill: Rgb): [on: Rgb, fill: Rgb] {
  const on = contrast(fill, WHITE) >= 3.4 ? WHITE : NEAR_BLACK;
  return [on, ensureContrast(fill, on, 4.6)];
}

function accentVariables(accent: Rgb): ThemeVariables {
  const light = lightRoles(accent);
  const dark = darkRoles(accent);
  const pair = (role: keyof AccentRoles) => `light-dark(${toHex(light[role])}, ${toHex(dark[role])})`;
  return {
    '--accent': pair('fill'),
    '--accent-strong': pair('strong'),
    '--on-accent': pair('on'),
    '--accent-ink': pair('ink'),
    '--accent-soft': pair('soft'),
    '--accent-line': pair('line'),
    '--tint': toHex(accent),
  };
}

function headingVariables(face: string): ThemeVariables {
  if (face === 'playful') return heading("'Fredoka Variable'", '600', '-0.005em');
  if (face === 'sleek') return heading("'Sora Variable'", '600', '-0.035em');
  return {};
}

function heading(family: string, weight: string, tracking: string): ThemeVariables {
  return { '--heading-font': `${family}, var(--fallback-font)`, '--heading-weight': weight, '--heading-tracking': tracking };
}

function cornerVariables(corners: string): ThemeVariables {
  if (corners === 'round') return { '--radius-s': '8px', '--radius-m': '16px', '--radius-l': '26px', '--radius-pill': '999px' };
  if (corners === 'sharp') return { '--radius-s': '2px', '--radius-m': '3px', '--radius-l': '4px', '--radius-pill': '3px' };
  return {};
}

/** The file of a heading face to preload. */
export type HeadingFace = 'fanfare' | 'playful' | 'sleek';

export function headingFaceOf(choice: ThemeChoice | undefined): HeadingFace {
  return choice?.headingFace === 'playful' || choice?.headingFace === 'sleek' ? choice.headingFace : 'fanfare';
}
