/**
 * Part 2: a ring of 500 made-up accounts is tied into an honest network by a number of attack edges; who ranks lower?
 *
 * In a network of fewer than 500 accounts the ring has as many as it.
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
import { areaUnderCurve, intervalOfMean, mean } from './measures.js';
import { Random } from './random.js';
import { Unreadable } from './read.js';

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
  /** Ours without weighing ties by common neighbours; NaN in networks of a size where nobody would wait for it. */
  readonly unweighed: number;
  readonly draws: number;
}
export type RingResult = Record<(typeof RINGS)[number], Record<string, RingQuality>>;

const MOST_DRAWS = 10;
const LEAST_DRAWS = 2;
const TIES_IN_ALL = 4_000_000; // of all draws of a setting: larger networks are drawn less often
const LARGE = 400_000; // ties from which on only what is asked for is worked out

/** @throws Unreadable when nothing positive ties two accounts together */
export function evaluateRings(ratings: Interactions, draws?: number): RingResult {
  const honest = honestGraph(ratings);
  if (honest.nodes < 2) throw new Unreadable('The network has no positive ratings, so nobody is tied to anybody.');
  const often = draws ?? Math.max(LEAST_DRAWS, Math.min(MOST_DRAWS, Math.round(TIES_IN_ALL / honest.neighbour.length)));
  const byAttack = (ring: (typeof RINGS)[number]) =>
    Object.fromEntries(ATTACKS.map((attack) => [String(attack), ringQuality(honest, ring, attack, often)]));
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
  const areas = results.map((result) => result.auc);
  return {
    auc: mean(areas),
    interval: intervalOfMean(areas.map((area) => [area])),
    sybilRank: mean(results.map((result) => result.sybilRank)),
    unweighed: mean(results.map((result) => result.unweighed)),
    draws,
  };
}

function oneDraw(honest: Graph, ring: (typeof RINGS)[number], attack: number, random: Random) {
  const graph = withRing(honest, ring, attack, random);
  const seeds = random.shuffled(Array(honest.nodes).keys()).slice(0, SEEDS);
  const labels = Array.from({ length: graph.nodes }, (_, node) => node < honest.nodes);
  const area = (scores: Float64Array) => areaUnderCurve([...scores], labels);
  return {
    auc: area(trustFlow(weighedByEmbeddedness(graph), seeds)),
    sybilRank: area(sybilRank(graph, seeds)),
    unweighed: honest.neighbour.length < LARGE ? area(trustFlow(graph, seeds)) : NaN,
  };
}

/** The honest network, then the ring's accounts. */
export function withRing(honest: Graph, ring: (typeof RINGS)[number], attack: number, random: Random): Graph {
  const { a, b } = tiesAmong(honest, Array.from(Array(honest.nodes).keys()));
  const sybils = Math.min(SYBILS, honest.nodes);
  const inside = ring === 'dense' ? randomTies(sybils, random) : tiesAmong(honest, around(honest, sybils, random));
  inside.a.forEach((sybil, i) => {
    a.push(honest.nodes + sybil);
    b.push(honest.nodes + inside.b[i]!);
  });
  for (let i = 0; i < attack; i++) {
    a.push(random.below(honest.nodes));
    b.push(honest.nodes + random.below(sybils));
  }
  return undirectedGraph(honest.nodes + sybils, Int32Array.from(a), Int32Array.from(b));
}

function randomTies(sybils: number, random: Random): { a: number[]; b: number[] } {
  const ends = () => Array.from({ length: (sybils * TIES) / 2 }, () => random.below(sybils));
  return { a: ends(), b: ends() };
}

/** As many accounts as the ring has, nearest first, around a random one. */
function around(graph: Graph, sybils: number, random: Random): number[] {
  const members = new Set([random.below(graph.nodes)]);
  for (const node of members) {
    for (let e = graph.start[node]!; e < graph.start[node + 1]! && members.size < sybils; e++) members.add(graph.neighbour[e]!);
  }
  return [...members];
}
