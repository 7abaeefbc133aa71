/** A picture that someone chose, made small enough to come with its question. */
import { base64Of } from '../../file-bytes.ts';

/** Pixels of the longer side, and bytes, that the server takes. */
const LONGEST_SIDE = 1000;
const LARGEST = 150 * 1024;
/** Tried one after the other until it is small enough. */
const QUALITIES = [0.86, 0.74, 0.6, 0.45] as const;
const SMALLER = 0.7;
const MOST_ROUNDS = 6;

/** Base64 of a JPEG. Rejects what the browser can't read as a picture. */
export async function smallPicture(file: Blob): Promise<string> {
  const picture = await createImageBitmap(file, { imageOrientation: 'from-image' });
  try {
    let scale = Math.min(1, LONGEST_SIDE / Math.max(picture.width, picture.height));
    for (let round = 0; round < MOST_ROUNDS; round++) {
      const canvas = drawn(picture, scale);
      for (const quality of QUALITIES) {
        const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', quality));
        if (blob && blob.size <= LARGEST) return await base64Of(blob);
      }
      scale *= SMALLER;
    }
    throw new Error('The picture can’t be made small enough.');
  } finally {
    picture.close();
  }
}

function drawn(picture: ImageBitmap, scale: number): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(picture.width * scale));
  canvas.height = Math.max(1, Math.round(picture.height * scale));
  const context = canvas.getContext('2d');
  if (!context) throw new Error('This browser draws no pictures.');
  context.fillStyle = 'white'; // a JPEG has no transparency
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(picture, 0, 0, canvas.width, canvas.height);
  return canvas;
}

/** Pictures as they look, by the id under which the server keeps them; known in this window alone. */
const seen = new Map<string, string>();
export const rememberPicture = (id: string, address: string): void => void seen.set(id, address);
export const pictureOf = (id: string | undefined): string | undefined => (id === undefined ? undefined : seen.get(id));
