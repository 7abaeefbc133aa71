/** Pictures that people add to ideas, bulletins, stories and options of polls. */
import type { Feature } from '../../core/feature.ts';
import { keptPictures } from '../../core/picture.ts';
import { routes } from './api.ts';
import { openPages } from './pages.ts';
import { picturePersonal } from './personal.ts';

export const pictures: Feature = {
  ...{ name: 'pictures', kinds: [keptPictures], handlers: [], commands: [], jobs: [], drawings: [], downloads: [] },
  ...{ routes, openPages, personal: picturePersonal },
};
