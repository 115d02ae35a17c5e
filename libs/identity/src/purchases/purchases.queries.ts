import { Injectable } from '@nestjs/common';
import { Database, rowsOf, type Tx } from '@fanfare/database';
import { type Connection, connectionOf, keyedBy, Loader, type PageArgs, pageSize } from '@fanfare/graphql';
import { decodeCursor, encodeCursor } from '@fanfare/kernel';
import { type ApiTokenRow, BATCH_COLUMNS, type BatchCounts, type BatchRow, TOKEN_COLUMNS } from './purchase.row.js';

const ORDER = 'NEWEST';

const BATCHES = `
  SELECT ${BATCH_COLUMNS} FROM purchase_batches b
  WHERE b.community_id = $1 AND ($2::timestamptz IS NULL OR (b.created_at, b.id) < ($2, $3::uuid))
  ORDER BY b.created_at DESC, b.id DESC LIMIT $4`;

const TOKENS = `
  SELECT ${TOKEN_COLUMNS} FROM api_tokens t
  WHERE t.community_id = $1 AND ($2::timestamptz IS NULL OR (t.created_at, t.id) < ($2, $3::uuid))
  ORDER BY t.created_at DESC, t.id DESC LIMIT $4`;

const COUNTS = `
  SELECT batch_id AS "batchId", count(*)::int AS codes, count(redeemed_at)::int AS redeemed FROM purchase_codes
  WHERE batch_id = ANY ($1) GROUP BY batch_id`;

/** A brand's codes and tokens. Who may read them is the callers' policy. */
@Injectable()
export class PurchasesQueries {
  /** By the batch; null for one without codes. */
  readonly counts = new Loader<BatchCounts>((ids) => this.countsOf(ids));
  readonly token = new Loader<ApiTokenRow>((ids) => this.tokensByIds(ids));

  constructor(private readonly database: Database) {}

  async batch(tx: Tx, id: string, lock: '' | 'FOR UPDATE' = ''): Promise<BatchRow | null> {
    const [row] = await rowsOf<BatchRow>(tx, `SELECT ${BATCH_COLUMNS} FROM purchase_batches b WHERE b.id = $1 ${lock}`, [id]);
    return row ?? null;
  }

  async apiToken(tx: Tx, id: string, lock: '' | 'FOR UPDATE' = ''): Promise<ApiTokenRow | null> {
    const [row] = await rowsOf<ApiTokenRow>(tx, `SELECT ${TOKEN_COLUMNS} FROM api_tokens t WHERE t.id = $1 ${lock}`, [id]);
    return row ?? null;
  }

  batches(communityId: string, args: PageArgs): Promise<Connection<BatchRow>> {
    return this.page<BatchRow>(BATCHES, 'purchase_batches', communityId, args);
  }

  tokens(communityId: string, args: PageArgs): Promise<Connection<ApiTokenRow>> {
    return this.page<ApiTokenRow>(TOKENS, 'api_tokens', communityId, args);
  }

  private async page<Row extends BatchRow | ApiTokenRow>(sql: string, table: string, communityId: string, args: PageArgs): Promise<Connection<Row>> {
    const [at, id] = args.after ? decodeCursor(ORDER, args.after, ['time', 'id']) : [null, null];
    const rows = await this.database.query<Row>(sql, [communityId, at && new Date(at), id, pageSize(args) + 1]);
    const cursorOf = (row: Row) => encodeCursor(ORDER, [row.createdAt.toISOString(), row.id]);
    const total = async () => (await this.database.query<{ count: number }>(`SELECT count(*)::int AS count FROM ${table} WHERE community_id = $1`, [communityId]))[0]!.count;
    return connectionOf(rows, args, cursorOf, total);
  }

  private async countsOf(ids: readonly string[]): Promise<Map<string, BatchCounts & { batchId: string }>> {
    return keyedBy(await this.database.query<BatchCounts & { batchId: string }>(COUNTS, [ids]), ({ batchId }) => batchId);
  }

  private async tokensByIds(ids: readonly string[]): Promise<Map<string, ApiTokenRow>> {
    return keyedBy(await this.database.query<ApiTokenRow>(`SELECT ${TOKEN_COLUMNS} FROM api_tokens t WHERE t.id = ANY ($1)`, [ids]), ({ id }) => id);
  }
}
