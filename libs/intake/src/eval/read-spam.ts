/** Reads texts that are labelled spam or not. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type Features, featuresOf } from '../spam/features.js';
import { cell, readRows, type Rows, Unreadable } from './read-rows.js';

export interface Labelled {
  readonly text: string;
  readonly features: Features;
  readonly isSpam: boolean;
  /** What it was said under: a video, a file, a collection. Texts of one are alike for other reasons than being spam. */
  readonly group: string;
}

const TEXTS = ['content', 'text', 'comment', 'message', 'body'];
const LABELS = ['spam', 'is_spam', 'class', 'label'];

/** What a file's own groups are called, if it has any. */
const GROUPS = ['video', 'video_id', 'video_name', 'group', 'source'];

/** @throws Unreadable of a file without both kinds of texts */
export function readLabelled(path: string): { texts: Labelled[]; refused: number } {
  const { rows, refused } = /^(ham|spam)\t/.test(beginningOf(path)) ? headless(path) : readRows(path);
  const found = rows.map((row) => {
    const text = cell(row, ...TEXTS);
    const isSpam = labelOf(cell(row, ...LABELS));
    return text?.trim() && isSpam !== null ? { text, features: featuresOf(text), isSpam, group: cell(row, ...GROUPS) || basename(path) } : null;
  });
  const texts = found.filter((one) => one !== null);
  const wrong = whyNot(rows, texts);
  if (wrong) throw new Unreadable(`${path}: ${wrong}`);
  return { texts, refused: refused + found.length - texts.length };
}

/** Why nothing can be measured on these texts; null when it can. */
function whyNot(rows: Rows['rows'], texts: readonly Labelled[]): string | null {
  if (rows.length === 0) return 'no rows under a header that names the columns content and spam';
  const missing = [['content', TEXTS], ['spam', LABELS]] as const;
  const column = missing.find(([, names]) => rows.every((row) => cell(row, ...names) === undefined));
  if (column) return `no column ${column[0]}; there are: ${Object.keys(rows[0]!).join(', ').slice(0, 200)}`;
  if (texts.length === 0) return 'no text in column content with 1 or 0 (true or false, spam or ham) in column spam';
  if (texts.every(({ isSpam }) => isSpam)) return 'every text is labelled spam: there is nothing to tell it from';
  return texts.some(({ isSpam }) => isSpam) ? null : 'no text is labelled spam: there is nothing to find';
}

/** All that the model is trained from: the videos of `youtube-spam`, each a group, and `sms-spam`. */
export function readTrainingTexts(data: string): { videos: Labelled[]; messages: Labelled[] } {
  const filesIn = (folder: string) => (existsSync(join(data, folder)) ? readdirSync(join(data, folder)).filter((name) => /\.[ct]sv$/.test(name)).sort() : []);
  const textsIn = (folder: string) => filesIn(folder).flatMap((name) => readLabelled(join(data, folder, name)).texts);
  return { videos: textsIn('youtube-spam'), messages: textsIn('sms-spam') };
}

function beginningOf(path: string): string {
  return readFileSync(path, 'utf8').slice(0, 10);
}

/** A collection without a header: label, tab, text. */
function headless(path: string): ReturnType<typeof readRows> {
  const lines = readFileSync(path, 'utf8').split(/\r?\n/).filter(Boolean);
  const rows = lines.map((line) => ({ spam: line.slice(0, line.indexOf('\t')), content: line.slice(line.indexOf('\t') + 1) }));
  return { rows, refused: 0 };
}

function labelOf(label: string | undefined): boolean | null {
  if (/^(1|1\.0|true|spam|yes)$/i.test(label?.trim() ?? '')) return true;
  return /^(0|0\.0|false|ham|no|legitimate)$/i.test(label?.trim() ?? '') ? false : null;
}
