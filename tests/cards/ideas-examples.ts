/** Example cards of ideas, from invented data; the tests read them and the pictures show them. */
import { plain } from '../../bot/cards/kit.ts';
import { type Instant, toInstant } from '../../bot/core/clock.ts';
import { activityId, personOf, postId } from '../../bot/core/ids.ts';
import type { Translate } from '../../bot/core/text.ts';
import {
  collectionCard,
  type Faces,
  ideaFormCard,
  openCallsCard,
  type StepFaces,
  sentCard,
  stepCard,
} from '../../bot/features/ideas/cards.ts';
import {
  type Collection,
  type CollectionDraft,
  decide,
  EMPTY_COLLECTION,
  LONGEST_DESCRIPTION,
  LONGEST_NAME,
  LONGEST_PROMISE,
  LONGEST_TITLE,
  MOST_PROMISES,
  MOST_TARGET_GROUPS,
  makeCollection,
  publish,
  readCollection,
  topicsFrom,
} from '../../bot/features/ideas/collection.ts';
import { type Idea, LONGEST_TEXT, makeIdea, type Step } from '../../bot/features/ideas/idea.ts';
import { titleIn } from '../../bot/features/ideas/names.ts';
import { type Example, INJECTION } from './examples.ts';

export const now = toInstant('2026-11-23T10:00:00.000Z');
const later = toInstant('2027-02-01T10:00:00.000Z');
const ZONE = 'Europe/Helsinki';
const LINK = `https://teams.microsoft.com/l/entity/app/network?webUrl=${'x'.repeat(200)}&context=ideas`;
const by = personOf('tenant-1', 'person-0');

export const call = (of: Partial<CollectionDraft> = {}, id = 'k1'): Collection =>
  publish(
    makeCollection(
      readCollection(
        {
          ...EMPTY_COLLECTION,
          ...{ title: 'Nuorten liikenneraha', description: DESCRIPTION, purpose: PURPOSE, mostCost: '10000' },
          ...{ targetGroups: ['Alakoululaiset', 'Yläkoululaiset', 'Lukiolaiset'], promises: [PROMISE] },
          ...{ closesOn: '2026-12-18', ...of },
        },
        { now, zone: ZONE, isGroup: () => true },
      ),
      { id: activityId.parse(id), post: postId.parse(`${id}-card`), by, now },
    ),
    now,
  );
const DESCRIPTION = 'Mikä helpottaisi nuorten kulkemista kunnassanne? Pieni kokeilu riittää.';
const PURPOSE = 'Kunnanhallitus valitsee toteutettavat hankkeet äänestyksen perusteella.';
const PROMISE = 'Idea hyödyttää alle 20-vuotiaita';

const wide = (n: number): string => 'Ä_[*<'.repeat(Math.ceil(n / 5)).slice(0, n);
const many = (n: number, length: number): string[] =>
  Array.from({ length: n }, (_, at) => `${wide(length - 3)}${String(at).padStart(3, '0')}`);

export const TITLES = ['Kimppakyyti kerhoihin', 'Pyöräparkki asemalle', 'Viikonloppuvuoro uimahallille'] as const;
export const faces = (t: Translate, of: Partial<Faces> = {}): Faces => {
  const about = of.call ?? call();
  return {
    ...{ call: about, title: titleIn(about, t), whoProposes: 'ryhmä Ydinryhmä', ideas: 14, organisations: 9 },
    ...{ newest: TITLES, isOnVote: false, decided: [] },
    ...of,
  };
};
export const frameOf = (t: Translate, at: Instant = now) => ({
  ...{ now: at, zone: ZONE, t, link: LINK, formLink: `${LINK}/new` },
});

export const idea: Idea = makeIdea(
  { title: TITLES[0], text: 'Vanhempien kyydit yhteen kalenteriin.', promises: [PROMISE], cost: 2500 },
  call(),
  { id: activityId.parse('i1'), by, now },
);
export const step = (what: Step['what'], of: Partial<StepFaces> & { note?: string } = {}): StepFaces => {
  const { note, ...more } = of;
  return {
    ...{ idea, step: { what, at: now, by, ...(note === undefined ? {} : { note }) } },
    ...{ call: 'Nuorten liikenneraha', into: ['Yhteinen kyytikalenteri'], ...more },
  };
};

export const decided = decide(
  call(),
  { ideas: [activityId.parse('i1')], body: 'Kunnanhallitus', on: '2027-03-12', restReason: '' },
  { by, now: later },
);
const pictures = call({ type: 'pictures', title: 'Paras pysäkkikuva', mostCost: '', targetGroups: [], promises: [] });
const ofGroup = call({ whoProposes: 'group:core', opensOn: '2026-12-01' });
const topics = topicsFrom(by, now);
export const largest = call({
  ...{ title: wide(LONGEST_TITLE), description: wide(LONGEST_DESCRIPTION), purpose: wide(500) },
  ...{ targetGroups: many(MOST_TARGET_GROUPS, LONGEST_NAME), promises: many(MOST_PROMISES, LONGEST_PROMISE) },
});
const hostile = call({
  title: INJECTION.slice(0, LONGEST_TITLE),
  description: INJECTION,
  purpose: INJECTION,
  targetGroups: [INJECTION.slice(0, LONGEST_NAME)],
  promises: [INJECTION.slice(0, LONGEST_PROMISE)],
});

const form = (t: Translate) => ({ ...frameOf(t), form: 'form-1' });
const look = (t: Translate) => ({ t, link: LINK });

export const ideaExamples: readonly Example[] = [
  { name: 'ideas call', draw: (t) => collectionCard(faces(t), frameOf(t)) },
  {
    name: 'ideas call without ideas',
    draw: (t) => collectionCard(faces(t, { ideas: 0, organisations: 0, newest: [] }), frameOf(t)),
  },
  {
    name: 'ideas call of a group, to open',
    draw: (t) => collectionCard(faces(t, { call: ofGroup, ideas: 0, newest: [] }), frameOf(t)),
  },
  { name: 'ideas pictures', draw: (t) => collectionCard(faces(t, { call: pictures }), frameOf(t)) },
  { name: 'ideas topics', draw: (t) => collectionCard(faces(t, { call: topics }), frameOf(t)) },
  { name: 'ideas call on vote', draw: (t) => collectionCard(faces(t, { isOnVote: true }), frameOf(t, later)) },
  { name: 'ideas call closed', draw: (t) => collectionCard(faces(t), frameOf(t, later)) },
  {
    name: 'ideas call decided',
    draw: (t) => collectionCard(faces(t, { call: decided, decided: [TITLES[0]] }), frameOf(t, later)),
  },
  {
    name: 'ideas call largest',
    draw: (t) =>
      collectionCard(
        faces(t, { call: largest, newest: many(3, LONGEST_TITLE), decided: many(20, LONGEST_TITLE) }),
        frameOf(t),
      ),
  },
  {
    name: 'ideas call hostile',
    draw: (t) => collectionCard(faces(t, { call: hostile, newest: [INJECTION] }), frameOf(t)),
  },
  { name: 'ideas form', draw: (t) => ideaFormCard({ call: call(), title: call().title }, {}, form(t)) },
  {
    name: 'ideas form for a topic',
    draw: (t) => ideaFormCard({ call: topics, title: titleIn(topics, t) }, {}, form(t)),
  },
  {
    name: 'ideas form refused',
    draw: (t) =>
      ideaFormCard(
        { call: call(), title: call().title },
        { title: 'Uusi bussi', text: 'Oma bussi nuorille.', cost: '12500', targetGroup: '2', promises: '0' },
        { ...form(t), problems: [{ field: 'cost', message: REFUSED }] },
      ),
  },
  {
    name: 'ideas form largest',
    draw: (t) =>
      ideaFormCard(
        { call: largest, title: largest.title },
        { title: wide(LONGEST_TITLE), text: wide(LONGEST_TEXT) },
        form(t),
      ),
  },
  { name: 'ideas sent', draw: (t) => sentCard(idea, look(t)) },
  {
    name: 'ideas calls to choose from',
    draw: (t) =>
      openCallsCard(
        [call(), pictures, topics].map((one) => ({ call: one, title: titleIn(one, t), frame: frameOf(t) })),
        { title: TITLES[0], text: '' },
        t,
      ),
  },
  { name: 'ideas merged', draw: (t) => stepCard(step('merged'), look(t)) },
  { name: 'ideas split', draw: (t) => stepCard(step('split', { into: [TITLES[1], TITLES[2]] }), look(t)) },
  { name: 'ideas back', draw: (t) => stepCard(step('back'), look(t)) },
  { name: 'ideas on vote', draw: (t) => stepCard(step('onVote'), look(t)) },
  {
    name: 'ideas won',
    draw: (t) => stepCard(step('voted', { idea: { ...idea, vote: { votes: 12, isWinner: true } } }), look(t)),
  },
  {
    name: 'ideas voted',
    draw: (t) => stepCard(step('voted', { idea: { ...idea, vote: { votes: 3, isWinner: false } } }), look(t)),
  },
  { name: 'ideas decided', draw: (t) => stepCard(step('decided', { note: 'Kunnanhallitus' }), look(t)) },
  { name: 'ideas under way', draw: (t) => stepCard(step('underWay'), look(t)) },
  { name: 'ideas done', draw: (t) => stepCard(step('done'), look(t)) },
  { name: 'ideas not taken', draw: (t) => stepCard(step('notTaken', { note: REASON }), look(t)) },
];
export const REFUSED = 'Kustannus voi olla enintään 10 000 €; tämä on 12 500 €.';
const REASON = 'Raha riitti tänä vuonna yhteen hankkeeseen.';

/** Everything in the examples that people wrote, as cards show it. */
export const userTexts = (): string[] => {
  const written = [
    ...[DESCRIPTION, PURPOSE, PROMISE, ...TITLES, REFUSED, REASON, 'Nuorten liikenneraha', 'Paras pysäkkikuva'],
    ...['ryhmä Ydinryhmä', 'Yhteinen kyytikalenteri', 'Kunnanhallitus', 'Uusi bussi', 'Oma bussi nuorille.', '12500'],
    ...call().conditions.targetGroups,
    ...['title', 'description', 'purpose'].flatMap((field) => hostile[field as 'title'] ?? []),
    ...[
      ...hostile.conditions.targetGroups,
      ...hostile.conditions.promises,
      INJECTION,
      INJECTION.slice(0, LONGEST_TITLE),
    ],
  ];
  return [...new Set(written.flatMap((one) => [plain(one), one, ...plain(one).split('\n')]))]
    .filter((one) => one.trim() !== '')
    .sort((a, b) => b.length - a.length);
};
