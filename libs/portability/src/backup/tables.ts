import { Client } from 'pg';
import { LEFT_OUT, RENUMBERED } from './left-out.js';

export interface ColumnPlan {
  readonly name: string;
  /** What stands in the archive for it, as SQL. */
  readonly source: string;
}

/** A table as an archive holds it. */
export interface TablePlan {
  readonly name: string;
  readonly columns: readonly ColumnPlan[];
}

export interface TableSum {
  /** As text: it may pass 2^53. */
  readonly rows: string;
  readonly checksum: string;
}

// Generated columns come by themselves. Transaction ids belong to one server: a restored row gets its own by the default.
const COLUMNS = `
  SELECT c.relname AS "table", a.attname AS "column" FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
  WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition
    AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = '' AND a.atttypid NOT IN ('xid8'::regtype, 'xid'::regtype)
  ORDER BY c.relname, a.attnum`;

/** Settings under which a value has one text, on every server and version. */
const SETTINGS = [
  `SET client_encoding = 'UTF8'`, `SET TimeZone = 'UTC'`, `SET DateStyle = 'ISO, YMD'`, `SET IntervalStyle = 'postgres'`,
  `SET bytea_output = 'hex'`, 'SET extra_float_digits = 1', 'SET statement_timeout = 0', 'SET lock_timeout = 0',
  'SET idle_in_transaction_session_timeout = 0',
];

/**
 * Works over one connection. A connection that is cut while rows stream over it tells nobody who waits for the stream, so
 * the work gets a signal for that.
 */
export async function onConnection<T>(databaseUrl: string, name: string, work: (client: Client, lost: AbortSignal) => Promise<T>): Promise<T> {
  const lost = new AbortController();
  const client = new Client({ connectionString: databaseUrl, application_name: name });
  client.on('error', (error) => lost.abort(error));
  await client.connect();
  try {
    for (const setting of SETTINGS) await client.query(setting);
    return await work(client, lost.signal);
  } finally {
    if (!lost.signal.aborted) await client.end();
  }
}

/** Every table that an archive holds, in the order of their names. */
export async function tablesToKeep(client: Client): Promise<TablePlan[]> {
  const { rows } = await client.query<{ table: string; column: string }>(COLUMNS);
  const tables = new Map<string, ColumnPlan[]>();
  for (const { table, column } of rows) {
    if (table in LEFT_OUT) continue;
    const columns = tables.get(table) ?? [];
    columns.push({ name: column, source: RENUMBERED[`${table}.${column}`] ?? quoted(column) });
    tables.set(table, columns);
  }
  return [...tables].map(([name, columns]) => ({ name, columns }));
}

/** The rows of a table as an archive holds them. */
export function rowsSql({ name, columns }: TablePlan): string {
  return `SELECT ${columns.map((column) => `${column.source} AS ${quoted(column.name)}`).join(', ')} FROM ${quoted(name)}`;
}

/**
 * Counts and sums up a table: the sum of two halves of each row's SHA-256. Equal for equal rows in whatever order they come,
 * since servers sort text differently; computed row by row, so a table of any size needs no memory.
 */
export async function sumUp(client: Client, table: TablePlan): Promise<TableSum> {
  const half = (from: number) => `coalesce(sum(('x' || substr(hash, ${from}, 16))::bit(64)::bigint), 0)::text`;
  const { rows } = await client.query<TableSum>(`
    SELECT count(*)::text AS rows, ${half(1)} || ':' || ${half(17)} AS checksum
    FROM (SELECT encode(sha256(convert_to(kept::text, 'UTF8')), 'hex') AS hash FROM (${rowsSql(table)}) kept) hashed`);
  return rows[0]!;
}

export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
