import { escapeXml } from './xml';

export interface SitemapPage {
  /** Absolute address. */
  readonly url: string;
  /** ISO 8601, or null when nobody knows. */
  readonly changed: string | null;
}

/** A sitemap holds this many addresses at most (sitemaps.org). */
export const MOST_ADDRESSES = 50_000;

export function renderSitemap(pages: readonly SitemapPage[]): string {
  return list('urlset', 'url', pages.slice(0, MOST_ADDRESSES));
}

export function renderSitemapIndex(sitemaps: readonly SitemapPage[]): string {
  return list('sitemapindex', 'sitemap', sitemaps.slice(0, MOST_ADDRESSES));
}

function list(root: string, item: string, pages: readonly SitemapPage[]): string {
  const lines = pages.map(({ url, changed }) => {
    const date = changed ? `<lastmod>${escapeXml(changed)}</lastmod>` : '';
    return `<${item}><loc>${escapeXml(url)}</loc>${date}</${item}>`;
  });
  const head = '<?xml version="1.0" encoding="UTF-8"?>';
  return [head, `<${root} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">`, ...lines, `</${root}>`, ''].join('\n');
}

/** What crawlers may read: everything public, not the pages that are only about the reader. */
export function renderRobots(origin: string): string {
  return [
    'User-agent: *',
    'Disallow: /graphql',
    'Disallow: /dev/',
    'Disallow: /c/*/desk',
    // Not of what only begins like it: members.
    'Disallow: /c/*/me$',
    'Disallow: /c/*/me?',
    'Disallow: /c/*/moderation',
    'Disallow: /c/*/post',
    'Disallow: /c/*/search',
    'Disallow: /c/*/missions/desk',
    'Disallow: /c/*/movement/',
    'Disallow: /c/*/rewards',
    'Disallow: /c/*/ambassadors/desk',
    'Disallow: /c/*/ambassadors/mine',
    'Disallow: /c/*/calls/*/apply',
    'Disallow: /c/*/calls/*/panel',
    'Disallow: /r/',
    '',
    `Sitemap: ${origin}/sitemap.xml`,
    '',
  ].join('\n');
}
