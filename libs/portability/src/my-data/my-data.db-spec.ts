import { AccountsService, type PersonalData, RolesService } from '@fanfare/access';
import { CommentsModule, CommentsService } from '@fanfare/comments';
import { Schedules } from '@fanfare/events';
import { RequestContext } from '@fanfare/graphql';
import { IdeasService } from '@fanfare/ideas';
import { IdentityModule } from '@fanfare/identity';
import { DAY, VISITOR } from '@fanfare/kernel';
import { MembersService } from '@fanfare/members';
import { aComment, aCommunity, aMember, anIdea, asSomebodyElse, aVote, bootRooms, type Rooms, somebodyWaits } from '@fanfare/testing';
import { RecountService } from '@fanfare/votes';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { Archive } from '../backup/archive.js';
import { PortabilityModule } from '../portability.module.js';
import { AccountEraser } from './account-eraser.js';
import { DataExport } from './data-export.js';
import { DeletionsService, PAUSE_DAYS } from './deletions.service.js';

const PASSWORD = 'three green kettles';

let rooms: Rooms;
let deletions: DeletionsService;
let people = 0;

beforeAll(async () => {
  rooms = await bootRooms([CommentsModule, IdentityModule, PortabilityModule]);
  deletions = rooms.get(DeletionsService);
});
afterAll(() => rooms?.close());

interface Person {
  readonly accountId: string;
  readonly memberId: string;
  readonly email: string;
  readonly context: RequestContext;
}

/** Somebody with an account of their own, an idea, a draft, a vote, a comment and a mark. */
async function somebody(communityId: string): Promise<Person> {
  const email = `leaving-${(people += 1)}@example.org`;
  const { id } = await rooms.get(AccountsService).makeTrusted({ email, password: PASSWORD, displayName: `Ada Secret ${people}x`, locale: 'fr' });
  const member = await aMember(rooms.database, communityId, { account_id: id, handle: `ada-secret-${people}x`, display_name: `Ada Secret ${people}x`, bio: `Secret bio ${people}x` });
  const context = new RequestContext({ headers: {}, ip: '192.0.2.1' });
  context.actor = { ...VISITOR, accountId: id };
  return { accountId: id, memberId: member.id, email, context };
}

let community: { id: string };
let ada: Person;
let mine: { id: string };
let others: { id: string };
let comment: { id: string };

beforeEach(async () => {
  const db = rooms.database;
  community = await aCommunity(db);
  ada = await somebody(community.id);
  const other = await aMember(db, community.id);
  const own = await anIdea(db, community.id, { author_id: ada.memberId, title: `Secret plans ${people}x`, body: 'All of them, =1+1.' });
  const foreign = await anIdea(db, community.id, { author_id: other.id, status: 'DELIVERED', deadline: null });
  [mine, others] = [own, foreign];
  await anIdea(db, community.id, { author_id: ada.memberId, status: 'DRAFT', title: 'Half', deadline: null });
  for (const idea of [own, foreign]) for (const member of [ada.memberId, other.id]) await aVote(db, idea, member);
  comment = await aComment(db, foreign, { author_id: ada.memberId, body: `Secret remark ${people}x` });
  const answer = await aComment(db, foreign, { author_id: other.id, body: 'Well said' });
  await db.query('INSERT INTO helpful_marks (comment_id, member_id, community_id) VALUES ($1, $2, $3)', [answer.id, ada.memberId, community.id]);
  await rooms.get(RecountService).fix();
});
afterEach(() => rooms.dispatcher.drain());

/** What the worker does in so many days. */
async function pass(days: number): Promise<void> {
  rooms.clock.advance(days * DAY);
  await rooms.get(Schedules).runDue();
  await rooms.dispatcher.drain();
}

const one = async (sql: string, ...parameters: unknown[]) => (await rooms.database.query<Record<string, unknown>>(sql, parameters))[0];
const drift = async () => Object.values((await rooms.get(RecountService).compare()).drift).reduce((sum, count) => sum + count, 0);
const refusal = (work: Promise<unknown>) => work.then(() => 'done', (error: { code?: string }) => error.code);

/** Every text of the database that still says who it was. */
async function traces(needles: readonly string[]): Promise<string[]> {
  const tables = await rooms.database.query<{ name: string }>(`SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'`);
  const found: string[] = [];
  for (const { name } of tables) {
    for (const needle of needles) {
      const [hit] = await rooms.database.query(`SELECT FROM "${name}" t WHERE position(lower($1) IN lower(t::text)) > 0 LIMIT 1`, [needle]);
      if (hit) found.push(`${name}: ${needle}`);
    }
  }
  return found;
}

describe('the pause', () => {
  it('asks for the password, and lasts seven days to the moment', async () => {
    expect(await refusal(deletions.request(ada.context, 'KEEP', 'not the password'))).toBe('WRONG_CREDENTIALS');
    expect(await deletions.of(ada.accountId)).toBeNull();
    const { dueAt, requestedAt } = await deletions.request(ada.context, 'KEEP', PASSWORD);
    expect(dueAt.getTime() - requestedAt.getTime()).toBe(PAUSE_DAYS * DAY);
    await pass(6.99);
    expect(await one('SELECT erased_at FROM accounts WHERE id = $1', ada.accountId)).toEqual({ erased_at: null });
    expect(await deletions.cancel(ada.accountId)).toBe(true);
    await pass(1);
    expect(await one('SELECT erased_at FROM accounts WHERE id = $1', ada.accountId)).toEqual({ erased_at: null });
    expect(await deletions.cancel(ada.accountId)).toBe(false);
  });

  it('is not made longer by asking again, which changes the choice', async () => {
    const first = await deletions.request(ada.context, 'KEEP', PASSWORD);
    rooms.clock.advance(DAY);
    expect(await deletions.request(ada.context, 'ERASE', PASSWORD)).toMatchObject({ texts: 'ERASE', dueAt: first.dueAt });
  });

  it('is refused to the only owner of a community, by name', async () => {
    await rooms.transactor.run((tx) => rooms.get(RolesService).grant(tx, { communityId: community.id, accountId: ada.accountId, role: 'OWNER', by: null }));
    await expect(deletions.request(ada.context, 'KEEP', PASSWORD)).rejects.toMatchObject({ code: 'LAST_OWNER', params: { communities: 'Test Community' } });
    const heir = await somebody(community.id);
    await rooms.transactor.run((tx) => rooms.get(RolesService).grant(tx, { communityId: community.id, accountId: heir.accountId, role: 'OWNER', by: null }));
    await deletions.request(ada.context, 'KEEP', PASSWORD);
    expect(await refusal(deletions.request(heir.context, 'KEEP', PASSWORD))).toBe('LAST_OWNER');
  });
});

describe('the deletion', () => {
  it('keeps texts as a former member’s, takes the votes with exact counts, and leaves no trace of the person', async () => {
    await deletions.request(ada.context, 'KEEP', PASSWORD);
    await pass(7);
    expect(await one('SELECT display_name, bio, account_id FROM members WHERE id = $1', ada.memberId)).toEqual({ display_name: 'Former member', bio: '', account_id: null });
    expect(await one('SELECT title, author_id FROM ideas WHERE id = $1', mine.id)).toEqual({ title: `Secret plans ${people}x`, author_id: ada.memberId });
    expect(await one('SELECT body, author_id FROM comments WHERE id = $1', comment.id)).toEqual({ body: `Secret remark ${people}x`, author_id: ada.memberId });
    expect(await one('SELECT count(*)::int AS votes FROM votes WHERE member_id = $1', ada.memberId)).toEqual({ votes: 0 });
    expect(await one('SELECT sum(raw)::int AS raw FROM vote_tallies WHERE idea_id = $1', others.id)).toEqual({ raw: 1 });
    expect(await one('SELECT count(*)::int AS drafts FROM ideas WHERE author_id = $1 AND status = \'DRAFT\'', ada.memberId)).toEqual({ drafts: 0 });
    expect(await drift()).toBe(0);
    expect(await traces([ada.email, `ada secret ${people}x`, `ada-secret-${people}x`, `secret bio ${people}x`])).toEqual([
      `development_mails: ${ada.email}`, // the last letter, where a developer reads it
      `development_mails: ada secret ${people}x`,
    ]);
  });

  it('erases texts when asked to, and what staff or others said stays', async () => {
    await deletions.request(ada.context, 'ERASE', PASSWORD);
    await pass(7);
    expect(await one('SELECT title, author_id, status FROM ideas WHERE id = $1', mine.id)).toEqual({ title: 'Erased by its author', author_id: null, status: 'OPEN' });
    expect(await one('SELECT body, author_id FROM comments WHERE id = $1', comment.id)).toEqual({ body: '', author_id: null });
    expect(await one(`SELECT count(*)::int AS said FROM comments WHERE body = 'Well said' AND community_id = $1`, community.id)).toEqual({ said: 1 });
    expect(await traces([`secret plans ${people}x`, `secret remark ${people}x`])).toEqual([]);
    expect(await drift()).toBe(0);
  });

  it('erases what the author said against a merge too, which is in the download until then', async () => {
    await rooms.database.query(
      `INSERT INTO merges (id, community_id, duplicate_id, target_id, merged_at, pointed_at, contested_at, contest_reason)
       VALUES (gen_random_uuid(), $1, $2, $3, now(), now(), now(), $4)`,
      [community.id, mine.id, others.id, `Secret objection ${people}x`],
    );
    expect(await download(ada)).toContain(`Secret objection ${people}x`);
    await deletions.request(ada.context, 'ERASE', PASSWORD);
    await pass(7);
    expect(await traces([`secret objection ${people}x`])).toEqual([]);
  });

  it('of an account that only claims an address takes nothing from who has it', async () => {
    await rooms.database.query(`UPDATE accounts SET email_confirmed_at = NULL, identity_level = 'ANONYMOUS' WHERE id = $1`, [ada.accountId]);
    await rooms.database.query(
      `INSERT INTO staff_invitations (id, community_id, email, role, invited_at, expires_at) VALUES (gen_random_uuid(), $1, $2, 'MODERATOR', now(), now() + interval '99 days')`,
      [community.id, ada.email],
    );
    await deletions.request(ada.context, 'ERASE', PASSWORD);
    await pass(7);
    expect(await one('SELECT display_name FROM accounts WHERE id = $1', ada.accountId)).toEqual({ display_name: 'Former member' });
    expect(await one('SELECT role FROM staff_invitations WHERE email = $1', ada.email)).toEqual({ role: 'MODERATOR' });
  });

  it('happens once, whoever runs at the same time, and says so in the person’s language', async () => {
    await deletions.request(ada.context, 'KEEP', PASSWORD);
    rooms.clock.advance(8 * DAY);
    await Promise.all([rooms.get(Schedules).runDue(), rooms.get(Schedules).runDue()]);
    await Promise.all([rooms.dispatcher.drain(), rooms.dispatcher.drain()]);
    const events = await rooms.database.query<{ type: string }>(`SELECT type FROM events WHERE subject_id = $1 AND type LIKE 'account.delet%' ORDER BY sequence`, [ada.accountId]);
    expect(events.map(({ type }) => type)).toEqual(['account.deletionRequested', 'account.deletionDue', 'account.deleted']);
    const mails = await rooms.database.query<{ subject: string }>('SELECT subject FROM development_mails WHERE recipient LIKE $1 ORDER BY at', [`%${ada.email}%`]);
    expect(mails).toEqual([{ subject: 'Votre compte a été supprimé' }]); // the one before went with the account
    expect(await rooms.database.query('SELECT FROM farewells')).toEqual([]);
  });

  it('waits as long as a community would lose its last owner', async () => {
    await deletions.request(ada.context, 'KEEP', PASSWORD);
    await rooms.transactor.run((tx) => rooms.get(RolesService).grant(tx, { communityId: community.id, accountId: ada.accountId, role: 'OWNER', by: null }));
    await pass(7);
    expect(await one('SELECT display_name, erased_at FROM accounts WHERE id = $1', ada.accountId)).toMatchObject({ erased_at: null });
    const heir = await somebody(community.id);
    await rooms.transactor.run((tx) => rooms.get(RolesService).grant(tx, { communityId: community.id, accountId: heir.accountId, role: 'OWNER', by: null }));
    await rooms.database.query(`UPDATE deliveries SET run_at = now() WHERE handler = 'portability.deleteAccount'`);
    await rooms.dispatcher.drain();
    expect(await one('SELECT display_name FROM accounts WHERE id = $1', ada.accountId)).toEqual({ display_name: 'Former member' });
  });
});

describe('what happens in the moments of a deletion', () => {
  /** The deletion itself, as the worker that is handed it does it. */
  const erase = async (meanwhile: () => Promise<void> = async () => undefined) => {
    await rooms.database.query('UPDATE account_deletions SET begun_at = due_at WHERE account_id = $1', [ada.accountId]);
    await rooms.transactor.run(async (tx) => {
      await rooms.get(AccountEraser).erase(tx, ada.accountId);
      await meanwhile();
    });
  };
  beforeEach(() => deletions.request(ada.context, 'ERASE', PASSWORD));

  it('writes nothing as somebody who is gone when it is done', async () => {
    const { actor } = ada.context;
    const elsewhere = await aCommunity(rooms.database);
    const slugs = await rooms.database.query<{ slug: string }>('SELECT slug FROM communities WHERE id = ANY ($1) ORDER BY id = $2', [[community.id, elsewhere.id], elsewhere.id]);
    const [slug, other] = slugs.map((row) => row.slug) as [string, string];
    const late: Promise<unknown>[] = [];
    const writes = [
      () => rooms.get(CommentsService).add(actor, { idea: mine.id, body: 'Late secret' }),
      () => rooms.get(IdeasService).submit(actor, { community: slug, title: 'A late secret', body: 'Late secret, told at some length so that it counts.' }),
      () => rooms.get(MembersService).update(actor, slug, { bio: 'Late secret' }),
      () => rooms.get(MembersService).join(actor, { community: other, handle: 'late-secret', displayName: 'Late secret' }),
      () => rooms.get(AccountsService).update(actor, { displayName: 'Late secret' }, '192.0.2.1'),
    ];
    await erase(async () => {
      for (const write of writes) {
        late.push(asSomebodyElse(() => refusal(write())));
        await somebodyWaits(rooms.database, late.length);
      }
    });
    expect(await Promise.all(late)).toEqual(['NOT_A_MEMBER', 'NOT_A_MEMBER', 'NOT_A_MEMBER', 'SIGN_IN_REQUIRED', 'SIGN_IN_REQUIRED']);
    expect(await traces(['late secret', 'late-secret'])).toEqual([]);
  });

  it.each([
    { table: 'comments', versions: 'comment_versions (comment_id, number, created_at, body)', kept: 'id, version, created_at, body', of: () => comment },
    { table: 'ideas', versions: 'idea_versions (idea_id, number, created_at, title, body)', kept: 'id, version, created_at, title, body', of: () => mine },
  ])('erases the wording that an edit under way puts aside: $table', async ({ table, versions, kept, of }) => {
    let erased: Promise<void> | undefined;
    await rooms.transactor.run(async (tx) => {
      await tx.query(`INSERT INTO ${versions} SELECT ${kept} FROM ${table} WHERE id = $1`, [of().id]);
      await tx.query(`UPDATE ${table} SET body = 'Late secret', version = version + 1 WHERE id = $1`, [of().id]);
      erased = asSomebodyElse(() => erase());
      await somebodyWaits(rooms.database);
    });
    await erased;
    expect(await traces(['late secret', `secret plans ${people}x`, `secret remark ${people}x`])).toEqual([]);
  });
});

/** All of somebody's download, as one text. */
async function download({ accountId }: Person): Promise<string> {
  const file = await rooms.get(DataExport).write(accountId, 'en');
  const archive = await Archive.open(file);
  const texts = await Promise.all(archive.names.map((name) => archive.text(name)));
  archive.close();
  rmSync(file);
  return texts.join('\n');
}

describe('the download', () => {
  it('says nothing of what was removed', async () => {
    await rooms.database.query(`UPDATE ideas SET status = 'REMOVED', title = 'Libel about Mr Grey' WHERE id = $1`, [others.id]);
    const said = await download(ada);
    expect(said).toContain('Secret remark'); // one's own words stay one's own
    expect(said).not.toContain('Grey');
    expect(said).not.toContain('Well said');
  });

  it('that breaks off leaves nothing of the person behind', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'fanfare-test-'));
    vi.stubEnv('TMPDIR', folder);
    const broken = { tables: {}, sections: [{ name: 'broken', sql: 'SELECT 1 / (n - 700) AS x, $1::text FROM generate_series(1, 900) n' }] };
    const exports = new DataExport(rooms.transactor, { all: new Map([['broken', broken]]) } as unknown as PersonalData);
    await expect(exports.write(ada.accountId, 'en')).rejects.toThrow('division by zero');
    expect(readdirSync(folder)).toEqual([]);
    vi.unstubAllEnvs();
    rmSync(folder, { recursive: true });
  });

  it('holds everything of the person and nothing of anybody else', async () => {
    const file = await rooms.get(DataExport).write(ada.accountId, 'fr');
    const archive = await Archive.open(file);
    await archive.verify();
    const json = async (name: string) => JSON.parse(await archive.text(`${name}.json`)) as Record<string, unknown>[];
    expect(await json('account')).toMatchObject([{ email: ada.email, display_name: `Ada Secret ${people}x` }]);
    expect((await json('ideas')).map(({ title }) => title)).toEqual([`Secret plans ${people}x`, 'Half']);
    expect(await json('votes')).toHaveLength(2);
    expect(await json('helpful-marks')).toMatchObject([{ comment_begins: 'Well said' }]);
    expect(await archive.text('ideas.md')).toContain(`# Secret plans ${people}x\n\nAll of them, =1+1.`);
    expect(await archive.text('comments.csv')).toContain('Secret remark');
    expect(await archive.text('README.md')).toContain('# Vos données');
    const everything = (await Promise.all(archive.names.map((name) => archive.text(name)))).join();
    expect(everything).not.toContain('argon2');
    archive.close();
    rmSync(file);
  });

  it('streams lists longer than a page', async () => {
    await rooms.database.query(
      `INSERT INTO comments (id, idea_id, community_id, author_id, body) SELECT gen_random_uuid(), $1, $2, $3, 'Remark ' || n FROM generate_series(1, 1100) n`,
      [others.id, community.id, ada.memberId],
    );
    const file = await rooms.get(DataExport).write(ada.accountId, 'en');
    const archive = await Archive.open(file);
    expect(JSON.parse(await archive.text('comments.json'))).toHaveLength(1_101);
    archive.close();
    rmSync(file);
  });
});
