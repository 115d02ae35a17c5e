import { Injectable } from '@nestjs/common';
import { Database } from '@fanfare/database';
import { type Connection, connectionOf, type PageArgs, pageSize } from '@fanfare/graphql';
import { decodeCursor, encodeCursor, Problem } from '@fanfare/kernel';
import { IDEA_COLUMNS, IDEA_TABLES, type IdeaRow } from '../idea.row.js';
import type { IdeaStatus } from '../idea.status.js';

/** What stands on a roadmap, in its order. */
export const ROADMAP_STATUSES: readonly IdeaStatus[] = ['PLANNED', 'IN_PROGRESS', 'DELIVERED'];

interface PlacedIdea extends IdeaRow {
  readonly stage: number;
  readonly place: number;
}

const LISTED = `roadmap_places p JOIN (${IDEA_TABLES}) ON i.id = p.idea_id WHERE p.community_id = $1 AND ($2::int IS NULL OR p.stage = $2)`;

const PAGE = `
  SELECT ${IDEA_COLUMNS}, p.stage, p.place FROM ${LISTED}
    AND ($3::int IS NULL OR (p.stage, p.place, p.idea_id) > ($3::smallint, $4::float8, $5::uuid))
  ORDER BY p.stage, p.place, p.idea_id LIMIT $6`;

/** What the brand is going to do, does and did. */
@Injectable()
export class RoadmapQueries {
  constructor(private readonly database: Database) {}

  /**
   * What is planned and in progress by when it is expected, what has no date after it; what was delivered, the latest first.
   *
   * @param status one of them only
   * @throws Problem `INVALID_INPUT` for a status that stands on no roadmap
   */
  async page(communityId: string, status: IdeaStatus | null, args: PageArgs): Promise<Connection<IdeaRow>> {
    const stage = stageOf(status);
    const order = `ROADMAP ${status ?? ''}`;
    const [after, place, id] = args.after ? decodeCursor(order, args.after, ['int', 'n', 'id']) : [null, null, null];
    const rows = await this.database.query<PlacedIdea>(PAGE, [communityId, stage, after, place, id, pageSize(args) + 1]);
    return connectionOf(rows, args, (row) => encodeCursor(order, [row.stage, row.place, row.id]), () => this.count(communityId, stage));
  }

  private async count(communityId: string, stage: number | null): Promise<number> {
    const [row] = await this.database.query<{ count: number }>(`SELECT count(*)::int AS count FROM ${LISTED}`, [communityId, stage]);
    return row!.count;
  }
}

function stageOf(status: IdeaStatus | null): number | null {
  if (status === null) return null;
  const at = ROADMAP_STATUSES.indexOf(status);
  if (at < 0) throw new Problem('INVALID_INPUT', { field: 'status' });
  return at + 1;
}
