import { newId } from '@fanfare/kernel';
import type { DemoCommunity } from './content/index.js';
import type { Column } from './demo-store.js';
import { daysBefore } from './demo-votes.js';

/** Somebody of a demo community whom nobody plays. */
export interface DemoPerson {
  readonly handle: string;
  readonly displayName: string;
  readonly confirmed: boolean;
  readonly joinedDaysAgo: number;
}

export interface DemoPeopleAccounts {
  /** Rows of `accounts`, by column. */
  readonly columns: readonly Column[];
  /** The account of a handle. */
  readonly idOf: ReadonlyMap<string, string>;
}

/**
 * Accounts for people who only appear: with them they are members like everybody, without them they would pass for people
 * of an earlier site. There is no password, so nobody signs in. The address ends in `.invalid`, which no mail ever reaches,
 * and is claimed but not confirmed: a request for a reset looks for whoever confirmed an address, so it writes to nobody,
 * not even into the development mailbox; and whoever signs up with the same address begins an account of their own.
 * The identity level is said, as the content has it, not earned by that address.
 */
export function accountsOf(people: readonly DemoPerson[], { slug, locale }: Pick<DemoCommunity, 'slug' | 'locale'>, now: Date): DemoPeopleAccounts {
  const ids = people.map(() => newId());
  return {
    idOf: new Map(people.map(({ handle }, at) => [handle, ids[at]!])),
    columns: [
      ['id', 'uuid', ids],
      ['email', 'citext', people.map(({ handle }) => `${handle}@${slug}.invalid`)],
      ['display_name', 'text', people.map(({ displayName }) => displayName)],
      ['locale', 'text', people.map(() => locale)],
      ['identity_level', 'text', people.map(({ confirmed }) => (confirmed ? 'CONFIRMED' : 'ANONYMOUS'))],
      ['created_at', 'timestamptz', people.map(({ joinedDaysAgo }) => daysBefore(now, joinedDaysAgo))],
    ],
  };
}
