/** Pictures in the tab as people send and see them, and parts of the app switched on and off. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Transformer } from '@napi-rs/image';
import type { FrameLocator } from 'playwright-core';
import { eventually } from '../fakes/eventually.ts';
import { faultsOf, heading, openTabPages, type TabPages } from '../fakes/tab-page.ts';
import { startTabWorld, type TabWorld } from '../fakes/tab-world.ts';

let world: TabWorld;
let pages: TabPages;
beforeAll(async () => {
  world = await startTabWorld('teams');
  pages = await openTabPages(world);
});
afterAll(async () => {
  await pages?.close();
  await world?.close();
});

const picture = async () => {
  const points = new Uint8Array(300 * 200 * 4).fill(150);
  const buffer = Buffer.from(await Transformer.fromRgbaPixels(points, 300, 200).png());
  return { name: 'kuva.png', mimeType: 'image/png', buffer };
};
/** Pixels of a picture that the browser has drawn; 0 while it has not. */
const widthOf = (tab: FrameLocator, selector: string): Promise<number> =>
  tab
    .locator(selector)
    .first()
    .evaluate((one) => (one as HTMLImageElement).naturalWidth);

test('a coordinator gives the options of a poll pictures, and sees them where one votes and reads the result', async () => {
  await pages.inTeams({ sub: 'polls/new' }, async (tab, page) => {
    await tab.getByLabel('Kysymys').fill('Mikä pysäkki on kaunein?');
    await tab.getByRole('textbox', { name: 'Vaihtoehto 1' }).fill('Torin laidalla');
    await tab.getByRole('textbox', { name: 'Vaihtoehto 2' }).fill('Satamassa');
    await tab.getByLabel('Vaihtoehdoilla on kuvat').check();
    const chosen = tab.getByLabel('Vaihtoehdon 1 kuva: kuvatiedosto');
    await chosen.setInputFiles({ name: 'kuva.png', mimeType: 'image/png', buffer: Buffer.from('ei kuva') });
    await tab.getByText('Tätä kuvaa ei voi lukea').waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await chosen.setInputFiles(await picture());
    await tab.getByText('Kuva on lisätty.').waitFor();
    expect(await eventually(() => widthOf(tab, '.chosen-picture'))).toBe(300);
    await tab.getByRole('button', { name: 'Poista kuva' }).click();
    await tab.getByText('Kuva on poistettu.').waitFor();
    await chosen.setInputFiles(await picture());
    await tab.getByText('Kuva on lisätty.').waitFor();
    await tab.getByRole('button', { name: 'Julkaise äänestys' }).click();
    await heading(tab, 'Mikä pysäkki on kaunein?').waitFor();
    expect(await eventually(() => widthOf(tab, '.choice.pictured img'))).toBe(300);
    expect(await eventually(() => widthOf(tab, '.bar-picture'))).toBe(300);
    expect(await faultsOf(page)).toEqual([]);
  });
});

test('a part that a coordinator switches off goes from the tab, and is back when it is switched on', async () => {
  await pages.inTeams({ sub: 'manage/modules' }, async (tab) => {
    const place = tab.getByRole('navigation').getByRole('link', { name: /Lausunnot/ });
    await tab.getByRole('checkbox', { name: 'Lausunnot' }).check();
    await tab.locator('.says').getByText('Lausunnot ovat nyt käytössä.').waitFor();
    await place.first().waitFor();
    await tab.getByRole('checkbox', { name: 'Lausunnot' }).uncheck();
    await tab.locator('.says').getByText('Lausunnot eivät ole enää käytössä.').waitFor();
    await place.first().waitFor({ state: 'detached' });
  });
});
