import { Injectable } from '@nestjs/common';
import { type Connection, connectionOf, Loader, type PageArgs, pageSize, type RequestContext } from '@fanfare/graphql';
import type { Actor } from '@fanfare/kernel';
import { type CommentList, type CommentOrder, CommentPagesQueries, cursorOfComment, keyOfPage, type PageKey, positionIn } from './comment-pages.queries.js';
import { commentAsSeenBy } from './comment.policy.js';
import type { CommentRow, CommentVersionRow } from './comment.row.js';
import { CommentsQueries } from './comments.queries.js';

@Injectable()
export class CommentsLoaders {
  /** For edges from a comment that the reader may see: it does not ask about the idea. */
  readonly byId = new Loader<CommentRow>(async (ids, { actor }) => seenBy(actor, await this.queries.byIds(ids)));
  /** For an id that came from outside. */
  readonly visible = new Loader<CommentRow>(async (ids, { actor }) => seenBy(actor, await this.queries.visibleByIds(ids, actor)));
  readonly versions = new Loader<CommentVersionRow[]>((ids) => this.queries.versionsOf(ids));
  /** How many comments stand at an idea. */
  readonly tally = new Loader<number>((ids) => this.queries.tallies(ids));
  readonly markedByViewer = new Loader<true>(async (ids, { actor }) =>
    actor.accountId === null ? new Map() : this.queries.markedBy(actor.accountId, ids),
  );

  private readonly pages = new Loader<CommentRow[], PageKey>((keys) => this.pagesQueries.pages(keys), keyOfPage);
  private readonly lengths = {
    IDEA: new Loader<number>((ids) => this.queries.lengths('IDEA', ids)),
    REPLIES: new Loader<number>((ids) => this.queries.lengths('REPLIES', ids)),
    MEMBER: new Loader<number>((ids) => this.queries.lengths('MEMBER', ids)),
  } as const satisfies Record<CommentList, Loader<number>>;

  constructor(
    private readonly queries: CommentsQueries,
    private readonly pagesQueries: CommentPagesQueries,
  ) {}

  /** One page of a list; the pages of many lists are read together. @throws Problem `INVALID_CURSOR`, `INVALID_PAGE_SIZE` */
  async page(context: RequestContext, list: CommentList, ownerId: string, order: CommentOrder, args: PageArgs): Promise<Connection<CommentRow>> {
    const key: PageKey = { list, ownerId, order, limit: pageSize(args) + 1, after: args.after ? positionIn(order, args.after) : null };
    const rows = ((await this.pages.load(context, key)) ?? []).map((row) => commentAsSeenBy(context.actor, row));
    const length = async () => (await this.lengths[list].load(context, ownerId)) ?? 0;
    return connectionOf(rows, args, (row) => cursorOfComment(order, row), length);
  }

  /** Forgets what a change made untrue, for a field that is read again in the same request. */
  forget(context: RequestContext, { id, ideaId }: CommentRow): void {
    this.byId.clear(context, id);
    this.versions.clear(context, id);
    this.markedByViewer.clear(context, id);
    this.tally.clear(context, ideaId);
  }
}

function seenBy(actor: Actor, comments: ReadonlyMap<string, CommentRow>): Map<string, CommentRow> {
  return new Map([...comments].map(([id, comment]) => [id, commentAsSeenBy(actor, comment)]));
}
