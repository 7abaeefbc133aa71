/** The figures of a year as the report shows them, each with last year's beside it and the page of the tab that it comes from; and how they are written. */
import { z } from 'zod';
import { instant } from '../../core/clock.ts';
import { names } from '../../core/organisation.ts';
import { type Locale, TAGS, translator } from '../../core/text.ts';
import { text } from './text.ts';

/** A sum and what it is of, so that averages over several are exact: 81 of 18 answers is 4.5. */
export const average = z.object({ sum: z.number(), n: z.number().int().positive() });
export type Average = z.infer<typeof average>;

/** count: so many. average: a grade out of five. share: so many of so many, as turnout. */
export const measure = z.discriminatedUnion('type', [
  z.object({ type: z.literal('count'), n: z.number().int() }),
  average.extend({ type: z.literal('average') }),
  z.object({ type: z.literal('share'), n: z.number().int(), of: z.number().int().positive() }),
]);
export type Measure = z.infer<typeof measure>;

/**
 * participants: everyone who came to each event, also those counted by hand. people: human beings known by name, each once.
 * municipalities, otherOrganisations, areas, regions: reached by anything. newOrganisations, firstTimers: never before this year.
 */
export const figureName = z.enum([
  'events',
  'participants',
  'people',
  'firstTimers',
  'municipalities',
  'otherOrganisations',
  'newOrganisations',
  'areas',
  'regions',
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
  'ideas',
  'ideasDone',
  'statements',
]);
export type FigureName = z.infer<typeof figureName>;

/** Where a figure comes from: page of the tab. */
const page = z.string();

export const figure = z.object({
  name: figureName,
  /** Absent: there is nothing to measure, such as a grade without answers. */
  now: measure.optional(),
  /** Of the year before; absent when there was nothing to measure then. */
  before: measure.optional(),
  page,
});
export type Figure = z.infer<typeof figure>;

export const eventFigure = z.object({
  page,
  title: z.string(),
  type: z.enum(['webinar', 'seminar', 'meeting', 'training', 'other']),
  startsAt: instant,
  endsAt: instant,
  isCancelled: z.boolean(),
  participants: z.number().int(),
  /** They were noted as having come; else they had a place. */
  isNoted: z.boolean(),
  municipalities: z.number().int(),
  otherOrganisations: z.number().int(),
  /** People who took part in anything for the first time. */
  firstTimers: z.number().int(),
  grade: average.optional(),
  gradePage: page.optional(),
});
export type EventFigure = z.infer<typeof eventFigure>;

/** How many municipalities of an area of the network, or of a region, were reached. */
export const placeFigure = z.object({ names, now: z.number().int(), before: z.number().int() });
export type PlaceFigure = z.infer<typeof placeFigure>;

export const reachedFigure = z.object({
  names,
  isMunicipality: z.boolean(),
  isNew: z.boolean(),
  /** How many different things it took part in. */
  activities: z.number().int(),
});

export const pollFigure = z.object({
  page,
  title: z.string(),
  closedAt: instant,
  voters: z.number().int(),
  entitled: z.number().int(),
  organisations: z.object({ voted: z.number().int(), entitled: z.number().int() }).optional(),
  winners: z.array(z.string()),
});

export const surveyFigure = z.object({
  page,
  title: z.string(),
  type: z.enum(['feedback', 'survey']),
  closedAt: instant,
  answers: z.number().int(),
  asked: z.number().int().optional(),
  grade: average.optional(),
});
export type SurveyFigure = z.infer<typeof surveyFigure>;

export const quoteFigure = z.object({ page, title: z.string(), text: z.string() });

export const wishFigure = z.object({
  page,
  title: z.string(),
  text: z.string(),
  status: z.enum(['new', 'underWay', 'done', 'notNow']),
  reply: z.string().optional(),
});

/** Questions that an organisation asked everyone by name and got answered, and those that it answered. */
export const helpFigure = z.object({
  names,
  isMunicipality: z.boolean(),
  asked: z.number().int(),
  given: z.number().int(),
});

/** Help that members gave each other, and the coordinator. */
export const helpFigures = z.object({
  /** Questions that were answered. */
  answered: z.number().int(),
  /** Of those, with an answer of the coordinator. */
  byCoordinator: z.number().int(),
  /** Municipalities first, by name; who asked without a name or the coordinator alone is in no row. */
  organisations: z.array(helpFigure),
});

export const materialFigure = z.object({
  page,
  title: z.string(),
  type: z.string(),
  addedAt: instant,
  uses: z.number().int(),
  isNew: z.boolean(),
});

export const figures = z.object({
  year: z.number().int(),
  /** Nothing happened: no event, poll, survey, wish or material, and nobody took part in anything. */
  isEmpty: z.boolean(),
  summary: z.array(figure),
  /** In order of time. */
  events: z.array(eventFigure),
  /** Average grade of each year that has one, of this year and those before it, oldest first. */
  years: z.array(average.extend({ year: z.number().int() })),
  /** Of the network's areas, where it has any, else of regions; those with nobody reached in either year are left out. */
  places: z.array(placeFigure),
  areAreas: z.boolean(),
  /** Municipalities first, by name. */
  reached: z.array(reachedFigure),
  quotes: z.array(quoteFigure),
  polls: z.array(pollFigure),
  surveys: z.array(surveyFigure),
  wishes: z.array(wishFigure),
  /** New ones first, then the most used. */
  materials: z.array(materialFigure),
  /** Absent where nobody was helped, and in reports from before it was counted. */
  help: helpFigures.optional(),
});
export type Figures = z.infer<typeof figures>;

// ── Averages ───────────────────────────────────────────────────────────────────────────────────

/** All of them as one; undefined when there are none. */
export function averageOf(all: readonly (Average | undefined)[]): Average | undefined {
  const given = all.flatMap((one) => (one && one.n > 0 ? [one] : []));
  if (given.length === 0) return undefined;
  return { sum: given.reduce((sum, one) => sum + one.sum, 0), n: given.reduce((sum, one) => sum + one.n, 0) };
}

/** With one decimal, halves up: by whole numbers, so that 4.25 and 4.35 both go up. */
export const oneDecimal = ({ sum, n }: Average): number => Math.floor((20 * sum + n) / (2 * n)) / 10;

// ── As written ─────────────────────────────────────────────────────────────────────────────────

export const numberText = (value: number, locale: Locale, decimals = 0): string =>
  new Intl.NumberFormat(TAGS[locale], { minimumFractionDigits: decimals, maximumFractionDigits: decimals }).format(
    value,
  );

/** `4,5/5` in Finnish and Swedish, `4.5/5` in English. */
export const gradeText = (of: Average, locale: Locale): string => `${numberText(oneDecimal(of), locale, 1)}/5`;

/** A grade never stands without the number of its answers: `4,5/5 (12 vastausta)`. */
export const averageText = (of: Average, locale: Locale): string =>
  translator(locale)(text.gradeOf, { grade: gradeText(of, locale), n: of.n });

/** Whole percent, `62 %`. */
export const shareText = ({ n, of }: { readonly n: number; readonly of: number }, locale: Locale): string =>
  translator(locale)(text.percent, { n: Math.round((100 * n) / of) });

/** A measure as words; a dash where there is nothing to measure. */
export function measureText(of: Measure | undefined, locale: Locale): string {
  if (!of) return '–';
  if (of.type === 'average') return averageText(of, locale);
  if (of.type === 'share')
    return translator(locale)(text.shareOf, { share: shareText(of, locale), n: of.n, of: of.of });
  return numberText(of.n, locale);
}
