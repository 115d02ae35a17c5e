/**
 * Who is honest, who is good? Honest raters praise the good and warn of the bad, so each tells of the other: loopy
 * belief propagation over signed ratings, after FraudEagle (Akoglu, Chandy, Faloutsos: Opinion fraud detection in online
 * reviews by network effects, ICWSM 2013). Every account has two sides, as rater and as rated, which only meet through
 * ratings. Two things differ: a message counts with the square root of the rating's strength, a half-hearted +1 saying
 * less than a 10; and half of each new message is mixed with the one before it, which settles what would swing.
 */
import type { Interactions } from './interactions.js';

export interface Beliefs {
  /** Log-odds that the account rates honestly; 0 if it rated nobody. */
  readonly rater: Float64Array;
  /** Log-odds that the account deserves praise; 0 if nobody rated it. */
  readonly rated: Float64Array;
}

export interface BeliefOptions {
  /** How often an honest rater errs; one who deceives tells the truth twice that often (the paper's ε and 2ε). */
  readonly error?: number;
  readonly rounds?: number;
  /** A message's exponent of the rating's strength: 0 gives FraudEagle as published. */
  readonly strength?: number;
  /** The share of the former message that is kept. */
  readonly damping?: number;
}

const FARTHEST = 30; // beyond these log-odds nothing changes, and nothing overflows

/** @throws RangeError when `error` is not in (0, 0.5) */
export function ratingBeliefs(ratings: Interactions, options: BeliefOptions = {}): Beliefs {
  const { error = 0.05, rounds = 30, strength = 0.5, damping = 0.5 } = options;
  if (!(error > 0 && error < 0.5)) throw new RangeError('The rate of errors lies between 0 and a half.');
  const toRated = new Float64Array(ratings.from.length);
  const toRater = new Float64Array(ratings.from.length);
  const weight = Float64Array.from(ratings.value, (value) => Math.abs(value) ** strength);
  for (let round = 0; round < rounds; round++) {
    const rater = sums(ratings.from, toRater, ratings.accounts);
    const rated = sums(ratings.to, toRated, ratings.accounts);
    for (let i = 0; i < weight.length; i++) {
      const praise = ratings.value[i]! > 0;
      const aboutRated = weight[i]! * messageToRated(rater[ratings.from[i]!]! - toRater[i]!, praise, error);
      const aboutRater = weight[i]! * messageToRater(rated[ratings.to[i]!]! - toRated[i]!, praise, error);
      toRated[i] = damping * toRated[i]! + (1 - damping) * aboutRated;
      toRater[i] = damping * toRater[i]! + (1 - damping) * aboutRater;
    }
  }
  return { rater: sums(ratings.from, toRater, ratings.accounts), rated: sums(ratings.to, toRated, ratings.accounts) };
}

function sums(column: Int32Array, messages: Float64Array, accounts: number): Float64Array {
  const sum = new Float64Array(accounts);
  for (let i = 0; i < column.length; i++) sum[column[i]!]! += messages[i]!;
  return sum;
}

function clipped(logOdds: number): number {
  return 1 / (1 + Math.exp(-Math.max(-FARTHEST, Math.min(FARTHEST, logOdds))));
}

/** How much more likely this rating is of somebody good than of somebody bad, the rater being honest by those odds. */
function messageToRated(raterOdds: number, praise: boolean, error: number): number {
  const honest = clipped(raterOdds);
  const praiseOfGood = honest * (1 - error) + (1 - honest) * 2 * error;
  const praiseOfBad = honest * error + (1 - honest) * (1 - 2 * error);
  return praise ? Math.log(praiseOfGood / praiseOfBad) : Math.log((1 - praiseOfGood) / (1 - praiseOfBad));
}

/** How much more likely this rating is by an honest rater than by a deceiver, the rated being good by those odds. */
function messageToRater(ratedOdds: number, praise: boolean, error: number): number {
  const good = clipped(ratedOdds);
  const praiseByHonest = good * (1 - error) + (1 - good) * error;
  const praiseByDeceiver = good * 2 * error + (1 - good) * (1 - 2 * error);
  return praise ? Math.log(praiseByHonest / praiseByDeceiver) : Math.log((1 - praiseByHonest) / (1 - praiseByDeceiver));
}
