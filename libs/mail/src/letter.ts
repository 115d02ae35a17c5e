/** Languages our mails are written in. A recipient with another one gets English. */
export const MAIL_LANGUAGES = ['en', 'fr'] as const;
export type MailLanguage = (typeof MAIL_LANGUAGES)[number];

/** What a mail says: plain words, at most one code and one thing to press. */
export interface Letter {
  readonly subject: string;
  readonly greeting: string;
  readonly paragraphs: readonly string[];
  /** To read off and type. */
  readonly code?: string;
  readonly button?: { readonly label: string; readonly url: string };
  /** Small print under the rest. */
  readonly closing?: string;
}

/** One kind of letter in every language we write; the room that sends it writes it. */
export type Letters<Facts> = Readonly<Record<MailLanguage, (facts: Facts) => Letter>>;

/** Our language for a locale such as `fr-CA`. */
export function languageFor(locale: string): MailLanguage {
  const language = locale.toLowerCase().split('-')[0];
  return MAIL_LANGUAGES.find((one) => one === language) ?? 'en';
}
