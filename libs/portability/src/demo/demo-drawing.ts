import sharp from 'sharp';
import { numbersFrom } from './demo-votes.js';

/** The side of a portrait, in the units that shapes are told in. */
const SIDE = 256;
/** Points for each unit and direction: edges come out smooth when they are brought together. */
const FINENESS = 2;

type Colour = readonly [red: number, green: number, blue: number];

/** Painted over what was there, where it covers. */
interface Shape {
  readonly colour: Colour;
  readonly covers: (x: number, y: number) => boolean;
}

/** A head of bricks with a face of its own, as PNG; the same for the same name. */
export function aBrickling(name: string): Promise<Buffer> {
  const random = numbersFrom(`${name} portrait`);
  const hue = random() * 360;
  const hat = hue + 120 + random() * 120;
  const depth = 10 + random() * 16;
  const dark: Colour = [34, 34, 34];
  const glasses = random() > 0.6 ? [ring(104, 132, 22, 5, dark), ring(152, 132, 22, 5, dark), box(125, 129, 7, 5, 0, dark)] : [];
  return drawn([
    box(0, 0, SIDE, SIDE, 0, hsl(hue, 0.55, 0.82)),
    box(40, 200, 176, 120, 60, hsl(hue, 0.5, 0.45)),
    box(104, 34, 48, 30, 6, hsl(hat, 0.6, 0.42)),
    box(62, 52, 132, 60, 14, hsl(hat, 0.6, 0.48)),
    box(70, 86, 116, 114, 30, [244, 196, 48]),
    disc(104, 132, 9, dark), disc(152, 132, 9, dark), ...glasses,
    { colour: dark, covers: (x, y) => Math.abs(x - 128) < 32 && Math.abs(y - 166 - depth * (1 - ((x - 128) / 32) ** 2)) < 4.5 },
  ]);
}

/** A road at an hour of one's own, as PNG; the same for the same name. */
export function aRoad(name: string): Promise<Buffer> {
  const random = numbersFrom(`${name} portrait`);
  const hue = random() * 360;
  const [x, y] = [60 + random() * 136, 70 + random() * 50];
  const [bend, far] = [(random() - 0.5) * 60, 90 + random() * 76];
  const hill = (at: number) => 158 + 14 * Math.sin(at / 34 + hue);
  const bands = Array.from({ length: 6 }, (_, at) => box(0, at * 30, SIDE, SIDE, 0, hsl(hue + at * 9, 0.62, 0.36 + at * 0.07)));
  const middle = (at: number) => 128 + ((SIDE - at) / 98) * (far - 128) + bend * Math.sin(((SIDE - at) / 98) * Math.PI);
  return drawn([
    ...bands,
    disc(x, y, 34, [255, 244, 214]),
    { colour: hsl(hue + 200, 0.28, 0.26), covers: (at, down) => down > hill(at) },
    { colour: [233, 237, 242], covers: (at, down) => down > 160 && Math.abs(at - middle(down)) < 4 + (down - 158) * 0.28 },
  ]);
}

function drawn(shapes: readonly Shape[]): Promise<Buffer> {
  const width = SIDE * FINENESS;
  const pixels = Buffer.alloc(width * width * 3);
  for (let at = 0; at < width * width; at += 1) {
    const [x, y] = [(at % width) / FINENESS, Math.floor(at / width) / FINENESS];
    pixels.set(shapes.findLast(({ covers }) => covers(x, y))!.colour, at * 3);
  }
  return sharp(pixels, { raw: { width, height: width, channels: 3 } }).resize(SIDE).png().toBuffer();
}

function box(left: number, top: number, width: number, height: number, corner: number, colour: Colour): Shape {
  return {
    colour,
    covers: (x, y) => {
      if (x < left || x > left + width || y < top || y > top + height) return false;
      const [dx, dy] = [corner - Math.min(x - left, left + width - x), corner - Math.min(y - top, top + height - y)];
      return dx < 0 || dy < 0 || Math.hypot(dx, dy) <= corner;
    },
  };
}

function disc(left: number, top: number, radius: number, colour: Colour): Shape {
  return { colour, covers: (x, y) => Math.hypot(x - left, y - top) <= radius };
}

function ring(left: number, top: number, radius: number, width: number, colour: Colour): Shape {
  return { colour, covers: (x, y) => Math.abs(Math.hypot(x - left, y - top) - radius) <= width / 2 };
}

/** @param hue in degrees, of any turn */
function hsl(hue: number, saturation: number, lightness: number): Colour {
  const strength = saturation * Math.min(lightness, 1 - lightness);
  const channel = (offset: number) => {
    const place = (offset + hue / 30) % 12;
    return Math.round(255 * (lightness - strength * Math.max(-1, Math.min(place - 3, 9 - place, 1))));
  };
  return [channel(0), channel(8), channel(4)];
}
