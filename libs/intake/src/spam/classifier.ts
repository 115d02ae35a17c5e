import { FEATURE_PLACES, type Features } from './features.js';
import { minimise } from './minimise.js';

/** A logistic regression over hashed tf-idf features. */
export interface SpamModel {
  /** By place. */
  readonly weights: Float32Array;
  readonly idf: Float32Array;
  readonly bias: number;
}

export interface Example {
  readonly features: Features;
  readonly isSpam: boolean;
  /** How much it counts; 1 when left out. */
  readonly weight?: number;
}

/** How much the examples count against keeping weights small: chosen by cross-validation between 1 and 100. */
const TRUST_IN_EXAMPLES = 5;

/** How sure the model is that a text is spam, as log-odds: above 0, rather yes. */
export function spamOdds(model: SpamModel, features: Features): number {
  const [places, values] = vectorOf(features, model.idf);
  let odds = model.bias;
  for (let at = 0; at < places.length; at += 1) odds += model.weights[places[at]!]! * values[at]!;
  return odds;
}

/** Fits a model. The same examples in the same order make the same model. */
export function trainSpamModel(examples: readonly Example[]): SpamModel {
  const idf = idfOf(examples);
  const vectors = examples.map(({ features, isSpam, weight = 1 }) => ({ vector: vectorOf(features, idf), sign: isSpam ? 1 : -1, weight: weight * TRUST_IN_EXAMPLES }));
  const best = minimise((point, slope) => {
    let loss = 0;
    for (let place = 0; place < FEATURE_PLACES; place += 1) {
      loss += 0.5 * point[place]! * point[place]!;
      slope[place] = point[place]!;
    }
    slope[FEATURE_PLACES] = 0; // the bias costs nothing
    for (const { vector, sign, weight } of vectors) loss += weight * addExample(vector, sign, weight, point, slope);
    return loss;
  }, FEATURE_PLACES + 1);
  return { weights: Float32Array.from(best.subarray(0, FEATURE_PLACES)), idf, bias: best[FEATURE_PLACES]! };
}

type Vector = readonly [places: readonly number[], values: readonly number[]];

function addExample([places, values]: Vector, sign: number, weight: number, point: Float64Array, slope: Float64Array): number {
  let odds = point[FEATURE_PLACES]!;
  for (let at = 0; at < places.length; at += 1) odds += point[places[at]!]! * values[at]!;
  const margin = sign * odds;
  const pull = (-weight * sign) / (1 + Math.exp(margin));
  for (let at = 0; at < places.length; at += 1) slope[places[at]!]! += pull * values[at]!;
  slope[FEATURE_PLACES]! += pull;
  return margin > 0 ? Math.log1p(Math.exp(-margin)) : Math.log1p(Math.exp(margin)) - margin;
}

/** tf-idf of length one: often is little more than once, and rare is telling. */
function vectorOf(features: Features, idf: Float32Array): Vector {
  const places = [...features.keys()];
  const values = [...features].map(([place, times]) => (1 + Math.log(times)) * idf[place]!);
  const length = Math.sqrt(values.reduce((sum, value) => sum + value * value, 0)) || 1;
  return [places, values.map((value) => value / length)];
}

function idfOf(examples: readonly Example[]): Float32Array {
  const texts = new Float32Array(FEATURE_PLACES);
  for (const { features } of examples) for (const place of features.keys()) texts[place]! += 1;
  return texts.map((count) => Math.log((1 + examples.length) / (1 + count)) + 1);
}
