import type { Tx } from '@fanfare/database';
import { type IdentityLevel, newId } from '@fanfare/kernel';
import type { ImportSession } from './import-session.js';
import { handleFor } from './handles.js';
import { addCategory, addMembers, categoriesOf, knownMembers } from './import-store.js';
import { LONGEST } from './rows.js';
import { shorten, slugOf } from './values.js';

const MOST_HANDLE_TRIES = 5;

interface Person {
  readonly key: string;
  readonly name?: string | null;
}

/** What an import has learned so far: which of our ids stands for which of theirs. */
export class ImportState {
  readonly members = new Map<string, string>();
  readonly ideas = new Map<string, string>();
  private categories: Map<string, string> | null = null;
  private categorySlugs = new Set<string>();

  /** @param source names where the data come from, so that "p1" of one conversation is not "p1" of another */
  constructor(
    readonly communityId: string,
    readonly source: string,
    readonly identity: IdentityLevel,
  ) {}

  keyOf(id: string): string {
    return `${this.source}:${id}`;
  }

  /**
   * Makes members of people not seen before. In a batch of its own, since what is learned here must stay true.
   *
   * @returns how many were new to the database
   */
  async meet(session: ImportSession, people: readonly Person[]): Promise<number> {
    return session.batch((tx) => this.meetIn(tx, people));
  }

  private async meetIn(tx: Tx, people: readonly Person[]): Promise<number> {
    const strangers = new Map(people.filter(({ key }) => !this.members.has(key)).map((person) => [this.keyOf(person.key), person]));
    if (strangers.size === 0) return 0;
    this.learn(await knownMembers(tx, this.communityId, [...strangers.keys()]), strangers);
    let added = 0;
    for (let attempt = 0; strangers.size > 0; attempt += 1) {
      if (attempt === MOST_HANDLE_TRIES) throw new Error(`No free handle for ${[...strangers.keys()][0]}`);
      const wanted = [...strangers].map(([key, person]) => ({ key, handle: handleFor(person.key, key, attempt), name: shorten(person.name || person.key, LONGEST.name) }));
      const found = await addMembers(tx, this.communityId, this.identity, wanted);
      added += found.length;
      this.learn(found, strangers);
    }
    return added;
  }

  /** The category of this name, made when there is none. */
  async category(session: ImportSession, name: string | null): Promise<string | null> {
    if (name === null) return null;
    if (!this.categories) await this.readCategories(session.tx);
    const known = this.categories!.get(name.toLowerCase());
    if (known) return known;
    const category = { id: newId(), name, slug: this.freeSlug(name) };
    await session.batch((tx) => addCategory(tx, this.communityId, category));
    this.categories!.set(name.toLowerCase(), category.id);
    this.categorySlugs.add(category.slug);
    return category.id;
  }

  private async readCategories(tx: Tx): Promise<void> {
    const found = await categoriesOf(tx, this.communityId);
    this.categories = new Map(found.map(({ name, id }) => [name.toLowerCase(), id]));
    this.categorySlugs = new Set(found.map(({ slug }) => slug));
  }

  private freeSlug(name: string): string {
    const base = slugOf(name, 50) || 'category';
    for (let number = 1; ; number += 1) {
      const slug = number === 1 ? base : `${base}-${number}`;
      if (!this.categorySlugs.has(slug)) return slug;
    }
  }

  private learn(found: readonly { key: string; id: string }[], strangers: Map<string, { key: string }>): void {
    for (const { key, id } of found) {
      this.members.set(strangers.get(key)!.key, id);
      strangers.delete(key);
    }
  }
}
