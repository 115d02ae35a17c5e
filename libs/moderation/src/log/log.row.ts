import type { LogEntryKind } from './log-body.js';
import type { LogEntry, LogHead } from './entry.js';

/** An entry as SQL selects it. */
export interface LogEntryRow extends LogEntry {
  readonly kind: LogEntryKind;
}

export const ENTRY_COLUMNS = `e.community_id AS log, e.index, e.kind, e.recorded_at AS "recordedAt", e.body, e.commitments,
  e.leaf_hash AS "leafHash", e.key_id AS "keyId", e.signature`;

export type LogHeadRow = LogHead;

export const HEAD_COLUMNS = 'h.community_id AS log, h.size, h.root, h.signed_at AS "signedAt", h.key_id AS "keyId", h.signature';

/** What an append needs to know of a tree. */
export interface TreeRow {
  readonly size: number;
  readonly peaks: readonly Buffer[];
  readonly keyId: Buffer | null;
}
