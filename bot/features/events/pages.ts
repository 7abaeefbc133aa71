/** Events without Teams: on the personal link's pages for members and for people from outside, and on the public page on which anyone registers. */
import { createHash } from 'node:crypto';
import { type Instant, when } from '../../core/clock.ts';
import { type ActivityId, activityId } from '../../core/ids.ts';
import { type Names, nameFor } from '../../core/organisation.ts';
import type { OpenPage, OpenVisit, Page, PageBody, PageRequest, SentForm } from '../../core/page.ts';
import { Refusal, refuseAny } from '../../core/refusal.ts';
import { registerOf } from '../../core/register.ts';
import { RETENTION } from '../../core/retention.ts';
import type { Message, Translate } from '../../core/text.ts';
import type { Visit, Work } from '../../core/turn.ts';
import {
  ACT,
  buttons,
  type Choice,
  choices,
  decoy,
  entries,
  errorSummary,
  form,
  heading,
  hint,
  html,
  link,
  linkButton,
  list,
  mistakesOf,
  notice,
  type Piece,
  paragraph,
  strong,
  textArea,
  textField,
  together,
  wrongWith,
} from '../../pages/kit.ts';
import { privacySettingsKind } from '../privacy/erasure.ts';
import {
  answerEvent,
  confirmRegistration,
  leaveWaitingList,
  registerColleague,
  registerOpenly,
  type Stand,
  shownStanding,
} from './answer-operations.ts';
import { cardText } from './card-text.ts';
import {
  changeLines,
  joinLinkFor,
  type Own,
  receiptLine,
  type Shown,
  shortSpan,
  standingInWords,
  timeSpan,
} from './cards.ts';
import { type AgendaItem, type Event, isOffered, phaseOf, type Question, requireAnswerable } from './event.ts';
import { eventNow, findEvent, recentEvents } from './memory.ts';
import { text as pageText } from './page-text.ts';
import {
  type Access,
  type Attendance,
  access,
  attendance,
  type Diet,
  diet,
  isComing,
  isToConfirm,
  type NeedsDraft,
  offers,
  questionField,
  type Registration,
} from './registration.ts';
import { type Place, place, type Standing } from './seats.ts';
import { isForActor, ownOf, shownTo } from './shown.ts';
import { text } from './text.ts';

/** Past ones on the list; older ones are in the tab. */
const MOST_PAST = 30;

const pageOf = (event: Pick<Event, 'id'>): string => `events/${event.id}`;

// ── In words ───────────────────────────────────────────────────────────────────────────────────

/** “to 3.12.2026 klo 9–16” */
export const spanOf = (of: Pick<Event, 'startsAt' | 'endsAt'>, zone: string, t: Translate): string =>
  t(cardText.span, { span: shortSpan(of, zone) });

/** “Torstaina 3.12.2026 klo 9–16”, as a line of its own. */
export const dayOf = (of: Pick<Event, 'startsAt' | 'endsAt'>, zone: string, t: Translate): string =>
  capital(t(cardText.span, { span: timeSpan(of, zone) }));

export const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

/** How someone stands, in whole sentences; none when they have not answered. */
export function standingLines(
  { registration, standing, registeredBy }: Pick<Own, 'registration' | 'standing' | 'registeredBy'>,
  t: Translate,
): string[] {
  if (registration?.attendance === undefined) return [];
  if (registration.isUnconfirmed) return [t(pageText.notConfirmed)];
  const [, line] = receiptLine({ registration, standing }, t);
  return registeredBy === undefined ? [line] : [t(cardText.registeredBy, { name: registeredBy }), line];
}

interface Telling {
  /** IANA zone of the network. */
  readonly zone: string;
  readonly now: Instant;
  readonly t: Translate;
  /** What the event's group is called. */
  readonly group?: Names | undefined;
  /** They come: until when to register does not concern them. */
  readonly isIn?: boolean | undefined;
}

/** Place, deadline, group, language and contact of an event, a line each; when it is stands before them. */
export function factLines(of: Event, { zone, now, t, group, isIn = false }: Telling): string[] {
  const { registrationEndsAt: deadline, language, contact } = of;
  return [
    placeLine(of, t),
    deadline !== undefined &&
      !isIn &&
      phaseOf(of, now) === 'upcoming' &&
      t(cardText.deadline, { when: when(deadline, zone) }),
    group !== undefined && t(cardText.forGroup, { group: (locale) => nameFor(group, locale) }),
    language !== undefined && t(cardText.language, { language: (locale) => LANGUAGES[language][locale] }),
    contact !== undefined && t(cardText.contact, { contact }),
  ].filter((line) => line !== false);
}

const LANGUAGES: Readonly<Record<NonNullable<Event['language']>, Message>> = {
  fi: cardText.inFinnish,
  sv: cardText.inSwedish,
  en: cardText.inEnglish,
  'fi+sv': cardText.inBoth,
};

function placeLine({ ways, place: at }: Event, t: Translate): string {
  if (ways === 'online') return t(cardText.onlineOnly);
  const isAlsoOnline = ways === 'both';
  if (at === undefined) return t(isAlsoOnline ? cardText.placeLaterOrOnline : cardText.placeLater);
  return t(isAlsoOnline ? cardText.placeAndOnline : cardText.place, { place: at });
}

/** “9.30 Avaus – Puhuja”, as the reader's language writes times. */
export const agendaLines = ({ agenda }: Pick<Event, 'agenda'>, t: Translate): string[] =>
  agenda.map(({ time, title, speakers }: AgendaItem) => {
    const at = time?.replace(/^0/, '').replace(':', t.tag === 'en-GB' ? ':' : '.');
    return [at, title, speakers && `– ${speakers}`].filter(Boolean).join(' ');
  });

/** What people wished for and what was done about it, a line each. */
export const youSaidLines = ({ youSaid }: Pick<Event, 'youSaid'>, t: Translate): string[] =>
  youSaid.map(({ said, did }) => t(cardText.youSaidLine, { said, did }));

// ── The list ───────────────────────────────────────────────────────────────────────────────────

interface Known {
  readonly event: Event;
  readonly own: Awaited<ReturnType<typeof shownStanding>>;
}

/** What is for the actor, the earliest first, and how they stand. */
async function knownEvents(visit: Visit): Promise<readonly Known[]> {
  const [all, register] = await Promise.all([recentEvents(visit), registerOf(visit)]);
  const shown = all.filter(({ state }) => state === 'published' || state === 'cancelled');
  const known = await Promise.all(shown.map(async (event) => ({ event, own: await shownStanding(visit, event) })));
  return known.filter(({ event, own }) => isForActor(visit, register, event, own.registration));
}

const isOver = ({ event }: Known, now: Instant): boolean => event.endsAt <= now;

const listPage: Page = {
  path: 'events',
  menu: pageText.events,
  isForInvited: true,
  isForOutsiders: true,
  async show(asked, visit) {
    const { t, services, network } = visit;
    const now = services.clock.now();
    const all = await knownEvents(visit);
    const coming = all.filter((one) => !isOver(one, now));
    const past = all.filter((one) => isOver(one, now)).reverse();
    const lines = (known: readonly Known[], answer: (of: Known) => string | undefined) =>
      entries(
        known.map((one) => {
          const said = one.event.state === 'cancelled' ? t(pageText.isCancelled) : answer(one);
          const span = spanOf(one.event, network.zone, t);
          return {
            ...{ title: one.event.title, address: asked.to(pageOf(one.event)) },
            hint: said === undefined ? span : `${span}. ${said}`,
          };
        }),
      );
    return {
      title: t(pageText.events),
      body: together(
        heading(t(cardText.coming)),
        coming.length === 0
          ? paragraph(t(cardText.noComing))
          : lines(coming, ({ own }) => standingLines(own, t).join(' ') || t(cardText.notAnswered)),
        past.length > 0 && [
          heading(t(pageText.past)),
          lines(past.slice(0, MOST_PAST), ({ own }) => pastAnswer(own.registration, t)),
        ],
      ),
    };
  },
};

function pastAnswer(of: Registration | undefined, t: Translate): string | undefined {
  if (of?.came?.isPresent) return t(pageText.wereThere);
  const said = of?.isUnconfirmed ? undefined : of?.attendance;
  return said && t(pageText.yourAnswer, { answer: (locale) => text[said][locale] });
}

// ── One event ──────────────────────────────────────────────────────────────────────────────────

function eventIn({ params }: PageRequest): ActivityId {
  const id = activityId.safeParse(params.event);
  if (!id.success) throw new Refusal(text.unknownEvent);
  return id.data;
}

/** The event and how the actor stands. Refuses what is not out, and to people from outside what is not theirs. */
async function eventFor(visit: Visit, id: ActivityId): Promise<{ event: Event; own: Own }> {
  const event = await eventNow(visit, id);
  if (event.state !== 'published' && event.state !== 'cancelled') throw new Refusal(text.unknownEvent);
  const own = await ownOf(visit, event);
  if ((visit.actor.isOutsider || visit.actor.isInvited) && !own.registration) throw new Refusal(text.unknownEvent);
  return { event, own };
}

/** What was typed into the form; of a link from a letter the attendance alone, which only preselects. */
interface Typed {
  readonly attendance: string;
  readonly wish: string;
  readonly answers: Readonly<Record<string, string>>;
  readonly needs: NeedsDraft;
}

/** The browser sends empty what was left empty, and so it is taken back. */
const typedIn = ({ fields }: SentForm, of: Event): Typed => ({
  attendance: fields.get('attendance') ?? '',
  wish: fields.get('wish') ?? '',
  answers: Object.fromEntries(of.questions.map(({ id }) => [id, fields.get(questionField(id)) ?? ''])),
  needs: {
    ...{ diet: fields.getAll('diet'), dietWords: fields.get('dietWords') ?? '' },
    ...{ access: fields.getAll('access'), accessWords: fields.get('accessWords') ?? '' },
  },
});

/** What the form holds when it is opened: what they answered, else what the link of a letter says. */
function before({ query }: PageRequest, { registration }: Own): Typed {
  const { wish = '', answers = {}, needs = { diet: [], access: [] } } = registration ?? {};
  return { attendance: query.get('attendance') ?? registration?.attendance ?? '', wish, answers, needs };
}

async function eventPage(asked: PageRequest, visit: Visit, sent?: SentForm, refusal?: Refusal): Promise<PageBody> {
  const { t, network, services } = visit;
  const { event, own } = await eventFor(visit, eventIn(asked));
  const shown = await shownTo(visit, event);
  const now = services.clock.now();
  const mistakes = refusal ? mistakesOf(refusal, t) : [];
  const offered = own.hindrance === undefined ? offers(event, now) : [];
  const look = { to: asked.to(pageOf(event)) };
  const canDecline =
    ['closed', 'ongoing'].includes(phaseOf(event, now)) && own.registration && isComing(own.registration);
  const standing = standingLines(own, t);
  const isCancelled = event.state === 'cancelled';
  const joinLink = joinLinkFor(event, own);
  const newId = (): string => services.newId();
  return {
    title: event.title,
    body: together(
      mistakes.length > 0 && errorSummary(mistakes, t),
      isCancelled && notice('bad', ...cancelledLines(event, t)),
      !isCancelled && standing.length > 0 && notice(own.standing.holds === undefined ? 'plain' : 'good', ...standing),
      !isCancelled && isToConfirm(own.registration) && confirmForm({ ...look, id: newId() }, event, now, t),
      !isCancelled && own.hindrance !== undefined && mistakes.length === 0 && notice('plain', own.hindrance),
      strong(dayOf(event, network.zone, t)),
      factsOf(event, { zone: network.zone, now, t, group: shown.group }),
      joinLink === undefined
        ? own.standing.waitsFor !== undefined && event.joinLink !== undefined && hint(t(pageText.joinWithPlace))
        : linkButton(t(cardText.join), joinLink),
      own.calendar !== undefined && !isCancelled && linkButton(t(cardText.addToCalendar), own.calendar),
      contentOf(event, shown, visit),
      offered.length > 0 && [
        heading(t(own.registration?.attendance === undefined ? pageText.register : pageText.change)),
        answerForm({
          ...{ event, shown, own, offered, mistakes, t },
          typed: sent ? typedIn(sent, event) : before(asked, own),
          look: { ...look, id: newId() },
        }),
      ],
      canDecline && [
        heading(t(pageText.change)),
        form(
          { ...look, id: newId() },
          paragraph(t(pageText.stillNo)),
          buttons({ label: t(pageText.withdraw), act: 'withdraw', isQuiet: true }),
        ),
      ],
      !isCancelled && colleaguesOf(asked, visit, event, own),
    ),
  };
}

const cancelledLines = ({ cancelled }: Event, t: Translate): string[] => [
  t(cardText.cancelledBody),
  ...(cancelled?.reason === undefined ? [] : [t(cardText.reason, { reason: cancelled.reason })]),
];

/** One element a line, so that each can be read by itself. */
const factsOf = (of: Event, telling: Telling): Piece => factLines(of, telling).map((line) => paragraph(line));

function confirmForm(look: { to: string; id: string }, of: Event, now: Instant, t: Translate): Piece {
  if (!['upcoming', 'closed'].includes(phaseOf(of, now))) return undefined;
  return form(
    look,
    buttons({ label: t(pageText.confirm), act: 'confirm' }, { label: t(text.no), act: 'withdraw', isQuiet: true }),
  );
}

/** What it is about: description, programme, what meets before it, and what has changed. */
function contentOf(of: Event, shown: Shown, { t, network }: Pick<Visit, 't' | 'network'>): Piece {
  const { zone } = network;
  const agenda = agendaLines(of, t);
  const youSaid = youSaidLines(of, t);
  const changes = changesOf(of, zone, t);
  return [
    of.description !== undefined && paragraph(of.description),
    agenda.length > 0 && [heading(t(cardText.agenda)), list(agenda)],
    shown.preMeetings.map((one) => paragraph(preMeetingLine(one, zone, t))),
    youSaid.length > 0 && [heading(t(cardText.youSaid)), list(youSaid)],
    changes.length > 0 && [heading(t(pageText.changes)), changes],
  ];
}

const preMeetingLine = (
  { title, startsAt, group }: Shown['preMeetings'][number],
  zone: string,
  t: Translate,
): string =>
  group === undefined
    ? t(cardText.preMeetingOfSome, { title, when: when(startsAt, zone) })
    : t(cardText.preMeeting, { group: (locale) => nameFor(group, locale), when: when(startsAt, zone) });

/** Each change beside what came after it, the newest first. */
function changesOf(of: Event, zone: string, t: Translate): Piece[] {
  let after: Parameters<typeof changeLines>[1] = of;
  return [...of.changes].reverse().flatMap((change) => {
    const lines = changeLines(change, after, { t, zone });
    const { at, by: _by, ...values } = change;
    after = { ...after, ...(values as Partial<Event>) };
    return lines.length === 0 ? [] : [hint(t(pageText.changedAt, { when: when(at, zone) })), list(lines)];
  });
}

// ── Answering ──────────────────────────────────────────────────────────────────────────────────

interface Form {
  readonly event: Event;
  readonly shown: Shown;
  readonly own: Own;
  readonly offered: readonly Attendance[];
  readonly typed: Typed;
  readonly mistakes: readonly { readonly field?: string; readonly message: string }[];
  readonly look: { readonly to: string; readonly id: string };
  readonly t: Translate;
}

function answerForm(of: Form): Piece {
  const { event, shown, own, offered, typed, mistakes, look, t } = of;
  const { registration, standing } = own;
  const isIn = registration !== undefined && isComing(registration);
  return form(
    look,
    choices({
      name: 'attendance',
      label: t(pageText.doYouCome),
      options: offered.map((one) => ({ value: one, label: t(text[one]), hint: wayHint(one, shown, standing, t) })),
      chosen: [typed.attendance],
      wrong: wrongWith(mistakes, 'attendance'),
    }),
    questionsOf(of),
    event.asksNeeds && offered.includes('room') && needsOf(of),
    textArea({
      ...{ name: 'wish', label: t(pageText.wish), hint: t(cardText.wishHow), value: typed.wish },
      wrong: wrongWith(mistakes, 'wish'),
    }),
    buttons(
      { label: t(pageText.save), act: 'save' },
      standing.waitsFor !== undefined && { label: t(cardText.leaveList), act: 'leaveList', isQuiet: true },
      isIn && standing.waitsFor === undefined && { label: t(pageText.withdraw), act: 'withdraw', isQuiet: true },
    ),
  );
}

/** Whether there is a place, and that “maybe” holds none. */
function wayHint(of: Attendance, shown: Shown, standing: Standing, t: Translate): string | undefined {
  if (of === 'maybe') return t(pageText.holdsNone);
  if (of === 'no' || standing.holds === of || standing.waitsFor === of) return undefined;
  const free = shown[of]?.free;
  if (free === undefined) return undefined;
  return free === 0 ? t(pageText.isFull) : t(pageText.freePlaces, { n: free });
}

function questionsOf({ event, typed, mistakes, t }: Form): Piece {
  if (event.questions.length === 0) return undefined;
  const field = ({ id, label, choices: some, isRequired }: Question): Piece => {
    const name = questionField(id);
    const value = typed.answers[id] ?? '';
    const asked = isRequired ? t(cardText.neededQuestion, { question: label }) : label;
    const shared = { name, label: asked, wrong: wrongWith(mistakes, name) };
    if (some === undefined) return textArea({ ...shared, value });
    const none: Choice[] = isRequired ? [] : [{ value: '', label: t(pageText.noAnswer) }];
    return choices({
      ...shared,
      options: [...some.map((one) => ({ value: one, label: one })), ...none],
      chosen: isRequired && value === '' ? [] : [value],
    });
  };
  return [heading(t(cardText.questions)), hint(t(pageText.questionsHow)), event.questions.map(field)];
}

const dietLabel = (of: Diet): Message => (of === 'other' ? text.otherDiet : text[of]);
const accessLabel = (of: Access): Message => (of === 'other' ? text.otherAccess : text[of]);

/** Asked of everyone whom the room is offered to, since a page without scripts can't know what they have chosen; kept for the room alone. */
function needsOf({ typed: { needs }, mistakes, t }: Form): Piece {
  const words = (name: 'dietWords' | 'accessWords', label: Message): Piece =>
    textField({ name, label: t(label), value: needs[name], wrong: wrongWith(mistakes, name) });
  const isSome = needs.diet.length + needs.access.length > 0 || Boolean(needs.dietWords || needs.accessWords);
  const fields = [
    choices({
      ...{ name: 'diet', label: t(pageText.diet), several: true, chosen: needs.diet },
      options: diet.options.map((one) => ({ value: one, label: t(dietLabel(one)) })),
    }),
    words('dietWords', pageText.dietWords),
    choices({
      ...{ name: 'access', label: t(pageText.access), several: true, chosen: needs.access },
      options: access.options.map((one) => ({ value: one, label: t(accessLabel(one)) })),
    }),
    words('accessWords', pageText.accessWords),
  ];
  const summary = html`<summary>${t(pageText.tellNeeds)}</summary>`;
  return html`<fieldset><legend>${t(pageText.needs)}</legend>${hint(t(pageText.needsHow, { n: RETENTION.needs }))}${
    isSome ? html`<details open>${summary}${fields}</details>` : html`<details>${summary}${fields}</details>`
  }</fieldset>`;
}

/** What became of it; how they stand is on the page that follows. */
function saidOf({ registration, standing }: Stand): Message {
  if (standing.waitsFor !== undefined) return pageText.gotList;
  return isComing(registration) ? pageText.gotPlace : pageText.saved;
}

const onePage: Page = {
  path: 'events/{event}',
  isForInvited: true,
  isForOutsiders: true,
  show: (asked, visit) => eventPage(asked, visit),
  async take(sent, visit) {
    const { event } = await eventFor(visit, eventIn(sent));
    const goTo = pageOf(event);
    const delivery = { id: deliveryOf(sent), at: visit.services.clock.now(), isInOrder: true };
    switch (sent.fields.get(ACT)) {
      case 'confirm': {
        const stand = await confirmRegistration(visit, event.id);
        return { goTo, said: stand.standing.holds === undefined ? saidOf(stand) : cardText.confirmed };
      }
      case 'withdraw':
        return { goTo, said: saidOf(await answerEvent(visit, event.id, { attendance: 'no' }, delivery)) };
      case 'leaveList':
        await leaveWaitingList(visit, event.id, delivery);
        return { goTo, said: cardText.leftList };
      default: {
        const { wish, answers, needs, ...typed } = typedIn(sent, event);
        const to = attendance.safeParse(typed.attendance);
        if (!to.success) throw new Refusal(pageText.chooseWay, {}, [{ field: 'attendance', row: pageText.chooseWay }]);
        return {
          goTo,
          said: saidOf(await answerEvent(visit, event.id, { attendance: to.data, wish, answers, needs }, delivery)),
        };
      }
    }
  },
  refused: (sent, refusal, visit) => eventPage(sent, visit, sent, refusal),
};

/** The same form with the same content acts once; changed after going back in the browser, it is another. Nothing of it can be read off. */
function deliveryOf({ id, fields }: SentForm): string {
  const content = [id, ...[...fields].map(([name, value]) => `${name}=${value}`)].join('\n');
  return createHash('sha256').update(content).digest('base64url').slice(0, 22);
}

// ── Colleagues ─────────────────────────────────────────────────────────────────────────────────

/** People from outside bring nobody along. */
const mayBring = ({ actor, services }: Visit, of: Event, own: Own): boolean =>
  !actor.isOutsider &&
  !actor.isInvited &&
  own.hindrance === undefined &&
  phaseOf(of, services.clock.now()) === 'upcoming';

function colleaguesOf({ to }: PageRequest, visit: Visit, of: Event, own: Own): Piece {
  const { t } = visit;
  return [
    own.colleagues.length > 0 && [heading(t(cardText.colleagues)), colleagueList(own, t)],
    mayBring(visit, of, own) && html`<p>${link(t(cardText.addColleague), to(`${pageOf(of)}/colleague`))}</p>`,
  ];
}

const colleagueList = ({ colleagues }: Own, t: Translate): Piece =>
  list(colleagues.map(({ name, standing }) => `${name}: ${t(cardText.span, { span: standingInWords(standing) })}`));

const PERSON_FIELDS = ['name', 'email', 'organisation'] as const;

/** The fields of someone who is registered by name. */
function personFields(
  typed: (name: string) => string,
  mistakes: Form['mistakes'],
  t: Translate,
  isOwn: boolean,
): Piece {
  return PERSON_FIELDS.map((name) =>
    textField({
      ...{ name, label: t(cardText[name]), value: typed(name), wrong: wrongWith(mistakes, name) },
      ...(name === 'email' ? { type: 'email' as const } : {}),
      ...(isOwn ? { autocomplete: name } : {}),
    }),
  );
}

const placesOf = (of: Event, shown: Shown): Place[] =>
  place.options.filter((one) => shown[one] !== undefined && isOffered(of, one));

/** Where there is but one way it is chosen already. */
const chosenPlace = (typed: string, options: readonly Choice[]): string[] => [
  typed || (options.length === 1 ? (options[0]?.value ?? '') : ''),
];

async function colleaguePage(asked: PageRequest, visit: Visit, sent?: SentForm, refusal?: Refusal): Promise<PageBody> {
  const { t, services, network } = visit;
  const { event, own } = await eventFor(visit, eventIn(asked));
  const shown = await shownTo(visit, event);
  const mistakes = refusal ? mistakesOf(refusal, t) : [];
  const typed = (name: string): string => sent?.fields.get(name) ?? '';
  const options = placesOf(event, shown).map((one) => ({
    ...{ value: one, label: capital(t(one === 'room' ? text.inRoom : text.isOnline)) },
    hint: shown[one]?.free === 0 ? t(pageText.isFullForThem) : wayHint(one, shown, {}, t),
  }));
  return {
    title: t(cardText.addColleague),
    body: together(
      mistakes.length > 0 && errorSummary(mistakes, t),
      strong(event.title),
      paragraph(spanOf(event, network.zone, t)),
      mayBring(visit, event, own)
        ? form(
            { to: asked.to(`${pageOf(event)}/colleague`), id: services.newId() },
            services.letters.isConfigured && hint(t(cardText.colleagueHow)),
            personFields(typed, mistakes, t, false),
            choices({
              ...{ name: 'attendance', label: t(pageText.howDoTheyCome), options },
              chosen: chosenPlace(typed('attendance'), options),
              wrong: wrongWith(mistakes, 'attendance'),
            }),
            buttons({ label: t(cardText.addColleague) }),
          )
        : own.hindrance !== undefined && notice('plain', own.hindrance),
      own.colleagues.length > 0 && [heading(t(cardText.colleagues)), colleagueList(own, t)],
      html`<p>${link(t(pageText.backToEvent), asked.to(pageOf(event)))}</p>`,
    ),
  };
}

const colleagues: Page = {
  path: 'events/{event}/colleague',
  show: (asked, visit) => colleaguePage(asked, visit),
  async take(sent, visit) {
    const { event } = await eventFor(visit, eventIn(sent));
    const typed = personIn(sent, pageText.chooseTheirWay);
    const { standing } = await registerColleague(visit, event.id, typed, deliveryOf(sent));
    return {
      goTo: `${pageOf(event)}/colleague`,
      said: standing.holds === undefined ? pageText.colleagueWaits : pageText.colleagueSaved,
    };
  },
  refused: (sent, refusal, visit) => colleaguePage(sent, visit, sent, refusal),
};

/** Who was typed; refuses when nobody said how they come. */
function personIn({ fields }: SentForm, missing: Message) {
  const to = place.safeParse(fields.get('attendance'));
  refuseAny(to.success ? [] : [{ field: 'attendance', row: missing }]);
  const [name = '', email = '', organisation = ''] = PERSON_FIELDS.map((field) => fields.get(field) ?? '');
  return { name, email, organisation, attendance: to.data ?? 'online' };
}

// ── The public page ────────────────────────────────────────────────────────────────────────────

/** The event of a link that still holds. Undefined: the answer is that of a link that never was. */
async function openEvent(visit: OpenVisit): Promise<Event | undefined> {
  const event = await findEvent(visit, visit.subject);
  if (event?.state !== 'published' || !event.isPublic || event.publicRound !== visit.round) return undefined;
  return ['upcoming', 'closed'].includes(phaseOf(event, visit.services.clock.now())) ? event : undefined;
}

async function openPage(
  asked: PageRequest,
  visit: OpenVisit,
  sent?: SentForm,
  refusal?: Refusal,
): Promise<PageBody | undefined> {
  const { t, services, network } = visit;
  const event = await openEvent(visit);
  if (!event) return undefined;
  const now = services.clock.now();
  const shown = await shownTo(visit, event);
  const mistakes = refusal ? mistakesOf(refusal, t) : [];
  const typed = (name: string): string => sent?.fields.get(name) ?? '';
  const options = placesOf(event, shown).map((one) => ({
    ...{ value: one, label: t(text[one]), hint: wayHint(one, shown, {}, t) },
  }));
  const isOpen = phaseOf(event, now) === 'upcoming';
  return {
    title: event.title,
    body: together(
      mistakes.length > 0 && errorSummary(mistakes, t),
      strong(dayOf(event, network.zone, t)),
      factsOf(event, { zone: network.zone, now, t }),
      contentOf({ ...event, changes: [] }, { ...shown, preMeetings: [] }, visit),
      heading(t(pageText.register)),
      !isOpen && notice('plain', t(pageText.openClosed)),
      isOpen && !services.letters.isConfigured && notice('plain', t(pageText.openWithoutMail)),
      isOpen &&
        services.letters.isConfigured &&
        form(
          { to: asked.to(''), id: services.newId() },
          hint(t(pageText.openHow)),
          personFields(typed, mistakes, t, true),
          choices({
            ...{ name: 'attendance', label: t(pageText.doYouCome), options },
            chosen: chosenPlace(typed('attendance'), options),
            wrong: wrongWith(mistakes, 'attendance'),
          }),
          decoy(t),
          buttons({ label: t(pageText.sendLink) }),
          await privacyOf(visit),
        ),
    ),
  };
}

/** What becomes of what is typed: the notice itself is behind a link of one's own. */
async function privacyOf(visit: Work & { readonly t: Translate }): Promise<Piece> {
  const { t, services, scope, network } = visit;
  const settings = (await services.store.get(scope, privacySettingsKind, network.id))?.value;
  return [
    heading(t(pageText.privacy)),
    hint(t(pageText.stored, { network: network.name })),
    hint(t(pageText.storedUntil, { n: RETENTION.unconfirmedRegistrations })),
    settings?.controller && hint(t(pageText.controller, { controller: settings.controller })),
    settings?.contact && hint(settings.contact),
  ];
}

/** The same is said whoever's address it is, and whether or not they are registered already. */
const registrationPage: OpenPage = {
  purpose: 'registration',
  show: (asked, visit) => openPage(asked, visit),
  async take(sent, visit) {
    const { t, services, locale } = visit;
    const event = await openEvent(visit);
    if (!event || !services.letters.isConfigured) return openPage(sent, visit);
    const person = personIn(sent, pageText.chooseWay);
    const asked = { attendance: person.attendance, wasComing: false, isCoordinator: false };
    requireAnswerable(event, asked, services.clock.now());
    await registerOpenly(visit, event, { ...person, locale, form: deliveryOf(sent) });
    return {
      title: t(pageText.checkMail),
      body: together(
        strong(event.title),
        notice('good', t(pageText.linkSent, { email: person.email.trim() })),
        hint(t(pageText.noLetter)),
      ),
    };
  },
  refused: (sent, refusal, visit) => openPage(sent, visit, sent, refusal),
};

export const eventPages: readonly Page[] = [listPage, onePage, colleagues];
export const eventOpenPages: readonly OpenPage[] = [registrationPage];
