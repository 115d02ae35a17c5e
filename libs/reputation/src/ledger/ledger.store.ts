import { rowsOf, type Tx } from '@fanfare/database';
import type { RecordedEvent } from '@fanfare/events';
import { CommentDeleted, CommentMarkedHelpful, CommentUnmarkedHelpful } from '@fanfare/comments';
import { RungReached } from '@fanfare/ladder';
import { EntryJudged } from '../api/reputation.events.js';
import { ContentJudged, MissionEntryJudged, ReportJudged } from './merit.events.js';
import { accountKey, Book, type Credit, creditKey, dayKey, type Holder, type LedgerIdea, pairKey } from './book.js';

const HOLDER = `h.member_id AS id, h.community_id AS "communityId", h.account_id AS "accountId", h.identity_level AS identity,
  h.identity_heard::float8 AS "identityHeard", h.base, h.score, h.entries, h.gone`;

const HOLDERS = `SELECT ${HOLDER} FROM reputation_members h WHERE h.member_id = ANY ($1::uuid[])`;
const HOLDERS_BY_ACCOUNT = `SELECT ${HOLDER} FROM reputation_members h WHERE h.account_id = ANY ($1::uuid[])`;

const IDEAS = `
  SELECT idea_id AS id, member_id AS "memberId", community_id AS "communityId", status, status_heard::float8 AS "statusHeard"
  FROM reputation_ideas WHERE idea_id = ANY ($1::uuid[])`;

const CREDIT = `c.subject_id AS "subjectId", c.rule, c.giver_id AS "giverId", c.member_id AS "memberId", c.present, c.present_heard::float8 AS "presentHeard",
  c.counts, c.counts_heard::float8 AS "countsHeard", c.worth, c.version, c.day::text AS day, c.uses_day AS "usesDay", c.entry_id AS "entryId"`;

/** Of these givers, and whatever of these subjects no person gave. */
const CREDITS = `
  SELECT ${CREDIT} FROM unnest($1::uuid[], $2::uuid[]) AS k (subject, giver)
  JOIN reputation_credits c ON c.subject_id = k.subject AND c.giver_id = k.giver`;

const CREDITS_OF_SUBJECTS = `SELECT ${CREDIT} FROM reputation_credits c WHERE c.subject_id = ANY ($1::uuid[])`;

const PAIRS = `
  SELECT c.member_id AS "memberId", c.rule, c.giver_id AS "giverId", count(*)::int AS times FROM unnest($1::uuid[], $2::uuid[]) AS k (member, giver)
  JOIN reputation_credits c ON c.member_id = k.member AND c.giver_id = k.giver AND c.worth > 0 GROUP BY 1, 2, 3`;

const DAYS = `
  SELECT member_id AS "memberId", rule, day::text AS day, base FROM reputation_days WHERE member_id = ANY ($1::uuid[]) AND day = ANY ($2::date[])`;

const movesWhole: ReadonlySet<string> = new Set([CommentMarkedHelpful.type, CommentUnmarkedHelpful.type, CommentDeleted.type, ContentJudged.type]);
/** Their events name the member whom it brings or costs something. */
const isVerdict: ReadonlySet<string> = new Set([ReportJudged.type, ContentJudged.type, MissionEntryJudged.type, EntryJudged.type]);

/** An act of one person for one thing, as an event names them. */
interface Act {
  readonly subject: string;
  readonly giver: string;
}

/** Reads what a batch of events may touch: a fixed number of statements, however many events. */
export async function openBook(tx: Tx, events: readonly RecordedEvent[]): Promise<Book> {
  const book = new Book();
  await readHolders(tx, book, HOLDERS_BY_ACCOUNT, unique(events.flatMap(({ actorId, subjectId }) => [actorId, subjectId])));
  for (const idea of await rowsOf<LedgerIdea>(tx, IDEAS, [unique(events.flatMap(ideasOf))])) book.ideas.set(idea.id, idea);
  const authors = [...[...book.ideas.values()].map(({ memberId }) => memberId), ...events.map(earnerNamedBy), ...events.map(({ subjectId }) => subjectId)];
  await readHolders(tx, book, HOLDERS, unique(authors).filter((id) => !book.holders.has(id)));
  await readCredits(tx, book, events);
  await readPairs(tx, book, events);
  const days = unique([...events.map(({ occurredAt }) => occurredAt.toISOString().slice(0, 10)), ...[...book.credits.values()].map(({ day }) => day)]);
  type Day = { memberId: string; rule: string; day: string; base: number };
  for (const { memberId, rule, day, base } of await rowsOf<Day>(tx, DAYS, [[...book.holders.keys()], days])) book.days.set(dayKey(memberId, rule, day), base);
  return book;
}

async function readHolders(tx: Tx, book: Book, sql: string, ids: readonly string[]): Promise<void> {
  if (ids.length > 0) for (const holder of await rowsOf<Holder>(tx, sql, [ids])) book.addHolder(holder);
}

/** Removed and restored ideas, and erased or unmarked comments, move all their credits; of others the acts that events name are enough. */
async function readCredits(tx: Tx, book: Book, events: readonly RecordedEvent[]): Promise<void> {
  const whole = unique(events.filter(movesEverything).map(({ subjectId }) => subjectId));
  const acts = events.flatMap(actsOf);
  const columns = [acts.map(({ subject }) => subject), acts.map(({ giver }) => giver)];
  const found = [...(await rowsOf<Credit>(tx, CREDITS, columns)), ...(await rowsOf<Credit>(tx, CREDITS_OF_SUBJECTS, [whole]))];
  for (const credit of found) if (!book.credits.has(creditKey(credit.subjectId, credit.rule, credit.giverId))) book.addCredit(credit);
}

async function readPairs(tx: Tx, book: Book, events: readonly RecordedEvent[]): Promise<void> {
  const pairs = events.flatMap((event) => actsOf(event).map(({ subject, giver }) => [earnerOf(book, event, events, subject), giver] as const));
  const known = [...new Map(pairs.filter(([earner]) => earner).map((pair) => [pair.join(' '), pair])).values()];
  type Pair = { memberId: string; rule: string; giverId: string; times: number };
  const rows = await rowsOf<Pair>(tx, PAIRS, [known.map(([earner]) => earner), known.map(([, giver]) => giver)]);
  for (const { memberId, rule, giverId, times } of rows) book.pairs.set(pairKey(memberId, rule, giverId), times);
}

/** Whom an act would bring something: the author, who may have posted the idea in this very batch. */
function earnerOf(book: Book, event: RecordedEvent, events: readonly RecordedEvent[], subject: string): string | null {
  const author = earnerNamedBy(event) ?? book.ideas.get(subject)?.memberId;
  if (author) return author;
  const posted = events.find((other) => other.type === 'idea.submitted' && other.subjectId === subject);
  return (posted?.actorId && book.byAccount.get(accountKey(posted.communityId!, posted.actorId))?.id) || null;
}

function earnerNamedBy(event: RecordedEvent): string | null {
  return textOf(event, isVerdict.has(event.type) ? 'memberId' : 'author');
}

function ideasOf(event: RecordedEvent): (string | null)[] {
  if (event.type === 'votes.restood') return event.payload['ideaIds'] as string[];
  return [textOf(event, 'idea'), event.subjectId];
}

function actsOf(event: RecordedEvent): Act[] {
  if (event.type === 'votes.restood') return (event.payload['ideaIds'] as string[]).map((subject) => ({ subject, giver: event.subjectId! }));
  if (event.type === EntryJudged.type) return (event.payload['acts'] as [string, string][]).map(([subject, giver]) => ({ subject, giver }));
  if (event.type === RungReached.type) return [{ subject: event.subjectId!, giver: event.id }]; // each rung is a credit of its own
  const giver = textOf(event, 'memberId') ?? textOf(event, 'by') ?? event.subjectId;
  return event.subjectId && giver ? [{ subject: event.subjectId, giver }] : [];
}

function movesEverything(event: RecordedEvent): boolean {
  if (movesWhole.has(event.type)) return true;
  return event.type === 'idea.moved' && [event.payload['from'], event.payload['to']].includes('REMOVED');
}

function textOf(event: RecordedEvent, key: string): string | null {
  const value = event.payload[key];
  return typeof value === 'string' ? value : null;
}

function unique(ids: readonly (string | null | undefined)[]): string[] {
  return [...new Set(ids.filter((id): id is string => Boolean(id)))];
}
