import type { Node } from '@takumi-rs/core';
import { parseHex, parseOklch, toHex } from '~/design/contrast';
import { headingFaceOf, lightRoles, type ThemeChoice } from '~/design/theme';
import { drawAvatar } from '~/kit/avatar-drawing';

/** What a card says: drawn as it is, so it is made drawable before. */
export interface ShareCard {
  /** A member's id: what their picture is drawn from. */
  readonly seed: string;
  /** Path of a picture of their own; null where one is drawn. */
  readonly portrait: string | null;
  readonly name: string;
  readonly handle: string;
  /** "Ambassador of …", and between which dates. */
  readonly title: string;
  readonly span: string;
  readonly receives: string;
  /** "4 missions done". */
  readonly did: readonly string[];
  readonly theme: ThemeChoice;
}

export const WIDTH = 1200;
export const HEIGHT = 630;
export const PORTRAIT = 'portrait';

const INK = '#1c1a20';
const QUIET = '#55515c';
const DEFAULT_ACCENT = '#5b3df5';

/** The name that fits is as large as it may be: the longer it is, the smaller. */
const SIZES: readonly (readonly [letters: number, size: number])[] = [[14, 100], [22, 84], [44, 66]];
const SMALLEST = 54;

/** The card as a tree of boxes and words, in the colours, face and corners of the community. */
export function drawCard(card: ShareCard): Node {
  const { theme } = card;
  const accent = lightRoles(parseHex(theme.accent) ?? parseHex(DEFAULT_ACCENT)!);
  const corner = theme.corners === 'round' ? 52 : theme.corners === 'sharp' ? 6 : 36;
  const [soft, fill, ink, line] = [accent.soft, accent.fill, accent.ink, accent.line].map((color) => toHex(color)) as [string, string, string, string];
  return box({ width: WIDTH, height: HEIGHT, flexDirection: 'column', backgroundColor: soft, color: INK, fontFamily: 'text' }, [
    box({ width: WIDTH, height: 18, backgroundColor: fill }, []),
    box({ flexDirection: 'row', alignItems: 'center', gap: 56, flexGrow: 1, padding: '28px 72px 24px' }, [
      { type: 'image', src: PORTRAIT, style: { width: 264, height: 264, borderRadius: corner, flexShrink: 0, objectFit: 'cover' } },
      box({ flexDirection: 'column', gap: 14, flexGrow: 1, flexShrink: 1, flexBasis: 0, minWidth: 0 }, [
        words(card.title, { fontSize: 36, fontWeight: 650, color: ink, lineClamp: 2, lineHeight: 1.2 }),
        words(card.name, { fontSize: sizeOf(card.name), fontWeight: 700, fontFamily: headingFaceOf(theme), lineHeight: 1.06, lineClamp: 2, textOverflow: 'ellipsis', overflowWrap: 'anywhere' }),
        words([`@${card.handle}`, card.span].filter(Boolean).join(' · '), { fontSize: 30, color: QUIET, lineClamp: 2, lineHeight: 1.3, overflowWrap: 'anywhere' }),
        box({ flexDirection: 'row', gap: 12, flexWrap: 'wrap', marginTop: 8 }, card.did.map((one) => words(one, { fontSize: 26, fontWeight: 600, padding: '8px 20px', borderRadius: corner, backgroundColor: line, color: INK }))),
      ]),
    ]),
    box({ padding: '0 72px 56px' }, [
      words(card.receives, { width: WIDTH - 144, fontSize: 32, lineHeight: 1.3, lineClamp: 2, textOverflow: 'ellipsis', overflowWrap: 'anywhere', padding: '24px 32px', borderRadius: Math.min(corner, 28), backgroundColor: '#ffffff' }),
    ]),
  ]);
}

/** The drawing of a member without a picture, as the pages show it. */
export function portraitOf(seed: string): string {
  const { ground, shapes } = drawAvatar(seed);
  const paths = shapes.map(({ d, fill }) => `<path d="${d}" fill="${hexOf(fill)}"/>`).join('');
  return `<svg xmlns="http://www.w3.org/2000/svg" width="528" height="528" viewBox="0 0 64 64"><path d="M0 0h64v64H0Z" fill="${hexOf(ground)}"/>${paths}</svg>`;
}

function hexOf(color: string): string {
  const rgb = parseOklch(color);
  return rgb ? toHex(rgb) : color;
}

function sizeOf(name: string): number {
  return SIZES.find(([letters]) => [...name].length <= letters)?.[1] ?? SMALLEST;
}

type Style = NonNullable<Node['style']>;

function box(style: Style, children: Node[]): Node {
  return { type: 'container', style: { display: 'flex', ...style }, children };
}

function words(text: string, style: Style): Node {
  return { type: 'text', text, style: { display: 'block', ...style } };
}
