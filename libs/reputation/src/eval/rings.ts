/**
 * Part 2: a ring of 500 made-up accounts is tied into an honest network by a number of attack edges; who ranks lower?
 *
 * - dense: random ties inside the ring, 20 a sybil on average.
 * - copied: the ring copies the ties that 500 real accounts, gathered outwards from one of them, have among each other,
 *   so nothing inside gives it away.
 *
 * An attack edge joins a random honest account and a random sybil. Twenty honest accounts, at random, are the seeds. The
 * honest network is the largest connected part of its positive edges. Each setting is drawn anew several times, and
 * every method sees the same draws.
 */
import { weighedByEmbeddedness } from '../genuineness/embeddedness.js';
import { type Graph, largestPart, undirectedGraph } from '../genuineness/graph.js';
import type { Interactions } from '../genuineness/interactions.js';
import { sybilRank, trustFlow } from '../genuineness/trust-flow.js';
import { areaUnderCurve, mean, percentiles } from './measures.js';
import { Random } from './random.js';

export const RINGS = ['dense', 'copied'] as const;
export const ATTACKS = [50, 500, 2_000] as const;
const SYBILS = 500;
const SEEDS = 20;
const TIES = 20;

export interface RingQuality {
  /** Means over the draws. */
  readonly auc: number;
  readonly interval: readonly [number, number];
  readonly sybilRank: number;
  /** What the two things that differ from SybilRank bring by themselves. */
  readonly unweighed: number;
}
export type RingResult = Record<(typeof RINGS)[number], Record<string, RingQuality>>;

/** @param draws how often each setting is drawn */
export function evaluateRings(ratings: Interactions, draws = 10): RingResult {
  const honest = honestGraph(ratings);
  const byAttack = (ring: (typeof RINGS)[number]) =>
    Object.fromEntries(ATTACKS.map((attack) => [String(attack), ringQuality(honest, ring, attack, draws)]));
  return { dense: byAttack('dense'), copied: byAttack('copied') };
}

/** Positive ties, both ways round, of those who hang together; renumbered. */
export function honestGraph({ accounts, from, to, value }: Interactions): Graph {
  const rows = Int32Array.from(from.keys()).filter((row) => value[row]! > 0);
  const graph = undirectedGraph(accounts, rows.map((row) => from[row]!), rows.map((row) => to[row]!));
  return subgraph(graph, largestPart(graph));
}

function subgraph(graph: Graph, members: ArrayLike<number>): Graph {
  const { a, b } = tiesAmong(graph, members);
  return undirectedGraph(members.length, Int32Array.from(a), Int32Array.from(b));
}

/** Each tie once, in numbers of `members`. */
function tiesAmong(graph: Graph, members: ArrayLike<number>): { a: number[]; b: number[] } {
  const number = new Map(Array.from(members, (node, i) => [node, i]));
  const ties = { a: [] as number[], b: [] as number[] };
  for (const [node, i] of number) {
    for (let e = graph.start[node]!; e < graph.start[node + 1]!; e++) {
      const j = number.get(graph.neighbour[e]!);
      if (j === undefined || j <= i) continue;
      ties.a.push(i);
      ties.b.push(j);
    }
  }
  return ties;
}

function ringQuality(honest: Graph, ring: (typeof RINGS)[number], attack: number, draws: number): RingQuality {
  const results = Array.from({ length: draws }, (_, draw) => oneDraw(honest, ring, attack, new Random(1_000 + draw)));
  return {
    auc: mean(results.map((result) => result.auc)),
    interval: percentiles(bootstrapMeans(results.map((result) => result.auc))),
    sybilRank: mean(results.map((result) => result.sybilRank)),
    unweighed: mean(results.map((result) => result.unweighed)),
  };
}

function bootstrapMeans(values: readonly number[], random = new Random(5), samples = 1_000): number[] {
  return Array.from({ length: samples }, () => mean(values.map(() => values[random.below(values.length)]!)));
}

function oneDraw(honest: Graph, ring: (typeof RINGS)[number], attack: number, random: Random) {
  const graph = withRing(honest, ring, attack, random);
  const seeds = random.shuffled(Array(honest.nodes).keys()).slice(0, SEEDS);
  const labels = Array.from({ length: graph.nodes }, (_, node) => node < honest.nodes);
  const area = (scores: Float64Array) => areaUnderCurve([...scores], labels);
  return {
    auc: area(trustFlow(weighedByEmbeddedness(graph), seeds)),
    sybilRank: area(sybilRank(graph, seeds)),
    unweighed: area(trustFlow(graph, seeds)),
  };
}

/** The honest network, then the ring's accounts. */
export function withRing(honest: Graph, ring: (typeof RINGS)[number], attack: number, random: Random): Graph {
  const { a, b } = tiesAmong(honest, Array.from(Array(honest.nodes).keys()));
  const inside = ring === 'dense' ? randomTies(random) : tiesAmong(honest, around(honest, random));
  inside.a.forEach((sybil, i) => {
    a.push(honest.nodes + sybil);
    b.push(honest.nodes + inside.b[i]!);
  });
  for (let i = 0; i < attack; i++) {
    a.push(random.below(honest.nodes));
    b.push(honest.nodes + random.below(SYBILS));
  }
  return undirectedGraph(honest.nodes + SYBILS, Int32Array.from(a), Int32Array.from(b));
}

function randomTies(random: Random): { a: number[]; b: number[] } {
  const ends = () => Array.from({ length: (SYBILS * TIES) / 2 }, () => random.below(SYBILS));
  return { a: ends(), b: ends() };
}

/** As many accounts as the ring has, nearest first, around a random one. */
function around(graph: Graph, random: Random): number[] {
  const members = new Set([random.below(graph.nodes)]);
  for (const node of members) {
    for (let e = graph.start[node]!; e < graph.start[node + 1]! && members.size < SYBILS; e++) members.add(graph.neighbour[e]!);
  }
  return [...members];
}
