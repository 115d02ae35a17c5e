import { Injectable } from '@nestjs/common';
import { Database } from '@fanfare/database';
import { groupedBy, keyedBy } from '@fanfare/graphql';
import type { Actor } from '@fanfare/kernel';
import type { EstimatePrecision } from './answers/estimate.js';
import { asSeenBy } from './idea.policy.js';
import { IDEA_COLUMNS, IDEA_TABLES, type IdeaRow } from './idea.row.js';
import { ERASED_UNANSWERED, readableIdeas } from './idea.visibility.js';
import { type IdeaStatus, PUBLIC_STATUSES } from './idea.status.js';
import { SqlParameters } from './sql-parameters.js';

export interface VersionRow {
  readonly ideaId: string;
  readonly number: number;
  readonly title: string;
  readonly body: string;
  readonly at: Date;
}

export interface MoveRow {
  readonly id: string;
  readonly ideaId: string;
  readonly from: IdeaStatus | null;
  readonly to: IdeaStatus;
  readonly at: Date;
  readonly actorId: string | null;
  readonly responseId: string | null;
  readonly reason: string | null;
}

export interface ResponseRow {
  readonly id: string;
  readonly ideaId: string;
  readonly authorId: string | null;
  readonly status: IdeaStatus;
  readonly body: string;
  readonly createdAt: Date;
  /** What was expected when it was said. */
  readonly estimateFrom: string | null;
  readonly estimatePrecision: EstimatePrecision | null;
}

export interface StatusCountRow {
  readonly communityId: string;
  readonly status: IdeaStatus;
  readonly count: number;
}

/** More versions than anybody reads: the latest of them. */
export const MOST_VERSIONS = 50;
/** The posting counts as one. */
export const MOST_MOVES = 100;
export const MOST_MERGED = 50;

const VERSIONS = `
  SELECT v.* FROM unnest($1::uuid[]) AS asked (id), LATERAL (
    SELECT idea_id AS "ideaId", number, title, body, created_at AS at FROM idea_versions WHERE idea_id = asked.id
    UNION ALL
    SELECT id, version, title, body, coalesce(edited_at, created_at) FROM ideas WHERE id = asked.id
    ORDER BY number DESC LIMIT ${MOST_VERSIONS + 1}
  ) v ORDER BY v.number`;

const MOVES = `
  SELECT m.* FROM unnest($1::uuid[]) AS asked (id), LATERAL (
    SELECT id, idea_id AS "ideaId", from_status AS "from", to_status AS "to", moved_at AS at, actor_id AS "actorId",
      response_id AS "responseId", reason
    FROM idea_moves WHERE idea_id = asked.id ORDER BY moved_at DESC, id DESC LIMIT ${MOST_MOVES}
  ) m ORDER BY m.at, m.id`;

export const RESPONSE_COLUMNS = `id, idea_id AS "ideaId", author_id AS "authorId", status, body, created_at AS "createdAt",
  estimate_from::text AS "estimateFrom", estimate_precision AS "estimatePrecision"`;

const LATEST_RESPONSES = `
  SELECT DISTINCT ON (idea_id) ${RESPONSE_COLUMNS} FROM official_responses WHERE idea_id = ANY ($1)
  ORDER BY idea_id, created_at DESC, id DESC`;

const STATUS_COUNTS = `
  SELECT community_id AS "communityId", status, sum(count)::int AS count FROM (
    SELECT community_id, status, count(*) FROM idea_ranks WHERE community_id = ANY ($1) AND status = ANY ($2) GROUP BY 1, 2
    UNION ALL SELECT community_id, status, -count(*) FROM ideas i WHERE community_id = ANY ($1) AND status = ANY ($2) AND ${ERASED_UNANSWERED} GROUP BY 1, 2
    UNION ALL SELECT community_id, status, -count(*) FROM ideas i
      WHERE community_id = ANY ($1) AND status = ANY ($2) AND withheld IS NOT NULL AND NOT ${ERASED_UNANSWERED} GROUP BY 1, 2
  ) counted GROUP BY 1, 2 HAVING sum(count) > 0`;

const AUTHOR_COUNTS = `
  SELECT author_id AS "authorId", sum(count)::int AS count FROM (
    SELECT author_id, count(*) FROM idea_ranks WHERE author_id = ANY ($1) AND status = ANY ($2) GROUP BY 1
    UNION ALL SELECT author_id, -count(*) FROM ideas WHERE author_id = ANY ($1) AND status = ANY ($2) AND withheld IS NOT NULL GROUP BY 1
  ) counted GROUP BY 1`;

/** What hangs on ideas, in batches. */
@Injectable()
export class IdeaDetailsQueries {
  constructor(private readonly database: Database) {}

  /** The texts of ideas from the first to the one in force; of the latest 51 at most, one more than is shown. */
  async versionsOf(ideaIds: readonly string[]): Promise<Map<string, VersionRow[]>> {
    return groupedBy(await this.database.query<VersionRow>(VERSIONS, [ideaIds]), (row) => row.ideaId);
  }

  /** From the first, of the latest 100 at most: where there are as many, the posting is none of the latest. */
  async movesOf(ideaIds: readonly string[]): Promise<Map<string, MoveRow[]>> {
    return groupedBy(await this.database.query<MoveRow>(MOVES, [ideaIds]), (row) => row.ideaId);
  }

  async responsesById(ids: readonly string[]): Promise<Map<string, ResponseRow>> {
    const sql = `SELECT ${RESPONSE_COLUMNS} FROM official_responses WHERE id = ANY ($1)`;
    return keyedBy(await this.database.query<ResponseRow>(sql, [ids]), (row) => row.id);
  }

  async latestResponses(ideaIds: readonly string[]): Promise<Map<string, ResponseRow>> {
    return keyedBy(await this.database.query<ResponseRow>(LATEST_RESPONSES, [ideaIds]), (row) => row.ideaId);
  }

  /** Duplicates that point at ideas, the latest first and no more than 50 of each, that the actor may read. */
  async mergedInto(targetIds: readonly string[], actor: Actor): Promise<Map<string, IdeaRow[]>> {
    const parameters = new SqlParameters();
    const sql = `SELECT d.* FROM unnest(${parameters.add(targetIds)}::uuid[]) AS asked (id), LATERAL (
        SELECT ${IDEA_COLUMNS} FROM ${IDEA_TABLES} WHERE i.merged_into_id = asked.id AND ${readableIdeas(actor, parameters)}
        ORDER BY i.created_at DESC, i.id DESC LIMIT ${MOST_MERGED}
      ) d ORDER BY d."createdAt" DESC, d.id DESC`;
    const rows = await this.database.query<IdeaRow>(sql, parameters.values);
    return groupedBy(rows.map((row) => asSeenBy(actor, row)), (row) => row.mergedIntoId!);
  }

  /** How many ideas stand where, of what everybody may read. */
  async statusCounts(communityIds: readonly string[]): Promise<Map<string, StatusCountRow[]>> {
    return groupedBy(await this.database.query<StatusCountRow>(STATUS_COUNTS, [communityIds, PUBLIC_STATUSES]), (row) => row.communityId);
  }

  /** How many public ideas members posted. */
  async authorCounts(memberIds: readonly string[]): Promise<Map<string, number>> {
    const rows = await this.database.query<{ authorId: string; count: number }>(AUTHOR_COUNTS, [memberIds, PUBLIC_STATUSES]);
    return new Map(rows.map((row) => [row.authorId, row.count]));
  }
}
