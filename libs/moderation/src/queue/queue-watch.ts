/** At most five messages a second for one reader. */
const PAUSE_MS = 200;
/** Of more than these that changed while a reader was not ready, the earliest are left out: whoever sees so many come reads the queue anew. */
const MOST_WAITING = 200;

/** What is told to a reader: an item, or that they should be asked again who they are. */
export type Change = { readonly item: string | null };

/** Which items changed, for one reader: each once, however often it changed before the reader was ready for it. */
export class QueueWatch {
  private readonly waiting = new Set<string | null>();
  private ended = false;
  private lastAt = -Infinity;
  private wake: (() => void) | null = null;

  constructor(private readonly onEnd: () => void) {}

  /** Something happened to an item; null: to the reader's office. */
  touch(item: string | null): void {
    this.waiting.delete(item);
    this.waiting.add(item);
    if (this.waiting.size > MOST_WAITING) this.waiting.delete(this.waiting.values().next().value!);
    this.wake?.();
  }

  /** The next change, when there is one; null when the watch is over. */
  async next(): Promise<Change | null> {
    while (this.waiting.size === 0 && !this.ended) await new Promise<void>((resolve) => (this.wake = resolve));
    const rest = this.lastAt + PAUSE_MS - performance.now();
    if (rest > 0 && !this.ended) await this.rest(rest);
    if (this.ended) return null;
    this.lastAt = performance.now();
    const item = this.waiting.values().next().value!;
    this.waiting.delete(item);
    return { item };
  }

  /** Ends the watch at once, also while somebody waits for `next`. */
  end(): void {
    if (this.ended) return;
    this.ended = true;
    this.wake?.();
    this.onEnd();
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
