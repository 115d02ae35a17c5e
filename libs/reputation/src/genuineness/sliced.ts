/** Long work in slices, so that whoever drives it can do other things in between. */
export type Sliced<Result> = Generator<void, Result, void>;

/** All slices one after the other. */
export function atOnce<Result>(work: Sliced<Result>): Result {
  for (;;) {
    const slice = work.next();
    if (slice.done) return slice.value;
  }
}

/** So much of a loop over votes or members is a slice: some milliseconds at most. */
export const STRETCH = 65_536;

/** From 0 to below `many` in slices, each a stretch of them: a loop written as usual, for these are the hot ones. */
export function* inStretches(many: number, work: (from: number, to: number) => void): Sliced<void> {
  for (let from = 0; from < many; from += STRETCH) {
    work(from, Math.min(many, from + STRETCH));
    yield;
  }
}

const SLICE_MS = 20;

/** As many slices as fit into some milliseconds, then everybody else's turn. */
export async function inTurn<Result>(work: Sliced<Result>): Promise<Result> {
  for (;;) {
    const until = performance.now() + SLICE_MS;
    while (performance.now() < until) {
      const slice = work.next();
      if (slice.done) return slice.value;
    }
    await new Promise((resolve) => setImmediate(resolve));
  }
}
