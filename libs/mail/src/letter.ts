/** Languages our mails are written in. A recipient with another one gets English. */
export const MAIL_LANGUAGES = ['en', 'fr'] as const;
export type MailLanguage = (typeof MAIL_LANGUAGES)[number];

/** A support meter: how far it is, and the same in words. */
export interface Meter {
  /** From 0 to 1. */
  readonly share: number;
  readonly label: string;
}

/** One of several things a mail tells of. */
export interface LetterItem {
  readonly heading: string;
  readonly url: string;
  readonly line: string;
  /** Somebody's words, cut short. */
  readonly quote?: string | null;
  readonly meter?: Meter | null;
  /** Small, under the rest: why one is told. */
  readonly note?: string;
}

/** What a mail says: plain words, perhaps a list, at most one code and one thing to press. */
export interface Letter {
  readonly subject: string;
  readonly greeting: string;
  readonly paragraphs: readonly string[];
  /** To read off and type. */
  readonly code?: string;
  readonly button?: { readonly label: string; readonly url: string };
  /** Small print under the rest. */
  readonly closing?: string;
  /** After the paragraphs. */
  readonly items?: readonly LetterItem[];
  /** At the very end: settings, and how to stop such mails. */
  readonly links?: readonly { readonly label: string; readonly url: string }[];
  /** The colour of meters, as #rrggbb. */
  readonly accent?: string;
}

/** One kind of letter in every language we write; the room that sends it writes it. */
export type Letters<Facts> = Readonly<Record<MailLanguage, (facts: Facts) => Letter>>;

/** Our language for a locale such as `fr-CA`. */
export function languageFor(locale: string): MailLanguage {
  const language = locale.toLowerCase().split('-')[0];
  return MAIL_LANGUAGES.find((one) => one === language) ?? 'en';
}
