import { CommentsModule } from '@fanfare/comments';
import type { Database } from '@fanfare/database';
import { EventLog } from '@fanfare/events';
import { settleRanks } from '@fanfare/ideas';
import { newId } from '@fanfare/kernel';
import { chooseStore } from '@fanfare/media';
import { aComment, aCommunity, aMember, anIdea, aVote, bootRooms, createEmptyDatabase, createTestDatabase, type Rooms, type TestDatabase } from '@fanfare/testing';
import { RecountService } from '@fanfare/votes';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest';
import { MODERATED, moderated } from '../../test/moderated.js';
import { CommunityImported } from '../import/import.service.js';
import { PortabilityModule } from '../portability.module.js';
import { Archive, writeZip } from './archive.js';
import { backup } from './backup.js';
import { LEFT_OUT, SEEDED } from './left-out.js';
import { type Manifest, MANIFEST_ENTRY } from './manifest.js';
import { restore } from './restore.js';

vi.setConfig({ testTimeout: 60_000 }); // some hundred statements each: a busy machine takes its time

let rooms: Rooms;
let folder: string;
let file: string;
let manifest: Manifest;
let restored: TestDatabase;
const opened: TestDatabase[] = [];

/** A small deployment, its archive taken while somebody keeps writing, with transaction ids far ahead of any other server. */
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'fanfare-backup-'));
  file = join(folder, 'whole.zip');
  rooms = await bootRooms([CommentsModule, PortabilityModule], { env: { SECRET_KEY: 'a key for tests, long enough to be one' } });
  await peopled(rooms.database);
  await moderated(rooms);
  await comeFromAnotherServer(rooms.database);
  await pictured(rooms.database);
  const writing = keepWriting();
  manifest = await backup({ databaseUrl: rooms.url, file, store: storeIn('data') });
  expect(await writing.stop()).toBeGreaterThan(0);
  restored = await createEmptyDatabase();
  await into(restored);
}, 120_000);

async function peopled(db: Database): Promise<void> {
  const community = await aCommunity(db);
  const members = [];
  for (let at = 0; at < 12; at += 1) members.push(await aMember(db, community.id));
  for (const [at, author] of members.entries()) {
    const idea = await anIdea(db, community.id, { author_id: author.id, title: `Idée n° ${at} 💡\t"quoted" \\N` });
    await aComment(db, idea, { author_id: members[0]!.id });
    for (const member of members.slice(at)) await aVote(db, idea, member.id);
    await rooms.transactor.run((tx) => rooms.get(EventLog).append(tx, CommunityImported, { communityId: community.id, payload: { at } as never }));
  }
  await rooms.get(RecountService).fix();
  await db.query(`INSERT INTO sessions SELECT gen_random_uuid(), id, sha256(id::text::bytea), NULL, now(), now(), now() + interval '1 day' FROM accounts LIMIT 3`);
}

const storeIn = (name: string) => chooseStore({ mediaUrl: null, dataDir: join(folder, name) });
const FORMS = [64, 128, 256].map((width) => ({ width, height: width, type: 'webp' as const, bytes: 9 }));
const picture = newId();
const lost = newId();

/** A picture with its files, one whose files are gone, one that is not whole yet; and a file of none. */
async function pictured(db: Database): Promise<void> {
  for (const id of [picture, lost, newId()]) {
    await db.query(
      `INSERT INTO pictures (id, kind, source_digest, width, height, forms, bytes, color, created_at, stored)
       VALUES ($1, 'AVATAR', sha256(uuid_send($1::uuid)), 256, 256, $2::jsonb, 27, '#336699', now(), $3)`,
      [id, JSON.stringify(FORMS), id === picture || id === lost]);
  }
  for (const id of [picture, newId()]) for (const { width } of FORMS) await storeIn('data').put(`${id}/${width}.webp`, Buffer.from(`picture ${width % 10}`), 'image/webp');
}

async function comeFromAnotherServer(db: Database): Promise<void> {
  await db.query(`UPDATE events SET xid = (1000000000000 + (sequence * 7919) % 10007)::text::xid8`);
  await db.query(`ALTER TABLE idea_ranks DISABLE TRIGGER USER; UPDATE idea_ranks SET from_xid = '1000000000000'; ALTER TABLE idea_ranks ENABLE TRIGGER USER`);
}

afterEach(async () => {
  for (const database of opened.splice(0)) await database.drop();
});

afterAll(async () => {
  await rooms?.close();
  await restored?.drop();
  rmSync(folder, { recursive: true });
});

function keepWriting() {
  let going = true;
  const running = (async () => {
    const [community] = await rooms.database.query<{ id: string }>('SELECT community_id AS id FROM ideas ORDER BY id LIMIT 1');
    const ideas = await rooms.database.query<{ id: string; community_id: string }>('SELECT id, community_id FROM ideas WHERE community_id = $1', [community!.id]);
    let comments = 0;
    for (; going; comments += 1) {
      const author = await aMember(rooms.database, community!.id);
      await aComment(rooms.database, ideas[comments % ideas.length]!, { author_id: author.id });
    }
    return comments;
  })();
  return { stop: () => ((going = false), running) };
}

async function empty(): Promise<TestDatabase> {
  const database = await createEmptyDatabase();
  opened.push(database);
  return database;
}

/** Empty but for the schema: what `npm start` leaves before anybody comes. */
async function migrated(): Promise<TestDatabase> {
  const database = await createTestDatabase();
  opened.push(database);
  return database;
}

async function query<Row extends object>(url: string, sql: string): Promise<Row[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const results = [await client.query<Row>(sql)].flat();
    return results.flatMap(({ rows }) => rows);
  } finally {
    await client.end();
  }
}

const into = (database: TestDatabase, from = file) => restore({ databaseUrl: database.url, file: from, store: storeIn('restored') });
const rulesOf = (url: string) =>
  query(url, `
    SELECT conrelid::regclass::text AS on, conname AS name, pg_get_constraintdef(oid) AS rule FROM pg_constraint WHERE connamespace = 'public'::regnamespace
    UNION ALL SELECT tgrelid::regclass::text, tgname, tgenabled::text FROM pg_trigger WHERE NOT tgisinternal ORDER BY 1, 2, 3`);

async function refusal(work: Promise<unknown>): Promise<string> {
  return work.then(() => 'done', (error: Error) => error.message);
}

/** Tables with rows of a database; none for one that was never touched. */
async function filled(url: string): Promise<string[]> {
  const tables = await query<{ name: string }>(url, `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'`);
  const found = [];
  for (const { name } of tables) if (!SEEDED.has(name) && (await query(url, `SELECT FROM ${name} LIMIT 1`)).length > 0) found.push(name);
  return found;
}

it('leaves out only tables that exist, and keeps every other', async () => {
  const tables = await query<{ name: string }>(rooms.url, `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY 1`);
  const names = tables.map(({ name }) => name);
  expect(names).toEqual(expect.arrayContaining(Object.keys(LEFT_OUT)));
  expect(manifest.tables.map(({ name }) => name)).toEqual(names.filter((name) => !(name in LEFT_OUT)));
});

it('brings every table back with the checksum it had, its rules standing, nobody signed in', async () => {
  expect(await rulesOf(restored.url)).toEqual(await rulesOf(rooms.url));
  expect(await query(restored.url, 'SELECT FROM sessions')).toEqual([]);
  const held = manifest.tables.filter(({ rows }) => rows !== '0').map(({ name }) => name);
  expect(held.length).toBeGreaterThan(12);
  expect(held).toEqual(expect.arrayContaining(MODERATED)); // also what its rules keep from being written
  const again = await backup({ databaseUrl: restored.url, file: join(folder, 'again.zip'), store: storeIn('restored') });
  expect(again.tables).toEqual(manifest.tables);
});

it('holds the files of every picture, and of no other; those that are gone stop nothing', async () => {
  expect(manifest.media).toEqual({ files: 3, bytes: 27, gone: 3, checksum: expect.stringMatching(/^[0-9a-f]{64}$/) });
  expect(readFileSync(join(folder, 'restored/media', picture.slice(-2), picture, '128.webp'), 'utf8')).toBe('picture 8');
  expect(readdirSync(join(folder, 'restored/media'), { recursive: true }).filter((name) => String(name).endsWith('.webp'))).toHaveLength(3);
  const again = await backup({ databaseUrl: restored.url, file: join(folder, 'pictures.zip'), store: storeIn('restored') });
  expect(again.media).toEqual(manifest.media);
  await storeIn('restored').put(`${picture}/64.webp`, Buffer.from('picture 5'), 'image/webp');
  const changed = await backup({ databaseUrl: restored.url, file: join(folder, 'other-pictures.zip'), store: storeIn('restored') });
  expect(changed.media).toEqual({ ...manifest.media, checksum: expect.not.stringMatching(manifest.media.checksum) });
});

it('takes nothing from an archive whose pictures are not those it was sealed with', async () => {
  const target = await migrated();
  const forged = await withManifest('forged-pictures.zip', { media: { ...manifest.media, checksum: '0' } });
  expect(await refusal(into(target, forged))).toBe('The pictures did not come out as they went in: nothing was restored.');
  expect(await filled(target.url)).toEqual([]);
});

it('notices one changed letter: the checksum is no mere count', async () => {
  const target = await migrated();
  await into(target);
  await query(target.url, `UPDATE comments SET body = body || '.' WHERE id = (SELECT id FROM comments WHERE deleted_at IS NULL LIMIT 1)`);
  const again = await backup({ databaseUrl: target.url, file: join(folder, 'changed.zip'), store: storeIn('data') });
  expect(again.tables.filter((table, at) => table.checksum !== manifest.tables[at]!.checksum).map(({ name }) => name)).toEqual(['comments']);
});

it('keeps the order of the log, leaves no transaction of another server in it, and goes on after it', async () => {
  const order = (url: string) => query<{ id: string }>(url, 'SELECT id FROM events ORDER BY xid, sequence');
  const copied = await order(restored.url);
  expect(copied.length).toBeGreaterThan(10);
  expect(copied).toEqual(await order(rooms.url));
  expect(copied).not.toEqual(await query(rooms.url, 'SELECT id FROM events ORDER BY sequence'));
  // once whatever else this server was busy with meanwhile is over
  await expect.poll(() => query(restored.url, 'SELECT FROM events WHERE xid >= pg_snapshot_xmin(pg_current_snapshot())'), { timeout: 15_000 }).toEqual([]);
  const [next] = await query<{ fits: boolean }>(
    restored.url,
    `BEGIN; INSERT INTO events (id, type, occurred_at) VALUES ('${newId()}', 'test.happened', now()); SELECT (SELECT sequence FROM events WHERE type = 'test.happened') > (SELECT max(sequence) FROM events WHERE type <> 'test.happened') AS fits; ROLLBACK`,
  );
  expect(next).toEqual({ fits: true });
});

it('comes up in counts and orders that agree with the votes, with nothing to settle', async () => {
  const target = await migrated();
  await into(target);
  const running = await bootRooms([CommentsModule, PortabilityModule], { env: { DATABASE_URL: target.url } });
  try {
    const { votes, drift } = await running.get(RecountService).compare();
    expect(votes).toBeGreaterThan(50);
    expect(Object.values(drift).every((count) => count === 0), JSON.stringify(drift)).toBe(true);
    expect(await running.transactor.run((tx) => settleRanks(tx))).toBe(false);
    expect(await refusal(into(target))).toMatch(/^Fanfare is at work on this database \(fanfare\): stop it/);
  } finally {
    await running.close();
  }
});

it('refuses a database that holds anything, and leaves it as it was', async () => {
  const target = await migrated();
  await query(target.url, `INSERT INTO accounts (id, email, display_name) VALUES (gen_random_uuid(), 'a@example.org', 'A')`);
  expect(await refusal(into(target))).toBe('The database is not empty (accounts holds rows): restore into an empty database.');
  expect(await filled(target.url)).toEqual(['accounts']);
  const others = await empty();
  await query(others.url, 'CREATE TABLE invoices (id int)');
  expect(await refusal(into(others))).toBe('The database is not empty (invoices holds rows): restore into an empty database.');
});

it('refuses a damaged, a cut and a foreign file before it touches anything', async () => {
  const target = await empty();
  const damaged = join(folder, 'damaged.zip');
  const bytes = readFileSync(file);
  bytes[bytes.indexOf('tables/ideas.copy') + 60]! ^= 1;
  writeFileSync(damaged, bytes);
  expect(await refusal(into(target, damaged))).toBe('The backup is damaged: tables/ideas.copy is not what was written.');
  truncateSync(damaged, bytes.length - 1_000);
  expect(await refusal(into(target, damaged))).toMatch(/is damaged, cut short or no Fanfare backup/);
  writeFileSync(damaged, 'hello');
  expect(await refusal(into(target, damaged))).toMatch(/is damaged, cut short or no Fanfare backup/);
  expect(await refusal(into(target, join(folder, 'nowhere.zip')))).toMatch(/^There is no file /);
  expect(await query(target.url, `SELECT FROM pg_tables WHERE schemaname = 'public'`)).toEqual([]);
});

/** The same archive with other words in its manifest. */
async function withManifest(name: string, changes: object): Promise<string> {
  const archive = await Archive.open(file);
  const path = join(folder, name);
  const entries = new Map<string, string>();
  for (const entry of archive.names) entries.set(entry, await archive.text(entry));
  archive.close();
  entries.set(MANIFEST_ENTRY, JSON.stringify({ ...manifest, ...changes }));
  await writeZip(path, (zip) => entries.forEach((text, entry) => zip.addBuffer(Buffer.from(text), entry)));
  return path;
}

it('refuses another schema and another format in one line', async () => {
  const target = await empty();
  const older = await withManifest('older.zip', { migrations: manifest.migrations.slice(0, -1) });
  expect(await refusal(into(target, older))).toMatch(/^This backup was made by Fanfare .* restore it with the version that made it, then update\.$/);
  const newer = await withManifest('newer.zip', { formatVersion: 2 });
  expect(await refusal(into(target, newer))).toMatch(/^This backup has format 2;/);
  expect(await query(target.url, `SELECT FROM pg_tables WHERE schemaname = 'public'`)).toEqual([]);
});

it('takes nothing from an archive whose rows are not those it was sealed with', async () => {
  const target = await migrated();
  const tables = manifest.tables.map((table) => (table.name === 'votes' ? { ...table, checksum: '0:0' } : table));
  const forged = await withManifest('forged.zip', { tables });
  expect(await refusal(into(target, forged))).toBe('The table votes did not come out as it went in: nothing was restored.');
  expect(await filled(target.url)).toEqual([]);
});

it('leaves an empty database and no archive when its connection is cut in the middle', async () => {
  const target = await migrated();
  const cut = (name: string, at: string) => async (table: string) => {
    if (table === at) await query(rooms.url, `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = '${name}'`);
  };
  const restoring = restore({ databaseUrl: target.url, file, store: storeIn('restored'), onTable: cut('fanfare restore', 'comments') });
  expect(await refusal(restoring)).not.toBe('done');
  expect(await filled(target.url)).toEqual([]);
  const half = join(folder, 'half.zip');
  expect(await refusal(backup({ databaseUrl: rooms.url, file: half, store: storeIn('data'), onTable: cut('fanfare backup', 'accounts') }))).not.toBe('done');
  expect(readdirSync(folder).filter((name) => name.startsWith('half'))).toEqual([]);
  await into(target);
  expect(await filled(target.url)).toContain('votes');
});

it('never writes over a file, and lets only its owner read one', async () => {
  expect(await refusal(backup({ databaseUrl: rooms.url, file, store: storeIn('data') }))).toMatch(/already: choose another name\.$/);
  expect(existsSync(file)).toBe(true);
  expect(statSync(file).mode & 0o077).toBe(0);
});
