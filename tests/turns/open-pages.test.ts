/** Pages for those who are not of the network, over HTTP: what an outsider opens by their link, and pages that belong to nobody. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { type Instant, MINUTE, plus, toInstant } from '../../bot/core/clock.ts';
import { activityId } from '../../bot/core/ids.ts';
import { type Member, type MemberId, mailPerson, memberIdOf, members } from '../../bot/core/network.ts';
import { networkScope } from '../../bot/core/scope.ts';
import { features } from '../../bot/features.ts';
import { MOST_OPENED, MOST_SENT } from '../../bot/http/open-pages.ts';
import { LARGEST_FORM } from '../../bot/http/page-replies.ts';
import { createPersonalLinks } from '../../bot/http/personal-links.ts';
import { DECOY } from '../../bot/pages/kit.ts';
import { type HttpApp, NETWORK, people, startHttpApp } from '../fakes/http-app.ts';
import { type OpenThing, openThing, sample, thingPages } from '../fakes/sample-feature.ts';

const EVENT = activityId.parse('e-syksy');
const thing: OpenThing = { round: 1, taken: new Map() };
const withPages = {
  ...sample,
  pages: thingPages,
  openPages: [openThing(thing)],
  waiting: async () => [
    { title: 'Asia odottaa', page: 'things?from=start' },
    { title: 'Jäsenten asia', page: 'desk' },
  ],
};

let http: HttpApp;
let shift = 0;
let count = 0;
const clock = { now: (): Instant => plus(toInstant(Date.now()), shift) };
beforeAll(async () => {
  // Each purpose has one page, and here it is the sample's.
  const others = features.filter(({ openPages }) => openPages === undefined);
  http = await startHttpApp({ clock, features: [...others, withPages] });
});
afterAll(() => http.close());
beforeEach(() => {
  shift += MINUTE; // what counts by the minute begins anew
  thing.round = 1;
  thing.taken.clear();
});

async function outsider(more: Partial<Member> = {}): Promise<MemberId> {
  const person = mailPerson(`outside-${++count}`);
  const of: Member = {
    person,
    name: 'Olli Ulkopuolinen',
    isGuest: true,
    isOutsider: true,
    email: 'olli@yritys.example',
  };
  await http.app.services.store.insert(networkScope(NETWORK), members, memberIdOf(person), { ...of, ...more });
  return memberIdOf(person);
}
const stored = async (id: MemberId) => (await http.app.services.store.get(networkScope(NETWORK), members, id))?.value;
const linkOf = async (member: MemberId, page = ''): Promise<string> =>
  new URL(await http.app.services.linkForPerson(NETWORK, member, page)).pathname;
const openLink = async (round = 1): Promise<string> =>
  `${new URL(await http.app.services.linkToOpenPage(NETWORK, 'registration', EVENT, round)).pathname}`;

const get = async (path: string, headers: Record<string, string> = {}) => {
  const response = await http.ask(path, undefined, { headers });
  return { status: response.status, headers: response.headers, html: await response.text() };
};
const post = async (path: string, fields: Record<string, string>, headers: Record<string, string> = {}) => {
  const type = { 'content-type': 'application/x-www-form-urlencoded', ...headers };
  const init = { method: 'POST', body: new URLSearchParams(fields).toString(), headers: type };
  const response = await http.ask(path, undefined, init);
  return { status: response.status, headers: response.headers, html: await response.text() };
};
const formIn = (html: string): string => /name="form" value="([^"]+)"/.exec(html)?.[1] ?? '';

describe('an outsider', () => {
  test('sees on their page what waits for them and is for them, and no more', async () => {
    const { status, html } = await get(await linkOf(await outsider()));
    expect(status).toBe(200);
    expect(html).toContain('Hei Olli Ulkopuolinen');
    expect(html).toContain('/things?from=start">Asia odottaa</a>');
    expect(html).toContain('/privacy">');
    expect(html).not.toMatch(/Jäsenten asia|\/polls|\/own|\/leave|\/desk/);
  });

  test('opens pages for outsiders and their privacy, and no others', async () => {
    const id = await outsider();
    for (const page of ['things', 'privacy', 'privacy/data', 'privacy/erase'])
      expect([page, (await get(await linkOf(id, page))).status]).toEqual([page, 200]);
    for (const page of ['desk', 'polls', 'own', 'link', 'leave', 'join'])
      expect([page, (await get(await linkOf(id, page))).status]).toEqual([page, 404]);
    const joined = await post(await linkOf(id, 'join'), { form: 'f1', act: 'accept' });
    expect([joined.status, (await stored(id))?.isOutsider]).toEqual([404, true]);
  });

  test('sees everything that is stored on them, and erases themself', async () => {
    const id = await outsider();
    const data = await get(await linkOf(id, 'privacy/data'));
    expect(data.html).toContain('olli@yritys.example');
    expect(data.html).not.toContain('/files/');
    const erased = await post(await linkOf(id, 'privacy/erase'), { form: 'f1', confirmation: 'poista' });
    expect(erased.status).toBe(200);
    expect(await stored(id)).toMatchObject({ isErased: true });
    expect((await get(await linkOf(id))).status).toBe(404);
  });

  test('stops letters with one click and takes up again those on their events alone', async () => {
    const id = await outsider();
    const path = `/p/${await createPersonalLinks(http.app.services.store, http.app.services.keys).token(NETWORK, id, 'unsubscribe')}`;
    const stopped = await post(path, { act: 'unsubscribe' });
    expect(stopped.html.match(/name="topic" value="[a-z]+"/g)).toEqual(['name="topic" value="events"']);
    expect((await stored(id))?.mail).toMatchObject({ events: false });
    await post(path, { act: 'subscribe' });
    expect((await stored(id))?.mail).toMatchObject({ events: true, polls: false });
  });

  test('who is recommended as well keeps their events, and accepts or declines the invitation', async () => {
    const id = await outsider({ isInvited: true });
    const start = await get(await linkOf(id));
    expect([start.status, start.html]).toEqual([200, expect.stringMatching(/\/join">[\s\S]*Asia odottaa/)]);
    const declined = await post(await linkOf(id, 'join'), { form: 'f1', act: 'decline' });
    expect(declined.status).toBe(303);
    expect(await stored(id)).toMatchObject({ isOutsider: true });
    expect(await stored(id)).not.toHaveProperty('isInvited');
    expect((await get(await linkOf(id, 'things'))).status).toBe(200);
    const other = await outsider({ isInvited: true });
    const link = await linkOf(other, 'polls');
    expect((await post(await linkOf(other, 'join'), { form: 'f1', act: 'accept' })).status).toBe(303);
    const member = await stored(other);
    expect([member?.isOutsider, member?.isInvited]).toEqual([undefined, undefined]);
    expect((await get(link)).status).toBe(200);
  });

  test('gets no file by a link that was made for them', async () => {
    const person = mailPerson(await outsider());
    const file = { download: 'sample.csv', network: NETWORK, subject: 'x', person, locale: 'fi' as const };
    expect((await get(new URL(await http.app.services.linkToFile(file)).pathname)).status).toBe(404);
  });
});

describe('a page that belongs to nobody', () => {
  test('is shown to whoever has its address, in their browser’s language or the one they choose', async () => {
    const path = await openLink();
    const { status, html, headers } = await get(path, { 'accept-language': 'sv' });
    expect([status, headers.get('content-language')]).toEqual([200, 'sv-FI']);
    expect(html).toContain(`<h1>Hej ${EVENT}</h1>`);
    expect(html).toContain(`<a href="${path}/?lang=en" lang="en" hreflang="en">In English</a>`);
    expect(html).toContain(`<a href="${path}/?lang=sv" lang="sv" hreflang="sv" aria-current="true">På svenska</a>`);
    expect(Object.fromEntries(headers)).toMatchObject({
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
    });
    const chosen = await get(`${path}/?lang=en`, { 'accept-language': 'sv' });
    expect(chosen.html).toContain('<html lang="en">');
    expect(chosen.html).toContain(`action="${path}/?lang=en"`);
    expect((await get(`${path}?lang=xx`, { 'accept-language': 'de' })).html).toContain('<html lang="fi">');
  });

  test('takes a form and answers with a page', async () => {
    const path = await openLink();
    const form = formIn((await get(path)).html);
    const taken = await post(path, { form, name: '<b>Olli</b>', [DECOY]: '' });
    expect([taken.status, taken.html]).toEqual([
      200,
      expect.stringContaining('<h1>Kiitos, &lt;b&gt;Olli&lt;/b&gt;!</h1>'),
    ]);
    expect([...thing.taken]).toEqual([[form, '<b>Olli</b>']]);
    expect((await post(`${path}/?lang=sv`, { form, name: 'Olli' })).html).toContain('Tack, Olli!');
  });

  test('refuses what is wrong by its field, and shows its form again', async () => {
    const path = await openLink();
    const { status, html } = await post(path, { form: 'f1', name: '' });
    expect(status).toBe(422);
    expect(html).toContain('<title>Korjaa vielä: ');
    expect(html).toContain('href="#name">Kirjoita nimesi.</a>');
    expect(formIn(html)).not.toBe('');
    const closed = await post(path, { form: 'f1', name: 'x' });
    expect([closed.status, closed.html]).toEqual([422, expect.stringContaining('<title>Tätä ei voitu tehdä: ')]);
    expect(thing.taken.size).toBe(0);
  });

  test.each<[string, Record<string, string>, Record<string, string>, number]>([
    ['a form without its id', { name: 'Olli' }, {}, 422],
    ['a form with a made-up id', { form: '<x>', name: 'Olli' }, {}, 422],
    ['a form whose unseen field is filled', { form: 'f1', name: 'Olli', [DECOY]: 'https://x.example' }, {}, 422],
    ['another kind of body', { form: 'f1', name: 'Olli' }, { 'content-type': 'text/plain' }, 415],
    ['a body that is too large', { form: 'f1', name: 'x'.repeat(LARGEST_FORM) }, {}, 413],
  ])('%s is taken by nobody', async (_, fields, headers, status) => {
    expect((await post(await openLink(), fields, headers)).status).toBe(status);
    expect(thing.taken.size).toBe(0);
  });

  test('has an unseen field that nobody comes upon with the keyboard or a screen reader', async () => {
    const { html } = await get(await openLink());
    expect(html).toMatch(/<p class="decoy" aria-hidden="true">.*name="website" tabindex="-1" autocomplete="off"/);
  });

  test('of another round, of no round and below its address is the page of a link that never was', async () => {
    const first = await openLink();
    thing.round = 2;
    const second = await openLink(2);
    expect((await get(second)).status).toBe(200);
    const never = await get(`/p/${'A'.repeat(43)}`, { 'accept-language': 'sv' });
    expect([never.status, never.html]).toEqual([404, expect.stringContaining('Länken fungerar inte')]);
    for (const path of [first, `${first}/`, await openLink(3), `${second}/polls`, `${second}/own`])
      expect([path, await get(path, { 'accept-language': 'sv' })]).toEqual([
        path,
        { ...never, headers: expect.anything() },
      ]);
    const sent = await post(first, { form: 'f1', name: 'Olli' }, { 'accept-language': 'sv' });
    expect([sent.status, sent.html, thing.taken.size]).toEqual([404, never.html, 0]);
  });

  test('is shown to many in a minute, and takes only so many forms', async () => {
    const path = await openLink();
    const answers: number[] = [];
    for (let n = 0; n <= MOST_SENT; n++) answers.push((await post(path, { form: `f${n}`, name: 'Olli' })).status);
    expect(answers.filter((status) => status === 200)).toHaveLength(MOST_SENT);
    expect([answers.at(-1), thing.taken.size]).toEqual([429, MOST_SENT]);
    const shown: number[] = [];
    for (let n = answers.length; n <= MOST_OPENED; n++) shown.push((await get(path)).status);
    expect([shown[0], shown.at(-2), shown.at(-1)]).toEqual([200, 200, 429]);
    shift += MINUTE;
    expect((await get(path)).status).toBe(200);
  });

  test('neither its address nor a person’s is in any log', async () => {
    http.logged.length = 0;
    const paths = [await openLink(), `${await openLink()}/own`, await openLink(9), await linkOf(await outsider())];
    for (const path of paths) await get(path);
    await post(paths[0] ?? '', { form: 'f1', name: 'Olli Salainen' });
    const logged = JSON.stringify(http.logged);
    expect(logged).toContain('/p/:token');
    for (const path of paths) expect(logged).not.toContain(path.split('/')[2]);
    expect(logged).not.toContain('Salainen');
  });
});

test('whether a person from outside is still needed is asked of every feature', async () => {
  const work = await http.app.gate.work(NETWORK);
  if (!work) throw new Error('There is no network.');
  const id = memberIdOf(people.member.person);
  expect(await http.app.services.needsOutsider(id, work)).toBe(false);
  const other = await startHttpApp({
    features: [{ ...sample, needsOutsider: async (one) => one === id }, ...features],
  });
  expect(await other.app.services.needsOutsider(id, work)).toBe(true);
  await other.close();
});
