/** Parts of the app that a network has switched off, over HTTP and in the chat: as if they were not there, and back with all they had. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import { action } from '../../bot/core/action.ts';
import { type Instant, MINUTE, plus, toInstant } from '../../bot/core/clock.ts';
import { endpoint } from '../../bot/core/endpoint.ts';
import { type Feature, on, route } from '../../bot/core/feature.ts';
import { activityId } from '../../bot/core/ids.ts';
import { isOn, switched } from '../../bot/core/modules.ts';
import { memberIdOf, networks } from '../../bot/core/network.ts';
import { networkScope } from '../../bot/core/scope.ts';
import { messages } from '../../bot/core/text.ts';
import { say } from '../../bot/core/turn.ts';
import { features } from '../../bot/features.ts';
import { paragraph } from '../../bot/pages/kit.ts';
import { openFeatureWorld } from '../fakes/feature-world.ts';
import { type HttpApp, NETWORK, people, type Someone, startHttpApp } from '../fakes/http-app.ts';

const text = messages({ part: { fi: 'Laatikko', sv: 'Lådan', en: 'The box' } });
const OFF = 'ei ole käytössä tässä verkostossa';
let kept = 0;

const none = z.object({});
const addThing = endpoint({
  ...{ method: 'POST', path: '/part-things', summary: 'Adds.', params: none, body: none },
  response: z.object({ kept: z.int() }),
});
/** A feature of a part that networks don't have at first. */
const part: Feature = {
  ...{ name: 'part', module: 'boxes', kinds: [], jobs: [], drawings: [] },
  handlers: [on(action('part.do', none), async () => say('tehty'))],
  commands: [{ name: 'part', words: ['laatikkosana'], help: text.part, run: async () => say('tehty') }],
  routes: [route(addThing, 'member', async () => ({ kept: ++kept }))],
  downloads: [
    {
      ...{ name: 'part.csv', role: 'member' },
      produce: async () => ({ fileName: 'a.csv', contentType: 'text/csv; charset=utf-8', bytes: new Uint8Array([65]) }),
    },
  ],
  pages: [
    {
      ...{ path: 'part', menu: text.part },
      show: async () => ({ title: 'Laatikko', body: paragraph('Avataan perjantaina') }),
      take: async () => ({ goTo: 'part', said: text.part }),
    },
  ],
  openPages: [{ purpose: 'registration', show: async () => ({ title: 'Laatikko', body: paragraph('') }) }],
  waiting: async () => [{ title: 'Jätä tarina', page: 'part' }],
  news: async () => [{ section: 'ideas', title: 'Laatikko avattiin' } as never],
};

describe('over HTTP', () => {
  let http: HttpApp;
  let shift = 0;
  const clock = { now: (): Instant => plus(toInstant(Date.now()), shift) };
  beforeAll(async () => {
    const others = features.filter(({ openPages, module }) => openPages === undefined && module !== 'boxes');
    http = await startHttpApp({ clock, features: [...others, part] });
  });
  afterAll(() => http.close());

  const api = async (method: string, path: string, by: Someone = people.coordinator, json?: unknown) => {
    const init = { method, ...(json === undefined ? {} : { json }) };
    const response = await http.ask(`/api/v1/networks/${NETWORK}${path}`, by, init);
    return {
      status: response.status,
      body: (await response.json()) as { on: string[]; kept?: number; detail?: string },
    };
  };
  const turn = async (to: boolean) => {
    const answered = await api('POST', '/modules/boxes', people.coordinator, { on: to });
    shift += MINUTE; // longer than a network's settings are remembered
    return answered;
  };
  const page = async (path: string, method = 'GET') => {
    const own = await http.app.services.linkForPerson(NETWORK, memberIdOf(people.member.person), path);
    const form = { 'content-type': 'application/x-www-form-urlencoded' };
    const init = method === 'GET' ? {} : { method, body: 'form=f1', headers: form };
    const response = await http.ask(new URL(own).pathname, undefined, init);
    return { status: response.status, html: await response.text() };
  };
  const openPage = async (): Promise<number> => {
    const link = await http.app.services.linkToOpenPage(NETWORK, 'registration', activityId.parse('b-1'), 1);
    return (await http.ask(new URL(link).pathname)).status;
  };
  const download = async (): Promise<number> => {
    const file = { download: 'part.csv', network: NETWORK, subject: 'x', locale: 'fi' as const };
    const link = await http.app.services.linkToFile({ ...file, person: people.member.person });
    return (await http.ask(new URL(link).pathname)).status;
  };
  const mine = async (): Promise<string[]> => {
    const response = await http.ask('/api/v1/me', people.member);
    const { networks: all } = (await response.json()) as { networks: { id: string; modules: string[] }[] };
    return all.find(({ id }) => id === NETWORK)?.modules ?? [];
  };

  test('a part that is off refuses, and shows nothing', async () => {
    expect((await api('GET', '/modules')).body.on).toEqual(['questions', 'ideas', 'bulletins']);
    expect(await mine()).not.toContain('boxes');
    expect(await api('POST', '/part-things', people.member)).toMatchObject({
      ...{ status: 409, body: { detail: expect.stringContaining(OFF) } },
    });
    expect((await page('')).html).not.toContain('Laatikko');
    expect((await page('')).html).not.toContain('Jätä tarina');
    expect(await page('part')).toMatchObject({ status: 404, html: expect.stringContaining(OFF) });
    expect((await page('part', 'POST')).status).toBe(422);
    expect([await openPage(), await download()]).toEqual([404, 403]);
    expect(kept).toBe(0);
  });

  test('only coordinators switch, and only parts that there are', async () => {
    expect((await api('POST', '/modules/boxes', people.member, { on: true })).status).toBe(403);
    expect((await api('POST', '/modules/polls', people.coordinator, { on: false })).status).toBe(400);
  });

  test('switched on it is there with everything, switched off it is gone, and what it had is kept', async () => {
    expect((await turn(true)).body.on).toContain('boxes');
    expect(await mine()).toContain('boxes');
    expect((await api('POST', '/part-things', people.member)).body.kept).toBe(1);
    const start = await page('');
    expect(start.html).toContain('Laatikko');
    expect(start.html).toContain('Jätä tarina');
    expect((await page('part')).html).toContain('Avataan perjantaina');
    expect((await page('part', 'POST')).status).toBe(303);
    expect([await openPage(), await download()]).toEqual([200, 200]);
    expect((await turn(false)).body.on).not.toContain('boxes');
    expect((await turn(false)).status).toBe(200);
    expect((await api('POST', '/part-things', people.member)).status).toBe(409);
    expect([await openPage(), (await page('part')).status]).toEqual([404, 404]);
    await turn(true);
    expect((await api('POST', '/part-things', people.member)).body.kept).toBe(2);
  });

  test('each switching is in the audit trail once', async () => {
    const { body } = await api('GET', '/audit');
    const acts = JSON.stringify(body).match(/network\.module(On|Off)/g) ?? [];
    expect(acts.filter((act) => act.endsWith('On'))).toHaveLength(2);
    expect(acts.filter((act) => act.endsWith('Off'))).toHaveLength(1);
  });
});

describe('in the chat', () => {
  test('its buttons and words are refused, its line is not in the help, and its news is none', async () => {
    const world = await openFeatureWorld([switched(part)]);
    const [command] = switched(part).commands;
    const set = async (to: boolean): Promise<void> => {
      const found = await world.temp.store.get(networkScope(NETWORK), networks, NETWORK);
      if (found)
        await world.temp.store.upsert(world.scope, networks, NETWORK, { ...found.value, modules: { boxes: to } });
      world.clock.jump(60_000); // longer than a network is remembered
    };
    const off = await world.turn(1);
    expect(isOn(off.network, 'boxes')).toBe(false);
    await expect(world.click('part.do', {}, off)).rejects.toThrow('not in use');
    await expect(world.say('laatikkosana', '', off)).rejects.toThrow('not in use');
    expect(command?.isIn?.(off.network)).toBe(false);
    expect(await world.services.news(world.clock.now(), off)).toEqual([]);
    expect(await world.services.waiting(off)).toEqual([]);
    await set(true);
    const now = await world.turn(1);
    expect(isOn(now.network, 'boxes')).toBe(true);
    expect(await world.click('part.do', {}, now)).toBeDefined();
    expect(await world.say('laatikkosana', '', now)).toBeDefined();
    expect(command?.isIn?.(now.network)).toBe(true);
    expect(await world.services.news(world.clock.now(), now)).toHaveLength(1);
    expect(await world.services.waiting(now)).toHaveLength(1);
    await world.close();
  });
});
