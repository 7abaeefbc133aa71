/** What the tab asks of the material bank: its list, and that an item was opened. */
import { route } from '../../core/feature.ts';
import { listMaterials, openMaterial as openContract } from './contract.ts';
import { materials } from './material.ts';
import { openMaterial } from './operations.ts';

const PAGE = 50;

export const routes = [
  route(listMaterials, 'member', async ({ params: { after } }, { scope, services }) => {
    const page = await services.store.list(scope, materials, { page: PAGE, ...(after === undefined ? {} : { after }) });
    return {
      materials: page.items.map(({ value }) => value),
      ...(page.next === undefined ? {} : { next: page.next }),
    };
  }),
  route(openContract, 'member', async ({ params: { material } }, visit) => {
    await openMaterial(visit, material);
    return {};
  }),
];
