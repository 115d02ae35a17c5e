import { Injectable } from '@nestjs/common';
import { Database, rowsOf, type Tx } from '@fanfare/database';
import { type Connection, connectionOf, type PageArgs, pageSize } from '@fanfare/graphql';
import { decodeCursor, encodeCursor } from '@fanfare/kernel';
import { NOTIFICATION_COLUMNS, type NotificationRow } from './notification.row.js';

/** Unread ones are counted up to so many: a bell shows no more. */
export const MOST_COUNTED = 100;

const ORDER = 'INBOX';

const page = (unreadOnly: boolean) => `
  SELECT ${NOTIFICATION_COLUMNS} FROM notifications n
  WHERE n.recipient_id = $1 AND n.in_app ${unreadOnly ? 'AND n.read_at IS NULL' : ''}
    AND ($2::timestamptz IS NULL OR (n.happened_at, n.id) < ($2, $3::uuid))
  ORDER BY n.happened_at DESC, n.id DESC LIMIT $4`;

const count = (unreadOnly: boolean) => `
  SELECT count(*)::int AS count FROM notifications n WHERE n.recipient_id = $1 AND n.in_app ${unreadOnly ? 'AND n.read_at IS NULL' : ''}`;

const UNREAD = `
  SELECT count(*)::int AS count FROM (
    SELECT FROM notifications n WHERE n.recipient_id = $1 AND n.in_app AND n.read_at IS NULL LIMIT ${MOST_COUNTED}
  ) unread`;

const OF_MAILING = `
  SELECT ${NOTIFICATION_COLUMNS} FROM notifications n WHERE n.mailing_id = $1 ORDER BY n.happened_at DESC, n.id DESC`;

@Injectable()
export class NotificationsQueries {
  constructor(private readonly database: Database) {}

  /** What a member was told, the latest first. */
  async inbox(memberId: string, args: PageArgs, unreadOnly: boolean): Promise<Connection<NotificationRow>> {
    const [at, id] = args.after ? decodeCursor(ORDER, args.after, ['time', 'id']) : [null, null];
    const rows = await this.database.query<NotificationRow>(page(unreadOnly), [memberId, at && new Date(at), id, pageSize(args) + 1]);
    const cursorOf = (row: NotificationRow) => encodeCursor(ORDER, [row.happenedAt.toISOString(), row.id]);
    return connectionOf(rows, args, cursorOf, () => this.count(count(unreadOnly), memberId));
  }

  /** How many a member has not read, up to `MOST_COUNTED`. */
  unread(memberId: string, tx: Tx = this.database.reader): Promise<number> {
    return this.count(UNREAD, memberId, tx);
  }

  /** The matters of a mail, the latest first. */
  ofMailing(mailingId: string): Promise<NotificationRow[]> {
    return this.database.query<NotificationRow>(OF_MAILING, [mailingId]);
  }

  private async count(sql: string, memberId: string, tx: Tx = this.database.reader): Promise<number> {
    const [row] = await rowsOf<{ count: number }>(tx, sql, [memberId]);
    return row!.count;
  }
}
