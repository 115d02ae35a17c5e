const HIGHEST_PRICE = 1_000_000;

/** The currencies most fans of a community think in come first. */
const BY_LANGUAGE: Readonly<Record<string, readonly string[]>> = { fr: ['EUR', 'CHF', 'CAD'], de: ['EUR', 'CHF'], ja: ['JPY'] };
const COMMON = ['EUR', 'USD', 'GBP', 'CHF', 'CAD', 'AUD', 'JPY', 'SEK', 'PLN', 'BRL', 'INR', 'MXN'];

/**
 * Currencies to choose from, the likeliest first.
 *
 * @param locale of the community
 * @param chosen the one that was chosen before
 */
export function currenciesFor(locale: string, chosen?: string | null): string[] {
  const near = BY_LANGUAGE[locale.slice(0, 2)] ?? [];
  return [...new Set([...(chosen ? [chosen] : []), ...near, ...COMMON])];
}

/** The amount somebody typed, with a comma or a point; null for nothing, undefined for what is no price. */
export function priceIn(text: string): number | null | undefined {
  const plain = text.replace(/[\s\u00a0\u202f]/g, '').replace(',', '.');
  if (plain === '') return null;
  if (!/^\d+(\.\d{0,2})?$/.test(plain)) return undefined;
  const amount = Number(plain);
  return amount <= HIGHEST_PRICE ? amount : undefined;
}
