/** A sample network in Finnish for the demo and the end-to-end tests: invented people, its polls, events and feedback of 2024 and its material bank. */
import { toInstant } from '../bot/core/clock.ts';
import { activityId, type NetworkId, personOf, postId } from '../bot/core/ids.ts';
import { members, networks } from '../bot/core/network.ts';
import type { Services, Store } from '../bot/core/ports.ts';
import { networkScope } from '../bot/core/scope.ts';
import type { Locale } from '../bot/core/text.ts';
import { update } from '../bot/core/update.ts';
import { type Event, eventDraft, events, makeEvent, readDraft } from '../bot/features/events/event.ts';
import { type Material, materials } from '../bot/features/materials/material.ts';
import { setupPost } from '../bot/features/network/operations.ts';
import { makePoll, optionIdOf, polls } from '../bot/features/polls/poll.ts';
import { markTrouble, posts } from '../bot/jobs/post.ts';
import type { Person, Team } from './playground.ts';
import { fillFeedback } from './sample-feedback.ts';
import { fillRegister } from './sample-register.ts';

const TENANT = '7f3a1c52-0000-4000-8000-0000000d3a01';
const person = (key: string, n: number, name: string): Person => ({
  id: `29:${key}`,
  objectId: `7f3a1c52-0000-4000-8000-00000000010${n}`,
  name,
  mail: `${key}@example.invalid`,
});

export const sampleTeam = {
  tenant: TENANT,
  bot: { id: '28:verkostobotti', name: 'Verkostobotti' },
  people: [
    person('kaisa', 1, 'Kaisa Kulkija'),
    person('reino', 2, 'Reino Reitti'),
    person('linnea', 3, 'Linnea Linjeberg'),
    person('vuokko', 4, 'Vuokko Vaihto'),
    person('pentti', 5, 'Pentti Pysäkki'),
    person('aada', 6, 'Aada Aikataulu'),
  ],
  team: {
    id: '19:verkosto@thread.tacv2',
    name: 'Pienet joukot, iso merkitys',
    group: '7f3a1c52-0000-4000-8000-000000000201',
  },
  channel: { id: '19:vapaa@thread.tacv2', name: 'Vapaa sana' },
} as const satisfies Team;

/** The first of the people coordinates. */
export const sampleCoordinator = personOf(TENANT, sampleTeam.people[0].objectId);

const CUSTOMERS = 'Webinaari 2024: asiakaskokemus ja ympäristö joukkoliikenteen kilpailutuksessa';
const STATISTICS = 'Webinaari 2024: joukkoliikenteen tilastot';
const SEMINAR = 'Seminaari 2024: joukkoliikenteen markkinointi ja kuntien yhteistyö';

type Item = Pick<Material, 'title' | 'summary' | 'type'> & { readonly event?: string; readonly day: string };

const ITEMS: readonly Item[] = [
  {
    title: 'Seminaarin esitykset yhtenä tiedostona',
    summary:
      'Päivän kaikki diat: miten pieni kunta kertoo joukkoliikenteestään ja mitä kannattaa tehdä naapurin kanssa.',
    type: 'presentation',
    event: SEMINAR,
    day: '2024-11-22',
  },
  {
    title: 'Muistiinpanot ryhmätöistä: mitä teemme yhdessä vuonna 2025',
    summary:
      'Ryhmien ehdotukset: yhteinen aikataulupohja, kuljettajien kielikortti ja vertaiskäynnit kunnasta toiseen.',
    type: 'document',
    event: SEMINAR,
    day: '2024-11-21',
  },
  {
    title: 'Kokeilulippu uusille asukkaille',
    summary:
      'Tulomuuttaja saa kymmenen matkaa tervetuliaiskirjeessä. Näin kokeilu sovittiin, mitä se maksoi ja moniko jatkoi matkustamista.',
    type: 'goodPractice',
    event: SEMINAR,
    day: '2024-11-20',
  },
  {
    title: 'Joukkoliikenteen tilastot: tallenne',
    summary: 'Tunnin tallenne: mitkä luvut kunta saa valmiina, mitkä pitää pyytää liikennöitsijältä ja milloin.',
    type: 'recording',
    event: STATISTICS,
    day: '2024-10-03',
  },
  {
    title: 'Tilastopohja nousijamääristä',
    summary:
      'Taulukko, johon nousut kirjataan linjoittain ja kuukausittain. Vertailu edelliseen vuoteen laskee itse itsensä.',
    type: 'document',
    event: STATISTICS,
    day: '2024-10-02',
  },
  {
    title: 'Kysymyslista liikennöitsijälle tilastoista',
    summary: 'Kahdeksan kysymystä, jotka kannattaa kirjata sopimukseen jo ennen kuin liikenne alkaa.',
    type: 'document',
    event: STATISTICS,
    day: '2024-10-01',
  },
  {
    title: 'Asiakaskokemus kilpailutuksessa: diat',
    summary: 'Miten laatupisteet asetetaan niin, että kuljettajan palvelu ja kaluston siisteys näkyvät hinnassa.',
    type: 'presentation',
    event: CUSTOMERS,
    day: '2024-05-16',
  },
  {
    title: 'Asiakaskokemus kilpailutuksessa: tallenne',
    summary: 'Webinaarin tallenne ja lopun keskustelu kuljettajien osallistumisesta linjojen suunnitteluun.',
    type: 'recording',
    event: CUSTOMERS,
    day: '2024-05-15',
  },
  {
    title: 'Malliteksti: päästövaatimus pienen kunnan tarjouspyyntöön',
    summary: 'Kaksi vaihtoehtoista kohtaa: toinen, kun tarjoajia on useita, toinen, kun kalusto on jo vanhaa.',
    type: 'document',
    event: CUSTOMERS,
    day: '2024-05-14',
  },
  {
    title: 'Koulukuljetus ja linja-auto samaan aikaan',
    summary:
      'Koulupäivän alkua siirrettiin vartilla, ja sama auto vie nyt oppilaat ja työmatkalaiset. Mitä se vaati rehtorilta ja valtuustolta.',
    type: 'goodPractice',
    day: '2024-04-08',
  },
  {
    title: 'Kutsuliikenne haja-asutusalueella',
    summary: 'Kahden vuoden kokemukset tilattavasta taksista: ehdot, hinnat ja soittoaika, joka sopi ikäihmisille.',
    type: 'goodPractice',
    day: '2024-03-11',
  },
  {
    title: 'Näin käytät materiaalipankkia',
    summary: 'Mitä pankissa on, miten sinne lisätään omaa ja kuka vastaa, kun jokin on vanhentunut.',
    type: 'document',
    day: '2024-02-05',
  },
];

/** The events of 2024, and how many came to each. */
const EVENTS = [
  { type: 'webinar', title: CUSTOMERS, day: '2024-05-14', starts: '9.00', headcount: 41, poll: 0 },
  { type: 'webinar', title: STATISTICS, day: '2024-10-01', starts: '9.00', headcount: 37, poll: 1 },
  { type: 'seminar', title: SEMINAR, day: '2024-11-20', starts: '9.00', headcount: 28, place: 'Akaan kaupungintalo' },
] as const;

/** “Webinaari 2024: joukkoliikenteen tilastot” is called “Joukkoliikenteen tilastot” as an event. */
function titleOf(event: string): string {
  const title = event.slice(event.indexOf(': ') + 2);
  return `${title.slice(0, 1).toUpperCase()}${title.slice(1)}`;
}

function pastEvent(index: number, zone: string): Event | undefined {
  const sample = EVENTS[index];
  if (!sample) return undefined;
  const now = toInstant(Date.parse(`${sample.day}T07:00:00Z`) - 21 * 24 * 3600 * 1000);
  const draft = eventDraft.parse({
    ...{ type: sample.type, title: titleOf(sample.title), startsOn: sample.day, startsAtTime: sample.starts },
    ...('place' in sample ? { place: sample.place } : {}),
    ...('poll' in sample ? { poll: `sample-${sample.poll}` } : {}),
  });
  const { event: of } = readDraft(draft, { now, zone, isGroup: () => false });
  const id = activityId.parse(`sample-event-${index}`);
  const made = makeEvent(of, { id, post: postId.parse(`${id}-card`), by: sampleCoordinator, now });
  return {
    ...made,
    ...{ state: 'published', publishedAt: now, headcount: sample.headcount },
    materials: ITEMS.flatMap((item, at) => (item.event === sample.title ? [whole(item, at)] : [])).map(
      ({ id: item, addedAt }) => ({ id: item, addedAt }),
    ),
  };
}

function whole({ day, event, ...item }: Item, index: number): Material {
  const addedAt = toInstant(`${day}T09:00:00Z`);
  const from = EVENTS.findIndex(({ title }) => title === event);
  return {
    ...item,
    ...{ id: activityId.parse(`sample-${index}`), links: [], files: [], terms: [], targetGroups: [], posts: [] },
    ...(event === undefined
      ? {}
      : { event: { ...(from < 0 ? {} : { id: activityId.parse(`sample-event-${from}`) }), title: event } }),
    ...{ audience: { to: 'members' }, state: 'published', addedAt, addedBy: sampleCoordinator, changedAt: addedAt },
  };
}

/** Votes per option in the polls that chose the topics of 2024. */
const POLLS = [
  {
    question: 'Mikä aihe kevään webinaariin?',
    purpose: 'Eniten ääniä saanut aihe on kevään webinaarin aihe.',
    day: '2024-03-22',
    results: { 'Asiakaskokemus ja ympäristö kilpailutuksessa': 11, 'Koulukuljetusten ohjeet': 7, Kutsuliikenne: 6 },
  },
  {
    question: 'Mikä aihe syksyn webinaariin?',
    purpose: 'Eniten ääniä saanut aihe on syksyn webinaarin aihe.',
    day: '2024-08-30',
    results: { 'Joukkoliikenteen tilastot': 12, 'Päättäjien koulutus': 8, 'Perusasiat kuntoon pienin askelin': 5 },
  },
] as const;

/** Fills an installed network. What is there already stays as it is, so that it can run at every start. */
export async function fillSample(store: Store, id: NetworkId): Promise<void> {
  const scope = networkScope(id);
  await update({ store, scope, kind: networks, id }, (now) =>
    now && now.coordinators.length === 0
      ? {
          ...now,
          coordinators: [sampleCoordinator],
          state: 'active' as const,
          channel: { id: now.channel.id, name: 'Yleinen' },
        }
      : now,
  );
  for (const one of sampleTeam.people) {
    const locale: Locale = one.id === '29:linnea' ? 'sv' : 'fi'; // the emulator itself speaks English only
    await update({ store, scope, kind: members, id: one.objectId }, (now) => ({
      person: personOf(TENANT, one.objectId),
      teamsId: one.id,
      name: one.name,
      isGuest: false,
      ...now,
      locale,
    }));
  }
  await fillRegister(store, id);
  for (const [index, one] of ITEMS.entries()) {
    const item = whole(one, index);
    await update({ store, scope, kind: materials, id: item.id }, (now) => now ?? item);
  }
  for (const index of EVENTS.keys()) {
    const event = pastEvent(index, 'Europe/Helsinki');
    if (!event) continue;
    await update({ store, scope, kind: events, id: event.id }, (now) => now ?? event);
    await fillFeedback(store, id, { event, index, by: sampleCoordinator });
  }
  for (const [index, sample] of POLLS.entries()) {
    const pollId = activityId.parse(`sample-${index}`);
    const closesAt = toInstant(`${sample.day}T14:00:00Z`);
    const opensAt = toInstant(Date.parse(closesAt) - 7 * 24 * 3600 * 1000);
    const labels = Object.keys(sample.results);
    const counts = Object.values(sample.results);
    const made = makePoll(
      {
        question: sample.question,
        purpose: sample.purpose,
        type: 'topics',
        options: labels.map((label, n) => ({ id: optionIdOf(n + 1), label })),
        nextOption: labels.length + 1,
        mostChoices: 1,
        opensAt,
        closesAt,
        showResults: 'always',
        secrecy: 'unnamed',
        membersAddOptions: false,
        onTie: 'coordinator',
        tallies: 'persons',
        rule: 'latest',
      },
      { id: pollId, post: postId.parse(`poll-${pollId}`), by: sampleCoordinator, now: opensAt },
    );
    const voters = counts.reduce((sum, n) => sum + n, 0);
    const closed = {
      ...made,
      state: 'closed' as const,
      result: {
        voters,
        entitled: 31,
        counts: Object.fromEntries(counts.map((n, at) => [optionIdOf(at + 1), n])),
        leaders: [optionIdOf(1)],
        isValid: true,
        participants: [],
        comments: [],
        countedAt: closesAt,
      },
    };
    await update({ store, scope, kind: polls, id: pollId }, (now) => now ?? closed);
  }
}

/** The emulator forgets its messages when it stops: the cards of running polls, of coming events and of the setup are posted there anew. */
export async function repost({ store, clock, posts: queue }: Services, id: NetworkId): Promise<void> {
  const scope = networkScope(id);
  const running = (await store.list(scope, polls, { page: 1000 })).items.filter(
    ({ value }) => value.state === 'running',
  );
  const coming = (await store.list(scope, events, { page: 1000 })).items.filter(
    ({ value }) => value.state === 'published' && value.endsAt > clock.now(),
  );
  for (const post of [setupPost(id), ...[...running, ...coming].map(({ value }) => value.post)]) {
    await update({ store, scope, kind: posts, id: post }, (now) =>
      now?.state === 'sent' ? markTrouble(now, 'unknown', 'restarted', clock.now()) : now,
    );
    await queue.again(id, post);
  }
}
