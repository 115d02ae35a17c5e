/** A quilt of four tiles in three colours, drawn from a seed: the same person always wears the same one. */

export interface AvatarDrawing {
  ground: string;
  /** Paths in a square of 64. */
  shapes: readonly { d: string; fill: string }[];
}

/** Tiles in a square of 32, each of a different character. */
const TILES = [
  'M0 0h32a32 32 0 0 1-32 32Z',
  'M32 0v32a32 32 0 0 1-32-32Z',
  'M32 32H0a32 32 0 0 1 32-32Z',
  'M0 32V0a32 32 0 0 1 32 32Z',
  'M16 3a13 13 0 1 1 0 26 13 13 0 0 1 0-26Z',
  'M0 16a16 16 0 0 1 32 0Z',
  'M0 16a16 16 0 0 0 32 0Z',
  'M16 0a16 16 0 0 1 0 32Z',
  'M0 0h32L0 32Z',
  'M32 0v32L0 0Z',
  'M16 0l16 16-16 16L0 16Z',
  'M0 0h16v32H0Z',
] as const;

export function drawAvatar(seed: string): AvatarDrawing {
  const next = numbersFrom(seed);
  const hue = Math.floor(next() * 24) * 15;
  const step = [35, 60, 150, 180][Math.floor(next() * 4)]!;
  const inks = [`oklch(0.62 0.15 ${hue})`, `oklch(0.82 0.12 ${(hue + step) % 360})`, `oklch(0.38 0.09 ${(hue + 15) % 360})`];
  const shapes = [0, 1, 2, 3].map((corner) => {
    const tile = TILES[Math.floor(next() * TILES.length)]!;
    return { d: moved(tile, (corner % 2) * 32, Math.floor(corner / 2) * 32), fill: inks[(corner + Math.floor(next() * 3)) % 3]! };
  });
  return { ground: `oklch(0.93 0.045 ${(hue + step / 2) % 360})`, shapes };
}

/** Relative commands stay; absolute ones move. */
function moved(path: string, x: number, y: number): string {
  return path.replace(/([MLHV])(-?\d+)?(?: (-?\d+))?/g, (_, command: string, a: string, b?: string) => {
    if (command === 'H') return `H${Number(a) + x}`;
    if (command === 'V') return `V${Number(a) + y}`;
    return `${command}${Number(a) + x} ${Number(b) + y}`;
  });
}

/** A small deterministic generator (FNV-1a, then mulberry32). */
function numbersFrom(seed: string): () => number {
  let state = 0x811c9dc5;
  for (const character of seed) state = Math.imul(state ^ character.codePointAt(0)!, 0x01000193);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
