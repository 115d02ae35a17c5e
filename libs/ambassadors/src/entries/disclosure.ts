import type { CheckVerdict } from '../ambassadors.enums.js';
import type { LookedFor } from './entry.row.js';
import type { PageWords } from './page-words.js';

/** What a page should show. */
export interface Wanted {
  /** Any of these words will do. */
  readonly words: readonly string[];
  /** Any of these tracking tokens; empty when none is asked for. */
  readonly tokens: readonly string[];
}

/** Whether a page shows all it should, and what was looked for. Pure. */
export function lookFor(page: PageWords, { words, tokens }: Wanted): { readonly verdict: Exclude<CheckVerdict, 'UNREACHABLE'>; readonly lookedFor: readonly LookedFor[] } {
  const lookedFor: LookedFor[] = [{ kind: 'DISCLOSURE', wanted: words, found: disclosureIn(page.text, words) }];
  if (tokens.length > 0) lookedFor.push({ kind: 'TRACKING_LINK', wanted: tokens.map((token) => `/r/${token}`), found: trackingIn(page, tokens) });
  return { verdict: lookedFor.every(({ found }) => found !== null) ? 'FOUND' : 'MISSING', lookedFor };
}

/**
 * Which of the words stands in a text, as whole words: case, accents, white space, dashes and the sign before a hashtag aside. So
 * "#ad" is found in "#Ad" and "# ad", and neither in "#adventure" nor in "add"; bare "ad" in a sentence is no "#ad". A word that is
 * denied right before it ("not sponsored") discloses nothing.
 */
export function disclosureIn(text: string, words: readonly string[]): string | null {
  const plain = ` ${plainOf(text)} `;
  return words.find((word) => {
    const wanted = plainOf(word);
    if (wanted === '') return false;
    const whole = new RegExp(`(?<![\\p{L}\\p{N}_#])${escaped(wanted)}(?![\\p{L}\\p{N}_]|-free|-libre)`, 'gu');
    return [...plain.matchAll(whole)].some(({ index }) => !DENIED.test(plain.slice(Math.max(0, index - 30), index)));
  }) ?? null;
}

/** English and French, without accents. */
const DENIED = /(?<![\p{L}])(?:not|non|no|never|without|isn't|un|pas|sans|aucune?|ni|jamais)[ -](?:(?:an?|any|the|une?|de|d'|la|le|l'|en) ?)?$/u;

function trackingIn({ links, text }: PageWords, tokens: readonly string[]): string | null {
  const token = tokens.find((one) => {
    const path = new RegExp(`/r/${escaped(one)}(?![\\w-])`);
    return links.some((link) => path.test(link)) || path.test(text);
  });
  return token === undefined ? null : `/r/${token}`;
}

/** Lower case, without accents and invisible characters; plain dashes, quotes and spaces; a hashtag's sign beside its word. */
function plainOf(text: string): string {
  const bare = text.normalize('NFKD').replace(/[\p{M}\p{Cf}]/gu, '').toLowerCase();
  return bare.replace(/[‐‑‒–—]/gu, '-').replace(/[’‘`´]/gu, "'").replace(/#\s+/gu, '#').replace(/\s+/gu, ' ').trim();
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}
