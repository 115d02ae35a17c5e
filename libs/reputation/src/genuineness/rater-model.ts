/**
 * What the features of a rater weigh, fitted on the 240 labelled raters of bitcoin-otc and on nothing else
 * (`npm run eval -- fit NETWORK.csv LABELS.csv` prints it anew). Columns in the order of RATER_FEATURES. Version 1.
 */
import type { LogisticModel } from './logistic.js';

export const RATER_MODEL: LogisticModel = {
  intercept: -0.3574,
  weights: [1.4119, 1.2173, 0.9189, -0.5733],
  means: [0.6484, 0.2973, 0.5152, 0.6229],
  deviations: [0.4074, 0.7061, 0.3735, 0.2527],
};
