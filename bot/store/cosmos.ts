/** Azure Cosmos DB as the database: the only file that knows its SDK. */
import type { Agent } from 'node:https';
import { setTimeout as pause } from 'node:timers/promises';
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
/** First waiting time of a busy service that doesn't say how long, in milliseconds; doubles. */
const FIRST_WAIT = 50;
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
      retryOptions: { maxRetryAttemptCount: 0 }, // patiently() does it: the SDK would sleep through any deadline
    },
    userAgentSuffix: 'verkostobotti',
  });
  const database = client.database(options.database);
  try {
    if (options.createContainers) {
      await patiently((abortSignal) => client.databases.createIfNotExists({ id: options.database }, { abortSignal }));
      for (const id of CONTAINERS) {
        const container = { id, partitionKey: { paths: ['/pk'] } };
        await patiently((abortSignal) => database.containers.createIfNotExists(container, { abortSignal }));
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
    try {
      return (await patiently((abortSignal) => item(place, id).read<FoundItem>({ abortSignal }))).resource;
    } catch (error) {
      if (hasStatus(error, 404)) return undefined;
      throw error;
    }
  }

  /** Writes over exactly what has this etag; throws VersionConflict when that has changed or gone. */
  async function overwrite(place: Place, next: Item, etag: string): Promise<string> {
    try {
      const accessCondition = { type: 'IfMatch', condition: etag };
      const { resource } = await patiently((abortSignal) =>
        item(place, next.id).replace(next, { accessCondition, abortSignal }),
      );
      return etagOf(resource);
    } catch (error) {
      if (hasStatus(error, 412) || hasStatus(error, 404)) throw new VersionConflict(`${place.container}: ${next.id}`);
      throw error;
    }
  }

  async function query(place: Place, where: Where, { limit, after }: Pick<Span, 'limit' | 'after'>) {
    const question = {
      // In WHERE as well as in the options: a server that overlooks the option must still not answer with another partition.
      query: `SELECT * FROM c WHERE c.pk = @pk AND ${where.text}`,
      parameters: [{ name: '@pk', value: place.partition }, ...where.parameters],
    };
    const options = { partitionKey: place.partition, maxItemCount: limit };
    // The SDK asks for a query plan at the same time, which a query within one partition never uses; it can't be told not to.
    for (let token = after; ; ) {
      const { resources = [], continuationToken } = await patiently((abortSignal) =>
        containerOf(place)
          .items.query<FoundItem>(question, { ...options, abortSignal, ...(token && { continuationToken: token }) })
          .fetchNext(),
      );
      // A page may come empty with more behind it.
      if (resources.length > 0 || !continuationToken) return { found: resources, next: continuationToken || undefined };
      token = continuationToken;
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
        const { resource } = await patiently((abortSignal) => containerOf(place).items.create(next, { abortSignal }));
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
      const { resource } = await patiently((abortSignal) => containerOf(place).items.upsert(next, { abortSignal }));
      return etagOf(resource);
    },

    async remove(place, id, { etag, tombstone }) {
      if (tombstone) return bury(place, id, etag);
      try {
        const known = etag === undefined ? {} : { accessCondition: { type: 'IfMatch', condition: etag } };
        await patiently((abortSignal) => item(place, id).delete({ abortSignal, ...known }));
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

/** Until the deadline does again what the service was too busy for (429: nothing was done), each time after as long as it says. */
async function patiently<T>(act: (abortSignal: AbortSignal) => Promise<T>): Promise<T> {
  const until = performance.now() + DEADLINE;
  const abortSignal = AbortSignal.timeout(DEADLINE);
  for (let tried = 0; ; tried++) {
    try {
      return await act(abortSignal);
    } catch (error) {
      if (!hasStatus(error, 429)) throw error;
      const { retryAfterInMs } = error;
      const asked =
        typeof retryAfterInMs === 'number' && retryAfterInMs >= 0 ? retryAfterInMs : FIRST_WAIT * 2 ** tried;
      const wait = asked * (1 + Math.random() / 5); // those who were refused together don't come back together
      if (performance.now() + wait >= until) throw error;
      await pause(wait);
    }
  }
}

const rowOf = ({ id, v, body, _etag }: FoundItem): Row => ({ id, v, body, etag: _etag });

function etagOf(written: { _etag: string } | undefined): string {
  if (!written?._etag) throw new Error('Cosmos DB answered a write without an etag.');
  return written._etag;
}

/** The SDK throws errors whose `code` is the HTTP status. */
function hasStatus(error: unknown, status: number): error is { code: number; retryAfterInMs?: unknown } {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === status;
}
