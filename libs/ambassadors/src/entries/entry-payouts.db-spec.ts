import type { Database } from '@fanfare/database';
import { type Actor, DAY, HOUR, newId, VISITOR } from '@fanfare/kernel';
import { aCommunity, aMember, anAmbassador, aRole, bootRooms, type Rooms } from '@fanfare/testing';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { AmbassadorsModule } from '../ambassadors.module.js';
import type { EntryOutcome } from '../ambassadors.enums.js';
import { MissionJoinsService } from '../missions/mission-joins.service.js';
import { MissionsService } from '../missions/missions.service.js';
import { AmbassadorAppealsService } from '../appeals/ambassador-appeals.service.js';
import { BudgetsService } from '../rewards/budgets.service.js';
import { EntriesService } from './entries.service.js';
import { EntryReviewsService } from './entry-reviews.service.js';

const REWARD = 10;

let rooms: Rooms;
let db: Database;
let community: { id: string; slug: string };
let brand: Actor;
let budget: string;

beforeAll(async () => {
  rooms = await bootRooms([AmbassadorsModule]);
  db = rooms.database;
});
afterAll(() => rooms?.close());

beforeEach(async () => {
  community = await aCommunity(db);
  brand = await aReviewer();
  budget = await rooms.get(BudgetsService).create(brand, { community: community.slug, name: 'Autumn' });
});

async function aReviewer(role: 'BRAND_MANAGER' | 'MODERATOR' = 'BRAND_MANAGER'): Promise<Actor> {
  const accountId = (await aMember(db, community.id)).account_id!;
  await aRole(db, community.id, accountId, role);
  return { ...VISITOR, accountId, grants: [{ communityId: community.id, role }] };
}

type Ambassador = Awaited<ReturnType<typeof anAmbassador>>;
const actorOf = ({ account_id: accountId }: Ambassador): Actor => ({ ...VISITOR, accountId });
const later = (ms: number) => new Date(rooms.clock.now().getTime() + ms);
const fund = (amount: number) => rooms.get(BudgetsService).fund(brand, { budget, perk: null, amount });
const aMission = (title = 'Answer newcomers', rewardPerk: string | null = null) =>
  rooms.get(MissionsService).publish(brand, {
    community: community.slug, kind: 'HELP', title, brief: 'Answer three questions of newcomers that nobody answered yet.', opensAt: later(-HOUR), closesAt: later(30 * DAY), evidence: ['TEXT'],
    rewardPoints: REWARD, budget, rewardPerk,
  });
const send = (by: Ambassador, mission: { id: string }) =>
  rooms.get(EntriesService).submit(actorOf(by), { mission: mission.id, evidence: [{ kind: 'TEXT', text: 'Three answers, one of them wrong.' }], disclosed: true });
const review = (by: Actor, entry: { id: string }, outcome: EntryOutcome) => rooms.get(EntryReviewsService).review(by, { entry: entry.id, outcome, reason: 'The third answer is missing.' });
const codeOf = (work: Promise<unknown>) => work.then(() => 'fine', (problem: { code?: string }) => problem.code ?? String(problem));

/** An entry that waits for review, as quickly as it can be made. */
async function anEntry(by: Ambassador, mission: { id: string }): Promise<{ id: string }> {
  const id = newId();
  const now = rooms.clock.now();
  await db.query('INSERT INTO mission_joins (mission_id, member_id, community_id, term_id, joined_at) VALUES ($1, $2, $3, $4, $5)', [mission.id, by.id, community.id, by.termId, now]);
  await db.query(
    `INSERT INTO entries (id, mission_id, community_id, member_id, term_id, state, disclosed, created_at, submitted_at, first_submitted_at) VALUES ($1, $2, $3, $4, $5, 'SUBMITTED', true, $6, $6, $6)`,
    [id, mission.id, community.id, by.id, by.termId, now]);
  await db.query(`INSERT INTO entry_evidence (id, entry_id, revision, position, kind, text) VALUES (gen_random_uuid(), $1, 1, 0, 'TEXT', 'Three answers.')`, [id]);
  return { id };
}

/** Everything of this community that may never be so. Every payout belongs to an entry that is accepted now, and to each of those one. */
async function faults(): Promise<readonly string[]> {
  const rules: Readonly<Record<string, string>> = {
    unbalanced: 'SELECT FROM reward_accounts WHERE community_id = $1 HAVING sum(balance) <> 0',
    belowZero: `SELECT FROM reward_accounts WHERE community_id = $1 AND kind = 'BUDGET' AND balance < 0`,
    miscounted: 'SELECT FROM reward_accounts a WHERE community_id = $1 AND balance <> (SELECT coalesce(sum(amount), 0) FROM reward_postings p WHERE p.account_id = a.id)',
    paidNotAccepted: `SELECT FROM standing s JOIN entries e ON e.id = s.entry_id WHERE e.state <> 'ACCEPTED'`,
    acceptedNotPaid: `SELECT FROM entries e WHERE community_id = $1 AND state = 'ACCEPTED' AND (SELECT count(*) FROM standing s WHERE s.entry_id = e.id) <> 1`,
  };
  const standing = `WITH standing AS (SELECT entry_id FROM reward_transfers t WHERE community_id = $1 AND kind = 'PAYOUT' AND NOT EXISTS (SELECT FROM reward_transfers r WHERE r.reverses = t.id))`;
  const found: string[] = [];
  for (const [name, sql] of Object.entries(rules)) if ((await db.query(`${standing} ${sql}`, [community.id])).length > 0) found.push(name);
  return found;
}

const left = async () => (await db.query<{ balance: number }>(`SELECT balance::int AS balance FROM reward_accounts WHERE budget_id = $1 AND perk_id IS NULL`, [budget]))[0]!.balance;
const stateOf = async ({ id }: { id: string }) => (await db.query<{ state: string }>('SELECT state FROM entries WHERE id = $1', [id]))[0]!.state;

describe('a payout by a review', () => {
  it('of one entry that sixty-four reviewers judge at once is made once', async () => {
    await fund(10 * REWARD);
    const entry = await anEntry(await anAmbassador(db, community.id, rooms.clock.now()), await aMission());
    const reviewers = await Promise.all(Array.from({ length: 64 }, () => aReviewer()));
    const codes = await Promise.all(Array.from({ length: 64 }, (_, at) => codeOf(review(reviewers[at]!, entry, 'ACCEPT'))));
    expect([codes.filter((code) => code === 'fine').length, new Set(codes)]).toEqual([1, new Set(['fine', 'ENTRY_NOT_REVIEWABLE'])]);
    expect([await left(), await faults()]).toEqual([9 * REWARD, []]);
  });

  it('from a budget for forty, while sixty-four are judged at once, is made forty times; the rest still wait', async () => {
    await fund(40 * REWARD);
    const people = await Promise.all(Array.from({ length: 8 }, () => anAmbassador(db, community.id, rooms.clock.now())));
    const missions = await Promise.all(Array.from({ length: 8 }, (_, at) => aMission(`Mission ${at}`)));
    const entries = await Promise.all(people.flatMap((person) => missions.map((mission) => anEntry(person, mission))));
    const reviewers = await Promise.all(Array.from({ length: 64 }, () => aReviewer()));
    const codes = await Promise.all(entries.map((entry, at) => codeOf(review(reviewers[at]!, entry, 'ACCEPT'))));
    expect([codes.filter((code) => code === 'fine').length, new Set(codes)]).toEqual([40, new Set(['fine', 'BUDGET_EMPTY'])]);
    expect([await left(), await faults()]).toEqual([0, []]);
    const states = await Promise.all(entries.map(stateOf));
    expect(states).toEqual(codes.map((code) => (code === 'fine' ? 'ACCEPTED' : 'SUBMITTED')));
  });

  it('comes and goes with the acceptance, whatever is done at the same moment and in whatever order', async () => {
    await fund(3 * REWARD);
    const people = await Promise.all(Array.from({ length: 4 }, () => anAmbassador(db, community.id, rooms.clock.now())));
    const missions = await Promise.all([aMission('One'), aMission('Another')]);
    await Promise.all(people.flatMap((person) => missions.map((mission) => rooms.get(MissionJoinsService).join(actorOf(person), mission.id))));
    const act = fc.record({ person: fc.nat(3), mission: fc.nat(1), what: fc.constantFrom('send', 'ACCEPT', 'ACCEPT', 'CHANGE', 'REFUSE', 'withdraw') });
    const entryOf = async (person: Ambassador, mission: { id: string }) =>
      (await db.query<{ id: string }>(`SELECT id FROM entries WHERE mission_id = $1 AND member_id = $2 AND state <> 'WITHDRAWN'`, [mission.id, person.id]))[0];
    const seen = new Set<string>();
    const run = async ({ person, mission, what }: { person: number; mission: number; what: string }) => {
      if (what === 'send') return codeOf(send(people[person]!, missions[mission]!));
      const entry = await entryOf(people[person]!, missions[mission]!);
      if (!entry) return 'nothing';
      return codeOf(what === 'withdraw' ? rooms.get(EntriesService).withdraw(actorOf(people[person]!), entry.id) : review(brand, entry, what as EntryOutcome));
    };
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(act, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 5 }), async (rounds) => {
        for (const round of rounds) {
          for (const code of await Promise.all(round.map(run))) seen.add(code);
          expect(await faults()).toEqual([]);
        }
      }),
      { numRuns: 12 },
    );
    for (const code of seen) expect(['fine', 'nothing', 'BUDGET_EMPTY', 'ENTRY_NOT_REVIEWABLE', 'ENTRY_NOT_EDITABLE', 'NOT_FOUND']).toContain(code);
  });

  it('that an appeal grants is owed, whatever the brand left in its budget and in stock: what is short is put in with the reasons', async () => {
    await fund(REWARD - 1);
    const perk = await rooms.get(BudgetsService).createPerk(brand, { budget, title: 'A ride', description: '', stock: 0 });
    const person = await anAmbassador(db, community.id, rooms.clock.now());
    const entry = await anEntry(person, await aMission('Answer newcomers', perk));
    expect([await codeOf(review(brand, entry, 'ACCEPT')), await codeOf(review(brand, entry, 'REFUSE'))]).toEqual(['BUDGET_EMPTY', 'fine']);
    const appeal = await rooms.get(AmbassadorAppealsService).appeal(actorOf(person), 'ENTRY', entry.id, { text: 'The third answer is on page two.' });
    await rooms.get(AmbassadorAppealsService).decide(await aReviewer('MODERATOR'), { appeal, outcome: 'OVERTURNED', reasons: 'It is on page two.' });
    expect([await stateOf(entry), await left(), await faults()]).toEqual(['ACCEPTED', 0, []]);
    const put = 'SELECT t.reason, t.made_by, p.amount::int AS amount FROM reward_postings p JOIN reward_accounts a ON a.id = p.account_id JOIN reward_transfers t ON t.id = p.transfer_id';
    const filled = await db.query(`${put} WHERE t.kind = 'FUND' AND a.kind = 'BUDGET' AND t.community_id = $1 AND t.made_by IS NULL ORDER BY a.perk_id NULLS FIRST`, [community.id]);
    expect(filled).toEqual([1, 1].map((amount) => ({ reason: 'It is on page two.', made_by: null, amount }))); // a point, and a piece
    expect(await db.query('SELECT state FROM perk_deliveries WHERE perk_id = $1', [perk])).toEqual([{ state: 'OWED' }]);
  });

  it('that went wrong would be found: a negative control', async () => {
    await fund(10 * REWARD);
    const entry = await anEntry(await anAmbassador(db, community.id, rooms.clock.now()), await aMission());
    await db.query(`UPDATE entries SET state = 'ACCEPTED', published_at = now() WHERE id = $1`, [entry.id]);
    expect(await faults()).toEqual(['acceptedNotPaid']);
    await db.query(`UPDATE entries SET state = 'SUBMITTED', published_at = NULL WHERE id = $1`, [entry.id]);
    await review(brand, entry, 'ACCEPT');
    await db.query(`UPDATE entries SET state = 'REFUSED', published_at = NULL WHERE id = $1`, [entry.id]);
    expect(await faults()).toEqual(['paidNotAccepted']);
  });
});

describe('an entry', () => {
  it('is one, however often it is handed in at once, with keys and without', async () => {
    const person = await anAmbassador(db, community.id, rooms.clock.now());
    const mission = await aMission();
    await rooms.get(MissionJoinsService).join(actorOf(person), mission.id);
    const sent = { mission: mission.id, evidence: [{ kind: 'TEXT' as const, text: 'Three answers, one of them wrong.' }], disclosed: true };
    const keys = [null, 'first press', 'second press', 'second press', null, 'third press'];
    const all = await Promise.all(keys.map((idempotencyKey) => rooms.get(EntriesService).submit(actorOf(person), { ...sent, idempotencyKey })));
    expect(new Set(all.map(({ id }) => id)).size).toBe(1);
  });
});

describe('too late', () => {
  it('is what is sent after the mission closed, or after the term ended; what was sent in time can be mended for a fortnight', async () => {
    await fund(10 * REWARD);
    const [anna, ben] = [await anAmbassador(db, community.id, rooms.clock.now()), await anAmbassador(db, community.id, rooms.clock.now())];
    const mission = await aMission();
    for (const one of [anna, ben]) await rooms.get(MissionJoinsService).join(actorOf(one), mission.id);
    const entry = await send(anna, mission);
    await rooms.get(EntriesService).save(actorOf(ben), { mission: mission.id, evidence: [], disclosed: false, note: 'Tomorrow.' });
    await review(brand, entry, 'CHANGE');
    rooms.clock.advance(30 * DAY);
    expect([await codeOf(send(ben, mission)), await codeOf(send(anna, mission))]).toEqual(['MISSION_NOT_OPEN', 'fine']);
    await review(brand, entry, 'CHANGE');
    rooms.clock.advance(15 * DAY);
    expect(await codeOf(send(anna, mission))).toBe('MISSION_NOT_OPEN');
    const next = await aMission('The next one');
    await rooms.get(MissionJoinsService).join(actorOf(anna), next.id);
    const last = await send(anna, next);
    await db.query(`UPDATE terms SET state = 'ENDED', ended_at = $2 WHERE id = $1`, [anna.termId, rooms.clock.now()]);
    expect(await codeOf(send(anna, next))).toBe('TERM_ENDED');
    expect([await codeOf(review(brand, last, 'ACCEPT')), await faults()]).toEqual(['fine', []]);
  });
});
