/** Who coordinates a network, as state in, state out: somebody who can always does. */
import { notCoordinator } from '../../core/access.ts';
import type { PersonKey } from '../../core/ids.ts';
import { isCoordinator, type Network } from '../../core/network.ts';
import { NotAllowed, Refusal } from '../../core/refusal.ts';
import { text } from './text.ts';

export interface RolesFrame {
  readonly actor: PersonKey;
  /** In the team now, and so able to coordinate. */
  isPresent(person: PersonKey): boolean;
}

/** Named twice, they are a coordinator once. Throws NotAllowed when the actor has stopped being one. */
export function withCoordinator(of: Network, person: PersonKey, { actor }: Pick<RolesFrame, 'actor'>): Network {
  if (!isCoordinator(of, actor)) throw notCoordinator();
  return isCoordinator(of, person) ? of : { ...of, coordinators: [...of.coordinators, person] };
}

/**
 * `isThem` knows all identities of the one who is removed. Throws a Refusal when no coordinator who is in the team would remain, and
 * NotAllowed when the actor has stopped being one: of two who remove each other, the second finds this.
 */
export function withoutCoordinator(of: Network, isThem: (person: PersonKey) => boolean, frame: RolesFrame): Network {
  if (!isCoordinator(of, frame.actor)) throw notCoordinator();
  const remaining = of.coordinators.filter((person) => !isThem(person));
  if (remaining.length === of.coordinators.length) return of;
  if (!remaining.some((person) => frame.isPresent(person))) throw new Refusal(text.lastCoordinator);
  return { ...of, coordinators: remaining };
}

/** Nobody who coordinates is in the team. */
export const isOrphaned = (of: Network, isPresent: RolesFrame['isPresent']): boolean =>
  !of.coordinators.some(isPresent);

/**
 * The actor becomes the only coordinator: those who left don't get the network back by rejoining the team. `ownsTeam` is Teams' own word.
 * Throws a Refusal when somebody coordinates it, and NotAllowed when the actor neither owns the team nor installed the app in it.
 */
export function claimed(of: Network, { actor, isPresent }: RolesFrame, ownsTeam: boolean): Network {
  if (isCoordinator(of, actor)) return of;
  if (!isOrphaned(of, isPresent)) throw new Refusal(text.notOrphaned);
  if (!ownsTeam && of.installer !== actor) throw new NotAllowed(text.mayNotClaim);
  return { ...of, coordinators: [actor] };
}

/**
 * Erasure: a coordinator or installer goes from the network. Where nobody would be left, `as` stands for them: a network without a
 * coordinator is claimed, never set up anew by whoever comes first.
 */
export function withoutPerson(of: Network, isThem: (person: PersonKey) => boolean, as: PersonKey): Network {
  const { installer, ...rest } = of;
  const isInstaller = installer !== undefined && isThem(installer);
  const remaining = of.coordinators.filter((person) => !isThem(person));
  if (!isInstaller && remaining.length === of.coordinators.length) return of;
  const isEmptied = of.coordinators.length > 0 && remaining.length === 0;
  return {
    ...rest,
    ...(installer === undefined ? {} : { installer: isInstaller ? as : installer }),
    coordinators: isEmptied ? [as] : remaining,
  };
}
