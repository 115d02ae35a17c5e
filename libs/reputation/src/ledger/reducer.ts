import { CommentDeleted, CommentMarkedHelpful, CommentUnmarkedHelpful } from '@fanfare/comments';
import type { RecordedEvent } from '@fanfare/events';
import { IdeaMoved, IdeaSubmitted } from '@fanfare/ideas';
import type { IdentityLevel } from '@fanfare/kernel';
import { RungReached } from '@fanfare/ladder';
import { MemberIdentityChanged, MemberJoined } from '@fanfare/members';
import { VoteCast, VotesRestood, VoteWithdrawn } from '@fanfare/votes';
import type { RuleCode } from '../rules/rule.js';
import type { InForce } from '../rules/rules.js';
import { accountKey, type Book, type Credit, creditKey, type LedgerIdea } from './book.js';
import { EntryJudged } from '../api/reputation.events.js';
import { settle } from './settlement.js';
import { adjust } from './adjustment.js';
import { ContentJudged, MissionEntryJudged, ReportJudged } from './merit.events.js';
import { writtenAt } from './score.js';

/** Told by a room above ours, which nothing here imports. Subject: the account. */
const ACCOUNT_DELETED = 'account.deleted';

type Step = (book: Book, event: RecordedEvent, rules: InForce) => void;

/** What each kind of event does to the ledger. Nothing else ever does anything to it. */
const STEPS: Readonly<Record<string, Step>> = {
  [MemberJoined.type]: join,
  [MemberIdentityChanged.type]: identify,
  [ACCOUNT_DELETED]: forget,
  [IdeaSubmitted.type]: submit,
  [IdeaMoved.type]: move,
  [RungReached.type]: climb,
  [VoteCast.type]: cast,
  [VoteWithdrawn.type]: withdraw,
  [VotesRestood.type]: restand,
  [CommentMarkedHelpful.type]: mark,
  [CommentUnmarkedHelpful.type]: unmark,
  [CommentDeleted.type]: erase,
  [ReportJudged.type]: judgeReport,
  [ContentJudged.type]: judgeContent,
  [MissionEntryJudged.type]: judgeMission,
  [EntryJudged.type]: judgeEntry,
};

/** The kinds of events that the ledger reads. */
export const LEDGER_EVENTS: readonly string[] = Object.keys(STEPS);

/**
 * Writes into the book what an event means. A pure function of the book, the event and the rules in force: read in the order
 * of the log, the same events always make the same ledger.
 *
 * The order of the log is final, and yet two transactions that waited for each other may stand in it the wrong way round
 * (the second had its number before it began to wait). So each fact keeps when it was written, and earlier news that is
 * read later changes nothing.
 */
export function reduce(book: Book, event: RecordedEvent, rules: InForce): void {
  STEPS[event.type]?.(book, event, rules);
}

function join(book: Book, event: RecordedEvent, rules: InForce): void {
  const { identity = 'ANONYMOUS' } = event.payload as { identity?: IdentityLevel };
  const id = event.subjectId!;
  if (book.holders.has(id)) return adjust(book, book.holders.get(id)!, identity, event, rules);
  const fresh = { identity, identityHeard: writtenAt(event.id), base: 0, score: 0, entries: 0, gone: false };
  const holder = { id, communityId: event.communityId!, accountId: event.actorId, ...fresh };
  book.addHolder(holder);
  book.changedHolders.add(holder);
}

function identify(book: Book, event: RecordedEvent, rules: InForce): void {
  const holder = book.holders.get(event.subjectId!);
  if (holder) adjust(book, holder, (event.payload as { to: IdentityLevel }).to, event, rules);
}

function forget(book: Book, event: RecordedEvent): void {
  for (const holder of book.holders.values()) {
    if (holder.accountId !== event.subjectId) continue;
    holder.gone = true;
    book.forgotten.add(holder.id);
  }
}

function submit(book: Book, event: RecordedEvent): void {
  const author = event.actorId && book.byAccount.get(accountKey(event.communityId!, event.actorId));
  if (!author || book.ideas.has(event.subjectId!)) return;
  const { status } = event.payload as { status: string };
  const idea = { id: event.subjectId!, memberId: author.id, communityId: author.communityId, status, statusHeard: writtenAt(event.id) };
  book.ideas.set(idea.id, idea);
  book.changedIdeas.add(idea);
}

const PLANNED: readonly string[] = ['PLANNED', 'IN_PROGRESS', 'DELIVERED'];

/** A duplicate keeps what it brought its author. A removed idea brings nothing, until it is restored. */
function move(book: Book, event: RecordedEvent, rules: InForce): void {
  const idea = book.ideas.get(event.subjectId!);
  if (!idea || writtenAt(event.id) < idea.statusHeard) return;
  const { to } = event.payload as { to: string };
  Object.assign(idea, { status: to, statusHeard: writtenAt(event.id) });
  book.changedIdeas.add(idea);
  if (to !== 'MERGED' && to !== 'REMOVED') {
    decision(book, idea, 'IDEA_PLANNED', PLANNED.includes(to), event);
    decision(book, idea, 'IDEA_DELIVERED', to === 'DELIVERED', event);
  }
  outcome(book, idea, 'CONTENT_REMOVED', to === 'REMOVED', event);
  settle(book, book.bySubject.get(idea.id) ?? [], event, rules);
}

/** Merit comes from others: staff who decide on an idea of their own earn nothing by it. */
function decision(book: Book, idea: LedgerIdea, rule: RuleCode, holds: boolean, event: RecordedEvent): void {
  const isOwn = event.actorId !== null && book.holders.get(idea.memberId)?.accountId === event.actorId;
  const stands = book.credits.get(creditKey(idea.id, rule, idea.id))?.present ?? false;
  if (!isOwn || !holds || stands) outcome(book, idea, rule, holds, event);
}

function outcome(book: Book, idea: LedgerIdea, rule: RuleCode, holds: boolean, event: RecordedEvent): void {
  if (!holds && !book.credits.has(creditKey(idea.id, rule, idea.id))) return;
  tell(book, creditFor(book, idea.id, rule, idea.id, idea.memberId), { present: holds, counts: true }, event);
}

function climb(book: Book, event: RecordedEvent, rules: InForce): void {
  const idea = book.ideas.get(event.subjectId!);
  if (!idea) return;
  const credit = creditFor(book, idea.id, 'RUNG_REACHED', event.id, idea.memberId);
  tell(book, credit, { present: true, counts: true }, event);
  settle(book, [credit], event, rules);
}

interface VoteTold {
  readonly memberId: string;
  readonly standing: string;
}

function cast(book: Book, event: RecordedEvent, rules: InForce): void {
  const { memberId, standing } = event.payload as unknown as VoteTold;
  const credit = voteCredit(book, event.subjectId!, memberId);
  if (!credit) return;
  tell(book, credit, { present: true, counts: standing === 'VERIFIED' }, event);
  settle(book, [credit], event, rules);
}

function withdraw(book: Book, event: RecordedEvent, rules: InForce): void {
  const { memberId } = event.payload as unknown as VoteTold;
  const credit = voteCredit(book, event.subjectId!, memberId);
  if (!credit) return;
  tell(book, credit, { present: false }, event);
  settle(book, [credit], event, rules);
}

/** The event names what the ideas are duplicates of too, which the member need not have voted for: nothing stands there. */
function restand(book: Book, event: RecordedEvent, rules: InForce): void {
  const { standing, ideaIds } = event.payload as { standing: string; ideaIds: readonly string[] };
  const credits = ideaIds.map((ideaId) => voteCredit(book, ideaId, event.subjectId!)).filter((credit) => credit !== null);
  for (const credit of credits) tell(book, credit, { counts: standing === 'VERIFIED' }, event);
  settle(book, credits, event, rules);
}

interface MarkTold {
  readonly idea: string;
  readonly by: string;
  readonly author?: string;
  readonly byStaff?: boolean;
}

function mark(book: Book, event: RecordedEvent, rules: InForce): void {
  const { idea, by, author, byStaff } = event.payload as unknown as MarkTold;
  const isAuthor = book.ideas.get(idea)?.memberId === by;
  if (!author || author === by || !(byStaff || isAuthor) || !book.holders.has(author)) return;
  const credit = creditFor(book, event.subjectId!, byStaff ? 'HELPFUL_TO_STAFF' : 'HELPFUL_TO_AUTHOR', by, author);
  tell(book, credit, { present: true, counts: true }, event);
  settle(book, [credit], event, rules);
}

function unmark(book: Book, event: RecordedEvent, rules: InForce): void {
  const { by } = event.payload as unknown as MarkTold;
  end(book, (book.bySubject.get(event.subjectId!) ?? []).filter((credit) => credit.giverId === by), event, rules);
}

/** Its author erased the comment, and with it every mark on it. */
function erase(book: Book, event: RecordedEvent, rules: InForce): void {
  end(book, book.bySubject.get(event.subjectId!) ?? [], event, rules);
}

function end(book: Book, credits: readonly Credit[], event: RecordedEvent, rules: InForce): void {
  for (const credit of credits) tell(book, credit, { present: false }, event);
  settle(book, credits, event, rules);
}

function judgeReport(book: Book, event: RecordedEvent, rules: InForce): void {
  const { memberId, verdict } = event.payload as { memberId: string; verdict: string };
  verdictOn(book, event, memberId, 'REPORT_UPHELD', verdict === 'UPHELD', rules);
  verdictOn(book, event, memberId, 'REPORT_ABUSIVE', verdict === 'ABUSIVE', rules);
}

/** What is removed brings nothing meanwhile. */
function judgeContent(book: Book, event: RecordedEvent, rules: InForce): void {
  const { memberId, removed } = event.payload as { memberId: string; removed: boolean };
  const brought = (book.bySubject.get(event.subjectId!) ?? []).filter(({ rule }) => rule !== 'CONTENT_REMOVED');
  for (const credit of brought) tell(book, credit, { counts: !removed }, event);
  settle(book, brought, event, rules);
  verdictOn(book, event, memberId, 'CONTENT_REMOVED', removed, rules);
}

function judgeMission(book: Book, event: RecordedEvent, rules: InForce): void {
  const { memberId, accepted } = event.payload as { memberId: string; accepted: boolean };
  verdictOn(book, event, memberId, 'MISSION_ACCEPTED', accepted, rules);
}

/** A dispute that is upheld takes back what the entry was for; nothing else of the same kind. */
function judgeEntry(book: Book, event: RecordedEvent, rules: InForce): void {
  const { rule, acts, stands } = event.payload as unknown as { rule: string; acts: readonly (readonly [string, string])[]; stands: boolean };
  const credits = acts.map(([subject, giver]) => book.credits.get(creditKey(subject, rule, giver))).filter((credit) => credit !== undefined);
  for (const credit of credits) tell(book, credit, { counts: stands }, event);
  settle(book, credits, event, rules);
}

function verdictOn(book: Book, event: RecordedEvent, memberId: string, rule: RuleCode, holds: boolean, rules: InForce): void {
  if (!book.holders.has(memberId)) return;
  if (!holds && !book.credits.has(creditKey(event.subjectId!, rule, memberId))) return;
  const credit = creditFor(book, event.subjectId!, rule, memberId, memberId);
  tell(book, credit, { present: holds, counts: true }, event);
  settle(book, [credit], event, rules);
}

/** An author's own vote is nobody's merit. */
function voteCredit(book: Book, ideaId: string, voterId: string): Credit | null {
  const idea = book.ideas.get(ideaId);
  return idea && idea.memberId !== voterId ? creditFor(book, ideaId, 'VOTE_RECEIVED', voterId, idea.memberId) : null;
}

function creditFor(book: Book, subjectId: string, rule: RuleCode, giverId: string, memberId: string): Credit {
  const known = book.credits.get(creditKey(subjectId, rule, giverId));
  if (known) return known;
  const silence = { present: false, presentHeard: 0, counts: false, countsHeard: 0, worth: null, version: null, day: null, usesDay: false, entryId: null };
  const credit: Credit = { subjectId, rule, giverId, memberId, ...silence };
  book.addCredit(credit);
  return credit;
}

function tell(book: Book, credit: Credit, news: { readonly present?: boolean; readonly counts?: boolean }, event: RecordedEvent): void {
  const heard = writtenAt(event.id);
  if (news.present !== undefined && heard >= credit.presentHeard) Object.assign(credit, { present: news.present, presentHeard: heard });
  if (news.counts !== undefined && heard >= credit.countsHeard) Object.assign(credit, { counts: news.counts, countsHeard: heard });
  book.changedCredits.add(credit);
}
