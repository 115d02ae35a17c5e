/** A box of bricks on a grid: where its lowest corner stands, how far it reaches, and its colour. In studs; z is up, in brick heights. */
export interface Bricks {
  readonly at: readonly [x: number, y: number, z: number];
  readonly size: readonly [w: number, d: number, h: number];
  readonly color: string;
  /** Tiles are smooth on top. */
  readonly smooth?: boolean;
}

export interface BrickScene {
  readonly sky: readonly [top: string, bottom: string];
  readonly bricks: readonly Bricks[];
  /** Drawn behind the bricks, and before them. */
  readonly behind?: string;
  readonly before?: string;
}

export const DRAWING = { width: 800, height: 600 } as const;

/** Half of a stud's width and of its depth on the page, and the height of a brick, in pixels. */
const STUD = { x: 19, y: 11, z: 23 } as const;
const ORIGIN = { x: 400, y: 432 } as const;

type Point = readonly [x: number, y: number];

function onPage(x: number, y: number, z: number): Point {
  return [ORIGIN.x + (x - y) * STUD.x, ORIGIN.y + (x + y) * STUD.y - z * STUD.z];
}

/** A model of bricks as one sees it from above and aside, as SVG. */
export function drawBricks({ sky: [top, bottom], bricks, behind = '', before = '' }: BrickScene): string {
  const inOrder = bricks.flatMap(layers).sort((a, b) => order(a) - order(b));
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${DRAWING.width} ${DRAWING.height}">
    <defs><linearGradient id="sky" x2="0" y2="1"><stop stop-color="${top}"/><stop offset="1" stop-color="${bottom}"/></linearGradient></defs>
    <rect width="800" height="600" fill="url(#sky)"/>${behind}${inOrder.map(drawOne).join('')}${before}</svg>`;
}

/** One brick high each, so that what stands before hides what is behind. */
function layers({ at: [x, y, z], size: [w, d, h], color, smooth }: Bricks): Bricks[] {
  return Array.from({ length: h }, (_, up) => ({ at: [x, y, z + up], size: [w, d, 1], color, smooth: smooth || up < h - 1 }));
}

function order({ at: [x, y, z], size: [w, d] }: Bricks): number {
  return z * 1_000 + x + w / 2 + y + d / 2;
}

function drawOne({ at: [x, y, z], size: [w, d, h], color, smooth }: Bricks): string {
  const corner = (dx: number, dy: number, dz: number) => onPage(x + dx, y + dy, z + dz);
  const faces = [
    face([corner(0, d, 0), corner(w, d, 0), corner(w, d, h), corner(0, d, h)], shade(color, -0.12)),
    face([corner(w, 0, 0), corner(w, d, 0), corner(w, d, h), corner(w, 0, h)], shade(color, -0.28)),
    face([corner(0, 0, h), corner(w, 0, h), corner(w, d, h), corner(0, d, h)], color),
  ];
  return faces.join('') + (smooth ? '' : studs(x, y, z + h, w, d, color));
}

function face(points: readonly Point[], color: string): string {
  return `<polygon points="${points.map((point) => point.join()).join(' ')}" fill="${color}" stroke="${shade(color, -0.36)}" stroke-width="0.8" stroke-linejoin="round"/>`;
}

function studs(x: number, y: number, z: number, w: number, d: number, color: string): string {
  const all: string[] = [];
  for (let dx = 0; dx < w; dx += 1) {
    for (let dy = 0; dy < d; dy += 1) {
      const [cx, cy] = onPage(x + dx + 0.5, y + dy + 0.5, z);
      all.push(`<path d="M${cx - 10} ${cy}v-5h20v5a10 5.6 0 0 1-20 0Z" fill="${shade(color, -0.18)}"/><ellipse cx="${cx}" cy="${cy - 5}" rx="10" ry="5.6" fill="${shade(color, 0.1)}"/>`);
    }
  }
  return all.join('');
}

/** A colour nearer to white (up to 1) or to black (down to -1). */
export function shade(color: string, by: number): string {
  const parts = [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16));
  const to = by > 0 ? 255 : 0;
  return `#${parts.map((part) => Math.round(part + (to - part) * Math.abs(by)).toString(16).padStart(2, '0')).join('')}`;
}
