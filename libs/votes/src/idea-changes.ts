import { Injectable } from '@nestjs/common';
import { ActorChanges, SessionService } from '@fanfare/access';
import { isUnavailable } from '@fanfare/database';
import { declaredTypes, EventTail } from '@fanfare/events';
import type { RequestContext } from '@fanfare/graphql';
import { type IdeaRow, IdeasLoaders } from '@fanfare/ideas';
import { Problem } from '@fanfare/kernel';
import { changesIdeas, ideasOf, IdeaWatch } from './idea-watch.js';

/** At most five messages a second for one reader of one idea. */
const SHORTEST_PAUSE_MS = 200;
/** What one message costs the database: with many readers, all of them together may ask for this much and leave room for voters. */
const PAUSE_PER_WATCH_MS = 2;

/** Milliseconds between two messages to one reader, when so many watch. */
export function pauseFor(watching: number): number {
  return Math.max(SHORTEST_PAUSE_MS, watching * PAUSE_PER_WATCH_MS);
}

/**
 * Ideas as they change, in whichever process that happens: the log of events is read once per process and handed to
 * those who watch.
 */
@Injectable()
export class IdeaChanges {
  private readonly watches = new Map<string, Set<IdeaWatch>>();
  private readonly open = new Map<IdeaWatch, RequestContext>();
  private stopListening: (() => void) | null = null;

  constructor(
    private readonly tail: EventTail,
    private readonly actors: ActorChanges,
    private readonly ideas: IdeasLoaders,
    private readonly sessions: SessionService,
  ) {}

  /**
   * The idea as it is now and again after changes, as long as the reader may know of it.
   *
   * @throws Problem `NOT_FOUND` when they may not from the start
   */
  async watch(ideaId: string, context: RequestContext): Promise<AsyncIterableIterator<IdeaRow>> {
    const id = ideaId.toLowerCase();
    const watch = this.begin(id, context);
    try {
      await this.tail.listening();
      if (!(await this.read(id, context))) throw new Problem('NOT_FOUND', { what: 'idea' });
      return this.iterate(watch, () => this.read(id, context));
    } catch (error) {
      watch.end();
      throw error;
    }
  }

  /** How many readers watch. */
  get watching(): number {
    return this.open.size;
  }

  /** Nothing known from an earlier message serves a later one: who signed out since, or lost a role, is seen as they are now. */
  private async read(ideaId: string, context: RequestContext): Promise<IdeaRow | null> {
    context.memo.clear();
    context.actor = await this.sessions.actorOf(context);
    return this.ideas.byId.load(context, ideaId);
  }

  /** Waits for a change and reads it, as often as it takes while the database is away. Null when the watch is over. */
  private async nextOf(watch: IdeaWatch, read: () => Promise<IdeaRow | null>): Promise<IdeaRow | null> {
    while (await watch.next()) {
      try {
        return await read();
      } catch (error) {
        if (!isUnavailable(error)) {
          watch.end();
          throw error;
        }
        watch.touch();
      }
    }
    return null;
  }

  /** By hand rather than a generator: `return()` of a generator waits for the next change, perhaps for ever. */
  private iterate(watch: IdeaWatch, read: () => Promise<IdeaRow | null>): AsyncIterableIterator<IdeaRow> {
    const finish = () => {
      watch.end();
      return { done: true as const, value: undefined };
    };
    return {
      next: async () => {
        const idea = await this.nextOf(watch, read);
        return idea ? { done: false, value: idea } : finish();
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

  private begin(ideaId: string, context: RequestContext): IdeaWatch {
    const watches = this.watches.get(ideaId) ?? new Set();
    const watch = new IdeaWatch(() => pauseFor(this.watching), () => this.close(ideaId, watch));
    this.watches.set(ideaId, watches.add(watch));
    this.open.set(watch, context);
    this.stopListening ??= this.listen();
    return watch;
  }

  /** To changes of ideas, and of what readers may know: whoever is banned meanwhile is read for once more, and told no more if so. */
  private listen(): () => void {
    const stops = [
      this.tail.listen(declaredTypes().filter(changesIdeas), (event) => {
        for (const id of ideasOf(event)) for (const each of this.watches.get(id) ?? []) each.touch();
      }),
      this.actors.listen((accountId) => {
        for (const [each, { actor }] of this.open) if (actor.accountId === accountId) each.touch();
      }),
    ];
    return () => stops.forEach((stop) => stop());
  }

  private close(ideaId: string, watch: IdeaWatch): void {
    const watches = this.watches.get(ideaId);
    watches?.delete(watch);
    this.open.delete(watch);
    if (watches?.size === 0) this.watches.delete(ideaId);
    if (this.watches.size > 0) return;
    this.stopListening?.();
    this.stopListening = null;
  }
}
