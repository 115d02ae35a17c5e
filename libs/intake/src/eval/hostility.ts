/** How much of labelled hostility the words phase hears, and how often it hears some where there is none. */
import { wordFoundIn } from '../words/word-lists.js';
import { cell, readRows, Unreadable } from './read-rows.js';

export interface HostilityResult {
  readonly hostile: number;
  readonly hostileFound: number;
  readonly peaceful: number;
  readonly peacefulFound: number;
  /** Of the hostile, by what they are labelled: found, of how many. A post has several labels. */
  readonly byLabel: Readonly<Record<string, readonly [found: number, of: number]>>;
  readonly n: number;
  readonly refused: number;
}

/** A file with the columns tweet and sentiment, as MLMA has them: `offensive_disrespectful`, or `normal` for none. */
export function evaluateHostility(path: string): HostilityResult {
  const { rows, refused } = readRows(path);
  const read = rows.map((row) => ({ text: cell(row, 'tweet', 'content', 'text', 'body'), labels: cell(row, 'sentiment', 'label')?.split('_').filter(Boolean) }));
  const known = read.filter((one) => one.text?.trim() && one.labels?.length).map(({ text, labels }) => ({ labels: labels!, isFound: wordFoundIn(text!, []) !== null }));
  if (known.length === 0) throw new Unreadable(`${path}: no texts in columns tweet and sentiment`);
  const [peaceful, hostile] = [known.filter(({ labels }) => labels.every((label) => label === 'normal')), known.filter(({ labels }) => labels.some((label) => label !== 'normal'))];
  const found = (all: typeof known) => all.filter(({ isFound }) => isFound).length;
  const labels = [...new Set(hostile.flatMap((one) => one.labels))].filter((label) => label !== 'normal').sort();
  const byLabel = labels.map((label) => hostile.filter((one) => one.labels.includes(label))).map((all, at) => [labels[at]!, [found(all), all.length]] as const);
  return {
    hostile: hostile.length,
    hostileFound: found(hostile),
    peaceful: peaceful.length,
    peacefulFound: found(peaceful),
    byLabel: Object.fromEntries(byLabel),
    n: known.length,
    refused: refused + read.length - known.length,
  };
}
