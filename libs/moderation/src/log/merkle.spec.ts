import { describe, expect, it } from 'vitest';
import {
  append,
  consistencySpans,
  EMPTY_ROOT,
  type Hash,
  inclusionSpans,
  leafHash,
  type NodeAt,
  nodeHash,
  rootOfPeaks,
  type Span,
  spanHash,
  verifyConsistency,
  verifyInclusion,
} from './merkle.js';

const hex = (text: string) => Buffer.from(text, 'hex');

// The entries and roots that implementations of RFC 6962 and RFC 9162 have in common.
const ENTRIES = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f'].map(hex);
const ROOTS = [
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];

/** The definition of 2.1.1, word by word: what everything else is held against. */
function mth(leaves: readonly Hash[]): Hash {
  if (leaves.length === 0) return EMPTY_ROOT;
  if (leaves.length === 1) return leaves[0]!;
  let k = 1;
  while (k * 2 < leaves.length) k *= 2;
  return nodeHash(mth(leaves.slice(0, k)), mth(leaves.slice(k)));
}

function treeOf(leaves: readonly Hash[]) {
  const nodes = new Map<string, Hash>();
  let peaks: readonly Hash[] = [];
  const roots = [rootOfPeaks(peaks)];
  for (const [at, leaf] of leaves.entries()) {
    nodes.set(`0 ${at}`, leaf);
    const appended = append(peaks, at, leaf);
    for (const { level, index, hash } of appended.completed) nodes.set(`${level} ${index}`, hash);
    peaks = appended.peaks;
    roots.push(rootOfPeaks(peaks));
  }
  const nodeAt: NodeAt = ({ level, index }) => nodes.get(`${level} ${index}`)!;
  return { roots, nodes, hashes: (spans: readonly Span[]) => spans.map((span) => spanHash(span, nodeAt)) };
}

const SIZE = 40;
const leaves = Array.from({ length: SIZE }, (_, at) => leafHash(Buffer.from(`entry ${at}`)));
const tree = treeOf(leaves);

describe('a Merkle tree as in RFC 9162', () => {
  it('has the roots that others compute for the same entries', () => {
    expect(treeOf(ENTRIES.map(leafHash)).roots.map((root) => root.toString('hex'))).toEqual(ROOTS);
  });

  it('has at every size the root of the definition, and a node for each complete subtree', () => {
    for (let size = 0; size <= SIZE; size += 1) expect(tree.roots[size]!.equals(mth(leaves.slice(0, size)))).toBe(true);
    const complete = Array.from({ length: 6 }, (_, level) => Math.floor(SIZE / 2 ** level)).reduce((sum, count) => sum + count, 0);
    expect(tree.nodes.size).toBe(complete);
  });

  it('proves the paths of the example of 2.1.5', () => {
    const [a, b, c, d, e, f, j] = leaves.slice(0, 7) as [Hash, Hash, Hash, Hash, Hash, Hash, Hash];
    const [g, h, i] = [nodeHash(a, b), nodeHash(c, d), nodeHash(e, f)];
    const [k, l] = [nodeHash(g, h), nodeHash(i, j)];
    expect(tree.hashes(inclusionSpans(0, 7))).toEqual([b, h, l]);
    expect(tree.hashes(inclusionSpans(3, 7))).toEqual([c, g, l]);
    expect(tree.hashes(inclusionSpans(4, 7))).toEqual([f, j, k]);
    expect(tree.hashes(inclusionSpans(6, 7))).toEqual([i, k]);
    expect(tree.hashes(consistencySpans(3, 7))).toEqual([c, d, g, l]);
    expect(tree.hashes(consistencySpans(4, 7))).toEqual([l]);
    expect(tree.hashes(consistencySpans(6, 7))).toEqual([i, j, k]);
  });

  it('proves each leaf in every tree that holds it, and nowhere else', () => {
    for (let size = 1; size <= SIZE; size += 1) {
      for (let index = 0; index < size; index += 1) {
        const path = tree.hashes(inclusionSpans(index, size));
        const root = tree.roots[size]!;
        expect(verifyInclusion(leaves[index]!, index, size, path, root)).toBe(true);
        const others = [
          verifyInclusion(leaves[(index + 1) % SIZE]!, index, size, path, root),
          verifyInclusion(leaves[index]!, index + 1, size, path, root),
          verifyInclusion(leaves[index]!, index, size, path, tree.roots[size - 1]!),
          verifyInclusion(leaves[index]!, index, size, [...path, root], root),
          path.length > 0 && verifyInclusion(leaves[index]!, index, size, path.slice(1), root),
          path.length > 0 && verifyInclusion(leaves[index]!, index, size, path.with(0, leaves[index]!), root),
        ];
        expect(others).not.toContain(true);
      }
    }
  });

  it('proves each tree to begin every larger one, and no other tree', () => {
    const at = (size: number) => ({ size, root: tree.roots[size]! });
    for (let to = 1; to <= SIZE; to += 1) {
      for (let from = 1; from <= to; from += 1) {
        const path = tree.hashes(consistencySpans(from, to));
        expect(verifyConsistency(at(from), at(to), path)).toBe(true);
        const others = [
          verifyConsistency({ size: from, root: tree.roots[from - 1]! }, at(to), path),
          verifyConsistency(at(from), { size: to, root: tree.roots[to - 1]! }, path),
          verifyConsistency(at(from), at(to), [...path, leaves[0]!]),
          path.length > 0 && verifyConsistency(at(from), at(to), path.slice(0, -1)),
          path.length > 0 && verifyConsistency(at(from), at(to), path.with(0, EMPTY_ROOT)),
        ];
        expect(others).not.toContain(true);
      }
    }
    expect(verifyConsistency(at(0), at(5), [])).toBe(true);
    expect(verifyConsistency(at(5), at(4), [])).toBe(false);
  });
});
