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
   * Makes members of people not seen before. In a transaction of its own, since what is learned here must stay true.
   *
   * @returns how many were new to the database
   */
  async meet(session: ImportSession, people: readonly Person[]): Promise<number> {
    const strangers = new Map(people.filter(({ key }) => !this.members.has(key)).map((person) => [this.keyOf(person.key), person]));
    if (strangers.size === 0) return 0;
    const { ids, added } = await session.batch((tx) => this.introduce(tx, strangers));
    for (const [key, person] of strangers) this.members.set(person.key, ids.get(key)!);
    return added;
  }

  /** Handles are taken in their order, so that of two who want the same ones neither waits for the other in a circle. */
  private async introduce(tx: Tx, strangers: ReadonlyMap<string, Person>): Promise<{ ids: Map<string, string>; added: number }> {
    const ids = new Map<string, string>();
    const missing = () => [...strangers].filter(([key]) => !ids.has(key));
    const learn = (found: readonly { key: string; id: string }[]) => found.forEach(({ key, id }) => ids.set(key, id));
    let added = 0;
    for (let attempt = 0; attempt < MOST_HANDLE_TRIES && ids.size < strangers.size; attempt += 1) {
      learn(await knownMembers(tx, this.communityId, missing().map(([key]) => key)));
      const wanted = missing().map(([key, person]) => ({ key, handle: handleFor(person.key, key, attempt), name: shorten(person.name || person.key, LONGEST.name) }));
      const found = await addMembers(tx, this.communityId, this.identity, wanted.sort(byHandle));
      learn(found);
      added += found.length;
    }
    if (ids.size === strangers.size) return { ids, added };
    throw new Error(`No free handle for ${missing()[0]![0]}`);
  }

  /** The category of a name that was met. */
  categoryOf(name: string | null): string | null {
    return name === null ? null : this.categories!.get(name.toLowerCase())!;
  }

  /** Makes a category of this name when there is none. */
  async meetCategory(session: ImportSession, name: string | null): Promise<void> {
    if (name === null) return;
    if (!this.categories) await this.readCategories(session.tx);
    if (this.categories!.has(name.toLowerCase())) return;
    const category = { id: newId(), name, slug: this.freeSlug(name) };
    await session.batch((tx) => addCategory(tx, this.communityId, category));
    this.categories!.set(name.toLowerCase(), category.id);
    this.categorySlugs.add(category.slug);
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
}

function byHandle(one: { readonly handle: string }, other: { readonly handle: string }): number {
  return Number(one.handle > other.handle) - Number(one.handle < other.handle);
}
