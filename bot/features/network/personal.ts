/** What the network stores on a person: that they coordinate it or installed the app, and their entry in the directory. */
import type { Personal } from '../../core/feature.ts';
import type { PersonKey } from '../../core/ids.ts';
import { isOneOf, type MemberId, members, networks, personEntries } from '../../core/network.ts';
import { networkNow } from '../../core/network-now.ts';
import { directoryScope } from '../../core/scope.ts';
import type { Work } from '../../core/turn.ts';
import { update } from '../../core/update.ts';
import { setupPost } from './operations.ts';
import { withoutPerson } from './roles.ts';

/** The keys under which the directory may know the person. */
async function keysOf(ids: readonly MemberId[], work: Work): Promise<PersonKey[]> {
  const { coordinators, installer } = await networkNow(work);
  const stored = await Promise.all(ids.map((id) => work.services.store.get(work.scope, members, id)));
  const told = [
    ...stored.flatMap((one) => one?.value.person ?? []),
    ...coordinators,
    ...(installer ? [installer] : []),
  ];
  return [...new Set(told.filter((person) => isOneOf(ids, person)))];
}

export const networkPersonal: Personal = {
  async collect(ids, work) {
    const { coordinators, installer } = await networkNow(work);
    const isThem = (person: PersonKey): boolean => isOneOf(ids, person);
    const entries = await Promise.all(
      (await keysOf(ids, work)).map(async (person) => {
        const id = `person|${person}`;
        return (await work.services.store.get(directoryScope(id), personEntries, id))?.value ?? [];
      }),
    );
    return {
      coordinates: coordinators.some(isThem),
      installedTheApp: installer !== undefined && isThem(installer),
      directory: entries.flat(),
    };
  },
  async erase(ids, as, work) {
    const { services, scope, network } = work;
    for (const person of await keysOf(ids, work)) {
      const id = `person|${person}`;
      const entry = await services.store.get(directoryScope(id), personEntries, id);
      const others = (entry?.value.networks ?? []).filter((one) => one !== network.id);
      if (!entry) continue;
      if (others.length === 0) {
        await services.store.remove(directoryScope(id), personEntries, id);
        continue;
      }
      // their other networks still need it
      await update({ store: services.store, scope: directoryScope(id), kind: personEntries, id }, (now) => {
        if (!now) return now;
        const { chosen, ...rest } = now;
        const left = rest.networks.filter((one) => one !== network.id);
        return { ...rest, networks: left, ...(chosen === undefined || chosen === network.id ? {} : { chosen }) };
      });
    }
    await update(
      { store: services.store, scope, kind: networks, id: network.id },
      (now) => now && withoutPerson(now, (person) => isOneOf(ids, person), as),
    );
    await services.posts.refresh(network.id, setupPost(network.id)); // its card names the coordinators
  },
};
