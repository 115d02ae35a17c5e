import { stripControls } from '@fanfare/kernel';

/** One line of a file by column name; what is missing is absent or empty. */
export type CsvRow = Readonly<Record<string, string | undefined>>;

const ZONED = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d(\.\d+)?)?\s*(Z|[+-]\d\d:?\d\d)$/i;
const LOCAL = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d(\.\d+)?)?$/;
const DATE = /^\d{4}-\d\d-\d\d$/;
const MILLISECONDS = /^\d{12,14}$/;
const SECONDS = /^\d{9,10}$/;

/** ISO 8601 with a zone or without one (then UTC), a date alone, or Unix time in milliseconds or seconds; null for anything else. */
export function parseTime(text: string | undefined): Date | null {
  const clean = text?.trim() ?? '';
  const time = new Date(milliseconds(clean));
  const year = time.getUTCFullYear();
  return year >= 1970 && year <= 2100 ? time : null;
}

function milliseconds(text: string): number {
  if (MILLISECONDS.test(text)) return Number(text);
  if (SECONDS.test(text)) return Number(text) * 1000;
  if (ZONED.test(text)) return Date.parse(text.replace(' ', 'T').replace(/([+-]\d\d)(\d\d)$/, '$1:$2'));
  if (LOCAL.test(text)) return Date.parse(`${text.replace(' ', 'T')}Z`);
  return DATE.test(text) ? Date.parse(`${text}T00:00:00Z`) : NaN;
}

const LARGEST_INT = 2 ** 31 - 1;

/** A whole number from 0 to what the database counts to; 0 for anything else. */
export function count(text: string | undefined): number {
  const value = Number(text?.trim() || 0);
  return Number.isInteger(value) && value > 0 ? Math.min(value, LARGEST_INT) : 0;
}

/** A person's text as it can be kept: stray line ends mended, nothing hidden in it, at most `max` characters. */
export function importedText(text: string | undefined, max: number): string {
  const clean = stripControls((text ?? '').normalize('NFC').replace(/\r\n?/g, '\n')).trim();
  return clean.length <= max ? clean : [...clean].slice(0, max).join('');
}

export function importedLine(text: string | undefined, max: number): string {
  return shorten(importedText(text, max * 4).replace(/\s+/g, ' '), max);
}

const SENTENCE = /^.{12,}?[.!?…。！？](?=\s|$|[\p{Script=Han}])/u;

/** The first sentence of a text, as a title for what came without one. */
export function titleFrom(body: string, max: number): string {
  const line = body.split('\n').find((part) => part.trim() !== '') ?? body;
  const sentence = SENTENCE.exec(line.trim())?.[0] ?? line;
  return shorten(sentence.trim().replace(/\s+/g, ' '), max);
}

/** At most `max` characters, cut at a word's end where there is one, with an ellipsis when cut. */
export function shorten(text: string, max: number): string {
  if (text.length <= max) return text;
  const characters = [...text];
  if (characters.length <= max) return text;
  const cut = characters.slice(0, max - 1).join('');
  const space = cut.lastIndexOf(' ');
  return `${(space > max / 2 ? cut.slice(0, space) : cut).trimEnd()}…`;
}

/** A name as it can stand in an address: Latin letters without accents, digits and hyphens. */
export function slugOf(text: string, max: number): string {
  const plain = text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return plain.replace(/[^a-z0-9]+/g, '-').slice(0, max).replace(/^-+|-+$/g, '');
}
