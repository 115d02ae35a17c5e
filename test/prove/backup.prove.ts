import { SessionService } from '@fanfare/access';
import { CommentsModule } from '@fanfare/comments';
import { DEFAULT_DEMO_PASSWORD } from '@fanfare/kernel';
import { DemoSeeder, ImportService, PortabilityModule, Summary } from '@fanfare/portability';
import { bootRooms, createEmptyDatabase, type Rooms } from '@fanfare/testing';
import { VotesService } from '@fanfare/votes';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, existsSync, mkdtempSync, readdirSync, rmSync, statSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type DownloadedLog, downloadedLog, faultOf } from '../support/moderation-log.js';
import { ApiProcess, ROOT } from './api-process.js';
import { hasPostgres15, startPostgres15 } from './postgres-15.js';

const DATA = join(process.env['FANFARE_DATA'] ?? '/nowhere', 'decidim-bcn-2016');

let rooms: Rooms;
let folder: string;
let file: string;

interface Outcome {
  readonly code: number | null;
  readonly output: string;
}

/** A command as an operator runs it; `onOutput` may end it. */
async function command(name: string, databaseUrl: string, args: readonly string[] = [file], onOutput: (text: string, child: ChildProcess) => void = () => {}): Promise<Outcome> {
  const { PATH, HOME } = process.env;
  const env = { PATH, HOME, DATABASE_URL: databaseUrl, DATA_DIR: join(folder, 'data') };
  const child = spawn(process.execPath, [join(ROOT, `dist/apps/api/src/cli/${name}.js`), ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      onOutput(output, child);
    });
  }
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, output };
}

/**
 * Counts and sums of every table that holds something, by a query of the proof's own. What a server works out of other
 * columns (the words of a search, say) is its own: another version finds other stems.
 */
async function sums(url: string): Promise<Record<string, string>> {
  const client = new Client({ connectionString: url });
  await client.connect();
  const found: Record<string, string> = {};
  try {
    await client.query(`SET TimeZone = 'UTC'`);
    const { rows: tables } = await client.query<{ name: string; columns: string }>(`
      SELECT c.relname AS name, string_agg(quote_ident(a.attname), ', ' ORDER BY a.attnum) AS columns
      FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
      WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
        AND format_type(a.atttypid, null) <> 'xid8' AND (c.relname, a.attname) <> ('events', 'sequence') GROUP BY 1`);
    for (const { name, columns } of tables) {
      const { rows } = await client.query<{ rows: string; sum: string }>(
        `SELECT count(*)::text AS rows, md5(coalesce(string_agg(line, '' ORDER BY line COLLATE "C"), '')) AS sum
         FROM (SELECT md5((SELECT r FROM (SELECT ${columns}) r)::text) AS line FROM ${name}) lines`,
      );
      if (rows[0]!.rows !== '0') found[name] = `${rows[0]!.rows} ${rows[0]!.sum}`;
    }
    return found;
  } finally {
    await client.end();
  }
}

/** What the demo has of moderation: a backup without one of these would prove nothing about it. */
const MODERATION = [
  'appeal_messages', 'appeals', 'community_rules', 'decisions', 'intake_verdicts', 'log_entries', 'log_heads', 'log_keys', 'log_nodes', 'log_secrets', 'log_trees', 'reports',
  'restrictions', 'review_items', 'review_notes',
];
/** The same of its movement. */
const MOVEMENT = [
  'agreements', 'ambassador_appeals', 'application_answers', 'application_decisions', 'application_scores', 'application_votes', 'applications', 'call_questions', 'calls', 'entries',
  'entry_checks', 'entry_evidence', 'entry_reviews', 'mission_disclosures', 'mission_joins', 'mission_periods', 'missions', 'perk_deliveries', 'perks', 'reward_accounts',
  'reward_budgets', 'reward_postings', 'reward_transfers', 'site_feed_items', 'site_feeds', 'terms', 'tracking_days', 'tracking_links',
];
const SLUGS = ['brindlebrick', 'elivane'];

const NOT_TRAVELLING = ['account_codes', 'development_mails', 'idea_past_ranks', 'migrations', 'password_reset_requests', 'rate_limits', 'sessions', 'setup_tokens'];

function travelling(found: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(found).filter(([name]) => !NOT_TRAVELLING.includes(name)));
}

/** Everybody of the demo backs every open idea, until told to stop. */
function keepVoting() {
  let going = true;
  let votes = 0;
  const running = (async () => {
    const ideas = await rooms.database.query<{ id: string; community: string }>(`SELECT id, community_id AS community FROM ideas WHERE status = 'OPEN' AND source_key IS NULL ORDER BY id`);
    const members = await rooms.database.query<{ account: string; community: string }>(
      `SELECT account_id AS account, community_id AS community FROM members WHERE account_id IS NOT NULL ORDER BY id LIMIT 60`,
    );
    for (const { account, community } of members) {
      const actor = await rooms.get(SessionService).actorOfAccount(account);
      for (const idea of ideas.filter((one) => one.community === community)) {
        if (!going) return votes;
        await rooms.get(VotesService).cast(actor, idea.id).then(() => (votes += 1), () => undefined);
      }
    }
    return votes;
  })();
  return { stop: () => ((going = false), running) };
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'fanfare-backup-'));
  file = join(folder, 'backup.zip');
  rooms = await bootRooms([CommentsModule, PortabilityModule], { env: { DATA_DIR: join(folder, 'data') } });
  await rooms.get(DemoSeeder).seedOnce();
  if (existsSync(DATA)) {
    const summary = new Summary(join(folder, 'report.ndjson'));
    await rooms.get(ImportService).import({ folder: DATA, community: 'barcelona', identity: 'CONFIRMED', source: 'proof', create: { locale: 'ca' } }, summary);
    await summary.close();
  }
  await rooms.dispatcher.drain();
}, 300_000);

afterAll(async () => {
  await rooms?.close();
  rmSync(folder, { recursive: true });
});

it('backs up while people vote, and comes back equal, counted right, and answering', async () => {
  const voting = keepVoting();
  const made = await command('backup', rooms.url);
  const votes = await voting.stop();
  expect(votes).toBeGreaterThan(0);
  console.log(`${votes.toLocaleString('en')} votes were cast while the backup ran.\n${made.output.split('\n').slice(-3).join('\n')}`);
  expect(made.code, made.output).toBe(0);
  await rooms.dispatcher.drain();
  const calm = join(folder, 'calm.zip');
  expect((await command('backup', rooms.url, [calm])).code).toBe(0);
  const [moving, standing] = [await createEmptyDatabase(), await createEmptyDatabase()];
  try {
    const first = await command('restore', moving.url);
    expect(first.code, first.output).toBe(0);
    expect(await command('recount', moving.url, [])).toMatchObject({ code: 0 });
    const second = await command('restore', standing.url, [calm]);
    expect(second.code, second.output).toBe(0);
    console.log(second.output.split('\n').slice(-2).join('\n'));
    const kept = travelling(await sums(standing.url));
    expect(kept).toEqual(travelling(await sums(rooms.url)));
    expect(Object.keys(kept)).toEqual(expect.arrayContaining([...MODERATION, ...MOVEMENT]));
    await answers(standing.url, async (api) => {
      await signsIn(api);
      await logGoesOn(api);
    });
  } finally {
    await moving.drop();
    await standing.drop();
  }
});

/** A process on a restored database, with the key that the operator kept beside it. */
async function answers(url: string, work: (api: ApiProcess) => Promise<void>): Promise<void> {
  const api = await ApiProcess.start(url, { DATA_DIR: join(folder, 'data') });
  await work(api).finally(() => api.stop());
}

async function signedIn(api: ApiProcess, email: string): Promise<{ token: string; name: string }> {
  const password = JSON.stringify(DEFAULT_DEMO_PASSWORD);
  const { signIn } = await api.ask<{ signIn: { token: string; viewer: { account: { displayName: string } } } }>(
    `mutation { signIn(input: { email: "${email}", password: ${password} }) { token viewer { account { displayName } } } }`,
  );
  return { token: signIn.token, name: signIn.viewer.account.displayName };
}

async function signsIn(api: ApiProcess): Promise<void> {
  expect((await signedIn(api, 'fan@example.org')).name).toBe('Robin Vale');
  const { communities } = await api.ask<{ communities: { nodes: { ideas: { totalCount: number; nodes: object[] } }[] } }>(
    '{ communities { nodes { ideas(first: 50) { totalCount nodes { id } pageInfo { endCursor } } } } }',
  );
  for (const { ideas } of communities.nodes) expect(ideas.nodes).toHaveLength(Math.min(50, ideas.totalCount));
}

const linesIn = ({ entries }: DownloadedLog) => entries.trim().split('\n').length;

/** The log of every community holds, and what is decided now joins it: heads saved before the backup hold for it too. */
async function logGoesOn(api: ApiProcess): Promise<void> {
  const saved = new Map(await Promise.all(SLUGS.map(async (slug) => [slug, await downloadedLog(api.url, slug)] as const)));
  for (const log of saved.values()) expect([linesIn(log) > 2, faultOf(log, log)]).toEqual([true, '']);
  const [slug, before] = [...saved][0]!;
  expect(faultOf({ ...before, entries: before.entries.replace(/"action":"(\w+)"/, '"action":"KEEP "') }, before)).not.toBe('');
  const { token } = await signedIn(api, 'moderator@example.org');
  const asked = `{ community(slug: "${slug}") { reviewQueue(filter: { state: [OPEN] }) { nodes { id viewerMayDecide claim { mine } } } } }`;
  const { community } = await api.ask<{ community: { reviewQueue: { nodes: { id: string; viewerMayDecide: boolean; claim: object | null }[] } } }>(asked, token);
  const item = community.reviewQueue.nodes.find(({ viewerMayDecide, claim }) => viewerMayDecide && !claim)!;
  const { decideReview } = await api.ask<{ decideReview: { decision: { state: string } } }>(`mutation { decideReview(input: { item: "${item.id}", action: KEEP }) { decision { state } } }`, token);
  expect(decideReview.decision.state).toBe('IN_FORCE');
  const after = await downloadedLog(api.url, slug);
  expect([linesIn(after), faultOf(after, before)]).toEqual([linesIn(before) + 1, '']);
}

it.skipIf(!hasPostgres15)('comes back equal on PostgreSQL 15', async () => {
  const server = await startPostgres15();
  try {
    const calm = join(folder, 'calm-for-15.zip');
    expect((await command('backup', rooms.url, [calm])).code).toBe(0);
    const { code, output } = await command('restore', server.url, [calm]);
    expect(code, output).toBe(0);
    expect(travelling(await sums(server.url))).toEqual(travelling(await sums(rooms.url)));
    const back = join(folder, 'from-15.zip');
    expect((await command('backup', server.url, [back])).code).toBe(0);
    await answers(server.url, logGoesOn);
    const target = await createEmptyDatabase();
    expect((await command('restore', target.url, [back])).code).toBe(0);
    expect(travelling(await sums(target.url))).toEqual(travelling(await sums(rooms.url)));
    await target.drop();
  } finally {
    await server.stop();
  }
});

it('leaves an empty database when the restore is killed, and no archive when the backup is', async () => {
  const target = await createEmptyDatabase();
  try {
    const killAt = (table: string) => (text: string, child: ChildProcess) => void (text.includes(`  ${table} `) && child.kill('SIGKILL'));
    expect((await command('restore', target.url, [file], killAt('votes'))).code).toBe(null);
    const left = await sums(target.url);
    expect(Object.keys(left).sort()).toEqual(['deployment', 'migrations']);
    const half = join(folder, 'half.zip');
    expect((await command('backup', rooms.url, [half], killAt('votes'))).code).toBe(null);
    expect(existsSync(half)).toBe(false);
    expect(readdirSync(folder)).toContain('half.zip.unfinished');
    expect((await command('backup', rooms.url, [half])).code).toBe(0);
    expect((await command('restore', target.url, [half])).code).toBe(0);
  } finally {
    await target.drop();
  }
});

it('says in one line why a damaged file, a full database and a missing file are refused', async () => {
  const target = await createEmptyDatabase();
  try {
    const cut = join(folder, 'cut.zip');
    copyFileSync(file, cut);
    truncateSync(cut, Math.floor(statSync(file).size / 2));
    for (const [url, path] of [[target.url, cut], [rooms.url, file], [target.url, join(folder, 'none.zip')]] as const) {
      const { code, output } = await command('restore', url, [path]);
      console.log(output.trim());
      expect(code).toBe(1);
      expect(output.trim().split('\n')).toHaveLength(1);
    }
    expect(await sums(target.url)).toEqual({});
  } finally {
    await target.drop();
  }
});
