import { setTimeout as delay } from 'node:timers/promises';
import { Client } from 'pg';

type Query = (sql: string) => Promise<Record<string, number>[]>;

const LOOK_MS = 100;

const count = (rows: string) => `(SELECT count(*)::int FROM (${rows}) AS found)`;

const STANDING = `
  SELECT t.entry_id, t.id FROM reward_transfers t WHERE t.kind = 'PAYOUT' AND NOT EXISTS (SELECT FROM reward_transfers r WHERE r.reverses = t.id)`;

/** What must be nowhere at any moment, and the rows that would show it. */
const FLAWS: Readonly<Record<string, string>> = {
  'budgets below zero': `SELECT FROM reward_accounts WHERE kind = 'BUDGET' AND balance < 0`,
  'ledgers that do not balance': 'SELECT FROM reward_accounts GROUP BY community_id, perk_id HAVING sum(balance) <> 0',
  'transfers with one side': `SELECT FROM reward_postings p JOIN reward_accounts a ON a.id = p.account_id GROUP BY p.transfer_id, a.perk_id HAVING sum(p.amount) <> 0`,
  'balances that are not the sum of their postings': `
    SELECT FROM reward_accounts a LEFT JOIN (SELECT account_id, sum(amount) AS total FROM reward_postings GROUP BY 1) p ON p.account_id = a.id WHERE a.balance <> coalesce(p.total, 0)`,
  'entries paid twice': `SELECT FROM (${STANDING}) AS standing GROUP BY entry_id HAVING count(*) > 1`,
  'accepted entries that are not paid': `
    SELECT FROM entries e JOIN missions s ON s.id = e.mission_id WHERE e.state = 'ACCEPTED' AND s.reward_points > 0 AND NOT EXISTS (SELECT FROM (${STANDING}) AS p WHERE p.entry_id = e.id)`,
  'payments for what is not accepted': `SELECT FROM (${STANDING}) AS p JOIN entries e ON e.id = p.entry_id WHERE e.state <> 'ACCEPTED'`,
  'missions that are over-full': `
    SELECT FROM missions s JOIN mission_joins j ON j.mission_id = s.id AND j.left_at IS NULL GROUP BY s.id HAVING count(*) > s.places`,
  'calls with more selected than seats': `
    SELECT FROM calls c JOIN applications a ON a.call_id = c.id AND a.state = 'SELECTED' AND a.seat_left_at IS NULL GROUP BY c.id HAVING count(*) > c.seats`,
  'members with two terms in force': `SELECT FROM terms WHERE state = 'ACTIVE' GROUP BY member_id HAVING count(*) > 1`,
};

// One statement: all of it is of one moment.
const LOOK = `SELECT ${Object.entries(FLAWS).map(([what, rows]) => `${count(rows)} AS "${what}"`).join(', ')}`;

/** What is wrong in the books at this moment, in words; nothing when all is well. */
export async function flaws(query: Query): Promise<string[]> {
  const [found] = await query(LOOK);
  return Object.entries(found!).filter(([, rows]) => rows > 0).map(([what, rows]) => `${rows} ${what}`);
}

/** Looks into the books ten times a second, by a connection of its own, and keeps what it should never have seen. */
export class LedgerWatch {
  looks = 0;
  readonly seen = new Set<string>();
  private ended = false;

  private constructor(private readonly client: Client) {}

  static async start(databaseUrl: string): Promise<LedgerWatch> {
    const client = new Client({ connectionString: databaseUrl, application_name: 'watch' });
    await client.connect();
    const watch = new LedgerWatch(client);
    watch.done = watch.run();
    watch.done.catch(() => undefined);
    return watch;
  }

  private done: Promise<void> = Promise.resolve();

  async stop(): Promise<void> {
    this.ended = true;
    await this.done;
    await this.client.end();
  }

  private async run(): Promise<void> {
    while (!this.ended) {
      for (const flaw of await flaws(async (sql) => (await this.client.query(sql)).rows)) this.seen.add(flaw);
      this.looks += 1;
      await delay(LOOK_MS);
    }
  }
}
