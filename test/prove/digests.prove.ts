import { createDataSource } from '@fanfare/database';
import { aCommunity, anIdea, createTestDatabase, type TestDatabase } from '@fanfare/testing';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import type { DataSource } from 'typeorm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { eventually } from '../support/client.js';
import { ROOT } from './api-process.js';
import { PostOffice } from './post-office.js';

const READERS = 400;
const MATTERS_EACH = 3;
const KILLS = 12;

/** The built worker, in a process that can be killed. */
class Worker {
  private constructor(private readonly child: ChildProcess) {}

  static start(databaseUrl: string, smtpUrl: string): Worker {
    const { PATH, HOME } = process.env;
    const env = { PATH, HOME, DATABASE_URL: databaseUrl, SMTP_URL: smtpUrl, PUBLIC_URL: 'https://fans.example' };
    return new Worker(spawn(process.execPath, ['dist/apps/worker/src/main.js'], { cwd: ROOT, stdio: 'ignore', env: env as NodeJS.ProcessEnv }));
  }

  /** kill -9. */
  async kill(): Promise<void> {
    const ended = once(this.child, 'exit');
    this.child.kill('SIGKILL');
    await ended;
  }
}

let database: TestDatabase;
let source: DataSource;
let post: PostOffice;
let smtpUrl: string;
beforeEach(async () => {
  database = await createTestDatabase();
  source = await createDataSource({ url: database.url, poolSize: 2 }).initialize();
  post = new PostOffice(15);
  smtpUrl = await post.open();
});
afterEach(async () => {
  await source.destroy();
  await post.close();
  await database.drop();
});

const query = <Row>(sql: string, values: unknown[] = []): Promise<Row[]> => source.query(sql, values) as Promise<Row[]>;

/** Readers with matters that are due: each matter is about an idea of its own, so that a mail tells which it is about. */
async function readers(): Promise<void> {
  const db = { query } as never;
  const { id: community } = await aCommunity(db);
  const ideas = await Promise.all(Array.from({ length: MATTERS_EACH }, () => anIdea(db, community)));
  await query(
    `WITH people AS (
       INSERT INTO accounts (id, email, email_confirmed_at, display_name, identity_level)
       SELECT gen_random_uuid(), 'reader-' || n || '@example.org', now(), 'Reader ' || n, 'CONFIRMED' FROM generate_series(1, $1::int) n RETURNING id
     ), joined AS (
       INSERT INTO members (id, community_id, account_id, handle, display_name, identity_level)
       SELECT gen_random_uuid(), $2, id, 'r' || substr(md5(id::text), 1, 20), 'Reader', 'CONFIRMED' FROM people RETURNING id
     )
     INSERT INTO notifications (id, recipient_id, community_id, kind, reason, matter, idea_id, happened_at, in_app, mail_due_at)
     SELECT gen_random_uuid(), j.id, $2, 'RUNG', 'BACKED', gen_random_uuid(), i, now() - interval '1 hour', true, now() - interval '1 minute'
     FROM joined j CROSS JOIN unnest($3::uuid[]) AS i`,
    [READERS, community, ideas.map(({ id }) => id)],
  );
}

const sentOrDone = async () => {
  const [row] = await query<{ left: number }>(`SELECT (SELECT count(*) FROM notifications WHERE mail_due_at IS NOT NULL)::int
    + (SELECT count(*) FROM mailings WHERE ended_at IS NULL)::int AS left`);
  return row!.left;
};

/** Two workers at a time, one of which is killed again and again; then one in peace until nothing is left. */
async function work(): Promise<void> {
  for (let kill = 0; kill < KILLS; kill += 1) {
    const [victim, other] = [Worker.start(database.url, smtpUrl), Worker.start(database.url, smtpUrl)];
    const before = post.deliveries.length;
    await eventually(async () => post.deliveries.length, (count) => count > before + 5, 30_000);
    await delay(Math.random() * 40);
    await victim.kill();
    await other.kill();
    await query('UPDATE deliveries SET run_at = now(), leased_until = NULL'); // nobody waits ten seconds for the dead in a test
  }
  const last = Worker.start(database.url, smtpUrl);
  await eventually(sentOrDone, (left) => left === 0, 120_000);
  await last.kill();
}

const ideasIn = (text: string) => new Set([...text.matchAll(/\/ideas\/([0-9a-f-]{36})/g)].map(([, id]) => id!));

/** What is wrong with what the readers found in their mailboxes. */
function faults(): string[] {
  const told = new Map<string, number>();
  for (const { to, text } of post.mailboxes) for (const idea of ideasIn(text)) told.set(`${to} ${idea}`, (told.get(`${to} ${idea}`) ?? 0) + 1);
  const twice = [...told.values()].filter((times) => times > 1).length;
  const missing = READERS * MATTERS_EACH - told.size;
  return [...(twice > 0 ? [`${twice} matters came in two mails`] : []), ...(missing > 0 ? [`${missing} matters never came`] : [])];
}

describe('digests, with workers killed by -9 all along', () => {
  it('tell every reader of every matter, in one mail', async () => {
    await readers();
    await work();
    const again = post.deliveries.length - post.mailboxes.length;
    console.log(`${READERS} readers, ${KILLS} kills, ${post.deliveries.length} deliveries, of which ${again} again under the same Message-ID`);
    expect(await sentOrDone()).toBe(0);
    expect(faults()).toEqual([]);
    expect(post.mailboxes).toHaveLength(READERS);
    expect(again, 'more was sent again than a kill can explain').toBeLessThanOrEqual(KILLS * 2 * 3);
  });
});

describe('the same proof fails', () => {
  it('when a mail forgets that it was sent', async () => {
    await query(`
      CREATE FUNCTION forget() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
        IF random() < 0.2 THEN
          UPDATE notifications SET mail_due_at = now(), mailing_id = NULL WHERE mailing_id = NEW.id;
          UPDATE mailings SET digest_of = digest_of - 30 WHERE id = NEW.id;
        END IF;
        RETURN NULL;
      END $$;
      CREATE TRIGGER mailings_forget AFTER UPDATE OF outcome ON mailings FOR EACH ROW WHEN (OLD.outcome IS NULL AND NEW.outcome = 'SENT') EXECUTE FUNCTION forget()`);
    await readers();
    const worker = Worker.start(database.url, smtpUrl);
    await eventually(async () => post.mailboxes.length, (count) => count >= READERS, 60_000);
    await query(`UPDATE schedules SET next_run_at = now()`);
    await eventually(async () => faults().join(), (said) => /two mails/.test(said), 60_000);
    await worker.kill();
    expect(faults().join()).toMatch(/two mails/);
  });
});
