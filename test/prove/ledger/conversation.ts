import { DEFAULT_LEVEL_RIGHTS, LevelRightsTable } from '@fanfare/communities';
import { rowsOf } from '@fanfare/database';
import { type Actor, VISITOR } from '@fanfare/kernel';
import { ImportService, Summary } from '@fanfare/portability';
import { HistoryService } from '@fanfare/reputation';
import type { Rooms } from '@fanfare/testing';
import { join } from 'node:path';

/** Imported people have no account and earn nothing: here each gets one, so that the conversation is one of members. */
const ACCOUNTS = `
  WITH made AS (
    INSERT INTO accounts (id, email, display_name, locale, identity_level, created_at)
    SELECT gen_random_uuid(), m.id || '@example.org', 'Person', 'en', m.identity_level, m.joined_at FROM members m WHERE m.community_id = $1 AND m.account_id IS NULL
    RETURNING id, email
  ), earliest AS (SELECT min(cast_at) - interval '1 day' AS at FROM votes WHERE community_id = $1)
  UPDATE members m SET account_id = made.id, joined_at = least(m.joined_at, earliest.at) FROM made, earliest WHERE made.email = m.id || '@example.org'`;

/** The statements of a conversation are hardly anybody's: here two hundred of its people wrote them. */
const AUTHORS = `
  UPDATE ideas i SET created_at = least(i.created_at, (SELECT min(cast_at) FROM votes v WHERE v.idea_id = i.id)), author_id = (
    SELECT m.id FROM (SELECT id FROM members WHERE community_id = $1 ORDER BY id LIMIT 200) m ORDER BY md5(m.id::text || i.id::text) LIMIT 1)
  WHERE i.community_id = $1`;

/** They are open, as they were then, and stay so. */
const OPEN = `UPDATE ideas SET status = 'OPEN', deadline = $2::timestamptz + interval '1 year' WHERE community_id = $1 AND status <> 'OPEN'`;

const TAKE_VOTES = `
  DELETE FROM votes v USING members m WHERE m.id = v.member_id AND v.community_id = $1 AND random() < $2 RETURNING v.idea_id AS "ideaId", m.account_id AS "accountId", m.id AS "memberId"`;

export interface Vote {
  readonly ideaId: string;
  readonly accountId: string;
  readonly memberId: string;
}

export interface Conversation {
  readonly communityId: string;
  /** How many votes the import counted. */
  readonly imported: number;
  /** Of these the ones that are to be cast one by one; the log is told of the others already. */
  readonly votes: readonly Vote[];
  readonly people: readonly string[];
}

interface Wishes {
  readonly slug: string;
  /** A folder for what the import says. */
  readonly reports: string;
  readonly start: Date;
  /** How much of the votes is taken out again, to be cast. */
  readonly share: number;
}

/** Imports a conversation, gives its people accounts, and tells the log of people, ideas and votes as they were then. */
export async function aConversation(rooms: Rooms, folder: string, { slug, reports, start, share }: Wishes): Promise<Conversation> {
  const summary = new Summary(join(reports, `${slug}.ndjson`));
  await rooms.get(ImportService).import({ folder, community: slug, identity: 'CONFIRMED', create: { locale: 'en' } }, summary);
  await summary.close();
  return rooms.transactor.run(async (tx) => {
    await tx.query('SET LOCAL statement_timeout = 0');
    const [{ id }] = (await rowsOf<{ id: string }>(tx, 'SELECT id FROM communities WHERE slug = $1', [slug])) as [{ id: string }];
    const ids = async (table: string, column: string) =>
      (await rowsOf<{ id: string }>(tx, `SELECT ${column} AS id FROM ${table} WHERE community_id = $1`, [id])).map((row) => row.id);
    for (const sql of [ACCOUNTS, AUTHORS]) await tx.query(sql, [id]);
    await tx.query(OPEN, [id, start]);
    const imported = (await ids('votes', 'idea_id')).length;
    const votes = await rowsOf<Vote>(tx, TAKE_VOTES, [id, share]);
    const rights = DEFAULT_LEVEL_RIGHTS.map((right) => ({ ...right, votesPerDay: null })); // years of votes in some minutes
    await rooms.get(LevelRightsTable).write(tx, id, rights);
    await rooms.get(HistoryService).tell(tx, id);
    return { communityId: id, imported, votes, people: await ids('members', 'id') };
  });
}

export function actorOf(accountId: string): Actor {
  return { ...VISITOR, accountId };
}

/** Runs all of them, so many at once. */
export async function atOnce<T>(count: number, items: readonly T[], work: (item: T) => Promise<unknown>): Promise<void> {
  const waiting = [...items];
  const line = async () => {
    for (let item = waiting.pop(); item !== undefined; item = waiting.pop()) await work(item);
  };
  await Promise.all(Array.from({ length: count }, line));
}

export function shuffled<T>(items: readonly T[]): T[] {
  return items.map((item) => [Math.random(), item] as const).sort(([a], [b]) => a - b).map(([, item]) => item);
}
