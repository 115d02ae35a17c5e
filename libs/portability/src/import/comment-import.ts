import type { ImportSession } from './import-session.js';
import type { ImportState } from './import-state.js';
import { addComments, knownComments, type KnownComment, type NewComment } from './import-store.js';
import type { KindImport } from './kind-import.js';
import { commentOf, type ImportedComment } from './rows.js';
import type { Summary } from './summary.js';

interface Line {
  readonly line: number;
  readonly value: ImportedComment;
}

/** Comments keep their threads: deeper replies hang under their ancestor of level one and say whom they answer. */
export class CommentImport implements KindImport<ImportedComment> {
  readonly read = commentOf;
  private readonly known = new Map<string, KnownComment>();
  private orphans: Line[] = [];

  constructor(
    private readonly state: ImportState,
    private readonly summary: Summary,
  ) {}

  async write(session: ImportSession, lines: readonly Line[]): Promise<void> {
    let waiting = lines.filter((line) => this.hasItem(line));
    for (let before = -1; waiting.length > 0 && waiting.length !== before; ) {
      before = waiting.length;
      const ready = waiting.filter(({ value }) => value.parent === null || this.known.has(value.parent));
      waiting = waiting.filter((line) => !ready.includes(line));
      if (ready.length > 0) await this.add(session, ready);
    }
    this.orphans.push(...waiting);
  }

  /** What waited for a parent that came later is written under it; what waited in vain stands by itself. */
  async finish(session: ImportSession): Promise<void> {
    const waiting = this.orphans;
    this.orphans = [];
    await this.write(session, waiting);
    for (const { line, value } of this.orphans) this.summary.mend('comments', line, 'PARENT_MISSING', `parent ${value.parent} is not there: kept as a comment of its own`);
    const alone = this.orphans.map(({ line, value }) => ({ line, value: { ...value, parent: null } }));
    this.orphans = [];
    await this.add(session, alone);
  }

  private hasItem({ line, value }: Line): boolean {
    if (this.state.ideas.has(value.item)) return true;
    this.summary.refuse('comments', line, 'UNKNOWN_ITEM', `item ${value.item} is not there`);
    return false;
  }

  private async add(session: ImportSession, lines: readonly Line[]): Promise<void> {
    if (lines.length === 0) return;
    const comments = lines.map(({ value }) => value);
    await this.state.meet(session, comments.flatMap(({ author }) => (author ? [{ key: author }] : [])));
    const prepared = comments.map((comment) => this.prepare(comment));
    const added = await session.batch((tx) => addComments(tx, this.state.communityId, prepared));
    await this.learn(session, comments);
    const counts = this.summary.of('comments');
    counts.added += added.length;
    counts.known += lines.length - added.length;
  }

  private async learn(session: ImportSession, comments: readonly ImportedComment[]): Promise<void> {
    const keys = new Map(comments.map(({ key }) => [this.state.keyOf(key), key]));
    for (const comment of await knownComments(session.tx, this.state.communityId, [...keys.keys()])) this.known.set(keys.get(comment.key)!, comment);
  }

  private prepare(comment: ImportedComment): NewComment {
    const ideaId = this.state.ideas.get(comment.item)!;
    const above = comment.parent ? this.known.get(comment.parent) : undefined;
    const parent = above?.idea === ideaId ? above : undefined; // a thread never crosses ideas
    return {
      key: this.state.keyOf(comment.key),
      comment,
      ideaId,
      authorId: comment.author ? this.state.members.get(comment.author)! : null,
      parentId: parent?.root ?? null,
      replyToId: parent?.id ?? null,
    };
  }
}
