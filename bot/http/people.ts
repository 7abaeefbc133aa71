/** People to act as on a server without authentication: the members of the teams in which the app was installed. */
import { z } from 'zod';
import type { Feature } from '../core/feature.ts';
import type { Gate } from '../core/gate.ts';
import type { PersonKey } from '../core/ids.ts';
import { kind } from '../core/kind.ts';
import { isCoordinator, members } from '../core/network.ts';
import type { Store } from '../core/ports.ts';
import { directoryScope } from '../core/scope.ts';
import { update } from '../core/update.ts';

export interface Person {
  readonly person: PersonKey;
  readonly name: string;
  /** Of any of the networks. */
  readonly coordinator: boolean;
}

/** The store can't be asked for all networks, so the teams of this machine's emulator are remembered apart. */
const localTeams = kind({
  name: 'localTeams',
  container: 'directory',
  schema: z.object({ teams: z.array(z.string()) }),
});
const ID = 'local|teams';
const MOST = 200;

/** Remembers each team when the app is installed there. Part of the app only when nothing is authenticated. */
export const rememberTeams: Feature = {
  name: 'people',
  kinds: [localTeams],
  handlers: [],
  commands: [],
  jobs: [],
  drawings: [],
  routes: [],
  downloads: [],
  async onTeamEvent(event, { store }) {
    if (event.type !== 'installed') return;
    await update({ store, scope: directoryScope(ID), kind: localTeams, id: ID }, (now) =>
      now?.teams.includes(event.team) ? now : { teams: [...(now?.teams ?? []), event.team] },
    );
  },
};

/** Members of the remembered teams, coordinators first, then by name; each person once. */
export async function peopleToActAs(store: Store, gate: Gate): Promise<readonly Person[]> {
  const people = new Map<PersonKey, Person>();
  for (const team of (await store.get(directoryScope(ID), localTeams, ID))?.value.teams ?? []) {
    const network = await gate.networkOf(team);
    const work = network && (await gate.work(network));
    if (!work) continue;
    for (const { value } of (await store.list(work.scope, members, { page: MOST })).items) {
      if (value.leftAt || value.isOutsider) continue;
      const coordinator = isCoordinator(work.network, value.person) || people.get(value.person)?.coordinator === true;
      people.set(value.person, { person: value.person, name: value.name, coordinator });
    }
  }
  return [...people.values()].sort(
    (a, b) => Number(b.coordinator) - Number(a.coordinator) || a.name.localeCompare(b.name, 'fi'),
  );
}
