/** What members do with ideas: propose, word anew, support and comment. */
import { createHash } from 'node:crypto';
import { coordinates } from '../../core/access.ts';
import { audit } from '../../core/audit.ts';
import { plus } from '../../core/clock.ts';
import { type Comment, LONGEST_COMMENT } from '../../core/comment.ts';
import { type ActivityId, activityId, objectIdOf, type PersonKey } from '../../core/ids.ts';
import { listAll } from '../../core/list-all.ts';
import { isOneOf, memberIdOf } from '../../core/network.ts';
import { nameIn } from '../../core/organisation.ts';
import { dropPictures, placePicture } from '../../core/pictures.ts';
import { NotAllowed, Refusal, refuseAny } from '../../core/refusal.ts';
import { identitiesOf, organisationOf, placeIn, type Register, registerNow, registerOf } from '../../core/register.ts';
import { todayIn, type Visit } from '../../core/turn.ts';
import { severalLines } from '../../core/typed.ts';
import { type Collection, groupOf, phaseOf, requireOpen, TOPICS } from './collection.ts';
import { isVoting, refreshCard } from './follow-operations.ts';
import {
  authorsOf,
  type Idea,
  type IdeaDraft,
  isCurrent,
  makeIdea,
  readIdea,
  readMade,
  reword,
  supportId,
} from './idea.ts';
import { ideaActs } from './lineage.ts';
import {
  callNow,
  changeCommentNow,
  changeIdeaNow,
  changeSupport,
  commentKey,
  commentsNow,
  dropComment,
  dropIdea,
  dropSupport,
  findIdea,
  ideaNow,
  insertCall,
  insertComment,
  insertIdea,
  readId,
  recentComments,
  supportsNow,
} from './memory.ts';
import { text } from './text.ts';

export const shortHash = (...parts: readonly string[]): string =>
  createHash('sha256').update(parts.join('\n')).digest('hex').slice(0, 24);

/** The same person's same form is the same idea. */
export const ideaIdOf = (by: PersonKey, requestId: string): ActivityId =>
  activityId.parse(`i${shortHash(by, requestId)}`);

// ── Who may ────────────────────────────────────────────────────────────────────────────────────

/** Coordinators, and seat holders of the call's jury now, their personal substitutes too. */
export async function judges(visit: Visit, { jury }: Pick<Collection, 'jury'>, register?: Register): Promise<boolean> {
  if (await coordinates(visit)) return true;
  if (jury === undefined) return false;
  const known = register ?? (await registerNow(visit));
  const group = known.groups.get(jury);
  return group !== undefined && placeIn(known, group, objectIdOf(visit.actor.person), todayIn(visit)) !== undefined;
}

/** Throws NotAllowed unless the actor coordinates or is on the jury now. */
export async function asJudge(visit: Visit, of: Collection): Promise<void> {
  if (!(await judges(visit, of))) throw new NotAllowed(text.notJury);
}

/** Whether the actor may propose, apart from whether the call is open. */
export function mayPropose(visit: Visit, register: Register, of: Collection, isCoordinator: boolean): boolean {
  if (of.whoProposes === 'members' || isCoordinator) return true;
  const group = groupOf(of);
  const found = group === undefined ? undefined : register.groups.get(group);
  return found !== undefined && placeIn(register, found, objectIdOf(visit.actor.person), todayIn(visit)) !== undefined;
}

function whoMay({ t }: Visit, register: Register, of: Collection): string {
  const group = groupOf(of);
  const found = group === undefined ? undefined : register.groups.get(group);
  return found ? t(text.whoGroup, { group: nameIn(found.names, t) }) : t(text.whoCoordinators);
}

/** Whether the idea is the actor's: they proposed it or are credited for it, under any of their identities. */
export const isTheirs = (visit: Visit, register: Register, of: Pick<Idea, 'by' | 'credited' | 'act'>): boolean =>
  authorsOf(of).some((one) => isOneOf(identitiesOf(register, objectIdOf(visit.actor.person)), one));

/** The call of an idea, when that can be seen. */
async function callOf(visit: Visit, idea: Idea): Promise<Collection> {
  const call = await callNow(visit, idea.collection);
  if (call.state !== 'published') throw new Refusal(text.unknownIdea);
  return call;
}

export async function requireNotOnVote(visit: Visit, call: Collection, ideas: readonly ActivityId[]): Promise<void> {
  const isOnIt = call.poll?.options.some(({ idea }) => ideas.includes(idea)) ?? false;
  if (isOnIt && (await isVoting(visit, call))) throw new Refusal(text.onVoteNow);
}

// ── Proposing ──────────────────────────────────────────────────────────────────────────────────

/** Proposes an idea. The same request proposes once. Refuses with every condition that is not met, by the field it is about. */
export async function proposeIdea(
  visit: Visit,
  collection: ActivityId,
  { draft, requestId }: { draft: IdeaDraft; requestId: string },
): Promise<Idea> {
  const by = visit.actor.person;
  const id = ideaIdOf(by, requestId);
  const known = await findIdea(visit, id);
  if (known) return known;
  const call = await callNow(visit, collection);
  const now = visit.services.clock.now();
  if (call.state !== 'published') throw new Refusal(text.unknownCollection);
  requireOpen(call, now);
  const register = await registerNow(visit);
  if (!mayPropose(visit, register, call, await coordinates(visit)))
    throw new NotAllowed(text.mayNotPropose, { who: whoMay(visit, register, call) });
  const read = readIdea(draft, call);
  const picture = draft.picture ? await onField('picture', placePicture(visit, draft.picture, id)) : undefined;
  const organisation = organisationOf(register, memberIdOf(by))?.id;
  if (call.id === TOPICS) await insertCall(visit, call);
  await insertIdea(visit, makeIdea(read, call, { id, by, now, organisation, picture }));
  await refreshCard(visit, call.id);
  return ideaNow(visit, id);
}

/** A refusal is about this field. */
async function onField<T>(field: string, act: Promise<T>): Promise<T> {
  try {
    return await act;
  } catch (error) {
    if (!(error instanceof Refusal) || error.problems.length > 0) throw error;
    throw new Refusal(error.row, error.params, [{ field, row: error.row, params: error.params }]);
  }
}

/** Who may word an idea anew: its author while the call is open and nothing has come of it, coordinators and the jury later too. */
export function changesIdea(
  of: Idea,
  { isOwn, isJudge, isOpen }: { readonly isOwn: boolean; readonly isJudge: boolean; readonly isOpen: boolean },
): boolean {
  if (!isCurrent(of)) return false;
  return isJudge || (isOwn && of.act === undefined && isOpen && of.state === 'proposed');
}

/** Words an idea anew. Its author keeps to the call's rules; coordinators and the jury to the rule on cost. */
export async function changeIdea(visit: Visit, id: ActivityId, draft: IdeaDraft): Promise<Idea> {
  const before = await ideaNow(visit, id);
  const call = await callOf(visit, before);
  const register = await registerNow(visit);
  const isOwn = isTheirs(visit, register, before);
  const isJudge = await judges(visit, call, register);
  const now = visit.services.clock.now();
  const isOpen = phaseOf(call, now) === 'open';
  if (!isCurrent(before)) throw new Refusal(text.livesOn);
  if (!changesIdea(before, { isOwn, isJudge, isOpen }))
    throw isOwn && !isOpen ? new Refusal(text.isClosed) : new NotAllowed(text.notYours);
  await requireNotOnVote(visit, call, [id]);
  const { targetGroups } = call.conditions;
  const targetGroup = targetGroups.find((one) => one === draft.targetGroup) ?? before.targetGroup;
  const read =
    isOwn && before.act === undefined
      ? readIdea(draft, call)
      : { ...readMade(draft, call), promises: before.promises, ...(targetGroup === undefined ? {} : { targetGroup }) };
  const picture = draft.picture
    ? await onField('picture', placePicture(visit, draft.picture, id, before.picture))
    : undefined;
  const changed = await changeIdeaNow(visit, id, (of) => reword(of, read, { by: visit.actor.person, now, picture }));
  if (!isOwn) await audit(visit, 'ideas.changeIdea', id, now);
  const gone = before.picture;
  if (gone && gone.id !== picture?.id && !(await isShared(visit, before))) await dropPictures(visit, [gone.id]);
  await refreshCard(visit, call.id);
  return changed;
}

/** It was once part of a merging or splitting: what came of that may show its picture. */
async function isShared({ services, scope }: Visit, of: Pick<Idea, 'id' | 'act'>): Promise<boolean> {
  if (of.act !== undefined) return true;
  return (await listAll(services.store, scope, ideaActs)).some(({ value }) => value.from.includes(of.id));
}

/** Removes an idea of which nothing has come, with its picture. */
export async function removeIdea(visit: Visit, id: ActivityId): Promise<void> {
  const of = await ideaNow(visit, id);
  const call = await callOf(visit, of);
  const register = await registerNow(visit);
  if (!isTheirs(visit, register, of) && !(await coordinates(visit))) throw new NotAllowed(text.notYours);
  const [said, written] = await Promise.all([supportsNow(visit, call.id), commentsNow(visit, call.id)]);
  const own = identitiesOf(register, objectIdOf(of.by));
  const ofIt = said.filter(({ value }) => value.idea === id);
  const onIt = written.filter(({ value }) => value.of === id);
  const isUsed =
    ofIt.some(({ value }) => value.isFor && !isOneOf(own, value.by)) ||
    onIt.some(({ value }) => !isOneOf(own, value.by));
  if (isUsed || of.state !== 'proposed' || of.steps.length > 1 || (await isShared(visit, of)))
    throw new Refusal(text.isUsed);
  await dropIdea(visit, of);
  if (!isOneOf(own, visit.actor.person)) await audit(visit, 'ideas.removeIdea', id);
  for (const one of ofIt) await dropSupport(visit, call.id, one.id);
  for (const one of onIt) await dropComment(visit, call.id, one.id);
  if (of.picture) await dropPictures(visit, [of.picture.id]);
  await refreshCard(visit, call.id);
}

// ── Support and comments ───────────────────────────────────────────────────────────────────────

/** It takes support until it is voted on or decided. */
export const takesSupport = (of: Idea): boolean => isCurrent(of) && of.state === 'proposed';

/** The actor supports the idea, or takes that back; also what they said for an idea that it was made of. */
export async function supportIdea(visit: Visit, id: ActivityId, isFor: boolean): Promise<Idea> {
  const of = await ideaNow(visit, id);
  const call = await callOf(visit, of);
  if (!isCurrent(of)) throw new Refusal(text.livesOn);
  if (!takesSupport(of)) throw new Refusal(text.supportIsOver);
  const by = visit.actor.person;
  await changeSupport(visit, call.id, supportId(id, by), (before) => {
    if (before?.isFor === isFor) return before;
    const now = visit.services.clock.now();
    return { idea: id, by, isFor, at: before && before.at >= now ? plus(before.at, 1) : now };
  });
  await refreshCard(visit, call.id);
  return of;
}

function readComment(typed: string): string {
  const words = severalLines(typed);
  if (words === '') refuseAny([{ field: 'text', row: text.noComment }]);
  if (words.length > LONGEST_COMMENT) refuseAny([{ field: 'text', row: text.long, params: { n: LONGEST_COMMENT } }]);
  return words;
}

/** Adds a comment. The same request adds once. */
export async function commentIdea(
  visit: Visit,
  id: ActivityId,
  { text: typed, requestId }: { text: string; requestId: string },
): Promise<void> {
  const of = await ideaNow(visit, id);
  const call = await callOf(visit, of);
  if (!isCurrent(of)) throw new Refusal(text.livesOn);
  const by = visit.actor.person;
  await insertComment(visit, call.id, {
    ...{ id: activityId.parse(`c${shortHash(by, requestId)}`), of: id, by },
    ...{ text: readComment(typed), at: visit.services.clock.now() },
  });
}

async function commentOf(visit: Visit, id: ActivityId, comment: string): Promise<{ call: Collection; of: Comment }> {
  const call = await callOf(visit, await ideaNow(visit, id));
  const found = (await recentComments(visit, call.id)).get(
    commentKey({ of: id, id: readId(comment, text.unknownComment) }),
  );
  if (!found) throw new Refusal(text.unknownComment);
  return { call, of: found };
}

const wrote = async (visit: Visit, { by }: Comment): Promise<boolean> =>
  isOneOf(identitiesOf(await registerOf(visit), objectIdOf(visit.actor.person)), by);

/** Only one's own. */
export async function changeComment(visit: Visit, id: ActivityId, comment: string, typed: string): Promise<void> {
  const { call, of } = await commentOf(visit, id, comment);
  if (!(await wrote(visit, of))) throw new NotAllowed(text.notYourComment);
  const words = readComment(typed);
  await changeCommentNow(visit, call.id, commentKey(of), (now) =>
    now.text === words ? now : { ...now, text: words, editedAt: visit.services.clock.now() },
  );
}

/** One's own; any, by a coordinator or the jury. */
export async function removeComment(visit: Visit, id: ActivityId, comment: string): Promise<void> {
  const { call, of } = await commentOf(visit, id, comment);
  const isOwn = await wrote(visit, of);
  if (!isOwn && !(await judges(visit, call))) throw new NotAllowed(text.notYourComment);
  await dropComment(visit, call.id, commentKey(of));
  if (!isOwn) await audit(visit, 'ideas.removeComment', id);
}
