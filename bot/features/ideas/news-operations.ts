/** What ideas tell the rest of the app: the digest, the yearly report, who took part, what waits for someone, and what hangs on a person or group. */
import { between, DAY, type Instant, when } from '../../core/clock.ts';
import type { Facts, IdeaFact, Span } from '../../core/facts.ts';
import type { HandoverItem, News, Participation, Waiting } from '../../core/feature.ts';
import { isOneOf, type MemberId, memberIdOf } from '../../core/network.ts';
import type { Visit, Work } from '../../core/turn.ts';
import { cardText } from './card-text.ts';
import { type Collection, groupOf, hidesAuthors, phaseOf, TOPICS } from './collection.ts';
import { allCalls, allIdeas, commentsNow, recentCalls } from './memory.ts';
import { titleIn } from './names.ts';
import { isTheirs } from './operations.ts';
import { currentIn, gather, readerOf, supportersIn } from './shown.ts';
import { text } from './text.ts';

/** How long before its closing a call waits for those who have not proposed. */
const SOON = 7 * DAY;

const pageOf = ({ id }: Pick<Collection, 'id'>): string => `ideas/${id}`;

/** Open calls, and what was decided since. */
export async function news(since: Instant, work: Work): Promise<readonly News[]> {
  const now = work.services.clock.now();
  const found: News[] = [];
  for (const call of await recentCalls(work)) {
    const of = { section: 'ideas', title: titleIn(call, work.channelT), page: pageOf(call) } as const;
    const isOpen = phaseOf(call, now) === 'open';
    if (call.decision && call.decision.at > since)
      found.push({ ...of, hint: work.channelT(cardText.decided), at: call.decision.at });
    else if (isOpen && call.closesAt)
      found.push({
        ...{ ...of, at: call.closesAt },
        hint: work.channelT(cardText.closes, { when: when(call.closesAt, work.network.zone) }),
      });
    else if (isOpen) {
      const fresh = currentIn(await gather(work, call)).filter(({ at }) => at > since).length;
      const isNew = call.publishedAt !== undefined && call.publishedAt > since;
      if (fresh > 0 || isNew) found.push({ ...of, at: now, hint: work.channelT(cardText.newIdeas, { n: fresh }) });
    }
  }
  return found;
}

/** Ideas that were proposed in the span, also those that live on in others; what was made of several is none of its own. */
export async function facts({ from, to }: Span, visit: Visit): Promise<Partial<Facts>> {
  const found: IdeaFact[] = [];
  for (const call of await recentCalls(visit)) {
    const of = await gather(visit, call);
    for (const idea of of.ideas.values())
      if (idea.act === undefined && !idea.isUndone && idea.at >= from && idea.at < to)
        found.push({
          ...{ page: `ideas/idea/${idea.id}`, title: idea.title, at: idea.at, state: idea.state },
          supporters: supportersIn(of, idea),
        });
  }
  return { ideas: found.sort((a, b) => (a.at < b.at ? -1 : 1)) };
}

/** Who proposed or commented; whose the pictures of a contest are only once it has closed. */
export async function participation(since: Instant, work: Work): Promise<readonly Participation[]> {
  const now = work.services.clock.now();
  const [calls, ideas] = await Promise.all([allCalls(work), allIdeas(work)]);
  const found: Participation[] = [];
  for (const call of calls) {
    const of = { type: 'idea', activity: call.id, title: titleIn(call, work.channelT) } as const;
    const isHidden = hidesAuthors(call, now);
    for (const { collection, act, by, at } of ideas)
      if (!isHidden && collection === call.id && act === undefined && at >= since)
        found.push({ ...of, member: memberIdOf(by), at });
    for (const { value } of await commentsNow(work, call.id))
      if (!isHidden && value.at >= since) found.push({ ...of, member: memberIdOf(value.by), at: value.at });
  }
  return found;
}

/** Calls that close within a week and to which the reader may propose and has not. */
export async function waiting(visit: Visit): Promise<readonly Waiting[]> {
  const { services, network, t } = visit;
  const now = services.clock.now();
  const closing = (await recentCalls(visit)).filter(
    (of) => phaseOf(of, now) === 'open' && of.closesAt !== undefined && between(now, of.closesAt) < SOON,
  );
  const found: (Waiting & { readonly at: Instant })[] = [];
  for (const call of closing) {
    const of = await gather(visit, call);
    const reader = await readerOf(visit, of);
    const hasProposed = [...of.ideas.values()].some((one) => isTheirs(visit, of.register, one));
    if (!reader.mayPropose || hasProposed) continue;
    const closesAt = call.closesAt ?? now;
    const hint = t(text.closesSoon, { when: when(closesAt, network.zone) });
    found.push({ title: titleIn(call, t), hint, page: pageOf(call), at: closesAt });
  }
  return found.sort((a, b) => (a.at < b.at ? -1 : 1)).map(({ at: _, ...one }) => one);
}

/** Calls that the person opened and that are not decided yet. Every coordinator can look after them. */
export async function handover(ids: readonly MemberId[], visit: Visit): Promise<readonly HandoverItem[]> {
  const now = visit.services.clock.now();
  return (await allCalls(visit))
    .filter(({ id, createdBy }) => id !== TOPICS && isOneOf(ids, createdBy))
    .flatMap((call): HandoverItem[] => {
      const of = { id: `ideas.call|${call.id}`, title: call.title, page: pageOf(call) };
      const phase = phaseOf(call, now);
      if (phase === 'draft') return [{ ...of, kind: 'ideas.draft', todo: visit.t(text.handDraft) }];
      if (phase === 'open' || phase === 'scheduled')
        return [{ ...of, kind: 'ideas.open', todo: visit.t(text.handOpen) }];
      return phase === 'closed' && !call.decision
        ? [{ ...of, kind: 'ideas.undecided', todo: visit.t(text.handUndecided) }]
        : [];
    });
}

/** A group that proposes or is the jury of a call that is not decided can't be removed. */
export async function openForGroup(group: string, work: Work): Promise<readonly string[]> {
  const now = work.services.clock.now();
  return (await allCalls(work))
    .filter((of) => of.jury === group || groupOf(of) === group)
    .filter((of) => phaseOf(of, now) !== 'undone' && !of.decision)
    .map(({ title }) => title);
}
