import { Problem } from '@fanfare/kernel';

export const HEADING_FACES = ['playful', 'sleek'] as const;
export const CORNERS = ['round', 'sharp'] as const;

/** How a community looks. Pictures are site-relative paths: no page asks a third party for anything. */
export interface Theme {
  /** `#rrggbb`, lower case. */
  readonly accent: string;
  readonly headingFace: (typeof HEADING_FACES)[number];
  readonly corners: (typeof CORNERS)[number];
  readonly hero: string | null;
  readonly logo: string | null;
  readonly favicon: string | null;
}

export const DEFAULT_THEME: Theme = {
  accent: '#3355dd',
  headingFace: 'sleek',
  corners: 'round',
  hero: null,
  logo: null,
  favicon: null,
};

/** What somebody asks for; what they leave out stays as it is, and null takes a picture away. */
export type ThemeChange = { readonly [field in keyof Theme]?: string | null };

const ACCENT = /^#[0-9a-f]{6}$/;
// One slash and no second one, no dots that climb, nothing that needs escaping inside CSS url() or an attribute.
const SITE_PATH = /^\/(?!\/)[A-Za-z0-9/_-]+(\.[A-Za-z0-9_-]+)*\.(svg|png|jpg|jpeg|webp|avif|ico)$/;
const LONGEST_PATH = 200;

/** The theme after a change. @throws Problem `INVALID_INPUT` with the field that cannot be used. */
export function changedTheme(theme: Theme, change: ThemeChange): Theme {
  const pick = (name: keyof Theme) => (change[name] === undefined ? theme[name] : change[name]);
  return {
    accent: fitting('accent', pick('accent')?.toLowerCase(), (value) => ACCENT.test(value)),
    headingFace: fitting('headingFace', pick('headingFace'), (value): value is Theme['headingFace'] => among(HEADING_FACES, value)),
    corners: fitting('corners', pick('corners'), (value): value is Theme['corners'] => among(CORNERS, value)),
    hero: picture('hero', pick('hero')),
    logo: picture('logo', pick('logo')),
    favicon: picture('favicon', pick('favicon')),
  };
}

function picture(name: string, value: string | null | undefined): string | null {
  if (value === null || value === undefined || value === '') return null;
  return fitting(name, value, (path) => path.length <= LONGEST_PATH && SITE_PATH.test(path));
}

function fitting<T extends string>(name: string, value: string | null | undefined, fits: (value: string) => value is T): T;
function fitting(name: string, value: string | null | undefined, fits: (value: string) => boolean): string;
function fitting(name: string, value: string | null | undefined, fits: (value: string) => boolean): string {
  if (typeof value !== 'string' || !fits(value)) throw new Problem('INVALID_INPUT', { field: `theme.${name}` });
  return value;
}

function among(values: readonly string[], value: string): boolean {
  return values.includes(value);
}
