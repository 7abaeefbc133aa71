/** Bytes of one file, read piece by piece from wherever it is. */
import { fstatSync, readSync } from 'node:fs';

export interface Source {
  readonly size: number;
  /** Bytes from `from` up to but without `to`; fewer where the file ends. */
  read(from: number, to: number): Promise<Uint8Array<ArrayBuffer>>;
}

/** A file that is open. Its position is left alone. */
export function openSource(descriptor: number): Source {
  const { size } = fstatSync(descriptor);
  return {
    size,
    async read(from, to) {
      const start = Math.max(0, from);
      const bytes = new Uint8Array(Math.max(0, Math.min(to, size) - start));
      let done = 0;
      while (done < bytes.length) {
        const more = readSync(descriptor, bytes, done, bytes.length - done, start + done);
        if (more === 0) break;
        done += more;
      }
      return bytes.subarray(0, done);
    },
  };
}

export const bytesSource = (bytes: Uint8Array): Source => ({
  size: bytes.length,
  read: async (from, to) => new Uint8Array(bytes.subarray(Math.max(0, from), Math.max(0, from, to))),
});
