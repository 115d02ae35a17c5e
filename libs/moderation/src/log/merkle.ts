import { createHash } from 'node:crypto';

/** SHA-256: 32 bytes. */
export type Hash = Buffer;

/** Leaves from `start` up to, but not, `end`. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A subtree of 2^level leaves, all of which are there: such a node never changes again. */
export interface NodePlace {
  readonly level: number;
  /** Counted from the left, among the nodes of its level. */
  readonly index: number;
}

export interface Node extends NodePlace {
  readonly hash: Hash;
}

/** The hash of a complete subtree; level 0 are the leaf hashes. */
export type NodeAt = (place: NodePlace) => Hash;

const LEAF = Buffer.of(0);
const NODE = Buffer.of(1);

function sha256(...pieces: readonly Uint8Array[]): Hash {
  const hash = createHash('sha256');
  for (const piece of pieces) hash.update(piece);
  return hash.digest();
}

/** RFC 9162, 2.1.1: a leaf and a node never share a hash. */
export function leafHash(entry: Uint8Array): Hash {
  return sha256(LEAF, entry);
}

export function nodeHash(left: Hash, right: Hash): Hash {
  return sha256(NODE, left, right);
}

export const EMPTY_ROOT: Hash = sha256();

/** What an append changes: the peaks are the complete subtrees that a tree is made of, the largest first. */
export interface Appended {
  readonly peaks: readonly Hash[];
  /** The nodes above the leaf that this leaf completes, from the lowest. */
  readonly completed: readonly Node[];
}

/** Appends a leaf to a tree of `size` leaves in as many steps as nodes become complete: one on average. */
export function append(peaks: readonly Hash[], size: number, leaf: Hash): Appended {
  const left = [...peaks];
  const completed: Node[] = [];
  let hash = leaf;
  for (let [level, index] = [1, size]; index % 2 === 1; level += 1) {
    hash = nodeHash(left.pop()!, hash);
    index = (index - 1) / 2;
    completed.push({ level, index, hash });
  }
  return { peaks: [...left, hash], completed };
}

/** The root of a tree by its peaks. */
export function rootOfPeaks(peaks: readonly Hash[]): Hash {
  if (peaks.length === 0) return EMPTY_ROOT;
  return peaks.reduceRight((right, left) => nodeHash(left, right));
}

/** The largest power of two below n, for n > 1: where the tree of n leaves is split. */
function splitOf(n: number): number {
  return 2 ** Math.floor(Math.log2(n - 1));
}

/**
 * Whose hashes prove that a leaf is in the tree of the first `size` leaves, from the leaf up (2.1.3.1).
 *
 * @param index below size
 */
export function inclusionSpans(index: number, size: number): Span[] {
  return climb({ start: 0, end: size }, index);
}

function climb({ start, end }: Span, index: number): Span[] {
  if (end - start === 1) return [];
  const middle = start + splitOf(end - start);
  const [left, right] = [{ start, end: middle }, { start: middle, end }];
  return index < middle ? [...climb(left, index), right] : [...climb(right, index), left];
}

/**
 * Whose hashes prove that the tree of `from` leaves is the beginning of the one of `to` leaves (2.1.4.1).
 *
 * @param from 0 < from <= to
 */
export function consistencySpans(from: number, to: number): Span[] {
  return subproof(from, { start: 0, end: to }, true);
}

/** @param whole whether the older tree begins where the span does: then its root is known to whoever verifies */
function subproof(from: number, { start, end }: Span, whole: boolean): Span[] {
  if (from === end) return whole ? [] : [{ start, end }];
  const middle = start + splitOf(end - start);
  const [left, right] = [{ start, end: middle }, { start: middle, end }];
  return from <= middle ? [...subproof(from, left, whole), right] : [...subproof(from, right, false), left];
}

/** The complete subtrees that the hash of a span is made of, from the left. */
export function nodesOf({ start, end }: Span): NodePlace[] {
  if (end === start) return [];
  const level = Math.floor(Math.log2(end - start));
  const width = 2 ** level;
  return [{ level, index: start / width }, ...nodesOf({ start: start + width, end })];
}

/** The hash of a span that a proof names, or of a whole tree. */
export function spanHash(span: Span, nodeAt: NodeAt): Hash {
  return rootOfPeaks(nodesOf(span).map(nodeAt));
}

/** Whether a leaf is where it is said to be in the tree of that size and root (2.1.3.2). */
export function verifyInclusion(leaf: Hash, index: number, size: number, path: readonly Hash[], root: Hash): boolean {
  if (index >= size || index < 0) return false;
  let [at, last, hash] = [index, size - 1, leaf];
  for (const sibling of path) {
    if (last === 0) return false;
    if (at % 2 === 1 || at === last) {
      hash = nodeHash(sibling, hash);
      while (at % 2 === 0 && at !== 0) [at, last] = [at / 2, half(last)];
    } else {
      hash = nodeHash(hash, sibling);
    }
    [at, last] = [half(at), half(last)];
  }
  return last === 0 && hash.equals(root);
}

export interface TreeRoot {
  readonly size: number;
  readonly root: Hash;
}

/** Whether the older tree is the beginning of the newer one (2.1.4.2). The empty tree begins every tree. */
export function verifyConsistency(older: TreeRoot, newer: TreeRoot, path: readonly Hash[]): boolean {
  if (older.size > newer.size || older.size < 0) return false;
  if (older.size === 0) return path.length === 0 && older.root.equals(EMPTY_ROOT);
  if (older.size === newer.size) return path.length === 0 && older.root.equals(newer.root);
  const hashes = isPowerOfTwo(older.size) ? [older.root, ...path] : path;
  return hashes.length > 0 && foldConsistency(older, newer, hashes);
}

function foldConsistency(older: TreeRoot, newer: TreeRoot, [first, ...rest]: readonly Hash[]): boolean {
  let [at, last] = [older.size - 1, newer.size - 1];
  while (at % 2 === 1) [at, last] = [half(at), half(last)];
  let [was, is] = [first!, first!];
  for (const hash of rest) {
    if (last === 0) return false;
    if (at % 2 === 1 || at === last) {
      [was, is] = [nodeHash(hash, was), nodeHash(hash, is)];
      while (at % 2 === 0 && at !== 0) [at, last] = [at / 2, half(last)];
    } else {
      is = nodeHash(is, hash);
    }
    [at, last] = [half(at), half(last)];
  }
  return last === 0 && was.equals(older.root) && is.equals(newer.root);
}

function half(n: number): number {
  return Math.floor(n / 2);
}

function isPowerOfTwo(n: number): boolean {
  return Number.isInteger(Math.log2(n));
}
