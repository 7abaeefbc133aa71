/** Events: what the bot does with their cards and words, what runs by the clock, and how their posts are drawn. */
import type { z } from 'zod';
import { plain } from '../../cards/kit.ts';
import { asCreator, coordinates } from '../../core/access.ts';
import type { Action } from '../../core/action.ts';
import { plus } from '../../core/clock.ts';
import { type Command, type Drawing, type Feature, type Handler, type JobHandler, on } from '../../core/feature.ts';
import type { ActivityId } from '../../core/ids.ts';
import { mayCreate } from '../../core/network.ts';
import { networkNow } from '../../core/network-now.ts';
import { nameIn } from '../../core/organisation.ts';
import { NotAllowed, Refusal } from '../../core/refusal.ts';
import { mainOf, registerNow, registerOf } from '../../core/register.ts';
import { nothing, type Outcome, say, showCard, type Turn, type Visit, type Work } from '../../core/turn.ts';
import { isForAll, materials } from '../materials/material.ts';
import {
  answerEvent,
  confirmRegistration,
  leaveWaitingList,
  ownStanding,
  registerColleague,
  type Stand,
  tellNews,
  tellOwn,
} from './answer-operations.ts';
import { eventRoutes } from './api.ts';
import { cardText } from './card-text.ts';
import * as cards from './cards.ts';
import * as deskCards from './desk-cards.ts';
import { doorRoutes } from './door-api.ts';
import {
  changeToTell,
  type Event,
  type EventDraft,
  type EventType,
  eventDraft,
  events as eventKind,
  feedbackPage,
  isStillTold,
  phaseOf,
  reminderKind,
  shorten,
} from './event.ts';
import { eventDownloads } from './export.ts';
import {
  eventsFor,
  facts,
  handover,
  needsOutsider,
  openForGroup,
  ownCalendar,
  participation,
  visitOf,
  waitingEvents,
} from './hook-operations.ts';
import { eventLetters } from './letters.ts';
import { eventNow, findEvent, HEALED, heal } from './memory.ts';
import { news } from './news-operations.ts';
import {
  cancelEvent,
  comingEvents,
  createEvents,
  draftEvents,
  followEvent,
  mailInvitations,
  publishEvent,
  repostEvent,
  resumeFollowing,
  resumePublishing,
  seriesOf,
  tellComing,
} from './operations.ts';
import { eventOpenPages, eventPages } from './pages.ts';
import { eventPersonal } from './personal.ts';
import { quickDraft, TYPE_WORDS } from './quick.ts';
import { questionField, registrations } from './registration.ts';
import { aheadInWords, reminderPreview, reminderText } from './reminder-cards.ts';
import { remind, reminderNow, reminderNumbers, remindNow, whomToRemind } from './reminder-operations.ts';
import { text as reminderWords } from './reminder-text.ts';
import { aimOf, isAhead, remindersDue } from './schedule.ts';
import { ledgers } from './seats.ts';
import { channelFrame, ownFrame, ownOf, shownBefore, shownNow, shownTo } from './shown.ts';
import { text } from './text.ts';

// ── Answering ──────────────────────────────────────────────────────────────────────────────────

type Said = Pick<cards.OwnFrame, 'refusal' | 'done' | 'told' | 'typed'>;

/** The reader's own card of an event, after something was done with it, refused, or just asked for. */
async function ownCard(visit: Visit, event: Event, said: Said, aside: readonly object[] = [], stand?: Stand) {
  const [shown, own] = await Promise.all([shownTo(visit, event), ownOf(visit, event, stand)]);
  const { actor, services } = visit;
  const form = actor.isOutsider || actor.isInvited ? {} : { form: services.newId() };
  return cards.ownEventCard(event, shown, own, { ...ownFrame(visit, event), ...said, ...form, aside });
}

const ownView = async (turn: Turn, event: Event, said: Said = {}): Promise<Outcome> =>
  showCard(await ownCard(turn, event, said));

/** After a tap: other features may ask something beside the receipt. */
const receipt = async (turn: Turn, stand: Stand, said: Said): Promise<Outcome> =>
  showCard(await ownCard(turn, stand.event, said, await turn.services.aside(turn), stand));

/** What stood in the inputs of one's own card. */
function typedInto(of: Event, data: cards.OwnCardData): Record<string, string> {
  const fields = ['wish', 'name', 'email', 'organisation', ...of.questions.map(({ id }) => questionField(id))];
  return Object.fromEntries(
    fields.flatMap((field) => {
      const value = (data as Readonly<Record<string, unknown>>)[field];
      return typeof value === 'string' && value !== '' ? [[field, value]] : [];
    }),
  );
}

/** Answers to the event's own questions. Another button than theirs takes along what was typed, but demands and empties nothing. */
function answersIn(of: Event, typed: cards.Typed, saves: boolean): Record<string, string> | undefined {
  const all = of.questions.map(({ id }) => [id, typed[questionField(id)] ?? ''] as const);
  if (saves) return Object.fromEntries(all);
  const given = all.filter(([, value]) => value !== '');
  const isWhole = of.questions.every(({ id, isRequired }) => !isRequired || given.some(([one]) => one === id));
  return given.length > 0 && isWhole ? Object.fromEntries(given) : undefined;
}

/** A draft, and what was thrown away or taken back, shows itself to nobody who taps. */
const isShown = ({ state }: Event): boolean => state === 'published' || state === 'cancelled';

/** Refused taps keep the event and what was typed; an event that is not of this network, or not out, gets the plain refusal. */
async function refusedOwn(raw: unknown, refusal: Refusal, turn: Turn): Promise<Outcome | undefined> {
  const fitting = cards.leaveList.schema.safeParse(raw);
  if (!fitting.success || refusal.row === text.unknownEvent) return undefined;
  const event = await eventNow(turn, fitting.data.event);
  if (!isShown(event)) return undefined;
  const lines = refusal.problems.length > 0 ? refusal.problems : [refusal];
  const said = lines.map(({ row, params }) => turn.t(row, params)).join('\n');
  return ownView(turn, event, { refusal: said, typed: typedInto(event, fitting.data) });
}

const answering: readonly Handler[] = [
  on(
    cards.answerEvent,
    async (data, turn) => {
      const { event: id, attendance, saves } = data;
      const before = await eventNow(turn, id);
      const typed = typedInto(before, data);
      const answers = answersIn(before, typed, saves === 'true' && attendance !== 'no');
      const wish = attendance === 'no' && data.wish !== undefined ? { wish: data.wish } : {};
      const stand = await answerEvent(turn, before, { attendance, ...wish, answers }, turn.delivery);
      const row = attendance === 'no' ? cardText.wishSent : cardText.answersSaved;
      return receipt(turn, stand, { typed, ...(saves === 'true' ? { done: turn.t(row) } : {}) });
    },
    refusedOwn,
  ),
  on(cards.myAnswer, async ({ event: id }, turn) => {
    const event = await eventNow(turn, id);
    if (!isShown(event)) throw new Refusal(text.unknownEvent);
    return ownView(turn, event);
  }),
  on(
    cards.leaveList,
    async (data, turn) => {
      const stand = await leaveWaitingList(turn, data.event, turn.delivery);
      return receipt(turn, stand, { typed: typedInto(stand.event, data), done: turn.t(cardText.leftList) });
    },
    refusedOwn,
  ),
  on(
    cards.confirmAnswer,
    async (data, turn) => {
      const stand = await confirmRegistration(turn, data.event);
      return receipt(turn, stand, { typed: typedInto(stand.event, data), done: turn.t(cardText.confirmed) });
    },
    refusedOwn,
  ),
  on(
    cards.registerColleague,
    async (data, turn) => {
      const { name, email, organisation, attendance, form } = data;
      const { event } = await registerColleague(turn, data.event, { name, email, organisation, attendance }, form);
      const { name: _n, email: _e, organisation: _o, ...typed } = typedInto(event, data);
      return ownView(turn, event, { typed, done: turn.t(cardText.colleagueDone, { name }) });
    },
    refusedOwn,
  ),
];

// ── Making ─────────────────────────────────────────────────────────────────────────────────────

async function form(turn: Turn, draft: EventDraft, id = turn.services.newId(), refusal?: Refusal): Promise<Outcome> {
  const { services, network, t } = turn;
  const groups = [...(await registerOf(turn)).groups.values()].map(({ id: of, names }) => ({
    id: of,
    name: nameIn(names, t),
  }));
  const problems = refusal?.problems.map(({ field, row, params }) => ({ field, message: t(row, params) }));
  const frame = { now: services.clock.now(), zone: network.zone, t, groups, form: id };
  return showCard(
    deskCards.eventFormCard(draft, { ...frame, ...(problems ? { problems } : {}) }),
    t(cardText.newEvent),
  );
}

/** A choice sends `-` where nothing was chosen. In the preview, where reminders are ticked, none ticked means none. */
function draftIn(data: z.infer<typeof cards.createEvent.schema>): EventDraft {
  const draft = eventDraft.parse(data);
  const chosen = Object.entries(draft).map(([field, value]) => [field, value === deskCards.UNSET ? '' : value]);
  const isNone = data.previewed === 'true' && !draft.reminders.trim();
  return eventDraft.parse({ ...Object.fromEntries(chosen), ...(isNone ? { reminders: 'none' } : {}) });
}

type DraftForm = z.infer<typeof cards.createEvent.schema>;

/** A form action; when it is refused the form comes back with everything that was typed and everything that is wrong. */
const onForm = (
  of: Action<DraftForm>,
  take: (draft: EventDraft, form: string, turn: Turn) => Promise<Outcome>,
): Handler =>
  on(
    of,
    async (data, turn) => {
      await asCreator(turn);
      return take(draftIn(data), data.form, turn);
    },
    async (raw, refusal, turn) => {
      const fitting = of.schema.safeParse(raw);
      if (!fitting.success || refusal instanceof NotAllowed) return undefined;
      return form(turn, draftIn(fitting.data), fitting.data.form, refusal);
    },
  );

async function published(turn: Turn, made: readonly Event[]): Promise<Outcome> {
  const [first] = made;
  return first ? desk(turn, first, { done: whereItIs(turn, made) }) : nothing;
}

function whereItIs({ network, t }: Turn, made: readonly Event[]): string {
  const series = made.filter(({ preMeetingOf }) => preMeetingOf === undefined);
  const [first] = series;
  if (!first) return '';
  return t(series.length > 1 ? cardText.publishedSeries : cardText.published, {
    ...{ title: shorten(first.title), n: series.length, when: cards.shortSpan(first, network.zone) },
    channel: network.channel.name || t(cardText.general),
  });
}

const making: readonly Handler[] = [
  onForm(cards.createEvent, async (draft, id, turn) =>
    published(turn, await createEvents(turn, draft, { form: id, publishes: true })),
  ),
  onForm(cards.previewEvent, async (draft, id, turn) => {
    const now = turn.services.clock.now();
    const made = (await draftEvents(turn, draft)).map((of) => ({
      ...of,
      ...{ state: 'published' as const, publishedAt: now },
    }));
    const [first] = made;
    if (!first) throw new Refusal(text.unreadableTime);
    const due = remindersDue({ ...first, reminders: [...reminderKind.options] }, turn.network.zone);
    const frame = { ...channelFrame(turn, first), reader: turn.t, shown: await shownBefore(turn, first), due };
    return showCard(deskCards.eventPreviewCard(made, draft, id, frame), turn.t(cardText.previewTitle));
  }),
  onForm(cards.editDraft, async (draft, id, turn) => form(turn, draft, id)),
];

// ── Managing ───────────────────────────────────────────────────────────────────────────────────

/** The coordinator's card of one event, after something was done with it or refused. */
async function desk(
  turn: Turn,
  event: Event,
  told: { readonly done?: string; readonly refusal?: string } = {},
): Promise<Outcome> {
  const shown = await shownTo(turn, event);
  const post = await turn.services.posts.status(turn.network.id, event.post);
  const can = (await coordinates(turn)) ? possibleNow(event, turn) : {};
  const state = post === undefined ? {} : { post: post.state };
  return showCard(deskCards.manageEventCard(event, shown, can, { ...ownFrame(turn, event), ...told, ...state }));
}

function possibleNow(of: Event, { services, network }: Work): deskCards.Can {
  const now = services.clock.now();
  const phase = phaseOf(of, now);
  const isOut = phase === 'upcoming' || phase === 'closed';
  return {
    publish: phase === 'draft' && of.startsAt > now,
    cancel: isOut || phase === 'ongoing',
    remind: isOut ? reminderKind.options.filter((kind) => isAhead(of, kind, now)) : [],
    ...(phase === 'past' && of.asksFeedback ? { feedback: services.linkToTab(network, feedbackPage(of)) } : {}),
  };
}

/** An action of the desk; when it is refused the desk comes back with the reason. */
function onDesk<T extends { event: ActivityId }>(
  of: Action<T>,
  take: (data: T, turn: Turn) => Promise<Event>,
  done: (event: Event, turn: Turn) => string | Promise<string>,
): Handler {
  return on(
    of,
    async (data, turn) => {
      const event = await take(data, turn);
      return desk(turn, event, { done: await done(event, turn) });
    },
    refusedDesk(of),
  );
}

const refusedDesk =
  <T extends { event: ActivityId }>(of: Action<T>) =>
  async (raw: unknown, refusal: Refusal, turn: Turn): Promise<Outcome | undefined> => {
    const fitting = of.schema.safeParse(raw);
    if (!fitting.success || refusal instanceof NotAllowed || refusal.row === text.unknownEvent) return undefined;
    return desk(turn, await eventNow(turn, fitting.data.event), { refusal: turn.t(refusal.row, refusal.params) });
  };

const named = ({ title }: Event) => ({ title: shorten(title) });

const managing: readonly Handler[] = [
  onDesk(
    cards.publishEvent,
    ({ event }, turn) => publishEvent(turn, event),
    async (event, turn) =>
      whereItIs(
        turn,
        (await seriesOf(turn, event)).filter(({ state }) => state === 'published'),
      ),
  ),
  onDesk(
    cards.cancelEvent,
    ({ event, reason }, turn) => cancelEvent(turn, event, reason),
    (event, { t }) => t(cardText.hasCancelled, named(event)),
  ),
  onDesk(
    cards.repostEvent,
    ({ event }, turn) => repostEvent(turn, event),
    (_, { t }) => t(cardText.hasReposted),
  ),
  on(
    cards.askReminder,
    async ({ event: id, kind }, turn) => {
      const event = await eventNow(turn, id);
      const whom = await whomToRemind(turn, event, kind);
      const channelText = reminderPreview(event, kind, whom, channelFrame(turn, event));
      const reach = { ...whom, kind, channelText };
      return showCard(deskCards.reminderPreviewCard(event, reach, turn.services.newId(), ownFrame(turn, event)));
    },
    refusedDesk(cards.askReminder),
  ),
  onDesk(
    cards.sendReminder,
    ({ event, kind, form: id, channel }, turn) =>
      remindNow(turn, event, kind, { form: id, channel: channel === 'true' }),
    (event, { t }) => {
      const last = event.reminded.at(-1);
      return t(cardText.hasReminded, { direct: last?.direct ?? 0, mail: last?.mail ?? 0 });
    },
  ),
];

// ── Words ──────────────────────────────────────────────────────────────────────────────────────

const isInChannel = (turn: Turn): boolean => turn.place.kind === 'channel';
/** In the network's own channel the card is the answer; in another of the team nobody would see it. */
const showsItself = ({ place, network }: Turn): boolean =>
  place.kind === 'channel' && (place.channel === undefined || place.channel === network.channel.id);

/** What was typed comes back whole, so that it can be mended and sent again; a message that filled screens comes back shortened. */
const LONGEST_ECHO = 2000;

/** `webinaari Aihe | 3.12. klo 9–10 | linkki` publishes; the bare word opens the form for who may create and lists coming events for others. */
async function eventCommand(rest: string, turn: Turn, word: string): Promise<Outcome> {
  const type = typeOf(word);
  const { t, network, services } = turn;
  if (!rest) {
    if (!mayCreate(await networkNow(turn), turn.actor.person)) return listComing(turn);
    if (!isInChannel(turn)) return form(turn, eventDraft.parse({ type }));
    return say(t(cardText.createInChat, { link: services.linkToTab(network, 'events/new') }));
  }
  await asCreator(turn);
  const draft = quickDraft(type, rest, { now: services.clock.now(), zone: network.zone });
  try {
    const made = await createEvents(turn, draft, { form: turn.delivery.id, publishes: true });
    if (!isInChannel(turn)) return published(turn, made);
    return showsItself(turn) ? nothing : say(whereItIs(turn, made));
  } catch (error) {
    if (!(error instanceof Refusal) || error.problems.length === 0) throw error;
    if (!isInChannel(turn)) return form(turn, draft, turn.delivery.id, error);
    const problems = error.problems.map(({ row, params }) => t(row, params)).join(' ');
    return say(t(cardText.notCreated, { problems, typed: cards.clip(rest, LONGEST_ECHO) }));
  }
}

function typeOf(word: string): EventType {
  const [found] = Object.entries(TYPE_WORDS).find(([, all]) => all.includes(word)) ?? [];
  return (found ?? 'other') as EventType;
}

/** Coming events, in front what the reader has not answered. In a channel, which everyone reads, without who has answered. */
async function listComing(turn: Turn): Promise<Outcome> {
  const { services, network, t } = turn;
  const list = isInChannel(turn)
    ? (await comingEvents(turn)).map((event) => ({ event, hasAnswered: true }))
    : (await eventsFor(turn)).map(({ event, own }) => ({ event, hasAnswered: own?.attendance !== undefined }));
  list.sort((a, b) => Number(a.hasAnswered) - Number(b.hasAnswered));
  const frame = { now: services.clock.now(), zone: network.zone, t, link: services.linkToTab(network, 'events') };
  return showCard(cards.comingEventsCard(list, frame), t(cardText.coming));
}

const commands: readonly Command[] = [
  {
    name: 'event',
    words: Object.values(TYPE_WORDS).flat(),
    word: { fi: 'tilaisuus', sv: 'evenemang', en: 'event' },
    help: cardText.helpEvent,
    run: eventCommand,
  },
];

// ── By the clock ───────────────────────────────────────────────────────────────────────────────

const idOf = (key: string): ActivityId => (key.split('|')[0] ?? '') as ActivityId;

const jobs: readonly JobHandler[] = [
  { kind: 'events.publish', isVital: true, run: ({ key }, work) => resumePublishing(work, idOf(key)) },
  { kind: 'events.mail', isVital: true, run: ({ key }, work) => mailInvitations(work, idOf(key)) },
  { kind: 'events.follow', isVital: true, run: ({ key }, work) => followEvent(work, key) },
  { kind: 'events.after', isVital: true, run: ({ key }, work) => resumeFollowing(work, idOf(key)) },
  { kind: 'events.tell', isVital: true, run: ({ key }, work) => tellComing(work, key) },
  { kind: 'events.news', isVital: true, run: ({ key }, work) => tellNews(work, idOf(key)) },
  {
    kind: 'events.heal',
    isVital: true,
    async run({ key, due }, work) {
      await heal(work, idOf(key), await registerNow(work));
      await tellOwn(work, idOf(key), { from: plus(due, -HEALED), to: due });
    },
  },
  { kind: 'events.remind', isVital: true, run: ({ key }, work) => remind(work, key) },
];

// ── Posts ──────────────────────────────────────────────────────────────────────────────────────

/** An event with its own card for one person who is told something of it, in their language. Undefined: they are gone. */
async function directTo(
  work: Work,
  event: Event,
  who: string,
  toldOf: (visit: Visit) => Promise<readonly string[] | undefined>,
): ReturnType<Drawing['draw']> {
  const register = await registerOf(work);
  const member = register.members.get(mainOf(register, who));
  if (!member) return undefined;
  const visit = visitOf(work, member);
  const told = await toldOf(visit);
  if (told === undefined) return undefined;
  const summary = told[0] ?? cards.eventSummary(event, { t: visit.t, zone: work.network.zone });
  return { card: await ownCard(visit, event, { told }), summary: plain(summary) };
}

const drawings: readonly Drawing[] = [
  {
    name: 'events.event',
    async draw(subject, work) {
      const event = await findEvent(work, subject as ActivityId);
      if (!event || event.state === 'draft') return undefined;
      const frame = channelFrame(work, event);
      return {
        card: cards.eventCard(event, await shownNow(work, event), frame),
        summary: plain(cards.eventSummary(event, frame)),
        live: event.state === 'published' && frame.now < event.endsAt,
      };
    },
  },
  {
    name: 'events.changed',
    async draw(subject, work) {
      const [id, revision] = subject.split('|');
      const event = await findEvent(work, id as ActivityId);
      // A newer change that is told tells itself.
      if (event?.state !== 'published' || !isStillTold(event, revision)) return undefined;
      const change = changeToTell(event);
      if (!change) return undefined;
      return { text: cards.changedText(event, change, channelFrame(work, event)) };
    },
  },
  {
    name: 'events.cancelled',
    async draw(subject, work) {
      const event = await findEvent(work, subject as ActivityId);
      return event?.state === 'cancelled' ? { text: cards.cancelledText(event, channelFrame(work, event)) } : undefined;
    },
  },
  {
    name: 'events.material',
    async draw(subject, work) {
      const [id = '', material = ''] = subject.split('|');
      const event = await findEvent(work, id as ActivityId);
      const item = (await work.services.store.get(work.scope, materials, material))?.value;
      if (!event || !item || !isForAll(item)) return undefined;
      const frame = channelFrame(work, event);
      const { title, links } = item;
      return {
        card: cards.materialCard(event, { title, ...(links[0] ? { url: links[0].url } : {}) }, frame),
        summary: plain(title),
      };
    },
  },
  {
    name: 'events.noticeDirect',
    async draw(subject, work) {
      const [id, what, who = ''] = subject.split('|');
      const event = await findEvent(work, id as ActivityId);
      if (!event) return undefined;
      return directTo(work, event, who, async (visit) => {
        if (what === 'own')
          return (await ownOf(visit, event, await ownStanding(visit, event))).registeredBy === undefined
            ? undefined
            : [];
        if (!isStillTold(event, what)) return undefined;
        if (event.state === 'cancelled') return [];
        const change = changeToTell(event);
        if (!change) return undefined;
        return [visit.t(cardText.changed), ...cards.changeLines(change, event, ownFrame(visit, event))];
      });
    },
  },
  {
    name: 'events.newsDirect',
    async draw(subject, work) {
      const [id, , who = ''] = subject.split('|');
      const event = await findEvent(work, id as ActivityId);
      if (event?.state !== 'published' || event.startsAt <= work.services.clock.now()) return undefined;
      return directTo(work, event, who, async (visit) =>
        cards.newsLines(await ownOf(visit, event, await ownStanding(visit, event)), visit.t),
      );
    },
  },
  {
    name: 'events.reminder',
    async draw(subject, work) {
      const found = await reminderNow(work, subject);
      if (!found) return undefined;
      const { event, reminder } = found;
      const numbers = await reminderNumbers(work, event);
      return { text: reminderText(event, reminder, numbers, channelFrame(work, event)) };
    },
  },
  {
    name: 'events.reminderDirect',
    async draw(subject, work) {
      const found = await reminderNow(work, subject);
      if (!found) return undefined;
      const { event, kind } = found;
      const [, , who = ''] = subject.split('|');
      return directTo(work, event, who, async ({ t, services, network }) => {
        const at = aimOf(event, kind);
        const ahead = aheadInWords(at, services.clock.now(), network.zone);
        const row = kind === 'nudge' ? reminderWords.registrationEnds : reminderWords.begins;
        return [t(row, { title: event.title, when: cards.dayAndHour(at, network.zone), ahead })];
      });
    },
  },
];

export const events: Feature = {
  name: 'events',
  kinds: [eventKind, registrations, ledgers],
  handlers: [...answering, ...making, ...managing],
  commands,
  jobs,
  drawings,
  routes: [...eventRoutes, ...doorRoutes],
  downloads: eventDownloads,
  pages: eventPages,
  openPages: eventOpenPages,
  letters: eventLetters,
  personal: eventPersonal,
  waiting: waitingEvents,
  participation,
  handover,
  openForGroup,
  calendar: ownCalendar,
  needsOutsider,
  facts,
  news,
};
