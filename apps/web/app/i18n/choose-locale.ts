/** What is known about the language a reader wants, most explicit first. */
export interface LocaleFacts {
  /** `?hl=` of the address: links of another language's page. */
  asked?: string | null;
  cookie?: string | null;
  account?: string | null;
  acceptLanguage?: string | null;
}

/** The first wish that can be met: address, cookie, account, browser; else the first language there is. */
export function chooseLocale(facts: LocaleFacts, available: readonly string[]): string {
  const wishes = [facts.asked, facts.cookie, facts.account, ...preferences(facts.acceptLanguage)];
  for (const wish of wishes) {
    const met = wish && match(wish, available);
    if (met) return met;
  }
  return available[0] ?? 'en';
}

function match(wish: string, available: readonly string[]): string | undefined {
  const wanted = wish.toLowerCase();
  return (
    available.find((locale) => locale.toLowerCase() === wanted) ??
    available.find((locale) => locale.toLowerCase() === wanted.split('-')[0])
  );
}

function preferences(header: string | null | undefined): string[] {
  return (header ?? '')
    .slice(0, 500)
    .split(',')
    .map((part) => /^\s*([a-z]{1,8}(?:-[a-z0-9]{1,8})*)\s*(?:;\s*q=([0-9.]+))?\s*$/i.exec(part))
    .filter((found) => found !== null)
    .map(([, language = '', quality = '1']) => ({ language, quality: Number(quality) }))
    .filter(({ quality }) => quality > 0)
    .sort((a, b) => b.quality - a.quality)
    .map(({ language }) => language);
}
