/** Colours as WCAG 2.2 sees them, and corrections in OKLab, which keep a colour's hue while its lightness moves. */

export type Rgb = readonly [red: number, green: number, blue: number];

/** `#rgb` or `#rrggbb`; undefined when it is neither. Channels from 0 to 1. */
export function parseHex(hex: string): Rgb | undefined {
  const short = /^#([0-9a-f])([0-9a-f])([0-9a-f])$/i.exec(hex.trim());
  const digits = short ? short.slice(1).map((d) => d + d).join('') : /^#([0-9a-f]{6})$/i.exec(hex.trim())?.[1];
  if (!digits) return undefined;
  return [0, 2, 4].map((at) => parseInt(digits.slice(at, at + 2), 16) / 255) as unknown as Rgb;
}

export function toHex(rgb: Rgb): string {
  return `#${rgb.map((channel) => Math.round(clamp(channel) * 255).toString(16).padStart(2, '0')).join('')}`;
}

/** Relative luminance, 0 (black) to 1 (white). */
export function luminance([red, green, blue]: Rgb): number {
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

/** Contrast ratio, 1 to 21. */
export function contrast(a: Rgb, b: Rgb): number {
  const [darker = 0, lighter = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (lighter + 0.05) / (darker + 0.05);
}

/**
 * The colour itself when it stands out from `ground` by `ratio`, else the nearest lightness of the same hue that does.
 * @param ground what it stands on; a dark ground makes the colour lighter, a light one darker
 */
export function ensureContrast(color: Rgb, ground: Rgb, ratio: number): Rgb {
  if (contrast(color, ground) >= ratio) return color;
  const towards = luminance(ground) > 0.18 ? 0 : 1;
  const [lightness] = toOklab(color);
  let near = lightness;
  let far = towards;
  for (let step = 0; step < 24; step++) {
    const middle = (near + far) / 2;
    if (contrast(withLightness(color, middle), ground) >= ratio) far = middle;
    else near = middle;
  }
  return withLightness(color, far);
}

/** A mix in OKLab: 0 is `a`, 1 is `b`. */
export function mix(a: Rgb, b: Rgb, share: number): Rgb {
  const from = toOklab(a);
  const to = toOklab(b);
  return fromOklab(from.map((value, index) => value + (to[index]! - value) * share) as unknown as Lab);
}

/** The same hue at another OKLab lightness, as saturated as the screen allows up to its own. */
export function withLightness(color: Rgb, lightness: number): Rgb {
  const [, a, b] = toOklab(color);
  for (let share = 1; share > 0; share -= 0.05) {
    const candidate = oklabToLinear([lightness, a * share, b * share]);
    if (candidate.every((channel) => channel >= -0.0005 && channel <= 1.0005)) return candidate.map(gamma) as unknown as Rgb;
  }
  return fromOklab([lightness, 0, 0]);
}

/** `oklch(0.62 0.15 120)` as the screen shows it, for what does not know the notation; undefined when it is something else. */
export function parseOklch(color: string): Rgb | undefined {
  const [, lightness, chroma, hue] = /^oklch\(([\d.]+) ([\d.]+) ([\d.]+)\)$/.exec(color) ?? [];
  if (!lightness || !chroma || !hue) return undefined;
  const angle = (Number(hue) * Math.PI) / 180;
  return fromOklab([Number(lightness), Number(chroma) * Math.cos(angle), Number(chroma) * Math.sin(angle)]);
}

type Lab = readonly [lightness: number, a: number, b: number];

function toOklab(rgb: Rgb): Lab {
  const [r, g, b] = rgb.map(linear) as unknown as Rgb;
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

function oklabToLinear([lightness, a, b]: Lab): Rgb {
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ];
}

function fromOklab(lab: Lab): Rgb {
  return oklabToLinear(lab).map(gamma) as unknown as Rgb;
}

function linear(channel: number): number {
  return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
}

function gamma(channel: number): number {
  const value = clamp(channel);
  return value <= 0.0031308 ? value * 12.92 : 1.055 * value ** (1 / 2.4) - 0.055;
}

function clamp(value: number): number {
  return Math.min(1, Math.max(0, value));
}
