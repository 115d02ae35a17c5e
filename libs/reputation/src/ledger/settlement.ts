import type { RecordedEvent } from '@fanfare/events';
import type { Rule } from '../rules/rule.js';
import type { InForce } from '../rules/rules.js';
import { write } from './adjustment.js';
import { type Book, type Credit, dayKey, type Holder, pairKey } from './book.js';

/**
 * Brings the ledger to what now stands of these credits: one entry for each rule and member, however many credits an event
 * moves (a removed idea takes all its votes with it). What stood before and does not now is taken back at the base it was
 * given at; what stands again returns at that base.
 */
export function settle(book: Book, credits: readonly Credit[], event: RecordedEvent, rules: InForce): void {
  const moving = credits.filter((credit) => stands(book, credit) !== (credit.entryId !== null)).sort(byName);
  for (const [, group] of Map.groupBy(moving, ({ rule, memberId }) => `${rule} ${memberId}`)) {
    const holder = book.holders.get(group[0]!.memberId);
    if (holder && !holder.gone) settleGroup(book, holder, group, event, rules(group[0]!.rule));
  }
}

/** In an order of their own: that in which the database gives them out is not the same in a replay, and entries are numbered. */
function byName(one: Credit, other: Credit): number {
  const [a, b] = [one, other].map(({ rule, subjectId, giverId }) => `${rule} ${subjectId} ${giverId}`) as [string, string];
  return a < b ? -1 : 1;
}

function stands(book: Book, { present, counts, rule, subjectId, worth }: Credit): boolean {
  const hidden = rule !== 'CONTENT_REMOVED' && book.ideas.get(subjectId)?.status === 'REMOVED';
  return present && counts && !hidden && worth !== 0;
}

function settleGroup(book: Book, holder: Holder, group: readonly Credit[], event: RecordedEvent, rule: Rule): void {
  const leaving = group.filter((credit) => credit.entryId !== null);
  const coming = group.filter((credit) => credit.entryId === null).filter((credit) => worthOf(book, holder, credit, event, rule) !== 0);
  for (const credit of leaving) freeDay(book, credit);
  const base = sumOf(coming) - sumOf(leaving);
  if (base === 0) return;
  const version = (coming[0] ?? leaving[0])!.version!;
  const subjectIds = [...new Set([...coming, ...leaving].map(({ subjectId }) => subjectId))].sort();
  const id = write(book, holder, event, { rule: rule.code, version, subjectIds, reversal: coming.length === 0, base });
  for (const [entryId, taken] of Map.groupBy(leaving, (credit) => credit.entryId!)) {
    book.reversals.push({ entryId, reversalId: id, memberId: holder.id, base: sumOf(taken) });
  }
  for (const credit of leaving) credit.entryId = null;
  for (const credit of coming) credit.entryId = id;
  for (const credit of group) book.changedCredits.add(credit);
}

const sumOf = (credits: readonly Credit[]) => credits.reduce((sum, { worth }) => sum + worth!, 0);

/**
 * The base of a credit, settled when it first counts and kept for good: nobody gains by taking a vote back and casting it
 * anew, and what was suspected in error returns as it was. Whoever is anonymous at that moment earns nothing by it, ever.
 */
function worthOf(book: Book, holder: Holder, credit: Credit, event: RecordedEvent, rule: Rule): number {
  if (credit.worth === null) {
    const day = event.occurredAt.toISOString().slice(0, 10);
    const first = { worth: firstWorth(book, holder, credit, rule, day), version: rule.version, day: rule.dailyCap === undefined ? null : day };
    Object.assign(credit, first);
    book.changedCredits.add(credit);
  }
  useDay(book, credit);
  return credit.worth!;
}

function firstWorth(book: Book, holder: Holder, credit: Credit, rule: Rule, day: string): number {
  if (rule.points > 0 && holder.identity === 'ANONYMOUS') return 0;
  const pair = pairKey(holder.id, rule.code, credit.giverId);
  const times = book.pairs.get(pair) ?? 0;
  const offered = rule.perPair ? (rule.perPair[times] ?? 0) : rule.points;
  if (rule.dailyCap === undefined) return counted(book, pair, times, offered);
  const left = Math.max(0, rule.dailyCap - (book.days.get(dayKey(holder.id, rule.code, day)) ?? 0));
  return counted(book, pair, times, Math.min(offered, left));
}

function counted(book: Book, pair: string, times: number, worth: number): number {
  if (worth > 0) book.pairs.set(pair, times + 1);
  return worth;
}

/** What stands uses its day's cap, once. */
function useDay(book: Book, credit: Credit): void {
  if (credit.day === null || credit.usesDay || !credit.worth) return;
  credit.usesDay = true;
  book.addDay(dayKey(credit.memberId, credit.rule, credit.day), credit.worth);
}

/** What was taken back leaves room on its day. A vote that its giver withdraws leaves none: else casting and withdrawing would go round the cap. */
function freeDay(book: Book, credit: Credit): void {
  if (credit.day === null || !credit.usesDay || !credit.present) return;
  credit.usesDay = false;
  book.addDay(dayKey(credit.memberId, credit.rule, credit.day), -credit.worth!);
}
