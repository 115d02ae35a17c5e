import { Injectable } from '@nestjs/common';
import { Database, rowsOf, type Tx } from '@fanfare/database';
import { type Connection, connectionOf, groupedBy, keyedBy, type PageArgs, pageSize } from '@fanfare/graphql';
import { SqlParameters } from '@fanfare/ideas';
import { type Actor, Clock, decodeCursor, encodeCursor, hasRole, isId, Problem } from '@fanfare/kernel';
import type { MissionKind } from '../ambassadors.enums.js';
import { canReadMission, readableMissions } from './mission.policy.js';
import { type DisclosureRow, MISSION_COLUMNS, type MissionRow, PERIOD_COLUMNS, type PeriodRow, type RallyCount } from './mission.row.js';

/** Where a mission stands in time. */
export const MISSION_PHASES = ['DRAFT', 'COMING', 'OPEN', 'CLOSED'] as const;
export type MissionPhase = (typeof MISSION_PHASES)[number];

export interface MissionFilter {
  readonly kind?: readonly MissionKind[] | null;
  readonly phase?: readonly MissionPhase[] | null;
  readonly period?: string | null;
  /** Only what the reader has chosen. */
  readonly joined?: boolean | null;
}

const ORDER = 'MISSION';
const PERIOD_ORDER = 'PERIOD';

const PERIODS = `
  SELECT ${PERIOD_COLUMNS} FROM mission_periods d WHERE d.community_id = $1 AND ($2::timestamptz IS NULL OR (d.starts_at, d.id) < ($2, $3::uuid))
  ORDER BY d.starts_at DESC, d.id DESC LIMIT $4`;

const DISCLOSURES = `
  SELECT mission_id AS "missionId", channel, language, words FROM mission_disclosures WHERE mission_id = ANY ($1) ORDER BY channel, language`;

const RALLIES = `
  SELECT s.id AS "missionId", s.taken AS joined, hour.pace
  FROM missions s CROSS JOIN LATERAL (
    SELECT array_agg(acted ORDER BY slice) AS pace FROM (
      SELECT slice, count(e.id)::int AS acted FROM generate_series(0, 11) AS slice
      LEFT JOIN entries e ON e.mission_id = s.id AND e.state <> 'WITHDRAWN' AND e.withheld IS DISTINCT FROM 'REMOVED'
        AND e.first_submitted_at >= s.rally_at + slice * interval '5 minutes' AND e.first_submitted_at < s.rally_at + (slice + 1) * interval '5 minutes'
      GROUP BY slice
    ) counted
  ) hour
  WHERE s.id = ANY ($1) AND s.rally_at IS NOT NULL`;

const JOINED = `
  SELECT j.mission_id AS id FROM mission_joins j JOIN members m ON m.id = j.member_id
  WHERE j.mission_id = ANY ($1) AND m.account_id = $2 AND j.left_at IS NULL`;

/** Missions are public once they are published. */
@Injectable()
export class MissionsQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async byIds(ids: readonly string[], tx: Tx = this.database.reader): Promise<Map<string, MissionRow>> {
    const sql = `SELECT ${MISSION_COLUMNS} FROM missions s WHERE s.id = ANY ($1::uuid[])`;
    return keyedBy(await rowsOf<MissionRow>(tx, sql, [ids.filter(isId)]), (row) => row.id);
  }

  /** The mission, held until the transaction ends. @throws Problem `NOT_FOUND` */
  lock(tx: Tx, id: string): Promise<MissionRow> {
    return this.one(tx, id, 'FOR NO KEY UPDATE OF s');
  }

  /** The mission, if the actor may read it; what it asks does not change meanwhile. @throws Problem `NOT_FOUND` */
  async find(tx: Tx, id: string, actor: Actor): Promise<MissionRow> {
    const mission = await this.one(tx, id, 'FOR KEY SHARE OF s');
    if (!canReadMission(actor, mission)) throw new Problem('NOT_FOUND', { what: 'mission' });
    return mission;
  }

  /** The catalogue, what opens last first. */
  async page(communityId: string, actor: Actor, filter: MissionFilter, args: PageArgs): Promise<Connection<MissionRow>> {
    const parameters = new SqlParameters();
    const where = this.where(communityId, actor, filter, parameters).join(' AND ');
    const counted = [...parameters.values];
    const after = args.after ? decodeCursor(ORDER, args.after, ['time', 'id']) : null;
    const from = after ? ` AND (s.opens_at, s.id) < (${parameters.add(after[0])}::timestamptz, ${parameters.add(after[1])}::uuid)` : '';
    const limit = parameters.add(pageSize(args) + 1);
    const sql = `SELECT ${MISSION_COLUMNS} FROM missions s WHERE ${where}${from} ORDER BY s.opens_at DESC, s.id DESC LIMIT ${limit}`;
    const rows = await this.database.query<MissionRow>(sql, parameters.values);
    return connectionOf(rows, args, ({ opensAt, id }) => encodeCursor(ORDER, [opensAt.toISOString(), id]), () => this.count(where, counted));
  }

  async periodsById(ids: readonly string[]): Promise<Map<string, PeriodRow>> {
    const sql = `SELECT ${PERIOD_COLUMNS} FROM mission_periods d WHERE d.id = ANY ($1)`;
    return keyedBy(await this.database.query<PeriodRow>(sql, [ids]), (row) => row.id);
  }

  /** The latest first. */
  async periods(communityId: string, args: PageArgs): Promise<Connection<PeriodRow>> {
    const [at, id] = args.after ? decodeCursor(PERIOD_ORDER, args.after, ['time', 'id']) : [null, null];
    const rows = await this.database.query<PeriodRow>(PERIODS, [communityId, at, id, pageSize(args) + 1]);
    const count = async () => (await this.database.query<{ count: number }>('SELECT count(*)::int AS count FROM mission_periods WHERE community_id = $1', [communityId]))[0]!.count;
    return connectionOf(rows, args, (row) => encodeCursor(PERIOD_ORDER, [row.startsAt.toISOString(), row.id]), count);
  }

  async disclosuresOf(ids: readonly string[], tx: Tx = this.database.reader): Promise<Map<string, DisclosureRow[]>> {
    return groupedBy(await rowsOf<DisclosureRow>(tx, DISCLOSURES, [ids]), (row) => row.missionId);
  }

  async ralliesOf(ids: readonly string[]): Promise<Map<string, RallyCount>> {
    return keyedBy(await this.database.query<RallyCount>(RALLIES, [ids]), (row) => row.missionId);
  }

  /** Which of them the account's members have chosen. */
  async joinedBy(accountId: string, ids: readonly string[]): Promise<Map<string, true>> {
    const rows = await this.database.query<{ id: string }>(JOINED, [ids, accountId]);
    return new Map(rows.map(({ id }) => [id, true]));
  }

  private async one(tx: Tx, id: string, lock: string): Promise<MissionRow> {
    const sql = `SELECT ${MISSION_COLUMNS} FROM missions s WHERE s.id = $1 ${lock}`;
    const [row] = isId(id) ? await rowsOf<MissionRow>(tx, sql, [id]) : [];
    if (!row) throw new Problem('NOT_FOUND', { what: 'mission' });
    return row;
  }

  private where(communityId: string, actor: Actor, { kind, phase, period, joined }: MissionFilter, parameters: SqlParameters): string[] {
    const team = String(hasRole(actor, communityId, 'OWNER', 'BRAND_MANAGER'));
    const where = [`s.community_id = ${parameters.add(communityId)}`, readableMissions(team)];
    if (kind?.length) where.push(`s.kind = ANY (${parameters.add(kind)})`);
    if (phase?.length) where.push(this.inPhase(phase, parameters));
    if (period) where.push(isId(period) ? `s.period_id = ${parameters.add(period)}` : 'false');
    if (joined) where.push(`EXISTS (SELECT FROM mission_joins j JOIN members m ON m.id = j.member_id WHERE j.mission_id = s.id AND j.left_at IS NULL AND m.account_id = ${parameters.add(actor.accountId)})`);
    return where;
  }

  private inPhase(phases: readonly MissionPhase[], parameters: SqlParameters): string {
    const now = parameters.add(this.clock.now());
    const phase: Readonly<Record<MissionPhase, string>> = {
      DRAFT: `s.state = 'DRAFT'`,
      COMING: `s.state = 'PUBLISHED' AND s.opens_at > ${now}`,
      OPEN: `s.state = 'PUBLISHED' AND s.opens_at <= ${now} AND s.closes_at > ${now}`,
      CLOSED: `(s.state = 'CLOSED' OR (s.state = 'PUBLISHED' AND s.closes_at <= ${now}))`,
    };
    return `(${now}::timestamptz IS NOT NULL AND (${phases.map((one) => `(${phase[one]})`).join(' OR ')}))`;
  }

  private async count(where: string, values: readonly unknown[]): Promise<number> {
    const [row] = await this.database.query<{ count: number }>(`SELECT count(*)::int AS count FROM missions s WHERE ${where}`, values as unknown[]);
    return row!.count;
  }
}
