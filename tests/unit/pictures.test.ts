/** Pictures that people send: drawn anew whatever they hold, kept under an id of ours, put into something by whoever sent them, and taken away. */

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { Transformer } from '@napi-rs/image';
import { DAY, plus } from '../../bot/core/clock.ts';
import { type ActivityId, activityId, personOf } from '../../bot/core/ids.ts';
import { memberIdOf } from '../../bot/core/network.ts';
import { keptPictures, LARGEST_PICTURE, LONGEST_ALT, PICTURE_SIDE, type Picture } from '../../bot/core/picture.ts';
import { dropPictures, keepPicture, placePicture } from '../../bot/core/pictures.ts';
import { pictures } from '../../bot/features/pictures/feature.ts';
import { picturePersonal } from '../../bot/features/pictures/personal.ts';
import { createPictures } from '../../bot/pictures/pictures.ts';
import { type FeatureWorld, NETWORK, openFeatureWorld, person } from '../fakes/feature-world.ts';

const PROCESS = join(import.meta.dirname, '../../bot/pictures/picture-process.ts');

// ── Pictures to send ──

type Colour = readonly [number, number, number];
const RED: Colour = [250, 10, 10];
const BLUE: Colour = [10, 10, 250];

/** The left half red, the right one blue; `alpha` of every point. */
function halves(width: number, height: number, alpha = 255): Transformer {
  const points = new Uint8Array(width * height * 4);
  for (let at = 0; at < width * height; at++) points.set([...(at % width < width / 2 ? RED : BLUE), alpha], at * 4);
  return Transformer.fromRgbaPixels(points, width, height);
}

/** What a camera writes: that it was held upright (orientation 6: turn to the right), and where. */
function asCameraWrites(jpeg: Uint8Array, orientation = 6): Uint8Array {
  const tiff = Buffer.alloc(8 + 2 + 2 * 12 + 4 + 2 + 12 + 4);
  tiff.write('II');
  tiff.writeUInt16LE(42, 2);
  tiff.writeUInt32LE(8, 4);
  tiff.writeUInt16LE(2, 8);
  const entry = (at: number, tag: number, type: number, count: number): void => {
    tiff.writeUInt16LE(tag, at);
    tiff.writeUInt16LE(type, at + 2);
    tiff.writeUInt32LE(count, at + 4);
  };
  entry(10, 0x0112, 3, 1);
  tiff.writeUInt16LE(orientation, 18);
  entry(22, 0x8825, 4, 1);
  tiff.writeUInt32LE(38, 30);
  tiff.writeUInt16LE(1, 38);
  entry(40, 0x0001, 2, 2);
  tiff.write('N\0', 48, 'latin1');
  const body = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff]);
  const head = Buffer.from([0xff, 0xe1, 0, 0]);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([jpeg.subarray(0, 2), head, body, jpeg.subarray(2)]);
}

/** The colour of a point of a picture, by parts of its width and height. */
async function colourAt(of: Uint8Array, x: number, y: number): Promise<number[]> {
  const image = new Transformer(of);
  const { width, height } = await image.metadata();
  const points = await image.rawPixels();
  const channels = points.length / (width * height);
  const at = (Math.floor(height * y) * width + Math.floor(width * x)) * channels;
  return [...points.subarray(at, at + 3)];
}
const isLike = (colour: readonly number[], to: Colour): boolean =>
  colour.every((one, at) => Math.abs(one - (to[at] ?? 0)) < 60);

describe('a picture is drawn anew', () => {
  const drawnAnew = createPictures().fit;

  test('upright, smaller, and without what the camera wrote into it', async () => {
    const sent = asCameraWrites(await halves(1600, 800).jpeg(90));
    expect(Buffer.from(sent).includes('Exif')).toBe(true);
    const { bytes, width, height } = await drawnAnew(sent, PICTURE_SIDE);
    expect([width, height]).toEqual([512, 1024]);
    const made = Buffer.from(bytes);
    expect([made.readUInt16BE(0), made.includes('Exif'), made.includes('II*')]).toEqual([0xffd8, false, false]);
    // Turned to the right, what was on the left is above.
    expect(isLike(await colourAt(bytes, 0.5, 0.1), RED)).toBe(true);
    expect(isLike(await colourAt(bytes, 0.5, 0.9), BLUE)).toBe(true);
  });

  test.each([
    ['PNG', (of: Transformer) => of.png()],
    ['WebP', (of: Transformer) => of.webp(90)],
    ['JPEG', (of: Transformer) => of.jpeg(90)],
  ])('as a JPEG also when it is %s, and no larger than it is', async (_, write) => {
    const { bytes, width, height } = await drawnAnew(await write(halves(60, 40)), PICTURE_SIDE);
    expect([width, height, Buffer.from(bytes).readUInt16BE(0)]).toEqual([60, 40, 0xffd8]);
    expect(isLike(await colourAt(bytes, 0.1, 0.5), RED)).toBe(true);
  });

  test('on white where one can see through it', async () => {
    const { bytes } = await drawnAnew(await halves(40, 40, 0).png(), PICTURE_SIDE);
    expect(isLike(await colourAt(bytes, 0.5, 0.5), [255, 255, 255])).toBe(true);
  });

  test.each([
    ['nothing', async () => new Uint8Array()],
    ['words', async () => Buffer.from('kuva.jpg')],
    ['SVG', async () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script/></svg>')],
    ['BMP', async () => halves(20, 20).bmp()],
    ['a picture that was cut off', async () => (await halves(300, 300).png()).subarray(0, 300)],
    ['what only begins like a JPEG', async () => Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3])],
  ])('is not %s', async (_, make) => {
    await expect(drawnAnew(await make(), PICTURE_SIDE)).rejects.toMatchObject({ code: 'broken' });
  });

  test('is not one of so many points that it would fill the memory, however few bytes it has', async () => {
    const png = Buffer.from(await halves(10, 10).png());
    png.writeUInt32BE(60_000, 16);
    png.writeUInt32BE(60_000, 20);
    const crc = crcOf(png.subarray(12, 29));
    png.writeUInt32BE(crc, 29);
    await expect(drawnAnew(png, PICTURE_SIDE)).rejects.toMatchObject({ code: 'tooLarge' });
  });

  test.each([
    ['never answers', 'setInterval(() => {}, 1000)'],
    ['is killed', 'process.kill(process.pid, "SIGKILL")'],
    ['is killed while it answers', 'process.stdout.write(\'{"width":9,"height":9,"size":9}\\nabc\')'],
    ['says something else', 'process.stdout.write("ready\\n")'],
    ['says nothing', ''],
  ])('refuses the picture when the process that reads it %s, and another one reads it', async (_, script) => {
    const folder = await mkdtemp(join(tmpdir(), 'pictures-'));
    const entry = join(folder, 'process.mjs');
    await writeFile(entry, script);
    const { fit: tried } = createPictures({ entry, time: 1500 });
    const good = await halves(30, 30).png();
    await expect(tried(good, 10)).rejects.toMatchObject({ code: 'broken' });
    await writeFile(entry, `await import(${JSON.stringify(pathToFileURL(PROCESS).href)})`);
    expect(await createPictures({ entry }).fit(good, 10)).toMatchObject({ width: 10, height: 10 });
    await rm(folder, { recursive: true });
  });

  test('one after the other: what is wrong with one harms no other', async () => {
    const good = await halves(30, 30).png();
    const all = await Promise.allSettled([drawnAnew(good, 10), drawnAnew(Buffer.from('x'), 10), drawnAnew(good, 20)]);
    expect(all.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(all[2]).toMatchObject({ value: { width: 20, height: 20 } });
  });
});

function crcOf(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return (crc ^ 0xffffffff) >>> 0;
}

describe('a kept picture', () => {
  let world: FeatureWorld;
  beforeEach(async () => {
    world = await openFeatureWorld([pictures]);
  });
  afterEach(() => world.close());

  const send = async (n = 1): Promise<ActivityId> =>
    (await keepPicture(await world.work(), person(n), await halves(40, 20).png())).id;
  const kept = async (id: ActivityId) => (await world.temp.store.get(world.scope, keptPictures, id))?.value;
  const bytesOf = async (id: ActivityId): Promise<boolean> =>
    (await world.files.read({ network: NETWORK, id })) !== undefined;
  const IDEA = activityId.parse('i-1');

  test('is there with its size, and stands in nothing yet', async () => {
    const id = await send();
    expect(await kept(id)).toMatchObject({ id, by: person(1), width: 40, height: 20 });
    expect((await kept(id))?.usedIn).toBeUndefined();
  });

  test('that is none, or too large, leaves nothing behind', async () => {
    const work = await world.work();
    await expect(keepPicture(work, person(1), Buffer.from('x'))).rejects.toThrow('can’t be read');
    await expect(keepPicture(work, person(1), new Uint8Array(LARGEST_PICTURE + 1))).rejects.toThrow('12 MB');
    expect((await world.temp.store.list(world.scope, keptPictures)).items).toEqual([]);
  });

  test('is put in by whoever sent it alone, with words for what it shows', async () => {
    const id = await send(1);
    const give = async (n: number, alt: string, before?: Picture) =>
      placePicture(await world.visit(n), { id, alt }, IDEA, before);
    await expect(give(2, 'Pysäkki')).rejects.toThrow('no longer there');
    await expect(give(1, '  ')).rejects.toThrow('what the picture shows');
    expect(await give(1, ` Katettu\n pysäkki ${'x'.repeat(300)}`)).toMatchObject({ id, width: 40, height: 20 });
    const placed = await give(1, ' Katettu\n pysäkki ');
    expect(placed.alt).toBe('Katettu pysäkki');
    expect((await give(1, 'x'.repeat(LONGEST_ALT * 2))).alt).toHaveLength(LONGEST_ALT);
    expect((await kept(id))?.usedIn).toBe(IDEA);
    // Who may change the thing words it anew without having sent its picture.
    expect(await give(2, 'Uudet sanat', placed)).toEqual({ ...placed, alt: 'Uudet sanat' });
  });

  test('is not put into two things, and nobody puts in what is not there', async () => {
    const visit = await world.visit(1);
    const id = await send(1);
    await placePicture(visit, { id, alt: 'Pysäkki' }, IDEA);
    const other = activityId.parse('i-2');
    await expect(placePicture(visit, { id, alt: 'Pysäkki' }, other)).rejects.toThrow('no longer there');
    for (const odd of ['pic-none', '', '../pic', 'x'.repeat(70)])
      await expect(placePicture(visit, { id: odd, alt: 'a' }, IDEA)).rejects.toThrow('no longer there');
  });

  test('goes for good with its bytes, and can go twice', async () => {
    const id = await send();
    expect(await bytesOf(id)).toBe(true);
    await dropPictures(await world.work(), [id]);
    await dropPictures(await world.work(), [id]);
    expect([await kept(id), await bytesOf(id)]).toEqual([undefined, false]);
  });

  test('that stands in nothing goes after a week, and one that stands in something stays', async () => {
    const [loose, placed] = [await send(), await send()];
    await placePicture(await world.visit(1), { id: placed, alt: 'Pysäkki' }, IDEA);
    await world.passTo(plus(world.clock.now(), 6 * DAY));
    await picturePersonal.expire?.(await world.work());
    expect(await kept(loose)).toBeDefined();
    await world.passTo(plus(world.clock.now(), 2 * DAY));
    await picturePersonal.expire?.(await world.work());
    expect([await kept(loose), await bytesOf(loose)]).toEqual([undefined, false]);
    expect(await kept(placed)).toBeDefined();
  });

  test('of someone who is erased goes when it stands in nothing, and is nobody’s where it stands', async () => {
    const [loose, placed, other] = [await send(), await send(), await send(2)];
    await placePicture(await world.visit(1), { id: placed, alt: 'Pysäkki' }, IDEA);
    const ids = [memberIdOf(person(1))];
    const before = await picturePersonal.collect(ids, await world.work());
    expect((before.picturesSent as { picture: string }[]).map(({ picture }) => picture).sort()).toEqual(
      [loose, placed].sort(),
    );
    const nobody = personOf('erased', 'someone');
    await picturePersonal.erase(ids, nobody, await world.work());
    expect([await kept(loose), (await kept(placed))?.by, (await kept(other))?.by]).toEqual([
      undefined,
      nobody,
      person(2),
    ]);
    expect(await picturePersonal.collect(ids, await world.work())).toEqual({ picturesSent: [] });
  });
});
