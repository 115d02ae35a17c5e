import { Parser, parseFeed } from 'htmlparser2';

export interface FeedItem {
  /** What the feed calls it; the same at every reading. */
  readonly name: string;
  readonly title: string;
  /** Absolute, http or https. */
  readonly url: string;
  /** Null when the feed does not say. */
  readonly publishedAt: Date | null;
}

export interface FeedDocument {
  readonly title: string | null;
  readonly items: readonly FeedItem[];
}

const MOST_ITEMS = 50;
const LONGEST_TITLE = 300;
const FEED_TYPES = new Set(['application/rss+xml', 'application/atom+xml', 'application/rdf+xml']);

/**
 * Reads RSS, RDF or Atom. Markup in titles becomes plain text; what has no address of the web is left out.
 *
 * @param at the feed's own address, which relative links start from
 * @returns null for what is no feed
 */
export function feedIn(text: string, at: string): FeedDocument | null {
  const feed = parseFeed(text);
  if (!feed) return null;
  const items = feed.items.slice(0, MOST_ITEMS).flatMap(({ id, link, title, pubDate }): FeedItem[] => {
    const url = addressOf(link ?? id, at);
    if (!url) return [];
    const published = pubDate && !Number.isNaN(pubDate.getTime()) ? pubDate : null;
    return [{ name: (id ?? link)!.trim(), title: line(title) ?? url, url, publishedAt: published }];
  });
  return { title: line(feed.title), items };
}

/** Where a page says its feed is; null when it does not. */
export function feedLinkIn(html: string, at: string): string | null {
  let found: string | null = null;
  const parser = new Parser({
    onopentag: (name, { rel, type, href }) => {
      if (found !== null || name !== 'link' || !/(^|\s)alternate(\s|$)/i.test(rel ?? '') || !FEED_TYPES.has((type ?? '').trim().toLowerCase())) return;
      found = addressOf(href, at);
    },
  });
  parser.end(html);
  return found;
}

function addressOf(text: string | undefined, at: string): string | null {
  const typed = text?.trim();
  if (!typed || !URL.canParse(typed, at)) return null;
  const { protocol, href } = new URL(typed, at);
  return /^https?:$/.test(protocol) && href.length <= 2_000 ? href : null;
}

/** Titles of feeds are text, or HTML that was escaped once more. */
function line(text: string | undefined): string | null {
  let plain = '';
  const parser = new Parser({ ontext: (piece) => void (plain += piece) });
  parser.end(text ?? '');
  const clean = plain.toWellFormed().replace(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]+/g, ' ').replace(/\s+/g, ' ').trim();
  return [...clean].slice(0, LONGEST_TITLE).join('') || null;
}
