import { Injectable } from '@nestjs/common';
import { Database, rowsOf, type Tx } from '@fanfare/database';
import { type Connection, connectionOf, keyedBy, type PageArgs, pageSize } from '@fanfare/graphql';
import { Clock, decodeCursor, encodeCursor } from '@fanfare/kernel';
import { createHash } from 'node:crypto';
import { INVITATION_COLUMNS, type InvitationRow } from './invitation.row.js';

const ORDER = 'LATEST_SENT';

const PAGE = `
  SELECT ${INVITATION_COLUMNS} FROM staff_invitations i
  WHERE i.community_id = $1 AND ($2::timestamptz IS NULL OR (i.invited_at, i.id) < ($2, $3::uuid))
  ORDER BY i.invited_at DESC, i.id DESC LIMIT $4`;

// An address is somebody's once they confirmed it: who only claims it sees nothing.
const OF_ACCOUNTS = `
  SELECT ${INVITATION_COLUMNS} FROM accounts a JOIN staff_invitations i ON i.email = a.email
  WHERE a.id = $1 AND a.email_confirmed_at IS NOT NULL AND i.ended_at IS NULL AND i.expires_at > $2
  ORDER BY i.invited_at DESC, i.id DESC LIMIT 50`;

/** Reads of invitations. Who may is the callers' policy. */
@Injectable()
export class InvitationsQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async byIds(ids: readonly string[]): Promise<Map<string, InvitationRow>> {
    const sql = `SELECT ${INVITATION_COLUMNS} FROM staff_invitations i WHERE i.id = ANY ($1)`;
    return keyedBy(await this.database.query<InvitationRow>(sql, [ids]), (row) => row.id);
  }

  /** The invitation a mail's link belongs to, or null. */
  async byToken(token: string, tx: Tx = this.database.reader): Promise<InvitationRow | null> {
    const sql = `SELECT ${INVITATION_COLUMNS} FROM staff_invitations i WHERE i.token_hashes @> ARRAY[$1::bytea]`;
    const [row] = await rowsOf<InvitationRow>(tx, sql, [tokenHash(token)]);
    return row ?? null;
  }

  /** A community's, the last sent first; those that are over stay for a month. */
  async page(communityId: string, args: PageArgs): Promise<Connection<InvitationRow>> {
    const [at, id] = args.after ? decodeCursor(ORDER, args.after, ['time', 'id']) : [null, null];
    const rows = await this.database.query<InvitationRow>(PAGE, [communityId, at && new Date(at), id, pageSize(args) + 1]);
    const cursorOf = (row: InvitationRow) => encodeCursor(ORDER, [row.invitedAt.toISOString(), row.id]);
    return connectionOf(rows, args, cursorOf, () => this.count(communityId));
  }

  /** What an account is invited to now, at the address it confirmed. */
  standingFor(accountId: string): Promise<InvitationRow[]> {
    return this.database.query<InvitationRow>(OF_ACCOUNTS, [accountId, this.clock.now()]);
  }

  private async count(communityId: string): Promise<number> {
    const sql = 'SELECT count(*)::int AS count FROM staff_invitations WHERE community_id = $1';
    const [row] = await this.database.query<{ count: number }>(sql, [communityId]);
    return row!.count;
  }
}

/** How a link's secret is kept. */
export function tokenHash(token: string): Buffer {
  return createHash('sha256').update(`STAFF_INVITATION:${token}`).digest();
}
