/**
 * How many votes a second one idea takes, from 1, 8, 32 and 64 clients at once, on a real (durable) PostgreSQL:
 *
 * - plain: the vote's row alone, counted by nobody
 * - one counter: the row, and `votes = votes + 1` on one row of the idea
 * - sixteen parts: what Fanfare does in the database, by trigger
 * - castVote: all of Fanfare's service (checks, gate, row, event, rank, commit) in this one process
 *
 * Each of the first three also writes one event row after the vote, as any application does before it commits.
 * Run it after a build: `node bench/votes.bench.ts [SECONDS]`.
 */
import pg, { type Client } from 'pg';
import { randomUUID } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const ROOT = resolve(import.meta.dirname, '..');
const SECONDS = Number(process.argv[2] ?? 4);
const CLIENTS = [1, 8, 32, 64];

type Vote = (client: Client, ids: Ids, memberId: string) => Promise<unknown>;
interface Ids {
  readonly idea: string;
  readonly community: string;
}

const BARE_TABLES = `
  CREATE TABLE bare_votes (LIKE votes, PRIMARY KEY (idea_id, member_id),
    FOREIGN KEY (idea_id, community_id) REFERENCES ideas (id, community_id),
    FOREIGN KEY (member_id, community_id) REFERENCES members (id, community_id));
  CREATE TABLE bare_counters (idea_id uuid PRIMARY KEY, votes int NOT NULL);`;

const values = `(idea_id, member_id, community_id, standing, cast_at, idea_version) VALUES ($1, $2, $3, 'VERIFIED', now(), 1)`;

async function inTransaction(client: Client, ids: Ids, work: () => Promise<unknown>): Promise<void> {
  await client.query('BEGIN');
  await work();
  await client.query(`INSERT INTO events (id, type, subject_id, occurred_at) VALUES (gen_random_uuid(), 'bench.voted', $1, now())`, [ids.idea]);
  await client.query('COMMIT');
}

const plain: Vote = (client, ids, member) =>
  inTransaction(client, ids, () => client.query(`INSERT INTO bare_votes ${values}`, [ids.idea, member, ids.community]));

const oneCounter: Vote = (client, ids, member) =>
  inTransaction(client, ids, async () => {
    await client.query(`INSERT INTO bare_votes ${values}`, [ids.idea, member, ids.community]);
    await client.query('UPDATE bare_counters SET votes = votes + 1 WHERE idea_id = $1', [ids.idea]);
  });

const sixteenParts: Vote = (client, ids, member) =>
  inTransaction(client, ids, () => client.query(`INSERT INTO votes ${values}`, [ids.idea, member, ids.community]));

class Bench {
  private readonly url: string;
  private readonly communityId: string;
  private readonly admin: pg.Pool;
  private members: string[] = [];
  accounts = new Map<string, string>();

  // Spelled out: Node runs this file by removing its types.
  constructor(url: string, communityId: string) {
    this.url = url;
    this.communityId = communityId;
    this.admin = new pg.Pool({ connectionString: url, max: 2 });
  }

  /** Votes a second. Members are made beforehand, more than can vote in the time. */
  async rate(clients: number, vote: Vote): Promise<number> {
    const ids = { idea: await this.anIdea(), community: this.communityId };
    const members = this.members.values();
    const connections = await Promise.all(Array.from({ length: clients }, () => this.connect()));
    const end = performance.now() + SECONDS * 1000;
    let count = 0;
    const worker = async (client: Client) => {
      for (const member of members) {
        await vote(client, ids, member);
        if (performance.now() > end) return;
        count += 1;
      }
      throw new Error('More votes than members: make more');
    };
    await Promise.all(connections.map(worker));
    await Promise.all(connections.map((client) => client.end()));
    return count / SECONDS;
  }

  async makeMembers(count: number): Promise<void> {
    const { rows } = await this.admin.query<{ id: string; account_id: string }>(
      `WITH a AS (
         INSERT INTO accounts (id, email, email_confirmed_at, display_name, identity_level)
         SELECT gen_random_uuid(), 'bench-' || n || '@example.org', now(), 'Bench', 'CONFIRMED' FROM generate_series(1, $2::int) n RETURNING id
       ), numbered AS (SELECT id, row_number() OVER () AS n FROM a)
       INSERT INTO members (id, community_id, account_id, handle, display_name, identity_level, terms_version)
       SELECT gen_random_uuid(), $1, id, 'bench' || translate(n::text, '0123456789', 'abcdefghjk'), 'Bench', 'CONFIRMED', 1 FROM numbered
       RETURNING id, account_id`,
      [this.communityId, count],
    );
    this.members = rows.map(({ id }) => id);
    this.accounts = new Map(rows.map(({ id, account_id }) => [id, account_id]));
  }

  end(): Promise<void> {
    return this.admin.end();
  }

  private async anIdea(): Promise<string> {
    const id = randomUUID();
    const sql = `INSERT INTO ideas (id, community_id, title, body, status, created_at) VALUES ($1, $2, 'Hot', 'Hot', 'OPEN', now())`;
    await this.admin.query(sql, [id, this.communityId]);
    await this.admin.query('INSERT INTO bare_counters VALUES ($1, 0)', [id]);
    return id;
  }

  private async connect(): Promise<Client> {
    const client = new pg.Client({ connectionString: this.url });
    await client.connect();
    return client;
  }
}

const built = (path: string) => import(pathToFileURL(join(ROOT, 'dist', path)).href) as Promise<Record<string, any>>;

async function main(): Promise<void> {
  const { ensureDatabase } = await import(pathToFileURL(join(ROOT, 'scripts/postgres/index.mjs')).href);
  const dataDir = mkdtempSync(join(tmpdir(), 'fanfare-bench-'));
  chmodSync(dataDir, 0o755); // else, as root, the data would live elsewhere and outlive the bench
  const database = await ensureDatabase({ root: ROOT, dataDir });
  try {
    await measure(database.url);
  } finally {
    await database.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function measure(url: string): Promise<void> {
  const { createDataSource, migrate } = await built('libs/database/src/index.js');
  const source = await createDataSource({ url, poolSize: 2 }).initialize();
  await migrate(source);
  await source.query(BARE_TABLES);
  const communityId = randomUUID();
  await source.query(`
    WITH c AS (INSERT INTO communities (id, slug, name, locale) VALUES ('${communityId}', 'bench', 'Bench', 'en') RETURNING id)
    INSERT INTO community_terms (community_id, version, body) SELECT id, 1, 'Terms' FROM c`);
  const bench = new Bench(url, communityId);
  await bench.makeMembers(Math.max(20_000, SECONDS * 8_000));
  const castVote = await service(url, bench);
  const kinds: [string, Vote][] = [['plain', plain], ['one counter', oneCounter], ['sixteen parts', sixteenParts], ['castVote', castVote.vote]];
  console.log(`votes/s on one idea, ${SECONDS} s each`.padEnd(34) + kinds.map(([name]) => name.padStart(15)).join(''));
  for (const clients of CLIENTS) await line(bench, clients, kinds);
  await Promise.all([castVote.close(), bench.end(), source.destroy()]);
}

async function line(bench: Bench, clients: number, kinds: readonly [string, Vote][]): Promise<void> {
  const rates: number[] = [];
  for (const [, vote] of kinds) rates.push(await bench.rate(clients, vote));
  const cells = rates.map((rate) => `${Math.round(rate)} (${(rate / rates[0]!).toFixed(2)})`.padStart(15));
  console.log(`${clients} clients`.padEnd(34) + cells.join(''));
}

/** The service itself; the clients' connections stand idle, it has its own pool. */
async function service(url: string, bench: Bench): Promise<{ vote: Vote; close: () => Promise<void> }> {
  const [{ RoomsModule }, { VotesService }, { loadConfig }, { NestFactory }] = await Promise.all([
    built('apps/api/src/rooms.module.js'),
    built('libs/votes/src/index.js'),
    built('libs/kernel/src/index.js'),
    import('@nestjs/core'),
  ]);
  const config = loadConfig({ DATABASE_URL: url, DATABASE_POOL: '64' });
  const app = await NestFactory.createApplicationContext(RoomsModule!.forRoot(config, 'bench'), { logger: ['error'] });
  const votes = app.get(VotesService, { strict: false });
  const actor = (memberId: string) => ({ accountId: bench.accounts.get(memberId)!, sessionId: null, isOperator: false, grants: [] });
  return { vote: (_client, ids, member) => votes.cast(actor(member), ids.idea), close: () => app.close() };
}

await import('reflect-metadata');
await main();
