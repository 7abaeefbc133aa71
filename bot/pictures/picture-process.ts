/** The process that draws one picture anew: bytes in by standard input, a line on it and a JPEG out by standard output. It ends with the picture. */
import { Transformer } from '@napi-rs/image';

/** Points of a picture that are read: what the best phones take. One of more takes more memory than it is worth. */
const MOST_POINTS = 50_000_000;
/** Of JPEG, 0 to 100. */
const QUALITY = 82;
const FORMATS = ['jpeg', 'png', 'webp'];
/** Numbers of channels by the reader's names for colours that have transparency: grey and colours, plain and deep. */
const ALPHA: Readonly<Record<number, number>> = { 1: 2, 3: 4, 5: 2, 7: 4 };

const side = Number(process.argv[2]);
const sent: Uint8Array[] = [];
for await (const piece of process.stdin) sent.push(piece as Uint8Array);

const tell = (about: object): void => void process.stdout.write(`${JSON.stringify(about)}\n`);
try {
  const bytes = Buffer.concat(sent);
  // A small file may hold a picture that fills the memory: the reader takes no more than 512 MB for one, and says so.
  const { width, height, format } = await new Transformer(bytes).metadata();
  if (!FORMATS.includes(format.toLowerCase())) tell({ fault: 'broken' });
  else if (width * height > MOST_POINTS) tell({ fault: 'tooLarge' });
  else {
    const upright = new Transformer(await new Transformer(bytes).rotate().png());
    const now = await upright.metadata();
    const scale = Math.min(1, side / Math.max(now.width, now.height));
    const [w, h] = [now.width, now.height].map((one) => Math.max(1, Math.round(one * scale))) as [number, number];
    const drawn = await (await onWhite(upright.resize(w, h), w, h, now.colorType)).jpeg(QUALITY);
    tell({ width: w, height: h, size: drawn.length });
    process.stdout.write(drawn);
  }
} catch (error) {
  tell({ fault: /memory limit/i.test(String(error)) ? 'tooLarge' : 'broken' });
}

/** A JPEG has no transparency, and what can't be seen may be of any colour: it stands on white. Of deep colours the higher byte is taken. */
async function onWhite(of: Transformer, width: number, height: number, colours: number): Promise<Transformer> {
  const channels = ALPHA[colours];
  if (channels === undefined) return of;
  const from = await of.rawPixels();
  const deep = from.length / (width * height * channels);
  const points = new Uint8Array(width * height * 4);
  for (let at = 0; at < width * height; at++) {
    const channel = (n: number): number => from[(at * channels + n + 1) * deep - 1] ?? 0;
    const alpha = channel(channels - 1) / 255;
    for (let n = 0; n < 3; n++) points[at * 4 + n] = 255 + (channel(channels === 2 ? 0 : n) - 255) * alpha;
    points[at * 4 + 3] = 255;
  }
  return Transformer.fromRgbaPixels(points, width, height);
}
