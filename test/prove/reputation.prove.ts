import { CommunitiesModule } from '@fanfare/communities';
import { EventLog } from '@fanfare/events';
import { DAY, IDENTITY_LEVELS, SECOND } from '@fanfare/kernel';
import { MemberIdentityChanged } from '@fanfare/members';
import { PortabilityModule } from '@fanfare/portability';
import { AuditService, HistoryService, LedgerService, ReplayService, ReputationModule, ReputationQueries } from '@fanfare/reputation';
import { aCommunity, aMember, anIdea, bootRooms, type Rooms } from '@fanfare/testing';
import { RecountService, StandingsService, VotesModule, VotesService } from '@fanfare/votes';
import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { App } from '../support/app.js';
import { someFans } from '../support/fans.js';
import { ROOT } from './api-process.js';
import { explained } from './desk/explained.js';
import { aConversation, actorOf, atOnce, type Conversation, shuffled, type Vote } from './ledger/conversation.js';
import { LedgerWorkers } from './ledger/ledger-workers.js';

const DATA = join(process.env['FANFARE_DATA'] ?? '', 'polis');
/** The two longest; no conversation alone has fifty thousand agreements. */
const FOLDERS = ['vtaiwan.uberx', 'austria-climate.5twd2jsnkf.2022-08-08'];
/** How much of the votes is cast one by one, with deliveries, while the ledger is killed; of the rest the log is told. */
const SHARE = Number(process.env['LEDGER_SHARE'] ?? 0.2);
const HOT = Number(process.env['LEDGER_HOT'] ?? 5_000);
const VOTERS_AT_ONCE = 12;
const DAYS = 12;
const SOUND = {
  scoreIsNotSum: 0, scoreIsNotBases: 0, baseIsNotCredits: 0, entriesMiscounted: 0, chainBroken: 0, monthsAreNotSums: 0, identityUnheard: 0, votesUnheard: 0,
};

let rooms: Rooms;
let reports: string;
const start = new Date(Date.now() - (DAYS + 1) * DAY);

beforeAll(async () => {
  reports = mkdtempSync(join(tmpdir(), 'fanfare-reports-'));
  rooms = await bootRooms([CommunitiesModule, VotesModule, ReputationModule, PortabilityModule], { now: start });
});
afterAll(async () => {
  await rooms?.close();
  rmSync(reports, { recursive: true });
});

/** Deliveries come in an order of their own. */
const SHUFFLE = `UPDATE deliveries SET run_at = $1::timestamptz - random() * interval '1 hour'`;
const UNREAD = `
  SELECT id FROM events e WHERE (SELECT read_to FROM reputation_ledger) IS NULL
    OR (e.xid, e.sequence) > (SELECT r.xid, r.sequence FROM events r WHERE r.id = (SELECT read_to FROM reputation_ledger))
  ORDER BY e.xid, e.sequence LIMIT 1`;

const seconds = (since: number) => (performance.now() - since) / SECOND;
const number = (count: number) => Math.round(count).toLocaleString('en');
const some = <T>(values: readonly T[], share: number) => values.filter(() => Math.random() < share);
const count = async (what: string) => (await rooms.database.query<{ count: number }>(`SELECT count(*)::int AS count FROM ${what}`))[0]!.count;
const differing = async () => (await rooms.get(ReplayService).replay()).differences.map(({ table, missing, surplus }) => `${table} ${missing} ${surplus}`);

async function allRead(): Promise<void> {
  const deadline = Date.now() + 600 * SECOND;
  do await rooms.get(LedgerService).catchUp();
  while ((await rooms.database.query(UNREAD)).length > 0 && Date.now() < deadline);
  expect(await rooms.database.query(UNREAD)).toEqual([]);
}

/** A day of it: votes from many hands, some taken back, others suspected, people who prove who they are, deliveries in any order. */
async function aDay(votes: readonly Vote[], { communityId, people }: Conversation): Promise<void> {
  const [service, standings] = [rooms.get(VotesService), rooms.get(StandingsService)];
  await atOnce(VOTERS_AT_ONCE, votes, ({ accountId, ideaId }) => service.cast(actorOf(accountId), ideaId));
  const others = [
    ...some(votes, 0.03).map(({ accountId, ideaId }) => () => service.withdraw(actorOf(accountId), ideaId)),
    ...some(votes, 0.02).map(({ ideaId, memberId }) => () => rooms.transactor.run((tx) => standings.quarantine(tx, ideaId, [memberId]))),
    ...some(votes, 0.01).map(({ ideaId, memberId }) => () => rooms.transactor.run((tx) => standings.release(tx, ideaId, [memberId]))),
    ...some(people, 0.01).map((id) => () => identify(communityId, id)),
  ];
  await atOnce(4, shuffled(others), (step) => step());
  await rooms.database.query(SHUFFLE, [rooms.clock.now()]);
  await rooms.dispatcher.drain();
}

async function identify(communityId: string, memberId: string): Promise<void> {
  const to = IDENTITY_LEVELS[Math.floor(Math.random() * IDENTITY_LEVELS.length)]!;
  await rooms.transactor.run(async (tx) => {
    await tx.query('UPDATE members SET identity_level = $2 WHERE id = $1', [memberId, to]);
    await rooms.get(EventLog).append(tx, MemberIdentityChanged, { communityId, subjectId: memberId, payload: { from: 'CONFIRMED', to } });
  });
}

describe.skipIf(!existsSync(DATA))('the ledger of imported conversations of more than 50,000 votes', () => {
  it('is read by eight at once that are killed with -9 while people vote, and equals its replay entry by entry', async () => {
    const conversations: Conversation[] = [];
    for (const [n, folder] of FOLDERS.entries()) conversations.push(await aConversation(rooms, join(DATA, folder), { slug: `talk-${n}`, reports, start, share: SHARE }));
    const began = performance.now();
    const workers = await LedgerWorkers.start(rooms.url, rooms.database, 2);
    workers.beginToDie();
    for (let day = 0; day < DAYS; day += 1) {
      rooms.clock.set(new Date(start.getTime() + (day + 1) * DAY));
      for (const talk of conversations) await aDay(shuffled(talk.votes.filter((_, at) => at % DAYS === day)), talk);
    }
    const voted = seconds(began);
    await workers.stop();
    await allRead();
    const [votes, entries] = [await count(`events WHERE type = 'vote.cast'`), await count('reputation_entries')];
    const [people, cast] = [conversations.flatMap(({ people }) => people).length, conversations.flatMap(({ votes }) => votes).length];
    console.log(`${number(votes)} votes of ${number(people)} people, ${number(cast)} of them cast one by one in ${number(voted)} s; eight readers of the ledger in two processes, ` +
      `${workers.kills} kills with -9, ${workers.interrupted} of them inside a transaction; ${number(entries)} entries, ${number(await count('reputation_reversals'))} reversals`);
    expect(votes).toBeGreaterThanOrEqual(50_000);
    expect(workers.failures).toEqual([]);
    expect(workers.interrupted, 'no kill was felt: the proof shows nothing').toBeGreaterThan(0);
    expect(await rooms.get(AuditService).audit()).toEqual(SOUND);
    expect((await rooms.get(RecountService).compare()).drift).toMatchObject({ raw: 0, verified: 0, quarantined: 0, standing: 0 });

    const replayed = performance.now();
    const result = await rooms.get(ReplayService).replay(() => 1 + Math.floor(Math.random() * 500));
    console.log(`${number(result.events)} events replayed in batches of any size in ${seconds(replayed).toFixed(1)} s. ` +
      result.compared.map(({ table, kept, missing, surplus }) => `${table}: ${number(kept)} rows, ${missing + surplus === 0 ? 'equal' : `${missing} and ${surplus} differ`}`).join('; '));
    expect(result.differences).toEqual([]);
    expect(result.entries).toBe(entries);
  });

  it('read a second time from its beginning, the log adds nothing', async () => {
    const before = await count('reputation_entries');
    await rooms.database.query('UPDATE reputation_ledger SET read_to = NULL');
    await allRead();
    expect(await count('reputation_entries')).toBe(before);
    expect(await differing()).toEqual([]);
  });
});

describe('a hot idea', () => {
  /** Votes of so many at once for one author. @returns how many a second, and the longest that one waited for the ledger */
  async function storm(watched: boolean): Promise<{ perSecond: number; lagMs: number }> {
    const { id: communityId } = await aCommunity(rooms.database);
    const author = await aMember(rooms.database, communityId, { identity_level: 'VERIFIED' });
    const idea = await anIdea(rooms.database, communityId, { author_id: author.id, deadline: new Date(rooms.clock.now().getTime() + 30 * DAY) });
    const fans = await someFans(rooms.database, communityId, HOT);
    await rooms.transactor.run((tx) => rooms.get(HistoryService).tell(tx, communityId));
    if (!watched) await allRead();
    const lag = { longest: 0, over: false };
    const watching = watched ? watch(lag) : undefined;
    const began = performance.now();
    await atOnce(48, fans, ({ accountId }) => rooms.get(VotesService).cast(actorOf(accountId), idea.id));
    const perSecond = HOT / seconds(began);
    lag.over = true;
    await watching;
    await allRead();
    const entries = await rooms.database.query<{ points: number }>(`SELECT points FROM reputation_entries WHERE member_id = $1 AND rule = 'VOTE_RECEIVED'`, [author.id]);
    expect(entries.reduce((sum, { points }) => sum + points, 0)).toBe(40); // the cap of a day
    return { perSecond, lagMs: lag.longest };
  }

  /** Looks at how old the oldest event is that the ledger has not read. */
  async function watch(lag: { longest: number; over: boolean }): Promise<void> {
    while (!lag.over || (await rooms.database.query(UNREAD)).length > 0) {
      const [oldest] = await rooms.database.query<{ id: string }>(UNREAD);
      if (oldest) lag.longest = Math.max(lag.longest, Date.now() - Number.parseInt(oldest.id.replaceAll('-', '').slice(0, 12), 16));
      await delay(100);
    }
  }

  it(`gets ${number(HOT)} votes at once for one author, without a ledger and with one that reads all the time`, async () => {
    const without = await storm(false);
    const workers = await LedgerWorkers.start(rooms.url, rooms.database, 1);
    const withLedger = await storm(true);
    await workers.stop();
    console.log(`${number(HOT)} votes for one idea: ${number(without.perSecond)} a second while nobody reads the log, ${number(withLedger.perSecond)} while the ledger does; ` +
      `no event waited longer than ${(withLedger.lagMs / SECOND).toFixed(1)} s for it`);
    expect(workers.failures).toEqual([]);
    expect(await differing()).toEqual([]);
  });
});

const CROWD = Number(process.env['LEDGER_CROWD'] ?? 100_000);

describe(`${number(CROWD)} members`, () => {
  const MEMBERS = `
    INSERT INTO members (id, community_id, handle, display_name, identity_level, joined_at, terms_version)
    SELECT gen_random_uuid(), $1, 'crowd-' || n, 'Member ' || n, 'CONFIRMED', now(), 1 FROM generate_series(1, ${CROWD}) n`;
  const SCORES = `
    INSERT INTO reputation_members (member_id, community_id, identity_level, identity_heard, base, score, entries)
    SELECT id, community_id, identity_level, 0, base, reputation_score(base, identity_level), 1
    FROM (SELECT *, floor(random() * random() * 2000)::int AS base FROM members WHERE community_id = $1) m`;
  const MONTHS = `
    INSERT INTO reputation_months (member_id, community_id, month, points) SELECT member_id, community_id, $2::date, 1 + floor(random() * 200)::int
    FROM reputation_members WHERE community_id = $1`;
  const HIDDEN = `INSERT INTO reputation_opt_outs (member_id, since) SELECT member_id, now() FROM reputation_members WHERE community_id = $1 AND random() < 0.02`;

  it('are listed by what they earned from an index, of a month and of all time, page after page', async () => {
    const { id } = await aCommunity(rooms.database);
    await rooms.transactor.run(async (tx) => {
      await tx.query('SET LOCAL statement_timeout = 0');
      for (const sql of [MEMBERS, SCORES, HIDDEN]) await tx.query(sql, [id]);
      await tx.query(MONTHS, [id, '2026-01-01']);
    });
    for (const table of ['members', 'reputation_members', 'reputation_months', 'reputation_opt_outs']) await rooms.database.query(`ANALYZE ${table}`);
    const quiet = { start: () => undefined, stop: async () => undefined };
    const app = { database: rooms.database, dispatcher: quiet, schedules: quiet } as unknown as App;
    for (const month of [null, '2026-01-01']) {
      let after: string | null = null;
      for (let page = 0; page < 20; page += 1) {
        const { statements, mostRows, of } = await explained(app, async () => {
          const { edges } = await rooms.get(ReputationQueries).leaderboard(id, month, { first: 50, after });
          after = edges.at(-1)!.cursor;
        }, /LIMIT/); // beside the page, whose place its first has is counted
        expect(statements).toBe(1);
        expect(mostRows, of).toBeLessThan(200);
        if (page === 19) console.log(`the twentieth page of ${month ? 'a month' : 'all time'} of ${number(CROWD)} members read ${mostRows} rows`);
      }
    }
  });
});

describe('the replay sees', () => {
  /** `npm run reputation:replay`, as it was built. */
  const command = () =>
    new Promise<{ code: number; says: string }>((resolve) => {
      const env = { PATH: process.env['PATH'], HOME: process.env['HOME'], DATABASE_URL: rooms.url, DATA_DIR: reports };
      execFile(process.execPath, ['dist/apps/api/src/cli/reputation-replay.js'], { cwd: ROOT, env }, (error, says) => resolve({ code: error ? Number(error.code) : 0, says }));
    });
  const stays = (work: string) => `ALTER TABLE reputation_entries DISABLE TRIGGER USER; ${work}; ALTER TABLE reputation_entries ENABLE TRIGGER USER`;
  const ONE = '(SELECT id FROM reputation_entries WHERE base > 0 ORDER BY id LIMIT 1)';

  it('an entry that was altered, one that was lost, one that was slipped in, and a rule taken for another version', async () => {
    await rooms.database.query('DELETE FROM reputation_opt_outs');
    for (const table of ['reputation_months', 'reputation_members']) await rooms.database.query(`DELETE FROM ${table} WHERE member_id IN (SELECT id FROM members WHERE handle::text LIKE 'crowd-%')`);
    await rooms.database.query('CREATE TABLE kept AS SELECT * FROM reputation_entries');
    const damages: [string, string][] = [
      [`UPDATE reputation_entries SET points = points + 1 WHERE id = ${ONE}`, 'reputation_entries 1 1'],
      [`DELETE FROM reputation_entries WHERE id = ${ONE}`, 'reputation_entries 0 1'],
      [`INSERT INTO reputation_entries SELECT (e).* FROM (SELECT jsonb_populate_record(r, jsonb_build_object('id', gen_random_uuid(), 'event_id', gen_random_uuid(), 'number', 900000)) AS e
        FROM reputation_entries r WHERE r.id = ${ONE}) f`, 'reputation_entries 1 0'],
      [`UPDATE reputation_entries SET version = 2 WHERE id = ${ONE}`, 'reputation_entries 1 1'],
    ];
    for (const [sql, seen] of damages) {
      await rooms.database.query(stays(sql));
      expect(await differing(), sql).toEqual([seen]);
      if (sql === damages[0]![0]) expect(await command()).toMatchObject({ code: 1, says: expect.stringContaining('not what the events make of it') });
      await rooms.database.query(stays('DELETE FROM reputation_entries; INSERT INTO reputation_entries SELECT * FROM kept'));
    }
    expect(await command()).toMatchObject({ code: 0, says: expect.stringContaining('The ledger is what the events make of it') });
  });
});
