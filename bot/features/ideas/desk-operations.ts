/** What coordinators and the jury do with calls and their ideas: publish, theme, merge, choose, put to a vote, decide. */
import { asCoordinator } from '../../core/access.ts';
import { audit } from '../../core/audit.ts';
import { DAY, plus, SECOND } from '../../core/clock.ts';
import { type ActivityId, activityId, type PersonKey, type PostId, postId } from '../../core/ids.ts';
import { isOn } from '../../core/modules.ts';
import { AlreadyExists } from '../../core/ports.ts';
import { Refusal, refuseAny } from '../../core/refusal.ts';
import { type Register, registerNow, registerOf } from '../../core/register.ts';
import type { Visit, Work } from '../../core/turn.ts';
import { oneLine } from '../../core/typed.ts';
import { update } from '../../core/update.ts';
import {
  type Collection,
  type CollectionDraft,
  type CollectionFrame,
  changeCollection,
  close,
  type DecisionDraft,
  decide,
  LONGEST_NAME,
  MOST_SHORTLISTED,
  MOST_THEMES,
  makeCollection,
  phaseOf,
  publish,
  readCollection,
  TOPICS,
} from './collection.ts';
import {
  followDecision,
  followedLater,
  followVote,
  isVoting,
  refreshCard,
  settle,
  tellNewest,
  toldLater,
} from './follow-operations.ts';
import { type Idea, type IdeaDraft, isCurrent, readMade, type SettableState, setState, withTheme } from './idea.ts';
import { ideaActs, merge, split, undo } from './lineage.ts';
import {
  allIdeas,
  callNow,
  changeCall,
  changeIdeaNow,
  findCall,
  findIdea,
  ideaNow,
  insertCall,
  insertIdea,
} from './memory.ts';
import { titleIn } from './names.ts';
import { asJudge, requireNotOnVote, shortHash } from './operations.ts';
import { text } from './text.ts';

/** In milliseconds; see `followedLater`. */
const SAFETY_NET = 10 * SECOND;

const callIdOf = (by: PersonKey, form: string): ActivityId => activityId.parse(`k${shortHash(by, form)}`);
const cardOf = (call: ActivityId): PostId => postId.parse(`${call}-card`);

// ── Calls ──────────────────────────────────────────────────────────────────────────────────────

const frameOf = ({ services, network }: Work, register: Register): CollectionFrame => ({
  ...{ now: services.clock.now(), zone: network.zone },
  isGroup: (id) => register.groups.has(id),
});

/** The call that would come of a draft, for previews. Refuses with all problems of the draft. */
export async function draftCall(visit: Visit, draft: CollectionDraft): Promise<Collection> {
  const frame = frameOf(visit, await registerOf(visit));
  const id = callIdOf(visit.actor.person, 'draft');
  return makeCollection(readCollection(draft, frame), { id, post: cardOf(id), by: visit.actor.person, now: frame.now });
}

/** Adds a call as a draft, or publishes it. The same `form` adds once. Refuses with all problems of the draft. */
export async function addCall(
  visit: Visit,
  { draft, intent, form }: { draft: CollectionDraft; intent: 'draft' | 'publish'; form: string },
): Promise<Collection> {
  await asCoordinator(visit);
  const by = visit.actor.person;
  const id = callIdOf(by, form);
  if (!(await findCall(visit, id))) {
    const frame = frameOf(visit, await registerNow(visit));
    await insertCall(visit, makeCollection(readCollection(draft, frame), { id, post: cardOf(id), by, now: frame.now }));
    await audit(visit, 'ideas.addCall', id, frame.now);
  }
  return intent === 'publish' ? publishCall(visit, id) : callNow(visit, id);
}

/** Changes a call; what was proposed under earlier conditions stays. */
export async function changeCallDraft(visit: Visit, id: ActivityId, draft: CollectionDraft): Promise<Collection> {
  await asCoordinator(visit);
  if (id === TOPICS) throw new Refusal(text.standing);
  const frame = frameOf(visit, await registerNow(visit));
  const read = readCollection(draft, frame, await callNow(visit, id));
  await clockFor(visit, { id, ...read });
  const changed = await changeCall(visit, id, (of) => changeCollection(of, read));
  await audit(visit, 'ideas.changeCall', id);
  await postCard(visit, changed);
  if (changed.post) await visit.services.posts.refresh(visit.network.id, changed.post);
  return changed;
}

/** Publishes a draft: its card goes to the channel, now or when it opens. */
export async function publishCall(visit: Visit, id: ActivityId): Promise<Collection> {
  await asCoordinator(visit);
  const before = await callNow(visit, id);
  if (before.state === 'published') return before;
  const now = visit.services.clock.now();
  await clockFor(visit, publish(before, now));
  const published = await changeCall(visit, id, (of) => publish(of, now));
  await audit(visit, 'ideas.publishCall', id);
  await postCard(visit, published);
  return published;
}

/** Its jobs exist before it does: at its opening, soon if that is now, and at its closing. */
async function clockFor(
  { services, network }: Work,
  of: Pick<Collection, 'id' | 'opensAt' | 'closesAt'>,
): Promise<void> {
  const soon = plus(services.clock.now(), SAFETY_NET);
  const isLater = of.opensAt > soon;
  await services.jobs.schedule({
    kind: 'ideas.open',
    network: network.id,
    key: of.id,
    due: isLater ? of.opensAt : soon,
  });
  if (of.closesAt)
    await services.jobs.schedule({ kind: 'ideas.close', network: network.id, key: of.id, due: of.closesAt });
}

async function postCard(work: Work, of: Collection): Promise<void> {
  if (!of.post || !['open', 'closed'].includes(phaseOf(of, work.services.clock.now()))) return;
  await work.services.posts.publish({
    ...{ id: of.post, network: work.network.id, drawing: 'ideas.collection', subject: of.id, to: { channel: true } },
  });
}

/** The job at a call's opening. While ideas are switched off no card is posted; it is looked at again a day later. */
export async function openCall(work: Work, key: string): Promise<void> {
  const { services, network } = work;
  const found = await findCall(work, activityId.parse(key));
  if (!found) return;
  if (isOn(network, 'ideas')) return postCard(work, found);
  const due = plus(services.clock.now(), DAY);
  if (phaseOf(found, services.clock.now()) === 'open')
    await services.jobs.schedule({ kind: 'ideas.open', network: network.id, key, due });
}

/** The job at a call's closing: its card says so, and whose the pictures of a contest are. */
export async function closedCall(work: Work, key: string): Promise<void> {
  const found = await findCall(work, activityId.parse(key));
  if (found?.post && phaseOf(found, work.services.clock.now()) === 'closed')
    await work.services.posts.refresh(work.network.id, found.post);
}

export async function closeCall(visit: Visit, id: ActivityId): Promise<Collection> {
  await asCoordinator(visit);
  const now = visit.services.clock.now();
  const closed = await changeCall(visit, id, (of) => close(of, now));
  await audit(visit, 'ideas.closeCall', id);
  if (closed.post) await visit.services.posts.refresh(visit.network.id, closed.post);
  return closed;
}

/** Takes back a call that has no ideas: its card goes away. */
export async function undoCall(visit: Visit, id: ActivityId): Promise<void> {
  await asCoordinator(visit);
  if (id === TOPICS) throw new Refusal(text.standing);
  await callNow(visit, id);
  if ((await ideasIn(visit, id)).length > 0) throw new Refusal(text.hasIdeas);
  const undone = await changeCall(visit, id, (of) => ({ ...of, state: 'undone' }));
  await audit(visit, 'ideas.undoCall', id);
  if (undone.post) await visit.services.posts.remove(visit.network.id, undone.post);
}

/** A coordinator looked, and says that the card is not in the channel. */
export async function repostCall(visit: Visit, id: ActivityId): Promise<Collection> {
  await asCoordinator(visit);
  const of = await callNow(visit, id);
  if (of.post) await visit.services.posts.again(visit.network.id, of.post);
  await audit(visit, 'ideas.repostCall', id);
  return of;
}

/** All ideas of a call as they are stored now. */
export const ideasIn = async (work: Work, id: ActivityId): Promise<readonly Idea[]> =>
  (await allIdeas(work)).filter(({ collection }) => collection === id);

// ── Themes, merging and splitting ──────────────────────────────────────────────────────────────

/** The ideas of a call with these ids, in the order of the ids. Refuses one that is not of it. */
async function chosen(visit: Visit, call: Collection, ids: readonly ActivityId[]): Promise<Idea[]> {
  const found: Idea[] = [];
  for (const id of new Set(ids)) {
    const one = await ideaNow(visit, id);
    if (one.collection !== call.id || one.isUndone) throw new Refusal(text.unknownIdea);
    found.push(one);
  }
  return found;
}

/** Puts ideas under a theme, an empty one: under none. */
export async function themeIdeas(
  visit: Visit,
  id: ActivityId,
  { ideas, theme: typed }: { ideas: readonly ActivityId[]; theme: string },
): Promise<Collection> {
  const call = await callNow(visit, id);
  await asJudge(visit, call);
  const theme = oneLine(typed);
  if (theme.length > LONGEST_NAME) refuseAny([{ field: 'theme', row: text.long, params: { n: LONGEST_NAME } }]);
  const found = await chosen(visit, call, ideas);
  const isNew = theme !== '' && !call.themes.includes(theme);
  if (isNew && call.themes.length >= MOST_THEMES)
    refuseAny([{ field: 'theme', row: text.tooMany, params: { n: MOST_THEMES } }]);
  const changed = isNew
    ? await changeCall(visit, id, (of) => ({
        ...of,
        themes: [...new Set([...of.themes, theme])].slice(0, MOST_THEMES),
      }))
    : call;
  for (const one of found) await changeIdeaNow(visit, one.id, (of) => withTheme(of, theme === '' ? undefined : theme));
  return changed;
}

export type MadeDraft = Pick<IdeaDraft, 'title' | 'text' | 'cost'>;

/** Makes one idea of several. Everyone whose ideas they were is credited and told. The same request merges once. */
export async function mergeIdeas(
  visit: Visit,
  id: ActivityId,
  { ideas, draft, requestId }: { ideas: readonly ActivityId[]; draft: MadeDraft; requestId: string },
): Promise<Idea> {
  const call = await callNow(visit, id);
  await asJudge(visit, call);
  const act = actIdOf(visit, requestId);
  if (!(await isThere(visit, act))) {
    const found = await chosen(visit, call, ideas);
    await requireNotOnVote(visit, call, ideas);
    const frame = { id: act, by: visit.actor.person, now: visit.services.clock.now() };
    await carryOut(visit, merge(found, readMade(draft, call), frame));
    await audit(visit, 'ideas.merge', act, frame.now);
  }
  await settled(visit, act);
  return ideaNow(visit, activityId.parse(`${act}-1`));
}

/** Makes several ideas of one, whose authors are told. The same request splits once. */
export async function splitIdea(
  visit: Visit,
  id: ActivityId,
  { parts, requestId }: { parts: readonly MadeDraft[]; requestId: string },
): Promise<Idea> {
  const before = await ideaNow(visit, id);
  const call = await callNow(visit, before.collection);
  await asJudge(visit, call);
  const act = actIdOf(visit, requestId);
  if (!(await isThere(visit, act))) {
    await requireNotOnVote(visit, call, [id]);
    const read = parts.map((one, index) => readPart(one, call, index));
    const frame = { id: act, by: visit.actor.person, now: visit.services.clock.now() };
    await carryOut(visit, split(before, read, frame));
    await audit(visit, 'ideas.split', act, frame.now);
  }
  await settled(visit, act);
  return ideaNow(visit, id);
}

/** Problems are named by the part that they are in: `parts.1.title`. */
function readPart(draft: MadeDraft, call: Collection, index: number) {
  try {
    return readMade(draft, call);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    throw new Refusal(
      error.row,
      error.params,
      error.problems.map((one) => ({ ...one, field: `parts.${index}.${one.field}` })),
    );
  }
}

const actIdOf = (visit: Visit, requestId: string): ActivityId =>
  activityId.parse(`a${shortHash(visit.actor.person, requestId)}`);

const isThere = async ({ services, scope }: Visit, act: ActivityId): Promise<boolean> =>
  (await services.store.get(scope, ideaActs, act)) !== undefined;

/** What was made is stored unseen, then the act that says that it holds. */
async function carryOut(visit: Visit, { act, made }: ReturnType<typeof merge>): Promise<void> {
  await followedLater(visit, 'ideas.settle', act.id);
  for (const one of made) await insertIdea(visit, one);
  try {
    await visit.services.store.insert(visit.scope, ideaActs, act.id, act);
  } catch (error) {
    if (!(error instanceof AlreadyExists)) throw error;
  }
}

async function settled(visit: Visit, act: ActivityId): Promise<void> {
  if (!(await settle(visit, act))) throw new Refusal(text.tookElsewhere);
}

/** Takes back the merging or splitting that made an idea. */
export async function undoMade(visit: Visit, id: ActivityId): Promise<Collection> {
  const of = await ideaNow(visit, id);
  const call = await callNow(visit, of.collection);
  await asJudge(visit, call);
  const { store, clock } = visit.services;
  const act = of.act && (await store.get(visit.scope, ideaActs, of.act))?.value;
  if (!act) throw new Refusal(text.notMade);
  await requireNotOnVote(visit, call, act.made);
  const made = (await Promise.all(act.made.map((one) => findIdea(visit, one)))).flatMap((one) => one ?? []);
  const frame = { by: visit.actor.person, now: clock.now() };
  undo(act, made, frame); // refuses before a job is set going
  await followedLater(visit, 'ideas.settle', act.id);
  await update({ store, scope: visit.scope, kind: ideaActs, id: act.id }, (now) => now && undo(now, made, frame));
  if (await settle(visit, act.id)) throw new Refusal(text.undoLaterFirst);
  await audit(visit, 'ideas.undoMade', act.id, frame.now);
  return changeCall(visit, call.id, (now) =>
    now.shortlist.some((one) => act.made.includes(one))
      ? { ...now, shortlist: now.shortlist.filter((one) => !act.made.includes(one)) }
      : now,
  );
}

// ── Choosing, voting, deciding ─────────────────────────────────────────────────────────────────

export async function shortlistIdeas(visit: Visit, id: ActivityId, ids: readonly ActivityId[]): Promise<Collection> {
  const call = await callNow(visit, id);
  await asJudge(visit, call);
  if (ids.length > MOST_SHORTLISTED)
    refuseAny([{ field: 'ideas', row: text.tooMany, params: { n: MOST_SHORTLISTED } }]);
  if (await isVoting(visit, call)) throw new Refusal(text.voteRuns);
  const found = await chosen(visit, call, ids);
  if (found.some((one) => !isCurrent(one))) throw new Refusal(text.livesOn);
  const changed = await changeCall(visit, id, (of) => ({ ...of, shortlist: found.map((one) => one.id) }));
  await audit(visit, 'ideas.shortlist', id);
  return changed;
}

/** Those of the shortlist that are still ideas, in its order. */
export async function shortlisted(work: Work, { shortlist }: Pick<Collection, 'shortlist'>): Promise<Idea[]> {
  const found = await Promise.all(shortlist.map((one) => findIdea(work, one)));
  return found.flatMap((one) => (one && isCurrent(one) ? [one] : []));
}

export interface VoteOrder {
  readonly question: string;
  readonly tallies: 'persons' | 'organisations';
  readonly secrecy: 'named' | 'unnamed' | 'secret';
  readonly closesOn: string;
  readonly closesAtTime: string;
  readonly mostChoices: number;
}

/** Publishes a poll on the shortlist, with its pictures, and tells the authors. */
export async function voteOnIdeas(visit: Visit, id: ActivityId, order: VoteOrder): Promise<Collection> {
  await asCoordinator(visit);
  const call = await callNow(visit, id);
  if (await isVoting(visit, call)) throw new Refusal(text.voteRuns);
  const ideas = await shortlisted(visit, call);
  if (ideas.length < 2) throw new Refusal(text.voteTwo, { n: MOST_SHORTLISTED });
  const titles = ideas.map(({ title }) => title.toLowerCase());
  const twice = ideas.find(({ title }, at) => titles.indexOf(title.toLowerCase()) !== at);
  if (twice) throw new Refusal(text.sameTitles, { title: twice.title });
  const title = titleIn(call, visit.channelT);
  const pollsHeld = call.pollsHeld + 1;
  const { poll, options } = await visit.services.startPoll(
    {
      form: `ideas-${id}-${pollsHeld}`,
      question: oneLine(order.question) || visit.channelT(text.pollQuestion, { title }),
      description: [visit.channelT(text.pollAbout, { title }), call.purpose].filter(Boolean).join('\n'),
      options: ideas.map((one) => ({ label: one.title, ...(one.picture ? { picture: one.picture } : {}) })),
      ...{ tallies: order.tallies, secrecy: order.secrecy, closesOn: order.closesOn, closesAtTime: order.closesAtTime },
      mostChoices: Math.min(order.mostChoices, ideas.length),
    },
    visit,
  );
  await followedLater(visit, 'ideas.followVote', id);
  const by = visit.actor.person;
  const matched = ideas.flatMap((one, at) => {
    const option = options[at];
    return option === undefined ? [] : [{ option, idea: one.id }];
  });
  const changed = await changeCall(visit, id, (of) =>
    of.poll?.id === poll
      ? of
      : { ...of, pollsHeld, poll: { id: poll, options: matched, by, at: visit.services.clock.now() } },
  );
  await audit(visit, 'ideas.vote', id);
  await followVote(visit, id);
  return changed;
}

/** Records what was decided, who confirmed it and when, and tells the authors. */
export async function decideIdeas(visit: Visit, id: ActivityId, draft: DecisionDraft): Promise<Collection> {
  const call = await callNow(visit, id);
  await asJudge(visit, call);
  const found = await chosen(visit, call, draft.ideas);
  if (found.some((one) => !isCurrent(one))) throw new Refusal(text.livesOn);
  await requireNotOnVote(visit, call, [...draft.ideas, ...call.shortlist]);
  const frame = { by: visit.actor.person, now: visit.services.clock.now() };
  decide(call, draft, frame); // refuses before a job is set going
  await followedLater(visit, 'ideas.followDecision', id);
  const changed = await changeCall(visit, id, (of) => decide(of, draft, frame));
  await audit(visit, 'ideas.decide', id);
  await followDecided(visit, id);
  return changed;
}

/** Also the job: every idea of the call says what was decided on it. */
export async function followDecided(work: Work, id: ActivityId): Promise<void> {
  await followDecision(
    work,
    id,
    (await ideasIn(work, id)).filter(isCurrent).map((one) => one.id),
  );
}

/** Says how far an idea is, with a note that its authors read too. */
export async function setIdeaState(
  visit: Visit,
  id: ActivityId,
  { state, note }: { state: SettableState; note: string },
): Promise<Idea> {
  const before = await ideaNow(visit, id);
  const call = await callNow(visit, before.collection);
  await asJudge(visit, call);
  if (before.isUndone) throw new Refusal(text.unknownIdea);
  await requireNotOnVote(visit, call, [id]);
  const frame = { by: visit.actor.person, now: visit.services.clock.now() };
  setState(before, state, note, frame); // refuses before a job is set going
  await toldLater(visit, before);
  const changed = await changeIdeaNow(visit, id, (of) => setState(of, state, note, frame));
  await audit(visit, 'ideas.setState', id);
  await tellNewest(visit, changed);
  await refreshCard(visit, call.id);
  return changed;
}
