/** What someone takes who gets at a store, as files or as documents, and in which orders it was written. */
import { cp, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { CosmosClient } from '@azure/cosmos';
import { CONTAINERS } from '../../bot/core/scope.ts';
import type { CosmosServer } from '../fakes/cosmos-server.ts';
import type { Evidence } from './attacker.ts';

export type Taken = Pick<Evidence, 'bytes' | 'written'>;

/** The store's files of a data folder, without its keys, copied as a backup does. */
export async function filesOf(folder: string, copy: string): Promise<Taken> {
  await cp(join(folder, 'store'), join(copy, 'store'), { recursive: true });
  const bytes = await bytesIn(join(copy, 'store'));
  // A row's etag counts the writes of the process: its rows and all their older versions in the log can be put in order by it.
  const rows = new Map<number, string>();
  for (const { data } of bytes) {
    const text = data.toString('latin1');
    const etags = [...text.matchAll(/[\w-]{8}\.([0-9a-z]{1,6})(?=\{)/g)];
    for (const [n, { index, 1: count = '' }] of etags.entries()) {
      rows.set(
        Number.parseInt(count, 36),
        text.slice(index, Math.min(etags[n + 1]?.index ?? text.length, index + 6000)),
      );
    }
  }
  return { bytes, written: [[...rows].sort(([a], [b]) => a - b).map(([, text]) => text), rowsIn(copy)] };
}

/** The rows as a backup that is opened shows them, whole, in the order of their latest writing. */
function rowsIn(copy: string): string[] {
  const db = new DatabaseSync(join(copy, 'store', 'store.db'));
  const rows = db.prepare('SELECT id, etag, stamp, body FROM documents').all();
  db.close();
  return rows
    .sort((a, b) => countOf(a.etag) - countOf(b.etag))
    .map((row) => JSON.stringify(row).replaceAll('\\"', '"'));
}

/** An etag is `opening.count`; the count is in base 36. */
export const countOf = (etag: unknown): number => Number.parseInt(String(etag).split('.')[1] ?? '', 36) || 0;

interface CosmosDocument {
  readonly _ts: number;
  readonly _rid: string;
}
/** Documents of a container are numbered as they are made; the number is in the second half of the resource id. */
const numberOf = ({ _rid }: CosmosDocument): number => Number(Buffer.from(_rid, 'base64').readBigUInt64LE(8));

/** Everything in the database, by the order in which it was made and by that in which it was changed last. */
export async function documentsOf({ endpoint, key, agent }: CosmosServer): Promise<Taken> {
  const client = new CosmosClient({ endpoint, key, agent });
  const all: CosmosDocument[] = [];
  for (const name of CONTAINERS) {
    const container = client.database('verkostobotti').container(name);
    all.push(...(await container.items.query<CosmosDocument>('SELECT * FROM c').fetchAll()).resources);
  }
  client.dispose();
  all.sort((a, b) => numberOf(a) - numberOf(b));
  const made = all.map((one) => JSON.stringify(one));
  const changed = [...all].sort((a, b) => a._ts - b._ts).map((one) => JSON.stringify(one));
  const bytes = made.map((text, n) => ({ name: `document ${n}`, data: Buffer.from(text) }));
  return { bytes, written: [made, changed] };
}

export async function bytesIn(folder: string): Promise<Evidence['bytes']> {
  const names = (await readdir(folder)).sort();
  return Promise.all(names.map(async (name) => ({ name, data: await readFile(join(folder, name)) })));
}
