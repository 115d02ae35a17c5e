import { Injectable } from '@nestjs/common';
import { Database, rowsOf, type Tx } from '@fanfare/database';
import { LARGEST_READ, type LogPosition, positionOf, readAfter } from '@fanfare/events';
import { isAfter, RulesInForce } from '../rules/rules-in-force.js';
import { BEGINNING, hold, readToOf, writeEvents } from './ledger.service.js';
import { LEDGER_EVENTS } from './reducer.js';
import { Shadow } from './shadow.js';

const TABLES = ['reputation_members', 'reputation_entries', 'reputation_reversals', 'reputation_credits', 'reputation_ideas', 'reputation_days', 'reputation_months'] as const;

/** Rows that stand in one and not in the other; of people who are being forgotten nothing is compared. */
const difference = (table: string) => `
  WITH kept AS (SELECT * FROM public.${table} k WHERE NOT EXISTS (SELECT FROM public.reputation_members g WHERE g.member_id = k.member_id AND g.gone)),
  replayed AS (SELECT * FROM pg_temp.${table} k WHERE NOT EXISTS (SELECT FROM public.reputation_members g WHERE g.member_id = k.member_id AND g.gone))
  SELECT (SELECT count(*)::int FROM (SELECT * FROM kept EXCEPT SELECT * FROM replayed) d) AS missing,
    (SELECT count(*)::int FROM (SELECT * FROM replayed EXCEPT SELECT * FROM kept) d) AS surplus,
    (SELECT count(*)::int FROM kept) AS kept, (SELECT count(*)::int FROM replayed) AS replayed`;

/** Of one table: rows there are, rows the replay made; rows only there, rows only in the replay. */
export interface ReplayComparison {
  readonly table: string;
  readonly kept: number;
  readonly replayed: number;
  readonly missing: number;
  readonly surplus: number;
}

export interface ReplayResult {
  readonly events: number;
  readonly entries: number;
  readonly compared: readonly ReplayComparison[];
  /** Of what was compared, what is not equal. */
  readonly differences: readonly ReplayComparison[];
}

/** How far a replay has come. */
interface Progress {
  at: LogPosition;
  events: number;
  /** How many events the next batch holds at most. */
  readonly sizeOf: () => number;
}

/** Builds the ledger again from the log, into temporary tables, and compares it with the one there is, row by row. Changes nothing. */
@Injectable()
export class ReplayService {
  constructor(
    private readonly database: Database,
    private readonly shadow: Shadow,
  ) {}

  /**
   * Follows the ledger in short transactions; only for the end of it and the comparison the ledger waits. Nobody else does.
   *
   * @param sizeOf how many events the next batch holds at most (1 to 500): where batches end must not matter
   */
  replay(sizeOf: () => number = () => LARGEST_READ): Promise<ReplayResult> {
    const progress: Progress = { at: BEGINNING, events: 0, sizeOf };
    return this.shadow.of(TABLES, async (inTransaction) => {
      for (let found = LARGEST_READ; found >= LARGEST_READ; ) {
        const [before, end] = [progress.events, await readToOf(this.database.reader)];
        while ((await inTransaction((tx) => batch(tx, end, progress))) > 0);
        found = progress.events - before;
      }
      return inTransaction((tx) => finish(tx, progress));
    });
  }
}

async function finish(tx: Tx, progress: Progress): Promise<ReplayResult> {
  await tx.query('SET LOCAL statement_timeout = 0');
  const end = await hold(tx);
  while ((await batch(tx, end, progress)) > 0);
  const compared: ReplayComparison[] = [];
  for (const table of TABLES) compared.push(await compare(tx, table));
  const entries = compared.find(({ table }) => table === 'reputation_entries')!.replayed;
  return { events: progress.events, entries, compared, differences: compared.filter(({ missing, surplus }) => missing + surplus > 0) };
}

/** @param end up to which event, this one included; null for none. @returns how many events were replayed */
async function batch(tx: Tx, end: string | null, progress: Progress): Promise<number> {
  if (end === null) return 0;
  const last = await positionOf(tx, end);
  const found = (await readAfter(tx, progress.at, LEDGER_EVENTS)).slice(0, progress.sizeOf()).filter(({ position }) => !isAfter(position, last));
  await writeEvents(tx, found, await RulesInForce.read(tx));
  progress.events += found.length;
  progress.at = found.at(-1)?.position ?? progress.at;
  return found.length;
}

async function compare(tx: Tx, table: string): Promise<ReplayComparison> {
  const [row] = await rowsOf<Omit<ReplayComparison, 'table'>>(tx, difference(table));
  return { table, ...row! };
}
