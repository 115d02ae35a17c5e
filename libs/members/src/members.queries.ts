import { Injectable } from '@nestjs/common';
import { Database, rowsOf, type Tx } from '@fanfare/database';
import { type Connection, connectionOf, groupedBy, keyedBy, PageArgs, pageSize } from '@fanfare/graphql';
import { type Actor, decodeCursor, encodeCursor } from '@fanfare/kernel';
import { memberAsSeenBy } from './member.policy.js';
import { MEMBER_COLUMNS, type MemberRow } from './member.row.js';

/** A person's place in one community. */
export interface AccountInCommunity {
  readonly accountId: string;
  readonly communityId: string;
}

export const keyOfAccount = (key: AccountInCommunity) => `${key.accountId}:${key.communityId}`;

/** A handle, in lower case, in one community. */
export interface HandleInCommunity {
  readonly handle: string;
  readonly communityId: string;
}

export const keyOfHandle = (key: HandleInCommunity) => `${key.handle}:${key.communityId}`;

export const MEMBER_ORDERS = ['NEWEST', 'HANDLE'] as const;
export type MemberOrder = (typeof MEMBER_ORDERS)[number];

const NEWEST = `
  SELECT ${MEMBER_COLUMNS} FROM members m
  WHERE m.community_id = $1 AND m.former_since IS NULL AND ($2::timestamptz IS NULL OR (m.joined_at, m.id) < ($2, $3::uuid))
  ORDER BY m.joined_at DESC, m.id DESC LIMIT $4`;

const BY_HANDLE = `
  SELECT ${MEMBER_COLUMNS} FROM members m
  WHERE m.community_id = $1 AND m.former_since IS NULL AND ($2::citext IS NULL OR m.handle > $2::citext)
  ORDER BY m.handle LIMIT $3`;

/** Profiles are public. */
@Injectable()
export class MembersQueries {
  constructor(private readonly database: Database) {}

  async byIds(ids: readonly string[]): Promise<Map<string, MemberRow>> {
    const sql = `SELECT ${MEMBER_COLUMNS} FROM members m WHERE m.id = ANY ($1)`;
    return keyedBy(await this.database.query<MemberRow>(sql, [ids]), (row) => row.id);
  }

  /** Keyed as `keyOfAccount` says. */
  async byAccounts(keys: readonly AccountInCommunity[]): Promise<Map<string, MemberRow>> {
    const rows = await this.database.query<MemberRow>(
      `SELECT ${MEMBER_COLUMNS} FROM members m
       JOIN unnest($1::uuid[], $2::uuid[]) AS k (account_id, community_id)
         ON m.account_id = k.account_id AND m.community_id = k.community_id`,
      [keys.map((key) => key.accountId), keys.map((key) => key.communityId)],
    );
    return keyedBy(rows, (row) => keyOfAccount({ accountId: row.accountId!, communityId: row.communityId }));
  }

  /** Every membership of accounts, the latest first. */
  async membershipsOf(accountIds: readonly string[]): Promise<Map<string, MemberRow[]>> {
    const sql = `SELECT ${MEMBER_COLUMNS} FROM members m WHERE m.account_id = ANY ($1) ORDER BY m.joined_at DESC, m.id DESC`;
    return groupedBy(await this.database.query<MemberRow>(sql, [accountIds]), (row) => row.accountId!);
  }

  /** The member with a handle, in any case, or null. */
  async byHandle(communityId: string, handle: string, tx: Tx = this.database.reader): Promise<MemberRow | null> {
    const sql = `SELECT ${MEMBER_COLUMNS} FROM members m WHERE m.community_id = $1 AND m.handle = $2::citext`;
    const [row] = await rowsOf<MemberRow>(tx, sql, [communityId, handle.slice(0, 100).replaceAll('\0', '')]);
    return row ?? null;
  }

  /** Which handles somebody has; keyed as `keyOfHandle` says. */
  async knownHandles(keys: readonly HandleInCommunity[]): Promise<Map<string, true>> {
    const rows = await this.database.query<HandleInCommunity>(
      `SELECT k.handle, k.community_id AS "communityId" FROM unnest($1::citext[], $2::uuid[]) AS k (handle, community_id)
       WHERE EXISTS (SELECT FROM members m WHERE m.community_id = k.community_id AND m.handle = k.handle)`,
      [keys.map((key) => key.handle), keys.map((key) => key.communityId)],
    );
    return new Map(rows.map((row) => [keyOfHandle(row), true]));
  }

  page(communityId: string, args: PageArgs, order: MemberOrder): Promise<Connection<MemberRow>> {
    return order === 'HANDLE' ? this.byHandlePage(communityId, args) : this.newestPage(communityId, args);
  }

  private async newestPage(communityId: string, args: PageArgs): Promise<Connection<MemberRow>> {
    const [at, id] = args.after ? decodeCursor('NEWEST', args.after, ['time', 'id']) : [null, null];
    const rows = await this.database.query<MemberRow>(NEWEST, [communityId, at && new Date(at), id, pageSize(args) + 1]);
    const cursorOf = (row: MemberRow) => encodeCursor('NEWEST', [row.joinedAt.toISOString(), row.id]);
    return connectionOf(rows, args, cursorOf, () => this.count(communityId));
  }

  private async byHandlePage(communityId: string, args: PageArgs): Promise<Connection<MemberRow>> {
    // Handles are unique in a community: the handle alone is a whole sort tuple.
    const [handle] = args.after ? decodeCursor('HANDLE', args.after, ['s']) : [null];
    const rows = await this.database.query<MemberRow>(BY_HANDLE, [communityId, handle, pageSize(args) + 1]);
    return connectionOf(rows, args, (row) => encodeCursor('HANDLE', [row.handle]), () => this.count(communityId));
  }

  private async count(communityId: string): Promise<number> {
    const sql = 'SELECT count(*)::int AS count FROM members WHERE community_id = $1 AND former_since IS NULL';
    const [row] = await this.database.query<{ count: number }>(sql, [communityId]);
    return row!.count;
  }
}

/** A page of members as a reader is given them. */
export function membersAsSeenBy(actor: Actor, page: Connection<MemberRow>): Connection<MemberRow> {
  const edges = page.edges.map((edge) => ({ ...edge, node: memberAsSeenBy(actor, edge.node) }));
  return { ...page, edges, nodes: edges.map(({ node }) => node) };
}
