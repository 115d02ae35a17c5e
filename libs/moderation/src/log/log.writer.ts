import { Injectable } from '@nestjs/common';
import { rowsOf, type Tx } from '@fanfare/database';
import { Clock } from '@fanfare/kernel';
import { commit, type Opening } from './commitment.js';
import { hashOf, type LeafContent } from './entry.js';
import { type LogBodies, type LogEntryKind, publicBody } from './log-body.js';
import { LogKeys } from './log-keys.service.js';
import type { LogEntryRow, TreeRow } from './log.row.js';
import { append } from './merkle.js';
import { endorse, signEntry, type SigningKey } from './signing.js';

const PLANT = 'INSERT INTO log_trees (community_id) VALUES ($1) ON CONFLICT DO NOTHING';
const HOLD = 'SELECT size, peaks, key_id AS "keyId" FROM log_trees WHERE community_id = $1 FOR UPDATE';
const WRITE = `
  INSERT INTO log_entries (community_id, index, kind, body, commitments, leaf_hash, key_id, signature, recorded_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`;
const COMPLETE = `
  INSERT INTO log_nodes (community_id, level, index, hash)
  SELECT $1, n.level, n.index, n.hash FROM unnest($2::int[], $3::int[], $4::bytea[]) AS n (level, index, hash)`;
const GROW = 'UPDATE log_trees SET size = size + 1, peaks = $2, key_id = $3 WHERE community_id = $1';

/** A tree that the caller's transaction holds. */
export interface HeldTree extends TreeRow {
  readonly communityId: string;
}

export interface NewEntry<Kind extends LogEntryKind> {
  readonly kind: Kind;
  readonly body: LogBodies[Kind];
  readonly openings: readonly Opening[];
}

/** Puts entries behind a tree, one after the other: whoever writes holds the tree's row. */
@Injectable()
export class LogWriter {
  constructor(
    private readonly keys: LogKeys,
    private readonly clock: Clock,
  ) {}

  /** Holds a community's tree until the transaction ends; a community without one gets it. */
  async hold(tx: Tx, communityId: string): Promise<HeldTree> {
    await tx.query(PLANT, [communityId]);
    const [tree] = await rowsOf<TreeRow>(tx, HOLD, [communityId]);
    return { communityId, ...tree! };
  }

  /** The tree with the current key in force: a tree that another key signed, or none, gets an entry that says so first. */
  async underKey(tx: Tx, tree: HeldTree, key: SigningKey): Promise<HeldTree> {
    if (tree.keyId?.equals(key.id)) return tree;
    const body = { keyId: key.id.toString('hex'), publicKey: key.publicKey.toString('hex'), ...(await this.succession(tx, tree, key)) };
    return (await this.write(tx, tree, key, { kind: 'KEY', body, openings: [] })).tree;
  }

  async write<Kind extends LogEntryKind>(tx: Tx, tree: HeldTree, key: SigningKey, entry: NewEntry<Kind>): Promise<{ entry: LogEntryRow; tree: HeldTree }> {
    const written = this.entryOf(tree, key, entry);
    const { peaks, completed } = append(tree.peaks, tree.size, written.leafHash);
    const { log, index, kind, body, commitments, leafHash, keyId, signature, recordedAt } = written;
    await tx.query(WRITE, [log, index, kind, JSON.stringify(body), JSON.stringify(commitments), leafHash, keyId, signature, recordedAt]);
    if (completed.length > 0) {
      const columns = [completed.map((node) => node.level), completed.map((node) => node.index), completed.map((node) => node.hash)];
      await tx.query(COMPLETE, [log, ...columns]);
    }
    await tx.query(GROW, [log, peaks, keyId]);
    return { entry: written, tree: { communityId: log, size: index + 1, peaks, keyId } };
  }

  private entryOf<Kind extends LogEntryKind>(tree: HeldTree, key: SigningKey, { kind, body, openings }: NewEntry<Kind>): LogEntryRow {
    const commitments = Object.fromEntries(openings.map((opening) => [opening.name, commit(opening).toString('hex')]));
    const content: LeafContent = { log: tree.communityId, index: tree.size, kind, recordedAt: this.clock.now(), body: publicBody(kind, body), commitments };
    const leafHash = hashOf(content);
    return { ...content, kind, leafHash, keyId: key.id, signature: signEntry(key, leafHash) };
  }

  /** What the former key says of the new one, if it is still at hand. */
  private async succession(tx: Tx, { communityId, size, keyId }: HeldTree, key: SigningKey) {
    if (!keyId) return { previous: null, endorsement: null };
    const change = { log: communityId, index: size, keyId: key.id.toString('hex'), previous: keyId.toString('hex') };
    const former = await this.keys.former(tx, keyId);
    return { previous: change.previous, endorsement: former && endorse(former, change).toString('hex') };
  }
}
