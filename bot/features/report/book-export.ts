/** The yearly report as a workbook: every figure in cells, with charts that follow them. */
import { dateIn, type Instant } from '../../core/clock.ts';
import { nameFor } from '../../core/organisation.ts';
import { TAGS, translator } from '../../core/text.ts';
import type { Book, BookCell, BookSheet } from '../../sheets/book.ts';
import { type Frame, materialType } from './document-export.ts';
import type { Average, Measure } from './figures.ts';
import { PLAN_PARTS } from './plan.ts';
import { type ReportContent, TEXT_PARTS } from './report.ts';
import { text } from './text.ts';

export function reportBook(content: ReportContent, { zone }: Frame): Book {
  const { year, language, network, figures, plan, texts } = content;
  const t = translator(language);
  const day = (at: Instant): BookCell => ({ date: dateIn(at, zone) });
  const held = figures.events.filter(({ isCancelled }) => !isCancelled);
  const graded = held.flatMap(({ title, grade }) => (grade ? [{ title, grade }] : []));
  const title = t(text.reportTitle, { year: String(year) });
  const wide = { width: 60 };
  const narrow = { width: 16 };

  const summary: BookSheet = {
    name: t(text.sheetSummary),
    columns: [
      { label: `${network}: ${title}`, width: 48 },
      { label: String(year), width: 14 },
      { label: t(text.answersShort), width: 14 },
      { label: String(year - 1), width: 14 },
      { label: t(text.answersShort), width: 14 },
    ],
    rows: [
      ...figures.summary.map(({ name, now, before }) => [t(text[name]), ...measured(now), ...measured(before)]),
      ...(figures.isEmpty ? [[t(text.nothingHappened, { year: String(year) })]] : []),
    ],
  };
  const events: BookSheet = {
    name: t(text.sheetEvents),
    columns: [
      { label: t(text.event), ...wide },
      { label: t(text.date), ...narrow },
      { label: t(text.type), width: 18 },
      { label: t(text.participantsShort), ...narrow },
      { label: t(text.municipalitiesShort), ...narrow },
      { label: t(text.othersShort), ...narrow },
      { label: t(text.firstShort), ...narrow },
      { label: t(text.gradeShort), ...narrow, decimals: 1 },
      { label: t(text.answersShort), ...narrow },
    ],
    // cancelled ones last, so that the chart is of those that were held
    rows: [...held, ...figures.events.filter(({ isCancelled }) => isCancelled)].map((one) => [
      one.isCancelled ? t(text.cancelled, { title: one.title }) : one.title,
      day(one.startsAt),
      t(text[one.type]),
      ...(one.isCancelled ? [] : [one.participants, one.municipalities, one.otherOrganisations, one.firstTimers]),
      ...(one.grade ? [exact(one.grade), one.grade.n] : []),
    ]),
    charts: [
      {
        ...{ title: t(text.chartParticipants), labels: 0, values: [3], decimals: 0 },
        rows: { from: 0, to: held.length - 1 },
      },
    ],
  };
  const grades: BookSheet = {
    name: t(text.sheetGrades),
    columns: [
      { label: t(text.event), ...wide },
      { label: t(text.gradeShort), ...narrow, decimals: 1 },
      { label: t(text.answersShort), ...narrow },
    ],
    rows: [
      ...graded.map(({ title: of, grade }) => [of, exact(grade), grade.n]),
      ...figures.years.map((one) => [t(text.averageOfYear, { year: String(one.year) }), exact(one), one.n]),
    ],
    charts: [
      {
        ...{ title: t(text.chartGrades), labels: 0, values: [1], decimals: 1, most: 5 },
        rows: { from: 0, to: graded.length - 1 },
      },
      {
        ...{ title: t(text.chartYears), labels: 0, values: [1], decimals: 1, most: 5 },
        rows: { from: graded.length, to: graded.length + figures.years.length - 1 },
      },
    ],
  };
  const hasBefore = figures.places.some(({ before }) => before > 0);
  const places: BookSheet = {
    name: t(figures.areAreas ? text.sheetAreas : text.sheetRegions),
    columns: [
      { label: t(figures.areAreas ? text.area : text.region), width: 36 },
      { label: String(year), ...narrow },
      { label: String(year - 1), ...narrow },
    ],
    rows: figures.places.map(({ names, now, before }) => [nameFor(names, language), now, before]),
    charts: [
      {
        title: t(figures.areAreas ? text.chartAreas : text.chartRegions),
        ...{ labels: 0, values: hasBefore ? [1, 2] : [1], decimals: 0 },
      },
    ],
  };
  const reached: BookSheet = {
    name: t(text.sheetReached),
    columns: [
      { label: t(text.organisation), width: 40 },
      { label: t(text.kind), width: 22 },
      { label: t(text.activities), width: 20 },
      { label: t(text.isNew), width: 20 },
    ],
    rows: figures.reached.map(({ names, isMunicipality, activities, isNew }) => [
      nameFor(names, language),
      t(isMunicipality ? text.municipality : text.otherOrganisation),
      activities,
      isNew ? t(text.yes) : '',
    ]),
  };
  const polls: BookSheet = {
    name: t(text.sheetPolls),
    columns: [
      { label: t(text.question), ...wide },
      { label: t(text.date), ...narrow },
      { label: t(text.votedShort), ...narrow },
      { label: t(text.entitledShort), width: 18 },
      { label: t(text.turnoutShort), ...narrow, isPercent: true },
      { label: t(text.organisationsShort), width: 24 },
      { label: t(text.winner), width: 40 },
    ],
    rows: figures.polls.map(({ title: of, closedAt, voters, entitled, organisations, winners }) => [
      ...[of, day(closedAt), voters, entitled, entitled === 0 ? undefined : voters / entitled],
      organisations ? `${organisations.voted}/${organisations.entitled}` : '',
      winners.join(', ') || t(text.noWinner),
    ]),
  };
  const surveys: BookSheet = {
    name: t(text.sheetSurveys),
    columns: [
      { label: t(text.survey), ...wide },
      { label: t(text.date), ...narrow },
      { label: t(text.answersShort), ...narrow },
      { label: t(text.askedShort), ...narrow },
      { label: t(text.gradeShort), ...narrow, decimals: 1 },
    ],
    rows: figures.surveys.map(({ title: of, closedAt, answers, asked, grade }) => [
      ...[of, day(closedAt), answers, asked],
      grade && exact(grade),
    ]),
  };
  const wishes: BookSheet = {
    name: t(text.sheetWishes),
    columns: [
      { label: t(text.wish), ...wide },
      { label: t(text.status), ...narrow },
      { label: t(text.reply), ...wide },
      { label: t(text.survey), width: 40 },
    ],
    rows: figures.wishes.map(({ text: words, status, reply, title: of }) => [words, t(text[status]), reply, of]),
  };
  const help: BookSheet = {
    name: t(text.sheetHelp),
    columns: [
      { label: t(text.helpWho), ...wide },
      { label: t(text.helpAsked), ...narrow },
      { label: t(text.helpAnswered), ...narrow },
    ],
    rows: (figures.help?.organisations ?? []).map(({ names, asked, given }) => [
      nameFor(names, language),
      asked,
      given,
    ]),
  };
  const materials: BookSheet = {
    name: t(text.sheetMaterials),
    columns: [
      { label: t(text.material), ...wide },
      { label: t(text.type), width: 18 },
      { label: t(text.added), ...narrow },
      { label: t(text.usesShort), ...narrow },
    ],
    rows: figures.materials.map(({ title: of, type, addedAt, uses }) => [
      of,
      materialType(type, t),
      day(addedAt),
      uses,
    ]),
  };
  const words: BookSheet = {
    name: t(text.sheetTexts),
    columns: [
      { label: t(text.part), width: 30 },
      { label: t(text.written), width: 100 },
    ],
    rows: [
      ...PLAN_PARTS.map((part) => [t(text[part]), plan[part]]),
      ...TEXT_PARTS.map((part) => [t(text[part]), texts[part]]),
      ...figures.quotes.map((quote) => [quote.title, quote.text]),
    ].filter(([, written]) => written !== undefined),
  };
  const sheets = [
    summary,
    events,
    grades,
    places,
    reached,
    polls,
    surveys,
    wishes,
    ...(figures.help ? [help] : []),
    materials,
    words,
  ];
  return { title, author: network, language: TAGS[language], sheets };
}

/** Exact in the cell, shown with one decimal. */
const exact = ({ sum, n }: Average): number => sum / n;

/** The value, and the number of answers that it is of. */
function measured(of: Measure | undefined): BookCell[] {
  if (!of) return [undefined, undefined];
  if (of.type === 'average') return [{ number: exact(of), decimals: 1 }, of.n];
  if (of.type === 'share') return [{ number: of.n / of.of, isPercent: true }, undefined];
  return [of.n, undefined];
}
