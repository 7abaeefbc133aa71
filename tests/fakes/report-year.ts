/** The invented year 2024 of a network for the tests of its report: three events, their feedback, polls, wishes and materials. */
import { type Instant, toInstant } from '../../bot/core/clock.ts';
import { type Facts, together } from '../../bot/core/facts.ts';
import type { Participation } from '../../bot/core/feature.ts';
import { activityId } from '../../bot/core/ids.ts';
import { type Member, organisationId } from '../../bot/core/network.ts';
import type { Organisation, RegisterRules } from '../../bot/core/organisation.ts';
import type { Locale } from '../../bot/core/text.ts';
import { type Counted, countYear, spansFor } from '../../bot/features/report/counting.ts';
import type { Figures } from '../../bot/features/report/figures.ts';
import type { ReportContent } from '../../bot/features/report/report.ts';
import { idOf, mailMember, org, places, registerOf, teamMember } from './register-of.ts';

const ZONE = 'Europe/Helsinki';
export const FRAME = { zone: ZONE, at: toInstant('2025-02-03T10:00:00Z') };
const at = (day: string): Instant => toInstant(`${day}T10:00:00Z`);
const ids = (...names: readonly string[]) => names.map(idOf);
/** `m0`, `m1` …: people of municipality 0, 1 … */
const crowd = (from: number, to: number) => ids(...Array.from({ length: to - from }, (_, n) => `m${from + n}`));

export const CUSTOMERS = 'Asiakaskokemus ja ympäristö joukkoliikenteen kilpailutuksessa';
const NONE = together([]);

/** What the features tell of 2024. Grades: 81 of 18, 56 of 14, 99 of 22. */
export const FACTS: Facts = together([
  {
    events: [
      {
        ...{ id: 'e1', page: 'events/e1', title: CUSTOMERS, type: 'webinar', isCancelled: false, isNoted: true },
        ...{ startsAt: at('2024-05-16'), endsAt: at('2024-05-16'), people: crowd(0, 12), headcount: 24 },
      },
      {
        ...{ id: 'e2', page: 'events/e2', title: 'Joukkoliikenteen tilastot', type: 'webinar', isCancelled: false },
        ...{ startsAt: at('2024-09-12'), endsAt: at('2024-09-12'), people: crowd(4, 20), isNoted: false },
      },
      {
        ...{ id: 'e3', page: 'events/e3', title: 'Markkinointi ja yhteistyö', type: 'seminar', isCancelled: false },
        ...{ startsAt: at('2024-12-20'), endsAt: at('2024-12-20'), people: [...crowd(0, 30), ...ids('visitor')] },
        isNoted: true,
      },
      {
        ...{ id: 'e4', page: 'events/e4', title: 'Varikkokierros', type: 'other', isCancelled: true, isNoted: false },
        ...{ startsAt: at('2024-10-01'), endsAt: at('2024-10-01'), people: [] },
      },
    ],
    surveys: [
      {
        ...{ page: 'surveys/e1-feedback', title: `Palaute: ${CUSTOMERS}`, type: 'feedback', event: 'e1' },
        ...{ closedAt: at('2024-05-30'), answers: 18, asked: 24, grade: { sum: 81, n: 18 } },
      },
      {
        ...{ page: 'surveys/e2-feedback', title: 'Palaute: tilastot', type: 'feedback', event: 'e2' },
        ...{ closedAt: at('2024-09-26'), answers: 14, asked: 16, grade: { sum: 56, n: 14 } },
      },
      {
        ...{ page: 'surveys/s1', title: 'Mitkä aiheet kiinnostavat?', type: 'survey' },
        ...{ closedAt: at('2024-03-01'), answers: 21 },
      },
    ],
    polls: [
      {
        ...{ page: 'polls/p1', title: 'Mikä webinaarin aihe?', closedAt: at('2024-02-15'), voters: 10, entitled: 16 },
        ...{ organisations: { voted: 9, entitled: 15 }, winners: ['Kilpailutus'] },
      },
      {
        ...{ page: 'polls/p2', title: 'Seminaarin paikka', closedAt: at('2024-06-01'), voters: 6, entitled: 16 },
        winners: [],
      },
    ],
    quotes: [
      { page: 'surveys/e1-feedback', title: CUSTOMERS, text: 'Konkreettista & selkeää <3', at: at('2024-05-30') },
    ],
    wishes: [
      {
        ...{ page: 'surveys/e1-feedback', title: CUSTOMERS, text: 'Diat ennen tilaisuutta', status: 'done' },
        ...{ reply: 'Diat ovat materiaalipankissa edellisenä päivänä.', at: at('2024-05-30') },
      },
      {
        ...{ page: 'surveys/e2-feedback', title: 'Tilastot', text: '=cmd|’ /C calc’!A0', status: 'notNow' },
        ...{ reply: '+ palataan keväällä', at: at('2024-09-26') },
      },
      {
        ...{ page: 'surveys/e2-feedback', title: 'Tilastot', text: 'Lisää aikaa kysymyksille', status: 'new' },
        at: at('2024-09-26'),
      },
    ],
    materials: [
      {
        ...{ page: 'materials/m1', title: 'Laatupisteiden malli', type: 'document', addedAt: at('2024-05-17') },
        ...{ uses: 31, isNew: true },
      },
      {
        ...{ page: 'materials/m0', title: 'Kutsuliikenteen opas', type: 'goodPractice', addedAt: at('2023-05-17') },
        ...{ uses: 4, isNew: false },
      },
    ],
  },
]);

/** The seminar's feedback closes after the turn of the year. */
export const AFTER: Facts = together([
  {
    surveys: [
      {
        ...{ page: 'surveys/e3-feedback', title: 'Palaute: seminaari', type: 'feedback', event: 'e3' },
        ...{ closedAt: at('2025-01-03'), answers: 22, asked: 31, grade: { sum: 99, n: 22 } },
      },
      {
        ...{
          page: 'surveys/later',
          title: 'Vuoden 2025 kysely',
          type: 'survey',
          closedAt: at('2025-02-01'),
          answers: 9,
        },
      },
    ],
  },
]);

/** One event of 2023, in which the people of the first ten municipalities were. */
export const BEFORE: Facts = together([
  {
    events: [
      {
        ...{ id: 'e0', page: 'events/e0', title: 'Aloitus', type: 'meeting', isCancelled: false, isNoted: true },
        ...{ startsAt: at('2023-04-04'), endsAt: at('2023-04-04'), people: crowd(0, 10) },
      },
    ],
    surveys: [
      {
        ...{ page: 'surveys/e0-feedback', title: 'Palaute: aloitus', type: 'feedback', event: 'e0' },
        ...{ closedAt: at('2023-04-18'), answers: 8, grade: { sum: 31, n: 8 } },
      },
    ],
  },
]);

/** A poll of 2024 in which someone of a company took part. */
const PARTICIPATIONS: readonly Participation[] = [
  {
    ...{ member: idOf('company'), type: 'poll', activity: activityId.parse('p1'), title: 'Mikä webinaarin aihe?' },
    at: at('2024-02-15'),
  },
];

/** So many municipalities with one person each, `m0` …, a company, and a visitor from outside. */
export function registerWith(size: number, rules: Partial<RegisterRules> = {}) {
  const towns = places.municipalities.slice(0, size);
  const idsOf = towns.map(({ code }) => organisationId.parse(`fi-${code}`));
  const company = organisationId.parse('o-company');
  const organisations: Organisation[] = [
    ...towns.map(({ code, names, region }) => org(`fi-${code}`, { names, code, region })),
    org('o-company', { kind: 'company', names: { fi: 'Linja-autoliikenne Esimerkki Oy' } }),
  ];
  const members: Member[] = [
    ...idsOf.map((organisation, n) => teamMember(`m${n}`, { organisation })),
    teamMember('company', { organisation: company }),
    mailMember('visitor', { isOutsider: true }),
  ];
  return registerOf({ members, organisations, rules });
}

export interface Year extends Partial<Pick<Counted, 'register' | 'participations' | 'locale' | 'at'>> {
  readonly before?: Facts;
  readonly now?: Facts;
  readonly after?: Facts;
}

export function figuresOf({ before = BEFORE, now = FACTS, after = AFTER, ...of }: Year = {}): Figures {
  return countYear({
    ...{ year: 2024, spans: spansFor(2024, ZONE), register: registerWith(30), participations: PARTICIPATIONS },
    ...{ regions: places.regions, at: FRAME.at, locale: 'fi', ...of },
    facts: { before, now, after },
  });
}

/** A year in which nothing happened. */
export const emptyFigures = (): Figures => figuresOf({ before: NONE, now: NONE, after: NONE, participations: [] });

export const contentOf = (figures: Figures, language: Locale, of: Partial<ReportContent> = {}): ReportContent => ({
  ...{ year: 2024, language, network: 'Pienet kunnat & liikenne', figures, texts: {}, plan: {} },
  ...of,
});
