import { Injectable } from '@nestjs/common';
import { RestrictionImposed, RoleGranted, RoleRevoked, SessionService } from '@fanfare/access';
import { CommunitiesQueries } from '@fanfare/communities';
import { isUnavailable } from '@fanfare/database';
import { declaredTypes, EventTail, type RecordedEvent } from '@fanfare/events';
import type { RequestContext } from '@fanfare/graphql';
import { enforce } from '@fanfare/kernel';
import { type Change, QueueWatch } from './queue-watch.js';
import { ReviewAccess } from './review.access.js';
import type { ReviewItemRow } from './review-item.row.js';
import { Reviewers } from './reviewers.service.js';

/** After these who watches may not be who may watch any more. */
const ABOUT_OFFICES: readonly string[] = [RoleGranted.type, RoleRevoked.type, RestrictionImposed.type];

/** The item that an event is about; null when it is about who holds which office. */
function itemOf({ type, subjectId, payload }: RecordedEvent): string | null {
  if (ABOUT_OFFICES.includes(type)) return null;
  return type.startsWith('review.') ? subjectId : ((payload['item'] as string | undefined) ?? null);
}

/** What changes in the queues of communities, in whichever process that happens, told to those who review there. */
@Injectable()
export class ReviewChanges {
  private readonly watches = new Map<string, Set<QueueWatch>>();
  private stopListening: (() => void) | null = null;

  constructor(
    private readonly tail: EventTail,
    private readonly communities: CommunitiesQueries,
    private readonly sessions: SessionService,
    private readonly reviewers: Reviewers,
    private readonly access: ReviewAccess,
  ) {}

  /**
   * Items of a community's queue as they change, as long as the reader reviews there: what is about themselves is left out.
   *
   * @throws Problem `NOT_FOUND`, `SIGN_IN_REQUIRED`, `NOT_ALLOWED`, `SECOND_FACTOR_NEEDED`
   */
  async watch(slug: string, context: RequestContext): Promise<AsyncIterableIterator<ReviewItemRow>> {
    const { id } = await this.communities.requireBySlug(slug);
    enforce(await this.reviewers.canReview(context.actor, id));
    const watch = this.begin(id);
    await this.tail.listening();
    return this.iterate(watch, (change) => this.read(id, change, context));
  }

  /** The item as the reader may see it now; `ENDED` for whoever does not review here any more, null for nothing to tell. */
  private async read(communityId: string, { item }: Change, context: RequestContext): Promise<ReviewItemRow | 'ENDED' | null> {
    context.memo.clear();
    context.actor = await this.sessions.actorOf(context);
    if ((await this.reviewers.officeOf(context.actor, communityId)) === null) return 'ENDED';
    const found = item && (await this.access.find(context.actor, item));
    return found && found.communityId === communityId ? found : null;
  }

  /** Waits for something to tell, as often as it takes while the database is away. Null when the watch is over. */
  private async nextOf(watch: QueueWatch, read: (change: Change) => Promise<ReviewItemRow | 'ENDED' | null>): Promise<ReviewItemRow | null> {
    for (let change = await watch.next(); change; change = await watch.next()) {
      try {
        const found = await read(change);
        if (found === 'ENDED') return null;
        if (found) return found;
      } catch (error) {
        if (!isUnavailable(error)) throw error;
        watch.touch(change.item);
      }
    }
    return null;
  }

  /** By hand rather than a generator: `return()` of a generator waits for the next change, perhaps for ever. */
  private iterate(watch: QueueWatch, read: (change: Change) => Promise<ReviewItemRow | 'ENDED' | null>): AsyncIterableIterator<ReviewItemRow> {
    const finish = () => {
      watch.end();
      return { done: true as const, value: undefined };
    };
    return {
      next: async () => {
        const item = await this.nextOf(watch, read).catch((error: unknown) => {
          watch.end();
          throw error;
        });
        return item ? { done: false, value: item } : finish();
      },
      return: async () => finish(),
      throw: async (error: unknown) => {
        watch.end();
        throw error;
      },
      [Symbol.asyncIterator]() {
        return this;
      },
    };
  }

  private begin(communityId: string): QueueWatch {
    const watches = this.watches.get(communityId) ?? new Set();
    const watch: QueueWatch = new QueueWatch(() => this.close(communityId, watch));
    this.watches.set(communityId, watches.add(watch));
    const kinds = declaredTypes().filter((type) => /^(review|decision|appeal)\.|^report\.filed$/.test(type) || ABOUT_OFFICES.includes(type));
    this.stopListening ??= this.tail.listen(kinds, (event) => this.tell(event));
    return watch;
  }

  private tell(event: RecordedEvent): void {
    for (const watch of this.watches.get(event.communityId ?? '') ?? []) watch.touch(itemOf(event));
  }

  private close(communityId: string, watch: QueueWatch): void {
    const watches = this.watches.get(communityId);
    watches?.delete(watch);
    if (watches?.size === 0) this.watches.delete(communityId);
    if (this.watches.size > 0) return;
    this.stopListening?.();
    this.stopListening = null;
  }
}
