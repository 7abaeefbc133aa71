/** What a reader may see of the material bank: lists found by the index, whole items, and who looks. */
import { coordinates } from '../../core/access.ts';
import { formatOf } from '../../core/file-format.ts';
import type { ActivityId, PostId } from '../../core/ids.ts';
import { listAll } from '../../core/list-all.ts';
import { mayCreate, memberIdOf, networks } from '../../core/network.ts';
import { nameIn, type Organisation } from '../../core/organisation.ts';
import type { SearchHit, SearchQuery, SearchResult } from '../../core/ports.ts';
import { Refusal } from '../../core/refusal.ts';
import {
  currentPeople,
  identitiesOf,
  kindOf,
  mainOf,
  organisationOf,
  placeIn,
  presentOrganisation,
  type Register,
  registerOf,
} from '../../core/register.ts';
import { todayIn, type Visit, type Work } from '../../core/turn.ts';
import { events } from '../events/event.ts';
import type { FacetName, FileView, MaterialRow, MaterialView, ReactionView } from './contract.ts';
import {
  audiencesOf,
  isForAll,
  type Material,
  type MaterialFile,
  materials,
  mayChange,
  maySee,
  newestOf,
  PRACTICE_PARTS,
  type Reader,
} from './material.ts';
import { findMaterial, vocabularyOf } from './memory.ts';
import { PROMPTS, type Reaction, reactions } from './reaction.ts';
import { readRow, rowOf, type StoredRow } from './row.ts';
import { text } from './text.ts';
import { type MaterialVisit, materialUses, materialVisits, newSince, total } from './use.ts';
import { ownTerms, type Term, termOf, termsOf, type Vocabulary } from './vocabulary.ts';

// ── Who looks ──────────────────────────────────────────────────────────────────────────────────

export interface Looking {
  readonly reader: Reader;
  readonly register: Register;
  readonly vocabulary: Vocabulary;
}

/** The reader as they are now: decided anew each time, groups by their seats of today. */
export async function lookingAt(visit: Visit): Promise<Looking> {
  const [register, vocabulary, isCoordinator] = await Promise.all([
    registerOf(visit),
    vocabularyOf(visit),
    coordinates(visit),
  ]);
  const own = memberIdOf(visit.actor.person);
  const today = todayIn(visit);
  const groups = [...register.groups.values()].filter((of) => placeIn(register, of, own, today)).map(({ id }) => id);
  return { register, vocabulary, reader: { id: mainOf(register, own) as Reader['id'], groups, isCoordinator } };
}

/** All identities of one human being are one reader. */
function ownEyes({ reader, register }: Looking): Reader[] {
  return identitiesOf(register, reader.id).map((id) => ({ ...reader, id }));
}

export const seesIt = (looking: Looking, of: Material): boolean => ownEyes(looking).some((eyes) => maySee(of, eyes));
export const changesIt = (looking: Looking, of: Material): boolean =>
  ownEyes(looking).some((eyes) => mayChange(of, eyes));

/** The item as it is stored now. Refuses one that is not there and one that is not for them in the same words. */
export async function visibleMaterial(visit: Visit, id: ActivityId, looking: Looking): Promise<Material> {
  const found = await findMaterial(visit, id);
  if (!found || !seesIt(looking, found)) throw new Refusal(text.unknownMaterial);
  return found;
}

const audiences = (looking: Looking): SearchQuery['audiences'] => {
  if (looking.reader.isCoordinator) return 'all';
  return [...new Set(ownEyes(looking).flatMap((eyes) => audiencesOf(eyes)))];
};

// ── Names ──────────────────────────────────────────────────────────────────────────────────────

const organisationNamed = ({ register }: Looking, id: string | undefined, t: Visit['t']): string | undefined => {
  const of = id === undefined ? undefined : presentOrganisation(register, id as Organisation['id']);
  return of && nameIn(of.names, t);
};

function audienceNamed(of: StoredRow['audience'], { register }: Looking, t: Visit['t']): string | undefined {
  if (of === 'members') return undefined;
  if (of === 'coordinators') return t(text.forCoordinators);
  const group = register.groups.get(of);
  return group ? nameIn(group.names, t) : t(text.forGroup);
}

const themesNamed = (ids: readonly string[], { vocabulary }: Looking, t: Visit['t']): string[] =>
  termsOf(vocabulary, ids)
    .filter(({ kind }) => kind === 'theme')
    .map(({ names }) => nameIn(names, t));

// ── Lists ──────────────────────────────────────────────────────────────────────────────────────

/** A row as the reader sees it. `since`: what was added later is new to them. */
export function rowFor(
  visit: Visit,
  looking: Looking,
  row: StoredRow,
  { since, hit }: { readonly since?: string | undefined; readonly hit?: SearchHit } = {},
): MaterialRow {
  const { t } = visit;
  const organisation = organisationNamed(looking, row.organisation, t);
  const audience = audienceNamed(row.audience, looking, t);
  const file = hit?.where && row.files.find((one) => one.file === hit.where?.file);
  return {
    ...{ id: row.id, title: row.title, summary: row.summary, type: row.type, state: row.state, addedAt: row.addedAt },
    ...(row.event === undefined ? {} : { event: row.event }),
    ...(organisation === undefined ? {} : { organisation }),
    themes: themesNamed(row.terms, looking, t),
    isNew: since !== undefined && row.state === 'published' && row.addedAt > since,
    isPinned: row.isPinned,
    ...(audience === undefined ? {} : { audience }),
    files: row.files.length,
    ...(row.reviewOn === undefined || !looking.reader.isCoordinator ? {} : { reviewOn: row.reviewOn }),
    ...(hit?.title ? { found: [...hit.title] } : {}),
    ...(hit?.where && file
      ? {
          where: {
            file: file.name,
            ...(hit.where.page === undefined ? {} : { page: hit.where.page }),
            ...(hit.where.heading === undefined ? {} : { heading: hit.where.heading }),
          },
        }
      : {}),
    ...(hit?.extract ? { extract: [...hit.extract] } : {}),
  };
}

export interface Found {
  readonly rows: readonly MaterialRow[];
  readonly total: number;
  readonly facets: SearchResult['facets'];
  readonly isBehind: boolean;
  readonly didYouMean?: string;
}

export interface Wanted {
  readonly filter?: { readonly [name in FacetName | 'pinned']?: string | undefined };
  readonly sort?: SearchQuery['sort'];
  readonly from?: number;
  readonly size?: number;
  readonly count?: readonly FacetName[];
  readonly since?: string | undefined;
}

/** What the reader may find, as rows in their language. `words` as typed; none lists everything. */
export async function findMaterials(
  visit: Visit,
  words: string,
  { filter = {}, sort = 'best', from = 0, size = 50, count = [], since }: Wanted = {},
  looking?: Looking,
): Promise<Found> {
  const of = looking ?? (await lookingAt(visit));
  const narrowed = Object.fromEntries(
    Object.entries(filter).flatMap(([name, value]) => (value === undefined || value === '' ? [] : [[name, value]])),
  );
  const found = await visit.services.search.find(
    { kind: materials.name, words, filter: narrowed, audiences: audiences(of), sort, from, size, count },
    visit,
  );
  return {
    rows: found.hits.map((hit) => rowFor(visit, of, readRow(hit.row), { since, hit })),
    total: found.total,
    facets: found.facets,
    isBehind: found.isBehind,
    ...(found.didYouMean === undefined ? {} : { didYouMean: found.didYouMean }),
  };
}

export const suggestFor = async (visit: Visit, words: string): Promise<readonly string[]> =>
  visit.services.search.suggest({ kind: materials.name, words, audiences: audiences(await lookingAt(visit)) }, visit);

/** Names of a facet's values in the reader's language. */
export function facetLabel(visit: Visit, looking: Looking, name: FacetName, value: string): string {
  const { t } = visit;
  if (name === 'type') return t(text[value as Material['type']] ?? text.document);
  if (name === 'state') return t(text[value as Material['state']] ?? text.published);
  if (name === 'language') return t(text[`in_${value as 'fi' | 'sv' | 'en'}`] ?? text.in_fi);
  if (name === 'organisation') return organisationNamed(looking, value, t) ?? value;
  if (name === 'theme' || name === 'tag') {
    const term = termOf(looking.vocabulary, value);
    return term ? nameIn(term.names, t) : value;
  }
  return value.replace(/^[^|]*\|/, ''); // events: id and title
}

/** When the reader's visit before this one ended; undefined on the first. */
export async function sinceOf(visit: Visit): Promise<string | undefined> {
  const { store } = visit.services;
  const found = await store.get(visit.scope, materialVisits, memberIdOf(visit.actor.person));
  return newSince(found?.value as MaterialVisit | undefined);
}

// ── One item ───────────────────────────────────────────────────────────────────────────────────

export async function reactionsOf({ services, scope }: Work, id: ActivityId): Promise<Reaction[]> {
  return (await listAll(services.store, scope, reactions, { prefix: `${id}|` })).map(({ value }) => value);
}

const ORDER: readonly (Reaction['status'] | undefined)[] = ['tried', 'planned', 'notForUs'];

function reactionViews(visit: Visit, looking: Looking, all: readonly Reaction[]): ReactionView[] {
  const { register } = looking;
  const people = currentPeople(register);
  return all
    .flatMap(({ organisation, status, comment, at }): ReactionView[] => {
      const of = presentOrganisation(register, organisation);
      if (!of || status === undefined) return [];
      const contacts = people.filter(
        (one) => one.isContact && one.isListed && organisationOf(register, memberIdOf(one.person))?.id === of.id,
      );
      return [
        {
          ...{ organisation: of.id, name: nameIn(of.names, visit.t), status, comment, at },
          contacts: contacts.map(({ name, title, email, phone }) => ({
            name,
            ...(title === undefined ? {} : { title }),
            ...(email === undefined ? {} : { email }),
            ...(phone === undefined ? {} : { phone }),
          })),
        },
      ];
    })
    .sort((a, b) => ORDER.indexOf(a.status) - ORDER.indexOf(b.status) || a.name.localeCompare(b.name, visit.t.tag));
}

/** The municipality for which the reader may speak; undefined: none. */
export function ownMunicipality({ register, reader }: Looking): Organisation | undefined {
  const of = organisationOf(register, reader.id);
  return of && kindOf(register, of)?.isMunicipality ? of : undefined;
}

function ownReaction(visit: Visit, looking: Looking, all: readonly Reaction[]): MaterialView['own'] {
  const of = ownMunicipality(looking);
  if (!of) return undefined;
  const found = all.find(({ organisation }) => presentOrganisation(looking.register, organisation)?.id === of.id);
  const by = found?.by && looking.register.members.get(mainOf(looking.register, memberIdOf(found.by)))?.name;
  return {
    ...{ organisation: of.id, name: nameIn(of.names, visit.t) },
    draft: {
      status: found?.status ?? '',
      comment: found?.comment ?? '',
      notes: Object.fromEntries(PROMPTS.flatMap((one) => (found?.notes[one] ? [[one, found.notes[one]]] : []))),
    },
    ...(by ? { by } : {}),
  };
}

const fileView = ({ id, versions }: MaterialFile): FileView => {
  const newest = newestOf({ id, versions });
  const format = formatOf(newest.name);
  const plain = ({ file, name, size, addedAt }: MaterialFile['versions'][number]) => ({ file, name, size, addedAt });
  return {
    ...{ id, ...plain(newest), text: newest.text },
    family: format?.family ?? 'other',
    isInline: format?.isInline ?? false,
    earlier: versions.slice(0, -1).reverse().map(plain),
  };
};

/** The whole item as the reader may see it now. */
export async function materialView(visit: Visit, of: Material, looking: Looking): Promise<MaterialView> {
  const { t, services, scope, network } = visit;
  const { reader, register, vocabulary } = looking;
  const isPractice = of.type === 'goodPractice';
  const [said, use, now, since, thread] = await Promise.all([
    isPractice ? reactionsOf(visit, of.id) : [],
    reader.isCoordinator ? services.store.get(scope, materialUses, of.id) : undefined,
    services.store.get(scope, networks, network.id),
    sinceOf(visit),
    threadOf(visit, of),
  ]);
  const { files: _, found: __, ...row } = rowFor(visit, looking, rowOf(of), { since });
  const own = isPractice ? ownReaction(visit, looking, said) : undefined;
  const isChanging = changesIt(looking, of);
  const creates = now !== undefined && mayCreate(now.value, visit.actor.person);
  const proposer = of.addedBy && register.members.get(mainOf(register, memberIdOf(of.addedBy)));
  return {
    ...row,
    summary: of.summary,
    links: of.links.map(({ url, label }) => ({ url, label: label ?? new URL(url).hostname.replace(/^www\./, '') })),
    files: of.files.map(fileView),
    ...(of.event?.id === undefined ? {} : { eventId: of.event.id }),
    terms: termsOf(vocabulary, of.terms).map(({ id, kind, names }) => ({ id, kind, name: nameIn(names, t) })),
    targetGroups: of.targetGroups,
    ...(of.language ? { language: of.language } : {}),
    ...(of.author ? { author: of.author } : {}),
    practice: PRACTICE_PARTS.flatMap((part) => {
      const written = of.practice?.[part] ?? '';
      return written === '' ? [] : [{ part, text: written }];
    }),
    ...(of.answer ? { answer: of.answer } : {}),
    reactions: reactionViews(visit, looking, said),
    ...(own ? { own } : {}),
    mayChange: isChanging,
    mayPublish: of.state !== 'published' && (reader.isCoordinator || (isChanging && creates)),
    mayPost: isForAll(of) && creates,
    hasThread: thread !== undefined,
    ...(reader.isCoordinator
      ? {
          desk: {
            ...(of.share?.until !== undefined && of.share.until > services.clock.now() && isForAll(of)
              ? {
                  share: {
                    url: await services.linkToOpenPage(network.id, 'share', of.id, of.share.round),
                    until: of.share.until,
                  },
                }
              : {}),
            seen: total(use?.value.months),
            downloaded: total(use?.value.downloads),
            ...(of.state === 'proposed' && proposer ? { proposedBy: proposer.name } : {}),
          },
        }
      : {}),
  };
}

/** The card of the item's event, where it was posted: its thread takes what belongs to the event. */
export async function threadOf(
  { services, scope, network }: Work,
  { event }: Pick<Material, 'event'>,
): Promise<PostId | undefined> {
  const found = event?.id === undefined ? undefined : await services.store.get(scope, events, event.id);
  if (found?.value.state !== 'published') return undefined;
  const status = await services.posts.status(network.id, found.value.post);
  return status ? found.value.post : undefined;
}

/** Themes and tags in the order of their names. */
export function termsByName(visit: Visit, { vocabulary }: Looking): Term[] {
  return ownTerms(vocabulary).sort((a, b) =>
    nameIn(a.names, visit.t).localeCompare(nameIn(b.names, visit.t), visit.t.tag),
  );
}

/** How many of what the reader may see have each theme or tag. */
export async function termCounts(visit: Visit, looking: Looking): Promise<ReadonlyMap<string, number>> {
  const found = await findMaterials(visit, '', { size: 1, count: ['theme', 'tag'] }, looking);
  return new Map([...(found.facets.theme ?? []), ...(found.facets.tag ?? [])].map(({ value, n }) => [value, n]));
}
