import '../../apps/api/src/rooms.module.js';
import { createDataSource, Database, isMigrated, migrate } from '@fanfare/database';
import { createEmptyDatabase, type TestDatabase } from '@fanfare/testing';
import type { DataSource } from 'typeorm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { catalogueOf } from '../support/catalogue.js';
import { expectGolden } from '../support/golden.js';

let empty: TestDatabase;
let source: DataSource;

beforeAll(async () => {
  empty = await createEmptyDatabase();
  source = await createDataSource({ url: empty.url, poolSize: 4 }).initialize();
});
afterAll(async () => {
  await source.destroy();
  await empty.drop();
});

describe('the schema', () => {
  it('comes from the migrations, run by processes that start together, once each', async () => {
    const second = await createDataSource({ url: empty.url, poolSize: 2 }).initialize();
    const done = await Promise.all([migrate(source), migrate(second)]);
    await second.destroy();
    expect(done.flat().length).toBe(source.migrations.length);
    expect(await isMigrated(source)).toBe(true);
  });

  it('is as reviewed', async () => {
    expectGolden('libs/database/schema.sql', await catalogueOf(new Database(source)));
  });

  it('has every column that an entity maps, with its type and nullability', async () => {
    const columns = (await source.query(
      `SELECT table_name || '.' || column_name AS name, udt_name AS type, is_nullable = 'YES' AS nullable FROM information_schema.columns WHERE table_schema = 'public'`,
    )) as { name: string; type: string; nullable: boolean }[];
    const known = new Map(columns.map((column) => [column.name, column]));
    const wrong = source.entityMetadatas.flatMap((entity) =>
      entity.columns.flatMap((column) => mismatch(`${entity.tableName}.${column.databaseName}`, String(source.driver.normalizeType(column)), column.isNullable, known)),
    );
    expect(source.entityMetadatas.length).toBeGreaterThan(0);
    expect(wrong).toEqual([]);
  });
});

const SAME_TYPES: Readonly<Record<string, string>> = {
  'timestamp with time zone': 'timestamptz',
  integer: 'int4',
  smallint: 'int2',
  bigint: 'int8',
  boolean: 'bool',
  'double precision': 'float8',
  'character varying': 'varchar',
};

function mismatch(name: string, type: string, nullable: boolean, known: Map<string, { type: string; nullable: boolean }>): string[] {
  const found = known.get(name);
  if (!found) return [`${name} is not in the database`];
  const wanted = SAME_TYPES[type] ?? type;
  const problems: string[] = [];
  if (found.type !== wanted && found.type !== `_${wanted}`) problems.push(`${name} is ${found.type}, the entity says ${wanted}`);
  if (found.nullable !== nullable) problems.push(`${name} is ${found.nullable ? '' : 'not '}nullable, the entity says otherwise`);
  return problems;
}
