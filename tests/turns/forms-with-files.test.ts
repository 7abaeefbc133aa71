/** Forms that come with files, over HTTP: on a page of one's own link and on one that belongs to nobody. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { type Instant, MINUTE, plus, toInstant } from '../../bot/core/clock.ts';
import { activityId } from '../../bot/core/ids.ts';
import { memberIdOf } from '../../bot/core/network.ts';
import type { SentForm } from '../../bot/core/page.ts';
import { LARGEST_PICTURE } from '../../bot/core/picture.ts';
import { Refusal } from '../../bot/core/refusal.ts';
import { messages } from '../../bot/core/text.ts';
import { features } from '../../bot/features.ts';
import { MOST_SENT } from '../../bot/http/open-pages.ts';
import { LARGEST_FORM } from '../../bot/http/page-replies.ts';
import { buttons, DECOY, form, paragraph, pictureFileField, together } from '../../bot/pages/kit.ts';
import { type HttpApp, NETWORK, people, startHttpApp } from '../fakes/http-app.ts';
import { sample } from '../fakes/sample-feature.ts';

const text = messages({ kept: { fi: 'Talletettu.', sv: 'Sparat.', en: 'Kept.' } });
let last: SentForm | undefined;
const take = (sent: SentForm): void => {
  if (sent.fields.get('name') === 'x') throw new Refusal(text.kept);
  last = sent;
};
const withFiles = {
  ...sample,
  pages: [
    {
      ...{ path: 'stories', takesFiles: true as const },
      show: async () => ({ title: 'Tarinat', body: paragraph('') }),
      take: async (sent: SentForm) => {
        take(sent);
        return { goTo: 'stories', said: text.kept };
      },
    },
    {
      path: 'plain',
      show: async () => ({ title: 'Ilman kuvia', body: paragraph('') }),
      take: async (sent: SentForm) => {
        take(sent);
        return { goTo: 'plain', said: text.kept };
      },
    },
  ],
  openPages: [
    {
      ...{ purpose: 'registration' as const, takesFiles: true as const },
      show: async () => ({ title: 'Laatikko', body: paragraph('') }),
      take: async (sent: SentForm) => {
        take(sent);
        return { title: 'Kiitos', body: paragraph('') };
      },
    },
  ],
};

let http: HttpApp;
let shift = 0;
const clock = { now: (): Instant => plus(toInstant(Date.now()), shift) };
beforeAll(async () => {
  const others = features.filter(({ openPages }) => openPages === undefined);
  http = await startHttpApp({ clock, features: [...others, withFiles] });
});
afterAll(() => http.close());
beforeEach(() => {
  shift += MINUTE; // what counts by the minute begins anew
  last = undefined;
});

const own = async (page: string): Promise<string> =>
  new URL(await http.app.services.linkForPerson(NETWORK, memberIdOf(people.member.person), page)).pathname;
const open = async (): Promise<string> =>
  new URL(await http.app.services.linkToOpenPage(NETWORK, 'registration', activityId.parse('b-1'), 1)).pathname;

const PICTURE = Uint8Array.of(0xff, 0xd8, 0, 13, 10, 45, 45, 0xff, 0xd9);
function sentWith(more: { fields?: Record<string, string>; files?: Record<string, Uint8Array> }): FormData {
  const all = new FormData();
  for (const [name, value] of Object.entries({ form: 'f1', ...more.fields })) all.append(name, value);
  for (const [name, bytes] of Object.entries(more.files ?? {}))
    all.append(name, new Blob([new Uint8Array(bytes)], { type: 'text/html' }), '../../kuva.svg');
  return all;
}
async function send(path: string, body: FormData): Promise<{ status: number; html: string }> {
  // Sent as browsers do: whole, with its length.
  const request = new Request('http://form.invalid', { method: 'POST', body });
  const bytes = new Uint8Array(await request.arrayBuffer());
  return sendBytes(path, bytes, { 'content-type': request.headers.get('content-type') ?? '' });
}
async function sendBytes(path: string, body: BodyInit, headers: Record<string, string>) {
  const init = { method: 'POST', body, headers, duplex: 'half' };
  const response = await http.ask(path, undefined, init);
  return { status: response.status, html: await response.text() };
}

const MARK = 'a-mark-as-long-as-those-of-browsers';
const manyParts = (mark: string): string =>
  `${`--${mark}\r\ncontent-disposition: form-data; name="form"\r\n\r\nf1\r\n`.repeat(200)}--${mark}--\r\n`;

describe.each([
  ['a page of one’s own link', () => own('stories'), 303],
  ['a page that belongs to nobody', open, 200],
])('%s', (_, pathOf, done) => {
  test('takes a form with a file byte by byte, whatever it calls itself', async () => {
    const body = sentWith({ fields: { name: 'Ålö & ”Ö”' }, files: { picture: PICTURE } });
    expect((await send(await pathOf(), body)).status).toBe(done);
    expect(last?.fields.get('name')).toBe('Ålö & ”Ö”');
    expect(last?.id).toBe('f1');
    expect([...(last?.files?.keys() ?? [])]).toEqual(['picture']);
    expect([...(last?.files?.get('picture') ?? [])]).toEqual([...PICTURE]);
  });

  test('knows an input that was left empty from a file', async () => {
    const body = sentWith({ fields: { name: 'Aino' }, files: { picture: new Uint8Array() } });
    expect((await send(await pathOf(), body)).status).toBe(done);
    expect(last?.files?.size).toBe(0);
  });

  test('takes the same form without files too', async () => {
    const body = new URLSearchParams({ form: 'f1', name: 'Aino' });
    const type = { 'content-type': 'application/x-www-form-urlencoded' };
    expect((await sendBytes(await pathOf(), body.toString(), type)).status).toBe(done);
    expect([last?.fields.get('name'), last?.files]).toEqual(['Aino', undefined]);
  });

  test('says in words that a picture is too large, and reads no further', async () => {
    const files = { picture: new Uint8Array(LARGEST_PICTURE + LARGEST_FORM) };
    const { status, html } = await send(await pathOf(), sentWith({ files }));
    expect([status, last]).toEqual([413, undefined]);
    expect(html).toContain('12 Mt');
  });

  test('takes no more words than without a file', async () => {
    const { status } = await send(await pathOf(), sentWith({ fields: { name: 'ö'.repeat(LARGEST_FORM / 6 + 1) } }));
    expect([status, last]).toEqual([413, undefined]);
  });

  test.each([
    ['without a boundary', 'multipart/form-data', 'x'],
    [
      'that ends midway',
      'multipart/form-data; boundary=b',
      '--b\r\ncontent-disposition: form-data; name="form"\r\n\r\nf1',
    ],
    ['of nothing but parts', 'multipart/form-data; boundary=b', '--b\r\n'.repeat(200)],
    ['of many parts under a second mark', `multipart/form-data; xboundary=other; boundary=${MARK}`, manyParts(MARK)],
    ['of many parts under a quoted mark', `multipart/form-data; x="; boundary=o"; boundary=${MARK}`, manyParts(MARK)],
  ])('answers a form %s as one that can’t be read', async (_what, type, body) => {
    expect((await sendBytes(await pathOf(), body, { 'content-type': type })).status).toBe(422);
    expect(last).toBeUndefined();
  });

  test('wants to know the length beforehand', async () => {
    const body = new ReadableStream({
      start: (to) => {
        to.enqueue(new TextEncoder().encode('--b--\r\n'));
        to.close();
      },
    });
    const { status } = await sendBytes(await pathOf(), body, { 'content-type': 'multipart/form-data; boundary=b' });
    expect(status).toBe(411);
  });

  test('reads only so many in a minute', async () => {
    const path = await pathOf();
    const statuses: number[] = [];
    for (let n = 0; n <= MOST_SENT; n++)
      statuses.push((await send(path, sentWith({ fields: { form: `f${n}`, name: 'Aino' } }))).status);
    expect(statuses.slice(0, -1)).toEqual(Array.from({ length: MOST_SENT }, () => done));
    expect(statuses.at(-1)).toBeGreaterThanOrEqual(415);
  });
});

test('a page that takes no files reads none', async () => {
  const { status } = await send(await own('plain'), sentWith({ files: { picture: new Uint8Array(1024 * 1024) } }));
  expect([status, last]).toEqual([415, undefined]);
});

test('a link that was never made is answered as ever', async () => {
  const { status } = await send(`/p/${'x'.repeat(43)}/stories`, sentWith({ files: { picture: PICTURE } }));
  expect([status, last]).toEqual([404, undefined]);
});

test('a program that fills in every field is answered as one whose form can’t be read', async () => {
  const fields = { name: 'Botti', [DECOY]: 'https://x.example' };
  expect((await send(await open(), sentWith({ fields, files: { picture: PICTURE } }))).status).toBe(422);
  expect(last).toBeUndefined();
});

test('a form with a file says so to the browser, and others do not', () => {
  const look = { to: '/p/x/stories', id: 'f1' };
  const fields = together(pictureFileField({ name: 'picture', label: 'Kuva', wrong: 'Liian suuri' }), buttons());
  const { html } = form({ ...look, hasFiles: true }, fields);
  expect(html).toContain('enctype="multipart/form-data"');
  expect(html).toContain('type="file" accept="image/jpeg,image/png,image/webp"');
  expect(html).toContain('aria-describedby="picture-wrong" aria-invalid="true"');
  expect(form(look, fields).html).not.toContain('enctype');
});
