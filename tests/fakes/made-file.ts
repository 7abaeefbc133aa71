/** Makes the file of a download as someone would fetch it, for downloads that are made anew in memory. */
import type { Download, MadeFile } from '../../bot/core/feature.ts';
import type { Visit } from '../../bot/core/turn.ts';

export async function madeFile(of: Download | undefined, subject: string, visit: Visit): Promise<MadeFile> {
  if (!of) throw new Error('no such download');
  const file = await of.produce(subject, visit);
  if (!('bytes' in file)) throw new Error(`${of.name} is not made in memory`);
  return file;
}
