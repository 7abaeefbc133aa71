/** What the tab asks of the material bank, for members and for coordinators. */
import { route } from '../../core/feature.ts';
import { blocksOf } from '../../core/file-format.ts';
import { listAll } from '../../core/list-all.ts';
import { mayCreate, memberIdOf, networks } from '../../core/network.ts';
import { nameIn } from '../../core/organisation.ts';
import { NotAllowed } from '../../core/refusal.ts';
import { organisationOf } from '../../core/register.ts';
import type { Visit } from '../../core/turn.ts';
import { update } from '../../core/update.ts';
import { events, phaseOf } from '../events/event.ts';
import type { Collection } from './collection.ts';
import * as contract from './contract.ts';
import {
  addCollection,
  addTerm,
  allCollections,
  changeCollection,
  changeTerm,
  collectionName,
  collectionNow,
  deskOf,
  dropTerm,
  itemsOf,
  mergeTerm,
  removeCollection,
} from './desk-operations.ts';
import type { Material } from './material.ts';
import { draftOf } from './material-draft.ts';
import * as operations from './operations.ts';
import { rowOf } from './row.ts';
import {
  changesIt,
  facetLabel,
  findMaterials,
  type Looking,
  lookingAt,
  materialView,
  rowFor,
  sinceOf,
  suggestFor,
  termCounts,
  termsByName,
  visibleMaterial,
} from './shown.ts';
import { text } from './text.ts';
import { cancelUpload, finishUpload, startUpload, takeBlock } from './upload-operations.ts';
import { materialVisits, newSince, visited } from './use.ts';

/** Values of a facet that are offered. */
const MOST_VALUES = 30;
const FACETS = contract.facetName.options;
/** Events that the form offers: the latest. */
const MOST_EVENTS = 100;

// ── Reading ────────────────────────────────────────────────────────────────────────────────────

/** The bank was looked at: what was added since the visit before is new to the reader. */
async function visitNow(visit: Visit): Promise<string | undefined> {
  const { store, clock } = visit.services;
  const id = memberIdOf(visit.actor.person);
  const stored = await update({ store, scope: visit.scope, kind: materialVisits, id }, (of) =>
    visited(of, clock.now()),
  );
  return newSince(stored?.value);
}

const reading = [
  route(contract.listMaterials, 'member', async ({ params }, visit) => {
    const { words, sort, from, ...filter } = params;
    const isStart = from === 0 && words.trim() === '' && Object.values(filter).every((one) => one === undefined);
    const [looking, since] = await Promise.all([lookingAt(visit), isStart ? visitNow(visit) : sinceOf(visit)]);
    const found = await findMaterials(
      visit,
      words,
      { filter, sort, from, size: contract.PAGE, since, ...(from === 0 ? { count: FACETS } : {}) },
      looking,
    );
    const pinned = isStart
      ? await findMaterials(visit, '', { filter: { pinned: 'yes', state: 'published' }, size: 5, since }, looking)
      : undefined;
    const newest =
      isStart && since ? await findMaterials(visit, '', { sort: 'newest', size: 100, since }, looking) : undefined;
    return {
      materials: [...found.rows],
      total: found.total,
      facets: FACETS.flatMap((name) => {
        const values = (found.facets[name] ?? []).slice(0, MOST_VALUES);
        if (values.length === 0 || (name === 'state' && values.length === 1)) return [];
        return [
          {
            name,
            values: values.map(({ value, n }) => ({ value, n, label: facetLabel(visit, looking, name, value) })),
          },
        ];
      }),
      isBehind: found.isBehind,
      ...(found.didYouMean === undefined ? {} : { didYouMean: found.didYouMean }),
      pinned: [...(pinned?.rows ?? [])],
      newItems: newest?.rows.filter(({ isNew }) => isNew).length ?? 0,
    };
  }),
  route(contract.suggestMaterials, 'member', async ({ params: { words } }, visit) => ({
    words: [...(await suggestFor(visit, words))],
  })),
  route(contract.getMaterial, 'member', async ({ params: { material } }, visit) => {
    const looking = await lookingAt(visit);
    return materialView(visit, await visibleMaterial(visit, material, looking), looking);
  }),
  route(contract.openMaterial, 'member', async ({ params: { material } }, visit) => {
    await operations.openMaterial(visit, material);
    return {};
  }),
  route(contract.openFile, 'member', async ({ params: { material, file }, body: { how } }, visit) => ({
    url: await operations.openFile(visit, material, file, how),
  })),
];

// ── Writing ────────────────────────────────────────────────────────────────────────────────────

const shown = async (visit: Visit, of: Material) => materialView(visit, of, await lookingAt(visit));

const writing = [
  route(contract.materialChoices, 'member', async (_, visit) => {
    const { services, scope, network, actor, t } = visit;
    const [{ register, vocabulary, reader }, all, now] = await Promise.all([
      lookingAt(visit),
      listAll(services.store, scope, events),
      services.store.get(scope, networks, network.id),
    ]);
    const at = services.clock.now();
    const own = organisationOf(register, reader.id)?.id;
    const byName = (a: { name: string }, b: { name: string }) => a.name.localeCompare(b.name, t.tag);
    return {
      groups: [...register.groups.values()]
        .filter(({ id }) => reader.isCoordinator || reader.groups.includes(id))
        .map(({ id, names }) => ({ id, name: nameIn(names, t) }))
        .sort(byName),
      organisations: [...register.organisations.values()]
        .filter(({ mergedInto }) => mergedInto === undefined)
        .map(({ id, names }) => ({ id, name: nameIn(names, t) }))
        .sort(byName),
      events: all
        .map(({ value }) => value)
        .filter((of) => !['draft', 'undone'].includes(phaseOf(of, at)))
        .sort((a, b) => (a.startsAt > b.startsAt ? -1 : 1))
        .slice(0, MOST_EVENTS)
        .map(({ id, title, startsAt }) => ({ id, title, startsAt })),
      terms: termsByName(visit, { register, vocabulary, reader }).map(({ id, kind, names }) => ({
        ...{ id, kind, name: nameIn(names, t) },
      })),
      ...(own === undefined ? {} : { organisation: own }),
      becomes: now && mayCreate(now.value, actor.person) ? ('published' as const) : ('proposed' as const),
    };
  }),
  route(contract.addMaterial, 'member', async ({ body }, visit) =>
    shown(visit, await operations.addMaterial(visit, body)),
  ),
  route(contract.getMaterialDraft, 'member', async ({ params: { material } }, visit) => {
    const looking = await lookingAt(visit);
    const of = await visibleMaterial(visit, material, looking);
    if (!changesIt(looking, of)) throw new NotAllowed(text.notYours);
    return { draft: draftOf(of) };
  }),
  route(contract.changeMaterial, 'member', async ({ params: { material }, body }, visit) =>
    shown(visit, await operations.changeMaterial(visit, material, body)),
  ),
  route(contract.publishMaterial, 'member', async ({ params: { material } }, visit) =>
    shown(visit, await operations.publishMaterial(visit, material)),
  ),
  route(contract.removeMaterial, 'member', async ({ params: { material } }, visit) => {
    await operations.removeMaterial(visit, material);
    return {};
  }),
  route(contract.pinMaterial, 'coordinator', async ({ params: { material }, body: { isPinned } }, visit) =>
    shown(visit, await operations.pinMaterial(visit, material, isPinned)),
  ),
  route(contract.reviewMaterial, 'coordinator', async ({ params: { material }, body: { reviewOn } }, visit) =>
    shown(visit, await operations.reviewMaterial(visit, material, reviewOn)),
  ),
  route(contract.reactToMaterial, 'member', async ({ params: { material }, body }, visit) =>
    shown(visit, await operations.reactToMaterial(visit, material, body)),
  ),
  route(contract.shareMaterial, 'coordinator', async ({ params: { material }, body: { days } }, visit) =>
    shown(visit, await operations.shareMaterial(visit, material, days)),
  ),
  route(contract.unshareMaterial, 'coordinator', async ({ params: { material } }, visit) =>
    shown(visit, await operations.unshareMaterial(visit, material)),
  ),
  route(contract.postMaterial, 'member', async ({ params: { material }, body }, visit) =>
    shown(visit, await operations.postMaterial(visit, material, body)),
  ),
];

// ── Files on their way ─────────────────────────────────────────────────────────────────────────

const sending = [
  route(contract.startUpload, 'member', async ({ body }, visit) => {
    const { upload, received } = await startUpload(visit, body);
    return {
      ...{ upload: upload.id, block: contract.BLOCK, blocks: blocksOf(upload.size), received: [...received] },
      isWhole: upload.state !== 'open',
    };
  }),
  route(contract.sendBlock, 'member', async ({ params: { upload, index, sha256 }, body }, visit) => {
    await takeBlock(visit, upload, { index, sha256, bytes: body });
    return {};
  }),
  route(contract.finishUpload, 'member', async ({ params: { upload } }, visit) => {
    const { id, name, size } = await finishUpload(visit, upload);
    return { upload: id, name, size };
  }),
  route(contract.cancelUpload, 'member', async ({ params: { upload } }, visit) => {
    await cancelUpload(visit, upload);
    return {};
  }),
];

// ── Themes, tags, collections and the desk ─────────────────────────────────────────────────────

async function termList(visit: Visit) {
  const looking = await lookingAt(visit);
  const counts = await termCounts(visit, looking);
  return {
    terms: termsByName(visit, looking).map(({ id, kind, names: { fi = '', sv = '', en = '' } }) => ({
      ...{ id, kind, fi, sv, en, n: counts.get(id) ?? 0 },
    })),
  };
}

async function collectionView(visit: Visit, of: Collection, looking: Looking) {
  const [items, since] = await Promise.all([itemsOf(visit, of, looking), sinceOf(visit)]);
  return {
    ...{ id: of.id, name: collectionName(of, visit), about: of.about, n: items.length },
    materials: items.map((item) => rowFor(visit, looking, rowOf(item), { since })),
    ...(looking.reader.isCoordinator
      ? {
          draft: {
            ...{ fi: of.names.fi ?? '', sv: of.names.sv ?? '', en: of.names.en ?? '' },
            ...{ about: of.about, items: of.items },
          },
        }
      : {}),
  };
}

const desk = [
  route(contract.listTerms, 'member', async (_, visit) => termList(visit)),
  route(contract.addTerm, 'coordinator', async ({ body }, visit) => {
    await addTerm(visit, body);
    return termList(visit);
  }),
  route(contract.changeTerm, 'coordinator', async ({ params: { term }, body }, visit) => {
    await changeTerm(visit, term, body);
    return termList(visit);
  }),
  route(contract.mergeTerm, 'coordinator', async ({ params: { term }, body: { into } }, visit) => {
    await mergeTerm(visit, term, into);
    return termList(visit);
  }),
  route(contract.removeTerm, 'coordinator', async ({ params: { term } }, visit) => {
    await dropTerm(visit, term);
    return termList(visit);
  }),
  route(contract.listCollections, 'member', async (_, visit) => {
    const looking = await lookingAt(visit);
    const all = await Promise.all(
      (await allCollections(visit)).map(async (of) => ({
        ...{ id: of.id, name: collectionName(of, visit), about: of.about },
        n: (await itemsOf(visit, of, looking)).length,
      })),
    );
    return {
      collections: all
        .filter(({ n }) => n > 0 || looking.reader.isCoordinator)
        .sort((a, b) => a.name.localeCompare(b.name, visit.t.tag)),
    };
  }),
  route(contract.getCollection, 'member', async ({ params: { collection } }, visit) =>
    collectionView(visit, await collectionNow(visit, collection), await lookingAt(visit)),
  ),
  route(contract.addCollection, 'coordinator', async ({ body: { draft, requestId } }, visit) =>
    collectionView(visit, await addCollection(visit, draft, requestId), await lookingAt(visit)),
  ),
  route(contract.changeCollection, 'coordinator', async ({ params: { collection }, body: { draft } }, visit) =>
    collectionView(visit, await changeCollection(visit, collection, draft), await lookingAt(visit)),
  ),
  route(contract.removeCollection, 'coordinator', async ({ params: { collection } }, visit) => {
    await removeCollection(visit, collection);
    return {};
  }),
  route(contract.getMaterialDesk, 'coordinator', async (_, visit) => deskOf(visit)),
];

export const routes = [...reading, ...writing, ...sending, ...desk];
