/** Reads networks and labels as they are found; what it refuses it counts and says. */
import type { Interactions } from '../genuineness/interactions.js';
import { type Line, type Table, columnsNamed, tableOf } from './table.js';

/** A file that cannot be judged, in words for whoever gave it. */
export class Unreadable extends Error {}

export interface Network extends Interactions {
  /** The account's number by the name it has in the file. */
  readonly numbers: ReadonlyMap<string, number>;
  /** Lines that are no rating: no numbers where numbers belong, ratings of 0 and of oneself. */
  readonly refused: number;
  /** Whether ratings have times that differ. */
  readonly timed: boolean;
}

const NAMES = {
  source: /^(source|from|src|rater|truster|giver)|^(user|node)_?(a|1|from)$/i,
  target: /^(target|to|dst|dest|ratee|rated|trustee|receiver)|^(user|node)_?(b|2|to)$/i,
  rating: /rating|value|weight|sign|score|trust$/i,
  time: /time|date|^ts$|_at$/i,
};

interface Edge {
  readonly from: number;
  readonly to: number;
  readonly value: number;
  readonly time: number;
}

/**
 * A rating a line: who, whom, how much (1 where there is none), when. Columns stand in that order, or where a header says.
 * Ratings are scaled by the largest, so that they lie in −1..1. Plain or gzipped; see `tableOf` for what a line may be.
 * @throws Unreadable when there is no rating in it
 */
export function readNetwork(path: string): Network {
  const table = tableOf(path);
  const place = { source: 0, target: 1, rating: 2, time: 3, ...columnsNamed(table, NAMES, ['source', 'target']) };
  const numbers = new Map<string, number>();
  const edges = table.lines.map((line) => edgeOf(line, place, numbers)).filter((edge) => edge !== null);
  if (edges.length === 0) throw new Unreadable(`${path}: no line of it is a rating (source, target, rating, time)`);
  return { ...scaled(edges), numbers, accounts: numbers.size, refused: table.lines.length - edges.length };
}

function scaled(edges: readonly Edge[]) {
  const most = edges.reduce((max, edge) => Math.max(max, Math.abs(edge.value)), 0);
  return {
    from: Int32Array.from(edges, (edge) => edge.from),
    to: Int32Array.from(edges, (edge) => edge.to),
    value: Float32Array.from(edges, (edge) => edge.value / most),
    time: Float64Array.from(edges, (edge) => edge.time),
    timed: edges.some((edge) => edge.time !== edges[0]!.time),
  };
}

function edgeOf(line: Line, place: Record<'source' | 'target' | 'rating' | 'time', number>, numbers: Map<string, number>): Edge | null {
  const [source, target] = [line[place.source], line[place.target]];
  const value = Number(line[place.rating] || '1');
  const time = instantOf(line[place.time] ?? '');
  if (!source || !target || source === target || !Number.isFinite(value) || value === 0 || Number.isNaN(time)) return null;
  if (NAMES.source.test(source) && NAMES.target.test(target)) return null; // a header over names only
  return { from: numberOf(source, numbers), to: numberOf(target, numbers), value, time };
}

/** Seconds, of a number or a date; 0 of nothing. */
export function instantOf(time: string): number {
  return time === '' || Number.isFinite(Number(time)) ? Number(time) : Date.parse(time) / 1000;
}

export function numberOf(name: string, numbers: Map<string, number>): number {
  const known = numbers.get(name);
  if (known !== undefined) return known;
  numbers.set(name, numbers.size);
  return numbers.size - 1;
}

const LABEL_NAMES = { account: /^(user|account|node|id|name)/i, label: /label|class|truth|honest|fraud|^gt$/i };
const HONEST = /^(honest|benign|good|genuine|trustworthy|legit|fair|human|real|true|yes)/i;
const FRAUDULENT = /^(fraud|malicious|bad|fake|sybil|spam|unfair|untrustworthy|scam|bot|false|no)/i;

/**
 * An account and its label a line: a positive number or a word like "honest", a negative one or a word like "fraudulent"; 0 is
 * fraudulent where nothing is negative. Accounts the network does not know are left out.
 * @throws Unreadable when not both kinds of accounts are left
 */
export function readLabels(path: string, numbers: ReadonlyMap<string, number>): Map<number, boolean> {
  const table: Table = tableOf(path);
  const place = { account: 0, label: 1, ...columnsNamed(table, LABEL_NAMES, ['label']) };
  const told = table.lines.map((line) => [numbers.get(line[place.account] ?? ''), labelOf(line[place.label] ?? '')] as const);
  const fromZero = !told.some(([, label]) => label < 0);
  const labels = new Map<number, boolean>();
  for (const [account, label] of told) {
    if (account === undefined || Number.isNaN(label) || (label === 0 && !fromZero)) continue;
    labels.set(account, label > 0);
  }
  const honest = [...labels.values()].filter(Boolean).length;
  if (honest === 0 || honest === labels.size) {
    throw new Unreadable(`${path}: of its accounts ${honest} honest and ${labels.size - honest} fraudulent are in the network; it takes some of each`);
  }
  return labels;
}

function labelOf(text: string): number {
  if (HONEST.test(text)) return 1;
  if (FRAUDULENT.test(text)) return -1;
  return text === '' ? NaN : Number(text);
}
