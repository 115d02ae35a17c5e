import type { Tx } from '@fanfare/database';
import type { Book } from './book.js';

const SAVE_HOLDERS = `
  INSERT INTO reputation_members AS h (member_id, community_id, account_id, identity_level, identity_heard, base, score, entries, gone)
  SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::text[], $5::bigint[], $6::int[], $7::int[], $8::int[], $9::bool[])
  ON CONFLICT (member_id) DO UPDATE SET identity_level = excluded.identity_level, identity_heard = excluded.identity_heard,
    base = excluded.base, score = excluded.score, entries = excluded.entries, gone = h.gone OR excluded.gone`;

const SAVE_IDEAS = `
  INSERT INTO reputation_ideas (idea_id, member_id, community_id, status, status_heard)
  SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::text[], $5::bigint[])
  ON CONFLICT (idea_id) DO UPDATE SET status = excluded.status, status_heard = excluded.status_heard`;

const SAVE_CREDITS = `
  INSERT INTO reputation_credits (subject_id, rule, giver_id, member_id, present, present_heard, counts, counts_heard, worth, version, day, uses_day, entry_id)
  SELECT * FROM unnest($1::uuid[], $2::text[], $3::uuid[], $4::uuid[], $5::bool[], $6::bigint[], $7::bool[], $8::bigint[], $9::int[], $10::int[],
    $11::date[], $12::bool[], $13::uuid[])
  ON CONFLICT (subject_id, giver_id, rule) DO UPDATE SET present = excluded.present, present_heard = excluded.present_heard, counts = excluded.counts,
    counts_heard = excluded.counts_heard, worth = excluded.worth, version = excluded.version, day = excluded.day, uses_day = excluded.uses_day,
    entry_id = excluded.entry_id`;

const SAVE_DAYS = `
  INSERT INTO reputation_days (member_id, rule, day, base) SELECT * FROM unnest($1::uuid[], $2::text[], $3::date[], $4::int[])
  ON CONFLICT (member_id, rule, day) DO UPDATE SET base = excluded.base`;

const ADD_ENTRIES = `
  INSERT INTO reputation_entries (id, member_id, community_id, number, rule, version, event_id, subject_ids, reversal, base, tenths, points, score_after, at)
  SELECT id, member_id, community_id, number, rule, version, event_id, string_to_array(subjects, ',')::uuid[], reversal, base, tenths, points, score_after, at
  FROM unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::int[], $5::text[], $6::int[], $7::uuid[], $8::text[], $9::bool[], $10::int[], $11::int[], $12::int[],
    $13::int[], $14::timestamptz[])
    AS e (id, member_id, community_id, number, rule, version, event_id, subjects, reversal, base, tenths, points, score_after, at)`;

const ADD_REVERSALS = `
  INSERT INTO reputation_reversals (entry_id, reversal_id, member_id, base) SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::int[])`;

const ADD_MONTHS = `
  INSERT INTO reputation_months AS m (member_id, community_id, month, points)
  SELECT member_id, community_id, date_trunc('month', at AT TIME ZONE 'UTC')::date, sum(points)
  FROM unnest($1::uuid[], $2::uuid[], $3::int[], $4::timestamptz[]) AS e (member_id, community_id, points, at) GROUP BY 1, 2, 3
  ON CONFLICT (member_id, month) DO UPDATE SET points = m.points + excluded.points`;

/** Everything the ledger knows of these members, their acts for others included: a later event of theirs finds nobody. */
const FORGET = [
  'DELETE FROM reputation_reversals WHERE member_id = ANY ($1::uuid[])',
  'DELETE FROM reputation_entries WHERE member_id = ANY ($1::uuid[])',
  'DELETE FROM reputation_credits WHERE member_id = ANY ($1::uuid[])',
  'DELETE FROM reputation_credits WHERE giver_id = ANY ($1::uuid[])',
  'DELETE FROM reputation_days WHERE member_id = ANY ($1::uuid[])',
  'DELETE FROM reputation_months WHERE member_id = ANY ($1::uuid[])',
  'DELETE FROM reputation_ideas WHERE member_id = ANY ($1::uuid[])',
  'DELETE FROM reputation_members WHERE member_id = ANY ($1::uuid[])',
];

/** Lets the append-only tables give up what the law says, until the transaction ends. */
export async function forgetMembers(tx: Tx, memberIds: readonly string[], statements: readonly string[] = FORGET): Promise<void> {
  if (memberIds.length === 0) return;
  await tx.query(`SELECT set_config('fanfare.forgotten_members', $1, true)`, [memberIds.join(',')]);
  for (const sql of statements) await tx.query(sql, [memberIds]);
}

/** Writes back what a batch changed: a fixed number of statements, however much. */
export async function closeBook(tx: Tx, book: Book): Promise<void> {
  const entries = book.entries;
  await save(tx, SAVE_HOLDERS, [...book.changedHolders].map((h) => [h.id, h.communityId, h.accountId, h.identity, h.identityHeard, h.base, h.score, h.entries, h.gone]));
  await save(tx, SAVE_IDEAS, [...book.changedIdeas].map((i) => [i.id, i.memberId, i.communityId, i.status, i.statusHeard]));
  await save(tx, SAVE_CREDITS, [...book.changedCredits].map((c) => [c.subjectId, c.rule, c.giverId, c.memberId, c.present, c.presentHeard, c.counts, c.countsHeard,
    c.worth, c.version, c.day, c.usesDay, c.entryId]));
  await save(tx, SAVE_DAYS, [...book.changedDays].map((key) => [...key.split(' '), book.days.get(key)!]));
  await save(tx, ADD_ENTRIES, entries.map((e) => [e.id, e.memberId, e.communityId, e.number, e.rule, e.version, e.eventId, e.subjectIds.join(','), e.reversal, e.base,
    e.tenths, e.points, e.scoreAfter, e.at]));
  await save(tx, ADD_REVERSALS, book.reversals.map((r) => [r.entryId, r.reversalId, r.memberId, r.base]));
  await save(tx, ADD_MONTHS, entries.filter(({ rule }) => rule !== 'IDENTITY').map((e) => [e.memberId, e.communityId, e.points, e.at]));
  await forgetMembers(tx, [...book.forgotten]);
}

/** One statement for all rows, given as columns. */
async function save(tx: Tx, sql: string, rows: readonly (readonly unknown[])[]): Promise<void> {
  if (rows.length === 0) return;
  await tx.query(sql, rows[0]!.map((_, at) => rows.map((row) => row[at])));
}
