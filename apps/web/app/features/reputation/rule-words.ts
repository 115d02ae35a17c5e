interface Words {
  readonly en: string;
  readonly fr: string;
}

/** What a rule says, in the reader's language: rules come from the server with words of their own. */
export function ruleWords({ en, fr }: Words, locale: string): string {
  return locale.startsWith('fr') ? fr : en;
}

/** "+4", "−2", "0": with a true minus. */
export function signed(points: number, format: (value: number, options?: Intl.NumberFormatOptions) => string): string {
  return format(points, { signDisplay: 'exceptZero' }).replace('-', '−');
}
