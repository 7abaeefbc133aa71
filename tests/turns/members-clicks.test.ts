/** The register in chat: the question under a card, choosing, the coordinators' desk, searching and recommending, by clicks as Teams sends them. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { z } from 'zod';
import { action } from '../../bot/core/action.ts';
import { toInstant } from '../../bot/core/clock.ts';
import { type Feature, on } from '../../bot/core/feature.ts';
import { type Member, networks } from '../../bot/core/network.ts';
import { changeMember, changeOrganisation, changeRules, registerNow } from '../../bot/core/register.ts';
import { showCard, type Work } from '../../bot/core/turn.ts';
import { members as feature } from '../../bot/features/members/feature.ts';
import { audited } from '../fakes/audited.ts';
import { emptyRegister } from '../fakes/empty-register.ts';
import { type HttpApp, NETWORK, people, type Someone, startHttpApp } from '../fakes/http-app.ts';
import { org } from '../fakes/register-of.ts';
import { TEAM } from '../fakes/teams-cloud.ts';
import { clicking, deliver, type Recorded, recorded } from './recorded.ts';

const { coordinator, member, external } = people;

/** Does something, and is answered with a card that has the asides of all features under it. */
const act: Feature = {
  ...{ name: 'act', kinds: [], commands: [], jobs: [], drawings: [], routes: [], downloads: [] },
  handlers: [
    on(action('act.do', z.object({})), async (_, turn) =>
      showCard({ type: 'AdaptiveCard', version: '1.5', body: [...(await turn.services.aside(turn))] }),
    ),
  ],
};

let http: HttpApp;
let work: Work;

beforeAll(async () => {
  http = await startHttpApp({ features: [feature, act] });
  const found = await http.app.gate.work(NETWORK);
  if (!found) throw new Error('There is no network.');
  work = found;
});
afterAll(() => http.close());

beforeEach(async () => {
  await emptyRegister(work, [coordinator, member, external]);
  await changeOrganisation(work, 'fi-598', () =>
    org('fi-598', { code: '598', names: { fi: 'Pietarsaari', sv: 'Jakobstad' }, region: '15' }),
  );
  http.cloud.calls.length = 0;
  http.logged.length = 0;
});

const from = (by: Someone): Recorded => ({
  from: { id: `29:${by.objectId}`, name: by.name, aadObjectId: by.objectId },
});
/** A click on Action.Execute in the channel; resolves to the card or words that answer it. */
const click = async (by: Someone, verb: string, data: Recorded = {}, more: Recorded = {}): Promise<string> => {
  const { status, body } = await deliver(
    http.url,
    http.cloud,
    recorded('card-click', http.cloud, { ...from(by), ...clicking(verb, data), ...more }),
  );
  expect(status).toBe(200);
  return JSON.stringify(body.value);
};
/** A message to the bot in 1:1 chat; resolves to what was posted there in answer. */
const say = async (by: Someone, text: string): Promise<string> => {
  const conversation = { id: `a:chat-${by.objectId}` };
  const { status } = await deliver(
    http.url,
    http.cloud,
    recorded('personal-message', http.cloud, { ...from(by), conversation, text }),
  );
  expect(status).toBe(200);
  const call = await http.cloud.called((one) => one.what === 'create' && one.conversation === conversation.id);
  return JSON.stringify(call);
};
const set = (by: Someone, of: Partial<Member>) => changeMember(work, by.objectId, (now) => now && { ...now, ...of });
const stored = async (by: Someone) => (await registerNow(work)).members.get(by.objectId);

test('under what someone did stands the question whom they represent, until they answer it', async () => {
  await set(member, { email: 'jaakko@jakobstad.fi' });
  const asked = await click(member, 'act.do');
  expect(asked).toContain('Edustatko kuntaa Pietarsaari / Jakobstad?');
  expect(asked).toContain('"organisation":"fi-598"');
  expect(await click(member, 'act.do', {}, { locale: 'sv-FI' })).toContain(
    'Företräder du kommunen Jakobstad / Pietarsaari?',
  );
  const answer = await click(member, 'members.represent', { organisation: 'fi-598', seen: '' });
  expect(answer).toContain('Edustat nyt: Pietarsaari.');
  expect((await stored(member))?.organisation).toBe('fi-598');
  expect(await click(member, 'act.do')).toBe('{"type":"AdaptiveCard","version":"1.5","body":[]}');
});

test('who is at a mail host for everyone is asked without a suggestion, and a no is not asked again', async () => {
  await set(external, { email: 'eva@gmail.com' });
  const asked = await click(external, 'act.do');
  expect(asked).toContain('Mitä kuntaa tai muuta organisaatiota edustat?');
  expect(asked).not.toContain('members.represent');
  expect(await click(external, 'members.nobody', { seen: '' })).toContain('Tätä ei kysytä uudelleen');
  expect(await click(external, 'act.do')).not.toContain('members.');
});

test('a click delivered again, or from an older card, changes nothing', async () => {
  await click(member, 'members.represent', { organisation: 'fi-598', seen: '' });
  const first = await stored(member);
  await click(member, 'members.represent', { organisation: 'fi-598', seen: '' });
  expect(await stored(member)).toEqual(first);
  expect(await click(member, 'members.represent', { organisation: 'fi-895', seen: 'fi-598' })).toContain(
    'Uusikaupunki',
  );
  const late = await click(member, 'members.represent', { organisation: 'fi-598', seen: '' });
  expect(late).toContain('Edustat jo: Uusikaupunki. Mitään ei muutettu.');
  expect((await stored(member))?.organisation).toBe('fi-895');
  expect(await click(member, 'members.nobody', { seen: '' })).toContain('Mitään ei muutettu');
  expect((await stored(member))?.organisation).toBe('fi-895');
});

test('the list to choose from has the network’s organisations first and every municipality; a choice takes it into the register', async () => {
  const list = await click(member, 'members.choose');
  expect(list).toContain('"style":"filtered"');
  expect(list.indexOf('Pietarsaari / Jakobstad')).toBeLessThan(list.indexOf('"fi-020"'));
  await click(member, 'members.represent', { organisation: 'fi-020', seen: '' });
  expect((await registerNow(work)).organisations.get('fi-020')).toMatchObject({ membership: 'contacted', code: '020' });
});

test('a search forgives how it is written, and a choice that was not made is asked for again', async () => {
  expect(await click(member, 'members.find', { text: 'aanekos', seen: '' })).toContain('"fi-992"');
  expect(await click(member, 'members.find', { text: 'jakob', seen: '' })).toContain('"fi-598"');
  expect(await click(member, 'members.find', { text: 'qqqqq', seen: '' })).toContain('ei löytynyt mitään');
  const refused = await click(member, 'members.represent', { seen: '' });
  expect(refused).toContain('Valitse ensin kunta tai muu organisaatio.');
  expect(refused).toContain('"style":"filtered"');
  expect(await click(member, 'members.represent', { organisation: 'o-forged', seen: '' })).toContain(
    'Organisaatiota ei löydy',
  );
  expect((await stored(member))?.organisation).toBeUndefined();
});

test('the Submit fallback does the same and posts nothing in the channel', async () => {
  const value = { verb: 'members.represent', organisation: 'fi-598', seen: '' };
  const { status } = await deliver(
    http.url,
    http.cloud,
    recorded('card-submit', http.cloud, { ...from(member), value }),
  );
  expect(status).toBe(200);
  expect((await stored(member))?.organisation).toBe('fi-598');
  expect(
    http.cloud.calls.filter(({ what, conversation }) => what === 'create' && conversation.startsWith(TEAM)),
  ).toEqual([]);
});

test('where the network confirms it, each coordinator gets a card in 1:1 chat, and confirms there', async () => {
  await changeRules(work, (now) => ({ ...now, confirms: true }));
  expect(await click(member, 'members.represent', { organisation: 'fi-598', seen: '' })).toContain(
    'Koordinaattori vahvistaa',
  );
  expect((await stored(member))?.claims).toBe('fi-598');
  const call = await http.cloud.called(
    ({ what, body }) => what === 'create' && JSON.stringify(body).includes('members.settle'),
  );
  expect(JSON.stringify(call)).toContain(`${member.name} kertoo edustavansa: Pietarsaari / Jakobstad`);
  const settle = { member: member.objectId, claims: 'fi-598', settle: 'confirm' };
  expect(await click(member, 'members.settle', settle)).toContain('vain verkoston koordinaattori');
  expect((await stored(member))?.organisation).toBeUndefined();
  expect(await click(coordinator, 'members.settle', settle)).toContain('Vahvistettu.');
  expect(await stored(member)).toMatchObject({ organisation: 'fi-598' });
  expect(await click(coordinator, 'members.settle', settle)).toContain('Vahvistettavaa ei ole');
});

test('a claim made elsewhere reaches the coordinators by a job, one card a day', async () => {
  await set(member, { claims: org('fi-598').id });
  const published: { id: string; drawing: string; subject: string }[] = [];
  const posts = {
    ...work.services.posts,
    publish: async (post: (typeof published)[number]) => void published.push(post),
    refresh: async () => {},
  };
  const job = feature.jobs.find(({ kind }) => kind === 'members.claims');
  for (let round = 0; round < 2; round++)
    await job?.run(
      { key: member.objectId, due: work.services.clock.now() },
      { ...work, services: { ...work.services, posts } },
    );
  expect(published).toMatchObject([{ drawing: 'members.claims', subject: coordinator.objectId }, {}]);
  expect(published[0]?.id).toBe(published[1]?.id);
  const drawing = feature.drawings.find(({ name }) => name === 'members.claims');
  expect(JSON.stringify(await drawing?.draw(coordinator.objectId, work))).toContain(
    `${member.name} kertoo edustavansa`,
  );
});

test('what the list lacks reaches the coordinators in the member’s own words', async () => {
  expect(await click(member, 'members.missing', { words: ' ', seen: '' })).toContain(
    'Kirjoita, mikä luettelosta puuttuu.',
  );
  expect(await click(member, 'members.missing', { words: 'Saariston <b>liikenne</b>', seen: '' })).toContain(
    'Koordinaattori lisää sen',
  );
  const desk = await click(coordinator, 'members.claims');
  expect(desk).toContain('Saariston');
  expect(desk).not.toContain('<b>');
  expect(await click(member, 'members.claims')).toContain('vain verkoston koordinaattori');
});

test('after the roster was read coordinators are asked about the unclear, and accept all clear ones with one tap', async () => {
  await set(member, { email: 'jaakko@pietarsaari.fi' });
  await set(external, { email: 'eva@jakobstad.fi' });
  await set(coordinator, { email: 'kaisa@tuntematon.example' });
  const job = feature.jobs.find(({ kind }) => kind === 'members.unassigned');
  await job?.run({ key: 'roster', due: work.services.clock.now() }, work);
  const call = await http.cloud.called(
    ({ what, body }) => what === 'create' && JSON.stringify(body).includes('members.acceptClear'),
  );
  const card = JSON.stringify(call);
  expect(card).toContain('2 jäsentä: jakobstad.fi / pietarsaari.fi → Pietarsaari / Jakobstad');
  expect(card).toContain('1 jäsen: tuntematon.example');
  await job?.run({ key: 'roster', due: work.services.clock.now() }, work); // once a week is enough
  expect(await click(member, 'members.acceptClear')).toContain('vain verkoston koordinaattori');
  expect(await click(coordinator, 'members.acceptClear')).toContain('2 jäsenen organisaatio on merkitty.');
  expect([(await stored(member))?.organisation, (await stored(external))?.organisation]).toEqual(['fi-598', 'fi-598']);
  expect(await click(coordinator, 'members.chooseFor', { domains: 'tuntematon.example' })).toContain(
    '"style":"filtered"',
  );
  expect(await click(coordinator, 'members.assign', { domains: 'tuntematon.example' })).toContain('Valitse ensin');
  const done = await click(coordinator, 'members.assign', { domains: 'tuntematon.example', organisation: 'fi-895' });
  expect(done).toContain('Kaikkien jäsenten organisaatio on tiedossa.');
  const acts = (await audited(work.services, NETWORK)).map(({ act: done_, subject }) => `${done_} ${subject}`);
  expect(acts).toEqual(expect.arrayContaining(['members.assign fi-598', 'members.assign fi-895']));
  const drawn = http.cloud.calls.filter(
    ({ what, body }) => what === 'create' && JSON.stringify(body).includes('members.acceptClear'),
  );
  expect(drawn).toHaveLength(1);
});

test('the setup question waits for someone who coordinates', async () => {
  const { store } = work.services;
  const now = await store.get(work.scope, networks, NETWORK);
  if (!now) throw new Error('There is no network.');
  const nobody: Work = { ...work, network: { ...now.value, coordinators: [] } };
  const scheduled: string[] = [];
  const jobs = { schedule: async ({ due }: { due: string }) => void scheduled.push(due) };
  const job = feature.jobs.find(({ kind }) => kind === 'members.unassigned');
  await job?.run({ key: 'roster', due: toInstant(0) }, { ...nobody, services: { ...work.services, jobs } });
  expect(scheduled).toHaveLength(1);
});

test('“jäsenet” counts who is in, and with a word tells who can help and who is in that town', async () => {
  await set(member, { organisation: org('fi-598').id, isContact: true });
  await set(external, { topics: ['Koulukuljetukset'], isListed: true, email: 'eva@shown.example' });
  await set(coordinator, { topics: ['Koulukuljetukset'], email: 'kaisa@hidden.example' });
  expect(await say(member, 'jäsenet')).toContain('Mukana on 1 kunta ja 3 ihmistä.');
  http.cloud.calls.length = 0;
  const help = await say(member, 'jäsenet koulukuljetus');
  expect(help).toContain('Voivat auttaa');
  expect(help).toContain('eva@shown.example');
  expect(help).not.toMatch(/hidden|Kaisa/);
  const town = await click(coordinator, 'members.search', { text: 'jakobstad' });
  expect(town).toContain(`Yhteyshenkilöt: ${member.name}`);
  expect(await click(coordinator, 'members.search', { text: 'hidden' })).toContain('ei löytynyt mitään');
  expect(await click(coordinator, 'members.search', { text: ' ' })).toContain('Kirjoita hakusana.');
  expect(http.logged.join()).not.toMatch(/koulukuljetus|jakobstad/i);
});

test('the coordinators’ buttons stand on the card in 1:1 chat alone', async () => {
  expect(await say(coordinator, 'jäsenet')).toContain('members.unassigned');
  expect(await say(member, 'jäsenet')).not.toContain('members.unassigned');
});

test('a colleague is recommended by a form that keeps what was typed when it is refused', async () => {
  expect(await click(member, 'members.openRecommend')).toContain('Suosittele kollegaa');
  const form = randomUUID();
  const typed = { form, name: 'Kalle Kollega', email: 'kalle(at)kunta', organisation: 'Jakobstad' };
  const refused = await click(member, 'members.recommend', typed);
  expect(refused).toContain('Sähköpostiosoite ei ole oikein');
  expect(refused).toContain('"value":"Kalle Kollega"');
  const unknown = await click(member, 'members.recommend', {
    ...typed,
    email: 'kalle@kunta.example',
    organisation: 'Lintukoto',
  });
  expect(unknown).toContain('Organisaatiota ”Lintukoto” ei löydy');
  for (let round = 0; round < 2; round++)
    expect(await click(member, 'members.recommend', { ...typed, email: 'kalle@kunta.example' })).toContain('Kiitos!');
  const invited = [...(await registerNow(work)).members.values()].filter((one) => one.isInvited);
  expect(invited).toMatchObject([{ name: 'Kalle Kollega', organisation: 'fi-598', recommendedBy: member.objectId }]);
});

test('news of a team schedules the question once its network is known', async () => {
  const scheduled: object[] = [];
  const services = { ...work.services, jobs: { schedule: async (job: object) => void scheduled.push(job) } };
  const event = {
    tenant: 'tenant',
    serviceUrl: http.cloud.serviceUrl,
    at: work.services.clock.now(),
    type: 'membersAdded',
    teamsIds: [],
  } as const;
  await feature.onTeamEvent?.({ ...event, team: TEAM }, services);
  await feature.onTeamEvent?.({ ...event, team: '19:unknown@thread.tacv2' }, services);
  expect(scheduled).toMatchObject([{ kind: 'members.unassigned', network: NETWORK }]);
});
