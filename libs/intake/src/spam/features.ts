import { hash32 } from '../text/fingerprint.js';

/** Places that features are hashed into. */
export const FEATURE_PLACES = 1 << 15;

const SHORTEST_PIECE = 2;
const LONGEST_PIECE = 5;

/** More of a text says nothing new about it. */
const MOST_READ = 8_000;

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': '\'', nbsp: ' ' };
const LINK = /(?:https?:\/\/|www\.)(\S+)|\b([a-z0-9-]+\.(?:com|net|org|co\.uk|fr|ru|info|biz|tv|me|ly|be|io|xyz|shop|online)\b\S*)/g;
const TOKEN = /_[a-z]+_|[\p{L}']+|[!?]+|[£$€%+@#]|[:;=][)(dp]/gu;

/** How often each feature stands in a text, by the place it is hashed to. */
export type Features = ReadonlyMap<number, number>;

/** Words, pairs of words, pieces of two to five letters, words in capitals, and how long it is: what the classifier sees of a text. */
export function featuresOf(text: string): Features {
  const found = new Map<number, number>();
  const add = (feature: string, times = 1) => {
    const place = hash32(feature) % FEATURE_PLACES;
    found.set(place, (found.get(place) ?? 0) + times);
  };
  const raw = withoutMarkup(text.slice(0, MOST_READ));
  const words = tokensOf(raw);
  words.forEach((word, at) => {
    add(`w ${word}`);
    if (at > 0) add(`b ${words[at - 1]} ${word}`);
  });
  addPieces(` ${words.join(' ')} `, add);
  addShape(raw, words, add);
  return found;
}

function withoutMarkup(text: string): string {
  return text
    .replace(/<a [^>]*href="([^"]*)"[^>]*>/gi, ' $1 ')
    .replace(/<[^>]{1,200}>/g, ' ')
    .replace(/&(amp|lt|gt|quot|#39|nbsp);/g, (_, name: string) => ENTITIES[name]!)
    .normalize('NFKC')
    .replace(/[\u200b-\u200f\ufeff]/g, '');
}

/** Links, sums and numbers by their kind; of a link also where it leads. */
function tokensOf(raw: string): string[] {
  const text = raw
    .toLowerCase()
    .replace(LINK, (_, named?: string, bare?: string) => ` _url_ ${siteOf(named ?? bare!)} `)
    .replace(/[£$€]\s?\d[\d.,]*/g, ' _money_ ')
    .replace(/\d{5,}/g, ' _long_ ')
    .replace(/\d+/g, ' _num_ ');
  return text.match(TOKEN) ?? [];
}

function siteOf(link: string): string {
  const beginning = link.replace(/^www\./, '').split(/[/?]/).slice(0, 2).join(' ');
  return beginning.slice(0, 40).replace(/[^a-z ]+/g, ' ');
}

function addPieces(joined: string, add: (feature: string) => void): void {
  for (let length = SHORTEST_PIECE; length <= LONGEST_PIECE; length += 1) {
    for (let at = 0; at + length <= joined.length; at += 1) add(`c ${joined.slice(at, at + length)}`);
  }
}

function addShape(raw: string, words: readonly string[], add: (feature: string, times?: number) => void): void {
  for (const word of raw.replace(/https?:\S+/g, ' ').match(/\b[A-Z][A-Z']+\b|\b[A-Z][a-z]+\b/g) ?? []) add(`k ${word}`);
  add(`m length ${Math.min(8, Math.floor(Math.log2(1 + words.length)))}`, 2);
  if (words.includes('_url_')) add('m url', 2);
  const shouted = (raw.match(/\b[A-Z]{3,}\b/g) ?? []).length;
  if (shouted > 0) add(`m shouted ${Math.min(3, Math.floor(Math.log2(1 + shouted)))}`);
}
