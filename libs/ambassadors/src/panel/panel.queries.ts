import { Injectable } from '@nestjs/common';
import { Database, rowsOf, type Tx } from '@fanfare/database';
import { type Connection, connectionOf, groupedBy, keyedBy, type PageArgs, pageSize } from '@fanfare/graphql';
import { SqlParameters } from '@fanfare/ideas';
import { type CursorKind, type CursorValue, decodeCursor, encodeCursor } from '@fanfare/kernel';
import type { ApplicationOutcome, ApplicationState, CallSelection } from '../ambassadors.enums.js';
import { APPLICATION_COLUMNS, APPLICATION_TABLES, type ApplicationRow } from '../applications/application.row.js';
import type { CallRow } from '../calls/call.row.js';
import { BEST_FIRST, POINTS, type RankingRow } from './ranking.js';

export const APPLICATION_ORDERS = ['RANKING', 'SUBMITTED', 'WAITING_LIST'] as const;
export type ApplicationOrder = (typeof APPLICATION_ORDERS)[number];

export interface ApplicationsAsked {
  readonly order: ApplicationOrder;
  /** How the call is decided, which is what it is ranked by. */
  readonly selection: CallSelection;
  readonly states?: readonly ApplicationState[] | null;
  /** Only those that this member has not marked yet, and has no conflict with. */
  readonly unmarkedBy?: string | null;
  /** Whether a review was asked for and waits. */
  readonly reviewAsked?: boolean | null;
}

interface ListedRow extends ApplicationRow {
  readonly sort: number;
}

/** Every order ends in the time of submission and the id, so that pages never overlap. */
function sortOf({ order, selection }: ApplicationsAsked): string {
  if (order === 'RANKING') return BEST_FIRST[selection];
  return order === 'WAITING_LIST' ? 'coalesce(a.waiting_place, 100000)::float8' : '0::float8';
}
const KINDS: readonly CursorKind[] = ['n', 'time', 'id'];

/** What the panel is given: neither drafts nor what was taken back, nor what intake holds. */
const SUBMITTED = `a.state NOT IN ('DRAFT', 'WITHDRAWN') AND a.withheld IS NULL`;
/** Of the call `$1`. Counted once, whatever the planner knows of a call that just filled: a join might count it again for every row. */
const BEST = `
  CROSS JOIN (SELECT (SELECT coalesce(max(b.verified_votes), 0) FROM applications b WHERE b.call_id = $1::uuid AND b.state NOT IN ('DRAFT', 'WITHDRAWN')) AS most OFFSET 0) best`;

/** Who should not judge which application: they declared so, or put its applicant forward, whatever they became since. */
const CONFLICTS = `
  SELECT application_id, reviewer_id AS member_id FROM application_conflicts
  UNION ALL SELECT application_id, nominated_by FROM application_nominations`;

const HAS_POINTS: Readonly<Record<CallSelection, string>> = {
  PANEL: 'a.panel_points IS NOT NULL',
  COMMUNITY: 'a.verified_votes > 0',
  HALF: '(a.panel_points IS NOT NULL OR a.verified_votes > 0)',
};

/** Places among all of the call, whatever page is read: one window over its applications. */
const RANKING = `
  WITH best AS MATERIALIZED (
    SELECT call_id, max(verified_votes) AS most FROM applications
    WHERE call_id IN (SELECT call_id FROM applications WHERE id = ANY ($1::uuid[])) AND state NOT IN ('DRAFT', 'WITHDRAWN') GROUP BY call_id
  )
  SELECT r.* FROM (
    SELECT a.id AS "applicationId", rank() OVER (PARTITION BY a.call_id ORDER BY coalesce(${POINTS}, -1) DESC)::int AS place, (${POINTS})::float8 AS points,
      a.panel_points::float8 AS "panelPoints", a.reviewers, a.verified_votes AS "verifiedVotes", a.votes, best.most AS "mostVotes", k.selection,
      CASE WHEN best.most = 0 THEN NULL ELSE 5.0 * a.verified_votes / best.most END::float8 AS "communityPoints"
    FROM best JOIN calls k ON k.id = best.call_id JOIN applications a ON a.call_id = k.id
    WHERE ${SUBMITTED}
  ) r WHERE r."applicationId" = ANY ($1::uuid[])`;

export interface ScoreRow {
  readonly applicationId: string;
  readonly reviewerId: string;
  readonly criterion: number;
  readonly score: number;
  readonly note: string;
  readonly at: Date;
}

export interface NominationRow {
  readonly applicationId: string;
  readonly circleId: string;
  readonly at: Date;
}

/** Who applied, as they behaved here: what the panel may weigh. */
export interface StandingRow {
  readonly applicationId: string;
  readonly memberId: string;
  readonly level: string;
  readonly identityLevel: string;
  readonly score: number;
  readonly joinedAt: Date;
  readonly merits: readonly { readonly rule: string; readonly times: number }[];
  readonly topics: readonly { readonly category: string; readonly ideas: number }[];
  /** Parts of the estimate of genuineness, 0..1; empty while nobody judged them. */
  readonly evidence: Readonly<Record<string, number>>;
  readonly heldVotes: number;
}

const STANDINGS = `
  SELECT a.id AS "applicationId", m.id AS "memberId", m.level, m.identity_level AS "identityLevel", m.joined_at AS "joinedAt", coalesce(h.score, 0) AS score,
    coalesce(g.evidence, '{}') AS evidence,
    (SELECT count(*)::int FROM vote_suspicions s JOIN votes v ON v.idea_id = s.idea_id AND v.member_id = s.member_id WHERE s.member_id = m.id) AS "heldVotes",
    coalesce((SELECT jsonb_agg(jsonb_build_object('rule', c.rule, 'times', c.times) ORDER BY c.times DESC, c.rule) FROM (
      SELECT rule, count(*)::int AS times FROM reputation_credits WHERE member_id = m.id AND worth > 0 AND entry_id IS NOT NULL GROUP BY rule) c), '[]') AS merits,
    coalesce((SELECT jsonb_agg(jsonb_build_object('category', t.name, 'ideas', t.ideas) ORDER BY t.ideas DESC, t.name) FROM (
      SELECT c.name, count(*)::int AS ideas FROM ideas i JOIN categories c ON c.id = i.category_id
      WHERE i.author_id = m.id AND i.status NOT IN ('DRAFT', 'PENDING', 'REMOVED') GROUP BY c.name ORDER BY 2 DESC LIMIT 5) t), '[]') AS topics
  FROM applications a JOIN members m ON m.id = a.member_id LEFT JOIN reputation_members h ON h.member_id = m.id
  LEFT JOIN genuineness_members g ON g.member_id = m.id WHERE a.id = ANY ($1::uuid[])`;

/** What the panel's desk reads. A page costs the same however many applied. */
@Injectable()
export class PanelQueries {
  constructor(private readonly database: Database) {}

  /** A call's applications, without drafts and what was taken back. @throws Problem `INVALID_CURSOR`, `INVALID_PAGE_SIZE` */
  async page(callId: string, args: PageArgs, asked: ApplicationsAsked): Promise<Connection<ApplicationRow>> {
    const parameters = new SqlParameters();
    const where = listed(callId, asked, parameters);
    const after = args.after ? decodeCursor(asked.order, args.after, KINDS) : null;
    const types = ['float8', 'timestamptz', 'uuid'];
    const beyond = after?.map((value, at) => `${parameters.add(value)}::${types[at]}`).join(', ');
    const sql = `
      SELECT * FROM (SELECT ${APPLICATION_COLUMNS}, ${sortOf(asked)} AS sort FROM ${APPLICATION_TABLES} ${bestOf(asked)} WHERE ${where}) r
      ${beyond ? `WHERE (r.sort, r."submittedAt", r.id) > (${beyond})` : ''}
      ORDER BY r.sort, r."submittedAt", r.id LIMIT ${parameters.add(pageSize(args) + 1)}`;
    const rows = await this.database.query<ListedRow>(sql, parameters.values);
    const tuple = (row: ApplicationRow): CursorValue[] => [(row as ListedRow).sort, row.submittedAt!.toISOString(), row.id];
    return connectionOf<ApplicationRow>(rows, args, (row) => encodeCursor(asked.order, tuple(row)), () => this.count(callId, asked));
  }

  /**
   * The first of the ranking who wait for an answer, in its order; equal points by who handed in first. To be selected or put on the
   * waiting list takes points, and to be selected no other term.
   */
  async firstUndecided(tx: Tx, { id, selection }: Pick<CallRow, 'id' | 'selection'>, count: number, outcome: ApplicationOutcome): Promise<string[]> {
    const points = outcome === 'DECLINED' ? '' : `AND ${HAS_POINTS[selection]}`;
    const free = outcome === 'SELECTED' ? `AND NOT EXISTS (SELECT FROM terms t WHERE t.member_id = a.member_id AND t.state IN ('ACTIVE', 'OFFERED'))` : '';
    const sql = `SELECT a.id FROM applications a JOIN calls k ON k.id = a.call_id ${bestOf({ order: 'RANKING', selection })}
      WHERE a.call_id = $1 AND a.state = 'SUBMITTED' AND ${SUBMITTED} ${points} ${free} ORDER BY ${BEST_FIRST[selection]}, a.submitted_at, a.id LIMIT $2`;
    return (await rowsOf<{ id: string }>(tx, sql, [id, count])).map((row) => row.id);
  }

  async rankingOf(ids: readonly string[]): Promise<Map<string, RankingRow>> {
    return keyedBy(await this.database.query<RankingRow>(RANKING, [ids]), ({ applicationId }) => applicationId);
  }

  /** Every mark, by application. */
  async scoresOf(ids: readonly string[], tx: Tx = this.database.reader): Promise<Map<string, ScoreRow[]>> {
    const sql = `SELECT application_id AS "applicationId", reviewer_id AS "reviewerId", criterion, score, note, scored_at AS at FROM application_scores
      WHERE application_id = ANY ($1::uuid[]) ORDER BY application_id, reviewer_id, criterion`;
    return groupedBy(await rowsOf<ScoreRow>(tx, sql, [ids]), ({ applicationId }) => applicationId);
  }

  async standingsOf(ids: readonly string[]): Promise<Map<string, StandingRow>> {
    return keyedBy(await this.database.query<StandingRow>(STANDINGS, [ids]), ({ applicationId }) => applicationId);
  }

  async nominationsOf(ids: readonly string[]): Promise<Map<string, NominationRow[]>> {
    const sql = `SELECT application_id AS "applicationId", circle_id AS "circleId", nominated_at AS at FROM application_nominations
      WHERE application_id = ANY ($1::uuid[]) ORDER BY nominated_at, circle_id`;
    return groupedBy(await this.database.query<NominationRow>(sql, [ids]), ({ applicationId }) => applicationId);
  }

  /** Which of these the account's member should not judge. */
  async conflictsOf(accountId: string, ids: readonly string[], tx: Tx = this.database.reader): Promise<Map<string, true>> {
    const sql = `SELECT DISTINCT x.application_id AS id FROM (${CONFLICTS}) x JOIN members m ON m.id = x.member_id WHERE m.account_id = $1 AND x.application_id = ANY ($2::uuid[])`;
    return new Map((await rowsOf<{ id: string }>(tx, sql, [accountId, ids])).map(({ id }) => [id, true]));
  }

  /** For which of these the account's member voted. */
  async votesOf(accountId: string, ids: readonly string[]): Promise<Map<string, true>> {
    const sql = `SELECT v.application_id AS id FROM application_votes v JOIN members m ON m.id = v.member_id WHERE m.account_id = $1 AND v.application_id = ANY ($2::uuid[])`;
    return new Map((await this.database.query<{ id: string }>(sql, [accountId, ids])).map(({ id }) => [id, true]));
  }

  /** Of which calls the account was named a reader, beside the brand's people. */
  async reviewsFor(accountId: string, callIds: readonly string[], tx: Tx = this.database.reader): Promise<Map<string, true>> {
    const sql = `SELECT r.call_id AS id FROM call_reviewers r JOIN members m ON m.id = r.member_id WHERE m.account_id = $1 AND r.call_id = ANY ($2::uuid[])`;
    return new Map((await rowsOf<{ id: string }>(tx, sql, [accountId, callIds])).map(({ id }) => [id, true]));
  }

  private async count(callId: string, asked: ApplicationsAsked): Promise<number> {
    const parameters = new SqlParameters();
    const sql = `SELECT count(*)::int AS count FROM applications a WHERE ${listed(callId, asked, parameters)}`;
    return (await this.database.query<{ count: number }>(sql, parameters.values))[0]!.count;
  }
}

/** The most votes of the call: only half and half is put in order by it. */
function bestOf({ order, selection }: Pick<ApplicationsAsked, 'order' | 'selection'>): string {
  return order === 'RANKING' && selection === 'HALF' ? BEST : '';
}

function listed(callId: string, { states, unmarkedBy, reviewAsked }: ApplicationsAsked, parameters: SqlParameters): string {
  const conditions = [`a.call_id = ${parameters.add(callId)}::uuid`, SUBMITTED];
  if (states?.length) conditions.push(`a.state = ANY (${parameters.add(states)}::text[])`);
  if (unmarkedBy) {
    const reviewer = parameters.add(unmarkedBy);
    conditions.push(`NOT EXISTS (SELECT FROM application_scores s WHERE s.application_id = a.id AND s.reviewer_id = ${reviewer}::uuid)`);
    conditions.push(`NOT EXISTS (SELECT FROM (${CONFLICTS}) x WHERE x.application_id = a.id AND x.member_id = ${reviewer}::uuid)`);
    conditions.push(`a.member_id <> ${reviewer}::uuid`);
  }
  if (reviewAsked) conditions.push('EXISTS (SELECT FROM application_reviews_asked r WHERE r.application_id = a.id AND r.outcome IS NULL)');
  return conditions.join(' AND ');
}
