import type { RecordedEvent } from '@fanfare/events';

/** Which ideas an event is about: its subject, or those its payload names (`idea` of comments, `ideaIds` of moved standings, `targetId` of duplicates). */
export function ideasOf(event: Pick<RecordedEvent, 'subjectId' | 'payload'>): readonly string[] {
  const { idea, ideaIds, targetId } = event.payload;
  const named = [event.subjectId, idea, targetId, ...(Array.isArray(ideaIds) ? ideaIds : [])];
  return named.filter((id): id is string => typeof id === 'string');
}

/** The kinds of events that change what a page about an idea shows. When staff note something is theirs to know. */
export function changesIdeas(type: string): boolean {
  return type !== 'idea.noted' && /^(idea|vote|votes|comment|rung)\./.test(type);
}

/**
 * "It changed", for one reader: however many changes come meanwhile, they are one when the reader is ready again, and
 * never more often than every `pauseMs()`. The first comes at once, so that nothing falls between loading and watching.
 */
export class IdeaWatch {
  private changed = true;
  private ended = false;
  private lastAt = -Infinity;
  private wake: (() => void) | null = null;

  /** @param pauseMs how long to pause, asked before each pause */
  constructor(
    private readonly pauseMs: () => number,
    private readonly onEnd: () => void,
  ) {}

  /** Something happened. */
  touch(): void {
    this.changed = true;
    this.wake?.();
  }

  /** @returns true for "it changed", false when the watch is over */
  async next(): Promise<boolean> {
    await this.sleepUntil(() => this.changed);
    const rest = this.lastAt + this.pauseMs() - performance.now();
    if (rest > 0 && !this.ended) await this.rest(rest);
    this.changed = false;
    this.lastAt = performance.now();
    return !this.ended;
  }

  /** Ends the watch at once, also while somebody waits for `next`. */
  end(): void {
    if (this.ended) return;
    this.ended = true;
    this.wake?.();
    this.onEnd();
  }

  private async sleepUntil(ready: () => boolean): Promise<void> {
    while (!ready() && !this.ended) await new Promise<void>((resolve) => (this.wake = resolve));
  }

  private rest(milliseconds: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      this.wake = () => {
        if (!this.ended) return;
        clearTimeout(timer);
        resolve();
      };
    });
  }
}
