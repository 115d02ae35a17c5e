import type { Region } from './picture-file';

/** Where a square looks at a picture: its middle in the picture's pixels, and how close it is. */
export interface View {
  x: number;
  y: number;
  /** 1 shows as much as fits, more shows less. */
  zoom: number;
}

interface Size {
  width: number;
  height: number;
}

/** A square of fewer pixels would look coarse. */
const LEAST_SIDE = 64;
const CLOSEST = 4;

/** The middle, as far away as possible. */
export function wholeView({ width, height }: Size): View {
  return { x: width / 2, y: height / 2, zoom: 1 };
}

/** How close one may go before the square would look coarse. */
export function closestZoom({ width, height }: Size): number {
  return Math.max(1, Math.min(CLOSEST, Math.min(width, height) / LEAST_SIDE));
}

/** The same view, kept inside the picture. */
export function keptInside(view: View, size: Size): View {
  const zoom = clamp(view.zoom, 1, closestZoom(size));
  const half = Math.min(size.width, size.height) / zoom / 2;
  return { zoom, x: clamp(view.x, half, size.width - half), y: clamp(view.y, half, size.height - half) };
}

/** The square that is seen. */
export function regionOf({ x, y, zoom }: View, { width, height }: Size): Region {
  const side = Math.min(width, height) / zoom;
  return { x: x - side / 2, y: y - side / 2, width: side, height: side };
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), most);
}
