import type { ImportSession } from './import-session.js';
import type { ImportState } from './import-state.js';
import { addIdeas, knownIdeas, type NewIdea } from './import-store.js';
import type { KindImport } from './kind-import.js';
import { type ImportedItem, itemOf } from './rows.js';
import type { Summary } from './summary.js';

export class ItemImport implements KindImport<ImportedItem> {
  readonly read = itemOf;

  /** @param hasVotes whether the votes come one by one; otherwise an item's total becomes `imported` support */
  constructor(
    private readonly state: ImportState,
    private readonly summary: Summary,
    private readonly hasVotes: boolean,
  ) {}

  async write(session: ImportSession, rows: readonly { value: ImportedItem }[]): Promise<void> {
    const items = rows.map(({ value }) => value);
    await this.state.meet(session, items.flatMap(({ author }) => (author ? [{ key: author }] : [])));
    const ideas: NewIdea[] = [];
    for (const item of items) ideas.push(await this.prepare(session, item));
    const added = await session.batch((tx) => addIdeas(tx, this.state.communityId, ideas));
    await this.learn(session, ideas);
    const counts = this.summary.of('items');
    counts.added += added.length;
    counts.known += items.length - added.length;
  }

  /** Ideas of an earlier run have other ids than those just drawn. */
  private async learn(session: ImportSession, ideas: readonly NewIdea[]): Promise<void> {
    const known = new Map((await knownIdeas(session.tx, this.state.communityId, ideas.map(({ key }) => key))).map(({ key, id }) => [key, id]));
    for (const { key, item } of ideas) this.state.ideas.set(item.key, known.get(key)!);
  }

  private async prepare(session: ImportSession, item: ImportedItem): Promise<NewIdea> {
    return {
      key: this.state.keyOf(item.key),
      item,
      authorId: item.author ? this.state.members.get(item.author)! : null,
      categoryId: await this.state.category(session, item.category),
      support: this.hasVotes ? 0 : item.support,
    };
  }
}
