/** The law of how many of n are of a kind whose share itself varies by a beta law. */

/**
 * The logarithm of the chance of `count` or more out of `n`, the share being of Beta(a, b); a, b > 0, 0 ≤ count ≤ n. Where it is
 * seen early to be greater than `enough`, only a part of it.
 */
export function logBetaBinomialTail(count: number, n: number, a: number, b: number, enough = Infinity): number {
  const first = logGamma(n + 1) - logGamma(count + 1) - logGamma(n - count + 1) + logBeta(count + a, n - count + b) - logBeta(a, b);
  if (first > enough) return first;
  let [term, sum] = [1, 1]; // relative to the first
  for (let k = count; k < n && term > sum * Number.EPSILON; k++) {
    term *= ((n - k) / (k + 1)) * ((k + a) / (n - k - 1 + b));
    sum += term;
  }
  return first + Math.log(sum);
}

function logBeta(x: number, y: number): number {
  return logGamma(x) + logGamma(y) - logGamma(x + y);
}

const LANCZOS = [676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059, 12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7];

/** Of x > 0, to about 14 digits (Lanczos, g = 7). */
export function logGamma(x: number): number {
  if (x < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * x)) - logGamma(1 - x);
  const t = x + 6.5;
  const series = LANCZOS.reduce((sum, coefficient, i) => sum + coefficient / (x + i), 0.99999999999980993);
  return 0.5 * Math.log(2 * Math.PI) + (x - 0.5) * Math.log(t) - t + Math.log(series);
}
