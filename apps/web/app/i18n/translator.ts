import { dateFormat, formatPieces, formatText, numberFormat, type Message, type Values } from './format';
import type { MessageKey } from './generated/keys';

export type { Locale, MessageKey } from './generated/keys';
export type PlainValues = Values<string>;

/** Words, numbers and dates in one language. */
export interface Translator {
  (key: MessageKey, values?: PlainValues): string;
  readonly locale: string;
  /** The message's pieces, for rich text; see `<T>`. */
  pieces<Node>(key: MessageKey, values: Values<Node>): (string | Node)[];
  number(value: number, options?: Intl.NumberFormatOptions): string;
  /** 1,234 up to four digits, then 12.3K: for counts in tight places. */
  compact(value: number): string;
  date(value: string | Date, options?: Intl.DateTimeFormatOptions): string;
}

type Words = Readonly<Record<string, Message>>;

const translators = new Map<string, Translator>();

/** Makes a language available to `translatorFor`: all of them on the server, the reader's in the browser. */
export function registerWords(locale: string, words: unknown): void {
  translators.set(locale, makeTranslator(locale, words as Words));
}

/** False for a language whose words this page did not bring along. */
export function hasWords(locale: string): boolean {
  return translators.has(locale);
}

/** @throws when the language was never registered */
export function translatorFor(locale: string): Translator {
  const found = translators.get(locale) ?? translators.values().next().value;
  if (!found) throw new Error(`No words for ${locale}`);
  return found;
}

function makeTranslator(locale: string, words: Words): Translator {
  const message = (key: string): Message => words[key] ?? key;
  const translate = (key: MessageKey, values?: PlainValues) => formatText(message(key), locale, values);
  return Object.assign(translate, {
    locale,
    pieces: <Node>(key: MessageKey, values: Values<Node>) => formatPieces<Node>(message(key), { locale, values }),
    number: (value: number, options?: Intl.NumberFormatOptions) => numberFormat(locale, options).format(value),
    compact: (value: number) => numberFormat(locale, value < 10_000 ? undefined : COMPACT).format(value),
    date: (value: string | Date, options: Intl.DateTimeFormatOptions = LONG_DATE) =>
      dateFormat(locale, options).format(typeof value === 'string' ? new Date(value) : value),
  });
}

const COMPACT: Intl.NumberFormatOptions = { notation: 'compact', maximumFractionDigits: 1 };
/** In UTC, so that server and browser agree on the first rendering. */
const LONG_DATE: Intl.DateTimeFormatOptions = { dateStyle: 'long', timeZone: 'UTC' };
