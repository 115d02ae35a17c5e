import type { IdentityLevel } from '@fanfare/kernel';
import type { RuleCode } from '../rules/rule.js';

/** A member as the ledger knows them from events. */
export interface Holder {
  readonly id: string;
  readonly communityId: string;
  readonly accountId: string | null;
  identity: IdentityLevel;
  identityHeard: number;
  /** The sum of the bases that stand. */
  base: number;
  score: number;
  entries: number;
  gone: boolean;
}

export interface LedgerIdea {
  readonly id: string;
  readonly memberId: string;
  readonly communityId: string;
  status: string;
  statusHeard: number;
}

/** What one act or outcome is worth to a member, and whether it stands. See `reputation_credits`. */
export interface Credit {
  readonly subjectId: string;
  readonly rule: RuleCode;
  readonly giverId: string;
  readonly memberId: string;
  present: boolean;
  presentHeard: number;
  counts: boolean;
  countsHeard: number;
  worth: number | null;
  version: number | null;
  /** The day (UTC) whose cap it belongs to; null where the rule has none. */
  day: string | null;
  usesDay: boolean;
  entryId: string | null;
}

export interface Entry {
  readonly id: string;
  readonly memberId: string;
  readonly communityId: string;
  readonly number: number;
  readonly rule: RuleCode;
  readonly version: number;
  readonly eventId: string;
  readonly subjectIds: readonly string[];
  readonly reversal: boolean;
  readonly base: number;
  readonly tenths: number;
  readonly points: number;
  readonly scoreAfter: number;
  readonly at: Date;
}

export interface Reversal {
  readonly entryId: string;
  readonly reversalId: string;
  readonly memberId: string;
  readonly base: number;
}

export const creditKey = (subjectId: string, rule: string, giverId: string) => `${subjectId} ${rule} ${giverId}`;
export const pairKey = (memberId: string, rule: string, giverId: string) => `${memberId} ${rule} ${giverId}`;
export const dayKey = (memberId: string, rule: string, day: string) => `${memberId} ${rule} ${day}`;
export const accountKey = (communityId: string, accountId: string) => `${communityId} ${accountId}`;

/**
 * The part of the ledger that a batch of events needs, in memory: read before, written back after. What is not in it does
 * not exist, so whoever fills it must fetch all that the batch may touch.
 */
export class Book {
  readonly holders = new Map<string, Holder>();
  readonly byAccount = new Map<string, Holder>();
  readonly ideas = new Map<string, LedgerIdea>();
  readonly credits = new Map<string, Credit>();
  /** By subject, for what ends or returns with it. */
  readonly bySubject = new Map<string, Credit[]>();
  /** How often a pair's acts brought something already. */
  readonly pairs = new Map<string, number>();
  readonly days = new Map<string, number>();

  readonly entries: Entry[] = [];
  readonly reversals: Reversal[] = [];
  readonly changedHolders = new Set<Holder>();
  readonly changedIdeas = new Set<LedgerIdea>();
  readonly changedCredits = new Set<Credit>();
  readonly changedDays = new Set<string>();
  /** Members whose account was deleted: everything of theirs goes. */
  readonly forgotten = new Set<string>();

  addHolder(holder: Holder): void {
    this.holders.set(holder.id, holder);
    if (holder.accountId) this.byAccount.set(accountKey(holder.communityId, holder.accountId), holder);
  }

  addCredit(credit: Credit): void {
    this.credits.set(creditKey(credit.subjectId, credit.rule, credit.giverId), credit);
    const siblings = this.bySubject.get(credit.subjectId);
    if (siblings) siblings.push(credit);
    else this.bySubject.set(credit.subjectId, [credit]);
  }

  addDay(key: string, base: number): void {
    this.days.set(key, (this.days.get(key) ?? 0) + base);
    this.changedDays.add(key);
  }
}
