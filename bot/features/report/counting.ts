/** Counts a year: what the features tell of it and of the year before, the register and who took part become the figures of the report. */
import { atWallTime, DAY, type Instant, plus, toInstant } from '../../core/clock.ts';
import type { EventFact, Facts, Span, SurveyFact } from '../../core/facts.ts';
import type { Participation } from '../../core/feature.ts';
import { activityId } from '../../core/ids.ts';
import type { OrganisationId } from '../../core/network.ts';
import { type Names, nameFor } from '../../core/organisation.ts';
import { kindOf, mainOf, organisationOf, presentOrganisation, type Register } from '../../core/register.ts';
import { type Locale, TAGS } from '../../core/text.ts';
import { type OrganisationReach, reachOf } from '../reach/reach.ts';
import {
  averageOf,
  type EventFigure,
  type Figure,
  type FigureName,
  type Figures,
  type Measure,
  type PlaceFigure,
  type SurveyFigure,
} from './figures.ts';

/** Feedback closes up to two weeks after its event, which may be in the next year; surveys about it may run longer. */
const TAIL = 60 * DAY;
/** A published report is one document: more than these are told by number alone. */
export const MOST_QUOTES = 100;
export const MOST_WISHES = 200;
const MOST_MATERIALS = 300;
const BEGINNING = toInstant(0);

/** A calendar year where the network is. */
export const yearSpan = (year: number, zone: string): Span => ({
  from: atWallTime(`${year}-01-01`, '00:00', zone),
  to: atWallTime(`${year + 1}-01-01`, '00:00', zone),
});

/** The spans of which facts are needed for a year's report: the year before, the year, and the weeks after in which its feedback closes. */
export function spansFor(year: number, zone: string): { before: Span; now: Span; after: Span } {
  const [before, now] = [yearSpan(year - 1, zone), yearSpan(year, zone)];
  return { before, now, after: { from: now.to, to: plus(now.to, TAIL) } };
}

export interface Counted {
  readonly year: number;
  readonly spans: ReturnType<typeof spansFor>;
  /** What the features tell of each span. */
  readonly facts: { readonly before: Facts; readonly now: Facts; readonly after: Facts };
  readonly register: Register;
  /** Since the network began. */
  readonly participations: readonly Participation[];
  /** Regions of the country, in their order. */
  readonly regions: readonly { readonly code: string; readonly names: Names }[];
  /** What begins later is not counted. */
  readonly at: Instant;
  /** Of names in lists. */
  readonly locale: Locale;
}

/** The figures of the year, each with that of the year before. */
export function countYear(of: Counted): Figures {
  const { year, facts, spans, locale } = of;
  const seen = participationsOf(of);
  const now = countSpan(of, spans.now, facts.now.materials, seen);
  const before = countSpan(of, spans.before, facts.before.materials, seen);
  const { materials, wishes, quotes, polls, surveys } = now;
  return {
    year,
    isEmpty: now.isEmpty,
    summary: FIGURES.flatMap((name) => figureOf(name, now, before) ?? []),
    events: now.events,
    years: [before, now].flatMap(({ grade, span }) =>
      grade ? [{ year: span === spans.now ? year : year - 1, ...grade }] : [],
    ),
    ...placesOf(of, now.reached, before.reached),
    reached: now.reached
      .map(({ of: { names }, activities, isMunicipality, isNew }) => ({
        ...{ names, isMunicipality, isNew, activities: activities.length },
      }))
      .sort(byName(locale)),
    quotes: quotes.slice(-MOST_QUOTES).map(({ page, title, text }) => ({ page, title, text })),
    polls,
    surveys,
    wishes: wishes.slice(-MOST_WISHES),
    materials: [...materials]
      .sort((a, b) => Number(b.isNew) - Number(a.isNew) || b.uses - a.uses || (a.addedAt < b.addedAt ? -1 : 1))
      .slice(0, MOST_MATERIALS)
      .map(({ page, title, type, addedAt, uses, isNew }) => ({ page, title, type, addedAt, uses, isNew })),
    ...(now.help.length > 0 ? { help: helpOf(of, now.help) } : {}),
  };
}

/** By whom and to whom help was given, by organisation as it is now. */
function helpOf({ register, locale }: Counted, help: Facts['help']): NonNullable<Figures['help']> {
  const rows = new Map<string, NonNullable<Figures['help']>['organisations'][number]>();
  const add = (id: OrganisationId, what: 'asked' | 'given'): void => {
    const one = presentOrganisation(register, id);
    if (!one) return;
    const isMunicipality = kindOf(register, one)?.isMunicipality === true;
    const row = rows.get(one.id) ?? { names: one.names, isMunicipality, asked: 0, given: 0 };
    rows.set(one.id, { ...row, [what]: row[what] + 1 });
  };
  for (const { from, by } of help) {
    if (from !== undefined) add(from, 'asked');
    for (const id of by) add(id, 'given');
  }
  return {
    answered: help.length,
    byCoordinator: help.filter(({ isByCoordinator }) => isByCoordinator).length,
    organisations: [...rows.values()].sort(byName(locale)),
  };
}

function byName(locale: Locale) {
  const order = new Intl.Collator(TAGS[locale]);
  return (
    a: { readonly names: Names; readonly isMunicipality: boolean },
    b: { readonly names: Names; readonly isMunicipality: boolean },
  ): number =>
    Number(b.isMunicipality) - Number(a.isMunicipality) ||
    order.compare(nameFor(a.names, locale), nameFor(b.names, locale));
}

/** Who took part in what, with those whom the events themselves name: so an event's row and the year's sum count the same people. */
function participationsOf({ participations, facts, spans }: Counted): Participation[] {
  const own = [...facts.before.events, ...facts.now.events].filter(({ isCancelled }) => !isCancelled);
  return [
    ...participations.filter(({ type, at }) => type !== 'event' || at < spans.before.from),
    ...own.flatMap(({ id, title, startsAt, people }) =>
      people.map(
        (member): Participation => ({ member, type: 'event', activity: activityId.parse(id), title, at: startsAt }),
      ),
    ),
  ];
}

// ── One year ───────────────────────────────────────────────────────────────────────────────────

interface Reached extends OrganisationReach {
  readonly isMunicipality: boolean;
  /** It took part in nothing before the span. */
  readonly isNew: boolean;
}

type Counts = ReturnType<typeof countSpan>;

function countSpan(of: Counted, span: Span, materials: Facts['materials'], seen: readonly Participation[]) {
  const { register, at } = of;
  const today = span.to.slice(0, 10);
  const until = seen.filter((one) => one.at < span.to && one.at <= at);
  const reach = reachOf(register, until, { since: span.from, today });
  const ever = new Map(
    reachOf(register, until, { since: BEGINNING, today }).organisations.map((one) => [one.of.id, one.firstAt]),
  );
  const reached = reach.organisations
    .filter(({ activities }) => activities.length > 0)
    .map(
      (one): Reached => ({
        ...one,
        isMunicipality: kindOf(register, one.of)?.isMunicipality === true,
        isNew: (ever.get(one.of.id) ?? span.from) >= span.from,
      }),
    );
  const { areas } = register.rules;
  const regions = new Set(
    reached.flatMap(({ isMunicipality, of: { region } }) => (isMunicipality && region !== undefined ? region : [])),
  );
  const all = allFacts(of);
  const isIn = (time: Instant): boolean => time >= span.from && time < span.to;
  const held = all.events.filter(({ startsAt }) => isIn(startsAt) && startsAt <= at);
  const yearOf = surveyTimes(all);
  const surveys = all.surveys.filter((one) => isIn(yearOf(one.page, one.closedAt)));
  const firsts = new Map(reach.activities.map(({ activity, firstTimers }) => [activity as string, firstTimers.size]));
  const events = held.map((one) => eventFigure(register, one, surveys, firsts.get(one.id) ?? 0));
  const took = events.filter(({ isCancelled }) => !isCancelled);
  const polls = all.polls.filter(({ closedAt }) => isIn(closedAt));
  const wishes = all.wishes.filter((one) => isIn(yearOf(one.page, one.at)));
  return {
    span,
    events,
    held: took.length,
    participants: sum(took, ({ participants }) => participants),
    people: new Set(
      held.filter(({ isCancelled }) => !isCancelled).flatMap(({ people }) => people.map((id) => mainOf(register, id))),
    ).size,
    firstTimers: sum(reach.activities, ({ firstTimers }) => firstTimers.size),
    reached,
    regions: regions.size,
    areas: areas.length === 0 ? undefined : areas.filter((one) => one.regions.some((code) => regions.has(code))).length,
    grade: averageOf(surveys.filter(({ type }) => type === 'feedback').map(({ grade }) => grade)),
    surveys: surveys.map(surveyFigure),
    polls: polls.map(({ page, title, closedAt, voters, entitled, organisations, winners }) => ({
      ...{ page, title, closedAt, voters, entitled, winners: [...winners] },
      ...(organisations ? { organisations: { ...organisations } } : {}),
    })),
    quotes: all.quotes.filter((one) => isIn(yearOf(one.page, one.at))),
    wishes: wishes.map(({ page, title, text, status, reply }) => ({
      ...{ page, title, text, status },
      ...(reply === undefined ? {} : { reply }),
    })),
    help: all.help.filter((one) => isIn(one.at)),
    ideas: all.ideas.filter((one) => isIn(one.at)),
    statements: all.statements.filter((one) => isIn(one.at)),
    materials,
    isEmpty: [events, polls, surveys, wishes, materials, reach.activities].every(({ length }) => length === 0),
  };
}

/** Of all three spans, in order of time. */
function allFacts({ facts: { before, now, after } }: Counted) {
  const both = <K extends keyof Facts>(list: K): Facts[K][number][] =>
    [before, now, after].flatMap((one): readonly Facts[K][number][] => one[list]);
  return {
    events: both('events'),
    surveys: both('surveys'),
    polls: both('polls'),
    quotes: both('quotes'),
    wishes: both('wishes'),
    help: both('help'),
    ideas: both('ideas'),
    statements: both('statements'),
  };
}

/** When the event was that something of a survey is about, so that feedback counts in the year of its event though it closes in January; else its own time. */
function surveyTimes({ events, surveys }: Pick<Facts, 'events' | 'surveys'>): (page: string, own: Instant) => Instant {
  const begins = new Map(events.map(({ id, startsAt }) => [id, startsAt]));
  const times = new Map<string, Instant>();
  for (const { page, event, type } of surveys) {
    const at = type === 'feedback' && event !== undefined ? begins.get(event) : undefined;
    if (at !== undefined) times.set(page, at);
  }
  return (page, own) => times.get(page) ?? own;
}

function eventFigure(
  register: Register,
  of: EventFact,
  surveys: readonly SurveyFact[],
  firstTimers: number,
): EventFigure {
  const { page, title, type, startsAt, endsAt, isCancelled, isNoted, people, headcount = 0 } = of;
  const from = new Map(people.flatMap((id) => organisationOf(register, id) ?? []).map((one) => [one.id, one]));
  const municipalities = [...from.values()].filter((one) => kindOf(register, one)?.isMunicipality === true).length;
  const feedback = surveys.filter(({ event, type: asked }) => asked === 'feedback' && event === of.id);
  const grade = averageOf(feedback.map((one) => one.grade));
  const gradePage = feedback.find((one) => one.grade !== undefined)?.page;
  const came = new Set(people.map((id) => mainOf(register, id))).size;
  return {
    ...{ page, title, type, startsAt, endsAt, isCancelled, isNoted: isNoted || headcount > 0, municipalities },
    participants: isCancelled ? 0 : Math.max(came, headcount),
    otherOrganisations: from.size - municipalities,
    firstTimers,
    ...(grade ? { grade } : {}),
    ...(gradePage === undefined ? {} : { gradePage }),
  };
}

const surveyFigure = ({ page, title, type, closedAt, answers, asked, grade }: SurveyFact): SurveyFigure => ({
  ...{ page, title, type, closedAt, answers },
  ...(asked === undefined ? {} : { asked }),
  ...(grade && grade.n > 0 ? { grade: { ...grade } } : {}),
});

// ── Figures ────────────────────────────────────────────────────────────────────────────────────

const FIGURES: readonly FigureName[] = [
  ...(['events', 'participants', 'people', 'firstTimers'] as const),
  ...(['municipalities', 'otherOrganisations', 'newOrganisations', 'areas', 'regions'] as const),
  ...([
    'grade',
    'feedback',
    'surveys',
    'polls',
    'turnout',
    'materials',
    'uses',
    'wishes',
    'wishesDone',
    'helped',
  ] as const),
  ...(['ideas', 'ideasDone', 'statements'] as const),
];

const REACH = 'manage/reach';
/** In the tab: grades over the years are the page of feedback; polls and surveys are one list. */
const PAGES: Readonly<Record<FigureName, string>> = {
  ...{ events: 'events', participants: 'events', people: 'events', firstTimers: REACH },
  ...{ municipalities: REACH, otherOrganisations: REACH, newOrganisations: REACH, areas: REACH, regions: REACH },
  ...{ grade: 'feedback', feedback: 'feedback', surveys: 'polls', polls: 'polls', turnout: 'polls' },
  ...{ materials: 'materials', uses: 'materials', wishes: 'wishes', wishesDone: 'wishes' },
  ...{ helped: 'questions', ideas: 'ideas', ideasDone: 'ideas', statements: 'statements' },
};

/** Of figures that not every network has: what they count. */
const LISTS: Readonly<Partial<Record<FigureName, 'help' | 'ideas' | 'statements'>>> = {
  ...{ helped: 'help', ideas: 'ideas', ideasDone: 'ideas', statements: 'statements' },
};

/** Undefined where the network has no areas to count, or does not use what would be counted. */
function figureOf(name: FigureName, now: Counts, before: Counts): Figure | undefined {
  if (name === 'areas' && now.areas === undefined) return undefined;
  const list = LISTS[name];
  if (list && now[list].length + before[list].length === 0) return undefined;
  const measured = measureOf(name, now);
  const earlier = before.isEmpty ? undefined : measureOf(name, before);
  return { name, page: PAGES[name], ...(measured ? { now: measured } : {}), ...(earlier ? { before: earlier } : {}) };
}

function measureOf(name: FigureName, of: Counts): Measure | undefined {
  const count = (n: number): Measure => ({ type: 'count', n });
  const municipalities = of.reached.filter(({ isMunicipality }) => isMunicipality);
  const answers = (type: SurveyFact['type']): number => sum(of.surveys, (one) => (one.type === type ? one.answers : 0));
  switch (name) {
    case 'events':
      return count(of.held);
    case 'participants':
      return count(of.participants);
    case 'people':
      return count(of.people);
    case 'firstTimers':
      return count(of.firstTimers);
    case 'municipalities':
      return count(municipalities.length);
    case 'otherOrganisations':
      return count(of.reached.length - municipalities.length);
    case 'newOrganisations':
      return count(of.reached.filter(({ isNew }) => isNew).length);
    case 'areas':
      return of.areas === undefined ? undefined : count(of.areas);
    case 'regions':
      return count(of.regions);
    case 'grade':
      return of.grade && { type: 'average', ...of.grade };
    case 'feedback':
      return count(answers('feedback'));
    case 'surveys':
      return count(answers('survey'));
    case 'polls':
      return count(of.polls.length);
    case 'turnout': {
      const entitled = sum(of.polls, (one) => one.entitled);
      return entitled === 0 ? undefined : { type: 'share', n: sum(of.polls, ({ voters }) => voters), of: entitled };
    }
    case 'materials':
      return count(of.materials.filter(({ isNew }) => isNew).length);
    case 'uses':
      return count(sum(of.materials, ({ uses }) => uses));
    case 'wishes':
      return count(of.wishes.length);
    case 'wishesDone':
      return count(of.wishes.filter(({ status }) => status === 'done').length);
    case 'helped':
      return count(of.help.length);
    case 'ideas':
      return count(of.ideas.length);
    case 'ideasDone':
      return count(of.ideas.filter(({ state }) => state === 'done').length);
    case 'statements':
      return count(of.statements.length);
  }
}

const sum = <T>(of: readonly T[], count: (one: T) => number): number =>
  of.reduce((total, one) => total + count(one), 0);

// ── Places ─────────────────────────────────────────────────────────────────────────────────────

/** Municipalities reached by area of the network, or by region where it has no areas. */
function placesOf(
  { register, regions }: Counted,
  now: readonly Reached[],
  before: readonly Reached[],
): Pick<Figures, 'places' | 'areAreas'> {
  const { areas } = register.rules;
  const areAreas = areas.length > 0;
  const groups = areAreas
    ? areas.map(({ names, regions: codes }) => ({ names, codes }))
    : regions.map(({ code, names }) => ({ names, codes: [code] }));
  const count = (reached: readonly Reached[], codes: readonly string[]): number =>
    reached.filter(({ isMunicipality, of: { region } }) => isMunicipality && codes.includes(region ?? '')).length;
  const places = groups.map(
    ({ names, codes }): PlaceFigure => ({ names, now: count(now, codes), before: count(before, codes) }),
  );
  return { areAreas, places: places.filter((one) => one.now > 0 || one.before > 0) };
}
