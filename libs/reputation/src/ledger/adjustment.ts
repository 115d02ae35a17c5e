import type { RecordedEvent } from '@fanfare/events';
import type { IdentityLevel } from '@fanfare/kernel';
import type { InForce } from '../rules/rules.js';
import type { Book, Entry, Holder } from './book.js';
import { entryId, scoreOf, TENTHS, writtenAt } from './score.js';

/** What an entry says beside what follows from its member and event. */
type Writing = Pick<Entry, 'rule' | 'version' | 'subjectIds' | 'reversal' | 'base'>;

/** Follows a member's identity: one entry takes the score to what their bases are worth now. Who has nothing has nothing to adjust. */
export function adjust(book: Book, holder: Holder, identity: IdentityLevel, event: RecordedEvent, rules: InForce): void {
  const heard = writtenAt(event.id);
  if (heard < holder.identityHeard) return;
  const changed = holder.identity !== identity;
  Object.assign(holder, { identity, identityHeard: heard });
  book.changedHolders.add(holder);
  if (!changed || holder.base === 0 || holder.gone) return;
  write(book, holder, event, { rule: 'IDENTITY', version: rules('IDENTITY').version, subjectIds: [], reversal: false, base: 0 });
}

/** Adds an entry; its points are what the score moves by. @returns its id */
export function write(book: Book, holder: Holder, event: RecordedEvent, writing: Writing): string {
  const base = holder.base + writing.base;
  const score = scoreOf(base, holder.identity);
  const id = entryId(writing.rule, event.id, holder.id);
  book.entries.push({
    ...writing,
    id,
    memberId: holder.id,
    communityId: holder.communityId,
    number: holder.entries + 1,
    eventId: event.id,
    tenths: TENTHS[holder.identity],
    points: score - holder.score,
    scoreAfter: score,
    at: event.occurredAt,
  });
  Object.assign(holder, { base, score, entries: holder.entries + 1 });
  book.changedHolders.add(holder);
  return id;
}
