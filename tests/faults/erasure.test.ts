/** A person put in everywhere the real app keeps people, then erased: found in no byte of the store, its log and free pages, the logs, exports and queues. */
import { createHash, randomUUID } from 'node:crypto';
import { cp, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CosmosClient } from '@azure/cosmos';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { CONTAINERS } from '../../bot/core/scope.ts';
import type { BoxView, ChallengeView, DeedAdded } from '../../bot/features/boxes/contract.ts';
import type { EventView } from '../../bot/features/events/contract.ts';
import { EMPTY_COLLECTION, EMPTY_IDEA } from '../../bot/features/ideas/contract.ts';
import { EMPTY_DRAFT } from '../../bot/features/materials/material-draft.ts';
import type { PollView } from '../../bot/features/polls/contract.ts';
import type { ErasureView, Mention, OwnData } from '../../bot/features/privacy/contract.ts';
import { headings } from '../../bot/features/privacy/text.ts';
import type { SurveyView } from '../../bot/features/surveys/contract.ts';
import { eventually } from '../fakes/eventually.ts';
import { installation, type Somebody, somebody } from '../fakes/people-of-teams.ts';
import { type ServerWorld, STORES, saidBy, startServerWorld } from '../fakes/server-world.ts';
import { openSmtpSink, type SmtpSink } from '../fakes/smtp-sink.ts';
import { TEAM, TENANT } from '../fakes/teams-cloud.ts';

const TIME = 240_000;
const SIZE = 7;

const coordinator = somebody(0);
const colleague = somebody(1);
const sentinel: Somebody & { readonly email: string } = {
  teamsId: '29:sentinel-5e117131',
  objectId: '5e117131-0000-4000-8000-5e1171315e11',
  name: 'Aatos Sentinelli',
  email: 'aatos.sentinelli@akaa.invalid',
};
const PHONE = '+358 50 7771234';
const OTHER_EMAIL = 'vanha.osoite@uusikaupunki.invalid';
/** Their words in the n-th poll. */
const commentIn = (n: number): string => `Ajatus-${n}-jota-ei-muilla-ole`;

/** Their words for events. */
const EVENT_WORDS: Readonly<Record<string, readonly string[]>> = {
  need: ['Kaikuluotain-ruoka', 'Kaikuluotain-tuoli'],
  wish: ['Kaikuluotain-toive'],
  'answer for an event': ['Kaikuluotain-lounas'],
};

/** Their words in surveys; those of sealed answers are readable once they are published. */
const SURVEY_WORDS: Readonly<Record<string, readonly string[]>> = {
  'answer to a survey': ['Kaikuluotain-vastaus'],
  'answer to a closed survey': ['Kaikuluotain-jälki'],
  'published text': ['Kaikuluotain-julki'],
  'draft of an answer': ['Kaikuluotain-luonnos'],
  'form of a survey': ['Kaikuluotain-lomake'],
};
/** What is in a file that they sent and put nowhere. */
const MATERIAL_WORDS: Readonly<Record<string, readonly string[]>> = { 'file on its way': ['Kaikuluotain-tiedosto'] };
/** Their words on a statement. */
const STATEMENT_WORDS: Readonly<Record<string, readonly string[]>> = {
  'comment on a statement': ['Kaikuluotain-kommentti'],
};
/** Their words in a box that is not opened, and in a challenge. */
const BOX_WORDS: Readonly<Record<string, readonly string[]>> = {
  story: ['Kaikuluotain-tarina'],
  deed: ['Kaikuluotain-teko'],
};

/** What they asked the coordinator alone. */
const QUESTION_WORDS: Readonly<Record<string, readonly string[]>> = { 'private question': ['Kaikuluotain-kysymys'] };

/** Never readable: sealed, and not published. */
const SEALED_DRAFT = 'Kaikuluotain-sinetti';

/** By any of these the person would be found. */
const MARKS: Readonly<Record<string, readonly string[]>> = {
  'Teams id': [sentinel.teamsId],
  'object id': [sentinel.objectId],
  name: [sentinel.name, JSON.stringify(sentinel.name).slice(1, -1), 'Sentinelli'],
  'e-mail': [sentinel.email],
  'other e-mail': [OTHER_EMAIL],
  phone: [PHONE],
};

/** What there is on them before: without it the test would prove less than it says. */
const STORED = [
  ...['members', 'directory', 'seats', 'delegateOf', 'recommendationsMade', 'rowsOfUploadedLists', 'personalLinks'],
  ...['pollVotes', 'pollsTakenPartIn', 'pollsCreated', 'pollOptionsAdded', 'pollReminders', 'messages', 'letters'],
  ...['actsByYou', 'actsAboutYou'],
  ...['eventRegistrations', 'eventColleagues', 'eventsCreated', 'eventsChanged', 'eventsCancelled', 'eventReminders'],
  ...['surveyAnswers', 'surveyDrafts', 'surveysTakenPartIn', 'surveysCreated', 'surveyReminders', 'surveyForms'],
  ...['bulletinsWritten', 'bulletinsCorrected', 'bulletinsReceived'],
  ...['questionsAsked', 'questionAnswers', 'questionsTaken', 'questionsRequested'],
  ...['materialsAdded', 'fileVersionsAdded', 'municipalityAnswers', 'filesOnTheirWay', 'materialVisits'],
  ...['statementComments', 'statementsJoined', 'statementsCreated', 'statementVersions', 'statementsFinished'],
  ...['ideasProposed', 'ideasCredited', 'ideaWordings', 'ideaSteps', 'ideaSupports', 'ideaComments'],
  ...['ideaMergings', 'ideaCalls'],
  ...['boxesCreated', 'stories', 'challengesCreated', 'deeds', 'challengedBySomeone'],
];

let world: ServerWorld;
let sink: SmtpSink;
let scratch: string;

async function ask<T>(who: Somebody, method: string, path: string, json?: unknown): Promise<T> {
  const response = await world.api(who, method, path, json);
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
  return (response.status === 204 ? undefined : await response.json()) as T;
}

/** What the team's roster is now, and Teams telling of it. */
async function tellRoster(change: 'membersAdded' | 'membersRemoved', who: Somebody): Promise<void> {
  const { type: _, action: __, ...base } = installation(world.cloud, coordinator);
  await world.network.deliver({
    ...base,
    type: 'conversationUpdate',
    channelData: {
      ...base.channelData,
      eventType: change === 'membersAdded' ? 'teamMemberAdded' : 'teamMemberRemoved',
    },
    [change]: [{ id: who.teamsId, aadObjectId: who.objectId }],
  });
}

// ── What there is to find ──────────────────────────────────────────────────────────────────────

interface Bytes {
  readonly name: string;
  readonly data: Buffer;
}

async function storedBytes(): Promise<Bytes[]> {
  const log = { name: 'log', data: Buffer.from(world.log.join('\n')) };
  const beside = (await Promise.all(['keys', 'files', 'search'].map((name) => copied(name)))).flat();
  return [...(world.cosmos ? await documents() : await copied('store')), ...beside, log];
}

/** As it lies there at one moment: the server writes on. */
async function copied(folder: string): Promise<Bytes[]> {
  const copy = await mkdtemp(join(scratch, 'copy-'));
  await cp(join(world.folder, folder), copy, { recursive: true });
  return (await bytesIn(copy)).map(({ name, data }) => ({ name: `${folder}/${name}`, data }));
}

async function documents(): Promise<Bytes[]> {
  if (!world.cosmos) return [];
  const { endpoint, key, agent } = world.cosmos;
  const client = new CosmosClient({ endpoint, key, agent });
  const all: Bytes[] = [];
  for (const name of CONTAINERS) {
    const found = await client.database('verkostobotti').container(name).items.query('SELECT * FROM c').fetchAll();
    all.push({ name, data: Buffer.from(found.resources.map((one) => JSON.stringify(one)).join('\n')) });
  }
  client.dispose();
  return all;
}

async function bytesIn(folder: string): Promise<Bytes[]> {
  const names = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((one) => one.isFile());
  return Promise.all(
    names.map(async ({ parentPath, name }) => ({ name, data: await readFile(join(parentPath, name)) })),
  );
}

/** `kind of mark in where`, for each that is found. */
function foundIn(all: readonly Bytes[], marks = MARKS): string[] {
  return all.flatMap(({ name, data }) =>
    Object.entries(marks).flatMap(([kind, forms]) =>
      forms.some((form) => data.includes(form)) ? [`${kind} in ${name}`] : [],
    ),
  );
}

/** Everything that leaves the app: exports, lists, and what the channel shows. */
async function shown({ polls, events, surveys }: Pick<Everywhere, 'polls' | 'events' | 'surveys'>): Promise<Bytes[]> {
  const asked = [
    ...polls.map((id) => `/polls/${id}/export`),
    ...events.map((id) => `/events/${id}/file`),
    ...Object.values(surveys).map((id) => `/surveys/${id}/export`),
  ];
  const files = await Promise.all(
    asked.map(async (path) => {
      const { url } = await ask<{ url: string }>(coordinator, 'POST', path, { format: 'csv' });
      return { name: path, data: Buffer.from(await (await world.fetch(new URL(url).pathname)).text()) };
    }),
  );
  const pages = events.flatMap((id) =>
    ['', '/participants', '/door', '/catering'].map((page) => `/events/${id}${page}`),
  );
  const answers = Object.values(surveys).flatMap((id) =>
    ['', '/texts?question=q2', '/texts?question=q3~own'].map((page) => `/surveys/${id}${page}`),
  );
  const named = [surveys.named, surveys.closed].map((id) => `/surveys/${id}/responses`);
  const { url } = await ask<{ url: string }>(coordinator, 'POST', '/members/file', {
    ...{ filter: {}, content: 'members', format: 'csv' },
  });
  const members = await (await world.fetch(new URL(url).pathname)).text();
  const lists = await Promise.all(
    [
      ...['/members', '/groups', '/organisations', '/audit', '/posts/troubled', '/members/doubles', '/imports'],
      ...['/questions', '/questions?show=answered', '/questions-desk'],
      ...[...pages, ...answers, ...named, '/surveys', '/survey-forms', '/bulletin-desk'],
    ].map(async (path) => ({
      name: path,
      data: Buffer.from(JSON.stringify(await ask(coordinator, 'GET', path))),
    })),
  );
  const channel = JSON.stringify(world.cloud.messages(TEAM).map(({ activity }) => activity));
  return [
    ...files,
    ...lists,
    { name: 'members.csv', data: Buffer.from(members) },
    { name: 'channel', data: Buffer.from(channel) },
  ];
}

// ── The person everywhere ──────────────────────────────────────────────────────────────────────

interface Everywhere {
  readonly polls: readonly string[];
  /** One that has begun and of which it is noted who came, and one that is to come. */
  readonly events: readonly string[];
  readonly surveys: Surveys;
  readonly organisation: string;
  readonly note: string;
  /** Of their personal link. */
  readonly token: string;
}

/** Two that are open, with names and without, and two that are closed. */
interface Surveys {
  readonly named: string;
  readonly sealed: string;
  readonly closed: string;
  readonly closedSealed: string;
  readonly theirs: string;
}

async function putEverywhere(): Promise<Everywhere> {
  world.cloud.rosters.get(TEAM)?.push({
    ...{ id: sentinel.teamsId, aadObjectId: sentinel.objectId, name: sentinel.name, email: sentinel.email },
    ...{ tenantId: TENANT, userRole: 'user' },
  });
  await tellRoster('membersAdded', sentinel);
  await eventually(() =>
    ask<unknown>(coordinator, 'GET', `/members/${sentinel.objectId}`).then(
      () => true,
      () => false,
    ),
  );

  // The register: an organisation with its delegate, own details, another identity, a colleague recommended.
  const { added } = await ask<{ added: { id: string }[] }>(coordinator, 'POST', '/organisations/municipalities', {
    codes: ['020'],
  });
  const organisation = added[0]?.id ?? '';
  await ask(sentinel, 'POST', '/register/own', { type: 'organisation', organisation });
  await ask(sentinel, 'PUT', '/own', {
    phone: PHONE,
    title: 'Sentinellin virka',
    topics: 'koulukuljetukset',
    isListed: true,
    mail: { polls: true },
  });
  const { url: link } = await ask<{ url: string }>(sentinel, 'POST', '/own/link', {
    byMail: true,
    requestId: randomUUID(),
  });
  const draft = { name: sentinel.name, email: OTHER_EMAIL };
  const other = await ask<{ member: { id: string } }>(coordinator, 'POST', '/members', {
    draft,
    anyway: true,
    requestId: randomUUID(),
  });
  await ask(coordinator, 'POST', `/members/${other.member.id}/merge`, { into: sentinel.objectId });
  await ask(sentinel, 'POST', '/recommendations', {
    draft: { name: 'Uusi Kollega', email: 'uusi.kollega@akaa.invalid' },
    requestId: randomUUID(),
  });
  const of = await ask<{ kind: string; names: object }>(coordinator, 'GET', `/organisations/${organisation}`);
  await ask(coordinator, 'PUT', `/organisations/${organisation}`, {
    kind: of.kind,
    names: of.names,
    domains: [],
    delegate: sentinel.objectId,
  });

  // Groups, an import that waits, a note that names them, a while as coordinator.
  const group = await ask<{ id: string }>(coordinator, 'POST', '/groups', {
    names: { fi: 'Ydinryhmä' },
    requestId: randomUUID(),
  });
  for (const seat of [
    { member: sentinel.objectId, substitute: colleague.objectId, from: '2026-01-01' },
    { member: somebody(2).objectId, substitute: sentinel.objectId, from: '2026-01-01' },
  ]) {
    await ask(coordinator, 'POST', `/groups/${group.id}/seats`, { seat, requestId: randomUUID() });
  }
  const list = `nimi;sähköposti;puhelin\n${sentinel.name};${sentinel.email};${PHONE}\nMuu Henkilö;muu@akaa.invalid;\n`;
  await ask(coordinator, 'POST', '/imports', { fileName: 'jäsenet.csv', base64: Buffer.from(list).toString('base64') });
  const note = await ask<{ id: string }>(coordinator, 'POST', `/membership/${organisation}/notes`, {
    text: `Puhuin Sentinellin kanssa, ${PHONE}.`,
    requestId: randomUUID(),
  });

  // Polls: open ones of every secrecy, one closed of each, a proposed option, one of their own, and reminders.
  const polls: string[] = [];
  for (const secrecy of ['named', 'unnamed', 'secret']) {
    for (const isToClose of [false, true]) {
      const { poll } = await world.publish({
        ...{ question: `${secrecy} ${isToClose}`, options: 'Yksi\nKaksi\nKolme', secrecy },
        membersAddOptions: secrecy === 'secret' ? '' : 'true',
      });
      polls.push(poll);
      await ask(coordinator, 'POST', `/polls/${poll}/reminder`, {
        direct: true,
        channel: false,
        requestId: randomUUID(),
      });
      for (const [n, who] of [sentinel, somebody(1), somebody(2), somebody(3)].entries()) {
        const comment = who === sentinel ? commentIn(polls.length) : '';
        const answer = await world.click(who, 'polls.vote', { poll, choice: `o${(n % 2) + 1}`, comment });
        expect(saidBy(answer)).toBe('receipt');
      }
      if (secrecy !== 'secret')
        await ask(sentinel, 'POST', `/polls/${poll}/options`, { label: `Neljäs ${polls.length}` });
      if (isToClose) await ask(coordinator, 'POST', `/polls/${poll}/close`, {});
    }
  }
  for (const poll of polls.filter((_, n) => n % 2 === 1)) {
    await eventually(async () => (await viewOf(poll)).phase === 'closed', 60_000);
  }
  await ask(coordinator, 'POST', '/coordinators', { member: sentinel.objectId });
  await ask(sentinel, 'POST', `/polls/${polls[0]}/reminder`, {
    ...{ direct: false, channel: true, requestId: randomUUID() },
  });
  const theirs = { question: 'Heidän kysymyksensä?', options: 'Kyllä\nEi' };
  const { id: asked } = await ask<PollView>(sentinel, 'POST', '/polls', { draft: theirs, requestId: randomUUID() });
  polls.push(asked);
  const events = await putInEvents();
  const surveys = await putInSurveys();
  await putInMaterials();
  await putInQuestions();
  await putInBulletins();
  await putInBoxes();
  await putInStatements();
  await putInIdeas();
  await ask(coordinator, 'DELETE', `/coordinators/${sentinel.objectId}`);
  await eventually(() => sink.letters.some(({ to }) => to.includes(sentinel.email)));
  return { polls, events, surveys, organisation, note: note.id, token: /\/p\/([^/]+)/.exec(link)?.[1] ?? '' };
}

/** With answers, drafts and published texts of theirs, and as who made a survey, reminded of it and put a form aside. They coordinate meanwhile. */
async function putInSurveys(): Promise<Surveys> {
  const inFinnish = (fi: string) => ({ fi, sv: '', en: '' });
  const drafted = (title: string, secrecy: string) => ({
    ...{ title: inFinnish(title), secrecy, step: '3' },
    parts: [
      {
        questions: [
          { id: 'q1', type: 'grade', label: inFinnish('Arvosana?'), isRequired: true },
          { id: 'q2', type: 'text', label: inFinnish('Mikä jäi mieleen?') },
          {
            ...{ id: 'q3', type: 'choice', label: inFinnish('Miten kuulit?'), allowsOther: true },
            options: [{ id: 'o1', label: inFinnish('Kollegalta') }],
          },
        ],
      },
    ],
  });
  const make = async (who: Somebody, title: string, secrecy: string): Promise<string> => {
    const draft = drafted(title, secrecy);
    return (await ask<SurveyView>(who, 'POST', '/surveys', { draft, requestId: randomUUID() })).id;
  };
  const answer = (who: Somebody, survey: string, typed: object) =>
    ask(who, 'POST', `/surveys/${survey}/answers`, { typed, requestId: randomUUID() });
  const others = [1, 2, 3].map(somebody);
  const answered = async (title: string, secrecy: string, theirs: object): Promise<string> => {
    const survey = await make(coordinator, title, secrecy);
    await answer(sentinel, survey, { q1: '2', ...theirs });
    for (const who of others) await answer(who, survey, { q1: '5', q2: 'Muiden sana', q3: 'o1' });
    return survey;
  };
  const surveys = {
    named: await answered('Nimellinen', 'named', { q2: 'Kaikuluotain-vastaus' }),
    sealed: await answered('Nimetön', 'anonymous', { 'q3-other': 'Kaikuluotain-oma', q2: 'Kaikuluotain-julki' }),
    closed: await answered('Suljettu', 'named', { q2: 'Kaikuluotain-jälki' }),
    closedSealed: await answered('Suljettu nimetön', 'anonymous', {}),
    theirs: await make(sentinel, 'Heidän kyselynsä', 'anonymous'),
  };
  await ask(sentinel, 'POST', `/surveys/${surveys.named}/draft`, {
    ...{ typed: { q1: '3', q2: 'Kaikuluotain-luonnos' }, requestId: randomUUID() },
  });
  await ask(sentinel, 'POST', `/surveys/${surveys.sealed}/draft`, {
    ...{ typed: { q2: SEALED_DRAFT }, requestId: randomUUID() },
  });
  await ask(sentinel, 'POST', `/surveys/${surveys.named}/reminder`, {
    ...{ direct: false, channel: true, requestId: randomUUID() },
  });
  await ask(sentinel, 'PUT', `/survey-forms/${randomUUID()}`, { draft: drafted('Kaikuluotain-lomake', 'named') });
  for (const id of [surveys.closed, surveys.closedSealed]) await ask(coordinator, 'POST', `/surveys/${id}/close`, {});
  for (const id of [surveys.closed, surveys.closedSealed])
    await eventually(async () => (await surveyOf(id)).phase === 'closed', 60_000);
  for (const id of [surveys.named, surveys.sealed])
    await eventually(async () => (await surveyOf(id)).resultState === 'shown', 60_000);
  return surveys;
}

/** As who asked everyone and the coordinator alone, answered, took a question and was asked to answer one. They coordinate meanwhile. */
async function putInQuestions(): Promise<void> {
  const askedBy = (who: Somebody, draft: object) =>
    ask<{ id: string }>(who, 'POST', '/questions', { draft, requestId: randomUUID() });
  const answeredBy = (who: Somebody, { id }: { id: string }, answer: string) =>
    ask(who, 'POST', `/questions/${id}/answers`, { answer, requestId: randomUUID() });
  const secret = await askedBy(sentinel, { text: 'Kaikuluotain-kysymys?', to: 'coordinator' });
  await answeredBy(coordinator, secret, 'Kaikuluotain-kysymys kannattaa unohtaa.');
  await answeredBy(colleague, await askedBy(sentinel, { text: 'Miten te teitte?' }), 'Yhdessä.');
  const theirs = await askedBy(colleague, { text: 'Kuka auttaa?' });
  await ask(sentinel, 'POST', `/questions/${theirs.id}/act`, { act: 'take' });
  await ask(coordinator, 'POST', `/questions/${theirs.id}/requests`, { member: sentinel.objectId });
  await answeredBy(sentinel, theirs, 'Soita meille.');
}

/** As who added an item with a file, is named as its author, spoke for their municipality, looked around, and has a file on its way. */
async function putInMaterials(): Promise<void> {
  const upload = await send('ohje.txt', 'Koulukuljetusten ohje');
  const draft = {
    ...EMPTY_DRAFT,
    ...{ type: 'goodPractice', title: 'Kylien kyydit', author: sentinel.name, files: [{ upload }] },
  };
  const item = await ask<{ id: string }>(sentinel, 'POST', '/materials', {
    ...{ draft, intent: 'send', requestId: randomUUID() },
  });
  const said = { status: 'tried', comment: 'Toimi meillä.', notes: { people: 'Rehtorit mukaan' } };
  await ask(sentinel, 'PUT', `/materials/${item.id}/reaction`, said);
  await ask(sentinel, 'GET', '/materials');
  await send('kesken.txt', 'Kaikuluotain-tiedosto');
}

/** As who put up a box and a challenge, left a story, looked at another, did a deed, challenged someone and was challenged. They coordinate meanwhile. */
async function putInBoxes(): Promise<void> {
  await ask(coordinator, 'POST', '/modules/boxes', { on: true });
  await eventually(async () => (await world.api(sentinel, 'GET', '/boxes')).ok); // the network's settings are kept for two seconds
  const requestId = randomUUID();
  const box = await ask<BoxView>(sentinel, 'POST', '/boxes', {
    ...{ draft: { title: 'Muistot', checksMembers: true }, requestId },
  });
  const told = { text: 'Kaikuluotain-tarina', name: sentinel.name, showsOrganisation: true };
  await ask(sentinel, 'POST', `/boxes/${box.id}/stories`, { draft: told, requestId });
  const other = { draft: { text: 'Toisen tarina' }, requestId };
  const { own } = await ask<BoxView>(colleague, 'POST', `/boxes/${box.id}/stories`, other);
  await ask(sentinel, 'POST', `/boxes/${box.id}/stories/${own[0]?.id}/check`, { isLetIn: true });
  const dare = { title: 'Hyvät teot', goal: '100', unit: 'tekoa' };
  const challenge = await ask<ChallengeView>(sentinel, 'POST', '/challenges', { draft: dare, requestId });
  const did = { text: 'Kaikuluotain-teko', passTo: colleague.objectId };
  const added = await ask<DeedAdded>(sentinel, 'POST', `/challenges/${challenge.id}/deeds`, { draft: did, requestId });
  expect(added.challenge.count).toBe(1);
  await ask(colleague, 'POST', `/challenges/${challenge.id}/deeds`, {
    ...{ draft: { text: 'Toisen teko', passTo: sentinel.objectId }, requestId },
  });
}

/** As who opened a call, proposed, worded anew, supported, commented, merged and said how far an idea is. They coordinate meanwhile. */
async function putInIdeas(): Promise<void> {
  const requestId = randomUUID();
  const calling = { draft: { ...EMPTY_COLLECTION, title: 'Liikenneraha' }, intent: 'publish', requestId };
  const { id: call } = await ask<{ id: string }>(sentinel, 'POST', '/idea-collections', calling);
  const propose = async (who: Somebody, title: string) =>
    ask<{ id: string }>(who, 'POST', `/idea-collections/${call}/ideas`, {
      ...{ draft: { ...EMPTY_IDEA, title }, requestId: randomUUID() },
    });
  const own = await propose(sentinel, 'Kimppakyyti');
  const other = await propose(colleague, 'Pyöräparkki');
  const third = await propose(sentinel, 'Yövuoro');
  await ask(sentinel, 'PATCH', `/ideas/${own.id}`, { draft: { ...EMPTY_IDEA, title: 'Kimppakyydit' } });
  await ask(sentinel, 'PUT', `/ideas/${other.id}/support`, { isSupported: true });
  await ask(sentinel, 'POST', `/ideas/${other.id}/comments`, { text: 'Meillekin', requestId });
  await ask(sentinel, 'POST', `/idea-collections/${call}/merge`, {
    ...{ ideas: [own.id, other.id], draft: { title: 'Yhdessä', text: '', cost: '' }, requestId },
  });
  await ask(sentinel, 'POST', `/ideas/${third.id}/state`, { state: 'underWay', note: '' });
}

/** As who began a statement, commented on it, joined it for their municipality and finished it. They coordinate meanwhile. */
async function putInStatements(): Promise<void> {
  await ask(coordinator, 'POST', '/modules/statements', { on: true });
  await eventually(async () => (await world.api(sentinel, 'GET', '/statements')).ok);
  const requestId = randomUUID();
  for (const isToFinish of [false, true]) {
    const draft = { title: `Lausunto ${isToFinish}`, text: 'Verkosto kannattaa esitystä.' };
    const { id } = await ask<{ id: string }>(sentinel, 'POST', '/statements', { draft, requestId: randomUUID() });
    await ask(sentinel, 'POST', `/statements/${id}/commenting`, { on: '', at: '' });
    const said = { paragraph: 'p1', text: 'Kaikuluotain-kommentti', requestId };
    await ask(sentinel, 'POST', `/statements/${id}/comments`, said);
    await ask(colleague, 'POST', `/statements/${id}/comments`, { ...said, text: 'Toisen sana' });
    await ask(sentinel, 'POST', `/statements/${id}/joining`, { on: '', at: '' });
    await ask(sentinel, 'PUT', `/statements/${id}/join`, { note: '' });
    if (isToFinish) await ask(sentinel, 'POST', `/statements/${id}/final`, {});
  }
}

/** As who wrote a bulletin and a series, is among those whom mail goes to, and corrected what had gone out. They coordinate meanwhile. */
async function putInBulletins(): Promise<void> {
  const draft = { title: 'Tiedote', text: 'Kokous on torstaina.', mailTo: 'members', filter: {} };
  const { id } = await ask<{ id: string }>(sentinel, 'POST', '/bulletins', { draft, requestId: randomUUID() });
  await ask(sentinel, 'POST', `/bulletins/${id}/send`, {});
  await eventually(async () => {
    const { state } = await ask<{ state: string }>(coordinator, 'GET', `/bulletins/${id}/desk`);
    return state === 'sent';
  });
  await ask(sentinel, 'POST', `/bulletins/${id}/correct`, { title: 'Tiedote', text: 'Kokous on perjantaina.' });
  const series = { title: 'Joulukalenteri', firstDay: '2199-12-01', days: '24', time: '9.00' };
  await ask(sentinel, 'POST', '/bulletin-series', { draft: series, requestId: randomUUID() });
}

/** Resolves to the id of the upload. */
async function send(name: string, words: string): Promise<string> {
  const bytes = Buffer.from(words);
  const offer = { name, size: bytes.length, changedAt: 1 };
  const { upload } = await ask<{ upload: string }>(sentinel, 'POST', '/material-uploads', offer);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  await ask(sentinel, 'PUT', `/material-uploads/${upload}/blocks/0?sha256=${sha256}`, new Uint8Array(bytes));
  await ask(sentinel, 'POST', `/material-uploads/${upload}/finish`, {});
  return upload;
}

const surveyOf = (id: string): Promise<SurveyView> => ask<SurveyView>(coordinator, 'GET', `/surveys/${id}`);
/** Every figure of surveys, and nothing of who or of what was written. */
const surveyFigures = (surveys: Surveys) =>
  Promise.all(
    Object.values(surveys).map(async (id: string) => {
      const { answers, absent, resultState, results } = await surveyOf(id);
      const questions = results?.questions.map(({ id: question, average, bars }) => ({ question, average, bars }));
      return { answers, absent, resultState, questions };
    }),
  );

/** As a participant with needs, a wish and an answer, with a colleague registered, and as who runs an event. They coordinate meanwhile. */
async function putInEvents(): Promise<string[]> {
  const now = Date.now();
  const make = async (who: Somebody, minutes: number, more: object = {}): Promise<string> => {
    const [startsOn = '', startsAtTime = ''] = wallTime(now + minutes * 60_000);
    const [endsOn = '', endsAtTime = ''] = wallTime(now + (minutes + 60) * 60_000);
    const draft = {
      ...{
        type: 'seminar',
        title: 'Syysseminaari',
        ways: 'both',
        asksNeeds: 'true',
        questions: 'Lounas?',
        reminders: 'none',
      },
      ...{ startsOn, startsAtTime, endsOn, endsAtTime, ...more },
    };
    const made = await ask<EventView>(who, 'POST', '/events', { draft, publishes: true, requestId: randomUUID() });
    return made.id;
  };
  const soon = await make(sentinel, 24 * 60);
  const later = await make(coordinator, 48 * 60, { capacityRoom: '1' });
  for (const event of [soon, later]) {
    await ask(sentinel, 'PUT', `/events/${event}/answer`, {
      ...{ attendance: 'room', answers: { q1: 'Kaikuluotain-lounas' }, requestId: randomUUID() },
      needs: {
        ...{ diet: ['vegan'], dietWords: 'Kaikuluotain-ruoka' },
        ...{ access: ['stepFree'], accessWords: 'Kaikuluotain-tuoli' },
      },
    });
    await ask(colleague, 'PUT', `/events/${event}/answer`, { attendance: 'room', requestId: randomUUID() });
  }
  await ask(sentinel, 'POST', `/events/${soon}/colleagues`, {
    ...{ name: 'Kaisa Kollega', email: 'kaisa.kollega@akaa.invalid', organisation: 'Toinen kunta' },
    ...{ attendance: 'online', requestId: randomUUID() },
  });
  // who has just become coordinator is shown the desk a moment later
  const { draft } = await eventually(async () => (await ask<EventView>(sentinel, 'GET', `/events/${soon}`)).desk);
  const [startsOn = '', startsAtTime = ''] = wallTime(now + 90 * 60_000);
  const [endsOn = '', endsAtTime = ''] = wallTime(now + 150 * 60_000);
  await ask(sentinel, 'PUT', `/events/${soon}`, {
    ...{ draft: { ...draft, startsOn, startsAtTime, endsOn, endsAtTime }, tells: true },
  });
  await ask(sentinel, 'POST', `/events/${soon}/reminders/day`, { channel: false, requestId: randomUUID() });
  await ask(coordinator, 'PUT', `/events/${soon}/door/${sentinel.objectId}`, { came: true });
  const cancelled = await make(sentinel, 72 * 60);
  await ask(sentinel, 'PUT', `/events/${cancelled}/answer`, {
    ...{ attendance: 'no', wish: 'Kaikuluotain-toive', requestId: randomUUID() },
  });
  await ask(sentinel, 'POST', `/events/${cancelled}/cancel`, { reason: '' });
  return [soon, later, cancelled];
}

/** Date and time as the form of an event sends them, where the network is. */
const wallTime = (at: number): string[] =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Helsinki', dateStyle: 'short', timeStyle: 'short' })
    .format(at)
    .split(' ');

const viewOf = (poll: string): Promise<PollView> => ask<PollView>(coordinator, 'GET', `/polls/${poll}`);
/** Every figure of the polls, and nothing of who. */
const figures = (polls: readonly string[]) =>
  Promise.all(
    polls.map(async (poll) => {
      const { voters, entitled, options, winnerIds, verdict } = await viewOf(poll);
      return { voters, entitled, votes: options.map(({ id, votes }) => [id, votes]), winnerIds, verdict };
    }),
  );

describe.each(STORES)('on %s', (on) => {
  beforeEach(async () => {
    scratch = await mkdtemp(join(tmpdir(), 'erasure-'));
    sink = await openSmtpSink();
    world = await startServerWorld(on, SIZE, { SMTP_URL: sink.url, MAIL_FROM: 'verkosto@akaa.invalid' });
  }, TIME);
  afterEach(async () => {
    await world.close();
    await sink.close();
    await rm(scratch, { recursive: true, force: true });
  });

  test(
    'who was put in everywhere is found nowhere after erasure, and every total is as it was',
    async () => {
      const { polls, events, surveys, organisation, note, token } = await putEverywhere();
      const tokenHash = createHash('sha256').update(token).digest('hex');
      const before = await figures(polls);
      const surveysBefore = await surveyFigures(surveys);
      const marks = {
        ...MARKS,
        ...EVENT_WORDS,
        ...SURVEY_WORDS,
        ...MATERIAL_WORDS,
        ...QUESTION_WORDS,
        ...BOX_WORDS,
        ...STATEMENT_WORDS,
        'personal link': [tokenHash],
        comment: [1, 2, 3, 4].map(commentIn),
      };
      const planted = foundIn(await storedBytes(), marks);
      for (const kind of Object.keys(marks))
        expect([kind, planted.filter((one) => one.startsWith(`${kind} in`))]).not.toEqual([kind, []]);
      expect(foundIn(await storedBytes(), { sealed: [SEALED_DRAFT] })).toEqual([]);
      expect(planted.filter((one) => one.endsWith('in log'))).toEqual([]);
      for (const kind of ['name', 'object id'])
        expect(planted.filter((one) => one.startsWith(`${kind} in search/`))).not.toEqual([]);
      expect(foundIn(await shown({ polls, events, surveys }))).not.toEqual([]);

      // They see it all under headings of their own language.
      const own = await ask<OwnData>(sentinel, 'GET', '/privacy/own');
      expect(own.sections.filter(({ id }) => !(id in headings)).map(({ id }) => id)).toEqual([]);
      expect(STORED.filter((one) => !own.sections.some(({ id }) => id === one))).toEqual([]);
      for (const words of [
        sentinel.name,
        sentinel.email,
        PHONE,
        OTHER_EMAIL,
        commentIn(1),
        ...Object.values({ ...EVENT_WORDS, ...SURVEY_WORDS, ...BOX_WORDS, ...STATEMENT_WORDS }).flat(),
        SEALED_DRAFT,
      ])
        expect(JSON.stringify(own)).toContain(words);
      for (const who of [coordinator, colleague])
        expect(JSON.stringify(own)).not.toMatch(new RegExp(`${who.objectId}|${who.name}(?!\\d)`));

      // What others wrote is listed first; here the coordinator removes it.
      const { mentions } = await ask<{ mentions: Mention[] }>(
        coordinator,
        'GET',
        `/privacy/mentions?member=${sentinel.objectId}`,
      );
      expect(mentions.map(({ what }) => what)).toEqual(expect.arrayContaining(['Muistiinpano organisaatiosta']));
      await ask(coordinator, 'DELETE', `/membership/${organisation}/notes/${encodeURIComponent(note)}`);

      // They leave the team, so that Teams does not name them any more.
      const roster = world.cloud.rosters.get(TEAM) ?? [];
      world.cloud.rosters.set(
        TEAM,
        roster.filter(({ id }) => id !== sentinel.teamsId),
      );
      await tellRoster('membersRemoved', sentinel);
      const asked = await ask<ErasureView>(coordinator, 'POST', `/privacy/erase/${sentinel.objectId}`, {
        confirmation: 'poista',
      });
      expect(asked).toMatchObject({ isInTeam: false });
      await eventually(async () => {
        const { erasures } = await ask<{ erasures: ErasureView[] }>(coordinator, 'GET', '/privacy/erasures');
        return erasures.every(({ state }) => state === 'done');
      });

      expect(foundIn(await storedBytes(), marks)).toEqual([]);
      await eventually(() => foundIn([channelNow()]).length === 0);
      expect(foundIn(await shown({ polls, events, surveys }))).toEqual([]);
      // Who came is still counted; the place at what is to come went to the next in line.
      const [soon, later] = await Promise.all(events.map((id) => ask<EventView>(coordinator, 'GET', `/events/${id}`)));
      expect(soon).toMatchObject({ phase: 'upcoming', desk: { attendance: { came: 1 } } });
      expect(later).toMatchObject({ room: { taken: 1, waiting: 0, capacity: 1 } });
      const after = await figures(polls);
      expect(after.map(({ entitled: _, ...rest }) => rest)).toEqual(before.map(({ entitled: _, ...rest }) => rest));
      expect(await surveyFigures(surveys)).toEqual(surveysBefore);
      expect((await world.fetch(`/p/${token}/`)).status).toBe(404);
      // Open secret polls are counted as if nothing had happened.
      const secret = polls[4] ?? '';
      await ask(coordinator, 'POST', `/polls/${secret}/close`, {});
      const counted = await eventually(async () => {
        const view = await viewOf(secret);
        return view.phase === 'closed' && view;
      }, 60_000);
      expect([counted.voters, counted.options.map(({ votes }) => votes)]).toEqual([4, [2, 2, 0]]);
      for (const id of [surveys.named, surveys.sealed]) await ask(coordinator, 'POST', `/surveys/${id}/close`, {});
      for (const id of [surveys.named, surveys.sealed])
        await eventually(async () => (await surveyOf(id)).phase === 'closed', 60_000);
      expect(await surveyFigures(surveys)).toEqual(surveysBefore);
      expect(foundIn(await storedBytes(), marks)).toEqual([]);
    },
    TIME,
  );
});

const channelNow = (): Bytes => ({
  name: 'channel',
  data: Buffer.from(JSON.stringify(world.cloud.messages(TEAM).map(({ activity }) => activity))),
});
