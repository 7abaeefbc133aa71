/** The material bank's list. */
import { route } from '../../core/feature.ts';
import { listMaterials } from './contract.ts';
import { materials } from './material.ts';

const PAGE = 50;

export const routes = [
  route(listMaterials, 'member', async ({ params: { after } }, { scope, services }) => {
    const page = await services.store.list(scope, materials, { page: PAGE, ...(after === undefined ? {} : { after }) });
    return {
      materials: page.items.map(({ value }) => value),
      ...(page.next === undefined ? {} : { next: page.next }),
    };
  }),
];
