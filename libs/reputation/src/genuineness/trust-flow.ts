/**
 * Trust that flows from known honest accounts along ties, and is cut off before it has seeped everywhere.
 *
 * SybilRank (Cao, Sirivianos, Yang, Pregueiro: Aiding the detection of fake accounts in large scale social online
 * services, NSDI 2012) walks from the seeds for O(log n) steps and divides by degree. Three things differ here:
 *
 * - Seeds are trusted in proportion to their degree. On a reversible walk the trust per degree of an account is then just
 *   the weighted mean of its neighbours' (1 on seeds, 0 elsewhere at the start), and a seed with a single tie that
 *   happens to lead into a ring no longer pours half its share there.
 * - Seeds are dealt into groups, each flows by itself, and the median is taken: what a ring gains by one seed's mistake
 *   (a minority of groups) does not move it.
 * - Ties may weigh differently (see embeddedness), and the walk may stay where it is, so that it has no parity.
 *
 * The result is relative to what perfect mixing would give: about 1 for accounts well tied to the honest part, less the
 * narrower the way there. An account nobody can reach has 0.
 */
import { type Graph, volumes } from './graph.js';
import { type Sliced, atOnce } from './sliced.js';

export interface TrustFlowOptions {
  /** Steps of the walk; by default 6 log2(nodes). */
  readonly steps?: number;
  /** The share of each step that stays, 0..1. */
  readonly stay?: number;
  /** How many groups the seeds are dealt into; 20 unless there are fewer seeds. */
  readonly groups?: number;
}

/** Trust of each node relative to even spread, at least 0. @throws RangeError without a seed that has a tie */
export function trustFlow(graph: Graph, seeds: ArrayLike<number>, options: TrustFlowOptions = {}): Float64Array {
  return atOnce(flowingTrust(graph, seeds, options));
}

/** The same in slices, one a step of the walk. */
export function* flowingTrust(graph: Graph, seeds: ArrayLike<number>, options: TrustFlowOptions = {}): Sliced<Float64Array> {
  const { steps = 6 * Math.ceil(Math.log2(graph.nodes + 1)), stay = 0.2, groups = 20 } = options;
  const volume = volumes(graph);
  const tied = Array.from(seeds).filter((seed) => volume[seed]! > 0);
  if (tied.length === 0) throw new RangeError('Trust needs at least one seed with a tie.');
  return medians(yield* flowsFrom(graph, volume, deal(tied, Math.min(groups, tied.length)), { steps, stay }));
}

function deal(seeds: readonly number[], groups: number): number[][] {
  return Array.from({ length: groups }, (_, g) => seeds.filter((_seed, i) => i % groups === g));
}

/** The trust that flows from several groups of seeds, of each node beside each other, so that a tie is looked up once for all. */
interface Flows {
  readonly groups: number;
  readonly trust: Float64Array;
}

function* flowsFrom(graph: Graph, volume: Float64Array, groups: readonly number[][], walk: { steps: number; stay: number }): Sliced<Flows> {
  let trust = startingAt(groups, volume);
  let next = new Float64Array(trust.length);
  for (let step = 0; step < walk.steps; step++) {
    for (let node = 0; node < graph.nodes; node++) flowInto(node, graph, volume, trust, next, groups.length, walk.stay);
    [trust, next] = [next, trust];
    yield;
  }
  return { groups: groups.length, trust };
}

function startingAt(groups: readonly number[][], volume: Float64Array): Float64Array<ArrayBuffer> {
  const trust = new Float64Array(volume.length * groups.length);
  const total = volume.reduce((sum, one) => sum + one, 0);
  groups.forEach((seeds, g) => {
    const even = seeds.reduce((sum, seed) => sum + volume[seed]!, 0) / total;
    for (const seed of seeds) trust[seed * groups.length + g] = 1 / even;
  });
  return trust;
}

function flowInto(node: number, graph: Graph, volume: Float64Array, trust: Float64Array, next: Float64Array, groups: number, stay: number): void {
  const at = node * groups;
  for (let g = 0; g < groups; g++) next[at + g] = 0;
  for (let e = graph.start[node]!, end = graph.start[node + 1]!; e < end; e++) {
    const [from, weight] = [graph.neighbour[e]! * groups, graph.weight[e]!];
    for (let g = 0; g < groups; g++) next[at + g]! += weight * trust[from + g]!;
  }
  const share = volume[node]! > 0 ? (1 - stay) / volume[node]! : 0;
  for (let g = 0; g < groups; g++) next[at + g] = stay * trust[at + g]! + share * next[at + g]!;
}

/**
 * What a node's ties say of it now: the weighted mean of its neighbours' trust, 0 without ties. By itself this is the
 * update of one account between two full runs, when a tie of it changed.
 */
export function trustFromTies(graph: Graph, volume: Float64Array, trust: Float64Array, node: number): number {
  let sum = 0;
  for (let e = graph.start[node]!, end = graph.start[node + 1]!; e < end; e++) sum += graph.weight[e]! * trust[graph.neighbour[e]!]!;
  return sum > 0 ? sum / volume[node]! : 0;
}

function medians({ groups, trust }: Flows): Float64Array {
  const middle = (groups - 1) / 2;
  return new Float64Array(trust.length / groups).map((_, node) => {
    const values = trust.subarray(node * groups, (node + 1) * groups).sort();
    return (values[Math.floor(middle)]! + values[Math.ceil(middle)]!) / 2;
  });
}

/** SybilRank as published: equal shares on the seeds, ceil(log2 n) steps, divided by degree. What we compare with. */
export function sybilRank(graph: Graph, seeds: ArrayLike<number>, steps = Math.ceil(Math.log2(graph.nodes))): Float64Array {
  const volume = volumes(graph);
  let trust: Float64Array = new Float64Array(graph.nodes); // trust per degree: the same recursion, other beginning
  for (const seed of Array.from(seeds)) if (volume[seed]! > 0) trust[seed]! += 1 / seeds.length / volume[seed]!;
  for (let step = 0; step < steps; step++) trust = trust.map((_, node) => trustFromTies(graph, volume, trust, node));
  return trust;
}
