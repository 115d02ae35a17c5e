import { CommunitiesModule } from '@fanfare/communities';
import { type ImportRequest, ImportService, PortabilityModule, Summary } from '@fanfare/portability';
import { bootRooms, type Rooms } from '@fanfare/testing';
import { RecountService, VotesModule } from '@fanfare/votes';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApp } from '../support/app.js';

const DATA = process.env['FANFARE_DATA'] ?? '';
const polis = existsSync(join(DATA, 'polis')) ? readdirSync(join(DATA, 'polis')).sort() : [];

let rooms: Rooms;
let reports: string;

/** Imports one folder and prints what an operator would see. */
async function run(folder: string, community: string, more: Partial<ImportRequest> = {}): Promise<Summary> {
  const summary = new Summary(join(reports, `${community}.ndjson`));
  const began = performance.now();
  await rooms.get(ImportService).import({ folder: join(DATA, folder), community, identity: 'CONFIRMED', create: { locale: 'en' }, ...more }, summary);
  await summary.close();
  const seconds = (performance.now() - began) / 1000;
  const added = Object.entries(summary.kinds).map(([kind, counts]) => `${kind} ${counts.added}/${counts.read}`);
  const reasons = [...summary.refusals, ...summary.mended].map(([reason, count]) => `${reason} ${count}`);
  console.log(`${community.padEnd(44)} ${String(summary.rows).padStart(6)} rows ${seconds.toFixed(2).padStart(6)} s ${Math.round(summary.rows / seconds).toString().padStart(6)}/s  ${added.join(', ')}  ${reasons.join(', ')}`);
  return summary;
}

function slugOf(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]+/g, '-').slice(0, 60);
}

beforeAll(async () => {
  reports = mkdtempSync(join(tmpdir(), 'fanfare-reports-'));
  rooms = await bootRooms([CommunitiesModule, VotesModule, PortabilityModule]);
});
afterAll(async () => {
  await rooms?.close();
  rmSync(reports, { recursive: true });
});

describe.skipIf(!existsSync(join(DATA, 'decidim-bcn-2016')))('full imports of real data', () => {
  it('brings every idea and comment of decidim-bcn-2016, and nothing when it runs again', async () => {
    const first = await run('decidim-bcn-2016', 'decidim-bcn-2016');
    expect(first.of('items')).toMatchObject({ read: 10_860, added: 10_860, refused: 0 });
    expect(first.of('comments')).toMatchObject({ read: 18_192, added: 18_192, refused: 0 });
    const again = await run('decidim-bcn-2016', 'decidim-bcn-2016');
    expect([again.of('users').added, again.of('items').added, again.of('comments').added]).toEqual([0, 0, 0]);
  });

  it('brings repnum-2015-fr', async () => {
    const summary = await run('repnum-2015-fr', 'repnum-2015-fr');
    expect(summary.of('items')).toMatchObject({ read: 696, added: 696 });
    expect(summary.of('comments')).toMatchObject({ read: 3_994, added: 3_994 });
  });

  it.each(polis)('brings polis %s: each person’s last word on each statement', async (name) => {
    const summary = await run(`polis/${name}`, slugOf(name));
    const items = summary.of('items');
    expect(items.added).toBe(items.read - items.refused);
    const votes = summary.kinds.votes;
    if (votes) expect(votes.added + votes.superseded + votes.refused).toBe(votes.read);
  });

  it('leaves no tally astray', async () => {
    const { drift } = await rooms.get(RecountService).compare();
    expect(Object.values(drift).every((count) => count === 0), JSON.stringify(drift)).toBe(true);
  });

  it('answers feed, search and an idea of the imported community quickly', async () => {
    const app = await startApp({ databaseUrl: rooms.url });
    try {
      const visitor = app.visitor();
      const card = 'nodes { id title status excerpt support { raw verified imported } commentCount author { handle } category { name } nextRung { support } }';
      const documents: Record<string, string> = {
        feed: `{ community(slug: "decidim-bcn-2016") { ideas(orderBy: TOP) { ${card} pageInfo { endCursor } } } }`,
        trending: `{ community(slug: "decidim-bcn-2016") { ideas(orderBy: TRENDING, filter: { status: [OPEN] }) { ${card} } } }`,
        search: `{ community(slug: "decidim-bcn-2016") { ideas(filter: { search: "carril bici escola" }) { ${card} } } }`,
        typo: `{ community(slug: "decidim-bcn-2016") { ideas(filter: { search: "bicicletta" }) { ${card} } } }`,
      };
      const top = await visitor.get(documents['feed']!);
      const id = top['community'].ideas.nodes[0].id as string;
      documents['idea'] = `{ idea(id: "${id}") { title bodyHtml support { raw } history { to } similar { score idea { title } } comments(first: 20) { nodes { bodyHtml author { handle } replies(first: 5) { nodes { bodyHtml } } } } } }`;
      for (const [name, document] of Object.entries(documents)) {
        const times: number[] = [];
        for (let turn = 0; turn < 15; turn += 1) {
          const began = performance.now();
          const { errors } = await visitor.ask(document);
          times.push(performance.now() - began);
          expect(errors).toEqual([]);
        }
        times.sort((a, b) => a - b);
        console.log(`${name.padEnd(10)} median ${times[7]!.toFixed(1)} ms, slowest ${times.at(-1)!.toFixed(1)} ms`);
      }
    } finally {
      await app.stop();
    }
  });
});
