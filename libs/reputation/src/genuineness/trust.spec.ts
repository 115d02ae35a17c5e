import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commonNeighbours, weighedByEmbeddedness } from './embeddedness.js';
import { eigenTrust } from './eigen-trust.js';
import { type Graph, largestPart, undirectedGraph } from './graph.js';
import type { Interactions } from './interactions.js';
import { sybilRank, trustFlow } from './trust-flow.js';

const graph = (nodes: number, ...ties: [number, number][]): Graph =>
  undirectedGraph(nodes, Int32Array.from(ties, ([a]) => a), Int32Array.from(ties, ([, b]) => b));
const neighbours = ({ start, neighbour }: Graph, node: number) => [...neighbour.subarray(start[node], start[node + 1])];
const ratings = (accounts: number, ...rows: [from: number, to: number, value: number][]): Interactions => ({
  accounts,
  from: Int32Array.from(rows, ([from]) => from),
  to: Int32Array.from(rows, ([, to]) => to),
  value: Float32Array.from(rows, ([, , value]) => value),
  time: new Float64Array(rows.length),
});
const someGraph = fc.integer({ min: 2, max: 25 }).chain((nodes) =>
  fc.array(fc.tuple(fc.nat(nodes - 1), fc.nat(nodes - 1)), { minLength: 1, maxLength: 80 }).map((ties) => ({ nodes, ties })),
);

describe('a graph', () => {
  it('knows each tie once and both ways, without loops, ascending', () => {
    const made = graph(4, [2, 0], [0, 2], [1, 1], [0, 3], [0, 1]);
    expect([0, 1, 2, 3].map((node) => neighbours(made, node))).toEqual([[1, 2, 3], [0], [0], [0]]);
  });

  it('finds its largest part', () => {
    expect([...largestPart(graph(6, [0, 1], [2, 3], [3, 4]))]).toEqual([2, 3, 4]);
  });

  it('is the same whatever the order and direction of ties', () => {
    fc.assert(fc.property(someGraph, ({ nodes, ties }) => {
      expect(graph(nodes, ...ties.toReversed().map(([a, b]): [number, number] => [b, a]))).toEqual(graph(nodes, ...ties));
    }));
  });
});

describe('embeddedness', () => {
  it('counts the triangles over each tie', () => {
    // 0-1-2 a triangle, 0-1-3 another one, 4 hangs on 3
    const made = graph(5, [0, 1], [1, 2], [2, 0], [1, 3], [3, 0], [3, 4]);
    expect(neighbours(made, 0)).toEqual([1, 2, 3]);
    expect([...commonNeighbours(made).subarray(0, 3)]).toEqual([2, 1, 1]);
    expect(weighedByEmbeddedness(made).weight.at(-1)).toBe(1); // 4–3: nobody in common
  });

  it('is what counting pair by pair finds', () => {
    fc.assert(fc.property(someGraph, ({ nodes, ties }) => {
      const made = graph(nodes, ...ties);
      const sets = Array.from({ length: nodes }, (_, node) => new Set(neighbours(made, node)));
      const naive = sets.flatMap((own) => [...own].map((other) => [...own].filter((one) => sets[other]!.has(one)).length));
      expect([...commonNeighbours(made)]).toEqual(naive);
    }));
  });
});

describe('trust that flows', () => {
  // two triangles 0-1-2 and 3-4-5 joined by 2–3
  const barbell = graph(6, [0, 1], [1, 2], [2, 0], [2, 3], [3, 4], [4, 5], [5, 3]);

  it('goes to neighbours as the mean of theirs, by hand', () => {
    const [first, , , far] = trustFlow(barbell, [0], { steps: 1, stay: 0, groups: 1 });
    expect([first, far]).toEqual([0, 0]);
    // seed 0 has 2 of 14 tie ends, so it starts at 7; a step later 1 (ties to 0 and 2) and 2 (to 0, 1, 3) have their means
    const after = [...trustFlow(barbell, [0], { steps: 1, stay: 0, groups: 1 })];
    [0, 7 / 2, 7 / 3, 0, 0, 0].forEach((expected, node) => expect(after[node]).toBeCloseTo(expected, 12));
  });

  it('is less behind a narrow way, and even after very long', () => {
    const soon = trustFlow(barbell, [0, 1], { steps: 5 });
    expect(Math.min(...soon.subarray(0, 3))).toBeGreaterThan(Math.max(...soon.subarray(3)));
    for (const trust of trustFlow(barbell, [0, 1], { steps: 2_000 })) expect(trust).toBeCloseTo(1, 6);
  });

  it('is neither made nor lost on its way', () => {
    fc.assert(fc.property(someGraph, fc.nat(24), fc.nat(40), ({ nodes, ties }, seed, steps) => {
      const made = weighedByEmbeddedness(graph(nodes, ...ties));
      fc.pre(seed < nodes && neighbours(made, seed).length > 0);
      const volume = Array.from({ length: nodes }, (_, node) => made.weight.subarray(made.start[node], made.start[node + 1]).reduce((a, b) => a + b, 0));
      const total = volume.reduce((a, b) => a + b, 0);
      const trust = trustFlow(made, [seed], { steps, groups: 1 });
      expect(trust.reduce((sum, each, node) => sum + each * volume[node]!, 0)).toBeCloseTo(total, 5);
    }));
  });

  it('never reaches a ring that nobody outside is tied to, whatever it ties within; and less of it the fewer its ties out', () => {
    fc.assert(fc.property(fc.array(fc.tuple(fc.nat(5), fc.nat(5)), { maxLength: 30 }), (inside) => {
      const ring = inside.map(([a, b]): [number, number] => [6 + a, 6 + b]);
      const honest: [number, number][] = [[0, 1], [1, 2], [2, 0], [2, 3], [3, 4], [4, 5], [5, 3]];
      const trusted = trustFlow(graph(12, ...honest, ...ring), [0, 4]);
      expect([...trusted.subarray(6)]).toEqual([0, 0, 0, 0, 0, 0]);
      expect(Math.min(...trusted.subarray(0, 6))).toBeGreaterThan(0);
    }));
    const ring: [number, number][] = [[6, 7], [7, 8], [8, 6]];
    const ofRing = (...out: [number, number][]) => trustFlow(graph(9, [0, 1], [1, 2], [2, 0], [2, 3], [3, 4], [4, 5], [5, 3], ...ring, ...out), [0], { steps: 4 })[8]!;
    expect(ofRing([1, 6])).toBeLessThan(ofRing([1, 6], [2, 7]));
  });

  it('does not follow one deceived seed of many, where SybilRank does', () => {
    // An honest clique 0–9, a ring 10–12 that one of them is tied to, and a seed 13 whose only tie leads into the ring.
    const clique = (from: number, to: number) =>
      Array.from({ length: to - from }, (_, i) => Array.from({ length: i }, (_j, j): [number, number] => [from + i, from + j])).flat();
    const made = graph(14, ...clique(0, 10), ...clique(10, 13), [0, 10], [13, 10]);
    const seeds = [13, 1, 2, 3, 4];
    const below = (trust: Float64Array) => Math.max(...trust.subarray(10, 13)) < Math.min(...trust.subarray(0, 10));
    expect(below(trustFlow(made, seeds, { steps: 8 }))).toBe(true);
    expect(below(sybilRank(made, seeds, 8))).toBe(false);
  });

  it('needs a seed that has a tie', () => {
    expect(() => trustFlow(graph(3, [0, 1]), [2])).toThrow(RangeError);
  });
});

describe('EigenTrust', () => {
  it('gives by hand what one step gives', () => {
    // 0 trusts 1 and 2 in the proportion 1 : 3; nobody else trusts anybody
    const trust = eigenTrust(ratings(3, [0, 1, 0.25], [0, 2, 0.75]), { steps: 1, restart: 0.1, first: [0] });
    [0.3, 0.675, 2.025].forEach((expected, account) => expect(trust[account]).toBeCloseTo(expected, 12));
  });

  it('takes nothing from distrust, and shares out all there is', () => {
    const trust = eigenTrust(ratings(4, [0, 1, 1], [1, 2, 0.5], [2, 3, -1], [3, 0, 1]));
    expect(trust.reduce((sum, each) => sum + each, 0)).toBeCloseTo(4, 9);
    expect(trust[3]).toBeLessThan(Math.min(trust[0]!, trust[1]!, trust[2]!));
  });
});
