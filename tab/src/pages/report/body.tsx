/** A yearly report as it is read: figures beside last year's, each leading to where it comes from, charts, words and the coordinator's own texts. */
import { type ReactNode, useId, useMemo } from 'react';
import {
  averageText,
  gradeText,
  measureText,
  PLAN_PARTS,
  reportWords,
  shareText,
  TEXT_PARTS,
} from '../../../../bot/features/report/contract.ts';
import { onLink } from '../../router.ts';
import { useSession } from '../../session.ts';
import { useT, useZone } from '../../speak.ts';
import { type Message, type Translate, translator } from '../../text.ts';
import type { Figures, ReportContent } from './calls.ts';
import './report.css';
import { reportText } from './text.ts';

interface Reading {
  readonly of: ReportContent;
  /** Speaks the report's language. */
  readonly say: Translate;
  /** `14.5.` */
  readonly day: (at: string) => string;
}

/** `texts`: the coordinator's own parts are shown too, where nothing is being written beside it. */
export function ReportBody({ of, texts }: { of: ReportContent; texts: boolean }): ReactNode {
  const zone = useZone();
  const say = useMemo(() => translator(of.language), [of.language]);
  const day = (at: string): string =>
    new Intl.DateTimeFormat(say.tag, { timeZone: zone, day: 'numeric', month: 'numeric' }).format(new Date(at));
  const reading: Reading = { of, say, day };
  const { figures } = of;
  return (
    <div className="report" lang={say.tag}>
      {texts && <OwnTexts {...reading} only={['summary']} />}
      {figures.isEmpty ? (
        <p className="empty">{say(reportWords.nothingHappened, { year: of.year })}</p>
      ) : (
        <>
          <Summary {...reading} />
          <Events {...reading} />
          <Grades {...reading} />
          <WhoTookPart {...reading} />
          <Quotes {...reading} />
          <Polls {...reading} />
          <Surveys {...reading} />
          <Wishes {...reading} />
          <Help {...reading} />
          <Materials {...reading} />
        </>
      )}
      {texts && <OwnTexts {...reading} only={TEXT_PARTS.filter((part) => part !== 'summary')} />}
      <Plan {...reading} />
    </div>
  );
}

/** Its table is a region of that name already: two would be hard to tell apart. */
function Part({ name, children }: { name: string; children: ReactNode }): ReactNode {
  return (
    <div className="part">
      <h2>{name}</h2>
      {children}
    </div>
  );
}

function OwnTexts({ of, say, only }: Reading & { only: readonly (typeof TEXT_PARTS)[number][] }): ReactNode {
  return only.map((part) => {
    const written = of.texts[part];
    return written ? (
      <Part key={part} name={say(reportWords[part])}>
        <p className="prose">{written}</p>
      </Part>
    ) : null;
  });
}

function Plan({ of, say }: Reading): ReactNode {
  const written = PLAN_PARTS.filter((part) => of.plan[part]);
  if (written.length === 0) return null;
  return (
    <Part name={say(reportWords.planTitle, { year: of.year })}>
      <dl className="plan">
        {written.map((part) => (
          <div key={part}>
            <dt>{say(reportWords[part])}</dt>
            <dd className="prose">{of.plan[part]}</dd>
          </div>
        ))}
      </dl>
    </Part>
  );
}

// ── Figures ────────────────────────────────────────────────────────────────────────────────────

interface Column {
  readonly name: string;
  readonly isNumber?: boolean;
}

/** A row's first cell leads to where it comes from; the others stand under the columns after the first. */
interface Row {
  readonly page: string;
  readonly title: string;
  readonly cells: readonly ReactNode[];
}

/** A table that scrolls sideways by itself where it is wider than the screen. */
function Rows({
  caption,
  columns: [first, ...columns],
  rows,
}: {
  caption: string;
  columns: readonly [Column, ...Column[]];
  rows: readonly Row[];
}): ReactNode {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: where the table is wider than the screen, the keyboard scrolls it
    <section className="table" tabIndex={0} aria-label={caption}>
      <table>
        <caption className="hidden">{caption}</caption>
        <thead>
          <tr>
            {[first, ...columns].map(({ name, isNumber }) => (
              <th key={name} scope="col" className={isNumber ? 'number' : undefined}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ page, title, cells }) => (
            <tr key={page + title}>
              <th scope="row">
                <Source page={page}>{title}</Source>
              </th>
              {columns.map(({ name, isNumber }, at) => (
                <td key={name} className={isNumber ? 'number' : undefined}>
                  {cells[at]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Summary({ of, say }: Reading): ReactNode {
  const name = say(reportWords.inFigures);
  return (
    <Part name={name}>
      <Rows
        caption={name}
        columns={[
          { name: say(reportWords.figure) },
          { name: String(of.year), isNumber: true },
          { name: String(of.year - 1), isNumber: true },
        ]}
        rows={of.figures.summary.map((figure) => ({
          ...{ page: figure.page, title: say(reportWords[figure.name]) },
          cells: [measureText(figure.now, of.language), measureText(figure.before, of.language)],
        }))}
      />
    </Part>
  );
}

/** Every figure leads to where it comes from, as far as the reader may go there. */
function Source({ page, children }: { page: string; children: ReactNode }): ReactNode {
  const { network } = useSession();
  if (page.startsWith('manage') && !network.coordinator) return children;
  return <a {...onLink(page)}>{children}</a>;
}

function Events({ of, say, day }: Reading): ReactNode {
  const { events } = of.figures;
  if (events.length === 0) return null;
  const name = say(reportWords.eventsHeld);
  const held = events.filter(({ isCancelled }) => !isCancelled);
  return (
    <Part name={name}>
      <Rows
        caption={name}
        columns={[
          { name: say(reportWords.event) },
          { name: say(reportWords.date) },
          { name: say(reportWords.participantsShort), isNumber: true },
          { name: say(reportWords.municipalitiesShort), isNumber: true },
          { name: say(reportWords.firstShort), isNumber: true },
          { name: say(reportWords.gradeShort), isNumber: true },
        ]}
        rows={events.map((one) => ({
          page: one.page,
          title: one.isCancelled ? say(reportWords.cancelled, { title: one.title }) : one.title,
          cells: [
            day(one.startsAt),
            one.isCancelled ? '–' : `${one.participants}${one.isNoted ? '' : ' *'}`,
            one.isCancelled ? '–' : one.municipalities,
            one.isCancelled ? '–' : one.firstTimers,
            one.grade ? (
              <Source key="grade" page={one.gradePage ?? one.page}>
                {averageText(one.grade, of.language)}
              </Source>
            ) : (
              '–'
            ),
          ],
        }))}
      />
      {held.some(({ isNoted }) => !isNoted) && <p className="quiet small after">{say(reportWords.registered)}</p>}
      <Bars
        name={say(reportWords.chartParticipants)}
        bars={held.map((one) => ({
          key: one.page,
          label: one.title,
          value: one.participants,
          words: String(one.participants),
        }))}
      />
    </Part>
  );
}

interface Bar {
  readonly key: string;
  readonly label: string;
  readonly value: number;
  readonly words: string;
}

function Bars({ name, bars, most }: { name: string; bars: readonly Bar[]; most?: number }): ReactNode {
  const id = useId();
  if (bars.length === 0) return null;
  const longest = most ?? Math.max(1, ...bars.map(({ value }) => value));
  return (
    <figure aria-labelledby={id} className="chart">
      <figcaption id={id} className="strong">
        {name}
      </figcaption>
      <ul className="plain bars">
        {bars.map(({ key, label, value, words }) => (
          <li key={key}>
            <p className="bar-label">
              <span>{label}</span>
              <span className="figures">{words}</span>
            </p>
            <span className="track" aria-hidden="true">
              <span style={{ inlineSize: `${(100 * value) / longest}%` }} />
            </span>
          </li>
        ))}
      </ul>
    </figure>
  );
}

const BEST = 5;

function Grades({ of, say }: Reading): ReactNode {
  const { events, years } = of.figures;
  const graded = events.flatMap((one) => (one.grade ? [{ ...one, grade: one.grade }] : []));
  if (graded.length === 0 && years.length === 0) return null;
  return (
    <Part name={say(reportWords.grades)}>
      <Bars
        name={say(reportWords.chartGrades)}
        most={BEST}
        bars={graded.map((one) => ({
          ...{ key: one.page, label: one.title, value: one.grade.sum / one.grade.n },
          words: averageText(one.grade, of.language),
        }))}
      />
      <Bars
        name={say(reportWords.chartYears)}
        most={BEST}
        bars={years.map((one) => ({
          ...{ key: String(one.year), label: String(one.year), value: one.sum / one.n },
          words: averageText(one, of.language),
        }))}
      />
    </Part>
  );
}

function WhoTookPart({ of, say }: Reading): ReactNode {
  const { places, areAreas, reached } = of.figures;
  if (reached.length === 0) return null;
  const named = (of_: Figures['reached'][number]): string =>
    of_.names[of.language] ?? of_.names.fi ?? of_.names.sv ?? of_.names.en ?? '';
  const groups = [
    { row: reportWords.reachedMunicipalities, those: reached.filter(({ isMunicipality }) => isMunicipality) },
    { row: reportWords.reachedOthers, those: reached.filter(({ isMunicipality }) => !isMunicipality) },
    { row: reportWords.reachedNew, those: reached.filter(({ isNew }) => isNew) },
  ];
  return (
    <Part name={say(reportWords.whoTookPart)}>
      {groups.map(({ row, those }) =>
        those.length > 0 ? (
          <p key={row.en} className="prose">
            {say(row, { n: those.length })} {those.map(named).join(', ')}.
          </p>
        ) : null,
      )}
      <Bars
        name={say(areAreas ? reportWords.chartAreas : reportWords.chartRegions)}
        bars={places.map((one) => {
          const label = one.names[of.language] ?? one.names.fi ?? one.names.sv ?? one.names.en ?? '';
          return { key: label, label, value: one.now, words: `${one.now} (${of.year - 1}: ${one.before})` };
        })}
      />
    </Part>
  );
}

function Quotes({ of, say }: Reading): ReactNode {
  const { quotes } = of.figures;
  if (quotes.length === 0) return null;
  return (
    <Part name={say(reportWords.quotes)}>
      <div className="stack">
        {quotes.map((one) => (
          <figure key={one.page + one.text} className="quote">
            <blockquote>{one.text}</blockquote>
            <figcaption className="quiet small">
              <Source page={one.page}>{one.title}</Source>
            </figcaption>
          </figure>
        ))}
      </div>
    </Part>
  );
}

function Polls({ of, say, day }: Reading): ReactNode {
  const { polls } = of.figures;
  if (polls.length === 0) return null;
  const name = say(reportWords.pollsHeld);
  return (
    <Part name={name}>
      <Rows
        caption={name}
        columns={[
          { name: say(reportWords.question) },
          { name: say(reportWords.date) },
          { name: say(reportWords.votedShort), isNumber: true },
          { name: say(reportWords.turnoutShort), isNumber: true },
          { name: say(reportWords.winner) },
        ]}
        rows={polls.map((one) => ({
          ...{ page: one.page, title: one.title },
          cells: [
            day(one.closedAt),
            `${one.voters}/${one.entitled}`,
            one.entitled > 0 ? shareText({ n: one.voters, of: one.entitled }, of.language) : '–',
            one.winners.join(', ') || say(reportWords.noWinner),
          ],
        }))}
      />
    </Part>
  );
}

function Surveys({ of, say, day }: Reading): ReactNode {
  const { surveys } = of.figures;
  if (surveys.length === 0) return null;
  const name = say(reportWords.surveysHeld);
  return (
    <Part name={name}>
      <Rows
        caption={name}
        columns={[
          { name: say(reportWords.survey) },
          { name: say(reportWords.date) },
          { name: say(reportWords.answersShort), isNumber: true },
          { name: say(reportWords.gradeShort), isNumber: true },
        ]}
        rows={surveys.map((one) => ({
          ...{ page: one.page, title: one.title },
          cells: [
            day(one.closedAt),
            one.asked === undefined ? one.answers : `${one.answers}/${one.asked}`,
            one.grade ? gradeText(one.grade, of.language) : '–',
          ],
        }))}
      />
    </Part>
  );
}

function Wishes({ of, say }: Reading): ReactNode {
  const { wishes } = of.figures;
  if (wishes.length === 0) return null;
  const name = say(reportWords.youSaid);
  const done = wishes.filter(({ status }) => status === 'done').length;
  const answered = wishes.filter(({ status }) => status !== 'new');
  return (
    <Part name={name}>
      <p>{say(reportWords.wishesTotal, { n: wishes.length, done })}</p>
      {answered.length > 0 && (
        <Rows
          caption={name}
          columns={[
            { name: say(reportWords.wish) },
            { name: say(reportWords.status) },
            { name: say(reportWords.reply) },
          ]}
          rows={answered.map((one) => ({
            ...{ page: one.page, title: one.text },
            cells: [say(reportWords[one.status]), one.reply ?? '–'],
          }))}
        />
      )}
    </Part>
  );
}

function Help({ of, say }: Reading): ReactNode {
  const { help } = of.figures;
  if (!help) return null;
  const name = say(reportWords.helpGiven);
  return (
    <Part name={name}>
      <p>{say(reportWords.helpTotal, { n: help.answered, byCoordinator: help.byCoordinator })}</p>
      {help.organisations.length > 0 && (
        <Rows
          caption={name}
          columns={[
            { name: say(reportWords.helpWho) },
            { name: say(reportWords.helpAsked), isNumber: true },
            { name: say(reportWords.helpAnswered), isNumber: true },
          ]}
          rows={help.organisations.map(({ names, asked, given }) => ({
            ...{ page: 'questions', title: names[of.language] ?? names.fi ?? names.sv ?? names.en ?? '' },
            cells: [asked, given],
          }))}
        />
      )}
    </Part>
  );
}

const MOST_MATERIALS = 30;

function Materials({ of, say, day }: Reading): ReactNode {
  const { materials } = of.figures;
  if (materials.length === 0) return null;
  const name = say(reportWords.materialsUsed);
  const typeOf = (type: string): string => {
    const row = (reportWords as Readonly<Record<string, Message>>)[type];
    return row ? say(row) : type;
  };
  return (
    <Part name={name}>
      <Rows
        caption={name}
        columns={[
          { name: say(reportWords.material) },
          { name: say(reportWords.type) },
          { name: say(reportWords.added) },
          { name: say(reportWords.usesShort), isNumber: true },
        ]}
        rows={materials.slice(0, MOST_MATERIALS).map((one) => ({
          ...{ page: one.page, title: one.title },
          cells: [typeOf(one.type), one.isNew ? day(one.addedAt) : '–', one.uses],
        }))}
      />
      {materials.length > MOST_MATERIALS && (
        <p className="quiet small after">{say(reportWords.moreMaterials, { n: materials.length - MOST_MATERIALS })}</p>
      )}
    </Part>
  );
}

/** The languages a report can be read in, in the reader's own. */
export function useLanguageNames(): Readonly<Record<ReportContent['language'], string>> {
  const t = useT();
  return { fi: t(reportText.finnish), sv: t(reportText.swedish), en: t(reportText.english) };
}
