import { Injectable } from '@nestjs/common';
import { Database, rowsOf, type Tx } from '@fanfare/database';
import { type Connection, connectionOf, groupedBy, keyedBy, Loader, type PageArgs, pageSize } from '@fanfare/graphql';
import { decodeCursor, encodeCursor } from '@fanfare/kernel';
import { BUDGET_COLUMNS, type BudgetRow, DELIVERY_COLUMNS, type DeliveryRow, type DeliveryState, PERK_COLUMNS, type PerkRow, type TransferRow } from './reward.row.js';

const ORDER = 'NEWEST';

/** What went through one account, points before things; the other side's member, for a budget. */
const LINES = (owner: 'budget_id' | 'member_id') => `
  SELECT t.id || '_' || a.id AS id, t.community_id AS "communityId", t.kind, p.amount::float8 AS amount, a.perk_id AS "perkId", t.entry_id AS "entryId", e.mission_id AS "missionId",
    (a.balance - (SELECT coalesce(sum(later.amount), 0) FROM reward_postings later WHERE later.account_id = a.id AND later.transfer_id > t.id))::float8 AS balance,
    other.member_id AS "memberId", t.reason, t.made_by AS "madeBy", t.at
  FROM reward_accounts a JOIN reward_postings p ON p.account_id = a.id JOIN reward_transfers t ON t.id = p.transfer_id
  LEFT JOIN entries e ON e.id = t.entry_id
  LEFT JOIN LATERAL (
    SELECT o.member_id FROM reward_postings q JOIN reward_accounts o ON o.id = q.account_id WHERE q.transfer_id = t.id AND o.kind = 'MEMBER' LIMIT 1
  ) other ON true
  WHERE a.${owner} = $1 AND ($2::uuid IS NULL OR (t.id, a.id) < ($2, $3::uuid)) ORDER BY t.id DESC, a.id DESC LIMIT $4`;

const COUNT_LINES = (owner: 'budget_id' | 'member_id') =>
  `SELECT count(*)::int AS count FROM reward_accounts a JOIN reward_postings p ON p.account_id = a.id WHERE a.${owner} = $1`;

const FUNDS = `
  SELECT a.budget_id AS "budgetId", a.perk_id AS "perkId", a.balance::float8 AS "left", coalesce(sum(p.amount) FILTER (WHERE t.kind IN ('FUND', 'WITHDRAW')), 0)::float8 AS funded
  FROM reward_accounts a LEFT JOIN reward_postings p ON p.account_id = a.id LEFT JOIN reward_transfers t ON t.id = p.transfer_id
  WHERE a.budget_id = ANY ($1) GROUP BY a.id`;

const POINTS = `SELECT member_id AS id, balance::float8 AS points FROM reward_accounts WHERE member_id = ANY ($1) AND perk_id IS NULL`;

/** What a budget holds of something. */
export interface Funds {
  readonly budgetId: string;
  /** Null for points. */
  readonly perkId: string | null;
  readonly left: number;
  readonly funded: number;
}

/** Reads of what is given. Who may read them is the callers' policy. */
@Injectable()
export class RewardsQueries {
  readonly budget = new Loader<BudgetRow>((ids) => this.budgetsByIds(ids));
  readonly perk = new Loader<PerkRow>((ids) => this.perksByIds(ids));
  readonly perksOf = new Loader<PerkRow[]>((ids) => this.perksOfBudgets(ids));
  /** By budget. */
  readonly funds = new Loader<Funds[]>((ids) => this.fundsOf(ids));
  /** By member. */
  readonly points = new Loader<number>((ids) => this.pointsOf(ids));
  readonly delivery = new Loader<DeliveryRow>((ids) => this.deliveriesByIds(ids));

  constructor(private readonly database: Database) {}

  async budgetsByIds(ids: readonly string[], tx: Tx = this.database.reader): Promise<Map<string, BudgetRow>> {
    return keyedBy(await rowsOf<BudgetRow>(tx, `SELECT ${BUDGET_COLUMNS} FROM reward_budgets b WHERE b.id = ANY ($1::uuid[])`, [ids]), ({ id }) => id);
  }

  async perksByIds(ids: readonly string[], tx: Tx = this.database.reader): Promise<Map<string, PerkRow>> {
    return keyedBy(await rowsOf<PerkRow>(tx, `SELECT ${PERK_COLUMNS} FROM perks p WHERE p.id = ANY ($1::uuid[])`, [ids]), ({ id }) => id);
  }

  async deliveriesByIds(ids: readonly string[]): Promise<Map<string, DeliveryRow>> {
    const sql = `SELECT ${DELIVERY_COLUMNS} FROM perk_deliveries d JOIN reward_transfers t ON t.id = d.transfer_id WHERE d.id = ANY ($1::uuid[])`;
    return keyedBy(await this.database.query<DeliveryRow>(sql, [ids]), ({ id }) => id);
  }

  budgets(communityId: string, args: PageArgs): Promise<Connection<BudgetRow>> {
    const sql = `SELECT ${BUDGET_COLUMNS} FROM reward_budgets b WHERE b.community_id = $1 AND ($2::timestamptz IS NULL OR (b.created_at, b.id) < ($2, $3::uuid))
      ORDER BY b.created_at DESC, b.id DESC LIMIT $4`;
    return this.dated<BudgetRow>(sql, [communityId], args, ({ createdAt }) => createdAt, 'SELECT count(*)::int AS count FROM reward_budgets WHERE community_id = $1');
  }

  /** @param chosen only those that members may choose for points */
  perks(communityId: string, args: PageArgs, chosen: boolean): Promise<Connection<PerkRow>> {
    const which = chosen ? 'community_id = $1 AND cost IS NOT NULL AND retired_at IS NULL' : 'community_id = $1';
    const sql = `SELECT ${PERK_COLUMNS} FROM perks p WHERE p.${which} AND ($2::timestamptz IS NULL OR (p.created_at, p.id) < ($2, $3::uuid))
      ORDER BY p.created_at DESC, p.id DESC LIMIT $4`;
    return this.dated<PerkRow>(sql, [communityId], args, ({ createdAt }) => createdAt, `SELECT count(*)::int AS count FROM perks WHERE ${which}`);
  }

  /** The latest first, of a community or of one of its members. */
  deliveries(of: { readonly communityId: string } | { readonly memberId: string }, state: DeliveryState | null, args: PageArgs): Promise<Connection<DeliveryRow>> {
    const [column, id] = 'memberId' in of ? ['member_id', of.memberId] : ['community_id', of.communityId];
    const which = `${column} = $1 AND ($5::text IS NULL OR state = $5)`;
    const sql = `SELECT ${DELIVERY_COLUMNS} FROM perk_deliveries d JOIN reward_transfers t ON t.id = d.transfer_id
      WHERE d.${which} AND ($2::timestamptz IS NULL OR (d.owed_at, d.id) < ($2, $3::uuid)) ORDER BY d.owed_at DESC, d.id DESC LIMIT $4`;
    const count = `SELECT count(*)::int AS count FROM perk_deliveries WHERE ${which.replaceAll('$5', '$2')}`;
    return this.dated<DeliveryRow>(sql, [id, state], args, ({ owedAt }) => owedAt, count);
  }

  /** What went through a budget, or came to a member and left them, the latest first. */
  async transfers(of: { readonly budgetId: string } | { readonly memberId: string }, args: PageArgs): Promise<Connection<TransferRow>> {
    const [owner, id] = 'memberId' in of ? (['member_id', of.memberId] as const) : (['budget_id', of.budgetId] as const);
    const [transfer, account] = args.after ? decodeCursor(ORDER, args.after, ['id', 'id']) : [null, null];
    const rows = await this.database.query<TransferRow>(LINES(owner), [id, transfer, account, pageSize(args) + 1]);
    const total = async () => (await this.database.query<{ count: number }>(COUNT_LINES(owner), [id]))[0]!.count;
    return connectionOf(rows, args, (row) => encodeCursor(ORDER, row.id.split('_')), total);
  }

  private async dated<Row extends { readonly id: string }>(sql: string, [id, ...more]: readonly unknown[], args: PageArgs, timeOf: (row: Row) => Date, count: string): Promise<Connection<Row>> {
    const [at, after] = args.after ? decodeCursor(ORDER, args.after, ['time', 'id']) : [null, null];
    const rows = await this.database.query<Row>(sql, [id, at && new Date(at), after, pageSize(args) + 1, ...more]);
    const total = async () => (await this.database.query<{ count: number }>(count, [id, ...more]))[0]!.count;
    return connectionOf(rows, args, (row) => encodeCursor(ORDER, [timeOf(row).toISOString(), row.id]), total);
  }

  private async perksOfBudgets(ids: readonly string[]): Promise<Map<string, PerkRow[]>> {
    const sql = `SELECT ${PERK_COLUMNS} FROM perks p WHERE p.budget_id = ANY ($1) ORDER BY p.created_at DESC, p.id DESC`;
    return groupedBy(await this.database.query<PerkRow>(sql, [ids]), ({ budgetId }) => budgetId);
  }

  private async fundsOf(ids: readonly string[]): Promise<Map<string, Funds[]>> {
    return groupedBy(await this.database.query<Funds>(FUNDS, [ids]), ({ budgetId }) => budgetId);
  }

  private async pointsOf(ids: readonly string[]): Promise<Map<string, number>> {
    const rows = await this.database.query<{ id: string; points: number }>(POINTS, [ids]);
    return new Map(rows.map(({ id, points }) => [id, points]));
  }
}
