import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Client } from 'pg';
import { type Movement, runMovement } from './movement/movement.js';
import { flaws } from './movement/ledger-watch.js';
import { lies } from './movement/reckoning.js';

/** For trials: `FANFARE_MOVEMENT=0.1 npm run prove -- movement`, and `FANFARE_SEED` for other moments of death. */
const SHARE = Number(process.env['FANFARE_MOVEMENT'] ?? 1);
const SEED = Number(process.env['FANFARE_SEED'] ?? 2026);

let movement: Movement;
beforeAll(async () => {
  movement = await runMovement(SHARE, SEED);
}, 3_600_000);
afterAll(() => movement?.close());

describe(`a call for ${Math.round(100 * SHARE)} seats, with ${Math.round(4_000 * SHARE)} applicants, and three months of missions, while api and worker are killed with -9`, () => {
  it('was felt: they died often, requests were lost, and everything there should be came about', () => {
    const { deaths, interrupted, counts } = movement;
    expect(deaths, 'hardly anybody was killed: the proof shows nothing').toBeGreaterThan(Math.min(30, 30 * SHARE));
    expect(interrupted, 'no kill was felt: the proof shows nothing').toBeGreaterThan(20);
    for (const [what, many] of Object.entries(counts)) if (SHARE >= 0.5) expect(many, `no ${what}: the proof shows nothing`).toBeGreaterThan(0);
  });

  it('lost nothing that was acknowledged, did nothing twice, and its counts in SQL are what people were told', async () => {
    expect(await lies((sql) => movement.query(sql), movement.told)).toEqual([]);
  });

  it('balanced at every moment: no budget below zero, no entry paid twice or not at all, no mission over-full', async () => {
    expect(movement.looks).toBeGreaterThan(100);
    expect([...movement.seen]).toEqual([]);
    expect(await flaws((sql) => movement.query(sql))).toEqual([]);
  });

  it('is what the brand’s numbers and the pages say', () => {
    expect(movement.numbers.is).toEqual(movement.numbers.expected);
    expect(movement.pages).toEqual([]);
  });
});

describe('the same checks find', () => {
  /** Tampers in a transaction that never ends well. */
  async function tampered(statements: readonly string[], check: (query: <Row>(sql: string) => Promise<Row[]>) => Promise<string[]>): Promise<string> {
    const client = new Client({ connectionString: movement.databaseUrl });
    await client.connect();
    try {
      await client.query('BEGIN');
      for (const statement of statements) await client.query(statement);
      return (await check(async <Row>(sql: string) => (await client.query(sql)).rows as Row[])).join('\n');
    } finally {
      await client.end();
    }
  }
  const told = (query: <Row>(sql: string) => Promise<Row[]>) => lies(query, movement.told);
  const books = (query: <Row>(sql: string) => Promise<Row[]>) => flaws(query as never);

  const PAID_AGAIN = [
    'ALTER TABLE reward_transfers DROP CONSTRAINT reward_transfers_paid_once',
    'ALTER TABLE reward_transfers DISABLE TRIGGER reward_transfers_one_payout',
    `WITH one AS (SELECT t.* FROM reward_transfers t JOIN entries e ON e.id = t.entry_id AND e.state = 'ACCEPTED'
         WHERE t.kind = 'PAYOUT' AND NOT EXISTS (SELECT FROM reward_transfers r WHERE r.reverses = t.id) LIMIT 1),
       again AS (INSERT INTO reward_transfers (id, community_id, kind, entry_id, generation, made_by, at)
         SELECT gen_random_uuid(), community_id, kind, entry_id, generation, made_by, at FROM one RETURNING id)
     SELECT set_config('movement.again', again.id::text, true), set_config('movement.one', one.id::text, true) FROM again, one`,
    `INSERT INTO reward_postings (transfer_id, account_id, community_id, amount)
     SELECT current_setting('movement.again')::uuid, account_id, community_id, amount FROM reward_postings WHERE transfer_id = current_setting('movement.one')::uuid`,
  ];

  it('an entry that is paid twice, once the constraint and the trigger that forbid it are gone', async () => {
    expect(await tampered(PAID_AGAIN, books)).toMatch(/entries paid twice/);
    expect(await tampered(PAID_AGAIN, told)).toMatch(/payouts stand twice/);
  });

  it('points from nowhere, once the triggers that forbid them are off', async () => {
    const fromNowhere = [
      'ALTER TABLE reward_postings DISABLE TRIGGER reward_postings_count',
      `INSERT INTO reward_postings (transfer_id, account_id, community_id, amount)
       SELECT t.id, a.id, a.community_id, 7 FROM reward_transfers t, reward_accounts a
       WHERE a.kind = 'MEMBER' AND a.perk_id IS NULL AND NOT EXISTS (SELECT FROM reward_postings p WHERE p.transfer_id = t.id AND p.account_id = a.id) LIMIT 1`,
    ];
    expect(await tampered(fromNowhere, books)).toMatch(/transfers with one side[^]*balances that are not the sum/);
  });

  it('a budget below zero, once nothing holds it', async () => {
    const overspent = [
      'ALTER TABLE reward_accounts DISABLE TRIGGER USER',
      'ALTER TABLE reward_accounts DROP CONSTRAINT reward_budget_empty',
      `UPDATE reward_accounts SET balance = -1 WHERE id = (SELECT id FROM reward_accounts WHERE kind = 'BUDGET' LIMIT 1)`,
    ];
    expect(await tampered(overspent, books)).toMatch(/budgets below zero/);
  });

  it('one mark, one choice and one answer that were acknowledged and are lost', async () => {
    const lost = (table: string, more: readonly string[] = []) => [...more, `DELETE FROM ${table} WHERE ctid = (SELECT ctid FROM ${table} LIMIT 1)`];
    expect(await tampered(lost('application_scores'), told)).toMatch(/marks are lost/);
    expect(await tampered(lost('mission_joins', ['ALTER TABLE mission_joins DISABLE TRIGGER USER']), told)).toMatch(/choices of missions are lost/);
    expect(await tampered(lost('application_decisions', ['ALTER TABLE application_decisions DISABLE TRIGGER ALL']), told)).toMatch(/other answers than they should/);
  });
});
