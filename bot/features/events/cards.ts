/** The cards of events that members and the channel see, and the actions that all cards' buttons carry. */
import { z } from 'zod';
import {
  actions,
  type ButtonLook,
  card,
  choices,
  type Element,
  elements,
  execute,
  fitting,
  fold,
  heading,
  LARGEST_CARD,
  type Look,
  notice,
  openUrl,
  plain,
  sizeOf,
  subtle,
  textInput,
  unfold,
  wideButton,
  text as words,
} from '../../cards/kit.ts';
import { action } from '../../core/action.ts';
import type { Card } from '../../core/card.ts';
import { between, DAY, dateIn, type Instant, inWords, timeIn } from '../../core/clock.ts';
import { activityId } from '../../core/ids.ts';
import { LONGEST_NAME } from '../../core/network.ts';
import { type Names, nameFor } from '../../core/organisation.ts';
import { type Locale, type Message, type Params, type Translate, translator } from '../../core/text.ts';
import { cardText } from './card-text.ts';
import {
  type Event,
  type EventChange,
  eventDraft,
  LONGEST_AGENDA_LINE,
  LONGEST_DESCRIPTION,
  LONGEST_PLACE,
  LONGEST_REASON,
  LONGEST_TITLE,
  type Phase,
  phaseOf,
  reminderKind,
  type Ways,
} from './event.ts';
import {
  type Attendance,
  attendance,
  isComing,
  LONGEST_ANSWER,
  LONGEST_WISH,
  offers,
  questionField,
  type Registration,
} from './registration.ts';
import { type Place, type PlaceCount, place, type Standing } from './seats.ts';
import { text } from './text.ts';

// ── Actions ────────────────────────────────────────────────────────────────────────────────────

const onEvent = z.object({ event: activityId });
/** Of a form: made with the card, so that the same form acts once. */
const formId = z.string().min(1).max(100);
/** `previewed`: of the preview, where reminders are ticked; there none ticked means none. */
const draftForm = eventDraft.extend({ form: formId, previewed: z.literal('true').optional() });

/** What stands in the inputs of one's own card comes along with each of its buttons; answers to the event's own questions are `answer-q1` and so on. */
const ownCard = z.looseObject({
  event: activityId,
  wish: z.string().optional(),
  name: z.string().default(''),
  email: z.string().default(''),
  organisation: z.string().default(''),
});
export type OwnCardData = z.infer<typeof ownCard>;

/** `saves`: of the button under the questions; with another one, empty fields stay as they were. */
export const answerEvent = action('events.answer', ownCard.extend({ attendance, saves: z.literal('true').optional() }));
export const myAnswer = action('events.mine', onEvent);
export const leaveList = action('events.leaveList', ownCard);
export const confirmAnswer = action('events.confirm', ownCard);
export const registerColleague = action('events.colleague', ownCard.extend({ form: formId, attendance: place }));
export const createEvent = action('events.create', draftForm);
export const previewEvent = action('events.preview', draftForm);
export const editDraft = action('events.edit', draftForm);
export const publishEvent = action('events.publish', onEvent);
export const cancelEvent = action('events.cancel', onEvent.extend({ reason: z.string().default('') }));
export const repostEvent = action('events.repost', onEvent);
const ofKind = onEvent.extend({ kind: reminderKind });
/** Shows how many a reminder would reach; sends nothing. */
export const askReminder = action('events.askReminder', ofKind);
export const sendReminder = action(
  'events.remind',
  ofKind.extend({ form: formId, channel: z.string().default('false') }),
);

// ── What cards are drawn from ──────────────────────────────────────────────────────────────────

/** Numbers of an event, which everyone may see. A place is there only when the event offers it. */
export interface Shown {
  readonly room?: PlaceCount;
  readonly online?: PlaceCount;
  readonly maybe: number;
  readonly no: number;
  /** What the event's group is called. */
  readonly group?: Names;
  readonly preMeetings: readonly { readonly title: string; readonly startsAt: Instant; readonly group?: Names }[];
}

export interface Frame {
  readonly now: Instant;
  /** IANA zone of the network. */
  readonly zone: string;
  readonly t: Translate;
  /** Address of the event's page in the tab. */
  readonly link?: string;
}

/** How the reader stands, and whom they have brought. */
export interface Own {
  readonly registration?: Registration;
  readonly standing: Standing;
  /** Who registered them, when they have not confirmed it yet. */
  readonly registeredBy?: string;
  readonly colleagues: readonly { readonly name: string; readonly standing: Standing }[];
  /** Address of their calendar file of it, while they hold a place. */
  readonly calendar?: string;
  /** Why they can't answer, in their language. */
  readonly hindrance?: string;
}

/** How much of long texts a card has room for; the barest fits whatever was written. */
interface Room {
  /** Letters of the description. */
  readonly prose: number;
  /** Letters of the title, the place and a line of the programme each. */
  readonly line: number;
  /** Items of the programme. */
  readonly agenda: number;
  /** The event's own questions are asked on the card; else in the tab. */
  readonly asks: boolean;
  /** Wishes that the event answers, and letters of each and of what was done. */
  readonly wishes: number;
  readonly wish: number;
  /** Colleagues by name. */
  readonly names: number;
}
const ROOMS = [
  { prose: LONGEST_DESCRIPTION, line: LONGEST_AGENDA_LINE, agenda: 40, asks: true, wishes: 5, wish: 300, names: 60 },
  { prose: 800, line: LONGEST_AGENDA_LINE, agenda: 15, asks: true, wishes: 5, wish: 300, names: 20 },
  { prose: 300, line: 100, agenda: 8, asks: true, wishes: 5, wish: 150, names: 10 },
  { prose: 150, line: 100, agenda: 0, asks: false, wishes: 3, wish: 100, names: 5 },
  { prose: 0, line: 60, agenda: 0, asks: false, wishes: 0, wish: 0, names: 0 },
] as const satisfies readonly Room[];

interface Drawn extends Frame {
  readonly room: Room;
}

/** Draws with the most room that keeps the card under its limit. */
export function inRoom(draw: (room: Room) => Card): Card {
  const [most, ...less] = ROOMS.map((room) => () => draw(room));
  return most ? fitting(most, ...less) : draw(ROOMS[0]);
}

// ── Words with values ──────────────────────────────────────────────────────────────────────────

type PerLanguage = (locale: Locale) => string;

const JOIN: Readonly<Record<Locale, string>> = { fi: ' klo\u00a0', sv: ' kl.\u00a0', en: ', ' };
type Weekday = 'long' | 'short';

function dayOf(at: Instant, zone: string, locale: Locale, weekday: Weekday): string {
  const month = locale === 'fi' || weekday === 'short' ? 'numeric' : 'long';
  return inWords(at, zone, locale, { weekday, day: 'numeric', month, year: 'numeric' });
}

/** “9”, or “9.30” when either end of a span is not on the hour. */
const hourIn = (at: Instant, zone: string, locale: Locale, isWhole: boolean): string =>
  isWhole && locale !== 'en'
    ? String(Number(timeIn(at, zone).slice(0, 2)))
    : inWords(at, zone, locale, { hour: 'numeric', minute: '2-digit' });

function spanOf({ startsAt, endsAt }: Times, zone: string, weekday: Weekday): PerLanguage {
  return (locale) => {
    const isWhole = [startsAt, endsAt].every((at) => timeIn(at, zone).endsWith(':00'));
    const time = (at: Instant): string => hourIn(at, zone, locale, isWhole);
    const on = (at: Instant): string => `${dayOf(at, zone, locale, weekday)}${JOIN[locale]}${time(at)}`;
    const isSameDay = dateIn(startsAt, zone) === dateIn(endsAt, zone);
    return isSameDay ? `${on(startsAt)}–${time(endsAt)}` : `${on(startsAt)} – ${on(endsAt)}`;
  };
}

type Times = Pick<Event, 'startsAt' | 'endsAt'>;

/** “torstaina 3.12.2026 klo 9–16”, in the wall time of the zone; over several days both days are told. */
export const timeSpan = (of: Times, zone: string): PerLanguage => spanOf(of, zone, 'long');
/** “to 3.12.2026 klo 9–16”. */
export const shortSpan = (of: Times, zone: string): PerLanguage => spanOf(of, zone, 'short');

/** “torstaina 3.12.2026 klo 16.00” */
export const dayAndHour =
  (at: Instant, zone: string): PerLanguage =>
  (locale) =>
    `${dayOf(at, zone, locale, 'long')}${JOIN[locale]}${hourIn(at, zone, locale, false)}`;

export const clip = (typed: string, most: number): string => {
  const letters = [...typed];
  return letters.length > most ? `${letters.slice(0, Math.max(0, most - 1)).join('')}…` : typed;
};

/** A long sentence: a paragraph for each language of the channel. */
const prose = (t: Translate, row: Message, params: Params = {}): string => t.each(row, params).join('\n');

/** One of our own rows inside another, in each language. */
const named =
  (row: Message): PerLanguage =>
  (locale) =>
    row[locale];

const HOW: Readonly<Record<Place, Message>> = { room: text.inRoom, online: text.isOnline };
const WAYS: Readonly<Record<Ways, Message>> = { room: text.inRoom, online: text.isOnline, both: cardText.roomOrOnline };

/** What changed, old and new, a line each and language: “Aika: to 3.12.2026 klo 9–10 → pe 4.12.2026 klo 9–10”. */
export function changeLines(
  of: EventChange,
  now: Pick<Event, 'title' | 'startsAt' | 'endsAt' | 'place' | 'joinLink' | 'ways'>,
  { t, zone }: Pick<Frame, 't' | 'zone'>,
): string[] {
  const lines: (readonly [Message, Params])[] = [];
  if (of.title !== undefined) lines.push([cardText.changedTitle, { before: of.title, after: now.title }]);
  if (of.startsAt !== undefined && of.endsAt !== undefined) {
    const before = shortSpan({ startsAt: of.startsAt, endsAt: of.endsAt }, zone);
    lines.push([cardText.changedTime, { before, after: shortSpan(now, zone) }]);
  }
  if (of.place !== undefined) lines.push(placeChange(of.place, now.place ?? ''));
  if (of.ways !== undefined)
    lines.push([cardText.changedWays, { before: named(WAYS[of.ways]), after: named(WAYS[now.ways]) }]);
  if (of.joinLink !== undefined) {
    const row = !of.joinLink ? cardText.newLink : now.joinLink ? cardText.changedLink : cardText.noLink;
    lines.push([row, {}]);
  }
  return lines.flatMap(([row, params]) => t.each(row, params));
}

function placeChange(before: string, after: string): readonly [Message, Params] {
  if (!before) return [cardText.newPlace, { after }];
  return after ? [cardText.changedPlace, { before, after }] : [cardText.noPlace, { before }];
}

// ── Parts of an event's card ───────────────────────────────────────────────────────────────────

const STATES: Readonly<Record<Phase, readonly [Message, Look['color']]>> = {
  draft: [cardText.draft, 'Default'],
  upcoming: [cardText.invitation, 'Accent'],
  closed: [cardText.closed, 'Default'],
  ongoing: [cardText.ongoing, 'Good'],
  past: [cardText.past, 'Default'],
  cancelled: [cardText.cancelled, 'Attention'],
  undone: [cardText.undone, 'Default'],
};

/** “Kutsu · Webinaari” */
export function stateLine(of: Event, { t, now }: Frame): Element {
  const [row, color] = STATES[phaseOf(of, now)];
  const line = t(cardText.stateAndType, { state: named(row), type: named(text[of.type]) });
  return words(line, { size: 'Small', weight: 'Bolder', color: color ?? 'Default' });
}

function whereLine(of: Event, { t, room }: Drawn): string {
  if (of.ways === 'online') return t(cardText.onlineOnly);
  const isBoth = of.ways === 'both';
  if (of.place === undefined) return prose(t, isBoth ? cardText.placeLaterOrOnline : cardText.placeLater);
  return prose(t, isBoth ? cardText.placeAndOnline : cardText.place, { place: clip(of.place, room.line) });
}

/** Title, time and place: what everyone must see first. */
export function essentials(of: Event, frame: Drawn, spacing: 'Small' | 'Large' = 'Small'): Element[] {
  const { t, zone, room } = frame;
  return [
    { ...heading(clip(of.title, Math.max(LONGEST_TITLE / 2, room.line))), spacing },
    words(prose(t, cardText.span, { span: timeSpan(of, zone) }), { weight: 'Bolder' }),
    words(whereLine(of, frame), { spacing: 'Small' }),
  ];
}

/** A change is told on the card this long. In milliseconds. */
const NEWS_FOR = 7 * DAY;

function lastChange(of: Event, frame: Frame): Element | undefined {
  const change = of.changes.at(-1);
  if (!change || of.state !== 'published' || between(change.at, frame.now) > NEWS_FOR) return undefined;
  const lines = changeLines(change, of, frame).map((line) => words(line, { spacing: 'Small' }));
  return notice('warning', words(prose(frame.t, cardText.changed), { weight: 'Bolder' }), ...lines);
}

function cancellation(of: Event, { t }: Frame): Element {
  const reason = of.cancelled?.reason;
  return notice(
    'attention',
    ...elements([
      words(prose(t, cardText.cancelledBody), { weight: 'Bolder' }),
      reason !== undefined && words(prose(t, cardText.reason, { reason: clip(reason, LONGEST_REASON) })),
    ]),
  );
}

/** What it is about: description, programme, the group's meeting before it. */
function details(of: Event, shown: Shown, { t, zone, room }: Drawn): Element[] {
  const { description = '', agenda } = of;
  const isShortened = [...description].length > room.prose || agenda.length > room.agenda || isWishShortened(of, room);
  const items = agenda.slice(0, room.agenda).map(({ time, title, speakers }) => {
    const said = [time === undefined ? title : `${time.replace(/^0/, '').replace(':', '.')} ${title}`, speakers];
    return clip(said.filter(Boolean).join(' – '), room.line);
  });
  return elements([
    room.prose > 0 && description !== '' && words(clip(description, room.prose)),
    items.length > 0 && words(t(cardText.agenda), { weight: 'Bolder' }),
    items.map((line) => words(line, { spacing: 'Small' })),
    shown.preMeetings.map(({ title, startsAt, group }) => {
      const at = { when: dayAndHour(startsAt, zone) };
      if (!group) return words(prose(t, cardText.preMeetingOfSome, { ...at, title: clip(title, room.line) }));
      return words(prose(t, cardText.preMeeting, { ...at, group: (locale) => nameFor(group, locale) }));
    }),
    youSaidOf(of, t, room),
    isShortened && subtle(t(cardText.shortened), { size: 'Small' }),
  ]);
}

const isWishShortened = ({ youSaid }: Event, room: Room): boolean =>
  youSaid.length > room.wishes ||
  youSaid.some((one) => [one.said, one.did].some((words) => [...words].length > room.wish));

/** “You said, we did”: what people wished for, in their words, and what was done about it. */
function youSaidOf(of: Event, t: Translate, room: Room): Element[] {
  const told = of.youSaid.slice(0, room.wishes);
  if (told.length === 0) return [];
  return [
    words(prose(t, cardText.youSaid), { weight: 'Bolder' }),
    ...told.map(({ said, did }) =>
      words(t(cardText.youSaidLine, { said: clip(said, room.wish), did: clip(did, room.wish) }), { spacing: 'Small' }),
    ),
  ];
}

const forGroup = ({ group }: Shown, { t }: Frame): Element | undefined =>
  group && words(prose(t, cardText.forGroup, { group: (locale) => nameFor(group, locale) }), { weight: 'Bolder' });

const LANGUAGES: Readonly<Record<NonNullable<Event['language']>, Message>> = {
  fi: cardText.inFinnish,
  sv: cardText.inSwedish,
  en: cardText.inEnglish,
  'fi+sv': cardText.inBoth,
};

/** Contact, language and series, in small print. */
function smallPrint(of: Event, { t }: Frame): Element | undefined {
  const { contact, language, series } = of;
  const rows: (readonly [Message, Params])[] = [
    ...(contact === undefined ? [] : ([[cardText.contact, { contact }]] as const)),
    ...(language === undefined ? [] : ([[cardText.language, { language: named(LANGUAGES[language]) }]] as const)),
    ...(series === undefined ? [] : ([[cardText.series, { n: series.number, of: series.of }]] as const)),
  ];
  if (rows.length === 0) return undefined;
  const spoken = rows.map(([row, params]) => t.each(row, params));
  const paragraphs = t.locales.map((_, index) => spoken.map((each) => each[index] ?? each[0] ?? '').join(' · '));
  return subtle([...new Set(paragraphs)].join('\n'), { size: 'Small', spacing: 'Medium' });
}

const COMING = { room: cardText.roomComing, online: cardText.onlineComing } as const;
const FULL = { room: cardText.roomFull, online: cardText.onlineFull } as const;
const CAME = { room: cardText.roomCame, online: cardText.onlineCame } as const;

/** How many come to a place and how many places are free; never who. */
function placeLine(where: Place, of: PlaceCount, t: Translate): string {
  const { taken, waiting, capacity, free } = of;
  if (capacity !== undefined && free === 0) return prose(t, FULL[where], { capacity, waiting });
  const coming = t.each(COMING[where], { n: taken });
  if (capacity === undefined || free === undefined) return coming.join('\n');
  const left = t.each(cardText.free, { free, capacity });
  return coming.map((line, index) => `${line} · ${left[index] ?? ''}`).join('\n');
}

/** Numbers of an event that takes no answers any more. */
export function numbers(of: Event, shown: Shown, { t, now }: Frame): Element[] {
  const isOver = phaseOf(of, now) === 'past' || of.state === 'cancelled';
  const line = (where: Place): Element | undefined => {
    const count = shown[where];
    if (!count) return undefined;
    return words(isOver ? prose(t, CAME[where], { n: count.taken }) : placeLine(where, count, t), { spacing: 'Small' });
  };
  return elements([line('room'), line('online'), !isOver && restLine(shown, t)]);
}

const restLine = ({ maybe, no }: Shown, t: Translate): Element | undefined =>
  maybe + no > 0
    ? words(prose(t, cardText.maybeAndNo, { maybe, no }), { size: 'Small', isSubtle: true, spacing: 'Small' })
    : undefined;

const ANSWERS: Readonly<Record<Attendance, Message>> = {
  room: text.room,
  online: text.online,
  maybe: text.maybe,
  no: text.no,
};

/** The one-tap buttons, each with what it means now beneath it. */
function answering(
  of: Event,
  shown: Shown,
  { t }: Frame,
  look: { readonly offered: readonly Attendance[]; readonly own?: Attendance | undefined; readonly button: ButtonLook },
): Element[] {
  const under = (one: Attendance): string | undefined => {
    if (one === 'maybe') return prose(t, cardText.maybeHolds);
    const count = one === 'no' ? undefined : shown[one];
    return count && one !== 'no' ? placeLine(one, count, t) : undefined;
  };
  return look.offered.flatMap((one) => {
    const line = under(one);
    const title = `${look.own === one ? '✓ ' : ''}${t(ANSWERS[one])}`;
    return elements([
      wideButton(execute(answerEvent, title, { event: of.id, attendance: one }, look.button)),
      line !== undefined && subtle(line, { size: 'Small' }),
    ]);
  });
}

/**
 * What someone needs to take part, so not who has no place where there are not places for all or it is for a group alone, and nobody who has not
 * confirmed. Without a standing: what everyone may see.
 */
export function joinLinkFor(of: Event, { registration, standing }: Pick<Own, 'registration' | 'standing'>) {
  if (registration?.isUnconfirmed || of.state !== 'published') return undefined;
  const isForAll = of.capacity.online === undefined && of.group === undefined && registration?.attendance !== 'no';
  return standing.holds !== undefined || isForAll ? of.joinLink : undefined;
}

const EVERYONE: Pick<Own, 'registration' | 'standing'> = { standing: {} };

function joinButton(of: Event, own: Pick<Own, 'registration' | 'standing'>, { t, now }: Frame): Element | undefined {
  const link = joinLinkFor(of, own);
  return link !== undefined && of.ways !== 'room' && now < of.endsAt ? openUrl(t(cardText.join), link) : undefined;
}

const tabButton = (of: Event, { link, t, now }: Frame): Element | undefined => {
  if (link === undefined) return undefined;
  const hasMaterials = phaseOf(of, now) === 'past' && of.materials.length > 0;
  return openUrl(t(hasMaterials ? cardText.materials : cardText.showInTab), link);
};

const mineButton = (of: Event, t: Translate, title: Message = cardText.myAnswer, look: ButtonLook = {}): Element =>
  execute(myAnswer, t(title), { event: of.id }, { associatedInputs: 'none', ...look });

// ── The shared card ────────────────────────────────────────────────────────────────────────────

/** The event as everyone in the channel sees it, in any phase; it names nobody who comes. */
export function eventCard(of: Event, shown: Shown, frame: Frame): Card {
  return inRoom((room) => card(...eventBody(of, shown, { ...frame, room })));
}

export function eventBody(of: Event, shown: Shown, frame: Drawn): Element[] {
  const { t, zone, now } = frame;
  const phase = phaseOf(of, now);
  const state = stateLine(of, frame);
  if (phase === 'undone') return [state, heading(clip(of.title, LONGEST_TITLE)), words(prose(t, cardText.undoneBody))];
  if (phase === 'cancelled')
    return elements([
      state,
      cancellation(of, frame),
      essentials(of, frame),
      actions(mineButton(of, t), tabButton(of, frame)),
    ]);
  const offered = offers(of, now);
  return elements([
    state,
    essentials(of, frame),
    lastChange(of, frame),
    phase === 'upcoming' &&
      of.registrationEndsAt !== undefined &&
      words(prose(t, cardText.deadline, { when: dayAndHour(of.registrationEndsAt, zone) }), { weight: 'Bolder' }),
    forGroup(shown, frame),
    details(of, shown, frame),
    offered.length > 0
      ? [
          subtle(prose(t, cardText.tap)),
          ...answering(of, shown, frame, { offered, button: { associatedInputs: 'none' } }),
          ...elements([restLine(shown, t)]),
        ]
      : numbers(of, shown, frame),
    actions(mineButton(of, t), joinButton(of, EVERYONE, frame), tabButton(of, frame)),
    smallPrint(of, frame),
  ]);
}

// ── One's own answer ───────────────────────────────────────────────────────────────────────────

/** What was typed into the inputs of one's own card, by their ids. */
export type Typed = Readonly<Record<string, string>>;

export interface OwnFrame extends Frame {
  /** Why what they asked for was not done, in their language. */
  readonly refusal?: string;
  /** What was just done, in their language. */
  readonly done?: string;
  /** Why this card comes to them unasked, a line each: a change, a place that became free. */
  readonly told?: readonly string[];
  /** What was typed and not saved stays in its inputs. */
  readonly typed?: Typed;
  /** Made with the card: the same form registers a colleague once. Without it the card takes no colleagues. */
  readonly form?: string;
  /** What other features ask under the reader's own card. */
  readonly aside?: readonly object[];
}

/** What one alone sees after a tap or “My registration”: the receipt, and everything that can be done about it. */
export function ownEventCard(of: Event, shown: Shown, own: Own, frame: OwnFrame): Card {
  const { aside: _asked, ...alone } = frame;
  const drawn = inRoom((room) => card(...ownBody(of, shown, own, { ...frame, room })));
  // One's own answer goes before what is asked beside it.
  return sizeOf(drawn) <= LARGEST_CARD ? drawn : inRoom((room) => card(...ownBody(of, shown, own, { ...alone, room })));
}

const COLLEAGUE = 'colleague';

function ownBody(of: Event, shown: Shown, own: Own, frame: OwnFrame & Drawn): Element[] {
  const { t, now, refusal, told = [], form, typed = {} } = frame;
  const phase = phaseOf(of, now);
  const { registration } = own;
  const isOpen = phase === 'upcoming' && own.hindrance === undefined;
  const coming = registration !== undefined && isComing(registration);
  // Until the end one can say that one can't come after all.
  const offered = isOpen
    ? offers(of, now)
    : coming && (phase === 'closed' || phase === 'ongoing')
      ? ['no' as const]
      : [];
  const takesColleagues = isOpen && form !== undefined;
  const isTyping = ['name', 'email', 'organisation'].some((id) => typed[id]);
  return elements([
    refusal !== undefined && notice('attention', words(refusal, { weight: 'Bolder' })),
    told.length > 0 && notice('accent', ...told.map((line) => words(line, { weight: 'Bolder', spacing: 'Small' }))),
    phase === 'cancelled' ? cancellation(of, frame) : receipt(of, own, frame),
    stateLine(of, frame),
    essentials(of, frame),
    told.length === 0 && lastChange(of, frame),
    actions(
      own.calendar !== undefined && phase !== 'past' && openUrl(t(cardText.addToCalendar), own.calendar),
      joinButton(of, own, frame),
      tabButton(of, frame),
    ),
    own.hindrance !== undefined && phase !== 'cancelled' && phase !== 'past' && words(own.hindrance),
    answering(of, shown, frame, { offered, own: registration?.attendance, button: {} }),
    phase === 'upcoming' && registration?.attendance === 'no' && wishing(of, registration, frame),
    isOpen && coming && asking(of, registration, frame),
    isOpen && registration?.attendance === 'room' && of.asksNeeds && needsNote(frame),
    actions(
      own.standing.waitsFor !== undefined &&
        phase !== 'cancelled' &&
        execute(leaveList, t(cardText.leaveList), { event: of.id }),
      takesColleagues && unfold(COLLEAGUE, t(cardText.addColleague)),
    ),
    takesColleagues && fold(COLLEAGUE, colleagueForm(of, form, frame), isTyping),
    colleagueLines(own, frame),
    (frame.aside ?? []) as readonly Element[],
    smallPrint(of, frame),
    subtle(t(cardText.onlyYou), { size: 'Small' }),
  ]);
}

function receipt(of: Event, own: Own, { t, zone, done }: OwnFrame & Drawn): Element {
  const { registration, registeredBy } = own;
  const [style, line] = receiptLine(own, t);
  return notice(
    style,
    ...elements([
      done !== undefined && words(`✓ ${done}`, { weight: 'Bolder' }),
      registeredBy !== undefined && words(t(cardText.registeredBy, { name: registeredBy }), { weight: 'Bolder' }),
      words(
        style === 'good' && done === undefined ? `✓ ${line}` : line,
        done === undefined ? { weight: 'Bolder' } : {},
      ),
      registration?.answeredAt !== undefined &&
        subtle(t(cardText.answeredAt, { when: dayAndHour(registration.answeredAt, zone) }), { size: 'Small' }),
      registeredBy !== undefined &&
        actions(execute(confirmAnswer, t(cardText.confirm), { event: of.id }, { style: 'positive' })),
    ]),
  );
}

/** How someone stands in a sentence, and whether that is well. */
export function receiptLine(
  { registration, standing }: Pick<Own, 'registration' | 'standing'>,
  t: Translate,
): readonly ['good' | 'warning' | 'accent', string] {
  const { holds, waitsFor, position: n = 1 } = standing;
  if (registration?.isUnconfirmed) return ['warning', t(cardText.isUnconfirmed)];
  if (waitsFor !== undefined && holds !== undefined)
    return ['warning', t(waitsFor === 'room' ? cardText.onListInRoom : cardText.onListOnline, { n })];
  if (waitsFor !== undefined) return ['warning', t(cardText.onList, { n, how: named(HOW[waitsFor]) })];
  if (holds !== undefined) return ['good', t(cardText.hasPlace, { how: named(HOW[holds]) })];
  if (registration?.attendance === 'maybe') return ['accent', t(cardText.saidMaybe)];
  if (registration?.attendance === 'no') return ['accent', t(cardText.saidNo)];
  return ['accent', t(cardText.notAnswered)];
}

/** What someone is told whose place changed without their doing. Undefined: it has changed again since. */
export function newsLines({ standing }: Pick<Own, 'standing'>, t: Translate): readonly string[] | undefined {
  const { holds, waitsFor, position: n = 1 } = standing;
  if (holds !== undefined) return [t(cardText.gotPlace, { how: named(HOW[holds]) })];
  return waitsFor === undefined ? undefined : [t(cardText.lostPlace, { n, how: named(HOW[waitsFor]) })];
}

/** Whatever was sent in place of an input comes back in it, but no card grows without end by it. */
const echo = (typed: string | undefined, most: number): string | undefined =>
  typed === undefined ? undefined : clip(typed, most + most / 10);

function wishing(of: Event, registration: Registration, { t, typed = {} }: OwnFrame): Element[] {
  return [
    textInput({
      id: 'wish',
      label: t(cardText.wish),
      errorMessage: t(cardText.atMost, { most: LONGEST_WISH }),
      multiline: true,
      maxLength: LONGEST_WISH,
      value: echo(typed.wish ?? registration.wish, LONGEST_WISH),
    }),
    subtle(t(cardText.wishHow), { size: 'Small' }),
    ...actions(execute(answerEvent, t(cardText.sendWish), { event: of.id, attendance: 'no', saves: 'true' })),
  ];
}

function asking(of: Event, registration: Registration, { t, room, typed = {} }: OwnFrame & Drawn): Element[] {
  if (of.questions.length === 0 || !room.asks || registration.attendance === undefined) return [];
  return [
    words(t(cardText.questions), { weight: 'Bolder', spacing: 'Large' }),
    ...of.questions.map(({ id, label, choices: offered, isRequired }) => {
      const field = questionField(id);
      const asked = {
        id: field,
        // Not marked as required: that would hold back the other buttons too.
        label: isRequired ? t(cardText.neededQuestion, { question: label }) : label,
        errorMessage: t(cardText.checkAnswer),
        value: echo(typed[field] ?? registration.answers?.[id], LONGEST_ANSWER),
      };
      return offered
        ? choices({ ...asked, options: offered.map((one) => ({ id: one, label: one })) })
        : textInput({ ...asked, maxLength: LONGEST_ANSWER });
    }),
    ...actions(
      execute(
        answerEvent,
        t(cardText.saveAnswers),
        { event: of.id, attendance: registration.attendance, saves: 'true' },
        { style: 'positive' },
      ),
    ),
  ];
}

/** Diet and access are never told on a card: the tab and the personal link ask for them. */
const needsNote = ({ t, link }: Frame): Element[] => [
  subtle(t(cardText.needsHow), { size: 'Small' }),
  ...actions(link !== undefined && openUrl(t(cardText.tellNeeds), link)),
];

function colleagueForm(of: Event, form: string, { t, typed = {} }: OwnFrame): Element[] {
  const field = (id: 'name' | 'email' | 'organisation', label: Message): Element =>
    textInput({
      id,
      label: t(label),
      errorMessage: t(cardText.atMost, { most: LONGEST_NAME }),
      value: echo(typed[id], 2 * LONGEST_NAME),
    });
  const add = (where: Place): Element => {
    const row = of.ways !== 'both' ? cardText.addColleague : where === 'room' ? cardText.addToRoom : cardText.addOnline;
    return execute(registerColleague, t(row), { event: of.id, form, attendance: where }, { style: 'positive' });
  };
  return [
    field('name', cardText.name),
    field('email', cardText.email),
    field('organisation', cardText.organisation),
    subtle(t(cardText.colleagueHow), { size: 'Small' }),
    ...actions(of.ways !== 'online' && add('room'), of.ways !== 'room' && add('online')),
  ];
}

/** “paikan päällä”, “varasijalla 2” */
export function standingInWords({ holds, waitsFor, position = 1 }: Standing): PerLanguage {
  return (locale) => {
    if (holds !== undefined) return HOW[holds][locale];
    const t = translator(locale);
    return waitsFor === undefined ? t(cardText.withoutPlace) : t(cardText.waitsAt, { n: position });
  };
}

function colleagueLines({ colleagues }: Own, { t, room }: Drawn): Element[] {
  if (colleagues.length === 0 || room.names === 0) return [];
  return [
    words(t(cardText.colleagues), { weight: 'Bolder' }),
    ...colleagues
      .slice(0, room.names)
      .map(({ name, standing }) =>
        words(t(cardText.colleague, { name, how: standingInWords(standing) }), { spacing: 'Small' }),
      ),
  ];
}

// ── Coming events ──────────────────────────────────────────────────────────────────────────────

/** More events than these make the card too long for a phone. */
const MOST_LISTED = 8;

/** The coming events, each with a button to one's own answer. */
export function comingEventsCard(
  list: readonly { readonly event: Event; readonly hasAnswered: boolean }[],
  frame: Frame,
): Card {
  const { t, zone, link } = frame;
  const listed = list.slice(0, MOST_LISTED);
  return card(
    heading(t(cardText.coming)),
    list.length === 0 && words(t(cardText.noComing)),
    listed.map(
      ({ event: one, hasAnswered }): Element => ({
        type: 'Container',
        separator: true,
        spacing: 'Medium',
        items: [
          words(one.title, { weight: 'Bolder' }),
          subtle(prose(t, cardText.span, { span: timeSpan(one, zone) })),
          subtle(whereLine(one, { ...frame, room: { ...ROOMS[0], line: LONGEST_PLACE } }), { spacing: 'None' }),
          ...actions(
            mineButton(
              one,
              t,
              hasAnswered ? cardText.myAnswer : cardText.answerNow,
              hasAnswered ? {} : { style: 'positive' },
            ),
          ),
        ],
      }),
    ),
    list.length > listed.length && words(t(cardText.moreComing, { n: list.length - listed.length })),
    actions(link !== undefined && openUrl(t(cardText.showInTab), link)),
  );
}

// ── In the thread ──────────────────────────────────────────────────────────────────────────────

/** A message's Markdown: what people wrote is harmless, each line a paragraph. */
const message = (lines: readonly string[]): string => plain(lines.join('\n')).replace(/\n+/g, '\n\n');

/** A change, old and new, in the event's thread. */
export const changedText = (of: Event, change: EventChange, frame: Frame): string =>
  message([...frame.t.each(cardText.changedInThread, { title: of.title }), ...changeLines(change, of, frame)]);

export function cancelledText(of: Event, { t }: Frame): string {
  const reason = of.cancelled?.reason;
  return message([
    ...t.each(cardText.cancelledInThread, { title: of.title }),
    ...(reason === undefined ? [] : t.each(cardText.reason, { reason })),
  ]);
}

/** Slides or a recording are there: in the event's thread, with a button to open them. */
export function materialCard(
  of: Event,
  material: { readonly title: string; readonly url?: string },
  { t }: Frame,
): Card {
  const line = prose(t, cardText.materialInThread, { title: of.title, material: material.title });
  return card(words(line), actions(material.url !== undefined && openUrl(t(cardText.openMaterial), material.url)));
}

// ── Notifications ──────────────────────────────────────────────────────────────────────────────

/** What a notification says of an event's card. */
export function eventSummary(of: Event, { t, zone }: Pick<Frame, 't' | 'zone'>): string {
  return of.state === 'cancelled'
    ? t(cardText.summaryCancelled, { title: of.title })
    : t(cardText.summary, { title: of.title, when: shortSpan(of, zone) });
}
