/** The yearly report as a Word document: own words, figures beside last year's, tables and charts. */
import { type Instant, inWords } from '../../core/clock.ts';
import { nameFor } from '../../core/organisation.ts';
import { TAGS, type Translate, translator } from '../../core/text.ts';
import { type Block, type Chart, type DocumentDraft, MOST_BARS } from '../../documents/document.ts';
import {
  averageText,
  type EventFigure,
  type Figure,
  type FigureName,
  type Figures,
  gradeText,
  measureText,
  numberText,
  oneDecimal,
  shareText,
} from './figures.ts';
import type { ReportContent } from './report.ts';
import { text } from './text.ts';

/** Those that stand large at the beginning, in this order, those that there are. */
const KEY_FIGURES: readonly FigureName[] = [
  ...(['events', 'participants', 'municipalities', 'newOrganisations', 'firstTimers', 'grade'] as const),
];
const ACROSS = 3;
/** Of materials that are not new, the most used. */
const MOST_USED = 20;

/** What drawing needs to know beside the content. `at`: when the figures were counted. */
export interface Frame {
  readonly zone: string;
  readonly at: Instant;
}

interface Drawing extends Frame {
  readonly content: ReportContent;
  readonly t: Translate;
}

/** The date alone, `22.11.2024`. */
export const dayIn = (at: Instant, zone: string, locale: ReportContent['language']): string =>
  inWords(at, zone, locale, { day: 'numeric', month: 'numeric', year: 'numeric' });

export function reportDocument(content: ReportContent, frame: Frame): DocumentDraft {
  const { year, language, network, plan, texts, figures } = content;
  const t = translator(language);
  const drawing: Drawing = { content, t, ...frame };
  const title = t(text.reportTitle, { year: String(year) });
  return {
    ...{ title, author: network, language: TAGS[language], foot: `${network} · ${title}` },
    blocks: [
      { type: 'title', text: title },
      { type: 'lead', text: network },
      { type: 'note', text: t(text.madeOn, { date: dayIn(frame.at, frame.zone, language) }) },
      ...part(t(text.summary), texts.summary),
      ...planBlocks(drawing),
      ...part(t(text.goalsMet), texts.goalsMet),
      ...(figures.isEmpty
        ? section(t(text.inFigures), [{ type: 'text', text: t(text.nothingHappened, { year: String(year) }) }])
        : figureBlocks(drawing)),
      ...part(t(text.effects), texts.effects),
      ...part(t(text.lessons), texts.lessons),
      ...part(t(text.differently), texts.differently),
      ...part(t(text.next), texts.next),
      ...part(t(text.contact), plan.contact),
    ],
  };
}

const heading = (words: string, level: 1 | 2 = 1): Block => ({ type: 'heading', level, text: words });

/** Nothing is written of what nobody wrote. */
const part = (title: string, written: string | undefined, level: 1 | 2 = 1): Block[] =>
  written === undefined ? [] : [heading(title, level), { type: 'text', text: written }];

const section = (title: string, blocks: readonly Block[]): Block[] =>
  blocks.length === 0 ? [] : [heading(title), ...blocks];

function planBlocks({ content: { plan, year }, t }: Drawing): Block[] {
  const { goals, targetGroups, themes, phases, expectedResults, funding } = plan;
  return section(t(text.planTitle, { year: String(year) }), [
    ...part(t(text.goals), goals, 2),
    ...part(t(text.targetGroups), targetGroups, 2),
    ...part(t(text.themes), themes, 2),
    ...part(t(text.phases), phases, 2),
    ...part(t(text.expectedResults), expectedResults, 2),
    ...part(t(text.funding), funding, 2),
  ]);
}

function figureBlocks(drawing: Drawing): Block[] {
  const { t } = drawing;
  return [
    ...section(t(text.inFigures), summaryBlocks(drawing)),
    ...section(t(text.eventsHeld), eventBlocks(drawing)),
    ...section(t(text.whoTookPart), reachBlocks(drawing)),
    ...section(t(text.grades), gradeBlocks(drawing)),
    ...section(t(text.quotes), quoteBlocks(drawing)),
    ...section(t(text.pollsHeld), pollBlocks(drawing)),
    ...section(t(text.surveysHeld), surveyBlocks(drawing)),
    ...section(t(text.youSaid), wishBlocks(drawing)),
    ...section(t(text.helpGiven), helpBlocks(drawing)),
    ...section(t(text.materialsUsed), materialBlocks(drawing)),
  ];
}

// ── The year in figures ────────────────────────────────────────────────────────────────────────

/** A figure as large as it can stand: a grade without its number of answers, which its label then says. */
export function keyFigures(
  { figures, language }: ReportContent,
  names: readonly FigureName[],
): { value: string; label: string }[] {
  const t = translator(language);
  const found = names.flatMap((name) => figures.summary.find((one) => one.name === name) ?? []);
  return found.flatMap(({ name, now }) => {
    if (!now) return [];
    const label = t(text[name]);
    if (now.type === 'average')
      return { value: gradeText(now, language), label: t(text.keyGrade, { figure: label, n: now.n }) };
    if (now.type === 'share') return { value: shareText(now, language), label };
    return { value: numberText(now.n, language), label };
  });
}

function summaryBlocks({ content, t }: Drawing): Block[] {
  const { figures, language, year } = content;
  const row = ({ name, now, before }: Figure): string[] => [
    t(text[name]),
    measureText(now, language),
    measureText(before, language),
  ];
  return [
    { type: 'figures', across: ACROSS, items: keyFigures(content, KEY_FIGURES) },
    {
      type: 'table',
      columns: [
        { label: t(text.figure), width: 50 },
        { label: String(year), width: 25, isNumber: true },
        { label: String(year - 1), width: 25, isNumber: true },
      ],
      rows: figures.summary.map(row),
    },
  ];
}

// ── Events, grades and who took part ───────────────────────────────────────────────────────────

/** A cancelled event is told as such; of who only registered it is said below the table. */
const eventTitle = ({ title, isCancelled }: EventFigure, t: Translate): string =>
  isCancelled ? t(text.cancelled, { title }) : title;

function eventBlocks({ content: { figures, language }, t, zone }: Drawing): Block[] {
  const { events } = figures;
  if (events.length === 0) return [];
  const held = events.filter(({ isCancelled }) => !isCancelled);
  const rows = events.map((one) => [
    dayIn(one.startsAt, zone, language),
    `${t(text[one.type])}: ${eventTitle(one, t)}`,
    ...(one.isCancelled
      ? ['–', '–', '–', '–']
      : [
          `${numberText(one.participants, language)}${one.isNoted ? '' : '*'}`,
          numberText(one.municipalities, language),
          numberText(one.firstTimers, language),
          one.grade ? gradeText(one.grade, language) : '–',
        ]),
  ]);
  return [
    {
      type: 'table',
      columns: [
        { label: t(text.date), width: 13 },
        { label: t(text.event), width: 32 },
        { label: t(text.participantsShort), width: 15, isNumber: true },
        { label: t(text.municipalitiesShort), width: 15, isNumber: true },
        { label: t(text.firstShort), width: 11, isNumber: true },
        { label: t(text.gradeShort), width: 14, isNumber: true },
      ],
      rows,
    },
    ...(held.some(({ isNoted }) => !isNoted) ? [{ type: 'note', text: t(text.registered) } as const] : []),
    ...charts({
      title: t(text.chartParticipants),
      labels: held.map(({ title }) => title),
      series: [{ name: t(text.participantsShort), values: held.map(({ participants }) => participants) }],
      decimals: 0,
      language,
    }),
  ];
}

function gradeBlocks({ content: { figures, language }, t }: Drawing): Block[] {
  const graded = figures.events.flatMap(({ title, grade }) => (grade ? [{ title, grade }] : []));
  if (graded.length === 0 && figures.years.length === 0) return [];
  return [
    {
      type: 'table',
      columns: [
        { label: t(text.event), width: 66 },
        { label: t(text.gradeShort), width: 34, isNumber: true },
      ],
      rows: [
        ...graded.map(({ title, grade }) => [title, averageText(grade, language)]),
        ...figures.years.map((one) => [t(text.averageOfYear, { year: String(one.year) }), averageText(one, language)]),
      ],
    },
    ...charts({
      title: t(text.chartGrades),
      labels: graded.map(({ title }) => title),
      series: [{ name: t(text.gradeShort), values: graded.map(({ grade }) => oneDecimal(grade)) }],
      ...{ decimals: 1, most: 5, language },
    }),
    ...charts({
      title: t(text.chartYears),
      labels: figures.years.map(({ year }) => String(year)),
      series: [{ name: t(text.average), values: figures.years.map(oneDecimal) }],
      ...{ decimals: 1, most: 5, language },
    }),
  ];
}

function reachBlocks({ content: { figures, language, year }, t }: Drawing): Block[] {
  const { reached, places, areAreas } = figures;
  const named = (of: Figures['reached']): string => of.map(({ names }) => nameFor(names, language)).join(', ');
  const list = (row: string, of: Figures['reached']): Block[] =>
    of.length === 0 ? [] : [{ type: 'text', text: `${row} ${named(of)}.` }];
  const municipalities = reached.filter(({ isMunicipality }) => isMunicipality);
  const others = reached.filter(({ isMunicipality }) => !isMunicipality);
  const hasBefore = places.some(({ before }) => before > 0);
  return [
    ...list(t(text.reachedMunicipalities, { n: municipalities.length }), municipalities),
    ...list(t(text.reachedOthers, { n: others.length }), others),
    ...list(
      t(text.reachedNew),
      reached.filter(({ isNew }) => isNew),
    ),
    ...charts({
      title: t(areAreas ? text.chartAreas : text.chartRegions),
      labels: places.map(({ names }) => nameFor(names, language)),
      series: [
        { name: String(year), values: places.map(({ now }) => now) },
        ...(hasBefore ? [{ name: String(year - 1), values: places.map(({ before }) => before) }] : []),
      ],
      ...{ decimals: 0, language },
    }),
  ];
}

/** As many pictures as the labels need; none without labels. */
function charts({ language, ...of }: Omit<Chart, 'alt'> & { readonly language: ReportContent['language'] }): Block[] {
  const { labels, series, decimals } = of;
  return Array.from({ length: Math.ceil(labels.length / MOST_BARS) }, (_, index) => {
    const from = index * MOST_BARS;
    const some = labels.slice(from, from + MOST_BARS);
    const values = series.map((one) => ({ ...one, values: one.values.slice(from, from + MOST_BARS) }));
    const told = some.map((label, at) => {
      const numbers = values
        .map((one) => one.values[at])
        .map((n) => (n === undefined ? '–' : numberText(n, language, decimals)));
      return `${label} ${numbers.join(' / ')}`;
    });
    return { type: 'chart', chart: { ...of, labels: some, series: values, alt: told.join('; ') } };
  });
}

// ── What was said, voted and used ──────────────────────────────────────────────────────────────

const quoteBlocks = ({ content }: Drawing): Block[] =>
  content.figures.quotes.map(({ text: words, title }) => ({ type: 'quote', text: words, source: title }));

function pollBlocks({ content: { figures, language }, t, zone }: Drawing): Block[] {
  if (figures.polls.length === 0) return [];
  const turnout = ({ voters, entitled }: Figures['polls'][number]): string =>
    entitled === 0 ? numberText(voters, language) : measureText({ type: 'share', n: voters, of: entitled }, language);
  return [
    {
      type: 'table',
      columns: [
        { label: t(text.date), width: 13 },
        { label: t(text.question), width: 40 },
        { label: t(text.turnoutShort), width: 19, isNumber: true },
        { label: t(text.winner), width: 28 },
      ],
      rows: figures.polls.map((one) => [
        dayIn(one.closedAt, zone, language),
        one.title,
        turnout(one),
        one.winners.join(', ') || t(text.noWinner),
      ]),
    },
  ];
}

function surveyBlocks({ content: { figures, language }, t, zone }: Drawing): Block[] {
  if (figures.surveys.length === 0) return [];
  return [
    {
      type: 'table',
      columns: [
        { label: t(text.date), width: 13 },
        { label: t(text.survey), width: 48 },
        { label: t(text.answersShort), width: 15, isNumber: true },
        { label: t(text.gradeShort), width: 24, isNumber: true },
      ],
      rows: figures.surveys.map(({ closedAt, title, answers, asked, grade }) => [
        dayIn(closedAt, zone, language),
        title,
        asked === undefined
          ? numberText(answers, language)
          : `${numberText(answers, language)}/${numberText(asked, language)}`,
        grade ? averageText(grade, language) : '–',
      ]),
    },
  ];
}

/** What nobody has looked at yet is counted, not listed. */
function wishBlocks({ content: { figures }, t }: Drawing): Block[] {
  const { wishes, summary } = figures;
  if (wishes.length === 0) return [];
  const counted = (name: FigureName): number => {
    const now = summary.find((one) => one.name === name)?.now;
    return now?.type === 'count' ? now.n : 0;
  };
  const answered = wishes.filter(({ status, reply }) => status !== 'new' || reply !== undefined);
  const total: Block = {
    type: 'text',
    text: t(text.wishesTotal, { n: counted('wishes'), done: counted('wishesDone') }),
  };
  if (answered.length === 0) return [total];
  return [
    total,
    {
      type: 'table',
      columns: [
        { label: t(text.wish), width: 43 },
        { label: t(text.status), width: 14 },
        { label: t(text.reply), width: 43 },
      ],
      rows: answered.map(({ text: words, status, reply }) => [words, t(text[status]), reply ?? '']),
    },
  ];
}

function helpBlocks({ content: { figures, language }, t }: Drawing): Block[] {
  const { help } = figures;
  if (!help) return [];
  const { answered, byCoordinator, organisations } = help;
  const total: Block = { type: 'text', text: t(text.helpTotal, { n: answered, byCoordinator }) };
  if (organisations.length === 0) return [total];
  return [
    total,
    {
      type: 'table',
      columns: [
        { label: t(text.helpWho), width: 60 },
        { label: t(text.helpAsked), width: 20, isNumber: true },
        { label: t(text.helpAnswered), width: 20, isNumber: true },
      ],
      rows: organisations.map(({ names, asked, given }) => [
        nameFor(names, language),
        numberText(asked, language),
        numberText(given, language),
      ]),
    },
  ];
}

function materialBlocks({ content: { figures, language }, t, zone }: Drawing): Block[] {
  const { materials } = figures;
  if (materials.length === 0) return [];
  const added = materials.filter(({ isNew }) => isNew);
  const used = materials.filter(({ isNew }) => !isNew);
  const more = used.length - MOST_USED;
  return [
    {
      type: 'table',
      columns: [
        { label: t(text.added), width: 14 },
        { label: t(text.material), width: 52 },
        { label: t(text.type), width: 20 },
        { label: t(text.usesShort), width: 14, isNumber: true },
      ],
      rows: [...added, ...used.slice(0, MOST_USED)].map(({ addedAt, title, type, uses }) => [
        dayIn(addedAt, zone, language),
        title,
        materialType(type, t),
        numberText(uses, language),
      ]),
    },
    ...(more > 0 ? [{ type: 'text', text: t(text.moreMaterials, { n: more }) } as const] : []),
  ];
}

const MATERIAL_TYPES = ['presentation', 'recording', 'document', 'link', 'goodPractice'] as const;

/** A kind that came later than this release stands as it is. */
export function materialType(type: string, t: Translate): string {
  const known = MATERIAL_TYPES.find((one) => one === type);
  return known ? t(text[known]) : type;
}
