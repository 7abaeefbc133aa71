/** Azure Cosmos DB as the database: the only file that knows its SDK. */
import type { Agent } from 'node:https';
import { type Container, CosmosClient, type ItemDefinition, type SqlParameter } from '@azure/cosmos';
import type { TokenCredential } from '@azure/identity';
import { AlreadyExists, VersionConflict } from '../core/ports.ts';
import { CONTAINERS } from '../core/scope.ts';
import { type Backend, type Content, checkSize, type Gone, type Place, type Row, type Span } from './backend.ts';

export interface CosmosOptions {
  readonly endpoint: string;
  /** The account's key, or an identity with a data-plane role. */
  readonly access: { readonly key: string } | { readonly credential: TokenCredential };
  readonly database: string;
  /** Makes database and containers; only against an emulator, since data-plane roles can't (Bicep makes them). */
  readonly createContainers: boolean;
  /** For an endpoint whose certificate only this agent trusts. It stays the caller's, who also closes it. */
  readonly agent?: Agent;
}

/** How long one call may take with all that the SDK retries, in milliseconds; without it an unknown host is tried for two minutes. */
const DEADLINE = 10_000;
/** How often a removal is tried while others change the document. */
const MOST_TRIES = 20;

/** As it lies in a container; every container has the partition key path `/pk`. */
interface Item extends ItemDefinition {
  id: string;
  pk: string;
  v: number;
  body?: unknown;
  /** A tombstone. */
  removed?: true;
}
interface FoundItem extends Item {
  _etag: string;
  /** Whole seconds since 1970. */
  _ts: number;
}

export async function openCosmos(options: CosmosOptions): Promise<Backend> {
  const client = new CosmosClient({
    endpoint: options.endpoint,
    ...('key' in options.access ? { key: options.access.key } : { aadCredentials: options.access.credential }),
    ...(options.agent && { agent: options.agent }),
    // Read-your-own-writes at the price of one replica; a stale read by another instance shows as a conflict and is retried.
    consistencyLevel: 'Session',
    connectionPolicy: {
      requestTimeout: 5_000,
      // 429: waits as long as the service says, as long as that fits the deadline.
      retryOptions: { maxRetryAttemptCount: 9, fixedRetryIntervalInMilliseconds: 0, maxWaitTimeInSeconds: 8 },
    },
    userAgentSuffix: 'verkostobotti',
  });
  const database = client.database(options.database);
  try {
    if (options.createContainers) {
      await client.databases.createIfNotExists({ id: options.database });
      for (const id of CONTAINERS) {
        await database.containers.createIfNotExists({ id, partitionKey: { paths: ['/pk'] } });
      }
    }
  } catch (error) {
    client.dispose();
    throw error;
  }

  const containers = new Map<string, Container>(CONTAINERS.map((id) => [id, database.container(id)]));
  function containerOf({ container }: Place): Container {
    const found = containers.get(container);
    if (!found) throw new TypeError(`There is no container ${container}.`);
    return found;
  }
  const item = (place: Place, id: string) => containerOf(place).item(id, place.partition);
  const itemOf = (place: Place, id: string, { v, body }: Content): Item => {
    checkSize(id, JSON.stringify(body));
    return { id, pk: place.partition, v, body };
  };

  async function read(place: Place, id: string): Promise<FoundItem | undefined> {
    return orUndefined(404, async () => (await item(place, id).read<FoundItem>({ abortSignal: deadline() })).resource);
  }

  /** Writes over exactly what has this etag; throws VersionConflict when that has changed or gone. */
  async function overwrite(place: Place, next: Item, etag: string): Promise<string> {
    try {
      const accessCondition = { type: 'IfMatch', condition: etag };
      const { resource } = await item(place, next.id).replace(next, { accessCondition, abortSignal: deadline() });
      return etagOf(resource);
    } catch (error) {
      if (hasStatus(error, 412) || hasStatus(error, 404)) throw new VersionConflict(`${place.container}: ${next.id}`);
      throw error;
    }
  }

  async function query(place: Place, where: Where, { limit, after }: Pick<Span, 'limit' | 'after'>) {
    const { text, parameters } = where;
    const iterator = containerOf(place).items.query<FoundItem>(
      // In WHERE as well as in the options: a server that overlooks the option must still not answer with another partition.
      {
        query: `SELECT * FROM c WHERE c.pk = @pk AND ${text}`,
        parameters: [{ name: '@pk', value: place.partition }, ...parameters],
      },
      {
        partitionKey: place.partition,
        maxItemCount: limit,
        abortSignal: deadline(),
        ...(after !== undefined && { continuationToken: after }),
      },
    );
    for (;;) {
      const { resources = [], continuationToken } = await iterator.fetchNext();
      // A page may come empty with more behind it.
      if (resources.length > 0 || !continuationToken) return { found: resources, next: continuationToken || undefined };
    }
  }

  async function bury(place: Place, id: string, known: string | undefined): Promise<boolean> {
    const tombstone: Item = { id, pk: place.partition, v: 0, removed: true };
    if (known !== undefined) {
      await overwrite(place, tombstone, known);
      return true;
    }
    for (let tried = 0; ; tried++) {
      const found = await read(place, id);
      if (!found || found.removed) return false;
      try {
        await overwrite(place, tombstone, found._etag);
        return true;
      } catch (error) {
        if (!(error instanceof VersionConflict) || tried >= MOST_TRIES) throw error;
      }
    }
  }

  return {
    async get(place, id) {
      const found = await read(place, id);
      return found && !found.removed ? rowOf(found) : undefined;
    },

    async insert(place, id, content) {
      const next = itemOf(place, id, content);
      try {
        const { resource } = await containerOf(place).items.create(next, { abortSignal: deadline() });
        return etagOf(resource);
      } catch (error) {
        if (!hasStatus(error, 409)) throw error;
      }
      const there = await read(place, id);
      if (!there?.removed) throw new AlreadyExists(`${place.container}: ${id}`);
      try {
        return await overwrite(place, next, there._etag);
      } catch (error) {
        throw error instanceof VersionConflict ? new AlreadyExists(error.message) : error;
      }
    },

    replace: async (place, id, content, etag) => overwrite(place, itemOf(place, id, content), etag),

    async upsert(place, id, content) {
      const next = itemOf(place, id, content);
      const { resource } = await containerOf(place).items.upsert(next, { abortSignal: deadline() });
      return etagOf(resource);
    },

    async remove(place, id, { etag, tombstone }) {
      if (tombstone) return bury(place, id, etag);
      try {
        const accessCondition = etag === undefined ? undefined : { type: 'IfMatch', condition: etag };
        await item(place, id).delete({ abortSignal: deadline(), ...(accessCondition && { accessCondition }) });
        return true;
      } catch (error) {
        const isGone = hasStatus(error, 404);
        if (isGone && etag === undefined) return false;
        if (isGone || hasStatus(error, 412)) throw new VersionConflict(`${place.container}: ${id}`);
        throw error;
      }
    },

    async list(place, { from, to, ...page }) {
      const { found, next } = await query(
        place,
        {
          text: 'c.id >= @from AND c.id < @to AND NOT IS_DEFINED(c.removed) ORDER BY c.id',
          parameters: [
            { name: '@from', value: from },
            { name: '@to', value: to },
          ],
        },
        page,
      );
      const rows = found.map(rowOf);
      return next === undefined ? { rows } : { rows, next };
    },

    async changedSince(place, { from, to, stamp, ...page }) {
      const { found, next } = await query(
        place,
        {
          text: 'c.id >= @from AND c.id < @to AND c._ts >= @stamp ORDER BY c._ts',
          parameters: [
            { name: '@from', value: from },
            { name: '@to', value: to },
            { name: '@stamp', value: stamp },
          ],
        },
        page,
      );
      const rows = found.map((one): Row | Gone => (one.removed ? { id: one.id, removed: true } : rowOf(one)));
      const newest = Math.max(stamp, ...found.map((one) => one._ts));
      return next === undefined ? { rows, stamp: newest } : { rows, stamp: newest, next };
    },

    async scrub() {}, // the files are Azure's

    async ping() {
      // Not the account but the data: a data-plane role may read no more than items.
      await query(
        { container: 'directory', partition: 'ping' },
        { text: "c.id = 'ping'", parameters: [] },
        { limit: 1 },
      );
    },

    async close() {
      client.dispose();
    },
  };
}

interface Where {
  readonly text: string;
  readonly parameters: readonly SqlParameter[];
}

const deadline = (): AbortSignal => AbortSignal.timeout(DEADLINE);

const rowOf = ({ id, v, body, _etag }: FoundItem): Row => ({ id, v, body, etag: _etag });

function etagOf(written: { _etag: string } | undefined): string {
  if (!written?._etag) throw new Error('Cosmos DB answered a write without an etag.');
  return written._etag;
}

/** The SDK throws an error whose `code` is the HTTP status. */
function hasStatus(error: unknown, status: number): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === status;
}

async function orUndefined<T>(status: number, act: () => Promise<T>): Promise<T | undefined> {
  try {
    return await act();
  } catch (error) {
    if (hasStatus(error, status)) return undefined;
    throw error;
  }
}
