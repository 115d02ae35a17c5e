import { Injectable } from '@nestjs/common';
import { Database, rowsOf, type Tx } from '@fanfare/database';
import { type Connection, connectionOf, groupedBy, type PageArgs, pageSize } from '@fanfare/graphql';
import { decodeCursor, encodeCursor } from '@fanfare/kernel';
import { DUPLICATE_COLUMNS, type DuplicateRow } from './duplicate.row.js';

/** Only what could be merged now. */
const MERGEABLE = `
  JOIN ideas i ON i.id = s.idea_id AND i.status NOT IN ('DRAFT', 'PENDING', 'MERGED', 'REMOVED') AND i.erased_at IS NULL AND i.withheld IS NULL
  JOIN ideas o ON o.id = s.other_id AND o.status NOT IN ('DRAFT', 'PENDING', 'MERGED', 'REMOVED') AND o.erased_at IS NULL AND o.withheld IS NULL`;

const PAGE = `
  SELECT ${DUPLICATE_COLUMNS} FROM duplicate_suggestions s ${MERGEABLE}
  WHERE s.community_id = $1 AND s.dismissed_at IS NULL
    AND ($2::int IS NULL OR (s.score, s.idea_id, s.other_id) < ($2, $3::uuid, $4::uuid))
  ORDER BY s.score DESC, s.idea_id DESC, s.other_id DESC LIMIT $5`;

const COUNT = `
  SELECT count(*)::int AS count FROM duplicate_suggestions s ${MERGEABLE} WHERE s.community_id = $1 AND s.dismissed_at IS NULL`;

const MOST_OF_IDEA = 10;

const OF_IDEAS = `
  SELECT asked.id AS "askedId", d.* FROM unnest($1::uuid[]) AS asked (id), LATERAL (
    SELECT ${DUPLICATE_COLUMNS} FROM duplicate_suggestions s ${MERGEABLE}
    WHERE (s.idea_id = asked.id OR s.other_id = asked.id) AND s.dismissed_at IS NULL
    ORDER BY s.score DESC, s.idea_id DESC, s.other_id DESC LIMIT ${MOST_OF_IDEA}
  ) d`;

const SHARED_SUPPORTERS = `
  SELECT p.key, count(b.member_id)::int AS count
  FROM unnest($1::text[], $2::uuid[], $3::uuid[]) AS p (key, idea_id, other_id)
  LEFT JOIN votes a ON a.idea_id = p.idea_id LEFT JOIN votes b ON b.idea_id = p.other_id AND b.member_id = a.member_id GROUP BY 1`;

const DISMISS = `
  UPDATE duplicate_suggestions SET dismissed_at = $3, dismissed_by = $4
  WHERE idea_id = greatest($1::uuid, $2::uuid) AND other_id = least($1::uuid, $2::uuid) AND dismissed_at IS NULL RETURNING 1`;

const ORDER = 'DUPLICATES';

/** A pair's name among others of a request. */
export const pairKey = ({ ideaId, otherId }: Pick<DuplicateRow, 'ideaId' | 'otherId'>) => `${ideaId} ${otherId}`;

/** Reads, and the one write, of suggested duplicates. */
@Injectable()
export class DuplicatesQueries {
  constructor(private readonly database: Database) {}

  /** A community's likely duplicates that nobody merged or dismissed, the most alike first. */
  async page(communityId: string, args: PageArgs): Promise<Connection<DuplicateRow>> {
    const [score, ideaId, otherId] = args.after ? decodeCursor(ORDER, args.after, ['int', 'id', 'id']) : [null, null, null];
    const rows = await this.database.query<DuplicateRow>(PAGE, [communityId, score, ideaId, otherId, pageSize(args) + 1]);
    return connectionOf(rows, args, (row) => encodeCursor(ORDER, [row.score, row.ideaId, row.otherId]), () => this.count(communityId));
  }

  /** The same by either of its ideas, ten at most for each. */
  async ofIdeas(ideaIds: readonly string[]): Promise<Map<string, (DuplicateRow & { askedId: string })[]>> {
    return groupedBy(await this.database.query<DuplicateRow & { askedId: string }>(OF_IDEAS, [ideaIds]), (row) => row.askedId);
  }

  /** How many people voted for both of a pair, now; by `pairKey`. */
  async sharedSupporters(pairs: readonly Pick<DuplicateRow, 'ideaId' | 'otherId'>[]): Promise<Map<string, number>> {
    const values = [pairs.map(pairKey), pairs.map((pair) => pair.ideaId), pairs.map((pair) => pair.otherId)];
    const rows = await this.database.query<{ key: string; count: number }>(SHARED_SUPPORTERS, values);
    return new Map(rows.map(({ key, count }) => [key, count]));
  }

  /** Never suggests two ideas again. @returns whether they were suggested until now */
  async dismiss(tx: Tx, ideaId: string, otherId: string, at: Date, memberId: string): Promise<boolean> {
    return (await rowsOf(tx, DISMISS, [ideaId, otherId, at, memberId])).length > 0;
  }

  private async count(communityId: string): Promise<number> {
    const [row] = await this.database.query<{ count: number }>(COUNT, [communityId]);
    return row!.count;
  }
}
