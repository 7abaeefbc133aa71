/** What the tab and the server say about the material bank. Runs in the browser. */
import { z } from 'zod';
import { endpoint } from '../../core/endpoint.ts';
import { activityId } from '../../core/ids.ts';
import { material } from './material.ts';

export const materialView = material;
export type MaterialView = z.infer<typeof materialView>;

export const openMaterial = endpoint({
  method: 'POST',
  path: '/materials/{material}/open',
  summary: 'Counts that an item was opened, for the yearly report; never by whom.',
  params: z.object({ material: activityId }),
  body: z.object({}),
  response: z.object({}),
});

export const listMaterials = endpoint({
  method: 'GET',
  path: '/materials',
  summary: 'Items of the material bank, newest first, at most fifty a page.',
  params: z.object({ after: z.string().optional() }),
  body: z.object({}),
  response: z.object({ materials: z.array(materialView), next: z.string().optional() }),
});
