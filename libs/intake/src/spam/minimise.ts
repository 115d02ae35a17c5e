/** Value of a function at `point`; writes its slope there into `slope`. */
export type Smooth = (point: Float64Array, slope: Float64Array) => number;

const REMEMBERED = 8;
const MOST_STEPS = 80;
const SMALLEST_GAIN = 1e-6;

interface Step {
  readonly moved: Float64Array;
  readonly turned: Float64Array;
  readonly curvature: number;
}

/** Where a smooth convex function is least, from the origin: L-BFGS (Nocedal 1980) with halving steps. */
export function minimise(smooth: Smooth, dimensions: number): Float64Array {
  let point = new Float64Array(dimensions);
  let slope = new Float64Array(dimensions);
  let value = smooth(point, slope);
  const steps: Step[] = [];
  for (let count = 0; count < MOST_STEPS; count += 1) {
    const direction = directionFrom(slope, steps);
    const next = stepAlong(smooth, { point, slope, value, direction, length: steps.length > 0 ? 1 : 1 / Math.sqrt(dot(slope, slope) || 1) });
    const step = stepBetween({ point, slope }, next);
    if (step.curvature > 1e-12) steps.push(step);
    if (steps.length > REMEMBERED) steps.shift();
    const gained = value - next.value;
    ({ point, slope, value } = next);
    if (gained < SMALLEST_GAIN * Math.abs(value)) break;
  }
  return point;
}

interface Place {
  readonly point: Float64Array<ArrayBuffer>;
  readonly slope: Float64Array<ArrayBuffer>;
}

function stepAlong(smooth: Smooth, from: Place & { readonly value: number; readonly direction: Float64Array; readonly length: number }): Place & { value: number } {
  const { direction, value, length } = from;
  const fall = -dot(from.slope, direction);
  const slope = new Float64Array(direction.length);
  for (let share = length, tries = 0; ; share /= 2, tries += 1) {
    const point = from.point.map((at, index) => at - share * direction[index]!);
    const there = smooth(point, slope);
    if (there <= value + 1e-4 * share * fall || tries === 20) return { point, slope, value: there };
  }
}

function stepBetween(from: Place, to: Place): Step {
  const moved = to.point.map((at, index) => at - from.point[index]!);
  const turned = to.slope.map((at, index) => at - from.slope[index]!);
  return { moved, turned, curvature: dot(moved, turned) };
}

/** The slope, seen through what the steps before told about its curvature. */
function directionFrom(slope: Float64Array, steps: readonly Step[]): Float64Array {
  const direction = Float64Array.from(slope);
  const shares = steps.map(() => 0);
  for (let at = steps.length - 1; at >= 0; at -= 1) {
    const { moved, turned, curvature } = steps[at]!;
    shares[at] = dot(moved, direction) / curvature;
    addScaled(direction, turned, -shares[at]!);
  }
  const last = steps.at(-1);
  if (last) scale(direction, last.curvature / dot(last.turned, last.turned));
  steps.forEach(({ moved, turned, curvature }, at) => addScaled(direction, moved, shares[at]! - dot(turned, direction) / curvature));
  return direction;
}

function dot(one: Float64Array, other: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < one.length; at += 1) sum += one[at]! * other[at]!;
  return sum;
}

function scale(vector: Float64Array, by: number): void {
  for (let at = 0; at < vector.length; at += 1) vector[at]! *= by;
}

function addScaled(vector: Float64Array, other: Float64Array, by: number): void {
  for (let at = 0; at < vector.length; at += 1) vector[at]! += by * other[at]!;
}
