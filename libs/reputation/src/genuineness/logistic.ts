/** Logistic regression with a ridge, fitted by Newton's method on standardised columns. Small tables only. */
import { probability } from './interactions.js';

export interface LogisticModel {
  readonly intercept: number;
  /** One entry a column, for values standardised by the mean and deviation beside them. */
  readonly weights: readonly number[];
  readonly means: readonly number[];
  readonly deviations: readonly number[];
}

/** @param rows one row a case, all of one length. @param labels true for the class that gets high scores */
export function fitLogistic(rows: readonly (readonly number[])[], labels: readonly boolean[], ridge = 1): LogisticModel {
  const { means, deviations } = scaleOf(rows);
  const cases = rows.map((row) => [1, ...row.map((value, i) => (value - means[i]!) / deviations[i]!)]);
  let weights: number[] = Array.from({ length: means.length + 1 }, () => 0);
  for (let round = 0; round < 25; round++) {
    const step = newtonStep(cases, labels, weights, ridge);
    weights = weights.map((weight, i) => weight - step[i]!);
    if (Math.max(...step.map(Math.abs)) < 1e-9) break;
  }
  const [intercept = 0, ...rest] = weights;
  return { intercept, weights: rest, means, deviations };
}

/** The probability of the class fitted as true. */
export function predict({ intercept, weights, means, deviations }: LogisticModel, row: readonly number[]): number {
  return probability(row.reduce((sum, value, i) => sum + (weights[i]! * (value - means[i]!)) / deviations[i]!, intercept));
}

function scaleOf(rows: readonly (readonly number[])[]) {
  const columns = rows[0]!.map((_, i) => rows.map((row) => row[i]!));
  const means = columns.map((column) => column.reduce((sum, value) => sum + value, 0) / column.length);
  const deviations = columns.map((column, i) => Math.sqrt(column.reduce((sum, value) => sum + (value - means[i]!) ** 2, 0) / column.length) || 1);
  return { means, deviations };
}

function newtonStep(cases: readonly number[][], labels: readonly boolean[], weights: readonly number[], ridge: number): number[] {
  const size = weights.length;
  const gradient = weights.map((weight, i) => (i === 0 ? 0 : ridge * weight));
  const hessian = weights.map((_, i) => weights.map((_weight, j) => (i === j ? (i === 0 ? 1e-9 : ridge) : 0)));
  cases.forEach((row, at) => {
    const p = probability(row.reduce((sum, value, i) => sum + value * weights[i]!, 0));
    for (let i = 0; i < size; i++) {
      gradient[i]! += row[i]! * (p - (labels[at] ? 1 : 0));
      for (let j = 0; j < size; j++) hessian[i]![j]! += row[i]! * row[j]! * p * (1 - p);
    }
  });
  return solved(hessian, gradient);
}

/** Gauss with the largest pivot. */
function solved(matrix: number[][], right: number[]): number[] {
  const rows = matrix.map((row, i) => [...row, right[i]!]);
  for (let column = 0; column < rows.length; column++) {
    const pivot = rows.reduce((best, row, i) => (i >= column && Math.abs(row[column]!) > Math.abs(rows[best]![column]!) ? i : best), column);
    [rows[column], rows[pivot]] = [rows[pivot]!, rows[column]!];
    for (let i = 0; i < rows.length; i++) {
      if (i === column) continue;
      const factor = rows[i]![column]! / rows[column]![column]!;
      for (let j = column; j <= rows.length; j++) rows[i]![j]! -= factor * rows[column]![j]!;
    }
  }
  return rows.map((row, i) => row[rows.length]! / row[i]!);
}
