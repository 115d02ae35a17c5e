import { drawBricks } from './bricks.js';
import { drawCar } from './cars.js';

const SNOW = Array.from({ length: 70 }, (_, n) => `<circle cx="${(n * 131) % 800}" cy="${(n * 71) % 600}" r="${1.6 + (n % 4)}" fill="#fff" opacity="${0.5 + (n % 4) / 10}"/>`).join('');
const MOON = '<circle cx="650" cy="96" r="42" fill="#fff6d6"/><circle cx="632" cy="86" r="36" fill="#1a2350"/>';
const glow = (x: number, y: number, r: number, colour: string) => `<circle cx="${x}" cy="${y}" r="${r}" fill="${colour}" opacity="0.22"/><circle cx="${x}" cy="${y}" r="${r / 2}" fill="${colour}" opacity="0.3"/>`;
const RAIN = Array.from({ length: 60 }, (_, n) => `<path d="M${(n * 137) % 820} ${(n * 61) % 440}l-10 26" stroke="#dbe7f2" stroke-width="2.4" opacity="0.55"/>`).join('');
const PEAKS = '<path d="M0 446 170 190 260 300 400 130 560 330 640 240 800 446Z" fill="#8fa9c4"/><path d="M170 190l-44 66 40-14 30 24 20-20zM400 130l-58 84 44-16 30 26 34-30z" fill="#fff"/>';
const GARAGE = '<rect x="60" y="90" width="680" height="360" fill="#3b4048"/><rect x="100" y="130" width="180" height="60" fill="#565d68"/><path d="M330 110h140v26H330zM540 110h140v26H540z" fill="#f3e9b4"/><rect x="706" y="250" width="26" height="90" rx="6" fill="#e8ecef"/><path d="M719 300Q760 400 686 400" stroke="#1b1d21" stroke-width="7" fill="none"/>';
const MARKET = [0, 1, 2].map((at) => `<rect x="${40 + at * 250}" y="300" width="210" height="150" fill="#7a5638"/><path d="M${30 + at * 250} 300h230l-24-66H${54 + at * 250}Z" fill="${['#c8372d', '#2f7a5c', '#d99a2b'][at]}"/><path d="M${78 + at * 250} 234l-10 66M${124 + at * 250} 234v66M${170 + at * 250} 234v66M${214 + at * 250} 234l10 66" stroke="#fff" stroke-width="14" opacity="0.75"/>`).join('');
const LAMPS = [130, 400, 670].map((x) => `<path d="M${x} 446V180" stroke="#2a2f45" stroke-width="8"/>${glow(x, 176, 90, '#ffd98a')}<circle cx="${x}" cy="176" r="13" fill="#fff3c9"/>`).join('');
const BOX_IN_BOOT = '<rect x="96" y="352" width="70" height="58" fill="#c79a5b"/><rect x="74" y="300" width="54" height="52" fill="#b98848"/><path d="M131 352v58M101 300v52" stroke="#8a6230" stroke-width="5"/>';

/** Pictures that ambassadors of the demo send, by name. */
export const SCENES = {
  lanternShop: () =>
    drawBricks({
      sky: ['#161d45', '#3c3a6e'], behind: MOON + glow(390, 330, 150, '#ffce6b'),
      bricks: [
        { at: [-6, -5, 0], size: [12, 10, 1], color: '#565a78' },
        { at: [-4, -4, 1], size: [7, 6, 4], color: '#8a3d52', smooth: true },
        { at: [-3, 2, 1], size: [2, 1, 3], color: '#3b2430', smooth: true },
        { at: [0, 2, 2], size: [2, 1, 2], color: '#ffd873', smooth: true },
        { at: [-4.5, -4.5, 5], size: [8, 7, 1], color: '#2b2f4e' },
        { at: [-3, -2, 6], size: [5, 1, 2], color: '#f2b134', smooth: true },
        { at: [4, 2, 1], size: [1, 1, 4], color: '#2b2f4e' },
        { at: [3.5, 1.5, 5], size: [2, 2, 1], color: '#ffd873', smooth: true },
      ],
    }),
  windowsill: () =>
    drawBricks({
      sky: ['#cfe3ee', '#f4f9fb'], behind: '<rect x="120" y="40" width="560" height="330" fill="#e8f3f8" stroke="#c3d2da" stroke-width="14"/><path d="M400 40v330" stroke="#c3d2da" stroke-width="12"/>' + SNOW,
      bricks: [
        { at: [-9, -3, 0], size: [18, 6, 1], color: '#ded3c0', smooth: true },
        { at: [-6, -2, 1], size: [3, 3, 2], color: '#b5633c', smooth: true },
        { at: [-5, -1, 3], size: [1, 1, 3], color: '#4d9a4a' },
        { at: [-6, -2, 6], size: [3, 3, 1], color: '#e86a92' },
        { at: [0, -1, 1], size: [3, 2, 3], color: '#3f6fa8', smooth: true },
        { at: [0.5, -0.5, 4], size: [2, 1, 4], color: '#6aa84f' },
        { at: [5, -1, 1], size: [2, 2, 1], color: '#b5633c' },
        { at: [5, -1, 2], size: [2, 2, 2], color: '#3d7a3b' },
      ],
    }),
  snowStation: () =>
    drawBricks({
      sky: ['#9db8d6', '#eef4fa'], before: SNOW,
      bricks: [
        { at: [-9, -5, 0], size: [18, 10, 1], color: '#f1f5f9', smooth: true },
        { at: [-9, 1, 1], size: [18, 1, 1], color: '#5d646c', smooth: true },
        { at: [-9, 3, 1], size: [18, 1, 1], color: '#5d646c', smooth: true },
        { at: [-6, -4, 1], size: [8, 4, 1], color: '#a9794f' },
        { at: [-5, -4, 2], size: [5, 3, 4], color: '#c04a3a', smooth: true },
        { at: [-5.5, -4.5, 6], size: [6, 4, 1], color: '#f8fafc' },
        { at: [1, -2, 2], size: [1, 1, 5], color: '#3a3f47', smooth: true },
        { at: [0.5, -2.5, 7], size: [2, 2, 1], color: '#ffd873' },
      ],
    }),
  marketStalls: () =>
    drawBricks({
      sky: ['#f2c58b', '#fbeedb'], behind: glow(400, 250, 220, '#fff0c4'),
      bricks: [
        { at: [-9, -6, 0], size: [18, 12, 1], color: '#b9a58a', smooth: true },
        ...[-8, -2, 4].flatMap((x, at) => [
          { at: [x, -3, 1] as const, size: [4, 3, 2] as const, color: '#8a5a36', smooth: true },
          { at: [x, -3, 3] as const, size: [1, 1, 2] as const, color: '#5c3b22', smooth: true },
          { at: [x + 3, -3, 3] as const, size: [1, 1, 2] as const, color: '#5c3b22', smooth: true },
          { at: [x - 0.5, -3.5, 5] as const, size: [5, 4, 1] as const, color: ['#c8372d', '#2f7a5c', '#e0a52e'][at]! },
        ]),
        { at: [-2, 2, 1], size: [1, 1, 2], color: '#3f6fa8' },
        { at: [0, 3, 1], size: [1, 1, 2], color: '#e86a92' },
        { at: [3, 2, 1], size: [1, 1, 2], color: '#6aa84f' },
      ],
    }),
  touchMap: () =>
    drawBricks({
      sky: ['#e7e1f2', '#faf8fd'],
      bricks: [
        { at: [-8, -6, 0], size: [16, 12, 1], color: '#f3efe4', smooth: true },
        { at: [-7, -1, 1], size: [14, 1, 1], color: '#22252b' },
        { at: [-1, -6, 1], size: [1, 11, 1], color: '#22252b' },
        { at: [-6, -5, 1], size: [4, 3, 2], color: '#d9622b' },
        { at: [1, -5, 1], size: [3, 3, 3], color: '#2f6fb0' },
        { at: [1, 1, 1], size: [5, 3, 1], color: '#3f8f52' },
        { at: [-6, 1, 1], size: [3, 3, 1], color: '#e0b02e' },
        { at: [-5, 2, 2], size: [1, 1, 2], color: '#e0b02e' },
      ],
    }),
  nightBridge: () =>
    drawBricks({
      sky: ['#0e1638', '#35427c'], behind: MOON,
      bricks: [
        { at: [-9, -4, 0], size: [18, 8, 1], color: '#24467a', smooth: true },
        { at: [-8, -2, 1], size: [2, 3, 5], color: '#8d8474', smooth: true },
        { at: [6, -2, 1], size: [2, 3, 5], color: '#8d8474', smooth: true },
        { at: [-8, -2, 6], size: [16, 3, 1], color: '#a69c89' },
        { at: [-5, 0.5, 7], size: [1, 1, 2], color: '#ffd873', smooth: true },
        { at: [0, 0.5, 7], size: [1, 1, 2], color: '#ffd873', smooth: true },
        { at: [5, 0.5, 7], size: [1, 1, 2], color: '#ffd873', smooth: true },
      ],
    }),
  col: () => drawCar({ sky: ['#b9d3ea', '#eef5fb'], ground: '#f0f4f8', body: '#0f6b8c', behind: PEAKS, before: SNOW }),
  garage: () => drawCar({ sky: ['#4a515b', '#6b737e'], ground: '#7d8591', body: '#e9e4d8', behind: GARAGE }),
  marche: () => drawCar({ sky: ['#f7d9b0', '#fdf1e0'], ground: '#cfc3b2', body: '#2f7a5c', roof: '#f1e4c8', behind: MARKET, before: BOX_IN_BOOT }),
  lampadaires: () => drawCar({ sky: ['#141a38', '#3a3f6e'], ground: '#262b45', body: '#c9ced8', windows: '#ffe9b8', behind: LAMPS }),
  pluie: () => drawCar({ sky: ['#8b98a6', '#c3ccd4'], ground: '#6f7a85', body: '#a63d3d', before: RAIN }),
  demenagement: () => drawCar({ sky: ['#dfe9d9', '#f7faf4'], ground: '#b8bfae', body: '#d9a12b', before: BOX_IN_BOOT }),
} as const;
