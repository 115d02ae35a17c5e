import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { IntlMessageFormat } from 'intl-messageformat';
import { typeset } from '../../apps/web/build/words.mjs';

const CATALOGUES = fileURLToPath(new URL('../../apps/web/app/i18n/', import.meta.url));

/** The words of the web app as a reader of that language sees them: `say('idea.vote')`. */
export function wordsOf(language: 'en' | 'fr') {
  const folder = `${CATALOGUES}${language}/`;
  const words = new Map<string, string>();
  for (const file of readdirSync(folder)) {
    const entries = Object.entries(JSON.parse(readFileSync(folder + file, 'utf8')) as Record<string, string>);
    for (const [key, text] of entries) words.set(`${file.replace('.json', '')}.${key}`, text);
  }
  return (key: string, values: Record<string, unknown> = {}): string => {
    const text = words.get(key);
    if (text === undefined) throw new Error(`No words for ${key} in ${language}`);
    const plain = Object.fromEntries([...text.matchAll(/<(\w+)>/g)].map(([, tag]) => [tag, (parts: string[]) => parts.join('')]));
    return typeset([new IntlMessageFormat(text, language).format({ ...plain, ...values })].flat().join(''), language);
  };
}

export type Say = ReturnType<typeof wordsOf>;
