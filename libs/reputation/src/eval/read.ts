/** Reads networks and labels as they are found; what it refuses it counts and says. */
import { readFileSync } from 'node:fs';
import type { Interactions } from '../genuineness/interactions.js';

export interface Network extends Interactions {
  /** The account's number by the name it has in the file. */
  readonly numbers: ReadonlyMap<string, number>;
  readonly refused: number;
}

/**
 * `source, target[, rating[, time]]` a line, split at commas or blanks; lines that begin with # are remarks. Ratings are
 * scaled by the largest, so that they lie in −1..1; an edge without one counts as 1. A header is refused like any
 * line without numbers where numbers belong; so are ratings of 0 and of oneself.
 */
export function readNetwork(path: string): Network {
  const numbers = new Map<string, number>();
  const rows: number[][] = [];
  let refused = 0;
  for (const line of linesOf(path)) {
    const row = rowOf(line, numbers);
    if (row) rows.push(row);
    else refused++;
  }
  const most = rows.reduce((max, row) => Math.max(max, Math.abs(row[2]!)), 1);
  return {
    accounts: numbers.size,
    numbers,
    refused,
    from: Int32Array.from(rows, (row) => row[0]!),
    to: Int32Array.from(rows, (row) => row[1]!),
    value: Float32Array.from(rows, (row) => row[2]! / most),
    time: Float64Array.from(rows, (row) => row[3]!),
  };
}

function linesOf(path: string): string[] {
  return readFileSync(path, 'utf8').split(/\r?\n/).filter((line) => line.trim() !== '' && !line.startsWith('#'));
}

function cells(line: string): string[] {
  return line.trim().split(line.includes(',') ? /\s*,\s*/ : /\s+/);
}

function rowOf(line: string, numbers: Map<string, number>): number[] | null {
  const [source, target, rating = '1', time = '0'] = cells(line);
  const value = Number(rating);
  if (!source || !target || source === target || !Number.isFinite(value) || value === 0 || Number.isNaN(instant(time))) return null;
  if (/^(source|from|src|rater)/i.test(source)) return null; // a header over two columns only
  return [numberOf(source, numbers), numberOf(target, numbers), value, instant(time)];
}

function instant(time: string): number {
  return Number.isFinite(Number(time)) ? Number(time) : Date.parse(time) / 1000;
}

function numberOf(name: string, numbers: Map<string, number>): number {
  const known = numbers.get(name);
  if (known !== undefined) return known;
  numbers.set(name, numbers.size);
  return numbers.size - 1;
}

/** `account, label` a line: positive is honest. Accounts the network does not know are left out. */
export function readLabels(path: string, numbers: ReadonlyMap<string, number>): Map<number, boolean> {
  const labels = new Map<number, boolean>();
  for (const line of linesOf(path)) {
    const [name, label] = cells(line);
    const account = numbers.get(name!);
    if (account !== undefined && Number.isFinite(Number(label)) && Number(label) !== 0) labels.set(account, Number(label) > 0);
  }
  return labels;
}
