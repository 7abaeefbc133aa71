/** The cards of statements, and the actions that their buttons carry. */
import { z } from 'zod';
import {
  actions,
  card,
  type Element,
  elements,
  execute,
  fitting,
  heading,
  notice,
  openUrl,
  subtle,
  text as words,
} from '../../cards/kit.ts';
import { action } from '../../core/action.ts';
import type { Card } from '../../core/card.ts';
import { type Instant, inWords, when } from '../../core/clock.ts';
import { activityId } from '../../core/ids.ts';
import { type Names, nameFor, nameIn } from '../../core/organisation.ts';
import { type Locale, type Message, TAGS, type Translate } from '../../core/text.ts';
import { newest, type Statement, shorten, takesComments, takesJoins } from './statement.ts';
import { text } from './text.ts';

const onStatement = z.object({ statement: activityId });

/** The reader's organisation joins the present version. */
export const join = action('statements.join', onStatement);
export const leave = action('statements.leave', onStatement);

export interface Frame {
  readonly now: Instant;
  /** IANA zone of the network. */
  readonly zone: string;
  readonly t: Translate;
  /** Address of the statement's page in the tab. */
  readonly link: string;
}

/** Numbers and names that everyone may see. */
export interface Numbers {
  readonly comments: number;
  readonly joined: readonly Names[];
}

// ── Words with values ──────────────────────────────────────────────────────────────────────────

type PerLanguage = (locale: Locale) => string;

export const dayInWords =
  (date: string): PerLanguage =>
  (locale) =>
    inWords(`${date}T12:00:00.000Z` as Instant, 'UTC', locale, {
      ...{ weekday: 'short', day: 'numeric', month: 'numeric', year: 'numeric' },
    });

/** What step it is in, as its state line says. */
export function stateOf(of: Statement, now: Instant): Message {
  if (of.state === 'commenting') return takesComments(of, now) ? text.commenting : text.commentingOver;
  if (of.state === 'joining') return takesJoins(of, now) ? text.joining : text.joiningEnded;
  return text[of.state];
}

/** Until when the present step takes what it is for, or since when it does not. */
export function untilOf(of: Statement, { now, zone, t }: Pick<Frame, 'now' | 'zone' | 't'>): string | undefined {
  const line = (row: Message, at: Instant | undefined): string | undefined =>
    at === undefined ? undefined : t(row, { when: when(at, zone) });
  if (of.state === 'commenting')
    return line(takesComments(of, now) ? text.commentUntil : text.commentsEnded, of.commentsUntil);
  if (of.state === 'joining') return line(takesJoins(of, now) ? text.joinUntil : text.joinEnded, of.joinUntil);
  return of.final ? line(text.finalOn, of.final.at) : undefined;
}

/** “Mukana: Akaa, Loimaa ja Riihimäki”, the first `most` by name. */
export function joinedLine(joined: readonly Names[], t: Translate, most = joined.length): string {
  const first = joined.slice(0, most);
  const others = joined.length - first.length;
  const listed =
    (join: (names: readonly string[], locale: Locale) => string): PerLanguage =>
    (locale) =>
      join(
        first.map((names) => nameFor(names, locale)),
        locale,
      );
  if (others === 0)
    return t(text.joinedNames, { names: listed((names, locale) => new Intl.ListFormat(TAGS[locale]).format(names)) });
  return t(text.joinedMore, { names: listed((names) => names.join(', ')), n: others });
}

export const summaryOf = (of: Statement, t: Translate): string => {
  const row =
    of.state === 'final' ? text.summaryFinal : of.state === 'joining' ? text.summaryJoining : text.summaryCommenting;
  return t(row, { title: shorten(of.title) });
};

const clip = (typed: string, most: number): string => {
  const letters = [...typed];
  return letters.length > most
    ? `${letters
        .slice(0, most - 1)
        .join('')
        .trimEnd()}…`
    : typed;
};

// ── In the channel ─────────────────────────────────────────────────────────────────────────────

/** How much of long texts a card has room for. */
const ROOMS = [
  { background: 600, beginning: 400, names: 40 },
  { background: 300, beginning: 200, names: 15 },
  { background: 0, beginning: 0, names: 5 },
] as const;

/** The shared card: what it is, until when, how many comments, who has joined. */
export function statementCard(of: Statement, numbers: Numbers, frame: Frame): Card {
  const [most, ...less] = ROOMS.map((room) => () => drawn(of, numbers, frame, room));
  return most ? fitting(most, ...less) : drawn(of, numbers, frame, ROOMS[2]);
}

function drawn(of: Statement, { comments, joined }: Numbers, frame: Frame, room: (typeof ROOMS)[number]): Card {
  const { t, now, link } = frame;
  const until = untilOf(of, frame);
  const isOpen = takesComments(of, now) || takesJoins(of, now);
  const beginning = newest(of).paragraphs[0]?.text ?? '';
  const hasJoins = of.state === 'joining' || of.state === 'final';
  return card(
    stateLine(t, of, now),
    { ...heading(of.title), spacing: 'Small' },
    of.askedBy !== undefined && subtle(t(text.askedBy, { who: of.askedBy })),
    of.dueOn !== undefined && of.state !== 'final' && subtle(t(text.dueOn, { date: dayInWords(of.dueOn) })),
    room.background > 0 && of.background !== undefined && words(clip(of.background, room.background)),
    room.beginning > 0 && of.background === undefined && words(clip(beginning, room.beginning)),
    until !== undefined && words(until, isOpen ? { weight: 'Bolder' } : {}),
    of.state === 'commenting' && subtle(t(text.comments, { n: comments })),
    hasJoins && (joined.length > 0 ? words(joinedLine(joined, t, room.names)) : subtle(t(text.joinedCount, { n: 0 }))),
    takesJoins(of, now) && subtle(t(text.joinHow), { size: 'Small' }),
    actions(
      takesJoins(of, now) && execute(join, t(text.join), { statement: of.id }, { style: 'positive' }),
      openUrl(t(takesComments(of, now) ? text.comment : text.read), link),
    ),
  );
}

const stateLine = (t: Translate, of: Statement, now: Instant): Element => {
  const isOpen = takesComments(of, now) || takesJoins(of, now);
  const color = of.state === 'final' ? 'Good' : isOpen ? 'Accent' : 'Default';
  return words(`${t(text.statement)} · ${t(stateOf(of, now))}`, { size: 'Small', weight: 'Bolder', color });
};

// ── To one person ──────────────────────────────────────────────────────────────────────────────

export interface OwnFrame extends Frame {
  /** What was just done. */
  readonly done?: string;
  readonly refusal?: string;
  /** Whom the reader represents, and whether that is in. */
  readonly organisation?: Names;
  readonly isMunicipality: boolean;
  readonly isIn: boolean;
  readonly isAskedAgain: boolean;
}

/** The reader's own view: how their organisation stands, and the way back. */
export function ownCard(of: Statement, numbers: Numbers, frame: OwnFrame): Card {
  const { t, now, organisation, isIn, isAskedAgain, isMunicipality } = frame;
  const until = untilOf(of, frame);
  const name = organisation && nameIn(organisation, t);
  const mayJoin = takesJoins(of, now) && organisation !== undefined && !isIn;
  return card(
    frame.refusal !== undefined && notice('attention', words(frame.refusal)),
    frame.done !== undefined && notice('good', words(frame.done)),
    stateLine(t, of, now),
    { ...heading(of.title), spacing: 'Small' },
    until !== undefined && words(until),
    isAskedAgain && name !== undefined && notice('warning', words(t(text.askedAgain, { name }))),
    isIn && frame.done === undefined && name !== undefined && words(t(text.joined, { name })),
    numbers.joined.length > 0 && subtle(joinedLine(numbers.joined, t, 15)),
    actions(
      mayJoin &&
        execute(
          join,
          t(isMunicipality ? text.join : text.joinOrganisation),
          { statement: of.id },
          { style: 'positive' },
        ),
      isIn && of.state !== 'final' && execute(leave, t(text.leave), { statement: of.id }),
      openUrl(t(text.read), frame.link),
    ),
  );
}

/** To who took part: it is final, or the content has changed and they are asked again. */
export function tellingCard(of: Statement, line: string, numbers: Numbers, frame: Frame): Card {
  const { t } = frame;
  return card(
    ...elements([
      stateLine(t, of, frame.now),
      { ...heading(of.title), spacing: 'Small' },
      words(line),
      of.state === 'final' && numbers.joined.length > 0 && subtle(joinedLine(numbers.joined, t, 15)),
    ]),
    actions(openUrl(t(text.read), frame.link)),
  );
}
