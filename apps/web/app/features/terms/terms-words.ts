/** The words in the reader's language, else in whichever there are. */
export function agreementInLanguage<Agreement>(agreements: Readonly<Record<'en' | 'fr', Agreement | null>>, locale: string): Agreement | null {
  const [first, second] = locale.startsWith('fr') ? [agreements.fr, agreements.en] : [agreements.en, agreements.fr];
  return first ?? second;
}
