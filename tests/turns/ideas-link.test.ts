/** Ideas without Teams over HTTP: the pages of the personal link, on which one reads, proposes with a picture, supports and comments. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { type Instant, MINUTE, plus, toInstant } from '../../bot/core/clock.ts';
import { memberIdOf } from '../../bot/core/network.ts';
import { EMPTY_COLLECTION } from '../../bot/features/ideas/collection.ts';
import { addCall } from '../../bot/features/ideas/desk-operations.ts';
import { allIdeas } from '../../bot/features/ideas/memory.ts';
import { type HttpApp, NETWORK, people, startHttpApp } from '../fakes/http-app.ts';
import { pngOf } from '../fakes/sample-files.ts';

const HOSTILE = `"><img src=x onerror=alert(1)><script>alert('x')</script>&amp;`;

let http: HttpApp;
let shift = 0;
const clock = { now: (): Instant => plus(toInstant(Date.now()), shift) };
beforeAll(async () => {
  http = await startHttpApp({ clock });
});
afterAll(() => http.close());
beforeEach(() => {
  shift += MINUTE; // what counts by the minute begins anew
});

const linkOf = async (page: string): Promise<string> =>
  new URL(await http.app.services.linkForPerson(NETWORK, memberIdOf(people.member.person), page)).pathname;
async function open(of: Partial<typeof EMPTY_COLLECTION> = {}): Promise<string> {
  const visit = await http.app.gate.byId(NETWORK, memberIdOf(people.coordinator.person));
  if (!visit) throw new Error('There is no coordinator.');
  const draft = { ...EMPTY_COLLECTION, title: `Nuorten raha ${HOSTILE}`.slice(0, 100), mostCost: '10000', ...of };
  return (await addCall(visit, { draft, intent: 'publish', form: randomUUID() })).id;
}
const ideas = async () => {
  const work = await http.app.gate.work(NETWORK);
  return work ? allIdeas(work) : [];
};

const get = async (path: string) => {
  const response = await http.ask(path, undefined);
  return { status: response.status, html: (await response.text()).replaceAll('\u00a0', ' ') };
};
const formIn = (html: string): string => /name="form" value="([^"]+)"/.exec(html)?.[1] ?? '';

/** Sends a page's form as a browser does, and follows where it leads. */
async function send(path: string, fields: Record<string, string>, picture?: Uint8Array) {
  const form = new FormData();
  const { html } = await get(path);
  for (const [name, value] of Object.entries({ form: formIn(html), ...fields })) form.append(name, value);
  if (picture) form.append('picture', new Blob([new Uint8Array(picture)]), 'kuva.png');
  const request = new Request('http://form.invalid', { method: 'POST', body: form });
  const body = new Uint8Array(await request.arrayBuffer());
  const headers = { 'content-type': request.headers.get('content-type') ?? '' };
  const sent = { method: 'POST', body, headers, duplex: 'half' };
  return followed(path, await http.ask(path, undefined, sent));
}
async function post(path: string, fields: Record<string, string>) {
  const { html } = await get(path);
  const body = new URLSearchParams({ form: formIn(html), ...fields }).toString();
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  return followed(path, await http.ask(path, undefined, { method: 'POST', body, headers }));
}
async function followed(path: string, response: Response) {
  const location = response.headers.get('location');
  if (response.status === 303 && location) return { ...(await get(location)), location };
  return { status: response.status, html: (await response.text()).replaceAll('\u00a0', ' '), location: path };
}

describe('a member without Teams', () => {
  test('proposes with a picture, supports and comments', async () => {
    const call = await open();
    const list = await get(await linkOf('ideas'));
    expect(list.html).toContain('Nuorten raha');
    expect(list.html).not.toContain('<img src=x');
    const sent = await send(
      await linkOf(`ideas/${call}`),
      { title: `Kimppakyyti ${HOSTILE}`, text: 'Yhdessä kerhoihin.', cost: '2500', pictureAlt: 'Auto täynnä lapsia' },
      pngOf(40, 30, [90, 120, 200]),
    );
    expect(sent.html).toContain('Kiitos! Ideasi on nyt muiden nähtävillä.');
    expect(sent.html).toContain('alt="Auto täynnä lapsia"');
    expect(sent.html).toContain('Kustannus: 2 500 €');
    expect(sent.html).not.toContain('<script>alert');
    const [idea] = (await ideas()).filter(({ collection }) => collection === call);
    const page = await linkOf(`ideas/idea/${idea?.id}`);
    const supported = await post(page, { act: 'support' });
    expect(supported.html).toContain('Kannatat tätä.');
    const commented = await post(page, { act: 'comment', text: 'Sopisi meillekin.' });
    expect(commented.html).toContain('Sopisi meillekin.');
    expect((await post(page, { act: 'unsupport' })).html).toContain('Kannatuksesi on peruttu.');
    expect((await get(await linkOf('ideas'))).html).toContain('Omat ideani');
  });

  test('is told by the condition’s name what can’t be taken, with what was typed kept', async () => {
    const call = await open();
    const path = await linkOf(`ideas/${call}`);
    const refused = await send(path, { title: 'Uusi bussi', cost: '12500' });
    expect(refused.html).toContain('Kustannus voi olla enintään 10 000 €; tämä on 12 500 €.');
    expect(refused.html).toContain('value="Uusi bussi"');
    expect(refused.html).toContain('href="#cost"');
    expect((await ideas()).filter(({ collection }) => collection === call)).toEqual([]);
  });

  test('proposes once, however often the form is sent', async () => {
    const call = await open();
    const path = await linkOf(`ideas/${call}`);
    const form = formIn((await get(path)).html);
    for (let n = 0; n < 2; n++) await post(path, { form, title: 'Pyöräparkki' });
    expect((await ideas()).filter(({ collection }) => collection === call)).toHaveLength(1);
  });

  test('is refused a broken picture, and finds nothing under ids that are none', async () => {
    const call = await open();
    const refused = await send(
      await linkOf(`ideas/${call}`),
      { title: 'Kuva', pictureAlt: 'Kuva' },
      Uint8Array.of(1, 2, 3),
    );
    expect(refused.html).toContain('Tätä kuvaa ei voi lukea.');
    for (const page of ['ideas/none', 'ideas/idea/none', 'ideas/idea/a%00b']) {
      const found = await get(await linkOf(page));
      expect(found.status).toBeGreaterThanOrEqual(400);
      expect(found.status).toBeLessThan(500);
    }
  });
});
