import { contrast, parseHex, toHex, type Rgb } from '~/design/contrast';
import { darkRoles, lightRoles } from '~/design/theme';

/** What becomes of a brand's colour on one ground. */
export interface ContrastFacts {
  /** The fill of buttons. */
  readonly fill: string;
  /** Whether the fill is the colour that was chosen. */
  readonly kept: boolean;
  /** Contrast of a button's words on the fill; 4.5 is what AA asks. */
  readonly onFill: number;
  /** The colour of text and icons. */
  readonly ink: string;
  /** Contrast of that text on the softest ground it stands on. */
  readonly asText: number;
}

/** The chosen colour on light and dark pages; undefined for what is no colour. */
export function contrastFacts(accent: string): { light: ContrastFacts; dark: ContrastFacts } | undefined {
  const chosen = parseHex(accent);
  if (!chosen) return undefined;
  return { light: factsOf(chosen, lightRoles(chosen)), dark: factsOf(chosen, darkRoles(chosen)) };
}

function factsOf(chosen: Rgb, { fill, on, ink, soft }: ReturnType<typeof lightRoles>): ContrastFacts {
  return { fill: toHex(fill), kept: isClose(fill, chosen), onFill: contrast(fill, on), ink: toHex(ink), asText: contrast(ink, soft) };
}

/** Nobody sees a difference of two steps in 255. */
function isClose(a: Rgb, b: Rgb): boolean {
  return a.every((channel, at) => Math.abs(channel - b[at]!) <= 2 / 255);
}
