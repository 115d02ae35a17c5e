/** The same numbers for the same seed: mulberry32. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export interface Scored {
  readonly odds: number;
  readonly isSpam: boolean;
}

/** The chance that spam scores above what is none; half for a tie. */
export function auc(scored: readonly Scored[]): number {
  const sorted = [...scored].sort((one, other) => one.odds - other.odds);
  const spam = sorted.filter(({ isSpam }) => isSpam).length;
  let ranks = 0;
  for (let start = 0; start < sorted.length; ) {
    let end = start + 1;
    while (end < sorted.length && sorted[end]!.odds === sorted[start]!.odds) end += 1;
    const rank = (start + 1 + end) / 2;
    ranks += rank * sorted.slice(start, end).filter(({ isSpam }) => isSpam).length;
    start = end;
  }
  return (ranks - (spam * (spam + 1)) / 2) / (spam * (sorted.length - spam));
}

export interface Detection {
  readonly precision: number;
  readonly recall: number;
}

/** How it is when everything from a threshold on is held; precision is 1 when nothing is. */
export function detectionAt(scored: readonly Scored[], threshold: number): Detection {
  const held = scored.filter(({ odds }) => odds >= threshold);
  const right = held.filter(({ isSpam }) => isSpam).length;
  return { precision: held.length === 0 ? 1 : right / held.length, recall: right / scored.filter(({ isSpam }) => isSpam).length };
}

export type Interval = readonly [low: number, high: number];

const RESAMPLES = 500;

/** The 95 % bootstrap interval of a measure, drawn from samples with replacement; always the same for the same samples. */
export function bootstrap<Sample>(samples: readonly Sample[], measure: (resampled: readonly Sample[]) => number): Interval {
  const random = seeded(20_261_122);
  const values = Array.from({ length: RESAMPLES }, () => measure(samples.map(() => samples[Math.floor(random() * samples.length)]!)));
  const known = values.filter((value) => Number.isFinite(value)).sort((one, other) => one - other);
  return [known[Math.floor(known.length * 0.025)]!, known[Math.floor(known.length * 0.975)]!];
}
