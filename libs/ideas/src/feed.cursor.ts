import { type CursorKind, type CursorValue, decodeCursor, encodeCursor, Problem } from '@fanfare/kernel';

/** A place in a feed, and the view of the ranks in which the reader began. */
export interface FeedPosition {
  /** PostgreSQL's own text of the snapshot: `xmin:xmax:running,…`. */
  readonly snapshot: string;
  /** When that snapshot was taken, in seconds since 1970 by the database's clock. */
  readonly taken: number;
  readonly tuple: readonly CursorValue[];
}

/** @param list names order, community and filter, so that a cursor of another list is refused */
export function encodePosition(list: string, { snapshot, taken, tuple }: FeedPosition): string {
  return encodeCursor(list, [bounded(snapshot), taken, ...tuple]);
}

const LONGEST_SNAPSHOT = 2_000;

/** With hundreds of writers at once the list of them outgrows a cursor: then the view before the oldest of them will do. */
function bounded(snapshot: string): string {
  return snapshot.length <= LONGEST_SNAPSHOT ? snapshot : `${oldestRunning(snapshot)}:${oldestRunning(snapshot)}:`;
}

/** @throws Problem `INVALID_CURSOR` when it is not a cursor of this list */
export function decodePosition(list: string, cursor: string, kinds: readonly CursorKind[]): FeedPosition {
  const [snapshot, taken, ...tuple] = decodeCursor(list, cursor, ['s', 'int', ...kinds]);
  if (!isSnapshot(String(snapshot))) throw new Problem('INVALID_CURSOR');
  return { snapshot: String(snapshot), taken: Number(taken), tuple };
}

/** The oldest transaction that was running in a snapshot: what ended before it is settled. */
export function oldestRunning(snapshot: string): string {
  return snapshot.split(':')[0]!;
}

const SNAPSHOT = /^\d{1,19}:\d{1,19}:(\d{1,19}(,\d{1,19})*)?$/;
const LARGEST = 2n ** 63n - 1n;

/** The rules of `pg_snapshot_in`, so that a forged cursor is refused here and not by an error of the database. */
function isSnapshot(text: string): boolean {
  if (!SNAPSHOT.test(text)) return false;
  const [first, next, list] = text.split(':') as [string, string, string];
  const running = list === '' ? [] : list.split(',').map(BigInt);
  const [xmin, xmax] = [BigInt(first), BigInt(next)];
  if (xmin < 1n || xmin > xmax || xmax > LARGEST) return false;
  return running.every((xid, at) => xid >= xmin && xid < xmax && (at === 0 || xid > running[at - 1]!));
}
