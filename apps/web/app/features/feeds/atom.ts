import { escapeXml } from './xml';

export interface AtomFeed {
  /** Absolute address of the feed itself: also its id. */
  readonly self: string;
  /** Absolute address of the page it belongs to. */
  readonly page: string;
  readonly title: string;
  readonly subtitle: string;
  readonly language: string;
  readonly entries: readonly AtomEntry[];
}

export interface AtomEntry {
  /** Absolute address; also the id, so it must not change with the title. */
  readonly id: string;
  readonly link: string;
  readonly title: string;
  readonly html: string;
  /** ISO 8601. */
  readonly published: string;
  readonly updated: string;
  readonly author: string;
  readonly category: string | null;
}

/** A feed as RFC 4287 wants it. */
export function renderAtom(feed: AtomFeed): string {
  const updated = feed.entries.map((entry) => entry.updated).sort().at(-1) ?? '1970-01-01T00:00:00.000Z';
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${escapeXml(feed.language)}">`,
    element('id', feed.self),
    element('title', feed.title),
    element('subtitle', feed.subtitle),
    element('updated', updated),
    `<link rel="self" type="application/atom+xml" href="${escapeXml(feed.self)}"/>`,
    `<link rel="alternate" type="text/html" href="${escapeXml(feed.page)}"/>`,
    '<generator>Fanfare</generator>',
    ...feed.entries.map(renderEntry),
    '</feed>',
    '',
  ].join('\n');
}

function renderEntry(entry: AtomEntry): string {
  return [
    '<entry>',
    element('id', entry.id),
    element('title', entry.title),
    `<link rel="alternate" type="text/html" href="${escapeXml(entry.link)}"/>`,
    element('published', entry.published),
    element('updated', entry.updated),
    `<author>${element('name', entry.author)}</author>`,
    ...(entry.category ? [`<category term="${escapeXml(entry.category)}"/>`] : []),
    `<content type="html">${escapeXml(entry.html)}</content>`,
    '</entry>',
  ].join('\n');
}

function element(name: string, text: string): string {
  return `<${name}>${escapeXml(text)}</${name}>`;
}
