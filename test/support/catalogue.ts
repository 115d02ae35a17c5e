import type { Database } from '@fanfare/database';

const QUERIES: readonly [heading: string, sql: string][] = [
  [
    'Columns',
    `SELECT format('%s.%s %s%s%s', c.relname, a.attname, format_type(a.atttypid, a.atttypmod), CASE WHEN a.attnotnull THEN ' not null' ELSE '' END,
       CASE WHEN d.adbin IS NOT NULL THEN ' ' || CASE WHEN a.attgenerated <> '' THEN 'generated ' ELSE 'default ' END || pg_get_expr(d.adbin, d.adrelid) ELSE '' END) AS line
     FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
     WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p', 'v') AND a.attnum > 0 AND NOT a.attisdropped
     ORDER BY c.relname COLLATE "C", a.attnum`,
  ],
  [
    'Constraints', // "not null" stands with the columns; PostgreSQL 18 also lists it here
    `SELECT format('%s.%s %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) AS line FROM pg_constraint
     WHERE connamespace = 'public'::regnamespace AND contype <> 'n' ORDER BY conrelid::regclass::text COLLATE "C", conname COLLATE "C"`,
  ],
  ['Indexes', `SELECT indexdef AS line FROM pg_indexes WHERE schemaname = 'public' ORDER BY indexname COLLATE "C"`],
  ['Triggers', `SELECT pg_get_triggerdef(oid) AS line FROM pg_trigger WHERE NOT tgisinternal ORDER BY tgrelid::regclass::text COLLATE "C", tgname COLLATE "C"`],
  [
    'Functions',
    `SELECT pg_get_functiondef(p.oid) AS line FROM pg_proc p WHERE pronamespace = 'public'::regnamespace AND prokind = 'f'
       AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e') ORDER BY proname COLLATE "C"`,
  ],
];

/** The whole schema as text, equal on every PostgreSQL that we run on. */
export async function catalogueOf(database: Pick<Database, 'query'>): Promise<string> {
  const parts: string[] = [];
  for (const [heading, sql] of QUERIES) {
    const rows = await database.query<{ line: string }>(sql);
    parts.push(`-- ${heading}\n${rows.map((row) => row.line.trimEnd()).join('\n')}\n`);
  }
  return parts.join('\n');
}
