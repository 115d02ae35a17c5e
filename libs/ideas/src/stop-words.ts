/** PostgreSQL's name of a language whose words that say nothing (articles, prepositions) it knows. */
const CONFIGURATIONS: Readonly<Record<string, string>> = {
  en: 'english',
  fr: 'french',
  es: 'spanish',
  ca: 'catalan',
  de: 'german',
  it: 'italian',
  pt: 'portuguese',
  nl: 'dutch',
};

/** The text search configuration of a locale (BCP 47); `simple`, which leaves nothing out, for languages it does not know. */
export function stopWordsOf(locale: string): string {
  return CONFIGURATIONS[locale.slice(0, 2).toLowerCase()] ?? 'simple';
}
