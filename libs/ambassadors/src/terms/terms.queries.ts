import { Injectable } from '@nestjs/common';
import { Database } from '@fanfare/database';
import { type Connection, connectionOf, groupedBy, keyedBy, type PageArgs, pageSize } from '@fanfare/graphql';
import { Clock, decodeCursor, encodeCursor } from '@fanfare/kernel';
import { MEMBER_COLUMNS, type MemberRow } from '@fanfare/members';
import type { TermState } from '../ambassadors.enums.js';
import { TERM_COLUMNS, type TermRow } from './term.row.js';

const IN_FORCE = `t.state = 'ACTIVE' AND t.starts_at <= $2 AND t.ends_at > $2`;

const AMBASSADORS = `
  SELECT ${MEMBER_COLUMNS}, t.starts_at AS "sortAt", t.id AS "sortId" FROM terms t JOIN members m ON m.id = t.member_id
  WHERE t.community_id = $1 AND ${IN_FORCE} AND m.former_since IS NULL AND ($3::timestamptz IS NULL OR (t.starts_at, t.id) < ($3, $4::uuid))
  ORDER BY t.starts_at DESC, t.id DESC LIMIT $5`;

/** Alumni: who served until the end or resigned, once each, and serves no more. */
const ALUMNI = `
  SELECT ${MEMBER_COLUMNS}, t.ended_at AS "sortAt", t.id AS "sortId" FROM terms t JOIN members m ON m.id = t.member_id
  WHERE t.community_id = $1 AND t.state IN ('ENDED', 'RESIGNED') AND m.former_since IS NULL AND ($3::timestamptz IS NULL OR (t.ended_at, t.id) < ($3, $4::uuid))
    AND NOT EXISTS (SELECT FROM terms n WHERE n.member_id = t.member_id AND (n.ended_at, n.id) > (t.ended_at, t.id) AND n.state IN ('ENDED', 'RESIGNED'))
    AND NOT EXISTS (SELECT FROM terms n WHERE n.member_id = t.member_id AND n.state = 'ACTIVE' AND n.ends_at > $2)
  ORDER BY t.ended_at DESC, t.id DESC LIMIT $5`;

const COUNTS = {
  NOW: `SELECT count(*)::int AS count FROM terms t JOIN members m ON m.id = t.member_id WHERE t.community_id = $1 AND ${IN_FORCE} AND m.former_since IS NULL`,
  ALUMNI: `SELECT count(DISTINCT t.member_id)::int AS count FROM terms t JOIN members m ON m.id = t.member_id
    WHERE t.community_id = $1 AND t.state IN ('ENDED', 'RESIGNED') AND m.former_since IS NULL
      AND NOT EXISTS (SELECT FROM terms n WHERE n.member_id = t.member_id AND n.state = 'ACTIVE' AND n.ends_at > $2)`,
} as const;

const OF_COMMUNITY = `
  SELECT ${TERM_COLUMNS} FROM terms t WHERE t.community_id = $1 AND ($2::text[] IS NULL OR t.state = ANY ($2))
    AND ($3::timestamptz IS NULL OR (t.offered_at, t.id) < ($3, $4::uuid)) ORDER BY t.offered_at DESC, t.id DESC LIMIT $5`;

const ALL_OF_COMMUNITY = 'SELECT count(*)::int AS count FROM terms t WHERE t.community_id = $1 AND ($2::text[] IS NULL OR t.state = ANY ($2))';

/** Of a member's terms the one that matters to them: the offer that waits, else the one in force, else the last. */
const LATEST = `
  SELECT DISTINCT ON (t.member_id) ${TERM_COLUMNS} FROM terms t WHERE t.member_id = ANY ($1::uuid[])
  ORDER BY t.member_id, t.state = 'OFFERED' DESC, t.state = 'ACTIVE' DESC, t.offered_at DESC, t.id DESC`;

/** Missions done, as everybody sees them: accepted work that is shown. */
const DONE = `
  SELECT e.member_id AS "memberId", count(*)::int AS done FROM entries e WHERE e.member_id = ANY ($1::uuid[]) AND e.state = 'ACCEPTED' AND e.withheld IS NULL
  GROUP BY e.member_id`;

interface Done {
  readonly memberId: string;
  readonly done: number;
}

interface Listed extends MemberRow {
  readonly sortAt: Date;
  readonly sortId: string;
}

/** That somebody serves or served as an ambassador is public; an offer and a revocation are not. */
@Injectable()
export class TermsQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async byIds(ids: readonly string[]): Promise<Map<string, TermRow>> {
    return keyedBy(await this.database.query<TermRow>(`SELECT ${TERM_COLUMNS} FROM terms t WHERE t.id = ANY ($1::uuid[])`, [ids]), ({ id }) => id);
  }

  /** Terms in force now, by member. */
  async activeOf(memberIds: readonly string[]): Promise<Map<string, TermRow>> {
    const sql = `SELECT ${TERM_COLUMNS} FROM terms t WHERE t.member_id = ANY ($1::uuid[]) AND ${IN_FORCE}`;
    return keyedBy(await this.database.query<TermRow>(sql, [memberIds, this.clock.now()]), ({ memberId }) => memberId);
  }

  /** What a member served, by member, the latest first: what the credit rests on. */
  async servedBy(memberIds: readonly string[]): Promise<Map<string, TermRow[]>> {
    const sql = `SELECT ${TERM_COLUMNS} FROM terms t WHERE t.member_id = ANY ($1::uuid[]) AND t.state IN ('ACTIVE', 'ENDED', 'RESIGNED') ORDER BY t.starts_at DESC, t.id DESC`;
    return groupedBy(await this.database.query<TermRow>(sql, [memberIds]), ({ memberId }) => memberId);
  }

  async missionsDone(memberIds: readonly string[]): Promise<Map<string, Done>> {
    return keyedBy(await this.database.query<Done>(DONE, [memberIds]), ({ memberId }) => memberId);
  }

  async ofApplications(ids: readonly string[]): Promise<Map<string, TermRow>> {
    const sql = `SELECT DISTINCT ON (t.application_id) ${TERM_COLUMNS} FROM terms t WHERE t.application_id = ANY ($1::uuid[]) ORDER BY t.application_id, t.offered_at DESC, t.id DESC`;
    return keyedBy(await this.database.query<TermRow>(sql, [ids]), ({ applicationId }) => applicationId!);
  }

  /** Of each member the offer that waits for them, else the term in force, else the last, whatever became of it. */
  async latestOf(memberIds: readonly string[]): Promise<Map<string, TermRow>> {
    return keyedBy(await this.database.query<TermRow>(LATEST, [memberIds]), ({ memberId }) => memberId);
  }

  /** Every term of a community, offers too, the last offered first. @throws Problem `INVALID_CURSOR`, `INVALID_PAGE_SIZE` */
  async ofCommunity(communityId: string, states: readonly TermState[] | null, args: PageArgs): Promise<Connection<TermRow>> {
    const [at, id] = args.after ? decodeCursor('TERMS', args.after, ['time', 'id']) : [null, null];
    const wanted = states?.length ? states : null;
    const rows = await this.database.query<TermRow>(OF_COMMUNITY, [communityId, wanted, at, id, pageSize(args) + 1]);
    const count = async () => (await this.database.query<{ count: number }>(ALL_OF_COMMUNITY, [communityId, wanted]))[0]!.count;
    return connectionOf(rows, args, (row) => encodeCursor('TERMS', [row.offeredAt.toISOString(), row.id]), count);
  }

  /** Ambassadors of a community, who began last first; or its alumni, who ended last first. @throws Problem `INVALID_CURSOR`, `INVALID_PAGE_SIZE` */
  async ambassadors(communityId: string, args: PageArgs, alumni: boolean): Promise<Connection<MemberRow>> {
    const order = alumni ? 'ALUMNI' : 'NOW';
    const [at, id] = args.after ? decodeCursor(order, args.after, ['time', 'id']) : [null, null];
    const rows = await this.database.query<Listed>(alumni ? ALUMNI : AMBASSADORS, [communityId, this.clock.now(), at, id, pageSize(args) + 1]);
    const cursorOf = (row: MemberRow) => encodeCursor(order, [(row as Listed).sortAt.toISOString(), (row as Listed).sortId]);
    const count = async () => (await this.database.query<{ count: number }>(COUNTS[order], [communityId, this.clock.now()]))[0]!.count;
    return connectionOf<MemberRow>(rows, args, cursorOf, count);
  }
}
