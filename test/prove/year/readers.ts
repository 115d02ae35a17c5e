import type { Database } from '@fanfare/database';
import { someFans } from '../../support/fans.js';

type Pace = 'OFF' | 'DIGEST' | 'AT_ONCE';

/** How a reader wants to hear by mail. */
interface Habit {
  readonly RUNG: Pace;
  readonly EXPIRED: Pace;
  readonly timeZone: string | null;
}

/** Of ten fans these four read mail; the others back ideas and refuse it, for a year has a great many mornings. */
const HABITS: readonly Habit[] = [
  { RUNG: 'DIGEST', EXPIRED: 'DIGEST', timeZone: null },
  { RUNG: 'DIGEST', EXPIRED: 'OFF', timeZone: 'America/Los_Angeles' },
  { RUNG: 'AT_ONCE', EXPIRED: 'DIGEST', timeZone: 'Asia/Tokyo' },
  { RUNG: 'DIGEST', EXPIRED: 'DIGEST', timeZone: 'Europe/Paris' },
];
const OUT_OF = 10;

export interface Reader {
  readonly memberId: string;
  readonly accountId: string;
  readonly email: string;
  /** Null: no mail at all. */
  readonly habit: Habit | null;
}

const EMAILS = `SELECT m.id, a.email::text AS email, a.email_confirmed_at IS NOT NULL AS confirmed FROM members m JOIN accounts a ON a.id = m.account_id WHERE m.community_id = $1`;
const ZONE = 'UPDATE accounts SET time_zone = $2 WHERE id = ANY ($1::uuid[])';
const PREFER = `INSERT INTO notification_preferences (member_id, kind, in_app, mail) SELECT m, k.kind, true, k.mail FROM unnest($1::uuid[]) m, unnest($2::text[], $3::text[]) AS k (kind, mail)`;
const REFUSE = 'INSERT INTO mail_refusals (member_id, refused_at) SELECT unnest($1::uuid[]), $2';

/** Fans of a community, some of whom read mail, each in a way of theirs. */
export async function someReaders(db: Database, communityId: string, count: number, now: Date): Promise<Reader[]> {
  const fans = await someFans(db, communityId, count);
  const emails = new Map((await db.query<{ id: string; email: string; confirmed: boolean }>(EMAILS, [communityId])).map((row) => [row.id, row]));
  const readers = fans.map(({ memberId, accountId }, at) => {
    const { email, confirmed } = emails.get(memberId)!;
    return { memberId, accountId, email, habit: confirmed ? HABITS[at % OUT_OF] ?? null : null };
  });
  for (const [habit, group] of Map.groupBy(readers, (reader) => reader.habit)) {
    const members = group.map(({ memberId }) => memberId);
    if (habit === null) await db.query(REFUSE, [members, now]);
    else {
      await db.query(ZONE, [group.map(({ accountId }) => accountId), habit.timeZone]);
      await db.query(PREFER, [members, ['RUNG', 'EXPIRED'], [habit.RUNG, habit.EXPIRED]]);
    }
  }
  return readers;
}
