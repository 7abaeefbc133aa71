/** What groups store on a person: their seats, and whose substitute they are. */
import type { Personal } from '../../core/feature.ts';
import { memberIdOf } from '../../core/network.ts';
import { changeGroup, registerNow } from '../../core/register.ts';
import { renamePeople } from './group.ts';

export const groupsPersonal: Personal = {
  async collect(ids, work) {
    const { groups } = await registerNow(work);
    const own = new Set<string>(ids);
    const seats = [...groups.values()].flatMap(({ names, seats: all }) =>
      all.flatMap(({ member, substitute, role, area, from, to }) => {
        const as = own.has(member) ? role : own.has(substitute ?? '') ? 'substitute' : undefined;
        const term = { from, ...(to === undefined ? {} : { to }), ...(area === undefined ? {} : { area }) };
        return as === undefined ? [] : [{ group: names, as, ...term }];
      }),
    );
    return seats.length > 0 ? { seats } : {};
  },
  async erase(ids, as, work) {
    const { groups } = await registerNow(work);
    for (const id of groups.keys()) {
      await changeGroup(work, id, (now) => now && renamePeople(now, ids, memberIdOf(as)));
    }
  },
};
