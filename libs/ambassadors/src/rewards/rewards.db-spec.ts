import { rowsOf, type Tx } from '@fanfare/database';
import { newId, type Problem, VISITOR } from '@fanfare/kernel';
import { aCommunity, aMember, aRole, bootRooms, type Rooms } from '@fanfare/testing';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { BudgetsService } from './budgets.service.js';
import { PerksService } from './perks.service.js';
import { AmbassadorsModule } from '../ambassadors.module.js';
import { RewardsQueries } from './rewards.queries.js';
import { type Payment, RewardsService } from './rewards.service.js';

let rooms: Rooms;
let community: { id: string; slug: string };
let member: { id: string; account_id: string | null };
let brand: string;
let budget: string;

beforeAll(async () => {
  rooms = await bootRooms([AmbassadorsModule]);
});
afterAll(() => rooms?.close());

beforeEach(async () => {
  community = await aCommunity(rooms.database);
  member = await aMember(rooms.database, community.id);
  brand = (await aMember(rooms.database, community.id)).account_id!;
  await aRole(rooms.database, community.id, brand, 'BRAND_MANAGER');
  budget = await budgets().create(staff(), { community: community.slug, name: 'Summer' });
});

const budgets = () => rooms.get(BudgetsService);
const perks = () => rooms.get(PerksService);
const rewards = () => rooms.get(RewardsService);
const staff = () => ({ ...VISITOR, accountId: brand, grants: [{ communityId: community.id, role: 'BRAND_MANAGER' as const }] });
const fan = () => ({ ...VISITOR, accountId: member.account_id });
const codeOf = (work: Promise<unknown>) => work.then(() => 'fine', (problem: Problem) => problem.code ?? String(problem));
const fund = (amount: number, perk: string | null = null) => budgets().fund(staff(), { budget, perk, amount });
const withdraw = (amount: number, perk: string | null = null) => budgets().fund(staff(), { budget, perk, amount: -amount, reason: 'Typed one nought too many.' });
const payment = (change: Partial<Payment> = {}): Payment => ({ entryId: newId(), communityId: community.id, memberId: member.id, points: 10, budgetId: budget, perkId: null, by: brand, ...change });
const pay = (change: Partial<Payment> = {}) => {
  const what = payment(change);
  return rooms.transactor.run((tx) => rewards().pay(tx, what));
};
const reverse = (entryId: string) => rooms.transactor.run((tx) => rewards().reverse(tx, entryId, 'A mistake.', brand));
const aPerk = (stock: number, cost: number | null = null) => budgets().createPerk(staff(), { budget, title: 'A set', description: '', stock, cost });

async function balances(): Promise<Record<string, number>> {
  const rows = await rooms.database.query<{ name: string; balance: number }>(
    `SELECT kind || CASE WHEN perk_id IS NULL THEN '' ELSE ' perk' END AS name, sum(balance)::int AS balance FROM reward_accounts
     WHERE community_id = $1 GROUP BY 1 HAVING sum(balance) <> 0`, [community.id]);
  return Object.fromEntries(rows.map(({ name, balance }) => [name, balance]));
}

/** Everything that may never be so, whatever happens; of the whole database. */
async function faults(query: (sql: string) => Promise<{ count: number }[]> = (sql) => rooms.database.query(sql)): Promise<Record<string, number>> {
  const counts = {
    unbalanced: 'SELECT count(*)::int AS count FROM (SELECT FROM reward_accounts GROUP BY community_id, perk_id HAVING sum(balance) <> 0) one',
    oneSided: 'SELECT count(*)::int AS count FROM (SELECT FROM reward_postings p JOIN reward_accounts a ON a.id = p.account_id GROUP BY p.transfer_id, a.perk_id HAVING sum(p.amount) <> 0) one',
    miscounted: 'SELECT count(*)::int AS count FROM reward_accounts a WHERE balance <> (SELECT coalesce(sum(amount), 0) FROM reward_postings p WHERE p.account_id = a.id)',
    belowZero: `SELECT count(*)::int AS count FROM reward_accounts WHERE kind = 'BUDGET' AND balance < 0`,
    paidTwice: `SELECT count(*)::int AS count FROM (SELECT FROM reward_transfers t WHERE kind = 'PAYOUT' AND NOT EXISTS (SELECT FROM reward_transfers r WHERE r.reverses = t.id)
      GROUP BY entry_id HAVING count(*) > 1) one`,
    lostPerks: `SELECT count(*)::int AS count FROM reward_accounts a WHERE kind = 'MEMBER' AND perk_id IS NOT NULL AND balance <>
      (SELECT count(*) FROM perk_deliveries d WHERE d.member_id = a.member_id AND d.perk_id = a.perk_id AND d.state <> 'RETURNED')`,
  };
  const found: Record<string, number> = {};
  for (const [name, sql] of Object.entries(counts)) found[name] = (await query(sql))[0]!.count;
  return Object.fromEntries(Object.entries(found).filter(([, count]) => count > 0));
}

describe('a payout', () => {
  it('moves points from the budget to the member, once for an entry', async () => {
    await fund(100);
    const entryId = newId();
    const first = await pay({ entryId });
    expect(await pay({ entryId })).toEqual({ transferId: first!.transferId, paid: false });
    expect([first!.paid, await balances()]).toEqual([true, { ISSUED: -100, BUDGET: 90, MEMBER: 10 }]);
    const told = await rooms.database.query(`SELECT payload FROM events WHERE type = 'reward.paid' AND community_id = $1`, [community.id]);
    expect(told).toEqual([{ payload: { memberId: member.id, entryId, points: 10, perk: null } }]);
  });

  it('that a budget or a stock cannot bear writes nothing', async () => {
    await fund(9);
    expect([await codeOf(pay()), await codeOf(pay({ budgetId: null })), await balances()]).toEqual(['BUDGET_EMPTY', 'BUDGET_EMPTY', { ISSUED: -9, BUDGET: 9 }]);
    const perkId = await aPerk(1);
    await pay({ points: 5, perkId });
    expect(await codeOf(pay({ points: 1, perkId }))).toBe('PERK_GONE');
    expect(await balances()).toEqual({ ISSUED: -9, BUDGET: 4, MEMBER: 5, 'ISSUED perk': -1, 'MEMBER perk': 1 });
    expect(await pay({ points: 0 })).toBeNull();
  });

  it('of the same entry is made once, by sixty-four who ask at the same moment', async () => {
    await fund(1_000);
    const entryId = newId();
    const paid = await Promise.all(Array.from({ length: 64 }, () => pay({ entryId })));
    expect(paid.filter((payout) => payout!.paid)).toHaveLength(1);
    expect([await balances(), await faults()]).toEqual([{ ISSUED: -1_000, BUDGET: 990, MEMBER: 10 }, {}]);
  });

  it('by sixty-four reviewers at once takes a budget to zero and never below', async () => {
    await fund(400);
    const perkId = await aPerk(30);
    const people = await Promise.all(Array.from({ length: 8 }, () => aMember(rooms.database, community.id)));
    const codes = await Promise.all(Array.from({ length: 64 }, (_, at) => codeOf(pay({ memberId: people[at % 8]!.id, perkId: at % 2 ? perkId : null }))));
    expect(codes.filter((code) => code === 'fine')).toHaveLength(40);
    expect(new Set(codes)).toEqual(new Set(['fine', 'BUDGET_EMPTY']));
    expect([(await balances())['BUDGET'], await faults()]).toEqual([undefined, {}]);
  });

  it('is made once though the connection dies before the commit, and after it the retry finds it', async () => {
    await fund(100);
    const entryId = newId();
    const dying = rooms.transactor.run(async (tx) => {
      await rewards().pay(tx, payment({ entryId }));
      const [{ pid }] = (await rowsOf<{ pid: number }>(tx, 'SELECT pg_backend_pid() AS pid')) as [{ pid: number }];
      await rooms.database.query('SELECT pg_terminate_backend($1)', [pid]);
      await rowsOf(tx, 'SELECT 1');
    });
    await expect(dying).rejects.toThrow();
    expect(await balances()).toEqual({ ISSUED: -100, BUDGET: 100 });
    expect([(await pay({ entryId }))!.paid, (await pay({ entryId }))!.paid, await faults()]).toEqual([true, false, {}]);
  });
});

describe('a reversal', () => {
  it('takes everything back once, also from who has spent it, and lets the entry be paid anew', async () => {
    await fund(100);
    const mug = await aPerk(3, 10);
    const [entryId, perkId] = [newId(), await aPerk(1)];
    await pay({ entryId, perkId });
    await perks().redeem(fan(), { perk: mug });
    expect(await Promise.all([reverse(entryId), reverse(entryId)])).toContain(false);
    expect(await balances()).toMatchObject({ ISSUED: -100, BUDGET: 100, MEMBER: -10, SPENT: 10 });
    expect(await rooms.database.query('SELECT state FROM perk_deliveries WHERE perk_id = $1', [perkId])).toEqual([{ state: 'RETURNED' }]);
    expect([(await pay({ entryId, perkId }))!.paid, await faults()]).toEqual([true, {}]);
    const generations = await rooms.database.query(`SELECT generation FROM reward_transfers WHERE entry_id = $1 AND kind = 'PAYOUT' ORDER BY 1`, [entryId]);
    expect(generations).toEqual([{ generation: 1 }, { generation: 2 }]);
  });

  it('leaves what was sent with the member, who gets it no second time', async () => {
    await fund(100);
    const [entryId, perkId] = [newId(), await aPerk(2)];
    await pay({ entryId, perkId });
    const [{ id }] = (await rooms.database.query<{ id: string }>('SELECT id FROM perk_deliveries WHERE perk_id = $1', [perkId])) as [{ id: string }];
    await perks().update(staff(), id, 'SENT', 'By post');
    expect([await reverse(entryId), await balances()]).toEqual([true, { ISSUED: -100, BUDGET: 100, 'ISSUED perk': -2, 'BUDGET perk': 1, 'MEMBER perk': 1 }]);
    await pay({ entryId, perkId });
    expect([await balances(), await faults()]).toMatchObject([{ BUDGET: 90, 'BUDGET perk': 1, 'MEMBER perk': 1 }, {}]);
    await perks().update(staff(), id, 'RETURNED');
    expect([await codeOf(perks().update(staff(), id, 'SENT')), await balances(), await faults()]).toMatchObject(['DELIVERY_OVER', { 'BUDGET perk': 2 }, {}]);
  });
});

it('a perk is chosen for points one has, once for a key, and never by more than there are', async () => {
  await fund(100);
  const [dear, cheap, mission] = [await aPerk(1, 11), await aPerk(2, 5), await aPerk(1)];
  await pay();
  expect(await codeOf(perks().redeem(fan(), { perk: dear }))).toBe('NOT_ENOUGH_POINTS');
  expect(await codeOf(perks().redeem(fan(), { perk: mission }))).toBe('NOT_FOUND');
  const twice = await Promise.all([1, 2].map(() => perks().redeem(fan(), { perk: cheap, idempotencyKey: 'one' })));
  expect(new Set(twice).size).toBe(1);
  const many = await Promise.all(Array.from({ length: 8 }, () => codeOf(perks().redeem(fan(), { perk: cheap }))));
  expect(many.filter((code) => code === 'fine')).toHaveLength(1);
  expect([await balances(), await faults()]).toMatchObject([{ SPENT: 10, 'BUDGET perk': 2 }, {}]);
  // What comes back gives its points back, once; what a mission brought has none to give.
  await perks().update(staff(), twice[0]!, 'RETURNED');
  expect([await codeOf(perks().update(staff(), twice[0]!, 'SENT')), await balances(), await faults()]).toMatchObject(['DELIVERY_OVER', { SPENT: 5, MEMBER: 5, 'BUDGET perk': 3 }, {}]);
});

it('a perk that changed since it was shown takes nothing, and one that is retired is chosen by nobody, but kept where it was promised', async () => {
  await fund(100);
  const [perk, entryId] = [await aPerk(3, 5), newId()];
  await pay({ points: 50 });
  const change = (cost: number | null, retired = false) => budgets().updatePerk(staff(), { perk, title: 'A better set', description: 'Larger.', cost, retired });
  await change(8);
  const choose = (cost: number | null) => codeOf(perks().redeem(fan(), { perk, cost }));
  expect([await choose(5), await choose(8)]).toEqual(['PERK_CHANGED', 'fine']);
  await change(8, true);
  expect([await choose(8), await choose(null), (await pay({ entryId, points: 0, perkId: perk }))!.paid]).toEqual(['PERK_GONE', 'PERK_GONE', true]);
  await change(null);
  expect([await choose(8), await codeOf(budgets().updatePerk(fan(), { perk, title: 'Mine', description: '', retired: false }))]).toEqual(['NOT_FOUND', 'NOT_FOUND']);
  expect([await codeOf(withdraw(2, perk)), await codeOf(withdraw(1, perk)), await balances(), await faults()]).toMatchObject(['PERK_GONE', 'fine', { SPENT: 8, 'MEMBER perk': 2, 'ISSUED perk': -2 }, {}]);
});

it('a perk is promised for no opinion, neither when it is made nor when it is worded anew', async () => {
  const [bought, honest] = ['One for every positive review of the set.', 'One for every review of the set, whatever it says.'];
  const make = (description: string) => budgets().createPerk(staff(), { budget, title: 'A set', description, stock: 1 });
  await expect(make(bought)).rejects.toMatchObject({ code: 'BRIEF_ASKS_FOR_PRAISE', params: { field: 'description', why: expect.any(String) } });
  const perk = await make(honest);
  expect(await codeOf(budgets().updatePerk(staff(), { perk, title: 'A set for five-star reviews', description: honest, retired: false }))).toBe('BRIEF_ASKS_FOR_PRAISE');
});

it('a statement says after each line what was there, page by page', async () => {
  await fund(100);
  for (const points of [10, 20, 30]) await pay({ points });
  await withdraw(15);
  const queries = rooms.get(RewardsQueries);
  const first = await queries.transfers({ budgetId: budget }, { first: 3 } as never);
  const rest = await queries.transfers({ budgetId: budget }, { first: 3, after: first.pageInfo.endCursor } as never);
  const lines = [...first.nodes, ...rest.nodes].map(({ kind, amount, balance }) => [kind, amount, balance]);
  expect(lines).toEqual([['WITHDRAW', -15, 25], ['PAYOUT', -30, 40], ['PAYOUT', -20, 70], ['PAYOUT', -10, 90], ['FUND', 100, 100]]);
});

it('nobody but the brand’s team sets aside, and nobody of another community', async () => {
  const other = await aCommunity(rooms.database);
  const elsewhere = { ...staff(), grants: [{ communityId: other.id, role: 'OWNER' as const }] };
  const perk = await aPerk(1, 5);
  for (const who of [elsewhere, fan()]) { // what is set aside is not for them to know; what can be chosen, everybody reads
    const piece = { title: 'Mine', description: '' };
    const asked = [budgets().fund(who, { budget, amount: 5 }), budgets().createPerk(who, { ...piece, budget, stock: 1 }), budgets().updatePerk(who, { ...piece, perk, retired: false })];
    expect(await Promise.all(asked.map(codeOf))).toEqual(['NOT_FOUND', 'NOT_FOUND', 'NOT_ALLOWED']);
  }
  expect([await codeOf(fund(-5)), await codeOf(withdraw(5))]).toEqual(['EMPTY_TEXT', 'BUDGET_EMPTY']); // not without a reason, nor what is not there
  for (const amount of [0, -2_000_000_000, 1.5, 2_000_000_000]) expect(await codeOf(budgets().fund(staff(), { budget, amount }))).toBe('INVALID_INPUT');
});

describe('the database', () => {
  const inTx = (work: (tx: Tx) => Promise<unknown>) => rooms.transactor.run(work).then(() => 'fine', (error: { driverError?: { constraint?: string } }) => error.driverError?.constraint ?? String(error));
  const transfer = (tx: Tx, columns = `'FUND', NULL, NULL`, id = newId()) =>
    tx.query(`INSERT INTO reward_transfers (id, community_id, kind, entry_id, generation, at) SELECT $1, $2, ${columns}, now()`, [id, community.id]).then(() => id);
  const post = (tx: Tx, id: string, kind: string, amount: number) =>
    tx.query(`INSERT INTO reward_postings (transfer_id, account_id, community_id, amount) SELECT $1, id, community_id, $4 FROM reward_accounts WHERE community_id = $2 AND kind = $3`, [id, community.id, kind, amount]);

  it('refuses to change or remove what was written, and balances that move alone', async () => {
    await fund(50);
    const { transferId } = (await pay())!;
    for (const sql of ['UPDATE reward_postings SET amount = amount + 1', 'DELETE FROM reward_postings', 'TRUNCATE reward_postings', `UPDATE reward_transfers SET reason = 'x'`,
      'DELETE FROM reward_transfers', 'DELETE FROM reward_accounts', 'UPDATE reward_accounts SET balance = balance + 1', 'UPDATE reward_accounts SET balance = balance, perk_id = perk_id']) {
      expect(await inTx((tx) => tx.query(sql)), sql).toBe('rewards_append_only');
    }
    expect(await inTx(async (tx) => post(tx, transferId, 'ISSUED', -5))).toBe('rewards_append_only');
  });

  it('refuses a transfer with one side, a budget below zero and a second payout, whatever the program does', async () => {
    await fund(50);
    const { transferId } = (await pay({ points: 1 }))!;
    expect(await inTx((tx) => transfer(tx))).toBe('reward_transfers_balance');
    expect(await inTx(async (tx) => post(tx, await transfer(tx), 'ISSUED', -5))).toBe('reward_transfers_balance');
    const lopsided = async (tx: Tx) => {
      const id = await transfer(tx);
      await post(tx, id, 'ISSUED', -5);
      await post(tx, id, 'BUDGET', 6);
    };
    expect(await inTx(lopsided)).toBe('reward_transfers_balance');
    expect(await inTx(async (tx) => post(tx, await transfer(tx), 'BUDGET', -50))).toBe('reward_budget_empty');
    const again = `'PAYOUT', (SELECT entry_id FROM reward_transfers WHERE id = '${transferId}')`;
    for (const generation of [1, 2]) expect(await inTx((tx) => transfer(tx, `${again}, ${generation}`))).toBe('reward_transfers_paid_once');
  });

  it('is what keeps it so: without each guard the same acts go through, and the recount tells', async () => {
    await fund(50);
    await pay();
    const seen = async (guard: string, act: (tx: Tx) => Promise<unknown>) => {
      let found: Record<string, number> = {};
      const undo = new Error('undo');
      await rooms.transactor.run(async (tx) => {
        await tx.query(guard);
        await act(tx);
        found = await faults((sql) => rowsOf(tx, sql));
        throw undo;
      }).catch((error) => expect(error).toBe(undo));
      return Object.keys(found);
    };
    expect(await seen('ALTER TABLE reward_postings DISABLE TRIGGER reward_postings_stay', (tx) => tx.query('UPDATE reward_postings SET amount = amount * 2 WHERE amount > 0'))).toEqual(['oneSided', 'miscounted']);
    expect(await seen('ALTER TABLE reward_accounts DISABLE TRIGGER reward_accounts_held', (tx) => tx.query(`UPDATE reward_accounts SET balance = balance + 1 WHERE kind = 'ISSUED'`))).toEqual(['unbalanced', 'miscounted']);
    expect(await seen('ALTER TABLE reward_transfers DISABLE TRIGGER reward_transfers_balance', async (tx) => post(tx, await transfer(tx), 'ISSUED', -5))).toEqual(['unbalanced', 'oneSided']);
    const unguarded = `ALTER TABLE reward_accounts DROP CONSTRAINT reward_budget_empty; ALTER TABLE reward_transfers DROP CONSTRAINT reward_transfers_paid_once;
      ALTER TABLE reward_transfers DISABLE TRIGGER reward_transfers_one_payout`;
    const careless = async (tx: Tx) => {
      const entry = newId();
      for (let time = 1; time <= 5; time += 1) {
        const id = await transfer(tx, `'PAYOUT', '${entry}', 1`);
        await post(tx, id, 'BUDGET', -10);
        await post(tx, id, 'MEMBER', 10);
      }
    };
    expect(await seen(unguarded, careless)).toEqual(['belowZero', 'paidTwice']);
  });
});

describe('whatever is done in whatever order', () => {
  type Command = { do: 'pay' | 'payAgain' | 'reverse'; entry: number; points: number; perk: boolean } | { do: 'fund' | 'withdraw'; amount: number; perk: boolean } | { do: 'redeem' } | { do: 'send' | 'return' | 'receive' };
  const command: fc.Arbitrary<Command> = fc.oneof(
    { weight: 6, arbitrary: fc.record({ do: fc.constantFrom('pay' as const, 'payAgain' as const, 'reverse' as const), entry: fc.nat(5), points: fc.integer({ min: 0, max: 30 }), perk: fc.boolean() }) },
    { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('fund' as const, 'withdraw' as const), amount: fc.integer({ min: 1, max: 40 }), perk: fc.boolean() }) },
    { weight: 2, arbitrary: fc.record({ do: fc.constant('redeem' as const) }) },
    { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('send' as const, 'return' as const, 'receive' as const) }) },
  );
  const EXPECTED = new Set(['fine', 'BUDGET_EMPTY', 'PERK_GONE', 'NOT_ENOUGH_POINTS', 'DELIVERY_OVER', 'nothing']);
  const STATES = { send: 'SENT', return: 'RETURNED', receive: 'RECEIVED' } as const;

  it('the books balance and nobody is paid twice', async () => {
    const run = async (commands: readonly Command[], atOnce: boolean) => {
      await rooms.database.query('DELETE FROM rate_limits'); // forty runs are more than an hour allows
      budget = await budgets().create(staff(), { community: community.slug, name: 'One' });
      const perk = await aPerk(3, 7);
      const entries = Array.from({ length: 6 }, () => newId());
      const act = async (one: Command): Promise<string> => {
        if (one.do === 'fund') return codeOf(fund(one.amount, one.perk ? perk : null));
        if (one.do === 'withdraw') return codeOf(withdraw(one.amount, one.perk ? perk : null));
        if (one.do === 'redeem') return codeOf(perks().redeem(fan(), { perk }));
        if (one.do === 'reverse') return codeOf(reverse(entries[one.entry]!));
        if (one.do === 'pay' || one.do === 'payAgain') return codeOf(pay({ entryId: entries[one.entry]!, points: one.points, perkId: one.perk ? perk : null }));
        const [delivery] = await rooms.database.query<{ id: string }>('SELECT id FROM perk_deliveries WHERE perk_id = $1 ORDER BY random() LIMIT 1', [perk]);
        return delivery ? codeOf(perks().update(staff(), delivery.id, STATES[one.do])) : 'nothing';
      };
      const codes: string[] = [];
      if (atOnce) codes.push(...(await Promise.all(commands.map(act))));
      else for (const one of commands) codes.push(await act(one));
      for (const code of codes) expect(EXPECTED).toContain(code);
      expect(await faults()).toEqual({});
    };
    await fc.assert(fc.asyncProperty(fc.array(command, { minLength: 3, maxLength: 16 }), fc.boolean(), run), { numRuns: 40 });
  });

  it('by sixty-four at the same moment, each retried, nobody waits in a circle and nothing is done twice', async () => {
    await fund(300);
    const perk = await aPerk(12, 7);
    const people = await Promise.all(Array.from({ length: 6 }, () => aMember(rooms.database, community.id)));
    const entries = Array.from({ length: 12 }, (_, at) => ({ entryId: newId(), memberId: people[at % 6]!.id, perkId: at % 3 === 0 ? perk : null }));
    await Promise.all(entries.slice(0, 6).map((entry) => pay({ ...entry, points: 15 })));
    await Promise.all(people.map(({ account_id: accountId }) => perks().redeem({ ...VISITOR, accountId }, { perk })));
    const owed = await rooms.database.query<{ id: string }>('SELECT id FROM perk_deliveries WHERE perk_id = $1 ORDER BY id', [perk]);
    const act = (at: number): Promise<unknown> => {
      const [entry, who] = [entries[at % 12]!, people[at % 6]!];
      const acts = [
        () => pay({ ...entry, points: 15 }),
        () => reverse(entry.entryId),
        () => perks().redeem({ ...VISITOR, accountId: who.account_id }, { perk, idempotencyKey: `one-${at}` }),
        () => perks().update(staff(), owed[at % owed.length]!.id, at % 8 < 4 ? 'SENT' : 'RETURNED'),
        () => fund(3, perk),
        () => withdraw(2),
      ];
      return acts[at % 6]!();
    };
    const codes = await Promise.all(Array.from({ length: 64 }, (_, at) => codeOf(act(at >> 1).then(() => act(at >> 1)))));
    for (const code of codes) expect(EXPECTED).toContain(code);
    expect(await faults()).toEqual({});
    const chosen = await rooms.database.query<{ count: number }>(`SELECT count(*)::int AS count FROM perk_deliveries d JOIN reward_transfers t ON t.id = d.transfer_id WHERE d.perk_id = $1 AND t.kind = 'PERK'`, [perk]);
    expect(chosen[0]!.count).toBeLessThanOrEqual(6 + 6); // six before, and one for each of the keys 2, 8, 14, 20, 26
  });
});

