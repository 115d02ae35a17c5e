import { createHash } from 'node:crypto';
import { count, type CsvRow, importedLine, importedText, parseTime, titleFrom } from './values.js';

/** Why a row cannot be kept, as one word that sums up and one sentence for the report. */
export class Refusal extends Error {
  constructor(
    readonly reason: 'REFUSED_BY_DATABASE' | 'MISSING_ID' | 'EMPTY_TEXT' | 'UNREADABLE_TIME' | 'UNKNOWN_ITEM' | 'UNKNOWN_VALUE' | 'MISSING_AUTHOR' | 'UNREADABLE_ROW',
    detail: string,
  ) {
    super(detail);
  }
}

/** More than the product lets people write, since what others allowed is kept. */
export const LONGEST = { title: 300, body: 20_000, comment: 20_000, name: 80, category: 60 } as const;

export interface ImportedItem {
  readonly key: string;
  readonly author: string | null;
  readonly createdAt: Date;
  readonly editedAt: Date | null;
  readonly title: string;
  readonly body: string;
  readonly category: string | null;
  readonly status: 'OPEN' | 'PLANNED' | 'DECLINED';
  readonly labels: readonly string[];
  readonly support: number;
}

export interface ImportedComment {
  readonly key: string;
  readonly item: string;
  readonly parent: string | null;
  readonly author: string | null;
  readonly createdAt: Date;
  readonly body: string;
}

export interface ImportedUser {
  readonly key: string;
  readonly name: string | null;
}

export interface ImportedVote {
  readonly item: string;
  readonly user: string;
  /** 1 is a vote; anything else takes an earlier one back. */
  readonly value: number;
  readonly at: Date;
}

/** The columns that are read; a file's other columns are named in the summary. */
export const COLUMNS = {
  items: ['item_id', 'author', 'created_at', 'updated_at', 'title', 'body', 'category', 'section', 'votes_up', 'status', 'moderated', 'moderated_trashed'],
  comments: ['comment_id', 'item_id', 'parent_id', 'author', 'created_at', 'body'],
  users: ['user_id', 'name', 'display_name'],
  votes: ['user_id', 'item_id', 'value', 'ts', 'created_at'],
} as const;

const STATUSES: Readonly<Record<string, ImportedItem['status']>> = { accepted: 'PLANNED', rejected: 'DECLINED' };

export function itemOf(row: CsvRow): ImportedItem {
  const body = required(importedText(row['body'], LONGEST.body), 'body');
  return {
    key: id(row['item_id'], 'item_id'),
    author: reference(row['author']),
    createdAt: time(row['created_at']),
    editedAt: editedAt(row),
    title: importedLine(row['title'], LONGEST.title) || titleFrom(body, 120),
    body,
    category: importedLine(row['category'] ?? row['section'], LONGEST.category) || null,
    status: STATUSES[row['status']?.trim().toLowerCase() ?? ''] ?? 'OPEN',
    labels: row['moderated']?.trim() === '-1' || row['moderated_trashed']?.trim() === '1' ? ['moderated'] : [],
    support: count(row['votes_up']),
  };
}

export function commentOf(row: CsvRow): ImportedComment {
  return {
    key: id(row['comment_id'], 'comment_id'),
    item: id(row['item_id'], 'item_id'),
    parent: reference(row['parent_id']),
    author: reference(row['author']),
    createdAt: time(row['created_at']),
    body: required(importedText(row['body'], LONGEST.comment), 'body'),
  };
}

export function userOf(row: CsvRow): ImportedUser {
  return { key: id(row['user_id'], 'user_id'), name: importedLine(row['display_name'] ?? row['name'], LONGEST.name) || null };
}

export function voteOf(row: CsvRow): ImportedVote {
  const value = Number(row['value'] ?? '1');
  if (!Number.isInteger(value) || Math.abs(value) > 1000) throw new Refusal('UNKNOWN_VALUE', `value is "${row['value']}"`);
  const user = reference(row['user_id']);
  if (!user) throw new Refusal('MISSING_AUTHOR', 'user_id is empty');
  return { item: id(row['item_id'], 'item_id'), user, value, at: time(row['ts'] ?? row['created_at']) };
}

function editedAt(row: CsvRow): Date | null {
  const updated = parseTime(row['updated_at']);
  return updated && updated > time(row['created_at']) ? updated : null;
}

function id(text: string | undefined, column: string): string {
  const found = reference(text);
  if (!found) throw new Refusal('MISSING_ID', `${column} is empty`);
  return found;
}

const LONGEST_ID = 100;

/** An id of theirs; a very long one keeps its start and a mark of the whole, so that two of them stay two. */
function reference(text: string | undefined): string | null {
  const id = importedText(text, 10_000).replace(/\s+/g, ' ');
  if (id.length <= LONGEST_ID || [...id].length <= LONGEST_ID) return id || null;
  return `${[...id].slice(0, 60).join('')}#${createHash('sha256').update(id).digest('hex').slice(0, 24)}`;
}

function time(text: string | undefined): Date {
  const found = parseTime(text);
  if (!found) throw new Refusal('UNREADABLE_TIME', `"${importedLine(text, 40)}" is not a time`);
  return found;
}

function required(text: string, column: string): string {
  if (text === '') throw new Refusal('EMPTY_TEXT', `${column} is empty`);
  return text;
}
