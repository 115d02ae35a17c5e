import { type Bricks, drawBricks } from './bricks.js';

const SEA: Bricks = { at: [-7, -7, 0], size: [14, 14, 1], color: '#2f7fb5' };
const SAND: Bricks = { at: [-4, -4, 1], size: [8, 8, 1], color: '#e3c98b' };

const WHITE = '#f6f3ea';
const RED = '#c8372d';

function tower(rings: readonly string[], lamp: string): Bricks[] {
  const walls = rings.map((color, at): Bricks => ({ at: [-2, -2, 2 + at], size: [3, 3, 1], color, smooth: at < rings.length - 1 }));
  const top = 2 + rings.length;
  return [
    ...walls,
    { at: [-1.5, -1.5, top], size: [2, 2, 2], color: lamp, smooth: true },
    { at: [-2, -2, top + 2], size: [3, 3, 1], color: RED, smooth: true },
    { at: [-1, -1, top + 3], size: [1, 1, 1], color: RED },
  ];
}

const STRIPES = [WHITE, WHITE, RED, RED, WHITE, WHITE, RED, RED, WHITE, WHITE];

const GARDEN: Bricks[] = [
  { at: [-4, 1, 2], size: [4, 3, 1], color: '#4d9a4a' },
  { at: [-3, 2, 3], size: [1, 1, 1], color: '#f2b134' },
  { at: [-1, 3, 3], size: [1, 1, 1], color: '#e86a92' },
  { at: [1.5, 1.5, 2], size: [2, 2, 2], color: '#d98c5f', smooth: true },
  { at: [1.5, 1.5, 4], size: [2, 2, 1], color: '#7a4a32' },
];

const STARS = Array.from({ length: 40 }, (_, n) => `<circle cx="${(n * 197) % 800}" cy="${(n * 89) % 260}" r="${1 + (n % 3) * 0.5}" fill="#fff" opacity="${0.5 + (n % 5) / 10}"/>`).join('');
const BEAM = '<polygon points="398,112 0,0 0,150" fill="#fff1b8" opacity="0.4"/><polygon points="398,112 800,40 800,210" fill="#fff1b8" opacity="0.4"/>';
const SUN = '<circle cx="640" cy="120" r="54" fill="#fff3c4"/>';

/** The pictures of works in the brick community, by name. */
export const BRICK_MODELS = {
  lighthouse: () => drawBricks({ sky: ['#9fd3ec', '#e9f6fb'], behind: SUN, bricks: [SEA, SAND, ...tower(STRIPES, '#ffd54a')] }),
  keeper: () => drawBricks({ sky: ['#f7c9a9', '#fdeee0'], behind: SUN, bricks: [SEA, { ...SAND, size: [8, 8, 1] }, ...tower(STRIPES, '#ffd54a'), ...GARDEN] }),
  night: () =>
    drawBricks({ sky: ['#0d1433', '#2b3a73'], behind: STARS + BEAM, bricks: [{ ...SEA, color: '#1d3f73' }, { ...SAND, color: '#8f8468' }, ...tower(STRIPES.map((color) => (color === WHITE ? '#c9cbe0' : '#8e2c3a')), '#fff2a8'), ...GARDEN.slice(3)] }),
  tram: () =>
    drawBricks({
      sky: ['#cfe6d8', '#f3f8ee'],
      bricks: [
        { at: [-8, -4, 0], size: [16, 8, 1], color: '#8d949c' },
        { at: [-8, -1.5, 1], size: [16, 1, 1], color: '#5d646c', smooth: true },
        { at: [-8, 0.5, 1], size: [16, 1, 1], color: '#5d646c', smooth: true },
        { at: [-6, -2, 2], size: [12, 4, 2], color: '#1f7a5c', smooth: true },
        { at: [-6, -2, 4], size: [12, 4, 2], color: '#bfe3ef', smooth: true },
        { at: [-6, -2, 6], size: [12, 4, 1], color: '#f4ecd2' },
        { at: [-1, -1, 7], size: [2, 2, 1], color: '#5d646c' },
      ],
    }),
  bakery: () =>
    drawBricks({
      sky: ['#d8cdea', '#f6f0fa'],
      bricks: [
        { at: [-5, -5, 0], size: [10, 10, 1], color: '#6a8f4e' },
        { at: [-4, -4, 1], size: [6, 6, 4], color: '#e8d3b0', smooth: true },
        { at: [-1.5, 2, 1], size: [2, 1, 3], color: '#6b4226', smooth: true },
        { at: [-4.5, -4.5, 5], size: [7, 7, 1], color: '#6d3f8f' },
        { at: [-3.5, -3.5, 6], size: [5, 5, 1], color: '#6d3f8f' },
        { at: [-2.5, -2.5, 7], size: [3, 3, 1], color: '#6d3f8f' },
        { at: [-1.5, -1.5, 8], size: [1, 1, 3], color: '#6d3f8f' },
        { at: [-4, -2, 6], size: [1, 1, 4], color: '#a0522d' },
        { at: [3, 1, 1], size: [1, 1, 2], color: '#e07b1f' },
        { at: [3, 3, 1], size: [1, 1, 1], color: '#e07b1f' },
      ],
    }),
  boat: () =>
    drawBricks({
      sky: ['#bfe0e6', '#eef7f4'],
      bricks: [
        { at: [-9, -5, 0], size: [18, 10, 1], color: '#3c8d8a' },
        { at: [-7, -2, 1], size: [14, 4, 2], color: '#1d3557', smooth: true },
        { at: [-7, -2, 3], size: [14, 4, 1], color: '#b5533c' },
        { at: [-4, -1.5, 4], size: [7, 3, 2], color: '#e9c46a', smooth: true },
        { at: [-4.5, -2, 6], size: [8, 4, 1], color: '#457b3b' },
        { at: [-3, -1, 7], size: [1, 1, 2], color: '#333333' },
        { at: [1, -1, 7], size: [2, 2, 1], color: '#e86a92' },
        { at: [5, -1, 4], size: [1, 2, 1], color: '#f6f3ea' },
      ],
    }),
} as const;
