/** Groups over HTTP: coordinators change them, members look up who sits where, and terms stay visible. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { dateIn, plusDays } from '../../bot/core/clock.ts';
import { mailPerson, memberIdOf, members } from '../../bot/core/network.ts';
import { changeMember, changeRules } from '../../bot/core/register.ts';
import { networkScope } from '../../bot/core/scope.ts';
import type { Work } from '../../bot/core/turn.ts';
import type { GroupView } from '../../bot/features/groups/contract.ts';
import { groups } from '../../bot/features/groups/feature.ts';
import { polls } from '../../bot/features/polls/feature.ts';
import { type HttpApp, NETWORK, people, type Someone, startHttpApp } from '../fakes/http-app.ts';
import { sample } from '../fakes/sample-feature.ts';

const { coordinator, member, external } = people;
const base = `/api/v1/networks/${NETWORK}`;
let http: HttpApp;
let work: Work;
let open: readonly string[] = [];

beforeAll(async () => {
  http = await startHttpApp({ features: [groups, polls, { ...sample, openForGroup: async () => open }] });
  const found = await http.app.gate.work(NETWORK);
  if (!found) throw new Error('There is no network.');
  work = found;
  await changeRules(work, (now) => ({
    ...now,
    areas: [{ id: 'west', names: { fi: 'Länsi', sv: 'Väst' }, regions: ['02'] }],
  }));
});
afterAll(() => http.close());

const today = (): string => dateIn(http.app.services.clock.now(), 'Europe/Helsinki');
const ask = async (by: Someone, method: string, path: string, json?: unknown, locale = 'fi') => {
  const init = json === undefined ? { method } : { method, json };
  const response = await http.ask(`${base}${path}`, by, { ...init, headers: { 'accept-language': locale } });
  return { status: response.status, body: (await response.json()) as never };
};
const made = async (fi: string): Promise<GroupView> => {
  const { body } = await ask(coordinator, 'POST', '/groups', { names: { fi }, requestId: randomUUID() });
  return body;
};
const term = (of: object = {}) => ({
  seat: { member: member.objectId, role: 'chair', from: plusDays(today(), -10), to: plusDays(today(), 30), ...of },
  requestId: randomUUID(),
});

test('a group is made once per request, seen by members in their language, and renamed', async () => {
  const request = { names: { fi: 'Ydinryhmä', sv: 'Kärngrupp' }, requestId: randomUUID() };
  const first = await ask(coordinator, 'POST', '/groups', request);
  expect(first).toMatchObject({ status: 200, body: { name: 'Ydinryhmä', seats: [] } });
  expect(await ask(coordinator, 'POST', '/groups', request)).toEqual(first);
  const { id } = first.body as GroupView;
  const listed = await ask(external, 'GET', '/groups', undefined, 'sv');
  expect(listed.body).toMatchObject({
    groups: [{ id, name: 'Kärngrupp' }],
    areas: [{ id: 'west', name: 'Väst' }],
    mayChange: false,
  });
  expect(listed.body).not.toHaveProperty('ending');
  const again = await ask(coordinator, 'POST', '/groups', { names: { fi: 'ydinryhmä' }, requestId: randomUUID() });
  expect(again).toMatchObject({ status: 422, body: { fields: [{ field: 'fi' }] } });
  const renamed = await ask(coordinator, 'PATCH', `/groups/${id}`, { names: { fi: 'Ohjausryhmä' } });
  expect(renamed.body).toMatchObject({ name: 'Ohjausryhmä', names: { fi: 'Ohjausryhmä' } });
});

test('a seat is given once per request, shows now, is ended, and stays visible as a past term', async () => {
  const { id } = await made('Kausiryhmä');
  const request = term({ area: 'west', substitute: external.objectId });
  const given = await ask(coordinator, 'POST', `/groups/${id}/seats`, request);
  expect(given).toMatchObject({
    status: 200,
    body: {
      seats: [
        {
          member: { id: member.objectId, name: member.name, isCurrent: true },
          substitute: { name: external.name },
          ...{ role: 'chair', area: { id: 'west', name: 'Länsi' }, state: 'now', endsSoon: true },
        },
      ],
    },
  });
  expect(await ask(coordinator, 'POST', `/groups/${id}/seats`, request)).toEqual(given);
  const seat = (given.body as GroupView).seats[0]?.id;
  const ending = await ask(coordinator, 'GET', '/groups');
  expect(ending.body).toMatchObject({
    mayChange: true,
    ending: [{ group: id, name: 'Kausiryhmä', seat: { id: seat } }],
  });

  const changed = await ask(coordinator, 'PUT', `/groups/${id}/seats/${seat}`, {
    seat: { ...request.seat, role: 'member', substitute: '' },
  });
  expect(changed.body).toMatchObject({ seats: [{ role: 'member' }] });
  expect((changed.body as GroupView).seats[0]).not.toHaveProperty('substitute');
  const over = await ask(coordinator, 'POST', `/groups/${id}/seats/${seat}/end`, { on: plusDays(today(), -1) });
  expect(over.body).toMatchObject({ seats: [{ state: 'past', to: plusDays(today(), -1), endsSoon: false }] });
  expect((await ask(coordinator, 'DELETE', `/groups/${id}/seats/${seat}`)).status).toBe(409);
  expect((await ask(member, 'GET', `/groups/${id}`)).body).toEqual(over.body);
});

test('a member without Teams may sit; one who has left may not', async () => {
  const { id } = await made('Sähköpostiryhmä');
  const mail = { person: 'mail|m-7' as never, name: 'Maija Meili', isGuest: false, email: 'maija@akaa.example' };
  await changeMember(work, 'm-7', () => mail);
  const given = await ask(coordinator, 'POST', `/groups/${id}/seats`, term({ member: 'm-7' }));
  expect(given.body).toMatchObject({ seats: [{ member: { name: 'Maija Meili', isCurrent: true } }] });
  await changeMember(work, 'm-7', (now) => now && { ...now, leftAt: http.app.services.clock.now() });
  expect((await ask(member, 'GET', `/groups/${id}`)).body).toMatchObject({
    seats: [{ member: { name: 'Maija Meili', isCurrent: false } }],
  });
  const other = await made('Toinen ryhmä');
  const refused = await ask(coordinator, 'POST', `/groups/${other.id}/seats`, term({ member: 'm-7' }), 'sv');
  expect(refused).toMatchObject({
    status: 422,
    body: { fields: [{ field: 'member', message: 'Maija Meili är inte längre med i nätverket.' }] },
  });
});

test('an outsider holds no seat: nobody of the network is called so', async () => {
  const person = mailPerson('olli');
  const olli = { person, name: 'Olli Ulkopuolinen', isGuest: true, isOutsider: true as const };
  await http.app.services.store.upsert(networkScope(NETWORK), members, memberIdOf(person), olli);
  const { id } = await made('Ryhmä ilman ulkopuolisia');
  const refused = await ask(coordinator, 'POST', `/groups/${id}/seats`, term({ member: 'olli' }));
  expect(refused).toMatchObject({ status: 422, body: { fields: [{ field: 'member' }] } });
  expect(JSON.stringify(refused.body)).not.toContain('Olli');
});

test('a group is not removed while something is open for it, and removing it twice is one removal', async () => {
  const { id } = await made('Poistettava');
  open = ['Mikä aihe?'];
  const refused = await ask(coordinator, 'DELETE', `/groups/${id}`);
  expect(refused).toMatchObject({ status: 409, body: { detail: expect.stringContaining('”Mikä aihe?”') } });
  open = [];
  expect((await ask(coordinator, 'DELETE', `/groups/${id}`)).status).toBe(200);
  expect((await ask(coordinator, 'DELETE', `/groups/${id}`)).status).toBe(200);
  expect((await ask(member, 'GET', `/groups/${id}`)).status).toBe(409);
  expect((await ask(coordinator, 'POST', `/groups/${id}/seats`, term())).status).toBe(409);
});

test('a group whose poll is open stays, whichever feature says so', async () => {
  const { id } = await made('Äänestävä ryhmä');
  await ask(coordinator, 'POST', `/groups/${id}/seats`, term());
  const draft = { question: 'Kuka puhuu?', options: 'Akaa\nRiihimäki', group: id };
  const { status, body } = await ask(coordinator, 'POST', '/polls', { draft, requestId: randomUUID() });
  expect(status).toBe(200);
  const refused = await ask(coordinator, 'DELETE', `/groups/${id}`);
  expect(refused).toMatchObject({ status: 409, body: { detail: expect.stringContaining('”Kuka puhuu?”') } });
  expect((await ask(coordinator, 'POST', `/polls/${(body as { id: string }).id}/undo`)).status).toBe(200);
  expect((await ask(coordinator, 'DELETE', `/groups/${id}`)).status).toBe(200);
});

test('two seats of one person for the same time, given at the same moment, are one', async () => {
  const { id } = await made('Kilpailu');
  const both = await Promise.all([
    ask(coordinator, 'POST', `/groups/${id}/seats`, term()),
    ask(coordinator, 'POST', `/groups/${id}/seats`, term()),
  ]);
  expect(both.map(({ status }) => status).sort()).toEqual([200, 422]);
  expect((await ask(member, 'GET', `/groups/${id}`)).body).toMatchObject({ seats: [{ role: 'chair' }] });
});
