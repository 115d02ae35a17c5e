import type { ImportSession } from './import-session.js';
import type { ImportState } from './import-state.js';
import { addIdeas, knownIdeas, type NewIdea } from './import-store.js';
import type { KindImport, Line } from './kind-import.js';
import { type ImportedItem, itemOf } from './rows.js';
import type { Summary } from './summary.js';

/** What a row costs besides its text, in characters. */
const ROW_WEIGHT = 200;

export class ItemImport implements KindImport<ImportedItem> {
  readonly read = itemOf;

  /** @param hasVotes whether the votes come one by one; otherwise an item's total becomes `imported` support */
  constructor(
    private readonly state: ImportState,
    private readonly summary: Summary,
    private readonly hasVotes: boolean,
  ) {}

  together(item: ImportedItem): string {
    return item.key;
  }

  /** Mostly the making of its search words. */
  weight(item: ImportedItem): number {
    return ROW_WEIGHT + item.title.length + item.body.length;
  }

  async prepare(session: ImportSession, lines: readonly Line<ImportedItem>[]): Promise<void> {
    await this.state.meet(session, lines.flatMap(({ value: { author } }) => (author ? [{ key: author }] : [])));
    for (const { value } of lines) await this.state.meetCategory(session, value.category);
  }

  async write(session: ImportSession, lines: readonly Line<ImportedItem>[]): Promise<void> {
    const ideas = lines.map(({ value }) => this.ideaOf(value));
    await this.learn(session, ideas);
    const fresh = this.unknown(ideas);
    const added = fresh.length === 0 ? [] : await session.batch((tx) => addIdeas(tx, this.state.communityId, fresh));
    const ids = new Map(added.map(({ key, id }) => [key, id]));
    for (const { key, item } of fresh) if (ids.has(key)) this.state.ideas.set(item.key, ids.get(key)!);
    await this.learn(session, this.unknown(fresh)); // what somebody else brought meanwhile
    const counts = this.summary.of('items');
    counts.added += added.length;
    counts.known += lines.length - added.length;
  }

  private unknown(ideas: readonly NewIdea[]): NewIdea[] {
    return ideas.filter(({ item }) => !this.state.ideas.has(item.key));
  }

  /** Ideas of an earlier run have other ids than those just drawn. */
  private async learn(session: ImportSession, ideas: readonly NewIdea[]): Promise<void> {
    if (ideas.length === 0) return;
    const known = new Map((await knownIdeas(session.tx, this.state.communityId, ideas.map(({ key }) => key))).map(({ key, id }) => [key, id]));
    for (const { key, item } of ideas) if (known.has(key)) this.state.ideas.set(item.key, known.get(key)!);
  }

  private ideaOf(item: ImportedItem): NewIdea {
    return {
      key: this.state.keyOf(item.key),
      item,
      authorId: item.author ? this.state.members.get(item.author)! : null,
      categoryId: this.state.categoryOf(item.category),
      support: this.hasVotes ? 0 : item.support,
    };
  }
}
