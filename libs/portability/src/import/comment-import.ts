import { newId } from '@fanfare/kernel';
import type { ImportSession } from './import-session.js';
import type { ImportState } from './import-state.js';
import { addComments, knownComments, type KnownComment, type NewComment } from './import-store.js';
import type { KindImport, Line } from './kind-import.js';
import { commentOf, type ImportedComment } from './rows.js';
import type { Summary } from './summary.js';

type CommentLine = Line<ImportedComment>;

/** The new rows of a batch, with ids, and those whose parent is not there yet; all others are in the database already. */
interface Placed {
  readonly fresh: readonly NewComment[];
  readonly waiting: readonly CommentLine[];
}

/** What a row costs besides its text, in characters. */
const ROW_WEIGHT = 500;

/** Comments keep their threads: deeper replies hang under their ancestor of level one and say whom they answer. */
export class CommentImport implements KindImport<ImportedComment> {
  readonly read = commentOf;
  private readonly known = new Map<string, KnownComment>();
  private orphans: CommentLine[] = [];

  constructor(
    private readonly state: ImportState,
    private readonly summary: Summary,
  ) {}

  /** A thread never crosses ideas, and who counts an idea's comments waits for whoever else does. */
  together(comment: ImportedComment): string {
    return comment.item;
  }

  weight(comment: ImportedComment): number {
    return ROW_WEIGHT + comment.body.length;
  }

  accept(lines: readonly CommentLine[]): CommentLine[] {
    return lines.filter((line) => this.hasItem(line));
  }

  async prepare(session: ImportSession, lines: readonly CommentLine[]): Promise<void> {
    await this.state.meet(session, lines.flatMap(({ value: { author } }) => (author ? [{ key: author }] : [])));
  }

  async write(session: ImportSession, lines: readonly CommentLine[]): Promise<void> {
    await this.learn(session, lines.map(({ value }) => value.key));
    const { fresh, waiting } = this.place(lines);
    const added = fresh.length === 0 ? [] : await session.batch((tx) => addComments(tx, this.state.communityId, fresh));
    await this.keep(session, fresh, new Set(added.map(({ key }) => key)));
    this.orphans.push(...waiting);
    const counts = this.summary.of('comments');
    counts.added += added.length;
    counts.known += lines.length - waiting.length - added.length;
  }

  /** What waited for a parent that came later is written under it; what waited in vain stands by itself. */
  async finish(_: ImportSession, writeAll: (lines: readonly CommentLine[]) => Promise<void>): Promise<void> {
    for (let before = -1; this.orphans.length > 0 && this.orphans.length !== before; ) {
      before = this.orphans.length;
      await writeAll(this.takeOrphans());
    }
    const alone = this.takeOrphans();
    for (const { line, value } of alone) this.summary.mend('comments', line, 'PARENT_MISSING', `parent ${value.parent} is not there: kept as a comment of its own`);
    await writeAll(alone.map(({ line, value }) => ({ line, value: { ...value, parent: null } })));
  }

  private takeOrphans(): CommentLine[] {
    const taken = this.orphans;
    this.orphans = [];
    return taken;
  }

  private hasItem({ line, value }: CommentLine): boolean {
    if (this.state.ideas.has(value.item)) return true;
    this.summary.refuse('comments', line, 'UNKNOWN_ITEM', `item ${value.item} is not there`);
    return false;
  }

  /** Comments of an earlier run have other ids than those that would be drawn. */
  private async learn(session: ImportSession, keys: readonly string[]): Promise<void> {
    if (keys.length === 0) return;
    const theirs = new Map(keys.map((key) => [this.state.keyOf(key), key]));
    for (const comment of await knownComments(session.tx, this.state.communityId, [...theirs.keys()])) this.known.set(theirs.get(comment.key)!, comment);
  }

  /** Draws the ids beforehand, so that a batch is one statement even where its comments answer each other. */
  private place(lines: readonly CommentLine[]): Placed {
    const drawn = new Map<string, KnownComment>();
    const find = (key: string) => this.known.get(key) ?? drawn.get(key);
    const fresh: NewComment[] = [];
    let waiting = lines;
    for (let before = -1; waiting.length > 0 && waiting.length !== before; ) {
      before = waiting.length;
      waiting = waiting.filter(({ value }) => {
        if (find(value.key)) return false;
        if (value.parent !== null && !find(value.parent)) return true;
        const comment = this.commentOf(value, value.parent === null ? undefined : find(value.parent));
        drawn.set(value.key, { key: comment.key, id: comment.id, root: comment.parentId ?? comment.id, idea: comment.ideaId });
        fresh.push(comment);
        return false;
      });
    }
    return { fresh, waiting };
  }

  /** What was written is known from now on, and so is what somebody else brought meanwhile. */
  private async keep(session: ImportSession, fresh: readonly NewComment[], added: ReadonlySet<string>): Promise<void> {
    for (const { key, id, parentId, ideaId, comment } of fresh) {
      if (added.has(key)) this.known.set(comment.key, { key, id, root: parentId ?? id, idea: ideaId });
    }
    await this.learn(session, fresh.filter(({ key }) => !added.has(key)).map(({ comment }) => comment.key));
  }

  private commentOf(comment: ImportedComment, above: KnownComment | undefined): NewComment {
    const ideaId = this.state.ideas.get(comment.item)!;
    const parent = above?.idea === ideaId ? above : undefined; // a thread never crosses ideas
    return {
      id: newId(comment.createdAt.getTime()),
      key: this.state.keyOf(comment.key),
      comment,
      ideaId,
      authorId: comment.author ? this.state.members.get(comment.author)! : null,
      parentId: parent?.root ?? null,
      replyToId: parent?.id ?? null,
    };
  }
}
