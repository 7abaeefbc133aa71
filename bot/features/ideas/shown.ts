/** What a reader may see of calls and ideas: decided here for the tab, cards, the personal link's pages and files alike. */
import { coordinates } from '../../core/access.ts';
import type { Comment } from '../../core/comment.ts';
import { type ActivityId, objectIdOf, type PersonKey } from '../../core/ids.ts';
import { isOneOf, memberIdOf } from '../../core/network.ts';
import { nameIn } from '../../core/organisation.ts';
import type { Picture } from '../../core/picture.ts';
import { Refusal } from '../../core/refusal.ts';
import { identitiesOf, mainOf, organisationOf, type Register, registerOf } from '../../core/register.ts';
import type { Translate } from '../../core/text.ts';
import type { Visit, Work } from '../../core/turn.ts';
import { polls } from '../polls/poll.ts';
import { type Collection, hidesAuthors, phaseOf, TOPICS } from './collection.ts';
import type { CollectionSummary, CollectionView, CommentView, IdeaRow, IdeaView } from './contract.ts';
import { authorsOf, type Idea, isCurrent } from './idea.ts';
import { type Said, supportersOf, supportersOfAll } from './lineage.ts';
import { callNow, ideaNow, recentCalls, recentComments, recentIdeas, recentSupports } from './memory.ts';
import { authorNames, extractOf, nameOf, organisationName, titleIn, whoProposesIn } from './names.ts';
import { changesIdea, isTheirs, judges, mayPropose, takesSupport } from './operations.ts';
import { text } from './text.ts';

// ── One call, read once ────────────────────────────────────────────────────────────────────────

/** A call with all that its pages and cards are made of. */
export interface Gathered {
  readonly call: Collection;
  readonly register: Register;
  /** All ideas of the call, those that were merged and taken back too. */
  readonly ideas: ReadonlyMap<ActivityId, Idea>;
  /** Main ids of who supports each idea. */
  readonly supporters: ReadonlyMap<ActivityId, ReadonlySet<string>>;
  readonly comments: readonly Comment[];
  readonly isHidden: boolean;
  /** Ideas on a vote that runs. */
  readonly onVote: ReadonlySet<string>;
}

export async function gather(work: Work, call: Collection): Promise<Gathered> {
  const [register, all, said, written, poll] = await Promise.all([
    registerOf(work),
    recentIdeas(work),
    recentSupports(work, call.id),
    recentComments(work, call.id),
    call.poll && work.services.store.get(work.scope, polls, call.poll.id),
  ]);
  const ideas = new Map(
    [...all.values()].filter(({ collection }) => collection === call.id).map((one) => [one.id, one]),
  );
  const spoken = [...said.values()].map(
    ({ idea, by, isFor, at }): Said => ({ idea, person: mainOf(register, memberIdOf(by)), isFor, at }),
  );
  return {
    ...{ call, register, ideas, supporters: supportersOf(ideas.values(), spoken), comments: [...written.values()] },
    isHidden: hidesAuthors(call, work.services.clock.now()),
    onVote: new Set(poll?.value.state === 'running' ? call.poll?.options.map(({ idea }) => idea) : []),
  };
}

export const currentIn = ({ ideas }: Pick<Gathered, 'ideas'>): Idea[] => [...ideas.values()].filter(isCurrent);

/** People who support an idea; of an old call as many as there were. */
export const supportersIn = ({ supporters }: Gathered, { id, kept }: Pick<Idea, 'id' | 'kept'>): number =>
  kept ?? supporters.get(id)?.size ?? 0;

/** Everyone who supports any idea that is still one, each once. */
export const allSupporters = ({ call, ideas, supporters }: Gathered): number =>
  call.keptSupporters ?? supportersOfAll(ideas.values(), supporters).size;

/** Municipalities and others that authors come from, each once. */
export function organisationsIn({ register, ideas }: Gathered): number {
  const people = [...ideas.values()].filter(({ act }) => act === undefined).flatMap(authorsOf);
  return new Set(people.flatMap((one) => organisationOf(register, memberIdOf(one))?.id ?? [])).size;
}

// ── Who reads ──────────────────────────────────────────────────────────────────────────────────

export interface Reader {
  readonly isCoordinator: boolean;
  readonly isJudge: boolean;
  readonly mayPropose: boolean;
  /** Their main id. */
  readonly main: string;
}

export async function readerOf(visit: Visit, { call, register }: Pick<Gathered, 'call' | 'register'>): Promise<Reader> {
  const [isCoordinator, isJudge] = await Promise.all([coordinates(visit), judges(visit, call, register)]);
  const isOpen = phaseOf(call, visit.services.clock.now()) === 'open';
  return {
    ...{ isCoordinator, isJudge, main: mainOf(register, memberIdOf(visit.actor.person)) },
    mayPropose: isOpen && !isOutside(visit) && mayPropose(visit, register, call, isCoordinator),
  };
}

const isOutside = ({ actor }: Visit): boolean => actor.isOutsider === true || actor.isInvited === true;

/** The call, if this reader may see it. Refuses as if there were none. */
export async function visibleCall(visit: Visit, id: ActivityId): Promise<Collection> {
  const call = await callNow(visit, id);
  if (call.state !== 'published' && !(await coordinates(visit))) throw new Refusal(text.unknownCollection);
  return call;
}

/** The idea and its call, if this reader may see them. */
export async function visibleIdea(
  visit: Visit,
  id: ActivityId,
): Promise<{ readonly idea: Idea; readonly call: Collection }> {
  const idea = await ideaNow(visit, id);
  return { idea, call: await visibleCall(visit, idea.collection) };
}

/** Calls that this reader may see: open ones first, the next to close in front. */
export async function visibleCalls(visit: Visit): Promise<readonly Collection[]> {
  const isCoordinator = await coordinates(visit);
  const now = visit.services.clock.now();
  const rank = (of: Collection): string => {
    const phase = phaseOf(of, now);
    if (phase === 'draft') return '0';
    if (phase === 'open') return of.id === TOPICS ? '3' : `1${of.closesAt ?? '~'}`;
    return phase === 'scheduled' ? `2${of.opensAt}` : '4';
  };
  return (await recentCalls(visit))
    .filter(({ state }) => state === 'published' || isCoordinator)
    .map((of) => ({ of, rank: rank(of) }))
    .sort((a, b) => (a.rank === b.rank ? laterFirst(a.of, b.of) : a.rank < b.rank ? -1 : 1))
    .map(({ of }) => of);
}

const laterFirst = (a: Collection, b: Collection): number =>
  (a.closesAt ?? a.opensAt) > (b.closesAt ?? b.opensAt) ? -1 : 1;

// ── Views ──────────────────────────────────────────────────────────────────────────────────────

export async function pictureView({ services, network }: Work, of: Picture) {
  return { ...of, address: await services.linkToPicture(network.id, of.id) };
}

export function stageOf({ call, onVote }: Gathered, phase: CollectionSummary['phase']): CollectionSummary['stage'] {
  if (call.decision) return 'decided';
  if (onVote.size > 0) return 'voting';
  if (call.poll) return 'voted';
  return phase === 'closed' || call.shortlist.length > 0 ? 'choosing' : 'collecting';
}

export async function summaryOf(visit: Visit, of: Gathered): Promise<CollectionSummary> {
  const { call, register } = of;
  const phase = phaseOf(call, visit.services.clock.now());
  const reader = await readerOf(visit, of);
  return {
    ...{ id: call.id, type: call.type, title: titleIn(call, visit.t), phase, opensAt: call.opensAt },
    ...(call.closesAt ? { closesAt: call.closesAt } : {}),
    ...{ ideas: currentIn(of).length, supporters: allSupporters(of), mayPropose: reader.mayPropose },
    own: currentIn(of).filter((one) => isTheirs(visit, register, one)).length,
    stage: stageOf(of, phase),
  };
}

export async function collectionView(visit: Visit, call: Collection): Promise<CollectionView> {
  const of = await gather(visit, call);
  const { register } = of;
  const { t } = visit;
  const [summary, reader] = await Promise.all([summaryOf(visit, of), readerOf(visit, of)]);
  const jury = call.jury === undefined ? undefined : register.groups.get(call.jury);
  const titles = (ids: readonly ActivityId[]) =>
    ids.flatMap((id) => {
      const found = of.ideas.get(id);
      return found ? [{ id, title: found.title }] : [];
    });
  const { decision } = call;
  return {
    ...summary,
    ...(call.description === undefined ? {} : { description: call.description }),
    ...(call.purpose === undefined ? {} : { purpose: call.purpose }),
    conditions: call.conditions,
    whoProposes: whoProposesIn(call, register, t),
    ...(jury ? { jury: nameIn(jury.names, t) } : {}),
    ...{ hidesAuthors: of.isHidden, themes: call.themes, organisations: organisationsIn(of) },
    ...(call.poll ? { poll: { id: call.poll.id, isRunning: of.onVote.size > 0 } } : {}),
    ...(decision
      ? {
          decision: {
            ...{ ideas: titles(decision.ideas), body: decision.body ?? '', on: decision.on },
            ...{ by: nameOf(register, decision.by, t), at: decision.at },
          },
        }
      : {}),
    ...(reader.isJudge ? { desk: await deskOf(visit, of, reader) } : {}),
  };
}

async function deskOf(
  { services, network }: Visit,
  of: Gathered,
  { isCoordinator }: Reader,
): Promise<CollectionView['desk']> {
  const { call } = of;
  const phase = phaseOf(call, services.clock.now());
  const isStanding = call.id === TOPICS;
  const shortlist = call.shortlist.filter((id) => currentIn(of).some((one) => one.id === id));
  const post = call.post && (await services.posts.status(network.id, call.post));
  const isVoting = of.onVote.size > 0;
  return {
    shortlist,
    ...(post ? { post: { state: post.state, ...(post.reason === undefined ? {} : { reason: post.reason }) } } : {}),
    can: {
      change: isCoordinator && !isStanding,
      publish: isCoordinator && phase === 'draft',
      undo: isCoordinator && !isStanding && of.ideas.size === 0,
      close: isCoordinator && !isStanding && phase === 'open',
      vote: isCoordinator && !isVoting && shortlist.length >= 2,
      decide: !isVoting && currentIn(of).length > 0,
      repost: isCoordinator && (post?.state === 'unknown' || post?.state === 'failed'),
    },
  };
}

export async function rowOf(visit: Visit, of: Gathered, idea: Idea): Promise<IdeaRow> {
  const { register, supporters, isHidden, call } = of;
  const main = mainOf(register, memberIdOf(visit.actor.person));
  const isOwn = isTheirs(visit, register, idea);
  const organisation = isHidden ? undefined : organisationName(register, idea, visit.t);
  return {
    ...{ id: idea.id, collection: idea.collection, title: idea.title, extract: extractOf(idea), state: idea.state },
    ...(idea.picture ? { picture: await pictureView(visit, idea.picture) } : {}),
    ...(idea.cost === undefined ? {} : { cost: idea.cost }),
    ...(idea.targetGroup === undefined ? {} : { targetGroup: idea.targetGroup }),
    ...(idea.theme === undefined ? {} : { theme: idea.theme }),
    authors: isHidden ? [] : authorNames(register, idea, visit.t),
    ...(organisation === undefined ? {} : { organisation }),
    ...{ supporters: supportersIn(of, idea), comments: of.comments.filter((one) => one.of === idea.id).length },
    ...{ isSupported: supporters.get(idea.id)?.has(main) ?? false, isOwn },
    ...{ isShortlisted: call.shortlist.includes(idea.id), isOnVote: of.onVote.has(idea.id) },
    isWinner: idea.vote?.isWinner ?? false,
    ...(idea.vote?.votes === undefined ? {} : { votes: idea.vote.votes }),
    at: idea.at,
  };
}

export async function ideaView(visit: Visit, idea: Idea, call: Collection): Promise<IdeaView> {
  const of = await gather(visit, call);
  const { register, isHidden } = of;
  const { t } = visit;
  const reader = await readerOf(visit, of);
  const { extract: _, comments: __, ...row } = await rowOf(visit, of, idea);
  const isOpen = phaseOf(call, visit.services.clock.now()) === 'open';
  const relatives = (ids: readonly ActivityId[]): IdeaView['from'] =>
    ids.flatMap((id) => {
      const found = of.ideas.get(id);
      if (!found || (found.isUndone && !idea.isUndone)) return [];
      const authors = isHidden ? [] : authorNames(register, found, t);
      return [{ id, title: found.title, authors, state: found.state }];
    });
  const by = (person: PersonKey): { by?: string } => (isHidden ? {} : { by: nameOf(register, person, t) });
  const isOnVote = of.onVote.has(idea.id);
  const poll = call.poll?.options.some((one) => one.idea === idea.id) ? call.poll.id : undefined;
  const decision = call.decision?.ideas.includes(idea.id) ? call.decision : undefined;
  const isUsable = isCurrent(idea) && !isOutside(visit);
  return {
    ...row,
    ...{ text: idea.text, collectionTitle: titleIn(call, t), promises: idea.promises },
    ...(idea.reason === undefined ? {} : { reason: idea.reason }),
    comments: commentsOn(visit, of, idea, reader),
    ...{ from: relatives(idea.from), into: relatives(idea.into), isUndone: idea.isUndone === true },
    wordings: idea.wordings
      .map((one) => ({
        ...{ at: one.at, title: one.title, text: one.text, ...by(one.by) },
        ...(one.cost === undefined ? {} : { cost: one.cost }),
      }))
      .reverse(),
    steps: idea.steps.map(({ what, at, by: person, note, because }) => ({
      ...{ what, at, ...(because?.includes('|') && what !== 'decided' && what !== 'notTaken' ? {} : by(person)) },
      ...(note === undefined ? {} : { note }),
    })),
    ...(poll === undefined ? {} : { poll }),
    ...(decision ? { decision: { body: decision.body ?? '', on: decision.on } } : {}),
    can: {
      support: isUsable && takesSupport(idea),
      comment: isUsable,
      change: isUsable && !isOnVote && changesIdea(idea, { isOwn: row.isOwn, isJudge: reader.isJudge, isOpen }),
      remove:
        isUsable &&
        (row.isOwn || reader.isCoordinator) &&
        idea.state === 'proposed' &&
        idea.steps.length === 1 &&
        idea.act === undefined,
      manage: isUsable && reader.isJudge && !isOnVote,
      split: isUsable && reader.isJudge && !isOnVote && idea.state === 'proposed',
      undo: isUsable && reader.isJudge && !isOnVote && idea.act !== undefined && idea.state === 'proposed',
    },
  };
}

function commentsOn(
  visit: Visit,
  { register, comments, isHidden }: Gathered,
  idea: Idea,
  reader: Reader,
): CommentView[] {
  const own = identitiesOf(register, objectIdOf(visit.actor.person));
  const authors = authorsOf(idea);
  return comments
    .filter((one) => one.of === idea.id)
    .sort((a, b) => (a.at < b.at ? -1 : 1))
    .map((one) => {
      const isOwn = isOneOf(own, one.by);
      // In a contest an author's own comment would tell whose picture it is.
      const isAuthor = isHidden && authors.some((author) => objectIdOf(author) === objectIdOf(one.by));
      const organisation = isAuthor ? undefined : organisationOf(register, memberIdOf(one.by));
      return {
        ...{ id: one.id, author: isAuthor ? visit.t(text.authorHidden) : nameOf(register, one.by, visit.t) },
        ...(organisation ? { organisation: nameIn(organisation.names, visit.t) } : {}),
        ...{ text: one.text, at: one.at, isOwn, mayRemove: isOwn || reader.isJudge },
        ...(one.editedAt ? { editedAt: one.editedAt } : {}),
      };
    });
}

/** In the order that a list asks for. */
export function inOrder(
  of: Gathered,
  ideas: readonly Idea[],
  sort: 'newest' | 'support' | 'title',
  t: Translate,
): Idea[] {
  const newest = (a: Idea, b: Idea): number => (a.at < b.at ? 1 : a.at > b.at ? -1 : a.id < b.id ? -1 : 1);
  const by = {
    newest,
    support: (a: Idea, b: Idea) => supportersIn(of, b) - supportersIn(of, a) || newest(a, b),
    title: (a: Idea, b: Idea) => a.title.localeCompare(b.title, t.tag) || newest(a, b),
  }[sort];
  return [...ideas].sort(by);
}
