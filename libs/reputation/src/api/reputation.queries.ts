import { Injectable } from '@nestjs/common';
import { Database, rowsOf, type Tx } from '@fanfare/database';
import { type Connection, connectionOf, keyedBy, groupedBy, type PageArgs, pageSize } from '@fanfare/graphql';
import { decodeCursor, encodeCursor, type IdentityLevel } from '@fanfare/kernel';

/** Where a member stands; the ledger knows nobody who was brought from elsewhere. */
export interface ReputationRow {
  readonly memberId: string;
  readonly communityId: string;
  readonly accountId: string | null;
  readonly score: number;
  readonly identity: IdentityLevel;
}

export interface EntryRow {
  readonly id: string;
  readonly memberId: string;
  readonly number: number;
  readonly rule: string;
  readonly version: number;
  readonly subjectIds: readonly string[];
  readonly reversal: boolean;
  readonly base: number;
  readonly tenths: number;
  readonly points: number;
  readonly scoreAfter: number;
  readonly at: Date;
  readonly reversedBy: string | null;
  readonly reversedAt: Date | null;
  /** The event that took it back, and where it led; of a reversal its own. */
  readonly takenBackBy: string | null;
  readonly takenBackTo: string | null;
  readonly disputedAt: Date | null;
}

export interface MeritRow {
  readonly memberId: string;
  readonly rule: string;
  readonly times: number;
}

export interface DisputeRow {
  readonly id: string;
  readonly entryId: string;
  readonly memberId: string;
  readonly reason: string;
  readonly disputedAt: Date;
}

/** What the standing entries of one rule bring together, before identity is applied. */
export interface SourceRow {
  readonly rule: string;
  readonly points: number;
}

export interface ScorePoint {
  readonly at: Date;
  readonly score: number;
}

const ENTRY = `e.id, e.member_id AS "memberId", e.number, e.rule, e.version, e.subject_ids AS "subjectIds", e.reversal, e.base, e.tenths, e.points,
  e.score_after AS "scoreAfter", e.at, back.by AS "reversedBy", back.at AS "reversedAt", news.type AS "takenBackBy", news.payload ->> 'to' AS "takenBackTo",
  (SELECT d.disputed_at FROM reputation_disputes d WHERE d.entry_id = e.id AND d.decided_at IS NULL) AS "disputedAt"`;

/** With what took back the last of each, once all of it is taken back. */
const ENTRIES = `reputation_entries e
  LEFT JOIN LATERAL (
    SELECT (array_agg(t.id ORDER BY t.number DESC))[1] AS by, (array_agg(t.event_id ORDER BY t.number DESC))[1] AS event, max(t.at) AS at
    FROM reputation_reversals r JOIN reputation_entries t ON t.id = r.reversal_id WHERE r.entry_id = e.id HAVING sum(r.base) = e.base
  ) back ON true
  LEFT JOIN events news ON news.id = CASE WHEN e.reversal THEN e.event_id ELSE back.event END`;

const PAGE = `SELECT ${ENTRY} FROM ${ENTRIES} WHERE e.member_id = $1 AND ($2::int IS NULL OR e.number < $2) ORDER BY e.number DESC LIMIT $3`;

/** What stands, by kind; what costs is nobody's merit. */
const MERITS = `
  SELECT member_id AS "memberId", rule, count(*)::int AS times FROM reputation_credits
  WHERE member_id = ANY ($1::uuid[]) AND worth > 0 AND entry_id IS NOT NULL GROUP BY 1, 2 ORDER BY 2`;

/** A reversal counts against its rule. */
const SOURCES = `
  SELECT rule, sum(base)::int AS points FROM reputation_entries WHERE member_id = $1 AND base <> 0 GROUP BY rule HAVING sum(base) <> 0
  ORDER BY 2 DESC, 1`;

/** Enough for a chart. */
const MOST_POINTS = 240;

/** Every so many entries the score after it, and the last. */
const HISTORY = `
  SELECT at, score_after AS score FROM reputation_entries
  WHERE member_id = $1 AND (number % greatest(1, ceil($2::int / ${MOST_POINTS}.0)::int) = 0 OR number = $2) ORDER BY number`;

/** Compared as a row, so that the index leads to the page: both columns go the same way. */
const ALL_TIME = `
  SELECT h.member_id AS "memberId", h.score AS points FROM reputation_members h
  WHERE h.community_id = $1 AND h.score > 0 AND NOT h.gone AND NOT EXISTS (SELECT FROM reputation_opt_outs o WHERE o.member_id = h.member_id)
    AND ($2::int IS NULL OR (h.score, h.member_id) < ($2, $3::uuid))
  ORDER BY h.score DESC, h.member_id DESC LIMIT $4`;

const OF_MONTH = `
  SELECT h.member_id AS "memberId", h.points FROM reputation_months h
  WHERE h.community_id = $1 AND h.month = $5::date AND h.points > 0 AND NOT EXISTS (SELECT FROM reputation_opt_outs o WHERE o.member_id = h.member_id)
    AND ($2::int IS NULL OR (h.points, h.member_id) < ($2, $3::uuid))
  ORDER BY h.points DESC, h.member_id DESC LIMIT $4`;

/** Who stands before a place of a list, and who has more points: equal points share a place. */
const BEFORE_ALL = `
  SELECT count(*) FILTER (WHERE h.score > $2)::int AS better, count(*)::int AS before FROM reputation_members h
  WHERE h.community_id = $1 AND h.score > 0 AND NOT h.gone AND NOT EXISTS (SELECT FROM reputation_opt_outs o WHERE o.member_id = h.member_id)
    AND (h.score > $2 OR (h.score = $2 AND h.member_id > $3::uuid))`;

const BEFORE_MONTH = `
  SELECT count(*) FILTER (WHERE h.points > $2)::int AS better, count(*)::int AS before FROM reputation_months h
  WHERE h.community_id = $1 AND h.month = $4::date AND h.points > 0 AND NOT EXISTS (SELECT FROM reputation_opt_outs o WHERE o.member_id = h.member_id)
    AND (h.points > $2 OR (h.points = $2 AND h.member_id > $3::uuid))`;

const OWN_ALL = 'SELECT score AS points FROM reputation_members WHERE member_id = $1 AND NOT gone';
const OWN_MONTH = 'SELECT points FROM reputation_months WHERE member_id = $1 AND month = $2::date';

const COUNT_ALL = `SELECT count(*)::int AS count FROM reputation_members h WHERE h.community_id = $1 AND h.score > 0 AND NOT h.gone
  AND NOT EXISTS (SELECT FROM reputation_opt_outs o WHERE o.member_id = h.member_id)`;
const COUNT_MONTH = `SELECT count(*)::int AS count FROM reputation_months h WHERE h.community_id = $1 AND h.month = $2::date AND h.points > 0
  AND NOT EXISTS (SELECT FROM reputation_opt_outs o WHERE o.member_id = h.member_id)`;

const DISPUTES = `
  SELECT id, entry_id AS "entryId", member_id AS "memberId", reason, disputed_at AS "disputedAt" FROM reputation_disputes
  WHERE community_id = $1 AND decided_at IS NULL AND ($2::timestamptz IS NULL OR (disputed_at, id) > ($2, $3::uuid)) ORDER BY disputed_at, id LIMIT $4`;

export interface Place {
  readonly memberId: string;
  readonly points: number;
  /** From 1; equal points share one. */
  readonly rank: number;
}

/** Reads of the ledger; who may read is the resolvers' business. */
@Injectable()
export class ReputationQueries {
  constructor(private readonly database: Database) {}

  async ofMembers(memberIds: readonly string[]): Promise<Map<string, ReputationRow>> {
    const rows = await this.database.query<ReputationRow>(
      `SELECT member_id AS "memberId", community_id AS "communityId", account_id AS "accountId", score, identity_level AS identity
       FROM reputation_members WHERE member_id = ANY ($1::uuid[]) AND NOT gone`, [memberIds]);
    return keyedBy(rows, ({ memberId }) => memberId);
  }

  async meritsOf(memberIds: readonly string[]): Promise<Map<string, MeritRow[]>> {
    return groupedBy(await this.database.query<MeritRow>(MERITS, [memberIds]), ({ memberId }) => memberId);
  }

  async hiddenAmong(memberIds: readonly string[]): Promise<Map<string, true>> {
    const rows = await this.database.query<{ id: string }>('SELECT member_id AS id FROM reputation_opt_outs WHERE member_id = ANY ($1::uuid[])', [memberIds]);
    return new Map(rows.map(({ id }) => [id, true]));
  }

  async entriesById(ids: readonly string[], tx: Tx = this.database.reader): Promise<Map<string, EntryRow>> {
    return keyedBy(await rowsOf<EntryRow>(tx, `SELECT ${ENTRY} FROM ${ENTRIES} WHERE e.id = ANY ($1::uuid[])`, [ids]), ({ id }) => id);
  }

  /** A member's entries, the latest first. */
  async entries(memberId: string, args: PageArgs): Promise<Connection<EntryRow>> {
    const [number] = args.after ? decodeCursor('ENTRY', args.after, ['int']) : [null];
    const rows = await this.database.query<EntryRow>(PAGE, [memberId, number, pageSize(args) + 1]);
    return connectionOf(rows, args, (row) => encodeCursor('ENTRY', [row.number]), () => this.count('SELECT entries AS count FROM reputation_members WHERE member_id = $1', [memberId]));
  }

  /** The score over time: at most some hundreds of points, however many entries. */
  async history(memberId: string): Promise<ScorePoint[]> {
    const entries = await this.count('SELECT entries AS count FROM reputation_members WHERE member_id = $1', [memberId]);
    return this.database.query<ScorePoint>(HISTORY, [memberId, entries]);
  }

  /** The best of a month (its first day), or of all time; who opted out is left out. */
  async leaderboard(communityId: string, month: string | null, args: PageArgs): Promise<Connection<Place>> {
    const order = month ? `MONTH ${month}` : 'ALL_TIME';
    const [points, id] = args.after ? decodeCursor(order, args.after, ['int', 'id']) : [null, null];
    const found = await this.database.query<Omit<Place, 'rank'>>(month ? OF_MONTH : ALL_TIME, [communityId, points, id, pageSize(args) + 1, ...(month ? [month] : [])]);
    const rows = found[0] ? ranked(found, await this.before(communityId, month, found[0])) : [];
    const count = () => (month ? this.count(COUNT_MONTH, [communityId, month]) : this.count(COUNT_ALL, [communityId]));
    return connectionOf(rows, args, (row) => encodeCursor(order, [row.points, row.memberId]), count);
  }

  /** Where one member stands in such a list; null without points there, and for who opted out. */
  async placeOf(communityId: string, month: string | null, memberId: string): Promise<Place | null> {
    if ((await this.hiddenAmong([memberId])).has(memberId)) return null;
    const [own] = await this.database.query<{ points: number }>(month ? OWN_MONTH : OWN_ALL, [memberId, ...(month ? [month] : [])]);
    if (!own || own.points <= 0) return null;
    const place = { memberId, points: own.points };
    return { ...place, rank: (await this.before(communityId, month, place)).better + 1 };
  }

  private async before(communityId: string, month: string | null, { points, memberId }: Omit<Place, 'rank'>): Promise<Before> {
    const [row] = await this.database.query<Before>(month ? BEFORE_MONTH : BEFORE_ALL, [communityId, points, memberId, ...(month ? [month] : [])]);
    return row!;
  }

  /** What the standing entries of each rule bring, the most first; together they are the base of the score. */
  sources(memberId: string): Promise<SourceRow[]> {
    return this.database.query<SourceRow>(SOURCES, [memberId]);
  }

  /** What waits for a moderator, the oldest first. */
  async disputes(communityId: string, args: PageArgs): Promise<Connection<DisputeRow>> {
    const [at, id] = args.after ? decodeCursor('DISPUTE', args.after, ['time', 'id']) : [null, null];
    const rows = await this.database.query<DisputeRow>(DISPUTES, [communityId, at && new Date(at), id, pageSize(args) + 1]);
    const count = () => this.count('SELECT count(*)::int AS count FROM reputation_disputes WHERE community_id = $1 AND decided_at IS NULL', [communityId]);
    return connectionOf(rows, args, (row) => encodeCursor('DISPUTE', [row.disputedAt.toISOString(), row.id]), count);
  }

  private async count(sql: string, parameters: unknown[]): Promise<number> {
    const [row] = await this.database.query<{ count: number }>(sql, parameters);
    return row?.count ?? 0;
  }
}

interface Before {
  readonly better: number;
  readonly before: number;
}

/** The first place is known; from there on it follows from the order. */
function ranked(rows: readonly Omit<Place, 'rank'>[], first: Before): Place[] {
  let rank = first.better + 1;
  return rows.map((row, at) => {
    if (at > 0 && row.points < rows[at - 1]!.points) rank = first.before + at + 1;
    return { ...row, rank };
  });
}
