import { Parser } from 'htmlparser2';

/** Links and no end: a page with more of them is not read further. */
const MOST_LINKS = 1_000;
/** What stands inside is not part of the page. */
const INERT = new Set(['template', 'noscript', 'svg', 'math', 'iframe', 'xmp', 'noembed', 'noframes', 'plaintext']);

/**
 * Where a page links to with `rel="me"`, by `a` and `link`, as absolute addresses. Comments, scripts and what browsers do not
 * show as the page do not count.
 *
 * @param at the page's own address, which relative links start from
 */
export function relMeLinks(html: string, at: string): URL[] {
  const found: URL[] = [];
  let inert = 0;
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        if (INERT.has(name)) inert += 1;
        if (inert > 0 || (name !== 'a' && name !== 'link') || found.length >= MOST_LINKS) return;
        const link = isMe(attributes['rel']) ? urlOf(attributes['href'], at) : null;
        if (link) found.push(link);
      },
      onclosetag: (name) => {
        if (INERT.has(name)) inert -= 1;
      },
    },
    { decodeEntities: true, lowerCaseTags: true, lowerCaseAttributeNames: true },
  );
  parser.end(html);
  return found;
}

/** Whether two addresses name the same page: scheme, a trailing slash, case of the host, query and fragment aside. */
export function isSamePage(one: URL, other: URL): boolean {
  return one.host === other.host && pathOf(one) === pathOf(other);
}

function pathOf({ pathname }: URL): string {
  return pathname.replace(/\/+$/, '').toLowerCase();
}

function isMe(rel: string | undefined): boolean {
  return (rel ?? '').toLowerCase().split(/\s+/).includes('me');
}

function urlOf(href: string | undefined, at: string): URL | null {
  return href !== undefined && URL.canParse(href.trim(), at) ? new URL(href.trim(), at) : null;
}
