import { ImportService, Summary } from '@fanfare/portability';
import { aRole } from '@fanfare/testing';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type App, startApp } from '../support/app.js';
import type { Client } from '../support/client.js';
import { someFans } from '../support/fans.js';
import { explained } from './desk/explained.js';
import { webDocument } from './desk/web-documents.js';
import { itemsOf } from './year/imported-community.js';

const REAL = join(process.env['FANFARE_DATA'] ?? '/nowhere', 'decidim-bcn-2016');
const IDEAS = 10_000;
const TIMES = 25;
const SLUG = 'measured';
const PAGE = 30;

let app: App;
let brand: Client;
let folder: string;
let category: string | null;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'fanfare-desk-'));
  app = await startApp();
  await importTo(existsSync(REAL) ? REAL : generated());
  const [{ id }] = (await app.database.query<{ id: string }>('SELECT id FROM communities')) as [{ id: string }];
  category = (await app.database.query<{ id: string }>('SELECT id FROM categories ORDER BY slug LIMIT 1'))[0]?.id ?? null;
  await aBusyYear(id);
  const [manager] = await someFans(app.database, id, 1);
  await aRole(app.database, id, manager!.accountId, 'BRAND_MANAGER');
  brand = app.visitor();
  brand.token = manager!.token;
}, 600_000);
afterAll(async () => {
  await app?.stop();
  rmSync(folder, { recursive: true });
});

function generated(): string {
  writeFileSync(join(folder, 'items.csv'), itemsOf(IDEAS));
  return folder;
}

async function importTo(from: string): Promise<void> {
  const summary = new Summary(join(folder, 'report.ndjson'));
  await app.get(ImportService).import({ folder: from, community: SLUG, identity: 'CONFIRMED', create: { locale: 'en' } }, summary);
  await summary.close();
  expect(summary.of('items').added).toBeGreaterThanOrEqual(IDEAS);
}

/** Verified support of all sizes, and some ideas that completed the ladder; the worker has looked at everything it looks at. */
async function aBusyYear(community: string): Promise<void> {
  await app.transactor.run(async (tx) => {
    await tx.query('SET LOCAL statement_timeout = 0');
    await tx.query(`UPDATE ideas SET status = 'OPEN' WHERE community_id = $1 AND hashtext(id::text) % 3 = 0 AND status <> 'OPEN'`, [community]);
    await tx.query(`UPDATE idea_ranks SET verified = (hashtext(idea_id::text) & 1023), raw = 1200 WHERE community_id = $1`, [community]);
    await tx.query(
      `INSERT INTO idea_moves (id, idea_id, community_id, from_status, to_status, mover, moved_at)
       SELECT gen_random_uuid(), id, community_id, 'OPEN', 'UNDER_REVIEW', 'SYSTEM', now() FROM ideas WHERE community_id = $1 AND status = 'OPEN' AND hashtext(id::text) % 20 = 0`, [community]);
    await tx.query('DELETE FROM idea_past_ranks'); // an hour later
    await tx.query('DELETE FROM duplicate_backlog'); // half an hour later
  });
  await app.database.query('VACUUM ANALYZE');
}

interface Asked {
  readonly document: string;
  readonly variables?: Record<string, unknown>;
  /** The most rows one step of one statement may read. */
  readonly mostRows: number;
}

const WAITING = webDocument('DeskWaiting');
const LIST = webDocument('DeskIdeas');
const waiting = (orderBy: string, filter: object = {}): Asked => ({ document: WAITING, variables: { orderBy, filter }, mostRows: PAGE * 6 });
const column = (status: string): Asked => ({ document: LIST, variables: { first: 15, orderBy: 'TOP', filter: { status: [status] } }, mostRows: PAGE * 6 });
/** What a filter hides has to be passed over: the whole community at worst, once. */
const EVERYTHING = 14_000;

const ASKED: Readonly<Record<string, () => Asked>> = {
  'the frame: counts of everything': () => ({ document: webDocument('DeskFrame'), mostRows: EVERYTHING }),
  'needs answer, most support': () => waiting('MOST_SUPPORT'),
  'needs answer, longest waiting': () => waiting('LONGEST_WAITING'),
  'needs answer, ladder completed': () => waiting('LADDER_COMPLETED'),
  'needs answer, of a category': () => ({ ...waiting('MOST_SUPPORT', { category }), mostRows: EVERYTHING }),
  'needs answer, a search': () => ({ ...waiting('MOST_SUPPORT', { search: 'carril bici' }), mostRows: EVERYTHING }),
  'board, open': () => column('OPEN'),
  'board, planned': () => ({ ...column('PLANNED'), mostRows: EVERYTHING }),
  'board, declined': () => ({ ...column('DECLINED'), mostRows: EVERYTHING }),
  'all, newest': () => ({ document: LIST, variables: { first: PAGE, orderBy: 'NEWEST', filter: {} }, mostRows: PAGE * 6 }),
  'all, a frequent word': () => ({ document: LIST, variables: { first: PAGE, orderBy: 'TOP', filter: { search: existsSync(REAL) ? 'Barcelona' : 'bakiki' } }, mostRows: EVERYTHING }),
  'all, a rare word': () => ({ document: LIST, variables: { first: PAGE, orderBy: 'TOP', filter: { search: existsSync(REAL) ? 'petanca' : '9999' } }, mostRows: EVERYTHING }),
  'all, mistyped': () => ({ document: LIST, variables: { first: PAGE, orderBy: 'TOP', filter: { search: existsSync(REAL) ? 'bicicletta' : 'bakiik' } }, mostRows: EVERYTHING }),
};

describe('the desk of a community with more than 10,000 ideas, over HTTP', () => {
  it.each(Object.keys(ASKED))('%s', async (name) => {
    const { document, variables, mostRows: allowed } = ASKED[name]!();
    const ask = () => brand.get(document, { slug: SLUG, ...variables });
    const { mostRows, of, statements } = await explained(app, ask);
    const times: number[] = [];
    for (let turn = 0; turn < TIMES; turn += 1) {
      const began = performance.now();
      await ask();
      times.push(performance.now() - began);
    }
    times.sort((a, b) => a - b);
    const at = (share: number) => times[Math.floor((times.length - 1) * share)]!.toFixed(1).padStart(7);
    console.log(`${name.padEnd(34)} median ${at(0.5)} ms, p95 ${at(0.95)} ms, ${statements} statements, ${mostRows} rows at most`);
    expect(mostRows, of).toBeLessThanOrEqual(allowed);
  });

  it('would read everything that waits without an index in that order', async () => {
    const inThatOrder = await app.database.query<{ name: string }>(
      `SELECT indexname AS name FROM pg_indexes WHERE tablename = 'idea_ranks' AND indexdef LIKE '%(community\\_id, top DESC, raw DESC,%'`);
    expect(inThatOrder.map(({ name }) => name)).toContain('idea_ranks_waiting_top');
    for (const { name } of inThatOrder) await app.database.query(`DROP INDEX ${name}`);
    const { document, variables, mostRows: allowed } = ASKED['needs answer, most support']!();
    const { mostRows } = await explained(app, () => brand.get(document, { slug: SLUG, ...variables }));
    expect(mostRows).toBeGreaterThan(allowed * 5);
  });
});
