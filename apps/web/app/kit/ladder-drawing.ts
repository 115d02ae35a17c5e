/** Geometry of the ladder: a path that climbs from the start to the last rung, one equal wave per rung. */

export interface Point {
  x: number;
  y: number;
}

export interface LadderGeometry {
  width: number;
  height: number;
  /** SVG path of the whole way; one unit of its `pathLength` is one rung. */
  path: string;
  /** The start, then each rung. */
  stations: readonly Point[];
  /** The point at a place in rungs, e.g. 1.5. */
  at: (place: number) => Point;
}

const WIDTH = 360;
const HEIGHT = 150;
const SIDE = 22;
const TOP = 40;
const BOTTOM = 26;

/** @param rungs how many, at least 1 */
export function drawLadder(rungs: number): LadderGeometry {
  const stepX = (WIDTH - 2 * SIDE - 10) / rungs;
  const stepY = (HEIGHT - TOP - BOTTOM) / rungs;
  const stations = Array.from({ length: rungs + 1 }, (_, i) => ({ x: SIDE + i * stepX, y: HEIGHT - BOTTOM - i * stepY }));
  const bend = stepX * 0.55;
  const curves = stations.slice(1).map((to, i) => {
    const from = stations[i]!;
    return `C${round(from.x + bend)} ${round(from.y)} ${round(to.x - bend)} ${round(to.y)} ${round(to.x)} ${round(to.y)}`;
  });
  const path = `M${round(stations[0]!.x)} ${round(stations[0]!.y)}${curves.join('')}`;
  return { width: WIDTH, height: HEIGHT, path, stations, at: (place) => pointAt(stations, bend, place) };
}

/** Along the curve by length, so that it agrees with a dash of the same share. */
function pointAt(stations: readonly Point[], bend: number, place: number): Point {
  const last = stations.length - 1;
  const index = Math.min(last - 1, Math.floor(Math.max(0, place)));
  const share = Math.min(1, Math.max(0, place - index));
  const from = stations[index]!;
  const to = stations[index + 1]!;
  const points = Array.from({ length: 41 }, (_, i) => bezier(from, to, bend, i / 40));
  const lengths = points.map((point, i) => (i === 0 ? 0 : Math.hypot(point.x - points[i - 1]!.x, point.y - points[i - 1]!.y)));
  const whole = lengths.reduce((sum, length) => sum + length, 0);
  let walked = 0;
  for (const [i, length] of lengths.entries()) {
    walked += length;
    if (walked >= share * whole) return points[i]!;
  }
  return to;
}

function bezier(from: Point, to: Point, bend: number, t: number): Point {
  const u = 1 - t;
  const along = (a: number, b: number, c: number, d: number) => u ** 3 * a + 3 * u ** 2 * t * b + 3 * u * t ** 2 * c + t ** 3 * d;
  return { x: along(from.x, from.x + bend, to.x - bend, to.x), y: along(from.y, from.y, to.y, to.y) };
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
