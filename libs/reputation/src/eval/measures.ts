/** How good a ranking is, and how sure we are of that. */
import { Random } from './random.js';

export interface Quality {
  /** The chance that an honest account stands above a fraudulent one, ties counting half. */
  readonly auc: number;
  /** Average precision in finding the fraudulent ones, the least genuine first. */
  readonly ap: number;
  readonly n: number;
  /** 95 % of 1,000 bootstrap samples, drawn from each class by itself, have an AUC between these. */
  readonly interval: readonly [number, number];
}

export function qualityOf(scores: readonly number[], honest: readonly boolean[], random = new Random(4)): Quality {
  return { auc: areaUnderCurve(scores, honest), ap: averagePrecision(scores, honest), n: scores.length, interval: bootstrap(scores, honest, random) };
}

/** Mann and Whitney: from the ranks, ties sharing theirs. NaN when one class is missing. */
export function areaUnderCurve(scores: readonly number[], honest: readonly boolean[]): number {
  const order = [...scores.keys()].sort((a, b) => scores[a]! - scores[b]!);
  let ranks = 0;
  let many = 0;
  for (let i = 0; i < order.length; ) {
    let end = i;
    while (end < order.length && scores[order[end]!] === scores[order[i]!]) end++;
    for (let k = i; k < end; k++) {
      if (!honest[order[k]!]) continue;
      ranks += (i + end + 1) / 2;
      many++;
    }
    i = end;
  }
  return (ranks - (many * (many + 1)) / 2) / (many * (scores.length - many));
}

/** Of the fraudulent, ranked by rising score; tied scores are one threshold. */
export function averagePrecision(scores: readonly number[], honest: readonly boolean[]): number {
  const order = [...scores.keys()].sort((a, b) => scores[a]! - scores[b]!);
  const all = honest.filter((is) => !is).length;
  let found = 0;
  let sum = 0;
  for (let i = 0; i < order.length; ) {
    let end = i;
    let here = 0;
    while (end < order.length && scores[order[end]!] === scores[order[i]!]) here += honest[order[end++]!] ? 0 : 1;
    found += here;
    sum += here * (found / end);
    i = end;
  }
  return sum / all;
}

function bootstrap(scores: readonly number[], honest: readonly boolean[], random: Random, samples = 1_000): [number, number] {
  const classes = [true, false].map((which) => [...scores.keys()].filter((i) => honest[i] === which));
  const areas = Array.from({ length: samples }, () => {
    const drawn = classes.flatMap((members) => members.map(() => members[random.below(members.length)]!));
    return areaUnderCurve(drawn.map((i) => scores[i]!), drawn.map((i) => honest[i]!));
  });
  return percentiles(areas);
}

/** The middle 95 % of values. */
export function percentiles(values: readonly number[]): [number, number] {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.max(0, Math.round(share * (sorted.length - 1))))]!;
  return [at(0.025), at(0.975)];
}

/** Between which 95 % of the means of so many bootstrap samples lie; each sample draws whole groups, for what is in one hangs together. */
export function intervalOfMean(groups: readonly (readonly number[])[], random = new Random(5), samples = 1_000): [number, number] {
  const sums = groups.map((group) => ({ sum: group.reduce((sum, one) => sum + one, 0), count: group.length }));
  const drawn = () => {
    const chosen = sums.map(() => sums[random.below(sums.length)]!);
    return chosen.reduce((sum, one) => sum + one.sum, 0) / chosen.reduce((sum, one) => sum + one.count, 0);
  };
  return percentiles(Array.from({ length: samples }, drawn).filter((one) => !Number.isNaN(one)));
}

export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Kendall's tau-b between two lists of one length: 1 the same order, −1 the reverse. */
export function kendallTau(a: readonly number[], b: readonly number[]): number {
  let agree = 0;
  let [tiedA, tiedB, pairs] = [0, 0, 0];
  for (let i = 0; i < a.length; i++) {
    for (let j = 0; j < i; j++) {
      const [x, y] = [Math.sign(a[i]! - a[j]!), Math.sign(b[i]! - b[j]!)];
      agree += x * y;
      tiedA += x === 0 ? 1 : 0;
      tiedB += y === 0 ? 1 : 0;
      pairs++;
    }
  }
  return agree / Math.sqrt((pairs - tiedA) * (pairs - tiedB));
}
