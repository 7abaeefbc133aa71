/** A feature that takes bytes and gives files in each way they can be given, for tests of the server around features. */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { bytes, endpoint } from '../../bot/core/endpoint.ts';
import { type DownloadedFile, type Feature, linkToFile, route } from '../../bot/core/feature.ts';
import { activityId, type NetworkId } from '../../bot/core/ids.ts';
import type { Services } from '../../bot/core/ports.ts';
import { Refusal } from '../../bot/core/refusal.ts';
import { messages } from '../../bot/core/text.ts';
import { paragraph } from '../../bot/pages/kit.ts';

const text = messages({
  closed: { fi: 'Tämä on suljettu.', sv: 'Det här är stängt.', en: 'This is closed.' },
  shared: { fi: 'Jaettu', sv: 'Delat', en: 'Shared' },
});
const part = z.object({ thing: z.string().max(40), index: z.coerce.number().int().min(0).max(99) });

/** Bytes of the largest body that it takes. */
export const LARGEST_PART = 8 * 1024 * 1024;
const takePart = endpoint({
  method: 'PUT',
  path: '/parts/{thing}/{index}',
  summary: 'Says how much came, and what.',
  params: part,
  body: bytes,
  response: z.object({ length: z.int(), sha256: z.string(), index: z.int() }),
  largestBody: LARGEST_PART,
});
const takeDesk = endpoint({ ...takePart, path: '/desk-parts/{thing}/{index}' });
const linkFile = endpoint({
  method: 'POST',
  path: '/stored/{thing}/link',
  summary: 'A signed address of a file.',
  params: z.object({ thing: z.string().max(40) }),
  body: z.object({ download: z.string() }),
  response: z.object({ url: z.string() }),
});

/** What a test says of files, by the subject or name under which they are asked for. */
export interface FileTale {
  /** What is given for a name; undefined: no such file. */
  readonly files: Map<string, DownloadedFile>;
  /** The round of the shared page's link that holds. */
  round: number;
}

export function fileFeature(tale: FileTale): Feature {
  const told = (name: string): DownloadedFile => {
    const file = tale.files.get(name);
    if (!file) throw new Refusal(text.closed);
    return file;
  };
  const take: Parameters<
    typeof route<z.infer<typeof part>, Uint8Array, { length: number; sha256: string; index: number }>
  >[2] = async ({ params, body }) => ({
    length: body.length,
    sha256: createHash('sha256').update(body).digest('hex'),
    index: params.index,
  });
  return {
    name: 'file-sample',
    kinds: [],
    handlers: [],
    commands: [],
    jobs: [],
    drawings: [],
    routes: [
      route(takePart, 'member', take),
      route(takeDesk, 'coordinator', take),
      route(linkFile, 'member', async ({ params, body }, visit) => ({
        url: await linkToFile(visit, body.download, params.thing),
      })),
    ],
    downloads: [{ name: 'sample.file', role: 'member', produce: async (subject) => told(subject) }],
    openPages: [
      {
        purpose: 'share',
        show: async ({ to }, { round, t }) =>
          round === tale.round
            ? { title: t(text.shared), body: paragraph(to('files/esitys.pdf')), hasFiles: true }
            : undefined,
        file: async (name, { round }) => {
          if (round !== tale.round) return undefined;
          return name === 'suljettu' ? told(name) : tale.files.get(name);
        },
      },
      { purpose: 'feedback', show: async (_, { t }) => ({ title: t(text.shared), body: paragraph('') }) },
    ],
  };
}

/** Keeps bytes as a file of the network, and gives it as a PDF that may be shown, unless said otherwise. */
export async function store(
  { files }: Services,
  network: NetworkId,
  id: string,
  content: Uint8Array,
  more: { fileName?: string; contentType?: string; isInline?: boolean } = {},
): Promise<DownloadedFile> {
  const stored = { network, id: activityId.parse(id) };
  const block = 8 * 1024 * 1024;
  const count = Math.ceil(content.length / block);
  for (let n = 0; n < count; n++) await files.putBlock(stored, n, content.subarray(n * block, (n + 1) * block));
  await files.assemble(stored, count);
  const shown = { fileName: 'Esitys.pdf', contentType: 'application/pdf', isInline: true };
  return { stored, size: content.length, ...shown, ...more };
}
