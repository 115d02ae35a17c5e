import type { MetaDescriptor } from 'react-router';
import { LOCALES } from '~/i18n/generated/keys';
import { translatorFor, type Translator } from '~/i18n/translator';

interface Match {
  id: string;
  loaderData?: unknown;
}

interface PageFacts {
  /** Without the site's name. */
  title: string;
  description?: string | null;
  /** Path of the one address of this content, e.g. `/c/brick/ideas/1/harbour`; without it the page is not indexed. */
  canonical?: string;
  /** Path or address of a picture for link previews. */
  image?: string | null;
  /** Open Graph type; an idea is an article. */
  type?: 'website' | 'article';
  /** Language of the content itself, when it has one. */
  contentLocale?: string;
  /** JSON-LD. */
  structured?: Record<string, unknown>;
  /** Path of an Atom feed of this page. */
  feed?: string;
}

interface RootFacts {
  origin: string;
  locale: string;
}

/** The translator inside a route's `meta`. */
export function metaTranslator(matches: readonly (Match | undefined)[]): Translator {
  return translatorFor(rootFacts(matches)?.locale ?? 'en');
}

/** Title, description, canonical address, languages and link preview of a page: `meta = ({ matches, loaderData }) => pageMeta(matches, {…})`. */
export function pageMeta(matches: readonly (Match | undefined)[], page: PageFacts): MetaDescriptor[] {
  const root = rootFacts(matches);
  const site = communityName(matches) ?? 'Fanfare';
  const title = page.title === site ? site : `${page.title} · ${site}`;
  const description = page.description ? shorten(page.description) : undefined;
  return [
    { title },
    ...(description ? [{ name: 'description', content: description }, { property: 'og:description', content: description }] : []),
    { property: 'og:title', content: page.title },
    { property: 'og:site_name', content: site },
    { property: 'og:type', content: page.type ?? 'website' },
    { name: 'twitter:card', content: page.image ? 'summary_large_image' : 'summary' },
    ...(root ? addresses(root, page) : []),
    ...(page.structured ? [{ 'script:ld+json': page.structured } as MetaDescriptor] : []),
  ];
}

function addresses(root: RootFacts, page: PageFacts): MetaDescriptor[] {
  if (!page.canonical) return [{ name: 'robots', content: 'noindex' }];
  const href = root.origin + page.canonical;
  const join = page.canonical.includes('?') ? '&' : '?';
  return [
    { tagName: 'link', rel: 'canonical', href },
    { property: 'og:url', content: href },
    { property: 'og:locale', content: root.locale },
    ...LOCALES.map((locale) => ({ tagName: 'link', rel: 'alternate', hrefLang: locale, href: `${href}${join}hl=${locale}` })),
    { tagName: 'link', rel: 'alternate', hrefLang: 'x-default', href },
    ...(page.image ? [{ property: 'og:image', content: new URL(page.image, root.origin).href }, { name: 'twitter:image', content: new URL(page.image, root.origin).href }] : []),
    ...(page.feed ? [{ tagName: 'link', rel: 'alternate', type: 'application/atom+xml', href: root.origin + page.feed }] : []),
  ];
}

function rootFacts(matches: readonly (Match | undefined)[]): RootFacts | undefined {
  return matches.find((match) => match?.id === 'root')?.loaderData as RootFacts | undefined;
}

function communityName(matches: readonly (Match | undefined)[]): string | undefined {
  const found = matches.find((match) => match?.id === 'routes/community-layout')?.loaderData;
  return (found as { community?: { name: string } } | undefined)?.community?.name;
}

function shorten(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length <= 200 ? line : `${line.slice(0, 197).replace(/\s+\S*$/, '')}…`;
}
