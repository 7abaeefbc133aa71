/** What someone may do in a network, read anew at the moment it is done. */
import { isCoordinator, mayCreate, networks } from './network.ts';
import { NotAllowed } from './refusal.ts';
import { messages } from './text.ts';
import type { Visit } from './turn.ts';

const text = messages({
  onlyCoordinators: {
    fi: 'Tämän voi tehdä vain verkoston koordinaattori.',
    sv: 'Det här kan bara nätverkets koordinator göra.',
    en: 'Only a coordinator of the network can do this.',
  },
  notAllowed: {
    fi: 'Verkoston asetusten mukaan vain koordinaattori voi luoda uusia.',
    sv: 'Enligt nätverkets inställningar kan bara koordinatorn skapa nya.',
    en: 'By the settings of this network only a coordinator can create these.',
  },
});

/** Throws NotAllowed (a Refusal) unless the actor coordinates the network now. */
export async function asCoordinator(visit: Visit): Promise<void> {
  if (!(await coordinates(visit))) throw notCoordinator();
}

/** Whether the actor coordinates the network now, for what is shown or allowed to coordinators beside others. */
export async function coordinates(visit: Visit): Promise<boolean> {
  const now = await visit.services.store.get(visit.scope, networks, visit.network.id);
  return now !== undefined && isCoordinator(now.value, visit.actor.person);
}

/** For what is decided inside a change of the network itself. */
export const notCoordinator = (): NotAllowed => new NotAllowed(text.onlyCoordinators);

/** Throws NotAllowed (a Refusal) unless the actor may create polls and the like now. */
export async function asCreator(visit: Visit): Promise<void> {
  const now = await visit.services.store.get(visit.scope, networks, visit.network.id);
  if (!now || !mayCreate(now.value, visit.actor.person)) throw new NotAllowed(text.notAllowed);
}
