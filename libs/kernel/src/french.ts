const VOWEL = /^[aeiouàâäéèêëîïôöùûüœæ]/i;

/** « de » before a name, elided before a vowel: « d’Élivane ». Before an h some do and some do not: it stays. */
export function de(name: string): string {
  return VOWEL.test(name) ? `d’${name}` : `de ${name}`;
}
