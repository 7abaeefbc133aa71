/** The real app with a person of every role, and one way to do as any of them whatever a route, button, download or page of the personal link does. */
import { expect } from '@jest/globals';
import { DAY, type Instant, MINUTE, plus, toInstant } from '../../bot/core/clock.ts';
import type { Feature } from '../../bot/core/feature.ts';
import { activityId, personOf } from '../../bot/core/ids.ts';
import { moduleName } from '../../bot/core/modules.ts';
import { type Member, type MemberId, memberIdOf, members, networks, personEntries } from '../../bot/core/network.ts';
import { NotAllowed } from '../../bot/core/refusal.ts';
import { changeOrganisation, changeRules } from '../../bot/core/register.ts';
import { directoryScope, networkScope } from '../../bot/core/scope.ts';
import type { Message } from '../../bot/core/text.ts';
import { update } from '../../bot/core/update.ts';
import type { BoxView, ChallengeView, DeedAdded } from '../../bot/features/boxes/contract.ts';
import type { EventView } from '../../bot/features/events/contract.ts';
import type { GroupView } from '../../bot/features/groups/contract.ts';
import { type CollectionView, EMPTY_COLLECTION, EMPTY_IDEA, type IdeaView } from '../../bot/features/ideas/contract.ts';
import { type Material, materials } from '../../bot/features/materials/material.ts';
import type { PollView } from '../../bot/features/polls/contract.ts';
import type { QuestionView } from '../../bot/features/questions/contract.ts';
import type { StatementView } from '../../bot/features/statements/contract.ts';
import type { SurveyView } from '../../bot/features/surveys/contract.ts';
import { features } from '../../bot/features.ts';
import { text as teamsText } from '../../bot/teams/text.ts';
import { eventually } from '../fakes/eventually.ts';
import { type HttpApp, NETWORK, people, startHttpApp } from '../fakes/http-app.ts';
import { TEAM, TENANT } from '../fakes/teams-cloud.ts';
import { type Answer, clicking, deliver, recorded } from './recorded.ts';

export const ROLES = [
  'stranger',
  'other network',
  'removed',
  'invited',
  'outsider',
  'member',
  'group member',
  'creator',
  'coordinator',
] as const;
export type Role = (typeof ROLES)[number];

/** Anything that someone can do. `key` is how docs/ROLES.md names it. */
export type Deed = { readonly key: string } & (
  | { readonly type: 'route'; readonly method: string; readonly path: string }
  | { readonly type: 'button' | 'download'; readonly name: string }
  | { readonly type: 'extension'; readonly name: string; readonly isAction: boolean }
  | { readonly type: 'page'; readonly method: 'GET' | 'POST'; readonly path: string }
);

const offered: readonly Deed[] = features.flatMap((feature): Deed[] => [
  ...feature.routes.map(({ endpoint: { method, path } }): Deed => {
    return { type: 'route', key: `${method} ${path}`, method, path };
  }),
  ...feature.handlers.map(({ verb }): Deed => ({ type: 'button', key: verb, name: verb })),
  ...feature.downloads.map(({ name }): Deed => ({ type: 'download', key: name, name })),
  ...(feature.extensions ?? []).map(({ id, type }): Deed => {
    return { type: 'extension', key: id, name: id, isAction: type === 'action' };
  }),
  ...(feature.pages ?? []).flatMap(({ path, take }): Deed[] => {
    const page = (method: 'GET' | 'POST'): Deed => ({
      type: 'page',
      key: `${method} /p/{token}/${path}`,
      method,
      path,
    });
    return take ? [page('GET'), page('POST')] : [page('GET')];
  }),
]);

/** What is open to fewer people when it is about a group's own. */
const ABOUT_A_GROUP = [
  'PUT /polls/{poll}/vote',
  'polls.vote',
  'POST /p/{token}/polls/{poll}',
  'POST /surveys/{survey}/answers',
  'POST /p/{token}/surveys/{survey}',
  'surveys.answer',
  'GET /materials/{material}',
  'materials.file',
];
export const FOR_GROUP = ' (for a group)';

/** Everything that the features offer. */
export const deeds: readonly Deed[] = [
  ...offered,
  ...offered
    .filter(({ key }) => ABOUT_A_GROUP.includes(key))
    .map((deed) => ({ ...deed, key: `${deed.key}${FOR_GROUP}` })),
];

/** What is sent along; by default nothing. */
export interface Input {
  /** Of the path's braces; the others go into the query. */
  readonly params?: Readonly<Record<string, string>>;
  /** JSON of a route, data of a button, fields of a page's form. */
  readonly body?: Readonly<Record<string, unknown>>;
  /** Of a route that takes bytes. */
  readonly bytes?: Uint8Array;
  /** Of a download. */
  readonly subject?: string;
  /** The refusal that denies it, where that is another than NotAllowed. */
  readonly deniedBy?: Message;
}

/** Things that inputs may name. */
export interface Things {
  readonly poll: string;
  /** In which only the group votes. */
  readonly groupPoll: string;
  /** Of either poll. */
  readonly option: string;
  /** Those who are invited and from outside are on its list. */
  readonly event: string;
  /** For all, with answers sealed. */
  readonly survey: string;
  /** Which only the group answers. */
  readonly groupSurvey: string;
  /** Which has gone out to all. */
  readonly bulletin: string;
  /** Of a coordinator to the network, with an answer of theirs. */
  readonly question: string;
  readonly answer: string;
  /** An open call of a coordinator, with an idea of theirs that is under way and has a comment. */
  readonly collection: string;
  readonly idea: string;
  readonly ideaComment: string;
  /** Of a coordinator, with a story of theirs that is not opened. */
  readonly box: string;
  readonly story: string;
  /** Of a coordinator, with a deed of theirs that challenges nobody. */
  readonly challenge: string;
  readonly deed: string;
  /** Open for comments, with one of a coordinator. */
  readonly statement: string;
  readonly statementComment: string;
  /** A good practice of a coordinator, for all, with one file. */
  readonly material: string;
  readonly file: string;
  /** The same that only the group may see. */
  readonly groupMaterial: string;
  readonly term: string;
  readonly group: string;
  readonly seat: string;
  /** Who holds the seat: the group member. */
  readonly seated: MemberId;
  readonly organisation: string;
  /** Two members of the team on whom nothing hangs. */
  readonly someone: MemberId;
  readonly another: MemberId;
  /** Another one with each asking. */
  uuid(): string;
}

/** denied: refused because of who asks. invalid: the input doesn't fit, so nothing is known. broken: an error of ours. */
export interface Ending {
  readonly is: 'allowed' | 'denied' | 'invalid' | 'broken';
  /** For the message of a failing test. */
  readonly told: string;
}

export interface RolesWorld {
  readonly things: Things;
  attempt(deed: Deed, role: Role, input: Input): Promise<Ending>;
  /** What was written to the store since this was last asked, but for the app's own jobs and posts. */
  written(): readonly string[];
  close(): Promise<void>;
}

interface Somebody {
  readonly objectId: string;
  readonly person: ReturnType<typeof personOf>;
  readonly tenant: string;
  readonly name: string;
}
const somebody = (n: number, name: string): Somebody => {
  const objectId = `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
  return { tenant: TENANT, objectId, person: personOf(TENANT, objectId), name };
};

const stranger = somebody(11, 'Virpi Vieras');
const removed = somebody(12, 'Päivi Poistettu');
const invited = somebody(13, 'Kaino Kutsuttu');
const groupMember = somebody(14, 'Raili Ryhmäläinen');
const creator = somebody(15, 'Tuomas Tekijä');
const someone = somebody(16, 'Saara Sivullinen');
const another = somebody(17, 'Topi Toinen');
const outsider = somebody(18, 'Olli Ulkopuolinen');

const actors: Readonly<Record<Role, Somebody>> = {
  stranger,
  'other network': people.stranger,
  removed,
  invited,
  outsider,
  member: people.member,
  'group member': groupMember,
  creator,
  coordinator: people.coordinator,
};

const ORGANISATION = 'fi-020';
/** Fewer than the app allows of those that open nothing. */
const PAGES_A_MINUTE = 20;
const API = `/api/v1/networks/${NETWORK}`;
const scope = networkScope(NETWORK);

export async function startRolesWorld(): Promise<RolesWorld> {
  let shift = 0;
  let pages = 0;
  let wasNotAllowed = false;
  const notice = (error: unknown): void => {
    wasNotAllowed ||= error instanceof NotAllowed;
  };
  const clock = { now: (): Instant => plus(toInstant(Date.now()), shift) };
  const http = await startHttpApp({ clock, features: features.map((one) => watched(one, notice)) });
  await fillNetwork(http);
  const things = await makeThings(http);
  await removeOne(http);
  const writes = watchWrites(http);

  return {
    things,
    written: () => writes.splice(0),
    async attempt(deed, role, input) {
      wasNotAllowed = false;
      // so many bad links a minute and no more are looked at
      if (deed.type === 'page' && ++pages % PAGES_A_MINUTE === 0) shift += MINUTE;
      const ending = await carryOut(http, deed, actors[role], input, () => wasNotAllowed);
      const isDenied = input.deniedBy !== undefined && ending.told.includes(input.deniedBy.fi);
      return isDenied ? { ...ending, is: 'denied' } : ending;
    },
    close: () => http.close(),
  };
}

async function carryOut(
  http: HttpApp,
  deed: Deed,
  by: Somebody,
  input: Input,
  wasNotAllowed: () => boolean,
): Promise<Ending> {
  if (deed.type === 'route') return ofRoute(await askRoute(http, deed, by, input));
  if (deed.type === 'page') return ofAddress(await openPage(http, deed, by, input));
  if (deed.type === 'button') {
    const answer = await press(http, deed.name, by, input.body);
    return ofClick(answer, wasNotAllowed());
  }
  if (deed.type === 'extension') {
    return ofClick(await extend(http, deed, by, input.body), wasNotAllowed());
  }
  const { subject = '' } = input;
  const file = { download: deed.name, network: NETWORK, subject, person: by.person, locale: 'fi' as const };
  return ofAddress(await http.ask(new URL(await http.app.services.linkToFile(file)).pathname));
}

/** Tells of each NotAllowed that a button ends with: its card says it in words alone. */
const watched = (feature: Feature, notice: (error: unknown) => void): Feature => ({
  ...feature,
  handlers: feature.handlers.map((handler) => ({
    ...handler,
    async take(raw, turn) {
      try {
        return await handler.take(raw, turn);
      } catch (error) {
        notice(error);
        throw error;
      }
    },
  })),
});

/** The app's own jobs and posts go on by themselves and are left out. */
function watchWrites({ app }: HttpApp): string[] {
  const { store } = app.services;
  const written: string[] = [];
  const { insert, replace, upsert, remove } = store;
  for (const [name, method] of Object.entries({ insert, replace, upsert, remove })) {
    const watching = (...args: Parameters<typeof upsert>): unknown => {
      const [, { container, name: kind }, id] = args;
      if (container !== 'jobs' && !kind.startsWith('post')) written.push(`${name} ${kind} ${id}`);
      return (method as (...all: unknown[]) => unknown).apply(store, args);
    };
    Object.assign(store, { [name]: watching });
  }
  return written;
}

// ── People and things ──────────────────────────────────────────────────────────────────────────

async function fillNetwork({ app, cloud }: HttpApp): Promise<void> {
  const { store } = app.services;
  const modules = Object.fromEntries(moduleName.options.map((one) => [one, true]));
  await update({ store, scope, kind: networks, id: NETWORK }, (of) => of && { ...of, modules });
  await eventually(async () => (await app.gate.work(NETWORK))?.network.modules?.boxes === true); // kept for two seconds
  const add = async ({ objectId, person }: Somebody, of: Member): Promise<void> => {
    await store.insert(scope, members, objectId, of);
    const key = `person|${person}`;
    await store.insert(directoryScope(key), personEntries, key, { person, networks: [NETWORK] });
  };
  for (const one of [removed, groupMember, creator, someone, another]) {
    const { objectId, person, name } = one;
    const entry = { id: `29:${objectId}`, aadObjectId: objectId, name, tenantId: TENANT, userRole: 'user' };
    cloud.rosters.get(TEAM)?.push(entry);
    await add(one, { person, teamsId: entry.id, name, isGuest: false });
  }
  const { person, name } = invited;
  await add(invited, { person, name, isGuest: true, isInvited: true, email: 'kaino@akaa.example' });
  const fromOutside: Member = { person: outsider.person, name: outsider.name, isGuest: true, isOutsider: true };
  await add(outsider, { ...fromOutside, email: 'olli@yritys.example' });
}

async function makeThings(http: HttpApp): Promise<Things> {
  const work = await http.app.gate.work(NETWORK);
  if (!work) throw new Error('There is no network.');
  await changeRules(work, (now) => ({ ...now, feeClasses: [{ id: 'small', name: 'Pienet' }] }));
  const named = { id: ORGANISATION as never, kind: 'municipality', names: { fi: 'Akaa' }, domains: [], fees: [] };
  await changeOrganisation(work, ORGANISATION, () => ({ ...named, membership: 'member' }));
  const make = async (path: string, json: unknown, by: Somebody = people.coordinator) => {
    const response = await http.ask(`${API}${path}`, by as never, { method: 'POST', json });
    expect([path, response.status]).toEqual([path, 200]);
    return response.json();
  };
  const uuid = (): string => crypto.randomUUID();
  for (const part of ['boxes', 'statements']) {
    await make(`/modules/${part}`, { on: true });
    // what was read of the network's settings is kept for two seconds
    await eventually(async () => (await http.ask(`${API}/${part}`, people.coordinator)).status === 200);
  }
  const group = (await make('/groups', { names: { fi: 'Ydinryhmä' }, requestId: uuid() })) as GroupView;
  const seat = { member: groupMember.objectId, role: 'member', from: '2020-01-01' };
  const { seats } = (await make(`/groups/${group.id}/seats`, { seat, requestId: uuid() })) as GroupView;
  // who created the poll coordinated the network then, and is a member now
  await make('/coordinators', { member: creator.objectId });
  const draft = { question: 'Mikä aihe?', options: 'Koulukuljetukset\nKutsuliikenne', membersAddOptions: 'true' };
  const poll = (await make('/polls', { draft, requestId: uuid() }, creator)) as PollView;
  const ofGroup = { draft: { ...draft, group: group.id }, requestId: uuid() };
  const groupPoll = (await make('/polls', ofGroup, creator)) as PollView;
  const event = await makeEvent(make);
  const questions = [{ id: 'q1', type: 'grade', label: { fi: 'Miten menee?' } }];
  const asking = { title: { fi: 'Aiheet' }, parts: [{ questions }] };
  const survey = (await make('/surveys', { draft: asking, requestId: uuid() })) as SurveyView;
  const askingGroup = { draft: { ...asking, group: group.id }, requestId: uuid() };
  const groupSurvey = (await make('/surveys', askingGroup)) as SurveyView;
  const bulletin = await sendBulletin(make);
  const wondering = { draft: { text: 'Miten koulukuljetukset on kilpailutettu?' }, requestId: uuid() };
  const { id: question } = (await make('/questions', wondering)) as QuestionView;
  const said = { answer: 'Yhdessä naapurin kanssa.', requestId: uuid() };
  const { answerList } = (await make(`/questions/${question}/answers`, said)) as QuestionView;
  const { id: box } = (await make('/boxes', { draft: { title: 'Laatikko' }, requestId: uuid() })) as BoxView;
  const told = { draft: { text: 'Tarina' }, requestId: uuid() };
  const { own } = (await make(`/boxes/${box}/stories`, told)) as BoxView;
  const daring = { draft: { title: 'Haaste', goal: '100', unit: 'tekoa' }, requestId: uuid() };
  const { id: challenge } = (await make('/challenges', daring)) as ChallengeView;
  const done = { draft: { text: 'Teko' }, requestId: uuid() };
  const { deeds: did } = ((await make(`/challenges/${challenge}/deeds`, done)) as DeedAdded).challenge;
  const stating = { draft: { title: 'Lausunto', text: 'Teksti' }, requestId: uuid() };
  const { id: statement } = (await make('/statements', stating)) as StatementView;
  await make(`/statements/${statement}/commenting`, { on: '', at: '' });
  const remark = { text: 'Kommentti', requestId: uuid() };
  const { whole } = (await make(`/statements/${statement}/comments`, remark)) as StatementView;
  const ideas = await makeIdeas(make);
  const kept = await keepMaterials(http, group.id);
  const path = `${API}/coordinators/${creator.objectId}`;
  expect((await http.ask(path, people.coordinator, { method: 'DELETE' })).status).toBe(200);
  return {
    ...{ poll: poll.id, option: poll.options[0]?.id ?? '', group: group.id, seat: seats[0]?.id ?? '' },
    ...{ survey: survey.id, groupSurvey: groupSurvey.id, ...kept },
    bulletin,
    ...{ question, answer: answerList[0]?.id ?? '' },
    ...ideas,
    ...{ statement, statementComment: whole[0]?.id ?? '' },
    ...{ box, story: own[0]?.id ?? '', challenge, deed: did[0]?.id ?? '' },
    ...{ groupPoll: groupPoll.id, event, seated: memberIdOf(groupMember.person) },
    ...{ organisation: ORGANISATION, uuid, someone: memberIdOf(someone.person), another: memberIdOf(another.person) },
  };
}

async function sendBulletin(make: (path: string, json: unknown) => Promise<unknown>): Promise<string> {
  const draft = { title: 'Tiedote', text: 'Teksti' };
  const { id } = (await make('/bulletins', { draft, requestId: crypto.randomUUID() })) as { id: string };
  // pressed until it has gone: the same press again changes nothing
  await eventually(async () => ((await make(`/bulletins/${id}/send`, {})) as { state: string }).state === 'sent');
  return id;
}

async function makeIdeas(make: (path: string, json: unknown) => Promise<unknown>) {
  const uuid = (): string => crypto.randomUUID();
  const calling = { draft: { ...EMPTY_COLLECTION, title: 'Ideahaku' }, intent: 'publish', requestId: uuid() };
  const { id: collection } = (await make('/idea-collections', calling)) as CollectionView;
  const proposed = { draft: { ...EMPTY_IDEA, title: 'Kimppakyyti' }, requestId: uuid() };
  const { id: idea } = (await make(`/idea-collections/${collection}/ideas`, proposed)) as IdeaView;
  const remark = { text: 'Kommentti', requestId: uuid() };
  const { comments } = (await make(`/ideas/${idea}/comments`, remark)) as IdeaView;
  await make(`/ideas/${idea}/state`, { state: 'underWay', note: '' });
  return { collection, idea, ideaComment: comments[0]?.id ?? '' };
}

/** Two good practices of the coordinator with a file each, one of them for the group alone; and a theme. */
async function keepMaterials({ app }: HttpApp, group: string) {
  const { store, files, clock } = app.services;
  const by = people.coordinator.person;
  const at = clock.now();
  const ids = { material: 'material-1', groupMaterial: 'material-2', file: 'file-1' };
  const bytes = new TextEncoder().encode('Koulukuljetusten ohje');
  for (const id of [ids.material, ids.groupMaterial]) {
    const file = activityId.parse(id === ids.material ? ids.file : 'file-2');
    await files.putBlock({ network: NETWORK, id: file }, 0, bytes);
    await files.assemble({ network: NETWORK, id: file }, 1);
    const version = { file, name: 'ohje.txt', size: bytes.length, addedAt: at, addedBy: by, text: 'none' as const };
    const item: Material = {
      ...{ id: activityId.parse(id), title: 'Koulukuljetukset', summary: '', type: 'goodPractice' },
      ...{ links: [], files: [{ id: file, versions: [version] }], terms: [], targetGroups: [], posts: [] },
      audience: id === ids.material ? { to: 'members' } : { to: 'group', group },
      ...{ state: 'published', addedAt: at, addedBy: by, changedAt: at },
    };
    await store.insert(scope, materials, id, item);
  }
  return { ...ids, term: 'unknown' };
}

/** In three weeks, with places for all; someone comes already, so that nobody takes it back. */
async function makeEvent(make: (path: string, json: unknown) => Promise<unknown>): Promise<string> {
  const startsOn = new Date(Date.now() + 21 * DAY).toISOString().slice(0, 10);
  const draft = { type: 'webinar', title: 'Tilastot', ways: 'both', isPublic: 'true', startsOn, startsAtTime: '09:00' };
  const { id } = (await make('/events', { draft, publishes: true, requestId: crypto.randomUUID() })) as EventView;
  const fromOutside = `${outsider.name}, olli@yritys.example\n${invited.name}, kaino@akaa.example`;
  await make(`/events/${id}/invite`, { people: fromOutside, requestId: crypto.randomUUID() });
  const registered = { name: 'Kaisa Kollega', email: 'kaisa@akaa.example', organisation: '', attendance: 'online' };
  await make(`/events/${id}/colleagues`, { ...registered, requestId: crypto.randomUUID() });
  return id;
}

/** Everyone has spoken to the bot before; the removed one was let in everywhere a moment ago. */
async function removeOne(http: HttpApp): Promise<void> {
  const { app, cloud, url } = http;
  for (const by of Object.values(actors)) await press(http, 'polls.mine', by, { poll: 'none' });
  expect((await http.ask(`${API}/polls`, removed as never)).status).toBe(200);
  expect((await http.ask(await linkOf(http, removed, 'polls'))).status).toBe(200);
  for (const by of Object.values(actors)) await linkOf(http, by, '');
  const roster = cloud.rosters.get(TEAM) ?? [];
  cloud.rosters.set(
    TEAM,
    roster.filter(({ aadObjectId }) => aadObjectId !== removed.objectId),
  );
  const told = recorded('members-removed', cloud, {
    conversation: { id: TEAM },
    channelData: { team: { id: TEAM } },
    membersRemoved: [{ id: `29:${removed.objectId}` }],
  });
  await deliver(url, cloud, told);
  const { store } = app.services;
  await eventually(async () => (await store.get(scope, members, removed.objectId))?.value.leftAt !== undefined);
  await eventually(async () => {
    const key = `person|${removed.person}`;
    return (await store.get(directoryScope(key), personEntries, key))?.value.networks.length === 0;
  });
}

// ── Doing it ───────────────────────────────────────────────────────────────────────────────────

const filled = (path: string, params: Input['params'] = {}): string =>
  path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(params[name] ?? 'unknown'));

function askRoute(http: HttpApp, { method, path }: { method: string; path: string }, by: Somebody, input: Input) {
  const { params = {}, body, bytes } = input;
  const rest = Object.entries(params).filter(([name]) => !path.includes(`{${name}}`));
  const query = rest.length > 0 ? `?${new URLSearchParams(rest)}` : '';
  const binary = { body: bytes as BodyInit, headers: { 'content-type': 'application/octet-stream' } };
  const sent = method === 'GET' ? {} : bytes ? binary : { json: body ?? {} };
  return http.ask(`${API}${filled(path, params)}${query}`, by as never, { method, ...sent });
}

/** In 1:1 chat, where anyone may send any card's button with any data. */
function press(http: HttpApp, verb: string, by: Somebody, data: Input['body'] = {}): Promise<Answer> {
  const { objectId, name } = by;
  const activity = recorded('personal-card-click', http.cloud, {
    id: `f:${crypto.randomUUID()}`,
    from: { id: `29:${objectId}`, aadObjectId: objectId, name },
    conversation: { id: `a:chat-29:${objectId}` },
  });
  return deliver(http.url, http.cloud, { ...activity, ...clicking(verb, { ...data, network: NETWORK }) });
}

/** In a chat of people, as if the dialog of a message of the network had been opened before. */
function extend(
  http: HttpApp,
  { name, isAction }: { name: string; isAction: boolean },
  { objectId, name: who }: Somebody,
  { data, ...body }: Readonly<Record<string, unknown>> = {},
): Promise<Answer> {
  const activity = recorded(isAction ? 'extension-submit' : 'extension-query', http.cloud, {
    id: `f:${crypto.randomUUID()}`,
    from: { id: `29:${objectId}`, aadObjectId: objectId, name: who },
    conversation: { id: '19:chat@unq.gbl.spaces', conversationType: 'personal', isGroup: false },
    channelData: { team: null, teamsTeamId: null, channel: null },
    value: { commandId: name, ...body, data: { ...(data as object | undefined), network: NETWORK } },
  });
  return deliver(http.url, http.cloud, activity);
}

const linkOf = async ({ app }: HttpApp, { person }: Somebody, page: string): Promise<string> =>
  new URL(await app.services.linkForPerson(NETWORK, memberIdOf(person), page)).pathname;

async function openPage(
  http: HttpApp,
  { method, path }: { method: 'GET' | 'POST'; path: string },
  by: Somebody,
  { params, body = {} }: Input,
): Promise<Response> {
  const address = await linkOf(http, by, filled(path, params));
  if (method === 'GET') return http.ask(address);
  const fields = Object.entries({ form: crypto.randomUUID(), ...body }).map(([name, value]) => [name, String(value)]);
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  return http.ask(address, undefined, { method, headers, body: new URLSearchParams(fields).toString() });
}

// ── How it ended ───────────────────────────────────────────────────────────────────────────────

async function ofRoute(response: Response): Promise<Ending> {
  const body = await response.text();
  const { code } = (body.startsWith('{') ? JSON.parse(body) : {}) as { code?: string };
  const told = `${response.status} ${body.slice(0, 1500)}`;
  if (response.status === 404 && code === 'notFound') return { is: 'denied', told };
  if (response.status === 403 && code === 'notAllowed') return { is: 'denied', told };
  if (response.status >= 500) return { is: 'broken', told };
  const isRefused = response.status === 409 || response.status === 422;
  return { is: response.ok || isRefused ? 'allowed' : 'invalid', told };
}

function ofClick({ status, text, body }: Answer, wasNotAllowed: boolean): Ending {
  const told = `${status} ${text.slice(0, 1500)}`;
  if (status !== 200) return { is: 'broken', told };
  if (wasNotAllowed || body.value === teamsText.noNetwork.fi || text.includes(JSON.stringify(teamsText.noNetwork.fi)))
    return { is: 'denied', told };
  if (text.includes(teamsText.stale.fi)) return { is: 'invalid', told };
  const isOurs = text.includes(teamsText.failed.fi.split('{')[0] ?? '');
  return { is: isOurs ? 'broken' : 'allowed', told };
}

/** Of a page or a file: plain words for a person, the status for the test. */
async function ofAddress(response: Response): Promise<Ending> {
  const told = `${response.status} ${(await response.text()).replace(/<style>.*<\/style>/s, '').slice(0, 1500)}`;
  if (response.status === 403 || response.status === 404) return { is: 'denied', told };
  if (response.status >= 500) return { is: 'broken', told };
  const isTaken = response.status < 400 || response.status === 409 || response.status === 422;
  return { is: isTaken ? 'allowed' : 'invalid', told };
}
