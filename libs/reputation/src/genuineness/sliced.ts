/** Long work in slices, so that whoever drives it can do other things in between. */
export type Sliced<Result> = Generator<void, Result, void>;

/** All slices one after the other. */
export function atOnce<Result>(work: Sliced<Result>): Result {
  for (;;) {
    const slice = work.next();
    if (slice.done) return slice.value;
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
