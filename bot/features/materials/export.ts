/** Files of the bank as they are fetched: by members by a signed address, and by outsiders on a shared item's page. */
import type { Download, DownloadedFile } from '../../core/feature.ts';
import { formatOf } from '../../core/file-format.ts';
import { activityId, type NetworkId } from '../../core/ids.ts';
import { Refusal } from '../../core/refusal.ts';
import type { Visit } from '../../core/turn.ts';
import type { FileVersion } from './material.ts';
import { versionOf } from './material.ts';
import { lookingAt, visibleMaterial } from './shown.ts';
import { text } from './text.ts';

/** A version as it is served: only kinds that a browser can't be harmed by are ever shown where they stand. */
export function servedFile(network: NetworkId, { file, name, size }: FileVersion, isShown: boolean): DownloadedFile {
  const format = formatOf(name);
  return {
    ...{ stored: { network, id: file }, size, fileName: name },
    contentType: format?.contentType ?? 'application/octet-stream',
    isInline: isShown && format?.isInline === true,
  };
}

/** `subject`: item and version, `m1|f1`. Whether the reader may see the item is decided when the file is fetched. */
async function produce(subject: string, visit: Visit, isShown: boolean): Promise<DownloadedFile> {
  const [id = '', file = ''] = subject.split('|');
  const item = await visibleMaterial(visit, activityId.parse(id), await lookingAt(visit));
  const version = versionOf(item, file);
  if (!version) throw new Refusal(text.unknownFile);
  return servedFile(visit.network.id, version, isShown);
}

export const downloads: readonly Download[] = [
  { name: 'materials.file', role: 'member', produce: (subject, visit) => produce(subject, visit, false) },
  { name: 'materials.show', role: 'member', produce: (subject, visit) => produce(subject, visit, true) },
];
