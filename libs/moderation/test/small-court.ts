import type { Database } from '@fanfare/database';
import { Schedules } from '@fanfare/events';
import { type Actor, DAY, newId, type StaffRole, VISITOR } from '@fanfare/kernel';
import { aComment, aCommunity, aMember, anIdea, aRole, bootRooms, type Rooms } from '@fanfare/testing';
import { LadderModule } from '@fanfare/ladder';
import { VotesModule } from '@fanfare/votes';
import { DecisionsService, type ReviewDecision } from '../src/decisions/decisions.service.js';
import type { DecisionRow } from '../src/decisions/decision.row.js';
import { DecisionsQueries } from '../src/decisions/decisions.queries.js';
import type { ReviewSubjectKind } from '../src/moderation.enums.js';
import { ModerationModule } from '../src/moderation.module.js';

/** Somebody in a community, as who they are there. */
export interface Somebody {
  readonly id: string;
  readonly actor: Actor;
}

/** A community with rules, texts of an author, and everybody who may and may not judge them. */
export interface Court {
  readonly rooms: Rooms;
  readonly db: Database;
  readonly community: { readonly id: string; readonly slug: string };
  readonly author: Somebody;
  readonly fan: Somebody;
  readonly brand: Somebody;
  readonly max: Somebody;
  readonly mia: Somebody;
  readonly mo: Somebody;
  readonly operator: Actor;
  readonly idea: { readonly id: string; readonly community_id: string };
}

export const bootCourt = (): Promise<Rooms> => bootRooms([ModerationModule, VotesModule, LadderModule], { env: { SECRET_KEY: 'a key for tests, long enough to be one' } });

export async function aCourt(rooms: Rooms): Promise<Court> {
  const { database: db } = rooms;
  const community = await aCommunity(db);
  for (const [number, title] of [[1, 'Be civil'], [2, 'No advertising']] as const) {
    await db.query(`INSERT INTO community_rules (community_id, number, version, title, body, since) VALUES ($1, $2, 1, $3, 'As it says.', now() - interval '1 day')`, [community.id, number, title]);
  }
  const somebody = async (role?: StaffRole): Promise<Somebody> => {
    const { id, account_id } = await aMember(db, community.id);
    if (role) await aRole(db, community.id, account_id!, role);
    return { id, actor: { ...VISITOR, accountId: account_id, grants: role ? [{ communityId: community.id, role }] : [] } };
  };
  const [author, fan, brand, max, mia, mo] = [await somebody(), await somebody(), await somebody('BRAND_MANAGER'), await somebody('MODERATOR'), await somebody('MODERATOR'), await somebody('MODERATOR')];
  return { rooms, db, community, author, fan, brand, max, mia, mo, operator: await anOperator(db), idea: await anIdea(db, community.id, { author_id: author.id }) };
}

/** Who runs the deployment, a member of nothing. */
export async function anOperator(db: Database): Promise<Actor> {
  const id = newId();
  await db.query(`INSERT INTO accounts (id, email, email_confirmed_at, display_name, identity_level, is_operator) VALUES ($1, $2, now(), 'Op', 'CONFIRMED', true)`, [id, `${id}@example.org`]);
  return { ...VISITOR, accountId: id, isOperator: true };
}

/** Somebody on the panel, with the second factor that it takes after a fortnight. */
export async function aPanelist(db: Database, { secondFactor = true } = {}): Promise<Actor> {
  const actor = { ...(await anOperator(db)), isOperator: false };
  await db.query('UPDATE accounts SET is_operator = false WHERE id = $1', [actor.accountId]);
  await db.query('INSERT INTO moderation_panel (account_id, appointed_at) VALUES ($1, now())', [actor.accountId]);
  if (secondFactor) await aPasskey(db, actor);
  return actor;
}

/** Something beside a password, as if its device had been shown. */
export async function aPasskey(db: Database, { accountId }: Actor): Promise<void> {
  const key = `INSERT INTO passkeys (id, account_id, credential_id, public_key, counter, transports, may_sync, backed_up, name, created_at)
    VALUES ($1::uuid, $2, decode(replace($1::text, '-', ''), 'hex'), '\\x01', 0, '{}', false, false, 'Key', now())`;
  await db.query(key, [newId(), accountId]);
}

export const INSULT = 'The bricks are fine, but you are an utter fool.';

/** A comment of the author's that waits for moderators. */
export async function anInsult(court: Court, columns: Record<string, unknown> = {}): Promise<{ readonly comment: string; readonly item: string }> {
  const { id } = await aComment(court.db, court.idea, { author_id: court.author.id, body: INSULT, ...columns });
  return { comment: id, item: await anItem(court, 'COMMENT', id) };
}

let incidents = 0;

/** A review item about something. */
export async function anItem({ db, community, author }: Court, kind: ReviewSubjectKind, subjectId: string, columns: Record<string, unknown> = {}): Promise<string> {
  const row = { id: newId(), community_id: community.id, subject_kind: kind, subject_id: subjectId, incident: (incidents += 1), author_id: author.id, opened_at: new Date(), changed_at: new Date(), ...columns };
  await db.query(`INSERT INTO review_items (${Object.keys(row).join(', ')}) VALUES (${Object.keys(row).map((_, at) => `$${at + 1}`).join(', ')})`, Object.values(row));
  return row.id;
}

/** A report about an item. @returns its id */
export async function aReport({ db, community }: Court, item: string, reporterId: string): Promise<string> {
  const id = newId();
  await db.query(
    `INSERT INTO reports (id, reference, community_id, item_id, reporter_id, category, explanation, weight, filed_at) VALUES ($1, $5, $2, $3, $4, 'HARASSMENT', 'Look.', 1, now())`,
    [id, community.id, item, reporterId, `R-${id}`]);
  return id;
}

export const WHY = { rule: 1, facts: 'It insults another member.', passage: 'you are an utter fool', language: 'en' } as const;

export function decide({ rooms }: Court, judge: Somebody | Actor, input: Partial<ReviewDecision> & { item: string }): Promise<string> {
  const actor = 'actor' in judge ? judge.actor : judge;
  const reasons = input.action === 'KEEP' ? {} : WHY;
  return rooms.get(DecisionsService).decide(actor, { action: 'REMOVE', ...reasons, ...input });
}

export async function decisionOf({ rooms }: Court, id: string): Promise<DecisionRow> {
  return (await rooms.get(DecisionsQueries).byIds([id])).get(id)!;
}

/** How a text is withheld, as its own row says. */
export async function withheldOf({ db }: Court, table: 'comments' | 'ideas', id: string): Promise<string | null> {
  const [row] = await db.query<{ withheld: string | null; status?: string }>(`SELECT * FROM ${table} WHERE id = $1`, [id]);
  return row!.status === 'REMOVED' ? 'REMOVED' : row!.withheld;
}

/** What a member may not do now. */
export async function restrictionsOf({ db, rooms }: Court, memberId: string): Promise<string[]> {
  const rows = await db.query<{ kind: string; right: string | null }>(
    `SELECT kind, muted_right AS "right" FROM restrictions WHERE member_id = $1 AND lifted_at IS NULL AND (ends_at IS NULL OR ends_at > $2) ORDER BY 1, 2`,
    [memberId, rooms.clock.now()]);
  return rows.map(({ kind, right }) => (right ? `${kind} ${right}` : kind));
}

/** Later, when whatever comes round has come round. */
export async function after({ rooms }: Court, days: number): Promise<void> {
  rooms.clock.advance(days * DAY);
  await rooms.get(Schedules).runDue();
}

export const inDays = ({ rooms }: Court, days: number) => new Date(rooms.clock.now().getTime() + days * DAY);
