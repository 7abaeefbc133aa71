/** Puts files and items into the bank as the tab does, by the API. */
import { createHash, randomUUID } from 'node:crypto';
import type { MaterialView } from '../../tab/src/pages/materials/calls.ts';
import { NETWORK, type Someone } from './http-app.ts';
import type { TabWorld } from './tab-world.ts';

/** Resolves to the upload's id. */
export async function uploaded(world: TabWorld, by: Someone, name: string, bytes: Uint8Array): Promise<string> {
  const { upload, block, blocks } = await world.api<{ upload: string; block: number; blocks: number }>(
    'POST',
    '/material-uploads',
    by,
    { name, size: bytes.length, changedAt: 0 },
  );
  for (let index = 0; index < blocks; index++) {
    const part = bytes.slice(index * block, (index + 1) * block);
    const sha256 = createHash('sha256').update(part).digest('hex');
    const sent = await world.ask(
      `/api/v1/networks/${NETWORK}/material-uploads/${upload}/blocks/${index}?sha256=${sha256}`,
      by,
      { method: 'PUT', headers: { 'content-type': 'application/octet-stream' }, body: part },
    );
    if (!sent.ok) throw new Error(`${name}: ${sent.status} ${await sent.text()}`);
  }
  await world.api('POST', `/material-uploads/${upload}/finish`, by, {});
  return upload;
}

/** Adds and sends in an item; what is left out is empty. */
export const addedMaterial = (world: TabWorld, by: Someone, draft: object): Promise<MaterialView> =>
  world.api('POST', '/materials', by, {
    draft: {
      ...{ type: 'document', title: '', summary: '', links: [], files: [], event: '', terms: [], newTags: [] },
      ...{ targetGroups: [], language: '', organisation: '', author: '', audience: 'members', reviewOn: '' },
      ...{ topic: '', goal: '', implementation: '', lessons: '', question: '', answer: '', ...draft },
    },
    intent: 'send',
    requestId: randomUUID(),
  });
