/** Boxes loaded, decided and saved: making, changing and ending them, their public link, and the opening by the clock. */
import { createHash } from 'node:crypto';
import { asCoordinator } from '../../core/access.ts';
import { audit } from '../../core/audit.ts';
import { DAY, HOUR, type Instant, plus } from '../../core/clock.ts';
import { type ActivityId, activityId } from '../../core/ids.ts';
import { isOn } from '../../core/modules.ts';
import { AlreadyExists } from '../../core/ports.ts';
import { Refusal } from '../../core/refusal.ts';
import type { Visit, Work } from '../../core/turn.ts';
import {
  type Box,
  type BoxDraft,
  boxes,
  comingOpening,
  isOpened,
  isSameSchedule,
  type Opening,
  opened,
  openingFor,
  postOfBox,
  postOfOpening,
  readBox,
} from './box.ts';
import { boxNow, changeBox, findBox, forgetBox, storiesIn } from './memory.ts';
import { text } from './text.ts';

/** What is let in after the last opening waits so long, so that what is let in together is opened together. */
const LATE = HOUR;

export const shortHash = (...parts: readonly string[]): string =>
  createHash('sha256').update(parts.join('\n')).digest('hex').slice(0, 32);

// ── Making and changing ────────────────────────────────────────────────────────────────────────

/** The same person's same form is the same box. For coordinators. Refuses with all problems of the draft. */
export async function createBox(visit: Visit, draft: BoxDraft, requestId: string): Promise<Box> {
  await asCoordinator(visit);
  const { services, network, actor, scope } = visit;
  const now = services.clock.now();
  const id = activityId.parse(`box-${shortHash(actor.person, requestId)}`);
  const read = readBox(draft, { now, zone: network.zone });
  const fresh: Box = {
    ...{ ...read, id, scheduleRound: 1, isPublic: false, round: 1, state: 'open' },
    ...{ post: postOfBox(id), by: actor.person, at: now, openings: [] },
  };
  try {
    await services.store.insert(scope, boxes, id, fresh);
  } catch (error) {
    if (!(error instanceof AlreadyExists)) throw error;
  }
  const made = await boxNow(visit, id); // also when it was there: a request that was cut off is made whole by the next
  await audit(visit, 'boxes.create', id, made.at);
  await scheduleOpening(visit, made);
  await services.posts.publish({
    ...{ id: made.post, network: network.id, drawing: 'boxes.box', subject: id, to: { channel: true } },
  });
  return made;
}

/** For coordinators. Refuses with all problems of the draft. */
export async function editBox(visit: Visit, id: ActivityId, draft: BoxDraft): Promise<Box> {
  await asCoordinator(visit);
  const { services, network } = visit;
  const changed = await changeBox(visit, id, (of) => {
    const read = readBox(draft, { now: services.clock.now(), zone: network.zone, before: of.opens });
    const isMoved = !isSameSchedule(of.opens, read.opens);
    return { ...of, ...read, scheduleRound: of.scheduleRound + (isMoved ? 1 : 0) };
  });
  await audit(visit, 'boxes.change', id);
  await scheduleOpening(visit, changed);
  await services.posts.refresh(network.id, changed.post);
  return changed;
}

/** It takes no more; what is in it is opened at its time. For coordinators. */
export async function endBox(visit: Visit, id: ActivityId): Promise<Box> {
  await asCoordinator(visit);
  const at = visit.services.clock.now();
  const changed = await changeBox(visit, id, (of) =>
    of.state === 'ended' ? of : { ...of, state: 'ended', endedAt: at },
  );
  await audit(visit, 'boxes.end', id);
  await visit.services.posts.refresh(visit.network.id, changed.post);
  return changed;
}

/** Removes a box in which nobody has left anything. For coordinators. */
export async function removeBox(visit: Visit, id: ActivityId): Promise<void> {
  await asCoordinator(visit);
  const of = await boxNow(visit, id);
  if ((await storiesIn.now(visit, id)).length > 0) throw new Refusal(text.hasStories);
  await visit.services.store.remove(visit.scope, boxes, id);
  forgetBox(visit, id);
  await audit(visit, 'boxes.remove', id);
  await visit.services.posts.remove(visit.network.id, of.post);
}

/** Opens or closes the public page; `renew`: the address that was passed on opens nothing any more. For coordinators. */
export async function setPublic(
  visit: Visit,
  id: ActivityId,
  { isPublic, renew }: { readonly isPublic: boolean; readonly renew: boolean },
): Promise<Box> {
  await asCoordinator(visit);
  const changed = await changeBox(visit, id, (of) => ({ ...of, isPublic, round: of.round + (renew ? 1 : 0) }));
  await audit(visit, renew ? 'boxes.renewLink' : isPublic ? 'boxes.openLink' : 'boxes.closeLink', id);
  return changed;
}

// ── Opening ────────────────────────────────────────────────────────────────────────────────────

/** The job of the next opening, by its schedule. Scheduling it again changes nothing. */
export async function scheduleOpening(work: Work, of: Box): Promise<void> {
  const due = comingOpening(of, work.services.clock.now(), work.network.zone);
  if (due !== undefined) await openAt(work, of, due);
}

const openAt = ({ services, network }: Work, of: Box, due: Instant): Promise<void> =>
  services.jobs.schedule({ kind: 'boxes.open', network: network.id, key: `${of.id}|${of.scheduleRound}`, due });

/** A story came into a box that no schedule opens any more: it is opened by itself, with what else comes meanwhile. */
export async function openLate(work: Work, of: Box): Promise<void> {
  const now = work.services.clock.now();
  if (comingOpening(of, now, work.network.zone) === undefined) await openAt(work, of, plus(now, LATE));
}

/**
 * The job. However late it comes, it opens all that is in the box, in one write; where nothing is, nothing happens. While the part is
 * switched off the box stays shut, and is opened when its time comes again, or a day later.
 */
export async function openBox(
  work: Work,
  { key, due }: { readonly key: string; readonly due: Instant },
): Promise<void> {
  const [id = '', round] = key.split('|');
  const box = await findBox(work, id as ActivityId);
  if (!box || String(box.scheduleRound) !== round) return;
  const now = work.services.clock.now();
  if (!isOn(work.network, 'boxes')) {
    const coming = comingOpening(box, now, work.network.zone);
    await openAt(work, box, coming ?? plus(now, DAY));
    return;
  }
  await scheduleOpening(work, box);
  // one that was noted but not given to the queue, because the process died in between, goes now
  const made = openingFor(box, due) ?? (await noteOpening(work, box, due));
  if (!made) return;
  await work.services.posts.publish({
    ...{ id: postOfOpening(box.id, made.n), network: work.network.id, drawing: 'boxes.opening' },
    ...{ subject: `${box.id}|${made.n}`, to: { channel: true } },
  });
  await work.services.posts.refresh(work.network.id, box.post);
}

/** Undefined: nothing was in it. */
async function noteOpening(work: Work, box: Box, due: Instant): Promise<Opening | undefined> {
  const all = await storiesIn.now(work, box.id);
  const at = work.services.clock.now();
  const isNew = all.some(
    (one) => one.state === 'kept' && one.keptAt !== undefined && one.keptAt < at && !isOpened(box, one),
  );
  if (!isNew) {
    if (box.opens.type === 'once') await changeBox(work, box.id, (of) => ({ ...of, state: 'ended' }));
    return undefined;
  }
  const changed = await changeBox(work, box.id, (of) => opened(of, due, at));
  storiesIn.forget(work, box.id);
  return openingFor(changed, due);
}

/** When what is in the box comes out next; undefined: by no schedule any more. */
export const comesOut = (of: Box, { services, network }: Work): Instant | undefined =>
  comingOpening(of, services.clock.now(), network.zone);
