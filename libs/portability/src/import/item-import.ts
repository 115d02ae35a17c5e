import type { Tx } from '@fanfare/database';
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
    const added = await session.batch((tx) => this.add(tx, items));
    const counts = this.summary.of('items');
    counts.added += added;
    counts.known += items.length - added;
  }

  private async add(tx: Tx, items: readonly ImportedItem[]): Promise<number> {
    await this.state.meet(tx, items.flatMap(({ author }) => (author ? [{ key: author }] : [])));
    const ideas: NewIdea[] = [];
    for (const item of items) ideas.push(await this.prepare(tx, item));
    const added = await addIdeas(tx, this.state.communityId, ideas);
    const known = new Map((await knownIdeas(tx, this.state.communityId, ideas.map(({ key }) => key))).map(({ key, id }) => [key, id]));
    for (const { key, item } of ideas) this.state.ideas.set(item.key, known.get(key)!);
    return added.length;
  }

  private async prepare(tx: Tx, item: ImportedItem): Promise<NewIdea> {
    return {
      key: this.state.keyOf(item.key),
      item,
      authorId: item.author ? this.state.members.get(item.author)! : null,
      categoryId: await this.state.category(tx, item.category),
      support: this.hasVotes ? 0 : item.support,
    };
  }
}
