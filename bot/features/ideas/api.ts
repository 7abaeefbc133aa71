/** What the tab asks of ideas: each request is loaded, decided and answered here. */
import { asCoordinator, coordinates } from '../../core/access.ts';
import { linkToFile, type Route, route } from '../../core/feature.ts';
import type { ActivityId } from '../../core/ids.ts';
import { nameIn } from '../../core/organisation.ts';
import { pageOf } from '../../core/paging.ts';
import { NotAllowed, Refusal } from '../../core/refusal.ts';
import { entitledOrganisations, registerOf } from '../../core/register.ts';
import { todayIn, type Visit } from '../../core/turn.ts';
import { cardFrame, facesOf } from './card-operations.ts';
import { collectionCard } from './cards.ts';
import { type Collection, collectionDraftOf } from './collection.ts';
import * as contract from './contract.ts';
import * as desk from './desk-operations.ts';
import { type Idea, ideaDraftOf } from './idea.ts';
import { findIdea, recentCalls, recentIdeas } from './memory.ts';
import * as operations from './operations.ts';
import { similarTo } from './search-operations.ts';
import {
  collectionView,
  currentIn,
  gather,
  ideaView,
  inOrder,
  rowOf,
  summaryOf,
  visibleCall,
  visibleCalls,
  visibleIdea,
} from './shown.ts';
import { text } from './text.ts';

/** Ideas in one answer of a list. */
const PAGE = 200;

const shown = async (visit: Visit, id: ActivityId) => {
  const { idea, call } = await visibleIdea(visit, id);
  return ideaView(visit, idea, call);
};
const shownCall = (visit: Visit, of: Collection) => collectionView(visit, of);

const reading: readonly Route[] = [
  route(contract.listCollections, 'member', async (_, visit) => ({
    collections: await Promise.all(
      (await visibleCalls(visit)).map(async (one) => summaryOf(visit, await gather(visit, one))),
    ),
    mayCreate: await coordinates(visit),
  })),
  route(contract.getCollection, 'member', async ({ params }, visit) =>
    collectionView(visit, await visibleCall(visit, params.collection)),
  ),
  route(contract.listIdeas, 'member', async ({ params: { collection, which, sort, after } }, visit) => {
    const of = await gather(visit, await visibleCall(visit, collection));
    const all = [...of.ideas.values()].filter(({ isUndone }) => !isUndone);
    const wanted = {
      current: () => currentIn(of),
      own: () => all.filter((one) => operations.isTheirs(visit, of.register, one)),
      all: () => all,
    }[which]();
    const { rows, ...more } = pageOf(inOrder(of, wanted, sort, visit.t), after, PAGE);
    return { ideas: await Promise.all(rows.map((one) => rowOf(visit, of, one))), ...more };
  }),
  route(contract.ownIdeas, 'member', async (_, visit) => ({ ideas: await ownRows(visit) })),
  route(contract.similarIdeas, 'member', async ({ params }, visit) => ({
    ideas: [...(await similarTo(visit, params.words, params.collection))],
  })),
  route(contract.getIdea, 'member', async ({ params }, visit) => shown(visit, params.idea)),
  route(contract.getIdeaDraft, 'member', async ({ params }, visit) => {
    const { idea, call } = await visibleIdea(visit, params.idea);
    const { can } = await ideaView(visit, idea, call);
    if (!can.change) throw new NotAllowed(text.notYours);
    return { draft: ideaDraftOf(idea) };
  }),
];

/** The reader's own ideas of all calls, newest first. */
export async function ownRows(visit: Visit) {
  const register = await registerOf(visit);
  const own = [...(await recentIdeas(visit)).values()].filter(
    (one: Idea) => !one.isUndone && operations.isTheirs(visit, register, one),
  );
  const calls = (await recentCalls(visit)).filter(({ id }) => own.some(({ collection }) => collection === id));
  const gathered = new Map(await Promise.all(calls.map(async (one) => [one.id, await gather(visit, one)] as const)));
  const rows = await Promise.all(
    own.flatMap((one) => {
      const of = gathered.get(one.collection);
      return of ? [rowOf(visit, of, one)] : [];
    }),
  );
  return rows.sort((a, b) => (a.at < b.at ? 1 : -1));
}

const taking: readonly Route[] = [
  route(contract.proposeIdea, 'member', async ({ params, body }, visit) =>
    shown(visit, (await operations.proposeIdea(visit, params.collection, body)).id),
  ),
  route(contract.changeIdea, 'member', async ({ params, body }, visit) => {
    await operations.changeIdea(visit, params.idea, body.draft);
    return shown(visit, params.idea);
  }),
  route(contract.removeIdea, 'member', async ({ params }, visit) => {
    if (await findIdea(visit, params.idea)) await operations.removeIdea(visit, params.idea); // asked twice it is gone as well
    return {};
  }),
  route(contract.supportIdea, 'member', async ({ params, body }, visit) => {
    await operations.supportIdea(visit, params.idea, body.isSupported);
    return shown(visit, params.idea);
  }),
  route(contract.commentIdea, 'member', async ({ params, body }, visit) => {
    await operations.commentIdea(visit, params.idea, body);
    return shown(visit, params.idea);
  }),
  route(contract.changeComment, 'member', async ({ params, body }, visit) => {
    await operations.changeComment(visit, params.idea, params.comment, body.text);
    return shown(visit, params.idea);
  }),
  route(contract.removeComment, 'member', async ({ params }, visit) => {
    await operations.removeComment(visit, params.idea, params.comment);
    return shown(visit, params.idea);
  }),
];

const managing: readonly Route[] = [
  route(contract.ideaChoices, 'coordinator', async (_, visit) => {
    const register = await registerOf(visit);
    const groups = [...register.groups.values()].map(({ id, names }) => ({ id, name: nameIn(names, visit.t) }));
    return {
      groups: groups.sort((a, b) => a.name.localeCompare(b.name, visit.t.tag)),
      entitled: entitledOrganisations(register, todayIn(visit)).length,
    };
  }),
  route(contract.previewCollection, 'coordinator', async ({ body }, visit) => {
    await asCoordinator(visit);
    try {
      const of = await desk.draftCall(visit, body);
      const call = { ...of, state: 'published' as const };
      return { card: collectionCard(await facesOf(visit, call), cardFrame(visit, call, visit.channelT)), problems: [] };
    } catch (error) {
      if (!(error instanceof Refusal) || error.problems.length === 0) throw error;
      return { problems: error.problems.map(({ field, row, params }) => ({ field, message: visit.t(row, params) })) };
    }
  }),
  route(contract.addCollection, 'coordinator', async ({ body: { draft, intent, requestId } }, visit) =>
    shownCall(visit, await desk.addCall(visit, { draft, intent, form: requestId })),
  ),
  route(contract.getCollectionDraft, 'coordinator', async ({ params }, visit) => ({
    draft: collectionDraftOf(await visibleCall(visit, params.collection), visit.network.zone),
  })),
  route(contract.changeCollection, 'coordinator', async ({ params, body }, visit) =>
    shownCall(visit, await desk.changeCallDraft(visit, params.collection, body.draft)),
  ),
  route(contract.publishCollection, 'coordinator', async ({ params }, visit) =>
    shownCall(visit, await desk.publishCall(visit, params.collection)),
  ),
  route(contract.closeCollection, 'coordinator', async ({ params }, visit) =>
    shownCall(visit, await desk.closeCall(visit, params.collection)),
  ),
  route(contract.undoCollection, 'coordinator', async ({ params }, visit) => {
    await desk.undoCall(visit, params.collection);
    return {};
  }),
  route(contract.repostCollection, 'coordinator', async ({ params }, visit) =>
    shownCall(visit, await desk.repostCall(visit, params.collection)),
  ),
  route(contract.voteOnIdeas, 'coordinator', async ({ params, body }, visit) =>
    shownCall(visit, await desk.voteOnIdeas(visit, params.collection, body)),
  ),
  // The jury's too: who is on it is decided by each.
  route(contract.themeIdeas, 'member', async ({ params, body }, visit) =>
    shownCall(visit, await desk.themeIdeas(visit, params.collection, body)),
  ),
  route(contract.mergeIdeas, 'member', async ({ params, body }, visit) =>
    shown(visit, (await desk.mergeIdeas(visit, params.collection, body)).id),
  ),
  route(contract.splitIdea, 'member', async ({ params, body }, visit) =>
    shown(visit, (await desk.splitIdea(visit, params.idea, body)).id),
  ),
  route(contract.undoMade, 'member', async ({ params }, visit) =>
    shownCall(visit, await desk.undoMade(visit, params.idea)),
  ),
  route(contract.shortlistIdeas, 'member', async ({ params, body }, visit) =>
    shownCall(visit, await desk.shortlistIdeas(visit, params.collection, body.ideas)),
  ),
  route(contract.decideIdeas, 'member', async ({ params, body }, visit) =>
    shownCall(visit, await desk.decideIdeas(visit, params.collection, body)),
  ),
  route(contract.setIdeaState, 'member', async ({ params, body }, visit) =>
    shown(visit, (await desk.setIdeaState(visit, params.idea, body)).id),
  ),
  route(contract.exportIdeas, 'member', async ({ params, body }, visit) => {
    await operations.asJudge(visit, await visibleCall(visit, params.collection));
    return { url: await linkToFile(visit, `ideas.${body.format}`, params.collection) };
  }),
];

export const ideaRoutes: readonly Route[] = [...reading, ...taking, ...managing];
