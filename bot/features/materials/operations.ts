/** What is done with items of the material bank: load, decide by `material.ts`, save, and set going what follows. */
import { createHash } from 'node:crypto';
import { asCoordinator, asCreator } from '../../core/access.ts';
import { audit } from '../../core/audit.ts';
import { DAY, type Instant, plus, SECOND } from '../../core/clock.ts';
import type { Facts, MaterialFact, Span } from '../../core/facts.ts';
import { linkToFile } from '../../core/feature.ts';
import { type ActivityId, activityId, type PersonKey, postId } from '../../core/ids.ts';
import { listAll } from '../../core/list-all.ts';
import { mayCreate, networks } from '../../core/network.ts';
import { AlreadyExists, type NewPost } from '../../core/ports.ts';
import { NotAllowed, Refusal } from '../../core/refusal.ts';
import { registerOf } from '../../core/register.ts';
import type { Visit, Work } from '../../core/turn.ts';
import { todayIn } from '../../core/turn.ts';
import { update } from '../../core/update.ts';
import { events } from '../events/event.ts';
import {
  isForAll,
  type Material,
  MOST_SHARED_DAYS,
  materials,
  newestOf,
  pin,
  publish,
  share,
  unshare,
  versionOf,
} from './material.ts';
import { type MaterialDraft, type MaterialFrame, readDraft } from './material-draft.ts';
import {
  allMaterials,
  changeMaterialNow,
  changeVocabulary,
  findMaterial,
  forgetMaterial,
  materialNow,
  rememberMaterial,
  vocabularyOf,
} from './memory.ts';
import { type ReactionDraft, react, reactionId, reactions } from './reaction.ts';
import { changesIt, type Looking, lookingAt, ownMunicipality, threadOf, visibleMaterial } from './shown.ts';
import { text } from './text.ts';
import { readTexts } from './text-operations.ts';
import { endUploads, noteGone, removeGone, uploadsOf } from './upload-operations.ts';
import { materialUses, type Use, used, usesIn } from './use.ts';
import { putTerm, termNamed, termOf } from './vocabulary.ts';

/** An item's jobs exist before what they follow; what the request does at once, the job does only if that was cut off. In milliseconds. */
const SAFETY_NET = 10 * SECOND;

const shortHash = (...parts: readonly string[]): string =>
  createHash('sha256').update(parts.join('\n')).digest('hex').slice(0, 24);

/** The same person's same form is the same item; of what another feature finished, whoever puts it into the bank. */
export const materialIdOf = (by: PersonKey | 'bank', requestId: string): ActivityId =>
  activityId.parse(`m${shortHash(by, requestId)}`);

// ── Adding and changing ────────────────────────────────────────────────────────────────────────

/** draft: stays with who wrote it. send: published, or proposed by who may not publish. */
export type Intent = 'draft' | 'send';

/** Adds an item. The same request adds once. Refuses with all problems of the draft. */
export async function addMaterial(
  visit: Visit,
  of: { draft: MaterialDraft; intent: Intent; requestId: string },
): Promise<Material> {
  return addAs(visit, materialIdOf(visit.actor.person, of.requestId), of);
}

/** As above, under an id that was decided before. */
export async function addAs(
  visit: Visit,
  id: ActivityId,
  { draft, intent }: { draft: MaterialDraft; intent: Intent },
): Promise<Material> {
  const known = await findMaterial(visit, id);
  if (known) return known;
  const read = readDraft(draft, await frameOf(visit, draft));
  const terms = await withNewTags(visit, read.terms, draft.newTags);
  const now = visit.services.clock.now();
  const item: Material = {
    ...{ ...read, id, terms, posts: [], addedAt: now, addedBy: visit.actor.person, changedAt: now },
    state: await stateFor(visit, intent, undefined),
  };
  return (await insertNew(visit, item, 'materials.add')) ?? materialNow(visit, id);
}

/** Undefined: it is there already. */
async function insertNew(visit: Visit, item: Material, act?: string): Promise<Material | undefined> {
  const { id } = item;
  await followedLater(visit, id);
  try {
    await visit.services.store.insert(visit.scope, materials, id, item);
  } catch (error) {
    if (!(error instanceof AlreadyExists)) throw error;
    return undefined;
  }
  rememberMaterial(visit, item, item.changedAt);
  if (act !== undefined) await audit(visit, act, id);
  await follow(visit, item, id);
  return item;
}

/** An item of an import, under an id that was decided before. */
export interface ImportedItem {
  readonly id: ActivityId;
  readonly draft: MaterialDraft;
  readonly state: 'published' | 'draft';
  /** When it was first added somewhere else; absent: now. */
  readonly addedAt?: Instant | undefined;
  /** Of an event that the network does not have. */
  readonly eventTitle?: string | undefined;
}

/** Adds an item as an import says; one that is there is left as it is. For a job, whose actor sent the files. Refuses with all problems of the draft. */
export async function addImported(visit: Visit, { id, draft, ...of }: ImportedItem): Promise<void> {
  if (await findMaterial(visit, id)) return;
  const read = readDraft(draft, await frameOf(visit, draft));
  const terms = await withNewTags(visit, read.terms, draft.newTags);
  const now = visit.services.clock.now();
  await insertNew(visit, {
    ...(of.eventTitle === undefined ? {} : { event: { title: of.eventTitle } }),
    ...{ ...read, id, terms, state: of.state, posts: [], addedAt: of.addedAt ?? now },
    ...{ addedBy: visit.actor.person, changedAt: now },
  });
}

/** Changes an item; a draft is sent in when asked. Refuses with all problems of the draft. */
export async function changeMaterial(
  visit: Visit,
  id: ActivityId,
  { draft, intent }: { draft: MaterialDraft; intent: Intent },
): Promise<Material> {
  const looking = await lookingAt(visit);
  const before = await changeable(visit, id, looking);
  const frame = await frameOf(visit, draft, before);
  const read = readDraft(draft, frame, before);
  const terms = await withNewTags(visit, read.terms, draft.newTags);
  const state = await stateFor(visit, intent, before);
  await followedLater(visit, id);
  const stays = read.files.flatMap(({ versions }) => versions.map(({ file }) => file));
  await noteGone(
    visit,
    id,
    filesIn(before).filter((file) => !stays.includes(file)),
  );
  const changed = await changeMaterialNow(visit, id, (of) => {
    // what came onto the item meanwhile, such as the text of a file that was read, stays as it is there
    const next = readDraft(draft, { ...frame, now: visit.services.clock.now() }, of);
    return withoutGone(
      { ...of, ...next, terms, state, ...firstPublished(of, state, frame.now), changedAt: frame.now },
      read,
    );
  });
  await audit(visit, 'materials.change', id);
  await follow(visit, changed, id);
  return changed;
}

/** Fields that the form leaves empty are not kept from before. */
function withoutGone(next: Material, read: object): Material {
  const optional = ['event', 'language', 'organisation', 'author', 'practice', 'answer', 'reviewOn'] as const;
  const kept = { ...next };
  for (const field of optional) if (!(field in read)) delete kept[field];
  return kept;
}

const firstPublished = (of: Material, state: Material['state'], now: Instant): Partial<Material> =>
  state === 'published' && of.state !== 'published' ? { addedAt: now } : {};

async function stateFor(visit: Visit, intent: Intent, before: Material | undefined): Promise<Material['state']> {
  if (before?.state === 'published') return 'published';
  if (intent === 'draft') return 'draft';
  const now = await visit.services.store.get(visit.scope, networks, visit.network.id);
  return now && mayCreate(now.value, visit.actor.person) ? 'published' : 'proposed';
}

/** Publishes what a member proposed, or a draft. */
export async function publishMaterial(visit: Visit, id: ActivityId): Promise<Material> {
  const looking = await lookingAt(visit);
  await changeable(visit, id, looking);
  await asCreator(visit);
  await followedLater(visit, id);
  const changed = await changeMaterialNow(visit, id, (of) => publish(of, visit.services.clock.now()));
  await audit(visit, 'materials.publish', id);
  await follow(visit, changed, id);
  return changed;
}

/** Removes an item for good, with its files. What can't be removed at once, a job does. */
export async function removeMaterial(visit: Visit, id: ActivityId): Promise<void> {
  const looking = await lookingAt(visit);
  const item = await changeable(visit, id, looking);
  await followedLater(visit, id);
  await noteGone(visit, id, filesIn(item));
  await visit.services.store.remove(visit.scope, materials, id);
  forgetMaterial(visit, id);
  await audit(visit, 'materials.remove', id);
  for (const post of item.posts) await visit.services.posts.remove(visit.network.id, post);
  await follow(visit, undefined, id);
}

export const filesIn = ({ files }: Pick<Material, 'files'>): ActivityId[] =>
  files.flatMap(({ versions }) => versions.map(({ file }) => file));

async function changeable(visit: Visit, id: ActivityId, looking: Looking): Promise<Material> {
  const found = await visibleMaterial(visit, id, looking);
  if (!changesIt(looking, found)) throw new NotAllowed(text.notYours);
  return found;
}

/** What the draft names, as it is now. */
async function frameOf(visit: Visit, draft: MaterialDraft, before?: Material): Promise<MaterialFrame> {
  const [register, vocabulary, event, own] = await Promise.all([
    registerOf(visit),
    vocabularyOf(visit),
    draft.event === '' ? undefined : visit.services.store.get(visit.scope, events, draft.event),
    uploadsOf(
      visit,
      draft.files.flatMap(({ upload }) => upload ?? []),
    ),
  ]);
  const keeps = before?.event?.id === draft.event ? before.event.title : undefined;
  return {
    ...{ now: visit.services.clock.now(), by: visit.actor.person },
    isGroup: (id) => register.groups.has(id),
    isOrganisation: (id) => register.organisations.has(id),
    eventTitle: (id) => (id === draft.event ? (event?.value.title ?? keeps) : undefined),
    isTerm: (id) => termOf(vocabulary, id) !== undefined,
    uploaded: (id) => own.get(id),
  };
}

/** Tags by their words: those on the list already, and new ones put on it. */
async function withNewTags(visit: Visit, terms: readonly string[], typed: readonly string[]): Promise<string[]> {
  const names = typed.map((one) => one.trim()).filter(Boolean);
  if (names.length === 0) return [...terms];
  const found: string[] = [];
  await changeVocabulary(visit, (of) => {
    found.length = 0;
    return names.reduce((list, name) => {
      const known = termNamed(list, name);
      const id = known?.id ?? `t${shortHash(name.toLowerCase()).slice(0, 12)}`;
      found.push(id);
      const blank = { fi: '', sv: '', en: '' };
      const locale = visit.actor.locale;
      return known || list.terms.some((one) => one.id === id)
        ? list
        : putTerm(list, id, { kind: 'tag', ...blank, [locale]: name });
    }, of);
  });
  return [...new Set([...terms, ...found])];
}

// ── What follows a change ──────────────────────────────────────────────────────────────────────

/** The job that follows an item, in case the request is cut off before it does so itself. */
async function followedLater({ services, network }: Visit, item: ActivityId): Promise<void> {
  const due = plus(services.clock.now(), SAFETY_NET);
  await services.jobs.schedule({ kind: 'materials.follow', network: network.id, key: item, due });
}

/** Reads what is new, ties the item to its event, draws its cards again, and removes what it has lost. Can be repeated. */
async function follow(work: Work, item: Material | undefined, id: ActivityId): Promise<void> {
  if (item) {
    await endUploads(work, filesIn(item));
    await readTexts(work, item);
    await tieToEvent(work, item);
    for (const post of item.posts) await work.services.posts.refresh(work.network.id, post);
  } else await removeAround(work, id);
  await removeGone(work, id, item ? filesIn(item) : []);
}

/** The durable job of `followedLater`. */
export async function followItem(work: Work, key: string): Promise<void> {
  const id = activityId.parse(key);
  await follow(work, await findMaterial(work, id), id);
}

async function removeAround(work: Work, id: ActivityId): Promise<void> {
  const { store } = work.services;
  for (const one of await listAll(store, work.scope, reactions, { prefix: `${id}|` }))
    await store.remove(work.scope, reactions, one.id);
  await store.remove(work.scope, materialUses, id);
}

/** An event's page and card know the items that are from it. */
async function tieToEvent(work: Work, { id, event, addedAt }: Material): Promise<void> {
  if (event?.id === undefined) return;
  const { store } = work.services;
  await update({ store, scope: work.scope, kind: events, id: event.id }, (of) =>
    !of || of.materials.some((one) => one.id === id) ? of : { ...of, materials: [...of.materials, { id, addedAt }] },
  );
}

// ── What coordinators do with it ───────────────────────────────────────────────────────────────

export async function pinMaterial(visit: Visit, id: ActivityId, isPinned: boolean): Promise<Material> {
  await asCoordinator(visit);
  const changed = await changeMaterialNow(visit, id, (of) => pin(of, isPinned));
  await audit(visit, isPinned ? 'materials.pin' : 'materials.unpin', id);
  return changed;
}

/** `reviewOn` as yyyy-MM-dd; empty: not to be looked through again. */
export async function reviewMaterial(visit: Visit, id: ActivityId, reviewOn: string): Promise<Material> {
  await asCoordinator(visit);
  const read = materials.schema.safeParse({ ...(await materialNow(visit, id)), reviewOn });
  if (reviewOn !== '' && !read.success) throw new Refusal(text.badDate, {}, [{ field: 'reviewOn', row: text.badDate }]);
  const changed = await changeMaterialNow(visit, id, ({ reviewOn: _, ...of }) =>
    reviewOn === '' ? of : { ...of, reviewOn },
  );
  await audit(visit, 'materials.review', id);
  return changed;
}

export async function shareMaterial(visit: Visit, id: ActivityId, days: number): Promise<Material> {
  await asCoordinator(visit);
  if (!(days >= 1 && days <= MOST_SHARED_DAYS))
    throw new Refusal(text.badShareDays, { n: MOST_SHARED_DAYS }, [
      { field: 'days', row: text.badShareDays, params: { n: MOST_SHARED_DAYS } },
    ]);
  const until = plus(visit.services.clock.now(), days * DAY);
  const changed = await changeMaterialNow(visit, id, (of) => share(of, until));
  await audit(visit, 'materials.share', id);
  return changed;
}

export async function unshareMaterial(visit: Visit, id: ActivityId): Promise<Material> {
  await asCoordinator(visit);
  const changed = await changeMaterialNow(visit, id, unshare);
  await audit(visit, 'materials.unshare', id);
  return changed;
}

/** Shows the item as a card in the channel, or in its event's thread. The same request posts once. */
export async function postMaterial(
  visit: Visit,
  id: ActivityId,
  { to, requestId }: { to: 'channel' | 'event'; requestId: string },
): Promise<Material> {
  await asCreator(visit);
  const item = await visibleMaterial(visit, id, await lookingAt(visit));
  if (!isForAll(item)) throw new Refusal(text.notForAll);
  const thread = to === 'event' ? await threadOf(visit, item) : undefined;
  if (to === 'event' && !thread) throw new Refusal(text.noThread);
  const post = postId.parse(`${id}-post-${shortHash(visit.actor.person, requestId).slice(0, 12)}`);
  const changed = await changeMaterialNow(visit, id, (of) =>
    of.posts.includes(post) ? of : { ...of, posts: [...of.posts, post].slice(-50) },
  );
  const where: NewPost['to'] = thread ? { thread } : { channel: true };
  const { posts } = visit.services;
  await posts.publish({ id: post, network: visit.network.id, drawing: 'materials.item', subject: id, to: where });
  await audit(visit, 'materials.post', id);
  return changed;
}

// ── What municipalities say ────────────────────────────────────────────────────────────────────

/** What the actor's municipality says from now on. Refuses who represents none, and what is no good practice. */
export async function reactToMaterial(visit: Visit, id: ActivityId, draft: ReactionDraft): Promise<Material> {
  const looking = await lookingAt(visit);
  const item = await visibleMaterial(visit, id, looking);
  if (item.type !== 'goodPractice') throw new Refusal(text.notAPractice);
  const own = ownMunicipality(looking);
  if (!own) throw new Refusal(text.notRepresenting);
  const { store, clock } = visit.services;
  const said = react(draft, { material: id, organisation: own.id, by: visit.actor.person }, clock.now());
  if (said) await store.upsert(visit.scope, reactions, reactionId(id, own.id), said);
  else await store.remove(visit.scope, reactions, reactionId(id, own.id));
  return item;
}

// ── Use ────────────────────────────────────────────────────────────────────────────────────────

/** One more use in this month, of an item that is there. */
export async function countUse({ services, scope, network }: Work, id: ActivityId, use: Use): Promise<void> {
  const month = todayIn({ services, network, scope } as Work).slice(0, 7);
  await update({ store: services.store, scope, kind: materialUses, id }, (now) => used(now, use, month));
}

/** Throws a Refusal when the reader has no such item. */
export async function openMaterial(visit: Visit, id: ActivityId): Promise<void> {
  await visibleMaterial(visit, id, await lookingAt(visit));
  await countUse(visit, id, 'seen');
}

/** Address of a file, newest or of a version, for ten minutes. `file`: the id of the file or of a version. */
export async function openFile(visit: Visit, id: ActivityId, file: string, how: 'download' | 'show'): Promise<string> {
  const item = await visibleMaterial(visit, id, await lookingAt(visit));
  const newest = item.files.find((one) => one.id === file);
  const version = newest ? newestOf(newest) : versionOf(item, file);
  if (!version) throw new Refusal(text.unknownFile);
  if (how === 'download') await countUse(visit, id, 'downloaded');
  return linkToFile(visit, how === 'show' ? 'materials.show' : 'materials.file', `${id}|${version.file}`);
}

/** Items that were added or opened in the span, of those that every member may see: the report is for them. */
export async function facts(span: Span, work: Work): Promise<Partial<Facts>> {
  const { services, scope, network } = work;
  const [all, counted] = await Promise.all([allMaterials(work), listAll(services.store, scope, materialUses)]);
  const uses = new Map(counted.map(({ id, value }) => [id, usesIn(value, span, network.zone)]));
  return {
    materials: all
      .filter(isForAll)
      .map(({ id, title, type, addedAt }): MaterialFact => {
        const isNew = addedAt >= span.from && addedAt < span.to;
        return { page: `materials/${id}`, title, type, addedAt, uses: uses.get(id) ?? 0, isNew };
      })
      .filter((one) => one.isNew || one.uses > 0),
  };
}
