import { Injectable } from '@nestjs/common';
import { Database } from '@fanfare/database';
import { Problem } from '@fanfare/kernel';
import { LogQueries } from './log.queries.js';
import { consistencySpans, EMPTY_ROOT, type Hash, inclusionSpans, type NodeAt, nodesOf, type Span, spanHash } from './merkle.js';

/** That a leaf is in a tree: `path` leads from its hash to the root. */
export interface InclusionProof {
  readonly index: number;
  readonly treeSize: number;
  readonly leafHash: Hash;
  readonly path: readonly Hash[];
  readonly root: Hash;
}

/** That a tree is the beginning of another. */
export interface ConsistencyProof {
  readonly from: number;
  readonly to: number;
  readonly fromRoot: Hash;
  readonly toRoot: Hash;
  readonly path: readonly Hash[];
}

const LEAVES = `
  SELECT 0 AS level, e.index, e.leaf_hash AS hash FROM log_entries e
  WHERE e.community_id = $1 AND e.index IN (SELECT n.index FROM unnest($2::int[], $3::int[]) AS n (level, index) WHERE n.level = 0)`;
const NODES = `
  ${LEAVES}
  UNION ALL SELECT k.level, k.index, k.hash FROM unnest($2::int[], $3::int[]) AS n (level, index)
  JOIN log_nodes k ON k.community_id = $1 AND k.level = n.level AND k.index = n.index`;

/** Proofs about a log as it is or was: some dozens of rows, whatever its size. */
@Injectable()
export class LogProofs {
  constructor(
    private readonly database: Database,
    private readonly queries: LogQueries,
  ) {}

  /**
   * @param treeSize of which tree; of the whole log when null
   * @throws Problem `NOT_FOUND` for a leaf that is not in that tree, or a tree that the log has not grown to
   */
  async inclusion(communityId: string, index: number, treeSize: number | null): Promise<InclusionProof> {
    const size = await this.sizeWithin(communityId, treeSize);
    if (index < 0 || index >= size) throw new Problem('NOT_FOUND', { what: 'logEntry' });
    const leaf = { start: index, end: index + 1 };
    const [leafHash, root, ...path] = await this.hashes(communityId, [leaf, { start: 0, end: size }, ...inclusionSpans(index, size)]);
    return { index, treeSize: size, leafHash: leafHash!, root: root!, path };
  }

  /**
   * @param to the whole log when null
   * @throws Problem `NOT_FOUND` for a tree that the log has not grown to, `INVALID_INPUT` for trees the other way round
   */
  async consistency(communityId: string, from: number, to: number | null): Promise<ConsistencyProof> {
    const size = await this.sizeWithin(communityId, to);
    if (from < 0 || from > size) throw new Problem('INVALID_INPUT', { field: 'from' });
    if (from === 0) return { from, to: size, fromRoot: EMPTY_ROOT, toRoot: (await this.hashes(communityId, [{ start: 0, end: size }]))[0]!, path: [] };
    const roots = [from, size].map((end) => ({ start: 0, end }));
    const [fromRoot, toRoot, ...path] = await this.hashes(communityId, [...roots, ...consistencySpans(from, size)]);
    return { from, to: size, fromRoot: fromRoot!, toRoot: toRoot!, path };
  }

  private async sizeWithin(communityId: string, asked: number | null): Promise<number> {
    const size = await this.queries.size(communityId);
    if (asked !== null && (asked < 0 || asked > size)) throw new Problem('NOT_FOUND', { what: 'logTree' });
    return asked ?? size;
  }

  private async hashes(communityId: string, spans: readonly Span[]): Promise<Hash[]> {
    const places = spans.flatMap(nodesOf);
    const columns = [places.map(({ level }) => level), places.map(({ index }) => index)];
    const rows = await this.database.query<{ level: number; index: number; hash: Hash }>(NODES, [communityId, ...columns]);
    const known = new Map(rows.map(({ level, index, hash }) => [`${level} ${index}`, hash]));
    const nodeAt: NodeAt = ({ level, index }) => known.get(`${level} ${index}`)!;
    return spans.map((span) => spanHash(span, nodeAt));
  }
}
