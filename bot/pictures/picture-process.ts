/** The process that draws one picture anew: bytes in by standard input, a line on it and a JPEG out by standard output. It ends with the picture. */
import { Transformer } from '@napi-rs/image';

/** Points of a picture that are read: what the best phones take. One of more takes more memory than it is worth. */
const MOST_POINTS = 50_000_000;
/** Of JPEG, 0 to 100. */
const QUALITY = 82;
const FORMATS = ['jpeg', 'png', 'webp'];

const side = Number(process.argv[2]);
const sent: Uint8Array[] = [];
for await (const piece of process.stdin) sent.push(piece as Uint8Array);

const tell = (about: object): void => void process.stdout.write(`${JSON.stringify(about)}\n`);
try {
  const bytes = Buffer.concat(sent);
  // The header alone says how large it is: a small file may hold a picture that fills the memory.
  const { width, height, format } = await new Transformer(bytes).metadata();
  if (!FORMATS.includes(format.toLowerCase())) tell({ fault: 'broken' });
  else if (width * height > MOST_POINTS) tell({ fault: 'tooLarge' });
  else {
    const upright = new Transformer(await new Transformer(bytes).rotate().png());
    const now = await upright.metadata();
    const scale = Math.min(1, side / Math.max(now.width, now.height));
    const [w, h] = [now.width, now.height].map((one) => Math.max(1, Math.round(one * scale))) as [number, number];
    const drawn = await upright.resize(w, h).jpeg(QUALITY);
    tell({ width: w, height: h, size: drawn.length });
    process.stdout.write(drawn);
  }
} catch {
  tell({ fault: 'broken' });
}
