import { Injectable } from '@nestjs/common';
import { type Connection, connectionOf, Loader, type PageArgs, pageSize, type RequestContext } from '@fanfare/graphql';
import { Clock } from '@fanfare/kernel';
import type { CircleMembershipRow, CircleRequestRow, CircleRow } from './circle.row.js';
import type { CirclePostRow } from './circle-post.row.js';
import { CircleMembersQueries } from './circle-members.queries.js';
import { CirclePostsQueries, cursorOfReply, keyOfReplies, type RepliesKey, replyAfter } from './circle-posts.queries.js';
import { CirclesQueries } from './circles.queries.js';
import type { CandidateRow, ElectionRow } from './election.row.js';
import { type CallsRow, ElectionsQueries } from './elections.queries.js';

/** Edges of and to circles, batched per request. */
@Injectable()
export class CirclesLoaders {
  readonly byId = new Loader<CircleRow>((ids) => this.circles.byIds(ids));
  /** The reader's own place, by circle. */
  readonly inside = new Loader<CircleMembershipRow>(async (ids, { actor }) =>
    actor.accountId === null ? new Map() : this.people.membershipsOf(actor.accountId, ids),
  );
  /** The reader's own wish that waits, by circle. */
  readonly ownRequest = new Loader<CircleRequestRow>(async (ids, { actor }) =>
    actor.accountId === null ? new Map() : this.people.requestsOf(actor.accountId, ids),
  );

  /** Posts the reader may read. */
  readonly post = new Loader<CirclePostRow>((ids, { actor }) => this.posts.visibleByIds(ids, actor));
  readonly replyCount = new Loader<number>((ids) => this.posts.replyCounts(ids));

  readonly election = new Loader<ElectionRow>((ids) => this.elections.byIds(ids));
  /** The one that runs, by circle. */
  readonly running = new Loader<ElectionRow>((ids) => this.elections.running(ids));
  readonly candidates = new Loader<CandidateRow[]>((ids) => this.elections.candidatesOf(ids));
  /** Whom the reader votes for, by election. */
  readonly ownBallot = new Loader<string>(async (ids, { actor }) =>
    actor.accountId === null ? new Map() : this.elections.ownBallots(actor.accountId, ids),
  );
  readonly calls = new Loader<CallsRow>((ids, { actor }) => this.elections.calls(ids, actor.accountId, this.clock.now()));
  /** When the last election closed, by circle. */
  readonly lastClosed = new Loader<Date>((ids) => this.elections.lastClosed(ids));

  private readonly replyPages = new Loader<CirclePostRow[], RepliesKey>((keys, { actor }) => this.posts.replies(keys, actor), keyOfReplies);

  constructor(
    private readonly circles: CirclesQueries,
    private readonly people: CircleMembersQueries,
    private readonly posts: CirclePostsQueries,
    private readonly elections: ElectionsQueries,
    private readonly clock: Clock,
  ) {}

  /** The replies to a post the reader may read, from the oldest. @throws Problem `INVALID_CURSOR`, `INVALID_PAGE_SIZE` */
  async replies(context: RequestContext, parentId: string, args: PageArgs): Promise<Connection<CirclePostRow>> {
    const key: RepliesKey = { parentId, limit: pageSize(args) + 1, after: args.after ? replyAfter(args.after) : null };
    const rows = (await this.replyPages.load(context, key)) ?? [];
    return connectionOf(rows, args, cursorOfReply, async () => (await this.replyCount.load(context, parentId)) ?? 0);
  }

  /** Forgets what a change made untrue, for fields that are read again in the same request. */
  forget(context: RequestContext): void {
    for (const loader of [this.byId, this.inside, this.ownRequest, this.post, this.replyCount]) loader.forget(context);
    for (const loader of [this.election, this.running, this.candidates, this.ownBallot, this.calls, this.lastClosed]) loader.forget(context);
    this.replyPages.forget(context);
  }
}
