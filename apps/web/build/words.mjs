/**
 * Compiles the catalogues `app/i18n/<language>/<namespace>.json` (ICU messages) into one small file per language, so that
 * the browser needs no message parser, and writes the index of languages. A new language is a new folder.
 *
 * A compiled message is a string, or a list of parts: a string, or `[kind, name, …]` as read by `app/i18n/format.ts`.
 */
import fs from 'node:fs';
import path from 'node:path';
import { IntlMessageFormat } from 'intl-messageformat';
import { WEB, writeIfChanged } from './files.mjs';

export const CATALOGUES = path.join(WEB, 'app/i18n');
const OUTPUT = path.join(CATALOGUES, 'generated');

/** @returns {string[]} the languages there is a folder for, English first */
export function languages() {
  const folders = fs.readdirSync(CATALOGUES, { withFileTypes: true }).filter((e) => e.isDirectory() && e.name !== 'generated');
  return folders.map((e) => e.name).sort((a, b) => Number(b === 'en') - Number(a === 'en') || a.localeCompare(b));
}

/** @param {string} language @returns {Record<string, string>} ICU messages by `namespace.key` */
export function messagesOf(language) {
  const folder = path.join(CATALOGUES, language);
  const files = fs.readdirSync(folder).filter((name) => name.endsWith('.json')).sort();
  return Object.assign({}, ...files.map((file) => prefixed(path.join(folder, file))));
}

function prefixed(file) {
  const namespace = path.basename(file, '.json');
  const entries = Object.entries(JSON.parse(fs.readFileSync(file, 'utf8')));
  return Object.fromEntries(entries.map(([key, text]) => [`${namespace}.${key}`, text]));
}

/** @param {string} text an ICU message @param {string} language @throws when it is not well-formed */
export function compile(text, language) {
  return pack(new IntlMessageFormat(text, language).getAst(), language);
}

/**
 * French sets off « : ; ! ? % » by spaces at which no line may break: narrow before what ends a phrase, full elsewhere.
 * The catalogues are written with ordinary ones.
 * @param {string} text @param {string} language
 */
export function typeset(text, language) {
  if (!/^fr\b/.test(language)) return text;
  return text.replace(/ (?=[;!?])/g, '\u202f').replace(/ (?=[:»%])/g, '\u00a0').replace(/« /g, '«\u00a0');
}

function pack(nodes, language) {
  const parts = nodes.map((node) => packNode(node, language));
  return parts.length === 1 && typeof parts[0] === 'string' ? parts[0] : parts;
}

// The kinds of @formatjs/icu-messageformat-parser: 0 literal, 1 argument, 2 number, 3 date, 4 time, 5 select, 6 plural, 7 pound, 8 tag.
function packNode(node, language) {
  switch (node.type) {
    case 0: return typeset(node.value, language);
    case 1: return ['a', node.value];
    case 2: return ['n', node.value, node.style?.parsedOptions ?? 0];
    case 3: return ['d', node.value, node.style ?? 'medium'];
    case 4: return ['t', node.value, node.style ?? 'short'];
    case 5: return ['s', node.value, packOptions(node.options, language)];
    case 6: return ['p', node.value, packOptions(node.options, language), node.offset, node.pluralType === 'ordinal' ? 1 : 0];
    case 7: return ['#'];
    case 8: return ['x', node.value, pack(node.children, language)];
    default: throw new Error(`Unknown part of a message: ${JSON.stringify(node)}`);
  }
}

function packOptions(options, language) {
  return Object.fromEntries(Object.entries(options).map(([key, option]) => [key, pack(option.value, language)]));
}

export async function writeWords() {
  const all = languages();
  for (const language of all) {
    const compiled = Object.entries(messagesOf(language)).map(([key, text]) => [key, compileNamed(key, text, language)]);
    writeIfChanged(path.join(OUTPUT, `words.${language}.json`), `${JSON.stringify(Object.fromEntries(compiled))}\n`);
  }
  writeIfChanged(path.join(OUTPUT, 'keys.ts'), keysModule(all));
  writeIfChanged(path.join(OUTPUT, 'words.server.ts'), serverModule(all));
}

function compileNamed(key, text, language) {
  try {
    return compile(text, language);
  } catch (error) {
    throw new Error(`The ${language} message ${key} is not well-formed: ${error.message}`);
  }
}

const HEAD = '/* Made by apps/web/codegen.mjs from the catalogues. Do not edit. */\n';

function keysModule(all) {
  const keys = Object.keys(messagesOf('en')).map((key) => `  | '${key}'`);
  return `${HEAD}export const LOCALES = ${JSON.stringify(all)} as const;\nexport type Locale = (typeof LOCALES)[number];\nexport type MessageKey =\n${keys.join('\n')};\n`;
}

function serverModule(all) {
  const imports = all.map((l) => `import ${l} from './words.${l}.json';\nimport ${l}Url from './words.${l}.json?url';`);
  const entries = all.map((l) => `  ${l}: { words: ${l}, url: ${l}Url },`);
  return `${HEAD}${imports.join('\n')}\n\nexport const WORDS: Record<string, { words: unknown; url: string }> = {\n${entries.join('\n')}\n};\n`;
}
