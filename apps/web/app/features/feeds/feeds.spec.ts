import { describe, expect, it } from 'vitest';
import { renderAtom } from './atom';
import { MOST_ADDRESSES, renderRobots, renderSitemap, renderSitemapIndex } from './sitemap';
import { escapeXml } from './xml';

const entry = {
  id: 'https://x.test/c/b/ideas/1',
  link: 'https://x.test/c/b/ideas/1/a-pier',
  title: 'A <pier> & "more"',
  html: '<p>One & two</p>',
  published: '2026-01-01T00:00:00.000Z',
  updated: '2026-02-01T00:00:00.000Z',
  author: 'Ada',
  category: 'Sets & co',
};
const feed = { self: 'https://x.test/c/b/feed.atom', page: 'https://x.test/c/b', title: 'T', subtitle: 'S', language: 'en', entries: [entry] };

describe('Atom', () => {
  it('escapes what people wrote and carries HTML as text', () => {
    const xml = renderAtom(feed);
    expect(xml).toContain('<title>A &lt;pier&gt; &amp; &quot;more&quot;</title>');
    expect(xml).toContain('<content type="html">&lt;p&gt;One &amp; two&lt;/p&gt;</content>');
    expect(xml).not.toContain('<pier>');
  });

  it('is as new as its newest entry', () => {
    const older = { ...entry, id: 'https://x.test/2', updated: '2025-01-01T00:00:00.000Z' };
    expect(renderAtom({ ...feed, entries: [older, entry] })).toContain('<subtitle>S</subtitle>\n<updated>2026-02-01T00:00:00.000Z</updated>');
    expect(renderAtom({ ...feed, entries: [] })).toContain('<updated>1970-');
  });
});

describe('sitemaps', () => {
  it('list addresses with the day they changed', () => {
    const xml = renderSitemap([{ url: 'https://x.test/?a=1&b=2', changed: '2026-01-01' }, { url: 'https://x.test/', changed: null }]);
    expect(xml).toContain('<url><loc>https://x.test/?a=1&amp;b=2</loc><lastmod>2026-01-01</lastmod></url>');
    expect(xml).toContain('<url><loc>https://x.test/</loc></url>');
    expect(renderSitemapIndex([{ url: 'https://x.test/s.xml', changed: null }])).toContain('<sitemapindex');
  });

  it('hold no more than crawlers read', () => {
    const pages = Array.from({ length: MOST_ADDRESSES + 5 }, (_, i) => ({ url: `https://x.test/${i}`, changed: null }));
    expect(renderSitemap(pages).match(/<url>/g)).toHaveLength(MOST_ADDRESSES);
  });

  it('are announced to crawlers', () => {
    const robots = renderRobots('https://x.test');
    expect(robots).toContain('Sitemap: https://x.test/sitemap.xml');
    const rules = robots.split('\n').flatMap((line) => (line.startsWith('Disallow: ') ? [new RegExp(`^${line.slice(10).replace(/[.?]/g, '\\$&').replaceAll('*', '.*')}`)] : []));
    const mayRead = (path: string) => !rules.some((rule) => rule.test(path));
    expect(['/c/x', '/c/x/members/ann', '/c/x/calls/1', '/c/x/missions/wall', '/c/x/ambassadors'].filter((path) => !mayRead(path))).toEqual([]);
    expect(['/c/x/me', '/c/x/me?tab=votes', '/c/x/desk', '/c/x/missions/desk', '/c/x/movement/budgets', '/c/x/calls/1/panel', '/r/abc'].filter(mayRead)).toEqual([]);
  });
});

describe('XML text', () => {
  it('drops what XML forbids and keeps every script', () => {
    expect(escapeXml('a\u0000b\u000bc\ud800d')).toBe('abcd');
    expect(escapeXml('é 🧱 日本\n')).toBe('é 🧱 日本\n');
  });
});
