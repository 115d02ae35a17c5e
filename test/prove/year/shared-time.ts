import type { ManualClock } from '@fanfare/kernel';
import { renameSync, writeFileSync } from 'node:fs';

/** One time for us and for workers in other processes, who read it in a file. */
export class SharedTime {
  constructor(private readonly clock: ManualClock, readonly file: string) {
    this.set(this.now);
  }

  /** Milliseconds of the epoch. */
  get now(): number {
    return this.clock.now().getTime();
  }

  /** The workers know it first: what happens at a moment is never dated after the moment that they take it for. */
  set(at: number): void {
    writeFileSync(`${this.file}.new`, String(at));
    renameSync(`${this.file}.new`, this.file);
    this.clock.set(new Date(at));
  }
}
