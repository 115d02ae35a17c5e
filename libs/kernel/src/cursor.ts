import { Problem } from './problem.js';

export type CursorValue = string | number | null;

/**
 * An opaque position in one list: the order's name and the whole sort tuple of the row it stands behind, with the id.
 * Encoded as base64url JSON. A cursor of another order is refused with `INVALID_CURSOR`.
 */
export function encodeCursor(order: string, tuple: readonly CursorValue[]): string {
  return Buffer.from(JSON.stringify([order, ...tuple]), 'utf8').toString('base64url');
}

/**
 * The sort tuple of a cursor of `order` with exactly `kinds.length` values of these kinds: 's' text, 'n' number, 'int' one
 * that fits 32 bits, 'id', 'time' in ISO 8601; '?' after it: or null.
 */
export function decodeCursor(order: string, cursor: string, kinds: readonly CursorKind[]): CursorValue[] {
  const parsed = parse(cursor);
  if (!Array.isArray(parsed) || parsed.length !== kinds.length + 1 || parsed[0] !== order) throw invalid();
  const tuple = parsed.slice(1) as unknown[];
  if (!tuple.every((value, at) => fits(value, kinds[at]!))) throw invalid();
  return tuple as CursorValue[];
}

export type CursorKind = 's' | 'n' | 'int' | 's?' | 'n?' | 'id' | 'time';

const LONGEST_CURSOR = 4096;
const ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,6})?(Z|[+-]\d\d:?\d\d)$/;

function parse(cursor: string): unknown {
  if (cursor.length > LONGEST_CURSOR) throw invalid();
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    throw invalid();
  }
}

function fits(value: unknown, kind: CursorKind): boolean {
  if (value === null) return kind.endsWith('?');
  if (kind === 'int') return typeof value === 'number' && Number.isInteger(value) && Math.abs(value) < 2 ** 31;
  if (kind.startsWith('n')) return typeof value === 'number' && Number.isFinite(value);
  if (typeof value !== 'string' || value.includes('\0')) return false;
  if (kind === 'id') return ID.test(value);
  return kind !== 'time' || isTime(value);
}

/** Date.parse takes the 30th of February for the 1st of March; the database does not. */
function isTime(text: string): boolean {
  const time = new Date(`${text.slice(0, 10)}T00:00:00Z`);
  return TIME.test(text) && !Number.isNaN(Date.parse(text)) && time.toISOString().slice(0, 10) === text.slice(0, 10) && time.getUTCFullYear() > 0;
}

function invalid(): Problem {
  return new Problem('INVALID_CURSOR');
}
