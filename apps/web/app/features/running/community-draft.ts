import type { StaffRole } from '~/graphql/generated/documents';

/** A category as it is being edited; `key` tells rows apart before they have an id. */
export interface CategoryDraft {
  readonly key: string;
  readonly id: string | null;
  readonly name: string;
  readonly description: string;
}

/** A rung as it is typed. */
export interface RungDraft {
  readonly key: string;
  readonly support: string;
  readonly days: string;
}

export interface InvitationDraft {
  readonly key: string;
  readonly email: string;
  readonly role: StaffRole;
}

/** How a community is to look. Pictures are paths on this site, or null. */
export interface LookDraft {
  readonly accent: string;
  readonly headingFace: string;
  readonly corners: string;
  readonly logo: string | null;
  readonly hero: string | null;
  readonly favicon: string | null;
}

/** Everything the wizard asks, as it stands on the screen. */
export interface CommunityDraft {
  /** Sent with each try, so that a retry makes no second community. */
  readonly idempotencyKey: string;
  readonly name: string;
  readonly slug: string;
  /** Whether the address still follows the name. */
  readonly slugFollows: boolean;
  readonly locale: string;
  readonly tagline: string;
  readonly look: LookDraft;
  readonly guidelines: string;
  readonly terms: string;
  /** Whether guidelines and terms are still those we proposed. */
  readonly textsProposed: boolean;
  readonly minAge: string;
  readonly categories: readonly CategoryDraft[];
  readonly ladder: readonly RungDraft[];
  readonly invitations: readonly InvitationDraft[];
}

export const MOST_RUNGS = 10;
export const MOST_CATEGORIES = 50;
export const MOST_DAYS = 3650;
export const MOST_SUPPORT = 100_000_000;

const DEFAULT_LADDER = [[100, 60], [1_000, 365], [5_000, 182], [10_000, 182]] as const;

export const DEFAULT_LOOK: LookDraft = { accent: '#5b3df5', headingFace: 'sleek', corners: 'round', logo: null, hero: null, favicon: null };

/** A fresh draft. `texts` are the guidelines and terms we propose. */
export function newDraft(idempotencyKey: string, locale: string, texts: { guidelines: string; terms: string }): CommunityDraft {
  return {
    idempotencyKey,
    name: '',
    slug: '',
    slugFollows: true,
    locale,
    tagline: '',
    look: DEFAULT_LOOK,
    ...texts,
    textsProposed: true,
    minAge: '13',
    categories: [],
    ladder: rungDrafts(DEFAULT_LADDER.map(([support, days]) => ({ support, days }))),
    invitations: [],
  };
}

let rows = 0;

/** A key no other row of this page has. */
export function rowKey(): string {
  rows += 1;
  return `row-${rows}-${Math.random().toString(36).slice(2, 8)}`;
}

export function rungDrafts(ladder: readonly { support: number; days: number }[]): RungDraft[] {
  return ladder.map(({ support, days }) => ({ key: rowKey(), support: String(support), days: String(days) }));
}

export function categoryDrafts(categories: readonly { id: string; name: string; description: string }[]): CategoryDraft[] {
  return categories.map(({ id, name, description }) => ({ key: id, id, name, description }));
}

/** « Été & joie » as an address: `ete-joie`. The server's rule, so that what is shown is what it keeps. */
export function slugOf(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replace(/^-+|-+$/g, '');
}

/** What is wrong with a ladder, by the rung's key. */
export type RungFaults = Readonly<Record<string, { support?: 'number' | 'order'; days?: 'number' }>>;

/** Each rung asks a whole number of supporters, more than the one before, and a whole number of days. */
export function rungFaults(ladder: readonly RungDraft[]): RungFaults {
  let below = 0;
  const faults: Record<string, { support?: 'number' | 'order'; days?: 'number' }> = {};
  for (const { key, support, days } of ladder) {
    const count = wholeIn(support, MOST_SUPPORT);
    const wrongSupport = count === null ? 'number' : count <= below ? 'order' : undefined;
    const wrongDays = wholeIn(days, MOST_DAYS) === null ? 'number' : undefined;
    if (wrongSupport || wrongDays) faults[key] = { support: wrongSupport, days: wrongDays };
    if (count !== null) below = count;
  }
  return faults;
}

/** The ladder as the API takes it; null while something in it is wrong. */
export function ladderInput(ladder: readonly RungDraft[]): { support: number; days: number }[] | null {
  if (ladder.length === 0 || Object.keys(rungFaults(ladder)).length > 0) return null;
  return ladder.map(({ support, days }) => ({ support: Number(support), days: Number(days) }));
}

/** Categories that have a name, as the API takes them. */
export function categoriesInput(categories: readonly CategoryDraft[]): { id: string | null; name: string; description: string }[] {
  return categories.filter(({ name }) => name.trim() !== '').map(({ id, name, description }) => ({ id, name: name.trim(), description: description.trim() }));
}

/** Moves a row by one place; the same list when there is nowhere to go. */
export function moved<Row>(all: readonly Row[], at: number, by: 1 | -1): readonly Row[] {
  const to = at + by;
  if (to < 0 || to >= all.length) return all;
  const next = [...all];
  [next[at], next[to]] = [next[to]!, next[at]!];
  return next;
}

function wholeIn(text: string, most: number): number | null {
  const value = Number(text);
  return /^\d+$/.test(text.trim()) && value >= 1 && value <= most ? value : null;
}
