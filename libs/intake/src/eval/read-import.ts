/** Reads an import folder's texts: items.csv, comments.csv, users.csv, as portability imports them. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { cell, readRows, type Rows, Unreadable } from './read-rows.js';

export interface WrittenRow {
  readonly kind: 'IDEA' | 'COMMENT';
  readonly id: string;
  /** The idea it stands under; an idea stands for itself. */
  readonly place: string;
  /** Null when nobody knows: then nothing is known of what else they wrote. */
  readonly author: string | null;
  readonly title: string | undefined;
  readonly body: string;
  /** Milliseconds. */
  readonly at: number;
  /** Whether the file says more than the day. */
  readonly hasTimeOfDay: boolean;
  readonly byStaff: boolean;
}

const STAFF_KINDS = /^(official|administrator|admin|moderator|staff)$/i;

/** In the order in which they were written. @throws Unreadable of a folder without a text */
export function readImport(folder: string): { texts: WrittenRow[]; refused: number } {
  const read = (name: string): Rows => (existsSync(join(folder, name)) ? readRows(join(folder, name)) : { rows: [], refused: 0 });
  const [items, comments, users] = [read('items.csv'), read('comments.csv'), read('users.csv')];
  const staff = new Set(users.rows.filter((row) => STAFF_KINDS.test(cell(row, 'kind', 'role') ?? '')).map((row) => row['user_id']));
  const rows = [...items.rows.map((row) => writtenRow('IDEA', row, staff)), ...comments.rows.map((row) => writtenRow('COMMENT', row, staff))];
  const texts = rows.filter((row) => row !== null);
  if (texts.length === 0) throw new Unreadable(`${folder}: no texts in items.csv (item_id, body) or comments.csv (comment_id, item_id, body)`);
  const inTime = texts.map((text, index) => ({ text, index })).sort((one, other) => one.text.at - other.text.at || one.index - other.index);
  return { texts: inTime.map(({ text }) => text), refused: items.refused + comments.refused + rows.length - texts.length };
}

function writtenRow(kind: WrittenRow['kind'], row: Rows['rows'][number], staff: ReadonlySet<string | undefined>): WrittenRow | null {
  const id = row[kind === 'IDEA' ? 'item_id' : 'comment_id']?.trim();
  const place = row['item_id']?.trim();
  const body = row['body']?.trim();
  if (!id || !place || !body) return null;
  const time = row['created_at']?.trim() ?? '';
  const author = row['author']?.trim() || null;
  return { kind, id, place, author, title: row['title']?.trim() || undefined, body, at: instantOf(time), hasTimeOfDay: time.length > 10, byStaff: staff.has(author ?? undefined) };
}

/** ISO 8601 in its usual spellings, or Unix time in seconds or milliseconds; 0 when it is neither: such texts come first. */
function instantOf(time: string): number {
  if (/^\d{9,10}$/.test(time)) return Number(time) * 1_000;
  if (/^\d{12,14}$/.test(time)) return Number(time);
  const local = time.replace(' ', 'T').replace(/([+-]\d\d)(\d\d)$/, '$1:$2');
  const parsed = Date.parse(/T/.test(local) && !/(Z|[+-]\d\d:\d\d)$/i.test(local) ? `${local}Z` : local);
  return Number.isFinite(parsed) ? parsed : 0;
}
