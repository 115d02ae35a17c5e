import { DRAWING, shade } from './bricks.js';

interface CarScene {
  readonly sky: readonly [top: string, bottom: string];
  readonly ground: string;
  readonly body: string;
  /** Another colour above the windows. */
  readonly roof?: string;
  readonly van?: boolean;
  readonly windows?: string;
  /** Drawn behind the car, and before it. */
  readonly behind?: string;
  readonly before?: string;
}

const CITY = { body: 'M118 430 C116 372 128 348 176 338 L236 262 Q262 228 318 224 L470 222 Q530 222 566 262 L612 320 Q676 330 684 372 L686 430 Z', roof: 'M228 272 Q262 228 318 224 L470 222 Q530 222 566 262 L574 272 Z', glass: ['M250 322 L286 270 Q300 254 326 252 L392 250 L392 322 Z', 'M410 250 L474 250 Q512 252 536 280 L566 322 L410 322 Z'] } as const;
const VAN = { body: 'M118 430 L118 214 Q120 188 148 186 L510 186 Q546 188 566 222 L616 316 Q676 326 684 370 L686 430 Z', roof: 'M118 224 L118 214 Q120 188 148 186 L510 186 Q540 188 560 214 L566 224 Z', glass: ['M432 228 L514 228 Q528 228 538 246 L578 318 L432 318 Z'] } as const;

/** A small car seen from its side, as SVG. */
export function drawCar({ sky: [top, bottom], ground, body, roof, van, windows = '#cfe4ee', behind = '', before = '' }: CarScene): string {
  const shape = van ? VAN : CITY;
  const glass = shape.glass.map((path) => `<path d="${path}" fill="${windows}" stroke="${shade(body, -0.4)}" stroke-width="4"/>`).join('');
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${DRAWING.width} ${DRAWING.height}">
    <defs><linearGradient id="sky" x2="0" y2="1"><stop stop-color="${top}"/><stop offset="1" stop-color="${bottom}"/></linearGradient>
    <linearGradient id="body" x2="0" y2="1"><stop stop-color="${shade(body, 0.18)}"/><stop offset="0.55" stop-color="${body}"/><stop offset="1" stop-color="${shade(body, -0.3)}"/></linearGradient></defs>
    <rect width="800" height="600" fill="url(#sky)"/>${behind}<rect y="446" width="800" height="154" fill="${ground}"/>
    <ellipse cx="402" cy="478" rx="310" ry="20" fill="#000" opacity="0.22"/>
    <path d="${shape.body}" fill="url(#body)" stroke="${shade(body, -0.45)}" stroke-width="3"/>${roof ? `<path d="${shape.roof}" fill="${roof}"/>` : ''}${glass}
    <path d="M401 332V424M300 350h34M438 350h34" stroke="${shade(body, -0.35)}" stroke-width="4" stroke-linecap="round" fill="none"/>
    <rect x="650" y="352" width="34" height="20" rx="9" fill="#fff6d0"/><rect x="118" y="352" width="20" height="26" rx="7" fill="#e2483d"/>
    ${wheel(232)}${wheel(572)}${before}</svg>`;
}

function wheel(x: number): string {
  return `<circle cx="${x}" cy="430" r="56" fill="#1c1d21"/><circle cx="${x}" cy="430" r="34" fill="#c7ccd2"/><circle cx="${x}" cy="430" r="26" fill="#8b939c"/><circle cx="${x}" cy="430" r="8" fill="#e6e9ec"/>`;
}

const SEA = '<rect y="330" width="800" height="120" fill="#3aa0b8"/><path d="M0 350h800M0 384h800" stroke="#7fc9d6" stroke-width="4" stroke-dasharray="46 60"/><circle cx="150" cy="130" r="58" fill="#ffe08a"/>';
const HILLS = '<path d="M0 446V330Q120 250 250 320T520 300T800 330V446Z" fill="#9cc3a0"/><path d="M0 446V390Q160 330 330 380T640 360T800 390V446Z" fill="#7fae86"/>';
const TOWN = Array.from({ length: 11 }, (_, n) => `<rect x="${n * 76 - 10}" y="${230 - ((n * 53) % 110)}" width="66" height="260" fill="#1b2350"/>${[0, 1, 2, 3].map((row) => `<rect x="${n * 76 + 6 + (row % 2) * 24}" y="${256 - ((n * 53) % 110) + row * 44}" width="14" height="20" fill="#ffd97a" opacity="${(n + row) % 3 ? 0.9 : 0.15}"/>`).join('')}`).join('');
const RACK = '<path d="M300 218h180" stroke="#4c3a2a" stroke-width="8" stroke-linecap="round"/><path d="M252 204 Q390 168 532 204 Q390 224 252 204Z" fill="#f2f2f2" stroke="#e0683c" stroke-width="6"/>';
const GLOW = '<path d="M176 338 L612 320" stroke="#7df9e9" stroke-width="7" opacity="0.9"/><path d="M684 362 L800 340 V420 Z" fill="#fff3b0" opacity="0.45"/>';
const BOXES = '<path d="M150 250h240v150H150Z" fill="none" stroke="#fff" stroke-width="5" opacity="0.7"/><text x="270" y="342" font-family="sans-serif" font-size="56" font-weight="700" text-anchor="middle" fill="#fff">Rive</text>';

const GREEN = '#1f4d3a';
const CREAM = '#f1e4c8';

/** The pictures of works in the car community, by name. */
export const CAR_MODELS = {
  vert: () => drawCar({ sky: ['#dcebe4', '#f6faf6'], ground: '#c9cfc4', body: GREEN, behind: HILLS }),
  creme: () => drawCar({ sky: ['#f6dcc0', '#fdf3e6'], ground: '#d6cbb8', body: GREEN, roof: CREAM, behind: HILLS }),
  plage: () => drawCar({ sky: ['#a9def0', '#e8f8fb'], ground: '#ecd9a6', body: GREEN, roof: CREAM, behind: SEA, before: RACK }),
  nuit: () => drawCar({ sky: ['#070b24', '#26307a'], ground: '#11163a', body: '#3b2c8f', windows: '#7f8fd9', behind: TOWN, before: GLOW }),
  utilitaire: () => drawCar({ sky: ['#e3e8ee', '#f7f9fb'], ground: '#b9bfc6', body: '#d9772b', van: true, before: BOXES }),
  corail: () => drawCar({ sky: ['#ffd9cf', '#fff3ee'], ground: '#d9c3b6', body: '#e8604c', roof: '#ffffff', behind: SEA }),
} as const;
