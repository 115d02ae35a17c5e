import { describe, expect, it } from 'vitest';
import { feedIn, feedLinkIn } from './feed-document.js';

const AT = 'https://ana.example/feed.xml';
const rss = (items: string) => `<?xml version="1.0"?><rss version="2.0"><channel><title>Ana &amp; bricks</title>${items}</channel></rss>`;

describe('a feed', () => {
  it('in RSS is read, with relative addresses and dates', () => {
    const text = rss('<item><guid>a-1</guid><title>A &lt;b&gt;lamp&lt;/b&gt; &amp;amp; more</title><link>/lamp</link><pubDate>Sun, 01 Mar 2026 10:00:00 GMT</pubDate></item>');
    expect(feedIn(text, AT)).toEqual({
      title: 'Ana & bricks',
      items: [{ name: 'a-1', title: 'A lamp & more', url: 'https://ana.example/lamp', publishedAt: new Date('2026-03-01T10:00:00Z') }],
    });
  });

  it('in Atom is read', () => {
    const text = `<feed xmlns="http://www.w3.org/2005/Atom"><title>Ana</title><entry><id>tag:ana.example,2026:1</id><title type="html">Été</title>
      <link rel="alternate" href="https://ana.example/ete"/><updated>2026-03-01T10:00:00Z</updated></entry></feed>`;
    expect(feedIn(text, AT)?.items).toEqual([{ name: 'tag:ana.example,2026:1', title: 'Été', url: 'https://ana.example/ete', publishedAt: new Date('2026-03-01T10:00:00Z') }]);
  });

  it.each(['<item><title>No address</title></item>', '<item><link>javascript:alert(1)</link></item>', '<item><link>data:text/html,x</link></item>'])('leaves out %s', (item) =>
    expect(feedIn(rss(item), AT)?.items).toEqual([]));

  it('is not believed without limits: dates that are none, titles without end, items without end, entities that unfold', () => {
    const long = rss(Array.from({ length: 400 }, (_, at) => `<item><link>/${at}</link><title>${'é'.repeat(400)}</title><pubDate>soon</pubDate></item>`).join(''));
    const items = feedIn(long, AT)!.items;
    expect([items.length, items[0]!.title.length, items[0]!.publishedAt]).toEqual([50, 300, null]);
    const bomb = `<!DOCTYPE lolz [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>${rss('<item><link>/x</link><title>&b;&b;</title></item>')}`;
    expect(feedIn(bomb, AT)?.items[0]?.title.length ?? 0).toBeLessThan(30);
  });

  it.each(['', 'hello', '<html><body>A page</body></html>', '{"version":"https://jsonfeed.org/version/1.1"}'])('%j is none', (text) => expect(feedIn(text, AT)).toBeNull());
});

it('a page says where its feed is', () => {
  const page = '<head><link rel="stylesheet" href="/x.css"><link rel="alternate" hreflang="fr" href="/fr"><LINK REL="home Alternate" type="application/atom+xml" href="atom.xml"></head>';
  expect(feedLinkIn(page, 'https://ana.example/blog/')).toBe('https://ana.example/blog/atom.xml');
  expect(feedLinkIn('<a rel="alternate" type="application/rss+xml" href="/feed">Feed</a>', AT)).toBeNull();
});
