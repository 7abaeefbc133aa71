/** Example cards of events, from invented data; the tests read them and the pictures show them. */
import { type Element, plain } from '../../bot/cards/kit.ts';
import type { Card } from '../../bot/core/card.ts';
import { toInstant } from '../../bot/core/clock.ts';
import { activityId, personOf, postId } from '../../bot/core/ids.ts';
import {
  comingEventsCard,
  eventCard,
  materialCard,
  type Own,
  type OwnFrame,
  ownEventCard,
  type Shown,
} from '../../bot/features/events/cards.ts';
import {
  eventFormCard,
  eventPreviewCard,
  manageEventCard,
  reminderPreviewCard,
} from '../../bot/features/events/desk-cards.ts';
import {
  type Event,
  event,
  eventDraft,
  LONGEST_AGENDA_LINE,
  LONGEST_CHOICE,
  LONGEST_DESCRIPTION,
  LONGEST_PLACE,
  LONGEST_QUESTION,
  LONGEST_TITLE,
  LONGEST_YOU_SAID,
  MOST_AGENDA_LINES,
  MOST_CHOICES,
  MOST_QUESTIONS,
  MOST_YOU_SAID,
  reminderKind,
} from '../../bot/features/events/event.ts';
import { LONGEST_WISH, type Registration } from '../../bot/features/events/registration.ts';
import { remindersDue } from '../../bot/features/events/schedule.ts';
import { text } from '../../bot/features/events/text.ts';
import { type Example, INJECTION, now } from './examples.ts';

export const ZONE = 'Europe/Helsinki';
const person = personOf('10000000-0000-4000-8000-000000000000', '20000000-0000-4000-8000-000000000000');
const at = (time: string) => toInstant(`${time}:00Z`);

/** An invitation to a hybrid webinar; `of` changes what the example is about. */
export function exampleEvent(of: Partial<Event> = {}): Event {
  return event.parse({
    id: activityId.parse('example'),
    ...{ type: 'webinar', title: 'Joukkoliikenteen tilastot pienessä kunnassa', agenda: [], ways: 'both' },
    ...{ startsAt: at('2026-12-10T07:00'), endsAt: at('2026-12-10T08:00'), place: 'Akaan kaupungintalo' },
    joinLink: 'https://teams.example.org/join/1',
    ...{ capacity: {}, asksNeeds: false, questions: [], reminders: [...reminderKind.options] },
    ...{ asksFeedback: true, youSaid: [] },
    ...{ isPublic: false, publicRound: 1, state: 'published', createdBy: person, createdAt: at('2026-11-20T08:00') },
    ...{ publishedAt: at('2026-11-20T08:00'), revision: 0, revisedAt: at('2026-11-20T08:00'), changes: [] },
    ...{ post: postId.parse('example-card'), reminded: [], materials: [] },
    ...of,
  });
}

export const nobody: Shown = {
  room: { taken: 0, waiting: 0 },
  online: { taken: 0, waiting: 0 },
  maybe: 0,
  no: 0,
  preMeetings: [],
};
const some: Shown = {
  room: { taken: 12, waiting: 0 },
  online: { taken: 21, waiting: 0 },
  maybe: 3,
  no: 5,
  preMeetings: [],
};
export const full: Shown = {
  room: { taken: 40, waiting: 3, capacity: 40, free: 0 },
  online: { taken: 21, waiting: 0, capacity: 60, free: 39 },
  ...{ maybe: 3, no: 5, preMeetings: [] },
};
const group = { fi: 'Ydinryhmä', sv: 'Kärngruppen', en: 'Core group' };

const seminar = exampleEvent({
  ...{ type: 'seminar', title: 'Pienten kuntien liikennepäivä', ways: 'room', asksNeeds: true },
  ...{ startsAt: at('2026-12-10T07:00'), endsAt: at('2026-12-10T14:00'), registrationEndsAt: at('2026-12-03T14:00') },
  capacity: { room: 40 },
  description:
    'Päivän aikana käydään läpi, miten pieni kunta hankkii kuljetuksia fiksusti.\nOta mukaan oman kuntasi esimerkki: pyydämme kolme lyhyttä puheenvuoroa.',
  agenda: [
    { time: '09:00', title: 'Kahvi ja ilmoittautuminen' },
    { time: '09:30', title: 'Avaus', speakers: 'Aino Esimerkki' },
    { time: '10:00', title: 'Kutsuliikenne haja-asutusalueella', speakers: 'Erik Exempel, Sanna Malli' },
    { title: 'Keskustelu' },
  ],
  ...{ contact: 'Kaisa Koordinaattori', language: 'fi+sv' },
  series: { id: activityId.parse('example'), number: 2, of: 6 },
});
const seminarShown: Shown = {
  room: { taken: 28, waiting: 0, capacity: 40, free: 12 },
  ...{ maybe: 2, no: 4 },
  preMeetings: [{ title: 'Ennakkokokous', startsAt: at('2026-12-10T06:00'), group }],
};
const moved = exampleEvent({
  startsAt: at('2026-12-11T07:30'),
  endsAt: at('2026-12-11T09:00'),
  changes: [
    {
      ...{
        at: at('2026-11-25T08:00'),
        by: person,
        title: 'Tilastot',
        place: 'Tampereen valtuustosali',
        ways: 'online',
      },
      ...{
        startsAt: at('2026-12-10T07:00'),
        endsAt: at('2026-12-10T08:00'),
        joinLink: 'https://teams.example.org/join/0',
      },
    },
  ],
});
const placed = exampleEvent({
  changes: [{ at: at('2026-11-25T08:00'), by: person, place: '', joinLink: '' }],
});
const { place: _place, joinLink: _link, ...bare } = exampleEvent();
const unplaced = exampleEvent({ ...bare, changes: [] });
const online = event.parse({ ...bare, ways: 'online', joinLink: 'https://teams.example.org/join/1' });
const lost = event.parse({
  ...bare,
  changes: [
    { at: at('2026-11-25T08:00'), by: person, place: 'Akaan kaupungintalo', joinLink: 'https://teams.example.org/1' },
  ],
});
const cancelled = exampleEvent({
  state: 'cancelled',
  cancelled: { at: at('2026-11-25T08:00'), by: person, reason: 'Puhuja sairastui. Uusi aika sovitaan tammikuussa.' },
});
const past = exampleEvent({
  ...{ startsAt: at('2026-11-20T07:00'), endsAt: at('2026-11-20T08:00') },
  materials: [{ id: activityId.parse('m1'), addedAt: at('2026-11-21T08:00') }],
});
const ongoing = exampleEvent({ startsAt: at('2026-11-26T09:30'), endsAt: at('2026-11-26T11:00') });
const closed = exampleEvent({ registrationEndsAt: at('2026-11-25T14:00') });
const twoDays = event.parse({ ...seminar, endsAt: at('2026-12-11T13:00'), language: 'sv' });
const asking = exampleEvent({
  ...{ type: 'training', asksNeeds: true, language: 'en' },
  questions: [
    { id: 'q1', label: 'Tuletko lounaalle?', choices: ['Kyllä', 'Ei'], isRequired: true },
    { id: 'q2', label: 'Mitä haluaisit kysyä?', isRequired: false },
  ],
});

const wish = (n: number): string => `feedback~${String(n).padStart(32, '0')}`;
const answering = exampleEvent({
  youSaid: [
    { id: wish(1), said: 'Enemmän esimerkkejä pienistä kunnista', did: 'Puolet päivästä on kuntien puheenvuoroja.' },
    { id: wish(2), said: 'Puoli päivää on liian lyhyt', did: 'Seminaari kestää nyt koko päivän.' },
  ],
});

const letters = (n: number, word: string): string => word.repeat(Math.ceil(n / word.length)).slice(0, n);
/** The longest that the rules allow. */
export const largest = exampleEvent({
  ...{ title: letters(LONGEST_TITLE, 'Pitkä nimi ”åäö” – '), place: letters(LONGEST_PLACE, 'Pitkä paikka – ') },
  description: letters(LONGEST_DESCRIPTION, 'Pitkä kuvaus ”åäö” – '),
  agenda: Array.from({ length: MOST_AGENDA_LINES }, (_, n) => ({
    time: '10:00',
    title: letters(LONGEST_AGENDA_LINE, `${n} pitkä kohta – `),
    speakers: letters(LONGEST_AGENDA_LINE, 'Pitkä puhuja, '),
  })),
  questions: Array.from({ length: MOST_QUESTIONS }, (_, n) => ({
    ...{ id: `q${n + 1}`, label: letters(LONGEST_QUESTION, `${n} pitkä kysymys – `), isRequired: true },
    choices: Array.from({ length: MOST_CHOICES }, (_none, m) => letters(LONGEST_CHOICE, `${m} pitkä vaihtoehto – `)),
  })),
  ...{ contact: letters(200, 'Pitkä yhteyshenkilö – '), language: 'fi+sv', asksNeeds: true },
  youSaid: Array.from({ length: MOST_YOU_SAID }, (_, n) => ({
    ...{ id: wish(n), said: letters(LONGEST_YOU_SAID, `${n} pitkä toive ”åäö” – `) },
    did: letters(LONGEST_YOU_SAID, 'Pitkä vastaus ”åäö” – '),
  })),
  registrationEndsAt: at('2026-12-03T14:00'),
  changes: [
    {
      ...{ at: at('2026-11-25T08:00'), by: person, title: letters(LONGEST_TITLE, 'Entinen nimi – ') },
      ...{ startsAt: at('2026-12-09T07:00'), endsAt: at('2026-12-09T08:00') },
      ...{ place: letters(LONGEST_PLACE, 'Entinen paikka – '), ways: 'room', joinLink: '' },
    },
  ],
});
const injected = exampleEvent({
  title: `Nimi ${INJECTION}`.slice(0, LONGEST_TITLE),
  place: INJECTION,
  contact: INJECTION,
  description: `# Otsikko\n- lista\n1. luku\n> lainaus\n${INJECTION}`,
  agenda: [{ time: '09:00', title: INJECTION, speakers: INJECTION }],
  youSaid: [{ id: wish(1), said: INJECTION, did: INJECTION }],
  questions: [{ id: 'q1', label: INJECTION, choices: ['a', INJECTION.slice(0, LONGEST_CHOICE)], isRequired: true }],
});

// ── One's own ──

export const registered = (of: Partial<Registration> = {}): Registration => ({
  ...{ person, deliveries: [], revision: 1, createdAt: at('2026-11-26T09:41'), answeredAt: at('2026-11-26T09:41') },
  ...of,
});
const own = (of: Partial<Own>): Own => ({ standing: {}, colleagues: [], ...of });
const inRoom = own({
  registration: registered({ attendance: 'room' }),
  standing: { holds: 'room' },
  calendar: 'https://bot.example.org/calendar/x.ics',
});
const waiting = own({ registration: registered({ attendance: 'room' }), standing: { waitsFor: 'room', position: 3 } });
const switching = own({
  registration: registered({ attendance: 'room' }),
  standing: { holds: 'online', waitsFor: 'room', position: 3 },
});
const switchingBack = own({
  registration: registered({ attendance: 'online' }),
  standing: { holds: 'room', waitsFor: 'online', position: 1 },
});
const maybe = own({ registration: registered({ attendance: 'maybe' }) });
const no = own({ registration: registered({ attendance: 'no', wish: 'Iltapäivä sopisi paremmin.' }) });
const byOther = own({
  registration: registered({ attendance: 'online' }),
  standing: { holds: 'online' },
  registeredBy: 'Erik Exempel',
});
const unconfirmed = own({ registration: registered({ attendance: 'online', isUnconfirmed: true }) });
const answered = own({
  ...inRoom,
  registration: registered({ attendance: 'room', answers: { q1: 'Kyllä', q2: 'Miten liput tilastoidaan?' } }),
});
const withColleagues = own({
  ...inRoom,
  colleagues: [
    { name: 'Erik Exempel', standing: { holds: 'online' } },
    { name: 'Sanna Malli', standing: { waitsFor: 'room', position: 2 } },
    { name: 'Olavi Oletus', standing: {} },
  ],
});
const beside: Element = {
  type: 'Container',
  separator: true,
  items: [{ type: 'TextBlock', text: 'Edustatko kuntaa Pietarsaari?', wrap: true }],
};
const typed = {
  wish: 'Iltapäivä',
  name: 'Sanna Malli',
  email: 'sanna',
  organisation: 'Akaa',
  'answer-q2': 'Keskeneräinen',
};

const emptyDraft = eventDraft.parse({});
export const fullDraft = eventDraft.parse({
  ...{ type: 'seminar', title: seminar.title, startsOn: '2026-12-10', startsAtTime: '09:00', endsOn: '2026-12-11' },
  ...{ endsAtTime: '16:00', ways: 'both', place: 'Akaan kaupungintalo', joinLink: 'https://teams.example.org/join/1' },
  ...{ description: seminar.description, agenda: '9.30 Avaus | Aino Esimerkki', language: 'fi+sv', contact: 'Kaisa' },
  ...{ registrationEndsOn: '2026-12-03', registrationEndsAtTime: '16:00', capacityRoom: '40', capacityOnline: '60' },
  ...{ asksNeeds: 'true', questions: 'Tuletko lounaalle? * | Kyllä | Ei', group: 'core', reminders: 'day,hour' },
  ...{ isPublic: 'true', repeats: 'monthly', times: '6', preGroup: 'core', preStartsAtTime: '08:00', poll: 'p1' },
  ...{ asksFeedback: 'false', wishes: wish(1) },
});
export const groups = [{ id: 'core', name: 'Ydinryhmä' }];
const series = ['2026-12-10', '2027-01-14', '2027-02-11'].map((date, n) =>
  exampleEvent({
    ...{ type: 'meeting', startsAt: at(`${date}T07:00`), endsAt: at(`${date}T08:00`), reminders: ['day', 'nudge'] },
    series: { id: activityId.parse('example'), number: n + 1, of: 3 },
  }),
);
const dueOf = (of: Event) => remindersDue({ ...of, reminders: [...reminderKind.options] }, ZONE);
const CHANNEL_TEXT = 'Muistutus: ”Pienten kuntien liikennepäivä” alkaa huomenna, to 10.12.2026 klo 9.00.';
const reach = {
  ...{ kind: 'day' as const, people: 40, direct: 22, mail: 15, others: 3 },
  channelText: CHANNEL_TEXT,
};

/** Every card of events in every state that looks different. */
export const eventExamples: readonly Example[] = (
  [
    ['event', (f) => eventCard(exampleEvent(), some, f)],
    ['event-first', (f) => eventCard(exampleEvent(), nobody, f)],
    ['event-seminar', (f) => eventCard(seminar, seminarShown, f)],
    ['event-two-days', (f) => eventCard(twoDays, seminarShown, f)],
    ['event-full', (f) => eventCard(exampleEvent({ capacity: { room: 40, online: 60 } }), full, f)],
    [
      'event-all-full',
      (f) => eventCard(exampleEvent(), { ...full, online: { taken: 60, waiting: 1, capacity: 60, free: 0 } }, f),
    ],
    ['event-for-group', (f) => eventCard(exampleEvent({ group: 'core' }), { ...some, group }, f)],
    [
      'event-with-pre-meeting',
      (f) =>
        eventCard(
          exampleEvent(),
          { ...some, preMeetings: [{ title: 'Ennakkokokous', startsAt: at('2026-12-10T06:00') }] },
          f,
        ),
    ],
    ['event-without-place', (f) => eventCard(unplaced, some, f)],
    ['event-room-without-place', (f) => eventCard({ ...unplaced, ways: 'room', type: 'other' }, seminarShown, f)],
    ['event-online', (f) => eventCard(online, { ...nobody, online: { taken: 21, waiting: 0 } }, f)],
    ['event-moved', (f) => eventCard(moved, some, f)],
    ['event-placed', (f) => eventCard(placed, some, f)],
    ['event-lost-place', (f) => eventCard(lost, some, f)],
    ['event-you-said', (f) => eventCard(answering, some, f)],
    ['event-closed', (f) => eventCard(closed, full, f)],
    ['event-ongoing', (f) => eventCard(ongoing, some, f)],
    ['event-past', (f) => eventCard(past, some, f)],
    ['event-cancelled', (f) => eventCard(cancelled, some, f)],
    ['event-undone', (f) => eventCard(exampleEvent({ state: 'undone' }), nobody, f)],
    ['event-largest', (f) => eventCard(largest, full, f)],
    ['event-injected', (f) => eventCard(injected, some, f)],
    ['own-event-none', (f) => ownEventCard(exampleEvent(), some, own({}), f)],
    ['own-event-room', (f) => ownEventCard(seminar, seminarShown, inRoom, f)],
    ['own-event-waiting', (f) => ownEventCard(exampleEvent(), full, waiting, f)],
    ['own-event-switching', (f) => ownEventCard(exampleEvent(), full, switching, f)],
    ['own-event-switching-back', (f) => ownEventCard(exampleEvent(), full, switchingBack, f)],
    ['own-event-maybe', (f) => ownEventCard(exampleEvent(), some, maybe, f)],
    ['own-event-no', (f) => ownEventCard(exampleEvent(), some, no, f)],
    ['own-event-by-other', (f) => ownEventCard(exampleEvent(), some, byOther, f)],
    ['own-event-unconfirmed', (f) => ownEventCard(exampleEvent(), some, unconfirmed, f)],
    ['own-event-asked', (f) => ownEventCard(asking, some, inRoom, f)],
    ['own-event-answered', (f) => ownEventCard(asking, some, answered, { ...f, done: 'Vastauksesi on tallennettu.' })],
    ['own-event-colleagues', (f) => ownEventCard(exampleEvent(), some, withColleagues, { ...f, aside: [beside] })],
    ['own-event-refused', (f) => ownEventCard(asking, some, inRoom, { ...f, typed, refusal: f.t(text.badAddress) })],
    [
      'own-event-closed',
      (f) =>
        ownEventCard(closed, some, { ...inRoom, hindrance: f.t(text.registrationEnded, { title: closed.title }) }, f),
    ],
    ['own-event-cancelled', (f) => ownEventCard(cancelled, some, { ...inRoom, hindrance: '' }, f)],
    ['own-event-past', (f) => ownEventCard(past, some, { ...inRoom, hindrance: '' }, f)],
    [
      'own-event-told',
      (f) => ownEventCard(exampleEvent(), some, inRoom, { ...f, told: ['Sinulle vapautui paikka: paikan päällä.'] }),
    ],
    [
      'own-event-largest',
      (f) =>
        ownEventCard(
          largest,
          full,
          { ...inRoom, colleagues: Array.from({ length: 60 }, () => ({ name: 'Erik Exempel', standing: {} })) },
          {
            ...f,
            typed: { ...typed, wish: letters(LONGEST_WISH, 'Pitkä toive ') },
          },
        ),
    ],
    [
      'own-event-injected',
      (f) => ownEventCard(injected, some, inRoom, { ...f, refusal: INJECTION, told: [INJECTION] }),
    ],
    ['event-form', (f) => eventFormCard(emptyDraft, { ...f, form: 'f1' })],
    ['event-form-full', (f) => eventFormCard(fullDraft, { ...f, form: 'f1', groups })],
    [
      'event-form-problems',
      (f) =>
        eventFormCard(
          { ...fullDraft, startsOn: 'joskus' },
          {
            ...{ ...f, form: 'f1', groups },
            problems: [
              { field: 'startsOn', message: f.t(text.unreadableTime) },
              { field: 'capacityRoom', message: f.t(text.badCapacity, { most: 10_000 }) },
            ],
          },
        ),
    ],
    [
      'event-preview',
      (f) => eventPreviewCard([seminar], fullDraft, 'f1', { ...f, shown: seminarShown, due: dueOf(seminar) }),
    ],
    [
      'event-preview-series',
      (f) => eventPreviewCard(series, fullDraft, 'f1', { ...f, shown: nobody, due: dueOf(series[0] ?? seminar) }),
    ],
    ['event-preview-soon', (f) => eventPreviewCard([ongoing], fullDraft, 'f1', { ...f, shown: nobody, due: [] })],
    [
      'event-preview-largest',
      (f) => eventPreviewCard([largest], emptyDraft, 'f1', { ...f, shown: nobody, due: dueOf(largest) }),
    ],
    [
      'event-manage',
      (f) => manageEventCard(seminar, seminarShown, { cancel: true, remind: ['day', 'nudge'] }, { ...f, post: 'sent' }),
    ],
    ['event-manage-past', (f) => manageEventCard(past, some, { feedback: 'https://example.org/feedback' }, f)],
    ['event-manage-draft', (f) => manageEventCard(exampleEvent({ state: 'draft' }), nobody, { publish: true }, f)],
    [
      'event-manage-unknown',
      (f) =>
        manageEventCard(
          exampleEvent(),
          some,
          {},
          { ...f, post: 'unknown', done: 'Kutsu lähetetään uudelleen.', refusal: 'Ei käy.' },
        ),
    ],
    ['event-manage-failed', (f) => manageEventCard(exampleEvent(), some, {}, { ...f, post: 'failed' })],
    ['event-manage-waiting', (f) => manageEventCard(exampleEvent(), some, {}, { ...f, post: 'waiting' })],
    ['event-manage-removed', (f) => manageEventCard(exampleEvent(), some, {}, { ...f, post: 'removed' })],
    ['event-remind', (f) => reminderPreviewCard(seminar, reach, 'f2', f)],
    ['event-remind-all', (f) => reminderPreviewCard(seminar, { ...reach, others: 0 }, 'f2', f)],
    [
      'event-list',
      (f) =>
        comingEventsCard(
          [
            { event: seminar, hasAnswered: false },
            { event: exampleEvent(), hasAnswered: true },
          ],
          f,
        ),
    ],
    ['event-list-none', (f) => comingEventsCard([], f)],
    [
      'event-list-many',
      (f) =>
        comingEventsCard(
          Array.from({ length: 30 }, () => ({ event: largest, hasAnswered: false })),
          f,
        ),
    ],
    ['event-material', (f) => materialCard(past, { title: 'Kalvot', url: 'https://example.org/kalvot' }, f)],
    ['event-material-plain', (f) => materialCard(past, { title: 'Kalvot' }, f)],
  ] satisfies [string, (frame: OwnFrame) => Card][]
).map(([name, draw]) => ({
  name,
  draw: (t) => draw({ now, zone: ZONE, t, link: 'https://teams.microsoft.com/l/entity/app/events', form: 'f3' }),
}));

/** What people wrote in the examples, as cards print it, longest first: the pseudo-locale's test sets it aside. */
export function userTexts(): string[] {
  const all = [exampleEvent(), seminar, moved, asking, answering, largest, injected, cancelled, past];
  const written = all.flatMap((of) => [
    ...[of.title, of.place ?? '', of.contact ?? '', of.cancelled?.reason ?? ''],
    ...(of.description ?? '').split('\n'),
    ...of.agenda.map(({ time, title, speakers }) =>
      [time === undefined ? title : `${time.replace(/^0/, '').replace(':', '.')} ${title}`, speakers]
        .filter(Boolean)
        .join(' – '),
    ),
    ...of.youSaid.flatMap(({ said, did }) => [said, did]),
    ...of.questions.flatMap(({ label, choices = [] }) => [label, ...choices]),
    ...of.changes.flatMap(({ title = '', place = '' }) => [title, place]),
  ]);
  const told = [
    CHANNEL_TEXT,
    'Vastauksesi on tallennettu.',
    'Sinulle vapautui paikka: paikan päällä.',
    'Kutsu lähetetään uudelleen.',
    'Ei käy.',
  ];
  const names = [
    'Erik Exempel',
    'Sanna Malli',
    'Olavi Oletus',
    'Edustatko kuntaa Pietarsaari?',
    'Kalvot',
    ...Object.values(group),
  ];
  const printed = [...written, ...told, ...names, INJECTION].flatMap((one) => [one, ...clipped(one)]).map(plain);
  return printed.filter((one) => /\p{L}/u.test(one)).sort((a, b) => b.length - a.length);
}

/** Where cards cut long texts, in letters. */
const CUTS = [60, 100, 150, 200, 300, 800];
const clipped = (one: string): string[] =>
  CUTS.filter((cut) => [...one].length > cut).map((cut) => `${[...one].slice(0, cut - 1).join('')}…`);
