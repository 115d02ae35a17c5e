import { Injectable } from '@nestjs/common';
import { Database } from '@fanfare/database';
import { type Connection, connectionOf, type PageArgs, pageSize } from '@fanfare/graphql';
import { SqlParameters } from '@fanfare/ideas';
import { type Actor, decodeCursor, encodeCursor, Problem } from '@fanfare/kernel';
import { judgeableSql, judgesUsually, type ListBench, ListBenches } from '@fanfare/moderation';
import { APPEAL_COLUMNS, APPEAL_TABLES, type AmbassadorAppealRow } from './ambassador-appeal.row.js';

interface Order {
  readonly name: string;
  readonly column: 'opened_at' | 'decided_at';
  readonly direction: 'ASC' | 'DESC';
  readonly timeOf: (row: AmbassadorAppealRow) => Date;
}

const WAITING: Order = { name: 'AMBASSADOR_APPEAL', column: 'opened_at', direction: 'ASC', timeOf: ({ openedAt }) => openedAt };
const DECIDED: Order = { name: 'AMBASSADOR_APPEAL_DECIDED', column: 'decided_at', direction: 'DESC', timeOf: ({ decidedAt }) => decidedAt! };

/** A condition over the appeals' tables with its values. */
interface Part {
  readonly where: string;
  readonly values: readonly unknown[];
}

/** Appeals of a community, each reader's own part: what they may judge, or could have. */
@Injectable()
export class AmbassadorAppealLists {
  constructor(
    private readonly database: Database,
    private readonly benches: ListBenches,
  ) {}

  /** What waits, the oldest first. @throws Problem `SIGN_IN_REQUIRED`, `NOT_ALLOWED`, `SECOND_FACTOR_NEEDED` */
  open(actor: Actor, communityId: string, args: PageArgs): Promise<Connection<AmbassadorAppealRow>> {
    return this.page(actor, communityId, WAITING, args);
  }

  /** What was decided, the latest first. @throws Problem `SIGN_IN_REQUIRED`, `NOT_ALLOWED`, `SECOND_FACTOR_NEEDED` */
  decided(actor: Actor, communityId: string, args: PageArgs): Promise<Connection<AmbassadorAppealRow>> {
    return this.page(actor, communityId, DECIDED, args);
  }

  private async page(actor: Actor, communityId: string, order: Order, args: PageArgs): Promise<Connection<AmbassadorAppealRow>> {
    if (actor.accountId === null) throw new Problem('SIGN_IN_REQUIRED');
    const bench = await this.benches.of(actor, communityId);
    if (bench === null) throw new Problem('NOT_ALLOWED');
    const parameters = new SqlParameters();
    const where = ofReader(communityId, order, bench, parameters);
    const part: Part = { where, values: [...parameters.values] };
    await this.requireSome(bench, part);
    const after = args.after ? beyond(order, args.after, parameters) : '';
    const sql = `SELECT ${APPEAL_COLUMNS} FROM ${APPEAL_TABLES} WHERE ${where}${after}
      ORDER BY a.${order.column} ${order.direction}, a.id ${order.direction} LIMIT ${parameters.add(pageSize(args) + 1)}`;
    const rows = await this.database.query<AmbassadorAppealRow>(sql, parameters.values);
    return connectionOf(rows, args, (row) => encodeCursor(order.name, [order.timeOf(row).toISOString(), row.id]), () => this.count(part));
  }

  /** Whoever judges here only now and then has a list while something in it is theirs. */
  private async requireSome(bench: ListBench, { where, values }: Part): Promise<void> {
    const any = `SELECT FROM ${APPEAL_TABLES} WHERE ${where} LIMIT 1`;
    if (!judgesUsually(bench) && (await this.database.query(any, [...values])).length === 0) throw new Problem('NOT_ALLOWED');
    if (bench.isHeld) throw new Problem('SECOND_FACTOR_NEEDED');
  }

  private async count({ where, values }: Part): Promise<number> {
    return (await this.database.query<{ count: number }>(`SELECT count(*)::int AS count FROM ${APPEAL_TABLES} WHERE ${where}`, [...values]))[0]!.count;
  }
}

function ofReader(communityId: string, order: Order, bench: ListBench, parameters: SqlParameters): string {
  const state = order === DECIDED ? 'a.decided_at IS NOT NULL' : 'a.decided_at IS NULL';
  return `a.community_id = ${parameters.add(communityId)} AND ${state} AND ${judgeableSql(bench, parameters, 'w.account_id', 'j.account_id')}`;
}

/** @throws Problem `INVALID_CURSOR` */
function beyond({ name, column, direction }: Order, cursor: string, parameters: SqlParameters): string {
  const [at, id] = decodeCursor(name, cursor, ['time', 'id']);
  return ` AND (a.${column}, a.id) ${direction === 'ASC' ? '>' : '<'} (${parameters.add(at)}::timestamptz, ${parameters.add(id)}::uuid)`;
}
