import { Injectable } from '@nestjs/common';
import { rowsOf, Transactor, type Tx } from '@fanfare/database';
import { type LogPosition, positionOf, readAfter } from '@fanfare/events';
import { isAfter, RulesInForce } from '../rules/rules-in-force.js';
import { BEGINNING, hold, writeEvents } from './ledger.service.js';
import { LEDGER_EVENTS } from './reducer.js';

const ERASABLE = ['reputation_members', 'reputation_entries', 'reputation_reversals', 'reputation_credits', 'reputation_ideas', 'reputation_days', 'reputation_months'] as const;

/** Shadows a table for this connection: the same writer now writes here. */
const shadow = (table: string) => `CREATE TEMPORARY TABLE ${table} (LIKE public.${table} INCLUDING ALL) ON COMMIT DROP`;

/** Rows that stand in one and not in the other; of people who are being forgotten nothing is compared. */
const difference = (table: string, member: string) => `
  WITH kept AS (SELECT * FROM public.${table} k WHERE NOT EXISTS (SELECT FROM public.reputation_members g WHERE g.member_id = k.${member} AND g.gone)),
  replayed AS (SELECT * FROM pg_temp.${table} k WHERE NOT EXISTS (SELECT FROM public.reputation_members g WHERE g.member_id = k.${member} AND g.gone))
  SELECT (SELECT count(*)::int FROM (SELECT * FROM kept EXCEPT SELECT * FROM replayed) d) AS missing,
    (SELECT count(*)::int FROM (SELECT * FROM replayed EXCEPT SELECT * FROM kept) d) AS surplus,
    (SELECT count(*)::int FROM replayed) AS replayed`;

/** Of one table: rows the replay did not make, rows only the replay made, rows it made. */
export interface ReplayDifference {
  readonly table: string;
  readonly missing: number;
  readonly surplus: number;
  readonly replayed: number;
}

export interface ReplayResult {
  readonly events: number;
  readonly entries: number;
  readonly differences: readonly ReplayDifference[];
}

/** Builds the ledger again from the log, into temporary tables, and compares it with the one there is, row by row. */
@Injectable()
export class ReplayService {
  constructor(private readonly transactor: Transactor) {}

  /**
   * The ledger waits meanwhile; nobody else does.
   *
   * @param sizeOf how many events the next batch holds at most (1 to 500): where batches end must not matter
   */
  replay(sizeOf: () => number = () => 500): Promise<ReplayResult> {
    return this.transactor.run(async (tx) => {
      await tx.query('SET LOCAL statement_timeout = 0');
      await tx.query('SET LOCAL idle_in_transaction_session_timeout = 0');
      const readTo = await hold(tx);
      for (const table of ERASABLE) await tx.query(shadow(table));
      const events = readTo ? await replayTo(tx, await positionOf(tx, readTo), sizeOf) : 0;
      const compared = [];
      for (const table of ERASABLE) compared.push({ table, ...(await compare(tx, table)) });
      const entries = compared.find(({ table }) => table === 'reputation_entries')!.replayed;
      const differences = compared.filter(({ missing, surplus }) => missing + surplus > 0);
      for (const table of ERASABLE) await tx.query(`DROP TABLE pg_temp.${table}`);
      return { events, entries, differences };
    });
  }
}

async function replayTo(tx: Tx, end: LogPosition, sizeOf: () => number): Promise<number> {
  const rules = await RulesInForce.read(tx);
  let [at, events] = [BEGINNING, 0];
  for (;;) {
    const found = (await readAfter(tx, at, LEDGER_EVENTS)).slice(0, sizeOf()).filter(({ position }) => !isAfter(position, end));
    if (found.length === 0) return events;
    await writeEvents(tx, found, rules);
    events += found.length;
    at = found.at(-1)!.position;
  }
}

async function compare(tx: Tx, table: (typeof ERASABLE)[number]): Promise<Omit<ReplayDifference, 'table'>> {
  const [row] = await rowsOf<Omit<ReplayDifference, 'table'>>(tx, difference(table, 'member_id'));
  return row!;
}
