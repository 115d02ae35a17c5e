/**
 * Part 1: honest and fraudulent users of a who-trusts-whom network, in two regimes in which nothing of what the labels
 * were made from is looked at.
 *
 * - OUT: an account is judged by the ratings it gave. The labelled are dealt into ten folds; while a fold is judged, no
 *   rating of any account in it exists. (`outStrict`: no rating of any labelled account exists at all.)
 * - DELEAK2: no edge from a labelled to a labelled account, and none from or to an account from its first such negative
 *   one on. How long an account lasted is no evidence there: the regime itself cuts off the fraudulent.
 */
import { eigenTrust } from '../genuineness/eigen-trust.js';
import { genuineness, shareOfTrust } from '../genuineness/genuineness.js';
import { type Interactions, countsOf, interactionsWhere } from '../genuineness/interactions.js';
import { type LogisticModel, fitLogistic, predict } from '../genuineness/logistic.js';
import { RATER_FEATURES, type RaterFeatures, agreement, raterFeatures } from '../genuineness/rater-features.js';
import { RATER_MODEL } from '../genuineness/rater-model.js';
import { ratingBeliefs } from '../genuineness/rating-beliefs.js';
import { type Quality, qualityOf } from './measures.js';
import { Random } from './random.js';

export type Labels = ReadonlyMap<number, boolean>;

export interface TrustResult {
  readonly out: Quality;
  readonly deleak2: Quality;
  readonly supervised: Quality;
  readonly transfer: Quality;
  /** What others' methods reach in the same regimes, by us. */
  readonly compared: Readonly<Record<'outFraudEagle' | 'outStrict' | 'outStrictFraudEagle' | 'deleak2EigenTrust' | 'deleak2FraudEagle', Quality>>;
}

const FOLDS = 10;
const REPEATS = 5;
const PUBLISHED = { strength: 0, damping: 0, error: 0.05 } as const;

export function evaluateTrust(ratings: Interactions, labels: Labels): TrustResult {
  const given = countsOf(ratings.from, ratings.accounts);
  const raters = new Map([...labels].filter(([account]) => given[account]! > 0));
  const table = blindFeatures(ratings, [...raters.keys()]);
  const strict = interactionsWhere(ratings, (row) => !labels.has(ratings.to[row]!));
  const cut = deleaked(ratings, labels);
  return {
    out: judged(raters, (account) => ownScore(table.get(account)!)),
    deleak2: judged(labels, at(deleakedScore(cut))),
    supervised: judged(raters, at(crossValidated(table, raters))),
    transfer: judged(raters, (account) => predict(RATER_MODEL, table.get(account)!)),
    compared: {
      outFraudEagle: judged(raters, at(blind(ratings, [...raters.keys()], (seen) => ratingBeliefs(seen, PUBLISHED).rater))),
      outStrict: judged(raters, at(genuineness(ownEvidence(raterFeatures(strict))))),
      outStrictFraudEagle: judged(raters, at(ratingBeliefs(strict, PUBLISHED).rater)),
      deleak2EigenTrust: judged(labels, at(eigenTrust(cut))),
      deleak2FraudEagle: judged(labels, at(ratingBeliefs(cut, PUBLISHED).rated)),
    },
  };
}

/** The model of `transfer`, fitted on all labelled raters of one network. */
export function fitRaterModel(ratings: Interactions, labels: Labels): LogisticModel {
  const given = countsOf(ratings.from, ratings.accounts);
  const raters = [...labels.keys()].filter((account) => given[account]! > 0);
  const table = blindFeatures(ratings, raters);
  return fitLogistic(raters.map((account) => table.get(account)!), raters.map((account) => labels.get(account)!));
}

const at = (scores: ArrayLike<number> | ReadonlyMap<number, number>) => (account: number) =>
  scores instanceof Map ? scores.get(account)! : (scores as ArrayLike<number>)[account]!;

function judged(labels: Labels, score: (account: number) => number): Quality {
  return qualityOf([...labels.keys()].map(score), [...labels.values()]);
}

function ownEvidence(features: RaterFeatures) {
  return { given: features.agreement, constancy: features.constancy };
}

function ownScore(row: readonly number[]): number {
  return (row[RATER_FEATURES.indexOf('agreement')]! + row[RATER_FEATURES.indexOf('constancy')]!) / 2;
}

/** Works out `measure` once for each fold, from what is left without the ratings of its accounts. */
function blind(ratings: Interactions, accounts: readonly number[], measure: (seen: Interactions) => Float64Array): Map<number, number> {
  const results = new Map<number, number>();
  for (const fold of folds(accounts, new Random(1))) {
    const hidden = new Set(fold);
    const measured = measure(interactionsWhere(ratings, (row) => !hidden.has(ratings.to[row]!)));
    for (const account of fold) results.set(account, measured[account]!);
  }
  return results;
}

function blindFeatures(ratings: Interactions, accounts: readonly number[]): Map<number, number[]> {
  const rows = new Map<number, number[]>();
  for (const fold of folds(accounts, new Random(1))) {
    const hidden = new Set(fold);
    const features = raterFeatures(interactionsWhere(ratings, (row) => !hidden.has(ratings.to[row]!)));
    for (const account of fold) rows.set(account, RATER_FEATURES.map((name) => features[name][account]!));
  }
  return rows;
}

function folds(accounts: readonly number[], random: Random): number[][] {
  const order = random.shuffled(accounts);
  return Array.from({ length: FOLDS }, (_, k) => order.filter((_account, i) => i % FOLDS === k)).filter((fold) => fold.length > 0);
}

/** Each account's score by models that never saw its label, the mean over repeated dealings. */
function crossValidated(table: ReadonlyMap<number, number[]>, labels: Labels): Map<number, number> {
  const scores = new Map<number, number>();
  if (table.size < 2) return scores; // nothing to learn from
  const random = new Random(2);
  for (let repeat = 0; repeat < REPEATS; repeat++) {
    for (const fold of folds([...labels.keys()], random)) {
      const tested = new Set(fold);
      const known = [...labels.keys()].filter((account) => !tested.has(account));
      const model = fitLogistic(known.map((account) => table.get(account)!), known.map((account) => labels.get(account)!));
      for (const account of fold) scores.set(account, (scores.get(account) ?? 0) + predict(model, table.get(account)!) / REPEATS);
    }
  }
  return scores;
}

/** The network of the regime DELEAK2. */
export function deleaked(ratings: Interactions, labels: Labels): Interactions {
  const { from, to, value, time } = ratings;
  const caught = new Map<number, number>();
  for (let i = 0; i < from.length; i++) {
    if (value[i]! >= 0 || !labels.has(from[i]!) || !labels.has(to[i]!)) continue;
    caught.set(to[i]!, Math.min(caught.get(to[i]!) ?? Infinity, time[i]!));
  }
  const before = (account: number, row: number) => time[row]! < (caught.get(account) ?? Infinity);
  return interactionsWhere(ratings, (row) => {
    const [a, b] = [from[row]!, to[row]!];
    return !(labels.has(a) && labels.has(b)) && before(a, row) && before(b, row);
  });
}

function deleakedScore(cut: Interactions): Float64Array {
  const beliefs = ratingBeliefs(cut);
  return genuineness({ given: agreement(beliefs.rater), received: agreement(beliefs.rated), trust: shareOfTrust(eigenTrust(cut)) });
}
