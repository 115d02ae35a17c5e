import { Database } from '@fanfare/database';
import { aCommunity, anIdea, createTestDatabase, type TestDatabase } from '@fanfare/testing';
import { Client as PostgresClient } from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { type App, startApp } from '../support/app.js';
import { type Client, eventually } from '../support/client.js';
import { DatabaseWire } from '../support/database-wire.js';
import { Live } from '../support/live.js';

const COMMUNITY = '{ community(slug: "away") { name } }';
const SUPPORT = 'subscription ($idea: ID!) { ideaChanged(idea: $idea) { support { raw } } }';

let testDatabase: TestDatabase;
let wire: DatabaseWire;
let app: App;
let fan: Client;
let ideaId: string;

beforeAll(async () => {
  testDatabase = await createTestDatabase();
  wire = await DatabaseWire.to(testDatabase.url);
  app = await startApp({ databaseUrl: wire.url });
  const community = await aCommunity(app.database, { slug: 'away', name: 'Away' });
  ideaId = (await anIdea(app.database, community.id)).id;
  fan = await app.visitor().signUp();
  await fan.join('away');
});
afterAll(async () => {
  await app.stop();
  await wire.cut();
  await testDatabase.drop();
});
afterEach(() => vi.restoreAllMocks());

const statusOf = async (path: string) => (await fetch(`${app.url}${path}`)).status;

async function expectRecovered(): Promise<void> {
  expect(await eventually(() => statusOf('/readyz'), (status) => status === 200)).toBe(200);
  expect((await eventually(() => fan.ask(COMMUNITY), ({ code }) => code === null)).data).toEqual({ community: { name: 'Away' } });
}

describe('a database that goes away', () => {
  it('is said in so many words, and forgotten when it is back', async () => {
    const live = await Live.connect(app.url);
    const watched = live.subscribe(SUPPORT, { idea: ideaId });
    await watched.next();
    await wire.cut();
    expect([await statusOf('/livez'), await statusOf('/readyz')]).toEqual([200, 503]);
    expect(await (await fetch(`${app.url}/readyz`)).json()).toEqual({ status: 'unavailable', reason: 'database' });
    for (const who of [fan, app.visitor()]) {
      const { status, errors } = await who.ask(COMMUNITY);
      expect([status, errors[0]]).toMatchObject([200, { message: 'Not possible right now: try again in a moment.', extensions: { code: 'TEMPORARILY_UNAVAILABLE', params: {}, requestId: expect.any(String) } }]);
    }
    expect(await fan.refusal('castVote', { idea: ideaId }, 'idea { id }')).toBe('TEMPORARILY_UNAVAILABLE');
    expect(await app.visitor().refusal('signIn', { email: 'a@b.example', password: 'x' }, 'token')).toBe('TEMPORARILY_UNAVAILABLE');
    expect((await live.ask(SUPPORT, { idea: ideaId })).code).toBe('TEMPORARILY_UNAVAILABLE');
    await wire.mend();
    await expectRecovered();
    await fan.mutate('castVote', { idea: ideaId }, 'idea { id }');
    expect((await watched.next()).data!['ideaChanged'].support.raw).toBe(1);
    live.close();
  });

  it('leaves nobody in doubt about a vote in flight', async () => {
    const other = new PostgresClient({ connectionString: testDatabase.url });
    await other.connect();
    await other.query('BEGIN');
    await other.query('LOCK TABLE votes IN ACCESS EXCLUSIVE MODE');
    const answer = fan.ask('mutation ($input: WithdrawVoteInput!) { withdrawVote(input: $input) { idea { id } } }', { input: { idea: ideaId } });
    const waits = () => other.query(`SELECT FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()`);
    await eventually(waits, ({ rowCount }) => rowCount! > 0);
    await wire.cut();
    expect(['TEMPORARILY_UNAVAILABLE', 'UNKNOWN_OUTCOME']).toContain((await answer).code);
    await wire.mend();
    await other.query('ROLLBACK');
    await other.end();
    await expectRecovered();
  });

  it('that falls silent makes us not ready, and alive', async () => {
    wire.silence();
    expect(await statusOf('/livez')).toBe(200);
    expect(await statusOf('/readyz')).toBe(503);
    await wire.mend();
    await expectRecovered();
  });

  it('whose administrator ends our connections is no accident', async () => {
    const admin = new PostgresClient({ connectionString: testDatabase.url });
    await admin.connect();
    await admin.query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()');
    await admin.end();
    const codes = await Promise.all(Array.from({ length: 10 }, async () => (await fan.ask(COMMUNITY)).code));
    expect(codes.filter((code) => code !== null && code !== 'TEMPORARILY_UNAVAILABLE')).toEqual([]);
    await expectRecovered();
  });
});

describe('what nobody expected', () => {
  const SECRET = 'secret of the inside';

  /** What the process wrote about errors while `act` ran. */
  async function logOf<T>(act: () => Promise<T>): Promise<{ result: T; log: string }> {
    const lines: string[] = [];
    const keep = (chunk: unknown) => lines.push(String(chunk)) > 0;
    vi.spyOn(process.stderr, 'write').mockImplementation(keep);
    vi.spyOn(process.stdout, 'write').mockImplementation(keep);
    const result = await act();
    return { result, log: lines.join('') };
  }

  async function expectMasked(ask: () => Promise<{ errors: readonly { message: string; extensions: object }[] }>, inLog: RegExp): Promise<void> {
    const { result, log } = await logOf(ask);
    const requestId = (result.errors[0]!.extensions as { requestId: string }).requestId;
    expect(result.errors[0]).toMatchObject({ message: 'Something went wrong on our side.', extensions: { code: 'INTERNAL', params: {}, requestId: expect.stringMatching(/^[0-9a-f-]{36}$/) } });
    expect(JSON.stringify(result)).not.toMatch(/secret|relation|\.ts|stack/);
    expect(log).toContain(requestId);
    expect(log).toMatch(inLog);
  }

  it.each([
    ['an error', new Error(SECRET)],
    ['an error that looks like one about variables', new Error('Variable "$secret of the inside" got invalid value')],
    ['an error with a code of GraphQL', Object.assign(new Error(SECRET), { extensions: { code: 'BAD_USER_INPUT' } })],
    ['something that is no error', SECRET],
  ])('%s in a resolver is masked, and in the log', async (_what, thrown) => {
    const get = async () => {
      const database = app.get(Database);
      const query = database.query.bind(database);
      // The worker asks meanwhile, too: what fails is the question of the test.
      vi.spyOn(database, 'query').mockImplementation((sql, params) => (/FROM communities/.test(sql) ? Promise.reject(thrown) : query(sql, params)));
      return app.visitor().ask(COMMUNITY);
    };
    await expectMasked(get, /secret of the inside/);
  });

  it('an error of SQL is masked over HTTP and WebSocket', async () => {
    const live = await Live.connect(app.url);
    await app.database.query('ALTER TABLE ideas RENAME TO secret_ideas');
    try {
      await expectMasked(() => fan.ask('query ($id: ID!) { idea(id: $id) { id } }', { id: ideaId }), /relation "ideas" does not exist/);
      await expectMasked(() => live.ask(SUPPORT, { idea: ideaId }), /relation "ideas" does not exist/);
    } finally {
      await app.database.query('ALTER TABLE secret_ideas RENAME TO ideas');
    }
    live.close();
  });

  it('a refusal is an answer, not a line in the log', async () => {
    const { result, log } = await logOf(async () => [await app.visitor().refusal('castVote', { idea: ideaId }, 'idea { id }'), (await app.visitor().ask('{ nonsense ')).code]);
    expect(result).toEqual(['SIGN_IN_REQUIRED', 'GRAPHQL_PARSE_FAILED']);
    expect(log).toBe('');
  });
});
