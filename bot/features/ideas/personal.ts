/** What ideas store on a person: what they proposed, support and say, and what they did with calls. Erasing keeps every idea and every total. */
import type { Personal } from '../../core/feature.ts';
import type { PersonKey } from '../../core/ids.ts';
import { listAll } from '../../core/list-all.ts';
import { isOneOf, type MemberId } from '../../core/network.ts';
import { keptSince } from '../../core/retention.ts';
import type { Work } from '../../core/turn.ts';
import { update } from '../../core/update.ts';
import { type Collection, phaseOf, TOPICS } from './collection.ts';
import { authorsOf, type Idea, type Support, supportId } from './idea.ts';
import { type IdeaAct, ideaActs } from './lineage.ts';
import {
  allCalls,
  allIdeas,
  changeCall,
  changeCommentNow,
  changeIdeaNow,
  changeSupport,
  commentsNow,
  dropSupport,
  findCall,
  supportsNow,
} from './memory.ts';
import { allSupporters, gather, supportersIn } from './shown.ts';

type Of = (person: PersonKey | undefined) => boolean;
const belongingTo =
  (ids: readonly MemberId[]): Of =>
  (person) =>
    person !== undefined && isOneOf(ids, person);

const actsOf = async ({ services, scope }: Work) => listAll(services.store, scope, ideaActs);

async function collect(ids: readonly MemberId[], work: Work): Promise<Readonly<Record<string, unknown>>> {
  const isOwn = belongingTo(ids);
  const [calls, ideas, acts] = await Promise.all([allCalls(work), allIdeas(work), actsOf(work)]);
  const within = await Promise.all(
    calls.map(async ({ id }) => ({
      said: (await supportsNow(work, id)).filter(({ value }) => isOwn(value.by)),
      written: (await commentsNow(work, id)).filter(({ value }) => isOwn(value.by)),
    })),
  );
  const proposed = ideas.filter(({ by, act }) => act === undefined && isOwn(by));
  return {
    ideasProposed: proposed.map(({ id, title, text, cost, state, at }) => ({
      ...{ idea: id, title, text, state, at },
      ...(cost === undefined ? {} : { cost }),
    })),
    ideasCredited: ideas
      .filter((one) => one.act !== undefined && !one.isUndone && authorsOf(one).some(isOwn))
      .map(({ id, title, at }) => ({ idea: id, title, at })),
    ideaWordings: ideas.flatMap(({ id, wordings }) =>
      wordings.filter(({ by }) => isOwn(by)).map(({ at }) => ({ idea: id, at })),
    ),
    ideaSteps: ideas.flatMap(({ id, steps }) =>
      steps.filter(({ by }) => isOwn(by)).map(({ what, at }) => ({ idea: id, what, at })),
    ),
    ideaSupports: within.flatMap(({ said }) => said.map(({ value: { by: _, ...of } }) => of)),
    ideaComments: within.flatMap(({ written }) =>
      written.map(({ value: { of, text, at } }) => ({ idea: of, text, at })),
    ),
    ideaMergings: acts
      .filter(({ value: { by, undone } }) => isOwn(by) || isOwn(undone?.by))
      .map(({ value: { type, at } }) => ({ type, at })),
    ideaCalls: calls
      .filter(({ createdBy, poll, decision }) => isOwn(createdBy) || isOwn(poll?.by) || isOwn(decision?.by))
      .map(({ id, title, createdAt }) => ({ call: id, title, createdAt })),
  };
}

// ── Erasing ────────────────────────────────────────────────────────────────────────────────────

async function erase(ids: readonly MemberId[], as: PersonKey, work: Work): Promise<void> {
  const { store } = work.services;
  const isOwn = belongingTo(ids);
  const other = (person: PersonKey): PersonKey => (isOwn(person) ? as : person);
  for (const call of await allCalls(work)) {
    await eraseWithin(call, { isOwn, as, work });
    if (isOwn(call.createdBy) || isOwn(call.poll?.by) || isOwn(call.decision?.by))
      await changeCall(work, call.id, (of) => callWithout(of, other));
  }
  for (const { id, value } of await actsOf(work))
    if (isOwn(value.by) || isOwn(value.undone?.by))
      await update({ store, scope: work.scope, kind: ideaActs, id }, (of) => of && actWithout(of, other));
  for (const idea of await allIdeas(work))
    if (isNamedIn(idea, isOwn)) await changeIdeaNow(work, idea.id, (of) => ideaWithout(of, other));
}

/** Support stays, as someone's whom nobody can find; of two identities the latest word. Comments stay without their writer. */
async function eraseWithin(
  { id: call }: Collection,
  { isOwn, as, work }: { readonly isOwn: Of; readonly as: PersonKey; readonly work: Work },
): Promise<void> {
  for (const { id, value } of await supportsNow(work, call)) {
    if (!isOwn(value.by)) continue;
    const moved: Support = { ...value, by: as };
    await changeSupport(work, call, supportId(value.idea, as), (of) => (of && of.at > moved.at ? of : moved));
    await dropSupport(work, call, id);
  }
  for (const { id, value } of await commentsNow(work, call))
    if (isOwn(value.by)) await changeCommentNow(work, call, id, (of) => ({ ...of, by: as }));
}

type Other = (person: PersonKey) => PersonKey;

const callWithout = (of: Collection, other: Other): Collection => ({
  ...of,
  createdBy: other(of.createdBy),
  ...(of.poll ? { poll: { ...of.poll, by: other(of.poll.by) } } : {}),
  ...(of.decision ? { decision: { ...of.decision, by: other(of.decision.by) } } : {}),
});

const actWithout = (of: IdeaAct, other: Other): IdeaAct => ({
  ...of,
  by: other(of.by),
  ...(of.undone ? { undone: { ...of.undone, by: other(of.undone.by) } } : {}),
});

const isNamedIn = ({ by, credited, wordings, steps }: Idea, isOwn: Of): boolean =>
  [by, ...credited, ...wordings.map((one) => one.by), ...steps.map((one) => one.by)].some(isOwn);

const ideaWithout = (of: Idea, other: Other): Idea => ({
  ...of,
  by: other(of.by),
  credited: [...new Set(of.credited.map(other))],
  wordings: of.wordings.map((one) => ({ ...one, by: other(one.by) })),
  steps: of.steps.map((one) => ({ ...one, by: other(one.by) })),
});

// ── Expiring ───────────────────────────────────────────────────────────────────────────────────

/** Some time after closing nobody is linked with what they supported; the figures stay. */
async function expire(work: Work): Promise<void> {
  const since = keptSince('ideaSupports', work.services.clock.now());
  for (const { id } of await allCalls(work)) {
    const call = await findCall(work, id);
    if (!call || id === TOPICS || phaseOf(call, work.services.clock.now()) !== 'closed') continue;
    if (call.closesAt === undefined || call.closesAt >= since) continue;
    const said = await supportsNow(work, id);
    if (said.length === 0) continue;
    // The figures first: cut off in between, they are never counted anew from what is left.
    if (call.keptSupporters === undefined) {
      const of = await gather(work, call);
      for (const idea of of.ideas.values()) {
        const kept = supportersIn(of, idea);
        await changeIdeaNow(work, idea.id, (now) => (now.kept === undefined ? { ...now, kept } : now));
      }
      const all = allSupporters(of);
      await changeCall(work, id, (now) => (now.keptSupporters === undefined ? { ...now, keptSupporters: all } : now));
    }
    for (const one of said) await dropSupport(work, id, one.id);
  }
}

export const ideaPersonal: Personal = { collect, erase, expire };
