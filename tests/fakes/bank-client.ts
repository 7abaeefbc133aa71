/** What the tab does with the material bank, by the API alone: files sent in blocks, items added, found and opened. For any server, and whoever asks. */
import { createHash, randomUUID } from 'node:crypto';
import type { ActivityId } from '../../bot/core/ids.ts';
import type { listMaterials } from '../../bot/features/materials/contract.ts';
import { EMPTY_DRAFT, type MaterialDraft } from '../../bot/features/materials/material-draft.ts';
import type { MaterialView } from '../../tab/src/pages/materials/calls.ts';

export interface SentFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Tells files of one name and size apart. */
  readonly changedAt?: number;
}

export interface Begun {
  readonly upload: ActivityId;
  readonly block: number;
  readonly blocks: number;
  readonly received: readonly number[];
  readonly isWhole: boolean;
}

export type Found = ReturnType<(typeof listMaterials)['response']['parse']>;

/** Asks as one person. Bytes are sent as they are, anything else as JSON. Rejects when the connection breaks. */
export type Send = (method: string, path: string, body?: unknown) => Promise<Response>;

/** What was refused, or went wrong, with the words in which the person is told. */
export class NotDone extends Error {
  override name = 'NotDone';
  readonly status: number;
  readonly detail: string;

  constructor(status: number, body: string) {
    super(`${status}: ${body}`);
    this.status = status;
    this.detail = detailOf(body);
  }
}

function detailOf(body: string): string {
  try {
    return (JSON.parse(body) as { detail?: string }).detail ?? '';
  } catch {
    return body;
  }
}

export type BankClient = ReturnType<typeof bankClient>;

/** All of it throws `NotDone` unless the answer is 2xx. */
export function bankClient(send: Send) {
  const ask = async <T>(method: string, path: string, body?: unknown): Promise<T> => {
    const answer = await send(method, path, body);
    const text = await answer.text();
    if (!answer.ok) throw new NotDone(answer.status, text);
    return JSON.parse(text) as T;
  };
  const begin = ({ name, bytes, changedAt = 1 }: SentFile): Promise<Begun> =>
    ask('POST', '/material-uploads', { name, size: bytes.length, changedAt });
  const sendBlock = (of: SentFile, { upload, block }: Begun, index: number): Promise<unknown> => {
    const part = of.bytes.subarray(index * block, (index + 1) * block);
    const sha256 = createHash('sha256').update(part).digest('hex');
    return ask('PUT', `/material-uploads/${upload}/blocks/${index}?sha256=${sha256}`, part);
  };
  const finish = (upload: string): Promise<{ name: string; size: number }> =>
    ask('POST', `/material-uploads/${upload}/finish`, {});
  return {
    ...{ begin, sendBlock, finish },
    /** A whole file; goes on where it was. Resolves to the upload's id. */
    async sent(of: SentFile): Promise<ActivityId> {
      const begun = await begin(of);
      for (let index = 0; index < begun.blocks && !begun.isWhole; index++)
        if (!begun.received.includes(index)) await sendBlock(of, begun, index);
      await finish(begun.upload);
      return begun.upload;
    },
    /** Sends an item in; what is left out of the draft is empty. */
    add: (draft: Partial<MaterialDraft>, requestId: string = randomUUID()): Promise<MaterialView> =>
      ask('POST', '/materials', { draft: { ...EMPTY_DRAFT, ...draft }, intent: 'send', requestId }),
    remove: (id: string): Promise<unknown> => ask('DELETE', `/materials/${id}`),
    view: (id: string): Promise<MaterialView> => ask('GET', `/materials/${id}`),
    find: (words: string): Promise<Found> => ask('GET', `/materials?${new URLSearchParams({ words })}`),
    /** Path of a signed address of a file, for ten minutes. */
    async addressOf({ id }: { readonly id: string }, file: string, how: 'download' | 'show' = 'download') {
      const { url } = await ask<{ url: string }>('POST', `/materials/${id}/files/${file}`, { how });
      return new URL(url, 'https://verkosto.example.fi').pathname;
    },
  };
}
