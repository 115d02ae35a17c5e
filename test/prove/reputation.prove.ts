import { CommunitiesModule } from '@fanfare/communities';
import { EventLog } from '@fanfare/events';
import { IDENTITY_LEVELS } from '@fanfare/kernel';
import { MemberIdentityChanged } from '@fanfare/members';
import { ImportService, PortabilityModule, Summary } from '@fanfare/portability';
import { AuditService, HistoryService, LedgerService, ReplayService, ReputationModule } from '@fanfare/reputation';
import { bootRooms, type Rooms } from '@fanfare/testing';
import { RecountService, StandingsService, VotesModule } from '@fanfare/votes';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const FOLDER = join(process.env['FANFARE_DATA'] ?? '', 'polis/vtaiwan.uberx');
const SOUND = {
  scoreIsNotSum: 0, scoreIsNotBases: 0, baseIsNotCredits: 0, entriesMiscounted: 0, chainBroken: 0, monthsAreNotSums: 0, identityUnheard: 0, votesUnheard: 0,
};

let rooms: Rooms;
let reports: string;
let communityId: string;
let people: { id: string }[];

beforeAll(async () => {
  reports = mkdtempSync(join(tmpdir(), 'fanfare-reports-'));
  rooms = await bootRooms([CommunitiesModule, VotesModule, ReputationModule, PortabilityModule]);
});
afterAll(async () => {
  await rooms?.close();
  rmSync(reports, { recursive: true });
});

/** Imported people have no account and earn nothing: here each gets one, so that the conversation is one of members. */
const ACCOUNTS = `
  WITH made AS (
    INSERT INTO accounts (id, email, display_name, locale, identity_level, created_at)
    SELECT gen_random_uuid(), m.id || '@example.org', 'Person', 'en', m.identity_level, m.joined_at FROM members m WHERE m.community_id = $1 AND m.account_id IS NULL
    RETURNING id, email
    ), earliest AS (SELECT min(cast_at) - interval '1 day' AS at FROM votes WHERE community_id = $1)
  UPDATE members m SET account_id = made.id, joined_at = least(m.joined_at, earliest.at) FROM made, earliest WHERE made.email = m.id || '@example.org'`;

/** The statements of a conversation are nobody's: here two hundred early people wrote them. */
const AUTHORS = `
  UPDATE ideas i SET created_at = least(i.created_at, (SELECT min(cast_at) FROM votes v WHERE v.idea_id = i.id)), author_id = (
    SELECT m.id FROM (SELECT id FROM members WHERE community_id = $1 ORDER BY joined_at, id LIMIT 200) m ORDER BY md5(m.id::text || i.id::text) LIMIT 1)
  WHERE i.community_id = $1`;

/** Deliveries come in an order of their own. */
const SHUFFLE = `UPDATE deliveries SET run_at = now() - random() * interval '1 hour'`;

const seconds = (since: number) => ((performance.now() - since) / 1000).toFixed(1);
const some = <T>(values: readonly T[], share: number) => values.filter(() => Math.random() < share);

async function quarantine(ideaId: string, share: number): Promise<void> {
  const voters = await rooms.database.query<{ id: string }>('SELECT member_id AS id FROM votes WHERE idea_id = $1', [ideaId]);
  const chosen = some(voters, share).map(({ id }) => id);
  await rooms.transactor.run((tx) => rooms.get(StandingsService).quarantine(tx, ideaId, chosen));
  await rooms.transactor.run((tx) => rooms.get(StandingsService).release(tx, ideaId, some(chosen, 0.5)));
}

async function identify(memberId: string): Promise<void> {
  const to = IDENTITY_LEVELS[Math.floor(Math.random() * IDENTITY_LEVELS.length)]!;
  await rooms.transactor.run(async (tx) => {
    await tx.query('UPDATE members SET identity_level = $2 WHERE id = $1', [memberId, to]);
    await rooms.get(EventLog).append(tx, MemberIdentityChanged, { communityId, subjectId: memberId, payload: { from: 'CONFIRMED', to } });
  });
}

async function allRead(): Promise<void> {
  const unread = `SELECT FROM events e WHERE (e.xid, e.sequence) > (SELECT xid, sequence FROM events WHERE id = (SELECT read_to FROM reputation_ledger)) LIMIT 1`;
  await expect.poll(async () => (await rooms.get(LedgerService).catchUp(), (await rooms.database.query(unread)).length), { timeout: 60_000 }).toBe(0);
}

describe.skipIf(!existsSync(FOLDER))('the ledger of a conversation of 50,000 votes', () => {
  it('is read, quarantined, re-identified with deliveries in any order, and equals its replay row by row', async () => {
    const summary = new Summary(join(reports, 'uberx.ndjson'));
    await rooms.get(ImportService).import({ folder: FOLDER, community: 'uberx', identity: 'CONFIRMED', create: { locale: 'en' } }, summary);
    await summary.close();
    [{ id: communityId }] = (await rooms.database.query<{ id: string }>(`SELECT id FROM communities WHERE slug = 'uberx'`)) as [{ id: string }];
    await rooms.database.query(ACCOUNTS, [communityId]);
    await rooms.database.query(AUTHORS, [communityId]);
    people = await rooms.database.query<{ id: string }>('SELECT id FROM members WHERE community_id = $1', [communityId]);
    const told = await rooms.transactor.run((tx) => rooms.get(HistoryService).tell(tx, communityId));
    const began = performance.now();
    await allRead();
    const entries = async () => (await rooms.database.query<{ count: number }>('SELECT count(*)::int AS count FROM reputation_entries'))[0]!.count;
    console.log(`${told} events of ${people.length} people told, ${await entries()} entries written in ${seconds(began)} s`);
    expect(told).toBeGreaterThan(10_000);
    expect(await entries()).toBeGreaterThan(500);

    const ideas = await rooms.database.query<{ id: string }>('SELECT id FROM ideas WHERE community_id = $1', [communityId]);
    const steps = [...some(ideas, 0.2).map(({ id }) => () => quarantine(id, 0.3)), ...some(people, 0.1).map(({ id }) => () => identify(id))].sort(() => Math.random() - 0.5);
    for (const [at, step] of steps.entries()) {
      await step();
      if (at % 20 === 0) await rooms.database.query(SHUFFLE);
      if (at % 20 === 0) await rooms.dispatcher.drain();
      if (at % 7 === 0) await rooms.transactor.run((tx) => rooms.get(LedgerService).step(tx, 1 + (at % 40)));
    }
    await rooms.database.query(SHUFFLE);
    await rooms.dispatcher.drain();
    await allRead();
    expect(await rooms.get(AuditService).audit()).toEqual(SOUND);
    expect((await rooms.get(RecountService).compare()).drift).toMatchObject({ raw: 0, verified: 0, quarantined: 0, standing: 0 });

    const replayed = performance.now();
    const result = await rooms.get(ReplayService).replay(() => 1 + Math.floor(Math.random() * 500));
    console.log(`${result.events} events replayed in batches of any size: ${result.entries} entries, ${result.differences.length} tables differ, ${seconds(replayed)} s`);
    expect(result.differences).toEqual([]);
    expect(result.entries).toBe(await entries());
  });

  it('and the replay sees one entry that is not what the events say', async () => {
    await rooms.database.query('ALTER TABLE reputation_entries DISABLE TRIGGER reputation_entries_stay');
    await rooms.database.query('UPDATE reputation_entries SET base = base + 1 WHERE id = (SELECT id FROM reputation_entries WHERE base > 0 LIMIT 1)');
    await rooms.database.query('ALTER TABLE reputation_entries ENABLE TRIGGER reputation_entries_stay');
    expect((await rooms.get(ReplayService).replay()).differences).toEqual([expect.objectContaining({ table: 'reputation_entries', missing: 1, surplus: 1 })]);
  });
});
