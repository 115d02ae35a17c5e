import { Injectable } from '@nestjs/common';
import { Database } from '@fanfare/database';
import { type Connection, connectionOf, groupedBy, keyedBy, type PageArgs, pageSize, type RequestContext } from '@fanfare/graphql';
import { decodeCursor, encodeCursor, type ProblemCode } from '@fanfare/kernel';
import { Benches } from '@fanfare/moderation';
import { APPEAL_COLUMNS, APPEAL_TABLES, type AmbassadorAppealRow } from './ambassador-appeal.row.js';

const OPEN = `
  SELECT ${APPEAL_COLUMNS} FROM ${APPEAL_TABLES} WHERE a.community_id = $1 AND a.decided_at IS NULL
    AND ($2::timestamptz IS NULL OR (a.opened_at, a.id) > ($2, $3::uuid)) ORDER BY a.opened_at, a.id LIMIT $4`;

const DECIDED = `
  SELECT ${APPEAL_COLUMNS} FROM ${APPEAL_TABLES} WHERE a.community_id = $1 AND a.decided_at IS NOT NULL
    AND ($2::timestamptz IS NULL OR (a.decided_at, a.id) < ($2, $3::uuid)) ORDER BY a.decided_at DESC, a.id DESC LIMIT $4`;

const BY_IDS = `SELECT ${APPEAL_COLUMNS} FROM ${APPEAL_TABLES} WHERE a.id = ANY ($1::uuid[])`;

/** By the review or revocation. */
const AGAINST = `
  SELECT r.id, r.clause, r.facts, r.passage, r.revoked_at AS at FROM term_revocations r WHERE r.id = ANY ($1::uuid[])
  UNION ALL SELECT r.id, NULL, r.reason, NULL, r.reviewed_at FROM entry_reviews r WHERE r.id = ANY ($1::uuid[])`;

const OF_SUBJECTS = `SELECT ${APPEAL_COLUMNS} FROM ${APPEAL_TABLES} WHERE a.subject_id = ANY ($1) ORDER BY a.opened_at DESC, a.id DESC`;

/** Whose appeals wait: a community may have moderators enough for one and too few for another. */
const WAITING_MEMBERS = 'SELECT DISTINCT member_id AS id FROM ambassador_appeals WHERE community_id = $1 AND decided_at IS NULL LIMIT 20';

/** What an appeal is against. */
export interface AppealedDecisionRow {
  readonly id: string;
  readonly clause: string | null;
  readonly facts: string;
  readonly passage: string | null;
  readonly at: Date;
}

interface Listing {
  readonly order: string;
  readonly sql: string;
  readonly where: string;
  readonly at: (row: AmbassadorAppealRow) => Date;
}

@Injectable()
export class AmbassadorAppealsQueries {
  constructor(
    private readonly database: Database,
    private readonly benches: Benches,
  ) {}

  /**
   * Why the reader has no office in which one of what waits is decided; null when they have. The panel and the operator have one
   * where moderators are too few.
   */
  async refusal(context: RequestContext, communityId: string): Promise<ProblemCode | null> {
    const first = await this.benches.refusal(context, { itemId: communityId, communityId, authorId: null });
    if (first === null || context.actor.accountId === null) return first;
    const members = await this.database.query<{ id: string }>(WAITING_MEMBERS, [communityId]);
    const each = await Promise.all(members.map(({ id }) => this.benches.refusal(context, { itemId: communityId, communityId, authorId: id })));
    if (each.includes(null)) return null;
    return [first, ...each].includes('SECOND_FACTOR_NEEDED') ? 'SECOND_FACTOR_NEEDED' : 'NOT_ALLOWED';
  }

  /** What waits, the oldest first. */
  open(communityId: string, args: PageArgs): Promise<Connection<AmbassadorAppealRow>> {
    return this.page(communityId, args, { order: 'AMBASSADOR_APPEAL', sql: OPEN, where: 'decided_at IS NULL', at: (row) => row.openedAt });
  }

  /** What was decided, the latest first. */
  decided(communityId: string, args: PageArgs): Promise<Connection<AmbassadorAppealRow>> {
    return this.page(communityId, args, { order: 'AMBASSADOR_APPEAL_DECIDED', sql: DECIDED, where: 'decided_at IS NOT NULL', at: (row) => row.decidedAt! });
  }

  async byIds(ids: readonly string[]): Promise<Map<string, AmbassadorAppealRow>> {
    return keyedBy(await this.database.query<AmbassadorAppealRow>(BY_IDS, [ids]), ({ id }) => id);
  }

  /** What appeals are against, by the id of the review or revocation. */
  async against(ids: readonly string[]): Promise<Map<string, AppealedDecisionRow>> {
    return keyedBy(await this.database.query<AppealedDecisionRow>(AGAINST, [ids]), ({ id }) => id);
  }

  /** The latest first. */
  async ofSubjects(ids: readonly string[]): Promise<Map<string, AmbassadorAppealRow[]>> {
    return groupedBy(await this.database.query<AmbassadorAppealRow>(OF_SUBJECTS, [ids]), (row) => row.subjectId);
  }

  private async page(communityId: string, args: PageArgs, { order, sql, where, at: timeOf }: Listing): Promise<Connection<AmbassadorAppealRow>> {
    const [at, id] = args.after ? decodeCursor(order, args.after, ['time', 'id']) : [null, null];
    const rows = await this.database.query<AmbassadorAppealRow>(sql, [communityId, at, id, pageSize(args) + 1]);
    const all = `SELECT count(*)::int AS count FROM ambassador_appeals WHERE community_id = $1 AND ${where}`;
    const count = async () => (await this.database.query<{ count: number }>(all, [communityId]))[0]!.count;
    return connectionOf(rows, args, (row) => encodeCursor(order, [timeOf(row).toISOString(), row.id]), count);
  }
}
