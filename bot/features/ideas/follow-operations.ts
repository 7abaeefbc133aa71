/** What follows when something becomes of ideas: merged ones are brought in line, votes and decisions reach them, and their authors are told. All of it can be repeated. */
import { type Instant, plus, SECOND } from '../../core/clock.ts';
import { type ActivityId, activityId, objectIdOf } from '../../core/ids.ts';
import { isOn } from '../../core/modules.ts';
import { memberIdOf } from '../../core/network.ts';
import { networkNow } from '../../core/network-now.ts';
import { notify } from '../../core/notify.ts';
import { mainOf, registerNow } from '../../core/register.ts';
import type { Work } from '../../core/turn.ts';
import { update } from '../../core/update.ts';
import { type Poll, polls, publishedCounts, verdictOf } from '../polls/poll.ts';
import { numberOf } from '../polls/tally.ts';
import type { Collection } from './collection.ts';
import { authorsOf, type Idea, isCurrent, type Step, takeStep } from './idea.ts';
import { type IdeaAct, ideaActs, settled } from './lineage.ts';
import { allCalls, changeCall, changeIdeaNow, findCall, findIdea } from './memory.ts';

/** A job exists before what it follows; what the request does at once, the job does only if that was cut off. In milliseconds. */
const SAFETY_NET = 10 * SECOND;

export type FollowJob = 'ideas.settle' | 'ideas.followVote' | 'ideas.followDecision';

/** The durable job, in case the request is cut off before it does the same itself. */
export async function followedLater({ services, network }: Work, kind: FollowJob, key: string): Promise<void> {
  await services.jobs.schedule({ kind, network: network.id, key, due: plus(services.clock.now(), SAFETY_NET) });
}

// ── Telling ────────────────────────────────────────────────────────────────────────────────────

/** Names a step among those of its idea. */
const stepKey = (idea: Pick<Idea, 'id' | 'steps'>, of: Step): string => `${idea.id}|${idea.steps.indexOf(of)}`;

/** Tells the authors of these steps, in jobs of their own. The same step is told once. */
async function tellLater({ services, network }: Work, of: Idea, steps: readonly Step[]): Promise<void> {
  for (const one of steps)
    await services.jobs.schedule({ kind: 'ideas.tell', network: network.id, key: stepKey(of, one), due: one.at });
}

/** In case the request is cut off before the authors are told of the step that comes next. */
export async function toldLater({ services, network }: Work, of: Idea): Promise<void> {
  const due = plus(services.clock.now(), SAFETY_NET);
  await services.jobs.schedule({ kind: 'ideas.tell', network: network.id, key: `${of.id}|${of.steps.length}`, due });
}

export const tellNewest = async (work: Work, of: Idea): Promise<void> => {
  const newest = of.steps.at(-1);
  if (newest) await tellLater(work, of, [newest]);
};

/** The idea and the step that a job, post or letter is about. */
export async function stepOf(
  work: Work,
  subject: string,
): Promise<{ readonly of: Idea; readonly step: Step } | undefined> {
  const [id = '', at = ''] = subject.split('|');
  const read = activityId.safeParse(id);
  const of = read.success ? await findIdea(work, read.data) : undefined;
  const found = of?.steps[Number(at)];
  return of && found && { of, step: found };
}

/** The job: everyone whose idea it is is told of the step, except who took it. */
export async function tellStep(work: Work, key: string): Promise<void> {
  if (!isOn(await networkNow(work), 'ideas')) return;
  const told = await stepOf(work, key);
  if (!told) return;
  const register = await registerNow(work);
  const actor = mainOf(register, objectIdOf(told.step.by));
  const people = new Set(authorsOf(told.of).map((one) => mainOf(register, memberIdOf(one))));
  for (const who of people) {
    const member = register.members.get(who);
    if (!member || (who === actor && told.step.because === undefined)) continue;
    await notify(work, register, memberIdOf(member.person), {
      ...{ id: `${key.replace('|', '-step-')}`, subject: key, letter: 'ideas.step', direct: 'ideas.stepDirect' },
      ...{ topic: 'ideas', urgency: 'nudge', isOwn: true },
    });
  }
}

// ── Merging and splitting ──────────────────────────────────────────────────────────────────────

/** Brings every idea of an act in line with it, and says whether the act holds: what could not hold, since one of them went into something else meanwhile, is the other way round then. */
export async function settle(work: Work, id: ActivityId): Promise<boolean> {
  const { store } = work.services;
  for (;;) {
    const act = (await store.get(work.scope, ideaActs, id))?.value;
    if (!act) return true; // cut off before it was one: what was prepared for it nobody ever sees
    const isHolding = await settleOnce(work, act);
    if (!isHolding)
      await update({ store, scope: work.scope, kind: ideaActs, id }, (of) =>
        of && of.undone?.at === act.undone?.at ? turned(of, work.services.clock.now()) : of,
      );
    const now = (await store.get(work.scope, ideaActs, id))?.value;
    if (isHolding && now?.undone?.at === act.undone?.at) {
      await refreshCard(work, act.collection);
      return act.undone === undefined;
    }
  }
}

function turned({ undone, ...of }: IdeaAct, at: Instant): IdeaAct {
  return undone ? of : { ...of, undone: { by: of.by, at } };
}

async function settleOnce(work: Work, act: IdeaAct): Promise<boolean> {
  // What it was made of first: only while all of that is free does what was made of it show; taken back, the other way round. In one order for all, so that of two acts at once one holds.
  let isHolding = true;
  const from = [...act.from].sort();
  for (const id of act.undone ? [...act.made, ...from] : [...from, ...act.made]) {
    if (!(await findIdea(work, id))) continue;
    const changed = await changeIdeaNow(work, id, (of) => {
      const next = settled(of, act);
      if (next === undefined) isHolding = false;
      return next ?? of;
    });
    if (!isHolding) return false;
    await tellLater(
      work,
      changed,
      changed.steps.filter(({ because }) => because === act.id),
    );
  }
  return true;
}

export async function refreshCard({ services, network, ...work }: Work, collection: ActivityId): Promise<void> {
  const call = await findCall({ services, network, ...work }, collection);
  if (call?.post) services.posts.refreshSoon(network.id, call.post);
}

// ── Voting ─────────────────────────────────────────────────────────────────────────────────────

/** Every idea on the vote says so, or what came of it, as its poll is now. */
export async function followVote(work: Work, id: ActivityId): Promise<void> {
  const call = await findCall(work, id);
  if (!call?.poll) return;
  const poll = (await work.services.store.get(work.scope, polls, call.poll.id))?.value;
  if (!poll || poll.state === 'undone') return takeVoteBack(work, call);
  const { by } = call.poll;
  const verdict = verdictOf(poll);
  const at = work.services.clock.now();
  for (const { idea: one, option } of call.poll.options) {
    if (!(await findIdea(work, one))) continue;
    const changed = await changeIdeaNow(work, one, (of) => voted(of, option, { poll, verdict, by, at }));
    await tellNewest(work, changed);
  }
  await refreshCard(work, id);
}

interface Voted {
  readonly poll: Poll;
  readonly verdict: ReturnType<typeof verdictOf>;
  readonly by: Step['by'];
  readonly at: Instant;
}

function voted(of: Idea, option: string, { poll, verdict, by, at }: Voted): Idea {
  if (!isCurrent(of)) return of;
  const isHandled = of.state !== 'proposed' && of.state !== 'voted'; // decided meanwhile: that stays
  const round = `${poll.id}|${poll.round}`;
  if (poll.state !== 'closed' || !verdict || !poll.result) {
    const { vote: _, ...rest } = of;
    return isHandled ? of : takeStep(rest, { what: 'onVote', at, by, because: round }, 'proposed');
  }
  const counts = publishedCounts(poll, poll.result);
  const share = counts && (counts[option] ?? 0);
  const votes = share === undefined ? undefined : typeof share === 'number' ? share : numberOf(share);
  const won = verdict.type === 'winner' ? [verdict.option] : verdict.type === 'bothWin' ? verdict.options : [];
  const vote = { ...(votes === undefined ? {} : { votes }), isWinner: won.some((one) => one === option) };
  // A tie that is decided later is told again, since it is another result.
  const next = takeStep(
    of,
    { what: 'voted', at, by, because: `${round}|${verdict.type}` },
    isHandled ? of.state : 'voted',
  );
  return { ...next, vote };
}

/** The poll was taken back before anyone voted: the ideas are as before it. */
async function takeVoteBack(work: Work, call: Collection): Promise<void> {
  const { id, by, options } = call.poll as NonNullable<Collection['poll']>;
  const at = work.services.clock.now();
  for (const { idea: one } of options) {
    if (!(await findIdea(work, one))) continue;
    const changed = await changeIdeaNow(work, one, ({ vote: _, ...of }) =>
      of.state === 'voted' || of.steps.some(({ because }) => because?.startsWith(`${id}|`))
        ? takeStep(of, { what: 'back', at, by, because: `${id}|undone` }, of.state === 'voted' ? 'proposed' : of.state)
        : of,
    );
    await tellNewest(work, changed);
  }
  await changeCall(work, call.id, ({ poll, ...of }) => (poll && poll.id !== id ? { ...of, poll } : of));
  await refreshCard(work, call.id);
}

/** After a poll of any feature was closed, decided, opened again or taken back. */
export async function afterPoll(work: Work, key: string): Promise<void> {
  const call = (await allCalls(work)).find(({ poll }) => poll?.id === key);
  if (call) await followVote(work, call.id);
}

/** Whether the vote on a call's ideas takes votes, or is not counted yet. */
export async function isVoting({ services, scope }: Work, { poll }: Pick<Collection, 'poll'>): Promise<boolean> {
  return poll !== undefined && (await services.store.get(scope, polls, poll.id))?.value.state === 'running';
}

// ── Deciding ───────────────────────────────────────────────────────────────────────────────────

/** Every idea of the call says what was decided on it. */
export async function followDecision(work: Work, id: ActivityId, inCall: readonly ActivityId[]): Promise<void> {
  const call = await findCall(work, id);
  if (!call?.decision) return;
  for (const one of inCall) {
    if (!(await findIdea(work, one))) continue;
    const changed = await changeIdeaNow(work, one, (of) => decided(of, call));
    const because = becauseDecided(call);
    await tellLater(
      work,
      changed,
      changed.steps.filter((step) => step.because === because),
    );
  }
  await refreshCard(work, id);
}

const becauseDecided = ({ decision }: Collection): string => `decision|${decision?.at ?? ''}`;

function decided(of: Idea, call: Collection): Idea {
  const { decision, shortlist } = call;
  if (!decision || !isCurrent(of)) return of;
  const because = becauseDecided(call);
  const { by, at, body, restReason } = decision;
  const { reason: _, ...rest } = of;
  if (decision.ideas.includes(of.id)) {
    const isFarther = of.state === 'underWay' || of.state === 'done';
    return takeStep(
      rest,
      { what: 'decided', at, by, because, ...(body ? { note: body } : {}) },
      isFarther ? of.state : 'decided',
    );
  }
  if (restReason && shortlist.includes(of.id) && ['proposed', 'voted'].includes(of.state))
    return {
      ...takeStep(rest, { what: 'notTaken', at, by, because, note: restReason }, 'notTaken'),
      reason: restReason,
    };
  // It was among the decided ones of an earlier recording.
  if (of.state === 'decided') return takeStep(of, { what: 'back', at, by, because }, of.vote ? 'voted' : 'proposed');
  return of;
}
