/** Stories loaded, decided and saved: left by members and by anyone with the public link, looked at by coordinators, taken back. */
import { asCoordinator, coordinates } from '../../core/access.ts';
import { audit } from '../../core/audit.ts';
import { type ActivityId, activityId, objectIdOf, personKey } from '../../core/ids.ts';
import { isOneOf } from '../../core/network.ts';
import type { OpenVisit } from '../../core/page.ts';
import { dropPictures, keepPicture, placePicture } from '../../core/pictures.ts';
import { AlreadyExists } from '../../core/ports.ts';
import { NotAllowed, Refusal } from '../../core/refusal.ts';
import { identitiesOf, organisationOf, registerOf } from '../../core/register.ts';
import { activityScope, type Scope } from '../../core/scope.ts';
import type { Visit, Work } from '../../core/turn.ts';
import { update } from '../../core/update.ts';
import {
  type Box,
  check,
  isOpen,
  isOpened,
  MOST_WAITING,
  openedIn,
  postOfOpening,
  readStory,
  type Story,
  type StoryDraft,
  stories,
} from './box.ts';
import { openLate, shortHash } from './box-operations.ts';
import { boxNow, storiesIn } from './memory.ts';
import { text } from './text.ts';

const scopeOf = ({ scope }: Work, box: ActivityId): Scope => activityScope(scope, box);

/** The person's own: of any of their identities. */
export async function isTheirs(visit: Visit): Promise<(of: Pick<Story, 'by'>) => boolean> {
  const ids = identitiesOf(await registerOf(visit), objectIdOf(visit.actor.person));
  return ({ by }) => by !== undefined && isOneOf(ids, by);
}

async function storyNow(work: Work, box: ActivityId, id: ActivityId): Promise<Story> {
  const found = await work.services.store.get(scopeOf(work, box), stories, id);
  if (!found) throw new Refusal(text.unknownStory);
  return found.value;
}

/** Puts it in and says what is there then: the same form is the same story. */
async function putIn(work: Work, box: Box, fresh: Story): Promise<Story> {
  const { store, posts } = work.services;
  let there = fresh;
  try {
    await store.insert(scopeOf(work, box.id), stories, fresh.id, fresh);
  } catch (error) {
    if (!(error instanceof AlreadyExists)) throw error;
    there = await storyNow(work, box.id, fresh.id);
  }
  storiesIn.note(work, box.id, there.id, there);
  if (there.state === 'kept') await openLate(work, box);
  posts.refreshSoon(work.network.id, box.post);
  return there;
}

// ── Members' stories ───────────────────────────────────────────────────────────────────────────

/** Leaves a story as the actor's. Refuses with all problems of the draft. */
export async function leaveStory(
  visit: Visit,
  boxId: ActivityId,
  draft: StoryDraft,
  requestId: string,
): Promise<Story> {
  const { services, actor } = visit;
  const box = await boxNow(visit, boxId);
  const id = activityId.parse(`story-${shortHash(actor.person, boxId, requestId)}`);
  const earlier = await services.store.get(scopeOf(visit, boxId), stories, id);
  if (earlier) return earlier.value;
  if (!isOpen(box)) throw new Refusal(text.boxEnded);
  const { picture, ...read } = readStory(draft);
  const placed = picture && (await placePicture(visit, picture, id));
  const now = services.clock.now();
  const isIn = !box.checksMembers || (await coordinates(visit));
  return putIn(visit, box, {
    ...{ ...read, id, box: boxId, by: actor.person, at: now },
    ...(placed ? { picture: placed } : {}),
    ...(await organisationFor(visit, draft)),
    ...(isIn ? { state: 'kept', keptAt: now } : { state: 'waiting' }),
  });
}

async function organisationFor(visit: Visit, draft: StoryDraft): Promise<Pick<Story, 'organisation'>> {
  if (!draft.showsOrganisation) return {};
  const of = organisationOf(await registerOf(visit), objectIdOf(visit.actor.person));
  return of ? { organisation: of.id } : {};
}

/** Changes an own story that is not opened yet; where members' stories are looked at, it is looked at again. Refuses with all problems of the draft. */
export async function changeStory(visit: Visit, boxId: ActivityId, id: ActivityId, draft: StoryDraft): Promise<Story> {
  const box = await boxNow(visit, boxId);
  const before = await storyNow(visit, boxId, id);
  if (!(await isTheirs(visit))(before)) throw new NotAllowed(text.notYourStory);
  if (isOpened(box, before)) throw new Refusal(text.alreadyOpened);
  const { picture, ...read } = readStory(draft);
  const placed = picture && (await placePicture(visit, picture, id, before.picture));
  const isIn = !box.checksMembers || (await coordinates(visit));
  const organisation = await organisationFor(visit, draft);
  const { store } = visit.services;
  const stored = await update({ store, scope: scopeOf(visit, boxId), kind: stories, id }, (of): Story | undefined => {
    if (!of) return undefined;
    const { picture: _, name: __, organisation: ___, keptAt, checked, ...rest } = of;
    const next = { ...rest, ...read, ...organisation, ...(placed ? { picture: placed } : {}) };
    if (!isIn) return { ...next, state: 'waiting' }; // what is changed is looked at again
    const since = keptAt ?? visit.services.clock.now();
    return { ...next, state: 'kept', keptAt: since, ...(checked ? { checked } : {}) };
  });
  if (!stored) throw new Refusal(text.unknownStory);
  storiesIn.note(visit, boxId, id, stored.value);
  if (before.picture && before.picture.id !== placed?.id) await dropPictures(visit, [before.picture.id]);
  return stored.value;
}

/** Takes a story away for good, with its picture: an own one at any time, any other by a coordinator. */
export async function removeStory(visit: Visit, boxId: ActivityId, id: ActivityId): Promise<Box> {
  const box = await boxNow(visit, boxId);
  const before = await storyNow(visit, boxId, id);
  const isOwn = (await isTheirs(visit))(before);
  if (!isOwn) await asCoordinator(visit);
  await dropStory(visit, box, before);
  if (!isOwn) await audit(visit, 'boxes.removeStory', `${boxId}|${id}`);
  return box;
}

/** As above, for erasing and expiring too: what it stood in is drawn again. */
export async function dropStory(work: Work, box: Box, of: Story): Promise<void> {
  const { store, posts } = work.services;
  if (of.picture) await dropPictures(work, [of.picture.id]);
  await store.remove(scopeOf(work, box.id), stories, of.id);
  storiesIn.note(work, box.id, of.id, undefined);
  const opening = openedIn(box, of);
  await posts.refresh(work.network.id, opening ? postOfOpening(box.id, opening.n) : box.post);
}

// ── From outside ───────────────────────────────────────────────────────────────────────────────

/** A story that someone unknown left: it waits until a coordinator has looked at it. `sent`: bytes of a picture. Refuses with all problems of the draft. */
export async function leaveFromOutside(
  visit: OpenVisit,
  box: Box,
  { draft, sent, form }: { readonly draft: StoryDraft; readonly sent: Uint8Array | undefined; readonly form: string },
): Promise<Story> {
  const id = activityId.parse(`story-${shortHash('outside', box.id, form)}`);
  const earlier = await visit.services.store.get(scopeOf(visit, box.id), stories, id);
  if (earlier) return earlier.value;
  if (!isOpen(box)) throw new Refusal(text.boxEnded);
  const { picture, ...read } = readStory(draft);
  const waiting = [...(await storiesIn.recent(visit, box.id)).values()].filter(({ state }) => state === 'waiting');
  if (waiting.length >= MOST_WAITING) throw new Refusal(text.boxFull);
  // Nobody's: the picture is tied to the story alone, so that none but this form can put it anywhere.
  const nobody = personKey.parse(`outside|${id}`);
  const actor = { person: nobody, name: '', locale: visit.locale };
  const kept = sent && (await keepPicture(visit, nobody, sent));
  const placed = kept && (await placePicture({ ...visit, actor }, { id: kept.id, alt: picture?.alt ?? '' }, id));
  return putIn(visit, box, {
    ...{ ...read, id, box: box.id, isFromOutside: true, state: 'waiting', at: visit.services.clock.now() },
    ...(placed ? { picture: placed } : {}),
  });
}

/** Lets a waiting story in, or not. One that was refused can still be let in until it is removed. For coordinators. */
export async function checkStory(visit: Visit, boxId: ActivityId, id: ActivityId, isLetIn: boolean): Promise<Story> {
  await asCoordinator(visit);
  const box = await boxNow(visit, boxId);
  const { store, clock, posts } = visit.services;
  const stored = await update({ store, scope: scopeOf(visit, boxId), kind: stories, id }, (of) => {
    if (!of) return undefined;
    const isSaid = of.state === (isLetIn ? 'kept' : 'refused');
    return isSaid ? of : check(of, isLetIn, visit.actor.person, clock.now());
  });
  if (!stored) throw new Refusal(text.unknownStory);
  storiesIn.note(visit, boxId, id, stored.value);
  await audit(visit, isLetIn ? 'boxes.letIn' : 'boxes.refuseStory', `${boxId}|${id}`);
  if (isLetIn) await openLate(visit, box);
  posts.refreshSoon(visit.network.id, box.post);
  return stored.value;
}

/** Stories of a box that a coordinator has still to look at, the oldest first. */
export async function waitingStories(work: Work, box: ActivityId): Promise<Story[]> {
  const all = [...(await storiesIn.recent(work, box)).values()];
  return all.filter(({ state }) => state === 'waiting').sort((a, b) => (a.at < b.at ? -1 : 1));
}
