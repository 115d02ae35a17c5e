import { Problem } from '@fanfare/kernel';

/** First path segments the site uses itself. */
const RESERVED = new Set([
  'about', 'account', 'admin', 'api', 'assets', 'communities', 'community', 'confirm', 'dev', 'docs', 'en', 'favicon', 'fr', 'graphql',
  'help', 'health', 'home', 'idea', 'ideas', 'legal', 'livez', 'login', 'logout', 'mail', 'me', 'new', 'operator', 'privacy', 'readyz',
  'reset', 'robots', 'search', 'settings', 'setup', 'sign-in', 'sign-out', 'sign-up', 'signin', 'signup', 'sitemap', 'static', 'terms',
  'well-known', 'ws',
]);

const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const LONGEST_SLUG = 60;

/** @throws Problem `INVALID_INPUT` for what cannot be an address, `SLUG_TAKEN` for what the site uses itself. */
export function communitySlug(text: string): string {
  const slug = plainSlug('slug', text);
  if (RESERVED.has(slug)) throw new Problem('SLUG_TAKEN', { slug });
  return slug;
}

/** Why an address cannot be a community's whatever else exists, or null. */
export function slugObstacle(slug: string): 'INVALID_INPUT' | 'SLUG_TAKEN' | null {
  if (slug.length > LONGEST_SLUG || !SLUG.test(slug)) return 'INVALID_INPUT';
  return RESERVED.has(slug) ? 'SLUG_TAKEN' : null;
}

/** Lower-case letters and digits in groups joined by single hyphens, at most 60. @throws Problem `INVALID_INPUT`. */
export function plainSlug(field: string, text: string): string {
  const slug = text.trim().toLowerCase();
  if (slug.length > LONGEST_SLUG || !SLUG.test(slug)) throw new Problem('INVALID_INPUT', { field, rule: 'slug' });
  return slug;
}

/** A slug made from a name: « Intérieur & confort » becomes `interieur-confort`. May be empty. */
export function slugFrom(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, LONGEST_SLUG)
    .replace(/^-+|-+$/g, '');
}
