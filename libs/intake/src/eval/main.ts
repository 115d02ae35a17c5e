/**
 * `npm run eval -- spam FILE.csv`, `intake DIR`, `words FILE.csv`; with `--json` one JSON object on the last line. `chapter`
 * writes what intake does on the folder FANFARE_DATA names into docs/EVALUATION.md, and so does the whole evaluation.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chapter, CHAPTER_HEADING, type Consultation, hostilityReport, intakeReport, spamReport } from './chapter.js';
import { evaluateHostility } from './hostility.js';
import { evaluateIntake } from './intake.js';
import { evaluatePlanted } from './planted.js';
import { readImport } from './read-import.js';
import { Unreadable } from './read-rows.js';
import { readLabelled, readTrainingTexts } from './read-spam.js';
import { byGroups, evaluateSpam, inParts, resultOf, type TrainingTexts } from './spam.js';

const USAGE = `npm run eval -- spam FILE.csv [--json]     texts (column content) labelled spam (column spam: 1 or 0)
npm run eval -- intake DIR [--json]        an import folder: items.csv, comments.csv, users.csv
npm run eval -- words FILE.csv [--json]    posts (column tweet) labelled by hostility (column sentiment)`;

const say = (text: string) => console.error(text);

try {
  run();
} catch (error) {
  const told = error instanceof Unreadable || (error instanceof Error && 'code' in error && /^(ENOENT|ENOTDIR|EISDIR|EACCES|Z_|CSV_)/.test(String(error.code)));
  if (!told) throw error;
  say(`Nothing to measure: ${error.message}`);
  process.exitCode = 1;
}

function run(): void {
  const { values, positionals } = parseArgs({ options: { json: { type: 'boolean' } }, allowPositionals: true, strict: false });
  const [command, path] = positionals;
  const answer = (figures: unknown, report: string) => console.log(values.json ? JSON.stringify(figures) : report);
  if (command === 'spam' && path) {
    const result = spamOf(path);
    const { auc, precision, recall, n } = result;
    answer({ auc, precision, recall, n }, spamReport(result));
  } else if (command === 'intake' && path) {
    const { result, planted } = intakeOf(path, !values.json);
    const { PASS: pass, NUDGE: nudge, HOLD: hold, REFUSE: refuse } = result.outcomes;
    answer({ pass, nudge, hold, refuse, copyPaste: result.copyPaste, n: result.n }, intakeReport({ result, planted }));
  } else if (command === 'words' && path) {
    const result = evaluateHostility(path);
    answer(result, hostilityReport(result));
  } else if (command === 'chapter' && process.env.FANFARE_DATA) writeChapter(process.env.FANFARE_DATA);
  else {
    say(USAGE);
    process.exitCode = 2;
  }
}

function training(): TrainingTexts | null {
  const data = process.env.FANFARE_DATA;
  if (!data || !existsSync(data)) return null;
  const texts = readTrainingTexts(data);
  return texts.videos.length + texts.messages.length > 0 ? texts : null;
}

function spamOf(path: string) {
  const { texts, refused } = readLabelled(path);
  say(`${path}: ${texts.length} labelled texts, ${refused} lines refused`);
  const result = evaluateSpam(texts, training());
  say(`Scored ${result.how}.`);
  return result;
}

function intakeOf(folder: string, withPlanted = true): Consultation {
  const { texts, refused } = readImport(folder);
  say(`${folder}: ${texts.length} texts, ${refused} lines refused (without id, idea or words)`);
  return { result: evaluateIntake(texts), planted: withPlanted ? evaluatePlanted(texts) : {} };
}

/** The last chapter of the whole report, in place of what stood there. */
function writeChapter(data: string): void {
  const { videos, messages } = readTrainingTexts(data);
  const text = chapter({
    videos: resultOf(byGroups(videos, { videos: [], messages })),
    messages: resultOf(inParts(messages, { videos, messages: [] }).map((one) => ({ ...one, group: 'messages' }))),
    consultations: { 'decidim-bcn-2016': intakeOf(join(data, 'decidim-bcn-2016')), 'repnum-2015-fr': intakeOf(join(data, 'repnum-2015-fr')) },
    hostility: { English: evaluateHostility(join(data, 'mlma/en_dataset.csv')), French: evaluateHostility(join(data, 'mlma/fr_dataset.csv')) },
  });
  const path = new URL('../../../../docs/EVALUATION.md', import.meta.url);
  const before = existsSync(path) ? readFileSync(path, 'utf8').split(`\n${CHAPTER_HEADING}\n`)[0]! : '';
  writeFileSync(path, `${before.trimEnd()}\n\n${text}`);
  console.log(text);
}
