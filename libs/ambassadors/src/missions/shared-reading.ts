import { setTimeout as pause } from 'node:timers/promises';

interface Reader {
  /** The version of what it was told last. */
  told: number;
  wake: (() => void) | null;
  ended: boolean;
}

/**
 * One reading for everybody who waits for it: however many they are and however often something changes, `read` runs once for
 * each pause, and whoever was slow is told the newest only.
 */
export class SharedReading<Value> {
  private readonly readers = new Set<Reader>();
  private version = 0;
  private value: Value | null = null;
  private stale = false;
  private running = false;
  private failure: unknown = null;

  /**
   * @param read null when there is nothing to tell any more
   * @param mayRecover whether reading again can help after this error; otherwise everybody is told of it
   */
  constructor(
    private readonly read: () => Promise<Value | null>,
    private readonly pauseMs: number,
    private readonly mayRecover: (error: unknown) => boolean,
    private readonly onEmpty: () => void,
  ) {}

  /** How many wait. */
  get count(): number {
    return this.readers.size;
  }

  /** Something changed. */
  touch(): void {
    this.stale = true;
    if (this.running || this.readers.size === 0) return;
    this.running = true;
    void this.run();
  }

  /** What is read now, and again after changes. By hand rather than a generator: `return()` of one waits for the next change. */
  open(): AsyncIterableIterator<Value> {
    const reader: Reader = { told: this.version, wake: null, ended: false };
    this.readers.add(reader);
    this.touch();
    const finish = () => {
      this.close(reader);
      return { done: true as const, value: undefined };
    };
    return {
      next: async () => {
        while (!reader.ended && this.failure === null && reader.told === this.version) await new Promise<void>((resolve) => (reader.wake = resolve));
        if (this.failure !== null && !reader.ended) {
          this.close(reader);
          throw this.failure;
        }
        reader.told = this.version;
        return reader.ended || this.value === null ? finish() : { done: false as const, value: this.value };
      },
      return: async () => finish(),
      throw: async (error: unknown) => {
        this.close(reader);
        throw error;
      },
      [Symbol.asyncIterator]() {
        return this;
      },
    };
  }

  private async run(): Promise<void> {
    while (this.stale && this.readers.size > 0 && this.failure === null) {
      this.stale = false;
      await this.readOnce();
      await pause(this.pauseMs);
    }
    this.running = false;
    if (this.stale && this.failure === null) this.touch(); // somebody came while we were leaving
  }

  private async readOnce(): Promise<void> {
    try {
      this.value = await this.read();
      this.version += 1;
    } catch (error) {
      if (this.mayRecover(error)) this.stale = true;
      else this.failure = error;
    }
    for (const { wake } of this.readers) wake?.();
  }

  private close(reader: Reader): void {
    if (reader.ended) return;
    reader.ended = true;
    this.readers.delete(reader);
    reader.wake?.();
    if (this.readers.size === 0) this.onEmpty();
  }
}
