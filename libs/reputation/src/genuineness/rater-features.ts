/**
 * What an account's own ratings say of it; nothing here looks at what others said of the account itself, except that
 * others' honesty is judged by all they say.
 */
import { type Interactions, countsOf, probability } from './interactions.js';
import { type Beliefs, ratingBeliefs } from './rating-beliefs.js';
import { atOnce, inStretches, type Sliced } from './sliced.js';

const DAY = 86_400;
const THREE_YEARS = Math.log1p(3 * 365);

/**
 * How long an account has been at it: 0 for one day, 1 for three years or more between its first and its last act, growing
 * with the logarithm. An account made for one purpose burns fast; years cannot be bought afterwards.
 */
export function constancy(of: Pick<Interactions, 'accounts' | 'from' | 'time'>): Float64Array {
  return atOnce(constancyOf(of));
}

/** The same in slices. */
export function* constancyOf({ accounts, from, time }: Pick<Interactions, 'accounts' | 'from' | 'time'>): Sliced<Float64Array> {
  const first = new Float64Array(accounts).fill(Infinity);
  const last = new Float64Array(accounts).fill(-Infinity);
  yield* inStretches(from.length, (begin, end) => {
    for (let i = begin; i < end; i++) {
      first[from[i]!] = Math.min(first[from[i]!]!, time[i]!);
      last[from[i]!] = Math.max(last[from[i]!]!, time[i]!);
    }
  });
  return first.map((begin, i) => (last[i]! > begin ? Math.min(1, Math.log1p((last[i]! - begin) / DAY) / THREE_YEARS) : 0));
}

/** Log-odds as 0..1, halved first: evidence that went round a loop was counted about twice. */
export function agreement(logOdds: Float64Array): Float64Array {
  return logOdds.map((odds) => probability(odds / 2));
}

export const RATER_FEATURES = ['agreement', 'meanAgreement', 'constancy', 'mildness'] as const;
export type RaterFeature = (typeof RATER_FEATURES)[number];
export type RaterFeatures = Readonly<Record<RaterFeature, Float64Array>>;

/**
 * - agreement: belief that the account rates honestly, 0..1
 * - meanAgreement: how far a rating of its agrees with the beliefs about whom it rates, −1..1, shrunk by one neutral one
 * - constancy: see above
 * - mildness: 1 − the mean strength of its ratings
 */
export function raterFeatures(ratings: Interactions, beliefs: Beliefs = ratingBeliefs(ratings)): RaterFeatures {
  const count = countsOf(ratings.from, ratings.accounts);
  const agreeing = new Float64Array(ratings.accounts);
  const strength = new Float64Array(ratings.accounts);
  for (let i = 0; i < ratings.from.length; i++) {
    agreeing[ratings.from[i]!]! += Math.sign(ratings.value[i]!) * Math.tanh(beliefs.rated[ratings.to[i]!]! / 2);
    strength[ratings.from[i]!]! += Math.abs(ratings.value[i]!);
  }
  return {
    agreement: agreement(beliefs.rater),
    meanAgreement: agreeing.map((sum, i) => sum / (count[i]! + 1)),
    constancy: constancy(ratings),
    mildness: strength.map((sum, i) => 1 - sum / Math.max(1, count[i]!)),
  };
}
