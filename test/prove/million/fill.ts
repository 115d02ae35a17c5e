import type { Database, Transactor, Tx } from '@fanfare/database';
import { aCommunity } from '@fanfare/testing';
import { idOf, type MadeUp } from '../../../libs/reputation/src/eval/made-up.js';

const MEMBERS_AT_ONCE = 20_000;
const VOTES_AT_ONCE = 200_000;

/** SQL: the id of a number, as `idOf` makes it. */
const idSql = (number: string) => {
  const hex = `lpad(to_hex(${number} + 1), 8, '0')`;
  return `(${hex} || '-0000-7000-8000-0000' || ${hex})::uuid`;
};

const ACCOUNTS = `
  INSERT INTO accounts (id, email, email_confirmed_at, display_name, identity_level, created_at)
  SELECT id, 'person-' || id || '@example.org', joined, 'Person ' || id, level, joined
  FROM unnest($1::uuid[], $2::text[], $3::timestamptz[]) AS p (id, level, joined)`;
const MEMBERS = `
  INSERT INTO members (id, community_id, account_id, handle, display_name, identity_level, joined_at, terms_version)
  SELECT id, $4, id, 'p' || left(id::text, 8), 'Person ' || id, level, joined, 1
  FROM unnest($1::uuid[], $2::text[], $3::timestamptz[]) AS p (id, level, joined)`;
const ROLES = `
  INSERT INTO role_grants (id, community_id, account_id, role, granted_at)
  SELECT id, $2, id, 'MODERATOR', now() FROM unnest($1::uuid[]) AS id`;
const IDEAS = `
  INSERT INTO ideas (id, community_id, author_id, title, body, status, created_at, deadline)
  SELECT id, $3, author, 'An idea among many, ' || id, 'A body long enough to be an idea.', 'OPEN', '2025-01-01', '2035-01-01'
  FROM unnest($1::uuid[], $2::uuid[]) AS i (id, author)`;
const VOTES = `
  INSERT INTO votes (idea_id, member_id, community_id, standing, cast_at, idea_version)
  SELECT ${idSql('idea')}, ${idSql('account')}, $4, CASE WHEN account < $5 THEN 'UNVERIFIED' ELSE 'VERIFIED' END, to_timestamp(time), 1
  FROM unnest($1::int[], $2::int[], $3::float8[]) AS v (account, idea, time)`;
const TALLIES = `
  INSERT INTO vote_tallies (idea_id, shard, raw, verified, quarantined, heat)
  SELECT idea_id, vote_shard(member_id), count(*), count(*) FILTER (WHERE standing = 'VERIFIED'), 0,
    heat_sum(vote_heat(cast_at)) FILTER (WHERE standing = 'VERIFIED')
  FROM votes GROUP BY 1, 2`;

const UPKEEP = `
  SELECT 'ALTER TABLE votes DROP CONSTRAINT ' || quote_ident(conname) AS off,
    'ALTER TABLE votes ADD CONSTRAINT ' || quote_ident(conname) || ' ' || pg_get_constraintdef(oid) AS on
  FROM pg_constraint WHERE conrelid = 'votes'::regclass AND contype = 'f'
  UNION ALL
  SELECT 'DROP INDEX ' || quote_ident(i.indexrelid::regclass::text), pg_get_indexdef(i.indexrelid)
  FROM pg_index i WHERE i.indrelid = 'votes'::regclass AND NOT i.indisprimary`;

/** Fills an empty database with a made-up community, without an event: what was always there. @returns its id */
export async function fill(database: Database, transactor: Transactor, source: MadeUp, place: (tx: Tx, ideaIds: string[]) => Promise<void>): Promise<string> {
  const { id } = await aCommunity(database, { slug: 'million', created_at: new Date('2025-01-01T00:00:00Z') });
  await database.query('UPDATE rungs SET support = support * 10000'); // nobody climbs while we measure
  const inOne = (work: (tx: Tx) => Promise<void>) =>
    transactor.run(async (tx) => {
      await tx.query('SET LOCAL statement_timeout = 0');
      await work(tx);
    });
  const begin = performance.now();
  const say = (what: string) => console.log(`  ${what}: ${((performance.now() - begin) / 1000).toFixed(0)} s`);
  await inOne((tx) => fillMembers(tx, source, id));
  say('members');
  await fillIdeas(inOne, source, id);
  say('ideas');
  await database.query('DELETE FROM duplicate_backlog'); // nor are texts compared
  await inOne((tx) => fillVotes(tx, source, id));
  say('votes');
  await inOne((tx) => tx.query(TALLIES));
  say('tallies');
  for (let at = 0; at < source.ideas; at += 500) await inOne((tx) => place(tx, ids(at, Math.min(source.ideas, at + 500))));
  for (const table of ['accounts', 'members', 'ideas', 'votes', 'vote_tallies']) await database.query(`ANALYZE ${table}`);
  return id;
}

const ids = (from: number, to: number) => Array.from({ length: to - from }, (_, i) => idOf(from + i));

async function fillMembers(tx: Tx, source: MadeUp, communityId: string): Promise<void> {
  await tx.query('ALTER TABLE accounts DISABLE TRIGGER USER');
  const staff: string[] = [];
  for (let at = 0; at < source.accounts; at += MEMBERS_AT_ONCE) {
    const members = await source.members(ids(at, Math.min(source.accounts, at + MEMBERS_AT_ONCE)));
    const levels = members.map(({ level }) => ['ANONYMOUS', 'CONFIRMED', 'LINKED', 'VERIFIED'][level]);
    const columns = [members.map((member) => member.id), levels, members.map(({ joinedAt }) => joinedAt)];
    await tx.query(ACCOUNTS, columns);
    await tx.query(MEMBERS, [...columns, communityId]);
    staff.push(...members.filter(({ isStaff }) => isStaff).map((member) => member.id));
  }
  await tx.query(ROLES, [staff, communityId]);
  await tx.query('ALTER TABLE accounts ENABLE TRIGGER USER');
}

async function fillIdeas(inOne: (work: (tx: Tx) => Promise<void>) => Promise<void>, source: MadeUp, communityId: string): Promise<void> {
  for (let at = 0; at < source.ideas; at += 1_000) {
    const authors = await source.authors(ids(at, Math.min(source.ideas, at + 1_000)));
    await inOne((tx) => tx.query(IDEAS, [authors.map((idea) => idea.id), authors.map(({ authorId }) => authorId), communityId]));
  }
}

/** Triggers, keys to other tables and indexes are put back afterwards, when the database checks and builds each at once. */
async function fillVotes(tx: Tx, { account, idea, time }: MadeUp, communityId: string): Promise<void> {
  const upkeep = (await tx.query(UPKEEP)) as { off: string; on: string }[];
  await tx.query('ALTER TABLE votes DISABLE TRIGGER USER');
  for (const { off } of upkeep) await tx.query(off);
  for (let at = 0; at < time.length; at += VOTES_AT_ONCE) {
    const part = <Column extends Int32Array | Float64Array>(column: Column) => Array.from(column.subarray(at, at + VOTES_AT_ONCE));
    await tx.query(VOTES, [part(account), part(idea), part(time), communityId, STAFF]);
  }
  for (const { on } of upkeep) await tx.query(on);
  await tx.query('ALTER TABLE votes ENABLE TRIGGER USER');
}

/** The first members of a made-up community are its staff. */
const STAFF = 5;
