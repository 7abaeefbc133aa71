/** What coordinators look after beside single items: themes and tags, collections, and what waits for them. */
import { asCoordinator } from '../../core/access.ts';
import { audit } from '../../core/audit.ts';
import { type ActivityId, activityId } from '../../core/ids.ts';
import { listAll } from '../../core/list-all.ts';
import { nameIn } from '../../core/organisation.ts';
import { AlreadyExists, type Stored } from '../../core/ports.ts';
import { Refusal } from '../../core/refusal.ts';
import { todayIn, type Visit } from '../../core/turn.ts';
import { update } from '../../core/update.ts';
import { type Collection, type CollectionDraft, collections, MOST_COLLECTIONS, readCollection } from './collection.ts';
import type { MaterialRow } from './contract.ts';
import type { TextState } from './material.ts';
import { isDueForReview, type Material, newestOf } from './material.ts';
import { allMaterials, changeVocabulary, findMaterial } from './memory.ts';
import { materialIdOf } from './operations.ts';
import { rowOf } from './row.ts';
import { type Looking, lookingAt, rowFor, seesIt } from './shown.ts';
import { text } from './text.ts';
import { materialUses, total } from './use.ts';
import { mergeTerms, putTerm, removeTerm, type TermDraft } from './vocabulary.ts';

// ── Themes and tags ────────────────────────────────────────────────────────────────────────────

/** A new theme or tag. Refuses a name that is on the list. */
export async function addTerm(visit: Visit, draft: TermDraft): Promise<void> {
  await asCoordinator(visit);
  const id = `t${visit.services.newId()}`;
  await changeVocabulary(visit, (of) => putTerm(of, id, draft));
  await audit(visit, 'materials.term', id);
}

export async function changeTerm(visit: Visit, id: string, draft: TermDraft): Promise<void> {
  await asCoordinator(visit);
  await changeVocabulary(visit, (of) => {
    if (!of.terms.some((one) => one.id === id)) throw new Refusal(text.unknownTerm);
    return putTerm(of, id, draft);
  });
  await audit(visit, 'materials.term', id);
}

export async function mergeTerm(visit: Visit, id: string, into: string): Promise<void> {
  await asCoordinator(visit);
  await changeVocabulary(visit, (of) => mergeTerms(of, id, into));
  await audit(visit, 'materials.mergeTerm', id);
}

export async function dropTerm(visit: Visit, id: string): Promise<void> {
  await asCoordinator(visit);
  await changeVocabulary(visit, (of) => removeTerm(of, id));
  await audit(visit, 'materials.removeTerm', id);
}

// ── Collections ────────────────────────────────────────────────────────────────────────────────

export async function allCollections({ services, scope }: Visit): Promise<Collection[]> {
  return (await listAll(services.store, scope, collections)).map(({ value }) => value);
}

/** Items of it that the reader may see, in its order. */
export async function itemsOf(visit: Visit, { items }: Collection, looking: Looking): Promise<Material[]> {
  const found = await Promise.all(items.map((id) => findMaterial(visit, id)));
  return found.flatMap((of) => (of && seesIt(looking, of) ? [of] : []));
}

export async function collectionNow({ services, scope }: Visit, id: ActivityId): Promise<Collection> {
  const found: Stored<Collection> | undefined = await services.store.get(scope, collections, id);
  if (!found) throw new Refusal(text.unknownCollection);
  return found.value;
}

/** The same request makes one. */
export async function addCollection(visit: Visit, draft: CollectionDraft, requestId: string): Promise<Collection> {
  await asCoordinator(visit);
  const { store, clock } = visit.services;
  const read = readCollection(draft);
  const id = activityId.parse(materialIdOf(visit.actor.person, requestId).replace(/^m/, 'c'));
  if ((await allCollections(visit)).filter((one) => one.id !== id).length >= MOST_COLLECTIONS)
    throw new Refusal(text.tooManyCollections, { n: MOST_COLLECTIONS });
  try {
    await store.insert(visit.scope, collections, id, { id, ...read, changedAt: clock.now() });
    await audit(visit, 'materials.collection', id);
  } catch (error) {
    if (!(error instanceof AlreadyExists)) throw error;
  }
  return collectionNow(visit, id);
}

export async function changeCollection(visit: Visit, id: ActivityId, draft: CollectionDraft): Promise<Collection> {
  await asCoordinator(visit);
  const { store, clock } = visit.services;
  const read = readCollection(draft);
  const stored = await update({ store, scope: visit.scope, kind: collections, id }, (of) => {
    if (!of) throw new Refusal(text.unknownCollection);
    return { ...of, ...read, changedAt: clock.now() };
  });
  await audit(visit, 'materials.collection', id);
  return stored?.value as Collection;
}

export async function removeCollection(visit: Visit, id: ActivityId): Promise<void> {
  await asCoordinator(visit);
  if (await visit.services.store.remove(visit.scope, collections, id))
    await audit(visit, 'materials.removeCollection', id);
}

export const collectionName = ({ names }: Collection, { t }: Visit): string => nameIn(names, t);

// ── The desk ───────────────────────────────────────────────────────────────────────────────────

/** Items that the search can't look into are told for these reasons; the rest need nothing done. */
const UNREAD: readonly TextState[] = ['cut', 'encrypted', 'broken', 'tooLarge', 'slow'];
const MOST_USED = 20;

export interface Desk {
  readonly proposed: MaterialRow[];
  readonly drafts: MaterialRow[];
  readonly toReview: MaterialRow[];
  readonly unread: { id: ActivityId; title: string; file: string; why: TextState }[];
  readonly mostUsed: { id: ActivityId; title: string; seen: number; downloaded: number }[];
  readonly total: number;
}

/** Read from the store itself, so that nothing that waits is missing. */
export async function deskOf(visit: Visit): Promise<Desk> {
  await asCoordinator(visit);
  const { store } = visit.services;
  const [looking, all, counted] = await Promise.all([
    lookingAt(visit),
    allMaterials(visit),
    listAll(store, visit.scope, materialUses),
  ]);
  const today = todayIn(visit);
  const newestFirst = [...all].sort((a, b) => (a.addedAt > b.addedAt ? -1 : 1));
  const rows = (some: readonly Material[]): MaterialRow[] => some.map((of) => rowFor(visit, looking, rowOf(of)));
  const byId = new Map(all.map((of) => [String(of.id), of]));
  return {
    proposed: rows(newestFirst.filter(({ state }) => state === 'proposed')),
    drafts: rows(newestFirst.filter(({ state }) => state === 'draft')),
    toReview: rows(
      all.filter((of) => isDueForReview(of, today)).sort((a, b) => ((a.reviewOn ?? '') < (b.reviewOn ?? '') ? -1 : 1)),
    ),
    unread: newestFirst.flatMap(({ id, title, files }) =>
      files
        .map(newestOf)
        .filter((one) => UNREAD.includes(one.text))
        .map((one) => ({ id, title, file: one.name, why: one.text })),
    ),
    mostUsed: counted
      .flatMap(({ id, value }) => {
        const of = byId.get(id);
        return of
          ? [{ id: of.id, title: of.title, seen: total(value.months), downloaded: total(value.downloads) }]
          : [];
      })
      .sort((a, b) => b.seen + b.downloaded - (a.seen + a.downloaded))
      .slice(0, MOST_USED),
    total: all.length,
  };
}
