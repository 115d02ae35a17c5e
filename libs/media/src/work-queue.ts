import { Problem } from '@fanfare/kernel';

/** So much at once and no more; the rest waits its turn, and what would wait too long is refused. */
export class WorkQueue {
  private running = 0;
  private readonly waiting: (() => void)[] = [];

  constructor(
    private readonly atOnce: number,
    private readonly mostWaiting: number,
  ) {}

  /** Does a piece of work when its turn comes. @throws Problem `TEMPORARILY_UNAVAILABLE` when too much waits already */
  async run<T>(work: () => Promise<T>): Promise<T> {
    await this.enter();
    try {
      return await work();
    } finally {
      this.leave();
    }
  }

  private enter(): Promise<void> | void {
    if (this.running < this.atOnce) {
      this.running += 1;
      return;
    }
    if (this.waiting.length >= this.mostWaiting) throw new Problem('TEMPORARILY_UNAVAILABLE');
    return new Promise((resolve) => this.waiting.push(resolve));
  }

  /** The place goes to who waits longest, and only then becomes free. */
  private leave(): void {
    const next = this.waiting.shift();
    if (next) next();
    else this.running -= 1;
  }
}
