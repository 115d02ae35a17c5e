import { PersonalData } from '@fanfare/access';
import { Database } from '@fanfare/database';
import { loadConfig } from '@fanfare/kernel';
import { createTestDatabase, type TestDatabase } from '@fanfare/testing';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { RoomsModule } from '../../apps/api/src/rooms.module.js';

/** Tables that point at people and that no deletion has to reach, with the reason. */
const NOT_PERSONAL: Readonly<Record<string, string>> = {
  comment_tallies: 'counts',
};

// What points at an account or a member: by a foreign key, or by the name of a column.
const POINTING = `
  SELECT DISTINCT c.relname AS name FROM pg_class c
  LEFT JOIN pg_constraint k ON k.conrelid = c.oid AND k.contype = 'f' AND k.confrelid IN ('accounts'::regclass, 'members'::regclass)
  LEFT JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
    AND (a.attname ~ '(^|_)(account|member|author|actor|owner|follower|recipient|voter|user)(_id)?$' OR a.attname ~ '_by$' OR a.attname ~ '(^|_)e?mail$')
  WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND (k.oid IS NOT NULL OR a.attname IS NOT NULL) ORDER BY 1`;

let testDatabase: TestDatabase;
let app: INestApplicationContext;

beforeAll(async () => {
  testDatabase = await createTestDatabase();
  const config = loadConfig({ DATABASE_URL: testDatabase.url });
  app = await NestFactory.createApplicationContext(RoomsModule.forRoot(config, 'fanfare contract'), { logger: ['error'], abortOnError: false });
});
afterAll(async () => {
  await app?.close();
  await testDatabase?.drop();
});

const named = () => [...app.get(PersonalData, { strict: false }).all.values()].flatMap(({ tables }) => Object.keys(tables));

it('says of every table that points at people what a deletion does to it', async () => {
  const pointing = await app.get(Database).query<{ name: string }>(POINTING);
  expect(pointing.length).toBeGreaterThan(15);
  const known = new Set([...named(), ...Object.keys(NOT_PERSONAL)]);
  const forgotten = pointing.map(({ name }) => name).filter((name) => !known.has(name));
  expect(forgotten, 'Tables that no room names: PersonalData.register(room, { tables: { … } }) in that room').toEqual([]);
});

it('names only tables that exist, each once', async () => {
  const tables = await app.get(Database).query<{ name: string }>(`SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'`);
  const exist = new Set(tables.map(({ name }) => name));
  const names = named();
  expect(names.filter((name) => !exist.has(name))).toEqual([]);
  expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
  expect(Object.keys(NOT_PERSONAL).filter((name) => !exist.has(name))).toEqual([]);
});

it('downloads whatever each room says it keeps: every list runs', async () => {
  const sections = [...app.get(PersonalData, { strict: false }).all.values()].flatMap((records) => records.sections);
  const nobody = '00000000-0000-7000-8000-000000000000';
  for (const { sql } of sections) await expect(app.get(Database).query(`SELECT count(*) FROM (${sql}) section`, [nobody])).resolves.toHaveLength(1);
  expect(new Set(sections.map(({ name }) => name)).size).toBe(sections.length);
});
