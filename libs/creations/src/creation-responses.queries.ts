import { Injectable } from '@nestjs/common';
import { Database, rowsOf, type Tx } from '@fanfare/database';
import { groupedBy, keyedBy } from '@fanfare/graphql';
import { decodeCursor, encodeCursor, isId, Problem } from '@fanfare/kernel';
import { RESPONSE_COLUMNS, RESPONSE_TABLES, type CreationResponseRow } from './creation-response.row.js';

/** Whose responses: those of level one to a work, the replies to one of them. */
export type ResponseList = 'CREATION' | 'REPLIES';

/** One page of one list, the oldest first. Pages asked for at the same time are read together. */
export interface ResponsePageKey {
  readonly list: ResponseList;
  readonly ownerId: string;
  /** Rows to read: one more than the page holds. */
  readonly limit: number;
  readonly after: { readonly at: Date; readonly id: string } | null;
}

export const keyOfResponsePage = (key: ResponsePageKey) => JSON.stringify([key.list, key.ownerId, key.limit, key.after]);

const ORDER = 'RESPONSES';

export function cursorOfResponse({ createdAt, id }: CreationResponseRow): string {
  return encodeCursor(ORDER, [createdAt.toISOString(), id]);
}

/** @throws Problem `INVALID_CURSOR` */
export function responsePosition(cursor: string): { at: Date; id: string } {
  const [at, id] = decodeCursor(ORDER, cursor, ['time', 'id']) as [string, string];
  return { at: new Date(at), id };
}

const OWNED: Readonly<Record<ResponseList, string>> = {
  CREATION: 'r.creation_id = k.owner AND r.parent_id IS NULL',
  REPLIES: 'r.parent_id = k.owner',
};

const LENGTHS: Readonly<Record<ResponseList, string>> = {
  CREATION: 'SELECT creation_id AS id, count(*)::int AS count FROM creation_responses WHERE creation_id = ANY ($1) AND parent_id IS NULL GROUP BY 1',
  REPLIES: 'SELECT parent_id AS id, count(*)::int AS count FROM creation_responses WHERE parent_id = ANY ($1) GROUP BY 1',
};

@Injectable()
export class CreationResponsesQueries {
  constructor(private readonly database: Database) {}

  async byIds(ids: readonly string[], tx: Tx = this.database.reader): Promise<Map<string, CreationResponseRow>> {
    const sql = `SELECT ${RESPONSE_COLUMNS} FROM ${RESPONSE_TABLES} WHERE r.id = ANY ($1::uuid[])`;
    return keyedBy(await rowsOf<CreationResponseRow>(tx, sql, [ids]), (row) => row.id);
  }

  /** The response, held until the transaction ends when somebody is about to change it. @throws Problem `NOT_FOUND` */
  async require(tx: Tx, id: string, lock: 'NONE' | 'UPDATE' = 'NONE'): Promise<CreationResponseRow> {
    const sql = `SELECT ${RESPONSE_COLUMNS} FROM ${RESPONSE_TABLES} WHERE r.id = $1 ${lock === 'UPDATE' ? 'FOR NO KEY UPDATE OF r' : ''}`;
    const [row] = isId(id) ? await rowsOf<CreationResponseRow>(tx, sql, [id]) : [];
    if (!row) throw new Problem('NOT_FOUND', { what: 'response' });
    return row;
  }

  /** Rows by `keyOfResponsePage`; one statement for each kind of list, and first or later page. */
  async pages(keys: readonly ResponsePageKey[]): Promise<Map<string, CreationResponseRow[]>> {
    const alike = Map.groupBy(keys, ({ list, after }) => `${list} ${after !== null}`);
    const read = await Promise.all([...alike.values()].map((group) => this.read(group)));
    return new Map(read.flat());
  }

  /** How long lists are, tombstones included. */
  async lengths(list: ResponseList, ownerIds: readonly string[]): Promise<Map<string, number>> {
    const rows = await this.database.query<{ id: string; count: number }>(LENGTHS[list], [ownerIds]);
    return new Map(rows.map(({ id, count }) => [id, count]));
  }

  private async read(keys: readonly ResponsePageKey[]): Promise<[string, CreationResponseRow[]][]> {
    const { list, after } = keys[0]!;
    const rows = await this.database.query<CreationResponseRow & { nth: number }>(
      `SELECT k.nth::int AS nth, page.* FROM unnest($1::uuid[], $2::int[], $3::timestamptz[], $4::uuid[]) WITH ORDINALITY AS k (owner, size, at, id, nth)
       CROSS JOIN LATERAL (
         SELECT ${RESPONSE_COLUMNS} FROM ${RESPONSE_TABLES}
         WHERE ${OWNED[list]} ${after === null ? '' : 'AND (r.created_at, r.id) > (k.at, k.id)'} ORDER BY r.created_at, r.id LIMIT k.size
       ) page`,
      [
        keys.map((key) => key.ownerId),
        keys.map((key) => key.limit),
        keys.map((key) => key.after?.at ?? null),
        keys.map((key) => key.after?.id ?? null),
      ],
    );
    const found = groupedBy(rows, (row) => String(row.nth));
    return keys.map((key, at) => [keyOfResponsePage(key), found.get(String(at + 1)) ?? []]);
  }
}
