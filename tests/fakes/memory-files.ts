/** Bytes of files in memory: what worlds without a folder of their own keep them in. The contract of files is proven on it too. */
import { type Instant, toInstant } from '../../bot/core/clock.ts';
import type { ActivityId } from '../../bot/core/ids.ts';
import type { FileKey, Files } from '../../bot/core/ports.ts';

export interface MemoryFiles extends Files {
  /** Throws what it returns, instead of doing what is asked; undefined lets it be done. */
  fails: (method: keyof Files, file?: FileKey) => unknown;
}

interface Kept {
  readonly id: ActivityId;
  changedAt: Instant;
  whole?: Uint8Array;
  readonly blocks: Map<number, Uint8Array>;
}

export function memoryFiles(now: () => Instant = () => toInstant(Date.now())): MemoryFiles {
  const networks = new Map<string, Map<string, Kept>>();
  const of = ({ network, id }: FileKey): Kept | undefined => networks.get(network)?.get(id);
  const may = (method: keyof Files, file?: FileKey): void => {
    const error = files.fails(method, file);
    if (error !== undefined) throw error;
  };
  const files: MemoryFiles = {
    fails: () => undefined,
    async putBlock(file, index, bytes) {
      may('putBlock', file);
      const all = networks.get(file.network) ?? new Map<string, Kept>();
      networks.set(file.network, all);
      const kept: Kept = all.get(file.id) ?? { id: file.id, changedAt: now(), blocks: new Map() };
      all.set(file.id, kept);
      if (kept.whole) return;
      kept.blocks.set(index, bytes.slice());
      kept.changedAt = now();
    },
    async blocks(file) {
      may('blocks', file);
      return [...(of(file)?.blocks ?? [])]
        .map(([index, bytes]) => ({ index, size: bytes.length }))
        .sort((a, b) => a.index - b.index);
    },
    async assemble(file, count) {
      may('assemble', file);
      const all = networks.get(file.network) ?? new Map<string, Kept>();
      const kept: Kept = all.get(file.id) ?? { id: file.id, changedAt: now(), blocks: new Map() };
      if (kept.whole) return kept.whole.length;
      const parts = Array.from({ length: count }, (_, index) => {
        const part = kept.blocks.get(index);
        if (!part) throw new Error(`Block ${index} is missing.`);
        return part;
      });
      kept.whole = Buffer.concat(parts);
      kept.blocks.clear();
      kept.changedAt = now();
      networks.set(file.network, all.set(file.id, kept));
      return kept.whole.length;
    },
    async read(file, range) {
      may('read', file);
      const whole = of(file)?.whole;
      if (!whole) return undefined;
      const from = Math.min(range?.from ?? 0, whole.length);
      const part = whole.subarray(from, Math.max(from, Math.min(range?.to ?? whole.length, whole.length)));
      return { size: whole.length, bytes: pieces(part) };
    },
    async remove(file) {
      may('remove', file);
      networks.get(file.network)?.delete(file.id);
    },
    async list(network, after = '') {
      may('list');
      const all = [...(networks.get(network)?.values() ?? [])].sort((a, b) => (a.id < b.id ? -1 : 1));
      const rest = all.filter(({ id }) => id > after);
      const page = rest.slice(0, 200);
      const last = page.at(-1)?.id;
      return {
        files: page.map(({ id, changedAt }) => ({ id, changedAt })),
        ...(rest.length > page.length && last !== undefined ? { next: last } : {}),
      };
    },
    async ping() {
      may('ping');
    },
  };
  return files;
}

async function* pieces(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += 65_536) yield bytes.subarray(at, at + 65_536);
}
