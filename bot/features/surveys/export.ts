/** Published results as files: CSV that is safe to open in Excel, and XLSX. What is not published, or was hidden, is in neither. */
import { when } from '../../core/clock.ts';
import type { Download } from '../../core/feature.ts';
import { type ActivityId, objectIdOf } from '../../core/ids.ts';
import { nameFor } from '../../core/organisation.ts';
import { addresseeOf, organisationOf, registerOf } from '../../core/register.ts';
import type { Message } from '../../core/text.ts';
import type { Visit } from '../../core/turn.ts';
import { type Cell, type Sheet, type SheetFormat, sheetsFile } from '../../sheets/write.ts';
import type { Answer } from './answers.ts';
import { eachResponse, textIds } from './ballots.ts';
import type { Figures, QuestionFigures, Shown } from './figures.ts';
import { answerInWords, barLabel, cellName } from './labels.ts';
import { surveyNow } from './memory.ts';
import { type Question, wordsFor } from './questions.ts';
import { latestOf, type Source } from './response.ts';
import { allQuestions, isWishText, textsOf } from './result-operations.ts';
import { text } from './result-text.ts';
import { ownOf } from './results.ts';
import { shownTo } from './shown.ts';
import { type Phase, phaseOf, type Survey } from './survey.ts';
import type { WishStatus } from './wish.ts';

const STATES: Readonly<Record<Phase, Message>> = {
  scheduled: text.stateScheduled,
  open: text.stateOpen,
  counting: text.stateCounting,
  closed: text.stateClosed,
  undone: text.stateUndone,
};
const WISHES: Readonly<Record<WishStatus, Message>> = {
  new: text.wishNew,
  underWay: text.wishUnderWay,
  done: text.wishDone,
  notNow: text.wishNotNow,
};
const SOURCES: Readonly<Record<Source, Message>> = {
  own: text.sourceOwn,
  open: text.sourceOpen,
  paper: text.sourcePaper,
  phone: text.sourcePhone,
};

/** The results in the reader's language, as coordinators may see them: figures, distributions, what was written, and of a named survey who answered what. */
export async function surveySheets(visit: Visit, survey: Survey): Promise<readonly Sheet[]> {
  const { t } = visit;
  const shown = await shownTo(visit, survey, { coordinates: true, allTexts: true });
  const about = aboutRows(visit, survey, shown);
  const responses = await responseSheet(visit, survey);
  if (shown.state !== 'shown')
    return [{ name: t(text.sheetResults), rows: [...about, [unshown(visit, shown)]] }, ...responses];
  const head = [text.columnQuestion, text.columnAnswers, text.columnAverage, text.columnLeft].map((row) => t(row));
  return [
    {
      name: t(text.sheetResults),
      rows: [
        ...about,
        [],
        head,
        ...shown.questions.map((one) => [labelOf(visit, one.question), one.n, averageOf(one), one.left]),
      ],
    },
    ...distributionSheet(visit, shown),
    ...breakdownSheet(visit, shown),
    ...textSheet(visit, survey, shown),
    ...responses,
  ];
}

const labelOf = ({ actor }: Visit, { label }: Question): string => wordsFor(label, actor.locale);

/** Rounded as people read it; the exact figures are in the distribution. */
const averageOf = ({ average }: Figures): Cell => (average ? Math.round((average.sum / average.n) * 100) / 100 : '');

function aboutRows(visit: Visit, survey: Survey, shown: Shown): Cell[][] {
  const { t, network, services, actor } = visit;
  const { answers, asked, absent, entered, open } = shown;
  const isFeedback = survey.type === 'feedback';
  return [
    [t(isFeedback ? text.columnEvent : text.columnName), wordsFor(survey.title, actor.locale)],
    [t(text.columnState), t(STATES[phaseOf(survey, services.clock.now())])],
    [t(text.columnOpens), when(survey.opensAt, network.zone)(actor.locale)],
    [t(text.columnCloses), when(survey.closesAt, network.zone)(actor.locale)],
    [t(text.columnAnswers), answers],
    [t(text.columnAsked), asked],
    ...(isFeedback ? [[t(text.columnAbsent), absent]] : []),
    ...(entered > 0 ? [[t(text.columnEntered), entered]] : []),
    ...(open > 0 ? [[t(text.columnOpen), open]] : []),
  ];
}

function unshown({ t }: Visit, { state, missing }: Shown): string {
  if (state === 'waiting') return t(text.waiting, { missing });
  return t(state === 'lost' ? text.lost : state === 'none' ? text.none : text.tooFew);
}

/** One row for each bar, and beside it the same of each cell of the breakdown. */
function distributionSheet(visit: Visit, { questions }: Shown): Sheet[] {
  const { t } = visit;
  const cells = cellsIn(questions);
  const rows = questions.flatMap((one) =>
    one.bars.map(({ key, n }) => [
      ...[labelOf(visit, one.question), barLabel(one.question, key, t), n],
      ...cells.map(({ id }) => {
        const cell = one.breakdown.find((of) => of.cell.id === id);
        return cell ? (cell.bars.find((bar) => bar.key === key)?.n ?? 0) : '';
      }),
    ]),
  );
  const head = [t(text.columnQuestion), t(text.columnOption), t(text.columnAll), ...cells.map((of) => cellName(of, t))];
  return sheet(t(text.sheetDistribution), head, rows);
}

function cellsIn(questions: readonly QuestionFigures[]) {
  const cells = new Map(questions.flatMap(({ breakdown }) => breakdown.map(({ cell }) => [cell.id, cell] as const)));
  return [...cells.values()];
}

function breakdownSheet(visit: Visit, { questions }: Shown): Sheet[] {
  const { t } = visit;
  const head = [text.columnQuestion, text.columnCell, text.columnAnswers, text.columnAverage].map((row) => t(row));
  const rows = questions.flatMap((one) =>
    one.breakdown.map((of) => [labelOf(visit, one.question), cellName(of.cell, t), of.n, averageOf(of)]),
  );
  return sheet(t(text.sheetBreakdown), head, rows);
}

function textSheet(visit: Visit, survey: Survey, { questions }: Shown): Sheet[] {
  const { t } = visit;
  const head = [
    ...[text.columnQuestion, text.columnText, text.columnThemes, text.columnQuote],
    ...[text.columnWish, text.columnReply],
  ].map((row) => t(row));
  const rows = questions.flatMap((one) =>
    one.texts
      .filter(({ isHidden }) => !isHidden)
      .map((of) => [
        ...[labelOf(visit, one.question), of.text, of.tags.join(', '), of.isQuote ? t(text.yes) : ''],
        isWishText(survey, of) ? t(WISHES[of.wish?.status ?? 'new']) : '',
        of.wish?.reply ?? '',
      ]),
  );
  return sheet(t(text.sheetTexts), head, rows);
}

/** Of a survey that said beforehand that names are told. Words that were hidden stay out here too. */
async function responseSheet(visit: Visit, survey: Survey): Promise<Sheet[]> {
  if (survey.secrecy !== 'named') return [];
  const { t, network, actor } = visit;
  const register = await registerOf(visit);
  const questions = allQuestions(survey);
  const idOf = await textIds(visit, survey);
  const hidden = new Set((await textsOf(visit, survey.id)).filter(({ isHidden }) => isHidden).map(({ id }) => id));
  const shown = (person: string, of: Question, given: Answer): string => {
    const { text: words, ...rest } = given;
    const isHidden = words !== undefined && hidden.has(idOf(person, of.type === 'text' ? of.id : ownOf(of.id), words));
    return answerInWords(of, isHidden ? rest : given, t);
  };
  const rows: Cell[][] = [];
  for await (const { id, response } of eachResponse(visit, survey)) {
    const last = latestOf(response);
    if (!last) continue;
    const who = objectIdOf(response.who);
    const organisation = organisationOf(register, who);
    rows.push([
      ...[addresseeOf(register, who)?.name ?? '', organisation ? nameFor(organisation.names, actor.locale) : ''],
      ...[t(SOURCES[response.source]), when(last.at, network.zone)(actor.locale)],
      ...questions.map((one) => {
        const given = last.answers[one.id];
        return given ? shown(id, one, given) : '';
      }),
    ]);
  }
  rows.sort(([a = ''], [b = '']) => String(a).localeCompare(String(b), 'fi'));
  const head = [text.columnWho, text.columnOrganisation, text.columnSource, text.columnSentAt].map((row) => t(row));
  return sheet(t(text.sheetResponses), [...head, ...questions.map((one) => labelOf(visit, one))], rows);
}

/** A column in which no row has anything is left out. */
function sheet(name: string, head: readonly Cell[], rows: readonly (readonly Cell[])[]): Sheet[] {
  const used = head.map((_, column) => rows.some((row) => row[column] !== ''));
  const trimmed = [head, ...rows].map((row) => row.filter((_, column) => used[column]));
  return rows.length > 0 ? [{ name, rows: trimmed }] : [];
}

// ── Files ──────────────────────────────────────────────────────────────────────────────────────

function fileName({ id, title }: Survey, { actor }: Visit): string {
  const words = wordsFor(title, actor.locale)
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '');
  return [...words].slice(0, 60).join('') || id;
}

const download = (format: SheetFormat): Download => ({
  name: `surveys.${format}`,
  role: 'coordinator',
  async produce(subject, visit) {
    const survey = await surveyNow(visit, subject as ActivityId);
    return sheetsFile(fileName(survey, visit), format, await surveySheets(visit, survey));
  },
});

export const surveyDownloads: readonly Download[] = [download('csv'), download('xlsx')];
