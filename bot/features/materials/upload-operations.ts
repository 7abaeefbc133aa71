/** Files on their way into the bank: begun, sent in blocks, put together, looked at, and thrown away when nobody wants them. */
import { createHash } from 'node:crypto';
import { coordinates } from '../../core/access.ts';
import { blockSize, blocksOf } from '../../core/file-format.ts';
import { type ActivityId, activityId } from '../../core/ids.ts';
import { listAll } from '../../core/list-all.ts';
import { isPictureId } from '../../core/picture.ts';
import { NoRoom } from '../../core/ports.ts';
import { Refusal } from '../../core/refusal.ts';
import { keptSince } from '../../core/retention.ts';
import type { Visit, Work } from '../../core/turn.ts';
import { update } from '../../core/update.ts';
import { textFileOf } from './material.ts';
import { allMaterials } from './memory.ts';
import { text } from './text.ts';
import {
  type FileOffer,
  goneFiles,
  isOwnUpload,
  isSame,
  MOST_IMPORTED,
  MOST_IMPORTED_BYTES,
  MOST_UPLOADS,
  MOST_WAITING,
  newUpload,
  readOffer,
  requireContent,
  type Upload,
  uploads,
} from './upload.ts';

export interface Started {
  readonly upload: Upload;
  /** Blocks that are kept already. */
  readonly received: readonly number[];
}

/** Begins to take a file, or goes on with the same one of the same person. Refuses what the bank does not keep before a byte is sent. */
export async function startUpload(visit: Visit, offer: FileOffer): Promise<Started> {
  const { name } = readOffer(offer);
  const { store, files, clock, newId } = visit.services;
  const own = (await listAll(store, visit.scope, uploads)).filter(({ value }) =>
    isOwnUpload(value, visit.actor.person),
  );
  const known = own.find(({ value }) => isSame(value, offer, name))?.value;
  if (known) {
    const kept = await files.blocks({ network: visit.network.id, id: known.id });
    return { upload: known, received: kept.map(({ index }) => index) };
  }
  const size = own.reduce((sum, { value }) => sum + value.size, offer.size);
  const [most, bytes] = (await coordinates(visit))
    ? [MOST_IMPORTED, MOST_IMPORTED_BYTES]
    : [MOST_UPLOADS, MOST_WAITING];
  if (own.length >= most || size > bytes) throw new Refusal(text.manyUploads);
  const begun = newUpload(activityId.parse(`f${newId()}`), offer, name, visit.actor.person, clock.now());
  await store.insert(visit.scope, uploads, begun.id, begun);
  return { upload: begun, received: [] };
}

/** Keeps one block. What is not whole, or not what was sent, changes nothing. */
export async function takeBlock(
  visit: Visit,
  id: ActivityId,
  { index, sha256, bytes }: { index: number; sha256: string; bytes: Uint8Array },
): Promise<void> {
  const of = await ownUpload(visit, id);
  const isWhole = index < blocksOf(of.size) && bytes.length === blockSize(of.size, index);
  const isSent = createHash('sha256').update(bytes).digest('hex') === sha256;
  if (!isWhole || !isSent) throw new Refusal(text.badBlock);
  if (of.state !== 'open') return;
  await roomFor(() => visit.services.files.putBlock({ network: visit.network.id, id }, index, bytes));
}

/** Puts the file together and looks at its content. Can be repeated. One whose content is not what its name says is removed, with a Refusal. */
export async function finishUpload(visit: Visit, id: ActivityId): Promise<Upload> {
  const of = await ownUpload(visit, id);
  if (of.state !== 'open') return of;
  const { files, extractor, store } = visit.services;
  const key = { network: visit.network.id, id };
  const kept = new Map((await files.blocks(key)).map(({ index, size }) => [index, size]));
  const count = blocksOf(of.size);
  const isThere = (await files.read(key, { from: 0, to: 0 })) !== undefined;
  if (!isThere)
    for (let index = 0; index < count; index++)
      if (kept.get(index) !== blockSize(of.size, index)) throw new Refusal(text.missingBlocks);
  await roomFor(() => files.assemble(key, count));
  try {
    requireContent(of.name, await extractor.sign(key));
  } catch (error) {
    if (error instanceof Refusal) await forgetUpload(visit, id);
    throw error;
  }
  const stored = await update({ store, scope: visit.scope, kind: uploads, id }, (now) =>
    now?.state === 'open' ? { ...now, state: 'assembled' as const } : now,
  );
  if (!stored) throw new Refusal(text.unknownUpload);
  return stored.value;
}

/** What was sent of it is removed; one that stands in an item stays. */
export async function cancelUpload(visit: Visit, id: ActivityId): Promise<void> {
  const found = await visit.services.store.get(visit.scope, uploads, id);
  if (!found || !isOwnUpload(found.value, visit.actor.person)) return;
  await forgetUpload(visit, id);
}

async function forgetUpload({ services, scope, network }: Work, id: ActivityId): Promise<void> {
  await services.files.remove({ network: network.id, id }); // first: without its document nobody would look for the bytes soon
  await services.store.remove(scope, uploads, id);
}

async function ownUpload(visit: Visit, id: ActivityId): Promise<Upload> {
  const found = await visit.services.store.get(visit.scope, uploads, id);
  if (!found || !isOwnUpload(found.value, visit.actor.person)) throw new Refusal(text.unknownUpload);
  return found.value;
}

/** Whole uploads of the actor that no item has yet. */
export async function uploadsOf(visit: Visit, ids: readonly string[]): Promise<ReadonlyMap<string, Upload>> {
  const found = await Promise.all(ids.map((id) => visit.services.store.get(visit.scope, uploads, id)));
  return new Map(
    found.flatMap((one) =>
      one && isOwnUpload(one.value, visit.actor.person) && one.value.state === 'assembled' ? [[one.id, one.value]] : [],
    ),
  );
}

/** They stand in an item now: the item knows them. */
export async function endUploads({ services, scope }: Work, files: readonly ActivityId[]): Promise<void> {
  for (const id of files) await services.store.remove(scope, uploads, id);
}

/** An item is about to lose these files. Call it before it does. */
export async function noteGone(
  { services, scope }: Work,
  item: ActivityId,
  files: readonly ActivityId[],
): Promise<void> {
  if (files.length === 0) return;
  await update({ store: services.store, scope, kind: goneFiles, id: item }, (of) => ({
    files: [...new Set([...(of?.files ?? []), ...files])],
  }));
}

/** Removes the bytes of what was noted, but for what the item has after all. Can be repeated. */
export async function removeGone(
  { services, scope, network }: Work,
  item: ActivityId,
  kept: readonly ActivityId[],
): Promise<void> {
  const found = await services.store.get(scope, goneFiles, item);
  if (!found) return;
  for (const id of found.value.files) {
    if (kept.includes(id)) continue;
    await services.files.remove({ network: network.id, id });
    await services.files.remove({ network: network.id, id: textFileOf(id) });
  }
  await services.store.remove(scope, goneFiles, item);
}

/** A full disk or account is something that people can be told. */
async function roomFor<T>(act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (error) {
    if (error instanceof NoRoom) throw new Refusal(text.noRoom);
    throw error;
  }
}

// ── What nobody wants any more ─────────────────────────────────────────────────────────────────

/** Uploads that stand in no item after their time, and bytes that neither an upload nor an item knows. Runs once a day. */
export async function expireUploads(work: Work): Promise<void> {
  const { store, files, clock } = work.services;
  const { network, scope } = work;
  const before = keptSince('unusedUploads', clock.now());
  const used = new Set(
    (await allMaterials(work)).flatMap((of) => of.files.flatMap((one) => one.versions.map(({ file }) => file))),
  );
  const known = new Set<string>();
  for (const { id, value } of await listAll(store, scope, uploads)) {
    known.add(id);
    if (value.at >= before) continue;
    if (used.has(value.id)) await endUploads(work, [value.id]);
    else await forgetUpload(work, value.id);
  }
  let after: string | undefined;
  do {
    const page = await files.list(network.id, after);
    for (const { id, changedAt } of page.files) {
      if (isPictureId(id)) continue; // kept apart from the bank
      const of = id.replace(/\.text$/, '') as ActivityId;
      if (changedAt < before && !used.has(of) && !known.has(of)) await files.remove({ network: network.id, id });
    }
    after = page.next;
  } while (after !== undefined);
}
