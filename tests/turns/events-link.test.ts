/** Events without Teams over HTTP: the pages of the personal link for members and for people from outside, and the public registration. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { DAY, type Instant, MINUTE, plus, toInstant } from '../../bot/core/clock.ts';
import { type ActivityId, activityId } from '../../bot/core/ids.ts';
import { listAll } from '../../bot/core/list-all.ts';
import { type Member, type MemberId, mailPerson, memberIdOf, members } from '../../bot/core/network.ts';
import { changeMember } from '../../bot/core/register.ts';
import { activityScope, networkScope } from '../../bot/core/scope.ts';
import type { Visit } from '../../bot/core/turn.ts';
import { inviteOutsiders } from '../../bot/features/events/answer-operations.ts';
import { draftOf, type Event, type EventDraft, eventDraft } from '../../bot/features/events/event.ts';
import { cancelEvent, correctEvent, createEvents, renewPublicLink } from '../../bot/features/events/operations.ts';
import { type Registration, registrations } from '../../bot/features/events/registration.ts';
import { LEDGER, ledgers, standingOf } from '../../bot/features/events/seats.ts';
import { DECOY } from '../../bot/pages/kit.ts';
import { type HttpApp, NETWORK, OTHER_NETWORK, people, startHttpApp } from '../fakes/http-app.ts';
import { openSmtpSink, type SmtpSink } from '../fakes/smtp-sink.ts';

const HOSTILE = `"><img src=x onerror=alert(1)><script>alert('x')</script>&amp;`;

let http: HttpApp;
let sink: SmtpSink;
let shift = 0;
let count = 0;
const clock = { now: (): Instant => plus(toInstant(Date.now()), shift) };
beforeAll(async () => {
  sink = await openSmtpSink();
  http = await startHttpApp({ clock }, { SMTP_URL: sink.url, MAIL_FROM: 'Verkosto <verkosto@bot.example>' });
});
afterAll(async () => {
  await http.close();
  await sink.close();
});
beforeEach(() => {
  shift += MINUTE; // what counts by the minute begins anew
});

const coordinator = async (): Promise<Visit> => {
  const visit = await http.app.gate.byId(NETWORK, memberIdOf(people.coordinator.person));
  if (!visit) throw new Error('There is no coordinator.');
  return visit;
};
/** In two weeks, in the room and online, unless the draft says otherwise. */
async function invite(draft: Partial<EventDraft> = {}, publishes = true): Promise<Event> {
  const typed = {
    ...{ type: 'seminar', title: 'Joukkoliikenteen päivä', ways: 'both', place: 'Akaan kaupungintalo' },
    ...{ joinLink: 'https://teams.example.test/join/1', startsOn: plus(clock.now(), 14 * DAY).slice(0, 10) },
    ...{ startsAtTime: '09:00', endsAtTime: '16:00' },
    ...draft,
  };
  const [event] = await createEvents(await coordinator(), eventDraft.parse(typed), {
    form: crypto.randomUUID(),
    publishes,
  });
  if (!event) throw new Error('no event was made');
  return event;
}

/** Someone whom mail reaches and who has no Teams. */
async function byMail(more: Partial<Member> = {}): Promise<MemberId> {
  const person = mailPerson(`mail-${++count}`);
  const of: Member = { person, name: 'Maija Mallikas', isGuest: true, email: `maija${count}@akaa.example`, ...more };
  const work = await http.app.gate.work(NETWORK);
  if (work) await changeMember(work, memberIdOf(person), () => of);
  return memberIdOf(person);
}
const linkOf = async (member: MemberId, page = ''): Promise<string> =>
  new URL(await http.app.services.linkForPerson(NETWORK, member, page)).pathname;
const openLink = async (event: Event, round = event.publicRound): Promise<string> =>
  new URL(await http.app.services.linkToOpenPage(NETWORK, 'registration', event.id, round)).pathname;
const scopeOf = (event: Event) => activityScope(networkScope(NETWORK), event.id);
const registered = async (event: Event, who: MemberId): Promise<Registration | undefined> =>
  (await http.app.services.store.get(scopeOf(event), registrations, who))?.value;
const standing = async (event: Event, who: MemberId) => {
  const ledger = await http.app.services.store.get(scopeOf(event), ledgers, LEDGER);
  return ledger && standingOf(ledger.value, who);
};
const withAddress = async (email: string): Promise<MemberId | undefined> => {
  const all = await listAll(http.app.services.store, networkScope(NETWORK), members);
  const found = all.find(({ value }) => value.email === email);
  return found && memberIdOf(found.value.person);
};

const get = async (path: string, headers: Record<string, string> = {}) => {
  const response = await http.ask(path, undefined, { headers });
  return { status: response.status, html: (await response.text()).replaceAll('\u00a0', ' ') };
};
const post = async (path: string, fields: Record<string, string | readonly string[]>) => {
  const body = new URLSearchParams(
    Object.entries(fields).flatMap(([name, value]) =>
      typeof value === 'string' ? [[name, value]] : value.map((one) => [name, one]),
    ),
  ).toString();
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  const response = await http.ask(path, undefined, { method: 'POST', body, headers });
  const location = response.headers.get('location') ?? '';
  return { status: response.status, location, html: (await response.text()).replaceAll('\u00a0', ' ') };
};
const formIn = (html: string): string => /name="form" value="([^"]+)"/.exec(html)?.[1] ?? '';
/** Sends the page's form as a browser does, and follows where it leads. */
async function send(path: string, fields: Record<string, string | readonly string[]>) {
  const sent = await post(path, { form: formIn((await get(path)).html), ...fields });
  return sent.status === 303 ? get(sent.location) : sent;
}
const save = (path: string, fields: Record<string, string | readonly string[]>) =>
  send(path, { act: 'save', ...fields });

// ── Looking ────────────────────────────────────────────────────────────────────────────────────

test('the start page and the list show what waits, then what was answered', async () => {
  const event = await invite({ title: 'Kevään webinaari', ways: 'online' });
  const who = await byMail();
  expect((await get(await linkOf(who))).html).toContain(`/events/${event.id}">Kevään webinaari</a>`);
  const list = await get(await linkOf(who, 'events'));
  expect(list.html).toMatch(/Tulevat tilaisuudet[\s\S]*Kevään webinaari[\s\S]*Et ole vielä vastannut/);
  await save(await linkOf(who, `events/${event.id}`), { attendance: 'online' });
  expect((await get(await linkOf(who, 'events'))).html).toContain('Paikkasi on varattu: etänä.');
});

test('the page has everything of the invitation, with everyone’s words escaped', async () => {
  const event = await invite({
    ...{ title: `Päivä ${HOSTILE}`, description: HOSTILE, contact: HOSTILE, agenda: `9.30 ${HOSTILE} | ${HOSTILE}` },
    ...{
      language: 'fi+sv',
      questions: `${HOSTILE} * | ${HOSTILE} | B`,
      registrationEndsOn: plus(clock.now(), 7 * DAY).slice(0, 10),
    },
  });
  const { status, html } = await get(await linkOf(await byMail(), `events/${event.id}`));
  expect(status).toBe(200);
  expect(html).not.toMatch(/<script|<img|<iframe/i);
  for (const said of [
    'Paikka: Akaan kaupungintalo tai etänä',
    'Ilmoittaudu viimeistään',
    'Kieli: suomi ja ruotsi',
    '9.30 ',
  ])
    expect(html).toContain(said);
  expect(html).toContain('href="https://teams.example.test/join/1">Liity etänä</a>');
});

test('a link of a letter only preselects: a GET changes nothing', async () => {
  const event = await invite();
  const who = await byMail();
  const path = await linkOf(who, `events/${event.id}`);
  for (const method of ['GET', 'HEAD'])
    await http.ask(`${path}?attendance=online&act=save&form=f1`, undefined, { method });
  expect(await registered(event, who)).toBeUndefined();
  const { html } = await get(`${path}?attendance=online`);
  expect(html).toMatch(/value="online" checked/);
  expect(html.match(/name="attendance"[^>]* checked/g)).toHaveLength(1);
});

test.each<[string, () => Promise<string>]>([
  ['a draft', async () => (await invite({}, false)).id],
  ['an unknown id', async () => 'e-unknown'],
  ['a forged id', async () => '..%2F..%2Fe1'],
])('the page of %s is not there, and takes nothing', async (_, idOf) => {
  const path = await linkOf(await byMail(), `events/${await idOf()}`);
  for (const page of [path, `${path}/colleague`]) {
    const shown = await get(page);
    expect([shown.status, shown.html]).toEqual([404, expect.not.stringContaining('Joukkoliikenteen päivä')]);
    expect((await post(page, { form: 'f1', act: 'save', attendance: 'room' })).status).toBe(404);
  }
});

test('an event of another network is not there', async () => {
  const event = await invite();
  const stranger = memberIdOf(people.stranger.person);
  const path = new URL(await http.app.services.linkForPerson(OTHER_NETWORK, stranger, `events/${event.id}`)).pathname;
  expect((await get(path)).status).toBe(404);
  expect((await post(path, { form: 'f1', act: 'save', attendance: 'room' })).status).toBe(404);
  expect(await registered(event, stranger)).toBeUndefined();
});

test('a cancelled event says so and why, and takes no answers', async () => {
  const event = await invite();
  const path = await linkOf(await byMail(), `events/${event.id}`);
  await cancelEvent(await coordinator(), event.id, 'Puhuja sairastui');
  const { html } = await get(path);
  expect(html).toContain('Tilaisuus on peruttu.');
  expect(html).toContain('Syy: Puhuja sairastui');
  expect(html).not.toMatch(/<form|Liity etänä/);
  const sent = await post(path, { form: 'f1', act: 'save', attendance: 'online' });
  expect([sent.status, sent.html]).toEqual([422, expect.stringContaining('”Joukkoliikenteen päivä” on peruttu.')]);
});

test('a change shows old and new', async () => {
  const event = await invite();
  const draft = { ...draftOf(event, 'Europe/Helsinki'), place: 'Nokian kirjasto' };
  await correctEvent(await coordinator(), event.id, draft, { tells: false });
  const { html } = await get(await linkOf(await byMail(), `events/${event.id}`));
  expect(html).toContain('Paikka: Akaan kaupungintalo → Nokian kirjasto');
});

// ── Answering ──────────────────────────────────────────────────────────────────────────────────

describe('a member without Teams', () => {
  test('answers, changes and withdraws', async () => {
    const event = await invite();
    const who = await byMail();
    const path = await linkOf(who, `events/${event.id}`);
    const first = await save(path, { attendance: 'online' });
    expect(first.html).toContain('Paikkasi on varattu: etänä.');
    expect(first.html).toContain('Lisää kalenteriin');
    expect(await standing(event, who)).toEqual({ holds: 'online' });
    expect((await save(path, { attendance: 'room' })).html).toContain('Paikkasi on varattu: paikan päällä.');
    const gone = await send(path, { act: 'withdraw' });
    expect(gone.html).toContain('Vastasit, ettet pääse.');
    expect(await standing(event, who)).toEqual({});
    await save(path, { attendance: 'no', wish: 'Etäyhteys' });
    expect(await registered(event, who)).toMatchObject({ attendance: 'no', wish: 'Etäyhteys' });
  });

  test('sends the same form twice and is registered once', async () => {
    const event = await invite();
    const who = await byMail();
    const path = await linkOf(who, `events/${event.id}`);
    const fields = { form: formIn((await get(path)).html), act: 'save', attendance: 'room' };
    await post(path, fields);
    const once = await registered(event, who);
    expect((await post(path, fields)).status).toBe(303);
    expect(await registered(event, who)).toEqual(once);
  });

  test('tells needs for the room alone; switching to online removes them', async () => {
    const event = await invite();
    const who = await byMail();
    const path = await linkOf(who, `events/${event.id}`);
    const { html } = await get(path);
    expect(html).toContain('vain paikan päälle tuleville');
    expect(html).toContain('14 päivää tilaisuuden jälkeen');
    const needs = { diet: ['vegan', 'made-up'], dietWords: '', access: ['stepFree'], accessWords: 'Pyörätuoli' };
    await save(path, { attendance: 'room', ...needs });
    expect((await registered(event, who))?.needs).toEqual({
      ...{ diet: ['vegan'], access: ['stepFree', 'other'], accessWords: 'Pyörätuoli' },
    });
    expect((await get(path)).html).toMatch(/value="vegan" checked/);
    await save(path, { attendance: 'online', ...needs });
    expect(await registered(event, who)).not.toHaveProperty('needs');
    expect((await get(path)).html).not.toContain('Pyörätuoli');
  });

  test('is not asked for needs where the event does not, or has no room', async () => {
    for (const draft of [{ asksNeeds: 'false' }, { ways: 'online', asksNeeds: 'true' }]) {
      const event = await invite(draft);
      const who = await byMail();
      const path = await linkOf(who, `events/${event.id}`);
      expect((await get(path)).html).not.toContain('vain paikan päälle tuleville');
      await save(path, { attendance: draft.ways === undefined ? 'room' : 'online', diet: ['vegan'] });
      expect(await registered(event, who)).not.toHaveProperty('needs');
    }
  });

  test('answers the event’s own questions; what is missing is named by its field, and what was typed stays', async () => {
    const event = await invite({ questions: 'Tuletko lounaalle? * | Kyllä | Ei\nMitä haluaisit kysyä?' });
    const who = await byMail();
    const path = await linkOf(who, `events/${event.id}`);
    const refused = await save(path, { attendance: 'room', 'answer-q2': 'Lipuista', dietWords: 'Ei sieniä' });
    expect(refused.status).toBe(422);
    expect(refused.html).toContain('href="#answer-q1">Vastaa kysymykseen ”Tuletko lounaalle?”.</a>');
    for (const kept of ['Lipuista', 'Ei sieniä', 'value="room" checked']) expect(refused.html).toContain(kept);
    expect(await registered(event, who)).toBeUndefined();
    await save(path, { attendance: 'room', 'answer-q1': 'Kyllä', 'answer-q2': 'Lipuista' });
    expect((await registered(event, who))?.answers).toEqual({ q1: 'Kyllä', q2: 'Lipuista' });
    await save(path, { attendance: 'room', 'answer-q1': 'Ei', 'answer-q2': '' });
    expect((await registered(event, who))?.answers).toEqual({ q1: 'Ei' });
    const forged = await save(path, { attendance: 'room', 'answer-q1': 'Ehkä' });
    expect([forged.status, forged.html]).toEqual([422, expect.stringContaining('href="#answer-q1"')]);
  });

  test.each([{}, { attendance: '' }, { attendance: 'constructor' }])(
    'who sends %j is asked to choose',
    async (fields) => {
      const event = await invite();
      const sent = await save(await linkOf(await byMail(), `events/${event.id}`), fields);
      expect([sent.status, sent.html]).toEqual([
        422,
        expect.stringContaining('href="#attendance">Valitse, miten osallistut.</a>'),
      ]);
    },
  );

  test('is not taken by a way that the event does not offer', async () => {
    const event = await invite({ ways: 'online' });
    const who = await byMail();
    const path = await linkOf(who, `events/${event.id}`);
    expect((await get(`${path}?attendance=room`)).html).not.toContain('value="room"');
    expect((await save(path, { attendance: 'room' })).status).toBe(422);
    expect(await registered(event, who)).toBeUndefined();
  });

  test('of a full event joins the waiting list, moves up, and can leave it', async () => {
    const event = await invite({ capacityRoom: '1' });
    const [first, second, third] = [await byMail(), await byMail(), await byMail()];
    const paths = await Promise.all([first, second, third].map((who) => linkOf(who, `events/${event.id}`)));
    const [one = '', two = '', three = ''] = paths;
    expect((await get(one)).html).toContain('1 paikka vapaana');
    await save(one, { attendance: 'room' });
    expect((await get(two)).html).toContain('Täynnä: pääset varasijalle.');
    const waits = await save(two, { attendance: 'room' });
    expect(waits.html).toContain('Paikat ovat täynnä, joten pääsit varasijalle.');
    expect(waits.html).toContain('Olet varasijalla 1 (paikan päällä).');
    expect(waits.html).not.toContain('Lisää kalenteriin');
    await save(three, { attendance: 'room' });
    expect((await get(three)).html).toContain('Olet varasijalla 2');
    await send(two, { act: 'leaveList' });
    expect((await get(three)).html).toContain('Olet varasijalla 1');
    await send(one, { act: 'withdraw' });
    expect((await get(three)).html).toContain('Paikkasi on varattu: paikan päällä.');
    expect(await registered(event, second)).toMatchObject({ attendance: 'no' });
  });

  test('sees the link to join a limited event only with a place', async () => {
    const event = await invite({ ways: 'online', capacityOnline: '1' });
    const [one, two] = [
      await linkOf(await byMail(), `events/${event.id}`),
      await linkOf(await byMail(), `events/${event.id}`),
    ];
    await save(one, { attendance: 'online' });
    const waits = await save(two, { attendance: 'online' });
    expect((await get(one)).html).toContain('teams.example.test');
    expect(waits.html).not.toContain('teams.example.test');
    expect(waits.html).toContain('Osallistumislinkki näkyy tässä, kun sinulla on paikka.');
  });

  test('who comes can still say no after the deadline, and nobody else anything', async () => {
    const event = await invite({
      registrationEndsOn: plus(clock.now(), DAY).slice(0, 10),
      registrationEndsAtTime: '23:59',
    });
    const [who, other] = [await byMail(), await byMail()];
    const [path, late] = [await linkOf(who, `events/${event.id}`), await linkOf(other, `events/${event.id}`)];
    await save(path, { attendance: 'room' });
    shift += 3 * DAY;
    try {
      const { html } = await get(path);
      expect(html).toContain('Voit vielä perua');
      expect(html).not.toContain('name="attendance"');
      expect((await get(late)).html).not.toContain('<form');
      expect((await post(late, { form: 'f1', act: 'save', attendance: 'online' })).status).toBe(422);
      expect((await send(path, { act: 'withdraw' })).html).toContain('Vastasit, ettet pääse.');
      expect(await standing(event, who)).toEqual({});
    } finally {
      shift -= 3 * DAY;
    }
  });
});

// ── Colleagues and people from outside ─────────────────────────────────────────────────────────

describe('a colleague', () => {
  const fields = { name: 'Aino Kuusi', organisation: 'Akaa', attendance: 'room' };

  test('is registered, told of by mail, and confirms by a link of their own', async () => {
    const event = await invite();
    const who = await byMail();
    const path = await linkOf(who, `events/${event.id}/colleague`);
    expect((await get(await linkOf(who, `events/${event.id}`))).html).toContain('Ilmoita kollega</a>');
    const done = await send(path, { ...fields, email: 'aino@kunta.example' });
    expect(done.html).toContain('Kollegasi on ilmoitettu.');
    expect(done.html).toContain('Aino Kuusi: paikan päällä');
    const aino = await withAddress('aino@kunta.example');
    if (!aino) throw new Error('nobody was registered');
    const own = await linkOf(aino, `events/${event.id}`);
    const asked = await get(own);
    expect(asked.html).toContain('Maija Mallikas on ilmoittanut sinut.');
    expect(asked.html).not.toContain('Ilmoita kollega');
    expect((await registered(event, aino))?.confirmedAt).toBeUndefined();
    const confirmed = await send(own, { act: 'confirm' });
    expect(confirmed.html).toContain('Ilmoittautumisesi on vahvistettu.');
    expect(confirmed.html).not.toContain('on ilmoittanut sinut');
    expect((await registered(event, aino))?.confirmedAt).toBeDefined();
    expect((await send(own, { act: 'withdraw' })).html).toContain('Vastasit, ettet pääse.');
    expect((await get(path)).html).not.toContain('Aino Kuusi:');
  });

  test('sent twice is one, and another name in the same form is another', async () => {
    const event = await invite();
    const path = await linkOf(await byMail(), `events/${event.id}/colleague`);
    const form = formIn((await get(path)).html);
    for (const email of ['eka@kunta.example', 'eka@kunta.example', 'toka@kunta.example'])
      expect((await post(path, { ...fields, form, email })).status).toBe(303);
    const all = await listAll(http.app.services.store, scopeOf(event), registrations);
    expect(all).toHaveLength(2);
  });

  test('is refused by its fields, and what was typed stays', async () => {
    const event = await invite();
    const path = await linkOf(await byMail(), `events/${event.id}/colleague`);
    const { status, html } = await send(path, {
      name: '',
      email: 'ei osoite',
      organisation: HOSTILE,
      attendance: 'room',
    });
    expect(status).toBe(422);
    expect(html).toContain('href="#name">Kirjoita nimi.</a>');
    expect(html).toContain('href="#email"');
    expect(html).toContain('value="ei osoite"');
    expect(html).not.toContain('<img');
    const none = await send(path, { ...fields, email: 'x@kunta.example', attendance: '' });
    expect([none.status, none.html]).toEqual([422, expect.stringContaining('href="#attendance"')]);
    expect(await withAddress('x@kunta.example')).toBeUndefined();
  });
});

describe('someone from outside', () => {
  test('sees their own events alone, answers them, and brings nobody', async () => {
    const [event, other] = [await invite({ title: 'Oma tilaisuus' }), await invite({ title: 'Toisten tilaisuus' })];
    await inviteOutsiders(await coordinator(), event.id, 'Olli Outo, olli@yritys.example, Yritys', crypto.randomUUID());
    const olli = await withAddress('olli@yritys.example');
    if (!olli) throw new Error('nobody was invited');
    const list = await get(await linkOf(olli, 'events'));
    expect(list.html).toContain('Oma tilaisuus');
    expect(list.html).not.toContain('Toisten tilaisuus');
    expect((await get(await linkOf(olli, `events/${other.id}`))).status).toBe(404);
    expect((await get(await linkOf(olli, `events/${event.id}/colleague`))).status).toBe(404);
    const path = await linkOf(olli, `events/${event.id}`);
    const { html } = await get(path);
    expect(html).not.toContain('Vahvista ilmoittautuminen');
    expect((await save(path, { attendance: 'online' })).html).toContain('Paikkasi on varattu: etänä.');
    const sent = await post(await linkOf(olli, `events/${other.id}`), {
      form: 'f1',
      act: 'save',
      attendance: 'online',
    });
    expect([sent.status, await registered(other, olli)]).toEqual([404, undefined]);
  });
});

// ── The public page ────────────────────────────────────────────────────────────────────────────

describe('the public page', () => {
  const fields = { name: 'Pekka Puro', organisation: 'Purola', attendance: 'online', [DECOY]: '' };

  test('registers nothing until the link in the letter confirms it', async () => {
    const event = await invite({ isPublic: 'true', capacityOnline: '1' });
    const path = await openLink(event);
    const { status, html } = await get(path);
    expect([status, html]).toEqual([200, expect.stringContaining('<h1>Joukkoliikenteen päivä</h1>')]);
    expect(html).toContain('tallentaa nimesi, sähköpostiosoitteesi');
    expect(html).toContain('poistetaan 2 päivän kuluttua');
    expect(html).not.toContain('teams.example.test');
    const sent = await send(path, { ...fields, email: 'Pekka@Puro.example' });
    expect([sent.status, sent.html]).toEqual([
      200,
      expect.stringContaining('Lähetimme vahvistuslinkin osoitteeseen Pekka@Puro.example'),
    ]);
    const pekka = await withAddress('pekka@puro.example');
    if (!pekka) throw new Error('nobody was written down');
    expect(await registered(event, pekka)).toMatchObject({ isUnconfirmed: true });
    expect(await standing(event, pekka)).toEqual({});
    const own = await linkOf(pekka, `events/${event.id}`);
    const asked = await get(own);
    expect(asked.html).toContain('Ilmoittautumisesi ei ole vielä voimassa.');
    expect(asked.html).not.toContain('teams.example.test');
    expect(await registered(event, pekka)).toMatchObject({ isUnconfirmed: true });
    expect((await send(own, { act: 'confirm' })).html).toContain('Ilmoittautumisesi on vahvistettu.');
    expect(await standing(event, pekka)).toEqual({ holds: 'online' });
    expect((await get(path)).html).toContain('Täynnä: pääset varasijalle.');
  });

  test('says the same of an address that is registered already, and changes nothing', async () => {
    const event = await invite({ isPublic: 'true' });
    const who = await byMail();
    const email = `maija${count}@akaa.example`;
    await save(await linkOf(who, `events/${event.id}`), { attendance: 'room' });
    const before = await registered(event, who);
    const path = await openLink(event);
    const known = await send(path, { ...fields, email });
    const unknown = await send(path, { ...fields, email: 'uusi@kunta.example' });
    expect(known.html.replaceAll(email, 'X')).toBe(unknown.html.replaceAll('uusi@kunta.example', 'X'));
    expect(await registered(event, who)).toEqual(before);
  });

  test('speaks the language of the link and shows what is wrong by its field', async () => {
    const event = await invite({ isPublic: 'true' });
    const path = `${await openLink(event)}/?lang=sv`;
    const { status, html } = await send(path, { ...fields, name: '', email: 'x', attendance: '' });
    expect(status).toBe(422);
    expect(html).toContain('<html lang="sv">');
    expect(html).toContain('href="#attendance"');
    const next = await send(path, { ...fields, name: '', email: 'x' });
    expect(next.html).toContain('href="#name">Skriv namnet.</a>');
    await send(path, { ...fields, email: 'svensk@kommun.example' });
    const who = await withAddress('svensk@kommun.example');
    const found = who && (await http.app.services.store.get(networkScope(NETWORK), members, who));
    expect(found?.value).toMatchObject({ locale: 'sv', isOutsider: true });
  });

  test.each<[string, (event: Event) => Promise<unknown>]>([
    [
      'is not public',
      async (event) =>
        correctEvent(
          await coordinator(),
          event.id,
          { ...draftOf(event, 'Europe/Helsinki'), isPublic: 'false' },
          { tells: false },
        ),
    ],
    ['has another link by now', async (event) => renewPublicLink(await coordinator(), event.id)],
    ['was cancelled', async (event) => cancelEvent(await coordinator(), event.id, '')],
  ])('of an event that %s is the page of a link that never was', async (_, happens) => {
    const event = await invite({ isPublic: 'true' });
    const path = await openLink(event);
    const form = formIn((await get(path)).html);
    await happens(event);
    const never = await get(`/p/${'A'.repeat(43)}`);
    expect(await get(path)).toEqual(never);
    const sent = await post(path, { ...fields, form, email: 'myohassa@kunta.example' });
    expect([sent.status, sent.html]).toEqual([404, never.html]);
    expect(await withAddress('myohassa@kunta.example')).toBeUndefined();
  });

  test('of a draft and of an unknown event is not there', async () => {
    const draft = await invite({ isPublic: 'true' }, false);
    expect((await get(await openLink(draft))).status).toBe(404);
    const unknown = { ...draft, id: activityId.parse('e-unknown') as ActivityId };
    expect((await get(await openLink(unknown))).status).toBe(404);
  });

  test('says after the deadline that it is over, and stores nobody', async () => {
    const event = await invite({
      isPublic: 'true',
      registrationEndsOn: plus(clock.now(), DAY).slice(0, 10),
      registrationEndsAtTime: '23:59',
    });
    const path = await openLink(event);
    const form = formIn((await get(path)).html);
    shift += 3 * DAY;
    try {
      const { status, html } = await get(path);
      expect([status, html]).toEqual([200, expect.stringContaining('Ilmoittautuminen on päättynyt.')]);
      expect(html).not.toContain('<form');
      expect((await post(path, { ...fields, form, email: 'liian@myohaan.example' })).status).toBe(422);
      expect(await withAddress('liian@myohaan.example')).toBeUndefined();
    } finally {
      shift -= 3 * DAY;
    }
  });
});
