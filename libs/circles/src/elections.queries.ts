import { Injectable } from '@nestjs/common';
import { Database, rowsOf, type Tx } from '@fanfare/database';
import { type Connection, connectionOf, groupedBy, keyedBy, type PageArgs, pageSize } from '@fanfare/graphql';
import { decodeCursor, encodeCursor } from '@fanfare/kernel';
import { CALL_MS, type Counted } from './election.policy.js';
import { CANDIDATE_COLUMNS, type CandidateRow, ELECTION_COLUMNS, type ElectionRow } from './election.row.js';

const ORDER = 'ELECTIONS';

const PAGE = `
  SELECT ${ELECTION_COLUMNS} FROM circle_elections e
  WHERE e.circle_id = $1 AND ($2::timestamptz IS NULL OR (e.started_at, e.id) < ($2, $3::uuid))
  ORDER BY e.started_at DESC, e.id DESC LIMIT $4`;

const CANDIDATES = `
  SELECT ${CANDIDATE_COLUMNS} FROM circle_candidates c WHERE c.election_id = ANY ($1::uuid[])
  ORDER BY c.votes DESC NULLS LAST, c.stood_at, c.member_id`;

/** Candidates of a running election with the ballots for them. */
const COUNT = `
  SELECT c.member_id AS "memberId", k.joined_at AS "joinedAt",
    (SELECT count(*)::int FROM circle_ballots b WHERE b.election_id = c.election_id AND b.candidate_id = c.member_id) AS votes
  FROM circle_candidates c JOIN circle_members k ON k.circle_id = c.circle_id AND k.member_id = c.member_id
  WHERE c.election_id = $1`;

const DUE = 'SELECT e.id, e.circle_id AS "circleId" FROM circle_elections e WHERE e.closed_at IS NULL AND e.closes_at <= $1 ORDER BY e.closes_at LIMIT $2';

const CALLS = `
  SELECT k.circle_id AS id, count(*)::int AS asked, coalesce(bool_or(m.account_id = $2), false) AS "viewerAsked"
  FROM circle_election_calls k JOIN members m ON m.id = k.member_id
  WHERE k.circle_id = ANY ($1::uuid[]) AND k.called_at > $3 GROUP BY k.circle_id`;

export interface CallsRow {
  readonly id: string;
  readonly asked: number;
  readonly viewerAsked: boolean;
}

@Injectable()
export class ElectionsQueries {
  constructor(private readonly database: Database) {}

  async byIds(ids: readonly string[], tx: Tx = this.database.reader): Promise<Map<string, ElectionRow>> {
    const sql = `SELECT ${ELECTION_COLUMNS} FROM circle_elections e WHERE e.id = ANY ($1::uuid[])`;
    return keyedBy(await rowsOf<ElectionRow>(tx, sql, [ids]), (row) => row.id);
  }

  /** The elections that run, by circle. */
  async running(circleIds: readonly string[], tx: Tx = this.database.reader): Promise<Map<string, ElectionRow>> {
    const sql = `SELECT ${ELECTION_COLUMNS} FROM circle_elections e WHERE e.circle_id = ANY ($1::uuid[]) AND e.closed_at IS NULL`;
    return keyedBy(await rowsOf<ElectionRow>(tx, sql, [circleIds]), (row) => row.circleId);
  }

  /** A circle's elections, the latest first. */
  async page(circleId: string, args: PageArgs): Promise<Connection<ElectionRow>> {
    const [at, id] = args.after ? decodeCursor(ORDER, args.after, ['time', 'id']) : [null, null];
    const rows = await this.database.query<ElectionRow>(PAGE, [circleId, at, id, pageSize(args) + 1]);
    return connectionOf(rows, args, (row) => encodeCursor(ORDER, [row.startedAt.toISOString(), row.id]), async () => {
      const [row] = await this.database.query<{ count: number }>('SELECT count(*)::int AS count FROM circle_elections WHERE circle_id = $1', [circleId]);
      return row!.count;
    });
  }

  /** By election: those with most votes first, while it runs in the order they stood. */
  async candidatesOf(electionIds: readonly string[]): Promise<Map<string, CandidateRow[]>> {
    return groupedBy(await this.database.query<CandidateRow>(CANDIDATES, [electionIds]), (row) => row.electionId);
  }

  /** Of one election, inside a transaction. */
  candidatesOfIn(tx: Tx, electionId: string): Promise<CandidateRow[]> {
    return rowsOf<CandidateRow>(tx, CANDIDATES, [[electionId]]);
  }

  /** Whom the account's own ballot is for, by election: nobody else's is ever read by anything but the count. */
  async ownBallots(accountId: string, electionIds: readonly string[]): Promise<Map<string, string>> {
    const rows = await this.database.query<{ id: string; candidateId: string }>(
      `SELECT b.election_id AS id, b.candidate_id AS "candidateId" FROM circle_ballots b JOIN members m ON m.id = b.voter_id
       WHERE b.election_id = ANY ($1::uuid[]) AND m.account_id = $2`,
      [electionIds, accountId],
    );
    return new Map(rows.map((row) => [row.id, row.candidateId]));
  }

  /** How many ask for an election before the term is over, by circle. */
  async calls(circleIds: readonly string[], accountId: string | null, now: Date, tx: Tx = this.database.reader): Promise<Map<string, CallsRow>> {
    return keyedBy(await rowsOf<CallsRow>(tx, CALLS, [circleIds, accountId, new Date(now.getTime() - CALL_MS)]), (row) => row.id);
  }

  /** When elections last closed, by circle. */
  async lastClosed(circleIds: readonly string[], tx: Tx = this.database.reader): Promise<Map<string, Date>> {
    const sql = 'SELECT circle_id AS id, max(closed_at) AS at FROM circle_elections WHERE circle_id = ANY ($1::uuid[]) AND closed_at IS NOT NULL GROUP BY circle_id';
    return new Map((await rowsOf<{ id: string; at: Date }>(tx, sql, [circleIds])).map((row) => [row.id, row.at]));
  }

  /** Elections whose time is up, those due first. */
  due(tx: Tx, now: Date, most: number): Promise<{ id: string; circleId: string }[]> {
    return rowsOf(tx, DUE, [now, most]);
  }

  count(tx: Tx, electionId: string): Promise<Counted[]> {
    return rowsOf<Counted>(tx, COUNT, [electionId]);
  }
}
