/** What is read for the cards of ideas. */
import type { ActivityId } from '../../core/ids.ts';
import type { Translate } from '../../core/text.ts';
import type { Work } from '../../core/turn.ts';
import type { Faces, Frame, StepFaces } from './cards.ts';
import type { Collection } from './collection.ts';
import { stepOf } from './follow-operations.ts';
import { findCall, findIdea } from './memory.ts';
import { titleIn, whoProposesIn } from './names.ts';
import { currentIn, gather, inOrder, organisationsIn } from './shown.ts';

export async function facesOf(work: Work, call: Collection, t: Translate = work.channelT): Promise<Faces> {
  const of = await gather(work, call);
  const decided = call.decision?.ideas ?? [];
  return {
    ...{ call, title: titleIn(call, t), whoProposes: whoProposesIn(call, of.register, t) },
    ...{ ideas: currentIn(of).length, organisations: organisationsIn(of), isOnVote: of.onVote.size > 0 },
    newest: inOrder(of, currentIn(of), 'newest', t).map(({ title }) => title),
    decided: decided.flatMap((id) => of.ideas.get(id)?.title ?? []),
  };
}

export const cardFrame = ({ services, network }: Work, { id }: Pick<Collection, 'id'>, t: Translate): Frame => ({
  ...{ now: services.clock.now(), zone: network.zone, t },
  link: services.linkToTab(network, `ideas/${id}`),
  formLink: services.linkToTab(network, `ideas/${id}/new`),
});

export const ideaPage = (id: ActivityId): string => `ideas/idea/${id}`;

/** What a letter or card on a step says. Undefined: the step is gone, or was overtaken by another that says more. */
export async function stepFaces(work: Work, subject: string, t: Translate): Promise<StepFaces | undefined> {
  const found = await stepOf(work, subject);
  const call = found && (await findCall(work, found.of.collection));
  if (!found || !call) return undefined;
  const { of, step } = found;
  if (['merged', 'split'].includes(step.what) && of.into.length === 0) return undefined; // taken back meanwhile
  const into = await Promise.all(of.into.map((id) => findIdea(work, id)));
  return { idea: of, step, call: titleIn(call, t), into: into.flatMap((one) => one?.title ?? []) };
}
