import { Injectable } from '@nestjs/common';
import { Database, rowsOf, type Tx } from '@fanfare/database';
import { type Connection, connectionOf, keyedBy, type PageArgs, pageSize } from '@fanfare/graphql';
import { SqlParameters } from '@fanfare/ideas';
import { type CursorKind, type CursorValue, decodeCursor, encodeCursor } from '@fanfare/kernel';
import { CIRCLE_COLUMNS, type CircleRow } from './circle.row.js';

export const CIRCLE_ORDERS = ['LARGEST', 'NEWEST', 'NAME'] as const;
export type CircleOrder = (typeof CIRCLE_ORDERS)[number];

interface ListedRow extends CircleRow {
  readonly sortName: string;
}

interface Order {
  readonly columns: readonly string[];
  readonly direction: 'ASC' | 'DESC';
  readonly kinds: readonly CursorKind[];
  readonly types: readonly string[];
  readonly tuple: (row: ListedRow) => CursorValue[];
}

const ORDERS: Readonly<Record<CircleOrder, Order>> = {
  LARGEST: {
    columns: ['o.member_count', 'o.created_at', 'o.id'],
    direction: 'DESC',
    kinds: ['int', 'time', 'id'],
    types: ['int', 'timestamptz', 'uuid'],
    tuple: (row) => [row.memberCount, row.createdAt.toISOString(), row.id],
  },
  NEWEST: {
    columns: ['o.created_at', 'o.id'],
    direction: 'DESC',
    kinds: ['time', 'id'],
    types: ['timestamptz', 'uuid'],
    tuple: (row) => [row.createdAt.toISOString(), row.id],
  },
  NAME: {
    columns: ['plain_text(o.name)', 'o.id'],
    direction: 'ASC',
    kinds: ['s', 'id'],
    types: ['text', 'uuid'],
    tuple: (row) => [row.sortName, row.id],
  },
};

export interface CirclesAsked {
  readonly order: CircleOrder;
  /** Words of the name. */
  readonly search?: string | null;
}

const OF_MEMBER_ORDER = 'JOINED';

const OF_MEMBER = `
  SELECT ${CIRCLE_COLUMNS}, k.joined_at AS "sortAt" FROM circle_members k JOIN circles o ON o.id = k.circle_id
  WHERE k.member_id = $1 AND ($2::timestamptz IS NULL OR (k.joined_at, k.circle_id) < ($2, $3::uuid))
  ORDER BY k.joined_at DESC, k.circle_id DESC LIMIT $4`;

/** That a circle exists, who it is for and who is in it is public. */
@Injectable()
export class CirclesQueries {
  constructor(private readonly database: Database) {}

  async byIds(ids: readonly string[], tx: Tx = this.database.reader): Promise<Map<string, CircleRow>> {
    const sql = `SELECT ${CIRCLE_COLUMNS} FROM circles o WHERE o.id = ANY ($1::uuid[])`;
    return keyedBy(await rowsOf<CircleRow>(tx, sql, [ids]), (row) => row.id);
  }

  /** The circle at an address of a community, or null. */
  async bySlug(communitySlug: string, slug: string): Promise<CircleRow | null> {
    const sql = `SELECT ${CIRCLE_COLUMNS} FROM circles o JOIN communities c ON c.id = o.community_id WHERE c.slug = $1 AND o.slug = $2`;
    const asked = [communitySlug, slug].map((text) => text.slice(0, 100).toLowerCase().replaceAll('\0', ''));
    const [row] = await this.database.query<CircleRow>(sql, asked);
    return row ?? null;
  }

  /** A community's circles; those that everybody left are not listed. @throws Problem `INVALID_CURSOR`, `INVALID_PAGE_SIZE` */
  async page(communityId: string, args: PageArgs, { order, search }: CirclesAsked): Promise<Connection<CircleRow>> {
    const { columns, direction, kinds, types, tuple } = ORDERS[order];
    const parameters = new SqlParameters();
    const where = listed(communityId, search, parameters);
    const after = args.after ? decodeCursor(order, args.after, kinds) : null;
    const beyond = after?.map((value, at) => `${parameters.add(value)}::${types[at]}`).join(', ');
    const sql = `
      SELECT ${CIRCLE_COLUMNS}, plain_text(o.name) AS "sortName" FROM circles o
      WHERE ${where} ${beyond ? `AND (${columns.join(', ')}) ${direction === 'ASC' ? '>' : '<'} (${beyond})` : ''}
      ORDER BY ${columns.map((column) => `${column} ${direction}`).join(', ')} LIMIT ${parameters.add(pageSize(args) + 1)}`;
    const rows = await this.database.query<ListedRow>(sql, parameters.values);
    return connectionOf(rows, args, (row) => encodeCursor(order, tuple(row as ListedRow)), () => this.count(communityId, search));
  }

  /** The circles a member is in, the one joined last first. */
  async ofMember(memberId: string, args: PageArgs): Promise<Connection<CircleRow>> {
    const [at, id] = args.after ? decodeCursor(OF_MEMBER_ORDER, args.after, ['time', 'id']) : [null, null];
    const rows = await this.database.query<CircleRow & { sortAt: Date }>(OF_MEMBER, [memberId, at, id, pageSize(args) + 1]);
    const cursorOf = (row: CircleRow) => encodeCursor(OF_MEMBER_ORDER, [(row as CircleRow & { sortAt: Date }).sortAt.toISOString(), row.id]);
    return connectionOf<CircleRow>(rows, args, cursorOf, async () => {
      const [row] = await this.database.query<{ count: number }>('SELECT count(*)::int AS count FROM circle_members WHERE member_id = $1', [memberId]);
      return row!.count;
    });
  }

  private async count(communityId: string, search: string | null | undefined): Promise<number> {
    const parameters = new SqlParameters();
    const sql = `SELECT count(*)::int AS count FROM circles o WHERE ${listed(communityId, search, parameters)}`;
    const [row] = await this.database.query<{ count: number }>(sql, parameters.values);
    return row!.count;
  }
}

const LONGEST_SEARCH = 100;

function listed(communityId: string, search: string | null | undefined, parameters: SqlParameters): string {
  const conditions = [`o.community_id = ${parameters.add(communityId)}::uuid`, 'o.member_count > 0'];
  const words = search?.replaceAll('\0', '').trim().slice(0, LONGEST_SEARCH).split(/\s+/) ?? [];
  for (const word of words) if (word) conditions.push(`strpos(plain_text(o.name), plain_text(${parameters.add(word)}::text)) > 0`);
  return conditions.join(' AND ');
}
