/** A picture of a phone's camera made smaller before it is sent: a line in the countryside is poor, and the server keeps 1024 points of it. */

/** Below these it goes as it is: bytes, and points of the longer side. */
const LIGHT = 1024 * 1024;
const LONGEST_SIDE = 2048;
const QUALITY = 0.88;

/** What the browser can't read goes as it is: the server says what is wrong with it. */
export async function lighter(file: Blob): Promise<Blob> {
  if (file.size <= LIGHT) return file;
  const picture = await createImageBitmap(file, { imageOrientation: 'from-image' }).catch(() => undefined);
  if (!picture) return file;
  const scale = Math.min(1, LONGEST_SIDE / Math.max(picture.width, picture.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(picture.width * scale));
  canvas.height = Math.max(1, Math.round(picture.height * scale));
  const context = canvas.getContext('2d');
  if (!context) return file;
  context.fillStyle = 'white'; // a JPEG has no transparency
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(picture, 0, 0, canvas.width, canvas.height);
  picture.close();
  const drawn = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', QUALITY));
  return drawn && drawn.size < file.size ? drawn : file;
}
