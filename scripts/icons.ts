/** Draws the app's two icons, a speech bubble on wheels whose windows are the bars of a poll: `node scripts/icons.ts`. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { crc32, deflateSync } from 'node:zlib';

type Point = readonly [x: number, y: number];
/** True where the shape is, in the picture's own units. */
type Shape = (x: number, y: number) => boolean;
/** Red, green, blue 0–255 and opacity 0–1. */
type Colour = readonly [red: number, green: number, blue: number, opacity: number];

interface Layer {
  readonly shape: Shape;
  readonly colour: Colour;
}

/** Each pixel is the mean of so many samples a side, which smooths the edges. */
const SAMPLES = 8;

const WHITE: Colour = [255, 255, 255, 1];
const BLUE: Colour = [15, 84, 140, 1]; // accentColor of the manifest
const PALE: Colour = [203, 222, 238, 1];
const AMBER: Colour = [255, 178, 36, 1];

const roundedBox =
  (left: number, top: number, right: number, bottom: number, radius: number): Shape =>
  (x, y) => {
    const dx = Math.max(left + radius - x, x - (right - radius), 0);
    const dy = Math.max(top + radius - y, y - (bottom - radius), 0);
    return dx * dx + dy * dy <= radius * radius;
  };

const disc =
  ([cx, cy]: Point, radius: number): Shape =>
  (x, y) =>
    (x - cx) ** 2 + (y - cy) ** 2 <= radius ** 2;

/** Corners in order, clockwise on the screen. */
const convex =
  (...corners: readonly Point[]): Shape =>
  (x, y) =>
    corners.every(([ax, ay], index) => {
      const [bx, by] = corners[(index + 1) % corners.length] ?? [ax, ay];
      return (bx - ax) * (y - ay) - (by - ay) * (x - ax) >= 0;
    });

const all: Shape = () => true;
const either =
  (...shapes: readonly Shape[]): Shape =>
  (x, y) =>
    shapes.some((shape) => shape(x, y));
const without =
  (shape: Shape, ...holes: readonly Shape[]): Shape =>
  (x, y) =>
    shape(x, y) && !holes.some((hole) => hole(x, y));

/** On a 192 × 192 canvas; Teams rounds the corners itself. */
function colourIcon(): Layer[] {
  const bubble = either(roundedBox(36, 38, 156, 130, 20), convex([122, 124], [156, 100], [156, 152]));
  const wheels: readonly Point[] = [
    [64, 134],
    [108, 134],
  ];
  return [
    { shape: all, colour: BLUE },
    { shape: without(bubble, ...wheels.map((at) => disc(at, 18))), colour: WHITE },
    ...[55, 75, 95].flatMap((top, index): Layer[] => [
      { shape: roundedBox(54, top, 138, top + 12, 6), colour: PALE },
      { shape: roundedBox(54, top, [120, 96, 78][index] ?? 0, top + 12, 6), colour: index === 0 ? AMBER : BLUE },
    ]),
    ...wheels.flatMap((at): Layer[] => [
      { shape: disc(at, 13), colour: WHITE },
      { shape: disc(at, 5), colour: BLUE },
    ]),
  ];
}

/** On a 32 × 32 canvas: white alone on transparency, as Teams asks. */
function outlineIcon(): Layer[] {
  const frame = either(roundedBox(3, 4, 29, 25, 5), convex([22, 24], [29, 18], [29, 30]));
  const hollow = roundedBox(5, 6, 27, 23, 3);
  const wheels: readonly Point[] = [
    [10, 25],
    [19, 25],
  ];
  return [
    { shape: without(frame, hollow, ...wheels.map((at) => disc(at, 4.2))), colour: WHITE },
    { shape: roundedBox(8, 9, 23, 11, 1), colour: WHITE },
    { shape: roundedBox(8, 13, 19, 15, 1), colour: WHITE },
    { shape: roundedBox(8, 17, 14, 19, 1), colour: WHITE },
    ...wheels.map((at): Layer => ({ shape: without(disc(at, 3), disc(at, 1)), colour: WHITE })),
  ];
}

/** RGBA bytes of a square picture, rows from the top; later layers cover earlier ones. */
function paint(size: number, layers: readonly Layer[]): Buffer {
  const pixels = Buffer.alloc(size * size * 4);
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      const sum = [0, 0, 0];
      let opacity = 0;
      for (let sample = 0; sample < SAMPLES * SAMPLES; sample++) {
        const x = column + ((sample % SAMPLES) + 0.5) / SAMPLES;
        const y = row + (Math.floor(sample / SAMPLES) + 0.5) / SAMPLES;
        const seen = layers.findLast(({ shape }) => shape(x, y));
        if (!seen) continue;
        opacity += seen.colour[3];
        for (const part of [0, 1, 2] as const) sum[part] = (sum[part] ?? 0) + seen.colour[part] * seen.colour[3];
      }
      const at = (row * size + column) * 4;
      for (const part of [0, 1, 2]) pixels[at + part] = opacity === 0 ? 255 : Math.round((sum[part] ?? 0) / opacity);
      pixels[at + 3] = Math.round((255 * opacity) / (SAMPLES * SAMPLES));
    }
  }
  return pixels;
}

/** A PNG file of 8-bit RGBA (W3C PNG specification, colour type 6, no filter, no interlacing). */
function png(size: number, pixels: Buffer): Buffer {
  const chunk = (type: string, data: Buffer): Buffer => {
    const body = Buffer.concat([Buffer.from(type, 'ascii'), data]);
    const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    check.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, check]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  header.set([8, 6, 0, 0, 0], 8);
  const rows = Array.from({ length: size }, (_, row) =>
    Buffer.concat([Buffer.from([0]), pixels.subarray(row * size * 4, (row + 1) * size * 4)]),
  );
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.concat(rows), { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

const folder = join(import.meta.dirname, '..', 'appPackage');
writeFileSync(join(folder, 'color.png'), png(192, paint(192, colourIcon())));
writeFileSync(join(folder, 'outline.png'), png(32, paint(32, outlineIcon())));
