/** A picture by its own address: cards are drawn by Teams, which signs in nowhere. Who has no address finds none. */
import type { OpenPage } from '../../core/page.ts';
import { keptPictures, PICTURE_FILE, PICTURE_ROUND } from '../../core/picture.ts';

export const openPages: readonly OpenPage[] = [
  {
    purpose: 'picture',
    isForCrowds: true,
    show: async () => undefined,
    async file(name, { network, scope, services, subject, round }) {
      if (name !== PICTURE_FILE || round !== PICTURE_ROUND) return undefined;
      const found = await services.store.get(scope, keptPictures, subject);
      if (!found) return undefined;
      const { id, size } = found.value;
      return {
        ...{ fileName: PICTURE_FILE, contentType: 'image/jpeg' },
        ...{ stored: { network: network.id, id }, size, isInline: true },
      };
    },
  },
];
