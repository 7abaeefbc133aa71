/** Challenges loaded, decided and saved: making and ending them, deeds, passing on by name, and the goal. */
import { asCoordinator, coordinates } from '../../core/access.ts';
import { audit } from '../../core/audit.ts';
import { type ActivityId, activityId, objectIdOf, type PersonKey } from '../../core/ids.ts';
import { isCurrent, isOneOf, type MemberId, memberId, memberIdOf } from '../../core/network.ts';
import { notify, type Reach } from '../../core/notify.ts';
import { dropPictures, placePicture } from '../../core/pictures.ts';
import { AlreadyExists } from '../../core/ports.ts';
import { NotAllowed, Refusal, refuseAny } from '../../core/refusal.ts';
import { identitiesOf, mainOf, type Register, registerOf } from '../../core/register.ts';
import { activityScope, type Scope } from '../../core/scope.ts';
import type { Visit, Work } from '../../core/turn.ts';
import { update } from '../../core/update.ts';
import { shortHash } from './box-operations.ts';
import {
  type Challenge,
  type ChallengeDraft,
  canTakeBack,
  challenges,
  type Deed,
  type DeedDraft,
  deeds,
  directPostOf,
  inOrder,
  noticeOf,
  phaseOf,
  postOfChallenge,
  postOfReached,
  readChallenge,
  readDeed,
  unanswered,
} from './challenge.ts';
import { challengeNow, changeChallenge, deedsIn, forgetChallenge } from './memory.ts';
import { text } from './text.ts';

const scopeOf = ({ scope }: Work, challenge: ActivityId): Scope => activityScope(scope, challenge);

// ── Making and ending ──────────────────────────────────────────────────────────────────────────

/** The same person's same form is the same challenge. For coordinators. Refuses with all problems of the draft. */
export async function createChallenge(visit: Visit, draft: ChallengeDraft, requestId: string): Promise<Challenge> {
  await asCoordinator(visit);
  const { services, network, actor, scope } = visit;
  const id = activityId.parse(`challenge-${shortHash(actor.person, requestId)}`);
  const fresh: Challenge = {
    ...{ ...readChallenge(draft), id, state: 'open', post: postOfChallenge(id) },
    ...{ by: actor.person, at: services.clock.now() },
  };
  try {
    await services.store.insert(scope, challenges, id, fresh);
  } catch (error) {
    if (!(error instanceof AlreadyExists)) throw error;
  }
  const made = await challengeNow(visit, id); // also when it was there: a request that was cut off is made whole by the next
  await audit(visit, 'challenges.create', id, made.at);
  await services.posts.publish({
    ...{ id: made.post, network: network.id, drawing: 'boxes.challenge', subject: id, to: { channel: true } },
  });
  return made;
}

/** For coordinators. Refuses with all problems of the draft. */
export async function editChallenge(visit: Visit, id: ActivityId, draft: ChallengeDraft): Promise<Challenge> {
  await asCoordinator(visit);
  const read = readChallenge(draft);
  const changed = await changeChallenge(visit, id, (of) => ({ ...of, ...read }));
  await audit(visit, 'challenges.change', id);
  await followGoal(visit, changed);
  await visit.services.posts.refresh(visit.network.id, changed.post);
  return changed;
}

/** No more deeds. For coordinators. */
export async function endChallenge(visit: Visit, id: ActivityId): Promise<Challenge> {
  await asCoordinator(visit);
  const changed = await changeChallenge(visit, id, (of) => ({ ...of, state: 'ended' }));
  await audit(visit, 'challenges.end', id);
  await visit.services.posts.refresh(visit.network.id, changed.post);
  return changed;
}

/** Removes a challenge to which nobody has added anything. For coordinators. */
export async function removeChallenge(visit: Visit, id: ActivityId): Promise<void> {
  await asCoordinator(visit);
  const of = await challengeNow(visit, id);
  if ((await deedsIn.now(visit, id)).length > 0) throw new Refusal(text.hasDeeds);
  await visit.services.store.remove(visit.scope, challenges, id);
  forgetChallenge(visit, id);
  await audit(visit, 'challenges.remove', id);
  await visit.services.posts.remove(visit.network.id, of.post);
}

// ── Deeds ──────────────────────────────────────────────────────────────────────────────────────

export interface Added {
  readonly challenge: Challenge;
  readonly deed: Deed;
  /** Whom they challenged, and by which way that reached them. */
  readonly passed?: { readonly name: string; readonly by: Reach['by'] };
}

/** Adds a deed of the actor's, which answers whoever challenged them and may challenge the next. Refuses with all problems of the draft. */
export async function addDeed(
  visit: Visit,
  challengeId: ActivityId,
  draft: DeedDraft,
  requestId: string,
): Promise<Added> {
  const { services, actor } = visit;
  const challenge = await challengeNow(visit, challengeId);
  const id = activityId.parse(`deed-${shortHash(actor.person, challengeId, requestId)}`);
  const earlier = await services.store.get(scopeOf(visit, challengeId), deeds, id);
  if (earlier) return finished(visit, challenge, earlier.value);
  if (challenge.state === 'ended') throw new Refusal(text.challengeEnded);
  const { picture, ...read } = readDeed(draft);
  const [register, all] = await Promise.all([registerOf(visit), deedsIn.now(visit, challengeId)]);
  const passedTo = draft.passTo === '' ? undefined : nextOne(visit, register, all, draft.passTo);
  const from = answered(visit, register, all, draft.from);
  const placed = picture && (await placePicture(visit, picture, id));
  const fresh: Deed = {
    ...{ ...read, id, challenge: challengeId, by: actor.person, at: services.clock.now() },
    ...(placed ? { picture: placed } : {}),
    ...(from ? { from: from.id } : {}),
    ...(passedTo ? { passedTo } : {}),
  };
  try {
    await services.store.insert(scopeOf(visit, challengeId), deeds, id, fresh);
  } catch (error) {
    if (!(error instanceof AlreadyExists)) throw error;
  }
  deedsIn.note(visit, challengeId, id, fresh);
  return finished(visit, challenge, fresh);
}

/** What hangs on a deed that is stored; can be repeated. */
async function finished(visit: Visit, challenge: Challenge, deed: Deed): Promise<Added> {
  const passed = await tell(visit, challenge, deed);
  const now = await followGoal(visit, challenge);
  visit.services.posts.refreshSoon(visit.network.id, challenge.post);
  return { challenge: now, deed, ...(passed ? { passed } : {}) };
}

/** Challenges someone by a deed that challenged nobody yet, or whose next one said no. */
export async function passOn(visit: Visit, challengeId: ActivityId, id: ActivityId, to: string): Promise<Added> {
  const challenge = await challengeNow(visit, challengeId);
  if (challenge.state === 'ended') throw new Refusal(text.challengeEnded);
  const [register, all] = await Promise.all([registerOf(visit), deedsIn.now(visit, challengeId)]);
  const before = all.find((one) => one.id === id);
  if (!before) throw new Refusal(text.unknownDeed);
  if (!isOneOf(ownIds(visit, register), before.by)) throw new NotAllowed(text.notYourDeed);
  const passedTo = nextOne(visit, register, all, to);
  const deed = await changeDeed(visit, challengeId, id, (of) => {
    if (of.passedTo === passedTo) return of;
    if (of.passedTo !== undefined && of.isDeclined === undefined) throw new Refusal(text.alreadyPassed);
    const { isDeclined: _, ...rest } = of;
    return { ...rest, passedTo };
  });
  return finished(visit, challenge, deed);
}

/** The actor, whom someone challenged, says that it does not suit now: their name goes from the deed. */
export async function declineChallenge(visit: Visit, challengeId: ActivityId, id: ActivityId): Promise<void> {
  const register = await registerOf(visit);
  const ids = ownIds(visit, register);
  await changeDeed(visit, challengeId, id, (of) => {
    if (of.isDeclined) return of;
    if (of.passedTo === undefined || !ids.includes(of.passedTo)) throw new Refusal(text.notChallenged);
    const { passedTo: _, ...rest } = of;
    return { ...rest, isDeclined: true };
  });
}

/** Takes a deed away for good: an own one within a day, any other by a coordinator. */
export async function removeDeed(visit: Visit, challengeId: ActivityId, id: ActivityId): Promise<Challenge> {
  const challenge = await challengeNow(visit, challengeId);
  const { store, clock } = visit.services;
  const found = await store.get(scopeOf(visit, challengeId), deeds, id);
  if (!found) throw new Refusal(text.unknownDeed);
  const isOwn = isOneOf(ownIds(visit, await registerOf(visit)), found.value.by);
  const isAllowed = await coordinates(visit);
  if (!isOwn && !isAllowed) throw new NotAllowed(text.notYourDeed);
  if (!isAllowed && !canTakeBack(found.value, clock.now())) throw new Refusal(text.dayHasPassed);
  if (found.value.picture) await dropPictures(visit, [found.value.picture.id]);
  await store.remove(scopeOf(visit, challengeId), deeds, id);
  deedsIn.note(visit, challengeId, id, undefined);
  if (!isOwn) await audit(visit, 'challenges.removeDeed', `${challengeId}|${id}`);
  await visit.services.posts.refresh(visit.network.id, challenge.post);
  const { passedTo } = found.value;
  // whom it challenged was told of it, by whom and in which words
  if (passedTo) await visit.services.posts.refresh(visit.network.id, directPostOf(found.value, passedTo));
  return challenge;
}

export async function changeDeed(
  work: Work,
  challengeId: ActivityId,
  id: ActivityId,
  change: (of: Deed) => Deed,
): Promise<Deed> {
  const { store } = work.services;
  const stored = await update({ store, scope: scopeOf(work, challengeId), kind: deeds, id }, (of) => of && change(of));
  if (!stored) throw new Refusal(text.unknownDeed);
  deedsIn.note(work, challengeId, id, stored.value);
  return stored.value;
}

// ── Who ────────────────────────────────────────────────────────────────────────────────────────

const ownIds = ({ actor }: Visit, register: Register): readonly MemberId[] =>
  identitiesOf(register, objectIdOf(actor.person));

/** The member to be challenged, by their main identity. Refuses who is none, oneself, and who was challenged and has not answered. */
function nextOne(visit: Visit, register: Register, all: readonly Deed[], typed: string): MemberId {
  const asked = memberId.safeParse(typed);
  const main = asked.success ? mainOf(register, asked.data) : '';
  const member = register.members.get(main);
  const field = 'passTo';
  if (!member || !identitiesOf(register, main).some((id) => isPresent(register, id)))
    throw new Refusal(text.noMember, {}, [{ field, row: text.noMember }]);
  const id = memberIdOf(member.person);
  if (mainOf(register, objectIdOf(visit.actor.person)) === id)
    throw new Refusal(text.notYourself, {}, [{ field, row: text.notYourself }]);
  const isWaiting = unanswered(all, (one) => mainOf(register, one) === id).length > 0;
  const params = { name: member.name };
  refuseAny(isWaiting ? [{ field, row: text.isChallenged, params }] : []);
  return id;
}

const isPresent = (register: Register, id: string): boolean => {
  const one = register.members.get(id);
  return one !== undefined && isCurrent(one);
};

/** The deed that the actor's answers: the one named, else the oldest by which someone challenged them. */
function answered(visit: Visit, register: Register, all: readonly Deed[], named: string): Deed | undefined {
  const ids = ownIds(visit, register);
  const open = unanswered(all, (one) => ids.some((id) => id === one));
  return open.find(({ id }) => id === named) ?? open[0];
}

/** Deeds by which someone challenged the actor, who has not answered yet; the oldest first. */
export async function challengesFor(visit: Visit, challengeId: ActivityId): Promise<Deed[]> {
  const ids = ownIds(visit, await registerOf(visit));
  return unanswered((await deedsIn.recent(visit, challengeId)).values(), (one) => ids.some((id) => id === one));
}

/** What someone is called beside a deed of theirs; undefined: they want it so, or they are not in the network any more. */
export function nameOf(register: Register, of: Pick<Deed, 'by' | 'isUnnamed'>): string | undefined {
  return of.isUnnamed ? undefined : nameOfMember(register, objectIdOf(of.by));
}

/** Undefined: they are not in the network any more. */
export function nameOfMember(register: Register, id: string): string | undefined {
  const isThere = identitiesOf(register, id).some((one) => isPresent(register, one));
  return isThere ? register.members.get(mainOf(register, id))?.name : undefined;
}

/** Main identities of those who can be challenged, by name. */
export function whomToChallenge(
  register: Register,
  actor: PersonKey,
): { readonly id: MemberId; readonly name: string }[] {
  const own = mainOf(register, objectIdOf(actor));
  const people = new Map<string, string>();
  for (const [id, one] of register.members) {
    if (!isCurrent(one)) continue;
    const main = mainOf(register, id);
    if (main !== own) people.set(main, register.members.get(main)?.name ?? one.name);
  }
  return [...people]
    .map(([id, name]) => ({ id: memberId.parse(id), name }))
    .sort((a, b) => a.name.localeCompare(b.name, 'fi'));
}

/** Tells whom a deed challenges, once. */
async function tell(visit: Visit, challenge: Challenge, deed: Deed): Promise<Added['passed']> {
  if (deed.passedTo === undefined) return undefined;
  const register = await registerOf(visit);
  const reach = await notify(visit, register, deed.passedTo, {
    ...{ id: noticeOf(deed), subject: `${challenge.id}|${deed.id}` },
    ...{ letter: 'boxes.passed', direct: 'boxes.passedDirect', topic: 'ideas', urgency: 'nudge' },
  });
  return { name: nameOfMember(register, deed.passedTo) ?? visit.t(text.byMember), by: reach.by };
}

// ── The goal ───────────────────────────────────────────────────────────────────────────────────

/** Notes that the goal is reached and announces it, once; the announcement says the number as it is. Can be repeated. */
export async function followGoal(work: Work, challenge: Challenge): Promise<Challenge> {
  const all = await deedsIn.now(work, challenge.id);
  if (all.length < challenge.goal) return challenge;
  const at = inOrder(all)[challenge.goal - 1]?.at ?? work.services.clock.now();
  const changed = await changeChallenge(work, challenge.id, (of) =>
    of.reachedAt === undefined && phaseOf(of, all.length) === 'reached' ? { ...of, reachedAt: at } : of,
  );
  if (changed.reachedAt === undefined) return changed;
  await work.services.posts.publish({
    ...{ id: postOfReached(challenge.id), network: work.network.id, drawing: 'boxes.reached', subject: challenge.id },
    to: { thread: challenge.post },
  });
  return changed;
}
