/**
 * How firmly a tie is woven into its surroundings: the number of common neighbours of its ends. People who know each
 * other know others in common; ties that a ring wins one by one from strangers mostly have none (the strength of weak
 * ties: Granovetter 1973; used against sybils in the spirit of Íntegro, Boshmaf et al., NDSS 2015).
 */
import type { Graph } from './graph.js';

/** For each directed entry of the graph the number of triangles its edge is in; O(edges^1.5) by ordering on degree. */
export function commonNeighbours(graph: Graph): Int32Array {
  const upward = towardsHigherDegree(graph);
  const triangles = new Int32Array(graph.neighbour.length);
  const mark = new Int32Array(graph.nodes).fill(-1);
  for (let u = 0; u < graph.nodes; u++) {
    for (let i = upward.start[u]!; i < upward.start[u + 1]!; i++) mark[graph.neighbour[upward.entry[i]!]!] = upward.entry[i]!;
    for (let i = upward.start[u]!; i < upward.start[u + 1]!; i++) countOver(upward.entry[i]!, graph, upward, mark, triangles);
    for (let i = upward.start[u]!; i < upward.start[u + 1]!; i++) mark[graph.neighbour[upward.entry[i]!]!] = -1;
  }
  return mirrored(graph, triangles);
}

/** Of each edge the one entry that leads from the end of lower degree to the other; ties by number. */
interface Upward {
  readonly start: Int32Array;
  readonly entry: Int32Array;
}

function towardsHigherDegree({ nodes, start, neighbour }: Graph): Upward {
  const degree = (node: number) => start[node + 1]! - start[node]!;
  const first = new Int32Array(nodes + 1);
  const entry = new Int32Array(neighbour.length / 2);
  let end = 0;
  for (let u = 0; u < nodes; u++) {
    for (let e = start[u]!; e < start[u + 1]!; e++) {
      const v = neighbour[e]!;
      if (degree(u) < degree(v) || (degree(u) === degree(v) && u < v)) entry[end++] = e;
    }
    first[u + 1] = end;
  }
  return { start: first, entry };
}

/** Every triangle over the edge `uv` whose third side also starts at u: one more for each of its three edges. */
function countOver(uv: number, graph: Graph, upward: Upward, mark: Int32Array, triangles: Int32Array): void {
  const v = graph.neighbour[uv]!;
  for (let i = upward.start[v]!; i < upward.start[v + 1]!; i++) {
    const vw = upward.entry[i]!;
    const uw = mark[graph.neighbour[vw]!]!;
    if (uw === -1) continue;
    triangles[uv]!++;
    triangles[uw]!++;
    triangles[vw]!++;
  }
}

/** Counts stand on one entry of each edge; this gives the other entry the same. */
function mirrored({ nodes, start, neighbour }: Graph, triangles: Int32Array): Int32Array {
  const next = start.slice(0, nodes);
  const both = new Int32Array(triangles.length);
  for (let u = 0; u < nodes; u++) {
    for (let e = start[u]!; e < start[u + 1]!; e++) {
      const back = next[neighbour[e]!]!++; // rows are ascending, so v's entries back come in the order of u
      both[e]! += triangles[e]!;
      both[back]! += triangles[e]!;
    }
  }
  return both;
}

/** The same graph, each edge weighing 1 + ln(1 + common neighbours): the first acquaintance in common says most. */
export function weighedByEmbeddedness(graph: Graph): Graph {
  return { ...graph, weight: Float32Array.from(commonNeighbours(graph), (common) => 1 + Math.log1p(common)) };
}
