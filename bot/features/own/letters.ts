/** The letter that brings a person their own link. */
import type { LetterDrawing } from '../../core/feature.ts';
import { memberIdOf } from '../../core/network.ts';
import { todayIn, type Visit } from '../../core/turn.ts';
import { ownOf } from './operations.ts';
import { text } from './text.ts';

export const ownLetters: readonly LetterDrawing[] = [
  {
    name: 'own.link',
    async draw(_, { t, services, network, actor }) {
      const address = await services.linkForPerson(network.id, memberIdOf(actor.person), '');
      return {
        title: t(text.letterTitle, { network: network.name }),
        blocks: [
          { type: 'text', text: t(text.letterBody) },
          { type: 'links', links: [{ label: t(text.letterButton), address }], isButton: true },
        ],
      };
    },
  },
];

/** Sends the actor their link by mail, once a day for each link. False when no mail reaches them. */
export async function sendLink(visit: Visit): Promise<boolean> {
  const { letters } = visit.services;
  const { reached } = await ownOf(visit);
  const id = memberIdOf(reached.person);
  if (!letters.isConfigured || reached.email === undefined || reached.emailFailedAt !== undefined) return false;
  await letters.send({
    id: `own-link-${id}-${reached.linkRound ?? 1}-${todayIn(visit)}`,
    network: visit.network.id,
    to: id,
    drawing: 'own.link',
    subject: id,
    topic: 'always',
    urgency: 'due',
  });
  return true;
}
