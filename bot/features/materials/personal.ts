/** What the material bank stores on a person: what they added, said for their municipality and sent, and when they last looked. Erasing keeps every item. */
import type { Personal } from '../../core/feature.ts';
import type { PersonKey } from '../../core/ids.ts';
import { listAll } from '../../core/list-all.ts';
import { isOneOf, type MemberId, members } from '../../core/network.ts';
import { keptSince } from '../../core/retention.ts';
import type { Work } from '../../core/turn.ts';
import { update } from '../../core/update.ts';
import { collectImports, eraseImports, expireImports } from './import-operations.ts';
import { type Material, withoutPerson } from './material.ts';
import { allMaterials, changeMaterialNow } from './memory.ts';
import { reactions } from './reaction.ts';
import { uploads } from './upload.ts';
import { expireUploads } from './upload-operations.ts';
import { materialVisits } from './use.ts';

async function collect(ids: readonly MemberId[], work: Work): Promise<Readonly<Record<string, unknown>>> {
  const { store } = work.services;
  const isTheirs = (person: PersonKey | undefined): boolean => person !== undefined && isOneOf(ids, person);
  const [items, said, sent, visits] = await Promise.all([
    allMaterials(work),
    listAll(store, work.scope, reactions),
    listAll(store, work.scope, uploads),
    Promise.all(ids.map((id) => store.get(work.scope, materialVisits, id))),
  ]);
  return {
    materialsAdded: items
      .filter(({ addedBy }) => isTheirs(addedBy))
      .map(({ id, title, state, addedAt }) => ({ material: id, title, state, addedAt })),
    fileVersionsAdded: items.flatMap(({ id, files }) =>
      files.flatMap(({ versions }) =>
        versions
          .filter(({ addedBy }) => isTheirs(addedBy))
          .map(({ name, size, addedAt }) => ({ material: id, name, size, addedAt })),
      ),
    ),
    municipalityAnswers: said.filter(({ value: { by } }) => isTheirs(by)).map(({ value: { by: _, ...of } }) => of),
    filesOnTheirWay: sent
      .filter(({ value: { by } }) => isTheirs(by))
      .map(({ value: { name, size, at } }) => ({ name, size, at })),
    materialVisits: visits.flatMap((one) => (one ? [one.value] : [])),
    ...(await collectImports(ids, work)),
  };
}

/** What they said for their municipality stays the municipality's. Files on their way go with their bytes. */
async function erase(ids: readonly MemberId[], as: PersonKey, work: Work): Promise<void> {
  const { store, files, search } = work.services;
  const isTheirs = (person: PersonKey): boolean => isOneOf(ids, person);
  const known = await Promise.all(ids.map((id) => store.get(work.scope, members, id)));
  const called = new Set(known.flatMap((one) => (one ? [folded(one.value.name)] : [])));
  const isCalled = (name: string | undefined): boolean => name !== undefined && called.has(folded(name));
  const isAuthor = ({ author }: Material): boolean => isCalled(author);
  await eraseImports({ ids, as, isCalled }, work); // first: from then on the job adds nothing with their name
  for (const item of await allMaterials(work)) {
    if (withoutPerson(item, isTheirs, as) === item && !isAuthor(item)) continue;
    await changeMaterialNow(work, item.id, (of) => {
      const { author: _, ...nobodys } = of;
      return withoutPerson(isAuthor(of) ? nobodys : of, isTheirs, as);
    });
  }
  for (const { id, value } of await listAll(store, work.scope, reactions))
    if (value.by && isTheirs(value.by))
      await update({ store, scope: work.scope, kind: reactions, id }, (of) => {
        if (!of?.by || !isTheirs(of.by)) return of;
        const { by: _, ...rest } = of;
        return rest;
      });
  for (const { id, value } of await listAll(store, work.scope, uploads)) {
    if (!isTheirs(value.by)) continue;
    await files.remove({ network: work.network.id, id: value.id });
    await store.remove(work.scope, uploads, id);
  }
  for (const id of ids) await store.remove(work.scope, materialVisits, id);
  await search.forget(work.network.id); // it held who may find their drafts; always, since an earlier try may have been cut off here
}

const folded = (name: string): string => name.trim().toLocaleLowerCase('fi');

async function expire(work: Work): Promise<void> {
  const { store, clock } = work.services;
  await expireUploads(work);
  await expireImports(work);
  for (const { id, value } of await listAll(store, work.scope, materialVisits))
    if (value.at < keptSince('materialVisits', clock.now())) await store.remove(work.scope, materialVisits, id);
}

export const materialPersonal: Personal = { collect, erase, expire };
