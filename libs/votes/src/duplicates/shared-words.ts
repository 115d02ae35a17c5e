const WORD = /[\p{L}\p{N}]+/gu;

/** A word without capitals and accents, as the database compares it. */
function plain(word: string): string {
  return word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/** Plain words as a text writes them, in their order; what the text writes otherwise (ligatures, say) stays plain. */
export function asWritten(words: readonly string[], text: string): string[] {
  const written = new Map<string, string>();
  for (const [word] of text.normalize('NFC').matchAll(WORD)) {
    const key = plain(word);
    if (!written.has(key)) written.set(key, word.toLowerCase());
  }
  return words.map((word) => written.get(word) ?? word);
}
