import { Injectable } from '@nestjs/common';
import { Database } from '@fanfare/database';
import { type Connection, connectionOf, Loader, type PageArgs, pageSize } from '@fanfare/graphql';
import { type Actor, decodeCursor, encodeCursor } from '@fanfare/kernel';
import { MEMBER_COLUMNS, type MemberRow } from '../member.row.js';

const ORDER = 'MUTED';

const OF_VIEWER = `
  SELECT mm.muted_id AS id FROM member_mutes mm JOIN members v ON v.id = mm.member_id WHERE v.account_id = $1 AND mm.muted_id = ANY ($2::uuid[])`;

const PAGE = `
  SELECT ${MEMBER_COLUMNS}, mm.since FROM member_mutes mm JOIN members v ON v.id = mm.member_id JOIN members m ON m.id = mm.muted_id
  WHERE v.account_id = $1 AND mm.community_id = $2 AND ($3::timestamptz IS NULL OR (mm.since, mm.muted_id) < ($3, $4::uuid))
  ORDER BY mm.since DESC, mm.muted_id DESC LIMIT $5`;

const COUNT = 'SELECT count(*)::int AS count FROM member_mutes mm JOIN members v ON v.id = mm.member_id WHERE v.account_id = $1 AND mm.community_id = $2';

/** Whom somebody does not want to read: theirs to know, and nobody else's. */
@Injectable()
export class MutesQueries {
  /** Whether the reader muted a member. */
  readonly byViewer = new Loader<true>((ids, { actor }) => this.ofViewer(actor, ids));

  constructor(private readonly database: Database) {}

  /** The members that the actor muted in a community, the latest first. */
  async page({ accountId }: Actor, communityId: string, args: PageArgs): Promise<Connection<MemberRow>> {
    const [at, id] = args.after ? decodeCursor(ORDER, args.after, ['time', 'id']) : [null, null];
    const rows = await this.database.query<MemberRow & { since: Date }>(PAGE, [accountId, communityId, at && new Date(at), id, pageSize(args) + 1]);
    const cursorOf = (row: MemberRow) => encodeCursor(ORDER, [(row as MemberRow & { since: Date }).since.toISOString(), row.id]);
    return connectionOf<MemberRow>(rows, args, cursorOf, async () => (await this.database.query<{ count: number }>(COUNT, [accountId, communityId]))[0]!.count);
  }

  private async ofViewer({ accountId }: Actor, ids: readonly string[]): Promise<Map<string, true>> {
    if (accountId === null) return new Map();
    const rows = await this.database.query<{ id: string }>(OF_VIEWER, [accountId, ids]);
    return new Map(rows.map((row) => [row.id, true]));
  }
}
