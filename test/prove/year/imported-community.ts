import { CommunitiesService } from '@fanfare/communities';
import { rowsOf } from '@fanfare/database';
import { DAY, newId } from '@fanfare/kernel';
import { ImportService, Summary } from '@fanfare/portability';
import type { Rooms } from '@fanfare/testing';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LADDER } from './told-ideas.js';

const SYLLABLES = 'ba co di fu gra ki lo mu ne pi ro sta ti vo za bri'.split(' ');
const VOCABULARY = 1_500;

/** Made-up words, some of them much more frequent than others, as in any language. */
function wordAt(n: number, at: number): string {
  const share = ((n * 7_919 + at * 104_729) % 9_973) / 9_973;
  let word = Math.floor(VOCABULARY * share ** 3);
  let letters = '';
  for (let syllable = 0; syllable < 3; syllable += 1) {
    letters += SYLLABLES[word % SYLLABLES.length];
    word = Math.floor(word / SYLLABLES.length) + 5;
  }
  return letters;
}

/** Ideas as another site would hand them over. */
export function itemsOf(count: number): string {
  const lines = Array.from({ length: count }, (_, n) => {
    const words = Array.from({ length: 18 }, (_, at) => wordAt(n, at));
    return `${n},,2025-01-01T00:00:00,Idea ${n} ${words.slice(0, 4).join(' ')},"Please make ${words.join(' ')}.",open`;
  });
  return `item_id,author,created_at,title,body,status\n${lines.join('\n')}\n`;
}

/** Every idea gets its clock, as if it had been posted here: their deadlines are spread over the year. */
const GIVE_CLOCKS = `
  UPDATE ideas i SET deadline = $2::timestamptz + make_interval(hours => 24 * (n.nth % $3)::int + 1 + (n.nth % 23)::int), clock_days = $4
  FROM (SELECT id, row_number() OVER (ORDER BY id) AS nth FROM ideas WHERE community_id = $1) n WHERE i.id = n.id
  RETURNING i.id, extract(epoch FROM i.deadline)::float8 * 1000 AS deadline`;

export interface ImportedCommunity {
  readonly id: string;
  /** By idea, milliseconds of the epoch. */
  readonly deadlines: ReadonlyMap<string, number>;
}

/** A community with so many imported ideas whose clocks run from `start` on, the last of them for `days`. */
export async function importCommunity(rooms: Rooms, { ideas, start, days }: { ideas: number; start: number; days: number }): Promise<ImportedCommunity> {
  const folder = mkdtempSync(join(tmpdir(), 'fanfare-year-'));
  const [id, slug] = [newId(), `year-${newId().slice(-8)}`];
  try {
    writeFileSync(join(folder, 'items.csv'), itemsOf(ideas));
    await rooms.transactor.run((tx) => rooms.get(CommunitiesService).make(tx, id, { slug, name: 'A year', terms: 'Yours stays yours.', ladder: LADDER }, null));
    const summary = new Summary(join(folder, 'report.ndjson'));
    await rooms.get(ImportService).import({ folder, community: slug, identity: 'ANONYMOUS' }, summary);
    await summary.close();
    if (summary.of('items').added !== ideas) throw new Error(`Only ${summary.of('items').added} ideas arrived`);
  } finally {
    rmSync(folder, { recursive: true });
  }
  const rows = await rooms.transactor.run(async (tx) => {
    await tx.query('SET LOCAL statement_timeout = 0');
    return rowsOf<{ id: string; deadline: number }>(tx, GIVE_CLOCKS, [id, new Date(start), Math.round(days * 0.8), LADDER[0].days]);
  });
  return { id, deadlines: new Map(rows.map((row) => [row.id, row.deadline])) };
}

/** When fans back which idea: most are hardly noticed, some climb, a few reach the top. */
export function plannedVotes(deadlines: ReadonlyMap<string, number>, { start, days, fans }: { start: number; days: number; fans: number }) {
  const votes: { idea: string; fan: number; at: number }[] = [];
  for (const [idea, deadline] of deadlines) {
    const eagerness = Math.random();
    const count = eagerness < 0.7 ? 0 : Math.floor(eagerness ** 6 * 14);
    const first = Math.floor(Math.random() * fans);
    const opened = Math.max(start, deadline - LADDER[0].days * DAY);
    for (let n = 0; n < count; n += 1) {
      const at = opened + (deadline - opened) * Math.random() + n * 3 * DAY * Math.random();
      if (at > start && at < start + days * DAY) votes.push({ idea, fan: (first + n) % fans, at: Math.floor(at) });
    }
  }
  return votes.sort((a, b) => a.at - b.at);
}
