/** Bytes of files in Azure Blob Storage: blocks are staged by its own means, and a blob is there only when its list of blocks is committed. */
import type { TokenCredential } from '@azure/identity';
import { BlobServiceClient, type BlockBlobClient, StorageSharedKeyCredential } from '@azure/storage-blob';
import { toInstant } from '../core/clock.ts';
import { type FileKey, type Files, NoRoom } from '../core/ports.ts';
import { checkBlock, idOf, missingBlock, nameOf, networkName, within } from './names.ts';

/** The same as in infra/store.bicep. */
export const CONTAINER = 'files';
/** Milliseconds that one request may take; a block is 8 MB at most. */
const DEADLINE = 30_000;
/** Bytes that are asked for at a time: a reader who is slow, or goes away, holds no connection to the account. */
const PIECE = 2 * 1024 * 1024;
const PAGE = 200;
/** What was removed before it was ever whole can only be committed and then deleted; in between it is marked so. */
const REMOVED = { removed: 'yes' };

export interface BlobOptions {
  /** `https://….blob.core.windows.net` */
  readonly endpoint: string;
  /** Needs to read, write and delete blobs. `key`: of an emulator's account. */
  readonly access: { readonly credential: TokenCredential } | { readonly account: string; readonly key: string };
  /** Makes the container when it is missing. Never in Azure, where Bicep makes it. */
  readonly createContainer: boolean;
}

export async function blobFiles({ endpoint, access, createContainer }: BlobOptions): Promise<Files> {
  const credential = 'key' in access ? new StorageSharedKeyCredential(access.account, access.key) : access.credential;
  // One try: who asks has a deadline of their own, and asks again.
  const service = new BlobServiceClient(endpoint, credential, { retryOptions: { maxTries: 1 } });
  const container = service.getContainerClient(CONTAINER);
  if (createContainer) await container.createIfNotExists(inTime());
  const blobOf = ({ network, id }: FileKey): BlockBlobClient =>
    container.getBlockBlobClient(`${networkName(network)}/${nameOf(id)}`);

  /** Undefined: not there, not committed, or marked as removed. */
  async function whole(blob: BlockBlobClient): Promise<{ readonly size: number; readonly etag: string } | undefined> {
    const found = await blob.getProperties(inTime()).catch(absent);
    if (!found || found.metadata?.removed !== undefined) return undefined;
    return { size: found.contentLength ?? 0, etag: found.etag ?? '' };
  }

  /** Blocks that are staged and not committed. */
  async function staged(blob: BlockBlobClient): Promise<readonly { readonly index: number; readonly size: number }[]> {
    const found = await blob.getBlockList('uncommitted', inTime()).catch(absent);
    return (found?.uncommittedBlocks ?? [])
      .map(({ name, size }) => ({ index: indexOf(name), size }))
      .sort((a, b) => a.index - b.index);
  }

  return {
    // On a committed blob the block stays staged, which nobody sees, and goes within a week.
    async putBlock(file, index, bytes) {
      checkBlock(index, bytes);
      await blobOf(file).stageBlock(blockId(index), bytes, bytes.length, inTime()).catch(full);
    },

    async blocks(file) {
      const blob = blobOf(file);
      return (await whole(blob)) ? [] : staged(blob);
    },

    async assemble(file, count) {
      const blob = blobOf(file);
      const before = await whole(blob);
      if (before) return before.size;
      const kept = new Map((await staged(blob)).map(({ index, size }) => [index, size]));
      const wanted = Array.from({ length: count }, (_, index) => index);
      const missing = wanted.find((index) => !kept.has(index));
      if (missing !== undefined) {
        const other = await whole(blob); // another server may have been quicker
        if (other) return other.size;
        throw missingBlock(missing);
      }
      await blob.commitBlockList(wanted.map(blockId), inTime()).catch(full);
      return wanted.reduce((sum, index) => sum + (kept.get(index) ?? 0), 0);
    },

    async read(file, range) {
      const blob = blobOf(file);
      const found = await whole(blob);
      return found && { size: found.size, bytes: bytesOf(blob, found.etag, within(found.size, range)) };
    },

    async remove(file) {
      const blob = blobOf(file);
      await blob.delete(inTime()).catch(absent);
      if ((await staged(blob)).length === 0) return;
      await blob.commitBlockList([], { ...inTime(), metadata: REMOVED });
      await blob.delete(inTime()).catch(absent);
    },

    async list(network, after) {
      const prefix = `${networkName(network)}/`;
      const pages = container
        .listBlobsFlat({ ...inTime(), prefix, includeUncommitedBlobs: true })
        .byPage({ maxPageSize: PAGE, ...(after === undefined ? {} : { continuationToken: after }) });
      for await (const { segment, continuationToken } of pages) {
        const files = segment.blobItems.flatMap(({ name, properties }) => {
          const id = idOf(name.slice(prefix.length));
          return id ? [{ id, changedAt: toInstant(properties.lastModified ?? Date.now()) }] : [];
        });
        return { files, ...(continuationToken ? { next: continuationToken } : {}) };
      }
      return { files: [] };
    },

    async ping() {
      await container.getProperties(inTime());
    },
  };
}

/** Ids of one blob's blocks are equally long. */
const blockId = (index: number): string => Buffer.from(String(index).padStart(6, '0')).toString('base64');
const indexOf = (id: string): number => Number(Buffer.from(id, 'base64').toString());

const inTime = () => ({ abortSignal: AbortSignal.timeout(DEADLINE) });

async function* bytesOf(
  blob: BlockBlobClient,
  etag: string,
  { from, to }: { from: number; to: number },
): AsyncGenerator<Uint8Array> {
  for (let at = from; at < to; ) {
    const size = Math.min(PIECE, to - at);
    const conditions = { ifMatch: etag };
    const { readableStreamBody } = await blob.download(at, size, { ...inTime(), conditions, maxRetryRequests: 0 });
    const chunks: Uint8Array[] = [];
    for await (const chunk of readableStreamBody ?? []) chunks.push(chunk as Uint8Array);
    const piece = Buffer.concat(chunks);
    if (piece.length !== size) throw new Error(`The account gave ${piece.length} bytes of ${size}.`);
    yield piece;
    at += size;
  }
}

/** By status and code: errors of another realm are no instances of ours. An answer without a body has its code in a header alone. */
function told(error: unknown): { readonly status: unknown; readonly code: unknown } {
  const { statusCode, code, details } = error as {
    statusCode?: unknown;
    code?: unknown;
    details?: { errorCode?: unknown };
  };
  return { status: statusCode, code: details?.errorCode ?? code };
}

/** A container that is missing is an outage. */
function absent(error: unknown): undefined {
  const { status, code } = told(error);
  if (status !== 404 || code === 'ContainerNotFound') throw error;
  return undefined;
}

function full(error: unknown): never {
  const { status, code } = told(error);
  if (status === 507 || code === 'BlockCountExceedsLimit')
    throw new NoRoom('The account takes no more.', { cause: error });
  throw error;
}
