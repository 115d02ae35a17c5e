import { LRUCache } from 'lru-cache';
import MarkdownIt from 'markdown-it';
import sanitizeHtml from 'sanitize-html';
import { linkMentions, mentionsOf } from './mentions.js';

/** Rendered texts kept at hand: pages show the same ones over and over. Counted in characters. */
const CACHE_SIZE = 8_000_000;
const cache = new LRUCache<string, string>({ maxSize: CACHE_SIZE, sizeCalculation: (html, text) => html.length + text.length + 1 });

const markdown = new MarkdownIt({ html: false, linkify: true, breaks: true, typographer: false });
markdown.disable('image'); // a picture elsewhere would tell who reads and when: it stays a link, which its level may write

const ALLOWED: sanitizeHtml.IOptions = {
  allowedTags: ['p', 'br', 'strong', 'em', 's', 'a', 'ul', 'ol', 'li', 'blockquote', 'code', 'pre', 'h3', 'h4', 'h5', 'h6', 'hr', 'table', 'thead', 'tbody', 'tr', 'th', 'td'],
  allowedAttributes: { a: ['href', 'rel'], ol: ['start'] },
  allowedSchemes: ['http', 'https', 'mailto'],
  allowProtocolRelative: false,
  transformTags: {
    // The page's own headings are h1 and h2, so a text starts at h3.
    h1: 'h3',
    h2: 'h4',
    h3: 'h5',
    h4: 'h6',
    h5: 'h6',
    a: sanitizeHtml.simpleTransform('a', { rel: 'nofollow ugc noopener' }),
  },
};

/** Where mentions lead: paths of profiles by handle in lower case. Handles that nobody has stay text. */
export type Mentioned = ReadonlyMap<string, string>;

const NOBODY: Mentioned = new Map();

markdown.core.ruler.push('mentions', (state) => linkMentions(state, (state.env as { mentioned?: Mentioned }).mentioned ?? NOBODY));

/** Markdown to safe HTML. The only place where people's texts become HTML. */
export function renderMarkdown(text: string, mentioned: Mentioned = NOBODY): string {
  const key = mentioned.size === 0 ? text : `${JSON.stringify([...mentioned])} ${text}`;
  const known = cache.get(key);
  if (known !== undefined) return known;
  const html = sanitizeHtml(markdown.render(text, { mentioned }), ALLOWED);
  cache.set(key, html);
  return html;
}

/** Where the links of a Markdown text lead, pictures included, as they are written. */
export function linksIn(text: string): string[] {
  if (!/[[<:.]|www/i.test(text)) return [];
  const inline = markdown.parse(text, {}).flatMap(({ children }) => children ?? []);
  return inline.filter(({ type }) => type === 'link_open').map((token) => String(token.attrGet('href') ?? ''));
}

/** Which of the links of a Markdown text are written as pictures, `![what](where)`. They are shown as links. */
export function picturesIn(text: string): string[] {
  if (!text.includes('![')) return [];
  const inline = markdown.parse(text, {}).flatMap(({ children }) => children ?? []);
  const afterMark = inline.filter(({ type }, at) => type === 'link_open' && inline[at - 1]?.type === 'text' && inline[at - 1]!.content.endsWith('!'));
  return afterMark.map((token) => String(token.attrGet('href') ?? ''));
}

/** The handles that a Markdown text mentions as `@handle`, in lower case, each once; at most 10. Those in code and links are none. */
export function mentionsIn(text: string): string[] {
  return text.includes('@') ? mentionsOf(markdown.parse(text, {})) : [];
}

/** The first words of a Markdown text without its marks, cut at a word's end, with an ellipsis when cut. */
export function excerptOf(text: string, length: number): string {
  const plain = text
    .slice(0, length * 4)
    .replace(/^\s{0,3}(#{1,6}|>|[-*+]|\d+[.)])\s+/gm, '')
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/[*_`~]{1,3}/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  if (plain.length <= length) return plain;
  const cut = plain.slice(0, length);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), length * 0.6)).trimEnd()}…`;
}
