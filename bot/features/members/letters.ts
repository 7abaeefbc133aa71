/** The letters of the register: the invitation of someone whom a member recommends. */
import type { LetterDrawing } from '../../core/feature.ts';
import { type MemberId, memberId, members } from '../../core/network.ts';
import { registerOf } from '../../core/register.ts';
import { RETENTION } from '../../core/retention.ts';
import { todayIn, type Visit } from '../../core/turn.ts';
import { peopleOf } from './filter.ts';
import { text } from './text.ts';

/** Subject: the invited person's own id. */
const invitation: LetterDrawing = {
  name: 'members.invitation',
  async draw(subject, visit) {
    const id = memberId.safeParse(subject);
    if (!id.success) return undefined;
    const found = await visit.services.store.get(visit.scope, members, id.data);
    if (!found?.value.isInvited || found.value.leftAt !== undefined) return undefined; // answered meanwhile
    const { t, network, services } = visit;
    const by = await nameOf(visit, found.value.recommendedBy);
    const { name } = found.value;
    const first = by
      ? t(text.invitationBy, { name, by, network: network.name })
      : t(text.invitationBySomeone, { name, network: network.name });
    const answer = await services.linkForPerson(network.id, id.data, 'join');
    return {
      title: t(text.invitationTitle, { network: network.name }),
      blocks: [
        { type: 'text', text: first },
        { type: 'text', text: t(text.invitationWhat) },
        { type: 'links', links: [{ label: t(text.invitationAnswer), address: answer }], isButton: true },
        { type: 'text', text: t(text.invitationNo, { days: RETENTION.invitations }) },
      ],
    };
  },
};

/** The recommender's name, while they are in the network. */
async function nameOf(visit: Visit, id: MemberId | undefined): Promise<string | undefined> {
  if (id === undefined) return undefined;
  const person = peopleOf(await registerOf(visit), todayIn(visit)).get(id);
  return person?.state === 'current' ? person.main.name : undefined;
}

export const letters: readonly LetterDrawing[] = [invitation];
