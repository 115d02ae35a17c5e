import { Injectable } from '@nestjs/common';
import { Database } from '@fanfare/database';
import { type Connection, connectionOf, type PageArgs, pageSize } from '@fanfare/graphql';
import { decodeCursor, encodeCursor } from '@fanfare/kernel';
import type { MoveRow } from '../idea-details.queries.js';
import { SHOWN_TO_ALL } from '../idea.visibility.js';

interface ChangeRow extends MoveRow {
  /** The moment with its microseconds. */
  readonly moment: string;
}

const LISTED = `
  FROM idea_moves m JOIN ideas i ON i.id = m.idea_id AND ${SHOWN_TO_ALL}
  WHERE m.community_id = $1 AND m.response_id IS NOT NULL AND ($2::uuid IS NULL OR i.category_id = $2)`;

const PAGE = `
  SELECT m.id, m.idea_id AS "ideaId", m.from_status AS "from", m.to_status AS "to", m.moved_at AS at, m.actor_id AS "actorId",
    m.response_id AS "responseId", m.reason, to_char(m.moved_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS moment
  ${LISTED} AND ($3::timestamptz IS NULL OR (m.moved_at, m.id) < ($3, $4::uuid))
  ORDER BY m.moved_at DESC, m.id DESC LIMIT $5`;

export interface ChangelogFilter {
  readonly communityId: string;
  readonly categoryId: string | null;
}

/** What the brand did in the open: every answered move, the latest first. */
@Injectable()
export class ChangelogQueries {
  constructor(private readonly database: Database) {}

  /** A cursor belongs to one category's changelog, or to the whole. */
  async page({ communityId, categoryId }: ChangelogFilter, args: PageArgs): Promise<Connection<MoveRow>> {
    const order = `CHANGELOG ${categoryId ?? ''}`;
    const [at, id] = args.after ? decodeCursor(order, args.after, ['time', 'id']) : [null, null];
    const rows = await this.database.query<ChangeRow>(PAGE, [communityId, categoryId, at, id, pageSize(args) + 1]);
    return connectionOf(rows, args, (row) => encodeCursor(order, [row.moment, row.id]), () => this.count(communityId, categoryId));
  }

  private async count(communityId: string, categoryId: string | null): Promise<number> {
    const [row] = await this.database.query<{ count: number }>(`SELECT count(*)::int AS count ${LISTED}`, [communityId, categoryId]);
    return row!.count;
  }
}
