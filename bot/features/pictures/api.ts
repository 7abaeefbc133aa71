/** What the tab asks of pictures. */
import { route } from '../../core/feature.ts';
import { keepPicture } from '../../core/pictures.ts';
import * as contract from './contract.ts';

export const routes = [
  route(contract.addPicture, 'member', async ({ body }, visit) => {
    const { id, width, height } = await keepPicture(visit, visit.actor.person, body);
    return { id, width, height, address: await visit.services.linkToPicture(visit.network.id, id) };
  }),
];
