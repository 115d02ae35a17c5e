import { Injectable } from '@nestjs/common';
import { Database } from '@fanfare/database';
import { type Connection, connectionOf, type PageArgs, pageSize } from '@fanfare/graphql';
import { decodeCursor, encodeCursor } from '@fanfare/kernel';
import { RESPONSE_COLUMNS, type ResponseRow } from '../idea-details.queries.js';

interface ListedResponse extends ResponseRow {
  /** The moment with its microseconds. */
  readonly moment: string;
}

const PAGE = `
  SELECT ${RESPONSE_COLUMNS}, to_char(created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS moment
  FROM official_responses WHERE idea_id = $1 AND ($2::timestamptz IS NULL OR (created_at, id) < ($2, $3::uuid))
  ORDER BY created_at DESC, id DESC LIMIT $4`;

const ORDER = 'RESPONSES';

/** All the brand said about an idea. */
@Injectable()
export class ResponsesQueries {
  constructor(private readonly database: Database) {}

  /** The latest first. */
  async page(ideaId: string, args: PageArgs): Promise<Connection<ResponseRow>> {
    const [at, id] = args.after ? decodeCursor(ORDER, args.after, ['time', 'id']) : [null, null];
    const rows = await this.database.query<ListedResponse>(PAGE, [ideaId, at, id, pageSize(args) + 1]);
    return connectionOf(rows, args, (row) => encodeCursor(ORDER, [row.moment, row.id]), () => this.count(ideaId));
  }

  private async count(ideaId: string): Promise<number> {
    const sql = 'SELECT count(*)::int AS count FROM official_responses WHERE idea_id = $1';
    const [row] = await this.database.query<{ count: number }>(sql, [ideaId]);
    return row!.count;
  }
}
