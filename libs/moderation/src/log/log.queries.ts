import { Injectable } from '@nestjs/common';
import { Database } from '@fanfare/database';
import { type Connection, connectionOf, keyedBy, type PageArgs, pageSize } from '@fanfare/graphql';
import { decodeCursor, encodeCursor } from '@fanfare/kernel';
import type { LogEntryKind } from './log-body.js';
import { ENTRY_COLUMNS, HEAD_COLUMNS, type LogEntryRow, type LogHeadRow } from './log.row.js';

const ENTRIES = 'LOG_ENTRIES';
const HEADS = 'LOG_HEADS';

const PAGE = `
  SELECT ${ENTRY_COLUMNS} FROM log_entries e
  WHERE e.community_id = $1 AND ($2::int IS NULL OR e.index < $2) AND ($3::text[] IS NULL OR e.kind = ANY ($3))
  ORDER BY e.index DESC LIMIT $4`;
const COUNT = 'SELECT count(*)::int AS count FROM log_entries e WHERE e.community_id = $1 AND ($2::text[] IS NULL OR e.kind = ANY ($2))';
const ONE = `SELECT ${ENTRY_COLUMNS} FROM log_entries e WHERE e.community_id = $1 AND e.index = $2`;
const OF_DECISIONS = `SELECT ${ENTRY_COLUMNS} FROM log_entries e WHERE e.kind = 'DECISION' AND (e.body ->> 'decision')::uuid = ANY ($1)`;
const FORWARD = `SELECT ${ENTRY_COLUMNS} FROM log_entries e WHERE e.community_id = $1 AND e.index >= $2 AND e.index < $3 ORDER BY e.index LIMIT $4`;
const KEY_ENTRIES = `SELECT ${ENTRY_COLUMNS} FROM log_entries e WHERE e.community_id = $1 AND e.kind = 'KEY' ORDER BY e.index`;
const SIZE = 'SELECT size FROM log_trees WHERE community_id = $1';
const HEAD = `SELECT ${HEAD_COLUMNS} FROM log_heads h WHERE h.community_id = $1 ORDER BY h.size DESC LIMIT 1`;
const HEAD_PAGE = `SELECT ${HEAD_COLUMNS} FROM log_heads h WHERE h.community_id = $1 AND ($2::int IS NULL OR h.size < $2) ORDER BY h.size DESC LIMIT $3`;
const HEAD_COUNT = 'SELECT count(*)::int AS count FROM log_heads WHERE community_id = $1';
const HEADS_FORWARD = `SELECT ${HEAD_COLUMNS} FROM log_heads h WHERE h.community_id = $1 AND h.size > $2 ORDER BY h.size LIMIT $3`;

export interface SecretRow {
  readonly index: number;
  readonly name: string;
  readonly salt: Buffer;
  readonly text: string;
  readonly accountId: string | null;
}

const SECRETS = `
  SELECT s.index, s.name, s.salt, s.text, m.account_id AS "accountId" FROM log_secrets s LEFT JOIN members m ON m.id = s.member_id
  WHERE s.community_id = $1 AND s.index = $2 ORDER BY s.name`;

/** Reads of the log: all public but `secrets`. */
@Injectable()
export class LogQueries {
  constructor(private readonly database: Database) {}

  /** The latest first. */
  async page(communityId: string, args: PageArgs, kinds: readonly LogEntryKind[] | null = null): Promise<Connection<LogEntryRow>> {
    const [before] = args.after ? decodeCursor(ENTRIES, args.after, ['int']) : [null];
    const rows = await this.database.query<LogEntryRow>(PAGE, [communityId, before, kinds, pageSize(args) + 1]);
    const count = () => this.number(COUNT, [communityId, kinds], 'count');
    return connectionOf(rows, args, ({ index }) => encodeCursor(ENTRIES, [index]), count);
  }

  async entry(communityId: string, index: number): Promise<LogEntryRow | null> {
    const [row] = await this.database.query<LogEntryRow>(ONE, [communityId, index]);
    return row ?? null;
  }

  /** The entries of decisions, by the decision's id. */
  async ofDecisions(ids: readonly string[]): Promise<Map<string, LogEntryRow>> {
    return keyedBy(await this.database.query<LogEntryRow>(OF_DECISIONS, [ids]), ({ body }) => body['decision'] as string);
  }

  /** Entries from a place on, the oldest first, below `end`. */
  forward(communityId: string, from: number, end: number, most: number): Promise<LogEntryRow[]> {
    return this.database.query<LogEntryRow>(FORWARD, [communityId, from, end, most]);
  }

  /** The entries that named a key, the oldest first. */
  keyEntries(communityId: string): Promise<LogEntryRow[]> {
    return this.database.query<LogEntryRow>(KEY_ENTRIES, [communityId]);
  }

  /** How many entries the log has. */
  size(communityId: string): Promise<number> {
    return this.number(SIZE, [communityId], 'size');
  }

  /** The latest signed head; null until the first was signed. */
  async head(communityId: string): Promise<LogHeadRow | null> {
    const [row] = await this.database.query<LogHeadRow>(HEAD, [communityId]);
    return row ?? null;
  }

  /** The latest first. */
  async heads(communityId: string, args: PageArgs): Promise<Connection<LogHeadRow>> {
    const [before] = args.after ? decodeCursor(HEADS, args.after, ['int']) : [null];
    const rows = await this.database.query<LogHeadRow>(HEAD_PAGE, [communityId, before, pageSize(args) + 1]);
    return connectionOf(rows, args, ({ size }) => encodeCursor(HEADS, [size]), () => this.number(HEAD_COUNT, [communityId], 'count'));
  }

  /** Heads of trees larger than `size`, the smallest first. */
  headsForward(communityId: string, size: number, most: number): Promise<LogHeadRow[]> {
    return this.database.query<LogHeadRow>(HEADS_FORWARD, [communityId, size, most]);
  }

  /** What opens an entry's commitments, as far as it was not erased. Only for whom it concerns and for moderators. */
  secrets(communityId: string, index: number): Promise<SecretRow[]> {
    return this.database.query<SecretRow>(SECRETS, [communityId, index]);
  }

  private async number(sql: string, parameters: readonly unknown[], column: string): Promise<number> {
    const [row] = await this.database.query<Record<string, number>>(sql, parameters);
    return row?.[column] ?? 0;
  }
}
