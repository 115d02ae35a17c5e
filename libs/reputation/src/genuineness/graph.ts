import { atOnce, inStretches, type Sliced, STRETCH } from './sliced.js';

/**
 * An undirected graph without loops or double edges, in compressed rows: the neighbours of `node` are
 * `neighbour[start[node]] … neighbour[start[node + 1] − 1]`, ascending, with their weights beside them.
 */
export interface Graph {
  readonly nodes: number;
  readonly start: Int32Array;
  readonly neighbour: Int32Array;
  /** The same both ways; 1 unless somebody weighed the edges. */
  readonly weight: Float32Array;
}

/** Which ends belong together, as rows, with the rows' targets in the order they came. */
interface Rows {
  readonly start: Int32Array;
  readonly target: Int32Array;
}

/** The graph of the pairs (a[i], b[i]), whichever way round; loops are left out, repetitions count once. */
export function undirectedGraph(nodes: number, a: Int32Array, b: Int32Array): Graph {
  return atOnce(undirected(nodes, a, b));
}

/** The same in slices. */
export function* undirected(nodes: number, a: Int32Array, b: Int32Array): Sliced<Graph> {
  const turned = yield* transposed(nodes, yield* bothWays(nodes, a, b));
  return yield* withoutRepetition(nodes, yield* transposed(nodes, turned));
}

function* bothWays(nodes: number, a: Int32Array, b: Int32Array): Sliced<Rows> {
  const start = new Int32Array(nodes + 1);
  yield* inStretches(a.length, (from, to) => {
    for (let i = from; i < to; i++) {
      if (a[i] === b[i]) continue;
      start[a[i]! + 1]!++;
      start[b[i]! + 1]!++;
    }
  });
  sumUp(start);
  const next = start.slice(0, nodes);
  const target = new Int32Array(start[nodes]!);
  yield* inStretches(a.length, (from, to) => {
    for (let i = from; i < to; i++) {
      if (a[i] === b[i]) continue;
      target[next[a[i]!]!++] = b[i]!;
      target[next[b[i]!]!++] = a[i]!;
    }
  });
  return { start, target };
}

/** Rows of a transposed matrix come out sorted: done twice this sorts in linear time. */
function* transposed(nodes: number, { start, target }: Rows): Sliced<Rows> {
  const turned = new Int32Array(nodes + 1);
  yield* inStretches(target.length, (from, to) => {
    for (let e = from; e < to; e++) turned[target[e]! + 1]!++;
  });
  sumUp(turned);
  const next = turned.slice(0, nodes);
  const into = new Int32Array(target.length);
  yield* byEntries(start, (from, to) => {
    for (let node = from; node < to; node++) {
      for (let e = start[node]!; e < start[node + 1]!; e++) into[next[target[e]!]!++] = node;
    }
  });
  return { start: turned, target: into };
}

/** The nodes of compressed rows in slices of about as many entries, for degrees differ. */
export function* byEntries(start: Int32Array, work: (from: number, to: number) => void): Sliced<void> {
  for (let [from, to, nodes] = [0, 0, start.length - 1]; from < nodes; from = to) {
    for (to = from + 1; to < nodes && to - from < STRETCH && start[to + 1]! - start[from]! < STRETCH; ) to++;
    work(from, to);
    yield;
  }
}

function* withoutRepetition(nodes: number, { start, target }: Rows): Sliced<Graph> {
  const kept = new Int32Array(nodes + 1);
  let end = 0;
  yield* byEntries(start, (first, last) => {
    for (let node = first; node < last; node++) {
      const from = start[node]!;
      const to = start[node + 1]!;
      for (let e = from; e < to; e++) if (e === from || target[e] !== target[e - 1]) target[end++] = target[e]!;
      kept[node + 1] = end;
    }
  });
  return { nodes, start: kept, neighbour: target.slice(0, end), weight: new Float32Array(end).fill(1) };
}

function sumUp(counts: Int32Array): void {
  for (let i = 1; i < counts.length; i++) counts[i]! += counts[i - 1]!;
}

/** Each node's total weight of edges. */
export function volumes(graph: Graph): Float64Array {
  return atOnce(volumesOf(graph));
}

/** The same in slices. */
export function* volumesOf({ nodes, start, weight }: Graph): Sliced<Float64Array> {
  const volume = new Float64Array(nodes);
  yield* byEntries(start, (from, to) => {
    for (let node = from; node < to; node++) {
      for (let e = start[node]!; e < start[node + 1]!; e++) volume[node]! += weight[e]!;
    }
  });
  return volume;
}

/** The nodes of the largest connected part, ascending. */
export function largestPart(graph: Graph): Int32Array {
  const part = new Int32Array(graph.nodes).fill(-1);
  const queue = new Int32Array(graph.nodes);
  let best = { at: 0, size: 0 };
  for (let root = 0; root < graph.nodes; root++) {
    if (part[root] !== -1) continue;
    const size = flood(graph, root, part, queue);
    if (size > best.size) best = { at: root, size };
  }
  return Int32Array.from(part.keys()).filter((node) => part[node] === best.at);
}

function flood(graph: Graph, root: number, part: Int32Array, queue: Int32Array): number {
  let end = 1;
  queue[0] = root;
  part[root] = root;
  for (let i = 0; i < end; i++) {
    const node = queue[i]!;
    for (let e = graph.start[node]!; e < graph.start[node + 1]!; e++) {
      const other = graph.neighbour[e]!;
      if (part[other] !== -1) continue;
      part[other] = root;
      queue[end++] = other;
    }
  }
  return end;
}
