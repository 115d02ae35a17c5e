import { Parser } from 'htmlparser2';

/** What a page says. */
export interface PageWords {
  /** Of its head, on one line; '' for none. */
  readonly title: string;
  /** Its words, as a reader sees them, and those that describe it where it is shared (`description`, `og:description`): of posts the text. */
  readonly text: string;
  /** Where it links to, as written. */
  readonly links: readonly string[];
}

/** What stands inside is not part of the page. */
const INERT = new Set(['script', 'style', 'template', 'noscript', 'svg', 'math', 'iframe', 'noembed', 'noframes']);
const BLOCKS = new Set(['p', 'div', 'br', 'li', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'td', 'th', 'section', 'article', 'header', 'footer', 'title', 'a']);
const DESCRIPTIONS = new Set(['description', 'og:description', 'og:title', 'twitter:description']);
const MOST_LINKS = 2_000;
const LONGEST_TITLE = 200;

/** How an element says of itself that nobody sees it. What a style sheet hides is not known here. */
const HIDING = /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|opacity\s*:\s*0(?:\.0+)?%?\s*(?:;|!|$)|font-size\s*:\s*0(?:\.0+)?[a-z%]*\s*(?:;|!|$))/i;

function isUnseen(name: string, { hidden, style }: Readonly<Record<string, string>>): boolean {
  return INERT.has(name) || hidden !== undefined || (style !== undefined && HIDING.test(style));
}

/** Reads the words and links of a page; plain text is taken as it is. */
export function wordsOfPage(body: Buffer, contentType: string): PageWords {
  const text = decoded(body, contentType);
  return /html/i.test(contentType) ? wordsOfHtml(text) : { title: '', text: folded(text), links: [...text.matchAll(/https?:\/\/[^\s<>"')\]]+/g)].map(([link]) => link) };
}

function wordsOfHtml(html: string): PageWords {
  const words: string[] = [];
  const title: string[] = [];
  const links: string[] = [];
  /** Of the elements that are open: whether what stands in them is unseen. */
  const open: boolean[] = [];
  const unseen = () => open.at(-1) ?? false;
  let inTitle = false;
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        open.push(unseen() || isUnseen(name, attributes));
        if (unseen()) return;
        if (name === 'title') inTitle = true;
        if (BLOCKS.has(name)) words.push(' ');
        if (name === 'a' && attributes['href'] && links.length < MOST_LINKS) links.push(attributes['href']);
        const described = (attributes['name'] ?? attributes['property'] ?? '').toLowerCase();
        if (name === 'meta' && DESCRIPTIONS.has(described)) words.push(` ${attributes['content'] ?? ''} `);
      },
      ontext: (part) => {
        if (unseen()) return;
        words.push(part);
        if (inTitle) title.push(part);
      },
      onclosetag: (name) => {
        open.pop();
        if (name === 'title') inTitle = false;
        if (BLOCKS.has(name)) words.push(' ');
      },
    },
    { decodeEntities: true, lowerCaseTags: true, lowerCaseAttributeNames: true },
  );
  parser.end(html);
  return { title: folded(title.join('')).slice(0, LONGEST_TITLE), text: folded(words.join('')), links };
}

/** A charset that we do not know is read well enough as UTF-8. */
function decoded(body: Buffer, contentType: string): string {
  const charset = /charset="?([\w-]+)/i.exec(contentType)?.[1] ?? 'utf-8';
  try {
    return new TextDecoder(charset).decode(body);
  } catch {
    return new TextDecoder().decode(body);
  }
}

function folded(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}
