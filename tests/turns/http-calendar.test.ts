/** A person's calendar over HTTP: what it shows, to whom, and that its address opens nothing else. */
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import ICAL from 'ical.js';
import type { CalendarEntry } from '../../bot/core/calendar-entry.ts';
import { atWallTime, type Instant, MINUTE, plus, toInstant } from '../../bot/core/clock.ts';
import type { Feature } from '../../bot/core/feature.ts';
import { activityId } from '../../bot/core/ids.ts';
import { type Member, type MemberId, mailPerson, memberId, memberIdOf, members } from '../../bot/core/network.ts';
import { networkScope } from '../../bot/core/scope.ts';
import { update } from '../../bot/core/update.ts';
import { MOST_A_TOKEN, MOST_FAILED } from '../../bot/http/counter.ts';
import { type HttpApp, NETWORK, people, startHttpApp } from '../fakes/http-app.ts';
import { sample } from '../fakes/sample-feature.ts';
import { HOST } from '../fakes/tab-issuer.ts';

const ZONE = 'Europe/Helsinki';
const event = activityId.parse('e1');
const entryOf = (activity: string, member: MemberId, date: string): CalendarEntry => ({
  ...{ uid: `${activity}.${member}`, sequence: 1, title: `Työpaja “${activity}”/koe; äly`, zone: ZONE },
  startsAt: atWallTime(date, '09:00', ZONE),
  endsAt: atWallTime(date, '10:00', ZONE),
  ...{ status: 'confirmed', changedAt: toInstant('2026-09-01T10:00:00.000Z') },
});
/** Who registered for what. */
const registered = new Map<MemberId, readonly string[]>();
let isBroken = false;
const events: Feature = {
  ...sample,
  calendar: async ({ actor }, activity) => {
    if (isBroken) throw new Error('reading Salaisuus@example.fi went wrong');
    const own = memberIdOf(actor.person);
    const all = (registered.get(own) ?? []).filter((one) => activity === undefined || one === activity);
    return all.map((one) => entryOf(one, own, '2026-10-25'));
  },
};
const others: Feature = {
  ...{ name: 'others', kinds: [], handlers: [], commands: [], jobs: [], drawings: [], routes: [], downloads: [] },
  calendar: async ({ actor }, activity) =>
    activity === undefined && registered.has(memberIdOf(actor.person))
      ? [entryOf('o1', memberIdOf(actor.person), '2027-03-28')]
      : [],
};

let http: HttpApp;
let shift = 0;
const clock = { now: (): Instant => plus(toInstant(Date.now()), shift) };
let count = 0;
beforeAll(async () => {
  http = await startHttpApp({ features: [events, others], clock });
});
afterAll(() => http.close());
beforeEach(() => {
  shift += MINUTE; // what counts by the minute begins anew
  isBroken = false;
});

/** Someone whom mail reaches and who has registered for `e1` and `e2`. */
async function byMail(more: Partial<Member> = {}): Promise<MemberId> {
  const person = mailPerson(`mail-${++count}`);
  const of: Member = { person, name: 'Maija Mallikas', isGuest: true, email: 'maija@akaa.example', ...more };
  const id = memberIdOf(person);
  await http.app.services.store.insert(networkScope(NETWORK), members, id, of);
  registered.set(id, ['e1', 'e2']);
  return id;
}
const pathOf = (address: string): string => address.replace(`https://${HOST}`, '');
const calendarOf = async (of: MemberId, activity?: string): Promise<string> =>
  pathOf(
    await http.app.services.linkToCalendar(
      NETWORK,
      of,
      activity === undefined ? undefined : activityId.parse(activity),
    ),
  );
const get = async (path: string, headers: Record<string, string> = {}, method = 'GET') => {
  const response = await http.ask(path, undefined, { headers, method });
  return { status: response.status, headers: Object.fromEntries(response.headers), body: await response.text() };
};
const uids = (file: string): (string | undefined)[] =>
  new ICAL.Component(ICAL.parse(file) as never)
    .getAllSubcomponents('vevent')
    .map((one) => one.getFirstPropertyValue('uid')?.toString());

test('the address shows what every feature has of the person, as a calendar that nobody else keeps', async () => {
  const id = await byMail();
  const address = await http.app.services.linkToCalendar(NETWORK, id);
  expect(address).toMatch(new RegExp(`^https://${HOST}/calendar/[\\w-]{43}\\.ics$`));
  const { status, headers, body } = await get(pathOf(address));
  expect(status).toBe(200);
  expect(headers).toMatchObject({
    'content-type': 'text/calendar; charset=utf-8',
    'cache-control': 'private, no-store',
    'content-disposition': expect.stringMatching(/^inline; filename=".*\.ics"; filename\*=UTF-8''/),
    'x-content-type-options': 'nosniff',
  });
  expect(body).toContain(`X-WR-CALNAME:Tilaisuuteni: Verkosto ${NETWORK}\r\n`);
  expect(body).toContain('METHOD:PUBLISH\r\n');
  expect(uids(body)).toEqual([`e1.${id}@${HOST}`, `e2.${id}@${HOST}`, `o1.${id}@${HOST}`]);
});

test('someone without registrations has an empty calendar, which programs can follow all the same', async () => {
  const id = await byMail();
  registered.delete(id);
  const of = await get(await calendarOf(id));
  expect(of.status).toBe(200);
  expect(uids(of.body)).toEqual([]);
});

test('one event alone is a download by its name, and is the same entry as in the calendar', async () => {
  const id = await byMail();
  const { status, headers, body } = await get(await calendarOf(id, event));
  expect(status).toBe(200);
  expect(uids(body)).toEqual([`e1.${id}@${HOST}`]);
  expect(headers['content-disposition']).toBe(
    `attachment; filename="Tyopaja _e1__koe_ aly.ics"; filename*=UTF-8''Ty%C3%B6paja%20%E2%80%9Ce1%E2%80%9D_koe%3B%20%C3%A4ly.ics`,
  );
  expect(body).not.toContain('X-WR-CALNAME');
});

test.each(['e9', 'o1', '', '../e1', 'e1\r\nx', 'ä', 'e'.repeat(300)])(
  'an event that is not theirs (%j) is told in plain words in their language',
  async (one) => {
    const id = await byMail({ locale: 'sv' });
    const { status, headers, body } = await get(`${await calendarOf(id)}?event=${encodeURIComponent(one)}`);
    expect([status, body]).toEqual([404, expect.stringMatching(/^Det här evenemanget finns inte i din kalender/)]);
    expect(headers).toMatchObject({ 'content-type': 'text/plain; charset=utf-8', 'content-language': 'sv' });
  },
);

test('the calendar of a member in Teams has its own address too', async () => {
  const id = memberId.parse(people.member.objectId);
  registered.set(id, ['e2']);
  expect(uids((await get(await calendarOf(id))).body)).toEqual([`e2.${id}@${HOST}`, `o1.${id}@${HOST}`]);
});

test('looking at the head only is allowed, anything that would change is not', async () => {
  const path = await calendarOf(await byMail());
  expect(await get(path, {}, 'HEAD')).toMatchObject({ status: 200, body: '' });
  for (const method of ['POST', 'PUT', 'DELETE', 'PATCH']) expect((await get(path, {}, method)).status).toBe(405);
});

test('what opens nothing is answered alike: unknown, malformed, revoked, of someone who left, of another purpose', async () => {
  const id = await byMail();
  const revoked = await calendarOf(id);
  const change = (to: Partial<Member>, of: MemberId) =>
    update(
      { store: http.app.services.store, scope: networkScope(NETWORK), kind: members, id: of },
      (now) => now && { ...now, ...to },
    );
  await change({ linkRound: 2 }, id);
  const gone = await byMail();
  const left = await calendarOf(gone);
  await change({ leftAt: clock.now() }, gone);
  const person = pathOf(await http.app.services.linkForPerson(NETWORK, await byMail(), '')).split('/')[2];
  const good = await calendarOf(await byMail());
  const paths = [
    `/calendar/${'a'.repeat(43)}.ics`,
    '/calendar/a.ics',
    '/calendar/.ics',
    '/calendar/%00.ics',
    good.replace('.ics', ''),
    good.replace('.ics', '.ics.ics'),
    `${good.slice(0, -5)}.ics`,
    revoked,
    left,
    `/calendar/${person}.ics`,
    `/calendar/${person}.ics?event=e1`,
  ];
  const replies = await Promise.all(paths.map((path) => get(path)));
  expect(new Set(replies.map(({ status }) => status))).toEqual(new Set([404]));
  expect(new Set(replies.map(({ body }) => body)).size).toBe(1);
  expect(replies[0]?.body).toMatch(/^Tätä kalenteria ei ole/);
  const again = await calendarOf(id);
  expect(again).not.toBe(revoked);
  expect((await get(again)).status).toBe(200);
});

test('the token of a calendar opens no page and ends no mail', async () => {
  const id = await byMail();
  const token = /([\w-]{43})\.ics$/.exec(await calendarOf(id))?.[1] ?? '';
  for (const path of [`/p/${token}`, `/p/${token}/`, `/p/${token}/own`]) {
    expect((await get(path)).status).toBe(404);
    expect((await get(path, {}, 'POST')).status).toBe(404);
  }
  const stored = await http.app.services.store.get(networkScope(NETWORK), members, id);
  expect(stored?.value).not.toHaveProperty('mail');
});

test('a program that asks all the time is told to wait; others are not', async () => {
  const path = await calendarOf(await byMail());
  const statuses: number[] = [];
  for (let n = 0; n <= MOST_A_TOKEN; n++) statuses.push((await get(path, {}, 'HEAD')).status);
  expect(statuses).toEqual([...Array.from({ length: MOST_A_TOKEN }, () => 200), 429]);
  expect(await get(path)).toMatchObject({
    status: 429,
    headers: { 'retry-after': '60' },
    body: expect.stringMatching(/Yritä uudelleen minuutin kuluttua/),
  });
  expect((await get(await calendarOf(await byMail()))).status).toBe(200);
});

test('who tries tokens is told to wait, and whoever has one is not', async () => {
  for (let n = 0; n < MOST_FAILED; n++) expect((await get(`/calendar/${'b'.repeat(43)}.ics`)).status).toBe(404);
  expect((await get(`/calendar/${'c'.repeat(43)}.ics`)).status).toBe(429);
  expect((await get(await calendarOf(await byMail()))).status).toBe(200);
});

test('an error of ours is a plain sentence with a reference', async () => {
  const path = await calendarOf(await byMail());
  isBroken = true;
  const { status, headers, body } = await get(path);
  expect(status).toBe(500);
  expect(headers['content-type']).toBe('text/plain; charset=utf-8');
  expect(body).toMatch(/^Jokin meni vikaan.*tunnus [\w-]+\.$/);
});

test('neither addresses nor titles are logged', async () => {
  const path = await calendarOf(await byMail());
  await get(path);
  const lines = http.logged.join('');
  expect(lines).toContain('"route":"/calendar/:file"');
  expect(lines).not.toContain(path.slice(10, 40));
  expect(lines).not.toContain('Työpaja');
});
