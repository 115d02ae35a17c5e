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
import { byEntries, type Graph, volumes, volumesOf } from './graph.js';
import { type Sliced, atOnce, inStretches } from './sliced.js';

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

/** The same in slices: a step of the walk is many. */
export function* flowingTrust(graph: Graph, seeds: ArrayLike<number>, options: TrustFlowOptions = {}): Sliced<Float64Array> {
  const { steps = 6 * Math.ceil(Math.log2(graph.nodes + 1)), stay = 0.2, groups = 20 } = options;
  const volume = yield* volumesOf(graph);
  const tied = Array.from(seeds).filter((seed) => volume[seed]! > 0);
  if (tied.length === 0) throw new RangeError('Trust needs at least one seed with a tie.');
  return yield* medians(yield* flowsFrom(graph, volume, deal(tied, Math.min(groups, tied.length)), { steps, stay }));
}

function deal(seeds: readonly number[], groups: number): number[][] {
  return Array.from({ length: groups }, (_, g) => seeds.filter((_seed, i) => i % groups === g));
}

const LANES = 5; // groups that flow together, so that a tie is looked up once for all of them

/** The trust from each group of seeds by itself: of a node, `LANES` groups stand beside each other. */
interface Flows {
  readonly groups: number;
  readonly lanes: readonly Float64Array[];
}

function* flowsFrom(graph: Graph, volume: Float64Array, groups: readonly number[][], walk: { steps: number; stay: number }): Sliced<Flows> {
  const lanes: Float64Array[] = [];
  for (let first = 0; first < groups.length; first += LANES) {
    let trust = startingAt(groups.slice(first, first + LANES), volume);
    let next = new Float64Array(trust.length);
    for (let step = 0; step < walk.steps; step++) {
      yield* flow(graph, volume, trust, next, walk.stay);
      [trust, next] = [next, trust];
    }
    lanes.push(trust);
  }
  return { groups: groups.length, lanes };
}

function startingAt(groups: readonly number[][], volume: Float64Array): Float64Array<ArrayBuffer> {
  const trust = new Float64Array(volume.length * LANES);
  const total = volume.reduce((sum, one) => sum + one, 0);
  groups.forEach((seeds, g) => {
    const even = seeds.reduce((sum, seed) => sum + volume[seed]!, 0) / total;
    for (const seed of seeds) trust[seed * LANES + g] = 1 / even;
  });
  return trust;
}

function flow(graph: Graph, volume: Float64Array, trust: Float64Array, next: Float64Array, stay: number): Sliced<void> {
  return byEntries(graph.start, (from, to) => flowInto(from, to, graph, volume, trust, next, stay));
}

/** One step of all lanes, for some nodes. Written out, for this is where the time goes. */
function flowInto(first: number, last: number, graph: Graph, volume: Float64Array, trust: Float64Array, next: Float64Array, stay: number): void {
  const { start, neighbour, weight } = graph;
  for (let node = first; node < last; node++) {
    let [a, b, c, d, e] = [0, 0, 0, 0, 0];
    for (let i = start[node]!, end = start[node + 1]!; i < end; i++) {
      const from = neighbour[i]! * LANES;
      const by = weight[i]!;
      a += by * trust[from]!;
      b += by * trust[from + 1]!;
      c += by * trust[from + 2]!;
      d += by * trust[from + 3]!;
      e += by * trust[from + 4]!;
    }
    const at = node * LANES;
    const share = volume[node]! > 0 ? (1 - stay) / volume[node]! : 0;
    next[at] = stay * trust[at]! + share * a;
    next[at + 1] = stay * trust[at + 1]! + share * b;
    next[at + 2] = stay * trust[at + 2]! + share * c;
    next[at + 3] = stay * trust[at + 3]! + share * d;
    next[at + 4] = stay * trust[at + 4]! + share * e;
  }
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

function* medians({ groups, lanes }: Flows): Sliced<Float64Array> {
  const values = new Float64Array(groups);
  const middle = (groups - 1) / 2;
  const median = new Float64Array(lanes[0]!.length / LANES);
  yield* inStretches(median.length, (from, to) => {
    for (let node = from; node < to; node++) {
      for (let g = 0; g < groups; g++) values[g] = lanes[Math.floor(g / LANES)]![node * LANES + (g % LANES)]!;
      values.sort();
      median[node] = (values[Math.floor(middle)]! + values[Math.ceil(middle)]!) / 2;
    }
  });
  return median;
}

/** SybilRank as published: equal shares on the seeds, ceil(log2 n) steps, divided by degree. What we compare with. */
export function sybilRank(graph: Graph, seeds: ArrayLike<number>, steps = Math.ceil(Math.log2(graph.nodes))): Float64Array {
  const volume = volumes(graph);
  let trust: Float64Array = new Float64Array(graph.nodes); // trust per degree: the same recursion, other beginning
  for (const seed of Array.from(seeds)) if (volume[seed]! > 0) trust[seed]! += 1 / seeds.length / volume[seed]!;
  for (let step = 0; step < steps; step++) trust = trust.map((_, node) => trustFromTies(graph, volume, trust, node));
  return trust;
}
