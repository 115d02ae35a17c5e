import { CommunitiesModule } from '@fanfare/communities';
import { bootRooms, type Rooms } from '@fanfare/testing';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PortabilityModule } from '../portability.module.js';
import { type ImportRequest, ImportService } from './import.service.js';
import { Summary } from './summary.js';

const FILES = {
  'users.csv': 'user_id,kind\nann,citizen\nbob,citizen\n"x",citizen\n,citizen\n',
  'items.csv': [
    'item_id,author,created_at,title,body,category,votes_up,status,moderated,extra',
    '1,ann,2016-01-22,First idea,"A body\r\nwith a stray line end",Parks,17,accepted,1,a',
    '2,,2016-03-17T14:25:48,,"No title here. Only a body.",Parks,3,rejected,1,b',
    '3,zoe,1524885985717,Third,An unknown author,Été & cie,0,,-1,c',
    '4,ann,yesterday,Bad time,Body,Parks,1,,0,d',
    '5,ann,2016-01-22,Empty,"  ",Parks,1,,0,e',
    ',ann,2016-01-22,No id,Body,Parks,1,,0,f',
  ].join('\n'),
  'comments.csv': [
    'comment_id,item_id,parent_id,author,created_at,stance,body',
    '10,1,,ann,2016-02-01T10:00:00,for,Level one',
    '12,1,11,bob,2016-02-01T12:00:00,,"Level three, before its parent"',
    '11,1,10,bob,2016-02-01T11:00:00,,Level two',
    '13,1,99,bob,2016-02-01T13:00:00,,An orphan',
    '14,77,,bob,2016-02-01T13:00:00,,Of no idea',
    '15,2,10,bob,2016-02-01T13:00:00,,Answers a comment of another idea',
  ].join('\n'),
};

const VOTES = [
  'user_id,item_id,value,ts',
  'ann,1,1,1524885985717',
  'bob,1,1,1524885985717',
  'bob,1,-1,1524885985999',
  'x,1,-1,1524885985000',
  'x,1,1,1524885986000',
  'ann,2,0,1524885985717',
  'ann,88,1,1524885985717',
  'ann,2,maybe,1524885985717',
].join('\n');

let rooms: Rooms;
let folder: string;

function write(files: Record<string, string>): void {
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
}

async function run(more: Partial<ImportRequest> = {}): Promise<Summary> {
  const summary = new Summary(join(folder, `report-${Math.random()}.ndjson`));
  await rooms.get(ImportService).import({ folder, source: 'town', community: 'town', identity: 'CONFIRMED', create: { locale: 'en' }, ...more }, summary);
  await summary.close();
  return summary;
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'fanfare-import-'));
  rooms = await bootRooms([CommunitiesModule, PortabilityModule]);
  write(FILES);
});
afterAll(async () => {
  await rooms?.close();
  rmSync(folder, { recursive: true });
});

describe('an import', () => {
  it('keeps what can be kept, and says why of the rest', async () => {
    const summary = await run();
    expect(summary.kinds).toEqual({
      users: { read: 4, added: 3, known: 0, superseded: 0, refused: 1 },
      items: { read: 6, added: 3, known: 0, superseded: 0, refused: 3 },
      comments: { read: 6, added: 5, known: 0, superseded: 0, refused: 1 },
    });
    expect(Object.fromEntries(summary.refusals)).toEqual({
      'users: MISSING_ID': 1,
      'items: UNREADABLE_TIME': 1,
      'items: EMPTY_TEXT': 1,
      'items: MISSING_ID': 1,
      'comments: UNKNOWN_ITEM': 1,
    });
    expect(Object.fromEntries(summary.mended)).toEqual({ 'comments: PARENT_MISSING': 1 });
    expect(summary.unusedColumns.get('items')).toEqual(['extra']);
    const report = readFileSync(summary.reportPath, 'utf8').trim().split('\n').map((line) => JSON.parse(line) as { line: number; refused?: string });
    expect(report).toContainEqual({ file: 'comments.csv', line: 6, refused: 'UNKNOWN_ITEM', detail: 'item 77 is not there' });
    expect(report).toContainEqual(expect.objectContaining({ file: 'items.csv', refused: 'UNREADABLE_TIME', detail: '"yesterday" is not a time' }));
  });

  it('keeps times, authors, statuses, labels, totals and categories', async () => {
    const ideas = await rooms.database.query(
      `SELECT i.title, i.body, i.status, i.created_at AS at, i.deadline, i.imported_support AS imported, i.labels, m.handle, k.name AS category
       FROM ideas i LEFT JOIN members m ON m.id = i.author_id LEFT JOIN categories k ON k.id = i.category_id ORDER BY i.source_key`,
    );
    expect(ideas).toEqual([
      { title: 'First idea', body: 'A body\nwith a stray line end', status: 'PLANNED', at: new Date('2016-01-22'), deadline: null, imported: 17, labels: [], handle: 'ann', category: 'Parks' },
      { title: 'No title here.', body: 'No title here. Only a body.', status: 'DECLINED', at: new Date('2016-03-17T14:25:48Z'), deadline: null, imported: 3, labels: [], handle: null, category: 'Parks' },
      { title: 'Third', body: 'An unknown author', status: 'OPEN', at: new Date(1524885985717), deadline: null, imported: 0, labels: ['moderated'], handle: 'zoe', category: 'Été & cie' },
    ]);
    expect(await rooms.database.query(`SELECT to_status, mover, reason FROM idea_moves ORDER BY to_status`)).toEqual([
      { to_status: 'DECLINED', mover: 'IMPORT', reason: 'imported' },
      { to_status: 'PLANNED', mover: 'IMPORT', reason: 'imported' },
    ]);
  });

  it('keeps threads in two levels, whatever the order of the rows', async () => {
    const comments = await rooms.database.query(
      `SELECT c.body, p.body AS parent, r.body AS "replyTo" FROM comments c LEFT JOIN comments p ON p.id = c.parent_id
       LEFT JOIN comments r ON r.id = c.reply_to_id ORDER BY c.source_key`,
    );
    expect(comments).toEqual([
      { body: 'Level one', parent: null, replyTo: null },
      { body: 'Level two', parent: 'Level one', replyTo: 'Level one' },
      { body: 'Level three, before its parent', parent: 'Level one', replyTo: 'Level two' },
      { body: 'An orphan', parent: null, replyTo: null },
      { body: 'Answers a comment of another idea', parent: null, replyTo: null },
    ]);
  });

  it('adds nothing when it runs again', async () => {
    const before = await rooms.database.query('SELECT (SELECT count(*) FROM ideas) i, (SELECT count(*) FROM comments) c, (SELECT count(*) FROM members) m, (SELECT count(*) FROM idea_moves) v');
    const summary = await run();
    expect([summary.of('users').added, summary.of('items').added, summary.of('comments').added]).toEqual([0, 0, 0]);
    expect(await rooms.database.query('SELECT (SELECT count(*) FROM ideas) i, (SELECT count(*) FROM comments) c, (SELECT count(*) FROM members) m, (SELECT count(*) FROM idea_moves) v')).toEqual(before);
  });

  it('takes the last of repeated votes, and totals only where there are no votes', async () => {
    write({ 'votes.csv': VOTES });
    const summary = await run({ community: 'polis', source: 'polis' });
    expect(summary.of('votes')).toEqual({ read: 8, added: 2, known: 0, superseded: 4, refused: 2 });
    const votes = await rooms.database.query(
      `SELECT m.handle, v.standing, v.cast_at AS at FROM votes v JOIN members m ON m.id = v.member_id ORDER BY v.cast_at`,
    );
    expect(votes).toEqual([
      { handle: 'ann', standing: 'VERIFIED', at: new Date(1524885985717) },
      { handle: expect.stringMatching(/^x-[0-9a-f]{6}$/) as string, standing: 'VERIFIED', at: new Date(1524885986000) },
    ]);
    const [totals] = await rooms.database.query(`SELECT sum(imported_support)::int AS imported FROM ideas i JOIN communities c ON c.id = i.community_id WHERE c.slug = 'polis'`);
    expect(totals).toEqual({ imported: 0 });
    const [rank] = await rooms.database.query(`SELECT r.verified, r.raw FROM idea_ranks r JOIN ideas i ON i.id = r.idea_id WHERE i.source_key = 'polis:1'`);
    expect(rank).toEqual({ verified: 2, raw: 2 });
    expect((await run({ community: 'polis', source: 'polis' })).of('votes')).toMatchObject({ added: 0, known: 2 });
  });

  it('is stopped by no odd row', async () => {
    const long = 'p'.repeat(90);
    await rooms.database.query(`ALTER TABLE comments ADD CONSTRAINT no_curse CHECK (body <> 'curse')`);
    write({
      'users.csv': `user_id,kind\n${long},citizen\n${'q'.repeat(150)}1,citizen\n${'q'.repeat(150)}2,citizen\n`,
      'items.csv': 'item_id,author,created_at,title,body,votes_up\n1,,2016-01-22,Title,A body,99999999999\n',
      'comments.csv': `comment_id,item_id,author,created_at,body\n1,1,${long},2016-01-22,good\n2,1,,2016-01-22,curse\n3,1,,2016-01-22,fine\n`,
      'votes.csv': '',
    });
    const summary = await run({ community: 'odd', source: 'odd' });
    expect(summary.of('users').added).toBe(3);
    expect(summary.of('comments')).toMatchObject({ added: 2, refused: 1 });
    expect(summary.refusals.get('comments: REFUSED_BY_DATABASE')).toBe(1);
    const [idea] = await rooms.database.query(`SELECT imported_support AS n FROM ideas WHERE source_key = 'odd:1'`);
    expect(idea).toEqual({ n: 2 ** 31 - 1 });
  });

  describe('writes a large batch in two parts at once', () => {
    const each = (row: (number: number) => string) => Array.from({ length: 300 }, (_, number) => row(number)).join('\n');
    const itemRow = (number: number) => `${number},fan${number % 7},2016-01-22,Title ${number},Body ${number},Parks`;
    // Each reply stands before what it answers, except that comment 0 of each ten begins a thread.
    const commentRow = (number: number) => `${299 - number},${Math.floor((299 - number) / 10)},${(299 - number) % 10 === 0 ? '' : 298 - number},,2016-01-22,Comment ${299 - number}`;
    const files = {
      'users.csv': '',
      'items.csv': `item_id,author,created_at,title,body,category\n${each(itemRow)}\n`,
      'comments.csv': `comment_id,item_id,parent_id,author,created_at,body\n${each(commentRow)}\n`,
      'votes.csv': '',
    };
    const kept = async (slug: string) => {
      const [row] = await rooms.database.query<{ ideas: number; replies: number; answered: number; counted: number }>(
        `SELECT (SELECT count(*)::int FROM ideas WHERE community_id = k.id) AS ideas,
           (SELECT count(*)::int FROM comments WHERE community_id = k.id AND parent_id IS NOT NULL) AS replies,
           (SELECT count(*)::int FROM comments c JOIN comments r ON r.id = c.reply_to_id WHERE c.community_id = k.id
              AND split_part(r.source_key, ':', 2)::int = split_part(c.source_key, ':', 2)::int - 1) AS answered,
           (SELECT sum(visible)::int FROM comment_tallies JOIN ideas i ON i.id = idea_id WHERE i.community_id = k.id) AS counted
         FROM communities k WHERE slug = $1`,
        [slug],
      );
      return row;
    };

    it('with whole threads, and twice adds nothing', async () => {
      write(files);
      const summary = await run({ community: 'parts', source: 'parts' });
      expect([summary.of('items').added, summary.of('comments').added, summary.mended.size]).toEqual([300, 300, 0]);
      expect(await kept('parts')).toEqual({ ideas: 300, replies: 270, answered: 270, counted: 300 });
      const again = await run({ community: 'parts', source: 'parts' });
      expect([again.of('items'), again.of('comments')]).toEqual(Array(2).fill({ read: 300, added: 0, known: 300, superseded: 0, refused: 0 }));
      expect(await kept('parts')).toEqual({ ideas: 300, replies: 270, answered: 270, counted: 300 });
    });

    it('counting each row once where one part is refused', async () => {
      write({ ...files, 'comments.csv': files['comments.csv'].replace('Comment 149\n', 'curse\n').replace('\n9,0,', '\n9,nowhere,') });
      const summary = await run({ community: 'refused', source: 'refused' });
      expect(Object.fromEntries(summary.refusals)).toEqual({ 'comments: REFUSED_BY_DATABASE': 1, 'comments: UNKNOWN_ITEM': 1 });
      expect(summary.of('comments')).toEqual({ read: 300, added: 298, known: 0, superseded: 0, refused: 2 });
    });

    it('and completes what a crash left of one part', async () => {
      write(files);
      await rooms.database.query(`CREATE FUNCTION crash() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'crash' USING ERRCODE = '57P02'; END $$`);
      await rooms.database.query(`CREATE TRIGGER crash BEFORE INSERT ON ideas FOR EACH ROW WHEN (NEW.source_key = 'crashed:299') EXECUTE FUNCTION crash()`);
      await expect(run({ community: 'crashed', source: 'crashed' })).rejects.toThrow('crash');
      const left = (await kept('crashed'))!.ideas;
      expect(left).toBeGreaterThan(100);
      expect(left).toBeLessThan(200);
      await rooms.database.query('DROP FUNCTION crash() CASCADE');
      const summary = await run({ community: 'crashed', source: 'crashed' });
      expect(summary.of('items')).toMatchObject({ added: 300 - left, known: left });
      expect(await kept('crashed')).toEqual({ ideas: 300, replies: 270, answered: 270, counted: 300 });
    });
  });

  it('is ANONYMOUS unless somebody attests otherwise', async () => {
    write({ ...FILES, 'votes.csv': VOTES });
    await run({ community: 'nobody', source: 'nobody', identity: 'ANONYMOUS' });
    const standings = await rooms.database.query(`SELECT DISTINCT v.standing FROM votes v JOIN communities c ON c.id = v.community_id WHERE c.slug = 'nobody'`);
    expect(standings).toEqual([{ standing: 'UNVERIFIED' }]);
  });

  it('refuses a community that does not exist, unless it may make it', async () => {
    await expect(run({ community: 'nowhere', create: undefined })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});
