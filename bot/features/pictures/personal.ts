/** What pictures store on a person: that they sent one, until what it stands in is nobody's. */
import type { Personal } from '../../core/feature.ts';
import { listAll } from '../../core/list-all.ts';
import { isOneOf } from '../../core/network.ts';
import { keptPictures } from '../../core/picture.ts';
import { dropPictures } from '../../core/pictures.ts';
import { keptSince } from '../../core/retention.ts';
import { update } from '../../core/update.ts';

export const picturePersonal: Personal = {
  async collect(ids, { services, scope }) {
    const all = await listAll(services.store, scope, keptPictures);
    return {
      picturesSent: all
        .filter(({ value: { by } }) => isOneOf(ids, by))
        .map(({ value: { id, at, width, height } }) => ({ picture: id, at, width, height })),
    };
  },
  /** What stands in something stays with it; what stands in nothing goes. */
  async erase(ids, as, work) {
    const { store } = work.services;
    for (const { id, value } of await listAll(store, work.scope, keptPictures)) {
      if (!isOneOf(ids, value.by)) continue;
      if (value.usedIn === undefined) await dropPictures(work, [value.id]);
      else
        await update({ store, scope: work.scope, kind: keptPictures, id }, (of) =>
          of && isOneOf(ids, of.by) ? { ...of, by: as } : of,
        );
    }
  },
  async expire(work) {
    const before = keptSince('loosePictures', work.services.clock.now());
    for (const { value } of await listAll(work.services.store, work.scope, keptPictures))
      if (value.usedIn === undefined && value.at < before) await dropPictures(work, [value.id]);
  },
};
