import type { App } from '../../support/app.js';

interface PlanNode {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Actual Rows': number;
  readonly 'Actual Loops': number;
  readonly 'Rows Removed by Filter'?: number;
  readonly Plans?: readonly PlanNode[];
}

/** What the database did for one request. */
export interface Explained {
  readonly statements: number;
  /** The most rows any step of any statement read, over all its rounds. */
  readonly mostRows: number;
  /** Of which statement. */
  readonly of: string;
}

/** Runs `work` and has the database explain every read it made that matches, with what it really read. The api's own rounds rest meanwhile. */
export async function explained(app: App, work: () => Promise<unknown>, matching = /./): Promise<Explained> {
  const reads = (await readsOf(app, work)).filter(({ sql }) => matching.test(sql));
  let most = { mostRows: 0, of: '' };
  for (const { sql, values } of reads) {
    const [row] = (await app.database.source.query(`EXPLAIN (ANALYZE, TIMING OFF, FORMAT JSON) ${sql}`, values as unknown[])) as [{ 'QUERY PLAN': [{ Plan: PlanNode }] }];
    const mostRows = Math.round(Math.max(...everyNode(row['QUERY PLAN'][0].Plan).map(rowsRead)));
    if (mostRows > most.mostRows) most = { mostRows, of: sql.replace(/\s+/g, ' ').trim() };
  }
  return { statements: reads.length, ...most };
}

interface Read {
  readonly sql: string;
  readonly values: unknown;
}

async function readsOf(app: App, work: () => Promise<unknown>): Promise<Read[]> {
  await Promise.all([app.dispatcher.stop(), app.schedules.stop()]);
  const reads: Read[] = [];
  const { source } = app.database;
  const query = source.query.bind(source);
  source.query = ((sql: string, values: unknown) => {
    if (/^\s*(SELECT|WITH)\b/i.test(sql) && !/\b(INSERT|UPDATE|DELETE)\b/.test(sql)) reads.push({ sql, values });
    return query(sql, values as never);
  }) as typeof query;
  try {
    await work();
    return reads;
  } finally {
    source.query = query;
    app.dispatcher.start();
    app.schedules.start();
  }
}

function everyNode(node: PlanNode): PlanNode[] {
  return [node, ...(node.Plans ?? []).flatMap(everyNode)];
}

function rowsRead(node: PlanNode): number {
  return (node['Actual Rows'] + (node['Rows Removed by Filter'] ?? 0)) * node['Actual Loops'];
}
