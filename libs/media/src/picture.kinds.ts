/** What pictures are for. Each kind has its own sizes and limits. */
export const PICTURE_KINDS = ['AVATAR', 'LOGO', 'FAVICON', 'HERO', 'CREATION'] as const;
export type PictureKind = (typeof PICTURE_KINDS)[number];

export type FormType = 'webp' | 'png' | 'jpg';

export interface KindRules {
  /** Largest file that is accepted, in bytes. */
  readonly mostBytes: number;
  /** Shortest side that still looks good, in pixels. */
  readonly leastSide: number;
  /**
   * `square`: cut to a square of exactly each width, enlarged if need be, so that every picture of the kind has every width.
   * `inside`: never cut nor enlarged; widths larger than the picture are left out.
   */
  readonly shape: 'square' | 'inside';
  /** Of the forms, from the smallest. In pixels. */
  readonly widths: readonly number[];
  readonly type: FormType;
  /** One more form for who cannot read WebP: mail programs, link previews. */
  readonly plain: { readonly width: number; readonly type: FormType } | null;
  /** 1 to 100. */
  readonly quality: number;
}

const MEGABYTE = 1_000_000;

export const KIND_RULES: Readonly<Record<PictureKind, KindRules>> = {
  AVATAR: { mostBytes: 10 * MEGABYTE, leastSide: 64, shape: 'square', widths: [64, 128, 256], type: 'webp', plain: { width: 256, type: 'jpg' }, quality: 82 },
  LOGO: { mostBytes: 5 * MEGABYTE, leastSide: 32, shape: 'inside', widths: [128, 256, 512], type: 'webp', plain: { width: 512, type: 'png' }, quality: 92 },
  FAVICON: { mostBytes: 2 * MEGABYTE, leastSide: 32, shape: 'square', widths: [32, 180, 512], type: 'png', plain: null, quality: 90 },
  HERO: { mostBytes: 20 * MEGABYTE, leastSide: 300, shape: 'inside', widths: [800, 1600, 2400], type: 'webp', plain: { width: 1200, type: 'jpg' }, quality: 80 },
  CREATION: { mostBytes: 20 * MEGABYTE, leastSide: 200, shape: 'inside', widths: [400, 800, 1600], type: 'webp', plain: { width: 1200, type: 'jpg' }, quality: 82 },
};

/** Most pixels of a picture that is read, whatever its kind: what decoding it takes is bounded by them. */
export const MOST_PIXELS = 40_000_000;

export const LONGEST_ALT = 300;

export function isPictureKind(text: unknown): text is PictureKind {
  return PICTURE_KINDS.includes(text as PictureKind);
}
