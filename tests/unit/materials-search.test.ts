/** The material bank and the search itself: what items declare is found as people write it, by those who may see it. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { Visit } from '../../bot/core/turn.ts';
import { materials } from '../../bot/features/materials/feature.ts';
import { findMaterials } from '../../bot/features/materials/shown.ts';
import { type ClosableSearch, createSearch } from '../../bot/search/search.ts';
import { fakeLog } from '../fakes/fake-log.ts';
import { type MaterialWorld, openMaterialWorld } from '../fakes/material-world.ts';

let world: MaterialWorld;
let search: ClosableSearch;
let folder: string;
beforeEach(async () => {
  world = await openMaterialWorld();
  folder = await mkdtemp(join(tmpdir(), 'search-'));
  const searchables = materials.searchable ? [materials.searchable] : [];
  search = createSearch({ folder, store: world.temp.store, searchables, log: fakeLog(), patience: 30_000 });
});
afterEach(async () => {
  await search.close();
  await rm(folder, { recursive: true });
  await world.close();
});

/** Member n, whose search is the real one. */
async function visitOf(n: number): Promise<Visit> {
  const visit = await world.visit(n);
  return { ...visit, services: { ...visit.services, search } };
}
const found = async (n: number, words: string) => (await findMaterials(await visitOf(n), words)).rows;
const titles = async (n: number, words: string) => (await found(n, words)).map(({ title }) => title);

test('a word on the third slide is found in another inflection, with its slide', async () => {
  const file = await world.send(0, 'esitys.pptx', 'sign:pptx Avaus\fTarjoukset\fAutossa on oltava alkolukko');
  await world.add(0, { title: 'Kilpailutuksen vaiheet', type: 'presentation', files: [{ upload: file }] });
  await world.add(0, { title: 'Muu ohje' });
  expect(await titles(2, 'alkolukoista')).toEqual(['Kilpailutuksen vaiheet']);
  expect(await titles(2, 'kilpailuttaa')).toEqual(['Kilpailutuksen vaiheet']);
  expect(JSON.stringify(await found(2, 'alkolukko'))).toContain('"page":3');
});

test('a draft is found by who writes it alone, and by members from the moment that it is published', async () => {
  const draft = await world.add(0, { title: 'Luonnos lippuhinnoista' }, 'draft');
  expect([await titles(2, 'lippuhinta'), await titles(0, 'lippuhinta')]).toEqual([[], ['Luonnos lippuhinnoista']]);
  await world.change(0, draft, { title: 'Luonnos lippuhinnoista' }, 'send');
  expect(await titles(2, 'lippuhinta')).toEqual(['Luonnos lippuhinnoista']);
});
