/** The personal link over HTTP: what it shows and takes, for whom, and that looking changes nothing. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { type Instant, MINUTE, plus, toInstant } from '../../bot/core/clock.ts';
import { type ActivityId, personOf } from '../../bot/core/ids.ts';
import { type Member, type MemberId, mailPerson, memberIdOf, members, organisationId } from '../../bot/core/network.ts';
import { organisation, organisations } from '../../bot/core/organisation.ts';
import { changeRules } from '../../bot/core/register.ts';
import { activityScope, networkScope } from '../../bot/core/scope.ts';
import { update } from '../../bot/core/update.ts';
import type { OwnView } from '../../bot/features/own/contract.ts';
import type { PollView } from '../../bot/features/polls/contract.ts';
import { votes } from '../../bot/features/polls/poll.ts';
import { text as pollText } from '../../bot/features/polls/text.ts';
import { LARGEST_FORM } from '../../bot/http/page-replies.ts';
import { createPersonalLinks } from '../../bot/http/personal-links.ts';
import { type HttpApp, NETWORK, OTHER_NETWORK, people, type Someone, startHttpApp } from '../fakes/http-app.ts';

const HOSTILE = `"><img src=x onerror=alert(1)></title><script>alert('x')</script>&amp;`;

let http: HttpApp;
let shift = 0;
const clock = { now: (): Instant => plus(toInstant(Date.now()), shift) };
let poll: PollView;
let several: PollView;
let people_ = 0;

beforeAll(async () => {
  http = await startHttpApp({ clock });
  poll = await ask({ question: 'Mikä aihe syksyn webinaariin?', options: 'Koulukuljetukset\nKutsuliikenne\nTilastot' });
  several = await ask({
    question: `Teemat ${HOSTILE}`,
    options: `Kilpailutus ${HOSTILE}\nKutsuliikenne`,
    mostChoices: '2',
    membersAddOptions: 'true',
    purpose: HOSTILE,
    description: HOSTILE,
  });
});
afterAll(() => http.close());
beforeEach(() => {
  shift += MINUTE; // what counts by the minute begins anew
});

async function ask(draft: Record<string, string>): Promise<PollView> {
  const json = { draft, requestId: crypto.randomUUID() };
  const response = await http.ask(`/api/v1/networks/${NETWORK}/polls`, people.coordinator, { method: 'POST', json });
  expect(response.status).toBe(200);
  return (await response.json()) as PollView;
}

/** Someone whom mail reaches and who has no Teams. */
async function byMail(more: Partial<Member> = {}): Promise<MemberId> {
  const person = mailPerson(`mail-${++people_}`);
  const of: Member = { person, name: 'Maija Mallikas', isGuest: true, email: 'maija@akaa.example', ...more };
  await http.app.services.store.insert(networkScope(NETWORK), members, memberIdOf(person), of);
  return memberIdOf(person);
}
const linkOf = async (member: MemberId, page = ''): Promise<string> =>
  new URL(await http.app.services.linkForPerson(NETWORK, member, page)).pathname;
const stored = async (id: MemberId): Promise<Member> => {
  const found = await http.app.services.store.get(networkScope(NETWORK), members, id);
  if (!found) throw new Error('no such member');
  return found.value;
};
const change = (id: MemberId, to: (of: Member) => Member) =>
  update({ store: http.app.services.store, scope: networkScope(NETWORK), kind: members, id }, (of) => of && to(of));
const voteOf = async (id: MemberId, of: PollView) =>
  (await http.app.services.store.get(activityScope(networkScope(NETWORK), of.id as ActivityId), votes, id))?.value;

const get = async (path: string, headers: Record<string, string> = {}) => {
  const response = await http.ask(path, undefined, { headers });
  return { status: response.status, headers: response.headers, html: await response.text() };
};
const post = async (path: string, fields: readonly (readonly [string, string])[] | string, headers = {}) => {
  const body = typeof fields === 'string' ? fields : new URLSearchParams(fields.map(([a, b]) => [a, b])).toString();
  const response = await http.ask(path, undefined, {
    method: 'POST',
    body,
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
  });
  return {
    status: response.status,
    headers: response.headers,
    location: response.headers.get('location') ?? '',
    html: await response.text(),
  };
};
const formIn = (html: string): string => /name="form" value="([^"]+)"/.exec(html)?.[1] ?? '';

/** Everything that is written to the store while `act` runs; jobs and posts work by themselves. */
async function writesDuring(act: () => Promise<void>): Promise<string[]> {
  const { store } = http.app.services;
  const written: string[] = [];
  const originals = { insert: store.insert, replace: store.replace, upsert: store.upsert, remove: store.remove };
  const watched = Object.fromEntries(
    Object.entries(originals).map(([name, method]) => [
      name,
      (...args: Parameters<typeof store.upsert>) => {
        if (args[1].container !== 'jobs' && args[1].name !== 'post') written.push(`${name} ${args[1].name} ${args[2]}`);
        return (method as (...all: unknown[]) => Promise<unknown>).apply(store, args);
      },
    ]),
  );
  Object.assign(store, watched);
  try {
    await act();
  } finally {
    Object.assign(store, originals);
  }
  return written;
}

// ── Looking ────────────────────────────────────────────────────────────────────────────────────

test('the start page says whose it is, in which network, and leads to the open polls', async () => {
  const { status, headers, html } = await get(await linkOf(await byMail()));
  expect(status).toBe(200);
  expect(html).toContain('<html lang="fi">');
  expect(html).toContain('Hei Maija Mallikas');
  expect(html).toContain(`Tämä on sinun sivusi verkostossa Verkosto ${NETWORK}. Älä jaa linkkiä muille.`);
  expect(html).toContain(`/polls/${poll.id}">Mikä aihe syksyn webinaariin?</a>`);
  expect(html).toContain('/leave">Poistu verkostosta</a>');
  expect(Object.fromEntries(headers)).toMatchObject({
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
    'x-robots-tag': 'noindex, nofollow',
    'content-security-policy': expect.stringMatching(
      /^default-src 'none'; style-src 'sha256-[\w+/=]+'; img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'$/,
    ),
  });
  expect(headers.get('set-cookie')).toBeNull();
});

test('there are no scripts, and nothing comes from elsewhere', async () => {
  const member = await byMail();
  for (const page of ['', 'polls', `polls/${poll.id}`, `polls/${several.id}`, 'own', 'leave', 'link', 'join']) {
    const { status, html } = await get(await linkOf(member, page));
    expect([page, status]).toEqual([page, 200]);
    expect(html).not.toMatch(/<script|<img|<iframe|<link|<[^>]*(\son\w+=|javascript:|\sstyle=)/i);
    expect(html).not.toMatch(/(?:src|href|action)="(?!\/p\/|#)/);
  }
});

test('a GET or HEAD of any page changes nothing, whatever its address says', async () => {
  const { store, keys } = http.app.services;
  const links = createPersonalLinks(store, keys);
  const member = await byMail();
  const invited = await byMail({ isInvited: true });
  const unsubscribe = `/p/${await links.token(NETWORK, member, 'unsubscribe')}`;
  const paths = [
    ...['', 'polls', `polls/${poll.id}`, `polls/${poll.id}?choice=o1&act=vote&form=x`, 'polls/unknown', 'own', 'leave'],
    ...[
      'link',
      'join',
      'privacy',
      'privacy/data',
      'privacy/erase',
      'leave?act=leave',
      'own?name=Joku&email=x@y.example',
    ],
  ];
  const all = await Promise.all(paths.map((page) => linkOf(member, page)));
  const asked = [
    ...all.map((path, at) => path + (paths[at]?.includes('?') ? `?${paths[at]?.split('?')[1]}` : '')),
    await linkOf(invited),
    await linkOf(invited, 'join'),
    unsubscribe,
    `${unsubscribe}?List-Unsubscribe=One-Click&act=unsubscribe`,
  ];
  const before = await stored(member);
  const written = await writesDuring(async () => {
    for (const path of asked) for (const method of ['GET', 'HEAD']) await http.ask(path, undefined, { method });
  });
  expect(written).toEqual([]);
  expect(await stored(member)).toEqual(before);
  expect(await voteOf(member, poll)).toBeUndefined();
});

test('what is written is noticed', async () => {
  const path = await linkOf(await byMail(), `polls/${poll.id}`);
  const { html } = await get(path);
  const written = await writesDuring(async () => {
    await post(path, [
      ['form', formIn(html)],
      ['act', 'vote'],
      ['choice', 'o1'],
    ]);
  });
  expect(written).toEqual([expect.stringMatching(/^insert vote /)]);
});

test.each([
  [undefined, 'sv-FI,sv;q=0.9', 'sv'],
  ['fi', 'sv-FI', 'fi'],
  [undefined, 'de', 'fi'],
  ['en', '', 'en'],
] as const)('with the language %s chosen and a browser of “%s” the page speaks %s', async (locale, browser, spoken) => {
  const member = await byMail(locale ? { locale } : {});
  const { html } = await get(await linkOf(member), { 'accept-language': browser });
  expect(html).toContain(`<html lang="${spoken}">`);
});

// ── Who is let in ──────────────────────────────────────────────────────────────────────────────

test('an unknown, forged, revoked and abandoned link are one and the same page', async () => {
  const [gone, renewed, good] = [await byMail(), await byMail(), await byMail()];
  const [goneLink, oldLink, goodLink] = [await linkOf(gone), await linkOf(renewed), await linkOf(good)];
  expect((await get(goneLink)).status).toBe(200);
  await change(gone, (of) => ({ ...of, leftAt: clock.now() }));
  await change(renewed, (of) => ({ ...of, linkRound: 2 }));
  const token = goodLink.slice(3, -1);
  const forged = [
    `/p/${'A'.repeat(43)}/`,
    `/p/${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}/`,
    `/p/${token.toUpperCase()}/`,
    `/p/${token}${token}/`,
    '/p/x',
    '/p/%00',
    `/p/${encodeURIComponent('../../etc/passwd')}/`,
    `/p/${'A'.repeat(1000)}/polls/${poll.id}`,
  ];
  const answers = await Promise.all(
    [goneLink, oldLink, ...forged].map((path) => get(path, { 'accept-language': 'sv' })),
  );
  const [first] = answers;
  expect(first?.html).toContain('Länken fungerar inte');
  for (const { status, html } of answers) expect([status, html]).toEqual([404, first?.html]);
  for (const path of [goneLink, oldLink]) {
    const { status, html } = await post(path, [['form', 'x']], { 'accept-language': 'sv' });
    expect([status, html]).toEqual([404, first?.html]);
  }
  expect((await get(goodLink)).status).toBe(200);
});

test('a member whom Teams reported as removed a moment ago finds the link dead', async () => {
  const id = memberIdOf(people.external.person);
  const path = await linkOf(id);
  expect((await get(path)).status).toBe(200);
  await change(id, (of) => ({ ...of, leftAt: clock.now() }));
  expect((await get(path)).status).toBe(404);
  await change(id, ({ leftAt: _, ...of }) => of);
});

test('a poll of another network is not there', async () => {
  const { services } = http.app;
  const stranger = memberIdOf(people.stranger.person);
  const path = new URL(await services.linkForPerson(OTHER_NETWORK, stranger, `polls/${poll.id}`)).pathname;
  const { status, html } = await get(path);
  expect(status).toBe(404);
  expect(html).toContain('Äänestystä ei löytynyt tästä verkostosta.');
  expect(html).not.toContain('webinaariin');
  const voted = await post(path, [
    ['form', 'f1'],
    ['act', 'vote'],
    ['choice', 'o1'],
  ]);
  expect(voted.status).toBe(404);
  expect(await voteOf(stranger, poll)).toBeUndefined();
});

test('someone who is only invited sees the invitation and nothing else', async () => {
  const invited = await byMail({ isInvited: true });
  const start = await http.ask(await linkOf(invited), undefined);
  expect([start.status, start.headers.get('location')]).toEqual([303, await linkOf(invited, 'join')]);
  for (const page of ['polls', `polls/${poll.id}`, 'own', 'leave', 'link'])
    expect((await get(await linkOf(invited, page))).status).toBe(404);
  const path = await linkOf(invited, `polls/${poll.id}`);
  expect(
    (
      await post(path, [
        ['form', 'f1'],
        ['act', 'vote'],
        ['choice', 'o1'],
      ])
    ).status,
  ).toBe(404);
  expect(await voteOf(invited, poll)).toBeUndefined();
});

test('an invitation is accepted with a form, and sent twice it is accepted once', async () => {
  const invited = await byMail({ isInvited: true });
  const path = await linkOf(invited, 'join');
  const fields = [
    ['form', formIn((await get(path)).html)],
    ['act', 'accept'],
  ] as const;
  const first = await post(path, fields);
  const joined = await stored(invited);
  expect(first.status).toBe(303);
  expect((await get(first.location)).html).toContain('Tervetuloa verkostoon!');
  expect(joined.isInvited).toBeUndefined();
  expect((await post(path, fields)).status).toBe(303);
  expect(await stored(invited)).toEqual(joined);
});

test('a declined invitation ends the link', async () => {
  const invited = await byMail({ isInvited: true });
  const path = await linkOf(invited, 'join');
  const { status, html } = await post(path, [
    ['form', 'f1'],
    ['act', 'decline'],
  ]);
  expect(status).toBe(200);
  expect(html).toContain('Et liittynyt verkostoon');
  expect((await get(path)).status).toBe(404);
});

// ── Voting ─────────────────────────────────────────────────────────────────────────────────────

describe('voting', () => {
  test('a link with a choice only ticks it; the form casts the vote, which counts like any other', async () => {
    const member = await byMail();
    const path = await linkOf(member, `polls/${poll.id}`);
    const before = await viewFor(people.coordinator);
    const { html } = await get(`${path}?choice=o2`);
    expect(html).toMatch(/value="o2" checked/);
    expect(html).not.toMatch(/value="o1" checked/);
    const { status, location } = await post(path, [
      ['form', formIn(html)],
      ['act', 'vote'],
      ['choice', 'o2'],
      ['comment', 'Tästä & muusta'],
    ]);
    expect(status).toBe(303);
    const after = await get(location);
    expect(after.html).toContain('Äänesi on kirjattu.');
    expect(after.html).toContain('Äänesi: Kutsuliikenne');
    expect(after.html).toMatch(/value="o2" checked/);
    expect(await voteOf(member, poll)).toMatchObject({ choices: ['o2'], comment: 'Tästä & muusta' });
    const counted = await viewFor(people.coordinator);
    expect(counted.voters).toBe(before.voters + 1);
    expect(counted.options[1]?.votes).toBe((before.options[1]?.votes ?? 0) + 1);
  });

  test('a form sent twice is one vote, gets the same answer, and does not bring an older choice back', async () => {
    const member = await byMail();
    const path = await linkOf(member, `polls/${poll.id}`);
    const first = [
      ['form', formIn((await get(path)).html)],
      ['act', 'vote'],
      ['choice', 'o1'],
      ['comment', ''],
    ] as const;
    const [one, two] = [await post(path, first), await post(path, first)];
    expect([one.status, two.status]).toEqual([303, 303]);
    const second = [
      ['form', formIn((await get(path)).html)],
      ['act', 'vote'],
      ['choice', 'o3'],
      ['comment', ''],
    ] as const;
    await post(path, second);
    await post(path, first);
    expect(await voteOf(member, poll)).toMatchObject({ choices: ['o3'] });
  });

  test('going back in the browser and choosing something else changes the vote', async () => {
    const member = await byMail();
    const path = await linkOf(member, `polls/${poll.id}`);
    const form = formIn((await get(path)).html);
    await post(path, [
      ['form', form],
      ['act', 'vote'],
      ['choice', 'o1'],
      ['comment', ''],
    ]);
    const { location } = await post(path, [
      ['form', form],
      ['act', 'vote'],
      ['choice', 'o2'],
      ['comment', ''],
    ]);
    expect((await get(location)).html).toContain('Äänesi on muutettu.');
    expect(await voteOf(member, poll)).toMatchObject({ choices: ['o2'] });
  });

  test('a vote is withdrawn, whatever is ticked', async () => {
    const member = await byMail();
    const path = await linkOf(member, `polls/${poll.id}`);
    await post(path, [
      ['form', 'a1'],
      ['act', 'vote'],
      ['choice', 'o1'],
    ]);
    const { html } = await get(path);
    expect(html).toContain('Peru ääni');
    const { location } = await post(path, [
      ['form', formIn(html)],
      ['act', 'withdraw'],
      ['choice', 'o1'],
    ]);
    expect((await get(location)).html).toContain('Äänesi on peruttu.');
    expect(await voteOf(member, poll)).toMatchObject({ choices: [] });
  });

  test('without a choice the page comes back with what was typed, the mistake first', async () => {
    const path = await linkOf(await byMail({ locale: 'sv' }), `polls/${poll.id}`);
    const { status, html } = await post(path, [
      ['form', 'a1'],
      ['act', 'vote'],
      ['comment', 'Kvar & "här"'],
    ]);
    expect(status).toBe(422);
    expect(html).toContain('<title>Det här behöver rättas: Mikä aihe');
    expect(html).toContain('<a href="#choice">Välj först ett alternativ.</a>');
    expect(html).toContain('Kvar &amp; &quot;här&quot;</textarea>');
    expect(html.indexOf('id="mistakes"')).toBeLessThan(html.indexOf('<form'));
  });

  test.each([
    ['an option that is not there', [['choice', 'o99']], 422],
    [
      'more options than may be chosen',
      [
        ['choice', 'o1'],
        ['choice', 'o2'],
      ],
      422,
    ],
    [
      'a comment that is too long',
      [
        ['choice', 'o1'],
        ['comment', 'x'.repeat(501)],
      ],
      422,
    ],
    ['an option with markup as its id', [['choice', HOSTILE]], 422],
  ] as const)('%s is refused and keeps nothing', async (_, fields, status) => {
    const member = await byMail();
    const path = await linkOf(member, `polls/${poll.id}`);
    const answer = await post(path, [['form', 'a1'], ['act', 'vote'], ...fields]);
    expect(answer.status).toBe(status);
    expect(answer.html).not.toContain('<img');
    expect(await voteOf(member, poll)).toBeUndefined();
  });

  test('several choices, a proposed option, and hostile words that stay words', async () => {
    const member = await byMail({ name: HOSTILE });
    const path = await linkOf(member, `polls/${several.id}`);
    const { html } = await get(path);
    expect(html).toContain('type="checkbox"');
    const label = `Oma ${HOSTILE}`;
    const proposed = await post(path, [
      ['form', formIn(html)],
      ['act', 'propose'],
      ['label', label],
    ]);
    expect(proposed.status).toBe(303);
    const { location } = await post(path, [
      ['form', 'b1'],
      ['act', 'vote'],
      ['choice', 'o1'],
      ['choice', 'o3'],
      ['comment', HOSTILE],
    ]);
    const pages = [await get(location), await get(proposed.location), await get(await linkOf(member))];
    for (const page of pages) {
      expect(page.status).toBe(200);
      expect(page.html).not.toMatch(/<img|<script/);
      expect(page.html).toContain('&lt;img src=x onerror=alert(1)&gt;');
      expect(page.html.match(/<\/title>/g)).toHaveLength(1);
    }
    expect(await voteOf(member, several)).toMatchObject({ choices: ['o1', 'o3'], comment: HOSTILE });
    const refused = await post(path, [
      ['form', 'b2'],
      ['act', 'propose'],
      ['label', ' '],
    ]);
    expect(refused.status).toBe(422);
    expect(refused.html).toContain('<a href="#label">');
  });

  test('in a poll that municipalities decide, two officials of one town by Teams and by link are one vote of theirs', async () => {
    const { store } = http.app.services;
    for (const [id, fi] of [
      ['fi-598', 'Pietarsaari'],
      ['fi-694', 'Riihimäki'],
    ] as const) {
      const of = { id, kind: 'municipality', names: { fi }, domains: [], membership: 'member', fees: [] };
      await store.upsert(networkScope(NETWORK), organisations, id, organisation.parse(of));
    }
    const town = { organisation: organisationId.parse('fi-598') };
    await change(memberIdOf(people.coordinator.person), (of) => ({ ...of, ...town }));
    const member = await byMail(town);
    const deciding = await ask({ question: 'Kumpi?', options: 'Yksi\nToinen', tallies: 'organisations' });
    const vote = { choices: ['o1'], requestId: crypto.randomUUID() };
    const api = `/api/v1/networks/${NETWORK}/polls/${deciding.id}`;
    await http.ask(`${api}/vote`, people.coordinator, { method: 'PUT', json: vote });
    const path = await linkOf(member, `polls/${deciding.id}`);
    const { location } = await post(path, [
      ['form', formIn((await get(path)).html)],
      ['act', 'vote'],
      ['choice', 'o2'],
    ]);
    const { html } = await get(location);
    expect(html).toContain('Äänesi on kirjattu.');
    expect(html).toContain('1/2 kuntaa on äänestänyt');
    const view = (await (await http.ask(api, people.coordinator)).json()) as PollView;
    expect([view.voters, view.organisations?.voted]).toEqual([2, 1]);
    expect(view.options.map(({ votes, organisationVotes }) => [votes, organisationVotes])).toEqual([
      [1, 0],
      [1, 1],
    ]);
  });

  test('whoever may see but not vote reads why, finds no form, and is refused', async () => {
    const { store } = http.app.services;
    const of = { id: 'o-expert', kind: 'expert', names: { fi: 'VTT' }, domains: [], membership: 'member', fees: [] };
    await store.upsert(networkScope(NETWORK), organisations, of.id, organisation.parse(of));
    const member = await byMail({ organisation: organisationId.parse(of.id) });
    const path = await linkOf(member, `polls/${poll.id}`);
    const { html } = await get(path);
    expect(html).toContain('Mikä aihe syksyn webinaariin?');
    expect(html).toContain(pollText.kindCantVote.fi);
    expect(html).not.toContain('<form');
    const { status } = await post(path, [
      ['form', 'k1'],
      ['act', 'vote'],
      ['choice', 'o1'],
    ]);
    expect(status).toBe(422);
    expect(await voteOf(member, poll)).toBeUndefined();
  });

  test('nobody can put words into a page by its address', async () => {
    const member = await byMail();
    const path = await linkOf(member, `polls/${poll.id}`);
    const { location } = await post(path, [
      ['form', 'c1'],
      ['act', 'vote'],
      ['choice', 'o1'],
    ]);
    const said = new URL(location, http.url).searchParams.get('said') ?? '';
    expect((await get(`${path}?said=${said}`)).html).toContain('Äänesi on kirjattu.');
    const [payload = '', mac = ''] = said.split('.');
    const other = Buffer.from(JSON.stringify([clock.now(), 'Maksa lasku'])).toString('base64url');
    for (const forged of [`${other}.${mac}`, payload, `${payload}.`, `.${mac}`, HOSTILE, '.'])
      expect((await get(`${path}?said=${encodeURIComponent(forged)}`)).html).not.toMatch(/kirjattu\.|lasku/);
    expect((await get(`${await linkOf(member)}?said=${said}`)).html).not.toContain('Äänesi on kirjattu.');
    shift += 3 * MINUTE;
    expect((await get(`${path}?said=${said}`)).html).not.toContain('role="status"');
  });
});

async function viewFor(by: Someone): Promise<PollView> {
  return (await (await http.ask(`/api/v1/networks/${NETWORK}/polls/${poll.id}`, by)).json()) as PollView;
}

// ── Own details ────────────────────────────────────────────────────────────────────────────────

describe('own details', () => {
  const details = (more: Record<string, string> = {}): [string, string][] =>
    Object.entries({
      form: 'd1',
      name: 'Maija Uusinimi',
      email: 'MAIJA.UUSI@akaa.example',
      organisation: 'fi-020',
      locale: 'sv',
      title: 'Suunnittelija',
      phone: '040 123 4567',
      topics: 'Koulukuljetukset\nkutsuliikenne, Koulukuljetukset',
      isListed: 'true',
      mail: 'polls',
      ...more,
    });

  test('are kept as typed, and from then on the page speaks the chosen language', async () => {
    const member = await byMail();
    const path = await linkOf(member, 'own');
    expect((await get(path)).html).toMatch(/<option value="fi-020">Akaa<\/option>/);
    const { status, location } = await post(path, details());
    expect(status).toBe(303);
    expect(await stored(member)).toMatchObject({
      name: 'Maija Uusinimi',
      email: 'maija.uusi@akaa.example',
      emailSource: { from: 'self' },
      organisation: 'fi-020',
      locale: 'sv',
      title: 'Suunnittelija',
      phone: '040 123 4567',
      topics: ['Koulukuljetukset', 'kutsuliikenne'],
      isListed: true,
      mail: { polls: true, events: false, feedback: false, bulletins: false, digest: false },
    });
    const met = await http.app.services.store.get(networkScope(NETWORK), organisations, 'fi-020');
    expect(met?.value).toMatchObject({ names: { fi: 'Akaa' }, membership: 'contacted' });
    const { html } = await get(location);
    expect(html).toContain('Dina uppgifter har sparats.');
    expect(html).toMatch(/<option value="fi-020" selected>/);
    expect(html).toContain('value="maija.uusi@akaa.example"');
  });

  test('whom one represents is asked on the start page until it is said', async () => {
    const member = await byMail();
    const start = await linkOf(member);
    expect((await get(start)).html).toContain('/own">Kerro, mitä kuntaa tai organisaatiota edustat</a>');
    await post(await linkOf(member, 'own'), details({ organisation: 'nobody', locale: 'fi' }));
    const { html } = await get(start);
    expect(html).toContain('Hei Maija Uusinimi');
    expect(html).not.toContain('Kerro, mitä');
  });

  test('with mistakes come back whole, each mistake leading to its field, and nothing is changed', async () => {
    const member = await byMail();
    const before = await stored(member);
    const wrong = {
      name: ' ',
      email: `maija@${HOSTILE}`,
      phone: 'soita',
      organisation: 'fi-999',
      topics: 'x'.repeat(81),
    };
    const { status, html } = await post(await linkOf(member, 'own'), details({ ...wrong, organisation: 'fi-005' }));
    expect(status).toBe(422);
    for (const field of ['name', 'email', 'phone', 'topics']) {
      expect(html).toContain(`<a href="#${field}">`);
      expect(html).toContain(`id="${field}-wrong"`);
      expect(html).toMatch(
        new RegExp(`id="${field}"[^>]*aria-describedby="[^"]*${field}-wrong"[^>]*aria-invalid="true"`),
      );
    }
    expect(html).not.toContain('<img');
    expect(await stored(member)).toEqual(before);
    const { store } = http.app.services;
    expect(await store.get(networkScope(NETWORK), organisations, 'fi-005')).toBeUndefined();
    const unknown = await post(await linkOf(member, 'own'), details({ organisation: 'fi-999' }));
    expect(unknown.status).toBe(422);
    expect(unknown.html).toContain('<a href="#organisation">');
    expect(await stored(member)).toEqual(before);
  });

  test('someone in Teams keeps the name that Teams gives', async () => {
    const id = memberIdOf(people.member.person);
    const path = await linkOf(id, 'own');
    expect((await get(path)).html).not.toContain('name="name"');
    await post(path, details({ name: 'Joku Muu', organisation: 'nobody' }));
    expect(await stored(id)).toMatchObject({ name: people.member.name, representsNobody: true });
  });

  test('where the network confirms whom people represent, the word of a member waits, and what was known stays', async () => {
    const coordinator = memberIdOf(people.coordinator.person);
    const work = await http.app.gate.work(NETWORK);
    if (!work) throw new Error('no network');
    await changeRules(work, (rules) => ({ ...rules, confirms: true }));
    try {
      const member = await byMail();
      const path = await linkOf(member, 'own');
      const { location } = await post(path, details({ organisation: 'fi-598', locale: 'fi' }));
      const claimed = await stored(member);
      expect([claimed.organisation, claimed.claims]).toEqual([undefined, 'fi-598']);
      const { html } = await get(location);
      expect(html).toContain('Odottaa koordinaattorin vahvistusta: Pietarsaari.');
      expect(html).toMatch(/<option value="fi-598" selected>/);
      await post(path, details({ organisation: 'fi-598', locale: 'fi', form: 'd2' }));
      expect(await stored(member)).toEqual(claimed);
      expect((await stored(coordinator)).claims).toBeUndefined();
    } finally {
      await changeRules(work, (rules) => ({ ...rules, confirms: false }));
    }
  });

  test('without Teams the address can’t be emptied', async () => {
    const member = await byMail();
    const { status, html } = await post(await linkOf(member, 'own'), details({ email: '' }));
    expect(status).toBe(422);
    expect(html).toContain('Sähköpostiosoite tarvitaan');
  });

  test('the tab reads and writes the same, and gets a link that can be revoked', async () => {
    const api = (method: string, path: string, json?: unknown) =>
      http.ask(`/api/v1/networks/${NETWORK}${path}`, people.coordinator, { method, ...(json ? { json } : {}) });
    const own = (await (await api('GET', '/own')).json()) as OwnView;
    expect(own).toMatchObject({ name: people.coordinator.name, hasTeams: true, mail: { polls: false } });
    const put = await api('PUT', '/own', { phone: '+358 40 123 4567', mail: { polls: true }, isListed: true });
    expect((await put.json()) as OwnView).toMatchObject({
      phone: '+358 40 123 4567',
      mail: { polls: true, events: false },
    });
    const refused = await api('PUT', '/own', { phone: 'x', email: 'y' });
    expect(refused.status).toBe(422);
    const fields = ((await refused.json()) as { fields: { field: string }[] }).fields;
    expect(fields.map(({ field }) => field)).toEqual(['email', 'phone']);
    const { url, isSent } = (await (
      await api('POST', '/own/link', { byMail: true, requestId: crypto.randomUUID() })
    ).json()) as { url: string; isSent: boolean };
    expect(isSent).toBe(false);
    const path = new URL(url).pathname;
    expect((await get(path)).html).toContain(`Hei ${people.coordinator.name}`);
    expect((await api('POST', '/own/link/revoke', {})).status).toBe(200);
    expect((await get(path)).status).toBe(404);
  });

  test('a link that was shared by mistake is revoked on its own page', async () => {
    const member = await byMail();
    const path = await linkOf(member, 'link');
    const { status, html } = await post(path, [['form', formIn((await get(path)).html)]]);
    expect(status).toBe(200);
    expect(html).toContain('Linkki on mitätöity');
    expect((await get(path)).status).toBe(404);
    expect((await get(await linkOf(member))).status).toBe(200);
  });

  test('without Teams leaving ends the link; with Teams it ends mail and hides contacts', async () => {
    const member = await byMail({ isListed: true });
    const path = await linkOf(member, 'leave');
    const { status, html } = await post(path, [['form', formIn((await get(path)).html)]]);
    expect(status).toBe(200);
    expect(html).toContain('Olet poistunut verkostosta');
    expect((await stored(member)).leftAt).toBeDefined();
    expect((await get(path)).status).toBe(404);

    const inTeams = memberIdOf(people.member.person);
    await change(inTeams, (of) => ({ ...of, locale: 'fi' }));
    const teamsPath = await linkOf(inTeams, 'leave');
    expect((await get(teamsPath)).html).toContain('pysyt siinä');
    const { location } = await post(teamsPath, [['form', 'e1']]);
    expect((await get(location)).status).toBe(200);
    const kept = await stored(inTeams);
    expect([kept.leftAt, kept.isListed, kept.mail]).toEqual([
      undefined,
      undefined,
      {
        ...{ polls: false, events: false, feedback: false, questions: false, ideas: false },
        ...{ bulletins: false, digest: false },
      },
    ]);
  });

  test('who is in Teams too stays a member when they leave by the link of their other identity, and is told so', async () => {
    const main = await byMail({ isListed: true });
    const person = personOf('tenant', `teams-of-${main}`);
    const inTeams: Member = { person, teamsId: '29:teams', name: 'Maija Mallikas', isGuest: false, sameAs: main };
    await http.app.services.store.insert(networkScope(NETWORK), members, memberIdOf(person), inTeams);
    const path = await linkOf(main, 'leave');
    expect((await get(path)).html).toContain('pysyt siinä');
    const { location, html } = await post(path, [['form', 'e2']]);
    expect(html).not.toContain('Olet poistunut verkostosta');
    expect((await get(location)).status).toBe(200);
    const kept = await stored(main);
    expect([kept.leftAt, kept.isListed, kept.mail?.polls]).toEqual([undefined, undefined, false]);
  });

  test('whose main identity has left has a link, an address and choices of the one that is left', async () => {
    const main = await byMail({ leftAt: clock.now(), email: 'vanha@akaa.example', title: 'Suunnittelija' });
    const own = memberIdOf(people.external.person);
    const before = await stored(own);
    await change(own, (of) => ({ ...of, sameAs: main, email: 'uusi@akaa.example' }));
    try {
      const api = async (method: string, path: string, json?: unknown) => {
        const asked = { method, ...(json === undefined ? {} : { json }) };
        const answer = await http.ask(`/api/v1/networks/${NETWORK}${path}`, people.external, asked);
        return (await answer.json()) as OwnView & { url: string };
      };
      const { url } = await api('POST', '/own/link', { byMail: false, requestId: crypto.randomUUID() });
      expect((await get(new URL(url).pathname)).status).toBe(200);
      expect(await api('GET', '/own')).toMatchObject({ email: 'uusi@akaa.example', title: 'Suunnittelija' });
      const saved = await api('PUT', '/own', { email: 'uusin@akaa.example', mail: { polls: true }, title: 'Johtaja' });
      expect(saved).toMatchObject({ email: 'uusin@akaa.example', mail: { polls: true }, title: 'Johtaja' });
      expect(await stored(own)).toMatchObject({ email: 'uusin@akaa.example', mail: { polls: true } });
      expect(await stored(main)).toMatchObject({ email: 'vanha@akaa.example', title: 'Johtaja' });
    } finally {
      await change(own, () => before);
    }
  });
});

// ── Unsubscribing ──────────────────────────────────────────────────────────────────────────────

test('the one-click request of mail programs ends all letters, and a mistake is undone by a button', async () => {
  const { store, keys } = http.app.services;
  const member = await byMail();
  const path = `/p/${await createPersonalLinks(store, keys).token(NETWORK, member, 'unsubscribe')}`;
  const asked = await get(path);
  expect(asked.html).toContain('Lopeta viestit sähköpostiin');
  expect(asked.html).not.toContain('Maija');
  expect((await get(`${path}/own`)).status).toBe(404);
  expect((await get(`${path}/polls/${poll.id}`)).status).toBe(404);
  const { status, html } = await post(path, 'List-Unsubscribe=One-Click');
  expect(status).toBe(200);
  expect(html).toContain('Viestit on lopetettu');
  expect(Object.values((await stored(member)).mail ?? {})).toEqual(Array.from({ length: 7 }, () => false));
  expect((await get(path)).html).toContain('Tilaa uudelleen');
  const topics = [...html.matchAll(/name="topic" value="(\w+)"/g)].map(([, topic = '']) => ['topic', topic] as const);
  expect(topics).toHaveLength(7);
  const again = await post(path, [['act', 'subscribe'], ...topics, ['topic', HOSTILE]]);
  expect(again.html).toContain('Saat taas viestit');
  expect(Object.values((await stored(member)).mail ?? {})).toEqual(Array.from({ length: 7 }, () => true));
});

test.each([
  [
    'a form with parts, as RFC 8058 wants it',
    'multipart/form-data; boundary=part',
    '--part\r\ncontent-disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n--part--\r\n',
  ],
  ['plain text', 'text/plain', 'List-Unsubscribe=One-Click'],
])('the one click of a mail program ends all mail also when it comes as %s', async (_, type, body) => {
  const { store, keys } = http.app.services;
  const member = await byMail();
  const path = `/p/${await createPersonalLinks(store, keys).token(NETWORK, member, 'unsubscribe')}`;
  expect((await post(path, body, { 'content-type': type })).status).toBe(200);
  expect(Object.values((await stored(member)).mail ?? {})).toEqual(Array.from({ length: 7 }, () => false));
});

// ── What can't be read ─────────────────────────────────────────────────────────────────────────

test('a form that is too large or no form at all is answered with a constant page and does nothing', async () => {
  const member = await byMail();
  const path = await linkOf(member, `polls/${poll.id}`);
  const vote = 'form=g1&act=vote&choice=o1';
  const json = { 'content-type': 'application/json' };
  const answers = [
    await post(path, `${vote}&comment=${'x'.repeat(LARGEST_FORM)}`),
    await post(path, '{"act":"vote","choice":"o1","form":"g1"}', json),
    await post(path, vote, { 'content-type': 'text/plain' }),
    await post(path, vote, { 'content-type': 'multipart/form-data; boundary=x' }),
    await post(path, 'x'.repeat(400 * 1024)),
    await post(path, '{', json),
    await post(path, 'act=vote&choice=o1'),
    await post(path, 'act=vote&choice=o1&form=%3Cscript%3E'),
    await post(await linkOf(member, 'nothing'), vote),
    await post(await linkOf(member), vote),
  ];
  expect(answers.map(({ status }) => status)).toEqual([413, 415, 415, 415, 413, 400, 422, 422, 404, 404]);
  for (const { html } of answers) expect(html).not.toMatch(/xxx|<script|boundary/);
  expect(await voteOf(member, poll)).toBeUndefined();
});

test('a form of just under the limit is read', async () => {
  const path = await linkOf(await byMail(), `polls/${poll.id}`);
  const { status, html } = await post(path, `form=g2&act=vote&choice=o1&comment=${'x'.repeat(LARGEST_FORM - 100)}`);
  expect(status).toBe(422);
  expect(html).toContain('Teksti on liian pitkä');
});

test.each(['DELETE', 'PUT', 'PATCH'])('%s is no method of it', async (method) => {
  const response = await http.ask(await linkOf(await byMail()), undefined, { method });
  expect(response.status).toBe(405);
});

test('the sixty-first request of a link within a minute waits; other links go on', async () => {
  const [busy, other] = [await linkOf(await byMail()), await linkOf(await byMail())];
  const statuses: number[] = [];
  for (let n = 0; n < 61; n++) statuses.push((await http.ask(busy, undefined, { method: 'HEAD' })).status);
  expect(statuses.slice(0, 60).every((status) => status === 200)).toBe(true);
  expect(statuses[60]).toBe(429);
  expect((await get(other)).status).toBe(200);
  shift += MINUTE;
  expect((await get(busy)).status).toBe(200);
});

test('many tokens that open nothing are slowed down, and a good one opens all the same', async () => {
  const good = await linkOf(await byMail());
  const statuses: number[] = [];
  for (let n = 0; n < 31; n++) statuses.push((await get(`/p/${String(n).padStart(43, 'A')}/`)).status);
  expect(statuses.filter((status) => status === 404)).toHaveLength(30);
  expect(statuses[30]).toBe(429);
  expect((await get(good)).status).toBe(200);
});

test('an error of ours is a page with a reference and tells nothing else', async () => {
  const path = await linkOf(await byMail({ locale: 'en' }), 'polls');
  const { store } = http.app.services;
  const { list } = store;
  store.list = () => Promise.reject(new Error('Salaisuus'));
  try {
    const { status, html, headers } = await get(path);
    expect(status).toBe(500);
    expect(headers.get('content-type')).toContain('text/html');
    expect(html).toContain('Something went wrong');
    expect(html).not.toContain('Salaisuus');
  } finally {
    store.list = list;
  }
});

test('the log names the pattern of the page, never the token, a name or what was typed', async () => {
  const member = await byMail({ name: 'Sentinelli Salainen' });
  const path = await linkOf(member, `polls/${poll.id}`);
  await get(`${path}?choice=o1`);
  await post(path, [
    ['form', 'h1'],
    ['act', 'vote'],
    ['choice', 'o1'],
    ['comment', 'sentinellikommentti'],
  ]);
  await post(path, [
    ['form', 'h2'],
    ['act', 'vote'],
    ['comment', 'sentinellikommentti'],
  ]);
  const all = http.logged.join('\n');
  expect(all).toContain('"route":"/p/:token/*"');
  expect(all).not.toContain(path.split('/')[2]);
  expect(all).not.toMatch(/sentinelli/i);
});
